"""What whoever is signed in can do about themselves: their preferences, and letting others in."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from storedesk.ui.kit.base.actions import Action, tooltip
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.keys import with_key, written
from storedesk.ui.preferences.rows import preferences
from storedesk.ui.shell.side_bar import SideBar


class Leaver(Protocol):
    """Lets whoever is signed in go."""

    def switch_user(self) -> None:
        """Lock, or sign out who has no PIN."""

    def sign_out(self) -> None:
        """Sign out."""


HANDBOOK = "Shift+F1"
"""The key of the handbook: see shell/shortcuts.py."""


def _ways_to_settings(show: Callable[[str], object], *, is_demo: bool) -> list[Action]:
    return [
        Action(
            name=f"preferences.{one.name}", text=one.words, run=partial(show, one.name),
            group=tr("Preferences"), icon=one.icon,
        )
        for one in preferences(is_demo=is_demo)
    ]  # fmt: skip


def register_person(
    side_bar: SideBar,
    bind: Callable[[Action], None],
    show: Callable[[str], object],
    leaver: Leaver,
    *,
    is_demo: bool,
) -> None:
    """Register the keys, and a way to each setting by its words.

    `bind` registers an action, `show` goes to the setting of a name, or to all of them for "".
    A demo store has settings of its own.
    """
    everywhere = tr("Everywhere")
    going = Action(
        name="go.preferences", text=tr("Preferences"), run=partial(show, ""), group=everywhere,
        keys=("Ctrl+,",), icon="settings",
    )  # fmt: skip
    switching = Action(
        name="staff.switch", text=tr("Lock, or let someone else work"), run=leaver.switch_user,
        group=everywhere, keys=("F12",), icon="lock",
    )  # fmt: skip
    leaving = Action(
        name="staff.sign_out", text=tr("Sign out"), run=leaver.sign_out, group=everywhere,
        keys=("Shift+F12",), icon="log-out",
    )  # fmt: skip
    for action in (going, switching, leaving, *_ways_to_settings(show, is_demo=is_demo)):
        bind(action)
    side_bar.person.say(tooltip(going))
    side_bar.person.clicked.connect(going.run)
    reading = with_key(tr("Open the handbook"), written(HANDBOOK))
    for item in (
        side_bar.add("handbook", tr("Handbook"), "circle-question-mark", reading, foot=True),
        side_bar.add("switch", tr("Switch user"), "lock", tooltip(switching), foot=True),
        side_bar.add("sign_out", tr("Sign out"), "log-out", tooltip(leaving), foot=True),
    ):
        item.setCheckable(False)
        item.setAutoExclusive(False)
