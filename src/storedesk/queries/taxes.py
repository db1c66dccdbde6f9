"""The classes of tax as the page of settings shows them, and who changed what of them."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Select, cast, func, select
from sqlalchemy.orm import Session

from storedesk.domain.taxes import TaxChange, TaxClassLine, TaxesNow, TaxRate
from storedesk.persistence.engine.lists import as_written, by_text
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import (
    AuditEventRow,
    CategoryRow,
    CategoryTaxRow,
    ProductRow,
    ProductTaxRow,
    StaffRow,
    StoreSettingsRow,
    TaxClassRow,
    TaxRateRow,
)

MOST_CHANGES = 20
"""The newest changes that are shown of a class, or of all."""


def overview(session: Session) -> TaxesNow:
    """Return all classes with their rates, and what was changed of them last."""
    (today,), classes, rates, categories, products, events = together(
        session, TODAY, CLASSES, RATES, CATEGORIES, PRODUCTS, CHANGES
    )
    of_class: defaultdict[UUID, list[TaxRate]] = defaultdict(list)
    for row in rates:
        of_class[row.tax_class_id].append(TaxRate(row.valid_from, row.name, row.rate))
    named: defaultdict[UUID, list[str]] = defaultdict(list)
    for key, name in categories:
        named[key].append(name)
    counts = dict(products)
    return TaxesNow(
        today,
        tuple(
            TaxClassLine(
                row.id, row.name, row.is_default, tuple(of_class[row.id]), tuple(named[row.id]),
                counts.get(row.id, 0),
            )
            for row in classes
        ),
        tuple(
            TaxChange(event.created_at, who or event.login, event.old, event.new)
            for event, who in events
        ),
    )  # fmt: skip


def _today() -> Select[*tuple[Any, ...]]:
    return select(cast(func.timezone(StoreSettingsRow.time_zone, func.now()), Date))


def _classes() -> Select[*tuple[Any, ...]]:
    order = (TaxClassRow.is_default.desc(), *by_text(TaxClassRow.name))
    return select(TaxClassRow).order_by(*order)


def _rates() -> Select[*tuple[Any, ...]]:
    return select(TaxRateRow).order_by(TaxRateRow.valid_from)


def _categories() -> Select[*tuple[Any, ...]]:
    return (
        select(CategoryTaxRow.tax_class_id, CategoryRow.name)
        .join(CategoryRow, CategoryRow.id == CategoryTaxRow.category_id)
        .order_by(*by_text(CategoryRow.name))
    )


def _products() -> Select[*tuple[Any, ...]]:
    return (
        select(ProductTaxRow.tax_class_id, func.count())
        .join(ProductRow, ProductRow.id == ProductTaxRow.product_id)
        .where(~ProductRow.is_deleted)
        .group_by(ProductTaxRow.tax_class_id)
    )


def _changes() -> Select[*tuple[Any, ...]]:
    return (
        select(AuditEventRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.login == AuditEventRow.login)
        .where(AuditEventRow.entity == "tax_class")
        .order_by(AuditEventRow.id.desc())
        .limit(as_written(MOST_CHANGES))
    )


TODAY, CLASSES, RATES = Part(_today), Part(_classes), Part(_rates)
CATEGORIES, PRODUCTS, CHANGES = Part(_categories), Part(_products), Part(_changes)
