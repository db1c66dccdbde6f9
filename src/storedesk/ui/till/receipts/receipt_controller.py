"""Do with receipts what the till offers: show, print, send by e-mail."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from storedesk import api
from storedesk.domain.orders import Receipt
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.receipt_mails import MailedNote, mail_receipt, mail_to_customer
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.receipts.mail_panel import MailPanel
from storedesk.ui.till.receipts.print_panel import ReceiptPanel
from storedesk.ui.till.receipts.printed_receipts import PrintedReceipts


class ReceiptController(QObject):
    """Knows which receipt is meant: the one in sight, else the last one of this till."""

    said = Signal(str)
    """That something was done."""

    def __init__(
        self, context: PageContext, panel_host: PanelHost, printed: PrintedReceipts
    ) -> None:
        super().__init__()
        self._context, self._panel_host, self._printed = context, panel_host, printed
        self.mailed = MailedNote()

    def is_offered(self) -> bool:
        """Tell whether something can be done with a receipt: beside it, or while all is free."""
        return self._panel_host.panel is None or isinstance(self._panel_host.panel, ReceiptPanel)

    async def show_last(self) -> None:
        """Show the last receipt of this till, to be printed, saved or sent."""
        panel = self._printed.panel(await self._last())
        panel.mail.clicked.connect(lambda: panel.jobs.start(self.mail))
        panel.gift.clicked.connect(lambda: self.begin_gift(panel.jobs.start))
        self._panel_host.open(panel)

    def begin_gift(self, start: Callable[..., object]) -> None:
        """Print the gift receipt; what fails is said on the panel that shows the receipt."""
        panel = self._panel_host.panel
        begin = panel.jobs.start if isinstance(panel, ReceiptPanel) else start
        begin(self._print_gift)

    async def _print_gift(self) -> None:
        order_id, number = await self._meant()
        await self._printed.print_gift(order_id)
        words = tr("The gift receipt of {number} is sent to the printer.").format(number=number)
        panel = self._panel_host.panel
        if isinstance(panel, ReceiptPanel):
            panel.problem.say(words, Tone.OK)
        else:
            self.said.emit(words)

    async def mail(self) -> None:
        """Send the receipt to its customer, or ask for an address where there is none."""
        order_id, number = await self._meant()
        mailed = await mail_to_customer(self._context.desk, order_id)
        if mailed:
            self.mailed.show_mailed(mailed)
            return
        panel = MailPanel(number, partial(self._mail_to, order_id))
        panel.sent.connect(self._panel_host.back)
        if self._panel_host.panel:
            self._panel_host.open_over(panel)
        else:
            self._panel_host.open(panel)

    async def call_off(self) -> None:
        """Call off the e-mail that was sent last. Refused: mail_on_its_way."""
        await self.mailed.call_off(self._context.desk)

    async def _mail_to(self, order_id: UUID, address: str) -> None:
        self.mailed.show_mailed(await mail_receipt(self._context.desk, order_id, address))

    async def _meant(self) -> tuple[UUID, str]:
        panel = self._panel_host.panel
        receipt = panel.receipt if isinstance(panel, ReceiptPanel) else await self._last()
        return receipt.order_id, receipt.order_number

    async def _last(self) -> Receipt:
        receipt = await self._context.desk.read(
            api.receipts.last_receipt, self._context.till_register().id
        )
        if receipt is None:
            raise Refused("no_sale_yet")
        return receipt
