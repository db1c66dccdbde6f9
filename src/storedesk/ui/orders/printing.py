"""Print the pick list and packing slips of some orders, or save them as one PDF."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from storedesk import queries
from storedesk.documents import packing_slips, pick_lists
from storedesk.domain.file_names import file_name
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.paper.barcode import bars
from storedesk.ui.kit.paper.other_printer import OtherPrinter
from storedesk.ui.kit.paper.printing import Pictures, to_pdf, to_printer
from storedesk.ui.orders.labels import orders as order_count
from storedesk.ui.orders.waiting_slips import WaitingSlips

MOST = 200
"""Orders that are printed at once: a cart full, and no novel."""


class PrintDialog(Dialog):
    """Asks what is printed of the ticked orders, and where."""

    printed = Signal(str)
    """Words to say once it is on its way."""

    def __init__(self, parent: QWidget, context: PageContext, ids: Sequence[UUID]) -> None:
        count = order_count(len(ids), context.format)
        super().__init__(parent, tr("Print {count}").format(count=count))
        self._context, self._ids = context, ids
        self.pick = QCheckBox(tr("Pick list: what to fetch, shelf by shelf"))
        self.slips = QCheckBox(
            tr("Packing slips: one page per order, with its number as a barcode")
        )
        for box in (self.pick, self.slips):
            box.setChecked(True)
        self.save = secondary(tr("Save as PDF"), icon="file-text")
        self.print = primary(tr("Print"), icon="printer")
        self.print.setDefault(True)
        back = secondary(tr("Back"), cap="Esc")
        self.other = OtherPrinter()
        self.lay_out(self.pick, self.slips, muted(tr("One document, pick list first.")), self.other)
        self.buttons(back, self.save, self.print)
        back.clicked.connect(self.reject)
        self.save.clicked.connect(lambda: self.start(self._save))
        self.print.clicked.connect(lambda: self.start(self._print))

    async def document(self) -> tuple[str, str, Pictures]:
        """Return what is ticked as one document: its name, itself, and the pictures in it."""
        from storedesk.documents import barcodes  # noqa: PLC0415 rarely needed, and native

        if not (self.pick.isChecked() or self.slips.isChecked()):
            raise Refused("nothing_chosen")
        spoken, listed = self._context.speech(), ""
        if self.pick.isChecked():
            picks = await self._context.desk.read(queries.picking.picks, self._ids)
            now = datetime.now(UTC).replace(tzinfo=None)
            listed = pick_lists.body(picks, spoken, made_at=now)
        orders = []
        if self.slips.isChecked():
            orders = await self._context.desk.read(queries.order_details.orders, self._ids)
        pictures = {
            code: bars(barcodes.code_128(code.removeprefix(packing_slips.BARCODE)))
            for code in packing_slips.codes(orders)
        }
        html = packing_slips.html(orders, self._context.store, spoken, before=listed)
        return packing_slips.document_title(orders, spoken), html, pictures

    def _with_slips(self) -> Sequence[UUID]:
        """Return the orders of which slips are asked for: a pick list alone is no slip."""
        return self._ids if self.slips.isChecked() else ()

    async def _print(self) -> None:
        slips = self._with_slips()
        _, html, pictures = await self.document()
        waiting = WaitingSlips(self._context)

        async def send(printer: str) -> int:
            page = self._context.slip_page()
            return await to_printer(html, page, printer=printer, pictures=pictures)

        try:
            await self.other.over(send, self._context.slip_printer())
        except Unavailable:
            waiting.add(slips)
            raise
        waiting.take_away(slips)
        self.printed.emit(tr("Sent to the printer."))
        self.accept()

    async def _save(self) -> None:
        slips = self._with_slips()
        title, html, pictures = await self.document()
        path = await choose_file(
            self, tr("Save as PDF"), mode="save", name=file_name(title, ".pdf"),
            filters=["PDF (*.pdf)"],
        )  # fmt: skip
        if path is not None:
            page = self._context.slip_page()
            await to_pdf(html, path.with_suffix(".pdf"), page, pictures=pictures)
            WaitingSlips(self._context).take_away(slips)
            self.printed.emit(tr("Saved as {name}.").format(name=path.name))
            self.accept()
