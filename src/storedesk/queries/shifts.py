"""The shift that is open at a register, and who works in it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from storedesk.domain.shifts import Shift, ShiftPerson
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import RegisterRow, StaffRow, TillSessionPersonRow, TillSessionRow
from storedesk.queries.drawers import drawer_cash, drawer_columns

HERE = aliased(RegisterRow)
"""The register that asks; that of the shift may be another one, whose drawer it uses."""


def open_shift_at(session: Session, register_id: UUID) -> Shift | None:
    """Return the open shift that a register uses.

    As of one moment, so that the people are those of this shift while it is open.
    """
    return shift(*together(session, SHIFT, PEOPLE, register=register_id))


def shift(shifts: Sequence[Any], people: Sequence[Any]) -> Shift | None:
    """Make the shift of the rows of SHIFT and PEOPLE."""
    for row, opened_by, *drawer in shifts:
        held = drawer_cash(*drawer)
        return Shift(
            row.id,
            row.register_id,
            opened_by,
            row.opened_at,
            Money(row.opening_float_amount, row.currency),
            row.opened_by,
            tuple(ShiftPerson(*one) for one in people),
            held.level if held else None,
        )
    return None


def _open(*columns: Any) -> Select[*tuple[Any, ...]]:
    """Select of the shift that is open at the drawer of `register`."""
    drawer = (
        select(func.coalesce(HERE.drawer_of, HERE.id))
        .where(HERE.id == bindparam("register", None, type_=Uuid()))
        .scalar_subquery()
    )
    return select(*columns).where(
        TillSessionRow.register_id == drawer, TillSessionRow.status == "open"
    )


def _shift() -> Select[*tuple[Any, ...]]:
    opened = _open(TillSessionRow, StaffRow.display_name, *drawer_columns())
    return opened.join(StaffRow, StaffRow.id == TillSessionRow.opened_by).join(
        RegisterRow, RegisterRow.id == TillSessionRow.register_id
    )


def _people() -> Select[*tuple[Any, ...]]:
    return (
        select(StaffRow.id, StaffRow.display_name, StaffRow.login)
        .join(TillSessionPersonRow, TillSessionPersonRow.staff_id == StaffRow.id)
        .where(
            TillSessionPersonRow.till_session_id.in_(_open(TillSessionRow.id)),
            TillSessionPersonRow.left_at.is_(None),
        )
        .order_by(TillSessionPersonRow.joined_at, StaffRow.display_name, StaffRow.id)
    )


SHIFT, PEOPLE = Part(_shift), Part(_people)
