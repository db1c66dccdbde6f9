"""Feeds the list of products from the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from storedesk.domain.catalogue import ProductLine, ProductStatus
from storedesk.services import catalogue
from storedesk.services.desk import Desk
from storedesk.ui.kit.columns import Sort
from storedesk.ui.kit.source import PAGE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to."""

    search: str = ""
    status: ProductStatus | None = None
    category_id: UUID | None = None


class ProductSource:
    """Answers the table's three questions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def keys(self, sort: Sort, wanted: Wanted) -> bytes:
        """Return the keys of all products that match, in order, 16 bytes each."""
        return await self._desk.read(
            catalogue.product_keys,
            search=wanted.search,
            status=wanted.status,
            category_id=wanted.category_id,
            sort=sort.by,
            descending=sort.descending,
        )

    async def first_page(self, sort: Sort, wanted: Wanted) -> Sequence[ProductLine]:
        """Return the first records of the same list."""
        return await self._desk.read(
            catalogue.first_products,
            search=wanted.search,
            status=wanted.status,
            category_id=wanted.category_id,
            sort=sort.by,
            descending=sort.descending,
            limit=PAGE,
        )

    async def records(self, ids: Sequence[UUID]) -> Sequence[ProductLine]:
        """Return the records of `ids`."""
        return await self._desk.read(catalogue.product_lines, ids)

    def key(self, record: ProductLine) -> UUID:
        """Return a product's id."""
        return record.id
