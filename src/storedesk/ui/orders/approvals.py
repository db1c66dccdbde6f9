"""Say to a manager what they approve when an order is canceled or returned."""

from decimal import Decimal

from storedesk.domain.fulfillment import ReturnedLine
from storedesk.domain.order_details import Order
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.values.money import Money
from storedesk.ui.approval import ApprovalRequest
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.orders.labels import pieces, status_word

MOST_LINES = 4
"""Lines that are named one by one."""


def cancel_approval(order: Order, reason: str, context: PageContext) -> ApprovalRequest:
    """Say which order is to be cancelled, what becomes of it, and what goes back."""
    was, becomes = status_word(order.status), status_word(OrderStatus.CANCELLED)
    return ApprovalRequest(
        tr("Cancel {number} of {name}").format(number=order.number, name=order.customer.name),
        [
            (tr("State"), f"{was} → {becomes}"),
            (tr("Why"), reason),
            (tr("Asked by"), context.me.name),
        ],
        (tr("Goes back"), context.money(order.paid)),
    )


def return_approval(
    order: Order, lines: list[ReturnedLine], reason: str, context: PageContext, refusal: NotAllowed
) -> ApprovalRequest:
    """Say what comes back of which order, and the refund as the database has reckoned it."""
    refund = Money(Decimal(_detail(refusal)["refund"]), order.total.currency)
    return ApprovalRequest(
        tr("Return of {number} of {name}").format(number=order.number, name=order.customer.name),
        [
            *_returned_lines(order, lines, context),
            (tr("Why"), reason),
            (tr("Asked by"), context.me.name),
        ],
        (tr("Goes back"), context.money(refund)),
    )


def _returned_lines(
    order: Order, lines: list[ReturnedLine], context: PageContext
) -> list[tuple[str, str]]:
    if len(lines) > MOST_LINES:
        count = sum(line.quantity for line in lines)
        return [(tr("Comes back"), pieces(count, context.format))]
    names = {line.id: line.name for line in order.lines}
    shelf, damaged = tr("to the shelf"), tr("damaged")
    return [
        (shelf if line.restocked else damaged, f"{line.quantity} × {names[line.line_id]}")
        for line in lines
    ]


def _detail(refusal: NotAllowed) -> dict[str, str]:
    detail = refusal.parameters["detail"]
    return detail if isinstance(detail, dict) else {}
