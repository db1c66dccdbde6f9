"""Show a receipt or a report as it is printed, to print or save it."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Signal

from storedesk.documents.strip import StripDocument
from storedesk.domain.orders import Receipt
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper
from storedesk.ui.kit.paper.strip import Printable, Strip
from storedesk.ui.till.keys import BigButton, gift_receipt_button, mail_button, pay_button
from storedesk.ui.till.panels import Panel


class PrintPanel(Panel):
    """Shows what is printed as it is printed; Enter prints it, and a button saves it as a PDF."""

    hears_scans = True

    saved = Signal(str)
    """The name of the file that was written."""

    def __init__(
        self, title: str, document: StripDocument, file_name: str, paper: ReceiptPaper
    ) -> None:
        super().__init__(title)
        self.gives_way = True
        self.html = document.html
        self.strip = Strip(document, file_name, paper)
        self.preview = self.strip.preview
        self.save = BigButton(tr("Save as PDF"), height=44, icon="file-text")
        self.print = pay_button(tr("Print"))
        self.save.clicked.connect(lambda: self.jobs.start(self._save))
        self.print.clicked.connect(lambda: self.jobs.start(self._print))
        self.lay_out(self.title, self.problem, self.strip, self.save)
        self.column.setStretch(2, 1)
        self.end_with(self.print)

    def enter(self) -> None:
        """Print it."""
        self.jobs.start(self._print)

    async def _print(self) -> None:
        self.problem.hide()
        self.problem.say(await self.strip.print(), Tone.OK)

    async def _save(self) -> None:
        if name := await self.strip.save(self.window()):
            self.problem.say(tr("Saved as {name}.").format(name=name), Tone.OK)
            self.saved.emit(name)


def paper_panel(context: PageContext, paper: Printable) -> PrintPanel:
    """Show a paper, to be printed where papers of its kind are."""
    on = paper.on or context.receipt_paper()
    return PrintPanel(paper.title, paper.document, paper.file_name, on)


class ReceiptPanel(PrintPanel):
    """Shows a receipt, and prints it as often as is asked: what is printed is counted."""

    def __init__(
        self,
        receipt: Receipt,
        document: StripDocument,
        paper: ReceiptPaper,
        print_it: Callable[[], Awaitable[StripDocument]],
    ) -> None:
        """`print_it` prints, and answers with what the next one is."""
        super().__init__(receipt.order_number, document, receipt.order_number, paper)
        self.receipt, self._print_it = receipt, print_it
        self.mail, self.gift = mail_button(), gift_receipt_button()
        for one in (self.mail, self.gift):
            self.column.insertWidget(self.column.indexOf(self.save), one)

    async def _print(self) -> None:
        self.problem.hide()
        self.strip.show_document(await self._print_it())
        self.problem.say(tr("Sent to the printer."), Tone.OK)
