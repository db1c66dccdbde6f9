"""The pay panel: amount due, tender, cash given and change."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import Signal

from storedesk.domain.credit import TakenCredit
from storedesk.domain.entry import tendered
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.tender_labels import tender_letters
from storedesk.ui.till.checkout.amount_due import AmountDue
from storedesk.ui.till.checkout.proofs import CardProof, PayPalProof
from storedesk.ui.till.checkout.taken_credit import CodeField, TakenCreditRows, rest
from storedesk.ui.till.checkout.tenders import AmountBox, QuickNotes, TenderTabs
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.sale.paid_card import ChangeBox


class PayPanel(Panel):
    """Takes a tender for a quoted total, after gift cards for a part of it.

    Letters choose how, Enter pays, Esc goes back. A gift card is taken as soon as its code is
    entered; what it does not cover is paid otherwise.
    """

    hears_scans = shows_sums = True

    taken = Signal(object)
    """The Tender that was entered; with gift cards for all of it, the last of theirs."""
    code_entered = Signal(str)
    """The code of a gift card that is to pay as much as it can."""

    def __init__(self, context: PageContext, total: Money, held_until: datetime | None) -> None:
        super().__init__(tr("To pay"))
        self.context, self.whole, self.total = context, total, total
        self.credit: tuple[TakenCredit, ...] = ()
        self.method = context.store.first_tender
        self.is_busy = False
        self._asked: Money | None = None
        held = tr("Prices held until {time}").format(
            time=context.format.time(held_until) if held_until else ""
        )
        self.amount_due = AmountDue(context, held if held_until else "")
        self.title, self.sum = self.amount_due.title, self.amount_due.sum
        self.letters = tender_letters(context.store.language, context.store.letters)
        self.tabs = TenderTabs(self.letters)
        self.amount = AmountBox("")
        self.notes = QuickNotes(context, context.store.in_cash(total))
        self.card, self.paypal = CardProof(), PayPalProof()
        self.code, self.taken_credit = CodeField(), TakenCreditRows(context)
        self.change = ChangeBox(tr("Change"))
        self.pay = pay_button("")
        self._lay_out()
        self._connect()
        self.choose(self.method)

    def begin(self) -> None:
        """Take the keyboard; the stylesheet has given the amount its first size again by now."""
        self.amount_due.fit()
        field = self.code.field if self.method is Method.CREDIT else self.amount.field
        field.setFocus()
        field.selectAll()

    def choose(self, method: Method) -> None:
        """Pay in another way; the amount is the exact one again."""
        self.method = method
        words = {
            Method.CASH: tr("Cash given"),
            Method.CARD: tr("Charged to the card"),
            Method.PAYPAL: tr("Paid by PayPal"),
            Method.CREDIT: tr("Gift card"),
        }
        self.tabs.choose(method)
        self.amount.say(words[method])
        self.notes.setVisible(method is Method.CASH)
        self.change.setVisible(method is Method.CASH)
        self.card.setVisible(method is Method.CARD)
        self.paypal.setVisible(method is Method.PAYPAL)
        self.code.setVisible(method is Method.CREDIT)
        self.amount.setVisible(method is not Method.CREDIT)
        self.amount_due.show_due(self.due, self.total)
        self.give(self.due)

    @property
    def due(self) -> Money:
        """What is to pay in the chosen way: in cash rounded to the smallest coin."""
        return self.context.store.in_cash(self.total) if self.method is Method.CASH else self.total

    def give(self, money: Money) -> None:
        """Write an amount into the field, ready to be typed over."""
        self.amount.field.setText(self.context.format.amount(money.amount))
        self.begin()
        self._reckon()

    def enter(self) -> None:
        """Take the tender, or say what is missing."""
        if self.is_busy:
            return
        try:
            if self.method is Method.CREDIT and self.total:
                self.code_entered.emit(self.code.code())
                return
            tender = self.credit[-1].tender if not self.total else self._tender()
        except Refused as refusal:
            self.refuse(refusal)
            return
        if tender is not None:
            self.problem.hide()
            self.taken.emit(tender)

    def leave(self) -> None:
        """Go back to the sale, unless the payment is being booked; from a code to the amount."""
        if self.is_busy:
            return
        if self.method is Method.CREDIT and self.total:
            self.problem.hide()
            self.choose(self._usual())
            return
        super().leave()

    def scan(self, code: str) -> None:
        """Take a gift card that was scanned, whatever is being typed."""
        if not self.is_busy:
            self.problem.hide()
            self.code_entered.emit(code)

    def show_taken(self, credit: Sequence[TakenCredit]) -> None:
        """Show which gift cards pay how much, and what is still to pay."""
        self.is_busy = False
        self.credit, self.total = tuple(credit), rest(self.whole, credit)
        self.taken_credit.show_taken(credit)
        if self.total:
            self.notes.show_total(self.context.store.in_cash(self.total))
        self.title.setText(tr("Still to pay") if credit else tr("To pay"))
        self.code.field.clear()
        self.problem.hide()
        self.choose(self._usual())
        self.guard.arm()

    def _usual(self) -> Method:
        """Return how the rest is paid at first."""
        first = self.context.store.first_tender
        return first if self.total else Method.CREDIT

    def work(self, words: str = "") -> None:
        """Show that the payment is being booked, and `words` where that takes long."""
        self.is_busy = True
        self.pay.setEnabled(False)
        self.pay.setText(tr("Booking…"))
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
        self.know(self.amount_due, self.taken_credit)
        self.taken_credit.show_taken(())
        self.lay_out(self.problem, self.tabs)
        self.lay_out(self.amount, self.code, self.notes, self.card, self.paypal, None)
        self.lay_out(self.change)
        self.end_with(self.pay)
        self.column.setSpacing(10)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.choose)
        self.notes.taken.connect(self.give)
        self.amount.field.textEdited.connect(self._typed)
        self.pay.clicked.connect(self.press)
        self.code.field.textEdited.connect(lambda _: self.problem.hide())

    def _typed(self, text: str) -> None:
        self.problem.hide()
        try:
            entry = tendered(text, self.letters)
        except Refused:
            entry = None
        if entry and entry.method:
            self.choose(entry.method)
            if entry.amount is not None:
                self.give(Money.of(entry.amount, self.total.currency))
                self.amount.field.end(False)  # noqa: FBT003 - Qt takes no keyword
        self._reckon()

    def _given(self) -> Money:
        entry = tendered(self.amount.field.text(), self.letters)
        if entry.amount is None:
            return self.due
        return Money.of(entry.amount, self.total.currency)

    def _reckon(self) -> None:
        try:
            given: Money | None = self._given()
        except Refused:
            given = None
        money, is_cash = self.context.money, self.method is Method.CASH
        self.notes.mark(given)
        self._show_change(given)
        if self.method is Method.CREDIT:
            self.pay.setText(tr("Take gift card") if self.total else tr("Paid: book it"))
            self.pay.setEnabled(not self.is_busy)
            return
        words = tr("Take {amount}") if is_cash else tr("Charge {amount}")
        self.pay.setText(words.format(amount=money(given) if given else "").strip())
        self.pay.setEnabled(not self.is_busy and given is not None and given >= self.due)

    def _show_change(self, given: Money | None) -> None:
        if given is not None and given < self.due:
            missing = self.context.money(self.due - given)
            self.change.show_missing(tr("Still missing"), missing)
        else:
            change = given - self.due if given is not None else self.context.zero()
            self.change.show_amount(self.context.money(change), is_nothing=not change)

    def _tender(self) -> Tender | None:
        try:
            given = self._given()
        except Refused:
            go_to(self.amount.field)
            raise
        amounts = {"tendered": self.context.money(given), "total": self.context.money(self.due)}
        if given < self.due:
            go_to(self.amount.field)
            raise Refused("tender_too_small", **amounts)
        if self.method is Method.CASH:
            if self._is_doubtful(given):
                return None
            return Tender(uuid4(), Method.CASH, self.total, tendered=given)
        if given > self.due:
            go_to(self.amount.field)
            raise Refused("tender_too_large", **amounts)
        proof = self.card if self.method is Method.CARD else self.paypal
        return proof.tender(self.total)

    def _is_doubtful(self, given: Money) -> bool:
        """Ask about change that is more than the largest note: a zero too many."""
        change = given - self.due
        if (
            change <= Money.of(self.context.store.largest_note, change.currency)
            or self._asked == given
        ):
            return False
        self._asked = given
        words = tr("{change} change is more than the largest note. Enter again if it is right.")
        self.problem.say(words.format(change=self.context.money(change)), Tone.WARN)
        self.guard.arm()
        return True
