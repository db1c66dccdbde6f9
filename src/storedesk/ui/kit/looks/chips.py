"""Draw small marks: status chips, counts, key caps, initials and tiles with an icon."""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color, mark, pixmap
from storedesk.ui.kit.looks.tokens import Tone

FIXED = QSizePolicy.Policy.Fixed
TILE_SIZE = 44


class Mark(QWidget):
    """A drawn text of fixed size."""

    accessible_role: ClassVar = QAccessible.Role.StaticText

    def __init__(self, text: str, tone: Tone = Tone.MUTE) -> None:
        super().__init__()
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.setSizePolicy(FIXED, FIXED)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Show another text, in the same tone unless another is given."""
        self.text, self.tone = text, tone or self.tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: never smaller than drawn."""
        return self.sizeHint()


class Chip(Mark):
    """A status: dot, word and tint, so that color alone carries nothing."""

    def sizeHint(self) -> QSize:
        """Answer Qt: as the table's chips."""
        return QSize(round(paint.chip_width(self.text)), paint.chip_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw the chip."""
        paint.chip(QPainter(self), QPointF(0, 0), self.text, self.tone)


class KeyCap(Mark):
    """The cap of a key: 20 px high, radius 5, 11 px."""

    def sizeHint(self) -> QSize:
        """Answer Qt: at least as wide as high."""
        return QSize(round(paint.cap_width(self.text)), paint.cap_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw the cap."""
        paint.cap(QPainter(self), QPointF(0, 0), self.text)


class Avatar(Mark):
    """A person's initials in a circle of 30 px."""

    def __init__(self, name: str, tone: Tone = Tone.MUTE) -> None:
        super().__init__(name, tone)

    def sizeHint(self) -> QSize:
        """Answer Qt: 30 px."""
        return QSize(px(30), px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw circle and initials."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color(self.tone.tint))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(color("text" if self.tone is Tone.MUTE else self.tone.value))
        painter.setFont(paint.style(11, theme.DEMIBOLD)[0])
        painter.drawText(QRectF(self.rect()), initials(self.text), paint.MIDDLE)


def badge(painter: QPainter, box: QRectF, text: str, tone: Tone) -> None:
    """Draw a count into `box`."""
    painter.setRenderHint(paint.ANTIALIASED)
    painter.setPen(paint.NO_PEN)
    painter.setBrush(color(tone.tint))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(color(tone.value))
    painter.setFont(paint.style(11, theme.DEMIBOLD, tabular=True)[0])
    painter.drawText(box, text, paint.MIDDLE)


def initials(name: str) -> str:
    """Return up to two capitals: "Amelia Hart" is "AH"."""
    words = [word for word in name.split() if word[:1].isalnum()]
    return "".join(word[0].upper() for word in ([*words[:1], *words[1:][-1:]]))


class ProgramMark(QWidget):
    """The program's own mark."""

    def __init__(self, size: int = TILE_SIZE) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(FIXED, FIXED)

    def sizeHint(self) -> QSize:
        """Answer Qt: the mark's size."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw the mark."""
        QPainter(self).drawPixmap(0, 0, mark(self._size, self.devicePixelRatioF()))


class IconTile(QWidget):
    """An icon on a tinted square."""

    def __init__(self, picture: str, size: int = TILE_SIZE) -> None:
        super().__init__()
        self._picture, self._size = picture, size
        self.setSizePolicy(FIXED, FIXED)

    def sizeHint(self) -> QSize:
        """Answer Qt: the square's size."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw square and icon."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color("selection"))
        painter.drawRoundedRect(QRectF(0, 0, self._size, self._size), 10, 10)
        inner = self._size // 2
        drawn = pixmap(self._picture, "accent", inner, self.devicePixelRatioF())
        painter.drawPixmap((self._size - inner) // 2, (self._size - inner) // 2, drawn)
