"""The pay panel: what is to pay, how, what was given and what goes back."""

from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import Qt, Signal

from storedesk.domain.entry import is_number, tendered
from storedesk.domain.errors import Refused, StoreError
from storedesk.domain.money import Money
from storedesk.domain.till import Method, Tender
from storedesk.ui.kit import theme
from storedesk.ui.kit.cards import row
from storedesk.ui.kit.labels import Label
from storedesk.ui.kit.tokens import Tone
from storedesk.ui.till.done import ChangeBox
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.overlay import Panel
from storedesk.ui.till.place import Till
from storedesk.ui.till.tenders import AmountBox, Proof, QuickNotes, TenderTabs

LAST_FOUR = 4


class PayPanel(Panel):
    """Takes one tender for a quoted total. Letters choose how, Enter pays, Esc goes back."""

    taken = Signal(object)
    """The Tender that was entered."""

    def __init__(self, till: Till, total: Money, held_until: datetime | None) -> None:
        super().__init__(self.tr("To pay"))
        self.till, self.total = till, total
        self.method = till.first_tender
        self.is_busy = False
        self._asked: Money | None = None
        self.held = Label(size=12, ink="muted", tabular=True)
        if held_until:
            words = self.tr("Prices held until {time}")
            self.held.setText(words.format(time=till.format.time(held_until)))
        text = till.money(total)
        size = 56 if len(text) < 11 else 46  # noqa: PLR2004 - a longer one would not fit
        self.sum = Label(text, size=size, weight=theme.BOLD, tabular=True, right=True)
        self.tabs = TenderTabs(till)
        self.amount = AmountBox("")
        self.notes = QuickNotes(till, total)
        self.card = Proof(
            (
                ("brand", self.tr("Card (optional)")),
                ("last_four", self.tr("Last four digits")),
                ("reference", self.tr("Reference of the terminal")),
            )
        )
        self.paypal = Proof(
            (("reference", self.tr("PayPal's reference")), ("email", self.tr("or payer's e-mail")))
        )
        self.change = ChangeBox(self.tr("Change"))
        self.pay = pay_button("")
        self.hint = Label(size=12, ink="muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self.choose(self.method)

    def begin(self) -> None:
        """Take the keyboard."""
        self.amount.field.setFocus()
        self.amount.field.selectAll()

    def choose(self, method: Method) -> None:
        """Pay in another way; the amount is the exact one again."""
        self.method = method
        words = {
            Method.CASH: self.tr("Cash given"),
            Method.CARD: self.tr("Charged to the card"),
            Method.PAYPAL: self.tr("Paid by PayPal"),
        }
        self.tabs.choose(method)
        self.amount.say(words[method])
        self.notes.setVisible(method is Method.CASH)
        self.change.setVisible(method is Method.CASH)
        self.card.setVisible(method is Method.CARD)
        self.paypal.setVisible(method is Method.PAYPAL)
        self.give(self.total)

    def give(self, money: Money) -> None:
        """Write an amount into the field, ready to be typed over."""
        self.amount.field.setText(self.till.format.amount(money.amount))
        self.begin()
        self._reckon()

    def enter(self) -> None:
        """Take the tender, or say what is missing."""
        if self.is_busy:
            return
        try:
            tender = self._tender()
        except Refused as refusal:
            self.refuse(refusal)
            return
        if tender is not None:
            self.problem.hide()
            self.taken.emit(tender)

    def leave(self) -> None:
        """Go back to the sale, unless the payment is being booked."""
        if not self.is_busy:
            super().leave()

    def work(self, words: str = "") -> None:
        """Show that the payment is being booked, and `words` where that takes long."""
        self.is_busy = True
        self.pay.setEnabled(False)
        self.pay.setText(self.tr("Booking…"))
        if words:
            self.problem.say(words, Tone.WARN)

    def refuse(self, refusal: StoreError) -> None:
        """Say what stands in the way; the money can be entered again."""
        self.is_busy = False
        self.pay.setEnabled(True)
        self._reckon()
        super().refuse(refusal)
        self.guard.arm()

    def _lay_out(self) -> None:
        self.lay_out(row(self.title, None, self.held), self.sum, self.problem, self.tabs)
        self.lay_out(self.amount, self.notes, self.card, self.paypal, None)
        self.lay_out(self.change, self.pay, self.hint)
        self.column.setSpacing(10)
        self.sum.setFixedHeight(64)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.choose)
        self.notes.taken.connect(self.give)
        self.amount.field.textEdited.connect(self._typed)
        self.pay.clicked.connect(self.press)

    def _typed(self, text: str) -> None:
        self.problem.hide()
        try:
            entry = tendered(text, self.till.letters)
        except Refused:
            entry = None
        if entry and entry.method:
            self.choose(entry.method)
            if entry.amount is not None:
                self.give(Money.of(entry.amount, self.total.currency))
                self.amount.field.end(False)  # noqa: FBT003 - Qt takes no keyword
        self._reckon()

    def _given(self) -> Money:
        entry = tendered(self.amount.field.text(), self.till.letters)
        if entry.amount is None:
            return self.total
        return Money.of(entry.amount, self.total.currency)

    def _reckon(self) -> None:
        try:
            given: Money | None = self._given()
        except Refused:
            given = None
        money, exact = self.till.money, given == self.total
        enough = given is not None and given >= self.total
        change = given - self.total if given is not None and enough else self.till.zero()
        self.notes.mark(given)
        self.change.show_amount(money(change), is_nothing=not change)
        words = self.tr("Paid exact") if exact else self.tr("Take {amount}")
        self.pay.setText(words.format(amount=money(given) if given else ""))
        self.pay.setEnabled(not self.is_busy)
        paid = self.tr("Enter: paid exact") if exact else self.tr("Enter: take it")
        self.hint.setText(paid + self.tr("  ·  Esc: back to the sale"))

    def _tender(self) -> Tender | None:
        given = self._given()
        amounts = {"tendered": self.till.money(given), "total": self.till.money(self.total)}
        if given < self.total:
            raise Refused("tender_too_small", **amounts)
        if self.method is Method.CASH:
            if self._is_doubtful(given):
                return None
            return Tender(uuid4(), Method.CASH, self.total, tendered=given)
        if given > self.total:
            raise Refused("tender_too_large", **amounts)
        return self._card() if self.method is Method.CARD else self._paypal()

    def _is_doubtful(self, given: Money) -> bool:
        """Ask about change that is more than the largest note: a zero too many."""
        change = given - self.total
        if change <= self.till.largest_note() or self._asked == given:
            return False
        self._asked = given
        words = self.tr(
            "{change} change is more than the largest note. Enter again if it is right."
        )
        self.problem.say(words.format(change=self.till.money(change)), Tone.WARN)
        self.guard.arm()
        return True

    def _card(self) -> Tender:
        last_four = self.card.value("last_four")
        if last_four and not (is_number(last_four) and len(last_four) == LAST_FOUR):
            self.card.fields["last_four"].setFocus()
            raise Refused("card_digits")
        return Tender(
            uuid4(),
            Method.CARD,
            self.total,
            card_brand=self.card.value("brand"),
            last_four=last_four,
            reference=self.card.value("reference"),
        )

    def _paypal(self) -> Tender:
        reference, email = self.paypal.value("reference"), self.paypal.value("email")
        if not reference and not email:
            self.paypal.fields["reference"].setFocus()
            raise Refused("paypal_needs_proof")
        return Tender(uuid4(), Method.PAYPAL, self.total, reference=reference, paypal_email=email)
