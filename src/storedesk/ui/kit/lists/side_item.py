"""An item of a list of pages: its icon, its words, and how much waits there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from storedesk.ui.kit.base.accessible import tell_state
from storedesk.ui.kit.input.keyboard import pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.chips import badge
from storedesk.ui.kit.looks.sizes import px, target
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.tokens import Tone

ITEM_WIDTH, ITEM_HEIGHT = 151, 36
COUNT_WIDTH = 36
"""Pixels that are kept for a count beside the words."""
END, BETWEEN = 6, 4
"""Pixels behind the count, or the words, and between the two."""
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class SideItem(QPushButton):
    """One page of several; of all that stand together, one is chosen."""

    def __init__(self, label: str, icon: str, tooltip: str = "") -> None:
        super().__init__()
        self.label, self.picture, self._tip = label, icon, tooltip
        self.count, self.tone = 0, Tone.MUTE
        self._is_ringed = False
        self._is_narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoExclusive(True)
        self.setAccessibleName(label)
        self.toggled.connect(lambda: tell_state(self, "selected"))
        self.setToolTip(tooltip)
        self.setFixedHeight(target(ITEM_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def accessible_role(self) -> QAccessible.Role:
        """A page of several; or what is done at once."""
        return QAccessible.Role.PageTab if self.isCheckable() else QAccessible.Role.Button

    def show_count(self, count: int, tone: Tone = Tone.MUTE) -> None:
        """Show how many things wait on that page; 0 shows nothing."""
        self.count, self.tone = count, tone
        label = f"{self.label} ({count})" if count else self.label
        self.setAccessibleName(label)
        self.setToolTip(f"{self._tip}: {count}" if count else self._tip)
        self.update()

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, with a dot where something waits; or the words as well."""
        self._is_narrow = is_narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: as wide as a bar of pages."""
        high = target(ITEM_HEIGHT)
        return QSize(high if self._is_narrow else px(ITEM_WIDTH), high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter goes there, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: a ring, but only for whoever walks by keyboard."""
        self._is_ringed = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: fill when chosen, icon, words, count."""
        painter, box, lit = QPainter(self), QRectF(self.rect()), self.isChecked()
        paint.ground(
            painter, box, is_chosen=lit, is_over=self.underMouse(),
            is_ringed=self.hasFocus() and self._is_ringed,
        )  # fmt: skip
        ink = "text" if lit else "muted"
        size = px(theme.ICON_SIZE)
        drawn = pixmap(self.picture, ink, size, self.devicePixelRatioF())
        left = (self.width() - size) / 2 if self._is_narrow else 10
        painter.drawPixmap(QPointF(left, (self.height() - size) / 2), drawn)
        if self._is_narrow:
            self._paint_dot(painter)
            return
        face, metrics = paint.style(13, theme.DEMIBOLD if lit else theme.MEDIUM)
        start = 20 + size
        room = self.width() - start - END - self._paint_count(painter)
        weight = theme.DEMIBOLD if lit else theme.MEDIUM
        painter.setFont(face)
        painter.setPen(color(ink))
        label = paint.elided(self.label, round(room), 13, weight, False)  # noqa: FBT003
        painter.drawText(QPointF(start, paint.baseline(box, metrics)), label)

    def _paint_dot(self, painter: QPainter) -> None:
        """Draw that something waits; how much is in the tooltip."""
        if self.count:
            painter.setPen(QPen(color("card"), 2))
            painter.setBrush(color(self.tone.value))
            painter.drawEllipse(QPointF(self.width() - 9, 10), 5, 5)

    def _paint_count(self, painter: QPainter) -> float:
        """Draw the count at the right, and return how much room it took."""
        if not self.count:
            return 0
        text = str(self.count) if self.count < 1000 else "999+"  # noqa: PLR2004
        width = paint.style(11, theme.DEMIBOLD, tabular=True)[1].horizontalAdvance(text) + 14
        high = px(20)
        pill = QRectF(self.width() - END - width, (self.height() - high) / 2, width, high)
        badge(painter, pill, text, self.tone)
        return width + BETWEEN
