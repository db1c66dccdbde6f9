"""The line over an open chooser in which its choices are looked for."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.input.keyboard import KeyQuestion
from storedesk.ui.kit.input.scan_routes import be_typed_into
from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.keys import written
from storedesk.ui.kit.looks.theme import pixmap

LONGEST = 200
ICON = 16
ESC = "Esc"
_HELD = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_BARE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_bare(event: QKeyEvent) -> bool:
    """Tell whether a key is pressed with nothing held down but Shift."""
    return not event.modifiers() & ~_BARE


class Settle(Protocol):
    """Closes the list and takes what is current, if something is typed or it `is_meant`."""

    def __call__(self, *, is_meant: bool = False) -> None:
        """Do it."""


class ChoiceLine(LineInput):
    """What is typed here is looked for; the keys of a list are the list's."""

    def __init__(
        self, chooser: QWidget, steer: Callable[[QKeyEvent], bool], settle: Settle
    ) -> None:
        """Lie over `chooser`, which tells by `steer` whether a key means something to its list."""
        super().__init__(parent=chooser, longest=LONGEST)
        self._chooser, self._steer, self._settle = chooser, steer, settle
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextMargins(ICON + 12, 0, round(paint.cap_width(written(ESC))) + 4, 0)
        be_typed_into(self)
        self.hide()

    def enter(self, chosen: str) -> None:
        """Take the keyboard; what is `chosen` stands in it palely."""
        self.clear()
        self.setPlaceholderText(chosen)
        self.setGeometry(self._chooser.rect())
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Give the keyboard back to the field, and go."""
        if self.hasFocus():
            self._chooser.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.clear()

    def event(self, event: QEvent) -> bool:
        """Answer Qt: keys of the list are no shortcuts; a shortcut comes after the choice."""
        if isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            if event.type() == QEvent.Type.KeyPress:
                self._leave(is_forward=event.key() == Qt.Key.Key_Tab)
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            return self._override(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: the keys of the list go there."""
        if self._steer(event):
            event.accept()
        elif is_bare(event) or event.modifiers():
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Answer Qt: who goes elsewhere leaves the list."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answer Qt: the line, a glass before it and a key behind it."""
        super().paintEvent(event)
        painter = QPainter(self)
        drawn = pixmap("search", "muted", ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(10, (self.height() - ICON) / 2), drawn)
        right = self.width() - paint.cap_width(written(ESC)) - 8
        paint.cap(
            painter, QPointF(right, round((self.height() - paint.cap_height()) / 2)), written(ESC)
        )

    def _leave(self, *, is_forward: bool) -> None:
        self._settle(is_meant=True)
        self._chooser.focusNextChild() if is_forward else self._chooser.focusPreviousChild()

    def _override(self, event: QKeyEvent) -> bool:
        is_ours = event.key() in {
            Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down,
            Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F4,
        }  # fmt: skip
        if is_ours:
            event.accept()
            return True
        event.ignore()
        super().event(event)
        is_pressed = not isinstance(event, KeyQuestion)
        if is_pressed and not event.isAccepted() and event.key() not in _HELD:
            self._settle(is_meant=True)
        return True
