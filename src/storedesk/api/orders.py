"""The way of an order: the calls of its commands."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, Uuid, literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.api.tenders import tender_documents
from storedesk.domain.credit import WrongCode
from storedesk.domain.fulfillment import (
    OrderedLine,
    OrderResult,
    Placing,
    ReturnedLine,
    ReturnPreview,
    ReturnReceipt,
    ShippingAddress,
)
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.till import Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.decode import orders as answers
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def place_order(  # noqa: PLR0913 named by every caller
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

    Refuses: address_incomplete, address_too_long, already_ordered, bad_tender, card_digits,
    cash_needs_shift, change_only_from_cash, choose_variant, country_unknown, credit_at_till,
    customer_needed, customer_not_found, line_count, payment_needs_shift, paypal_needs_proof,
    reference_needed, reference_twice, reference_used, sold_at_till, tender_too_small,
    tenders_differ, unpaid.
    """
    return func.api.place_order(
        request, order_id, customer_id, _lines(lines), _address(address), shipping_cost.amount,
        shown_total.amount, tender_documents(tenders), shift_id, note,
        type_=Answer(answers.placing),
    )  # fmt: skip


def order_totals(
    session: Session, lines: Sequence[OrderedLine], *, shipping_cost: Money
) -> Placing:
    """Say what an order would come to, taxes and all, and what stands in its way.

    Refused as `place` for its lines: product_not_found, product_not_sold, variant_not_found,
    choose_variant, bad_quantity, bad_amount.

    Refuses: choose_variant, line_count, sold_at_till.
    """
    asked: Command[Placing] = func.api.order_totals(
        _lines(lines), shipping_cost.amount, type_=Answer(answers.placing)
    )
    return session.execute(select(asked.function)).scalar_one()


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


def confirm_order(
    request: UUID,
    *,
    order_id: UUID,
    seen: int,
    tenders: Sequence[Tender],
    shift_id: UUID | None = None,
) -> Command[OrderResult]:
    """Take what is open of a pending order: its customer gets the confirmation.

    Refused: tenders_differ, cash_needs_shift, shift_closed, reference_used, and what tenders are
    refused for.

    Refuses: bad_tender, card_digits, cash_needs_shift, change_only_from_cash, credit_at_till,
    payment_needs_shift, paypal_needs_proof, reference_needed, reference_twice, reference_used,
    tender_too_small, tenders_differ, unpaid.
    """
    return func.api.confirm_order(
        request, order_id, seen, tender_documents(tenders), shift_id, type_=Answer(answers.step)
    )


def ship_order(  # noqa: PLR0913 what a shipment is made of
    request: UUID, *, order_id: UUID, seen: int, tracking: str, shared: bool = False,
    carrier: str | None = None,
) -> Command[OrderResult]:  # fmt: skip
    """Hand a paid order to a carrier: its pieces leave the stock.

    Another order has the number only where both go in one parcel (`shared`). `carrier` is noted.

    Refuses: bad_tracking, tracking_used.
    """
    return func.api.ship_order(
        request, order_id, seen, tracking, shared, literal(carrier, Text()),
        type_=Answer(answers.step),
    )  # fmt: skip


def correct_tracking(  # noqa: PLR0913 as above
    request: UUID, *, order_id: UUID, seen: int, tracking: str, shared: bool = False,
    carrier: str | None = None,
) -> Command[OrderResult]:  # fmt: skip
    """Put the number of a shipped order right; a waiting e-mail has it, a recalled parcel leaves.

    Refuses: bad_tracking, nothing_changed, tracking_fixed, tracking_used.
    """
    return func.api.correct_tracking(
        request, order_id, seen, tracking, shared, literal(carrier, Text()),
        type_=Answer(answers.step),
    )  # fmt: skip


def recall_shipment(
    request: UUID, *, order_id: UUID, seen: int, reason: str
) -> Command[OrderResult]:
    """Note that a parcel did not leave: the order waits to be shipped again, its e-mail as well.

    Until the e-mail is on its way or the store's day is over.

    Refuses: reason_missing, recall_fixed, recall_late, recall_twice.
    """
    return func.api.recall_shipment(request, order_id, seen, reason, type_=Answer(answers.step))


def deliver_order(request: UUID, *, order_id: UUID, seen: int) -> Command[OrderResult]:
    """Note that a shipped order has arrived.

    Refuses: shipment_recalled.
    """
    return func.api.deliver_order(request, order_id, seen, type_=Answer(answers.step))


def cancel_order(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    order_id: UUID,
    seen: int,
    reason: str,
    shift_id: UUID | None = None,
    approval: UUID | None = None,
) -> Command[OrderResult]:
    """Cancel an order that has not left, and give back all that was paid; cash at an open shift.

    Cashiers cancel what they placed and nobody has paid; else they need a manager's approval of
    what the refusal names.

    Refuses: approval_needed, approval_not_valid, cash_needs_shift, reason_missing, shift_closed.
    """
    return func.api.cancel_order(
        request, order_id, seen, reason, shift_id, approval, type_=Answer(answers.step)
    )


def collect_order(
    request: UUID, *, order_id: UUID, seen: int, shift_id: UUID, tenders: Sequence[Tender] = ()
) -> Command[OrderResult]:
    """Hand an order over at the till; one that is still pending is paid with `tenders`.

    Refused: paid_already, shift_closed, tenders_differ, and what tenders are refused for.

    Refuses: bad_tender, card_digits, cash_needs_shift, change_only_from_cash, credit_at_till,
    paid_already, payment_needs_shift, paypal_needs_proof, reference_needed, reference_twice,
    reference_used, tender_too_small, tenders_differ, unpaid.
    """
    return func.api.collect_order(
        request, order_id, seen, shift_id, tender_documents(tenders), type_=Answer(answers.step)
    )


def return_order(  # noqa: PLR0913 named by every caller
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
    to_credit: bool = False,
    credit_code: str | None = None,
) -> Command[OrderResult | WrongCode]:
    """Take goods back; the money goes back as it came, cash at an open shift only.

    With `to_credit` it becomes store credit: on the gift card with that code, or on a new one,
    whose code is answered this once. Nothing is taken back for a code that no card has.

    A line may stand twice: pieces for the shelf, and damaged ones. Beyond what a cashier may do
    alone they need a manager's approval of what the refusal names: return_of_shipping, return_late,
    return_damaged, return_large, return_day, return_without_shift.

    Refuses: already_returned, approval_not_valid, bad_quantity, cash_needs_shift, credit_code_typo,
    line_not_found, line_twice, not_returnable, order_in_exchange, reason_missing,
    recalled_to_shelf, refund_too_large, return_damaged, return_day, return_empty, return_large,
    return_late, return_of_shipping, return_too_many, return_without_shift, shift_closed.
    """
    return func.api.return_order(
        request, return_id, order_id, seen, _returned(lines), reason, shift_id, with_shipping,
        approval, to_credit, credit_code, type_=Answer(answers.returned),
    )  # fmt: skip


def change_order_address(
    request: UUID, *, order_id: UUID, seen: int, address: ShippingAddress
) -> Command[OrderResult]:
    """Send an order elsewhere, as long as it has not left.

    Refuses: address_fixed, address_incomplete, address_too_long, country_unknown, nothing_changed.
    """
    return func.api.change_order_address(
        request, order_id, seen, _address(address), type_=Answer(answers.step)
    )


def return_preview(
    session: Session,
    order_id: UUID,
    lines: Sequence[ReturnedLine],
    *,
    with_shipping: bool = False,
    shift_id: UUID | None = None,
) -> ReturnPreview:
    """Say what a return would give back, and whether a manager has to allow it.

    Refused as `take_back` for its lines.

    Refuses: line_not_found, line_twice, refund_too_large, return_empty, return_too_many.
    """
    asked: Command[ReturnPreview] = func.api.return_preview(
        order_id, _returned(lines), with_shipping, shift_id, type_=Answer(answers.return_preview)
    )
    return session.scalars(select(asked.function)).one()


def return_receipt(session: Session, return_id: UUID) -> ReturnReceipt:
    """Return a return as its receipt says it.

    Refuses: order_not_found.
    """
    asked = func.api.return_receipt(return_id, type_=Answer(answers.return_receipt))
    found: ReturnReceipt | None = session.scalar(select(asked))
    if found is None:
        raise NotFound("order_not_found")
    return found


def _address(address: ShippingAddress) -> Any:
    parts = ("recipient", "street", "city", "state", "postal_code", "country")
    return literal({part: getattr(address, part) for part in parts}, JSONB)


def _returned(lines: Sequence[ReturnedLine]) -> Any:
    back = [
        {"line": str(one.line_id), "quantity": one.quantity, "restocked": one.restocked}
        for one in lines
    ]
    return literal(back, JSONB)


def find_orders(words: ColumnElement[Any]) -> Command[UUID]:
    """Answer the ids of the orders with all words, a row each; `words` is an array of text."""
    return func.api.find_orders(words, type_=Uuid())
