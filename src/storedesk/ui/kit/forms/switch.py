"""Make a switch that is on or off at once, unlike a box that is ticked and saved."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.theme import color

TRACK = QSize(32, 18)
GAP, ROUND = 10, 4
"""Pixels between track and word, and around both for the ring of who has the keyboard."""
KNOB = 7


class Switch(QAbstractButton):
    """A track with a knob, and its word behind it: On or Off."""

    def __init__(self, name: str) -> None:
        """`name` is what is switched, for a screen reader."""
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._say)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter switches it, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Answer Qt: room for the track and the longer word."""
        metrics = paint.style(13, theme.REGULAR)[1]
        words = max(metrics.horizontalAdvance(one) for one in (tr("On"), tr("Off")))
        return QSize(round(2 * ROUND + TRACK.width() + GAP + words), target(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: track, knob and word; a ring while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        top = (self.height() - TRACK.height()) / 2
        track = QRectF(ROUND, top, TRACK.width(), TRACK.height())
        is_on = self.isChecked()
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color("accent" if is_on else "muted"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        across = track.right() - 9 if is_on else track.left() + 9
        painter.setBrush(color("on_accent" if is_on else "card"))
        painter.drawEllipse(QPointF(across, track.center().y()), KNOB, KNOB)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(paint.NO_BRUSH)
            ring = track.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        face, metrics = paint.style(13, theme.REGULAR)
        painter.setFont(face)
        painter.setPen(color("text" if is_on else "muted"))
        words = tr("On") if is_on else tr("Off")
        at = QPointF(track.right() + GAP, paint.baseline(QRectF(self.rect()), metrics))
        painter.drawText(at, words)

    def _say(self) -> None:
        self.setAccessibleDescription(tr("On") if self.isChecked() else tr("Off"))
