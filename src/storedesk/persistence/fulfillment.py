"""The way of an order: the calls of its commands."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, func, literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.domain.fulfillment import (
    OrderedLine,
    Placing,
    ReturnedLine,
    ReturnPreview,
    ReturnReceipt,
    ShippingAddress,
    Step,
)
from storedesk.domain.till import Tender
from storedesk.persistence.decode import orders as answers
from storedesk.persistence.decode.till import Answer
from storedesk.persistence.engine.database import Command
from storedesk.persistence.till import tender_documents


def place(  # noqa: PLR0913 as the command has them
    request: UUID,
    *,
    order_id: UUID,
    customer_id: UUID,
    lines: Sequence[OrderedLine],
    address: ShippingAddress,
    shipping_cost: Decimal,
    shown_total: Decimal,
    tenders: Sequence[Tender],
    shift_id: UUID | None,
    note: str | None,
) -> Command[Placing]:
    """Take an order, paid or not, or say what stands in the way."""
    return func.api.place_order(
        request, order_id, customer_id, _lines(lines), _address(address), shipping_cost,
        shown_total, tender_documents(tenders), shift_id, note, type_=Answer(answers.placing),
    )  # fmt: skip


def order_totals(session: Session, lines: Sequence[OrderedLine], shipping_cost: Decimal) -> Placing:
    """Return what an order would come to, and what stands in its way."""
    asked = func.api.order_totals(_lines(lines), shipping_cost, type_=Answer(answers.placing))
    return session.execute(select(asked)).scalar_one()


def _lines(lines: Sequence[OrderedLine]) -> ColumnElement[Any]:
    """Write lines as place_order takes them."""
    wanted = [
        {
            "product": str(line.product_id),
            "variant": None if line.variant_id is None else str(line.variant_id),
            "quantity": line.quantity,
            "price": str(line.price.amount),
        }
        for line in lines
    ]
    return literal(wanted, JSONB)


def confirm(
    request: UUID, *, order_id: UUID, seen: int, tenders: Sequence[Tender], shift_id: UUID | None
) -> Command[Step]:
    """Take the payment of a pending order."""
    return func.api.confirm_order(
        request, order_id, seen, tender_documents(tenders), shift_id, type_=Answer(answers.step)
    )


def ship(request: UUID, *, order_id: UUID, seen: int, tracking: str, shared: bool) -> Command[Step]:
    """Hand an order to a carrier."""
    return func.api.ship_order(
        request, order_id, seen, tracking, shared, type_=Answer(answers.step)
    )


def correct_tracking(
    request: UUID, *, order_id: UUID, seen: int, tracking: str, shared: bool
) -> Command[Step]:
    """Put the tracking number of a shipped order right."""
    return func.api.correct_tracking(
        request, order_id, seen, tracking, shared, type_=Answer(answers.step)
    )


def recall_shipment(request: UUID, *, order_id: UUID, seen: int, reason: str) -> Command[Step]:
    """Note that a parcel did not leave after all."""
    return func.api.recall_shipment(request, order_id, seen, reason, type_=Answer(answers.step))


def deliver(request: UUID, *, order_id: UUID, seen: int) -> Command[Step]:
    """Note that a parcel has arrived."""
    return func.api.deliver_order(request, order_id, seen, type_=Answer(answers.step))


def cancel(  # noqa: PLR0913 as the command has them
    request: UUID,
    *,
    order_id: UUID,
    seen: int,
    reason: str,
    shift_id: UUID | None,
    approval: UUID | None,
) -> Command[Step]:
    """Cancel an order, and give back what was paid."""
    return func.api.cancel_order(
        request, order_id, seen, reason, shift_id, approval, type_=Answer(answers.step)
    )


def collect(
    request: UUID, *, order_id: UUID, seen: int, shift_id: UUID, tenders: Sequence[Tender]
) -> Command[Step]:
    """Hand an order over at a till."""
    return func.api.collect_order(
        request, order_id, seen, shift_id, tender_documents(tenders), type_=Answer(answers.step)
    )


def take_back(  # noqa: PLR0913 as the command has them
    request: UUID,
    *,
    return_id: UUID,
    order_id: UUID,
    seen: int,
    lines: Sequence[ReturnedLine],
    reason: str,
    shift_id: UUID | None,
    with_shipping: bool,
    approval: UUID | None,
) -> Command[Step]:
    """Take goods back, and give back what they were paid with."""
    return func.api.return_order(
        request, return_id, order_id, seen, _returned(lines), reason, shift_id, with_shipping,
        approval, type_=Answer(answers.step),
    )  # fmt: skip


def change_address(
    request: UUID, *, order_id: UUID, seen: int, address: ShippingAddress
) -> Command[Step]:
    """Send an order elsewhere."""
    return func.api.change_order_address(
        request, order_id, seen, _address(address), type_=Answer(answers.step)
    )


def expire(most: int) -> Command[int]:
    """Cancel orders that nobody has paid in time, so many at once; answers how many it were."""
    return func.api.expire_orders(most, type_=Integer())


def preview_return(
    session: Session,
    order_id: UUID,
    lines: Sequence[ReturnedLine],
    *,
    with_shipping: bool,
    shift_id: UUID | None,
) -> ReturnPreview:
    """Say what a return would give back."""
    asked = func.api.return_preview(
        order_id, _returned(lines), with_shipping, shift_id, type_=Answer(answers.return_preview)
    )
    return session.scalars(select(asked)).one()


def return_receipt(session: Session, return_id: UUID) -> ReturnReceipt | None:
    """Return a return as its receipt says it."""
    asked = func.api.return_receipt(return_id, type_=Answer(answers.return_receipt))
    return session.scalar(select(asked))


def _address(address: ShippingAddress) -> Any:
    return literal(
        {
            "recipient": address.recipient,
            "street": address.street,
            "city": address.city,
            "state": address.state,
            "postal_code": address.postal_code,
            "country": address.country,
        },
        JSONB,
    )


def _returned(lines: Sequence[ReturnedLine]) -> Any:
    back = [
        {"line": str(one.line_id), "quantity": one.quantity, "restocked": one.restocked}
        for one in lines
    ]
    return literal(back, JSONB)
