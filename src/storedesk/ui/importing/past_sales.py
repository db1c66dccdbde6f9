"""List the imports of past sales, begin another one, and take one away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from storedesk import api, queries
from storedesk.domain.importing.past_sales import PastImport
from storedesk.services import past_sales
from storedesk.ui.context import PageContext
from storedesk.ui.importing.labels import past_amount_label, past_days_label
from storedesk.ui.importing.past_import import PastImportDialog
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file, confirm
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import Label


class PastSalesDialog(Dialog):
    """Show what was sold before, by import; they come from files, and each goes as it came."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, tr("Past sales of another program"), width=940)
        self._context, self._desk, self._form = context, context.desk, context.format
        self.table = self._table()
        self.gone = Label(wrap=True)
        self.undo = secondary(tr("Take this import away"), icon="undo-2")
        self.close_button = secondary(tr("Close"), cap="Esc")
        self.go = primary(tr("Import a file"), icon="upload")
        words = tr(
            "Sales of the time before, with their own numbers: they change neither stock nor"
            " money. A file has a line of an order in each row."
        )
        self.lay_out(Label(words, wrap=True, ink="muted"), self.table, self.gone)
        self.buttons(self.undo, self.close_button, self.go)
        self.go.setDefault(True)
        self.gone.hide()
        self.undo.setEnabled(False)
        self.table.chosen_changed.connect(self._show_chosen)
        self.undo.clicked.connect(lambda: self.start(self.take_away))
        self.go.clicked.connect(lambda: self.start(self.bring_in))
        self.close_button.clicked.connect(self.reject)
        self.start(self.refresh)

    async def refresh(self) -> None:
        """Read the imports there are."""
        self._show(await self._desk.read(queries.past_sales.past_imports))

    async def bring_in(self) -> None:
        """Ask for a file and import its sales."""
        filters = (tr("Tables (*.csv *.tsv *.txt *.gz)"), tr("All files (*)"))
        path = await choose_file(self, tr("Import past sales"), filters=filters)
        if path is None:
            return
        look = await self._desk.read(past_sales.look, path)
        if await PastImportDialog(self, self._context, path, look).shown():
            await self.refresh()
            self.table.selectRow(0)

    async def take_away(self) -> None:
        """Take the chosen import away, after a question."""
        one = self.table.chosen()
        title = tr("Take the past sales of {files} away?").format(files=one.files)
        words = plural(
            "{count} line goes. The files can be imported again.",
            "{count} lines go. The files can be imported again.", one.lines,
        )  # fmt: skip
        words = words.format(count=self._form.count(one.lines))
        if await confirm(self, title, words, yes=tr("Take them away")):
            gone = await self._desk.do(api.past_sales.undo_past_import, one.id)
            words = plural("{count} line is gone.", "{count} lines are gone.", gone)
            self.gone.setText(words.format(count=self._form.count(gone)))
            self.gone.show()
            await self.refresh()

    def _show(self, imports: Sequence[PastImport]) -> None:
        self.table.show_records(imports)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.undo.setEnabled(self.table.chosen_or_none() is not None)

    def _table(self) -> RecordTable[PastImport]:
        form = self._form
        table = RecordTable[PastImport](
            (
                Column(tr("File"), self._file, CellStyle.STRONG, 150, 1),
                Column(tr("Imported"), lambda one: form.moment(one.begun_at), CellStyle.MUTED, 120),
                Column(tr("By"), lambda one: one.begun_by, CellStyle.MUTED, 90),
                Column(tr("Sold"), lambda one: past_days_label(one, form), CellStyle.TEXT, 200),
                Column(tr("Orders"), lambda one: form.count(one.orders), CellStyle.NUMBER, 100),
                Column(tr("Lines"), lambda one: form.count(one.lines), CellStyle.NUMBER, 80),
                Column(tr("Amount"), self._amount, CellStyle.NUMBER, 120),
            ),
            lambda one: one.id,
            name=tr("Imports of past sales"),
            empty=(tr("No past sales yet"), tr("Import a file of the program before.")),
            row_height=36,
        )
        table.setMinimumHeight(200)
        return table

    def _amount(self, one: PastImport) -> str:
        return past_amount_label(one.amount, self._context)

    def _file(self, one: PastImport) -> Cell | str:
        if one.is_whole:
            return one.files
        return Cell(tr("{files} (not finished)").format(files=one.files), style=CellStyle.MUTED)
