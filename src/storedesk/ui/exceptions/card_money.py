"""Give money on a card that belongs to no sale back, at the terminal or by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.card_terminals import TerminalPayment, TerminalState
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import TextField
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import Card, Facts, column, row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.tender_labels import card_of

LONGEST_REFERENCE = 250


class CardMoney(QWidget):
    """Says where the money of a card is, and offers both ways to give it back to who may."""

    noted = Signal()
    """It was given back by hand."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.payment: TerminalPayment | None = None
        self.facts, self.words = Facts(), Label(size=13, ink="muted", wrap=True)
        self.give = primary(tr("Give back at the terminal"), icon="credit-card", cap="Ctrl+B")
        self.reference = TextField(tr("Reference of the slip"), longest=LONGEST_REFERENCE)
        self.by_hand = secondary(tr("Given back by hand"), icon="pencil")
        self.by_hand.clicked.connect(self.noted)
        self.reference.input.returnPressed.connect(self.noted)
        self.ways = Card(gap=10).add(
            self.words, row(self.give, None), self.reference, row(None, self.by_hand)
        )
        self.setLayout(column(self.facts, self.ways, gap=10))

    def show_payment(self, payment: TerminalPayment | None, *, may_give: bool) -> None:
        """Show where the money is; None: it is not about a card. A typed reference goes."""
        if payment is None or self.payment is None or payment.id != self.payment.id:
            self.reference.show_value("")
        self.payment = payment
        self.setVisible(payment is not None)
        if payment is None:
            return
        self.facts.show_facts([
            (tr("Card"), card_of(payment)), (tr("Where the money is"), where_label(payment)),
        ])  # fmt: skip
        self.ways.setVisible(may_give and payment.state is not TerminalState.RETURNED)
        has_terminal = self._context.card_terminal() is not None
        self.give.setVisible(has_terminal)
        words = tr("Give back at the terminal")
        if payment.state is TerminalState.RETURNING:
            words = tr("Ask the terminal again")
        self.give.setText(words)
        self.words.setText(self._advice(payment, has_terminal=has_terminal))

    def be_busy(self, *, is_so: bool) -> None:
        """Let nothing be pressed twice while the terminal is asked."""
        for part in (self.give, self.by_hand):
            part.setEnabled(not is_so)

    def _advice(self, payment: TerminalPayment, *, has_terminal: bool) -> str:
        if payment.state is TerminalState.RETURNING:
            return tr(
                "The terminal was asked, and has not said that it gave it back. Give it back by"
                " hand only if its own list does not have it."
            )
        if has_terminal:
            return tr("Both ways sign the exception off.")
        return tr(
            "This computer has no card terminal. Give it back at {register}, by this reference, and"
            " note it here."
        ).format(register=payment.register)


def where_label(payment: TerminalPayment) -> str:
    """Return where the money of a payment that has no sale is."""
    if payment.state is TerminalState.RETURNED:
        if not payment.return_reference:
            return tr("Given back at the terminal")
        words = tr("Given back by hand, {reference}")
        return words.format(reference=payment.return_reference)
    if payment.state is TerminalState.RETURNING:
        return tr("To be given back")
    return tr("With the store")
