"""What the palette can do with the pages: find records, show a page, have one more made."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.actions import Actions, Jump
from storedesk.ui.kit.lists.habits import Habits
from storedesk.ui.shell.lazy_pages import LazyPages

JUMPS = 8
"""Records of one page that the palette offers."""


class PaletteWays:
    """Registers the ways to the pages of one person, until they sign out."""

    def __init__(
        self,
        actions: Actions,
        pages: LazyPages,
        *,
        finding: Iterable[str],
        go: Callable[[str], object],
        habits: Habits,
    ) -> None:
        """Register them: `finding` names the pages whose records are found, `go` shows one."""
        self._actions, self._pages, self._go, self._habits = actions, pages, go, habits
        self._finders = [partial(self._find, key) for key in finding]
        actions.finders += self._finders
        actions.completers.append(pages.make_next)
        actions.bring_up = self.bring_up
        actions.used = list(habits.used)

    def stop(self) -> None:
        """Take them back, and keep what this person did last."""
        actions = self._actions
        if self._pages.make_next in actions.completers:
            actions.finders = [one for one in actions.finders if one not in self._finders]
            actions.completers.remove(self._pages.make_next)
            self._habits.keep_used(actions.used)

    def bring_up(self, part: QWidget) -> None:
        """Show the page that `part` is or lies in, if it is not in sight."""
        for key, page in self._pages.made().items():
            if (page is part or page.isAncestorOf(part)) and not page.isVisible():
                self._go(key)

    async def _find(self, key: str, words: str) -> list[Jump]:
        """Find what of a page fits some words."""
        found = await self._pages[key].jumps(words, JUMPS)
        return [replace(jump, run=partial(self._jump, key, jump)) for jump in found]

    def _jump(self, key: str, jump: Jump) -> None:
        self._go(key)
        jump.run()
