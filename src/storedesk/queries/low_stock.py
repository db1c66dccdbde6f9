"""Questions of reports: the goods of which it is time to order more, the worst first."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    Subquery,
    any_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session

from storedesk.domain.inventory import Stock
from storedesk.domain.low_stock import SOLD_DAYS, SOON_DAYS, LowStockLine, Scarcity
from storedesk.persistence.engine.lists import as_written, by_text, in_order, key_vector, ordered
from storedesk.persistence.rows import CategoryRow, InventoryRow, LedgerRow, ProductRow
from storedesk.queries.catalog_lists import BY_NAME, code_of_product, has_variants
from storedesk.queries.product_search import is_chosen
from storedesk.queries.stock_lists import AVAILABLE, IS_LOW

LASTS_FOR_EVER = 1_000_000
KEY = ProductRow.id.expression
WAS_STOCKED = or_(
    InventoryRow.stock_level > 0, exists().where(LedgerRow.product_id == InventoryRow.product_id)
)
"""What was never stocked and never sold is no news when there is none of it."""


def is_scarce() -> list[ColumnElement[bool]]:
    """Say which products are low: on sale, at or under their threshold, and stocked once."""
    on_sale = (ProductRow.status == "active", ~ProductRow.is_deleted)
    return [*on_sale, IS_LOW, WAS_STOCKED]


def low_stock_count(session: Session) -> int:
    """Count the products on sale of which it is time to order more.

    What was never stocked and never sold is not among them.
    """
    query = (
        select(func.count())
        .select_from(InventoryRow)
        .join(ProductRow, ProductRow.id == InventoryRow.product_id)
        .where(*is_scarce())
    )
    return session.scalar(query) or 0


def low_stock_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    scarcity: Scarcity = Scarcity.ALL,
    category_id: UUID | None = None,
    sort: str = "worst",
    descending: bool = False,
) -> bytes:
    """Return the ids of all products of which it is time to order more, 16 bytes each.

    Sorted by worst, name, category, available, low_at, sold, cover or suggested. Worst first is by
    the share of the threshold that is still available, then by what sells most.
    """
    sold = _sold()
    query = _scarce(
        select(ProductRow.id), sold, search=search, scarcity=scarcity, category_id=category_id
    )
    return key_vector(session, ordered(query, _sorts(sold)[sort], descending=descending))


def first_low_stock(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    scarcity: Scarcity = Scarcity.ALL,
    category_id: UUID | None = None,
    sort: str = "worst",
    descending: bool = False,
    limit: int = 100,
) -> list[LowStockLine]:
    """Return the first products of the list whose keys `low_stock_keys` returns."""
    sold = _sold()
    query = _scarce(_lines(sold), sold, search=search, scarcity=scarcity, category_id=category_id)
    query = ordered(query, _sorts(sold)[sort], descending=descending).limit(as_written(limit))
    return [_line(*row) for row in session.execute(query)]


def low_stock_lines(session: Session, ids: Sequence[UUID]) -> list[LowStockLine]:
    """Return products as the report shows them, in the order of `ids`."""
    sold = _sold(LedgerRow.product_id == any_(bindparam("ids")))
    query = _joined(_lines(sold), sold).where(ProductRow.id == any_(bindparam("ids")))
    rows = session.execute(query, {"ids": list(ids)})
    return in_order(ids, {row[0]: _line(*row) for row in rows})


def _sold(*of: ColumnElement[bool]) -> Subquery:
    """Select what has left for orders of late, for each product that did."""
    since = func.timezone("UTC", func.now()) - literal(timedelta(days=SOLD_DAYS))
    return (
        select(LedgerRow.product_id, (-func.sum(LedgerRow.adjustment)).label("pieces"))
        .where(LedgerRow.operation_type == as_word("deduct"), LedgerRow.created_at >= since, *of)
        .group_by(LedgerRow.product_id)
        .subquery("sold")
    )


def as_word(word: str) -> ColumnElement[str]:
    """Write a word into the statement, so that an index for that word alone is seen to fit."""
    return literal(word, literal_execute=True)


def _sorts(sold: Subquery) -> Mapping[str, tuple[ColumnElement[Any], ...]]:
    """Return what the report may be sorted by. Worst: the least share of its threshold is left."""
    pieces = func.coalesce(sold.c.pieces, 0)
    share = cast(AVAILABLE, Float) / func.greatest(InventoryRow.low_stock_threshold, 1)
    return MappingProxyType(
        {
            "worst": (share, -pieces, *BY_NAME, KEY),
            "name": (*BY_NAME, KEY),
            "category": (*by_text(CategoryRow.name.expression), *BY_NAME, KEY),
            "available": (AVAILABLE, KEY),
            "low_at": (InventoryRow.low_stock_threshold.expression, KEY),
            "sold": (pieces, KEY),
            "cover": (_cover(sold), KEY),
            "suggested": (pieces + InventoryRow.low_stock_threshold - AVAILABLE, KEY),
        }
    )


def _cover(sold: Subquery) -> ColumnElement[float]:
    lasts = cast(AVAILABLE, Float) * SOLD_DAYS / sold.c.pieces
    return case((sold.c.pieces > 0, lasts), else_=LASTS_FOR_EVER)


def _scarce(
    query: Select[Any],
    sold: Subquery,
    *,
    search: str = "",
    scarcity: Scarcity = Scarcity.ALL,
    category_id: UUID | None = None,
) -> Select[Any]:
    query = _joined(query, sold).where(*is_scarce(), *is_chosen(search, category_id))
    if scarcity is Scarcity.SOLD_OUT:
        return query.where(AVAILABLE <= 0)
    if scarcity is Scarcity.RUNNING_OUT:
        return query.where(AVAILABLE > 0, _cover(sold) < SOON_DAYS + 1)
    return query


def _lines(sold: Subquery) -> Select[Any]:
    columns: list[Any] = [
        ProductRow.id,
        ProductRow.name,
        CategoryRow.name,
        code_of_product(),
        InventoryRow.stock_level,
        InventoryRow.reserved_quantity,
        InventoryRow.low_stock_threshold,
        cast(func.coalesce(sold.c.pieces, 0), Integer),
        has_variants(),
    ]
    return select(*columns)


def _joined(query: Select[Any], sold: Subquery) -> Select[Any]:
    return (
        query.join(CategoryRow, CategoryRow.id == ProductRow.category_id)
        .join(InventoryRow, InventoryRow.product_id == ProductRow.id)
        .outerjoin(sold, sold.c.product_id == ProductRow.id)
    )


def _line(  # noqa: PLR0913, PLR0917 - the columns of _lines
    key: UUID,
    name: str,
    category: str,
    code: str | None,
    on_hand: int,
    reserved: int,
    low_at: int,
    sold: int,
    of_variants: bool,  # noqa: FBT001
) -> LowStockLine:
    stock = Stock(on_hand, reserved, low_at, of_variants)
    return LowStockLine(key, name, category, code, stock, sold)
