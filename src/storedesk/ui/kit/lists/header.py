"""Draw the headings of a list, with an arrow on the column that sorts it."""

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from storedesk.ui.kit.lists.columns import CellStyle, Column, Sort
from storedesk.ui.kit.lists.row_painter import PADDING
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.theme import color, pixmap

HEIGHT = 32
ARROW = 14
GRIP = 4
"""Pixels beside the edge of a column by which it is taken."""


class Header(QHeaderView):
    """Draws headings, and tells when a person asks for another order."""

    sorted = Signal(object)
    """The Sort that is wanted."""
    ticked = Signal()
    """The box over all rows was pressed."""
    arranged = Signal(int)
    """A person has sized this column, or moved one: -1."""
    usual_wanted = Signal(int)
    """The edge of this column was double-clicked."""
    menu_wanted = Signal(object)
    """A person asks for the columns: the QPoint on the screen to show them at."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.order: Sort | None = None
        self._tick = (False, False)
        self._held: int | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(target(HEIGHT))
        self.setMouseTracking(True)
        self.sectionClicked.connect(self._ask)

    def let_arrange(self, *, fixed: int) -> None:
        """Let a person size and move the columns, but for the first `fixed`."""
        for at in range(fixed, len(self._columns)):
            self.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(fixed == 0)
        self.sectionMoved.connect(lambda *_: self.arranged.emit(-1))
        self.sectionResized.connect(self._resized)

    def needed_width(self, section: int) -> int:
        """Return how wide a column has to be for its heading and the arrow beside it."""
        column = self._columns[section]
        advance = paint.style(12, theme.DEMIBOLD)[1].horizontalAdvance(column.heading)
        return math.ceil(advance) + 2 * PADDING + (ARROW + 3 - PADDING if column.sort else 0)

    def show_order(self, order: Sort | None) -> None:
        """Show the arrow at that column."""
        self.order = order
        self.viewport().update()

    def show_tick(self, *, full: bool, half: bool) -> None:
        """Show whether all rows are ticked, or some."""
        self._tick = (full, half)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Answer Qt: one height everywhere."""
        return QSize(0, target(HEIGHT))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a hand over what can be sorted."""
        at = self.logicalIndexAt(event.position().toPoint())
        column = self._columns[at] if at >= 0 else None
        sortable = column is not None and (bool(column.sort) or column.style is CellStyle.TICK)
        shape = Qt.CursorShape.PointingHandCursor if sortable else Qt.CursorShape.ArrowCursor
        if self._at_edge(round(event.position().x())) is not None:
            shape = Qt.CursorShape.SplitHCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: from here on sizes are a person's."""
        self._held = -1
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a column that was sized has its width now."""
        super().mouseReleaseEvent(event)
        held, self._held = self._held, None
        if held is not None and held >= 0:
            self.arranged.emit(held)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: an edge gives its column the usual width; Qt would measure other words."""
        section = self._at_edge(round(event.position().x()))
        if section is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.usual_wanted.emit(section)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Answer Qt: a right click asks for the columns."""
        self.menu_wanted.emit(event.globalPos())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Answer Qt: draw one heading."""
        column = self._columns[logicalIndex]
        painter.fillRect(rect, color("card"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))
        if column.style is CellStyle.TICK:
            corner = QPointF(
                rect.left() + PADDING, rect.top() + (rect.height() - paint.box_size()) / 2
            )
            paint.box(painter, corner, full=self._tick[0], half=self._tick[1])
            return
        face, metrics = paint.style(12, theme.DEMIBOLD)
        is_order = self.order is not None and bool(column.sort) and column.sort == self.order.by
        ink = "text" if is_order else "muted"
        text = metrics.elidedText(column.heading, paint.ELIDE, rect.width() - 2 * PADDING)
        advance = metrics.horizontalAdvance(text)
        x = rect.left() + PADDING
        if column.style.right:
            x = rect.right() + 1 - PADDING - round(advance)
        painter.setFont(face)
        painter.setPen(color(ink))
        painter.drawText(QPointF(x, paint.baseline(QRectF(rect), metrics)), text)
        if is_order:
            left = x - ARROW - 3 if column.style.right else x + advance + 3
            self._paint_arrow(painter, round(left), rect)

    def _paint_arrow(self, painter: QPainter, left: int, rect: QRect) -> None:
        name = "arrow-down" if self.order and self.order.descending else "arrow-up"
        top = rect.center().y() - ARROW // 2 + 1
        drawn = pixmap(name, "accent", ARROW, self.devicePixelRatioF())
        painter.drawPixmap(left, top, drawn)

    def _resized(self, section: int, *_: int) -> None:
        if self._held is not None:
            self._held = section

    def _at_edge(self, x: int) -> int | None:
        """Return the column that can be taken by its right edge here, or None."""
        edges = {
            at: self.sectionViewportPosition(at) + self.sectionSize(at)
            for at in range(self.count())
            if self.sectionResizeMode(at) == QHeaderView.ResizeMode.Interactive
            and not self.isSectionHidden(at)
        }
        return next((at for at, edge in edges.items() if abs(x - edge) <= GRIP), None)

    def _ask(self, section: int) -> None:
        if self._columns[section].style is CellStyle.TICK:
            self.ticked.emit()
            return
        by = self._columns[section].sort
        if not by:
            return
        again = self.order is not None and self.order.by == by
        self.sorted.emit(Sort(by, descending=again and not (self.order and self.order.descending)))
