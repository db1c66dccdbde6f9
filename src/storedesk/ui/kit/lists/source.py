"""What a table of any length asks of whoever feeds it."""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar
from uuid import UUID

from storedesk.ui.kit.lists.columns import Sort

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

PAGE = 100
"""Rows asked for at once."""


class Source(Protocol[R]):
    """Feeds a table: three questions, usually three `desk.read(...)`.

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
