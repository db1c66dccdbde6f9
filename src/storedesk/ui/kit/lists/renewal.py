"""Show rows that have changed in their places, in a list that is not asked for anew."""

from collections.abc import Callable
from dataclasses import dataclass
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
    """The tabs in which such news may change which rows there are."""
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
        if ids and self.isVisible() and self._renews(table):
            self._changed |= ids
            self._jobs.repeat(self.renew_rows)
        else:
            super().hear(table, ids)

    async def renew_rows(self) -> None:
        """Show the rows that have changed, in their places."""
        changed, self._changed = self._changed, set()
        may_have_moved = await renew(self.table, changed)
        is_sorted_by_it = self._news is not None and self.table.sort.by in self._news.sorts
        if may_have_moved and is_sorted_by_it and not self._order.isActive():
            self._order_of = self._asked_at
            self._order.start()
            self.table.counted.emit(self.table.rows.rowCount())

    def _renews(self, table: str) -> bool:
        news = self._news
        return bool(news and table in news.tables and self.tabs.current() not in news.tabs)

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


async def renew(table: LongTable[R], keys: set[UUID]) -> bool:
    """Ask again for the records of some keys, in a list that stays as it is.

    Those in sight and the chosen one are asked for now, others when they come into sight. Returns
    whether one of them is another than is shown, or is not in sight: so that it may belong
    elsewhere.
    """
    vector, sight, chosen = table.list.vector, table.rows_in_sight(), table.chosen_ids()[:1]
    table.list.cache.keep_only(pages_of(sight))
    rows = {vector.at(row): row for row in sight if row < len(vector)}
    wanted = [key for key in keys if key in rows or key in chosen]
    is_other = not keys <= rows.keys()
    for record in await table.source.records(wanted) if wanted else ():
        key = table.source.key(record)
        if key in rows and vector is table.list.vector:
            is_other |= table.list.record(rows[key]) != record
            table.list.change(rows[key], record)
        if key in table.chosen_ids():
            table.hold(record)
    table.viewport().update()
    if keys.intersection(chosen):
        table.chosen_changed.emit()
    return is_other
