"""Offer what usually is the reason, to be taken by a tap."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from storedesk.ui.kit.looks.buttons import Button, secondary
from storedesk.ui.kit.looks.cards import row

IN_A_ROW = 2


class LikelyReasons(QWidget):
    """Buttons that write a reason into a field, which keeps the keyboard."""

    def __init__(self, field: QLineEdit, reasons: Sequence[str]) -> None:
        super().__init__()
        self._field = field
        self.buttons = [self._button(words) for words in reasons]
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for at in range(0, len(self.buttons), IN_A_ROW):
            lines.addLayout(row(*self.buttons[at : at + IN_A_ROW], None, gap=8))

    def _button(self, words: str) -> Button:
        made = secondary(words)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self._take(words))
        return made

    def _take(self, words: str) -> None:
        self._field.setText(words)
        self._field.setFocus()
