"""A receipt or report as it is printed, with what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from storedesk.ui.kit.buttons import Button, Kind
from storedesk.ui.kit.cards import boxed, column, row, scrolling
from storedesk.ui.kit.dialogs import choose_file
from storedesk.ui.kit.printing import RECEIPT, Preview, to_pdf, to_printer
from storedesk.ui.kit.tokens import Tone
from storedesk.ui.kit.view import Job
from storedesk.ui.till.overlay import Panel, hint

WIDTH = 440


class PaperPanel(Panel):
    """Shows what is printed as it is printed; Enter prints it, and a button saves it as a PDF."""

    saved = Signal(str)
    """The name of the file that was written."""

    def __init__(self, title: str, html: str, file_name: str, *, printer: str) -> None:
        super().__init__(title, width=WIDTH)
        self.html, self._file_name, self._printer = html, file_name, printer
        self.preview = Preview()
        self.preview.show_document(html, RECEIPT)
        sheet = row(None, self.preview, None)
        desk = boxed(sheet)
        sheet.setContentsMargins(0, 16, 0, 16)
        frame = QFrame()
        frame.setProperty("kit", "inset")
        inner = column(scrolling(boxed(column(desk, None))))
        inner.setContentsMargins(1, 1, 1, 1)
        frame.setLayout(inner)
        self.save = self._button(self.tr("Save as PDF"), "file-text", self._save)
        self.print = self._button(self.tr("Print"), "printer", self._print, Kind.PRIMARY)
        self.lay_out(self.title, self.problem, frame)
        self.column.setStretch(2, 1)
        told = hint(self.tr("Enter: print  ·  Esc: back to the till"))
        self.lay_out(row(self.save, None, self.print, gap=8), told)

    def enter(self) -> None:
        """Print it."""
        self.jobs.start(self._print)

    def _button(self, words: str, icon: str, job: Job, kind: Kind = Kind.SECONDARY) -> Button:
        made = Button(words, icon=icon, kind=kind)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self.jobs.start(job))
        return made

    async def _print(self) -> None:
        self.problem.hide()
        await to_printer(self.html, RECEIPT, printer=self._printer)
        self.problem.say(self.tr("Sent to the printer."), Tone.OK)

    async def _save(self) -> None:
        title, name = self.tr("Save as PDF"), f"{self._file_name}.pdf"
        path = await choose_file(
            self.window(), title, mode="save", name=name, filters=["PDF (*.pdf)"]
        )
        if path is not None:
            await to_pdf(self.html, path.with_suffix(".pdf"), RECEIPT)
            self.problem.say(self.tr("Saved as {name}.").format(name=path.name), Tone.OK)
            self.saved.emit(path.name)
