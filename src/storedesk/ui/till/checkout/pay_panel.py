"""The pay panel: amount due, tender, cash given and change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import Signal

from storedesk.domain.credit import TakenCredit
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.tender_labels import tender_letters
from storedesk.ui.till.checkout.amount_due import AmountDue
from storedesk.ui.till.checkout.amount_entry import AmountEntry
from storedesk.ui.till.checkout.proofs import CardProof, PayPalProof
from storedesk.ui.till.checkout.sale_money import SaleMoney
from storedesk.ui.till.checkout.taken_credit import CodeField, TakenCreditRows
from storedesk.ui.till.checkout.taken_rows import TakenParts
from storedesk.ui.till.checkout.tenders import QuickNotes, TenderTabs
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.sale.paid_card import ChangeBox


class PayPanel(Panel):
    """Takes a tender for a quoted total, after gift cards for a part of it.

    Letters choose how, Enter pays, Esc goes back. A gift card is taken as soon as its code is
    entered; what it does not cover is paid otherwise.
    """

    hears_scans = shows_sums = True
    needs_reference: ClassVar[bool] = False
    """Whether a card needs the reference of its terminal."""

    taken = Signal(object)
    """The Tender that was entered; with gift cards for all of it, the last of theirs."""
    part_entered = Signal(object, str)
    """The Tender that pays a part, and what was typed behind it for the rest."""
    part_returned = Signal(object)
    """The Tender of a part that is to be given back."""
    code_entered = Signal(str)
    """The code of a gift card that is to pay as much as it can."""

    def __init__(self, context: PageContext, money: SaleMoney, held_until: datetime | None) -> None:
        super().__init__(tr("To pay"))
        self.context, self.money = context, money
        self.method = context.store.first_tender
        self.is_busy = False
        self._asked: Money | None = None
        self.amount_due = AmountDue(context, held_until)
        self.title, self.sum = self.amount_due.title, self.amount_due.sum
        letters = tender_letters(context.store.language, context.store.letters)
        self.tabs, self.amount = TenderTabs(letters), AmountEntry(letters)
        self.notes = QuickNotes(context, context.store.in_cash(self.total))
        self.taken_parts = TakenParts(context, money.parts)
        self.card = CardProof(is_needed=self.needs_reference)
        self.paypal = PayPalProof()
        self.code, self.taken_credit = CodeField(), TakenCreditRows(context)
        self.change = ChangeBox(tr("Change"))
        self.pay = pay_button("")
        self._lay_out()
        self._connect()
        self.amount_due.name(is_rest=bool(self.money.tenders))
        self.choose(self._usual())

    def begin(self) -> None:
        """Take the keyboard; the stylesheet has given the amount its first size again by now."""
        self.amount_due.fit()
        field = self.code.field if self.method is Method.CREDIT else self.amount.field
        field.setFocus()
        field.selectAll()

    def choose(self, method: Method) -> None:
        """Pay in another way; the amount is the exact one again."""
        self.method = method
        self.tabs.choose(method)
        self.amount.name_for(method)
        self.notes.setVisible(method is Method.CASH)
        self.change.setVisible(method is Method.CASH)
        self.card.setVisible(method is Method.CARD)
        self.paypal.setVisible(method is Method.PAYPAL)
        self.code.setVisible(method is Method.CREDIT and self.total.amount > 0)
        self.amount.setVisible(method is not Method.CREDIT)
        self.amount_due.show_due(self.due, self.total)
        self.give(self.due)

    def pick(self, method: Method) -> None:
        """Pay in the way that was pressed."""
        self.choose(method)

    @property
    def total(self) -> Money:
        """What is still to pay."""
        return self.money.left

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
            if self.total.amount < 0:
                raise self.money.excess
            if self.method is Method.CREDIT and self.total:
                self.code_entered.emit(self.code.code())
                return
            tender = self._tender() if self.total else self.money.tenders[-1]
        except Refused as refusal:
            self.refuse(refusal)
            return
        if tender is None:
            return
        self.problem.hide()
        if tender.amount < self.total:
            self.part_entered.emit(tender, self.amount.take_later())
        else:
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
        self.money = replace(self.money, credit=tuple(credit))
        self.taken_credit.show_taken(credit)
        if self.total:
            self.notes.show_total(self.context.store.in_cash(self.total))
        self.amount_due.name(is_rest=bool(self.money.tenders))
        self.code.field.clear()
        self.problem.hide()
        self.choose(self._usual())
        self.guard.arm()
        if (later := self.amount.take_later()) and self.total:
            self.go_on(later)

    def _usual(self) -> Method:
        """Return how the rest is paid at first."""
        first = self.context.store.first_tender
        return first if self.total.amount > 0 else Method.CREDIT

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
        self.know(self.amount_due, self.taken_credit, self.taken_parts)
        self.taken_credit.show_taken(self.money.credit)
        self.lay_out(self.problem, self.tabs)
        self.lay_out(self.amount, self.code, self.notes, self.card, self.paypal, None)
        self.lay_out(self.change)
        self.end_with(self.pay)
        self.column.setSpacing(10)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.pick)
        self.taken_parts.given_back.connect(self.part_returned)
        self.notes.taken.connect(self.give)
        self.amount.field.textEdited.connect(self._typed)
        self.pay.clicked.connect(self.press)
        self.code.field.textEdited.connect(lambda _: self.problem.hide())

    def go_on(self, later: str) -> None:
        """Take what was typed for the rest, as if it had been typed now."""
        self.amount.field.setText(later)
        self._typed(later)
        if self.method is not Method.CREDIT:
            self.enter()

    def _typed(self, text: str) -> None:
        self.problem.hide()
        self.amount.take_later()
        if text.strip() == "-" and self.money.parts:
            self.amount.field.clear()
            self.part_returned.emit(self.money.parts[-1])
            return
        if len(self.amount.parts) == 1:
            self._read(text)
        self._reckon()

    def _read(self, text: str) -> None:
        """Choose the way whose letter was typed; the amount stays where it is only a part."""
        try:
            entry = self.amount.read()
        except Refused:
            return
        if entry.method is None or (entry.method is self.method and text[-1:].isspace()):
            return
        self.pick(entry.method)
        if entry.amount is None or self.method is not entry.method:
            return
        given, field = Money.of(entry.amount, self.total.currency), self.amount.field
        if given < self.due:
            field.setText(text)
        else:
            self.give(given)
        field.end(False)  # noqa: FBT003 - Qt takes no keyword

    def _reckon(self) -> None:
        given, several = self.amount.given_at_once(self.due), self.amount.parts
        is_one = len(several) == 1
        self.notes.mark(given)
        self.change.show_given(self.amount.given_by_all(self.due), self.due, self.context.money)
        self.pay.setEnabled(not self.is_busy and (bool(given) or not is_one))
        if self.method is Method.CREDIT and is_one:
            self.pay.setText(tr("Take gift card") if self.total else tr("Paid: book it"))
            self.pay.setEnabled(not self.is_busy)
            return
        is_taken = self.method is Method.CASH or not is_one
        words = tr("Take {amount}") if is_taken else tr("Charge {amount}")
        amount = self.context.money(given) if given else "" if is_one else " + ".join(several)
        self.pay.setText(words.format(amount=amount).strip())

    def _tender(self) -> Tender | None:
        try:
            if several := self.amount.first_of_several(self.due):
                self.choose(several[1] or self.method)
                self.amount.field.setText(several[0])
            if self.method is Method.CREDIT:
                return None
            given = self.amount.given(self.due)
            self._check(given)
        except Refused:
            go_to(self.amount.field)
            raise
        return self._make(given)

    def _check(self, given: Money) -> None:
        if not given:
            raise Refused("bad_amount")
        if given > self.due and self.method is not Method.CASH:
            raise Refused("tender_too_large", total=self.context.money(self.due))

    def _make(self, given: Money) -> Tender | None:
        """Return the tender of that much; None where it has to be asked about first."""
        if self.method is Method.CASH:
            if given < self.due:
                return Tender(uuid4(), Method.CASH, given)
            if self._is_doubtful(given):
                return None
            return Tender(uuid4(), Method.CASH, self.total, tendered=given)
        proof = self.card if self.method is Method.CARD else self.paypal
        return proof.tender(given)

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
