"""A plain CSV: a product a line, or the lines of past sales from which the goods are gathered."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from storedesk.documents import cells
from storedesk.documents.cells import BadCellError
from storedesk.documents.delimited import Line, Sheet
from storedesk.documents.product_cells import category_path, code
from storedesk.domain.errors import Refused
from storedesk.domain.importing import (
    BadRow,
    Column,
    ColumnMap,
    ImportedProduct,
    Source,
    Take,
    code_key,
)

SOURCE = "csv"
NEEDED = (Column.CODE, Column.NAME, Column.PRICE)
_USUAL = {
    Column.CODE: ("stockcode", "sku", "code", "item code", "article", "artikelnummer", "item"),
    Column.NAME: ("name", "title", "product", "description", "bezeichnung", "item name"),
    Column.PRICE: ("unitprice", "unit price", "price", "preis", "selling price", "amount"),
    Column.CATEGORY: ("category", "type", "kategorie", "department", "group"),
    Column.DESCRIPTION: ("long description", "details", "description", "beschreibung"),
    Column.BARCODE: ("barcode", "ean", "ean13", "gtin", "upc"),
    Column.STOCK: ("stock", "on hand", "qty on hand", "bestand", "inventory"),
    Column.DATE: ("invoicedate", "date", "datum", "updated", "updated at"),
}


def guess_map(sheet: Sheet) -> ColumnMap:
    """Propose what each column holds, by its name; of sales lines, also which value counts."""
    names = {header.casefold(): header for header in sheet.header}
    guess: dict[Column, Source] = {}
    for column, usual in _USUAL.items():
        used = {source.header for source in guess.values()}
        found = next((names[n] for n in usual if n in names and names[n] not in used), None)
        if found:
            guess[column] = Source(found)
    if Column.CODE in guess and _repeats(sheet, guess[Column.CODE].header):
        for column, take in ((Column.NAME, Take.MOST), (Column.PRICE, Take.LATEST)):
            if column in guess:
                guess[column] = Source(guess[column].header, take)
    else:
        guess.pop(Column.DATE, None)
    return guess


def products(
    sheets: Sequence[Sheet], columns: ColumnMap
) -> tuple[list[ImportedProduct], list[BadRow]]:
    """Read the products of sheets of the same kind.

    Where a column is taken by its most frequent or latest value, lines whose codes are equal but
    for case are one product, and bad lines do not count; elsewhere each line is a product.
    Refused: import_map_missing, import_no_column.
    """
    if missing := [column for column in NEEDED if column not in columns]:
        seen = ", ".join(filter(None, sheets[0].header))
        raise Refused("import_map_missing", fields=", ".join(missing), columns=seen)
    read: list[_Read] = []
    bad: list[BadRow] = []
    for sheet in sheets:
        lines, wrong = _lines(sheet, columns)
        read += lines
        bad += wrong
    if not any(source.take is not Take.FIRST for source in columns.values()):
        return [_product([line], columns) for line in read], bad
    groups: dict[str, list[_Read]] = {}
    for line in read:
        groups.setdefault(code_key(line.values[Column.CODE]), []).append(line)
    return [_product(lines, columns) for lines in groups.values()], bad


@dataclass(frozen=True, slots=True)
class _Read:
    """A line that was understood."""

    row: int
    file: str
    values: dict[Column, Any]
    others: dict[str, str]


def _lines(sheet: Sheet, columns: ColumnMap) -> tuple[list[_Read], list[BadRow]]:
    places = {column: _place(sheet, source.header) for column, source in columns.items()}
    others = [(at, n) for at, n in enumerate(sheet.header) if n and at not in places.values()]
    readers = _readers(sheet, places)
    good: list[_Read] = []
    bad: list[BadRow] = []
    for line in sheet.lines:
        found = _values(line, places, readers)
        if isinstance(found, dict):
            rest = {name: kept for at, name in others if (kept := cells.foreign(line.cells[at]))}
            good.append(_Read(line.row, sheet.file, found, rest))
        else:
            column, error = found
            at = sheet.header[places[column]]
            bad.append(BadRow(line.row, at, error.code, error.value, sheet.file))
    return good, bad


def _values(
    line: Line, places: dict[Column, int], readers: dict[Column, "_Remembered"]
) -> dict[Column, Any] | tuple[Column, BadCellError]:
    """Read the cells of a line, or tell of the first that means nothing."""
    values: dict[Column, Any] = {}
    for column, at in places.items():
        value = readers[column](line.cells[at])
        if isinstance(value, BadCellError):
            return column, value
        values[column] = value
    return values


class _Remembered:
    """Reads a cell once, however often it is repeated further down."""

    def __init__(self, read: Callable[[str], object]) -> None:
        self._read = read
        self._known: dict[str, object] = {}

    def __call__(self, cell: str) -> object:
        """Return the value of a cell, or the error that says why it has none."""
        if cell not in self._known:
            try:
                self._known[cell] = self._read(cell)
            except BadCellError as error:
                self._known[cell] = error
        return self._known[cell]


def _readers(sheet: Sheet, places: dict[Column, int]) -> dict[Column, _Remembered]:
    def column(which: Column) -> Iterable[str]:
        return (line.cells[places[which]] for line in sheet.lines) if which in places else ()

    prices, counts = cells.decimal_mark(column(Column.PRICE)), cells.decimal_mark(())
    dates = cells.instants(column(Column.DATE))
    reading: dict[Column, Callable[[str], object]] = {
        Column.CODE: _needed_code,
        Column.NAME: lambda cell: cells.line(cell, least=2, most=200),
        Column.PRICE: lambda cell: cells.price(cell, prices),
        Column.CATEGORY: category_path,
        Column.DESCRIPTION: cells.text,
        Column.BARCODE: lambda cell: code(cell, most=64),
        Column.STOCK: lambda cell: cells.pieces(cell, counts),
        Column.DATE: lambda cell: _date(cell, dates),
    }
    return {which: _Remembered(read) for which, read in reading.items()}


def _needed_code(cell: str) -> str:
    found = code(cell, most=50)
    if found is None:
        raise BadCellError("import_missing", "")
    return found


def _date(cell: str, dates: dict[str, datetime | None]) -> datetime:
    found = dates[cell]
    if found is None:
        raise BadCellError("import_bad_date", cell)
    return found


def _product(lines: list[_Read], columns: ColumnMap) -> ImportedProduct:
    """Make one product of all lines that speak of it."""
    dated = lines
    if Column.DATE in columns:
        dated = sorted(lines, key=lambda line: line.values[Column.DATE])

    def taken(column: Column) -> Any:
        if column not in columns:
            return None
        match columns[column].take:
            case Take.MOST:
                values = Counter(v for line in lines if (v := line.values[column]))
                return values.most_common(1)[0][0] if values else None
            case Take.LATEST:
                return next((v for line in reversed(dated) if (v := line.values[column])), None)
        return next((v for line in lines if (v := line.values[column]) not in {None, ()}), None)

    first, barcode, price = lines[0], taken(Column.BARCODE), taken(Column.PRICE)
    own = first.values[Column.CODE]
    return ImportedProduct(
        reference=own,
        row=first.row,
        file=first.file,
        name=taken(Column.NAME),
        price=Decimal(price),
        code=own,
        barcodes=(barcode,) if barcode and code_key(barcode) != code_key(own) else (),
        description=taken(Column.DESCRIPTION),
        category=taken(Column.CATEGORY) or (),
        stock=taken(Column.STOCK),
        extra={"columns": first.others} if len(lines) == 1 and first.others else {},
    )


def _place(sheet: Sheet, header: str) -> int:
    folded = [name.casefold() for name in sheet.header]
    if header in sheet.header:
        return sheet.header.index(header)
    if header.casefold() in folded:
        return folded.index(header.casefold())
    seen = ", ".join(filter(None, sheet.header))
    raise Refused("import_no_column", column=header, file=sheet.file, columns=seen)


def _repeats(sheet: Sheet, header: str) -> bool:
    """Tell whether the codes of the first lines come more than once: then these are sales."""
    at = sheet.header.index(header)
    codes = [code_key(line.cells[at]) for line in sheet.lines[:2_000]]
    return len(set(codes)) < 0.9 * len(codes)
