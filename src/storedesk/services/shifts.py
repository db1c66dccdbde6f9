"""What cashiers do with their shifts, and ask about them."""

from uuid import UUID

from storedesk.domain.till import Shift, ShiftReport
from storedesk.domain.values.money import Money
from storedesk.persistence import shifts
from storedesk.persistence.engine.database import Command, Session


def open_shift(request: UUID, *, register_id: UUID, opening_float: Money) -> Command[Shift]:
    """Begin a shift with what is in the drawer; who opens it leaves the one that they were in."""
    return shifts.open_shift(request, register_id=register_id, opening_float=opening_float.amount)


def join_shift(request: UUID, *, shift_id: UUID, approval: UUID | None = None) -> Command[Shift]:
    """Work in a shift from now on, and leave the one before.

    Who opened it comes back alone, and so does a manager; anybody else needs an approval of the
    action "join_shift" and {shift_id, requested_by}, by one of its people or a manager.
    """
    return shifts.join_shift(request, shift_id=shift_id, approval=approval)


def move_cash(
    request: UUID, *, shift_id: UUID, amount: Money, reason: str, is_in: bool
) -> Command[UUID]:
    """Put cash into the drawer, or take it out, beside sales."""
    kind = "paid_in" if is_in else "paid_out"
    return shifts.move_cash(
        request, shift_id=shift_id, kind=kind, amount=amount.amount, reason=reason
    )


def count_shift(request: UUID, *, shift_id: UUID, counted: Money) -> Command[ShiftReport]:
    """Say what was counted in the drawer; the report tells what was expected.

    The count stands. Another one is a correction: both are kept, and stand on the Z report.
    """
    return shifts.count_shift(request, shift_id=shift_id, counted=counted.amount)


def close_shift(
    request: UUID, *, shift_id: UUID, counted: Money, reason: str | None = None
) -> Command[ShiftReport]:
    """End a shift with what was counted.

    A difference needs a reason. Where there is none, the count is kept and the shift stays open:
    the report has no `closed_at`.
    """
    return shifts.close_shift(request, shift_id=shift_id, counted=counted.amount, reason=reason)


def open_shift_at(session: Session, register_id: UUID) -> Shift | None:
    """Return the open shift that a register uses."""
    return shifts.open_shift_at(session, register_id)


def report(session: Session, shift_id: UUID) -> ShiftReport:
    """Return an X report while the shift is open, its Z report afterwards."""
    return shifts.report(session, shift_id)
