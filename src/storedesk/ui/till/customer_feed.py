"""Tell the customer display what happens to the sale of this till."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from storedesk.domain.credit import TakenCredit
from storedesk.domain.till import Method, Paid, Sale, Tender
from storedesk.ui.customer_display.display import CustomerDisplay
from storedesk.ui.till.checkout.checkout_controller import CheckoutController
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.sale.sale_controller import SaleController


class CustomerFeed(QObject):
    """Passes on each answer of the database, what gift cards pay of it, and the end of a sale."""

    def __init__(
        self,
        display: CustomerDisplay,
        selling: SaleController,
        checkout: CheckoutController,
        panel_host: PanelHost,
    ) -> None:
        super().__init__()
        self._display, self._selling, self._checkout = display, selling, checkout
        self._sold: Sale | None = None
        self._taken: Sequence[TakenCredit] = ()
        selling.changed.connect(self._show)
        checkout.kept.credit_changed.connect(self._take)
        checkout.paid.connect(self._end)
        panel_host.closed.connect(lambda: self._take(()))

    def _show(self) -> None:
        sale = self._selling.sale
        if sale and sale.lines:
            self._sold = sale
        self._display.show_sale(sale, self._taken)

    def _take(self, taken: Sequence[TakenCredit]) -> None:
        if taken != self._taken:
            self._taken = taken
            self._show()

    def _end(self, paid: Paid, tender: Tender) -> None:
        self._display.show_paid(self._sold, paid, has_cash=tender.method is Method.CASH)
        self._sold = None
