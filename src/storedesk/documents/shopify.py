"""Shopify's product CSV: one row a variant or picture, which the handle makes one product."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from storedesk.documents import cells
from storedesk.documents.cells import BadCellError
from storedesk.documents.delimited import Line, Sheet
from storedesk.documents.plain_text import from_html
from storedesk.documents.product_cells import category_path, code, is_picture_address
from storedesk.domain.catalogue import ProductStatus
from storedesk.domain.importing import BadRow, ImportedProduct, ImportedVariant

T = TypeVar("T")
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
    "price": ("variant price", "price"),
    "stock": ("variant inventory qty", "inventory quantity"),
    "picture": ("image src", "product image url"),
    "alt": ("image alt text",),
    "variant picture": ("variant image", "variant image url"),
    **{f"name {n}": (f"option{n} name",) for n in (1, 2, 3)},
    **{f"value {n}": (f"option{n} value",) for n in (1, 2, 3)},
}
"""What a column is called, in today's exports and in those of former years."""
_STATUS = {
    "active": ProductStatus.ACTIVE,
    "draft": ProductStatus.DRAFT,
    "archived": ProductStatus.INACTIVE,
    "unlisted": ProductStatus.INACTIVE,
}
_SIZES = {"size", "größe", "groesse", "taille", "talla", "taglia", "maat"}
_COLORS = {"color", "colour", "farbe", "couleur", "colore", "kleur"}
LONGEST_OPTION = 50


def is_shopify(header: Iterable[str]) -> bool:
    """Tell whether the columns are those of a Shopify product export."""
    found = {cell.casefold() for cell in header}
    return all(found & set(NAMES[name]) for name in ("handle", "title", "price"))


def products(sheet: Sheet) -> tuple[list[ImportedProduct], list[BadRow]]:
    """Read every product of the sheet; of one that has a bad row, nothing but that row."""
    columns = _Columns(sheet)
    groups: dict[str, list[_Row]] = {}
    found: list[ImportedProduct] = []
    bad: list[BadRow] = []
    for line in sheet.lines:
        row = _Row(columns, line)
        if handle := row.get("handle").strip():
            groups.setdefault(handle.casefold(), []).append(row)
        else:
            bad.append(BadRow(line.row, columns.header("handle"), "import_missing", "", sheet.file))
    for rows in groups.values():
        reader = _Product(rows, sheet.file, columns.mark)
        product = reader.read()
        if product is None:
            bad += reader.bad
        else:
            found.append(product)
    return found, bad


class _Columns:
    """Where each value stands in a row."""

    def __init__(self, sheet: Sheet) -> None:
        self.names = sheet.header
        places = {cell.casefold(): at for at, cell in reversed(list(enumerate(sheet.header)))}
        self.places = {
            name: next((places[label] for label in labels if label in places), None)
            for name, labels in NAMES.items()
        }
        taken = set(self.places.values())
        self.others = [(at, name) for at, name in enumerate(sheet.header) if at not in taken]
        price = self.places["price"]
        self.mark = cells.decimal_mark(
            line.cells[price] for line in sheet.lines if price is not None
        )

    def header(self, name: str) -> str:
        """Return what the file calls a column."""
        place = self.places[name]
        return NAMES[name][0] if place is None else self.names[place]


@dataclass(frozen=True, slots=True)
class _Row:
    columns: _Columns
    line: Line

    def get(self, name: str) -> str:
        place = self.columns.places[name]
        return "" if place is None else self.line.cells[place]

    def others(self, *, of_variant: bool) -> dict[str, str]:
        """Return the cells that we have no place for."""
        return {
            name: cells.foreign(self.line.cells[at])
            for at, name in self.columns.others
            if cells.foreign(self.line.cells[at]) and name.startswith("Variant ") is of_variant
        }

    @property
    def is_variant(self) -> bool:
        return any(self.get(name).strip() for name in ("value 1", "price", "sku", "barcode"))


class _Product:
    """Reads the rows of one handle, gathering what is wrong with them."""

    def __init__(self, rows: Sequence[_Row], file: str, mark: str) -> None:
        self.rows = rows
        self.first = next((row for row in rows if row.get("title").strip()), rows[0])
        self.file = file
        self.mark = mark
        self.bad: list[BadRow] = []

    def read(self) -> ImportedProduct | None:
        """Return the product; None if a row is bad."""
        first = self.first
        name = self._cell(first, "title", lambda c: cells.line(c, least=2, most=200)) or ""
        description = self._cell(first, "body", lambda c: cells.text(from_html(c)))
        handle = self._cell(first, "handle", lambda c: cells.line(c, most=255)) or ""
        third = self._cell(first, "name 3", self._third_option)
        variants = self._variants()
        if self.bad or not variants:
            return None
        plain = variants[0] if len(variants) == 1 and not any(variants[0].attributes) else None
        return ImportedProduct(
            reference=handle,
            row=first.line.row,
            file=self.file,
            name=name,
            price=min(variant.price for variant in variants),
            code=plain.sku if plain else None,
            barcodes=(plain.barcode,) if plain and plain.barcode else (),
            description=_joined(description, third),
            category=self._category(),
            status=self._status(),
            variants=() if plain else tuple(variants),
            pictures=self._pictures(),
            stock=_added(variant.stock for variant in variants),
            extra=self._extra(),
        )

    def _variants(self) -> list[ImportedVariant]:
        rows = [row for row in self.rows if row.is_variant] or [self.first]
        variants = [variant for row in rows if (variant := self._variant(row))]
        keys = [variant.attributes for variant in variants]
        if len(set(keys)) < len(keys) and self._values(3):
            variants = [self._told_apart(*pair) for pair in zip(variants, rows, strict=False)]
        for at, variant in enumerate(variants):
            if len(variants) > 1 and not any(variant.attributes):
                self._refuse(variant.row, "value 1", "import_missing", "")
            elif variant.attributes in {earlier.attributes for earlier in variants[:at]}:
                said = " / ".join(filter(None, (variant.size, variant.color)))
                self._refuse(variant.row, "value 1", "import_variant_twice", said)
        return variants

    def _variant(self, row: _Row) -> ImportedVariant | None:
        price = self._cell(row, "price", lambda c: cells.price(c, self.mark))
        options: dict[str, str | None] = {"size": None, "color": None}
        for at, place in self._option_places.items():
            options[place] = self._cell(row, f"value {at}", _option) or None
        if price is None:
            return None
        return ImportedVariant(
            sku=self._cell(row, "sku", lambda c: code(c, most=50)),
            size=options["size"],
            color=options["color"],
            price=price,
            barcode=self._cell(row, "barcode", lambda c: code(c, most=64)),
            stock=self._cell(row, "stock", cells.pieces),
            row=row.line.row,
        )

    def _told_apart(self, variant: ImportedVariant, row: _Row) -> ImportedVariant:
        """Put the third option beside the second, where the first two are not enough."""
        third = row.get("value 3").strip()
        color = ", ".join(filter(None, (variant.color, third)))
        if len(color) > LONGEST_OPTION:
            self._refuse(row.line.row, "value 3", "import_too_long", color)
            return variant
        return replace(variant, color=color or None)

    @cached_property
    def _option_places(self) -> dict[int, str]:
        """Say which of the options is the size and which the colour."""
        names = {at: self._option_name(at) for at in (1, 2) if self._values(at)}
        if set(names) == {1} and names[1] == "title" and self._values(1) == ["Default Title"]:
            return {}
        free = {"size", "color"}
        places: dict[int, str] = {}
        for at, name in names.items():
            wanted = "size" if name in _SIZES else "color" if name in _COLORS else ""
            if wanted in free:
                places[at] = wanted
                free.discard(wanted)
        for at in names:
            if at not in places:
                places[at] = "size" if "size" in free else "color"
                free.discard(places[at])
        return places

    def _third_option(self, name: str) -> str | None:
        values = ", ".join(self._values(3))
        said = ": ".join(filter(None, (name.strip(), values)))
        return cells.line(said, most=10_000) if values else None

    def _option_name(self, at: int) -> str:
        named = (row.get(f"name {at}").strip().casefold() for row in self.rows)
        return next(filter(None, named), "")

    def _values(self, at: int) -> list[str]:
        values = (row.get(f"value {at}").strip() for row in self.rows)
        return list(dict.fromkeys(filter(None, values)))

    def _category(self) -> tuple[str, ...]:
        path = self._cell(self.first, "category", category_path)
        return path or self._cell(self.first, "type", category_path) or ()

    def _status(self) -> ProductStatus | None:
        said = self.first.get("status").strip().casefold()
        published = self.first.get("published").strip().casefold()
        if said and said not in _STATUS:
            self._refuse(self.first.line.row, "status", "import_bad_status", said)
        if not said and published in {"true", "false"}:
            return ProductStatus.ACTIVE if published == "true" else ProductStatus.DRAFT
        return _STATUS.get(said)

    def _pictures(self) -> tuple[str, ...]:
        addresses = (row.get("picture").strip() for row in self.rows)
        return tuple(dict.fromkeys(a for a in addresses if is_picture_address(a)))

    def _extra(self) -> Mapping[str, object]:
        """Gather what has no place of ours, so that an export can give it back."""
        columns = self.first.others(of_variant=False)
        if self.first.get("category").strip() and self.first.get("type").strip():
            columns[self.first.columns.header("type")] = cells.foreign(self.first.get("type"))
        names = ("picture", "alt", "variant picture")
        pictures = [[cells.foreign(row.get(name)) for name in names] for row in self.rows]
        parts: dict[str, object] = {
            "columns": columns,
            "variants": [row.others(of_variant=True) for row in self.rows if row.is_variant],
            "pictures": [dict(zip(names, each, strict=True)) for each in pictures if any(each)],
        }
        return {name: part for name, part in parts.items() if part}

    def _cell(self, row: _Row, name: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(row.get(name))
        except BadCellError as error:
            self._refuse(row.line.row, name, error.code, error.value)
            return None

    def _refuse(self, row: int, name: str, reason: str, value: str) -> None:
        self.bad.append(BadRow(row, self.first.columns.header(name), reason, value[:60], self.file))


def _option(cell: str) -> str:
    return cells.line(cell, most=LONGEST_OPTION)


def _joined(description: str | None, line: str | None) -> str | None:
    return "\n".join(filter(None, (description, line))) or None


def _added(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
