"""The base of every list: drawing, hovering, choosing, and a message where it is empty."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QToolTip

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.banner import EmptyState, Step
from storedesk.ui.kit.base.lookups import page_of
from storedesk.ui.kit.lists.columned import ColumnedView
from storedesk.ui.kit.lists.columns import Column, Scale, Shown
from storedesk.ui.kit.lists.copying import copy_table
from storedesk.ui.kit.lists.header import Header
from storedesk.ui.kit.lists.model import RowModel
from storedesk.ui.kit.lists.row_painter import (
    PaintedRow,
    Slot,
    draw_row,
    draw_waiting,
    is_cut,
    needed_width,
    text_of,
)
from storedesk.ui.kit.lists.selection import CappedSelection
from storedesk.ui.kit.looks.labels import is_copy, plain
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.theme import THEME
from storedesk.ui.kit.looks.tokens import Tone

R = TypeVar("R")
ROW = 40
INDENT = 48
"""Pixels from the left at which the menu key shows the menu of a row."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Grid(ColumnedView[R]):
    """A list of records, drawn by hand, of which a row can be chosen."""

    chosen_changed = Signal()
    opened = Signal(object)
    """A record was double-clicked, or Enter pressed on it."""
    menu_wanted = Signal(object)
    """What can be done with the chosen row is asked for: the QPoint on the screen to show it at."""
    row_height_changed = Signal()

    def __init__(
        self, model: RowModel[R], *, name: str, row_height: int = ROW, scale: Scale = Scale.LIST
    ) -> None:
        super().__init__()
        self.rows = model
        self.scale = scale
        self.columns: Sequence[Column[R]] = model.columns
        self.tone: Callable[[R], Tone | None] = lambda _: None
        """Marks rows that need attention: set it to a function of the record."""
        self._styles = [column.style for column in self.columns]
        self.hovered = -1
        self.is_copied_by_page = False
        """Whether Ctrl+C is the page's here, which copies what is ticked as well."""
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionModel(CappedSelection(model, self))
        self._dress(row_height)
        self.empty = EmptyState("")
        self.empty.setParent(self.viewport())
        self.empty.hide()
        THEME.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.selectionModel().currentRowChanged.connect(self._gone_to)

    def chosen(self) -> R:
        """Return the chosen record; `Refused("nothing_chosen")` where there is none."""
        record = self.chosen_or_none()
        if record is None:
            raise Refused("nothing_chosen")
        return record

    def chosen_or_none(self) -> R | None:
        """Return the chosen record, or None."""
        chosen = self.selectionModel().hasSelection() and self.currentIndex().isValid()
        return self.rows.record(self.currentIndex().row()) if chosen else None

    def say_empty(self, title: str, hint: str = "", steps: tuple[Step, ...] = ()) -> None:
        """Show words and what can be done in place of rows; "" takes them away."""
        self.empty.say(title, hint, steps)
        self.empty.setVisible(bool(title))
        self._place_empty()

    def set_row_height(self, height: int) -> None:
        """Make the rows so high (at the usual text size); the first one in sight stays it.

        The current one stays in sight, too.
        """
        height = target(height)
        upright, bar = self.verticalHeader(), self.verticalScrollBar()
        sight, value = self.rows_in_sight(), bar.value() * height // upright.defaultSectionSize()
        upright.setDefaultSectionSize(height)
        bar.setSingleStep(height)
        self.updateGeometries()
        bar.setValue(value)
        if self.currentIndex().row() in sight:
            self.scrollTo(self.currentIndex())
        self.row_height_changed.emit()
        self.viewport().update()

    def rows_in_sight(self) -> range:
        """Return the rows of which something is to be seen."""
        height = self.verticalHeader().defaultSectionSize()
        first = self.verticalScrollBar().value() // height
        last = (self.verticalScrollBar().value() + self.viewport().height()) // height
        return range(first, min(last + 1, self.rows.rowCount()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answer Qt: draw the rows that this part of the window needs."""
        painter = QPainter(self.viewport())
        height = self.verticalHeader().defaultSectionSize()
        offset = self.verticalScrollBar().value()
        first = (event.rect().top() + offset) // height
        last = min((event.rect().bottom() + offset) // height, self.rows.rowCount() - 1)
        slots = self.slots()
        for row in range(first, last + 1):
            self._draw(painter, row, row * height - offset, height, slots)
        painter.end()

    def is_chosen(self, row: int) -> bool:
        """Tell whether a row is drawn as chosen."""
        return self.selectionModel().isSelected(self.rows.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: share out the room."""
        super().resizeEvent(event)
        self.share_room()
        self._place_empty()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: the row under the mouse is lit."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Answer Qt: no row is lit."""
        super().leaveEvent(event)
        self._hover(-1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: open the record."""
        super().mouseDoubleClickEvent(event)
        self.open_chosen()

    def event(self, event: QEvent) -> bool:
        """Answer Qt: Ctrl+C copies the row chosen here, not that of the list of the page."""
        if is_copy(event) and not self.is_copied_by_page:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: a key is for the chosen row; behind a scan, for the row that it chooses."""
        page = page_of(self)
        if page and page.is_looking_up:
            page.behind_scan(partial(self.press, event.clone()))
        else:
            self.press(event)

    def press(self, event: QKeyEvent) -> None:
        """Do what a key does: Enter opens, the arrows and Home and End move."""
        key = event.key()
        if key in _ENTER and not event.isAutoRepeat():
            self.open_chosen()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.rows.rowCount():
            last = self.rows.rowCount() - 1
            super().setCurrentIndex(self.first_of(0 if key == Qt.Key.Key_Home else last))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        else:
            super().keyPressEvent(event)

    def copy_chosen(self) -> None:
        """Copy what the chosen row says, with the headings: Qt would copy one cell."""
        cells = self.rows.cells(self.currentIndex().row()) if self.chosen_or_none() else None
        if cells:
            shown = self.chosen_columns()
            said = [text_of(cells[self.columns.index(one)][1]) for one in shown]
            copy_table([one.heading for one in shown], [said])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Answer Qt: a right click chooses its row first; the menu key is about the chosen one."""
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.ask_for_menu()
        elif (index := self.indexAt(event.pos())).isValid():
            self._choose_for_menu(index)
            self.menu_wanted.emit(self.viewport().mapToGlobal(event.pos()))

    def ask_for_menu(self) -> None:
        """Ask for the menu of the chosen row, below it."""
        index = self.currentIndex()
        if index.isValid():
            self._choose_for_menu(index)
            self.scrollTo(index)
            below = self.rowViewportPosition(index.row()) + self.rowHeight(index.row()) - 1
            self.menu_wanted.emit(self.viewport().mapToGlobal(QPoint(INDENT, below)))

    def keyboardSearch(self, search: str) -> None:
        """Answer Qt: letters look for nothing here, since Qt would read a million rows for one."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Answer Qt: a tooltip where words are cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._tooltip(index), self)
            return True
        return super().viewportEvent(event)

    def _draw(self, painter: QPainter, row: int, top: int, height: int, slots: list[Slot]) -> None:
        cells = self.rows.cells(row)
        if cells is None:
            draw_waiting(painter, PaintedRow(top, height), slots, self._styles)
            return
        record = self.rows.record(row)
        tone = self.tone(record) if record is not None else None
        drawn = PaintedRow(top, height, self.is_chosen(row), row == self.hovered, tone, self.scale)
        draw_row(painter, drawn, slots, cells)
        for at, (style, shown) in enumerate(cells):
            column = self.columns[at]
            if (style.right or not column.grow) and slots[at].width:
                needed = needed_width(column, shown, height, self.scale)
                if needed > slots[at].width:
                    self.need(at, needed)

    def _tooltip(self, index: QModelIndex) -> str:
        cells = self.rows.cells(index.row()) if index.isValid() else None
        if cells is None:
            return ""
        shown: Shown = cells[index.column()][1]
        width = self.horizontalHeader().sectionSize(index.column())
        height = self.verticalHeader().defaultSectionSize()
        cut = is_cut(self.columns[index.column()], shown, width, height, self.scale)
        return plain(text_of(shown)) if cut else ""

    def _choose_for_menu(self, index: QModelIndex) -> None:
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)

    def open_chosen(self) -> None:
        """Do what Enter does with the chosen row."""
        record = self.chosen_or_none()
        if record is not None:
            self.opened.emit(record)

    def _gone_to(self, current: QModelIndex, _: QModelIndex) -> None:
        """Tell that another of several chosen rows is the one that commands are about."""
        if self.selectionModel().isSelected(current):
            self.chosen_changed.emit()

    def _hover(self, row: int) -> None:
        for changed in {self.hovered, row} - {-1}:
            top = self.rowViewportPosition(changed)
            self.viewport().update(QRect(0, top, self.viewport().width(), self.rowHeight(changed)))
        self.hovered = row

    def _place_empty(self) -> None:
        self.empty.setGeometry(self.viewport().rect())

    def _dress(self, row_height: int) -> None:
        self.setHorizontalHeader(Header(self.columns, self))
        upright = self.verticalHeader()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultSectionSize(target(row_height))
        upright.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(target(row_height))
