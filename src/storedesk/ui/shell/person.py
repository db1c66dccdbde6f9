"""What whoever is signed in can do about themselves: their preferences, and letting others in."""

from collections.abc import Callable
from functools import partial

from storedesk.ui.kit.base.actions import Action, tooltip
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.keys import with_key, written
from storedesk.ui.preferences.rows import preferences
from storedesk.ui.shell.side_bar import SideBar

HANDBOOK = "Shift+F1"
"""The key of the handbook: see shell/shortcuts.py."""


def register_person(
    side_bar: SideBar,
    bind: Callable[[Action], None],
    show: Callable[[str], object],
    switch: Callable[[], object],
) -> None:
    """Register the keys, and a way to each setting by its words.

    `bind` registers an action, `show` goes to the setting of a name, or to all of them for "",
    `switch` lets someone else sign in.
    """
    everywhere = tr("Everywhere")
    going = Action(
        name="go.preferences", text=tr("Preferences"), run=partial(show, ""), group=everywhere,
        keys=("Ctrl+,",), icon="settings",
    )  # fmt: skip
    leaving = Action(
        name="staff.switch", text=tr("Let someone else sign in"), run=switch, group=everywhere,
        keys=("F12",), icon="log-out",
    )  # fmt: skip
    settings = [
        Action(
            name=f"preferences.{one.name}", text=one.words, run=partial(show, one.name),
            group=tr("Preferences"), icon=one.icon,
        )
        for one in preferences()
    ]  # fmt: skip
    for action in (going, leaving, *settings):
        bind(action)
    side_bar.person.say(tooltip(going))
    side_bar.person.clicked.connect(going.run)
    reading = with_key(tr("Open the handbook"), written(HANDBOOK))
    for item in (
        side_bar.add("handbook", tr("Handbook"), "circle-question-mark", reading, foot=True),
        side_bar.add("switch", tr("Switch user"), "log-out", tooltip(leaving), foot=True),
    ):
        item.setCheckable(False)
        item.setAutoExclusive(False)
