"""Show what a list comes to, below its columns."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.kit.lists.row_painter import PADDING, text_of
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color

R = TypeVar("R")
HEIGHT = 40
FACE = (13, theme.DEMIBOLD)


class TotalsFoot(QWidget, Generic[R]):
    """The last line of a table, which stays in sight: a record as the columns write it."""

    def __init__(self, table: LongTable[R]) -> None:
        super().__init__()
        self._table = table
        self.record: R | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = table.horizontalHeader()
        for signal in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            signal.connect(self.update)

    def show_record(self, record: R | None) -> None:
        """Show what all rows come to."""
        self.record = record
        self.setAccessibleName(", ".join(f"{head} {words}" for head, words in self.said()))
        self.update()

    def said(self) -> list[tuple[str, str]]:
        """Return the headings and what stands below them, of all columns that are wanted."""
        if self.record is None:
            return []
        shown = ((one.heading, text_of(one.value(self.record))) for one in self._columns())
        return [(heading, words) for heading, words in shown if words]

    def sizeHint(self) -> QSize:
        """Answer Qt: one line."""
        return QSize(px(200), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw each figure below its column."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, color("line"))
        if self.record is None:
            return
        for column, slot in zip(self._table.columns, self._table.slots(), strict=True):
            if not slot.width:
                continue
            words = text_of(column.value(self.record))
            box = QRectF(slot.left, 0, slot.width, self.height())
            right = box.right() - PADDING
            if column.style.right:
                paint.ending_at(painter, box, right, words, FACE, "text")
            else:
                inner = box.adjusted(PADDING, 0, 0, 0)
                paint.beginning_at(painter, inner, right, words, FACE, "text")

    def _columns(self) -> list[Any]:
        return self._table.chosen_columns()
