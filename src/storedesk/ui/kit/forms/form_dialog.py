"""Make a dialog a form: its first field has the keyboard, and Enter presses its main button."""

from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QDialog

from storedesk.ui.kit.input.keyboard import KEYBOARD, is_enter, is_filling
from storedesk.ui.kit.looks.buttons import Button, Kind


class FormDialog(QDialog):
    """What every dialog does with keys and clicks that its parts leave over."""

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
