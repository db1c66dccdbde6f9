"""Declare where a list of any length gets its records."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar
from uuid import UUID

from storedesk.ui.kit.lists.columns import Sort

if TYPE_CHECKING:  # the kit is imported before the database's libraries are
    from storedesk.services.desk import Desk

R = TypeVar("R")

PAGE = 100
"""Rows asked for at once."""


class Source(Protocol[R]):
    """Gives a table its records by three queries, usually three `desk.read(...)`.

    `wanted` is the page's own filter, whatever it is: the table hands it on unread. `sort.by` is
    one of the columns' names; a source translates it by a whitelist of its own.
    """

    async def keys(self, sort: Sort, wanted: Any) -> bytes:
        """Return the keys of all rows that match, in order, 16 bytes each."""
        ...

    async def first_page(self, sort: Sort, wanted: Any) -> Sequence[R]:
        """Return the first PAGE records of the same list: they are painted before all keys."""
        ...

    async def records(self, ids: Sequence[UUID]) -> Sequence[R]:
        """Return the records of `ids`, in any order; those that are gone are left out."""
        ...

    def key(self, record: R) -> UUID:
        """Return the key of a record."""
        ...


class DeskSource(Generic[R]):
    """Feeds a table from three services, which a page narrows by keywords: see `Source`."""

    def __init__(
        self,
        desk: "Desk",
        *,
        keys: Callable[..., bytes],
        first: Callable[..., Sequence[R]],
        records: Callable[..., Sequence[R]],
        key: Callable[[R], UUID],
    ) -> None:
        """`keys` and `first` take sort, descending and what narrows; `key` is that of a record."""
        self._desk, self._keys, self._first, self._records = desk, keys, first, records
        self.key = key

    async def keys(self, sort: Sort, wanted: Mapping[str, Any]) -> bytes:
        """Return the keys of all rows that match, in order, 16 bytes each."""
        return await self._desk.read(self._keys, sort=sort.by, descending=sort.descending, **wanted)

    async def first_page(self, sort: Sort, wanted: Mapping[str, Any]) -> Sequence[R]:
        """Return the first records of the same list."""
        return await self._desk.read(
            self._first, sort=sort.by, descending=sort.descending, limit=PAGE, **wanted
        )

    async def records(self, ids: Sequence[UUID]) -> Sequence[R]:
        """Return the records of `ids`."""
        return await self._desk.read(self._records, ids)
