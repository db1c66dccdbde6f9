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
from storedesk.ui.kit.lists.tick_table import TickTable
from storedesk.ui.kit.looks.buttons import secondary

R = TypeVar("R")


class ListActions(RenewedPage[R]):
    """Registers what every list page can do with its list and with the chosen row."""

    search: SearchField
    arrangement: Arrangement
    actions_at_hand: Actions
    row_menu: ClassVar[tuple[str | None, ...]] = ()
    """Names of the actions that are about the chosen row, for its menu; None parts two groups."""

    def search_action(self, actions: Actions, *, name: str, group: str) -> None:
        """Give the search field its keys; `actions` has what an empty list offers, too."""
        self.actions_at_hand = actions
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
            keys=(key,), icon="pencil", enabled=self.has_chosen,
        )  # fmt: skip
        actions.add(action, self)

    def export_button(
        self, actions: Actions, form: Format, *, name: str, title: str
    ) -> QAbstractButton:
        """Return the button that exports the list as it is shown; `title` is that of the page."""
        self._prefix = name.partition(".")[0]
        self.exporting = ListExport(self, self.table, form, title=title)
        button = secondary(tr("Export"), icon="download")
        action = Action(
            name=name, text=tr("Export this list as a file"),
            run=lambda: self.start(self.export), group=title, keys=("Ctrl+Shift+E",),
            icon="download",
        )  # fmt: skip
        actions.bind(action, button, self)
        copy = Action(
            name=f"{self._prefix}.copy", text=tr("Copy the ticked or chosen rows"),
            run=lambda: self.start(self.copy), group=title, keys=("Ctrl+C",), icon="copy",
            enabled=self.has_meant,
        )  # fmt: skip
        actions.add(copy, self)
        self.table.is_copied_by_page = True
        columns = Action(
            name=f"{self._prefix}.columns", text=tr("Choose the columns"),
            run=self.arrangement.ask, group=title, keys=("Ctrl+Shift+K",), icon="list-filter",
        )  # fmt: skip
        actions.add(columns, self)
        self.menu = RowMenu(self, actions, (*self.row_menu, None, copy.name))
        self.table.menu_wanted.connect(self._ask_for_menu)
        self._add_row_keys(actions, title)
        return button

    def opens(self) -> str:
        """Return what Enter does with the chosen row, "" if nothing."""
        return ""

    def may_open(self) -> bool:
        """Tell whether Enter does something with the chosen row."""
        return self.has_chosen()

    def has_chosen(self) -> bool:
        """Tell whether a row is chosen."""
        return self.table.chosen_or_none() is not None

    def has_meant(self) -> bool:
        """Tell whether there is something that a command would be about: ticked, or chosen."""
        return self.has_chosen() or bool(self.table.ticked_count())

    def _add_row_keys(self, actions: Actions, group: str) -> None:
        """Register the keys that the list reads itself."""
        table, has_rows = self.table, lambda: bool(self.table.rows.rowCount())
        keys = [
            ("rows", tr("Choose another row"), ("Up", "Down"), table.setFocus, has_rows),
            ("ends", tr("Choose the first or last row"), ("Home", "End"), table.setFocus, has_rows),
            ("menu", tr("Show what can be done with the row"), ("Menu",), table.ask_for_menu,
             self.has_chosen),
        ]  # fmt: skip
        if words := self.opens():
            keys.append(("enter", words, ("Return",), table.open_chosen, self.may_open))
        if isinstance(table, TickTable):
            keys += [
                ("tick", tr("Tick the chosen row"), ("Space",), table.tick_chosen, self.has_chosen),
                ("tick_all", tr("Tick all rows"), ("Ctrl+A",), table.selectAll, has_rows),
                ("untick", tr("Untick all rows"), ("Esc",), table.untick,
                 lambda: bool(table.ticked_count())),
            ]  # fmt: skip
        for name, text, caps, run, enabled in keys:
            action = Action(
                name=f"{self._prefix}.{name}", text=text, run=run, group=group, keys=caps,
                is_typed=True, enabled=enabled,
            )  # fmt: skip
            actions.add(action, table)

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
