"""Why a list is empty, and what is true to say then: one rule for all lists of pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

Told: TypeAlias = tuple[str, str]
"""A title, and what to do next."""
NOTHING: Told = ("", "")
SHOWN_ELSEWHERE = 3
"""Records that are named which a search has found where nobody looks."""


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What a page says of its list, where nothing stands in it."""

    nothing_yet: Told
    """Whatever was chosen above it: there is nothing that it could show."""
    of_tabs: Mapping[str, Told] = field(default_factory=dict)
    """What nothing in a tab means, while there is something elsewhere; by the tab's key."""

    def told(self, tab: str, *, has_any: bool, is_filtered: bool) -> Told:
        """Return what is true: `has_any` is for the whole list, `is_filtered` beside tab and words.

        Words that were searched for and not found are told by `unmatched`.
        """
        if not has_any:
            return self.nothing_yet
        if not is_filtered and tab in self.of_tabs:
            return self.of_tabs[tab]
        say = QCoreApplication.translate
        return (
            say("Emptiness", "Nothing fits what is chosen above"),
            say("Emptiness", "There is more in the list: take away what narrows it."),
        )


def unmatched(words: str, elsewhere: list[str]) -> Told:
    """Return what a list says that has nothing of what was searched for."""
    say = QCoreApplication.translate
    if not elsewhere:
        title = say("ListPage", "Nothing matches “{words}”").format(words=words)
        return title, say("ListPage", "Try other words. Esc empties the search.")
    title = say("ListPage", "Nothing here matches “{words}”").format(words=words)
    shown = ", ".join(elsewhere[:SHOWN_ELSEWHERE])
    if len(elsewhere) > SHOWN_ELSEWHERE:
        hint = say("ListPage", "Elsewhere: {found}, and more. Take away what narrows the list.")
    else:
        hint = say("ListPage", "Elsewhere: {found}. Take away what narrows the list.")
    return title, hint.format(found=shown)
