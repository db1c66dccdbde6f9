"""Make a field for a password, hidden until its eye is pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from storedesk.domain.logins import LEAST_LETTERS
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import LineField
from storedesk.ui.kit.looks.theme import THEME, icon


class PasswordField(LineField[str]):
    """A password, hidden until its eye is pressed. What is typed is taken as it is."""

    def __init__(self, label: str, *, hint: str = "", is_new: bool = False) -> None:
        super().__init__(label, hint=hint)
        self._is_new = is_new
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.input.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.eye = QAction(self)
        self.eye.setCheckable(True)
        self.eye.setText(tr("Show the password"))
        self.eye.toggled.connect(self._show_letters)
        self.input.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        self.input.end_sign = self.eye
        THEME.changed.connect(self._draw_eye)
        self._draw_eye()

    def value(self) -> str:
        """Return the password. Refused while new: password_short."""
        if not self.text():
            raise Refused("field_missing")
        if self._is_new and len(self.text()) < LEAST_LETTERS:
            raise Refused("password_short", least=LEAST_LETTERS)
        return self.text()

    def show_value(self, value: str) -> None:
        """Fill it in."""
        self.input.setText(value)

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - Qt's
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.input.setEchoMode(mode)
        self._draw_eye()

    def _draw_eye(self) -> None:
        self.eye.setIcon(icon("eye-off" if self.eye.isChecked() else "eye", "muted", 16))
