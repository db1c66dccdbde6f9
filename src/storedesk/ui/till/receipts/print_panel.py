"""Show a receipt or a report as it is printed, to print or save it."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Signal

from storedesk.documents.strip import StripDocument
from storedesk.domain.orders import Receipt
from storedesk.domain.refusals.errors import Unavailable
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

    def __init__(self, paper: Printable, *, is_kept: bool = False) -> None:
        """Show a paper; `is_kept`: no scan closes it before it was printed or saved."""
        super().__init__(paper.title)
        self.gives_way, self._is_money = not is_kept, paper.is_money
        self.html = paper.document.html
        self.strip = Strip(paper.document, paper.file_name, paper.on)
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
        try:
            words = await self.strip.print()
        except Unavailable:
            self.gives_way &= not self._is_money  # its code is on no paper yet
            raise
        self.problem.say(words, Tone.OK)
        self.gives_way = True

    async def _save(self) -> None:
        if name := await self.strip.save(self.window()):
            self.problem.say(tr("Saved as {name}.").format(name=name), Tone.OK)
            self.saved.emit(name)
            self.gives_way = True


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
        number = receipt.order_number
        super().__init__(Printable(number, document, number, paper))
        self.receipt, self._print_it = receipt, print_it
        self.mail, self.gift = mail_button(), gift_receipt_button()
        for one in (self.mail, self.gift):
            self.column.insertWidget(self.column.indexOf(self.save), one)

    async def _print(self) -> None:
        self.problem.hide()
        self.strip.show_document(await self._print_it())
        self.problem.say(tr("Sent to the printer."), Tone.OK)
