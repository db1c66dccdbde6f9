"""Make the entry field of the till, the packing bench and a new order."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent

from storedesk.ui.kit.base.scanner import EnterGuard
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.input.burst import typed_text
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import roomy
from storedesk.ui.kit.looks.theme import color, pixmap

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HEIGHT = 56
LONGEST = 200
ICON = 22
SIGNS = "+-="
"""Keys that act at once: the scanner guard has held back what a scanner types."""
STEPS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8,
}  # fmt: skip
SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
REMARK_GAP = 18
"""Pixels beside what is remarked in the field."""


class EntryField(LineInput):
    """Tells what the keys mean that are not letters; the letters are read by domain.entry."""

    entered = Signal(str)
    """Enter, with what stands in the field."""
    stepped = Signal(int)
    """+ or - in the empty field."""
    pay_asked = Signal()
    """= in the empty field."""
    moved = Signal(int)
    """Up is -1, Down is 1, a page is 8 either way."""
    removed = Signal()
    """Del in the empty field."""
    escaped = Signal()

    def __init__(self, hint: str, name: str, guard: EnterGuard) -> None:
        """`hint` stands in the empty field, `name` is for screen readers."""
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.setFont(theme.font(20))
        self.setTextMargins(40, 0, 8, 0)
        self.setStyleSheet("QLineEdit, QLineEdit:focus { min-height: 0; }")  # the height is ours
        self.setFixedHeight(roomy(HEIGHT))
        self._guard = guard
        self._remark = ""
        self.turn: Callable[[int], bool] = lambda _: False
        """Does what Left (-1) and Right (1) mean behind the last letter, where there is a list."""

    def remark(self, words: str) -> None:
        """Show `words` at the right end, as long as there is room for them."""
        if words != self._remark:
            self._remark = words
            self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: its own height."""
        return QSize(super().sizeHint().width(), roomy(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: sort the keys."""
        key, sign = event.key(), typed_text(event)
        if key in ENTER:
            if self._guard.allows(event):
                self.entered.emit(self.text())
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in STEPS:
            self.moved.emit(STEPS[Qt.Key(key)])
        elif key in SIDES and self._is_at_end(event) and self.turn(SIDES[Qt.Key(key)]):
            event.accept()
        elif not self.text() and key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif not self.text() and sign and sign in SIGNS:
            self._sign(sign)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Answer Qt: Tab does not lead away, and an empty field has nothing of its own to undo."""
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        is_shortcut = event.type() is QEvent.Type.ShortcutOverride
        if is_shortcut and not self.text() and event.matches(QKeySequence.StandardKey.Undo):
            return False
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answer Qt: the field, and a scanner before its words."""
        super().paintEvent(event)
        ink = "accent" if self.hasFocus() else "muted"
        drawn = pixmap("scan-barcode", ink, ICON, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(QPointF(18, (self.height() - ICON) / 2), drawn)
        if self._remark:
            self._draw_remark(painter)

    def _draw_remark(self, painter: QPainter) -> None:
        face, metrics = paint.style(13, theme.REGULAR, tabular=True)
        wide, text = metrics.horizontalAdvance(self._remark), self.text()
        box = QRectF(self.rect()).adjusted(0, 0, -REMARK_GAP, 0)
        used = self.textMargins().left() + self.fontMetrics().horizontalAdvance(text)
        if used + 2 * REMARK_GAP + wide < box.right():
            painter.setFont(face)
            painter.setPen(color("muted"))
            at = QPointF(box.right() - wide, paint.baseline(box, metrics))
            painter.drawText(at, self._remark)

    def _is_at_end(self, event: QKeyEvent) -> bool:
        """Tell whether a bare key would move behind the last letter."""
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_bare and self.cursorPosition() == len(self.text())

    def _sign(self, sign: str) -> None:
        if sign == "=":
            self.pay_asked.emit()
        else:
            self.stepped.emit(1 if sign == "+" else -1)
