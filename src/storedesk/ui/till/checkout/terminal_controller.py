"""Take a payment to the card terminal and back, and find out what became of it."""

from collections.abc import Awaitable, Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from storedesk.domain.card_terminals import (
    TerminalAnswer,
    TerminalOutcome,
    TerminalPayment,
    TerminalReason,
    TerminalState,
)
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.values.money import Money
from storedesk.ui.approval import asking
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.terminal_payments import TerminalPayments, settle
from storedesk.ui.till.approvals import ask_beside
from storedesk.ui.till.checkout.terminal_labels import ended, settling_approval
from storedesk.ui.till.checkout.terminal_panel import TerminalPanel
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.sale.sale_controller import SaleController


class TerminalController(QObject):
    """Keeps the panel of the terminal up to date; the sale goes on when a payment is settled."""

    ended = Signal(object, str)
    """What became of a payment that is not open any more, and what to say of it."""

    def __init__(
        self, context: PageContext, selling: SaleController, panel_host: PanelHost
    ) -> None:
        super().__init__()
        self._context, self._selling, self._panel_host = context, selling, panel_host
        self._payment: TerminalPayment | None = None
        self._payments: TerminalPayments | None = None

    @property
    def panel(self) -> TerminalPanel | None:
        """The panel of the terminal, while it is open."""
        panel = self._panel_host.panel
        return panel if isinstance(panel, TerminalPanel) else None

    @property
    def payments(self) -> TerminalPayments | None:
        """How cards are charged at this computer, None where it has no terminal."""
        terminal = self._context.card_terminal()
        if terminal is None:
            return None
        if self._payments is None:
            self._payments = TerminalPayments(
                self._context.desk, terminal, self._context.till_register().id
            )
        return self._payments

    def charge(self, amount: Money) -> None:
        """Have the terminal charge so much for the sale."""
        if payments := self.payments:
            panel = self._open()
            panel.sum.setText(self._context.money(amount))
            panel.show_sent()
            self._run(
                panel, partial(payments.charge, self._selling.order_id, amount, self._show_on)
            )

    def show_open(self, payment: TerminalPayment) -> None:
        """Ask what is to be done about a payment of which nobody knows what became of it."""
        self._payment = payment
        self._open().show_unknown(payment)

    def give_back(self, payment: TerminalPayment) -> None:
        """Have the terminal give back what it charged."""
        payments = self.payments
        if payments is None:
            raise Refused("terminal_absent_here")
        self._payment = payment
        panel = self._open()
        panel.sum.setText(self._context.money(payment.amount))
        panel.show_busy(tr("The terminal gives it back…"))
        self._run(panel, partial(payments.give_back, payment))

    async def find_out_all(self) -> str:
        """Ask about what an earlier program has left open; return what to say of it."""
        found = await self.payments.find_out_all() if self.payments else []
        loose = [one for one in found if one.state is TerminalState.APPROVED]
        if not loose:
            return ""
        money = self._context.money
        if any(not one.is_attached for one in loose):
            words = tr("A card was charged {amount} for a sale that is gone: tell a manager.")
            return words.format(
                amount=money(next(one.amount for one in loose if not one.is_attached))
            )
        words = tr("The terminal has charged {amount} before: press Pay to go on with that sale.")
        return words.format(amount=money(loose[0].amount))

    def _open(self) -> TerminalPanel:
        panel = TerminalPanel(self._context, can_ask=self.payments is not None)
        panel.cancel_wanted.connect(self._cancel)
        panel.asked.connect(self._ask)
        panel.judged.connect(self._judge)
        self._panel_host.open(panel)
        return panel

    def _show_on(self, payment: TerminalPayment) -> None:
        self._payment = payment
        if self.panel:
            self.panel.show_on(payment)

    def _cancel(self) -> None:
        if self.payments and self._payment and self.panel:
            self.panel.show_busy(tr("Canceling at the terminal…"))
            self.panel.jobs.start(partial(self.payments.cancel, self._payment))

    def _ask(self) -> None:
        if self.payments and self._payment and self.panel:
            self.panel.show_busy(tr("Asking the terminal…"))
            self._run(self.panel, partial(self._find_out, self.payments, self._payment))

    async def _find_out(
        self, payments: TerminalPayments, asked: TerminalPayment
    ) -> TerminalPayment:
        """Ask once; while the customer is still at it, look on."""
        found = await payments.find_out(asked)
        if found.state is TerminalState.ASKED:
            self._show_on(found)
            return await payments.follow(found)
        return found

    def _judge(self, is_charged: bool) -> None:  # noqa: FBT001 - a signal's
        if self._payment and self.panel:
            answer = TerminalAnswer.APPROVED if is_charged else TerminalAnswer.CANCELED
            said = TerminalOutcome(answer, reason=TerminalReason.BY_HAND)
            self.panel.show_busy(tr("One moment…"))
            self._run(self.panel, partial(self._settle_without_terminal, self._payment, said))

    async def _settle_without_terminal(
        self, payment: TerminalPayment, said: TerminalOutcome
    ) -> TerminalPayment:
        """Settle it by hand; a manager approves that beside the sale."""
        context = self._context

        def send(approval: UUID | None) -> Awaitable[TerminalPayment]:
            return settle(context.desk, payment, said, by_hand=True, approval=approval)

        ask = partial(ask_beside, self._panel_host)
        request = settling_approval(payment, said, context)
        return await asking(ask, context.approvers, context.format, lambda _: request, send)

    def _run(self, panel: TerminalPanel, work: Callable[[], Awaitable[TerminalPayment]]) -> None:
        panel.jobs.start(partial(self._finish, panel, work))

    async def _finish(
        self, panel: TerminalPanel, work: Callable[[], Awaitable[TerminalPayment]]
    ) -> None:
        try:
            payment = await work()
        except NotAllowed:
            panel.show_unknown(self._payment) if self._payment else panel.end_busy()
            raise
        except BaseException:
            panel.end_busy()
            raise
        self._payment = payment
        if self._panel_host.panel is not panel:
            return
        if payment.is_open:
            panel.show_unknown(payment)
            return
        charged = payment.state is TerminalState.APPROVED
        self.ended.emit(payment, "" if charged else ended(payment, self._context))
