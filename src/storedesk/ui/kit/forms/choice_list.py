"""Show what a chooser offers, in a list that opens over the window."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.forms.choice_place import ListPlace
from storedesk.ui.kit.forms.choice_rows import INDENT, ChoiceRows, NewLine, new_height
from storedesk.ui.kit.forms.entries import UNFOLDED, Entries
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import pressed, px
from storedesk.ui.kit.looks.theme import color

ROW_HEIGHT = 34
MOST_ROWS = 10
LEAST_ROWS = 5
"""Rows that are shown at least; where the window has no room for them, the list leaves it."""
EDGE = 6
"""Pixels between the frame and the rows."""
SHADOW = 14
LEAST_WIDTH, WIDEST = 220, 460


class ChoiceList(QWidget):
    """Rows below a field that keeps the keyboard; one of them is current."""

    taken = Signal(int)
    """The row that was clicked."""
    new_taken = Signal()
    """The last line, which makes something."""

    def __init__(self, field: QWidget, entries: Entries, chosen: int) -> None:
        super().__init__(field.window())
        self._field, self._entries, self._chosen = field, entries, chosen
        self._rows = ChoiceRows(self, entries, chosen)
        self._rows.open = self._first_open()
        self._width = max(px(LEAST_WIDTH), self._rows.width() + 2 * EDGE)
        self.list = RowList[int](
            self._rows.draw, height=ROW_HEIGHT, text=self._rows.read, name=tr("Choices")
        )
        self.list.taken.connect(self._clicked)
        self.list.setMouseTracking(True)
        self.list.entered.connect(lambda index: self.choose(index.row()))
        self.new = NewLine()
        self.new.taken.connect(self.new_taken)
        self.new.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.list)
        self._column.addWidget(self.new)
        self._stand()
        self.show_words("")
        self.list.scrollTo(self.list.currentIndex(), RowList.ScrollHint.PositionAtCenter)

    def show_words(self, words: str, making: str = "") -> None:
        """Show what `words` find, all for ""; `making` stands in the last line, which makes it."""
        self._rows.words = words
        if words:
            found = self._entries.find(words)
            rows, self._rows.hits, current = found.rows, found.hits, found.best
        else:
            rows, self._rows.hits = self._entries.unfolded(self._rows.open), frozenset()
            first = next((row for row in rows if self._entries.can_take(row)), -1)
            current = self._chosen if self._chosen in rows else first
        self._show(rows, current)
        self.tell_making(making)

    def tell_making(self, making: str) -> None:
        """Say in the last line what would be made; it is current where nothing is found."""
        self.new.say(making)
        self.new.be_current(bool(making) and self.current() < 0)
        self._place()

    def current(self) -> int:
        """Return the current entry's row; -1 where there is none or the last line is."""
        row = self.list.currentIndex().row()
        return self.list.rows.records[row] if row >= 0 else -1

    def choose(self, at: int) -> None:
        """Make the line numbered `at` the current one."""
        self.new.be_current(is_so=False)
        self.list.choose(at)
        if QAccessible.isActive():
            event = QAccessibleEvent(self.list, QAccessible.Event.Focus)
            event.setChild(at)
            QAccessible.updateAccessibility(event)

    def go(self, by: int) -> None:
        """Go up or down, through what fits; the line that makes something is the last one."""
        records, at = self.list.rows.records, self.list.currentIndex().row()
        if self.new.is_current:
            at = len(records)
        steps = range(at + 1, len(records)) if by > 0 else range(at - 1, -1, -1)
        hits, can_take = self._rows.hits, self._entries.can_take
        fitting = [
            one for one in steps if can_take(records[one]) and (not hits or records[one] in hits)
        ]
        if fitting:
            self.choose(fitting[min(abs(by), len(fitting)) - 1])
        elif by > 0 and not self.new.isHidden():
            self.list.choose(-1)
            self.new.be_current(is_so=True)

    def fold(self, *, is_open: bool) -> bool:
        """Show or hide what lies in the current row; tell whether there was anything to do."""
        row = self.current()
        if self._rows.words or row < 0 or not self._entries.is_tree:
            return False
        if is_open and row in self._entries.filled and row not in self._rows.open:
            self._rows.open.add(row)
        elif not is_open and row in self._rows.open:
            self._rows.open.discard(row)
        elif not is_open and self._entries.above[row] >= 0:
            row = self._entries.above[row]
        else:
            return False
        self._show(self._entries.unfolded(self._rows.open), row)
        self._place()
        return True

    def holds(self, at: QPoint) -> bool:
        """Tell whether a point of the screen is in the list."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: outside of the window its corners are cut off: not all screens see through."""
        super().resizeEvent(event)
        if self._where.is_outside:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), paint.RADIUS, paint.RADIUS)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a card with its shadow."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        frame = QRectF(self.rect()).adjusted(self._shade, self._shade, -self._shade, -self._shade)
        if self._shade:
            paint.shadow(painter, frame, self._shade)
        painter.setPen(QPen(color("edge"), 1))
        painter.setBrush(color("card"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), paint.RADIUS, paint.RADIUS)
        if not (self.list.rows.records or self.new.text):
            face, metrics = paint.style(13, theme.REGULAR)
            painter.setFont(face)
            painter.setPen(color("muted"))
            line = frame.adjusted(EDGE + 10, 0, 0, 0)
            painter.drawText(QPointF(line.left(), paint.baseline(line, metrics)), self._nothing())

    @property
    def _shade(self) -> int:
        return 0 if self._where.is_outside else SHADOW

    def _nothing(self) -> str:
        return (
            tr("Nothing matches “{words}”").format(words=self._rows.words)
            if self._rows.words
            else ""
        )

    def _first_open(self) -> set[int]:
        """Unfold all of a small tree; of a large one what leads to the chosen row."""
        filled = self._entries.filled
        return set(
            filled if len(self._entries.all) <= UNFOLDED else self._entries.chain(self._chosen)
        )

    def _show(self, rows: Sequence[int], current: int) -> None:
        self.new.be_current(is_so=False)
        rows = list(rows)
        at = rows.index(current) if current in rows else -1
        self.list.show_records(rows, at)

    def _clicked(self, row: int) -> None:
        at = self.list.viewport().mapFromGlobal(self.list.cursor().pos())
        is_arrow = row in self._entries.filled and at.x() < self._rows.indent(row) + INDENT
        if is_arrow and not self._rows.words and self._entries.is_tree:
            self.fold(is_open=row not in self._rows.open)
        elif self._entries.can_take(row):
            self.taken.emit(row)

    # ---------- where it stands

    def _stand(self) -> None:
        """Find a place; a window that is too small is left."""
        lines = len(self._entries.all) + 1
        least = min(lines, LEAST_ROWS) * pressed(ROW_HEIGHT) + 2 * EDGE
        wanted = min(lines, MOST_ROWS) * pressed(ROW_HEIGHT) + 2 * EDGE
        self._where = ListPlace.of(self._field, least, wanted)
        if self._where.is_outside:
            kind = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint
            self.setParent(self._field.window(), kind | Qt.WindowType.NoDropShadowWindowHint)
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        inset = self._shade + EDGE
        self._column.setContentsMargins(inset, inset, inset, inset)

    def _place(self) -> None:
        count = len(self.list.rows.records)
        extra = 2 * EDGE + (0 if self.new.isHidden() else new_height())
        most = max(1, min(MOST_ROWS, (self._where.room - extra) // pressed(ROW_HEIGHT)))
        is_bare = not count and self.new.isHidden()
        rows = min(max(count, int(is_bare)), most) * pressed(ROW_HEIGHT)
        self.list.setFixedHeight(rows)
        self._width = max(self._width, self.new.width_of_text() + 2 * EDGE)
        width = min(px(WIDEST), self._width)
        box, shade = self._where.box(width, rows + extra), self._shade
        self.setGeometry(box.adjusted(-shade, -shade, shade, shade))
        self.update()
