"""List the sections of the settings; one is chosen, Up and Down go to the next."""

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import be_one_stop
from storedesk.ui.kit.lists.side_item import COUNT_WIDTH, SideItem
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.tokens import Tone

LEAST = 172
"""Pixels of the list."""


class SectionList(QWidget):
    """One item a section, with a mark where something is typed and not saved."""

    accessible_role: ClassVar = QAccessible.Role.PageTabList

    chosen = Signal(str)
    """A person chose another one: its key."""

    def __init__(self, sections: Iterable[tuple[str, str, str]]) -> None:
        """Take key, title and icon of each."""
        super().__init__()
        self.setAccessibleName(tr("Sections of the settings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.items: dict[str, SideItem] = {}
        widest = 0.0
        for key, title, icon in sections:
            item = self.items[key] = SideItem(title, icon)
            item.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            widest = max(widest, paint.style(13, theme.DEMIBOLD)[1].horizontalAdvance(title))
            column.addWidget(item)
        column.addStretch(1)
        room = px(theme.ICON_SIZE) + px(COUNT_WIDTH) + 28
        self.setFixedWidth(max(px(LEAST), round(widest) + room))

    def choose(self, key: str) -> None:
        """Show which one is chosen, without telling."""
        self.items[key].setChecked(True)
        be_one_stop(self.items.values())

    def current(self) -> str:
        """Return the key of the chosen one."""
        return next(key for key, item in self.items.items() if item.isChecked())

    def mark(self, key: str, *, is_unsaved: bool) -> None:
        """Show that something is typed in it and not saved."""
        self.items[key].show_count(int(is_unsaved), Tone.INFO)
