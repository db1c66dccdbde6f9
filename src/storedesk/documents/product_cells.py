"""What the cells of a product mean, whichever program wrote the file."""

import re
from collections.abc import Iterable

from storedesk.documents.cells import BadCellError, line
from storedesk.domain.importing import BadRow, ImportedProduct, code_key

_ROUNDED = re.compile(r"\d+([.,]\d+)?E\+\d+", re.IGNORECASE)
DEEPEST = 3


def code(cell: str, *, most: int) -> str | None:
    """Read a code; None where there is none. A spreadsheet's apostrophe is taken off."""
    clean = line(cell.strip().removeprefix("'"), most=most)
    if _ROUNDED.fullmatch(clean):
        raise BadCellError("import_code_rounded", cell)
    return clean or None


def category_path(cell: str) -> tuple[str, ...]:
    """Read `Home > Kitchen > Mugs`; what lies deeper than the third level is left out."""
    names = (line(name, most=100) for name in cell.split(">"))
    return tuple(filter(None, names))[:DEEPEST]


def is_picture_address(address: str) -> bool:
    """Tell whether an address is of a kind that product_images may hold."""
    try:
        is_clean = address == line(address, most=500)
    except BadCellError:
        return False
    return is_clean and re.fullmatch(r"https?://\S+", address) is not None


def without_twins(
    products: Iterable[ImportedProduct],
) -> tuple[list[ImportedProduct], list[BadRow]]:
    """Part the products from those with a code, or a handle, that an earlier one has already."""
    owners: dict[str, int] = {}
    single: list[ImportedProduct] = []
    bad: list[BadRow] = []
    for product in products:
        codes = _codes(product)
        keys = [code_key(each) for each, _ in codes]
        twin = next((at for at, k in enumerate(keys) if k in owners or k in keys[:at]), None)
        if twin is None:
            owners.update(dict.fromkeys(keys, product.row))
            single.append(product)
        else:
            bad.append(
                BadRow(codes[twin][1], "", "import_code_twice", codes[twin][0], product.file)
            )
    return single, bad


def _codes(product: ImportedProduct) -> list[tuple[str, int]]:
    """List the codes of a product, each once for what bears it, and the row it stands in."""
    own = dict.fromkeys(filter(None, (product.code, *product.barcodes)))
    found = [(each, product.row) for each in own]
    for variant in product.variants:
        found += [(each, variant.row) for each in dict.fromkeys(variant.all_codes)]
    return found
