"""Say why a list is empty, by one rule for all pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from storedesk.ui.kit.base.banner import Step
from storedesk.ui.kit.base.language import tr

Message: TypeAlias = tuple[str, str]
"""A title, and what to do next."""
Said: TypeAlias = tuple[str, str] | tuple[str, str, tuple[Step, ...]]
"""A title and what to do next, with the buttons that do it."""
NOTHING: Message = ("", "")
SHOWN_ELSEWHERE = 3
"""Records that are named which a search has found where nobody looks."""


@dataclass(frozen=True, slots=True)
class Next:
    """An action that is the next step of a list that has nothing yet."""

    action: str
    """Its fixed name, which may be one of another page."""
    words: str
    """What the button says, translated."""
    icon: str = ""
    key: str = ""
    """Its key, where that works on the page of the list."""


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What a page says of its list, where nothing stands in it."""

    nothing_yet: Message
    """Whatever was chosen above it: there is nothing that it could show."""
    of_tabs: Mapping[str, Message] = field(default_factory=dict)
    """What nothing in a tab means, while there is something elsewhere; by the tab's key."""
    next_steps: tuple[Next, ...] = ()
    """What this person may do about there being nothing yet."""

    def message(self, tab: str, *, has_any: bool, is_filtered: bool) -> Message:
        """Return what is true: `has_any` is for the whole list, `is_filtered` beside tab and words.

        Words that were searched for and not found are told by `unmatched`.
        """
        if not has_any:
            return self.nothing_yet
        if not is_filtered and tab in self.of_tabs:
            return self.of_tabs[tab]
        return (
            tr("Nothing matches the filters above"),
            tr("Clear the filters to see the rest of the list."),
        )


def unmatched(words: str, elsewhere: list[str]) -> Message:
    """Return what a list says that has nothing of what was searched for."""
    if not elsewhere:
        title = tr("Nothing matches “{words}”").format(words=words)
        return title, tr("Try other words, or clear the search.")
    title = tr("Nothing here matches “{words}”").format(words=words)
    shown = ", ".join(elsewhere[:SHOWN_ELSEWHERE])
    if len(elsewhere) > SHOWN_ELSEWHERE:
        hint = tr("Found elsewhere: {found}, and more. Clear the filters to see them.")
    else:
        hint = tr("Found elsewhere: {found}. Clear the filters to see it.")
    return title, hint.format(found=shown)
