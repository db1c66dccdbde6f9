"""Read Shopify's product CSV: one row for a variant or picture, one handle for a product."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from storedesk.documents import cells
from storedesk.documents.cells import BadCellError
from storedesk.documents.delimited import DelimitedFile
from storedesk.documents.dialects import heading_key
from storedesk.documents.plain_text import from_html, without_markup
from storedesk.documents.product_cells import barcode, category_path, code, is_picture_address
from storedesk.documents.shopify_columns import BETWEEN_CODES, NAMES, Columns, ShopifyRow
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import BadRow, ImportedProduct, ImportedVariant

T = TypeVar("T")
_STATUS = {
    "active": ProductStatus.ACTIVE,
    "draft": ProductStatus.DRAFT,
    "archived": ProductStatus.INACTIVE,
    "unlisted": ProductStatus.INACTIVE,
}
_SIZES = {"size", "grösse", "groesse", "taille", "talla", "taglia", "maat"}
_COLORS = {"color", "colour", "farbe", "couleur", "colore", "kleur"}
LONGEST_OPTION = 50


def is_shopify(header: Iterable[str]) -> bool:
    """Tell whether the columns are those of a Shopify product export."""
    found = {heading_key(cell) for cell in header}
    return all(found & set(NAMES[name]) for name in ("handle", "title", "price"))


def products(sheet: DelimitedFile, columns: Columns) -> tuple[list[ImportedProduct], list[BadRow]]:
    """Read every product of the sheet; of one that has a bad row, nothing but that row."""
    groups: dict[str, list[ShopifyRow]] = {}
    found: list[ImportedProduct] = []
    bad: list[BadRow] = []
    for line in sheet.lines:
        row = ShopifyRow(columns, line)
        if handle := row.get("handle").strip():
            groups.setdefault(handle.casefold(), []).append(row)
        else:
            bad.append(BadRow(line.row, columns.header("handle"), "import_missing", "", sheet.file))
    for rows in groups.values():
        reader = _Product(rows, sheet.file)
        product = reader.read()
        if product is None:
            bad += reader.bad
        else:
            found.append(product)
    return found, bad


class _Product:
    """Reads the rows of one handle, gathering what is wrong with them."""

    def __init__(self, rows: Sequence[ShopifyRow], file: str) -> None:
        self.rows = rows
        self.columns = rows[0].columns
        self.first = next((row for row in rows if row.get("title").strip()), rows[0])
        self.file = file
        self.bad: list[BadRow] = []

    def read(self) -> ImportedProduct | None:
        """Return the product; None if a row is bad."""
        first = self.first
        name = self._cell(first, "title", _name) or ""
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
            barcodes=_present([plain.barcode, *plain.codes]) if plain else (),
            description=_joined(description, third),
            category=self._category(),
            status=self._status(),
            currencies=self._currencies(),
            variants=() if plain else tuple(variants),
            pictures=self._pictures(),
            stock=_added(variant.stock for variant in variants),
            extra=self._extra(variants),
        )

    def _variants(self) -> list[ImportedVariant]:
        rows = [row for row in self.rows if row.is_variant] or [self.first]
        variants = [variant for row in rows if (variant := self._variant(row))]
        keys = [variant.attributes for variant in variants]
        if len(set(keys)) < len(keys) and self._values(3):
            variants = [self._tell_apart(*pair) for pair in zip(variants, rows, strict=False)]
        for at, variant in enumerate(variants):
            if len(variants) > 1 and not any(variant.attributes):
                self._refuse(variant.row, "value 1", "import_missing", "")
            elif variant.attributes in {earlier.attributes for earlier in variants[:at]}:
                said = " / ".join(filter(None, (variant.size, variant.color)))
                self._refuse(variant.row, "value 1", "import_variant_twice", said)
        return variants

    def _variant(self, row: ShopifyRow) -> ImportedVariant | None:
        marks = self.columns.marks
        price = self._cell(row, "price", lambda c: cells.price(c, marks["price"].mark))
        options: dict[str, str | None] = {"size": None, "color": None}
        for at, place in self._option_places.items():
            options[place] = self._cell(row, f"value {at}", _option) or None
        if price is None:
            return None
        return ImportedVariant(
            sku=self._cell(row, "sku", self._sku),
            size=options["size"],
            color=options["color"],
            price=price,
            barcode=self._cell(row, "barcode", barcode),
            codes=self._cell(row, "codes", _more_codes) or (),
            stock=self._cell(row, "stock", lambda c: cells.pieces(c, marks["stock"].mark)),
            row=row.line.row,
        )

    def _sku(self, cell: str) -> str | None:
        return code(cell, most=50, is_decimal=self.columns.has_decimal_skus)

    def _currencies(self) -> frozenset[str]:
        named = (cells.currencies_of(row.get("price")) for row in self.rows)
        return next(filter(None, named), frozenset())

    def _tell_apart(self, variant: ImportedVariant, row: ShopifyRow) -> ImportedVariant:
        """Put the third option beside the second, where the first two are not enough."""
        third = without_markup(row.get("value 3").strip())
        color = ", ".join(filter(None, (variant.color, third)))
        if len(color) > LONGEST_OPTION:
            self._refuse(row.line.row, "value 3", "import_too_long", color)
            return variant
        return replace(variant, color=color or None)

    @cached_property
    def _option_places(self) -> dict[int, str]:
        """Say which of the options is the size and which the color."""
        names = {at: self._option_name(at).casefold() for at in (1, 2) if self._values(at)}
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
        return cells.words(said, most=10_000) if values else None

    def _option_name(self, at: int) -> str:
        named = (row.get(f"name {at}").strip() for row in self.rows)
        return next(filter(None, named), "")

    def _values(self, at: int) -> list[str]:
        values = (without_markup(row.get(f"value {at}").strip()) for row in self.rows)
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

    def _extra(self, variants: Sequence[ImportedVariant]) -> Mapping[str, object]:
        """Gather what has no place of ours, so that an export can give it back."""
        parts: dict[str, object] = {
            "columns": self._other_columns(),
            "options": self._other_names(),
            "variants": self._other_cells(variants),
            "pictures": self._other_pictures(),
        }
        return {name: part for name, part in parts.items() if part}

    def _other_columns(self) -> dict[str, str]:
        columns = self.first.others(of_variant=False)
        kept = ["published"]
        if self.first.get("category").strip():
            kept.append("type")
        for name in kept:
            if said := cells.foreign(self.first.get(name)):
                columns[self.first.columns.header(name)] = said
        return columns

    def _other_names(self) -> dict[str, str]:
        """Return what the file calls sizes and colors, where that is not Size and Color."""
        named = {place: self._option_name(at) for at, place in self._option_places.items()}
        return {place: name for place, name in named.items() if name and name != place.title()}

    def _other_cells(self, variants: Sequence[ImportedVariant]) -> list[list[object]]:
        """Return size, color and the other cells of each variant, in the order of the file."""
        rows = {row.line.row: row for row in self.rows}
        found: list[list[object]] = []
        for variant in variants:
            row = rows[variant.row]
            others = row.others(of_variant=True)
            if picture := cells.foreign(row.get("variant picture")):
                others["Variant Image"] = picture
            found.append([variant.size or "", variant.color or "", others])
        return found if any(others for _, _, others in found) else []

    def _other_pictures(self) -> dict[str, str]:
        """Return what is said of pictures, and addresses that our database would refuse."""
        said = {
            cells.foreign(row.get("picture")): cells.foreign(row.get("alt"))
            for row in reversed(self.rows)
        }
        return {
            address: words
            for address, words in said.items()
            if address and (words or not is_picture_address(address))
        }

    def _cell(self, row: ShopifyRow, name: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(row.get(name))
        except BadCellError as error:
            self._refuse(row.line.row, name, error.code, error.value)
            return None

    def _refuse(self, row: int, name: str, reason: str, value: str) -> None:
        self.bad.append(BadRow(row, self.first.columns.header(name), reason, value[:60], self.file))


def _more_codes(cell: str) -> tuple[str, ...]:
    return _present(code(one, most=64) for one in cell.split(BETWEEN_CODES))


def _present(codes: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(filter(None, codes))


def _option(cell: str) -> str:
    return cells.words(without_markup(cell), most=LONGEST_OPTION)


def _name(cell: str) -> str:
    return cells.words(without_markup(cell), least=2, most=200)


def _joined(description: str | None, line: str | None) -> str | None:
    return "\n".join(filter(None, (description, line))) or None


def _added(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
