"""Hold what the store has already, as far as a file may name or change it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

from storedesk.domain.bounds import UNTOLD
from storedesk.domain.importing.file import ImportedProduct, ImportedVariant, code_keys


@dataclass(frozen=True, slots=True)
class KnownVariant:
    """A known variant."""

    id: UUID
    sku: str
    size: str | None
    color: str | None
    price: Decimal

    @property
    def attributes(self) -> tuple[str, str]:
        """What distinguishes it within its product, ignoring case."""
        return (self.size or "").casefold(), (self.color or "").casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProduct:
    """A known product, as far as a file may change it."""

    id: UUID
    name: str
    price: Decimal
    description: str | None
    category: UUID
    is_deleted: bool
    has_source: bool
    extra: Mapping[str, object]
    cost: Decimal | None = None
    variants: tuple[KnownVariant, ...] = ()
    pictures: frozenset[str] = frozenset()


Owner: TypeAlias = tuple[UUID, UUID | None]
"""The owner of a code: the product, or one of its variants."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the store holds already, by what a file may call it. Codes and references are keys."""

    products: Mapping[UUID, KnownProduct] = field(default_factory=dict)
    references: Mapping[str, UUID] = field(default_factory=dict)
    codes: Mapping[str, Owner] = field(default_factory=dict)
    category_ids: Mapping[tuple[str, ...], UUID] = field(default_factory=dict)
    """Which category each path of the file means."""
    category_paths: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)
    """The names from the top down to each category of the store."""
    currency: str = ""
    most_variants: int = UNTOLD
    """Of a product."""
    most_codes: int = UNTOLD
    """Of a product or of a variant."""

    def owner(self, code: str) -> Owner | None:
        """Return whose a code is, however it is written; None if it is nobody's."""
        found = (self.codes.get(key) for key in code_keys(code))
        return next(filter(None, found), None)


def codes_of(product: ImportedProduct) -> tuple[str, ...]:
    """Return all codes that the file gives a product and its variants."""
    own = (product.code, *product.barcodes)
    theirs = (code for variant in product.variants for code in variant.all_codes)
    return tuple(dict.fromkeys(filter(None, (*own, *theirs))))


def own_codes_of(product: ImportedProduct) -> tuple[str, ...]:
    """Return the SKUs that the file gives a product and its variants."""
    return tuple(filter(None, (product.code, *(variant.sku for variant in product.variants))))


def variant_of(variant: ImportedVariant, known: Iterable[KnownVariant]) -> KnownVariant | None:
    """Find the variant that is meant: the same size and color."""
    return next((each for each in known if each.attributes == variant.attributes), None)
