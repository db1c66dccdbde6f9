"""Shifts: the calls that open, join, count and close them, and the questions about them."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from storedesk.domain.shifts import DayReport, Shift, ShiftReport
from storedesk.domain.values.money import Money
from storedesk.persistence.decode import shifts as answers
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def open_shift(request: UUID, *, register_id: UUID, opening_float: Money) -> Command[Shift]:
    """Begin a shift with what is in the drawer; who opens it leaves the one that they were in.

    Refuses: register_not_found, shift_already_open.
    """
    return func.api.open_shift(
        request, register_id, opening_float.amount, type_=Answer(answers.shift)
    )


def join_shift(request: UUID, *, shift_id: UUID, approval: UUID | None = None) -> Command[Shift]:
    """Work in a shift from now on, and leave the one before.

    Who opened it comes back alone, and so does a manager; anybody else needs an approval of the
    action "join_shift" and {shift_id, requested_by}, by one of its people or a manager.

    Refuses: approval_needed.
    """
    return func.api.join_shift(request, shift_id, approval, type_=Answer(answers.shift))


def move_cash(
    request: UUID, *, shift_id: UUID, amount: Money, reason: str, is_in: bool
) -> Command[UUID]:
    """Put cash into the drawer, or take it out, beside sales.

    Refuses: bad_cash_kind.
    """
    kind = "paid_in" if is_in else "paid_out"
    return func.api.move_cash(request, shift_id, kind, amount.amount, reason, type_=Answer(UUID))


def open_drawer(
    request: UUID, *, shift_id: UUID, reason: str, approval: UUID | None = None
) -> Command[UUID]:
    """Write down that the drawer is opened without a sale; answer the id of that.

    Who has done so in this shift as often as they may needs an approval of the action
    "open_drawer" and {shift_id, reason, requested_by}.

    Refuses: openings_of_shift.
    """
    return func.api.open_drawer(request, shift_id, reason, approval, type_=Answer(UUID))


def count_shift(request: UUID, *, shift_id: UUID, counted: Money) -> Command[ShiftReport]:
    """Say what was counted in the drawer; the report tells what was expected.

    The count stands. Another one is a correction: both are kept, and stand on the Z report.
    """
    return func.api.count_shift(
        request, shift_id, counted.amount, type_=Answer(answers.shift_report)
    )


def close_shift(
    request: UUID, *, shift_id: UUID, counted: Money, reason: str | None = None
) -> Command[ShiftReport]:
    """End a shift with what was counted.

    A difference needs a reason. Where there is none, the count is kept and the shift stays open:
    the report has no `closed_at`.

    Refuses: cash_in_sale, difference_needs_reason, drawer_moved.
    """
    return func.api.close_shift(
        request, shift_id, counted.amount, reason, type_=Answer(answers.shift_report)
    )


def shift_report(session: Session, shift_id: UUID) -> ShiftReport:
    """Return an X report while the shift is open, its Z report afterwards."""
    command = func.api.shift_report(shift_id, type_=Answer(answers.shift_report))
    report: ShiftReport = session.execute(select(command)).scalar_one()
    return report


def day_report(session: Session, day: date) -> DayReport:
    """Return all shifts together that were opened on a day of the store's calendar.

    Refuses: bad_instant.
    """
    command = func.api.day_report(day, type_=Answer(answers.day_report))
    report: DayReport = session.execute(select(command)).scalar_one()
    return report
