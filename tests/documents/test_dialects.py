"""Where the headings stand, and what divides the cells."""

import pytest

from storedesk.documents.catalog_csv import look_at, read_catalog
from storedesk.documents.dialects import delimiter_of, heading_key
from storedesk.domain.importing.file import read_map
from storedesk.domain.importing.options import FileChoices
from storedesk.domain.refusals.errors import Refused

PREAMBLE = "Winter price list, valid from 1.12.2026\n\n,,,\nOur shop;Zürich\n"
MAP = "code=Artikel name=Text price=Betrag"


@pytest.fixture
def written(tmp_path):
    def written(text):
        (tmp_path / "goods.csv").write_text(text, encoding="utf-8")
        return tmp_path / "goods.csv"

    return written


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("SKU;Name;Price\nA1;Apple;1,50\n", 1),
        (PREAMBLE + "SKU;Name;Price\nA1;Apple;1,50\nB1;Berry;2,50\n", 5),
        ("Price list,,,\nSKU,Name,Price,EAN\nA1,Apple,1.50,\n", 2),
        ("\n\n\nSKU,Name,Price\nA1,Apple,1.50\n", 4),
        ("Goods\nWhat,How,Much\nA1,Apple,1.50\nB1,Berry,2.50\n", 2),
        ("Foo,Bar\nA1,Apple\n", 1),
        ("Title\n" + "note\n" * 17 + "SKU,Name,Price\nA1,Apple,1.50\n", 19),
        ("SKU,Name,Price\nprice,name,9.50\nsku,name,1.50\n", 1),
    ],
)
def test_the_row_of_the_headings_is_found(written, text, row):
    look = look_at([written(text)])

    assert look.reading.header_row == row


def test_nothing_above_the_headings_is_a_product_or_bad(written):
    path = written('A "quoted" list\n' + PREAMBLE + "SKU;Name;Price\nA1;Apple;1,50\n")
    catalog = read_catalog([path], read_map(["code=SKU", "name=Name", "price=Price"]))

    assert [product.name for product in catalog.products] == ["Apple"]
    assert catalog.bad == ()


def test_the_headings_of_the_map_are_looked_for(written):
    path = written("Gruppe;Filiale\nArtikel;Text;Betrag\nA1;Apple;1,50\n")

    [product] = read_catalog([path], read_map(MAP.split())).products

    assert (product.code, product.row) == ("A1", 3)


def test_a_person_says_where_the_headings_are(written):
    path = written("SKU,Name,Price\nArtikel,Text,Betrag\nA1,Apple,1.50\n")

    [product] = read_catalog([path], read_map(MAP.split()), FileChoices(header_row=2)).products
    assert product.code == "A1"
    assert look_at([path], FileChoices(header_row=3)).header == ("A1", "Apple", "1.50")
    with pytest.raises(Refused, match=r"goods\.csv has no row 9"):
        look_at([path], FileChoices(header_row=9))


def test_headings_are_found_however_they_are_spelt(written):
    path = written("Item_Code *;ITEM\u00a0NAME;Price (EUR);EAN:\nA1;Apple;1,50;\n")

    assert sorted(look_at([path]).guess) == ["barcode", "code", "name", "price"]
    assert heading_key("Preis in €") == heading_key(" PREIS ")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Price list, December\nSKU;Name\nA;B\n", ";"),
        ("SKU;Name;Price\nA;Apple, red, sweet;1,50\nB;Berry, blue, small;2,50\n", ";"),
        ("SKU,Name,Price\nA,a;b;c,1\nB,d;e;f,2\n", ","),
        ("SKU\tName\nA\tApple, red\n", "\t"),
        ("SKU|Name\nA|Apple\n", "|"),
        ("SKU\nA\n", ","),
        ("|", ","),
        (";;\n;;\n", ","),
        ("SKU,Name,Price\n" + '"\ta","\r0\t","\n1\t"\n' * 3, ","),
    ],
)
def test_what_divides_most_rows_alike_divides_the_cells(text, mark):
    assert delimiter_of(text) == mark


@pytest.mark.parametrize("line", ["sep=;", "sep=^"])
def test_excels_first_line_says_what_divides_the_cells(written, line):
    mark = line[-1]
    path = written(f"{line}\nSKU{mark}Name, and more\nA{mark}B, C\n")

    assert look_at([path]).header == ("SKU", "Name, and more")
