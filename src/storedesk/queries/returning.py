"""Questions that are asked while goods come back."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Text, and_, any_, func, literal, or_, select
from sqlalchemy.orm import Session

from storedesk.domain.open_returns import DAYS, SoldItem
from storedesk.domain.orders import OrderStatus
from storedesk.domain.scans import read
from storedesk.domain.values.money import Money
from storedesk.persistence.rows import BarcodeRow, OrderLineRow, OrderRow, VariantRow

SHORT, LONG = 12, 13
"""Digits of a UPC-A, and of the EAN-13 that is the same with a zero before it."""


def lines_with_code(session: Session, order_id: UUID, code: str) -> list[UUID]:
    """Return the lines of an order whose article has a code now, on sale or not, oldest first."""
    query = (
        select(OrderLineRow.id)
        .where(OrderLineRow.order_id == order_id, _has_code(_forms(code)))
        .order_by(OrderLineRow.created_at, OrderLineRow.id)
    )
    return list(session.scalars(query))


def items_sold(session: Session, text: str, limit: int) -> list[SoldItem]:
    """Return what was sold in the last 90 days and has a code, or else some words, newest first."""
    words = [
        or_(
            OrderLineRow.product_name.icontains(word, autoescape=True),
            OrderLineRow.variant_description.icontains(word, autoescape=True),
        )
        for word in text.split()
    ]
    if not words:
        return []
    line, has_code = OrderLineRow, _has_code(read(text).forms)
    is_named = func.bool_or(has_code)
    query = (
        select(
            is_named, line.product_id, line.variant_id, func.max(line.product_name),
            func.max(line.variant_description), func.min(line.unit_price_amount),
            line.unit_price_currency,
        )
        .join(OrderRow, OrderRow.id == line.order_id)
        .where(
            OrderRow.created_at >= func.timezone("UTC", func.now()) - timedelta(days=DAYS),
            OrderRow.status.not_in((OrderStatus.PENDING, OrderStatus.CANCELLED)),
            or_(has_code, and_(*words)),
        )
        .group_by(line.product_id, line.variant_id, line.unit_price_currency)
        .order_by(
            is_named.desc(), func.max(OrderRow.created_at).desc(), line.product_id, line.variant_id
        )
        .limit(limit)
    )  # fmt: skip
    found = session.execute(query).all()
    has_any = any(is_it for is_it, *_ in found)
    return [
        SoldItem(product, variant, name, description, Money(lowest, currency))
        for is_it, product, variant, name, description, lowest, currency in found
        if is_it or not has_any
    ]


def _has_code(codes: Sequence[str]) -> ColumnElement[bool]:
    """Tell whether the article of a line has one of some codes now, on sale or not."""
    forms = any_(literal([code.upper() for code in codes], ARRAY(Text())))
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
    return or_(has_barcode, has_sku)


def _forms(code: str) -> list[str]:
    """Return the forms in which a code may have been written down, as core.code_forms does."""
    given = code.strip().upper()
    if given.isascii() and given.isdigit():
        if len(given) == SHORT:
            return [given, f"0{given}"]
        if given.startswith("0") and len(given) in {LONG, LONG + 1}:
            return [given, given[1:]]
    return [given]
