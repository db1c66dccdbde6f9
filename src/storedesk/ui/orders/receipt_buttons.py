"""The buttons for the receipt of an order, where it has one."""

from PySide6.QtWidgets import QWidget

from storedesk.domain.order_details import Order
from storedesk.domain.orders import OrderStatus
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import flush

SOLD = frozenset({OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.DELIVERED})
"""In which states there is a receipt to give away."""


def has_receipt(order: Order | None, context: PageContext) -> bool:
    """Tell whether this person may send the receipt of an order."""
    return order is not None and order.status in SOLD and context.me.may("mail_receipt")


class ReceiptButtons(QWidget):
    """The buttons for the receipt of an order."""

    def __init__(self) -> None:
        super().__init__()
        self.mail = Button(tr("E-mail receipt"), icon="mail", kind=Kind.QUIET)
        self.setLayout(flush(self.mail, None, gap=8))

    def show_order(self, order: Order, context: PageContext) -> None:
        """Show them where there is a receipt."""
        self.setVisible(has_receipt(order, context))
