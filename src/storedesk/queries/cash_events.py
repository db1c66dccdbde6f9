"""Questions about the cash of a shift: all that happened at its drawer, and what is in it then."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Numeric,
    Select,
    String,
    Subquery,
    Text,
    Uuid,
    any_,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from storedesk.domain.shifts import CashEvent, CashKind
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.lists import as_written, in_order, key_vector
from storedesk.persistence.rows import (
    CashMovementRow,
    DrawerOpeningRow,
    OrderPaymentRow,
    OrderRow,
    StaffRow,
    TillSessionCountRow,
    TillSessionRow,
)

FIRST, AMONG, LAST = 0, 1, 2
"""Of one instant: the float is before all else, and the shift is closed after it."""


def cash_event_keys(
    session: Session, *, shift_id: UUID, sort: str = "when", descending: bool = True
) -> bytes:
    """Return the ids of all that happened at the drawer of a shift, in order, 16 bytes each."""
    del sort  # there is one order
    events = _events(shift_id)
    query = select(events.c.id).order_by(*_order(events, descending=descending))
    return key_vector(session, query)


def first_cash_events(
    session: Session,
    *,
    shift_id: UUID,
    sort: str = "when",
    descending: bool = True,
    limit: int = 100,
) -> list[CashEvent]:
    """Return the first of the list whose keys `cash_event_keys` returns."""
    del sort
    lines = _balanced(_events(shift_id))
    query = _lines(lines, shift_id).order_by(*_order(lines, descending=descending))
    return [_event(*row) for row in session.execute(query.limit(as_written(limit)))]


def cash_events(session: Session, ids: Sequence[UUID], *, shift_id: UUID) -> list[CashEvent]:
    """Return events of one shift in the order of `ids`."""
    lines = _balanced(_events(shift_id))
    query = _lines(lines, shift_id).where(lines.c.id == any_(bindparam("ids")))
    rows = session.execute(query, {"ids": list(ids)})
    return in_order(ids, {row[0]: _event(*row) for row in rows})


def _events(shift_id: UUID) -> Subquery:
    """Select all that happened at a drawer, from the rows that say it."""
    parts = (_opened, _paid, _moved, _unsold, _counted, _closed)
    return union_all(*(part(shift_id) for part in parts)).subquery("events")


def _opened(shift_id: UUID) -> Select[*tuple[Any, ...]]:
    row = TillSessionRow
    amount = row.opening_float_amount
    return _part(CashKind.FLOAT, row.id, row.opened_at, row.opened_by, amount, rank=FIRST).where(
        row.id == shift_id
    )


def _paid(shift_id: UUID) -> Select[*tuple[Any, ...]]:
    row = OrderPaymentRow
    is_refund, paid = row.kind == _text("refund"), row.amount + row.rounding_amount
    kind = case((is_refund, _text(CashKind.REFUND)), else_=_text(CashKind.SALE))
    amount = case((is_refund, -paid), else_=paid)
    return _part(kind, row.id, row.created_at, row.created_by, amount, order_id=row.order_id).where(
        row.till_session_id == shift_id, row.method == _text("cash")
    )


def _moved(shift_id: UUID) -> Select[*tuple[Any, ...]]:
    row = CashMovementRow
    amount = case((row.kind == _text(CashKind.PAID_IN), row.amount), else_=-row.amount)
    return _part(row.kind, row.id, row.created_at, row.created_by, amount, remark=row.reason).where(
        row.till_session_id == shift_id
    )


def _unsold(shift_id: UUID) -> Select[*tuple[Any, ...]]:
    row = DrawerOpeningRow
    return _part(
        CashKind.NO_SALE, row.id, row.created_at, row.created_by, null(), remark=row.reason
    ).where(row.till_session_id == shift_id)


def _counted(shift_id: UUID) -> Select[*tuple[Any, ...]]:
    row = TillSessionCountRow
    return _part(
        CashKind.COUNT, _key("count ", row.id), row.counted_at, row.counted_by, null(),
        counted=row.counted_amount,
    ).where(row.till_session_id == shift_id)  # fmt: skip


def _closed(shift_id: UUID) -> Select[*tuple[Any, ...]]:
    row = TillSessionRow
    return _part(
        CashKind.CLOSE, _key("close ", row.id), row.closed_at, row.closed_by, null(),
        remark=row.difference_reason, counted=row.counted_cash_amount, rank=LAST,
    ).where(row.id == shift_id, row.closed_at.is_not(None))  # fmt: skip


def _part(  # noqa: PLR0913 - the columns of an event
    kind: Any,
    key: Any,
    at: Any,
    who: Any,
    amount: Any,
    *,
    order_id: Any = None,
    remark: Any = None,
    counted: Any = None,
    rank: int = AMONG,
) -> Select[*tuple[Any, ...]]:
    """Select one source of events; what it has not is empty."""
    return select(
        cast(_text(kind) if isinstance(kind, CashKind) else kind, Text()).label("kind"),
        key.label("id"),
        at.label("at"),
        who.label("staff_id"),
        cast(amount, Numeric(10, 2)).label("amount"),
        cast(null() if order_id is None else order_id, Uuid()).label("order_id"),
        cast(null() if remark is None else remark, String()).label("remark"),
        cast(null() if counted is None else counted, Numeric(10, 2)).label("counted"),
        literal(rank, Integer(), literal_execute=True).label("rank"),
    )


def _balanced(events: Subquery) -> Subquery:
    """Add what should be in the drawer after each event."""
    none = literal(0, Numeric(), literal_execute=True)
    balance = func.sum(func.coalesce(events.c.amount, none)).over(
        order_by=_order(events, descending=False)
    )
    return select(*events.c, balance.label("balance")).subquery("balanced")


def _lines(events: Subquery, shift_id: UUID) -> Select[*tuple[Any, ...]]:
    row = TillSessionRow
    currency = select(row.currency).where(row.id == shift_id).scalar_subquery()
    return (
        select(
            events.c.id,
            events.c.kind,
            events.c.at,
            func.coalesce(StaffRow.display_name, ""),
            events.c.order_id,
            func.coalesce(OrderRow.order_number, ""),
            func.coalesce(events.c.remark, ""),
            events.c.amount,
            events.c.counted,
            events.c.balance,
            currency,
        )
        .outerjoin(StaffRow, StaffRow.id == events.c.staff_id)
        .outerjoin(OrderRow, OrderRow.id == events.c.order_id)
    )


def _order(events: Subquery, *, descending: bool) -> list[ColumnElement[Any]]:
    columns = (events.c.at, events.c.rank, events.c.id)
    return [column.desc() if descending else column for column in columns]


def _text(words: str) -> ColumnElement[str]:
    return literal(str(words), Text(), literal_execute=True)


def _key(prefix: str, number: Any) -> ColumnElement[UUID]:
    """Make a key of what has none of its own."""
    return cast(func.md5(func.concat(_text(prefix), number), type_=Text()), Uuid())


def _event(key: UUID, kind: str, at: Any, who: str, order_id: UUID | None, *rest: Any) -> CashEvent:
    order, remark, amount, counted, balance, currency = rest
    return CashEvent(
        key, CashKind(kind), at, who, order_id, order, remark,
        None if amount is None else Money(amount, currency),
        None if counted is None else Money(counted, currency),
        Money(balance, currency),
    )  # fmt: skip
