"""What every import of a file does: read it whole, show what would happen, then write it."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from storedesk.domain.importing.progress import Report
from storedesk.ui.importing.progress import ProgressPanel
from storedesk.ui.importing.reading import ReadingPanel
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import Label

P = TypeVar("P")


class FileImportDialog(Dialog, Generic[P]):
    """Ask how a file is read, make a dry run as soon as all is said, and import what was shown.

    A dialog of its own kind says what is read, how the result is shown, and what is written; it
    makes its widgets, then calls `_begin`. Its `columns` say `edited` and `is_complete`.
    """

    reading: ReadingPanel

    def __init__(self, parent: QWidget, title: str, form: Format, *, icon: str) -> None:
        super().__init__(parent, title, width=860)
        self._preview: P | None = None
        self._is_writing = False
        self.outcome = Label(wrap=True)
        self.progress = ProgressPanel(form)
        self.check = secondary(tr("Check again"), icon="refresh-cw")
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.go = primary(tr("Import"), icon=icon)
        self.go.setDefault(True)

    async def dry_run(self) -> None:
        """Read the whole file, with the choices of now."""
        if not self._is_good():
            return
        self._preview = None
        self.outcome.setText(tr("Reading the file…"))
        try:
            with self.progress.running() as report:
                self._preview = await self._read(report)
        finally:
            self._show_outcome()
        self._show_preview(self._preview)

    async def read_again(self) -> None:
        """Read the start of the file again with the chosen encoding and header line."""
        self._forget()
        if not self.reading.is_good():
            return
        await self._look_again()
        self._show_outcome()
        self._look_if_complete()

    async def run_import(self) -> None:
        """Import what the dry run has shown: all of it, or nothing."""
        if self._preview is None or not self._is_good():
            return
        shown = self._preview
        self._set_writing(is_writing=True)
        try:
            with self.progress.running() as report:
                await self._write(shown, report)
        finally:
            self._set_writing(is_writing=False)
        self._finish()

    def reject(self) -> None:
        """Answer Qt: stop what is being written, and close only while nothing is."""
        self.progress.stop()
        if self._is_writing:
            self.cancel.setEnabled(False)
        else:
            super().reject()

    async def _read(self, report: Report) -> P:
        raise NotImplementedError

    async def _look_again(self) -> None:
        raise NotImplementedError

    async def _write(self, shown: P, report: Report) -> None:
        raise NotImplementedError

    def _show_preview(self, shown: P) -> None:
        raise NotImplementedError

    def _show_outcome(self) -> None:
        raise NotImplementedError

    def _is_good(self) -> bool:
        raise NotImplementedError

    def _is_complete(self) -> bool:
        raise NotImplementedError

    def _writing_label(self) -> str:
        raise NotImplementedError

    def _finish(self) -> None:
        self.accept()

    def _begin(self) -> None:
        """Connect what every import has, show what is missing, and read the file if nothing is."""
        self.check.clicked.connect(lambda: self.start(self.dry_run))
        self.go.clicked.connect(lambda: self.start(self.run_import))
        self.cancel.clicked.connect(self.reject)
        self.reading.edited.connect(lambda: self._jobs.restart(self.read_again))
        self.reading.marked.connect(self._look_anew)
        self._show_outcome()
        self._look_if_complete()

    def _look_if_complete(self) -> None:
        """Make a dry run if every required choice is made."""
        if self._is_complete() and not self.reading.is_guess():
            self._jobs.restart(self.dry_run)

    def _look_anew(self) -> None:
        self._forget()
        self._look_if_complete()

    def _forget(self) -> None:
        """Discard the dry run, which was made with other choices."""
        self._preview = None
        self._show_outcome()

    def _next_step(self) -> str:
        if self.reading.is_guess():
            return tr("Choose the encoding of the file, then check again.")
        return tr("Choose what the columns hold, then check again.")

    def _held_while_writing(self) -> tuple[QPushButton, ...]:
        return (self.go, self.check)

    def _set_writing(self, *, is_writing: bool) -> None:
        self._is_writing = is_writing
        for button in self._held_while_writing():
            button.setEnabled(not is_writing)
        self.cancel.setEnabled(True)
        if is_writing:
            self.outcome.setText(self._writing_label())
        else:
            self._show_outcome()
