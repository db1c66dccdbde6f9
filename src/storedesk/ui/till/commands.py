"""Open the panels beside selling: customer, park, recall, price check, receipts, reports."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import QObject

from storedesk import api
from storedesk.documents import shift_reports
from storedesk.documents.strip import StripDocument
from storedesk.domain.customers import CustomerLine
from storedesk.domain.orders import Receipt
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.shifts import ShiftReport
from storedesk.domain.till import ParkedSale
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sentences import spoken
from storedesk.ui.kit.paper.strip import Printable
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.price_check import PricePanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.receipts.printed_receipts import PrintedReceipts
from storedesk.ui.till.sale.customer import CustomerPanel
from storedesk.ui.till.sale.new_customer import NewCustomerPanel
from storedesk.ui.till.sale.note_panel import NotePanel
from storedesk.ui.till.sale.parked import ParkPanel, RecallPanel
from storedesk.ui.till.sale.sale_controller import SaleController

RECENT = 600.0
"""Seconds in which a booked sale may not have been seen yet, as when the program fell over."""


def _is_recent(receipt: Receipt) -> bool:
    now = datetime.now(UTC).replace(tzinfo=None)
    return abs((now - receipt.sold_at).total_seconds()) <= RECENT


class TillCommands(QObject):
    """Opens the panels, and runs the commands that they ask for."""

    def __init__(
        self, context: PageContext, selling: SaleController, panel_host: PanelHost
    ) -> None:
        super().__init__()
        self._context, self._selling, self._panel_host = context, selling, panel_host
        self.printed = PrintedReceipts(context)
        self.parked: Sequence[ParkedSale] = ()

    def show_parked(self, parked: Sequence[ParkedSale]) -> None:
        """Know what is put aside, and show it where it is being looked at."""
        self.parked = parked
        if isinstance(self._panel_host.panel, RecallPanel):
            self._panel_host.panel.show_parked(parked)

    def find_customer(self) -> None:
        """Find for whom the sale is."""
        sale = self._selling.sale
        panel = CustomerPanel(self._context.desk, sale.customer if sale else None)
        panel.taken.connect(self._attach)
        panel.new_wanted.connect(self._write_customer)
        self._panel_host.open(panel)

    def _write_customer(self, known: str) -> None:
        panel = NewCustomerPanel(self._context.desk, known)
        panel.taken.connect(self._attach)
        self._panel_host.open_over(panel)

    def note_line(self) -> None:
        """Ask what is special about the current line."""
        line = self._selling.line()
        if line is None:
            self._selling.refused.emit(Refused("sale_empty"), "")
            return
        panel = NotePanel(line)
        panel.noted.connect(self._note)
        self._panel_host.open(panel)

    def _note(self, line_id: UUID, note: str) -> None:
        self._selling.note(line_id, note, self._panel_host.shut)

    def park(self) -> None:
        """Put the sale aside under a name; nothing can be put aside if nothing is there."""
        if self._selling.is_empty:
            self._selling.refused.emit(Refused("sale_empty"), "")
            return
        panel = ParkPanel(self._label())
        panel.named.connect(self._park)
        self._panel_host.open(panel)

    def recall(self) -> None:
        """Go on with a sale that was put aside, at whichever till."""
        panel = RecallPanel(self._context, self.parked)
        panel.taken.connect(self.take_up)
        self._panel_host.open(panel)

    def take_up(self, parked: ParkedSale) -> None:
        """Recall that sale; the current one is parked first, if that is wanted."""
        self._panel_host.shut()
        if self._selling.is_empty:
            self._selling.recall(parked.order_id)
            return
        panel = ParkPanel(self._label(), following=parked.label)
        panel.named.connect(self._park)
        panel.named.connect(lambda _: self._selling.recall(parked.order_id))
        self._panel_host.open(panel)

    def check_price(self) -> None:
        """Say what something costs."""
        self._panel_host.open(PricePanel(self._context))

    async def tell_booked(self, order_id: UUID) -> str:
        """Say that this order was booked here, if it was the last."""
        receipt = await self._context.desk.read(
            api.receipts.last_receipt, self._context.till_register().id
        )
        return self.booked(receipt, order_id)

    def booked(self, receipt: Receipt | None, order_id: UUID | None = None) -> str:
        """Say that the last sale was this order, or one so lately that nobody may have seen it."""
        if receipt is None:
            return ""
        is_news = _is_recent(receipt) and receipt.order_id not in self._context.seen
        if not (receipt.order_id == order_id if order_id else is_news):
            return ""
        words = tr("{number} was booked at {time}. “Receipt” prints it.")
        time = self._context.format.time(receipt.sold_at)
        return words.format(number=receipt.order_number, time=time)

    async def print_sale(self, order_id: UUID) -> str:
        """Print a sale's receipt; answer with what to say where that failed."""
        receipt = await self._context.desk.read(api.receipts.receipt, order_id)
        try:
            await self.print_receipt(receipt)
        except Unavailable as failed:
            words = tr("The receipt for {number} was not printed: {why} “Receipt” prints it again.")
            return words.format(number=receipt.order_number, why=failed.sentence(spoken))
        return ""

    async def print_receipt(self, receipt: Receipt) -> None:
        """Print it where this computer prints at once. Unavailable: see PrintedReceipts."""
        await self.printed.print_first(receipt)

    async def show_unprinted(self) -> None:
        """Show the receipts of this shift that never came out of a printer."""
        self._panel_host.open(await self.printed.unprinted())

    def _attach(self, customer: CustomerLine | None) -> None:
        self._panel_host.shut()
        self._selling.attach(customer.id if customer else None)

    def _label(self) -> str:
        """Propose a name for the sale on the counter."""
        sale = self._selling.sale
        if sale is None:
            return ""
        return sale.customer.name if sale.customer else sale.label or ""

    def _park(self, label: str) -> None:
        self._panel_host.shut()
        self._selling.park(label)

    def show_report(self, report: ShiftReport) -> None:
        """Show the X report of a shift, or the Z report of one that was just closed."""
        speech = self._context.speech()
        title = shift_reports.title(report, speech)
        name = shift_reports.document_title(report, speech)
        made = StripDocument(name, tuple(shift_reports.parts(report, speech)))
        self._show_paper(title, made, name)

    def _show_paper(self, title: str, made: StripDocument, file_name: str) -> None:
        on = self._context.receipt_paper()
        self._panel_host.open(PrintPanel(Printable(title, made, file_name, on)))
