"""The models behind lists: one of given records, and what both kinds have in common."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column, Shown
from storedesk.ui.kit.lists.row_painter import text_of

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
Cells: TypeAlias = list[tuple[CellStyle, Shown]]

# Looked up once: `Qt.` in data() costs more than all the rest of it.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
CHECKED = int(Qt.ItemDataRole.CheckStateRole)
READ = (DISPLAY, ACCESSIBLE, CHECKED)
TICKED, UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
BOX = Qt.ItemFlag.ItemIsUserCheckable
HORIZONTAL = Qt.Orientation.Horizontal
NO_PARENT = QModelIndex()


class RowModel(QAbstractTableModel, Generic[R]):
    """Rows of immutable records. It neither loads nor saves them."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = columns

    def record(self, row: int) -> R | None:
        """Return the record of `row`, or None while it is not there."""
        raise NotImplementedError

    def cells(self, row: int) -> Cells | None:
        """Return what stands in `row`, or None while it is not there."""
        raise NotImplementedError

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Answer Qt: how many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """Answer Qt: the headings."""
        shown = orientation == HORIZONTAL and role == DISPLAY
        return self.columns[section].heading if shown else None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Answer Qt (that is, screen readers: the list is drawn without asking here)."""
        if role not in READ or not index.isValid():
            return None
        cells = self.cells(index.row())
        if cells is None:
            return None
        style, shown = cells[index.column()]
        words = text_of(shown)
        if role == CHECKED:
            return None if style is not CellStyle.TICK else TICKED if words else UNTICKED
        if style is CellStyle.TICK and role == ACCESSIBLE:
            return words or tr("Not ticked")
        return words

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Answer Qt: a box can be ticked."""
        flags = super().flags(index)
        is_box = index.isValid() and self.columns[index.column()].style is CellStyle.TICK
        return flags | BOX if is_box else flags


class RecordModel(RowModel[R]):
    """Shows the records it is given, one to a row."""

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], object]) -> None:
        super().__init__(columns)
        self.records: list[R] = []
        self._key = key
        self._cells: dict[int, Cells] = {}

    def replace(self, records: Sequence[R]) -> None:
        """Show `records` instead; what is chosen stays so, by its key."""
        rows = {self._key(record): row for row, record in enumerate(records)}
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        new = [self._moved(index, rows) for index in old]
        self.records = list(records)
        self._cells.clear()
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def row_of(self, key: object) -> int | None:
        """Return the row that shows the record with that key."""
        return next((row for row, one in enumerate(self.records) if self._key(one) == key), None)

    def record(self, row: int) -> R | None:
        """Return the record of `row`."""
        return self.records[row] if 0 <= row < len(self.records) else None

    def cells(self, row: int) -> Cells | None:
        """Return what stands in `row`."""
        if not 0 <= row < len(self.records):
            return None
        if row not in self._cells:
            record = self.records[row]
            self._cells[row] = [(column.style, column.value(record)) for column in self.columns]
        return self._cells[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Answer Qt: how many rows."""
        return 0 if parent.isValid() else len(self.records)

    def _moved(self, index: QModelIndex, rows: dict[object, int]) -> QModelIndex:
        row = rows.get(self._key(self.records[index.row()]))
        # the row may lie beyond the old end, so index(), which checks bounds, is no help here
        return QModelIndex() if row is None else self.createIndex(row, index.column())
