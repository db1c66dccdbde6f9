"""Shifts: the calls that open and close them, and the questions about them."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.money import Money
from storedesk.domain.till import Shift, ShiftReport
from storedesk.persistence import answers
from storedesk.persistence.answers import Answer
from storedesk.persistence.database import Command
from storedesk.persistence.rows import StaffRow, TillSessionRow


def open_shift(request: UUID, *, register_id: UUID, opening_float: Decimal) -> Command[Shift]:
    """Begin a shift at a register."""
    return func.api.open_shift(request, register_id, opening_float, type_=Answer(answers.shift))


def close_shift(
    request: UUID, *, shift_id: UUID, counted: Decimal, reason: str | None
) -> Command[ShiftReport]:
    """End a shift with what was counted."""
    return func.api.close_shift(
        request, shift_id, counted, reason, type_=Answer(answers.shift_report)
    )


def open_shift_at(session: Session, register_id: UUID) -> Shift | None:
    """Return the open shift of a register."""
    found = session.execute(
        select(TillSessionRow, StaffRow.display_name)
        .join(StaffRow, StaffRow.id == TillSessionRow.opened_by)
        .where(TillSessionRow.register_id == register_id, TillSessionRow.status == "open")
    ).one_or_none()
    if found is None:
        return None
    row, opened_by = found
    opening_float = Money(row.opening_float_amount, row.currency)
    return Shift(row.id, row.register_id, opened_by, row.opened_at, opening_float)


def report(session: Session, shift_id: UUID) -> ShiftReport:
    """Return the report of a shift. Not found: shift_not_found."""
    command = func.api.shift_report(shift_id, type_=Answer(answers.shift_report))
    return session.execute(select(command)).scalar_one()
