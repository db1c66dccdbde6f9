"""Make a long list whose rows can be ticked, for a command on several at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QTableView

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.model import Index
from storedesk.ui.kit.lists.selection import MOST
from storedesk.ui.kit.lists.source import Source
from storedesk.ui.kit.lists.table import CHOOSE, LongTable
from storedesk.ui.kit.lists.ticks import Ticks

R = TypeVar("R")
BOX_COLUMN = 40


class TickTable(LongTable[R]):
    """Space ticks the chosen rows, Ctrl+A all that match, Esc none; so does a click into a box.

    Several rows are chosen with Shift, to be ticked together. Another list begins unticked.
    """

    ticks_changed = Signal()
    """Other rows are ticked than before."""

    def __init__(self, columns: Sequence[Column[R]], source: Source[R], **manner: Any) -> None:
        """Take what `LongTable` takes; the boxes come before the first of `columns`."""
        self.ticks = Ticks()
        boxes = Column[R]("", self._word, CellStyle.TICK, BOX_COLUMN)
        super().__init__([boxes, *columns], source, **manner)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.header().ticked.connect(self._all_or_none)

    def ticked_count(self) -> int:
        """Return how many rows are ticked."""
        return self.ticks.count(len(self.list.vector))

    def meant(self, *, most: int) -> list[UUID]:
        """Return the keys that a command is about: the ticked rows, else the chosen one.

        Refused: nothing_chosen, and too_many beyond `most`.
        """
        if self.ticked_count():
            return self.ticks.of(self.list.vector, most=most)
        return [self.chosen_id()]

    def tick(self, keys: Iterable[UUID], *, ticked: bool = True) -> None:
        """Tick rows, or take their ticks away."""
        self.ticks.put(keys, ticked=ticked)
        self._tell_ticks()

    def untick(self) -> None:
        """Take all ticks away."""
        if self.ticked_count() or self.ticks.is_all:
            self.ticks.clear()
            self._tell_ticks()

    def tick_chosen(self) -> None:
        """Tick the chosen rows, or take their ticks away if all have one."""
        self._flip(self.chosen_ids())

    def setCurrentIndex(self, index: Index) -> None:
        """Choose a row alone, whatever is held down.

        Qt would ask: the Ctrl of Ctrl+T would take the row out of the choice, as that of a click.
        """
        self.selectionModel().setCurrentIndex(index, CHOOSE)

    def selectRow(self, row: int) -> None:
        """Choose a row alone, whatever is held down."""
        self.setCurrentIndex(self.first_of(row))

    def selectAll(self) -> None:
        """Tick everything that matches: a flag, since choosing a million rows takes Qt 17 s."""
        self.ticks.fill()
        self._tell_ticks()

    def press(self, event: QKeyEvent) -> None:
        """Do what a key does: Space, Ctrl+A and Esc are about ticks."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.ticked_count():
            self.untick()
        elif event.key() == Qt.Key.Key_Space:
            self.tick_chosen()
        else:
            super().press(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click into a box ticks that row, with Shift all from the current one."""
        index = self.indexAt(event.position().toPoint())
        is_tick = event.button() == Qt.MouseButton.LeftButton and index.column() == 0
        if not is_tick:
            super().mousePressEvent(event)
            return
        row, current = index.row(), self.currentIndex().row()
        is_range = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and current >= 0
        first, last = sorted((row, current if is_range else row))
        keys = self.list.vector.between(first, min(last + 1, first + MOST))
        self.tick(keys, ticked=not self.ticks.holds(self.list.vector.at(row)))
        self._choose_row(row)

    def _asking(self, wanted: Any) -> None:
        if wanted != self.wanted:
            self.untick()

    def _held_keys(self) -> set[UUID]:
        return super()._held_keys() | self.ticks.named()

    def _tell(self) -> None:
        self._tell_ticks()
        super()._tell()

    def _swapped(self, moved: Mapping[UUID, int]) -> None:
        self.ticks.keep(moved)

    def _flip(self, keys: list[UUID]) -> None:
        if keys:
            self.tick(keys, ticked=not all(map(self.ticks.holds, keys)))

    def _all_or_none(self) -> None:
        if self.ticked_count():
            self.untick()
        else:
            self.selectAll()

    def _word(self, record: R) -> str:
        return tr("Ticked") if self.ticks.holds(self.source.key(record)) else ""

    def _tell_ticks(self) -> None:
        count, length = self.ticked_count(), len(self.list.vector)
        self.header().show_tick(full=0 < count == length, half=0 < count < length)
        self.list.redraw()
        self.viewport().update()
        self.ticks_changed.emit()
