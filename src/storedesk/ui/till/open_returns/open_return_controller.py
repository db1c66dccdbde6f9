"""Take goods back without a receipt: choose, give back, print."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from storedesk import api
from storedesk.documents import open_return_receipts
from storedesk.domain.open_returns import OpenReturnResult
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.till import Method
from storedesk.ui.context import PageContext
from storedesk.ui.credit_slips import credit_slip
from storedesk.ui.fiscal_notes import signed
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.kit.paper.strip import Printable
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.open_returns.draft import OpenReturnDraft
from storedesk.ui.till.open_returns.open_return_panel import OpenReturnPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.receipts.printed_receipts import print_at_once
from storedesk.ui.till.returns.given_back import GivenBackPanel
from storedesk.ui.till.shifts.shift_controller import ShiftController


class OpenReturnController(QObject):
    """Opens its panels. What was chosen stays while a sale that was found is looked at."""

    def __init__(
        self, context: PageContext, panel_host: PanelHost, shifts: ShiftController,
        open_sale: Callable[[UUID], Awaitable[None]],
    ) -> None:  # fmt: skip
        """`open_sale` begins the ordinary return of an order."""
        super().__init__()
        self._context, self._panel_host, self._shifts = context, panel_host, shifts
        self._open_sale = open_sale
        self._draft = OpenReturnDraft()

    def begin(self) -> None:
        """Ask what comes back; refused where it was asked for: shift_not_open."""
        shift = self._shifts.shift
        if shift is None:
            if self._panel_host.panel:
                self._panel_host.panel.refuse(Refused("shift_not_open"))
            return
        panel = OpenReturnPanel(self._context, shift, self._draft, self._panel_host)
        panel.given.connect(self._end)
        panel.sale_found.connect(lambda key: self._go_to_sale(panel, key))
        self._panel_host.open(panel)

    def _go_to_sale(self, panel: OpenReturnPanel, order_id: UUID) -> None:
        self._panel_host.back()
        panel.jobs.start(partial(self._open_sale, order_id))

    def _end(self, result: OpenReturnResult) -> None:
        self._draft = OpenReturnDraft()
        done = GivenBackPanel(
            self._context, result.number, (result.refund,), has_slip=result.credit is not None
        )
        show_slip = partial(self._show_slip, result)
        done.receipt_asked.connect(lambda: done.jobs.start(partial(self._show_receipt, result)))
        done.slip_asked.connect(show_slip)
        self._panel_host.open(done)
        done.jobs.start(partial(self._print, done, result))

    async def _print(self, done: GivenBackPanel, result: OpenReturnResult) -> None:
        """Print the receipt where this computer prints at once; show the slip of a new card."""
        paper = await self._receipt(result)
        in_cash = result.method is Method.CASH
        try:
            await print_at_once(self._context, paper.document, in_cash=in_cash)
        except Unavailable as failed:
            words = tr("The receipt of the return was not printed: {why}")
            done.problem.say(words.format(why=failed.sentence(spoken)), Tone.WARN)
        if result.credit and result.credit.code:
            self._show_slip(result)

    async def _receipt(self, result: OpenReturnResult) -> Printable:
        back = await self._context.desk.read(api.open_returns.open_return_receipt, result.return_id)
        back = replace(back, fiscal=await signed(self._context, back.fiscal))
        document = open_return_receipts.document(back, self._context.speech())
        on = self._context.receipt_paper()
        return Printable(tr("Receipt of the return"), document, result.number, on)

    async def _show_receipt(self, result: OpenReturnResult) -> None:
        self._panel_host.open_over(PrintPanel(await self._receipt(result)))

    def _show_slip(self, result: OpenReturnResult) -> None:
        if result.credit:
            slip = credit_slip(self._context, result.credit, result.at, added=result.refunded)
            self._panel_host.open_over(PrintPanel(slip, is_kept=True))
