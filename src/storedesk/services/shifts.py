"""What cashiers do with their shifts, and ask about them."""

from uuid import UUID

from storedesk.domain.money import Money
from storedesk.domain.till import Shift, ShiftReport
from storedesk.persistence import shifts
from storedesk.persistence.database import Command, Session


def open_shift(request: UUID, *, register_id: UUID, opening_float: Money) -> Command[Shift]:
    """Begin a shift with what is in the drawer."""
    return shifts.open_shift(request, register_id=register_id, opening_float=opening_float.amount)


def close_shift(
    request: UUID, *, shift_id: UUID, counted: Money, reason: str | None = None
) -> Command[ShiftReport]:
    """End a shift with what was counted. A difference needs a reason."""
    return shifts.close_shift(request, shift_id=shift_id, counted=counted.amount, reason=reason)


def open_shift_at(session: Session, register_id: UUID) -> Shift | None:
    """Return the open shift of a register."""
    return shifts.open_shift_at(session, register_id)


def report(session: Session, shift_id: UUID) -> ShiftReport:
    """Return an X report while the shift is open, its Z report afterwards."""
    return shifts.report(session, shift_id)
