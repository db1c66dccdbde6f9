"""The pay panel of a till with a card terminal, and of a sale that one has charged for."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.card_terminals import TerminalPayment
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.tender_labels import card_of
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.sale_money import SaleMoney
from storedesk.ui.till.checkout.taken_rows import back_button, taken_row
from storedesk.ui.till.keys import small_button


class TerminalPayPanel(PayPanel):
    """Sends what is paid by card to the terminal: Enter sends it, a part of it or all.

    The letter of cards once more, or the button, has what another terminal charged be typed.
    """

    terminal_asked = Signal(object, str)
    """The Money that the terminal is to charge, and what was typed behind it for the rest."""
    charge_returned = Signal(object)
    """The TerminalPayment that is to be given back to its card."""

    def __init__(
        self,
        context: PageContext,
        money: SaleMoney,
        held_until: datetime | None,
        *,
        has_terminal: bool,
    ) -> None:
        self._has_terminal, self.is_by_hand = has_terminal, not has_terminal
        self.by_hand = small_button("", icon="pencil")
        super().__init__(context, money, held_until)
        self.by_hand.clicked.connect(self.turn)

    @property
    def is_at_terminal(self) -> bool:
        """Whether the terminal is asked, and nothing is typed."""
        return self.method is Method.CARD and not self.is_by_hand

    def choose(self, method: Method) -> None:
        """Pay in another way; what is paid by card the terminal is asked for at first."""
        if method is not Method.CARD:
            self.is_by_hand = not self._has_terminal
        super().choose(method)
        self.by_hand.setVisible(method is Method.CARD and self._has_terminal)
        self.card.setVisible(method is Method.CARD and self.is_by_hand)
        words = tr("At the terminal instead") if self.is_by_hand else tr("Type it by hand instead")
        self.by_hand.setText(words)
        self.by_hand.setAccessibleName(words)

    def pick(self, method: Method) -> None:
        """Pay in the way that was pressed; by card once more, have it typed, or not."""
        if method is Method.CARD and self.method is Method.CARD and self._has_terminal:
            self.is_by_hand = not self.is_by_hand
        super().pick(method)

    def turn(self) -> None:
        """Have it typed by hand, or not any more."""
        self.pick(Method.CARD)

    def _typed(self, text: str) -> None:
        """Take what is typed for the amount: a minus alone gives back what was charged last."""
        if text.strip() == "-" and self.money.charged and not self.money.parts:
            self.amount.field.clear()
            self.charge_returned.emit(self.money.charged[-1])
            return
        super()._typed(text)

    def _lay_out(self) -> None:
        super()._lay_out()
        for one in self.money.charged:
            self.know(self._row(one))
        at = self.column.indexOf(self.card)
        self.column.insertWidget(at, self.by_hand)

    def _row(self, one: TerminalPayment) -> QWidget:
        is_last = one is self.money.charged[-1] and not self.money.parts
        back = back_button(card_of(one), partial(self.charge_returned.emit, one), is_last=is_last)
        said = tr("Charged at the terminal")
        return taken_row(self.context, card_of(one), said, one.amount, back)

    def _reckon(self) -> None:
        super()._reckon()
        if not self.is_at_terminal:
            return
        given = self.amount.given_at_once(self.due)
        if given is None:
            return
        self.pay.setText(tr("{amount} to the terminal").format(amount=self.context.money(given)))
        self.pay.setEnabled(not self.is_busy and given.amount > 0 and given <= self.due)

    def _make(self, given: Money) -> Tender | None:
        if not self.is_at_terminal:
            return super()._make(given)
        self.problem.hide()
        self.terminal_asked.emit(given, self.amount.take_later())
        return None
