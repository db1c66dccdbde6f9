"""What staff do with orders beyond the counter: placed, sent, collected, taken back.

Every step but the first names the version of the order that was seen. All of them are refused with
order_not_found, with changed_meanwhile if somebody was first, and with order_step if the order is
not where the step begins; `domain.orders.may` tells beforehand.
"""

from collections.abc import Sequence
from uuid import UUID

from storedesk.domain.fulfillment import (
    OrderedLine,
    Placing,
    ReturnedLine,
    ReturnPreview,
    ReturnReceipt,
    ShippingAddress,
    Step,
)
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.till import Tender
from storedesk.domain.values.money import Money
from storedesk.persistence import fulfillment
from storedesk.persistence.engine.database import Command, Session


def place(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    order_id: UUID,
    customer_id: UUID,
    lines: Sequence[OrderedLine],
    address: ShippingAddress,
    shipping_cost: Money,
    shown_total: Money,
    tenders: Sequence[Tender] = (),
    shift_id: UUID | None = None,
    note: str | None = None,
) -> Command[Placing]:
    """Take an order by telephone: pending, or paid at once with `tenders`.

    `order_id` is made with the first line. Nothing is placed if a price, the total or the stock is
    not what was shown: the answer tells it. Cash needs the open shift. Refused: already_ordered,
    customer_needed, customer_not_found, line_count, bad_quantity, product_not_found,
    product_not_sold, variant_not_found, choose_variant, address_incomplete, address_too_long,
    country_unknown, bad_amount, money_too_big, cash_needs_shift, shift_closed, reference_used, and
    what tenders are refused for.
    """
    return fulfillment.place(
        request,
        order_id=order_id,
        customer_id=customer_id,
        lines=lines,
        address=address,
        shipping_cost=shipping_cost.amount,
        shown_total=shown_total.amount,
        tenders=tenders,
        shift_id=shift_id,
        note=note,
    )


def order_totals(
    session: Session, lines: Sequence[OrderedLine], *, shipping_cost: Money
) -> Placing:
    """Say what an order would come to, taxes and all, and what stands in its way.

    Refused as `place` for its lines: product_not_found, product_not_sold, variant_not_found,
    choose_variant, bad_quantity, bad_amount.
    """
    return fulfillment.order_totals(session, lines, shipping_cost.amount)


def confirm(
    request: UUID,
    *,
    order_id: UUID,
    seen: int,
    tenders: Sequence[Tender],
    shift_id: UUID | None = None,
) -> Command[Step]:
    """Take the payment of a pending order: its customer gets the confirmation.

    Refused: tenders_differ, cash_needs_shift, shift_closed, reference_used, and what tenders are
    refused for.
    """
    return fulfillment.confirm(
        request, order_id=order_id, seen=seen, tenders=tenders, shift_id=shift_id
    )


def ship(
    request: UUID, *, order_id: UUID, seen: int, tracking: str, shared: bool = False
) -> Command[Step]:
    """Hand a paid order to a carrier: its pieces leave the stock.

    Refused: bad_tracking; tracking_used where another order has the number, unless both go in one
    parcel (`shared`).
    """
    return fulfillment.ship(request, order_id=order_id, seen=seen, tracking=tracking, shared=shared)


def correct_tracking(
    request: UUID, *, order_id: UUID, seen: int, tracking: str, shared: bool = False
) -> Command[Step]:
    """Put the number of a shipped order right; an e-mail that still waits has the new one.

    A parcel that did not leave is sent by it, and its e-mail goes out. Refused: tracking_fixed,
    bad_tracking, tracking_used, nothing_changed.
    """
    return fulfillment.correct_tracking(
        request, order_id=order_id, seen=seen, tracking=tracking, shared=shared
    )


def recall_shipment(request: UUID, *, order_id: UUID, seen: int, reason: str) -> Command[Step]:
    """Note that a parcel did not leave: the order waits to be shipped again, its e-mail as well.

    Until the e-mail is on its way or the store's day is over. Refused: recall_fixed, recall_late,
    recall_twice, reason_missing.
    """
    return fulfillment.recall_shipment(request, order_id=order_id, seen=seen, reason=reason)


def deliver(request: UUID, *, order_id: UUID, seen: int) -> Command[Step]:
    """Note that a shipped order has arrived."""
    return fulfillment.deliver(request, order_id=order_id, seen=seen)


def cancel(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    order_id: UUID,
    seen: int,
    reason: str,
    shift_id: UUID | None = None,
    approval: UUID | None = None,
) -> Command[Step]:
    """Cancel an order that has not left, and give back all that was paid; cash at an open shift.

    Cashiers cancel what they placed and nobody has paid; else they need a manager's approval of
    what the refusal names. Refused: approval_needed, approval_not_valid,
    reason_missing, cash_needs_shift, shift_closed.
    """
    return fulfillment.cancel(
        request,
        order_id=order_id,
        seen=seen,
        reason=reason,
        shift_id=shift_id,
        approval=approval,
    )


def collect(
    request: UUID, *, order_id: UUID, seen: int, shift_id: UUID, tenders: Sequence[Tender] = ()
) -> Command[Step]:
    """Hand an order over at the till; one that is still pending is paid with `tenders`.

    Refused: paid_already, shift_closed, tenders_differ, and what tenders are refused for.
    """
    return fulfillment.collect(
        request, order_id=order_id, seen=seen, shift_id=shift_id, tenders=tenders
    )


def take_back(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    return_id: UUID,
    order_id: UUID,
    seen: int,
    lines: Sequence[ReturnedLine],
    reason: str,
    shift_id: UUID | None = None,
    with_shipping: bool = False,
    approval: UUID | None = None,
) -> Command[Step]:
    """Take goods back; the money goes back as it came, cash at an open shift only.

    A line may stand twice: pieces for the shelf, and damaged ones. Beyond what a cashier may do
    alone they need a manager's approval of what the refusal names: return_of_shipping, return_late,
    return_damaged, return_large, return_day, return_without_shift. Refused: not_returnable,
    already_returned, return_empty, return_too_many, line_not_found, line_twice, bad_quantity,
    reason_missing, approval_not_valid, cash_needs_shift, shift_closed.
    """
    return fulfillment.take_back(
        request,
        return_id=return_id,
        order_id=order_id,
        seen=seen,
        lines=lines,
        reason=reason,
        shift_id=shift_id,
        with_shipping=with_shipping,
        approval=approval,
    )


def preview_return(
    session: Session,
    order_id: UUID,
    lines: Sequence[ReturnedLine],
    *,
    with_shipping: bool = False,
    shift_id: UUID | None = None,
) -> ReturnPreview:
    """Say what a return would give back, and whether a manager has to allow it.

    Refused as `take_back` for its lines.
    """
    return fulfillment.preview_return(
        session, order_id, lines, with_shipping=with_shipping, shift_id=shift_id
    )


def return_receipt(session: Session, return_id: UUID) -> ReturnReceipt:
    """Return a return as its receipt says it. Not found: order_not_found."""
    found = fulfillment.return_receipt(session, return_id)
    if found is None:
        raise NotFound("order_not_found")
    return found


def change_address(
    request: UUID, *, order_id: UUID, seen: int, address: ShippingAddress
) -> Command[Step]:
    """Send an order elsewhere, as long as it has not left.

    Refused: address_fixed, address_incomplete, address_too_long, country_unknown, nothing_changed.
    """
    return fulfillment.change_address(request, order_id=order_id, seen=seen, address=address)
