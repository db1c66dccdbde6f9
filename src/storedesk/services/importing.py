"""Bringing a catalogue in: a dry run that changes nothing, then the same for good."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from storedesk.documents.catalogue_csv import Look, look_at, read_catalogue
from storedesk.documents.product_cells import category_path
from storedesk.domain.catalogue import ProductStatus
from storedesk.domain.category_paths import CategoryPaths
from storedesk.domain.errors import Refused
from storedesk.domain.import_planning import Shelf, codes_of, match, plan
from storedesk.domain.importing import (
    Catalogue,
    Column,
    ImportCounts,
    ImportedProduct,
    ImportOptions,
    ImportPlan,
    code_key,
)
from storedesk.persistence import importing as store
from storedesk.persistence.arrivals import Arrivals
from storedesk.persistence.database import Database, Session

__all__ = ["Imported", "Look", "Preview", "carry_out", "look", "preview", "run"]

OPENING = "opening stock, imported"
COUNTED = "counted, imported"


@dataclass(frozen=True, slots=True)
class Preview:
    """What was read, and what bringing it in would do."""

    catalogue: Catalogue
    plan: ImportPlan
    recounts: int = 0
    """Products that are there already and whose stock would be set."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has done."""

    counts: ImportCounts
    made_codes: tuple[tuple[str, str], ...]
    """Codes that were made up, each with the name of what bears it."""
    recounts: int = 0
    """Products that were there already and whose stock was set."""


def look(_session: Session, paths: Sequence[Path]) -> Look:
    """Look at a file, so that a person can say what its columns hold."""
    return look_at(paths)


def preview(session: Session, paths: Sequence[Path], options: ImportOptions) -> Preview:
    """Read files and say what bringing them in would do. Nothing is changed.

    Refused: what read_catalogue refuses, import_currency.
    """
    catalogue = read_catalogue(paths, options.columns)
    store.take_time(session)
    _check_currency(session, options)
    doing = plan(catalogue, _shelf(session, catalogue))
    return Preview(catalogue, doing, len(_recounts(session, doing, options)))


def carry_out(session: Session, catalogue: Catalogue, options: ImportOptions) -> Imported:
    """Bring a catalogue in, whole or not at all.

    Refused while a row is bad (import_has_bad_rows), unless the good ones alone are asked for.
    """
    store.take_time(session)
    currency = _check_currency(session, options)
    shelf = _shelf(session, catalogue)
    doing = plan(catalogue, shelf)
    if doing.bad and not options.skip_bad:
        raise Refused("import_has_bad_rows", count=len(doing.bad))
    places = CategoryPaths(store.categories(session))
    arrivals = Arrivals(
        source=catalogue.source,
        currency=currency,
        taken={*shelf.codes, *_codes(catalogue)},
        category_of=lambda product: places.find(product.category or _default(options)),
        status_of=lambda product: options.status or product.status or ProductStatus.ACTIVE,
    )
    ids = {arrivals.add(product): product for product in doing.new}
    for change in doing.changed:
        arrivals.change(change, shelf.products[change.product_id], shelf.codes)
    arrivals.write(session, places.made)
    levels = {made: _opening(product, options) for made, product in ids.items()}
    store.open_stock(session, uuid4(), levels, OPENING)
    recounts = _recounts(session, doing, options)
    store.set_stock(session, recounts, COUNTED)
    return Imported(doing.counts, tuple(arrivals.made_codes.items()), len(recounts))


def run(
    database: Database, paths: Sequence[Path], options: ImportOptions, *, is_dry: bool = False
) -> tuple[Preview, Imported | None]:
    """Import without a window: the dry run, and, unless that is all, the same for good.

    None is done while a row is bad, unless the good ones alone are asked for: the preview says why.
    Refused: what preview and carry_out refuse.
    """
    with database.reading() as session:
        seen = preview(session, paths, options)
    if is_dry or (seen.plan.bad and not options.skip_bad):
        return seen, None
    with database.editing() as session:
        return seen, carry_out(session, seen.catalogue, options)


def _shelf(session: Session, catalogue: Catalogue) -> Shelf:
    """Ask for what the catalogue is compared with."""
    by_name = Shelf(
        references=store.references(session, catalogue.source), codes=store.codes(session)
    )
    matched = store.needed(match(product, by_name) for product in catalogue.products)
    places = CategoryPaths(store.categories(session))
    paths = {product.category for product in catalogue.products if product.category}
    return Shelf(
        products=store.products(session, matched),
        references=by_name.references,
        codes=by_name.codes,
        category_ids={path: places.find(path) for path in sorted(paths)},
    )


def _check_currency(session: Session, options: ImportOptions) -> str:
    currency = store.currency(session)
    if options.currency and options.currency.upper() != currency:
        raise Refused("import_currency", file=options.currency.upper(), store=currency)
    return currency


def _default(options: ImportOptions) -> tuple[str, ...]:
    return category_path(options.default_category) or category_path(
        ImportOptions().default_category
    )


def _opening(product: ImportedProduct, options: ImportOptions) -> int:
    """Say how many pieces of a new product there are to begin with."""
    if product.stock is not None and (options.file_stock or Column.STOCK in options.columns):
        return product.stock
    return options.opening_stock or 0


def _recounts(
    session: Session, doing: ImportPlan, options: ImportOptions
) -> dict[UUID, tuple[int, int]]:
    """Return what is there, and what the file says, of known products whose stock is to be set."""
    if not options.set_stock:
        return {}
    told = {made: product.stock for made, product in doing.known.items()}
    levels = {made: level for made, level in told.items() if level is not None}
    return store.stock_differing(session, levels)


def _codes(catalogue: Catalogue) -> set[str]:
    return {code_key(code) for product in catalogue.products for code in codes_of(product)}
