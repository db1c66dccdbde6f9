"""Compare a file with the store: what is new, changed, the same, or not possible."""

from collections.abc import Collection, Iterator
from uuid import UUID

from storedesk.domain.importing.differences import differences, stands_elsewhere
from storedesk.domain.importing.existing import (
    KnownProduct,
    Owner,
    Shelf,
    codes_of,
    own_codes_of,
    variant_of,
)
from storedesk.domain.importing.file import (
    BadRow,
    FileCatalog,
    ImportedProduct,
    ImportOptions,
    ImportPlan,
    ProductChange,
    code_key,
)


def match(product: ImportedProduct, shelf: Shelf, options: ImportOptions) -> UUID | None:
    """Find the product that is meant: by the name it had in such a file before, or by its SKU.

    A barcode alone names it only where that is asked for.
    """
    if found := shelf.references.get(code_key(product.reference)):
        return found
    codes = codes_of(product) if options.match_barcode else own_codes_of(product)
    owners = map(shelf.owner, codes)
    return next((owner[0] for owner in owners if owner), None)


def owner_of(product: ImportedProduct, shelf: Shelf) -> UUID | None:
    """Find the product that has one of the codes, though it may not be the one that is meant."""
    owners = map(shelf.owner, codes_of(product))
    return next((owner[0] for owner in owners if owner), None)


def plan(catalog: FileCatalog, shelf: Shelf, options: ImportOptions) -> ImportPlan:
    """Compare what was read with what is there."""
    new: list[ImportedProduct] = []
    changed: list[ProductChange] = []
    bad = list(catalog.bad)
    same = kept = 0
    claimed: dict[UUID, ImportedProduct] = {}
    moves = options.set_categories
    for product in catalog.products:
        found = match(product, shelf, options)
        known = shelf.products[found] if found else None
        if wrong := _impossible(product, known, shelf, claimed):
            bad.append(wrong)
        elif known is None:
            new.append(product)
        else:
            claimed[known.id] = product
            kept += not moves and stands_elsewhere(product, known, shelf)
            if differing := differences(product, known, shelf, with_category=moves):
                changed.append(ProductChange(known.id, known.name, product, differing))
            else:
                same += 1
    return ImportPlan(tuple(new), tuple(changed), same, tuple(bad), claimed, kept)


def _impossible(
    product: ImportedProduct, known: KnownProduct | None, shelf: Shelf, claimed: Collection[UUID]
) -> BadRow | None:
    """Say why a product cannot be brought in, if it cannot."""
    if product.currencies and shelf.currency and shelf.currency not in product.currencies:
        return _bad(product, "import_other_currency", shelf.currency)
    if known is not None:
        if known.is_deleted:
            return _bad(product, "import_deleted", known.name)
        if known.id in claimed:
            return _bad(product, "import_code_twice", product.reference)
        if known.variants and not product.variants:
            return _bad(product, "import_has_variants", known.name)
    for code, owner in _claims(product, known):
        holder = shelf.owner(code) or owner
        if holder is not None and holder != owner:
            return _taken(product, code, holder, shelf, is_known=known is not None)
    return None


def _taken(
    product: ImportedProduct, code: str, holder: Owner, shelf: Shelf, *, is_known: bool
) -> BadRow:
    """Say whose a code is: of a barcode under a new SKU, what can be done as well."""
    owner = shelf.products.get(holder[0])
    if is_known or owner is None:
        return _bad(product, "import_code_taken", code)
    if owner.is_deleted:
        return _bad(product, "import_deleted", owner.name)
    return _bad(product, "import_barcode_taken", code, owner.name)


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


def _bad(product: ImportedProduct, reason: str, value: str, other: str = "") -> BadRow:
    return BadRow(product.row, "", reason, value, product.file, other)
