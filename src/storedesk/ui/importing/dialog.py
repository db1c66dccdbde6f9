"""Import a catalog: show the file, make a dry run, then import it."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import DEFAULT_CATEGORY, ImportOptions
from storedesk.services import importing
from storedesk.services.desk import Desk
from storedesk.services.importing import FileFacts, ImportPreview
from storedesk.ui.importing.columns import ColumnMapping
from storedesk.ui.importing.labels import counts_label, kept_label
from storedesk.ui.importing.tabs import ImportTabs
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.forms.form import ChoiceField, QuantityField, TextField, is_field_good
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import column, row
from storedesk.ui.kit.looks.labels import Label

LONGEST = 60
"""Characters of a file's name in the title."""
STEPS = 1_000
"""Steps of the progress bar."""


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
        title = tr("Import {file}").format(file=_names(paths))
        super().__init__(parent, title, width=860)
        self._desk, self._form, self._paths = desk, form, tuple(paths)
        self._preview: ImportPreview | None = None
        self._is_writing = False
        self.parts = ImportTabs(look, form)
        self.reading, self.changes = self.parts.reading, self.parts.changes
        self.bad = self.parts.bad
        self.category = TextField(tr("Category, where the file has none"), longest=100)
        self.category.show_value(DEFAULT_CATEGORY)
        self.status = ChoiceField(tr("New products are"), self._statuses(look))
        self.stock = QuantityField(
            tr("Stock of each new product"), smallest=0, largest=most, optional=True
        )
        self.file_stock = QCheckBox(tr("Use the file's stock for new products"))
        self.match_barcode = QCheckBox(tr("Match products by barcode where the SKU differs"))
        self.set_categories = QCheckBox(tr("Move existing products into the file's categories"))
        self.outcome = Label(wrap=True)
        self.bar = QProgressBar()
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
            self._preview = await self._desk.read(
                importing.preview, self._paths, self._options(), self._reporter()
            )
            for reading in self._preview.catalog.readings[:1]:
                self.reading.show_reading(reading)
        finally:
            self.bar.hide()
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
            self.status.show_choices(self._statuses(look))
            self.file_stock.setVisible(look.is_shopify)
            self._connect_columns()
        self._show_outcome()
        self._look_if_complete()

    async def run_import(self) -> None:
        """Import what the dry run has shown: all of it, or nothing."""
        if self._preview is None or not self._is_good():
            return
        shown, options = self._preview, self._options()
        self._set_writing(is_writing=True)
        try:
            await self._desk.edit(
                importing.carry_out, shown.catalog, options, self._reporter(), shown.plan
            )
        finally:
            self.bar.hide()
            self._set_writing(is_writing=False)
        self.accept()

    async def save_changes(self) -> None:
        """Write the list of changes into a file."""
        title, filters = tr("Save the list"), ("CSV (*.csv)",)
        path = await choose_file(self, title, mode="save", name="changes.csv", filters=filters)
        if path is not None:
            await self._desk.read(importing.save_changes, path, self.changes.changes)

    def reject(self) -> None:
        """Answer Qt: not while something is being written."""
        if not self._is_writing:
            super().reject()

    def _reporter(self) -> Callable[[float], None]:
        """Return a progress callback for a worker thread: called with the share done, 0 to 1."""
        loop = asyncio.get_running_loop()

        def report(share: float) -> None:
            loop.call_soon_threadsafe(self._show_share, share)

        return report

    def _show_share(self, share: float) -> None:
        self.bar.setVisible(self._is_writing or self._preview is None)
        self.bar.setValue(round(share * STEPS))

    def _options(self) -> ImportOptions:
        status, stock = self.status.value(), self.stock.text().strip()
        return ImportOptions(
            columns=self.columns.columns() if self.columns else {},
            file=self.parts.choices(),
            default_category=self.category.value(),
            status=ProductStatus(status) if status else None,
            opening_stock=self.stock.value() if stock else None,
            file_stock=self.file_stock.isChecked(),
            set_categories=self.set_categories.isChecked(),
            match_barcode=self.match_barcode.isChecked(),
            skip_bad=self.skip.isChecked(),
        )

    def _is_good(self) -> bool:
        fields = [is_field_good(self.category), is_field_good(self.stock), self.reading.is_good()]
        if self.columns:
            fields += [is_field_good(field) for field in self.columns.fields.values()]
        return all(fields)

    def _statuses(self, look: FileFacts) -> list[tuple[str, str]]:
        as_in_file = [("", tr("As the file says"))] if look.is_shopify else []
        return [
            *as_in_file,
            (ProductStatus.ACTIVE.value, tr("Active: on sale at once")),
            (ProductStatus.DRAFT.value, tr("Drafts")),
        ]

    def _make_buttons(self) -> None:
        self.check = secondary(tr("Check again"), icon="refresh-cw")
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.go = primary(tr("Import"), icon="file-spreadsheet")

    def _lay_out(self) -> None:
        options = row(self.status, self.category, self.stock, gap=14)
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.hide()
        boxes = column(self.file_stock, self.match_barcode, self.set_categories, gap=2)
        status = column(self.outcome, self.bar, self.skip, gap=4)
        self.lay_out(self.parts, options, boxes, status)
        self.buttons(self.check, self.cancel, self.go)
        self.go.setDefault(True)

    def _connect(self) -> None:
        self.check.clicked.connect(lambda: self.start(self.dry_run))
        self.go.clicked.connect(lambda: self.start(self.run_import))
        self.cancel.clicked.connect(self.reject)
        self.changes.wanted.connect(lambda: self.start(self.save_changes))
        self.file_stock.setVisible(self.columns is None)
        self.skip.toggled.connect(lambda _: self._show_outcome())
        self.reading.edited.connect(lambda: self._jobs.restart(self.read_again))
        self.reading.marked.connect(self._look_anew)
        self.match_barcode.toggled.connect(lambda _: self._look_anew())
        self.set_categories.toggled.connect(lambda _: self._look_anew())
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
        words = self._next_step()
        if plan:
            words = counts_label(plan.counts, self._form)
            words += f" · {kept_label(plan.kept, self._form)}" if plan.kept else ""
        self.outcome.setText(words)
        self.parts.show_plan(plan)
        self.skip.setVisible(bool(plan and plan.bad))
        may = plan is not None and bool(plan.new or plan.changed) and not self.reading.is_guess()
        self.go.setEnabled(bool(may and plan and (not plan.bad or self.skip.isChecked())))

    def _next_step(self) -> str:
        if self.reading.is_guess():
            return tr("Choose the encoding of the file, then check again.")
        return tr("Choose what the columns hold, then check again.")

    def _set_writing(self, *, is_writing: bool) -> None:
        self._is_writing = is_writing
        for button in (self.go, self.check, self.cancel):
            button.setEnabled(not is_writing)
        if is_writing:
            self.outcome.setText(tr("Importing the products…"))
        else:
            self._show_outcome()


def _names(paths: Sequence[Path]) -> str:
    names = ", ".join(path.name for path in paths)
    return names if len(names) <= LONGEST else f"{names[: LONGEST - 1]}…"
