"""Read a plain CSV: a product in each line, or lines of past sales."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from storedesk.documents import cells
from storedesk.documents.cell_readers import dates_of, place_of, tried
from storedesk.documents.cells import BadCellError
from storedesk.documents.delimited import DelimitedFile
from storedesk.documents.dialects import heading_key
from storedesk.documents.gathered_lines import GatheredLines, ReadLine
from storedesk.documents.kept_lines import FileRow, Remembered
from storedesk.documents.numerals import ColumnMark, mark_of
from storedesk.documents.plain_text import from_html, has_tags, without_entities
from storedesk.documents.product_cells import are_decimals, barcode, category_path, code
from storedesk.documents.usual_headings import USUAL
from storedesk.domain.importing.file import (
    BadRow,
    ColumnMap,
    ColumnSource,
    FileColumn,
    ImportedProduct,
    Take,
    code_key,
)
from storedesk.domain.importing.options import FileChoices, NumbersRead
from storedesk.domain.refusals.errors import Refused

SOURCE = "csv"
Numbers: TypeAlias = dict[FileColumn, ColumnMark]
"""The mark before the decimals, of each column of numbers."""
NEEDED = (FileColumn.CODE, FileColumn.NAME, FileColumn.PRICE)


def guess_map(sheet: DelimitedFile) -> ColumnMap:
    """Propose what each column holds, by its name; of sales lines, also which value counts."""
    names = {heading_key(header): header for header in reversed(sheet.header) if header}
    guess: dict[FileColumn, ColumnSource] = {}
    for column, usual in USUAL.items():
        used = {source.header for source in guess.values()}
        found = next((names[n] for n in usual if n in names and names[n] not in used), None)
        if found:
            guess[column] = ColumnSource(found)
    if FileColumn.CODE in guess and _repeats(sheet, guess[FileColumn.CODE].header):
        for column, take in ((FileColumn.NAME, Take.MOST), (FileColumn.PRICE, Take.LATEST)):
            if column in guess:
                guess[column] = ColumnSource(guess[column].header, take)
    else:
        guess.pop(FileColumn.DATE, None)
    return guess


def products(
    sheets: Sequence[DelimitedFile],
    columns: ColumnMap,
    numbers: Sequence[Numbers],
    date_first: str = "",
) -> tuple[list[ImportedProduct], list[BadRow]]:
    """Read the products of sheets of the same kind, the numbers of each as `numbers` has it.

    Where a column is taken by its most frequent or latest value, lines whose codes are equal but
    for case are one product, and bad lines do not count; elsewhere each line is a product.
    """
    found: list[ImportedProduct] = []
    bad: list[BadRow] = []
    groups: dict[str, GatheredLines] = {}
    key_of = Remembered(code_key)
    are_grouped = any(source.take is not Take.FIRST for source in columns.values())
    for sheet, marks in zip(sheets, numbers, strict=True):
        for line in _lines(sheet, columns, marks, date_first):
            if isinstance(line, BadRow):
                bad.append(line)
            elif not are_grouped:
                found.append(GatheredLines(line, columns).product())
            elif known := groups.get(key := key_of(line.values[FileColumn.CODE])):
                known.add(line)
            else:
                groups[key] = GatheredLines(line, columns)
    return found + [group.product() for group in groups.values()], bad


def check_map(sheet: DelimitedFile, columns: ColumnMap) -> None:
    """Refuse a map that does not say all that is needed: import_map_missing."""
    if missing := [column for column in NEEDED if column not in columns]:
        seen = ", ".join(filter(None, sheet.header))
        raise Refused("import_map_missing", fields=", ".join(missing), columns=seen)


def numbers_of(sheet: DelimitedFile, columns: ColumnMap, choices: FileChoices) -> Numbers:
    """Say how the numbers of a sheet are read: as is said, else as each column settles it."""
    found: Numbers = {}
    amounts = ((FileColumn.PRICE, cells.bare_price), (FileColumn.COST, cells.bare_price))
    for column, bare in (*amounts, (FileColumn.STOCK, str)):
        if column in columns:
            written = map(bare, sheet.lines.column(place_of(sheet, columns[column].header)))
            found[column] = (
                ColumnMark(choices.decimal_mark) if choices.decimal_mark else mark_of(written)
            )
    return found


def numbers_read(columns: ColumnMap, numbers: Numbers) -> tuple[NumbersRead, ...]:
    """Tell how the numbers of each column are read, where that was to be settled."""
    return tuple(
        NumbersRead(columns[column].header, found.mark, found.example)
        for column, found in numbers.items()
        if found.mark or found.is_mixed
    )


def _lines(
    sheet: DelimitedFile, columns: ColumnMap, numbers: Numbers, first: str
) -> Iterator[ReadLine | BadRow]:
    places = {column: place_of(sheet, source.header) for column, source in columns.items()}
    others = [(at, n) for at, n in enumerate(sheet.header) if n and at not in places.values()]
    readers = _readers(sheet, places, numbers, first)
    foreign, currencies_of = Remembered(cells.foreign), Remembered(cells.currencies_of)
    for line in sheet.lines:
        found = _values(line, places, readers)
        if isinstance(found, dict):
            rest = {name: kept for at, name in others if (kept := foreign(line.cells[at]))}
            price = line.cells[places[FileColumn.PRICE]]
            yield ReadLine(line.row, sheet.file, found, rest, currencies_of(price))
        else:
            column, error = found
            at = sheet.header[places[column]]
            yield BadRow(line.row, at, error.code, error.value, sheet.file)


def _values(
    line: FileRow, places: dict[FileColumn, int], readers: dict[FileColumn, Remembered[object]]
) -> dict[FileColumn, Any] | tuple[FileColumn, BadCellError]:
    """Read the cells of a line, or tell of the first that means nothing."""
    values: dict[FileColumn, Any] = {}
    for column, at in places.items():
        value = readers[column](line.cells[at])
        if isinstance(value, BadCellError):
            return column, value
        values[column] = value
    return values


def _readers(
    sheet: DelimitedFile, places: dict[FileColumn, int], numbers: Numbers, first: str
) -> dict[FileColumn, Remembered[object]]:
    def column(which: FileColumn) -> Iterable[str]:
        return sheet.lines.column(places[which]) if which in places else ()

    marks = {which: found.mark for which, found in numbers.items()}
    dates = dates_of(column(FileColumn.DATE), first)
    is_decimal = are_decimals(column(FileColumn.CODE))
    reading: dict[FileColumn, Callable[[str], object]] = {
        FileColumn.CODE: lambda cell: _needed_code(cell, is_decimal=is_decimal),
        FileColumn.NAME: lambda cell: cells.words(without_entities(cell), least=2, most=200),
        FileColumn.PRICE: lambda cell: cells.price(cell, marks[FileColumn.PRICE]),
        FileColumn.COST: lambda cell: cells.cost(cell, marks[FileColumn.COST]),
        FileColumn.CATEGORY: category_path,
        FileColumn.DESCRIPTION: _description,
        FileColumn.BARCODE: barcode,
        FileColumn.STOCK: lambda cell: cells.pieces(cell, marks[FileColumn.STOCK]),
        FileColumn.DATE: dates,
    }
    return {which: tried(read) for which, read in reading.items()}


def _needed_code(cell: str, *, is_decimal: bool) -> str:
    found = code(cell, most=50, is_decimal=is_decimal)
    if found is None:
        raise BadCellError("import_missing", "")
    return found


def _description(cell: str) -> str | None:
    return cells.text(from_html(cell) if has_tags(cell) else without_entities(cell))


def _repeats(sheet: DelimitedFile, header: str) -> bool:
    """Tell whether the codes of the first lines come more than once: then these are sales."""
    at = sheet.header.index(header)
    codes = [code_key(cell) for cell in sheet.lines.column(at)[:2_000]]
    return len(set(codes)) < 0.9 * len(codes)
