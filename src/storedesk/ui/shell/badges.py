"""Show beside each page in the side bar how much waits there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from storedesk.domain.change_notices import EVERY_TABLE
from storedesk.services.desk import Desk
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.side_bar import SideBar


@dataclass(frozen=True, slots=True)
class Badge:
    """The number beside a page: the query that counts what waits there."""

    count: Callable[..., int]
    tables: frozenset[str]
    """The tables whose changes may change the number."""
    tone: Tone


class Badges:
    """The numbers of the side bar, each counted again after news of its tables."""

    def __init__(self, desk: Desk, side_bar: SideBar, badges: Mapping[str, Badge]) -> None:
        self._desk = desk
        self._side_bar = side_bar
        self._badges = badges
        self._stale = set(badges)

    def hear(self, table: str) -> bool:
        """Take news of a table, or of all; tell whether a number may have changed."""
        heard = {
            key for key, one in self._badges.items() if table == EVERY_TABLE or table in one.tables
        }
        self._stale |= heard
        return bool(heard)

    async def show(self) -> None:
        """Count again what may have changed, and show it."""
        for key in sorted(self._stale):
            badge = self._badges[key]
            self._side_bar.items[key].show_count(await self._desk.read(badge.count), badge.tone)
            self._stale.discard(key)
