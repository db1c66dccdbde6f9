"""What a search has found, as rows: products, and the variants of those that are unfolded."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from storedesk.domain.till import FoundItem, FoundProduct

MOST_UNFOLDED = 6
"""Variants of the best product that are shown unasked: more would hide what else was found."""


@dataclass(frozen=True, slots=True)
class Row:
    """A product, or one of its variants."""

    product: FoundProduct
    item: FoundItem
    is_variant: bool = False
    is_unfolded: bool = False
    is_last: bool = False
    """Whether another product follows below it, or nothing."""

    @property
    def is_folded(self) -> bool:
        """Whether its variants are to be shown before any is taken."""
        return bool(self.product.variants) and not self.is_variant and not self.is_unfolded


class Matches:
    """The products of a search, and which of them are unfolded."""

    def __init__(self) -> None:
        self.found: Sequence[FoundProduct] = ()
        self._unfolded: set[UUID] = set()

    def take(self, found: Sequence[FoundProduct]) -> None:
        """Know what was found; the best product is unfolded, if that leaves room for others."""
        self.found = found
        self._unfolded = set()
        if found and (len(found[0].variants) <= MOST_UNFOLDED or len(found) == 1):
            self._unfolded = {_key(found[0])}

    def rows(self) -> list[Row]:
        """Return what is shown."""
        return [row for product in self.found for row in self._rows(product)]

    def first(self) -> int:
        """Return the number of the row that is chosen unasked; -1 where nothing was found."""
        if not self.found:
            return -1
        return 1 if self.found[0].variants and self._is_unfolded(self.found[0]) else 0

    def unfold(self, product: FoundProduct) -> int:
        """Show the variants of a product; return the number of the first one's row."""
        self._unfolded.add(_key(product))
        return self._place(product) + 1

    def fold(self, product: FoundProduct) -> int:
        """Show the product alone; return the number of its row."""
        self._unfolded.discard(_key(product))
        return self._place(product)

    def _rows(self, product: FoundProduct) -> list[Row]:
        is_unfolded = bool(product.variants) and self._is_unfolded(product)
        shown = product.variants if is_unfolded else ()
        top = Row(product, product.item, is_unfolded=is_unfolded, is_last=not shown)
        last = len(shown) - 1
        return [top, *(
            Row(product, one, is_variant=True, is_last=at == last) for at, one in enumerate(shown)
        )]  # fmt: skip

    def _is_unfolded(self, product: FoundProduct) -> bool:
        return _key(product) in self._unfolded

    def _place(self, product: FoundProduct) -> int:
        return next(at for at, row in enumerate(self.rows()) if _key(row.product) == _key(product))


def _key(product: FoundProduct) -> UUID:
    return product.item.product_id
