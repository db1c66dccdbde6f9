"""The foot of the lines: how many they are, and buttons for the current one."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.labels import Label

GAP = 2
EDGE = 8
"""Pixels at the right, and at the left where nothing stands there."""


class LineFoot(QWidget):
    """Shows the buttons whole, and how many lines there are where that has room beside them.

    Where even the buttons have none, those with words or a picture leave out their caps.
    """

    def __init__(self, buttons: Iterable[Button], left: int) -> None:
        """`left` is where the words begin, in pixels."""
        super().__init__()
        self._buttons, self._left, self._said = tuple(buttons), left, ""
        spoken = [one for one in self._buttons if one.label or one.picture]
        self._caps = {one: one.cap for one in spoken if one.shown_cap}
        self._show_caps(are_shown=False)
        self._least = {one: one.sizeHint().width() for one in self._caps}
        self._show_caps(are_shown=True)
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
        self._show_caps(are_shown=True)
        if self._needed() > self.width() - EDGE:
            self._show_caps(are_shown=False)
        room = self.width() - self._left - self._needed()
        has_room = self.words.fontMetrics().horizontalAdvance(words) <= room
        self.words.setText(words if has_room else "")
        self._row.setContentsMargins(self._left if has_room else EDGE, 0, EDGE, 0)

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: the buttons whole, without the caps of their keys."""
        needed = self._needed(self._least)
        return QSize(needed + EDGE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: there may be room for the words and the caps, or none."""
        super().resizeEvent(event)
        self.say(self._said)

    def _needed(self, known: Mapping[Button, int] = MappingProxyType({})) -> int:
        """Return how wide the buttons are, some of them so wide as is `known`."""
        shown = [one for one in self._buttons if one.isVisibleTo(self)]
        widths = (
            known.get(one) or max(one.minimumWidth(), one.sizeHint().width()) for one in shown
        )
        return sum(width + GAP for width in widths) + EDGE

    def _show_caps(self, *, are_shown: bool) -> None:
        for button, cap in self._caps.items():
            if bool(button.cap) is not are_shown:
                button.set_cap(cap if are_shown else "")
