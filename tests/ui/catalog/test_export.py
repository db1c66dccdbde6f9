"""The list of products as a file: what it is narrowed to, in its order, and nothing a formula."""

import csv

import openpyxl
import pytest
from PySide6.QtCore import Qt

from storedesk.ui.catalog import shopify
from storedesk.ui.catalog.view import ProductsView
from storedesk.ui.kit.lists import exporting
from tests.ui.contexts import a_context


@pytest.fixture
def export(qtbot, signed_in, us, act, monkeypatch):
    """Open the page, narrow it to some words, press the key of the export, and name a file."""

    def export(path, words=""):
        async def choose(*_, **__):
            return path

        monkeypatch.setattr(exporting, "choose_file", choose)
        desk, me = signed_in("cyd")
        page = ProductsView(a_context(desk, me, us))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)

        def action():
            qtbot.keyClicks(page.search, words)
            qtbot.keyClick(page.search, Qt.Key.Key_Return)

        act(page, action)
        act(
            page,
            lambda: qtbot.keyClick(
                page.table,
                Qt.Key.Key_E,
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            ),
        )
        return page

    return export


def test_what_is_found_is_exported_as_it_is_sorted(export, add_product, tmp_path):
    for name, price in (("Mug, red", "2.50"), ("=1+1 mug", "3.00"), ("Bowl", "9.00")):
        add_product(name, price=price, on_hand=4)

    page = export(tmp_path / "goods.csv", "mug")

    with (tmp_path / "goods.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == [
        "Product", "Variants", "Code", "Category", "Price (USD)", "Available", "Status",
    ]  # fmt: skip
    assert [(row[0], row[4], row[5], row[6]) for row in rows[1:]] == [
        ("'=1+1 mug", "3.00", "4", "Active"),
        ("Mug, red", "2.50", "4", "Active"),
    ]
    assert page.note.text() == "2 rows are in goods.csv."


def test_a_workbook_has_money_and_counts_as_numbers(export, add_product, tmp_path):
    add_product("=1+1", price="2.50", on_hand=4)

    export(tmp_path / "goods.xlsx")

    row = openpyxl.load_workbook(tmp_path / "goods.xlsx").active[2]
    assert [cell.data_type for cell in row[:2]] == ["s", "n"]
    assert (row[0].value, row[4].value, row[5].value) == ("=1+1", 2.5, 4)
    assert row[4].number_format == '#,##0.00 "USD"'


def test_a_file_that_cannot_be_written_is_said_on_the_page(export, add_product, tmp_path):
    add_product("Mug")

    page = export(tmp_path / "missing" / "goods.csv")

    assert page.problem.text() == "goods.csv cannot be written: No such file or directory."


@pytest.mark.parametrize(("answer", "pieces"), [("with", "4"), ("without", "")])
def test_the_catalogue_goes_out_for_shopify(
    export, add_product, store, tmp_path, act, monkeypatch, answer, pieces
):
    mug = add_product("Mug", price="2.50", on_hand=4)
    store.sql("INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('M1', %s)", mug)
    page = export(tmp_path / "list.csv")

    async def choose(*_, **__):
        return tmp_path / "shopify.csv"

    async def ask(*_, **__):
        return answer

    monkeypatch.setattr(shopify, "choose_file", choose)
    monkeypatch.setattr(shopify, "ask", ask)
    act(page, lambda: page.start(page.export_shopify))

    with (tmp_path / "shopify.csv").open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["Handle"], row["Variant SKU"], row["Variant Price"]) == ("mug", "M1", "2.50")
    assert row["Variant Inventory Qty"] == pieces
    assert page.note.text() == "1 product exported to shopify.csv."
