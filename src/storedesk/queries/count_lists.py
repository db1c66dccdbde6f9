"""Questions about stock counts, and the calls by which people count."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    distinct,
    exists,
    func,
    literal,
    select,
)
from sqlalchemy.orm import Session, aliased

from storedesk.domain.counts import (
    CountStatus,
    ParkedCode,
    StockCount,
)
from storedesk.persistence.engine.lists import as_written, by_text
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import (
    InventoryRow,
    ProductRow,
    StaffRow,
    StockCountEntryRow,
    StockCountLineRow,
    StockCountProductRow,
    StockCountRow,
)
from storedesk.queries.product_search import is_chosen

LISTED = StockCountProductRow
LINE = StockCountLineRow


def newest(session: Session, limit: int = 200) -> list[StockCount]:
    """Return the counts, the open ones first and then the newest."""
    return _counts(session, limit=limit)


def open_count(session: Session) -> int:
    """Count the counts that are open."""
    ((opened,),) = together(session, OPEN)
    return int(opened)


def count_of(session: Session, count: UUID) -> StockCount | None:
    """Return one count."""
    return next(iter(_counts(session, limit=1, only=count)), None)


def _counts(session: Session, *, limit: int, only: UUID | None = None) -> list[StockCount]:
    opener, poster = aliased(StaffRow), aliased(StaffRow)
    mine = LINE.stock_count_id == StockCountRow.id
    listed = LISTED.stock_count_id == StockCountRow.id
    is_counted = exists().where(mine, LINE.product_id == LISTED.product_id)
    query = (
        select(
            StockCountRow.id,
            StockCountRow.name,
            StockCountRow.status,
            opener.display_name,
            StockCountRow.created_at,
            poster.display_name,
            StockCountRow.posted_at,
            _number(select(func.count()).select_from(LISTED).where(listed)),
            _number(select(func.count()).select_from(LISTED).where(listed, ~is_counted)),
            _number(select(func.count()).select_from(LINE).where(mine)),
            _number(select(func.coalesce(func.sum(LINE.counted_quantity), 0)).where(mine)),
            StockCountRow.carried_from.is_not(None),
        )
        .outerjoin(opener, opener.id == StockCountRow.created_by)
        .outerjoin(poster, poster.id == StockCountRow.posted_by)
        .order_by(StockCountRow.status != "open", StockCountRow.created_at.desc())
        .limit(as_written(limit))
    )
    if only is not None:
        query = query.where(StockCountRow.id == only)
    return [
        StockCount(key, name, CountStatus(status), *rest)
        for key, name, status, *rest in session.execute(query)
    ]


def parked(session: Session, count: UUID, limit: int = 200) -> list[ParkedCode]:
    """Return the codes that nothing has, with how often they were counted."""
    entry = StockCountEntryRow
    query = (
        select(
            entry.code,
            func.sum(entry.quantity),
            func.string_agg(distinct(StaffRow.display_name), literal(", ")),
        )
        .join(StaffRow, StaffRow.id == entry.counted_by)
        .where(
            entry.stock_count_id == count, entry.code.is_not(None), entry.taken_back_at.is_(None)
        )
        .group_by(entry.code)
        .order_by(func.max(entry.seq).desc())
        .limit(as_written(limit))
    )
    return [ParkedCode(code or "", quantity, who) for code, quantity, who in session.execute(query)]


def scope(
    session: Session,
    *,
    limit: int,
    search: str = "",
    category_id: UUID | None = None,
    at_random: int = 0,
) -> list[UUID]:
    """Return the products that a count is to list: all that match, or so many by chance."""
    query = (
        select(ProductRow.id)
        .join(InventoryRow, InventoryRow.product_id == ProductRow.id)
        .where(*is_chosen(search, category_id), ProductRow.status != "draft")
    )
    if at_random:
        query = query.order_by(func.random()).limit(as_written(min(at_random, limit)))
    else:
        query = query.order_by(*by_text(ProductRow.name), ProductRow.id).limit(as_written(limit))
    return list(session.scalars(query))


def _number(query: Select[Any]) -> ColumnElement[int]:
    return query.correlate(StockCountRow).scalar_subquery()


OPEN = Part(
    lambda: select(func.count()).where(
        StockCountRow.status == literal(CountStatus.OPEN.value, Text())
    )
)
