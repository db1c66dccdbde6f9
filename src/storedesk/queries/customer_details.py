"""All that is known of one customer, but for what nobody may read."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, case, func, or_, select
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
from storedesk.persistence.engine.lists import as_written
from storedesk.persistence.engine.together import KEY, Part, together
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


def customer(session: Session, key: UUID, *, baskets: bool = True, mails: bool = True) -> Customer:
    """Return all about a customer; baskets and mails only to those who may read them.

    As of one moment, so that her orders are as many as are counted.
    """
    parts = [CARD, BOUGHT, ORDERS, ADDRESSES, METHODS]
    parts += [BASKETS, LINES] * baskets + [MAILS] * mails
    found = dict(zip(parts, together(session, *parts, key=key), strict=True))
    if not found[CARD]:
        raise NotFound("customer_not_found")
    (row, details, currency), bought = found[CARD][0], found[BOUGHT][0]
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
        order_count=bought[0],
        open_orders=bought[1],
        value=Money(bought[2], currency),
        last_order_at=bought[3],
        orders=tuple(_order(*one) for one in found[ORDERS]),
        addresses=tuple(address_of(one) for one in found[ADDRESSES]),
        methods=tuple(_method(one) for one in found[METHODS]),
        baskets=_baskets(found[BASKETS], found[LINES]) if baskets else (),
        mails=tuple(_mail(*one) for one in found[MAILS]) if mails else (),
    )


def _card() -> Select[*tuple[Any, ...]]:
    return (
        select(CustomerRow, CustomerDetailsRow, StoreSettingsRow.currency)
        .join(StoreSettingsRow, StoreSettingsRow.walk_in_customer_id != CustomerRow.id)
        .outerjoin(CustomerDetailsRow, CustomerDetailsRow.customer_id == CustomerRow.id)
        .where(CustomerRow.id == KEY)
    )


def _addresses() -> Select[*tuple[Any, ...]]:
    return (
        select(AddressRow)
        .where(AddressRow.customer_id == KEY)
        .order_by(AddressRow.is_default.desc(), AddressRow.created_at.desc(), AddressRow.id)
        .limit(as_written(MOST_PARTS))
    )


def address_of(row: Any) -> Address:
    """Make an address of a row of ADDRESSES."""
    return Address(
        id=row.id,
        recipient=row.recipient_name,
        street=row.street,
        city=row.city,
        state=row.state,
        postal_code=row.postal_code,
        country=row.country,
        is_default=row.is_default,
    )


def _bought() -> Select[*tuple[Any, ...]]:
    """Select how many orders there are, how many of them are open, their value, and the last."""
    is_open = OrderRow.status.in_([OrderStatus.PENDING.value, OrderStatus.CONFIRMED.value])
    counts = OrderRow.status != OrderStatus.CANCELLED.value
    value = func.coalesce(func.sum(OrderRow.total_amount).filter(counts), Decimal(0))
    return select(
        func.count(), func.count().filter(is_open), value, func.max(OrderRow.created_at)
    ).where(OrderRow.customer_id == KEY)


def _orders() -> Select[*tuple[Any, ...]]:
    pieces = (
        select(func.coalesce(func.sum(OrderLineRow.quantity), 0))
        .where(OrderLineRow.order_id == OrderRow.id)
        .scalar_subquery()
    )
    return (
        select(
            OrderRow.id,
            OrderRow.order_number,
            OrderRow.created_at,
            OrderRow.status,
            OrderRow.total_amount,
            OrderRow.total_currency,
            pieces,
        )
        .where(OrderRow.customer_id == KEY)
        .order_by(OrderRow.created_at.desc(), OrderRow.id)
        .limit(as_written(LAST))
    )


def _order(  # noqa: PLR0913, PLR0917 - the columns of ORDERS
    made: UUID, number: str, at: datetime, status: str, amount: Decimal, currency: str, count: int
) -> OrderGlance:
    return OrderGlance(made, number, at, OrderStatus(status), Money(amount, currency), count)


def _methods() -> Select[*tuple[Any, ...]]:
    return (
        select(PaymentMethodRow)
        .where(PaymentMethodRow.customer_id == KEY)
        .order_by(PaymentMethodRow.is_default.desc(), PaymentMethodRow.created_at.desc())
        .limit(as_written(MOST_PARTS))
    )


def _method(row: Any) -> PaymentMethod:
    return PaymentMethod(
        row.id,
        row.payment_type,
        row.card_brand,
        row.last_four_digits,
        row.expires_at,
        row.is_default,
    )


def _carts(*columns: Any) -> Select[*tuple[Any, ...]]:
    """Select of the basket of the web shop, then of sales at tills that are noted as hers."""
    return (
        select(*columns)
        .select_from(CartRow)
        .outerjoin(TillCartRow, TillCartRow.cart_id == CartRow.id)
        .outerjoin(RegisterRow, RegisterRow.id == TillCartRow.register_id)
        .where(
            or_(
                CartRow.customer_id == KEY,
                CartRow.id.in_(select(TillCartRow.cart_id).where(TillCartRow.customer_id == KEY)),
            )
        )
        .order_by(RegisterRow.name.nulls_first(), CartRow.last_activity_date.desc())
        .limit(as_written(MOST_PARTS))
    )


def _open_carts() -> Select[*tuple[Any, ...]]:
    return _carts(
        CartRow.id,
        RegisterRow.name,
        TillCartRow.parked_at.is_not(None),
        CartRow.last_activity_date,
        CartRow.total_price_amount,
        CartRow.total_price_currency,
    )


def _lines() -> Select[*tuple[Any, ...]]:
    return (
        select(CartItemRow)
        .where(CartItemRow.cart_id.in_(_carts(CartRow.id)))
        .order_by(CartItemRow.added_at, CartItemRow.id)
        .limit(as_written(MOST_LINES))
    )


def _baskets(carts: Sequence[Any], rows: Sequence[Any]) -> tuple[OpenBasket, ...]:
    lines: dict[UUID, list[BasketLine]] = {}
    for row in rows:
        subtotal = Money(row.subtotal_amount, row.subtotal_currency)
        line = BasketLine(row.product_name, row.variant_description, row.quantity, subtotal)
        lines.setdefault(row.cart_id, []).append(line)
    return tuple(
        OpenBasket(made, register, parked, at, Money(amount, currency), tuple(lines.get(made, ())))
        for made, register, parked, at, amount, currency in carts
    )


def _mails() -> Select[*tuple[Any, ...]]:
    return (
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
                and_(EmailRow.reference_type == "customer", EmailRow.reference_id == KEY),
                and_(
                    EmailRow.reference_type == "order",
                    EmailRow.reference_id.in_(
                        select(OrderRow.id).where(OrderRow.customer_id == KEY)
                    ),
                ),
            )
        )
        .order_by(EmailRow.created_at.desc(), EmailRow.id)
        .limit(as_written(LAST))
    )


def _mail(  # noqa: PLR0913, PLR0917 - the columns of MAILS
    made: UUID, kind: str, status: str, at: datetime, order: UUID | None, number: str | None
) -> CustomerEmail:
    return CustomerEmail(made, kind, CustomerEmailStatus(status), at, order, number)


CARD, BOUGHT, ORDERS = Part(_card), Part(_bought), Part(_orders)
ADDRESSES, METHODS = Part(_addresses), Part(_methods)
BASKETS, LINES, MAILS = Part(_open_carts), Part(_lines), Part(_mails)
