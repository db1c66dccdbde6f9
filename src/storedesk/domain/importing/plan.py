"""Compare a file with the store: what is new, changed, the same, or not possible."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
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
    ImportedVariant,
    ImportOptions,
    ImportPlan,
    ProductChange,
    code_key,
)
from storedesk.domain.importing.progress import ImportStep, Report, counted


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


def plan(
    catalog: FileCatalog, shelf: Shelf, options: ImportOptions, report: Report | None = None
) -> ImportPlan:
    """Compare what was read with what is there; `report` hears how many products are compared."""
    new: list[ImportedProduct] = []
    changed: list[ProductChange] = []
    bad = list(catalog.bad)
    same = kept = 0
    claimed: dict[UUID, ImportedProduct] = {}
    held = Counter(shelf.codes.values())
    moves = options.set_categories
    for product in counted(catalog.products, ImportStep.CHECKING, report):
        found = match(product, shelf, options)
        known = shelf.products[found] if found else None
        wrong = _impossible(product, known, shelf, claimed)
        if wrong := wrong or _too_many(product, known, shelf, held):
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


def _too_many(
    product: ImportedProduct, known: KnownProduct | None, shelf: Shelf, held: Mapping[Owner, int]
) -> BadRow | None:
    """Say what a product would have too many of; `held` are the codes that each owner has."""
    there = known.variants if known else ()
    added = [one for one in product.variants if variant_of(one, there) is None]
    if added and len(there) + len(added) > shelf.most_variants:
        return _bad(product, "import_variants_many", str(shelf.most_variants))
    for variant, owner in _owners(product, known):
        codes = (variant.barcode, *variant.codes) if variant else (product.code, *product.barcodes)
        new = [code for code in codes if code and shelf.owner(code) is None]
        has_sku = owner is not None and owner[1] is not None  # which `held` counts too
        before = held[owner] - has_sku if owner else 0
        if new and before + len(new) > shelf.most_codes:
            return _bad(product, "import_codes_many", str(shelf.most_codes))
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
    for variant, owner in _owners(product, known):
        for code in variant.all_codes if variant else (product.code, *product.barcodes):
            if code:
                yield code, owner


def _owners(
    product: ImportedProduct, known: KnownProduct | None
) -> Iterator[tuple[ImportedVariant | None, Owner | None]]:
    """List what can have codes, the product (None) and its variants, and as what it is known."""
    yield None, (known.id, None) if known else None
    for variant in product.variants:
        stored = variant_of(variant, known.variants) if known else None
        yield variant, (known.id, stored.id) if known and stored else None


def _bad(product: ImportedProduct, reason: str, value: str, other: str = "") -> BadRow:
    return BadRow(product.row, "", reason, value, product.file, other)
