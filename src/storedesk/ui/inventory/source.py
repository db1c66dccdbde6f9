"""Feeds the list of stock from the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from storedesk.domain.inventory import StockLine
from storedesk.services import inventory
from storedesk.services.desk import Desk
from storedesk.ui.kit.columns import Sort
from storedesk.ui.kit.source import PAGE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to."""

    search: str = ""
    only_low: bool = False


class StockSource:
    """Answers the table's three questions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def keys(self, sort: Sort, wanted: Wanted) -> bytes:
        """Return the keys of all products that match, in order, 16 bytes each."""
        return await self._desk.read(
            inventory.stock_keys,
            search=wanted.search,
            only_low=wanted.only_low,
            sort=sort.by,
            descending=sort.descending,
        )

    async def first_page(self, sort: Sort, wanted: Wanted) -> Sequence[StockLine]:
        """Return the first records of the same list."""
        return await self._desk.read(
            inventory.first_stock,
            search=wanted.search,
            only_low=wanted.only_low,
            sort=sort.by,
            descending=sort.descending,
            limit=PAGE,
        )

    async def records(self, ids: Sequence[UUID]) -> Sequence[StockLine]:
        """Return the records of `ids`."""
        return await self._desk.read(inventory.stock_lines, ids)

    def key(self, record: StockLine) -> UUID:
        """Return the id of a line's product."""
        return record.product_id
