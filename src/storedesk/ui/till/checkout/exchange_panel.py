"""The pay panel of an exchange that leaves nothing to pay: Enter books it."""

from uuid import uuid4

from storedesk.domain.exchanges import Exchange
from storedesk.domain.till import Method, Sale, Tender
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.cards import Facts
from storedesk.ui.tender_labels import refund_fact
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.sale_money import SaleMoney


class ExchangePanel(PayPanel):
    """Says what goes back and how; Enter books it. There is nothing to type."""

    def __init__(self, context: PageContext, sale: Sale, exchange: Exchange) -> None:
        self._exchange = exchange
        super().__init__(context, SaleMoney(sale.due), sale.quote_expires_at)
        self.facts = Facts()
        self.facts.show_facts(refund_fact(context, one) for one in exchange.refunds)
        self.column.insertWidget(1, self.facts)
        self.title.setText(tr("Goes back") if exchange.over else tr("To pay"))
        self.sum.setText(context.money(exchange.over))
        self.tabs.hide()
        self.change.setVisible(bool(exchange.cash))
        self.change.show_handed_over(tr("Hand over"), context.money(exchange.cash))

    def begin(self) -> None:
        """Take the keyboard."""
        self.amount_due.fit()
        self.setFocus()

    def choose(self, method: Method) -> None:  # noqa: ARG002 - nothing is paid
        """Show what Enter does: there is no way to choose."""
        for part in (self.amount, self.code, self.notes, self.card, self.paypal):
            part.hide()
        self.amount_due.rounded.hide()
        self._reckon()

    def enter(self) -> None:
        """Book it."""
        if not self.is_busy:
            self.problem.hide()
            self.taken.emit(Tender(uuid4(), Method.CREDIT, self.total))

    def leave(self) -> None:
        """Go back to the sale, unless it is being booked."""
        if not self.is_busy:
            self.left.emit()

    def _reckon(self) -> None:
        words = tr("Give back {amount}") if self._exchange.over else tr("Book the exchange")
        given = sum((one.given for one in self._exchange.refunds), self.context.zero())
        self.pay.setText(words.format(amount=self.context.money(given)))
        self.pay.setEnabled(not self.is_busy)
