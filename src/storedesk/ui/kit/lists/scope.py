"""Search in all tabs of a page, and return to the chosen one after the search."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Slot

from storedesk.ui.kit.forms.search import SearchField
from storedesk.ui.kit.lists.tabs import SegmentedTabs

EVERYTHING = "all"
"""The key of the tab that narrows nothing."""


class SearchScope(QObject):
    """Turns to the tab with everything while there are words to search for.

    A person who chooses another tab meanwhile narrows what was found, and stays there.
    """

    def __init__(
        self,
        search: SearchField,
        tabs: SegmentedTabs,
        turned: Callable[[], object],
        apart: Collection[str],
    ) -> None:
        """Tell `turned` that the tab was changed; a search never leaves the tabs in `apart`."""
        super().__init__(tabs)
        self._tabs, self._turned, self._apart = tabs, turned, apart
        self._before = ""
        self._is_searching = False
        search.searched.connect(self._searched)
        tabs.chosen.connect(self._chosen)

    def forget(self) -> None:
        """Turn back to no tab: everything is wanted for another reason."""
        self._before, self._is_searching = "", False

    @Slot(str)
    def _searched(self, words: str) -> None:
        if words and not self._is_searching:
            self._is_searching = True
            tab = self._tabs.current()
            if tab != EVERYTHING and tab not in self._apart:
                self._turn(EVERYTHING)
                self._before = tab
        elif not words:
            before = self._before
            self.forget()
            if before:
                self._turn(before)

    @Slot(str)
    def _chosen(self, _tab: str) -> None:
        self._before = ""

    def _turn(self, tab: str) -> None:
        self._tabs.choose(tab)
        self._turned()
