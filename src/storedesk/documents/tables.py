"""Write lists as CSV that spreadsheets open correctly.

The CSV is RFC 4180 in UTF-8 with a byte order mark, which spreadsheets need to see that it is
UTF-8; lines end in CR LF, amounts and counts are bare numbers with a point, instants are written
2026-11-25 14:05:00. Text that a spreadsheet would run as a formula (it begins with = + - @, a tab
or a line's end) gets an apostrophe before it. What is only digits stays as it is, so a spreadsheet
that opens the file by a double click takes 0012 for 12: there the workbook (`workbooks.py`) is
better, which says of each cell whether it is text.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import BinaryIO, Protocol, TypeAlias, TypeVar

from storedesk.domain.values.money import Money

T_contra = TypeVar("T_contra", contravariant=True)
Value: TypeAlias = str | int | Decimal | Money | datetime | None
"""What a cell holds; instants are in the store's time, without a zone."""
Row: TypeAlias = Sequence[Value]

SHEET_ROWS = 1_048_576
"""What a sheet of a workbook holds, the headings among them."""
MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with; the last four are the same signs in full width."""
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class SheetFile(Protocol[T_contra]):
    """A file that rows go into, one after the other."""

    def write(self, rows: Iterable[T_contra], /) -> None:
        """Write further rows."""

    def end(self) -> None:
        """Write the end, which completes the file."""

    def drop(self) -> None:
        """Let go of it, unless it was ended: it is not wanted."""


class CsvSheet:
    """Writes a CSV file into `file`."""

    def __init__(self, file: BinaryIO, headings: Sequence[str]) -> None:
        self._file = file
        file.write(MARK.encode())
        self.write([headings])

    def write(self, rows: Iterable[Row]) -> None:
        """Write further rows."""
        lines = io.StringIO(newline="")
        csv.writer(lines, lineterminator="\r\n").writerows(
            [csv_cell(v) for v in row] for row in rows
        )
        self._file.write(lines.getvalue().encode())

    def end(self) -> None:
        """Write nothing at the end."""

    def drop(self) -> None:
        """Let go of it: there is nothing to let go of."""


def csv_cell(value: Value) -> str:
    """Return a value as it stands in a CSV file; no spreadsheet takes text for a formula."""
    match value:
        case None:
            return ""
        case str():
            text = clean(value)
            return f"'{text}" if text.startswith(_FORMULA) else text
        case Money():
            return format(value.amount, "f")
        case Decimal():
            return format(value, "f")
        case datetime():
            return value.isoformat(" ", "seconds")
    return str(value)


def clean(text: str) -> str:
    """Return text without what neither kind of file can hold, each such sign as "�"."""
    return _NO_TEXT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def with_currency(headings: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Return the headings, those of money with its currency, as the first rows tell it."""
    named = list(headings)
    for at, heading in enumerate(headings):
        currencies = {value.currency for row in rows if isinstance(value := row[at], Money)}
        if len(currencies) == 1:
            named[at] = f"{heading} ({currencies.pop()})"
    return named
