"""Make a dialog a form: its first field has the keyboard, and Enter presses its main button."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from storedesk.ui.kit.input.keyboard import KEYBOARD, combination, is_enter, is_filling
from storedesk.ui.kit.looks.buttons import Button, Kind


class FormDialog(QDialog):
    """What every dialog does with keys and clicks that its parts leave over."""

    def __init__(
        self, parent: QWidget | None = None, flags: Qt.WindowType = Qt.WindowType.Widget
    ) -> None:
        super().__init__(parent, flags)
        self._keys: dict[str, Callable[[], object]] = {}
        self._claim = _Claim(self)

    def on_key(self, key: str, do: Callable[[], object]) -> None:
        """Do something on a key while the keyboard is in this dialog, and in no other one.

        It is no shortcut of Qt's: one of the page below with the same key would be one too many.
        """
        self._keys[QKeySequence(key).toString()] = do

    def event(self, event: QEvent) -> bool:
        """Answer Qt: a key of this dialog is no shortcut of the page below, nor for a field."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self.has_key(event):
            if focused := self.focusWidget():
                self._claim.take_next(focused)
            event.accept()
            return True
        return super().event(event)

    def has_key(self, event: QKeyEvent) -> bool:
        """Tell whether a key is one of `on_key`."""
        return combination(event) in self._keys

    def main_button(self) -> Button | None:
        """Return what Enter presses: the default button, or else the one that stands out."""
        shown = [one for one in self.findChildren(Button) if one.isVisibleTo(self)]
        default = [one for one in shown if one.isDefault()]
        out = [one for one in shown if one.kind is Kind.PRIMARY]
        if default:
            return default[0]
        return out[0] if len(out) == 1 and is_filling(self) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter in a field does what the dialog is for; held down it does nothing."""
        if self.has_key(event):
            if not event.isAutoRepeat():
                self._keys[combination(event)]()
            return
        button = self.main_button() if is_enter(event) else None
        if button is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            button.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click beside the fields leaves the keyboard to them."""
        super().mousePressEvent(event)
        KEYBOARD.keep(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Answer Qt: the first field has the keyboard, unless something else was given it."""
        super().showEvent(event)
        if self.focusWidget() is None:
            KEYBOARD.keep(self)
        if self.focusWidget() is None:
            (self.main_button() or self).setFocus()


class _Claim(QObject):
    """Takes a key for its dialog before the field that has the keyboard does.

    It is a filter of its own: a dialog may filter the events of its fields besides.
    """

    def __init__(self, dialog: FormDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def take_next(self, widget: QWidget) -> None:
        """Take the next key that is pressed in a widget."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: the key that was claimed is the dialog's, any other one the widget's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            watched.removeEventFilter(self)
            if self._dialog.has_key(event):
                self._dialog.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)
