"""Questions about stock, and the calls that move it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Uuid, any_, bindparam, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.domain.inventory import Moved, Stock, StockLine
from storedesk.persistence.catalog import BY_NAME, code_of_product, has_variants
from storedesk.persistence.decode.till import Answer, Document
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.lists import as_written, in_order, is_chosen, key_vector, ordered
from storedesk.persistence.rows import CategoryRow, InventoryRow, ProductRow

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


def adjust_stock(
    request: UUID, *, product_id: UUID, variant_id: UUID | None, by: int, reason: str
) -> Command[int]:
    """Put the stock right by hand; answers with what is then on hand."""
    return func.api.adjust_stock(request, product_id, variant_id, by, reason, type_=Integer())


def set_threshold(request: UUID, *, product_id: UUID, low_at: int) -> Command[int]:
    """Set at how many available pieces a product counts as low; answers with it."""
    return func.api.set_threshold(request, product_id, low_at, type_=Integer())


def adjust_stocks(
    request: UUID, *, products: Sequence[UUID], numbers: Sequence[int], reason: str
) -> Command[Moved]:
    """Add to each product, or take away."""
    return func.api.adjust_stocks(
        request, _ids(products), _numbers(numbers), reason, type_=Answer(moved)
    )


def restock(
    request: UUID, *, products: Sequence[UUID], numbers: Sequence[int], reason: str
) -> Command[Moved]:
    """Take goods in."""
    return func.api.restock(request, _ids(products), _numbers(numbers), reason, type_=Answer(moved))


def set_stocks(
    request: UUID,
    *,
    products: Sequence[UUID],
    seen: Sequence[int],
    numbers: Sequence[int],
    reason: str,
) -> Command[Moved]:
    """Set each product's stock, provided it is what was seen."""
    return func.api.set_stocks(
        request, _ids(products), _numbers(seen), _numbers(numbers), reason, type_=Answer(moved)
    )


def set_thresholds(
    request: UUID, *, products: Sequence[UUID], numbers: Sequence[int]
) -> Command[int]:
    """Set at how many available pieces each product counts as low; answers with how many."""
    return func.api.set_thresholds(request, _ids(products), _numbers(numbers), type_=Integer())


def undo_stock(request: UUID, *, movements: Sequence[UUID]) -> Command[Moved]:
    """Take back what was put right by hand."""
    return func.api.undo_stock(request, _ids(movements), type_=Answer(moved))


def stock_item(session: Session, code: str) -> UUID | None:
    """Return the product that a code is of, on sale or not. Refused: product_deleted."""
    command = func.api.stock_item(code, type_=Answer(lambda told: UUID(told["product_id"])))
    return session.scalar(select(command))


def moved(told: Document) -> Moved:
    """Read what a deed did to some products."""
    return Moved(tuple(map(UUID, told["movements"])), tuple(told["on_hand"]))


def _ids(ids: Sequence[UUID]) -> ColumnElement[Any]:
    return literal(list(ids), ARRAY(Uuid()))


def _numbers(numbers: Sequence[int]) -> ColumnElement[Any]:
    return literal(list(numbers), ARRAY(Integer()))


def stock_keys(session: Session, *, sort: str, descending: bool, **narrowed: Any) -> bytes:
    """Return the ids of all products that match, in order, 16 bytes each; see `is_wanted`."""
    query = (
        select(InventoryRow.product_id)
        .join(ProductRow, ProductRow.id == InventoryRow.product_id)
        .where(*is_wanted(**narrowed))
    )
    return key_vector(session, ordered(query, SORTS[sort], descending=descending))


def first_stock(
    session: Session, *, sort: str, descending: bool, limit: int, **narrowed: Any
) -> list[StockLine]:
    """Return the first products of a list; see `is_wanted`."""
    query = ordered(LINES.where(*is_wanted(**narrowed)), SORTS[sort], descending=descending)
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
    """Return products as the list of stock shows them, in the order of `ids`."""
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
