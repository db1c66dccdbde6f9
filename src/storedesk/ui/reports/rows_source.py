"""Give a list its rows out of memory: a report is read whole, and sorted here."""

from collections.abc import Callable, Sequence
from hashlib import md5
from typing import Any, Generic, TypeVar
from uuid import UUID

from storedesk.ui.kit.lists.columns import Column, Sort
from storedesk.ui.kit.lists.source import PAGE

R = TypeVar("R")


class RowsSource(Generic[R]):
    """Holds the rows of a report in their usual order, and sorts them by their columns' values."""

    def __init__(self, named: Callable[[R], str], columns: Sequence[Column[R]]) -> None:
        """Take what a row is known by: it stays so when the report is asked anew."""
        self._named = named
        self._columns = {column.sort: column for column in columns if column.sort}
        self._rows: dict[UUID, R] = {}

    def hold(self, rows: Sequence[R]) -> None:
        """Hold these rows instead."""
        self._rows = {self.key(row): row for row in rows}

    @property
    def rows(self) -> list[R]:
        """All rows in their usual order."""
        return list(self._rows.values())

    async def keys(self, sort: Sort, wanted: Any) -> bytes:
        """Return the keys of all rows in that order."""
        del wanted
        return b"".join(self.key(row).bytes for row in self.sorted_rows(sort))

    async def first_page(self, sort: Sort, wanted: Any) -> Sequence[R]:
        """Return the first rows in that order."""
        del wanted
        return self.sorted_rows(sort)[:PAGE]

    async def records(self, ids: Sequence[UUID]) -> Sequence[R]:
        """Return the rows of `ids`."""
        return [self._rows[key] for key in ids if key in self._rows]

    def key(self, record: R) -> UUID:
        """Return the key of a row."""
        return UUID(bytes=md5(self._named(record).encode(), usedforsecurity=False).digest())

    def sorted_rows(self, sort: Sort) -> list[R]:
        """Return all rows in that order."""
        column = self._columns.get(sort.by)
        rows = self.rows
        if column is None or column.plain is None:
            return rows[::-1] if sort.descending else rows
        value = column.plain
        return sorted(rows, key=lambda row: _comparable(value(row)), reverse=sort.descending)


def _comparable(value: Any) -> tuple[bool, Any]:
    """Return what values are sorted by: what is not known comes first."""
    amount = getattr(value, "amount", value)
    if amount is None:
        return False, 0
    return True, amount.casefold() if isinstance(amount, str) else amount
