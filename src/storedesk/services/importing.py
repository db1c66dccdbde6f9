"""Import a catalog: a dry run that changes nothing, then the real one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from storedesk import api, forms
from storedesk.documents.catalog_csv import FileFacts, look_at, read_catalog
from storedesk.documents.product_cells import category_path
from storedesk.documents.tables import CsvSheet
from storedesk.domain.bounds import Bound
from storedesk.domain.catalog import Category, ProductStatus
from storedesk.domain.costs import Cost
from storedesk.domain.importing.category_paths import CategoryPaths, new_categories, paths_of
from storedesk.domain.importing.existing import Shelf, codes_of
from storedesk.domain.importing.file import (
    FileCatalog,
    FileColumn,
    ImportCounts,
    ImportedProduct,
    ImportOptions,
    ImportPlan,
    NewCategory,
    ProductChange,
    Thing,
    code_key,
)
from storedesk.domain.importing.options import FileChoices
from storedesk.domain.importing.plan import match, owner_of, plan
from storedesk.domain.importing.progress import Counter, ImportStep, Report
from storedesk.domain.importing.stock import Interrupted, StockImport, files_key
from storedesk.domain.refusals.errors import Conflict, Refused
from storedesk.forms.import_writer import ImportWriter
from storedesk.persistence.engine.database import Session
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.queries import stock_imports
from storedesk.whole_file import WholeFile

__all__ = [
    "FileFacts",
    "ImportPreview",
    "Imported",
    "carry_out",
    "check",
    "look",
    "preview",
    "save_changes",
    "write_changes",
]  # fmt: skip

OPENING = "opening stock, imported"
COUNTED = "counted, imported"


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What was read, and what importing it would do."""

    catalog: FileCatalog
    plan: ImportPlan
    recounts: Mapping[UUID, tuple[int, int]]
    """Of products that are there already: what is on hand, and what it would be set to."""
    interrupted: Interrupted | None = None
    """An import of the same files that did not come to its end: the rest of it would be set."""

    @property
    def to_set(self) -> int:
        """How many known products would have their stock set."""
        return self.interrupted.waiting if self.interrupted else len(self.recounts)


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of an import."""

    counts: ImportCounts
    made_codes: tuple[tuple[str, str], ...]
    """Codes that were made up, each with the name of what bears it."""
    categories: tuple[NewCategory, ...] = ()
    """Those that were made."""
    stock: StockImport | None = None
    """The stock of known products that is to be set now: see services.stock_import."""


def look(_session: Session, paths: Sequence[Path], choices: FileChoices | None = None) -> FileFacts:
    """Look at a file, so that a person can say what its columns hold."""
    return look_at(paths, choices)


def check(session: Session, options: ImportOptions) -> None:
    """Refuse whoever may not import (not_allowed), and too much of each new product (bad_quantity).

    A dry run is nobody's who may not do it.
    """
    forms.imports.check_rights(session)
    most = api.staff.me(session).most(Bound.MOVED_PIECES)
    if (options.opening_stock or 0) > most:
        raise Refused("bad_quantity", least=0, most=most)


@of_one_moment
def preview(
    session: Session,
    paths: Sequence[Path],
    options: ImportOptions,
    report: Report | None = None,
) -> ImportPreview:
    """Read files and tell what importing them would do. Nothing is changed.

    Refused: what read_catalog refuses, import_currency; not_allowed, as the import itself is.
    """
    catalog = read_catalog(paths, options.columns, options.file, report)
    forms.imports.check_rights(session)
    forms.imports.take_time(session)
    _check_currency(session, options)
    doing = _planned(session, catalog, options, report).doing
    earlier = stock_imports.interrupted(session, files_key(catalog)) if options.set_stock else None
    return ImportPreview(catalog, doing, _recounts(session, doing, options), earlier)


def carry_out(
    session: Session,
    shown: ImportPreview,
    options: ImportOptions,
    report: Report | None = None,
) -> Imported:
    """Import what a person was shown, whole or not at all, but for the stock of known products.

    That is written down to be set. Conflict if something else would be done by now
    (changed_meanwhile). Refused while a row is bad (import_has_bad_rows), unless the good ones
    alone are asked for.
    """
    catalog = shown.catalog
    forms.imports.begin(session)
    currency = _check_currency(session, options)
    planned = _planned(session, catalog, options, report)
    doing, shelf, places = planned.doing, planned.shelf, planned.places
    if doing.bad and not options.skip_bad:
        raise Refused("import_has_bad_rows", count=len(doing.bad))
    if doing != shown.plan:
        raise Conflict("changed_meanwhile")
    writer = ImportWriter(
        source=catalog.source,
        currency=currency,
        taken={*shelf.codes, *_codes(catalog)},
        category_of=lambda product: places.find(product.category or _default(options)),
        status_of=lambda product: options.status or product.status or ProductStatus.ACTIVE,
        moves=options.set_categories,
    )
    ids = {writer.add(product): product for product in doing.new}
    for change in doing.changed:
        writer.change(change, shelf.products[change.product_id], shelf.codes)
    writer.write(session, places.made, report)
    forms.imports.write_costs(session, _costs(ids, doing.changed))
    levels = {made: _opening(product, options) for made, product in ids.items()}
    opened = Counter(ImportStep.OPENING, sum(level > 0 for level in levels.values()), report)
    forms.imports.open_stock(session, levels, OPENING, opened.add)
    codes = tuple(writer.made_codes.items())
    return Imported(doing.counts, codes, doing.categories, _stock(session, shown, options))


def _costs(new: Mapping[UUID, ImportedProduct], changed: Sequence[ProductChange]) -> list[Cost]:
    """Return what the file says that new products cost, and known ones for which it differs."""
    differing = {
        change.product_id: change.product
        for change in changed
        if any(each.thing is Thing.COST for each in change.differences)
    }
    told = {**new, **differing}
    return [Cost(key, None, one.cost) for key, one in told.items() if one.cost is not None]


def write_changes(path: Path, changes: Sequence[ProductChange]) -> None:
    """Write what would change, thing by thing, old and new. Refused: file_not_written."""
    headings = ("File", "Line", "Product", "What", "Of", "Old", "New")
    whole = WholeFile(path)
    try:
        sheet = CsvSheet(whole.file, headings)
        for change in changes:
            product = change.product
            sheet.write(
                (
                    product.file,
                    product.row,
                    change.name,
                    each.thing.value,
                    each.of,
                    each.old,
                    each.new,
                )
                for each in change.differences
            )
        sheet.end()
        whole.keep()
    except OSError as error:
        raise whole.refusal(error) from error
    finally:
        whole.drop()


def save_changes(_session: Session, path: Path, changes: Sequence[ProductChange]) -> None:
    """Write what would change, as `write_changes` does, for a window."""
    write_changes(path, changes)


@dataclass(frozen=True, slots=True)
class _Planned:
    """What is to be done, what it was compared with, and where the categories are found."""

    doing: ImportPlan
    shelf: Shelf
    places: CategoryPaths


def _planned(
    session: Session, catalog: FileCatalog, options: ImportOptions, report: Report | None
) -> _Planned:
    tree = forms.imports.categories(session)
    shelf = _shelf(session, catalog, options, tree)
    doing = plan(catalog, shelf, options, report)
    places = CategoryPaths(tree)
    new = [places.find(product.category or _default(options)) for product in doing.new]
    moved = [
        places.find(change.product.category)
        for change in doing.changed
        if any(each.thing is Thing.CATEGORY for each in change.differences)
    ]
    made = new_categories(tree, places.made, new, moved)
    return _Planned(replace(doing, categories=made), shelf, places)


def _shelf(
    session: Session, catalog: FileCatalog, options: ImportOptions, tree: Sequence[Category]
) -> Shelf:
    """Ask for what the catalog is compared with."""
    by_name = Shelf(
        references=forms.imports.references(session, catalog.source),
        codes=forms.imports.codes(session),
    )
    matched = forms.imports.needed(
        match(product, by_name, options) or owner_of(product, by_name)
        for product in catalog.products
    )
    places = CategoryPaths(tree)
    paths = {product.category for product in catalog.products if product.category}
    me = api.staff.me(session)
    return replace(
        by_name,
        products=forms.imports.products(session, matched),
        category_ids={path: places.find(path) for path in sorted(paths)},
        category_paths=paths_of(tree),
        currency=forms.imports.currency(session),
        most_variants=me.most(Bound.VARIANTS),
        most_codes=me.most(Bound.CODES),
    )


def _check_currency(session: Session, options: ImportOptions) -> str:
    currency = forms.imports.currency(session)
    if options.currency and options.currency.upper() != currency:
        raise Refused("import_currency", file=options.currency.upper(), store=currency)
    return currency


def _default(options: ImportOptions) -> tuple[str, ...]:
    return category_path(options.default_category) or category_path(
        ImportOptions().default_category
    )


def _opening(product: ImportedProduct, options: ImportOptions) -> int:
    """Say how many pieces of a new product there are to begin with."""
    if product.stock is not None and (options.file_stock or FileColumn.STOCK in options.columns):
        return product.stock
    return options.opening_stock or 0


def _stock(session: Session, shown: ImportPreview, options: ImportOptions) -> StockImport | None:
    """Write down which stock is to be set, over what was on hand when a person looked."""
    if not options.set_stock:
        return None
    return forms.imports.begin_stock(session, files_key(shown.catalog), shown.recounts, COUNTED)


def _recounts(
    session: Session, doing: ImportPlan, options: ImportOptions
) -> dict[UUID, tuple[int, int]]:
    """Return what is there, and what the file says, of known products whose stock is to be set."""
    if not options.set_stock:
        return {}
    stock_of = {made: product.stock for made, product in doing.known.items()}
    levels = {made: level for made, level in stock_of.items() if level is not None}
    return forms.imports.stock_differing(session, levels)


def _codes(catalog: FileCatalog) -> set[str]:
    return {code_key(code) for product in catalog.products for code in codes_of(product)}
