"""Questions of whoever picks and packs: what to fetch for which orders, and how it is scanned."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Text, any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.domain.order_details import OrderToShip, Pick
from storedesk.domain.orders import OrderStatus
from storedesk.persistence.engine.lists import by_text
from storedesk.persistence.rows import (
    BarcodeRow,
    CategoryRow,
    OrderLineRow,
    OrderRow,
    ProductRow,
    VariantRow,
)


def picks(session: Session, ids: Sequence[UUID]) -> list[Pick]:
    """Return what has to be fetched for some orders, by category, then by name."""
    wanted: dict[tuple[str, str, str | None, str | None], list[tuple[str, int]]] = {}
    for *article, number, count in session.execute(_picks(), {"ids": list(ids)}):
        category, name, description, known = article
        place = (category or "", name or "", description, known)
        wanted.setdefault(place, []).append((number, count))
    return [
        Pick(*article, sum(count for _, count in orders), tuple(orders))
        for article, orders in wanted.items()
    ]


def _picks() -> Select[str, str, str | None, str, str, int]:
    """Select what has to be fetched for the orders `ids`, a row an article and order."""
    return (
        select(
            func.coalesce(CategoryRow.name, ""),
            OrderLineRow.product_name,
            OrderLineRow.variant_description,
            func.coalesce(VariantRow.sku, _code_of_line()),
            OrderRow.order_number,
            func.sum(OrderLineRow.quantity),
        )
        .join(OrderRow, OrderRow.id == OrderLineRow.order_id)
        .outerjoin(ProductRow, ProductRow.id == OrderLineRow.product_id)
        .outerjoin(CategoryRow, CategoryRow.id == ProductRow.category_id)
        .outerjoin(VariantRow, VariantRow.id == OrderLineRow.variant_id)
        .where(OrderLineRow.order_id == any_(bindparam("ids")))
        .group_by(
            CategoryRow.name,
            OrderLineRow.product_id,
            OrderLineRow.variant_id,
            OrderLineRow.product_name,
            OrderLineRow.variant_description,
            VariantRow.sku,
            OrderRow.order_number,
        )
        .order_by(
            *by_text(
                func.coalesce(CategoryRow.name, ""),
                OrderLineRow.product_name,
                OrderLineRow.variant_description,
            ),
            OrderLineRow.product_id,
            OrderRow.order_number,
        )
    )


def _code_of_line() -> ColumnElement[str | None]:
    """Select the first code of what a line sold."""
    return (
        select(func.min(BarcodeRow.barcode))
        .where(
            BarcodeRow.product_id == OrderLineRow.product_id,
            BarcodeRow.variant_id.is_not_distinct_from(OrderLineRow.variant_id),
        )
        .correlate(OrderLineRow)
        .scalar_subquery()
    )


def item_codes(session: Session, order_id: UUID) -> dict[str, UUID]:
    """Return all codes of what an order has, in capitals, each with the line that it is on."""
    query = (
        select(OrderLineRow.id, VariantRow.sku, BarcodeRow.barcode)
        .outerjoin(VariantRow, VariantRow.id == OrderLineRow.variant_id)
        .outerjoin(
            BarcodeRow,
            (BarcodeRow.product_id == OrderLineRow.product_id)
            & BarcodeRow.variant_id.is_not_distinct_from(OrderLineRow.variant_id),
        )
        .where(OrderLineRow.order_id == order_id)
        .order_by(OrderLineRow.created_at.desc())
    )
    codes: dict[str, UUID] = {}
    for line, sku, barcode in session.execute(query):
        codes |= {code.upper(): line for code in (sku, barcode) if code}
    return codes


def orders_numbered(session: Session, numbers: Sequence[str]) -> dict[str, OrderToShip]:
    """Return what a list of parcels has to know of the orders with these numbers, by number."""
    query = select(
        OrderRow.id,
        OrderRow.order_number,
        OrderRow.version,
        OrderRow.status,
        OrderRow.shipping_recipient_name,
    ).where(OrderRow.order_number == any_(bindparam("numbers", list(numbers), ARRAY(Text()))))
    return {
        number: OrderToShip(key, number, version, OrderStatus(status), recipient)
        for key, number, version, status, recipient in session.execute(query)
    }
