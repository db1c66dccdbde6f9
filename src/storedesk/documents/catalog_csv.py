"""Read catalogs from files: Shopify's product CSV, and any plain CSV."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from storedesk.documents import plain_csv, shopify
from storedesk.documents.delimited import DelimitedFile, check_size, read_sheet
from storedesk.documents.dialects import heading_key
from storedesk.documents.product_cells import without_duplicates
from storedesk.documents.shopify_columns import SOURCE, Columns
from storedesk.documents.usual_headings import KNOWN
from storedesk.domain.importing.file import (
    MOST_LINES,
    MOST_PRODUCTS,
    BadRow,
    ColumnMap,
    FileCatalog,
    ImportedProduct,
)
from storedesk.domain.importing.options import FileChoices, FileReading, NumbersRead
from storedesk.domain.importing.progress import ImportProgress, ImportStep, Report
from storedesk.domain.refusals.errors import Refused

__all__ = ["FileFacts", "look_at", "read_catalog"]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file is, before its columns are told apart."""

    is_shopify: bool
    header: tuple[str, ...]
    guess: ColumnMap
    """What the columns of a plain file probably hold."""
    reading: FileReading


def look_at(paths: Sequence[Path], choices: FileChoices | None = None) -> FileFacts:
    """Look at the first of the files, so that a person can say what its columns hold."""
    sheet = read_sheet(paths[0], choices, KNOWN)
    is_shopify = shopify.is_shopify(sheet.header)
    guess = {} if is_shopify else plain_csv.guess_map(sheet)
    return FileFacts(is_shopify, sheet.header, guess, sheet.reading)


def read_catalog(
    paths: Sequence[Path],
    columns: ColumnMap,
    choices: FileChoices | None = None,
    report: Report | None = None,
) -> FileCatalog:
    """Read files of one kind as one catalog; `columns` are for the plain kind.

    Every row that cannot be brought in is told of. `report` hears how much is read. Refused: what
    read_sheet and plain_csv refuse, import_mixed, import_too_many_lines, import_too_many_products.
    """
    said = choices or FileChoices()
    wanted = {heading_key(source.header) for source in columns.values()} or KNOWN
    sheets = _sheets(paths, said, wanted, report)
    kinds = {shopify.is_shopify(sheet.header) and not columns for sheet in sheets}
    if len(kinds) > 1:
        raise Refused("import_mixed")
    catalog = _shopify(sheets, said) if kinds == {True} else _plain(sheets, columns, said)
    names = [path.name for path in paths]
    check_size("import_too_many_products", names, len(catalog.products), MOST_PRODUCTS)
    return catalog


def _sheets(
    paths: Sequence[Path], said: FileChoices, wanted: Collection[str], report: Report | None
) -> list[DelimitedFile]:
    sheets: list[DelimitedFile] = []
    for at, path in enumerate(paths):
        before = sum(len(sheet.lines) for sheet in sheets)

        def heard(lines: int, share: float, at: int = at, before: int = before) -> None:
            if report:
                far = (at + share) / len(paths)
                report(ImportProgress(ImportStep.READING, before + lines, share=far))

        sheets.append(read_sheet(path, said, wanted, heard))
    names = [path.name for path in paths]
    check_size("import_too_many_lines", names, sum(len(one.lines) for one in sheets), MOST_LINES)
    return sheets


def _shopify(sheets: Sequence[DelimitedFile], said: FileChoices) -> FileCatalog:
    columns = [Columns(sheet, said) for sheet in sheets]
    read = [shopify.products(*pair) for pair in zip(sheets, columns, strict=True)]
    found = [product for products, _ in read for product in products]
    bad = [row for _, rows in read for row in rows]
    readings = [_read(*pair) for pair in zip(sheets, (one.numbers for one in columns), strict=True)]
    return _catalog(SOURCE, sheets, found, bad, readings)


def _plain(sheets: Sequence[DelimitedFile], columns: ColumnMap, said: FileChoices) -> FileCatalog:
    for sheet in sheets:
        plain_csv.check_map(sheet, columns)
    numbers = [plain_csv.numbers_of(sheet, columns, said) for sheet in sheets]
    found, bad = plain_csv.products(sheets, columns, numbers, said.date_first)
    numbers_read = (plain_csv.numbers_read(columns, each) for each in numbers)
    readings = [_read(*pair) for pair in zip(sheets, numbers_read, strict=True)]
    return _catalog(plain_csv.SOURCE, sheets, found, bad, readings)


def _catalog(
    source: str,
    sheets: Sequence[DelimitedFile],
    found: list[ImportedProduct],
    wrong: list[BadRow],
    readings: list[FileReading],
) -> FileCatalog:
    single, twins = without_duplicates(found)
    bad = [row for sheet in sheets for row in sheet.bad] + wrong + twins
    order = {sheet.file: at for at, sheet in enumerate(sheets)}
    bad.sort(key=lambda row: (order.get(row.file, 0), row.row))
    lines = sum(len(sheet.lines) for sheet in sheets)
    return FileCatalog(source, tuple(single), tuple(bad), lines, tuple(readings))


def _read(sheet: DelimitedFile, numbers: tuple[NumbersRead, ...]) -> FileReading:
    return replace(sheet.reading, numbers=numbers)
