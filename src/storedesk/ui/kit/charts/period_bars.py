"""Show amounts beside each other, such as days: bars, and a line of what they are compared with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.charts import plot
from storedesk.ui.kit.charts.axis import steps_of
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color

NONE = -1
DOTS = 62
"""With more bars the line has no dots: they would lie over each other."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CARD, LINE, INSET = 220, 20, 12
"""Widest card and height of its lines in pixels, and what is around them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands below it, its amount, what it is compared with, and its card."""

    below: str
    amount: Decimal
    then: Decimal | None
    card: tuple[tuple[str, str], ...]
    """Lines of words and a figure at their right; the first one is its name."""
    is_running: bool = False
    """Whether it is not finished."""
    is_apart: bool = False
    """Whether it stands on another ground, as a weekend does."""

    @property
    def spoken(self) -> str:
        """All of its card in words."""
        return ", ".join(" ".join(part for part in line if part) for line in self.card)


class PeriodBars(QWidget):
    """A chart of bars. Arrow keys and the pointer choose one and show its card; Enter opens it."""

    accessible_role: ClassVar = QAccessible.Role.Slider
    """What screen readers know of it: Left and Right choose, and what is chosen is announced."""

    opened = Signal(int)
    """The bar of that number is to be opened."""

    def __init__(self, axis: Callable[[Decimal], str]) -> None:
        """Take how a line of the axis is written."""
        super().__init__()
        self._axis = axis
        self.bars: Sequence[Bar] = ()
        self.has_line = True
        """Whether what is compared is a line: of what has no order there are dots alone."""
        self.chosen = NONE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars; the chosen one stays chosen while there are as many."""
        if len(bars) != len(self.bars):
            self.chosen = NONE
        self.bars = bars
        self.setAccessibleDescription("; ".join(bar.spoken for bar in bars))
        self.update()

    def choose(self, at: int) -> None:
        """Choose a bar, or NONE."""
        if at != self.chosen:
            self.chosen = at
            if at != NONE and self.hasFocus():
                announce(self, self.bars[at].spoken)
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: room for an axis and some bars."""
        return QSize(px(240), px(120))

    def sizeHint(self) -> QSize:
        """Answer Qt: higher where there is room."""
        return QSize(px(480), px(180))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Left, Right, Home and End choose, Enter opens, Escape leaves."""
        key, last = Qt.Key(event.key()), len(self.bars) - 1
        if not self.bars:
            super().keyPressEvent(event)
        elif key in STEPS and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        }:  # fmt: skip
            begun = self.chosen if self.chosen != NONE else last + 1 if STEPS[key] < 0 else -1
            self.choose(min(max(begun + STEPS[key], 0), last))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(0 if key == Qt.Key.Key_Home else last)
        elif key in ENTER and self.chosen != NONE:
            self.opened.emit(self.chosen)
        elif key == Qt.Key.Key_Escape and self.chosen != NONE:
            self.choose(NONE)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: the bar under the pointer is chosen."""
        self.choose(self._at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: as a finger has no pointer, a touch chooses a bar too."""
        self.choose(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: open the bar."""
        if (at := self._at(event.position())) != NONE:
            self.opened.emit(at)

    def leaveEvent(self, event: QEvent) -> None:
        """Answer Qt: the pointer is elsewhere."""
        if not self.hasFocus():
            self.choose(NONE)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: ground and axis, bars, the line over them, words below, and the card."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        ground, steps = self._plot(), self._steps()
        slots = [self._slot(ground, at) for at in range(len(self.bars))]
        for bar, slot in zip(self.bars, slots, strict=True):
            if bar.is_apart:
                painter.fillRect(slot, color("page"))
        plot.draw_axis(painter, ground, steps, self._axis)
        for at, (bar, slot) in enumerate(zip(self.bars, slots, strict=True)):
            box = plot.bar_in(slot, bar.amount, steps[-1])
            if bar.amount > 0:
                plot.draw_bar(painter, box, is_running=bar.is_running, is_chosen=at == self.chosen)
            elif at == self.chosen:
                plot.draw_ring(painter, box.adjusted(0, -2, 0, 0))
        self._draw_then(painter, slots, steps[-1])
        self._draw_words(painter, slots)
        if 0 <= self.chosen < len(self.bars):
            self._draw_card(painter, ground, slots[self.chosen], self.bars[self.chosen])
        if self.hasFocus():
            paint.ring(painter, QRectF(self.rect()))

    def _steps(self) -> tuple[Decimal, ...]:
        amounts = [bar.amount for bar in self.bars] + [bar.then or Decimal(0) for bar in self.bars]
        return steps_of(max(amounts, default=Decimal(0)))

    def _plot(self) -> QRectF:
        """Return where bars stand: right of the axis, above the words."""
        left = plot.axis_width(self._steps(), self._axis)
        return QRectF(left, px(10), self.width() - left - 6, self.height() - px(10) - px(24))

    def _slot(self, ground: QRectF, at: int) -> QRectF:
        width = ground.width() / max(1, len(self.bars))
        return QRectF(ground.left() + at * width, ground.top(), width, ground.height())

    def _at(self, place: QPointF) -> int:
        ground = self._plot()
        at = int((place.x() - ground.left()) // (ground.width() / max(1, len(self.bars))))
        return at if 0 <= at < len(self.bars) else NONE

    def _draw_then(self, painter: QPainter, slots: Sequence[QRectF], top: Decimal) -> None:
        points = [
            QPointF(slot.center().x(), slot.bottom() - slot.height() * float(bar.then / top))
            for bar, slot in zip(self.bars, slots, strict=True)
            if bar.then is not None
        ]
        if points:
            is_dotted = not self.has_line or len(points) <= DOTS
            plot.draw_then(painter, points, has_line=self.has_line, has_dots=is_dotted)

    def _draw_words(self, painter: QPainter, slots: Sequence[QRectF]) -> None:
        """Write what stands below the bars, as many of them as have room."""
        metrics = paint.style(*plot.AXIS, tabular=True)[1]
        widest = max((metrics.horizontalAdvance(bar.below) for bar in self.bars), default=0)
        room = slots[0].width() if slots else 1
        every = max(1, -(-int(widest + 10) // max(1, int(room))))
        for at, (bar, slot) in enumerate(zip(self.bars, slots, strict=True)):
            is_chosen = at == self.chosen
            is_near = self.chosen != NONE and abs(at - self.chosen) < every
            if not is_chosen and (at % every or is_near):
                continue
            face = (11, theme.DEMIBOLD if is_chosen else theme.REGULAR)
            width = paint.style(*face, tabular=True)[1].horizontalAdvance(bar.below)
            middle = min(max(slot.center().x(), width / 2), self.width() - width / 2 - 2)
            place = QRectF(slot.left(), slot.bottom() + px(4), slot.width(), px(18))
            ink = "text" if is_chosen else "muted"
            paint.ending_at(painter, place, middle + width / 2, bar.below, face, ink)

    def _draw_card(self, painter: QPainter, ground: QRectF, slot: QRectF, bar: Bar) -> None:
        """Draw the card of the chosen bar at whichever side of it there is more room."""
        faces = [(12, theme.DEMIBOLD)] + [(12, theme.REGULAR)] * (len(bar.card) - 1)
        widths = [
            sum(paint.style(*face, tabular=True)[1].horizontalAdvance(part) for part in line)
            for line, face in zip(bar.card, faces, strict=True)
        ]
        width = min(max(widths) + 16, px(CARD) * 1.5) + 2 * INSET
        height = px(LINE) * len(bar.card) + INSET
        is_left = slot.center().x() > ground.center().x()
        left = slot.left() - width - 8 if is_left else slot.right() + 8
        box = QRectF(left, ground.top(), width, height)
        paint.shadow(painter, box, 8)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("card"))
        painter.drawRoundedRect(box, 8, 8)
        for at, ((words, figure), face) in enumerate(zip(bar.card, faces, strict=True)):
            top = box.top() + INSET / 2 + at * px(LINE)
            line = QRectF(box.left() + INSET, top, box.width() - 2 * INSET, px(LINE))
            ink = "text" if at == 0 else "muted"
            taken = paint.ending_at(painter, line, line.right(), figure, face, "text")
            paint.beginning_at(painter, line, line.right() - taken - 8, words, face, ink)
