"""Make the entry field of the till, the packing bench and a new order."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent

from storedesk.ui.kit.base.scanner import EnterGuard
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.sizes import roomy
from storedesk.ui.kit.looks.theme import pixmap

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HEIGHT = 56
LONGEST = 200
ICON = 22
SIGNS = "+-="
"""Keys that act at once: the scanner guard has held back what a scanner types."""


class EntryField(LineInput):
    """Tells what the keys mean that are not letters; the letters are read by domain.entry."""

    entered = Signal(str)
    """Enter, with what stands in the field."""
    stepped = Signal(int)
    """+ or - in the empty field."""
    pay_asked = Signal()
    """= in the empty field."""
    moved = Signal(int)
    """Up is -1, Down is 1."""
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

    def sizeHint(self) -> QSize:
        """Answer Qt: its own height."""
        return QSize(super().sizeHint().width(), roomy(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: sort the keys."""
        key, sign = event.key(), event.text()
        if key in ENTER:
            if self._guard.allows(event):
                self.entered.emit(self.text())
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
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
        QPainter(self).drawPixmap(QPointF(18, (self.height() - ICON) / 2), drawn)

    def _sign(self, sign: str) -> None:
        if sign == "=":
            self.pay_asked.emit()
        else:
            self.stepped.emit(1 if sign == "+" else -1)
