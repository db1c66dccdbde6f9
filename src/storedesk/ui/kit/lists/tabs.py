"""Make tabs that filter a list; Left and Right change the chosen one."""

from collections.abc import Iterable
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from storedesk.ui.kit.base.accessible import tell_state
from storedesk.ui.kit.input.keyboard import be_one_stop
from storedesk.ui.kit.looks.buttons import Button, Kind


class TabButton(Button):
    """A button that is one of several, of which one is taken."""

    accessible_role: ClassVar = QAccessible.Role.PageTab

    def __init__(self, text: str, **manner: Any) -> None:
        """Take what a `Button` takes."""
        super().__init__(text, **manner)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.toggled.connect(lambda: tell_state(self, "selected"))


class SegmentedTabs(QWidget):
    """A row of choices of which exactly one is taken."""

    accessible_role: ClassVar = QAccessible.Role.PageTabList

    chosen = Signal(str)
    """Another tab was chosen by a person: its key."""

    def __init__(self, tabs: Iterable[tuple[str, str]], *, name: str) -> None:
        """Take pairs of key and words; `name` is what a screen reader calls the row."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, TabButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, words in tabs:
            button = TabButton(words, kind=Kind.TAB)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            button.toggled.connect(self._be_one_stop)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        next(iter(self._buttons.values())).setChecked(True)

    def _be_one_stop(self) -> None:
        be_one_stop(self._buttons.values())

    def current(self) -> str:
        """Return the key of the chosen tab."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def first(self) -> str:
        """Return the key of the first tab."""
        return next(iter(self._buttons))

    def choose(self, key: str) -> None:
        """Choose a tab, without telling."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> TabButton:
        """Return the button of a tab, to give it a tooltip or key cap."""
        return self._buttons[key]

    def show_count(self, key: str, count: str) -> None:
        """Show how many rows wait behind a tab; "" shows nothing."""
        self._buttons[key].set_count(count)
