"""Say to a manager what they approve when pieces of an order come back."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from storedesk.domain.fulfillment import ReturnedLine
from storedesk.domain.order_details import Order
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.values.money import Money
from storedesk.ui.approval import ApprovalRequest
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import plural, tr

MOST_LINES = 4
"""Lines that are named one by one."""


def return_approval(
    order: Order,
    lines: Sequence[ReturnedLine],
    reason: str,
    context: PageContext,
    refusal: NotAllowed,
) -> ApprovalRequest:
    """Say what comes back of which order, and the refund as the database has reckoned it."""
    detail: Any = refusal.parameters["detail"]
    refund = Money(Decimal(detail["refund"]), order.total.currency)
    goes_to = [(tr("Refunded to"), tr("Gift card"))] if detail.get("to_credit") else []
    if detail.get("exchange"):
        goes_to = [(tr("Pays for"), tr("What is taken instead"))]
    return ApprovalRequest(
        tr("Return of {number} of {name}").format(number=order.number, name=order.customer.name),
        [
            *_returned_lines(order, lines, context),
            (tr("Why"), reason),
            *goes_to,
            (tr("Asked by"), context.me.name),
        ],
        (tr("Goes back"), context.money(refund)),
    )


def _returned_lines(
    order: Order, lines: Sequence[ReturnedLine], context: PageContext
) -> list[tuple[str, str]]:
    if len(lines) > MOST_LINES:
        count = sum(line.quantity for line in lines)
        words = plural("{count} piece", "{count} pieces", count)
        return [(tr("Comes back"), words.format(count=context.format.count(count)))]
    names = {line.id: line.name for line in order.lines}
    shelf, damaged = tr("to the shelf"), tr("damaged")
    return [
        (shelf if line.restocked else damaged, f"{line.quantity} × {names[line.line_id]}")
        for line in lines
    ]
