"""List what a file would change of a known product: each value, old and new."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from storedesk.domain.importing.existing import KnownProduct, Shelf, codes_of, variant_of
from storedesk.domain.importing.file import (
    Difference,
    ImportedProduct,
    ImportedVariant,
    Thing,
    code_key,
)

BETWEEN = " > "
"""Stands between the names of a category's path."""


def differences(
    product: ImportedProduct, known: KnownProduct, shelf: Shelf, *, with_category: bool
) -> tuple[Difference, ...]:
    """List what the file would change; what it says nothing about is left as it is."""
    found = list(_own(product, known))
    if with_category and stands_elsewhere(product, known, shelf):
        was = BETWEEN.join(shelf.category_paths.get(known.category, ()))
        found.append(Difference(Thing.CATEGORY, was, BETWEEN.join(product.category)))
    for variant in product.variants:
        found += _of_variant(variant, known)
    new = [code for code in codes_of(product) if shelf.owner(code) is None]
    if product.variants:
        named = {code_key(variant.sku) for variant in product.variants if variant.sku}
        new = [code for code in new if code_key(code) not in named]
    found += [Difference(Thing.CODE, "", code) for code in new]
    found += [
        Difference(Thing.PICTURE, "", url) for url in product.pictures if url not in known.pictures
    ]
    found += _of_others(product, known)
    if product.extra and not known.has_source:
        found.append(Difference(Thing.ORIGIN, "", product.reference))
    return tuple(found)


def stands_elsewhere(product: ImportedProduct, known: KnownProduct, shelf: Shelf) -> bool:
    """Tell whether a product is in another category than the file says."""
    return bool(product.category) and shelf.category_ids.get(product.category) != known.category


def _own(product: ImportedProduct, known: KnownProduct) -> Iterator[Difference]:
    if product.name != known.name:
        yield Difference(Thing.NAME, known.name, product.name)
    if not product.variants and product.price != known.price:
        yield Difference(Thing.PRICE, _money(known.price), _money(product.price))
    if product.cost is not None and product.cost != known.cost:
        was = "" if known.cost is None else _money(known.cost)
        yield Difference(Thing.COST, was, _money(product.cost))
    if product.description is not None and product.description != known.description:
        yield Difference(Thing.DESCRIPTION, known.description or "", product.description)


def _of_variant(variant: ImportedVariant, known: KnownProduct) -> Iterator[Difference]:
    called = " / ".join(filter(None, (variant.size, variant.color)))
    there = variant_of(variant, known.variants)
    if there is None:
        new = " ".join(filter(None, (called, variant.sku, _money(variant.price))))
        yield Difference(Thing.VARIANT, "", new)
        return
    if there.price != variant.price:
        yield Difference(Thing.PRICE, _money(there.price), _money(variant.price), called)
    if variant.sku and variant.sku != there.sku:
        yield Difference(Thing.SKU, there.sku, variant.sku, called)


def _of_others(product: ImportedProduct, known: KnownProduct) -> Iterator[Difference]:
    """List what differs in the columns that we have no place for, each by its name."""
    if not known.has_source or not others_differ(product, known):
        return
    was, becomes = _part(known.extra, "columns"), _part(product.extra, "columns")
    names = [name for name in {**was, **becomes} if was.get(name) != becomes.get(name)]
    for name in names:
        yield Difference(
            Thing.OTHER_COLUMN, str(was.get(name, "")), str(becomes.get(name, "")), name
        )
    if not names:
        yield Difference(Thing.OTHER_COLUMN, "", "")


def _money(amount: Decimal) -> str:
    return format(amount, ".2f")


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
