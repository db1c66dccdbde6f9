"""Import past sales from a file: show it, what can be used and what cannot, then import it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from storedesk.documents.past_sales import PastFacts
from storedesk.domain.importing.past_sales import PastOptions, PastSales
from storedesk.domain.importing.progress import Report
from storedesk.services import past_sales
from storedesk.services.past_sales import PastPreview
from storedesk.ui.context import PageContext
from storedesk.ui.importing.bad_rows import SHOWN, bad_rows_table
from storedesk.ui.importing.columns import PastColumnMapping
from storedesk.ui.importing.file_import import FileImportDialog
from storedesk.ui.importing.labels import files_label, past_counts_label, unusable_label
from storedesk.ui.importing.reading import ReadingPanel
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import choose_file
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import column
from storedesk.ui.kit.looks.labels import Label

FILE, COLUMNS, BAD = "file", "columns", "bad"


class PastImportDialog(FileImportDialog[PastPreview]):
    """Show what importing past sales would do, with each line that cannot be used, and do it."""

    def __init__(self, parent: QWidget, context: PageContext, path: Path, look: PastFacts) -> None:
        title = tr("Past sales of {file}").format(file=files_label((path,)))
        super().__init__(parent, title, context.format, icon="upload")
        self._context, self._desk, self._path = context, context.desk, path
        self._header = look.header
        self.reading = ReadingPanel(look)
        self.columns = PastColumnMapping(look)
        self.bad = bad_rows_table(context.format)
        self.unusable = Label(wrap=True, ink="warn")
        self.save = secondary(tr("Save the list"), icon="download")
        self._make_tabs()
        self.lay_out(self.tabs, self._stack, column(self.outcome, self.unusable, self.progress))
        self.buttons(self.save, self.check, self.cancel, self.go)
        self.save.clicked.connect(lambda: self.start(self.save_bad))
        self.columns.edited.connect(self._look_anew)
        self._turn_to(FILE if self.columns.is_complete() or look.reading.is_guess else COLUMNS)
        self._begin()

    async def save_bad(self) -> None:
        """Write the list of what cannot be used into a file."""
        title, filters = tr("Save the list"), ("CSV (*.csv)",)
        path = await choose_file(self, title, mode="save", name="unusable.csv", filters=filters)
        if path is not None and self._preview:
            await self._desk.read(past_sales.save_bad, path, self._preview.sales.bad, spoken)

    async def _read(self, report: Report) -> PastPreview:
        return await self._desk.read(past_sales.preview, (self._path,), self._options(), report)

    async def _look_again(self) -> None:
        look = await self._desk.read(past_sales.look, self._path, self.reading.choices())
        self.reading.show_look(look)
        if look.header != self._header:
            self._header = look.header
            self._place_columns(PastColumnMapping(look))

    async def _write(self, shown: PastPreview, report: Report) -> None:
        await self._desk.edit(past_sales.carry_out, shown, report)

    def _show_preview(self, shown: PastPreview) -> None:
        self.reading.show_reading(shown.sales.readings[0])
        if shown.sales.bad:
            self._turn_to(BAD)
        if self.tabs.isAncestorOf(self.focusWidget() or self.tabs):
            self.go.setFocus()

    def _is_good(self) -> bool:
        return self.columns.is_good() and self.reading.is_good()

    def _is_complete(self) -> bool:
        return self.columns.is_complete()

    def _writing_label(self) -> str:
        return tr("Importing the past sales…")

    def _held_while_writing(self) -> tuple[QPushButton, ...]:
        return (*super()._held_while_writing(), self.save)

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
