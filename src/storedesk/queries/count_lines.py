"""Questions about the lines of a stock count, and about what posting it would do."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    any_,
    bindparam,
    case,
    distinct,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from storedesk.domain.counts import (
    CountLine,
    CountPart,
    Differences,
    Trouble,
)
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.lists import as_written, in_order, key_vector
from storedesk.persistence.rows import (
    CategoryRow,
    InventoryRow,
    LedgerRow,
    ProductRow,
    StaffRow,
    StockCountEntryRow,
    StockCountLineRow,
    StockCountProductRow,
    StockUndoRow,
    StoreSettingsRow,
)
from storedesk.queries.catalog_lists import BY_NAME
from storedesk.queries.product_columns import code_of_product, has_variants

DIFFERENCE = StockCountLineRow.counted_quantity - StockCountLineRow.stock_at_count
LISTED = StockCountProductRow
LINE = StockCountLineRow


def line_keys(
    session: Session,
    *,
    count: UUID,
    part: CountPart = CountPart.ALL,
    sort: str = "last",
    descending: bool = True,
) -> bytes:
    """Return the ids of the products of a count, in order, 16 bytes each.

    Sorted by name, last, counted, difference or worth.
    """
    query = _members(select(ProductRow.id), count, part)
    return key_vector(session, query.order_by(*_order(count, sort, descending=descending)))


def first_lines(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    count: UUID,
    part: CountPart = CountPart.ALL,
    sort: str = "last",
    descending: bool = True,
    limit: int = 100,
) -> list[CountLine]:
    """Return the first lines of the list whose keys `line_keys` returns."""
    query = _members(select(ProductRow.id), count, part)
    query = query.order_by(*_order(count, sort, descending=descending)).limit(as_written(limit))
    return lines(session, count, session.scalars(query).all())


def lines(session: Session, count: UUID, ids: Sequence[UUID]) -> list[CountLine]:
    """Return the lines of a count about some products, in the order of `ids`."""
    query = _members(_line_query(count), count, CountPart.ALL)
    query = query.where(ProductRow.id == any_(bindparam("ids")))
    found = {row[0]: _line(row) for row in session.execute(query, {"ids": list(ids)})}
    return in_order(ids, found)


def differences(session: Session, count: UUID) -> Differences:
    """Say what posting a count would do."""
    worth = func.coalesce(func.sum(DIFFERENCE * ProductRow.price_amount), 0)
    query = (
        select(
            func.count(),
            func.coalesce(func.sum(func.greatest(DIFFERENCE, 0)), 0),
            func.coalesce(func.sum(func.greatest(-DIFFERENCE, 0)), 0),
            worth,
            func.count().filter(_trouble().is_not(None)),
            select(StoreSettingsRow.currency).scalar_subquery(),
        )
        .select_from(LINE)
        .join(ProductRow, ProductRow.id == LINE.product_id)
        .join(InventoryRow, InventoryRow.product_id == LINE.product_id)
        .where(LINE.stock_count_id == count, DIFFERENCE != 0)
    )
    products, more, fewer, amount, refused, currency = session.execute(query).one()
    return Differences(products, more, fewer, Money.of(amount, currency), refused)


def _members(query: Select[Any], count: UUID, part: CountPart) -> Select[Any]:
    """Narrow to the products of a count: those listed, and those counted besides."""
    listed = exists().where(LISTED.stock_count_id == count, LISTED.product_id == ProductRow.id)
    query = (
        query.select_from(ProductRow)
        .join(CategoryRow, CategoryRow.id == ProductRow.category_id)
        .join(InventoryRow, InventoryRow.product_id == ProductRow.id)
        .outerjoin(LINE, (LINE.stock_count_id == count) & (LINE.product_id == ProductRow.id))
    )
    match part:
        case CountPart.ALL:
            return query.where(or_(LINE.id.is_not(None), listed))
        case CountPart.TO_COUNT:
            return query.where(LINE.id.is_(None), listed)
        case CountPart.DIFFERENCES:
            return query.where(DIFFERENCE != 0)


def _order(count: UUID, sort: str, *, descending: bool) -> list[ColumnElement[Any]]:
    """Put a count's lines in order; what is not counted comes last, by name."""
    entry = StockCountEntryRow
    last = (
        select(func.max(entry.seq))
        .where(entry.stock_count_id == count, entry.product_id == ProductRow.id)
        .where(entry.taken_back_at.is_(None))
        .correlate(ProductRow)
        .scalar_subquery()
    )
    by: ColumnElement[Any] = {
        "name": BY_NAME[0],
        "last": last,
        "counted": LINE.counted_quantity.expression,
        "difference": DIFFERENCE,
        "worth": func.abs(DIFFERENCE * ProductRow.price_amount),
    }[sort]
    first = (by.desc() if descending else by.asc()).nulls_last()
    return [first, *BY_NAME, ProductRow.id.expression]


def _line_query(count: UUID) -> Select[Any]:
    entry = StockCountEntryRow
    who = (
        select(func.string_agg(distinct(StaffRow.display_name), literal(", ")))
        .select_from(entry)
        .join(StaffRow, StaffRow.id == entry.counted_by)
        .where(entry.stock_count_id == count, entry.product_id == ProductRow.id)
        .where(entry.taken_back_at.is_(None))
        .correlate(ProductRow)
        .scalar_subquery()
    )
    columns: list[Any] = [
        ProductRow.id,
        ProductRow.name,
        CategoryRow.name,
        code_of_product(),
        ProductRow.price_amount,
        ProductRow.price_currency,
        LINE.counted_quantity,
        LINE.stock_at_count,
        InventoryRow.stock_level,
        InventoryRow.reserved_quantity,
        func.coalesce(who, ""),
        case((LINE.posted_audit_id.is_(None), _trouble())),
        has_variants(),
    ]
    return select(*columns)


def _trouble() -> ColumnElement[str | None]:
    """Say as core.count_trouble does why a line cannot be posted as it stands."""
    other = aliased(StockCountLineRow)
    by_itself = or_(
        LedgerRow.operation_type == "set",
        exists().where(other.posted_audit_id == LedgerRow.id),
        exists().where(StockUndoRow.undone_by == LedgerRow.id),
    )
    overtaken = exists().where(
        LedgerRow.product_id == LINE.product_id, LedgerRow.seq > LINE.seen_seq, by_itself
    )
    short = InventoryRow.stock_level + DIFFERENCE < InventoryRow.reserved_quantity
    return case(
        (DIFFERENCE == 0, None),
        (ProductRow.is_deleted, Trouble.DELETED),
        (overtaken, Trouble.OVERTAKEN),
        (short, Trouble.PROMISED),
    )


def _line(row: Any) -> CountLine:
    (
        key, name, category, code, amount, currency, counted, then, on_hand, reserved, who, trouble,
        of_variants,
    ) = row  # fmt: skip
    return CountLine(
        product_id=key,
        product=name,
        category=category,
        code=code,
        price=Money.of(amount, currency),
        counted=counted,
        stock_then=then,
        on_hand=on_hand,
        reserved=reserved,
        who=who,
        trouble=Trouble(trouble) if trouble else None,
        of_variants=of_variants,
    )
