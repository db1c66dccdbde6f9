"""What can be done with every list page: search, type, export, copy, and the menu of a row."""

from typing import ClassVar, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.forms.search import SearchField
from storedesk.ui.kit.lists.arrangement import Arrangement
from storedesk.ui.kit.lists.exporting import ListExport
from storedesk.ui.kit.lists.renewal import RenewedPage
from storedesk.ui.kit.lists.row_menu import RowMenu
from storedesk.ui.kit.looks.buttons import secondary

R = TypeVar("R")


class ListActions(RenewedPage[R]):
    """Registers what every list page can do with its list and with the chosen row."""

    search: SearchField
    arrangement: Arrangement
    row_menu: ClassVar[tuple[str | None, ...]] = ()
    """Names of the actions that are about the chosen row, for its menu; None parts two groups."""

    def search_action(self, actions: Actions, *, name: str, group: str) -> None:
        """Give the search field its keys."""
        words = self.search.accessibleName()
        action = Action(
            name=name, text=words, run=self._to_search, group=group, keys=("Ctrl+F", "F2"),
            icon="search", is_at_once=True,
        )  # fmt: skip
        actions.add(action, self)

    def edit_action(  # noqa: PLR0913 - what every action has
        self, actions: Actions, edit: str, *, name: str, text: str, group: str, key: str = "Ctrl+T"
    ) -> None:
        """Give the column that is edited as `edit` a key that types into the chosen row."""
        action = Action(
            name=name, text=text, run=lambda: self.table.editing.open_named(edit), group=group,
            keys=(key,), icon="pencil",
        )  # fmt: skip
        actions.add(action, self)

    def export_button(
        self, actions: Actions, form: Format, *, name: str, title: str
    ) -> QAbstractButton:
        """Return the button that exports the list as it is shown; `title` is that of the page."""
        self.exporting = ListExport(self, self.table, form, title=title)
        button = secondary(tr("Export"), icon="download")
        action = Action(
            name=name, text=tr("Export this list as a file"),
            run=lambda: self.start(self.export), group=title, keys=("Ctrl+Shift+E",),
            icon="download",
        )  # fmt: skip
        actions.bind(action, button, self)
        copy = Action(
            name=f"{name.partition('.')[0]}.copy", text=tr("Copy the ticked or chosen rows"),
            run=lambda: self.start(self.copy), group=title, keys=("Ctrl+C",), icon="copy",
            enabled=lambda: bool(self.table.chosen_or_none() or self.table.ticked_count()),
        )  # fmt: skip
        actions.add(copy, self)
        self.table.is_copied_by_page = True
        columns = Action(
            name=f"{name.partition('.')[0]}.columns", text=tr("Choose the columns"),
            run=self.arrangement.ask, group=title, keys=("Ctrl+Shift+K",), icon="list-filter",
        )  # fmt: skip
        actions.add(columns, self)
        self.menu = RowMenu(self, actions, (*self.row_menu, None, copy.name))
        self.table.menu_wanted.connect(self._ask_for_menu)
        return button

    async def copy(self) -> None:
        """Copy the ticked rows, or the chosen one, as a table that a spreadsheet takes."""
        rows = await self.exporting.copied()
        words = plural("{n} row is copied.", "{n} rows are copied.", rows)
        self.note.say(words.format(n=self.exporting.form.count(rows)))

    async def export(self) -> None:
        """Export the whole list, as it is narrowed and sorted, into a file that a person names."""
        done = await self.exporting.ask()
        if done is not None:
            self.note.say(self.exporting.summary(done))

    async def show_menu(self) -> None:
        """Show the menu of the chosen row, as soon as its record stands beside the list."""
        await self._jobs.ended(self.show_chosen)
        self.menu.show(self._menu_at)

    async def show_chosen(self) -> None:
        """Show the chosen record beside the list."""
        raise NotImplementedError

    def _ask_for_menu(self, at: QPoint) -> None:
        self._menu_at = at
        self._jobs.restart(self.show_menu)

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
