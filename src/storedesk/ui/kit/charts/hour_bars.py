"""Show a day by its hours: bars of today, over them a line of the day it is compared with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.charts import plot
from storedesk.ui.kit.charts.axis import steps_of
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color

IN_BAR = (11, theme.MEDIUM)
NONE = -1
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class HoursOfDay:
    """What is shown: amounts by hour of today and of the day before, and which hour it is now."""

    now: Mapping[int, Decimal] = field(default_factory=dict)
    then: Mapping[int, Decimal] = field(default_factory=dict)
    hour: int = 0

    @property
    def hours(self) -> tuple[int, ...]:
        """The hours that have a place: from the first with an amount to the last, and this one."""
        known = {*self.now, *self.then, self.hour}
        return tuple(range(min(known), max(known) + 1))

    @property
    def steps(self) -> tuple[Decimal, ...]:
        """The lines of the axis, from 0 on."""
        return steps_of(max((*self.now.values(), *self.then.values()), default=Decimal(0)))


class HourBars(QWidget):
    """A chart of one day. Arrow keys and the pointer choose an hour, whose figures are told."""

    accessible_role: ClassVar = QAccessible.Role.Slider
    """What screen readers know of it: Left and Right choose, and what is chosen is announced."""

    pointed = Signal(int)
    """An hour was chosen, or NONE."""

    def __init__(
        self, hour_words: Callable[[int], str], axis: Callable[[Decimal], str],
        figure: Callable[[Decimal], str], spoken: Callable[[int], str],
    ) -> None:  # fmt: skip
        """Take how an hour, a line of the axis and the figure in a bar are written.

        `spoken` returns all of one hour in words.
        """
        super().__init__()
        self._hour_words, self._axis, self._figure, self._spoken = hour_words, axis, figure, spoken
        self.shown = HoursOfDay()
        self.chosen = NONE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_day(self, shown: HoursOfDay) -> None:
        """Show another day; the chosen hour stays chosen while it has a place."""
        self.shown = shown
        if self.chosen not in shown.hours:
            self.chosen = NONE
        self.setAccessibleDescription("; ".join(self._spoken(hour) for hour in shown.hours))
        self.update()

    def choose(self, hour: int) -> None:
        """Choose an hour, or NONE."""
        if hour != self.chosen:
            self.chosen = hour
            self.pointed.emit(hour)
            if hour != NONE and self.hasFocus():
                announce(self, self._spoken(hour))
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: room for an axis and some bars."""
        return QSize(px(240), px(110))

    def sizeHint(self) -> QSize:
        """Answer Qt: higher where there is room."""
        return QSize(px(480), px(170))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Left and Right go through the hours, Escape leaves them."""
        hours = self.shown.hours
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        }:  # fmt: skip
            begun = self.chosen if self.chosen in hours else self.shown.hour - step
            self.choose(min(max(begun + step, hours[0]), hours[-1]))
        elif event.key() == Qt.Key.Key_Escape and self.chosen != NONE:
            self.choose(NONE)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: the hour under the pointer is chosen."""
        self.choose(self._at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: as a finger has no pointer, a touch chooses an hour too."""
        self.choose(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Answer Qt: the pointer is elsewhere."""
        self.choose(NONE)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: grid and axis, bars, the line over them, the hours below."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        ground, steps = self._plot(), self.shown.steps
        plot.draw_axis(painter, ground, steps, self._axis)
        for at, hour in enumerate(self.shown.hours):
            slot = self._slot(ground, at)
            if amount := self.shown.now.get(hour):
                self._draw_bar(painter, plot.bar_in(slot, amount, steps[-1]), hour, amount)
            self._draw_hour(painter, slot, hour)
        self._draw_line(painter, ground, steps[-1])
        if self.hasFocus():
            paint.ring(painter, QRectF(self.rect()))

    def _plot(self) -> QRectF:
        """Return where bars stand: right of the axis, above the hours."""
        left = plot.axis_width(self.shown.steps, self._axis)
        return QRectF(left, px(10), self.width() - left - 6, self.height() - px(10) - px(24))

    def _slot(self, ground: QRectF, at: int) -> QRectF:
        width = ground.width() / len(self.shown.hours)
        return QRectF(ground.left() + at * width, ground.top(), width, ground.height())

    def _at(self, place: QPointF) -> int:
        ground, hours = self._plot(), self.shown.hours
        at = int((place.x() - ground.left()) // (ground.width() / len(hours)))
        return hours[at] if 0 <= at < len(hours) else NONE

    def _draw_bar(self, painter: QPainter, box: QRectF, hour: int, amount: Decimal) -> None:
        is_running = hour == self.shown.hour
        plot.draw_bar(painter, box, is_running=is_running, is_chosen=hour == self.chosen)
        words = self._figure(amount)
        font, metrics = paint.style(*IN_BAR, tabular=True)
        width = metrics.horizontalAdvance(words)
        if width + 4 <= box.width() and box.height() >= px(20):
            painter.setFont(font)
            painter.setPen(color("text" if is_running else "on_accent"))
            painter.drawText(QPointF(box.center().x() - width / 2, box.bottom() - 6), words)

    def _draw_hour(self, painter: QPainter, slot: QRectF, hour: int) -> None:
        is_now = hour in {self.shown.hour, self.chosen}
        face = (11, theme.DEMIBOLD if is_now else theme.REGULAR)
        words = self._hour_words(hour)
        width = paint.style(*face, tabular=True)[1].horizontalAdvance(words)
        every = max(1, -(-int(width + 8) // max(1, int(slot.width()))))
        if every > 1 and hour % every and not is_now:
            return
        if every > 1 and not is_now and abs(hour - self.shown.hour) < every:
            return
        place = QRectF(slot.left(), slot.bottom() + px(4), slot.width(), px(18))
        paint.ending_at(
            painter,
            place,
            slot.center().x() + width / 2,
            words,
            face,
            "text" if is_now else "muted",
        )

    def _draw_line(self, painter: QPainter, ground: QRectF, top: Decimal) -> None:
        if not self.shown.then:
            return
        first, last = min(self.shown.then), max(self.shown.then)
        points = []
        for at, hour in enumerate(self.shown.hours):
            if first <= hour <= last:
                slot = self._slot(ground, at)
                share = float(max(self.shown.then.get(hour, Decimal(0)), Decimal(0)) / top)
                points.append(QPointF(slot.center().x(), slot.bottom() - slot.height() * share))
        plot.draw_then(painter, points)
