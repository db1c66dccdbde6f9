"""Questions that are asked while goods come back."""

from uuid import UUID

from sqlalchemy import ARRAY, Text, any_, func, literal, or_, select
from sqlalchemy.orm import Session

from storedesk.persistence.rows import BarcodeRow, OrderLineRow, VariantRow

SHORT, LONG = 12, 13
"""Digits of a UPC-A, and of the EAN-13 that is the same with a zero before it."""


def lines_with_code(session: Session, order_id: UUID, code: str) -> list[UUID]:
    """Return the lines of an order whose article has a code now, on sale or not, oldest first."""
    forms = any_(literal(_forms(code), ARRAY(Text())))
    has_barcode = (
        select(BarcodeRow.barcode)
        .where(
            func.upper(BarcodeRow.barcode) == forms,
            BarcodeRow.product_id == OrderLineRow.product_id,
            BarcodeRow.variant_id.is_not_distinct_from(OrderLineRow.variant_id),
        )
        .exists()
    )
    has_sku = (
        select(VariantRow.id)
        .where(
            VariantRow.id == OrderLineRow.variant_id,
            func.upper(func.btrim(VariantRow.sku)) == forms,
        )
        .exists()
    )
    query = (
        select(OrderLineRow.id)
        .where(OrderLineRow.order_id == order_id, or_(has_barcode, has_sku))
        .order_by(OrderLineRow.created_at, OrderLineRow.id)
    )
    return list(session.scalars(query))


def _forms(code: str) -> list[str]:
    """Return the forms in which a code may have been written down, as core.code_forms does."""
    given = code.strip().upper()
    if given.isascii() and given.isdigit():
        if len(given) == SHORT:
            return [given, f"0{given}"]
        if given.startswith("0") and len(given) in {LONG, LONG + 1}:
            return [given, given[1:]]
    return [given]
