"""A short list of painted rows that never takes the keyboard from the entry field."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.looks.labels import plain
from storedesk.ui.kit.looks.sizes import pressed

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
DISPLAY = Qt.ItemDataRole.DisplayRole
READ = Qt.ItemDataRole.AccessibleTextRole
TIP = Qt.ItemDataRole.ToolTipRole

Paint: TypeAlias = Callable[[QPainter, QRectF, R, bool], None]
"""Draws a record into a box; the last argument tells whether it is the current one."""
Height: TypeAlias = int | Callable[[Any], int]
"""Pixels of a row, the same for all or by its record."""


class Rows(QAbstractListModel, Generic[R]):
    """Records, one a row, and how each is read out."""

    def __init__(self, text: Callable[[R], str]) -> None:
        super().__init__()
        self.records: Sequence[R] = ()
        self._text = text

    def replace(self, records: Sequence[R]) -> None:
        """Show `records` instead; rows are only made anew when there are more or fewer."""
        if len(records) == len(self.records):
            self.records = records
            if records:
                self.dataChanged.emit(self.index(0), self.index(len(records) - 1))
            return
        self.beginResetModel()
        self.records = records
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Answer Qt: how many rows."""
        return 0 if parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Answer Qt: a row's words, for screen readers and tooltips."""
        if not index.isValid() or role not in {DISPLAY, READ, TIP}:
            return None
        text = self._text(self.records[index.row()])
        return plain(text) if role == TIP else text


class RowList(QListView, Generic[R]):
    """Shows records; one is current, a click or a tap takes it."""

    taken = Signal(object)
    """The record that was clicked."""
    moved = Signal()
    """Rows stand elsewhere than before, or another one is the current."""

    def __init__(
        self, paint: Paint[R], *, height: Height, text: Callable[[R], str], name: str
    ) -> None:
        """`text` reads a record out, `name` what the list is, both to a screen reader.

        Where rows are not all of one height, the list begins with a whole one, and shows no other.
        """
        super().__init__()
        self.rows = Rows(text)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self, self.rows, paint, height))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        is_even = isinstance(height, int)
        self.setUniformItemSizes(is_even)
        self.setMouseTracking(True)
        modes = QListView.ScrollMode
        self.setVerticalScrollMode(modes.ScrollPerPixel if is_even else modes.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self.clicked.connect(lambda index: self.taken.emit(self.rows.records[index.row()]))

    def show_records(self, records: Sequence[R], current: int = -1) -> None:
        """Show `records`, the one numbered `current` chosen and in sight; -1 chooses none."""
        self.rows.replace(records)
        self.choose(current)
        self.viewport().update()

    def choose(self, row: int) -> None:
        """Make a row the current one, and bring it into sight."""
        self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: the current row stays in sight when a message takes some of the room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
        self.moved.emit()

    def current(self) -> R | None:
        """Return the current record."""
        row = self.currentIndex().row()
        return self.rows.records[row] if 0 <= row < len(self.rows.records) else None

    def go(self, by: int) -> None:
        """Make the row `by` further down the current one; stops at both ends."""
        if self.rows.records:
            row = self.currentIndex().row() + by
            self.choose(min(max(row, 0), len(self.rows.records) - 1))
            self.tell()

    def tell(self, before: str = "") -> None:
        """Have a screen reader say the current row: the keyboard is never in this list.

        `before` is said first.
        """
        read = self.rows.data(self.currentIndex(), READ)
        announce(self, ": ".join(filter(None, (before, read))))


class _Painter(QStyledItemDelegate):
    """Lets the list's own function draw each row."""

    def __init__(
        self, parent: RowList[Any], rows: Rows[Any], paint: Paint[Any], height: Height
    ) -> None:
        super().__init__(parent)
        self._list, self._rows, self._paint, self._height = parent, rows, paint, height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Answer Qt: draw a row; of rows of several heights, none that is cut."""
        is_cut = option.rect.bottom() > self._list.viewport().rect().bottom()
        if is_cut and not isinstance(self._height, int):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(option.rect), self._rows.records[index.row()], chosen)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Answer Qt: as high as its record wants."""
        height = self._height
        if not isinstance(height, int):
            height = height(self._rows.records[index.row()])
        return QSize(0, pressed(height))
