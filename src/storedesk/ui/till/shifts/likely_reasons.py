"""Offer what usually is the reason, to be taken by a tap."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from storedesk.ui.kit.looks.buttons import Button, secondary

GAP = 8
IN_A_ROW = 2
"""So many at most: as many as are whole there."""


class LikelyReasons(QWidget):
    """Buttons that write a reason into a field, which keeps the keyboard."""

    def __init__(
        self, field: QLineEdit, reasons: Sequence[str], *, is_numbered: bool = False
    ) -> None:
        """`is_numbered`: a digit typed into the empty field writes the reason with that number."""
        super().__init__()
        self._field, self._reasons = field, tuple(reasons)
        self.buttons = [
            self._button(words, str(at) if is_numbered else "")
            for at, words in enumerate(self._reasons, 1)
        ]
        if is_numbered:
            field.textEdited.connect(self._number)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(IN_A_ROW, 1)
        self._across = 0
        self._lay_out(IN_A_ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: two stand in a row where both are whole."""
        super().resizeEvent(event)
        widths = [button.sizeHint().width() for button in self.buttons]
        columns = [max(widths[at::IN_A_ROW], default=0) for at in range(IN_A_ROW)]
        fits = sum(columns) + GAP * IN_A_ROW <= event.size().width()
        self._lay_out(IN_A_ROW if fits else 1)

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // across, at % across)

    def _number(self, text: str) -> None:
        numbers = [str(at) for at in range(1, len(self._reasons) + 1)]
        if text in numbers:
            self._take(self._reasons[numbers.index(text)])

    def _button(self, words: str, cap: str) -> Button:
        made = secondary(words, cap=cap)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self._take(words))
        return made

    def _take(self, words: str) -> None:
        self._field.setText(words)
        self._field.setFocus()
