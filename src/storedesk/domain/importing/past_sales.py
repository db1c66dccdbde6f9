"""Define past sales: what another program has sold, with its own numbers, as files have it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from storedesk.domain.importing.file import BadRow
from storedesk.domain.importing.options import FileChoices, FileReading
from storedesk.domain.refusals.errors import Refused

BATCH = 2_000
"""Lines that one command adds."""


class PastColumn(StrEnum):
    """What a column of a file of past sales may hold."""

    NUMBER = "number"
    DATE = "date"
    CODE = "code"
    NAME = "name"
    QUANTITY = "quantity"
    PRICE = "price"
    CUSTOMER = "customer"
    COUNTRY = "country"


NEEDED = (
    PastColumn.NUMBER, PastColumn.DATE, PastColumn.CODE, PastColumn.QUANTITY, PastColumn.PRICE,
)  # fmt: skip
PastMap = Mapping[PastColumn, str]
"""The heading of the column that holds each."""


def read_past_map(options: Iterable[str]) -> dict[PastColumn, str]:
    """Read `field=Column` options. Refused: past_map_not_understood."""
    columns: dict[PastColumn, str] = {}
    for option in options:
        name, equals, header = option.partition("=")
        column = name.strip().lower()
        if not equals or not header.strip() or column not in set(PastColumn) or column in columns:
            fields = ", ".join(PastColumn)
            raise Refused("past_map_not_understood", option=option, fields=fields)
        columns[PastColumn(column)] = header.strip()
    return columns


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line of an order of another program; `quantity` is below nought for what came back."""

    row: int
    file: str
    number: str
    sold_at: datetime
    """UTC without zone."""
    code: str
    name: str
    quantity: int
    price: Decimal
    customer: str
    country: str

    @property
    def amount(self) -> Decimal:
        """What the line comes to, exactly."""
        return self.quantity * self.price


@dataclass(frozen=True, slots=True)
class PastSales:
    """What files of past sales hold, and what in them cannot be used."""

    lines: tuple[PastLine, ...]
    bad: tuple[BadRow, ...]
    """In the order of the files."""
    bad_amount: Decimal
    """What those of them come to whose quantity and price are numbers."""
    readings: tuple[FileReading, ...]

    @property
    def amount(self) -> Decimal:
        """What the usable lines come to, exactly."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def orders(self) -> int:
        """How many orders the usable lines are of."""
        return len({line.number for line in self.lines})


@dataclass(frozen=True, slots=True)
class PastOptions:
    """How files of past sales are to be read; what is left open is found out."""

    columns: PastMap
    file: FileChoices
    currency: str | None = None
    """That of the prices; None: the store's."""


@dataclass(frozen=True, slots=True)
class PastImported:
    """What an import of past sales came to."""

    id: UUID
    orders: int
    lines: int
    matched: int
    """Lines of a product of the store."""
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import of past sales that is in the store."""

    id: UUID
    files: str
    begun_at: datetime
    begun_by: str
    is_whole: bool
    """Whether it has ended; one that has not does not count."""
    orders: int
    lines: int
    amount: Decimal
    first: datetime | None
    last: datetime | None
