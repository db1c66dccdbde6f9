"""A field for a PIN: digits, hidden."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from storedesk.domain.pins import MOST_DIGITS, checked_pin
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.form import LineField


class PinField(LineField[str]):
    """A PIN, never shown."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.input.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhHiddenText
        )
        self.input.limit(MOST_DIGITS)

    def value(self) -> str:
        """Return the PIN. Refused: field_missing, bad_pin."""
        if not self.text():
            raise Refused("field_missing")
        return checked_pin(self.text())

    def show_value(self, value: str) -> None:
        """Fill it in."""
        self.input.setText(value)
        self.mark("")
