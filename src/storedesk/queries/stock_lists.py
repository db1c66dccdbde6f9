"""Questions about stock, and the calls that move it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, bindparam, select
from sqlalchemy.orm import Session

from storedesk.domain.inventory import Stock, StockLine
from storedesk.persistence.engine.lists import as_written, in_order, key_vector, ordered
from storedesk.persistence.rows import CategoryRow, InventoryRow, ProductRow
from storedesk.queries.catalog_lists import BY_NAME, code_of_product, has_variants
from storedesk.queries.product_search import is_chosen

AVAILABLE = InventoryRow.stock_level - InventoryRow.reserved_quantity
IS_LOW = InventoryRow.low_stock_threshold >= AVAILABLE
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
        select(InventoryRow.product_id)
        .join(ProductRow, ProductRow.id == InventoryRow.product_id)
        .where(*is_wanted(search=search, only_low=only_low, category_id=category_id))
    )
    return key_vector(session, ordered(query, SORTS[sort], descending=descending))


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
    query = ordered(
        LINES.where(*is_wanted(search=search, only_low=only_low, category_id=category_id)),
        SORTS[sort],
        descending=descending,
    )
    return [_line(*row) for row in session.execute(query.limit(as_written(limit)))]


def is_wanted(
    *, search: str = "", only_low: bool = False, category_id: UUID | None = None
) -> list[ColumnElement[bool]]:
    """Say what a product must be: with all the words of `search`, in a category or below it."""
    conditions = is_chosen(search, category_id)
    return [*conditions, IS_LOW] if only_low else conditions


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
