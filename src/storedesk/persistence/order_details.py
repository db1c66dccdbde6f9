"""Questions about one order: all that its page shows."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.domain.errors import NotFound
from storedesk.domain.fulfilment import ShippingAddress
from storedesk.domain.money import Money
from storedesk.domain.order_desk import (
    Booking,
    Buyer,
    Mail,
    Order,
    Returned,
    SoldLine,
    Step,
    StockMove,
)
from storedesk.domain.orders import OrderStatus
from storedesk.domain.tax import TaxLine
from storedesk.domain.till import Method
from storedesk.persistence.customers import NOWHERE
from storedesk.persistence.rows import (
    CustomerRow,
    EmailRow,
    LedgerRow,
    OrderDiscountRow,
    OrderLineRow,
    OrderPaymentRow,
    OrderReturnLineRow,
    OrderReturnRow,
    OrderRow,
    OrderStepRow,
    OrderTaxLineRow,
    PosSaleRow,
    ProductRow,
    StaffRow,
    StoreSettingsRow,
)


def order(session: Session, order_id: UUID, *, with_mails: bool, with_ledger: bool) -> Order:
    """Return an order with all that hangs on it, as far as the asker may read it.

    Not found: order_not_found.
    """
    found = session.execute(
        select(OrderRow, CustomerRow, PosSaleRow.kind, StoreSettingsRow.walk_in_customer_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .outerjoin(PosSaleRow, PosSaleRow.order_id == OrderRow.id)
        .join(StoreSettingsRow, StoreSettingsRow.id.is_not(None))
        .where(OrderRow.id == order_id)
    ).one_or_none()
    if found is None:
        raise NotFound("order_not_found")
    row, customer, kind, walk_in = found
    currency = row.total_currency
    return Order(
        id=row.id,
        number=row.order_number,
        status=OrderStatus(row.status),
        version=row.version,
        placed_at=row.created_at,
        buyer=_buyer(customer, is_walk_in=customer.id == walk_in),
        destination=_destination(row),
        lines=_lines(session, order_id),
        subtotal=Money(row.subtotal_amount, currency),
        shipping=Money(row.shipping_cost_amount, currency),
        tax=Money(row.tax_amount, currency),
        total=Money(row.total_amount, currency),
        tax_lines=_tax_lines(session, order_id),
        payment_type=Method(row.payment_type),
        tracking=row.tracking_number,
        cancellation_reason=row.cancellation_reason,
        sold_as=kind,
        steps=_steps(session, order_id),
        bookings=_bookings(session, order_id),
        returns=_returns(session, order_id, currency),
        mails=_mails(session, order_id) if with_mails else (),
        moves=_moves(session, order_id) if with_ledger else (),
    )


def _buyer(row: CustomerRow, *, is_walk_in: bool) -> Buyer:
    email = None if row.email.endswith(NOWHERE) else row.email
    return Buyer(row.id, f"{row.first_name} {row.last_name}".strip(), email, is_walk_in)


def _destination(row: OrderRow) -> ShippingAddress:
    return ShippingAddress(
        recipient=row.shipping_recipient_name,
        street=row.shipping_street,
        city=row.shipping_city,
        state=row.shipping_state,
        postal_code=row.shipping_postal_code,
        country=row.shipping_country,
    )


def _lines(session: Session, order_id: UUID) -> tuple[SoldLine, ...]:
    returned = (
        select(func.coalesce(func.sum(OrderReturnLineRow.quantity), 0))
        .where(OrderReturnLineRow.order_line_item_id == OrderLineRow.id)
        .correlate(OrderLineRow)
        .scalar_subquery()
    )
    query = (
        select(OrderLineRow, returned, OrderDiscountRow)
        .outerjoin(OrderDiscountRow, OrderDiscountRow.order_line_item_id == OrderLineRow.id)
        .where(OrderLineRow.order_id == order_id)
        .order_by(OrderLineRow.created_at, OrderLineRow.id)
    )
    return tuple(
        SoldLine(
            id=row.id,
            product_id=row.product_id,
            variant_id=row.variant_id,
            name=row.product_name,
            description=row.variant_description,
            quantity=row.quantity,
            unit_price=Money(row.unit_price_amount, row.unit_price_currency),
            subtotal=Money(row.subtotal_amount, row.subtotal_currency),
            returned=back,
            list_price=(
                Money(discount.list_price_amount, row.unit_price_currency) if discount else None
            ),
            discount_reason=discount.reason if discount else None,
        )
        for row, back, discount in session.execute(query)
    )


def _tax_lines(session: Session, order_id: UUID) -> tuple[TaxLine, ...]:
    query = (
        select(OrderTaxLineRow)
        .where(OrderTaxLineRow.order_id == order_id)
        .order_by(OrderTaxLineRow.rate.desc(), OrderTaxLineRow.name)
    )
    return tuple(
        TaxLine(row.name, row.rate, row.base_amount, row.tax_amount)
        for row in session.scalars(query)
    )


def _steps(session: Session, order_id: UUID) -> tuple[Step, ...]:
    query = (
        select(OrderStepRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderStepRow.actor_id)
        .where(OrderStepRow.order_id == order_id)
        .order_by(OrderStepRow.order_version)
    )
    return tuple(
        Step(OrderStatus(row.to_status), row.created_at, who, row.note)
        for row, who in session.execute(query)
    )


def _bookings(session: Session, order_id: UUID) -> tuple[Booking, ...]:
    query = (
        select(OrderPaymentRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderPaymentRow.created_by)
        .where(OrderPaymentRow.order_id == order_id)
        .order_by(OrderPaymentRow.created_at, OrderPaymentRow.id)
    )
    return tuple(
        Booking(
            id=row.id,
            is_refund=row.kind == "refund",
            method=Method(row.method),
            amount=Money(row.amount, row.currency),
            detail=_detail(row),
            at=row.created_at,
            who=who,
        )
        for row, who in session.execute(query)
    )


def _detail(row: OrderPaymentRow) -> str | None:
    card = " ".join(part for part in (row.card_scheme, row.card_last_four) if part)
    return card or row.transaction_id


def _returns(session: Session, order_id: UUID, currency: str) -> tuple[Returned, ...]:
    pieces: dict[UUID, list[tuple[str, int, bool]]] = {}
    lines = (
        select(OrderReturnLineRow, OrderLineRow.product_name)
        .join(OrderLineRow, OrderLineRow.id == OrderReturnLineRow.order_line_item_id)
        .where(OrderLineRow.order_id == order_id)
        .order_by(OrderLineRow.created_at, OrderLineRow.id)
    )
    for line, name in session.execute(lines):
        pieces.setdefault(line.return_id, []).append((name, line.quantity, line.restocked))
    query = (
        select(OrderReturnRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderReturnRow.created_by)
        .where(OrderReturnRow.order_id == order_id)
        .order_by(OrderReturnRow.created_at, OrderReturnRow.id)
    )
    return tuple(
        Returned(
            id=row.id,
            at=row.created_at,
            who=who,
            reason=row.reason,
            refund=Money(row.refund_amount or Decimal(0), currency),
            pieces=tuple(pieces.get(row.id, ())),
        )
        for row, who in session.execute(query)
    )


def _mails(session: Session, order_id: UUID) -> tuple[Mail, ...]:
    query = (
        select(EmailRow)
        .where(EmailRow.reference_type == "order", EmailRow.reference_id == order_id)
        .order_by(EmailRow.created_at, EmailRow.id)
    )
    return tuple(
        Mail(row.id, row.email_type, row.status, row.created_at, row.sent_at)
        for row in session.scalars(query)
    )


def _moves(session: Session, order_id: UUID) -> tuple[StockMove, ...]:
    query = (
        select(LedgerRow, ProductRow.name, StaffRow.display_name)
        .join(ProductRow, ProductRow.id == LedgerRow.product_id)
        .outerjoin(StaffRow, StaffRow.id == LedgerRow.user_id)
        .where(LedgerRow.order_id == order_id)
        .order_by(LedgerRow.seq)
    )
    return tuple(
        StockMove(row.id, row.created_at, name, row.operation_type, row.adjustment, who)
        for row, name, who in session.execute(query)
    )
