"""Show rows that have changed in their places, in a list that is not asked for anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QTimer

from storedesk.domain.change_notices import Rows
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.lists.page_cache import pages_of
from storedesk.ui.kit.lists.table import LongTable
from storedesk.ui.kit.lists.tabs import SegmentedTabs

R = TypeVar("R")
ORDER_MS = 10_000
"""Milliseconds between two orders of a list that is sorted by what every sale changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowNews:
    """Which news change what the rows of a list show, and not which rows there are."""

    tables: frozenset[str]
    """Their ids are the keys of the rows."""
    sorts: frozenset[str]
    """The sorts in which such news may change the order."""
    tabs: frozenset[str] = frozenset()
    """The tabs in which such news may change which rows there are: they are made new as orders."""
    only_in: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Tables that say which rows there are in some tabs alone."""
    time: Callable[[datetime], str]
    """Writes a time of day."""


class RenewedPage(View, Generic[R]):
    """A page with a list of which single rows are asked for again.

    Where it is sorted by what has changed, the rows keep their places: the order is made new now
    and then, and the page says how old it is.
    """

    table: LongTable[R]
    tabs: SegmentedTabs
    _order_of: datetime | None = None

    def renew_by(self, news: RowNews | None) -> None:
        """Say which news change rows; None: all of them ask for the list anew."""
        self._news, self._changed = news, set[UUID]()
        self._asked_at = datetime.now(UTC)
        self._order = QTimer(self, singleShot=True, interval=ORDER_MS)
        self._order.timeout.connect(lambda: self._jobs.repeat(self.refresh))

    def hear(self, table: str, ids: Rows) -> None:
        """Ask again for the rows that have changed; for all, where there may be other rows."""
        news, tab = self._news, self.tabs.current()
        if news and table in news.only_in and tab not in news.only_in[table]:
            return
        if ids and self.isVisible() and news and table in news.tables:
            self._changed |= ids
            self._jobs.repeat(self.renew_rows)
        else:
            super().hear(table, ids)

    async def renew_rows(self) -> None:
        """Show the rows that have changed, in their places."""
        changed, self._changed = self._changed, set()
        moved = await renew(self.table, changed)
        if moved and not self._order.isActive() and await self._may_be_elsewhere(moved):
            self._order_of = self._asked_at
            self._order.start()
            self.table.counted.emit(self.table.rows.rowCount())

    async def _may_be_elsewhere(self, moved: set[UUID]) -> bool:
        """Tell whether the list may be another one, as these rows have changed."""
        if self._news is None:
            return False
        if self.tabs.current() in self._news.tabs:
            return True
        is_sorted_by_it = self.table.sort.by in self._news.sorts
        return is_sorted_by_it and await self.table.list.vector.has_any(moved)

    def in_order(self) -> None:
        """Note that the whole list is asked for, in its order."""
        self._order_of, self._asked_at = None, datetime.now(UTC)
        self._order.stop()

    def as_of(self, words: str) -> str:
        """Add to how many rows there are how old their order is, if they have changed since."""
        if self._order_of is None or self._news is None:
            return words
        text = tr("{counted}, order as of {time}")
        return text.format(counted=words, time=self._news.time(self._order_of))


async def renew(table: LongTable[R], keys: set[UUID]) -> set[UUID]:
    """Ask again for the records of some keys, in a list that stays as it is.

    Those in sight and the chosen one are asked for now, others when they come into sight. Returns
    those that are others than are shown, and those that are not in sight: they may belong
    elsewhere.
    """
    vector, sight, chosen = table.list.vector, table.rows_in_sight(), table.chosen_ids()[:1]
    table.list.cache.keep_only(pages_of(sight))
    rows = {vector.at(row): row for row in sight if row < len(vector)}
    wanted = [key for key in keys if key in rows or key in chosen]
    moved = keys - rows.keys()
    for record in await table.source.records(wanted) if wanted else ():
        key = table.source.key(record)
        if key in rows and vector is table.list.vector:
            if table.list.record(rows[key]) != record:
                moved.add(key)
            table.list.change(rows[key], record)
        if key in table.chosen_ids():
            table.hold(record)
    table.viewport().update()
    if keys.intersection(chosen):
        table.chosen_changed.emit()
    return moved
