"""Parse the cells of a product, whichever program wrote the file."""

import re
from collections.abc import Collection, Iterable, Sequence

from storedesk.documents.cells import BadCellError, line, words
from storedesk.documents.plain_text import without_entities
from storedesk.domain.importing.file import BadRow, ImportedProduct, code_key, code_keys
from storedesk.domain.values.gs1 import has_check_digit

_ROUNDED = re.compile(r"\d+[.,]\d+E\+?\d+|\d+E\+\d+", re.IGNORECASE)
_WHOLE = re.compile(r"(\d+)[.,]0+", re.ASCII)
_LONG = 8
"""Digits from which on a number with ".0" behind it is a barcode that a program took for one."""
_PARTED = re.compile(r"\d[\d .,'\u2019-]*\d", re.ASCII)
_NO_CODE = frozenset({"-", "\u2013", "n/a", "nan", "none", "null"})
_BARCODES = frozenset({8, 12, 13, 14})
DEEPEST = 3


def code(cell: str, *, most: int, is_decimal: bool = False) -> str | None:
    """Read a code; None where there is none.

    What a spreadsheet did to it is undone: an apostrophe before it, and ".0" behind the digits of a
    barcode, or of any number where the column `is_decimal`. What it has rounded is bad.
    """
    clean = line(cell.strip().removeprefix("'"), most=most)
    if _ROUNDED.fullmatch(clean):
        raise BadCellError("import_code_rounded", cell)
    whole = _WHOLE.fullmatch(clean)
    if whole and (is_decimal or len(whole[1]) >= _LONG):
        return whole[1]
    return clean or None


def barcode(cell: str) -> str | None:
    """Read a barcode, as printed or as kept; None where there is none, or a word that says so."""
    found = code(cell, most=64)
    if found is None or found.casefold() in _NO_CODE or not found.strip("0"):
        return None
    if _PARTED.fullmatch(found):
        digits = re.sub(r"\D", "", found)
        if len(digits) in _BARCODES and has_check_digit(digits):
            return digits
    return found


def are_decimals(column: Iterable[str]) -> bool:
    """Tell whether a program took a column of codes for numbers: all of them end in .0."""
    seen = [cell for cell in column if cell.strip()]
    return bool(seen) and all(_WHOLE.fullmatch(cell.strip()) for cell in seen)


def category_path(cell: str) -> tuple[str, ...]:
    """Read `Home > Kitchen > Mugs`; what lies deeper than the third level is left out."""
    names = (words(name, most=100) for name in without_entities(cell).split(">"))
    return tuple(filter(None, names))[:DEEPEST]


def is_picture_address(address: str) -> bool:
    """Tell whether an address is of a kind that product_images may hold."""
    try:
        is_clean = address == line(address, most=500)
    except BadCellError:
        return False
    return is_clean and re.fullmatch(r"https?://\S+", address) is not None


def without_duplicates(
    products: Iterable[ImportedProduct],
) -> tuple[list[ImportedProduct], list[BadRow]]:
    """Part the products from those with a code, or a handle, that an earlier one has already."""
    owners: dict[str, int] = {}
    single: list[ImportedProduct] = []
    bad: list[BadRow] = []
    for product in products:
        codes = _codes(product)
        duplicate = _duplicate([each for each, _ in codes], owners)
        if duplicate is None:
            owners.update(dict.fromkeys((code_key(each) for each, _ in codes), product.row))
            single.append(product)
        else:
            bad.append(
                BadRow(
                    codes[duplicate][1], "", "import_code_twice", codes[duplicate][0], product.file
                )
            )
    return single, bad


def _duplicate(codes: Sequence[str], owners: Collection[str]) -> int | None:
    """Find the first code that is there already, or earlier in the list, however it is written."""
    seen: set[str] = set()
    for at, one in enumerate(codes):
        keys = code_keys(one)
        if any(key in owners or key in seen for key in keys):
            return at
        seen.add(keys[0])
    return None


def _codes(product: ImportedProduct) -> list[tuple[str, int]]:
    """List the codes of a product, each once for what bears it, and the row it stands in."""
    own = dict.fromkeys(filter(None, (product.code, *product.barcodes)))
    found = [(each, product.row) for each in own]
    for variant in product.variants:
        found += [(each, variant.row) for each in dict.fromkeys(variant.all_codes)]
    return found
