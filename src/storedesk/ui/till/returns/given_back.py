"""Say what is to be handed over of a return that is booked, and what was printed of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from storedesk.domain.exchanges import Refund
from storedesk.domain.till import Method
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.cards import Facts
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.tender_labels import refund_fact
from storedesk.ui.till.keys import BigButton, pay_button
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.sale.paid_card import ChangeBox


class GivenBackPanel(Panel):
    """Shows the cash to hand over, and where the rest went; Enter or the next scan ends it."""

    hears_scans = True
    receipt_asked = Signal()
    slip_asked = Signal()

    def __init__(
        self, context: PageContext, number: str, refunds: Sequence[Refund], *, has_slip: bool
    ) -> None:
        """Take the `number` of the order, or of the return itself; `has_slip`: of a gift card."""
        super().__init__(tr("Given back"))
        self.gives_way = True
        money = context.money
        nothing = context.zero()
        cash = sum((one.given for one in refunds if one.method is Method.CASH), nothing)
        refunded = sum((one.amount for one in refunds), nothing)
        shown = Label(number, size=15, tabular=True, selectable=True)
        self.cash = ChangeBox(tr("Hand over"))
        self.cash.show_amount(money(cash), is_nothing=not cash)
        self.facts = Facts()
        self.facts.show_facts(
            [refund_fact(context, one) for one in refunds],
            total=(tr("Goes back"), money(refunded)),
        )
        cap = "" if SIZES.is_touch else "Ctrl+P"
        self.receipt = BigButton(
            tr("Receipt of the return"), height=44, icon="receipt-text", cap=cap
        )
        self.slip = BigButton(tr("Slip of the gift card"), height=44, icon="gift")
        self.done = pay_button(tr("Done"))
        self.receipt.clicked.connect(self.receipt_asked)
        self.slip.clicked.connect(self.slip_asked)
        self.done.clicked.connect(self.press)
        self.lay_out(self.title, shown, self.problem, self.cash, self.facts, None)
        self.lay_out(self.slip, self.receipt)
        self.end_with(self.done)
        self.cash.setVisible(bool(cash))
        self.slip.setVisible(has_slip)
        told = [self.cash.accessibleName()] if cash else []
        told += [" ".join(refund_fact(context, one)) for one in refunds]
        self._told = ", ".join((self.title.text(), *told))

    def begin(self) -> None:
        """Take the keyboard, and have a screen reader say what is handed over."""
        self.setFocus()
        announce(self, self._told)

    def enter(self) -> None:
        """Go back to the sale."""
        self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Ctrl+P shows the receipt."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_control and event.key() == Qt.Key.Key_P:
            self.receipt_asked.emit()
        else:
            super().keyPressEvent(event)
