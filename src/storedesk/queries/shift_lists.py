"""Questions about all shifts: the list of them, narrowed and sorted, and how many wait."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    Numeric,
    Select,
    Text,
    any_,
    bindparam,
    case,
    cast,
    func,
    literal,
    select,
    true,
)
from sqlalchemy.orm import Session, aliased

from storedesk.domain.shifts import ShiftCounts, ShiftLine, ShiftState
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.lists import by_text, in_order, key_vector, led_by, ordered
from storedesk.persistence.engine.search import has_words, words_of
from storedesk.persistence.rows import (
    ExceptionSignoffRow,
    OrderRow,
    PosSaleRow,
    RegisterRow,
    StaffRow,
    TillSessionRow,
)
from storedesk.queries.drawers import drawer_cash, drawer_columns

ROW = TillSessionRow
KEY = ROW.id.expression
OPENER, CLOSER, APPROVER = aliased(StaffRow), aliased(StaffRow), aliased(StaffRow)


def _names(kind: Any, name: Any) -> CTE:
    """Select the words of names, made once each: shifts are many, who and what they name is few."""
    named = select(kind.id, words_of(name).label("words"))
    return named.cte(f"{kind.__tablename__}_words").prefix_with("MATERIALIZED")


REGISTER_WORDS = _names(RegisterRow, RegisterRow.name)
PERSON_WORDS = _names(StaffRow, StaffRow.display_name)
OPENER_WORDS, CLOSER_WORDS = PERSON_WORDS.alias("opener_words"), PERSON_WORDS.alias("closer_words")
REASON = ROW.difference_reason
WORDS = func.concat_ws(
    " ",
    REGISTER_WORDS.c.words,
    OPENER_WORDS.c.words,
    CLOSER_WORDS.c.words,
    case((REASON.is_not(None), words_of(REASON))),
    cast(ROW.z_number, Text()),
    type_=Text(),
)
"""What a list is searched in."""
SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        "opened": (ROW.opened_at.expression, KEY),
        "closed": (ROW.closed_at.expression, ROW.opened_at.expression, KEY),
        "register": (*by_text(RegisterRow.name.expression), ROW.opened_at.expression, KEY),
        "difference": (ROW.difference_amount.expression, ROW.opened_at.expression, KEY),
    }
)
"""What the list may be sorted by; every order ends with a key."""


def shift_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    state: ShiftState | None = None,
    register_id: UUID | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    sort: str = "opened",
    descending: bool = True,
) -> bytes:
    """Return the ids of all shifts that match, in order, 16 bytes each.

    `search` is words of register, person, reason or number; opened from `since` on and before
    `until`, UTC without zone. Sorted by opened, closed, register or difference.
    """
    wanted = _wanted(search, state, register_id, since, until)
    query = _chosen(search).where(*wanted)
    return key_vector(session, ordered(query, SORTS[sort], descending=descending))


def first_shifts(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    state: ShiftState | None = None,
    register_id: UUID | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    sort: str = "opened",
    descending: bool = True,
    limit: int = 100,
) -> list[ShiftLine]:
    """Return the first of the list whose keys `shift_keys` returns."""
    wanted = _wanted(search, state, register_id, since, until)
    chosen = _chosen(search).where(*wanted)
    first, by = led_by(chosen, SORTS[sort], limit, descending=descending)
    query = _lines().join(first, first.c.id == KEY).order_by(*by)
    return [_line(*row) for row in session.execute(query)]


def shift_lines(session: Session, ids: Sequence[UUID]) -> list[ShiftLine]:
    """Return shifts in the order of `ids`."""
    query = _lines().where(any_(bindparam("ids")) == KEY)
    rows = session.execute(query, {"ids": list(ids)})
    return in_order(ids, {row[0]: _line(*row) for row in rows})


def counts(session: Session) -> ShiftCounts:
    """Count the open shifts, and those that a manager has to agree to."""
    is_open = ROW.status == literal("open", Text(), literal_execute=True)
    unapproved = select(func.count()).select_from(ROW).where(*_unapproved())
    query = select(
        select(func.count()).select_from(ROW).where(is_open).scalar_subquery(),
        unapproved.scalar_subquery(),
    )
    return ShiftCounts(*session.execute(query).one())


def unapproved_count(session: Session) -> int:
    """Count the shifts that a manager has to agree to."""
    query = select(func.count()).select_from(ROW).where(*_unapproved())
    return session.scalar(query) or 0


def _unapproved() -> list[ColumnElement[bool]]:
    signed = select(ExceptionSignoffRow.id).where(ExceptionSignoffRow.id == KEY)
    return [ROW.unapproved.expression, ROW.closed_at.is_not(None), ~signed.correlate(ROW).exists()]


def _from(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Join what a list is also sorted by."""
    return (
        query.select_from(ROW)
        .join(RegisterRow, RegisterRow.id == ROW.register_id)
        .join(OPENER, OPENER.id == ROW.opened_by)
        .outerjoin(CLOSER, CLOSER.id == ROW.closed_by)
    )


def _chosen(search: str) -> Select[Any]:
    """Select the keys of a list; joined with what it is searched in, where it is."""
    query = _from(select(KEY))
    if not search.strip():
        return query
    return (
        query.join(REGISTER_WORDS, REGISTER_WORDS.c.id == ROW.register_id)
        .join(OPENER_WORDS, OPENER_WORDS.c.id == ROW.opened_by)
        .outerjoin(CLOSER_WORDS, CLOSER_WORDS.c.id == ROW.closed_by)
    )


def _lines() -> Select[*tuple[Any, ...]]:
    is_sale = PosSaleRow.kind == literal("sale", Text(), literal_execute=True)
    sold = (
        select(
            func.count().label("sales"),
            func.coalesce(
                func.sum(OrderRow.total_amount), literal(Decimal("0.00"), Numeric())
            ).label("gross"),
        )
        .select_from(PosSaleRow)
        .join(OrderRow, OrderRow.id == PosSaleRow.order_id)
        .where(PosSaleRow.till_session_id == KEY, is_sale)
        .correlate(ROW)
        .lateral("sold")
    )
    query = select(
        KEY,
        RegisterRow.name,
        ROW.z_number,
        ROW.opened_at,
        OPENER.display_name,
        ROW.closed_at,
        func.coalesce(CLOSER.display_name, ""),
        sold.c.sales,
        sold.c.gross,
        ROW.currency,
        ROW.difference_amount,
        func.coalesce(ROW.difference_reason, ""),
        ROW.unapproved,
        func.coalesce(APPROVER.display_name, ""),
        ExceptionSignoffRow.signed_at,
        func.coalesce(ExceptionSignoffRow.note, ""),
        *drawer_columns(),
    )
    return (
        _from(query)
        .join(sold, true())
        .outerjoin(ExceptionSignoffRow, ExceptionSignoffRow.id == KEY)
        .outerjoin(APPROVER, APPROVER.id == ExceptionSignoffRow.signed_by)
    )


def _wanted(
    search: str,
    state: ShiftState | None,
    register_id: UUID | None,
    since: datetime | None,
    until: datetime | None,
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    match state:
        case ShiftState.OPEN | ShiftState.CLOSED:
            conditions.append(ROW.status == literal(state.value, Text(), literal_execute=True))
        case ShiftState.UNAPPROVED:
            conditions += _unapproved()
    if register_id is not None:
        conditions.append(ROW.register_id == register_id)
    if since is not None:
        conditions.append(ROW.opened_at >= since)
    if until is not None:
        conditions.append(ROW.opened_at < until)
    if search.strip():
        conditions += has_words(WORDS, search)
    return conditions


def _line(  # noqa: PLR0913, PLR0917 - a row of _lines
    key: UUID,
    register: str,
    z_number: int | None,
    opened_at: datetime,
    opened_by: str,
    closed_at: datetime | None,
    closed_by: str,
    sales: int,
    gross: Decimal,
    currency: str,
    difference: Decimal | None,
    *others: Any,
) -> ShiftLine:
    off = None if difference is None else Money(difference, currency)
    rest = (*others[:-3], drawer_cash(*others[-3:]))
    return ShiftLine(
        key, register, z_number, opened_at, opened_by, closed_at, closed_by, sales,
        Money(gross, currency), off, *rest,
    )  # fmt: skip
