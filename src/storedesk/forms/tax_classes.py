"""The classes of tax that a product or a category may be put into."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import Date, Select, cast, func, select
from sqlalchemy.orm import Session

from storedesk.domain.catalog import TaxClass
from storedesk.persistence.engine.lists import as_written, by_text
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import StoreSettingsRow, TaxClassRow, TaxRateRow


def tax_classes(session: Session) -> list[TaxClass]:
    """Return all classes of tax with their rates of today, the default one first."""
    return classes_of(*together(session, TAXES))


def classes_of(rows: Iterable[Any]) -> list[TaxClass]:
    """Return the classes that rows of `TAXES` are."""
    return [TaxClass(row.id, row.name, row.is_default, rate or Decimal(0)) for row, rate in rows]


def _taxes() -> Select[*tuple[Any, ...]]:
    order = (TaxClassRow.is_default.desc(), *by_text(TaxClassRow.name))
    today = select(cast(func.timezone(StoreSettingsRow.time_zone, func.now()), Date))
    rate = (
        select(TaxRateRow.rate)
        .where(TaxRateRow.tax_class_id == TaxClassRow.id)
        .where(TaxRateRow.valid_from <= today.scalar_subquery())
        .order_by(TaxRateRow.valid_from.desc())
        .limit(as_written(1))
        .scalar_subquery()
    )
    return select(TaxClassRow, rate).order_by(*order)


TAXES = Part(_taxes)
