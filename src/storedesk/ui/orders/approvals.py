"""Say to a manager what they approve when an order is canceled."""

from storedesk.domain.order_details import Order
from storedesk.domain.orders import OrderStatus
from storedesk.ui.approval import ApprovalRequest
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.orders.labels import status_word


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
