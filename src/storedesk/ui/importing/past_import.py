"""Import past sales from a file: show it, what can be used and what cannot, then import it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.documents.past_sales import PastFacts
from storedesk.domain.importing.past_sales import PastOptions, PastSales
from storedesk.services import past_sales
from storedesk.services.past_sales import PastPreview
from storedesk.ui.context import PageContext
from storedesk.ui.importing.bad_rows import SHOWN, bad_rows_table
from storedesk.ui.importing.columns import PastColumnMapping
from storedesk.ui.importing.labels import files_label, past_counts_label, unusable_label
from storedesk.ui.importing.progress import ProgressPanel
from storedesk.ui.importing.reading import ReadingPanel
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import column
from storedesk.ui.kit.looks.labels import Label

FILE, COLUMNS, BAD = "file", "columns", "bad"


class PastImportDialog(Dialog):
    """Show what importing past sales would do, with each line that cannot be used, and do it."""

    def __init__(self, parent: QWidget, context: PageContext, path: Path, look: PastFacts) -> None:
        title = tr("Past sales of {file}").format(file=files_label((path,)))
        super().__init__(parent, title, width=860)
        self._context, self._desk, self._path = context, context.desk, path
        self._header = look.header
        self._preview: PastPreview | None = None
        self._is_writing = False
        self.reading = ReadingPanel(look)
        self.columns = PastColumnMapping(look)
        self.bad = bad_rows_table(context.format)
        self.outcome, self.unusable = Label(wrap=True), Label(wrap=True, ink="warn")
        self.progress = ProgressPanel(context.format)
        self._make_tabs()
        self._make_buttons()
        self.lay_out(self.tabs, self._stack, column(self.outcome, self.unusable, self.progress))
        self.buttons(self.save, self.check, self.cancel, self.go)
        self._connect()
        self._show_outcome()
        self._turn_to(FILE if self.columns.is_complete() or look.reading.is_guess else COLUMNS)
        self._look_if_complete()

    async def dry_run(self) -> None:
        """Read the whole file, with the choices of now."""
        if not (self.columns.is_good() and self.reading.is_good()):
            return
        self._preview = None
        self.outcome.setText(tr("Reading the file…"))
        try:
            with self.progress.running() as report:
                self._preview = await self._desk.read(
                    past_sales.preview, (self._path,), self._options(), report
                )
            self.reading.show_reading(self._preview.sales.readings[0])
        finally:
            self._show_outcome()
        if self._preview.sales.bad:
            self._turn_to(BAD)
        if self.tabs.isAncestorOf(self.focusWidget() or self.tabs):
            self.go.setFocus()

    async def read_again(self) -> None:
        """Read the start of the file again with the chosen encoding and header line."""
        self._forget()
        if not self.reading.is_good():
            return
        look = await self._desk.read(past_sales.look, self._path, self.reading.choices())
        self.reading.show_look(look)
        if look.header != self._header:
            self._header = look.header
            self._place_columns(PastColumnMapping(look))
        self._show_outcome()
        self._look_if_complete()

    async def run_import(self) -> None:
        """Import what can be used, as it was shown: all of it, or nothing."""
        shown = self._preview
        if shown is None:
            return
        self._set_writing(is_writing=True)
        try:
            with self.progress.running() as report:
                await self._desk.edit(past_sales.carry_out, shown, report)
        finally:
            self._set_writing(is_writing=False)
        self.accept()

    async def save_bad(self) -> None:
        """Write the list of what cannot be used into a file."""
        title, filters = tr("Save the list"), ("CSV (*.csv)",)
        path = await choose_file(self, title, mode="save", name="unusable.csv", filters=filters)
        if path is not None and self._preview:
            await self._desk.read(past_sales.save_bad, path, self._preview.sales.bad, spoken)

    def reject(self) -> None:
        """Answer Qt: stop what is being written, and close only while nothing is."""
        self.progress.stop()
        if self._is_writing:
            self.cancel.setEnabled(False)
        else:
            super().reject()

    def _options(self) -> PastOptions:
        first = self.columns.date_first.value()
        choices = replace(self.reading.choices(), date_first=first)
        return PastOptions(self.columns.columns(), choices)

    def _make_tabs(self) -> None:
        self.tabs = SegmentedTabs(
            ((FILE, tr("The file")), (COLUMNS, tr("Columns")), (BAD, tr("Not usable"))),
            name=tr("Pages of the import"),
        )
        self._stack = QStackedWidget()
        for page in (self.reading, self.columns, self.bad):
            self._stack.addWidget(page)
        self.tabs.chosen.connect(self._turn_to)

    def _turn_to(self, key: str) -> None:
        self.tabs.choose(key)
        pages = {FILE: self.reading, COLUMNS: self.columns, BAD: self.bad}
        self._stack.setCurrentWidget(pages[key])

    def _place_columns(self, columns: PastColumnMapping) -> None:
        self._stack.removeWidget(self.columns)
        self.columns.deleteLater()
        self.columns = columns
        self._stack.addWidget(columns)
        columns.edited.connect(self._look_anew)
        self._turn_to(self.tabs.current())

    def _make_buttons(self) -> None:
        self.save = secondary(tr("Save the list"), icon="download")
        self.check = secondary(tr("Check again"), icon="refresh-cw")
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.go = primary(tr("Import"), icon="upload")
        self.go.setDefault(True)

    def _connect(self) -> None:
        self.save.clicked.connect(lambda: self.start(self.save_bad))
        self.check.clicked.connect(lambda: self.start(self.dry_run))
        self.go.clicked.connect(lambda: self.start(self.run_import))
        self.cancel.clicked.connect(self.reject)
        self.reading.edited.connect(lambda: self._jobs.restart(self.read_again))
        self.reading.marked.connect(self._look_anew)
        self.columns.edited.connect(self._look_anew)

    def _look_if_complete(self) -> None:
        """Read the whole file if every required choice is made."""
        if self.columns.is_complete() and not self.reading.is_guess():
            self._jobs.restart(self.dry_run)

    def _look_anew(self) -> None:
        self._forget()
        self._look_if_complete()

    def _forget(self) -> None:
        """Discard what was read, with other choices."""
        self._preview = None
        self._show_outcome()

    def _show_outcome(self) -> None:
        sales = self._preview.sales if self._preview else None
        self.outcome.setText(
            past_counts_label(sales, self._context) if sales else self._next_step()
        )
        self._show_bad(sales)
        self.go.setEnabled(bool(sales and sales.lines and not self.reading.is_guess()))

    def _show_bad(self, sales: PastSales | None) -> None:
        bad = sales.bad if sales else ()
        self.bad.show_records(bad[:SHOWN])
        self.tabs.show_count(BAD, self._context.format.count(len(bad)) if bad else "")
        self.tabs.button(BAD).setVisible(bool(bad))
        self.save.setVisible(bool(bad))
        self.unusable.setVisible(bool(bad))
        self.unusable.setText(unusable_label(sales, self._context) if sales else "")
        if not bad and self.tabs.current() == BAD:
            self._turn_to(FILE)

    def _next_step(self) -> str:
        if self.reading.is_guess():
            return tr("Choose the encoding of the file, then check again.")
        return tr("Choose what the columns hold, then check again.")

    def _set_writing(self, *, is_writing: bool) -> None:
        self._is_writing = is_writing
        for button in (self.go, self.check, self.save):
            button.setEnabled(not is_writing)
        self.cancel.setEnabled(True)
        if is_writing:
            self.outcome.setText(tr("Importing the past sales…"))
        else:
            self._show_outcome()
