"""The shift that is open at a register, and who works in it."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.till import Shift, ShiftPerson
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.persistence.rows import RegisterRow, StaffRow, TillSessionPersonRow, TillSessionRow


@of_one_moment
def open_shift_at(session: Session, register_id: UUID) -> Shift | None:
    """Return the open shift that a register uses.

    As of one moment, so that the people are those of this shift while it is open.
    """
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
