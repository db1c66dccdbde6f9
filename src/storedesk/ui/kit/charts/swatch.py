"""Show which color of a chart is what."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.theme import color

SIZE = QSize(14, 12)


class Swatch(QWidget):
    """The color of a series, as the chart has it: a square, or a line with a dot."""

    def __init__(self, ink: str, *, is_line: bool = False) -> None:
        super().__init__()
        self._ink, self._is_line = ink, is_line
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw it."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(color(self._ink), 2))
        painter.setBrush(color(self._ink))
        if self._is_line:
            painter.drawLine(1, round(middle.y()), self.width() - 1, round(middle.y()))
            painter.drawEllipse(middle, 2, 2)
        else:
            painter.setPen(paint.NO_PEN)
            painter.drawRoundedRect(QRectF(2, 1, 10, 10), 3, 3)
