"""Define an import: what a file holds, what is wrong in it, and what it would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.options import FileChoices, FileReading
from storedesk.domain.refusals.errors import Refused, Translate

MOST_PRODUCTS = 250_000
MOST_LINES = 1_000_000
DEFAULT_CATEGORY = "Imported"
_UPC = 12
"""Digits of a UPC-A."""


class FileColumn(StrEnum):
    """What a column of a plain file may hold."""

    CODE = "code"
    NAME = "name"
    PRICE = "price"
    CATEGORY = "category"
    DESCRIPTION = "description"
    BARCODE = "barcode"
    STOCK = "stock"
    COST = "cost"
    DATE = "date"


class Take(StrEnum):
    """Which value counts, where several lines speak of one product."""

    FIRST = "first"
    MOST = "most"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class ColumnSource:
    """The column of the file that a value comes from, and which of its values is taken."""

    header: str
    take: Take = Take.FIRST


ColumnMap = Mapping[FileColumn, ColumnSource]


def read_map(options: Iterable[str]) -> ColumnMap:
    """Read `field=Column[:most|latest]` options. Refused: import_map_not_understood."""
    mapping: dict[FileColumn, ColumnSource] = {}
    for option in options:
        field_name, equals, header = option.partition("=")
        head, colon, take = header.rpartition(":")
        if not colon or take.strip().lower() not in set(Take):
            head, take = header, Take.FIRST
        column = field_name.strip().lower()
        if not equals or not head.strip() or column not in set(FileColumn) or column in mapping:
            raise Refused("import_map_not_understood", option=option, fields=", ".join(FileColumn))
        mapping[FileColumn(column)] = ColumnSource(head.strip(), Take(take.strip().lower()))
    return mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """The options of an import, besides its file.

    A new product begins with what the file says, where `file_stock` or a mapped column asks for
    that, else with `opening_stock`. Stock of products that are there already is left alone, unless
    `set_stock` asks for what the file says; so are their categories, unless `set_categories` does.
    """

    columns: ColumnMap = field(default_factory=dict)
    file: FileChoices = field(default_factory=FileChoices)
    default_category: str = DEFAULT_CATEGORY
    currency: str | None = None
    """What the file's prices are in; None: the store's own currency."""
    status: ProductStatus | None = None
    """That of the new products; None: as the file says, or draft where it says nothing."""
    opening_stock: int | None = None
    file_stock: bool = False
    set_stock: bool = False
    set_categories: bool = False
    match_barcode: bool = False
    """Let a barcode name a product of the store whose SKU the file does not have."""
    skip_bad: bool = False


@dataclass(frozen=True, slots=True)
class BadRow:
    """A cell that cannot be imported: its place, and a code and value that say why."""

    row: int
    """The line of the file, counted from 1, that its record begins on."""
    column: str
    code: str
    value: str = ""
    file: str = ""
    other: str = ""
    """The name of the obstacle, if there is one."""

    def sentence(self, translate: Translate = str) -> str:
        """Say why, in a sentence."""
        return Refused(self.code, value=self.value, other=self.other).sentence(translate)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedVariant:
    """One size and color, as the file has it. A SKU of None is to be made up."""

    sku: str | None
    size: str | None
    color: str | None
    price: Decimal
    barcode: str | None = None
    codes: tuple[str, ...] = ()
    """Further codes."""
    stock: int | None = None
    row: int = 0

    @property
    def attributes(self) -> tuple[str, str]:
        """What distinguishes it within its product, ignoring case."""
        return (self.size or "").casefold(), (self.color or "").casefold()

    @property
    def all_codes(self) -> tuple[str, ...]:
        """Return its SKU and what else a scanner may send for it."""
        return tuple(filter(None, (self.sku, self.barcode, *self.codes)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProduct:
    """A product as the file has it; its price is that of the cheapest variant."""

    reference: str
    """What names it in the file: a handle, or its code."""
    row: int
    name: str
    price: Decimal
    file: str = ""
    code: str | None = None
    """Its own code; None: it has variants, or one is to be made up."""
    barcodes: tuple[str, ...] = ()
    description: str | None = None
    category: tuple[str, ...] = ()
    """Path from the top, three names at most; empty where the file says nothing."""
    status: ProductStatus | None = None
    variants: tuple[ImportedVariant, ...] = ()
    pictures: tuple[str, ...] = ()
    """Addresses on the web, which nobody fetches."""
    stock: int | None = None
    cost: Decimal | None = None
    """What a piece costs the store; None where the file says nothing."""
    currencies: frozenset[str] = frozenset()
    """What its prices may be in, where that stands beside them."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Columns that we have no place for, kept so that they can be given back."""


@dataclass(frozen=True, slots=True)
class FileCatalog:
    """All that was read from the files: what can be brought in, and what cannot."""

    source: str
    products: tuple[ImportedProduct, ...]
    bad: tuple[BadRow, ...]
    lines: int
    readings: tuple[FileReading, ...] = ()
    """How each file was read."""


class Thing(StrEnum):
    """What a file may change of a product that is there."""

    NAME = "name"
    PRICE = "price"
    COST = "cost"
    DESCRIPTION = "description"
    CATEGORY = "category"
    VARIANT = "variant"
    SKU = "SKU"
    CODE = "code"
    PICTURE = "picture"
    OTHER_COLUMN = "other column"
    ORIGIN = "name in the file"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a file would change: as it is, and as it would be."""

    thing: Thing
    old: str
    """"" where it is added."""
    new: str
    of: str = ""
    """Of which variant or column."""


@dataclass(frozen=True, slots=True)
class ProductChange:
    """A known product, and what the file would change in it."""

    product_id: UUID
    name: str
    """As it is."""
    product: ImportedProduct
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class NewCategory:
    """A category that would be made: its path, and how many products would be in it."""

    path: tuple[str, ...]
    new: int
    """New products."""
    moved: int
    """Products that are in the store already."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: the dry run, and what is then carried out."""

    new: tuple[ImportedProduct, ...]
    changed: tuple[ProductChange, ...]
    same: int
    bad: tuple[BadRow, ...]
    known: Mapping[UUID, ImportedProduct] = field(default_factory=dict)
    """Those that are in the store already, changed or not."""
    kept: int = 0
    """Of those, how many stay in another category than the file says."""
    categories: tuple[NewCategory, ...] = ()
    """Those that are not there yet."""

    @property
    def counts(self) -> "ImportCounts":
        """How many of each."""
        return ImportCounts(len(self.new), len(self.changed), self.same, len(self.bad))


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many products are new, changed and the same, and how many rows are bad."""

    new: int
    changed: int
    same: int
    bad: int


def code_keys(code: str) -> tuple[str, ...]:
    """Return the keys under which a code may be known, as core.code_forms has it.

    UPC-A is written with the leading nought of EAN-13 or without it: both are one barcode.
    """
    key = code_key(code)
    if key.isascii() and key.isdigit():
        if len(key) == _UPC:
            return key, f"0{key}"
        if key.startswith("0") and _UPC < len(key) <= _UPC + 2:
            return key, key[1:]
    return (key,)


def code_key(code: str) -> str:
    """Return what two codes share if they are one: case is ignored as the database ignores it."""
    return "".join(c if len(c.upper()) > 1 else c.upper() for c in code.strip())
