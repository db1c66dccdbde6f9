"""Show a receipt or report as it will be printed; print it or save it as a PDF."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from storedesk.documents.strip import StripDocument
from storedesk.domain.file_names import file_name
from storedesk.domain.receipt_printers import ReceiptPrinter
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import boxed, column, row, scrolling
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.kit.paper.other_printer import OtherPrinter
from storedesk.ui.kit.paper.printing import PrintPreview, to_pdf
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper

WIDTH, HEIGHT = 440, 420


@dataclass(frozen=True, slots=True)
class Printable:
    """What can be printed or kept as a PDF: its title, itself, and the name of its file."""

    title: str
    document: StripDocument
    file_name: str
    on: ReceiptPaper
    """Where it is printed."""
    is_money: bool = False
    """Whether it says a code that is told this once: who loses it loses money."""


class Strip(QFrame):
    """A receipt or report on the screen, black on white in both color schemes."""

    def __init__(self, document: StripDocument, name: str, paper: ReceiptPaper) -> None:
        """`name` is proposed for a file; on `paper` it is printed."""
        super().__init__()
        self._file_name, self._paper = name, paper
        self.preview = PrintPreview()
        self.show_document(document)
        sheet = row(None, self.preview, None)
        desk = boxed(sheet)
        sheet.setContentsMargins(0, 16, 0, 16)
        self.setProperty("kit", "inset")
        self.other = OtherPrinter()
        self.other.setContentsMargins(12, 0, 12, 8)
        inner = column(scrolling(boxed(column(desk, None))), self.other)
        inner.setContentsMargins(1, 1, 1, 1)
        self.setLayout(inner)

    def show_document(self, document: StripDocument) -> None:
        """Show what is printed next."""
        self.document = document
        self.preview.show_document(self._paper.html(document), self._paper.page)

    async def print(self) -> str:
        """Print it, and return a message. Unavailable: see ReceiptPaper.print.

        A printer of the system that is gone has another one offered here.
        """
        await self.other.over(self._print_on, self._paper.printer)
        return tr("Sent to the printer.")

    async def _print_on(self, printer: str) -> None:
        paper = self._paper
        if printer != paper.printer:
            device = ReceiptPrinter(roll=paper.device.roll, columns=paper.device.columns)
            paper = ReceiptPaper(printer, device)
        await paper.print(self.document)

    async def save(self, parent: QWidget) -> str:
        """Ask where, and save it as a PDF; return its name, or "" where it was canceled."""
        title, name = (
            tr("Save as PDF"),
            file_name(self._file_name, ".pdf"),
        )
        path = await choose_file(parent, title, mode="save", name=name, filters=["PDF (*.pdf)"])
        if path is None:
            return ""
        await to_pdf(self._paper.html(self.document), path.with_suffix(".pdf"), self._paper.page)
        return path.name


class StripDialog(Dialog):
    """Shows a strip over its page: Enter prints it, Esc goes back."""

    def __init__(self, parent: QWidget, title: str, strip: Strip) -> None:
        super().__init__(parent, title, width=WIDTH)
        self.strip = strip
        strip.setMinimumHeight(HEIGHT)
        self.back = secondary(tr("Back"), cap="Esc")
        self.save = secondary(tr("Save as PDF"), icon="file-text")
        self.print = primary(tr("Print"), icon="printer")
        self.print.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.save.clicked.connect(lambda: self.start(self._save))
        self.print.clicked.connect(lambda: self.start(self._print))
        self.lay_out(strip)
        self.buttons(self.back, self.save, self.print)
        self.print.setFocus()

    async def _print(self) -> None:
        self.problem.say(await self.strip.print(), Tone.OK)

    async def _save(self) -> None:
        if name := await self.strip.save(self):
            self.problem.say(tr("Saved as {name}.").format(name=name), Tone.OK)
