"""Shifts: the calls that open, join, count and close them, and the questions about them."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.till import Shift, ShiftPerson, ShiftReport
from storedesk.domain.values.money import Money
from storedesk.persistence.decode import till
from storedesk.persistence.decode.till import Answer
from storedesk.persistence.engine.database import Command
from storedesk.persistence.rows import RegisterRow, StaffRow, TillSessionPersonRow, TillSessionRow


def open_shift(request: UUID, *, register_id: UUID, opening_float: Decimal) -> Command[Shift]:
    """Begin a shift at a register."""
    return func.api.open_shift(request, register_id, opening_float, type_=Answer(till.shift))


def join_shift(request: UUID, *, shift_id: UUID, approval: UUID | None) -> Command[Shift]:
    """Work in a shift from now on."""
    return func.api.join_shift(request, shift_id, approval, type_=Answer(till.shift))


def move_cash(
    request: UUID, *, shift_id: UUID, kind: str, amount: Decimal, reason: str
) -> Command[UUID]:
    """Put cash into a drawer, or take it out."""
    return func.api.move_cash(request, shift_id, kind, amount, reason, type_=Answer(UUID))


def count_shift(request: UUID, *, shift_id: UUID, counted: Decimal) -> Command[ShiftReport]:
    """Say what was counted in the drawer."""
    return func.api.count_shift(request, shift_id, counted, type_=Answer(till.shift_report))


def close_shift(
    request: UUID, *, shift_id: UUID, counted: Decimal, reason: str | None
) -> Command[ShiftReport]:
    """End a shift with what was counted."""
    return func.api.close_shift(request, shift_id, counted, reason, type_=Answer(till.shift_report))


def open_shift_at(session: Session, register_id: UUID) -> Shift | None:
    """Return the open shift that a register uses, and who is in it."""
    drawer = (
        select(func.coalesce(RegisterRow.drawer_of, RegisterRow.id))
        .where(RegisterRow.id == register_id)
        .scalar_subquery()
    )
    found = session.execute(
        select(TillSessionRow, StaffRow.display_name)
        .join(StaffRow, StaffRow.id == TillSessionRow.opened_by)
        .where(TillSessionRow.register_id == drawer, TillSessionRow.status == "open")
    ).one_or_none()
    if found is None:
        return None
    row, opened_by = found
    return Shift(
        row.id,
        row.register_id,
        opened_by,
        row.opened_at,
        Money(row.opening_float_amount, row.currency),
        row.opened_by,
        _people(session, row.id),
    )


def report(session: Session, shift_id: UUID) -> ShiftReport:
    """Return the report of a shift. Not found: shift_not_found."""
    command = func.api.shift_report(shift_id, type_=Answer(till.shift_report))
    return session.execute(select(command)).scalar_one()


def _people(session: Session, shift_id: UUID) -> tuple[ShiftPerson, ...]:
    who = (
        select(StaffRow.id, StaffRow.display_name, StaffRow.login)
        .join(TillSessionPersonRow, TillSessionPersonRow.staff_id == StaffRow.id)
        .where(
            TillSessionPersonRow.till_session_id == shift_id,
            TillSessionPersonRow.left_at.is_(None),
        )
        .order_by(TillSessionPersonRow.joined_at, StaffRow.display_name, StaffRow.id)
    )
    return tuple(ShiftPerson(*row) for row in session.execute(who))
