"""The foot of the lines: how many they are, and buttons for the current one."""

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.labels import Label

GAP = 2
EDGE = 8
"""Pixels at the right, and at the left where nothing stands there."""


class LineFoot(QWidget):
    """Shows the buttons whole, and how many lines there are where that has room beside them."""

    def __init__(self, buttons: Iterable[Button], left: int) -> None:
        """`left` is where the words begin, in pixels."""
        super().__init__()
        self._buttons, self._left, self._said = tuple(buttons), left, ""
        self.words = Label(ink="muted", tabular=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.words, 1)
        for button in self._buttons:
            self._row.addWidget(button)

    def say(self, words: str) -> None:
        """Show `words` if there is room for all of them."""
        self._said = words
        buttons = sum(
            one.sizeHint().width() + GAP for one in self._buttons if one.isVisibleTo(self)
        )
        room = self.width() - self._left - EDGE - buttons
        has_room = self.words.fontMetrics().horizontalAdvance(words) <= room
        self.words.setText(words if has_room else "")
        self._row.setContentsMargins(self._left if has_room else EDGE, 0, EDGE, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there may be room for the words, or none."""
        super().resizeEvent(event)
        self.say(self._said)
