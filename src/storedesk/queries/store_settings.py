"""Questions about the store's settings."""

from uuid import UUID

from sqlalchemy import Date, cast, func, select
from sqlalchemy.orm import Session

from storedesk.domain.refusals.errors import Conflict
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import (
    Method,
    Register,
)
from storedesk.domain.values.tax import TaxMode
from storedesk.persistence.engine.lists import by_text
from storedesk.persistence.rows import RegisterRow, StoreSettingsRow, TaxClassRow, TaxRateRow


def identity(session: Session) -> UUID:
    """Return what a store keeps wherever it moves: its walk-in customer is nobody else's."""
    return session.scalars(select(StoreSettingsRow.walk_in_customer_id)).one()


def settings(session: Session) -> StoreSettings:
    """Return the store's settings."""
    row = session.scalars(select(StoreSettingsRow)).one()
    tax_name, tax_rate = session.execute(
        select(TaxRateRow.name, TaxRateRow.rate)
        .join(TaxClassRow, TaxClassRow.id == TaxRateRow.tax_class_id)
        .where(
            TaxClassRow.is_default,
            TaxRateRow.valid_from <= cast(func.timezone(row.time_zone, func.now()), Date),
        )
        .order_by(TaxRateRow.valid_from.desc())
        .limit(1)
    ).one()
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
        first_tender=Method(row.first_tender),
        largest_note=row.largest_note_amount,
        cash_rounding=row.cash_rounding,
        pack_by_scan=row.pack_by_scan,
    )


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
    rows = session.scalars(
        select(RegisterRow).where(RegisterRow.is_active).order_by(*by_text(RegisterRow.code))
    )
    return tuple(Register(row.id, row.code, row.name) for row in rows)


def on_sale_at_once(session: Session) -> bool:
    """Tell whether the store puts new products on sale; else they are drafts at first."""
    return session.scalars(select(StoreSettingsRow.new_products_on_sale)).one()
