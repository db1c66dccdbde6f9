"""List the columns of Shopify's product CSV, in current and in older exports."""

from collections.abc import Iterator
from dataclasses import dataclass

from storedesk.documents import cells
from storedesk.documents.delimited import DelimitedFile
from storedesk.documents.dialects import heading_key
from storedesk.documents.kept_lines import FileRow
from storedesk.documents.numerals import ColumnMark, mark_of
from storedesk.documents.product_cells import are_decimals
from storedesk.domain.importing.options import FileChoices, NumbersRead

SOURCE = "shopify"
NAMES = {
    "handle": ("handle", "url handle"),
    "title": ("title",),
    "body": ("body (html)", "body html", "description"),
    "type": ("type", "product type"),
    "category": ("product category", "google shopping / google product category"),
    "published": ("published", "published on online store"),
    "status": ("status",),
    "sku": ("variant sku", "sku"),
    "barcode": ("variant barcode", "barcode"),
    "codes": ("storedesk codes",),
    "price": ("variant price", "price"),
    "stock": ("variant inventory qty", "inventory quantity"),
    "picture": ("image src", "product image url"),
    "position": ("image position",),
    "alt": ("image alt text",),
    "variant picture": ("variant image", "variant image url"),
    **{f"name {n}": (f"option{n} name",) for n in (1, 2, 3)},
    **{f"value {n}": (f"option{n} value",) for n in (1, 2, 3)},
}
"""What a column is called, in today's exports and in those of former years."""
OF_VARIANT = frozenset(
    {
        "compare-at price", "cost per item", "charge tax", "tax code", "inventory tracker",
        "continue selling when out of stock", "weight value (grams)", "weight unit for display",
        "requires shipping", "fulfillment service", "unit price total measure",
        "unit price total measure unit", "unit price base measure", "unit price base measure unit",
    }
)  # fmt: skip
"""Columns of today's exports that speak of a variant; former ones begin with "Variant "."""
BETWEEN_CODES = "|"
"""Stands between further codes, in a column that only StoreDesk knows."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def is_of_variant(column: str) -> bool:
    """Tell whether a column that we have no place for speaks of a variant, not of the product."""
    return column.startswith("Variant ") or column.casefold() in OF_VARIANT


def unguarded(cell: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from running a cell as a formula."""
    is_guarded = cell.startswith("'") and cell.lstrip("'").startswith(FORMULA)
    return cell[1:] if is_guarded else cell


class Columns:
    """Where each value stands in a row."""

    def __init__(self, sheet: DelimitedFile, choices: FileChoices) -> None:
        self.names, self.lines = sheet.header, sheet.lines
        places = {heading_key(cell): at for at, cell in reversed(list(enumerate(sheet.header)))}
        self.places = {
            name: next((places[label] for label in labels if label in places), None)
            for name, labels in NAMES.items()
        }
        taken = set(self.places.values())
        self.others = [(at, name) for at, name in enumerate(sheet.header) if at not in taken]
        said = choices.decimal_mark
        self.marks = {
            name: ColumnMark(said) if said else mark_of(map(bare, self.cells(name)))
            for name, bare in (("price", cells.bare_price), ("stock", str))
        }
        self.has_decimal_skus = are_decimals(self.cells("sku"))

    def cells(self, name: str) -> Iterator[str]:
        """Yield what stands in a column, from the top down."""
        place = self.places[name]
        if place is not None:
            yield from self.lines.column(place)

    @property
    def numbers(self) -> tuple[NumbersRead, ...]:
        """How the numbers of prices and stock were read, where that was to be settled."""
        return tuple(
            NumbersRead(self.header(name), found.mark, found.example)
            for name, found in self.marks.items()
            if self.places[name] is not None and (found.mark or found.is_mixed)
        )

    def header(self, name: str) -> str:
        """Return what the file calls a column."""
        place = self.places[name]
        return NAMES[name][0] if place is None else self.names[place]


@dataclass(frozen=True, slots=True)
class ShopifyRow:
    """One line of the file, read by the names of its columns."""

    columns: Columns
    line: FileRow

    def get(self, name: str) -> str:
        """Return what stands in a column, by our name of it; "" where there is no such column."""
        place = self.columns.places[name]
        return "" if place is None else unguarded(self.line.cells[place])

    def others(self, *, of_variant: bool) -> dict[str, str]:
        """Return the cells that we have no place for."""
        found = {
            name: unguarded(cells.foreign(self.line.cells[at]))
            for at, name in self.columns.others
            if is_of_variant(name) is of_variant
        }
        return {name: cell for name, cell in found.items() if cell}

    @property
    def is_variant(self) -> bool:
        """Whether it speaks of a variant, and not of a further picture alone."""
        return any(self.get(name).strip() for name in ("value 1", "price", "sku", "barcode"))
