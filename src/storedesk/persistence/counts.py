"""Questions about stock counts, and the calls by which people count."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Uuid,
    distinct,
    exists,
    func,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session, aliased

from storedesk.domain.counts import (
    CountStatus,
    ParkedCode,
    Posted,
    StockCount,
    Tally,
)
from storedesk.persistence.decode.till import Answer, Document, nothing
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.lists import as_written, by_text, is_chosen
from storedesk.persistence.rows import (
    InventoryRow,
    ProductRow,
    StaffRow,
    StockCountEntryRow,
    StockCountLineRow,
    StockCountProductRow,
    StockCountRow,
)

LISTED = StockCountProductRow
LINE = StockCountLineRow


def open_count(request: UUID, *, count: UUID, name: str, products: Sequence[UUID]) -> Command[UUID]:
    """Begin a count; answers with its id."""
    listed = literal(list(products), ARRAY(Uuid()))
    return func.api.open_count(request, count, name, listed, type_=Uuid())


def count_item(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    count: UUID,
    product: UUID | None,
    code: str | None,
    quantity: int,
    is_set: bool,
) -> Command[Tally]:
    """Count so many more of a product or of what has a code, or so many in all."""
    return func.api.count_item(request, count, product, code, quantity, is_set, type_=Answer(tally))


def take_back(request: UUID, *, count: UUID) -> Command[Tally | None]:
    """Take back what this person counted last."""
    return func.api.take_back_count(request, count, type_=Answer(tally))


def recount(
    request: UUID, *, count: UUID, product: UUID | None, code: str | None
) -> Command[Tally]:
    """Forget what was counted of a product, or of a code put aside."""
    return func.api.recount_item(request, count, product, code, type_=Answer(tally))


def post(request: UUID, *, count: UUID, carry: bool, approval: UUID | None) -> Command[Posted]:
    """Apply the differences to the stock."""
    return func.api.post_count(request, count, carry, approval, type_=Answer(posted))


def cancel(request: UUID, *, count: UUID) -> Command[None]:
    """End a count that comes to nothing."""
    return func.api.cancel_count(request, count, type_=Answer(nothing))


def tally(told: Document) -> Tally:
    """Read what a count says after an entry."""
    product = told["product_id"]
    return Tally(
        product_id=UUID(product) if product else None,
        name=told["name"],
        code=told["code"],
        counted=told["counted"],
        products=told["products"],
        pieces=told["pieces"],
    )


def posted(told: Document) -> Posted:
    """Read what posting did."""
    carried = told["carried"]
    return Posted(
        posted=told["posted"],
        same=told["same"],
        pieces=told["pieces"],
        movements=tuple(map(UUID, told["movements"])),
        carried=UUID(carried) if carried else None,
        left=told["left"],
    )


def counts(session: Session, *, limit: int, only: UUID | None = None) -> list[StockCount]:
    """Return the counts, the open ones first and then the newest."""
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


def parked(session: Session, count: UUID, *, limit: int) -> list[ParkedCode]:
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
    session: Session, *, search: str, category_id: UUID | None, at_random: int, limit: int
) -> list[UUID]:
    """Return the products that a count is to list: at most `limit`, or so many by chance."""
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
