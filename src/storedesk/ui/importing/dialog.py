"""Import a catalog: show the file, make a dry run, then import it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from storedesk.domain.importing.file import ImportOptions
from storedesk.domain.importing.progress import Report
from storedesk.domain.importing.stock import StockImport, Unset
from storedesk.services import importing
from storedesk.services.desk import Desk
from storedesk.services.importing import FileFacts, ImportPreview
from storedesk.services.stock_import import Known
from storedesk.ui.importing.choices import ImportChoices
from storedesk.ui.importing.columns import ColumnMapping
from storedesk.ui.importing.file_import import FileImportDialog
from storedesk.ui.importing.labels import counts_label, files_label, kept_label, recounts_label
from storedesk.ui.importing.stock_setting import set_stock
from storedesk.ui.importing.tabs import ImportTabs
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import choose_file
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.looks.cards import column


async def import_catalog(parent: QWidget, desk: Desk, form: Format, *, most: int) -> bool:
    """Ask for a file and import it; True if products were imported. Raises StoreError."""
    title = tr("Import a catalog")
    filters = (
        tr("Catalogs (*.csv *.tsv *.txt *.gz)"),
        tr("All files (*)"),
    )
    path = await choose_file(parent, title, filters=filters)
    if path is None:
        return False
    look = await desk.read(importing.look, (path,))
    return await ImportDialog(parent, desk, form, (path,), look, most=most).shown()


class ImportDialog(FileImportDialog[ImportPreview]):
    """Show what an import would do, with each bad row, and run it; then set stock."""

    def __init__(  # noqa: PLR0913 - the files, and the store that they go into
        self,
        parent: QWidget,
        desk: Desk,
        form: Format,
        paths: Sequence[Path],
        look: FileFacts,
        *,
        most: int,
    ) -> None:
        """Show what is in the files; each new product may begin with `most` pieces."""
        title = tr("Import {file}").format(file=files_label(paths))
        super().__init__(parent, title, form, icon="file-spreadsheet")
        self._desk, self._form, self._paths = desk, form, tuple(paths)
        self._unset: Sequence[Unset] = ()
        self._is_done = False
        self.parts = ImportTabs(look, form)
        self.reading, self.changes = self.parts.reading, self.parts.changes
        self.bad = self.parts.bad
        self.choices = ImportChoices(look, most)
        self.skip = QCheckBox(tr("Skip the bad rows and import the others"))
        self.lay_out(
            self.parts, self.choices, column(self.outcome, self.progress, self.skip, gap=4)
        )
        self.buttons(self.check, self.cancel, self.go)
        self.changes.wanted.connect(lambda: self.start(self.save_changes))
        self.skip.toggled.connect(lambda _: self._show_outcome())
        self.choices.edited.connect(self._look_anew)
        self._connect_columns()
        self._begin()

    @property
    def columns(self) -> ColumnMapping | None:
        """The column mapping of a plain file; None for a Shopify file."""
        return self.parts.columns

    async def run_import(self) -> None:
        """Import what the dry run has shown; once that is done, close."""
        if self._is_done:
            self.accept()
        else:
            await super().run_import()

    async def save_changes(self) -> None:
        """Write the list of changes into a file."""
        title, filters = tr("Save the list"), ("CSV (*.csv)",)
        path = await choose_file(self, title, mode="save", name="changes.csv", filters=filters)
        if path is not None:
            await self._desk.read(importing.save_changes, path, self.changes.changes)

    def reject(self) -> None:
        """Answer Qt: as every import, but what is done is not taken back."""
        if self._is_done:
            self.accept()
        else:
            super().reject()

    async def _read(self, report: Report) -> ImportPreview:
        return await self._desk.read(importing.preview, self._paths, self._options(), report)

    async def _look_again(self) -> None:
        look = await self._desk.read(importing.look, self._paths, self.reading.choices())
        if self.parts.show_look(look):
            self.choices.show_look(look)
            self._connect_columns()

    async def _write(self, shown: ImportPreview, report: Report) -> None:
        done = await self._desk.edit(importing.carry_out, shown, self._options(), report)
        self._preview = None
        self._unset = await self._set_stock(done.stock, shown.plan.known)

    async def _set_stock(self, work: StockImport | None, known: Known) -> Sequence[Unset]:
        return await set_stock(self._desk, work, known, self.progress) if work else ()

    def _finish(self) -> None:
        """Close, or show the products whose stock was left; there is nothing more to do."""
        if not self._unset:
            self.accept()
            return
        self._is_done = True
        for part in (self.choices, self.check, self.cancel, self.skip):
            part.hide()
        self.outcome.setText(tr("Imported. The stock of the products above was not set."))
        self.parts.show_unset(self._unset)
        self.go.setText(tr("Close"))
        self.go.setEnabled(True)
        self.go.setFocus()

    def _options(self) -> ImportOptions:
        columns = self.columns.columns() if self.columns else {}
        return self.choices.options(columns, self.parts.choices(), skip_bad=self.skip.isChecked())

    def _is_good(self) -> bool:
        fields = [self.choices.is_good(), self.reading.is_good()]
        if self.columns:
            fields += [is_field_good(field) for field in self.columns.fields.values()]
        return all(fields)

    def _is_complete(self) -> bool:
        return self.columns is None or self.columns.is_complete()

    def _writing_label(self) -> str:
        return tr("Importing the products…")

    def _connect_columns(self) -> None:
        if self.columns:
            self.columns.edited.connect(self._forget)

    def _show_preview(self, shown: ImportPreview) -> None:
        for reading in shown.catalog.readings[:1]:
            self.reading.show_reading(reading)
        self.parts.show_result(shown.plan)
        if self.parts.tabs.isAncestorOf(self.focusWidget() or self.parts.tabs):
            self.go.setFocus()

    def _show_outcome(self) -> None:
        plan = self._preview.plan if self._preview else None
        to_set = self._preview.to_set if self._preview else 0
        words = self._next_step()
        if plan:
            words = counts_label(plan.counts, self._form)
            words += f" · {kept_label(plan.kept, self._form)}" if plan.kept else ""
            words += f" · {recounts_label(to_set, self._form)}" if to_set else ""
        self.outcome.setText(words)
        self.parts.show_plan(plan)
        self.skip.setVisible(bool(plan and plan.bad))
        does = bool(plan and (plan.new or plan.changed or to_set))
        may = does and not self.reading.is_guess()
        self.go.setEnabled(bool(may and plan and (not plan.bad or self.skip.isChecked())))
