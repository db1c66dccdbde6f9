"""What an import would do to the store that is there: new, changed, the same, or not possible."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

from storedesk.domain.importing import (
    BadRow,
    Catalogue,
    Change,
    ImportedProduct,
    ImportedVariant,
    ImportPlan,
    code_key,
)


@dataclass(frozen=True, slots=True)
class KnownVariant:
    """A variant that is there already."""

    id: UUID
    sku: str
    size: str | None
    color: str | None
    price: Decimal

    @property
    def attributes(self) -> tuple[str, str]:
        """What tells it apart within its product, whatever its case."""
        return (self.size or "").casefold(), (self.color or "").casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProduct:
    """A product that is there already, as far as a file may change it."""

    id: UUID
    name: str
    price: Decimal
    description: str | None
    category: UUID
    is_deleted: bool
    has_source: bool
    extra: Mapping[str, object]
    variants: tuple[KnownVariant, ...] = ()
    pictures: frozenset[str] = frozenset()


Owner: TypeAlias = tuple[UUID, UUID | None]
"""Whose a code is: the product's, or one of its variants'."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the store holds already, by what a file may call it. Codes and references are keys."""

    products: Mapping[UUID, KnownProduct] = field(default_factory=dict)
    references: Mapping[str, UUID] = field(default_factory=dict)
    codes: Mapping[str, Owner] = field(default_factory=dict)
    category_ids: Mapping[tuple[str, ...], UUID] = field(default_factory=dict)


def match(product: ImportedProduct, shelf: Shelf) -> UUID | None:
    """Find the product that is meant: by the name it had in such a file before, or by code."""
    if found := shelf.references.get(code_key(product.reference)):
        return found
    owners = (shelf.codes.get(code_key(code)) for code in codes_of(product))
    return next((owner[0] for owner in owners if owner), None)


def plan(catalogue: Catalogue, shelf: Shelf) -> ImportPlan:
    """Compare what was read with what is there."""
    new: list[ImportedProduct] = []
    changed: list[Change] = []
    bad = list(catalogue.bad)
    same = 0
    claimed: dict[UUID, ImportedProduct] = {}
    for product in catalogue.products:
        found = match(product, shelf)
        known = shelf.products[found] if found else None
        if wrong := _impossible(product, known, shelf, claimed):
            bad.append(wrong)
        elif known is None:
            new.append(product)
        else:
            claimed[known.id] = product
            if fields := differences(product, known, shelf):
                changed.append(Change(known.id, product, fields))
            else:
                same += 1
    return ImportPlan(tuple(new), tuple(changed), same, tuple(bad), claimed)


def differences(product: ImportedProduct, known: KnownProduct, shelf: Shelf) -> tuple[str, ...]:
    """Name what the file would change; what it says nothing about is left as it is."""
    category = shelf.category_ids.get(product.category)
    differing = {
        "name": product.name != known.name,
        "price": product.price != known.price and not product.variants,
        "description": product.description is not None and product.description != known.description,
        "category": bool(product.category) and category != known.category,
        "variants": _variants_differ(product.variants, known.variants),
        "codes": any(code_key(code) not in shelf.codes for code in codes_of(product)),
        "pictures": not known.pictures.issuperset(product.pictures),
        "other columns": others_differ(product, known),
        "origin": not known.has_source and bool(product.extra),
    }
    return tuple(name for name, differs in differing.items() if differs)


def others_differ(product: ImportedProduct, known: KnownProduct) -> bool:
    """Tell whether a file says other things than are kept in what we have no place for.

    What is kept of a variant or picture that is there no more counts for nothing, and a file that
    has no such columns says nothing about them.
    """
    if not product.extra or product.extra == known.extra:
        return False
    here = {variant.attributes for variant in known.variants} or {("", "")}
    sizes = {
        place
        for place, at in (("size", 0), ("color", 1))
        if any(attributes[at] for attributes in here)
    }
    pictures = {*known.pictures, *_part(product.extra, "pictures")}

    def said(extra: Mapping[str, object]) -> tuple[object, ...]:
        named, alts = _part(extra, "options"), _part(extra, "pictures")
        return (
            _part(extra, "columns"),
            {place: name for place, name in named.items() if place in sizes},
            {address: words for address, words in alts.items() if address in pictures},
            _cells_of_variants(extra, here),
        )

    return said(product.extra) != said(known.extra)


def _part(extra: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = extra.get(name, {})
    return part if isinstance(part, Mapping) else {}


def _cells_of_variants(
    extra: Mapping[str, object], here: Collection[tuple[str, str]]
) -> dict[tuple[str, str], object]:
    listed = extra.get("variants", ())
    found: dict[tuple[str, str], object] = {}
    for one in listed if isinstance(listed, list) else ():
        size, color, cells = one if isinstance(one, list) else ("", "", one)
        attributes = (str(size).casefold(), str(color).casefold())
        if cells and attributes in here:
            found[attributes] = cells
    return found


def codes_of(product: ImportedProduct) -> tuple[str, ...]:
    """Return all codes that the file gives a product and its variants."""
    own = (product.code, *product.barcodes)
    theirs = (code for variant in product.variants for code in variant.all_codes)
    return tuple(dict.fromkeys(filter(None, (*own, *theirs))))


def variant_of(variant: ImportedVariant, known: Iterable[KnownVariant]) -> KnownVariant | None:
    """Find the variant that is meant: the same size and colour."""
    return next((each for each in known if each.attributes == variant.attributes), None)


def _variants_differ(variants: Iterable[ImportedVariant], known: tuple[KnownVariant, ...]) -> bool:
    for variant in variants:
        twin = variant_of(variant, known)
        if twin is None or twin.price != variant.price:
            return True
        if variant.sku and variant.sku != twin.sku:
            return True
    return False


def _impossible(
    product: ImportedProduct, known: KnownProduct | None, shelf: Shelf, claimed: Collection[UUID]
) -> BadRow | None:
    """Say why a product cannot be brought in, if it cannot."""
    for code, owner in _claims(product, known):
        if shelf.codes.get(code_key(code), owner) != owner:
            return _bad(product, "import_code_taken", code)
    if known is None:
        return None
    if known.is_deleted:
        return _bad(product, "import_deleted", known.name)
    if known.id in claimed:
        return _bad(product, "import_code_twice", product.reference)
    if known.variants and not product.variants:
        return _bad(product, "import_has_variants", known.name)
    return None


def _claims(
    product: ImportedProduct, known: KnownProduct | None
) -> Iterator[tuple[str, Owner | None]]:
    """List the codes of the file, each with whose it must be if the store has it already."""
    for code in filter(None, (product.code, *product.barcodes)):
        yield code, (known.id, None) if known else None
    for variant in product.variants:
        twin = variant_of(variant, known.variants) if known else None
        for code in variant.all_codes:
            yield code, (known.id, twin.id) if known and twin else None


def _bad(product: ImportedProduct, reason: str, value: str) -> BadRow:
    return BadRow(product.row, "", reason, value, product.file)
