"""A choice with a picture, a name and a remark that says what comes of it."""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from storedesk.ui.kit.base.accessible import tell_state
from storedesk.ui.kit.input.keyboard import pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import pressed, px, roomy
from storedesk.ui.kit.looks.theme import color, pixmap

HEIGHT, ICON, INSET = 56, 20, 14
"""Pixels of the whole, of its picture, and from the edge to it."""


class WayButton(QAbstractButton):
    """One of several ways, of which one is chosen."""

    accessible_role: ClassVar = QAccessible.Role.RadioButton

    def __init__(self, words: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.remark = ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(pressed(HEIGHT))
        self.toggled.connect(lambda: tell_state(self, "checked"))

    def say(self, remark: str) -> None:
        """Say under its name what comes of it."""
        self.remark = remark
        self.setToolTip(remark)
        self.setAccessibleDescription(remark)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter chooses it, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Answer Qt: as wide as there is room."""
        return QSize(px(200), self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a frame, filled when it is chosen; a ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        lit, wide = self.isChecked(), 2 if self.hasFocus() else 1
        pen = painter.pen()
        pen.setColor(color("accent" if lit else "edge"))
        pen.setWidthF(wide)
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(pen)
        painter.setBrush(color("selection" if lit else "hover" if self.underMouse() else "field"))
        painter.drawRoundedRect(box, paint.RADIUS, paint.RADIUS)
        drawn = pixmap(self._icon, "accent" if lit else "muted", ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(INSET, (self.height() - ICON) / 2), drawn)
        left, high = INSET + ICON + 12, px(20)
        room = int(self.width() - left - INSET)
        upper = (self.height() - high * (1.9 if self.remark else 1)) / 2
        self._write(painter, QRectF(left, upper, room, high), self.text(), 15, "text")
        self._write(painter, QRectF(left, upper + roomy(19), room, high), self.remark, 12, "muted")

    def _write(self, painter: QPainter, box: QRectF, words: str, size: int, ink: str) -> None:
        weight = theme.MEDIUM if ink == "text" else theme.REGULAR
        face, metrics = paint.style(size, weight, tabular=True)
        shown = paint.elided(words, int(box.width()), size, weight, True)  # noqa: FBT003
        painter.setFont(face)
        painter.setPen(color(ink))
        painter.drawText(QPointF(box.left(), paint.baseline(box, metrics)), shown)
