"""Register the shortcuts of the page of stock counts."""

from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk.domain.counts import CountStatus
from storedesk.ui.counts.overview import CountList
from storedesk.ui.counts.sheet import CountSheet
from storedesk.ui.kit.base.actions import Action, Actions, Always
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.buttons import Button


class CountsPage(Protocol):
    """What is done on the page of counts, and its parts."""

    count: UUID | None
    undoable: tuple[UUID, ...]
    list: CountList
    sheet: CountSheet
    new: Button
    finish: Button
    drop: Button

    async def begin(self) -> None:
        """Start a count."""

    async def post(self) -> None:
        """Post it."""

    async def cancel(self) -> None:
        """End it without moving stock."""

    async def undo(self) -> None:
        """Undo the count that was posted last."""

    async def undo_entry(self) -> None:
        """Undo the last entry."""

    async def recount(self) -> None:
        """Count the chosen product again."""

    def leave(self) -> None:
        """Show all counts."""


def add_shortcuts(actions: Actions, view: View, page: CountsPage) -> None:
    """Register what is done on the page, with the buttons for it, and the keys of its parts."""

    def is_counting() -> bool:
        return page.count is not None

    buttons = {"new": page.new, "post": page.finish, "cancel": page.drop}
    for name, text, job, key, icon, in_count, is_of_use in (
        ("new", tr("Start a count"), page.begin, "Ctrl+N", "plus", False, Always),
        ("post", tr("Post the count"), page.post, "Ctrl+Return", "check", True, Always),
        ("back", tr("Undo the last entry"), page.undo_entry, "Ctrl+Backspace", "undo-2", True,
         Always),
        ("recount", tr("Count the chosen product again"), page.recount, "Ctrl+R", "refresh-cw",
         True, lambda: page.sheet.table.chosen_or_none() is not None),
        ("cancel", tr("Cancel the count"), page.cancel, "Ctrl+Shift+Delete", "x", True, Always),
        ("undo", tr("Undo the count posted last"), page.undo, "Ctrl+Z", "undo-2", False,
         lambda: bool(page.undoable)),
    ):  # fmt: skip
        action = Action(
            name=f"counts.{name}", text=text, run=partial(view.start, job), group=tr("Counts"),
            keys=(key,), icon=icon, enabled=is_counting if in_count else Always,
            is_of_use=is_of_use,
        )  # fmt: skip
        if button := buttons.get(name):
            actions.bind(action, button, view)
            button.set_cap(action.key)
        else:
            actions.add(action, view)
    _add_keys_of_parts(actions, page)


def _add_keys_of_parts(actions: Actions, page: CountsPage) -> None:
    """Register what the list of counts and the field of an open one read themselves."""

    def is_open() -> bool:
        count = page.list.chosen_or_none()
        return count is not None and count.status is CountStatus.OPEN

    field = page.sheet.entry
    parts: list[tuple[str, str, Callable[[], object], str, QWidget, Callable[[], bool]]] = [
        ("enter", tr("Go on with the chosen count"), page.list.open_chosen, "Return", page.list,
         is_open),
        ("leave", tr("Show all counts"), page.leave, "Esc", field, lambda: not field.text()),
    ]  # fmt: skip
    for name, text, run, key, owner, is_of_use in parts:
        action = Action(
            name=f"counts.{name}", text=text, run=run, group=tr("Counts"), keys=(key,),
            is_typed=True, is_of_use=is_of_use,
        )  # fmt: skip
        actions.add(action, owner)
