"""Show a receipt or a report as it is printed, to print or save it."""

from PySide6.QtCore import Qt, Signal

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import Job
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.kit.paper.strip import Strip
from storedesk.ui.till.panels import Panel, hint

WIDTH = 440


class PrintPanel(Panel):
    """Shows what is printed as it is printed; Enter prints it, and a button saves it as a PDF."""

    hears_scans = True

    saved = Signal(str)
    """The name of the file that was written."""

    def __init__(self, title: str, html: str, file_name: str, *, printer: str) -> None:
        super().__init__(title, width=WIDTH)
        self.html = html
        self.strip = Strip(html, file_name, printer=printer)
        self.preview = self.strip.preview
        self.save = self._button(tr("Save as PDF"), "file-text", self._save)
        self.print = self._button(tr("Print"), "printer", self._print, Kind.PRIMARY)
        self.lay_out(self.title, self.problem, self.strip)
        self.column.setStretch(2, 1)
        note = hint(tr("Enter: print  ·  Esc: back to the till"))
        self.lay_out(row(self.save, None, self.print, gap=8), note)

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
        self.problem.say(await self.strip.print(), Tone.OK)

    async def _save(self) -> None:
        if name := await self.strip.save(self.window()):
            self.problem.say(tr("Saved as {name}.").format(name=name), Tone.OK)
            self.saved.emit(name)
