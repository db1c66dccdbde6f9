"""Catalogues as files: Shopify's product CSV, and any plain CSV whose columns are told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from storedesk.documents import plain_csv, shopify
from storedesk.documents.delimited import Sheet, read_sheet
from storedesk.documents.product_cells import without_twins
from storedesk.documents.shopify_columns import SOURCE
from storedesk.domain.errors import Refused
from storedesk.domain.importing import (
    MOST_LINES,
    MOST_PRODUCTS,
    BadRow,
    Catalogue,
    ColumnMap,
)

__all__ = ["Look", "look_at", "read_catalogue"]


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is, before its columns are told apart."""

    is_shopify: bool
    header: tuple[str, ...]
    guess: ColumnMap
    """What the columns of a plain file probably hold."""
    sample: tuple[tuple[str, ...], ...]
    """Its first lines."""


def look_at(paths: Sequence[Path]) -> Look:
    """Look at the first of the files, so that a person can say what its columns hold."""
    sheet = read_sheet(paths[0])
    known = shopify.is_shopify(sheet.header)
    guess = {} if known else plain_csv.guess_map(sheet)
    return Look(known, sheet.header, guess, tuple(line.cells for line in sheet.lines[:5]))


def read_catalogue(paths: Sequence[Path], columns: ColumnMap) -> Catalogue:
    """Read files of one kind as one catalogue; `columns` are for the plain kind.

    Every row that cannot be brought in is told of. Refused: what read_sheet and plain_csv refuse,
    import_mixed, import_too_many_lines, import_too_many_products.
    """
    sheets = [read_sheet(path) for path in paths]
    lines = sum(len(sheet.lines) for sheet in sheets)
    if lines > MOST_LINES:
        raise Refused("import_too_many_lines", most=MOST_LINES)
    kinds = {shopify.is_shopify(sheet.header) and not columns for sheet in sheets}
    if len(kinds) > 1:
        raise Refused("import_mixed")
    catalogue = _shopify(sheets) if kinds == {True} else _plain(sheets, columns)
    if len(catalogue.products) > MOST_PRODUCTS:
        raise Refused("import_too_many_products", most=MOST_PRODUCTS)
    return catalogue


def _shopify(sheets: Sequence[Sheet]) -> Catalogue:
    read = [shopify.products(sheet) for sheet in sheets]
    found = [product for products, _ in read for product in products]
    single, twins = without_twins(found)
    bad = [row for sheet in sheets for row in sheet.bad]
    bad += [row for _, rows in read for row in rows] + twins
    return Catalogue(SOURCE, tuple(single), _sorted(bad, sheets), _lines(sheets))


def _plain(sheets: Sequence[Sheet], columns: ColumnMap) -> Catalogue:
    found, wrong = plain_csv.products(sheets, columns)
    single, twins = without_twins(found)
    bad = [row for sheet in sheets for row in sheet.bad] + wrong + twins
    return Catalogue(plain_csv.SOURCE, tuple(single), _sorted(bad, sheets), _lines(sheets))


def _sorted(bad: list[BadRow], sheets: Sequence[Sheet]) -> tuple[BadRow, ...]:
    order = {sheet.file: at for at, sheet in enumerate(sheets)}
    return tuple(sorted(bad, key=lambda row: (order.get(row.file, 0), row.row)))


def _lines(sheets: Sequence[Sheet]) -> int:
    return sum(len(sheet.lines) for sheet in sheets)
