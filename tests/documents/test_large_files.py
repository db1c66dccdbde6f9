"""Large files: how much of them may be imported, and in how much room they are read."""

import subprocess
import sys

import pytest

from storedesk.documents.catalog_csv import read_catalog
from storedesk.documents.delimited import check_size
from storedesk.documents.kept_lines import MOST_KNOWN, FileRow, KeptLines, Remembered
from storedesk.domain.importing.file import MOST_LINES, MOST_PRODUCTS, read_map
from storedesk.domain.refusals.errors import Refused
from tests.invoices import COLUMNS, PRODUCTS, write_invoices

MAP = read_map(["code=StockCode", "name=Description:most", "price=UnitPrice:latest", "date=Date"])
ROOM = 300 * 1024
"""Kilobytes for a year and a half of a shop's invoices: 460,000 lines."""
READ = """
import re, sys
from pathlib import Path
from storedesk.documents.catalog_csv import read_catalog
from storedesk.domain.importing.file import read_map
from storedesk.services import importing

def peak():  # of this program: ru_maxrss knows that of the one which has started it, too
    return re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]

before = peak()
found = read_catalog([Path(sys.argv[1])], read_map(sys.argv[2:]))
print(found.lines, len(found.products), before, peak())
"""


@pytest.fixture
def goods(tmp_path):
    """Write files of so many products each, and return their paths."""

    def goods(*numbers):
        paths = []
        for at, number in enumerate(numbers):
            paths.append(tmp_path / f"goods-{at}.csv")
            lines = "".join(f"{at}-{n},Cup {n},2.50\n" for n in range(number))
            paths[-1].write_text("Code,Name,Price\n" + lines)
        return paths

    return goods


def test_a_quarter_of_a_million_products_come_in_at_once():
    assert MOST_PRODUCTS == 250_000
    check_size("import_too_many_products", ["goods.csv"], MOST_PRODUCTS, MOST_PRODUCTS)
    with pytest.raises(Refused):
        check_size("import_too_many_products", ["goods.csv"], MOST_PRODUCTS + 1, MOST_PRODUCTS)


def test_who_has_more_is_told_how_many_and_what_to_do():
    with pytest.raises(Refused) as refusal:
        check_size("import_too_many_products", ["goods.csv"], 312_406, MOST_PRODUCTS)
    assert str(refusal.value) == (
        "goods.csv has 312,406 products; at most 250,000 can be imported at a time. Split it into"
        " 2 files, and import them one after the other."
    )
    with pytest.raises(Refused) as refusal:
        check_size("import_too_many_products", ["a.csv", "b.csv"], 750_001, MOST_PRODUCTS)
    assert str(refusal.value) == (
        "These files have 750,001 products; at most 250,000 can be imported at a time. Import them"
        " one after the other."
    )


@pytest.mark.parametrize("numbers", [(5,), (2, 3)])
def test_the_limit_of_products_is_that_of_all_files_together(goods, monkeypatch, numbers):
    plain = read_map(["code=Code", "name=Name", "price=Price"])
    monkeypatch.setattr("storedesk.documents.catalog_csv.MOST_PRODUCTS", 5)
    assert len(read_catalog(goods(*numbers), plain).products) == 5
    monkeypatch.setattr("storedesk.documents.catalog_csv.MOST_PRODUCTS", 4)
    with pytest.raises(Refused) as refusal:
        read_catalog(goods(*numbers), plain)
    assert refusal.value.code == "import_too_many_products"
    assert (refusal.value.parameters["count"], refusal.value.parameters["most"]) == (5, 4)


@pytest.mark.parametrize("numbers", [(50,), (20, 30)])
def test_the_limit_of_lines_says_how_many_lines_there_are(goods, monkeypatch, numbers):
    plain = read_map(["code=Code", "name=Name", "price=Price"])
    assert MOST_LINES == 1_000_000
    for module in ("delimited", "catalog_csv"):
        monkeypatch.setattr(f"storedesk.documents.{module}.MOST_LINES", 50)
    assert read_catalog(goods(*numbers), plain).lines == 50
    for module in ("delimited", "catalog_csv"):
        monkeypatch.setattr(f"storedesk.documents.{module}.MOST_LINES", 40)
    with pytest.raises(Refused) as refusal:
        read_catalog(goods(*numbers), plain)
    assert refusal.value.code == "import_too_many_lines"
    assert (refusal.value.parameters["count"], refusal.value.parameters["parts"]) == (50, 2)


def test_lines_are_kept_as_they_were_and_each_text_once():
    kept = KeptLines(2)
    for at in range(2 * MOST_KNOWN + 3):
        kept.add(FileRow(at + 2, tuple(f"C{at},same text".split(","))))
    kept.end()

    assert len(kept) == 2 * MOST_KNOWN + 3
    assert kept[5] == FileRow(7, ("C5", "same text"))
    assert list(kept)[-1] == FileRow(2 * MOST_KNOWN + 4, (f"C{2 * MOST_KNOWN + 2}", "same text"))
    assert len({id(cell) for cell in kept.column(1)}) == 1


def test_values_are_computed_once_and_never_too_many_are_remembered():
    asked = []
    remembered = Remembered(lambda text: asked.append(text) or text.upper())

    assert [remembered(text) for text in "aab"] == ["A", "A", "B"]
    assert asked == ["a", "b"]
    for n in range(MOST_KNOWN):
        assert remembered(str(n)) == str(n)
    assert remembered("a") == "A"
    assert len(remembered._known) <= MOST_KNOWN


@pytest.mark.skipif(sys.platform != "linux", reason="another system counts memory otherwise")
def test_invoices_of_a_year_and_a_half_are_read_in_little_room(tmp_path):
    """A tenth of the lines in a tenth of the room, beside what the program takes anyhow."""
    path, lines = tmp_path / "invoices.csv", 46_000
    write_invoices(path, lines)
    command = [sys.executable, "-c", READ, str(path), *COLUMNS]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    read, products, before, peak = map(int, said.split())

    assert (read, products) == (lines, PRODUCTS)
    assert peak - before < (ROOM - before) / 10
