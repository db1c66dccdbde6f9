"""Import a catalog: show the file, make a dry run, then import it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from storedesk.domain.importing.file import ImportOptions
from storedesk.domain.importing.stock import StockImport, Unset
from storedesk.services import importing
from storedesk.services.desk import Desk
from storedesk.services.importing import FileFacts, ImportPreview
from storedesk.services.stock_import import Known
from storedesk.ui.importing.choices import ImportChoices
from storedesk.ui.importing.columns import ColumnMapping
from storedesk.ui.importing.labels import counts_label, files_label, kept_label, recounts_label
from storedesk.ui.importing.progress import ProgressPanel
from storedesk.ui.importing.stock_setting import set_stock
from storedesk.ui.importing.tabs import ImportTabs
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import column
from storedesk.ui.kit.looks.labels import Label


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


class ImportDialog(Dialog):
    """Show what an import would do, with each bad row, and run it."""

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
        super().__init__(parent, title, width=860)
        self._desk, self._form, self._paths = desk, form, tuple(paths)
        self._preview: ImportPreview | None = None
        self._is_writing = self._is_done = False
        self.parts = ImportTabs(look, form)
        self.reading, self.changes = self.parts.reading, self.parts.changes
        self.bad = self.parts.bad
        self.choices = ImportChoices(look, most)
        self.outcome = Label(wrap=True)
        self.progress = ProgressPanel(form)
        self.skip = QCheckBox(tr("Skip the bad rows and import the others"))
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show_outcome()
        self._look_if_complete()

    @property
    def columns(self) -> ColumnMapping | None:
        """The column mapping of a plain file; None for a Shopify file."""
        return self.parts.columns

    async def dry_run(self) -> None:
        """Make a dry run with the current choices."""
        if not self._is_good():
            return
        self._preview = None
        self.outcome.setText(tr("Reading the file…"))
        try:
            with self.progress.running() as report:
                self._preview = await self._desk.read(
                    importing.preview, self._paths, self._options(), report
                )
            for reading in self._preview.catalog.readings[:1]:
                self.reading.show_reading(reading)
        finally:
            self._show_outcome()
        self.parts.show_result(self._preview.plan)
        if self.parts.tabs.isAncestorOf(self.focusWidget() or self.parts.tabs):
            self.go.setFocus()

    async def read_again(self) -> None:
        """Read the file again with the chosen encoding and header line."""
        self._forget()
        if not self.reading.is_good():
            return
        look = await self._desk.read(importing.look, self._paths, self.reading.choices())
        if self.parts.show_look(look):
            self.choices.show_look(look)
            self._connect_columns()
        self._show_outcome()
        self._look_if_complete()

    async def run_import(self) -> None:
        """Import what the dry run has shown: all of it, or nothing; then set stock."""
        if self._is_done:
            self.accept()
            return
        if self._preview is None or not self._is_good():
            return
        shown, options = self._preview, self._options()
        self._set_writing(is_writing=True)
        try:
            with self.progress.running() as report:
                done = await self._desk.edit(importing.carry_out, shown, options, report)
                self._preview = None
                unset = await self._set_stock(done.stock, shown.plan.known)
        finally:
            self._set_writing(is_writing=False)
        if unset:
            self._show_unset(unset)
        else:
            self.accept()

    async def _set_stock(self, work: StockImport | None, known: Known) -> Sequence[Unset]:
        return await set_stock(self._desk, work, known, self.progress) if work else ()

    def _show_unset(self, unset: Sequence[Unset]) -> None:
        """Show what was left as it is; there is nothing more to do."""
        self._is_done = True
        for part in (self.choices, self.check, self.cancel, self.skip):
            part.hide()
        self.outcome.setText(tr("Imported. The stock of the products above was not set."))
        self.parts.show_unset(unset)
        self.go.setText(tr("Close"))
        self.go.setEnabled(True)
        self.go.setFocus()

    async def save_changes(self) -> None:
        """Write the list of changes into a file."""
        title, filters = tr("Save the list"), ("CSV (*.csv)",)
        path = await choose_file(self, title, mode="save", name="changes.csv", filters=filters)
        if path is not None:
            await self._desk.read(importing.save_changes, path, self.changes.changes)

    def reject(self) -> None:
        """Answer Qt: stop what is being written, and close only while nothing is."""
        self.progress.stop()
        if self._is_writing:
            self.cancel.setEnabled(False)
        elif self._is_done:
            self.accept()
        else:
            super().reject()

    def _options(self) -> ImportOptions:
        columns = self.columns.columns() if self.columns else {}
        return self.choices.options(columns, self.parts.choices(), skip_bad=self.skip.isChecked())

    def _is_good(self) -> bool:
        fields = [self.choices.is_good(), self.reading.is_good()]
        if self.columns:
            fields += [is_field_good(field) for field in self.columns.fields.values()]
        return all(fields)

    def _make_buttons(self) -> None:
        self.check = secondary(tr("Check again"), icon="refresh-cw")
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.go = primary(tr("Import"), icon="file-spreadsheet")

    def _lay_out(self) -> None:
        status = column(self.outcome, self.progress, self.skip, gap=4)
        self.lay_out(self.parts, self.choices, status)
        self.buttons(self.check, self.cancel, self.go)
        self.go.setDefault(True)

    def _connect(self) -> None:
        self.check.clicked.connect(lambda: self.start(self.dry_run))
        self.go.clicked.connect(lambda: self.start(self.run_import))
        self.cancel.clicked.connect(self.reject)
        self.changes.wanted.connect(lambda: self.start(self.save_changes))
        self.skip.toggled.connect(lambda _: self._show_outcome())
        self.reading.edited.connect(lambda: self._jobs.restart(self.read_again))
        self.reading.marked.connect(self._look_anew)
        self.choices.edited.connect(self._look_anew)
        self._connect_columns()

    def _connect_columns(self) -> None:
        if self.columns:
            self.columns.edited.connect(self._forget)

    def _look_if_complete(self) -> None:
        """Make a dry run if every required choice is made."""
        is_known = self.columns is None or self.columns.is_complete()
        if is_known and not self.reading.is_guess():
            self._jobs.restart(self.dry_run)

    def _look_anew(self) -> None:
        self._forget()
        self._look_if_complete()

    def _forget(self) -> None:
        """Discard the dry run, which was made with other choices."""
        self._preview = None
        self._show_outcome()

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

    def _next_step(self) -> str:
        if self.reading.is_guess():
            return tr("Choose the encoding of the file, then check again.")
        return tr("Choose what the columns hold, then check again.")

    def _set_writing(self, *, is_writing: bool) -> None:
        self._is_writing = is_writing
        for button in (self.go, self.check):
            button.setEnabled(not is_writing)
        self.cancel.setEnabled(True)
        if is_writing:
            self.outcome.setText(tr("Importing the products…"))
        else:
            self._show_outcome()
