"""Register the shortcuts of the page of stock counts."""

from collections.abc import Callable, Mapping
from functools import partial

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import Job, View
from storedesk.ui.kit.looks.buttons import Button


def add_shortcuts(
    actions: Actions,
    page: View,
    jobs: Mapping[str, Job],
    buttons: Mapping[str, Button],
    is_counting: Callable[[], bool],
) -> None:
    """Register each job of the page with its shortcut, and with its button if it has one."""
    shortcuts = {
        "new": (tr("Start a count"), "Ctrl+N", "plus", False),
        "post": (tr("Post the count"), "Ctrl+Return", "check", True),
        "back": (
            tr("Undo the last entry"), "Ctrl+Backspace", "undo-2", True,
        ),
        "recount": (
            tr("Count the chosen product again"), "Ctrl+R", "refresh-cw", True,
        ),
        "cancel": (tr("Cancel the count"), "Ctrl+Shift+Delete", "x", True),
        "undo": (tr("Undo the count posted last"), "Ctrl+Z", "undo-2", False),
    }  # fmt: skip
    for name, (text, key, icon, in_count) in shortcuts.items():
        action = Action(
            name=f"counts.{name}",
            text=text,
            run=partial(page.start, jobs[name]),
            group=tr("Counts"),
            keys=(key,),
            icon=icon,
            enabled=is_counting if in_count else lambda: True,
        )
        if button := buttons.get(name):
            actions.bind(action, button, page)
            button.set_cap(action.key)
        else:
            actions.add(action, page)
