"""Lists in the real window, with threads and the store's news: typed into by keys, and exported."""

import asyncio
import csv
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.ui.shell.test_main_window import CTRL, KEY, house  # noqa: F401 - a fixture

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def products(house, add_product):  # noqa: F811 - the fixture
    """Open the products page, with some goods, its first row chosen."""

    async def products():
        for name in ("Apple", "Bowl", "Cup", "Dish"):
            add_product(name, price="2.50")
        await house.come()
        await house.enter("cyd")
        page = house.window.frame.pages["products"]
        house.window.frame.visit("products")
        await house.idle()
        page.table.setFocus()
        page.table.selectRow(0)
        await page.idle()
        return page

    return products


async def type_slowly(widget, text):
    """Type as a hand does: a scanner's burst would be something else."""
    for letter in text:
        QTest.keyClicks(widget, letter)
        await asyncio.sleep(0.06)


async def test_prices_are_typed_by_keys_while_the_shop_goes_on(house, products, store):  # noqa: F811
    page = await products()
    table = page.table

    QTest.keyClick(table, KEY.Key_T, CTRL)
    line = table.editing.line
    await type_slowly(line, "3.10")
    where = line.geometry()
    store.sql(
        "INSERT INTO products (name, price_amount, price_currency, category_id, status)"
        " SELECT 'Aardvark ' || n, 1, 'USD', id, 'active' FROM categories, generate_series(1, 3) n"
    )
    for _ in range(100):
        await asyncio.sleep(0.02)
        page.changed()
        await page.idle()
        if table.rows.rowCount() == 7:
            break
    assert table.editing.row == 3
    assert line.text() == "3.10"
    assert line.isVisible()
    assert line.height() == where.height()

    QTest.keyClick(line, KEY.Key_Return)
    await page.idle()
    assert table.editing.row == 4
    await type_slowly(line, "4")
    QTest.keyClick(line, KEY.Key_Return)
    await page.idle()
    QTest.keyClick(line, KEY.Key_Escape)
    assert store.rows(
        "SELECT name, price_amount FROM products WHERE name !~ 'Aardvark' ORDER BY name"
    ) == [
        ("Apple", Decimal("3.10")),
        ("Bowl", Decimal("4.00")),
        ("Cup", Decimal("2.50")),
        ("Dish", Decimal("2.50")),
    ]
    assert house.window.focusWidget() is table
    house.leave()


async def test_a_list_is_exported_by_keys_into_a_file_that_is_named(house, products, tmp_path):  # noqa: F811
    page = await products()
    QTest.keyClick(page.table, KEY.Key_E, CTRL | SHIFT)
    while not (
        found := [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
    ):
        await asyncio.sleep(0.02)
    [dialog] = found
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "goods"))
    dialog.accept()
    await page.idle()

    with (tmp_path / "goods.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows] == ["Product", "Apple", "Bowl", "Cup", "Dish"]
    assert page.note.text() == "4 rows are in goods.csv."
    house.leave()
