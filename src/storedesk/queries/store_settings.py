"""Questions about the store's settings."""

from collections.abc import Sequence
from datetime import time
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Select, cast, func, select
from sqlalchemy.orm import Session

from storedesk.domain.backup_schedule import BackupSchedule
from storedesk.domain.logo import StoreLogo
from storedesk.domain.refusals.errors import Conflict
from storedesk.domain.replica_address import ReplicaAddress
from storedesk.domain.store import StoreSettings
from storedesk.domain.store_carriers import from_document
from storedesk.domain.store_form import LETTER_COLUMNS
from storedesk.domain.till import (
    Method,
    Register,
)
from storedesk.domain.values.tax import TaxMode
from storedesk.persistence.engine.lists import as_written, by_text
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import (
    RegisterRow,
    StoreLogoRow,
    StoreSettingsRow,
    TaxClassRow,
    TaxRateRow,
)


def identity(session: Session) -> UUID:
    """Return what a store keeps wherever it moves: its walk-in customer is nobody else's."""
    return session.scalars(select(StoreSettingsRow.walk_in_customer_id)).one()


def settings(session: Session) -> StoreSettings:
    """Return the store's settings."""
    return settings_of(*together(session, SETTINGS, TAX, LOGO))


def settings_of(rows: Sequence[Any], taxes: Sequence[Any], logos: Sequence[Any]) -> StoreSettings:
    """Make the settings of the rows of SETTINGS, TAX and LOGO."""
    ((tax_name, tax_rate),) = taxes
    (row,) = rows
    return StoreSettings(
        name=row.name,
        street=row.store_street,
        city=row.store_city,
        state=row.store_state,
        postal_code=row.store_postal_code,
        country=row.store_country,
        currency=row.currency,
        time_zone=row.time_zone,
        tax_mode=TaxMode(row.tax_mode),
        tax_name=tax_name,
        tax_rate=tax_rate,
        language=row.language,
        phone=row.phone,
        tax_id=row.tax_id,
        is_demo=row.is_demo,
        logo=logo_of(logos),
        receipt_header=row.receipt_header or "",
        receipt_footer=row.receipt_footer or "",
        carriers=from_document(row.carriers),
        first_tender=Method(row.first_tender),
        letters={
            method: letter
            for name, method in LETTER_COLUMNS.items()
            if (letter := getattr(row, name))
        },
        largest_note=row.largest_note_amount,
        cash_rounding=row.cash_rounding,
        pack_by_scan=row.pack_by_scan,
        replica=ReplicaAddress.read(row.replica_address or ""),
    )


def logo_of(rows: Sequence[Any]) -> StoreLogo | None:
    """Make the logo of the rows of LOGO; None for a store without one."""
    return next((StoreLogo(page, strip, sha256) for page, strip, sha256 in rows), None)


def backup_schedule(session: Session) -> tuple[BackupSchedule, str]:
    """Return when, where to and how many backups are kept, and the store's time zone."""
    row = session.execute(
        select(
            StoreSettingsRow.backup_time,
            StoreSettingsRow.backup_folder,
            StoreSettingsRow.backups_kept,
            StoreSettingsRow.time_zone,
        )
    ).one()
    at = time.fromisoformat(row.backup_time) if row.backup_time else None
    folder = Path(row.backup_folder) if row.backup_folder else None
    return BackupSchedule(at, folder, row.backups_kept), row.time_zone


def web_address(session: Session) -> tuple[int, str]:
    """Return the settings' version, and where the web shop is; "" for nowhere."""
    row = session.scalars(select(StoreSettingsRow)).one()
    return row.version, row.web_address or ""


def set_web_address(session: Session, address: str, *, seen: int) -> None:
    """Note where the web shop is: links in e-mails are built on it. For administrators."""
    row = session.scalars(select(StoreSettingsRow).with_for_update(key_share=True)).one()
    if row.version != seen:
        raise Conflict("changed_meanwhile")
    row.web_address = address or None
    session.flush()


def registers(session: Session) -> tuple[Register, ...]:
    """Return the tills of the store, by their code."""
    return registers_of(*together(session, REGISTERS))


def registers_of(rows: Sequence[Any]) -> tuple[Register, ...]:
    """Make the tills of the rows of REGISTERS."""
    return tuple(Register(row.id, row.code, row.name) for row in rows)


def on_sale_at_once(session: Session) -> bool:
    """Tell whether the store puts new products on sale; else they are drafts at first."""
    return session.scalars(select(StoreSettingsRow.new_products_on_sale)).one()


def _tax() -> Select[*tuple[Any, ...]]:
    """Select what the default class is taxed today, where the store is."""
    zone = select(StoreSettingsRow.time_zone).scalar_subquery()
    return (
        select(TaxRateRow.name, TaxRateRow.rate)
        .join(TaxClassRow, TaxClassRow.id == TaxRateRow.tax_class_id)
        .where(
            TaxClassRow.is_default,
            TaxRateRow.valid_from <= cast(func.timezone(zone, func.now()), Date),
        )
        .order_by(TaxRateRow.valid_from.desc())
        .limit(as_written(1))
    )


def _logo() -> Select[*tuple[Any, ...]]:
    return select(StoreLogoRow.page, StoreLogoRow.strip, StoreLogoRow.sha256).join(
        StoreSettingsRow, StoreSettingsRow.logo_sha256 == StoreLogoRow.sha256
    )


def _registers() -> Select[*tuple[Any, ...]]:
    return select(RegisterRow).where(RegisterRow.is_active).order_by(*by_text(RegisterRow.code))


SETTINGS, TAX = Part(lambda: select(StoreSettingsRow)), Part(_tax)
LOGO = Part(_logo)
REGISTERS = Part(_registers)
