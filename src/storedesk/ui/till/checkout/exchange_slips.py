"""Show the code of an account of credit that an exchange has given something back to."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from storedesk.domain.till import Paid
from storedesk.ui.context import PageContext
from storedesk.ui.credit_slips import credit_slip
from storedesk.ui.till.checkout.checkout_controller import CheckoutController
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.receipts.print_panel import PrintPanel


class ExchangeSlips(QObject):
    """What was bought in an exchange and comes back in another may go to the account of the first.

    Nobody knows the code of that: so its slip is shown once the sale is paid.
    """

    def __init__(
        self, context: PageContext, checkout: CheckoutController, panel_host: PanelHost
    ) -> None:
        super().__init__()
        self._context, self._panel_host = context, panel_host
        checkout.paid.connect(self._show)

    def _show(self, paid: Paid) -> None:
        if paid.slip is None:
            return
        now = datetime.now(UTC).replace(tzinfo=None)
        paper = credit_slip(self._context, paid.slip, now)
        self._panel_host.open(PrintPanel(paper))
