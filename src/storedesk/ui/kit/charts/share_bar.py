"""Show the shares of a sum as one bar, its parts beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.theme import color

HEIGHT, BETWEEN = 6, 2
INKS = ("accent", "chart_2", "chart_3", "chart_then")
"""The colors of parts, in their order."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a sum: what it is called, how much it is as it is written, and how much it is."""

    name: str
    words: str
    value: float


class ShareBar(QWidget):
    """Draws the shares; a screen reader hears them as words."""

    def __init__(self) -> None:
        super().__init__()
        self.shares: Sequence[Share] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show these, in their order; what is not above 0 has no part."""
        self.shares = [one for one in shares if one.value > 0]
        self.setAccessibleName(", ".join(f"{one.name} {one.words}" for one in self.shares))
        self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: a thin bar."""
        return QSize(80, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw the parts, round at both ends of the bar alone."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), HEIGHT / 2, HEIGHT / 2)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), color("mute_tint"))
        total = sum(one.value for one in self.shares)
        x = 0.0
        for at, one in enumerate(self.shares):
            width = self.width() * one.value / total
            is_last = at == len(self.shares) - 1
            room = width if is_last else max(1.0, width - BETWEEN)
            painter.fillRect(QRectF(x, 0, room, self.height()), color(INKS[min(at, 3)]))
            if not is_last:
                painter.fillRect(QRectF(x + room, 0, width - room, self.height()), color("card"))
            x += width
