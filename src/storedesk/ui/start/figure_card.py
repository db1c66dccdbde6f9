"""A card with one figure of today, how it compares, and how it has come about."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from storedesk.ui.kit.charts.spark import draw_spark
from storedesk.ui.kit.input.keyboard import pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.labels import plain
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color, pixmap

HEIGHT, MARGIN, GAP, SIGN = 92, 16, 10, 16
SPARK = (76, 40)
TITLE, CHANGE, NOTE = (12, theme.REGULAR), (12, theme.MEDIUM), (12, theme.REGULAR)
FIGURES = tuple((size, theme.DEMIBOLD) for size in (22, 20, 18, 16))
"""How large the figure is: the first in which it and its change are whole."""
LINES = (26, 50, 74)
"""Where the middles of its three lines are."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a card shows."""

    value: str
    note: str = ""
    change: str = ""
    """With its sign, such as "+4.4%"."""
    ink: str = "muted"
    """The color of the change: what is better is ok, what is worse is bad."""
    series: Sequence[float] = ()
    """The same figure of the weeks before, oldest first, and today's."""


class FigureCard(QAbstractButton):
    """Shows a figure; a click opens what it counts."""

    def __init__(self, title: str, opens: str) -> None:
        """Take its title, and what a click opens in words."""
        super().__init__()
        self.title, self.figure = title, Figure("")
        self._opens = opens
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_figure(self.figure)

    def show_figure(self, figure: Figure) -> None:
        """Show this figure."""
        self.figure = figure
        parts = (self.title, figure.value, figure.change, figure.note)
        told = ", ".join(part for part in parts if part)
        self.setAccessibleName(told)
        self.setAccessibleDescription(self._opens)
        self.setToolTip(plain(f"{told}\n{self._opens}"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: three lines high."""
        return QSize(px(200), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: the figure and its change are never cut."""
        return QSize(ceil(self._needed(FIGURES[-1])) + 2 * MARGIN, px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter presses it, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw the card, its three lines, and the spark where there is room."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        box = QRectF(self.rect())
        self._draw_ground(painter, box)
        upper, middle, lower = (QRectF(MARGIN, px(at) - 12, box.width(), 24) for at in LINES)
        right = box.width() - MARGIN
        paint.beginning_at(painter, upper, right - SIGN - GAP, self.title, TITLE, "muted")
        room = right - middle.left()
        face = next((one for one in FIGURES if self._needed(one) <= room), FIGURES[-1])
        wide = paint.beginning_at(painter, middle, right, self.figure.value, face, "text")
        middle.setLeft(middle.left() + wide + GAP)
        paint.beginning_at(painter, middle, right, self.figure.change, CHANGE, self.figure.ink)
        room = right - middle.left() - self._wide(self.figure.change, CHANGE) - GAP
        has_spark = bool(self.figure.series) and room >= px(SPARK[0])
        if has_spark:
            place = QRectF(right - px(SPARK[0]), px(40), px(SPARK[0]), px(SPARK[1]))
            draw_spark(painter, place, self.figure.series)
        end = right - px(SPARK[0]) - GAP if has_spark else right
        paint.beginning_at(painter, lower, end, self.figure.note, NOTE, "muted")
        drawn = pixmap("chevron-right", "muted", SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(right - SIGN, round(upper.center().y() - SIGN / 2)), drawn)

    def _needed(self, face: tuple[int, QFont.Weight]) -> float:
        """Return the pixels of the figure in a face with its change."""
        return self._wide(self.figure.value, face) + GAP + self._wide(self.figure.change, CHANGE)

    def _draw_ground(self, painter: QPainter, box: QRectF) -> None:
        fill = "selection" if self.isDown() else "hover" if self.underMouse() else "card"
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color(fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        if self.hasFocus():
            paint.ring(painter, box)

    @staticmethod
    def _wide(words: str, face: tuple[int, QFont.Weight]) -> float:
        return paint.style(*face, tabular=True)[1].horizontalAdvance(words)
