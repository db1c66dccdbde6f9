"""Questions about one order: all that its page shows."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from storedesk.domain.fulfillment import ShippingAddress
from storedesk.domain.measures import LineMeasure, MeasureSource
from storedesk.domain.order_details import Order, OrderCustomer, SoldLine
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.persistence.engine.together import KEY, Part, together
from storedesk.persistence.rows import (
    CustomerRow,
    LineMeasureRow,
    LineNoteRow,
    OrderDiscountRow,
    OrderLineRow,
    OrderReturnLineRow,
    OrderRow,
    OrderTaxLineRow,
    PosSaleRow,
    ShipmentCarrierRow,
    StoreSettingsRow,
)
from storedesk.queries import order_history as history
from storedesk.queries.customer_lists import NOWHERE
from storedesk.queries.order_lists import id_by_number


def order(
    session: Session, order_id: UUID, *, with_mails: bool = False, with_ledger: bool = False
) -> Order:
    """Return an order with all that its page shows; e-mails and stock for those who may read them.

    As of one moment, so that its sums, its steps and its state belong together. Not found:
    order_not_found.
    """
    found = _found(session, order_id, with_mails=with_mails, with_ledger=with_ledger)
    (row, customer, kind, walk_in, carrier), *_ = found[ROOT]
    currency = row.total_currency
    return Order(
        id=row.id,
        number=row.order_number,
        status=OrderStatus(row.status),
        version=row.version,
        placed_at=row.created_at,
        customer=_customer(customer, is_walk_in=customer.id == walk_in),
        destination=_destination(row),
        lines=tuple(_line(*one) for one in found[LINES]),
        subtotal=Money(row.subtotal_amount, currency),
        shipping=Money(row.shipping_cost_amount, currency),
        tax=Money(row.tax_amount, currency),
        total=Money(row.total_amount, currency),
        tax_lines=tuple(_tax_line(one) for one in found[TAX_LINES]),
        payment_type=Method(row.payment_type),
        tracking=row.tracking_number,
        carrier=carrier or "",
        cancellation_reason=row.cancellation_reason,
        sold_as=kind,
        is_recalled=bool(found[history.RECALLS]),
        steps=history.steps(found[history.STEPS]),
        changes=history.changes(found[history.CHANGES]),
        money_movements=history.money_movements(found[history.MONEY]),
        returns=history.returns(found[history.RETURNS], found[history.PIECES], currency),
        mails=history.mails(found.get(history.MAILS, ())),
        moves=history.moves(found.get(history.MOVES, ())),
        reprints=history.reprints(found[history.REPRINTS]),
        gift_receipts=history.gift_receipts(found[history.GIFT_RECEIPTS]),
    )


def _found(
    session: Session, order_id: UUID, *, with_mails: bool, with_ledger: bool
) -> dict[Part, Sequence[Any]]:
    """Return the rows of each part of an order."""
    parts = [*ALWAYS, *[history.MAILS] * with_mails, *[history.MOVES] * with_ledger]
    rows = together(session, *parts, key=order_id)
    found: dict[Part, Sequence[Any]] = dict(zip(parts, rows, strict=True))
    if not found[ROOT]:
        raise NotFound("order_not_found")
    return found


@of_one_moment
def orders(session: Session, ids: Sequence[UUID]) -> list[Order]:
    """Return orders as pick lists and packing slips need them, in the order of `ids`.

    As of one moment, so that what is packed is what is picked.
    """
    return [order(session, key) for key in ids]


@of_one_moment
def order_by_number(session: Session, text: str) -> Order:
    """Return the order with a number, or the newest with these last digits of one.

    As of one moment, as `order` is. Not found: order_number_unknown.
    """
    found = id_by_number(session, text)
    if found is None:
        raise NotFound("order_number_unknown", number=text.strip()[:40])
    return order(session, found, with_mails=False, with_ledger=False)


def _root() -> Select[*tuple[Any, ...]]:
    """Select an order, its customer, how it was sold, the walk-in customer, and its carrier."""
    return (
        select(
            OrderRow,
            CustomerRow,
            PosSaleRow.kind,
            StoreSettingsRow.walk_in_customer_id,
            ShipmentCarrierRow.carrier,
        )
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .outerjoin(PosSaleRow, PosSaleRow.order_id == OrderRow.id)
        .outerjoin(ShipmentCarrierRow, ShipmentCarrierRow.order_id == OrderRow.id)
        .join(StoreSettingsRow, StoreSettingsRow.id.is_not(None))
        .where(OrderRow.id == KEY)
    )


def _customer(row: Any, *, is_walk_in: bool) -> OrderCustomer:
    email = None if row.email.endswith(NOWHERE) else row.email
    return OrderCustomer(row.id, f"{row.first_name} {row.last_name}".strip(), email, is_walk_in)


def _destination(row: Any) -> ShippingAddress:
    return ShippingAddress(
        recipient=row.shipping_recipient_name,
        street=row.shipping_street,
        city=row.shipping_city,
        state=row.shipping_state,
        postal_code=row.shipping_postal_code,
        country=row.shipping_country,
    )


def _lines() -> Select[*tuple[Any, ...]]:
    returned = (
        select(func.coalesce(func.sum(OrderReturnLineRow.quantity), 0))
        .where(OrderReturnLineRow.order_line_item_id == OrderLineRow.id)
        .correlate(OrderLineRow)
        .scalar_subquery()
    )
    return (
        select(OrderLineRow, returned, OrderDiscountRow, LineNoteRow.note, LineMeasureRow)
        .outerjoin(LineMeasureRow, LineMeasureRow.order_line_item_id == OrderLineRow.id)
        .outerjoin(OrderDiscountRow, OrderDiscountRow.order_line_item_id == OrderLineRow.id)
        .outerjoin(LineNoteRow, LineNoteRow.order_line_item_id == OrderLineRow.id)
        .where(OrderLineRow.order_id == KEY)
        .order_by(OrderLineRow.created_at, OrderLineRow.id)
    )


def _line(row: Any, back: int, discount: Any, note: str | None, measure: Any) -> SoldLine:
    currency = row.unit_price_currency
    return SoldLine(
        id=row.id,
        product_id=row.product_id,
        variant_id=row.variant_id,
        name=row.product_name,
        description=row.variant_description,
        quantity=row.quantity,
        unit_price=Money(row.unit_price_amount, currency),
        subtotal=Money(row.subtotal_amount, row.subtotal_currency),
        returned=back,
        list_price=Money(discount.list_price_amount, currency) if discount else None,
        discount_reason=discount.reason if discount else None,
        note=note,
        measure=_measured(measure, currency),
    )


def _measured(row: Any, currency: str) -> LineMeasure | None:
    if row is None:
        return None
    kilo = row.kilo_price_amount
    return LineMeasure(
        MeasureSource(row.source), row.weight, Money(kilo, currency) if kilo else None
    )


def _tax_lines() -> Select[*tuple[Any, ...]]:
    return (
        select(OrderTaxLineRow)
        .where(OrderTaxLineRow.order_id == KEY)
        .order_by(OrderTaxLineRow.rate.desc(), OrderTaxLineRow.name)
    )


def _tax_line(row: Any) -> TaxLine:
    return TaxLine(row.name, row.rate, row.base_amount, row.tax_amount)


ROOT, LINES, TAX_LINES = Part(_root), Part(_lines), Part(_tax_lines)
ALWAYS = (
    ROOT, LINES, TAX_LINES, history.RECALLS, history.STEPS, history.CHANGES, history.MONEY,
    history.RETURNS, history.PIECES, history.REPRINTS, history.GIFT_RECEIPTS,
)  # fmt: skip
