"""Sell a gift card, or top one up: how much, and how it is paid."""

from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Signal

from storedesk import api
from storedesk.domain.credit import Credit, IssuedCredit, WrongCode
from storedesk.domain.entry import amount, tendered
from storedesk.domain.refusals.errors import NotAllowed, Refused, StoreError
from storedesk.domain.shifts import Shift
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.services.desk import OnceOnly
from storedesk.ui.approval import ApprovalRequest, asking
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.tender_labels import method_name, tender_letters
from storedesk.ui.till.approvals import ask_beside
from storedesk.ui.till.checkout.proofs import CardProof, PayPalProof
from storedesk.ui.till.checkout.tenders import AmountBox, TenderTabs
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel

PAID_BY = (Method.CASH, Method.CARD, Method.PAYPAL)


class SellGiftCardPanel(Panel):
    """Asks how much and how it is paid; beyond the limit a manager approves it beside the sale."""

    sold = Signal(object)
    """The IssuedCredit."""

    def __init__(
        self,
        context: PageContext,
        shift: Shift,
        panel_host: PanelHost,
        known: tuple[str, Credit] | None = None,
    ) -> None:
        """Take the code of the card that is topped up, and what is on it; None sells a new one."""
        super().__init__(tr("Top up a gift card") if known else tr("Sell a gift card"))
        self._context, self._shift, self._panel_host = context, shift, panel_host
        self._known, self._is_selling = known, False
        self._command = OnceOnly(context.desk)
        self.method = Method.CASH
        letters = tender_letters(context.store.language, context.store.letters)
        self.letters = {one: letters[one] for one in PAID_BY}
        self.box = AmountBox(tr("Amount"))
        self.tabs = TenderTabs(self.letters)
        self.given = AmountBox(tr("Cash given (optional)"), height=48, size=16)
        self.card, self.paypal = CardProof(is_needed=True), PayPalProof()
        self.go = pay_button("")
        self.now = Label(ink="muted", tabular=True, wrap=True)
        self.tabs.chosen.connect(self.choose)
        self.box.field.textEdited.connect(self._typed)
        self.given.field.textEdited.connect(lambda _: self.problem.hide())
        self.go.clicked.connect(self.press)
        self.lay_out(self.title, self.now, self.problem, self.box, self.tabs, self.given,
                     self.card, self.paypal, None)  # fmt: skip
        self.end_with(self.go)
        if known:
            words = tr("{number} · {balance} is on it.")
            balance = context.money(known[1].balance)
            self.now.setText(words.format(number=known[1].number, balance=balance))
        self.now.setVisible(known is not None)
        self.choose(self.method)

    def begin(self) -> None:
        """Take the keyboard."""
        self.box.field.setFocus()
        self.box.field.selectAll()

    def choose(self, method: Method) -> None:
        """Have it paid in another way."""
        self.method = method
        self.tabs.choose(method)
        self.given.setVisible(method is Method.CASH)
        self.card.setVisible(method is Method.CARD)
        self.paypal.setVisible(method is Method.PAYPAL)
        self.problem.hide()
        self._reckon()

    def enter(self) -> None:
        """Sell it, or say what is missing. A second Enter meanwhile does nothing."""
        worth = self._money(self.box)
        if worth is None or worth.amount <= 0:
            go_to(self.box.field)
            raise Refused("bad_amount")
        tender = self._tender(worth)
        if not self._is_selling:
            self.jobs.start(lambda: self._sell(worth, tender))

    def leave(self) -> None:
        """Go back, unless it is being sold."""
        if not self._is_selling:
            super().leave()

    def refuse(self, refusal: StoreError) -> None:
        """Say what stands in the way; it can be sold again."""
        super().refuse(self._context.format.in_money(refusal))

    def _typed(self, text: str) -> None:
        """Choose the way to pay whose letter was typed behind the amount, and take it off."""
        try:
            entry = tendered(text, self.letters)
        except Refused:
            entry = None
        if entry and entry.method:
            self.choose(entry.method)
            given = entry.amount
            self.box.field.setText("" if given is None else self._context.format.amount(given))
        self._reckon()

    def _reckon(self) -> None:
        try:
            worth = self._money(self.box)
        except Refused:
            worth = None
        words = tr("Take {amount}") if self.method is Method.CASH else tr("Charge {amount}")
        shown = self._context.money(worth) if worth else ""
        self.go.setText(words.format(amount=shown).strip())

    def _money(self, box: AmountBox) -> Money | None:
        text = box.field.text().strip()
        if not text:
            return None
        try:
            return Money.of(amount(text), self._context.store.currency)
        except Refused:
            go_to(box.field)
            raise

    def _tender(self, worth: Money) -> Tender:
        if self.method is Method.CARD:
            return self.card.tender(worth)
        if self.method is Method.PAYPAL:
            return self.paypal.tender(worth)
        given = self._money(self.given) or worth
        if given < worth:
            go_to(self.given.field)
            money = self._context.money
            raise Refused("tender_too_small", tendered=money(given), total=money(worth))
        return Tender(uuid4(), Method.CASH, worth, tendered=given)

    async def _sell(self, worth: Money, tender: Tender) -> None:
        self.problem.hide()
        context, ask = self._context, partial(ask_beside, self._panel_host)
        words = partial(self._request, worth)
        self._is_selling = True
        self.go.setEnabled(False)
        try:
            answer = await asking(
                ask, context.approvers, context.format, words, partial(self._send, worth, tender)
            )
        finally:
            self._is_selling = False
            self.go.setEnabled(True)
        if isinstance(answer, WrongCode):
            raise answer.refusal
        self.sold.emit(answer)

    async def _send(
        self, worth: Money, tender: Tender, approval: UUID | None
    ) -> IssuedCredit | WrongCode:
        shift_id = self._shift.id
        if self._known is None:
            return await self._command.do(
                api.credit.issue_credit, shift_id=shift_id, amount=worth, tenders=(tender,),
                approval=approval,
            )  # fmt: skip
        return await self._command.do(
            api.credit.top_up_credit, shift_id=shift_id, code=self._known[0], amount=worth,
            tenders=(tender,), approval=approval,
        )  # fmt: skip

    def _request(self, worth: Money, refusal: NotAllowed) -> ApprovalRequest:
        """Say to the manager what is asked, and how much was sold today."""
        today = Money.of(str(refusal.parameters["today"]), worth.currency)
        facts = [
            (tr("Sold today"), self._context.money(today)),
            (tr("Paid by"), method_name(self.method)),
            (tr("Asked by"), self._context.me.name),
        ]
        return ApprovalRequest(
            self.title.text(), facts, (tr("Gift card"), self._context.money(worth))
        )
