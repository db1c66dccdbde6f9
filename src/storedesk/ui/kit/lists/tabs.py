"""Make tabs that filter a list; Left and Right change the chosen one."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from storedesk.ui.kit.looks.buttons import Button, Kind


class SegmentedTabs(QWidget):
    """A row of choices of which exactly one is taken."""

    chosen = Signal(str)
    """Another tab was chosen by a person: its key."""

    def __init__(self, tabs: Iterable[tuple[str, str]], *, name: str) -> None:
        """Take pairs of key and words; `name` is what a screen reader calls the row."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, words in tabs:
            button = Button(words, kind=Kind.TAB)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # so a screen reader says that it is one of several
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        next(iter(self._buttons.values())).setChecked(True)

    def current(self) -> str:
        """Return the key of the chosen tab."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def first(self) -> str:
        """Return the key of the first tab."""
        return next(iter(self._buttons))

    def choose(self, key: str) -> None:
        """Choose a tab, without telling."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> Button:
        """Return the button of a tab, to give it a tooltip or key cap."""
        return self._buttons[key]

    def show_count(self, key: str, count: str) -> None:
        """Show how many rows wait behind a tab; "" shows nothing."""
        self._buttons[key].set_count(count)
