"""The pay panel of a till with a card terminal, and of a sale that one has charged for."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.card_terminals import TerminalPayment
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import boxed, column, row
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.tender_labels import card_of
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.keys import small_button


class TerminalPayPanel(PayPanel):
    """Sends what is paid by card to the terminal: Enter sends it, a part of it or all.

    The letter of cards once more, or the button, has what another terminal charged be typed.
    """

    terminal_asked = Signal(object)
    """The Money that the terminal is to charge."""
    given_back = Signal(object)
    """The TerminalPayment that is to be given back to its card."""

    def __init__(
        self,
        context: PageContext,
        total: Money,
        held_until: datetime | None,
        charged: Sequence[TerminalPayment],
        *,
        has_terminal: bool,
    ) -> None:
        self.charged = tuple(charged)
        self._has_terminal, self.is_by_hand = has_terminal, not has_terminal
        self.by_hand = small_button("", icon="pencil")
        super().__init__(context, total.less(one.amount for one in self.charged), held_until)
        self.by_hand.clicked.connect(self.turn)
        if self.charged:
            self.title.setText(tr("Still to pay"))
        if not self.total or self.is_over:
            self.choose(Method.CREDIT)

    @property
    def is_over(self) -> bool:
        """Whether more was charged than is to pay."""
        return self.total.amount < 0

    @property
    def is_at_terminal(self) -> bool:
        """Whether the terminal is asked, and nothing is typed."""
        return self.method is Method.CARD and not self.is_by_hand

    def choose(self, method: Method) -> None:
        """Pay in another way; by card once more, have it typed, or not."""
        if method is Method.CARD and self.method is Method.CARD and self._has_terminal:
            self.is_by_hand = not self.is_by_hand
        elif method is not Method.CARD:
            self.is_by_hand = not self._has_terminal
        super().choose(method)
        self.by_hand.setVisible(method is Method.CARD and self._has_terminal)
        self.card.setVisible(method is Method.CARD and self.is_by_hand)
        words = tr("At the terminal instead") if self.is_by_hand else tr("Type it by hand instead")
        self.by_hand.setText(words)
        self.by_hand.setAccessibleName(words)
        if not self.total or self.is_over:
            self.code.hide()

    def turn(self) -> None:
        """Have it typed by hand, or not any more."""
        self.choose(Method.CARD)

    def enter(self) -> None:
        """Take the tender, or book what the card has paid already."""
        if self.is_busy:
            return
        if self.is_over:
            self.refuse(Refused("card_money_exceeds"))
        elif not self.total and not self.credit and self.charged:
            self.problem.hide()
            self.taken.emit(tender_of(self.charged[-1]))
        else:
            super().enter()

    def _typed(self, text: str) -> None:
        """Take what is typed for the amount: a minus alone gives back what was charged last."""
        if text.strip() == "-" and self.charged:
            self.amount.field.clear()
            self.given_back.emit(self.charged[-1])
            return
        super()._typed(text)

    def _lay_out(self) -> None:
        super()._lay_out()
        for one in self.charged:
            self.know(self._row(one))
        at = self.column.indexOf(self.card)
        self.column.insertWidget(at, self.by_hand)

    def _row(self, one: TerminalPayment) -> QWidget:
        money = self.context.money
        name = Label(card_of(one), weight=theme.MEDIUM)
        said = Label(tr("Charged at the terminal"), size=12, ink="muted")
        paid = Label(money(-one.amount), weight=theme.DEMIBOLD, tabular=True, ink="ok")
        back = small_button(tr("Give back"), cap="-" if one is self.charged[-1] else "")
        back.setAccessibleName(tr("Give back: {card}").format(card=card_of(one)))
        back.setMinimumHeight(target(32))
        back.clicked.connect(partial(self.given_back.emit, one))
        line = row(boxed(column(name, said, gap=0)), paid, back, gap=8)
        line.setStretch(0, 1)
        return boxed(line)

    def _reckon(self) -> None:
        super()._reckon()
        if not self.is_at_terminal:
            return
        try:
            given = self._given()
        except Refused:
            return
        self.pay.setText(tr("{amount} to the terminal").format(amount=self.context.money(given)))
        self.pay.setEnabled(not self.is_busy and given.amount > 0 and given <= self.due)

    def _tender(self) -> Tender | None:
        if not self.is_at_terminal:
            return super()._tender()
        try:
            given = self._given()
        except Refused:
            go_to(self.amount.field)
            raise
        if given > self.due:
            go_to(self.amount.field)
            amounts = {"tendered": self.context.money(given), "total": self.context.money(self.due)}
            raise Refused("tender_too_large", **amounts)
        if not given:
            go_to(self.amount.field)
            raise Refused("bad_amount")
        self.problem.hide()
        self.terminal_asked.emit(given)
        return None


def tender_of(one: TerminalPayment) -> Tender:
    """Return the tender that a payment at the terminal is; the database knows the card."""
    return Tender(
        one.id, Method.CARD, one.amount, card_brand=one.card_brand, last_four=one.last_four,
        reference=one.reference,
    )  # fmt: skip
