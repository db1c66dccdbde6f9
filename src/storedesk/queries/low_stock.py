"""Questions of reports: the goods of which it is time to order more, the worst first."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Float,
    Integer,
    Select,
    any_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy import Uuid as UuidType
from sqlalchemy.orm import Session

from storedesk.domain.inventory import Stock
from storedesk.domain.low_stock import SOLD_DAYS, SOON_DAYS, LowStockLine, Scarcity
from storedesk.persistence.engine.lists import (
    as_written,
    by_text,
    in_order,
    key_vector,
    led_by,
    ordered,
)
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import (
    CategoryRow,
    InventoryRow,
    LedgerRow,
    LowStockRow,
    ProductRow,
)
from storedesk.queries.product_columns import code_of_product, has_variants
from storedesk.queries.stock_lists import LOW_BY_NAME, LOW_KEY, is_low_and_chosen

LASTS_FOR_EVER = 1_000_000
AVAILABLE = LowStockRow.available.expression
SHARE = LowStockRow.share.expression
ON_REPORT = (LowStockRow.on_sale.expression, LowStockRow.was_stocked.expression)
"""On sale, and stocked once: of what never was and never sold it is no news that there is none."""


def low_stock_count(session: Session) -> int:
    """Count the products on sale of which it is time to order more.

    What was never stocked and never sold is not among them.
    """
    ((low,),) = together(session, LOW)
    return int(low)


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
    query = _scarce(sold, sort, search=search, scarcity=scarcity, category_id=category_id)
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
    is_whole = not search.strip() and category_id is None and scarcity is Scarcity.ALL
    if is_whole and sort == "worst" and not descending:
        chosen, order = _worst(sold, limit)
    else:
        chosen = _scarce(sold, sort, search=search, scarcity=scarcity, category_id=category_id)
        order = _sorts(sold)[sort]
        chosen = chosen.add_columns(_pieces(sold).label("pieces"))
    first, by = led_by(chosen, order, limit, descending=descending)
    query = _lines(first.c.pieces).join(first, first.c.product_id == ProductRow.id)
    return [_line(*row) for row in session.execute(query.order_by(*by))]


def low_stock_lines(session: Session, ids: Sequence[UUID]) -> list[LowStockLine]:
    """Return products as the report shows them, in the order of `ids`."""
    sold = (
        select(LedgerRow.product_id, (-func.sum(LedgerRow.adjustment)).label("pieces"))
        .where(
            LedgerRow.operation_type == as_word("deduct"),
            LedgerRow.created_at >= _since(),
            LedgerRow.product_id == any_(bindparam("ids")),
        )
        .group_by(LedgerRow.product_id)
        .subquery("sold")
    )
    query = _lines(sold.c.pieces).outerjoin(sold, sold.c.product_id == ProductRow.id)
    rows = session.execute(query.where(ProductRow.id == any_(bindparam("ids"))), {"ids": list(ids)})
    return in_order(ids, {row[0]: _line(*row) for row in rows})


def _since() -> ColumnElement[Any]:
    return func.timezone("UTC", func.now()) - literal(timedelta(days=SOLD_DAYS))


def _sold() -> CTE:
    """Select what has left for orders of late, for each product that did."""
    named = (column("product_id", UuidType()), column("pieces", BigInteger()))
    found = func.storedesk.sold_since(_since()).table_valued(*named, name="found")
    return select(found).cte("sold").prefix_with("MATERIALIZED")


def as_word(word: str) -> ColumnElement[str]:
    """Write a word into the statement, so that an index for that word alone is seen to fit."""
    return literal(word, literal_execute=True)


def _sorts(sold: CTE) -> Mapping[str, tuple[ColumnElement[Any], ...]]:
    """Return what the report may be sorted by. Worst: the least share of its threshold is left."""
    pieces, low_at = _pieces(sold), InventoryRow.low_stock_threshold.expression
    return MappingProxyType(
        {
            "worst": (SHARE, -pieces, *LOW_BY_NAME),
            "name": LOW_BY_NAME,
            "category": (*by_text(CategoryRow.name.expression), *LOW_BY_NAME),
            "available": (AVAILABLE, LOW_KEY),
            "low_at": (low_at, LOW_KEY),
            "sold": (pieces, LOW_KEY),
            "cover": (_cover(sold), LOW_KEY),
            "suggested": (pieces + low_at - AVAILABLE, LOW_KEY),
        }
    )


def _pieces(sold: CTE) -> ColumnElement[int]:
    return func.coalesce(sold.c.pieces, 0)


def _cover(sold: CTE) -> ColumnElement[float]:
    lasts = cast(AVAILABLE, Float) * SOLD_DAYS / sold.c.pieces
    return case((sold.c.pieces > 0, lasts), else_=LASTS_FOR_EVER)


def _scarce(
    sold: CTE, sort: str, *, search: str, scarcity: Scarcity, category_id: UUID | None
) -> Select[Any]:
    """Select the products of the report, with what they are sorted by."""
    query = (
        select(LowStockRow.product_id)
        .outerjoin(sold, sold.c.product_id == LowStockRow.product_id)
        .where(*ON_REPORT, *is_low_and_chosen(search, category_id))
    )
    if sort in {"low_at", "suggested"}:
        query = query.join(InventoryRow, InventoryRow.product_id == LowStockRow.product_id)
    elif sort == "category":
        query = query.join(ProductRow, ProductRow.id == LowStockRow.product_id)
        query = query.join(CategoryRow, CategoryRow.id == ProductRow.category_id)
    if scarcity is Scarcity.SOLD_OUT:
        return query.where(AVAILABLE <= 0)
    if scarcity is Scarcity.RUNNING_OUT:
        return query.where(AVAILABLE > 0, _cover(sold) < SOON_DAYS + 1)
    return query


def _worst(sold: CTE, limit: int) -> tuple[Select[Any], tuple[ColumnElement[Any], ...]]:
    """Select products of which the first of the report are some, with their order.

    All that have sold are among them. Of the others the first are met with in the index, and there
    the many that are alike, all sold out, are in the order of their names.
    """
    columns = (LowStockRow.product_id, SHARE, *LOW_BY_NAME[:2])
    selling = (
        select(*columns, sold.c.pieces)
        .join(sold, sold.c.product_id == LowStockRow.product_id)
        .where(*ON_REPORT)
    )
    unsold = (
        select(*columns, literal(0, BigInteger()).label("pieces"))
        .where(*ON_REPORT, LowStockRow.product_id.not_in(select(sold.c.product_id)))
        .order_by(SHARE, *LOW_BY_NAME)
        .limit(as_written(limit))
    )
    both = union_all(selling, unsold.subquery("unsold").select()).subquery("both")
    by = both.c
    order = (by.share, -by.pieces, by.name_key, by.name, by.product_id)
    return select(by.product_id, by.pieces), order


def _lines(pieces: ColumnElement[Any]) -> Select[Any]:
    columns: list[Any] = [
        ProductRow.id,
        ProductRow.name,
        CategoryRow.name,
        code_of_product(),
        InventoryRow.stock_level,
        InventoryRow.reserved_quantity,
        InventoryRow.low_stock_threshold,
        cast(func.coalesce(pieces, 0), Integer),
        has_variants(),
    ]
    return (
        select(*columns)
        .select_from(ProductRow)
        .join(CategoryRow, CategoryRow.id == ProductRow.category_id)
        .join(InventoryRow, InventoryRow.product_id == ProductRow.id)
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


LOW = Part(lambda: select(func.count()).select_from(LowStockRow).where(*ON_REPORT))
