"""Take a sale from its quote to its receipt: no money moves without a recorded sale."""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from storedesk import api
from storedesk.domain.card_terminals import TerminalPayment, TerminalState
from storedesk.domain.orders import Receipt
from storedesk.domain.refusals.errors import NotFound, Refused, StoreError, Unavailable
from storedesk.domain.shifts import Shift
from storedesk.domain.till import Found, Method, Paid, Quote, Sale, SpentCredit, Tender
from storedesk.domain.values.money import Money
from storedesk.ui.approval import asking
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.approvals import ask_beside, shortage_approval
from storedesk.ui.till.checkout.exchange_panel import ExchangePanel
from storedesk.ui.till.checkout.kept_tenders import KeptTenders
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.quote_changes import QuoteChangesPanel
from storedesk.ui.till.checkout.sale_money import SaleMoney
from storedesk.ui.till.checkout.terminal_controller import TerminalController
from storedesk.ui.till.checkout.terminal_pay_panel import TerminalPayPanel
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.sale.sale_controller import SaleController

PAUSE = 2.0
"""Seconds between two looks whether a sale was booked."""


class CheckoutController(QObject):
    """Quotes the sale, explains what changed, takes the tender, and finds out if it was booked.

    Everything waits its turn behind the scans, so what is paid is the sale that is shown.
    """

    paid = Signal(object, object)
    """A Paid, and the Tender that paid it."""

    def __init__(
        self, context: PageContext, selling: SaleController, panel_host: PanelHost
    ) -> None:
        super().__init__()
        self._context, self._selling, self._panel_host = context, selling, panel_host
        self.shift: Shift | None = None
        self.pause = PAUSE
        self._is_quoting = False
        self._found: tuple[Found, ...] = ()
        self._quoted: Quote | None = None
        self.kept = KeptTenders(context, selling, panel_host)
        self.kept.parts_changed.connect(self._show_parts)
        self._code = ""
        """The code of a gift card that was scanned before the pay panel was open."""
        self._code_for: UUID | None = None
        """The sale that it was scanned for."""
        self.terminal = TerminalController(context, selling, panel_host)
        self.terminal.ended.connect(self._end_terminal)
        self._later = ""
        """What was typed behind the part that the terminal is charging."""
        self._tender: Tender | None = None
        """What was entered, and not taken yet because the shift belongs to others."""
        selling.gone.connect(lambda _: self.interrupt())

    @property
    def panel(self) -> PayPanel | None:
        """The pay panel, while it is open."""
        return self._panel_host.panel if isinstance(self._panel_host.panel, PayPanel) else None

    @property
    def is_taking_payment(self) -> bool:
        """Whether a payment is on its way: nothing may come between."""
        panel = self.panel or self.terminal.panel
        return panel is not None and panel.is_busy

    def begin(self, found: Sequence[Found] = (), code: str = "") -> None:
        """Ask what is to pay. A second time while the first is asked does nothing.

        A gift card with `code` pays as much of it as it can.
        """
        if not self._is_quoting and not self.is_taking_payment:
            order_id = self._selling.order_id
            self._code = code or (self._code if self._code_for == order_id else "")
            self._is_quoting, self._code_for, self._later = True, order_id, ""
            self._found, self._tender = tuple(found), None
            self._selling.queue.add(partial(self._quote, self._found))

    def again(self) -> None:
        """Go on where it was once the shift is one's own: with what was entered, or the quote."""
        tender, quoted = self._tender, self._quoted
        if tender is None or quoted is None:
            self.begin(self._found)
            return
        self._open_pay(quoted)
        self._take(tender)

    def interrupt(self) -> None:
        """Close the pay panel for another product: the sale's change drops the quote."""
        if self.panel and not self.is_taking_payment:
            self._panel_host.shut()

    async def _quote(self, found: tuple[Found, ...]) -> None:
        sale = self._selling.sale
        try:
            if sale is None:
                raise Refused("sale_empty")
            quote = await self._ask(sale, found)
        finally:
            self._is_quoting = False
        self._selling.show(quote.sale)
        charged = tuple(one for one in quote.terminal if not one.is_open)
        self.kept.money = SaleMoney(quote.sale.due, charged, quote.taken)
        left = [one for one in quote.terminal if one.is_open]
        if left:
            self._quoted = quote if quote.is_held else None
            self.terminal.show_open(left[0])
        else:
            self._open_pay(quote) if quote.is_held else self._explain(quote)

    async def _ask(self, sale: Sale, found: tuple[Found, ...]) -> Quote:
        """Ask for the quote; for more pieces than one may find, also for a manager's word."""

        def send(approval: UUID | None) -> Awaitable[Quote]:
            return self._context.desk.do(
                api.till.quote,
                order_id=sale.order_id,
                shown_total=sale.total,
                found=found,
                approval=approval,
            )

        context, ask = self._context, partial(ask_beside, self._panel_host)
        words = partial(shortage_approval, sale, found, context)
        return await asking(ask, context.approvers, context.format, words, send)

    def _explain(self, quote: Quote) -> None:
        panel = QuoteChangesPanel(self._context, quote)
        panel.accepted.connect(self.begin)
        self._panel_host.open(panel)

    def _open_pay(self, quote: Quote) -> None:
        self._quoted = quote
        panel = self._pay_panel(quote)
        panel.taken.connect(self._take)
        self.kept.serve(panel)
        panel.left.connect(lambda: self._selling.queue.add(self._release))
        self._panel_host.open(panel)
        if self._code:
            panel.scan(self._code)
        self._code = ""

    def _pay_panel(self, quote: Quote) -> PayPanel:
        until, has_terminal = quote.sale.quote_expires_at, self.terminal.payments is not None
        money = self.kept.money
        if quote.sale.exchange and not (money.total or money.charged or money.parts):
            return ExchangePanel(self._context, quote.sale, quote.sale.exchange)
        if not money.charged and not has_terminal:
            return PayPanel(self._context, money, until)
        made = TerminalPayPanel(self._context, money, until, has_terminal=has_terminal)
        made.terminal_asked.connect(self._charge)
        made.charge_returned.connect(self._give_back_charged)
        return made

    def _charge(self, amount: Money, later: str) -> None:
        self._later = later
        self.terminal.charge(amount)

    def _give_back_charged(self, payment: TerminalPayment) -> None:
        if self.panel and not self.panel.is_busy:
            try:
                self.terminal.give_back(payment)
            except Refused as refusal:
                self.panel.refuse(refusal)

    def _end_terminal(self, payment: TerminalPayment, words: str) -> None:
        """Go on with the sale: book it where nothing is left to pay."""
        others = tuple(one for one in self.kept.money.charged if one.id != payment.id)
        is_charged = payment.state is TerminalState.APPROVED and payment.is_attached
        charged, later = (*others, payment) if is_charged else others, self._later
        self.kept.money, self._later = replace(self.kept.money, charged=charged), ""
        if self._quoted is None:
            self._panel_host.shut()
            self.begin()
            return
        self._open_pay(self._quoted)
        if self.panel and words:
            self.panel.choose(Method.CARD)
            self.panel.problem.say(words, Tone.WARN)
        elif self.panel and not self.panel.total:
            self.panel.enter()
        elif self.panel and later:
            self.panel.go_on(later)

    async def _release(self) -> None:
        if sale := self._selling.sale:
            answer = await self._context.desk.do(api.till.release_quote, order_id=sale.order_id)
            self._selling.show(answer)

    def _show_parts(self, later: str, words: str) -> None:
        if self._quoted:
            self._open_pay(self._quoted)
        if self.panel and words:
            self.panel.problem.say(words, Tone.WARN)
        elif self.panel and later:
            self.panel.go_on(later)

    def _take(self, tender: Tender) -> None:
        if self.panel and not self.panel.is_busy:
            self.panel.work()
            self._selling.queue.add(partial(self._pay, tender))

    async def _pay(self, tender: Tender) -> None:
        order_id = self._selling.order_id
        try:
            paid = await self._context.desk.do(
                api.till.pay,
                order_id=order_id,
                tenders=self.kept.with_last(tender),
                shift_id=self.shift.id if self.shift else None,
            )
        except Unavailable as lost:
            if lost.code != "perhaps_done":
                raise
            paid = await self._find_out(order_id)
        except StoreError as refusal:
            self._tender = tender if refusal.code == "shift_of_others" else None
            if refusal.code != "already_paid":
                raise
            paid = _paid(await self._context.desk.read(api.receipts.receipt, order_id))
        self._panel_host.shut()
        self._selling.end()
        cards = tuple(one for one in self.kept.money.charged if one.id != tender.id)
        parts = tuple(one for one in self.kept.money.parts if one.id != tender.id)
        self.paid.emit(replace(paid, cards=cards, parts=parts), tender)

    async def _find_out(self, order_id: UUID) -> Paid:
        """Ask for the order until it is known whether it was booked, and say so meanwhile."""
        while True:
            if self.panel:
                self.panel.work(
                    tr("The database does not answer. Checking whether the sale was booked…")
                )
            await asyncio.sleep(self.pause)
            try:
                return _paid(await self._context.desk.read(api.receipts.receipt, order_id))
            except NotFound:
                raise Refused("not_booked") from None
            except Unavailable:
                continue


def _paid(receipt: Receipt) -> Paid:
    change = [payment.change for payment in receipt.payments if payment.change]
    nothing = receipt.total - receipt.total
    return Paid(
        receipt.order_id,
        receipt.order_number,
        receipt.total,
        sum(change, nothing),
        found=(),
        credit=tuple(
            SpentCredit(payment.detail or "", payment.amount, payment.left)
            for payment in receipt.payments
            if payment.left is not None
        ),
        exchange=receipt.exchange,
    )
