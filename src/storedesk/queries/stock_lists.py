"""Questions about stock, and the calls that move it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Select, any_, bindparam, func, select
from sqlalchemy.orm import Session

from storedesk.domain.inventory import Stock, StockLine
from storedesk.persistence.engine.lists import as_written, in_order, key_vector, led_by, ordered
from storedesk.persistence.rows import CategoryRow, InventoryRow, LowStockRow, ProductRow
from storedesk.queries.catalog_lists import BY_NAME
from storedesk.queries.product_columns import code_of_product, has_variants
from storedesk.queries.product_search import is_chosen

AVAILABLE = InventoryRow.stock_level - InventoryRow.reserved_quantity
IS_LOW = func.storedesk.is_low(
    InventoryRow.stock_level,
    InventoryRow.reserved_quantity,
    InventoryRow.low_stock_threshold,
    type_=Boolean(),
)
KEY = InventoryRow.product_id.expression
SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        "name": (*BY_NAME, ProductRow.id.expression),
        "on_hand": (InventoryRow.stock_level.expression, KEY),
        "reserved": (InventoryRow.reserved_quantity.expression, KEY),
        "available": (AVAILABLE, KEY),
        "low_first": (~IS_LOW, AVAILABLE, *BY_NAME, KEY),
        "updated": (InventoryRow.updated_at.expression, KEY),
    }
)
"""What the list may be sorted by; every order ends with a key, so that none is left to chance."""
LOW_KEY = LowStockRow.product_id.expression
LOW_BY_NAME = (LowStockRow.name_key.expression, LowStockRow.name.expression, LOW_KEY)
LOW_SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        **SORTS,
        "name": LOW_BY_NAME,
        "available": (LowStockRow.available.expression, LOW_KEY),
        "low_first": (LowStockRow.available.expression, *LOW_BY_NAME),
    }
)
"""The same of the low products, by the table that has them in these orders."""


def stock_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    only_low: bool = False,
    category_id: UUID | None = None,
    sort: str = "name",
    descending: bool = False,
) -> bytes:
    """Return the ids of all products that match, in order, 16 bytes each.

    Sorted by name, on_hand, reserved, available, low_first or updated.
    """
    query = (
        _low(sort, search, category_id)
        if only_low
        else select(InventoryRow.product_id)
        .join(ProductRow, ProductRow.id == InventoryRow.product_id)
        .where(*is_chosen(search, category_id))
    )
    sorts = LOW_SORTS if only_low else SORTS
    return key_vector(session, ordered(query, sorts[sort], descending=descending))


def first_stock(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    only_low: bool = False,
    category_id: UUID | None = None,
    sort: str = "name",
    descending: bool = False,
    limit: int = 200,
) -> list[StockLine]:
    """Return the first products of the list whose keys `stock_keys` returns."""
    if only_low:
        low, order = _low(sort, search, category_id), LOW_SORTS[sort]
        first, by = led_by(low, order, limit, descending=descending)
        query = LINES.join(first, first.c.product_id == ProductRow.id).order_by(*by)
    else:
        query = LINES.where(*is_chosen(search, category_id))
        query = ordered(query, SORTS[sort], descending=descending).limit(as_written(limit))
    return [_line(*row) for row in session.execute(query)]


def _low(sort: str, search: str, category_id: UUID | None) -> Select[UUID]:
    """Select the low products that match, with what they are sorted by."""
    query = select(LowStockRow.product_id).where(*is_low_and_chosen(search, category_id))
    if LOW_SORTS[sort] is SORTS[sort]:
        query = query.join(InventoryRow, InventoryRow.product_id == LowStockRow.product_id)
    return query


def is_low_and_chosen(search: str, category_id: UUID | None) -> list[ColumnElement[bool]]:
    """Say in which way a low product has to match what a list is narrowed to."""
    if not search.strip() and category_id is None:
        return []
    chosen = select(ProductRow.id).where(*is_chosen(search, category_id))
    return [LowStockRow.product_id.in_(chosen)]


COLUMNS: list[Any] = [
    ProductRow.id,
    ProductRow.name,
    CategoryRow.name,
    code_of_product(),
    ProductRow.status,
    InventoryRow.stock_level,
    InventoryRow.reserved_quantity,
    InventoryRow.low_stock_threshold,
    InventoryRow.updated_at,
    has_variants(),
]
LINES = (
    select(*COLUMNS)
    .join(CategoryRow, CategoryRow.id == ProductRow.category_id)
    .join(InventoryRow, InventoryRow.product_id == ProductRow.id)
)
"""What a line of the list is made of: columns, since whole rows cost twice the time."""


def stock_lines(session: Session, ids: Sequence[UUID]) -> list[StockLine]:
    """Return products and their stock in the order of `ids`."""
    rows = session.execute(LINES.where(ProductRow.id == any_(bindparam("ids"))), {"ids": list(ids)})
    return in_order(ids, {row[0]: _line(*row) for row in rows})


def _line(  # noqa: PLR0913, PLR0917 - the columns of LINES
    key: UUID,
    name: str,
    category: str,
    code: str | None,
    status: str,
    on_hand: int,
    reserved: int,
    low_at: int,
    updated_at: datetime,
    of_variants: bool,  # noqa: FBT001
) -> StockLine:
    stock = Stock(on_hand, reserved, low_at, of_variants)
    return StockLine(key, name, category, code, status, stock, updated_at)
