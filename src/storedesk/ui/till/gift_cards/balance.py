"""Say what is on a gift card that was scanned while nothing is sold."""

from PySide6.QtCore import Signal

from storedesk.domain.credit import Credit
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel


class GiftCardBalancePanel(Panel):
    """Shows the balance; Enter tops the card up. The next scan begins a sale."""

    hears_scans = True

    top_up_asked = Signal()

    def __init__(self, context: PageContext, credit: Credit) -> None:
        super().__init__(tr("Gift card {number}").format(number=credit.number))
        money = context.money
        self.balance = Label(
            money(credit.balance), size=48, weight=theme.BOLD, tabular=True, right=True
        )
        words = tr("This card is used up.")
        if credit.balance:
            words = tr("This much is on it. To pay with it, scan the goods first.")
        if credit.held:
            taken = tr("{amount} of it was taken for a sale at another till just now.")
            words = taken.format(amount=money(credit.held))
        self.note = Label(words, ink="muted", wrap=True)
        self.go = pay_button(tr("Top up"))
        self.go.clicked.connect(self.press)
        self.lay_out(self.title, self.problem, self.balance, self.note, None)
        self.end_with(self.go)

    def begin(self) -> None:
        """Take the keyboard."""
        self.setFocus()

    def enter(self) -> None:
        """Top it up."""
        self.top_up_asked.emit()
