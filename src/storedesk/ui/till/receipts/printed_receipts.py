"""Print the receipts of sales, and write down those that came out."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from uuid import UUID

from storedesk import api
from storedesk.documents import gift_receipts, receipts
from storedesk.documents.strip import StripDocument
from storedesk.domain.orders import Receipt, UnprintedReceipt
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.till import Method
from storedesk.ui.context import PageContext
from storedesk.ui.fiscal_notes import signed
from storedesk.ui.till.receipts.print_panel import ReceiptPanel
from storedesk.ui.till.receipts.unprinted import UnprintedPanel

PRINTS_NOTHING = frozenset({"printer_paper_out", "printer_cover_open", "printer_offline"})
"""What is wrong with a printer that is there, and opens its drawer all the same."""


async def print_at_once(context: PageContext, document: StripDocument, *, in_cash: bool) -> bool:
    """Print without a question, where there is a printer and this computer prints at once.

    A receipt printer opens the drawer where cash changes hands, printed or not. Tells whether it
    was printed. Unavailable: see ReceiptPaper.print.
    """
    paper = context.receipt_paper()
    try:
        if context.prints_receipts and context.printer is not None:
            await paper.print(document, opens_drawer=in_cash)
            return True
        if in_cash:
            await paper.kick()
    except Unavailable as failed:
        if in_cash and failed.code in PRINTS_NOTHING:
            with suppress(Unavailable):  # why it did not print is said
                await paper.kick()
        if failed.code != "no_system_printer":  # a shop may do without paper
            raise
    return False


class PrintedReceipts:
    """Knows how this till prints: at once or when asked, the first time and again."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self.all_out: Callable[[], object] = lambda: None
        """Called when one was printed, and no sale of this shift is without a receipt."""

    async def print_first(self, receipt: Receipt, *, in_cash: bool | None = None) -> None:
        """Print it as `print_at_once` does, and note that it came out. Unavailable as there.

        The drawer opens where cash changed hands, unless `in_cash` says it did not now.
        """
        if in_cash is None:
            has_back = receipt.exchange is not None and bool(receipt.exchange.cash)
            in_cash = has_back or any(one.method is Method.CASH for one in receipt.payments)
        receipt = replace(receipt, fiscal=await signed(self._context, receipt.fiscal))
        if await print_at_once(self._context, self._made(receipt), in_cash=in_cash):
            await self._note(receipt.order_id)

    def panel(self, receipt: Receipt) -> ReceiptPanel:
        """Show a receipt, to be printed or saved."""
        print_it = partial(self._print_one, receipt.order_id)
        return ReceiptPanel(receipt, self._made(receipt), self._context.receipt_paper(), print_it)

    async def print_next(self, order_id: UUID) -> StripDocument:
        """Print a receipt, whichever time it is, and return what the next one is.

        Unavailable: see ReceiptPaper.print.
        """
        receipt = await self._context.desk.read(api.receipts.receipt, order_id)
        receipt = replace(receipt, fiscal=await signed(self._context, receipt.fiscal))
        await self._context.receipt_paper().print(self._made(receipt))
        number = await self._note(order_id)
        return self._made(replace(receipt, prints=number))

    async def print_gift(self, order_id: UUID) -> None:
        """Print the gift receipt of an order, without prices, and write it down.

        Unavailable: see ReceiptPaper.print. Refused: gift_receipt_unnoted.
        """
        context = self._context
        receipt = await context.desk.read(api.receipts.receipt, order_id)
        await context.receipt_paper().print(gift_receipts.document(receipt, context.speech()))
        try:
            await context.desk.do(
                api.receipts.note_gift_receipt,
                order_id=order_id,
                register_id=context.till_register().id,
            )
        except Unavailable as failed:
            raise Refused("gift_receipt_unnoted") from failed

    async def waiting(self) -> Sequence[UnprintedReceipt]:
        """List what was sold in this shift and has no receipt, the newest first."""
        register = self._context.till_register().id
        return await self._context.desk.read(api.receipts.unprinted_receipts, register)

    async def unprinted(self) -> UnprintedPanel:
        """Show them, to be printed."""
        return UnprintedPanel(self._context, await self.waiting(), self._print_all)

    async def _print_one(self, order_id: UUID) -> StripDocument:
        following = await self.print_next(order_id)
        await self._left()
        return following

    async def _print_all(self, waiting: Sequence[UnprintedReceipt]) -> Sequence[UnprintedReceipt]:
        for one in reversed(waiting):
            await self.print_next(one.order_id)
        return await self._left()

    async def _left(self) -> Sequence[UnprintedReceipt]:
        """List what is still missing, and say so where that is nothing."""
        waiting = await self.waiting()
        if not waiting:
            self.all_out()
        return waiting

    def _made(self, receipt: Receipt) -> StripDocument:
        context = self._context
        return receipts.document(receipt, context.speech(), by=context.me.name)

    async def _note(self, order_id: UUID) -> int:
        """Write down that it came out; return how often it has. Refused: receipt_uncounted."""
        try:
            noted = await self._context.desk.do(
                api.receipts.note_receipt_print,
                order_id=order_id,
                register_id=self._context.till_register().id,
            )
        except Unavailable as failed:
            raise Refused("receipt_uncounted") from failed
        return noted["number"]
