"""Take goods back at the till: find the receipt, choose, give back, print."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from storedesk import queries
from storedesk.domain.fulfillment import OrderResult
from storedesk.domain.order_details import no_return
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.till import Method, Sale
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.returns.papers import receipt_of, receipt_paper, slip_paper
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.receipts.printed_receipts import print_at_once
from storedesk.ui.till.returns.find_receipt import FindReceiptPanel
from storedesk.ui.till.returns.given_back import GivenBackPanel
from storedesk.ui.till.returns.return_panel import ReturnPanel
from storedesk.ui.till.sale.sale_controller import SaleController
from storedesk.ui.till.shifts.shift_controller import ShiftController


class ReturnController(QObject):
    """Opens the panels of a return; money is only given back in one's own shift."""

    refused = Signal(object)
    """The Refused that says why nothing was begun."""
    without_asked = Signal()
    """There is no receipt."""

    def __init__(
        self, context: PageContext, panel_host: PanelHost, shifts: ShiftController,
        selling: SaleController,
    ) -> None:  # fmt: skip
        super().__init__()
        self._context, self._panel_host, self._shifts = context, panel_host, shifts
        self._selling = selling

    def begin(self) -> None:
        """Ask of which sale something comes back; first to be let into a shift of others."""
        shift = self._shifts.shift
        if shift is None:
            self.refused.emit(Refused("shift_not_open"))
        elif self._shifts.is_others:
            self._shifts.let_in(shift, self.begin)
        else:
            panel = FindReceiptPanel(self._context)
            panel.taken.connect(lambda key: panel.jobs.start(partial(self.open_sale, key)))
            panel.without_asked.connect(self.without_asked)
            self._panel_host.open(panel)

    async def open_sale(self, order_id: UUID) -> None:
        """Show the lines of a sale. Refused: not_returnable, returned_whole."""
        order = await self._context.desk.read(queries.order_details.order, order_id)
        refusal, shift = no_return(order, self._context.me.order_steps), self._shifts.shift
        if refusal:
            raise refusal
        if shift is None:
            raise Refused("shift_not_open")
        panel = ReturnPanel(
            self._context, order, shift, self._panel_host, lambda: self._selling.order_id
        )
        panel.given.connect(partial(self._end, panel))
        panel.exchanged.connect(self._go_on)
        self._panel_host.open(panel)

    def _go_on(self, sale: Sale) -> None:
        """Go back to the sale, which has what comes back now; scans may have changed it since."""
        self._panel_host.shut()
        self._selling.show(sale)
        self._selling.look()

    def _end(self, panel: ReturnPanel, result: OrderResult) -> None:
        done = GivenBackPanel(
            self._context, result.order_number, result.refunds, has_slip=result.credit is not None
        )
        key = panel.returning.return_id
        done.receipt_asked.connect(lambda: done.jobs.start(partial(self._show_receipt, key)))
        done.slip_asked.connect(lambda: done.jobs.start(partial(self._show_slip, key, result)))
        self._panel_host.open(done)
        done.jobs.start(partial(self._print, done, key, result))

    async def _print(self, done: GivenBackPanel, key: UUID, result: OrderResult) -> None:
        """Print the receipt where this computer prints at once; show the slip of a new card."""
        back = await receipt_of(self._context, key)
        document = receipt_paper(self._context, back).document
        in_cash = any(one.method is Method.CASH for one in back.refunds)
        try:
            await print_at_once(self._context, document, in_cash=in_cash)
        except Unavailable as failed:
            words = tr("The receipt of the return was not printed: {why}")
            done.problem.say(words.format(why=failed.sentence(spoken)), Tone.WARN)
        if result.credit and result.credit.code:
            await self._show_slip(key, result)

    async def _show_receipt(self, key: UUID) -> None:
        paper = receipt_paper(self._context, await receipt_of(self._context, key))
        self._panel_host.open_over(PrintPanel(paper))

    async def _show_slip(self, key: UUID, result: OrderResult) -> None:
        back = await receipt_of(self._context, key)
        if slip := slip_paper(self._context, back, result):
            self._panel_host.open_over(PrintPanel(slip, is_kept=True))
