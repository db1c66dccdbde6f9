"""Edit cells in a list, one at a time, and lose nothing that was typed.

There is no widget in a cell but this one, and it is there only while somebody types. It holds on to
its row by the row's key: news may bring the list anew, the line stays where it is.
"""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen

from storedesk.domain.refusals.errors import Conflict, Refused, StoreError
from storedesk.ui.kit.base.view import Job, spoken
from storedesk.ui.kit.input.burst import typed_text
from storedesk.ui.kit.lists.cell_editor import CellEditor
from storedesk.ui.kit.lists.columns import Edit
from storedesk.ui.kit.lists.grid import Grid
from storedesk.ui.kit.lists.row_painter import Slot
from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.theme import color

R = TypeVar("R")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Editing(QObject, Generic[R]):
    """Opens the line over a cell, has what is typed saved, and goes on to the next row."""

    def __init__(self, table: Grid[R], fetched: Callable[[int], Awaitable[R | None]]) -> None:
        """Take a list, and what brings the record of a row that is not here (None: it is gone)."""
        super().__init__(table)
        self._table, self._fetched = table, fetched
        self.start: Callable[[Job], object] | None = None
        """Runs a job of the page; without it nothing can be typed."""
        self.reveal: Callable[[int], object] | None = None
        """Shows a column that a person has left out."""
        self.line = CellEditor(table.viewport())
        self._index = QPersistentModelIndex()
        self._row = self._column = -1
        self._record: R | None = None
        """What the row held when the line was opened: what is saved is meant against that."""
        self._is_old = self._is_going = False
        self._before, self._step = "", 0
        self.line.going.connect(self._go)
        self.line.dropped.connect(self.close)
        self.line.left.connect(self._leave)
        self.line.textEdited.connect(lambda _: self.line.say(""))
        table.verticalScrollBar().valueChanged.connect(self.place)
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.horizontalHeader().sectionResized.connect(self.place)
        table.row_height_changed.connect(self.place)

    @property
    def row(self) -> int:
        """Return the row that is typed into, or -1."""
        if self._record is None:
            return -1
        return self._index.row() if self._index.isValid() else self._row

    @property
    def column(self) -> int:
        """Return the column that is typed into, or -1."""
        return -1 if self._record is None else self._column

    def unsaved(self) -> str:
        """Return whose cell has something unsaved typed over it, or ""."""
        if self._record is None or self._is_same():
            return ""
        return self._edit_of(self._column).of(self._record)

    def may(self, row: int, column: int) -> bool:
        """Tell whether a cell may be typed into now."""
        edit, record = self._edit(column), self._table.rows.record(row)
        return bool(self.start and edit and record is not None and edit.may(record))

    def open_named(self, name: str) -> bool:
        """Type into the current row, in the column that is edited by that name."""
        columns = enumerate(self._table.columns)
        column = next(at for at, one in columns if one.edit and one.edit.name == name)
        row = self._table.currentIndex().row()
        if self.reveal and self._table.isColumnHidden(column) and self.may(row, column):
            self.reveal(column)
        return self.open(row, column)

    def open_at(self, where: QPoint) -> bool:
        """Type into the cell at a point of the list, if one may."""
        index = self._table.indexAt(where)
        return index.isValid() and self.open(index.row(), index.column())

    def open(self, row: int, column: int, typed: str = "") -> bool:
        """Type into a cell, over what is there or with `typed` in its place; False if one may not.

        A line with something unsaved in it stays where it is.
        """
        record = self._table.rows.record(row)
        if self.line.is_busy or record is None or not self.may(row, column):
            return False
        if (row, column) == (self.row, self._column):
            self.line.setFocus()
            self.line.insert(typed)  # a quick second digit was for the list when it was pressed
            return True
        if self._record is not None and not self._is_same():
            return False
        self._begin(row, column, record)
        if typed:
            self.line.setText(typed)
        return True

    def take(self, event: QKeyEvent) -> bool:
        """Begin by a key on the list: a digit, or Enter on a cell that may be typed into."""
        current, column, digit = self._table.currentIndex(), self._at_hand(), typed_text(event)
        if column < 0 or event.isAutoRepeat():
            return False
        if event.key() in _ENTER:
            return column == current.column() and self.open(current.row(), column)
        return digit.isascii() and digit.isdigit() and self.open(current.row(), column, digit)

    def close(self) -> None:
        """Close the line; what stands in it is not wanted, or saved."""
        had = self._has_keyboard()
        self._index, self._record = QPersistentModelIndex(), None
        if had:
            self._table.setFocus()
        self.line.close_up()

    def place(self) -> None:
        """Lay the line over its cell, wherever that is now."""
        if self._record is None:
            return
        self._row, table = self.row, self._table
        height = table.verticalHeader().defaultSectionSize()
        top = self._row * height - table.verticalScrollBar().value()
        left = table.columnViewportPosition(self._column)
        self.line.lay_over(QRect(left, top, table.columnWidth(self._column), height - 1))

    def mark(self, painter: QPainter, row: int, top: int, height: int, slots: list[Slot]) -> None:
        """Draw in a row where one may type."""
        painter.setPen(QPen(color("edge"), 1))
        painter.setBrush(paint.NO_BRUSH)
        painter.setRenderHint(paint.ANTIALIASED)
        for column, slot in enumerate(slots):
            if slot.width and self.may(row, column):
                box = QRectF(slot.left + 3.5, top + 4.5, slot.width - 7, height - 10)
                painter.drawRoundedRect(box, 6, 6)

    async def save(self) -> None:
        """Save what is typed, if it is another value, and go on; a refusal is said at the cell.

        A fast typist may have typed the next row by then: it is saved as well.
        """
        while self._is_going:
            self._is_going = False
            await self._save_row()

    async def _save_row(self) -> None:
        if self._record is None:
            return
        went_on = False
        try:
            if not self._is_same():
                await self._edit_of(self._column).save(self._meant(), self.line.text())
                self._before = self.line.text().strip()
            went_on = await self._go_on()
        except StoreError as refusal:
            self._is_old = isinstance(refusal, Conflict)
            self.line.say(refusal.sentence(spoken))
            self.line.setFocus()
        finally:
            self.line.release(wanted=went_on)

    def _meant(self) -> R:
        """Return what the typed is to replace: after a conflict, what stands there by now."""
        record = self._table.rows.record(self.row) if self._is_old else None
        self._record = record or self._record
        if self._record is None:
            raise Refused("nothing_chosen")
        return self._record

    async def _go_on(self) -> bool:
        """Open the line over the next row that may be typed into; close it where there is none."""
        at, edit = self.row, self._edit_of(self._column)
        if not self._has_keyboard():  # whoever has gone elsewhere meanwhile is not called back
            self._step = 0
        while self._step and 0 <= (at := at + self._step) < self._table.rows.rowCount():
            record = self._table.rows.record(at) or await self._fetched(at)
            if record is not None and edit.may(record):
                self._begin(at, self._column, record)
                return True
        self.close()
        return False

    def _begin(self, row: int, column: int, record: R) -> None:
        table, edit = self._table, self._edit_of(column)
        index = table.rows.index(row, column)
        table.setCurrentIndex(index)
        self._index, self._row, self._column = QPersistentModelIndex(index), row, column
        self._record, self._is_old = record, False
        self._before = edit.text(record)
        self.line.setAccessibleName(f"{table.columns[column].heading}: {edit.of(record)}")
        self.line.show_text(self._before, right=table.columns[column].style.right)
        self.place()

    def _go(self, step: int) -> None:
        self._step, self._is_going = step, True
        self.line.hold()
        if self.start:
            self.start(self.save)

    def _leave(self) -> None:
        if self._record is None:
            return
        if self._is_same():
            self.close()
        else:
            self._go(0)

    def _is_same(self) -> bool:
        return self.line.text().strip() == self._before

    def _has_keyboard(self) -> bool:
        return self._table.window().focusWidget() is self.line

    def _at_hand(self) -> int:
        """Return the column that a key means: the current one, or else the first; -1 if none."""
        current = self._table.currentIndex()
        columns = enumerate(self._table.columns)
        able = [at for at, one in columns if one.edit and not self._table.isColumnHidden(at)]
        if not current.isValid() or not able:
            return -1
        return current.column() if current.column() in able else able[0]

    def _edit(self, column: int) -> Edit[R] | None:
        return self._table.columns[column].edit if column >= 0 else None

    def _edit_of(self, column: int) -> Edit[R]:
        edit = self._edit(column)
        assert edit is not None  # noqa: S101 - the line was opened there
        return edit
