"""Offer what can be done with a row where it stands: by a right click, or the menu key."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.menu import Menu
from storedesk.ui.kit.looks.theme import icon

Named = str | None
"""The fixed name of an action; None parts two groups."""


class RowMenu:
    """The actions of a page that are about the chosen row, those that can be done now."""

    def __init__(self, page: QWidget, actions: Actions, names: Sequence[Named]) -> None:
        self._page, self._actions, self._names = page, actions, names

    def offer(self, name: str) -> None:
        """Offer one more action."""
        self._names = (*self._names, name)

    def offered(self) -> list[Action | None]:
        """Return what can be done with the chosen row; None between two groups."""
        return list(_parted(self._possible()))

    def show(self, at: QPoint) -> None:
        """Show them at a place on the screen."""
        offered = self.offered()
        if not offered:
            return
        menu = Menu(self._page)
        for one in offered:
            if one is None:
                menu.addSeparator()
            else:
                self._add(menu, one)
        menu.popup(at)

    def _add(self, menu: Menu, action: Action) -> None:
        words = f"{action.text}\t{action.key}" if action.key else action.text
        entry = menu.addAction(icon(action.icon, "muted"), words) if action.icon else None
        (entry or menu.addAction(words)).triggered.connect(lambda: self._actions.trigger(action))

    def _possible(self) -> Iterator[Action | None]:
        known = {one.name: one for one in self._actions.able()}
        for name in self._names:
            if name is None:
                yield None
            elif name in known:
                yield known[name]


def _parted(entries: Iterator[Action | None]) -> Iterator[Action | None]:
    """Leave no line at an end, and no two together."""
    is_due = is_begun = False
    for entry in entries:
        if entry is None:
            is_due = is_begun
            continue
        if is_due:
            yield None
        yield entry
        is_due, is_begun = False, True
