"""The panel of a payment at the card terminal, also while nobody knows what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from storedesk.domain.card_terminals import TerminalPayment, TerminalState
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.burst import typed_text
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.labels import Heading, Label
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel


class TerminalPanel(Panel):
    """Says what the customer does at the terminal, or asks what became of a payment.

    Esc cancels at the terminal while it is there; of what is unknown Enter asks the terminal, and
    Esc goes back to the sale, which stays as it is.
    """

    shows_sums = True
    cancel_wanted = Signal()
    asked = Signal()
    """The terminal is to be asked what became of it."""
    judged = Signal(bool)
    """A person says whether the card was charged."""

    def __init__(self, context: PageContext, *, can_ask: bool) -> None:
        super().__init__(tr("Card terminal"))
        self._context, self._can_ask = context, can_ask
        self.is_busy = True
        self.is_unknown = False
        self._judging: bool | None = None
        self.title = Heading(tr("On the terminal"), size=16, weight=theme.DEMIBOLD)
        self.sum = Label(size=48, weight=theme.BOLD, tabular=True)
        self.words = Label(size=15, wrap=True)
        self.ask = pay_button(tr("Ask the terminal"))
        self.charged = secondary(tr("It was charged"), cap="+")
        self.free = secondary(tr("Not charged"), cap="-")
        self.cancel = secondary(tr("Cancel at the terminal"), cap="Esc")
        for button in (self.charged, self.free, self.cancel):
            button.setMinimumHeight(target(44))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint = Label(size=12, ink="muted", wrap=True)
        self.hint.setText(
            tr("If the terminal stays dead: look at its slip. A manager approves what you say.")
        )
        self.ask.clicked.connect(self.press)
        self.charged.clicked.connect(lambda: self._judge(is_charged=True))
        self.free.clicked.connect(lambda: self._judge(is_charged=False))
        self.cancel.clicked.connect(self.leave)
        self.know(self.title, self.sum)
        self.lay_out(
            self.problem, self.words, None, self.hint, self.charged, self.free, self.cancel
        )
        self.end_with(self.ask)

    def show_sent(self) -> None:
        """Show that the amount is on its way to the terminal."""
        self._be(tr("Sent to the terminal"), tr("One moment…"), busy=True)

    def show_on(self, payment: TerminalPayment) -> None:
        """Show what the customer does at the terminal."""
        self.sum.setText(self._context.money(payment.amount))
        words = tr("The customer presents the card, and types the PIN if it asks for one.")
        self._be(tr("On the terminal"), words, busy=True)
        self.cancel.setVisible(True)

    def show_unknown(self, payment: TerminalPayment) -> None:
        """Show that nobody knows whether the card was charged."""
        self.sum.setText(self._context.money(payment.amount))
        if payment.state is TerminalState.RETURNING:
            words = tr("It is to be given back, and the terminal has not said that it was.")
        else:
            words = tr("We do not know whether the card was charged.")
        if not self._can_ask:
            where = tr("Ask at {register}: this computer has no card terminal.")
            words = f"{words} {where.format(register=payment.register)}"
        self._be(tr("Card terminal"), words, busy=False)
        self.is_unknown = True
        for part in (self.hint, self.charged, self.free):
            part.setVisible(payment.state is not TerminalState.RETURNING)
        self.ask.setVisible(self._can_ask)
        self.back.setVisible(True)
        self.guard.arm()

    def show_busy(self, words: str) -> None:
        """Show that something is being asked or written."""
        self._be(self.title.text(), words, busy=True)

    def end_busy(self) -> None:
        """Let it be left: what was wanted was refused, and is said here."""
        self._be(self.title.text(), "", busy=False)
        self.is_unknown = True
        self.back.setVisible(True)

    def enter(self) -> None:
        """Ask the terminal, where it is not known what became of the payment."""
        if self.is_unknown and self._can_ask:
            self.problem.hide()
            self.asked.emit()

    def leave(self) -> None:
        """Cancel at the terminal; from what is unknown, go back to the sale."""
        if self.is_unknown:
            super().leave()
        elif not self.cancel.isHidden():
            self.cancel_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: + and - say by hand what became of it; else as every panel."""
        if self.is_unknown and not event.isAutoRepeat():
            sign = typed_text(event)
            if sign in {"+", "-"}:
                self._judge(is_charged=sign == "+")
                return
        super().keyPressEvent(event)

    def _judge(self, *, is_charged: bool) -> None:
        """Take a person's word the second time: it is among the exceptions."""
        if not self.is_unknown:
            return
        if self._judging is not is_charged:
            self._judging = is_charged
            words = tr("Is that what the terminal's own slip or display says? Press again.")
            self.problem.say(words, Tone.WARN)
            return
        self.judged.emit(is_charged)

    def _be(self, title: str, words: str, *, busy: bool) -> None:
        self.title.setText(title)
        self.words.setText(words)
        self.is_busy, self.is_unknown, self._judging = busy, False, None
        self.problem.hide()
        for part in (self.ask, self.charged, self.free, self.cancel, self.hint, self.back):
            part.setVisible(False)
