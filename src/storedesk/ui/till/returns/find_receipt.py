"""Find the sale that something comes back of: by its receipt's number, or by words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from storedesk import queries
from storedesk.domain.order_details import OrderLine
from storedesk.domain.orders import OrderCommand, starts
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.till.keys import BigButton
from storedesk.ui.till.order_finder import LIMIT, OrderFinder


class FindReceiptPanel(OrderFinder):
    """Any of number, customer, article; of orders whose goods may come back."""

    without_asked = Signal()
    """There is no receipt, and nothing to find the sale by."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(
            context, tr("Return"), name=tr("Find the sale"), hint=tr("Number, customer, article")
        )
        cap = "" if SIZES.is_touch else "Ctrl+N"
        self.without = BigButton(tr("Without a receipt"), height=44, icon="receipt-text", cap=cap)
        self.without.clicked.connect(self.without_asked)
        self.column.insertWidget(self.column.count() - 1, self.without)

    def list_name(self) -> str:
        """Return what the list is called."""
        return tr("Sales found")

    def empty_words(self, *, is_typed: bool) -> str:
        """Return what is said where nothing is listed."""
        none = tr("No sale matches. Try fewer letters, or another word.")
        return none if is_typed else tr("Type or scan the number on the receipt.")

    def unknown(self, text: str) -> Refused:
        """Return what to say of a number that no sale has."""
        return Refused("receipt_unknown", typed=text)

    async def ask(self, text: str) -> Sequence[OrderLine]:
        """Return the orders of which something can be taken back."""
        found = await self.context.desk.read(
            queries.order_lists.first_orders, search=text, limit=LIMIT
        )
        steps = self.context.me.order_steps
        return [one for one in found if starts(OrderCommand.TAKE_BACK, one.status, steps)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: the key of the button."""
        if event.matches(QKeySequence.StandardKey.New):
            self.without_asked.emit()
        else:
            super().keyPressEvent(event)
