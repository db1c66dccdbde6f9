"""Make a row of a few choices in one frame, of which one is taken at once."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from storedesk.ui.kit.input.keyboard import be_one_stop
from storedesk.ui.kit.looks.buttons import Button, Kind

V = TypeVar("V")


class Segments(QFrame, Generic[V]):
    """All choices side by side; Left and Right go to the next one."""

    chosen = Signal(object)
    """Another one was chosen by a person: its value."""

    def __init__(self, choices: Iterable[tuple[V, str]], *, name: str) -> None:
        """Take pairs of value and words; `name` is what is chosen, for a screen reader."""
        super().__init__()
        self.setProperty("kit", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: list[tuple[V, Button]] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for value, words in choices:
            button = Button(words, kind=Kind.TAB)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # so a screen reader says that it is one of several
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            button.toggled.connect(self._be_one_stop)
            self._group.addButton(button)
            self._buttons.append((value, button))
            line.addWidget(button)

    def _be_one_stop(self) -> None:
        be_one_stop(button for _, button in self._buttons)

    def take_keyboard(self) -> None:
        """Give the keyboard to the choice that is taken, or to the first one."""
        taken = (button for _, button in self._buttons if button.isChecked())
        next(taken, self._buttons[0][1]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> V | None:
        """Return the value that is taken, or None."""
        return next((value for value, button in self._buttons if button.isChecked()), None)

    def choose(self, value: V) -> None:
        """Show `value` as the one that is taken, without telling; where it is unknown, none."""
        self._group.setExclusive(False)
        for one, button in self._buttons:
            button.setChecked(one == value)
        self._group.setExclusive(True)

    def button(self, value: V) -> Button:
        """Return the button of a value."""
        return next(button for one, button in self._buttons if one == value)
