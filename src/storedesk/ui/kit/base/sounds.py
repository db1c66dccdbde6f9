"""Give the till's three signals: by the bell where there is one, and always on the screen.

Qt's sound module is not among the small Qt that the program ships, and the system's bell has one
tone. So what tells them apart is a frame of color that flashes round the widget, and how often
the bell rings: never for what went well.
"""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.kit.looks.tokens import Tone

FLASH_MS = 450
_RINGS = {Tone.OK: 0, Tone.BAD: 1, Tone.WARN: 2}


class Sounds(QWidget):
    """Flashes a frame around a widget and rings the bell."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.tone: Tone | None = None
        self._timer = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._timer.timeout.connect(self._end)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def good(self) -> None:
        """Signal that a scan was taken."""
        self._signal(Tone.OK)

    def bad(self) -> None:
        """Signal that it was not taken."""
        self._signal(Tone.BAD)

    def manager(self) -> None:
        """Signal that a manager is needed."""
        self._signal(Tone.WARN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a frame of the tone's color."""
        if self.tone:
            painter = QPainter(self)
            painter.setRenderHint(paint.ANTIALIASED)
            painter.setPen(QPen(color(self.tone.value), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)

    def _signal(self, tone: Tone) -> None:
        self.tone = tone
        self.setGeometry(self._around.rect())
        self.raise_()
        self.show()
        self.update()
        self._timer.start()
        for ring in range(_RINGS[tone]):
            QTimer.singleShot(ring * 180, QApplication.beep)

    def _end(self) -> None:
        self.tone = None
        self.hide()
