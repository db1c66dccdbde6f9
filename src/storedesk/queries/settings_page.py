"""The store's settings as the page of settings edits them, and who changed what of them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from storedesk.domain import scale_codes, store_carriers
from storedesk.domain.logo import StoreLogo
from storedesk.domain.store_form import (
    AMOUNTS,
    COINS,
    SETTINGS,
    TEXTS,
    SettingChange,
    SettingsForm,
)
from storedesk.domain.values.addresses import given
from storedesk.persistence.engine.lists import as_written
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import AuditEventRow, StaffRow, StoreSettingsRow
from storedesk.queries.store_settings import LOGO, logo_of

MOST_CHANGES = 200
"""The newest changes of settings that are looked through."""


def form(session: Session) -> tuple[SettingsForm, tuple[SettingChange, ...]]:
    """Return the settings, and what was changed of them last, the newest first."""
    (row,), events = together(session, ROW, CHANGES)
    fields = {name: _shown(name, getattr(row, name)) for name in SETTINGS}
    return SettingsForm(row.version, fields), _changed(events, SETTINGS)


def logo(session: Session) -> tuple[StoreLogo | None, tuple[SettingChange, ...]]:
    """Return the logo of papers, and who changed it last: from which to which, by their names."""
    rows, events = together(session, LOGO, CHANGES)
    return logo_of(rows), _changed(events, ("logo_sha256",))


def _changed(events: Sequence[Any], names: Sequence[str]) -> tuple[SettingChange, ...]:
    """Return the changes of those settings, from the rows of CHANGES."""
    return tuple(
        SettingChange(
            event.created_at,
            who or event.login,
            name,
            _shown(name, event.old.get(name)),
            _shown(name, new),
        )
        for event, who in events
        for name, new in sorted(event.new.items())
        if name in names
    )


def _shown(name: str, value: Any) -> Any:
    """Return a setting as a form has it: of a row, or of the trail, where amounts are numbers."""
    if name in TEXTS:
        return given(value)
    if name == "carriers":
        return store_carriers.from_document(value)
    if name == "scale_codes":
        return scale_codes.from_document(value)
    if name in COINS:
        return f"{Decimal(str(value)):.2f}"
    return Decimal(str(value)) if name in AMOUNTS else value


def _changes() -> Select[*tuple[Any, ...]]:
    return (
        select(AuditEventRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.login == AuditEventRow.login)
        .where(AuditEventRow.entity == "store", AuditEventRow.action == "change")
        .order_by(AuditEventRow.id.desc())
        .limit(as_written(MOST_CHANGES))
    )


ROW, CHANGES = Part(lambda: select(StoreSettingsRow)), Part(_changes)
