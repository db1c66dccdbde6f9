"""Open the panel that gives a discount or sets a price, for what was typed or by its button."""

from PySide6.QtCore import QObject, Signal

from storedesk.domain.entry import Discount, TypedPrice
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.discounts.discount_panel import DiscountPanel, DiscountPart
from storedesk.ui.till.sale.sale_controller import SaleController


class DiscountController(QObject):
    """Knows of which line a discount is: the current one when it was asked for."""

    refused = Signal(object)
    """A StoreError: there is nothing to give a discount on."""
    given = Signal()
    """A discount was given, or a price set."""

    def __init__(
        self, context: PageContext, selling: SaleController, panel_host: PanelHost
    ) -> None:
        super().__init__()
        self._context, self._selling, self._panel_host = context, selling, panel_host

    def ask(self) -> None:
        """Ask how much is given off, and why."""
        self.begin(DiscountPart.LINE)

    def ask_price(self) -> None:
        """Ask what the line costs, and why."""
        self.begin(DiscountPart.PRICE)

    def begin(self, wanted: Discount | TypedPrice | DiscountPart) -> None:
        """Ask why `wanted` is given off, or is the price; of a part alone, how much as well."""
        line = self._selling.line()
        if line is None:
            self.refused.emit(Refused("sale_empty"))
            return
        panel = DiscountPanel(self._context, self._selling, self._panel_host, line, wanted)
        panel.given.connect(self._panel_host.shut)
        panel.given.connect(self.given)
        self._panel_host.open(panel)
