"""The registers as the page of settings shows them, and who changed what of them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from storedesk.domain.registers import RegisterChange, RegisterLine
from storedesk.persistence.engine.lists import as_written, by_text
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import AuditEventRow, RegisterRow, StaffRow

MOST_CHANGES = 20
"""The newest changes that are looked through."""
COLUMNS = ("code", "name", "drawer_of", "is_active", "least_cash_amount", "most_cash_amount")


def overview(session: Session) -> tuple[tuple[RegisterLine, ...], tuple[RegisterChange, ...]]:
    """Return all registers, those in use first, and what was changed of them last."""
    rows, events = together(session, REGISTERS, CHANGES)
    lines = tuple(
        RegisterLine(
            row.id,
            row.code,
            row.name,
            row.is_active,
            row.drawer_of,
            row.least_cash_amount,
            row.most_cash_amount,
        )
        for row in rows
    )
    return lines, tuple(
        change
        for event, who in events
        for change in _changed(event.created_at, who or event.login, event.old, event.new)
    )


def _changed(
    when: datetime, who: str, old: dict[str, Any] | None, new: dict[str, Any]
) -> Iterator[RegisterChange]:
    if old is None:
        yield RegisterChange(when, who, new["name"], "", "", new["name"])
        return
    for column in COLUMNS:
        if old.get(column) != new.get(column):
            yield RegisterChange(when, who, old["name"], column, old.get(column), new.get(column))


def _registers() -> Select[*tuple[Any, ...]]:
    return select(RegisterRow).order_by(RegisterRow.is_active.desc(), *by_text(RegisterRow.code))


def _changes() -> Select[*tuple[Any, ...]]:
    return (
        select(AuditEventRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.login == AuditEventRow.login)
        .where(AuditEventRow.entity == "register")
        .order_by(AuditEventRow.id.desc())
        .limit(as_written(MOST_CHANGES))
    )


REGISTERS, CHANGES = Part(_registers), Part(_changes)
