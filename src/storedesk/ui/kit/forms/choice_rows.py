"""Draw the lines of a list of choices, with what was looked for marked in them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from storedesk.domain.values.folding import found_parts
from storedesk.ui.kit.forms.entries import Entries
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.keys import written
from storedesk.ui.kit.looks.sizes import pressed, px
from storedesk.ui.kit.looks.theme import color, pixmap

INDENT = 20
"""Pixels that a tree goes in for each level."""
ICON = 14
ENTER = "Return"
EDGE = 10
ROUND = paint.RADIUS - 2


class ChoiceRows:
    """Draws the entries of one list."""

    def __init__(self, widget: QWidget, entries: Entries, chosen: int) -> None:
        self._widget, self._entries, self._chosen = widget, entries, chosen
        self.words = ""
        """What is looked for."""
        self.hits = frozenset[int]()
        """The rows that have it; where there are some, the others are only what they lie in."""
        self.open: set[int] = set()
        """The rows that show what lies in them."""

    def indent(self, row: int) -> int:
        """Return how far a row stands in, in pixels."""
        depth = len(self._entries.chain(row)) if self._entries.is_tree else 0
        return EDGE + depth * INDENT

    def read(self, row: int) -> str:
        """Return what a row says."""
        one = self._entries.all[row]
        return f"{one.name}, {one.remark}" if one.remark else one.name

    def width(self) -> int:
        """Return what the rows of the beginning need, so that few names are cut."""
        metrics = paint.style(13, theme.DEMIBOLD)[1]
        names = (
            self.indent(row) + metrics.horizontalAdvance(self.read(row))
            for row in range(min(60, len(self._entries.all)))
        )
        room = 2 * EDGE + ICON + round(paint.cap_width(written(ENTER))) + 24
        return round(max(names, default=0)) + room + (INDENT if self._entries.is_tree else 0)

    def draw(self, painter: QPainter, box: QRectF, row: int, is_current: bool) -> None:  # noqa: FBT001
        """Draw a row: arrow, name, remark, and at its end what Enter does."""
        one = self._entries.all[row]
        if is_current:
            painter.setPen(paint.NO_PEN)
            painter.setBrush(color("selection"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), ROUND, ROUND)
        x = box.left() + self.indent(row)
        if self._entries.is_tree:
            self._draw_arrow(painter, box, row, x)
            x += INDENT
        right = self._draw_end(painter, box, row, is_current=is_current)
        is_parent = not one.can_be_taken or (bool(self.words) and row not in self.hits)
        words = "" if is_parent else self.words
        ink, weight = (
            "muted" if is_parent else "text",
            theme.MEDIUM if is_current else theme.REGULAR,
        )
        room = QRectF(x, box.top(), right - x, box.height())
        x = draw_found(painter, room, one.name, words, (13, weight, ink))
        if one.remark and right - x > 2 * INDENT:
            room = QRectF(x + EDGE, box.top(), right - x - EDGE, box.height())
            draw_found(painter, room, one.remark, words, (12, theme.REGULAR, "muted"))

    def _draw_arrow(self, painter: QPainter, box: QRectF, row: int, x: float) -> None:
        if row in self._entries.filled:
            is_open = bool(self.words) or row in self.open
            self._draw_icon(painter, box, x - 2, "chevron-down" if is_open else "chevron-right")

    def _draw_end(self, painter: QPainter, box: QRectF, row: int, *, is_current: bool) -> float:
        """Draw what stands at the end of a row, and return where its words have to end."""
        right = box.right() - 8
        if is_current:
            right -= paint.cap_width(written(ENTER))
            paint.cap(
                painter, QPointF(right, box.center().y() - paint.cap_height() / 2), written(ENTER)
            )
            right -= 8
        if row == self._chosen:
            right -= ICON
            self._draw_icon(painter, box, right, "check", "accent")
            right -= 8
        return right

    def _draw_icon(
        self, painter: QPainter, box: QRectF, x: float, name: str, ink: str = "muted"
    ) -> None:
        drawn = pixmap(name, ink, ICON, self._widget.devicePixelRatioF())
        painter.drawPixmap(QPointF(x, box.center().y() - ICON / 2), drawn)


def new_height() -> int:
    """Return how high the line is that makes what is not there."""
    return pressed(42)


class NewLine(QWidget):
    """The last line of a list of choices: it makes what is not there."""

    taken = Signal()
    KEY = "Ctrl+Return"

    def __init__(self) -> None:
        super().__init__()
        self.text, self.is_current = "", False
        self.setFixedHeight(new_height())
        self.setMouseTracking(True)

    def say(self, text: str) -> None:
        """Show what is made; nothing for ""."""
        self.text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def be_current(self, is_so: bool) -> None:  # noqa: FBT001 - the one thing it is told
        """Be what Enter does, or not."""
        self.is_current = is_so
        self.update()

    def width_of_text(self) -> int:
        """Return how wide the line is with all of its words, in pixels."""
        words = paint.style(13, theme.MEDIUM)[1].horizontalAdvance(self.text)
        return round(words + paint.cap_width(written(self.KEY))) + 32 + 24

    def sizeHint(self) -> QSize:
        """Answer Qt: as high as it is drawn."""
        return QSize(0, new_height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click or a tap makes it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.taken.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a hairline, a plus, the words and the key."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect()).adjusted(0, 7, 0, 0)
        painter.fillRect(QRectF(0, 3, self.width(), 1), color("line"))
        if self.is_current or self.underMouse():
            painter.setPen(paint.NO_PEN)
            painter.setBrush(color("selection"))
            painter.drawRoundedRect(box, ROUND, ROUND)
        drawn = pixmap("plus", "accent", ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(10, box.center().y() - ICON / 2), drawn)
        cap = written(ENTER if self.is_current else self.KEY)
        right = box.right() - 8 - paint.cap_width(cap)
        paint.cap(painter, QPointF(right, box.center().y() - paint.cap_height() / 2), cap)
        room = QRectF(32, box.top(), right - 40, box.height())
        draw_found(painter, room, self.text, "", (13, theme.MEDIUM, "text"))


def draw_found(
    painter: QPainter, box: QRectF, text: str, words: str, style: tuple[int, QFont.Weight, str]
) -> float:
    """Draw `text` on one line, what `words` find in it marked; return where it ends.

    `style` is the size in pixels, the weight and the color of what is not marked.
    """
    size, weight, ink = style
    shown = paint.elided(text, int(box.width()), size, weight, False)  # noqa: FBT003
    x, at = box.left(), 0
    for begin, end in [*(found_parts(words, shown) if words else []), (len(shown), len(shown))]:
        x = _draw_piece(painter, box, x, shown[at:begin], style)
        if begin < end:
            x = _draw_mark(painter, box, x, shown[begin:end], (size, theme.DEMIBOLD, ink))
        at = end
    return x


def _draw_mark(
    painter: QPainter, box: QRectF, x: float, text: str, style: tuple[int, QFont.Weight, str]
) -> float:
    advance = paint.style(*style[:2])[1].horizontalAdvance(text)
    painter.setPen(paint.NO_PEN)
    painter.setBrush(color("warn_tint"))
    painter.drawRoundedRect(QRectF(x - 1, box.center().y() - px(9), advance + 2, px(18)), 3, 3)
    return _draw_piece(painter, box, x, text, style)


def _draw_piece(
    painter: QPainter, box: QRectF, x: float, text: str, style: tuple[int, QFont.Weight, str]
) -> float:
    size, weight, ink = style
    face, metrics = paint.style(size, weight)
    painter.setFont(face)
    painter.setPen(color(ink))
    painter.drawText(QPointF(x, paint.baseline(box, metrics)), text)
    return x + metrics.horizontalAdvance(text)
