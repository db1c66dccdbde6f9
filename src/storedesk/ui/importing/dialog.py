"""The import of a catalogue: what the file holds, a dry run, and then the same for good."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from storedesk.domain.catalogue import ProductStatus
from storedesk.domain.importing import DEFAULT_CATEGORY, BadRow, ImportOptions
from storedesk.services import importing
from storedesk.services.desk import Desk
from storedesk.services.importing import Look, Preview
from storedesk.ui.importing.columns import ColumnChoices
from storedesk.ui.importing.words import counts_words
from storedesk.ui.kit.buttons import primary, secondary
from storedesk.ui.kit.cards import row
from storedesk.ui.kit.columns import Column
from storedesk.ui.kit.columns import Look as Manner
from storedesk.ui.kit.dialogs import Dialog, choose_file
from storedesk.ui.kit.form import ChoiceField, QuantityField, TextField, is_field_good
from storedesk.ui.kit.format import Format
from storedesk.ui.kit.labels import Label, muted
from storedesk.ui.kit.records import RecordTable
from storedesk.ui.kit.view import spoken

SHOWN = 1_000
"""How many bad rows are listed: whoever has more will look at the file."""
MOST_PIECES = 100_000


async def import_catalogue(parent: QWidget, desk: Desk, form: Format) -> bool:
    """Ask for a file and bring it in; True when products were brought in. Raises StoreError."""
    title = QCoreApplication.translate("Import", "Import a catalogue")
    filters = (
        QCoreApplication.translate("Import", "Catalogues (*.csv *.tsv *.txt *.gz)"),
        QCoreApplication.translate("Import", "All files (*)"),
    )
    path = await choose_file(parent, title, filters=filters)
    if path is None:
        return False
    look = await desk.read(importing.look, (path,))
    return await ImportDialog(parent, desk, form, (path,), look).shown()


class ImportDialog(Dialog):
    """Shows what an import would do, row by row where something is wrong, and does it."""

    def __init__(
        self, parent: QWidget, desk: Desk, form: Format, paths: Sequence[Path], look: Look
    ) -> None:
        super().__init__(
            parent, QCoreApplication.translate("Import", "Import a catalogue"), width=760
        )
        self._desk, self._form, self._paths = desk, form, tuple(paths)
        self._preview: Preview | None = None
        self._is_writing = False
        self.columns = None if look.is_shopify else ColumnChoices(look)
        self.category = TextField(self.tr("Category of what has none"), longest=100)
        self.category.show_value(DEFAULT_CATEGORY)
        self.status = ChoiceField(self.tr("New products are"), self._statuses(look))
        self.stock = QuantityField(
            self.tr("Pieces of each new one"), smallest=0, largest=MOST_PIECES, optional=True
        )
        self.file_stock = QCheckBox(self.tr("Take the stock of new products from the file"))
        self.outcome = Label(wrap=True)
        self.bad = self._bad_rows()
        self.skip = QCheckBox(self.tr("Leave these rows out, and bring in the good ones"))
        self.check = secondary(self.tr("Look again"), icon="refresh-cw")
        self.cancel = secondary(self.tr("Cancel"), cap="Esc")
        self.go = primary(self.tr("Import"), icon="file-spreadsheet")
        self._lay_out()
        self._connect()
        self._show_outcome()
        if self.columns is None or self.columns.is_complete():
            self.start(self.look_again)

    async def look_again(self) -> None:
        """Make a dry run, with what is chosen now."""
        if not self._is_good():
            return
        self._preview = None
        self.outcome.setText(self.tr("Reading the file…"))
        try:
            self._preview = await self._desk.read(importing.preview, self._paths, self._options())
        finally:
            self._show_outcome()

    async def bring_in(self) -> None:
        """Bring in what the dry run has shown: all of it, or nothing."""
        if self._preview is None or not self._is_good():
            return
        self._set_writing(is_writing=True)
        try:
            await self._desk.edit(importing.carry_out, self._preview.catalogue, self._options())
        finally:
            self._set_writing(is_writing=False)
        self.accept()

    def reject(self) -> None:
        """Answer Qt: not while something is being written."""
        if not self._is_writing:
            super().reject()

    def _options(self) -> ImportOptions:
        status, stock = self.status.value(), self.stock.text().strip()
        return ImportOptions(
            columns=self.columns.columns() if self.columns else {},
            default_category=self.category.value(),
            status=ProductStatus(status) if status else None,
            opening_stock=self.stock.value() if stock else None,
            file_stock=self.file_stock.isChecked(),
            skip_bad=self.skip.isChecked(),
        )

    def _is_good(self) -> bool:
        fields = [is_field_good(self.category), is_field_good(self.stock)]
        if self.columns:
            fields += [is_field_good(field) for field in self.columns.fields.values()]
        return all(fields)

    def _statuses(self, look: Look) -> list[tuple[str, str]]:
        as_told = [("", self.tr("As the file says"))] if look.is_shopify else []
        return [
            *as_told,
            (ProductStatus.ACTIVE.value, self.tr("Active: sold at once")),
            (ProductStatus.DRAFT.value, self.tr("Drafts")),
        ]

    def _bad_rows(self) -> RecordTable[BadRow]:
        table = RecordTable[BadRow](
            (
                Column(self.tr("Row"), lambda bad: self._form.count(bad.row), Manner.NUMBER, 70),
                Column(self.tr("Column"), lambda bad: bad.column, Manner.TEXT, 150),
                Column(self.tr("Why"), lambda bad: bad.sentence(spoken), Manner.TEXT, 320, 1),
            ),
            lambda bad: (bad.file, bad.row, bad.column, bad.code, bad.value),
            name=self.tr("Rows that cannot be brought in"),
            row_height=34,
        )
        table.setMinimumHeight(170)
        table.hide()
        return table

    def _lay_out(self) -> None:
        names = ", ".join(path.name for path in self._paths)
        options = row(self.status, self.category, self.stock, gap=14)
        self.lay_out(
            muted(names), self.columns, options, self.file_stock, self.outcome, self.bad, self.skip
        )
        self.buttons(self.check, self.cancel, self.go)
        self.go.setDefault(True)

    def _connect(self) -> None:
        self.check.clicked.connect(lambda: self.start(self.look_again))
        self.go.clicked.connect(lambda: self.start(self.bring_in))
        self.cancel.clicked.connect(self.reject)
        self.file_stock.setVisible(self.columns is None)
        self.skip.toggled.connect(lambda _: self._show_outcome())
        if self.columns:
            self.columns.edited.connect(self._forget)

    def _forget(self) -> None:
        """Make the dry run stale: it was made with other columns."""
        self._preview = None
        self._show_outcome()

    def _show_outcome(self) -> None:
        plan = self._preview.plan if self._preview else None
        bad = plan.bad if plan else ()
        words = self.tr("Say what the columns hold, then look again.")
        self.outcome.setText(counts_words(plan.counts, self._form) if plan else words)
        self.bad.show_records(bad[:SHOWN])
        self.bad.setVisible(bool(bad))
        self.skip.setVisible(bool(bad))
        may = plan is not None and bool(plan.new or plan.changed)
        self.go.setEnabled(may and (not bad or self.skip.isChecked()))

    def _set_writing(self, *, is_writing: bool) -> None:
        self._is_writing = is_writing
        for button in (self.go, self.check, self.cancel):
            button.setEnabled(not is_writing)
        if is_writing:
            self.outcome.setText(self.tr("Bringing the products in…"))
        else:
            self._show_outcome()
