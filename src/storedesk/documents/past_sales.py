"""Read files of past sales: a line of an order in each row, under the headings of any program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from storedesk.documents import cells
from storedesk.documents.cell_readers import dates_of, place_of, tried
from storedesk.documents.cells import BadCellError
from storedesk.documents.delimited import DelimitedFile, check_size, read_sheet
from storedesk.documents.dialects import heading_key
from storedesk.documents.kept_lines import FileRow, Remembered
from storedesk.documents.numerals import ColumnMark, mark_of
from storedesk.documents.product_cells import are_decimals, code
from storedesk.domain.importing.file import MOST_LINES, BadRow
from storedesk.domain.importing.options import FileChoices, FileReading
from storedesk.domain.importing.past_sales import (
    NEEDED,
    PastColumn,
    PastLine,
    PastMap,
    PastOptions,
    PastSales,
)
from storedesk.domain.importing.progress import ImportProgress, ImportStep, Report
from storedesk.domain.refusals.errors import Refused

USUAL = {
    PastColumn.NUMBER: (
        "invoiceno", "invoice no", "invoice", "invoice number", "order", "order number", "order id",
        "receipt", "receipt number", "number", "name", "rechnungsnummer", "belegnummer",
        "bestellnummer",
    ),
    PastColumn.DATE: (
        "invoicedate", "invoice date", "order date", "date", "created at", "sold at", "datum",
        "rechnungsdatum", "belegdatum",
    ),
    PastColumn.CODE: (
        "stockcode", "stock code", "sku", "lineitem sku", "code", "item code", "article", "barcode",
        "artikelnummer", "item",
    ),
    PastColumn.NAME: (
        "description", "lineitem name", "product", "item name", "product name", "title",
        "bezeichnung", "artikel",
    ),
    PastColumn.QUANTITY: ("quantity", "qty", "lineitem quantity", "pieces", "menge", "anzahl"),
    PastColumn.PRICE: (
        "unitprice", "unit price", "price", "lineitem price", "einzelpreis", "preis",
    ),
    PastColumn.CUSTOMER: (
        "customerid", "customer id", "customer", "customer number", "kundennummer", "kunde",
    ),
    PastColumn.COUNTRY: ("country", "shipping country", "land"),
}  # fmt: skip
"""The usual headings of each column, the likeliest first."""
KNOWN = frozenset(heading for names in USUAL.values() for heading in names)
EARLIEST = datetime(1900, 1, 1)  # noqa: DTZ001 - UTC without zone, as the store keeps it


@dataclass(frozen=True, slots=True)
class StoreTerms:
    """What a store takes past sales by."""

    zone: ZoneInfo
    """That of the files' times."""
    currency: str
    now: datetime
    """UTC without zone: nothing was sold later."""


@dataclass(frozen=True, slots=True)
class PastFacts:
    """What a file of past sales is, before its columns are told apart."""

    header: tuple[str, ...]
    guess: PastMap
    """What its columns probably hold."""
    reading: FileReading


def look_at_past_sales(path: Path, choices: FileChoices | None = None) -> PastFacts:
    """Look at a file, so that a person can say what its columns hold."""
    sheet = read_sheet(path, choices, KNOWN)
    return PastFacts(sheet.header, guess_past_map(sheet), sheet.reading)


def read_past_sales(
    paths: Sequence[Path],
    options: PastOptions,
    store: StoreTerms,
    report: Report | None = None,
) -> PastSales:
    """Read files of past sales, as a store takes them.

    Every row that cannot be used is told of. Refused: what read_sheet refuses, past_map_missing,
    import_no_column, import_too_many_lines.
    """
    wanted = {heading_key(header) for header in options.columns.values()} or KNOWN
    lines: list[PastLine] = []
    bad: list[BadRow] = []
    bad_amount, readings, count = Decimal(0), [], 0
    for at, path in enumerate(paths):
        heard = _heard(report, at, len(paths), count)
        sheet = read_sheet(path, options.file, wanted, heard)
        count += len(sheet.lines)
        check_size("import_too_many_lines", [one.name for one in paths], count, MOST_LINES)
        columns = options.columns or guess_past_map(sheet)
        _check(sheet, columns)
        reader = _LineReader(sheet, columns, options.file, store)
        wrong = list(sheet.bad)
        for line in sheet.lines:
            found = reader.read(line)
            if isinstance(found, PastLine):
                lines.append(found)
            else:
                wrong.append(found)
                bad_amount += reader.amount(line)
        bad += sorted(wrong, key=lambda row: row.row)
        readings.append(sheet.reading)
    return PastSales(tuple(lines), tuple(bad), bad_amount, tuple(readings))


def guess_past_map(sheet: DelimitedFile) -> PastMap:
    """Propose which column holds what, by its heading."""
    names = {heading_key(header): header for header in reversed(sheet.header) if header}
    guess: dict[PastColumn, str] = {}
    for column, usual in USUAL.items():
        free = (names[n] for n in usual if n in names and names[n] not in guess.values())
        if found := next(free, None):
            guess[column] = found
    return guess


def _heard(
    report: Report | None, at: int, files: int, before: int
) -> Callable[[int, float], object]:
    def heard(lines: int, share: float) -> None:
        if report:
            far = (at + share) / files
            report(ImportProgress(ImportStep.READING, before + lines, share=far))

    return heard


def _check(sheet: DelimitedFile, columns: PastMap) -> None:
    """Refuse columns that do not say all that is needed: past_map_missing."""
    if missing := [column for column in NEEDED if column not in columns]:
        seen = ", ".join(filter(None, sheet.header))
        raise Refused("past_map_missing", fields=", ".join(missing), columns=seen)


class _LineReader:
    """Reads the rows of one file."""

    def __init__(
        self,
        sheet: DelimitedFile,
        columns: PastMap,
        choices: FileChoices,
        store: StoreTerms,
    ) -> None:
        self._sheet, self._store = sheet, store
        self._places = {column: place_of(sheet, header) for column, header in columns.items()}
        self._currencies = Remembered(cells.currencies_of)
        pieces = self._mark(PastColumn.QUANTITY, choices, str)
        price = self._mark(PastColumn.PRICE, choices, cells.bare_price)
        self._marks = {PastColumn.QUANTITY: pieces, PastColumn.PRICE: price}
        codes = {
            column: are_decimals(self._column(column))
            for column in (PastColumn.NUMBER, PastColumn.CODE, PastColumn.CUSTOMER)
        }
        dates = dates_of(self._column(PastColumn.DATE), choices.date_first, is_exact=True)
        self._readers = {
            PastColumn.NUMBER: tried(_needed(codes[PastColumn.NUMBER])),
            PastColumn.DATE: tried(lambda cell: self._instant(dates(cell), cell)),
            PastColumn.CODE: tried(_needed(codes[PastColumn.CODE])),
            PastColumn.NAME: tried(lambda cell: cells.words(cell, most=200)),
            PastColumn.QUANTITY: tried(lambda cell: cells.past_pieces(cell, pieces)),
            PastColumn.PRICE: tried(lambda cell: self._price(cell, price)),
            PastColumn.CUSTOMER: tried(
                lambda cell: code(cell, most=50, is_decimal=codes[PastColumn.CUSTOMER]) or ""
            ),
            PastColumn.COUNTRY: tried(lambda cell: cells.words(cell, most=100)),
        }

    def read(self, line: FileRow) -> PastLine | BadRow:
        """Read a row, or tell of the first cell that means nothing."""
        found: dict[str, Any] = {column.value: "" for column in PastColumn}
        for column, at in self._places.items():
            value = self._readers[column](line.cells[at])
            if isinstance(value, BadCellError):
                return self._bad(line, column, value)
            found[column.value] = value
        if found["quantity"] < 0 and not found["price"]:
            value = BadCellError("import_stock_correction", "")
            return self._bad(line, PastColumn.QUANTITY, value)
        found["sold_at"] = found.pop("date")
        return PastLine(row=line.row, file=self._sheet.file, **found)

    def amount(self, line: FileRow) -> Decimal:
        """Return what a row comes to whose quantity and price are numbers; else nought."""
        pieces, price = (
            cells.number_in(line.cells[self._places[column]], mark)
            for column, mark in self._marks.items()
        )
        return Decimal(0) if pieces is None or price is None else pieces * price

    def _bad(self, line: FileRow, column: PastColumn, error: BadCellError) -> BadRow:
        header = self._sheet.header[self._places[column]]
        return BadRow(line.row, header, error.code, error.value, self._sheet.file)

    def _column(self, column: PastColumn) -> Sequence[str]:
        return self._sheet.lines.column(self._places[column]) if column in self._places else ()

    def _mark(
        self, column: PastColumn, choices: FileChoices, bare: Callable[[str], str]
    ) -> str | None:
        found = ColumnMark(choices.decimal_mark) if choices.decimal_mark else None
        return (found or mark_of(map(bare, self._column(column)))).mark

    def _instant(self, local: datetime, cell: str) -> datetime:
        instant = local.replace(tzinfo=self._store.zone).astimezone(UTC).replace(tzinfo=None)
        if instant > self._store.now:
            raise BadCellError("import_not_yet", cell)
        if instant < EARLIEST:
            raise BadCellError("import_past_before", cell)
        return instant

    def _price(self, cell: str, mark: str | None) -> Decimal:
        named = self._currencies(cell)
        if named and self._store.currency not in named:
            raise BadCellError("import_other_currency", self._store.currency)
        return cells.past_price(cell, mark)


def _needed(is_decimal: bool) -> Callable[[str], str]:  # noqa: FBT001 - what are_decimals found
    def read(cell: str) -> str:
        found = code(cell, most=50, is_decimal=is_decimal)
        if found is None:
            raise BadCellError("import_missing", "")
        return found

    return read
