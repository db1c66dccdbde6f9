"""Write lists as workbooks (XLSX): text as text, numbers as numbers, no formulas."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO

import xlsxwriter

from storedesk.documents.tables import SHEET_ROWS, Row, Value, clean
from storedesk.domain.values.money import Money, decimals

LONGEST = 32_767
"""What a cell holds, in units of UTF-16."""
EXACT = 10**15
"""A number of a workbook has fifteen digits: larger ones are written as text."""
CUT = "…"
_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_TITLE_LONGEST = 31
_FIRST_YEAR = 1900
_NARROW, _WIDE = 9, 60
_LOOKED_AT = 100


class XlsxSheet:
    """Writes a workbook of one sheet into `file`, in constant memory.

    What is not written out yet lies in files in `folder`, which the caller takes away.
    """

    def __init__(
        self,
        file: BinaryIO,
        headings: Sequence[str],
        *,
        title: str,
        folder: str,
        first: Sequence[Row],
    ) -> None:
        """`first` are rows by which the columns' widths are judged; they are not written."""
        manner = {
            "constant_memory": True, "tmpdir": folder, "strings_to_formulas": False,
            "strings_to_numbers": False, "strings_to_urls": False, "remove_timezone": True,
        }  # fmt: skip
        self._book = xlsxwriter.Workbook(file, manner)
        self._sheet = self._book.add_worksheet(sheet_title(title))
        self._columns = len(headings)
        self._formats: dict[str, Any] = {}
        for at, width in enumerate(_widths(headings, first)):
            self._sheet.set_column(at, at, width)
        bold = self._book.add_format({"bold": True})
        for at, heading in enumerate(headings):
            self._sheet.write_string(0, at, fitting(heading), bold)
        self._sheet.freeze_panes(1, 0)
        self._row = 1

    def write(self, rows: Iterable[Row]) -> None:
        """Write further rows; ValueError beyond what a sheet holds."""
        for row in rows:
            if self._row >= SHEET_ROWS:
                raise ValueError("a sheet is full")
            for at, value in enumerate(row):
                self._write_cell(at, value)
            self._row += 1

    def end(self) -> None:
        """Write the workbook out."""
        self._sheet.autofilter(0, 0, max(1, self._row - 1), max(0, self._columns - 1))
        self._book.close()

    def drop(self) -> None:
        """Let go of it, unless it was ended: close what is not written out yet."""
        self._sheet.row_data_fh.close()

    def _write_cell(self, at: int, value: Value) -> None:
        sheet, row = self._sheet, self._row
        match value:
            case None:
                pass
            case Money():
                manner = f'{_digits(value.currency)} "{value.currency}"'
                sheet.write_number(row, at, float(value.amount), self._format(manner))
            case datetime() if value.year >= _FIRST_YEAR:
                manner = "yyyy-mm-dd hh:mm:ss"
                sheet.write_datetime(row, at, value, self._format(manner))
            case int() if abs(value) < EXACT:
                sheet.write_number(row, at, value)
            case Decimal() if abs(value) < EXACT:
                sheet.write_number(row, at, float(value))
            case _:
                sheet.write_string(row, at, fitting(str(value)))

    def _format(self, manner: str) -> Any:
        if manner not in self._formats:
            self._formats[manner] = self._book.add_format({"num_format": manner})
        return self._formats[manner]


def fitting(text: str) -> str:
    """Return text as a cell can hold it: clean, and cut with a mark where it is too long."""
    plain = clean(text)
    units = plain.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return plain
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", errors="ignore") + CUT


def sheet_title(words: str) -> str:
    """Return `words` as the name of a sheet: without what is not allowed, at most 31 long."""
    plain = clean(words).translate(_TITLE).strip(" '")[:_TITLE_LONGEST].strip(" '")
    return plain if plain and plain.casefold() != "history" else f"{plain} list".strip()


def _digits(currency: str) -> str:
    return "#,##0.00" if decimals(currency) else "#,##0"


def _widths(headings: Sequence[str], rows: Sequence[Row]) -> list[int]:
    looked_at = [headings, *islice(rows, _LOOKED_AT)]
    columns = zip(*looked_at, strict=True)
    return [min(_WIDE, max(_NARROW, *(_length(value) + 2 for value in one))) for one in columns]


def _length(value: Value) -> int:
    if isinstance(value, Money):
        return len(f"{value.amount:,.2f}") + 4
    return len(str(value)) if value is not None else 0
