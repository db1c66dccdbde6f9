"""Preview a report as it will be printed; print it, or save it as a PDF."""

from PySide6.QtWidgets import QFrame, QWidget

from storedesk.domain.file_names import file_name
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import boxed, column, row, scrolling
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.kit.paper.other_printer import OtherPrinter
from storedesk.ui.kit.paper.printing import Page, PrintPreview, to_pdf, to_printer

A4 = Page(margin=12.0)


class ReportDialog(Dialog):
    """Show a document on A4; Enter prints it, and a button saves it as a PDF."""

    def __init__(
        self, parent: QWidget, title: str, html: str, name: str, *, printer: str = ""
    ) -> None:
        """Make the dialog; `name` is proposed for a file, `printer` "" is the system's own."""
        super().__init__(parent, title, width=880)
        self._html, self._file_name, self._printer = html, name, printer
        self.preview = PrintPreview()
        self.preview.show_document(html, A4)
        frame = QFrame()
        frame.setProperty("kit", "inset")
        inner = column(scrolling(boxed(column(row(None, self.preview, None), None))))
        inner.setContentsMargins(1, 1, 1, 1)
        frame.setLayout(inner)
        frame.setMinimumHeight(min(520, max(320, parent.window().height() - 260)))
        self.other = OtherPrinter()
        self.lay_out(frame, self.other)
        shut = secondary(tr("Close"), cap="Esc")
        shut.clicked.connect(self.reject)
        self.save = secondary(tr("Save as PDF"), icon="file-text")
        self.save.clicked.connect(lambda: self.start(self.save_pdf))
        self.print = primary(tr("Print"), icon="printer")
        self.print.setDefault(True)
        self.print.clicked.connect(lambda: self.start(self.print_out))
        self.buttons(shut, self.save, self.print)
        self.print.setFocus()

    async def print_out(self) -> None:
        """Print the document."""
        pages = await self.other.over(self._send, self._printer)
        words = plural(
            "Sent to the printer, {count} page.", "Sent to the printer, {count} pages.", pages
        )
        self.problem.say(words.format(count=pages), Tone.OK)

    async def save_pdf(self) -> None:
        """Ask for a file and save the PDF there."""
        title, name = tr("Save as PDF"), file_name(self._file_name, ".pdf")
        path = await choose_file(self, title, mode="save", name=name, filters=("PDF (*.pdf)",))
        if path is not None:
            await to_pdf(self._html, path, A4)
            self.problem.say(tr("Saved as {file}.").format(file=path.name), Tone.OK)

    async def _send(self, printer: str) -> int:
        return await to_printer(self._html, A4, printer=printer)
