"""Define an exported catalog, with all that came with it from elsewhere."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from storedesk.domain.catalog import ProductStatus

LONGEST_HANDLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedVariant:
    """One size and color; its price is the whole one."""

    sku: str
    size: str | None
    color: str | None
    price: Decimal
    codes: tuple[str, ...] = ()
    """What else a scanner may send for it."""

    @property
    def attributes(self) -> tuple[str, str]:
        """What distinguishes it within its product, ignoring case."""
        return (self.size or "").casefold(), (self.color or "").casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedProduct:
    """A product with all that a file of another shop has a place for."""

    id: UUID
    reference: str | None
    """Its name in the file it came from, if that was of the same kind."""
    name: str
    description: str | None
    category: tuple[str, ...]
    """Path from the top."""
    status: ProductStatus
    price: Decimal
    codes: tuple[str, ...]
    """Its own codes; variants have theirs."""
    variants: tuple[ExportedVariant, ...]
    pictures: tuple[str, ...]
    """Addresses on the web, the primary one first; pictures kept in the store have none."""
    stock: int
    """On hand, all variants together."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Columns of that file that we have no place for."""


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What an export has to know before its first line: which products, and which columns."""

    keys: bytes
    """The ids of the products by name, 16 bytes each."""
    references: frozenset[str]
    """What products are called in such files already."""
    columns: tuple[str, ...]
    """Foreign columns that products have values for."""
    has_more_codes: bool
    """Whether something has more codes than a SKU and a barcode."""


def handle_of(name: str, taken: Collection[str]) -> str:
    """Make the handle of a product out of its name: "Blue Mug" is blue-mug, or blue-mug-2."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:LONGEST_HANDLE].strip("-") or "product"
    handle, times = words, 1
    while handle in taken:
        times += 1
        handle = f"{words}-{times}"
    return handle
