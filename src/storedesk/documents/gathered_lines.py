"""Gather the lines of a plain file that speak of one product, and make that product of them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from storedesk.domain.importing.file import (
    ColumnMap,
    FileColumn,
    ImportedProduct,
    Take,
    code_key,
)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line that was understood."""

    row: int
    file: str
    values: dict[FileColumn, Any]
    others: dict[str, str]
    currencies: frozenset[str]
    """What its price may be in, where that stands beside it."""


class GatheredLines:
    """What the lines of one product say so far: the lines themselves are not kept."""

    __slots__ = ("_columns", "_currencies", "_dates", "_is_only", "_line", "_values")

    def __init__(self, line: ReadLine, columns: ColumnMap) -> None:
        """`line` is the first of them."""
        self._columns, self._line, self._is_only = columns, line, True
        self._currencies: frozenset[str] = frozenset()
        self._values: dict[FileColumn, Any] = {}
        self._dates: dict[FileColumn, datetime] = {}
        self._take(line)

    def add(self, line: ReadLine) -> None:
        """Add a line that comes later in the files."""
        self._is_only = False
        self._take(line)

    def product(self) -> ImportedProduct:
        """Return the product of which all lines are gathered."""
        line, barcode = self._line, self._taken(FileColumn.BARCODE)
        own = line.values[FileColumn.CODE]
        return ImportedProduct(
            reference=own,
            row=line.row,
            file=line.file,
            name=self._taken(FileColumn.NAME),
            price=Decimal(self._taken(FileColumn.PRICE)),
            code=own,
            barcodes=(barcode,) if barcode and code_key(barcode) != code_key(own) else (),
            description=self._taken(FileColumn.DESCRIPTION),
            category=self._taken(FileColumn.CATEGORY) or (),
            stock=self._taken(FileColumn.STOCK),
            cost=self._taken(FileColumn.COST),
            currencies=self._currencies,
            extra={"columns": line.others} if self._is_only and line.others else {},
        )

    def _take(self, line: ReadLine) -> None:
        self._currencies = self._currencies or line.currencies
        for column, source in self._columns.items():
            value = line.values[column]
            if source.take is Take.FIRST:
                if value not in {None, ()}:
                    self._values.setdefault(column, value)
            elif value and source.take is Take.LATEST:
                self._take_latest(column, value, line)
            elif value:
                self._values.setdefault(column, Counter())[value] += 1

    def _take_latest(self, column: FileColumn, value: object, line: ReadLine) -> None:
        """Take the value of the latest date, and of several the one that comes last."""
        date = line.values.get(FileColumn.DATE)
        if date is None or column not in self._dates or date >= self._dates[column]:
            self._values[column] = value
            if date is not None:
                self._dates[column] = date

    def _taken(self, column: FileColumn) -> Any:
        value = self._values.get(column)
        return value.most_common(1)[0][0] if isinstance(value, Counter) else value
