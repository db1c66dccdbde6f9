"""All that is known of one customer, but for what nobody may read."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from storedesk.domain.customer_card import (
    BasketLine,
    Customer,
    CustomerEmail,
    CustomerEmailStatus,
    OpenBasket,
    OrderGlance,
    PaymentMethod,
)
from storedesk.domain.customers import (
    Address,
    Registration,
)
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.persistence.rows import (
    AddressRow,
    CartItemRow,
    CartRow,
    CustomerDetailsRow,
    CustomerRow,
    EmailRow,
    OrderLineRow,
    OrderRow,
    PaymentMethodRow,
    RegisterRow,
    StoreSettingsRow,
    TillCartRow,
)
from storedesk.queries import email_lists
from storedesk.queries.customer_lists import shown_email

LAST = 5
"""Orders and mails that a card shows."""
MOST_PARTS = 50
MOST_LINES = 200


@of_one_moment
def customer(session: Session, key: UUID, *, baskets: bool = True, mails: bool = True) -> Customer:
    """Return all about a customer; baskets and mails only to those who may read them.

    As of one moment, so that her orders are as many as are counted.
    """
    found = session.execute(
        select(CustomerRow, CustomerDetailsRow, StoreSettingsRow.currency)
        .join(StoreSettingsRow, StoreSettingsRow.walk_in_customer_id != CustomerRow.id)
        .outerjoin(CustomerDetailsRow, CustomerDetailsRow.customer_id == CustomerRow.id)
        .where(CustomerRow.id == key)
    ).one_or_none()
    if found is None:
        raise NotFound("customer_not_found")
    row, details, currency = found
    count, still_open, value, last = _bought(session, key)
    return Customer(
        id=row.id,
        version=row.version,
        first_name=row.first_name,
        last_name=row.last_name,
        email=shown_email(row.email),
        phone=details.phone if details else None,
        note=details.note if details else None,
        registration=Registration(row.registration_status),
        since=row.created_at,
        order_count=count,
        open_orders=still_open,
        value=Money(value, currency),
        last_order_at=last,
        orders=_orders(session, key),
        addresses=addresses(session, key),
        methods=_methods(session, key),
        baskets=_baskets(session, key) if baskets else (),
        mails=_mails(session, key) if mails else (),
    )


def addresses(session: Session, key: UUID) -> tuple[Address, ...]:
    """Return a customer's addresses: the default, then the newest."""
    rows = session.scalars(
        select(AddressRow)
        .where(AddressRow.customer_id == key)
        .order_by(AddressRow.is_default.desc(), AddressRow.created_at.desc(), AddressRow.id)
        .limit(MOST_PARTS)
    )
    return tuple(
        Address(
            id=row.id,
            recipient=row.recipient_name,
            street=row.street,
            city=row.city,
            state=row.state,
            postal_code=row.postal_code,
            country=row.country,
            is_default=row.is_default,
        )
        for row in rows
    )


def _bought(session: Session, key: UUID) -> tuple[int, int, Decimal, datetime | None]:
    is_open = OrderRow.status.in_([OrderStatus.PENDING.value, OrderStatus.CONFIRMED.value])
    counts = OrderRow.status != OrderStatus.CANCELLED.value
    value = func.coalesce(func.sum(OrderRow.total_amount).filter(counts), Decimal(0))
    query = select(
        func.count(), func.count().filter(is_open), value, func.max(OrderRow.created_at)
    ).where(OrderRow.customer_id == key)
    count, still_open, amount, last = session.execute(query).one()
    return count, still_open, amount, last


def _orders(session: Session, key: UUID) -> tuple[OrderGlance, ...]:
    pieces = (
        select(func.coalesce(func.sum(OrderLineRow.quantity), 0))
        .where(OrderLineRow.order_id == OrderRow.id)
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            OrderRow.id,
            OrderRow.order_number,
            OrderRow.created_at,
            OrderRow.status,
            OrderRow.total_amount,
            OrderRow.total_currency,
            pieces,
        )
        .where(OrderRow.customer_id == key)
        .order_by(OrderRow.created_at.desc(), OrderRow.id)
        .limit(LAST)
    )
    return tuple(
        OrderGlance(made, number, at, OrderStatus(status), Money(amount, currency), count)
        for made, number, at, status, amount, currency, count in rows
    )


def _methods(session: Session, key: UUID) -> tuple[PaymentMethod, ...]:
    rows = session.scalars(
        select(PaymentMethodRow)
        .where(PaymentMethodRow.customer_id == key)
        .order_by(PaymentMethodRow.is_default.desc(), PaymentMethodRow.created_at.desc())
        .limit(MOST_PARTS)
    )
    return tuple(
        PaymentMethod(
            row.id,
            row.payment_type,
            row.card_brand,
            row.last_four_digits,
            row.expires_at,
            row.is_default,
        )
        for row in rows
    )


def _baskets(session: Session, key: UUID) -> tuple[OpenBasket, ...]:
    """Return the basket of the web shop, then sales at tills that are noted as hers."""
    found = session.execute(
        select(
            CartRow.id,
            RegisterRow.name,
            TillCartRow.parked_at.is_not(None),
            CartRow.last_activity_date,
            CartRow.total_price_amount,
            CartRow.total_price_currency,
        )
        .outerjoin(TillCartRow, TillCartRow.cart_id == CartRow.id)
        .outerjoin(RegisterRow, RegisterRow.id == TillCartRow.register_id)
        .where(
            or_(
                CartRow.customer_id == key,
                CartRow.id.in_(select(TillCartRow.cart_id).where(TillCartRow.customer_id == key)),
            )
        )
        .order_by(RegisterRow.name.nulls_first(), CartRow.last_activity_date.desc())
        .limit(MOST_PARTS)
    ).all()
    lines = _lines(session, [made for made, *_ in found])
    return tuple(
        OpenBasket(made, register, parked, at, Money(amount, currency), tuple(lines.get(made, ())))
        for made, register, parked, at, amount, currency in found
    )


def _lines(session: Session, carts: list[UUID]) -> dict[UUID, list[BasketLine]]:
    rows = session.scalars(
        select(CartItemRow)
        .where(CartItemRow.cart_id.in_(carts))
        .order_by(CartItemRow.added_at, CartItemRow.id)
        .limit(MOST_LINES)
    )
    lines: dict[UUID, list[BasketLine]] = {}
    for row in rows:
        subtotal = Money(row.subtotal_amount, row.subtotal_currency)
        line = BasketLine(row.product_name, row.variant_description, row.quantity, subtotal)
        lines.setdefault(row.cart_id, []).append(line)
    return lines


def _mails(session: Session, key: UUID) -> tuple[CustomerEmail, ...]:
    rows: Any = session.execute(
        select(
            EmailRow.id,
            EmailRow.email_type,
            email_lists.STATUS,
            func.coalesce(EmailRow.sent_at, EmailRow.created_at),
            case((EmailRow.reference_type == "order", EmailRow.reference_id)),
            OrderRow.order_number,
        )
        .outerjoin(
            OrderRow, and_(EmailRow.reference_type == "order", OrderRow.id == EmailRow.reference_id)
        )
        .where(
            or_(
                and_(EmailRow.reference_type == "customer", EmailRow.reference_id == key),
                and_(
                    EmailRow.reference_type == "order",
                    EmailRow.reference_id.in_(
                        select(OrderRow.id).where(OrderRow.customer_id == key)
                    ),
                ),
            )
        )
        .order_by(EmailRow.created_at.desc(), EmailRow.id)
        .limit(LAST)
    )
    return tuple(
        CustomerEmail(made, kind, CustomerEmailStatus(status), at, order, number)
        for made, kind, status, at, order, number in rows
    )
