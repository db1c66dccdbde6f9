"""Write Shopify's product CSV: one row for a variant or picture, in its template's columns.

What came from such a file goes back as it was: foreign columns, what options are called, the words
of pictures. Text that a spreadsheet would run as a formula has an apostrophe before it, which
`shopify.py` takes off again; a plain number such as +2.00 is left alone, as it does no harm.
Pictures that are kept in the store have no address on the web, and are not written.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import zip_longest
from typing import BinaryIO

from storedesk.documents.plain_text import as_markup, without_doubt
from storedesk.documents.product_cells import is_picture_address
from storedesk.documents.shopify_columns import BETWEEN_CODES, FORMULA
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.exporting import ExportedProduct, ExportedVariant, ExportPlan, handle_of

CODES = "StoreDesk Codes"
TEMPLATE = (
    "Handle", "Title", "Body (HTML)", "Vendor", "Product Category", "Type", "Tags", "Published",
    "Option1 Name", "Option1 Value", "Option2 Name", "Option2 Value", "Variant SKU",
    "Variant Grams", "Variant Inventory Tracker", "Variant Inventory Qty",
    "Variant Inventory Policy", "Variant Fulfillment Service", "Variant Price",
    "Variant Compare At Price", "Variant Requires Shipping", "Variant Taxable", "Variant Barcode",
    "Image Src", "Image Position", "Image Alt Text", "Gift Card", "SEO Title", "SEO Description",
    "Variant Image", "Variant Weight Unit", "Variant Tax Code", "Cost per item", "Status",
)  # fmt: skip
_STATUS = {
    ProductStatus.ACTIVE: "active",
    ProductStatus.DRAFT: "draft",
    ProductStatus.INACTIVE: "archived",
}
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?%?")
_GTIN = re.compile(r"\d{8}|\d{12,14}")
_OPTIONS = {"size": "Size", "color": "Color"}
Cells = dict[str, str]


class ShopifySheet:
    """Writes products into `file`."""

    def __init__(self, file: BinaryIO, plan: ExportPlan, *, with_stock: bool = False) -> None:
        """`with_stock` tells what is on hand: all of a product's on its first variant."""
        self._file, self._with_stock = file, with_stock
        self._taken = set(plan.references)
        further = [column for column in plan.columns if column not in TEMPLATE]
        self.columns = (*TEMPLATE, *further, *((CODES,) if plan.has_more_codes else ()))
        self._write([dict(zip(self.columns, self.columns, strict=True))])

    def write(self, products: Iterable[ExportedProduct]) -> None:
        """Write further products."""
        for product in products:
            handle = product.reference or handle_of(product.name, self._taken)
            self._taken.add(handle)
            self._write(rows_of(product, handle, with_stock=self._with_stock))

    def end(self) -> None:
        """Write nothing at the end."""

    def drop(self) -> None:
        """Let go of it: there is nothing to let go of."""

    def _write(self, rows: Iterable[Cells]) -> None:
        lines = io.StringIO(newline="")
        writer = csv.writer(lines, lineterminator="\r\n")
        for row in rows:
            writer.writerow([guarded(row.get(column, "")) for column in self.columns])
        self._file.write(lines.getvalue().encode())


def rows_of(product: ExportedProduct, handle: str, *, with_stock: bool = False) -> list[Cells]:
    """Return the rows of one product: its own cells stand in the first one."""
    variants = in_order(product)
    pictures = _pictures(product)
    kept = {(size, color): cells for size, color, cells in _kept_variants(product)}
    rows: list[Cells] = []
    for variant, picture in zip_longest(variants, pictures):
        row: Cells = {"Handle": handle}
        if not rows:
            row |= _own_cells(product)
        if variant is not None:
            row |= {name: str(cell) for name, cell in kept.get(variant.attributes, {}).items()}
            row |= _variant_cells(product, variant, is_first=not rows)
            if with_stock:
                row["Variant Inventory Qty"] = str(0 if rows else product.stock)
        if picture is not None:
            address, words = picture
            row |= {"Image Src": address, "Image Alt Text": words}
            row["Image Position"] = str(len(rows) + 1)
        rows.append(row)
    return rows


def in_order(product: ExportedProduct) -> list[ExportedVariant]:
    """Return the variants as the file they came from had them, later ones behind by their SKU.

    A product without variants is one, of no size and no color.
    """
    if not product.variants:
        sku, others = _sku_and_others(product.codes)
        return [ExportedVariant(sku=sku, size=None, color=None, price=product.price, codes=others)]
    places = {(size, color): at for at, (size, color, _) in enumerate(_kept_variants(product))}
    last = len(places)
    return sorted(product.variants, key=lambda one: (places.get(one.attributes, last), one.sku))


def to_html(description: str) -> str:
    """Escape plain text as HTML."""
    if not re.search(r"[<>&\n]", description):
        return description
    return "<p>" + "<br>".join(escape(description, quote=False).split("\n")) + "</p>"


def guarded(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula."""
    needs = cell.lstrip("'").startswith(FORMULA) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if needs else cell


def _own_cells(product: ExportedProduct) -> Cells:
    columns = _part(product.extra, "columns")
    cells = {name: str(cell) for name, cell in columns.items()}
    cells |= {
        "Title": as_markup(product.name),
        "Body (HTML)": to_html(product.description or ""),
        "Status": _STATUS[product.status],
    }
    path = " > ".join(without_doubt(name) for name in product.category)
    is_kept = any(name.casefold() in {"type", "product type"} for name in columns)
    cells["Product Category" if is_kept else "Type"] = path
    return cells


def _variant_cells(product: ExportedProduct, variant: ExportedVariant, *, is_first: bool) -> Cells:
    cells = {
        "Variant SKU": variant.sku,
        "Variant Barcode": variant.codes[0] if variant.codes else "",
        "Variant Price": format(variant.price, ".2f"),
        CODES: BETWEEN_CODES.join(variant.codes[1:]),
    }
    if not product.variants:
        return cells | {"Option1 Name": "Title", "Option1 Value": "Default Title"}
    names = _part(product.extra, "options")
    used = [place for place in _OPTIONS if any(getattr(one, place) for one in product.variants)]
    for at, place in enumerate(used, start=1):
        if is_first:
            cells[f"Option{at} Name"] = str(names.get(place) or _OPTIONS[place])
        cells[f"Option{at} Value"] = as_markup(getattr(variant, place) or "")
    return cells


def _sku_and_others(codes: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Part a product's codes: what no manufacturer gave is its SKU."""
    sku = next((code for code in codes if not _GTIN.fullmatch(code)), codes[0] if codes else "")
    return sku, tuple(code for code in codes if code != sku)


def _pictures(product: ExportedProduct) -> list[tuple[str, str]]:
    words = _part(product.extra, "pictures")
    shown = [(address, str(words.get(address, ""))) for address in product.pictures]
    strange = [(one, str(said)) for one, said in words.items() if not is_picture_address(one)]
    return shown + strange


def _kept_variants(
    product: ExportedProduct,
) -> list[tuple[str, str, Mapping[str, object]]]:
    listed = product.extra.get("variants")
    return [
        (str(size).casefold(), str(color).casefold(), cells)
        for size, color, cells in (listed if isinstance(listed, list) else [])
        if isinstance(cells, Mapping)
    ]


def _part(extra: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = extra.get(name, {})
    return part if isinstance(part, Mapping) else {}
