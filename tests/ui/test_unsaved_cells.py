"""What is typed over a cell is not lost when its person signs out."""

import asyncio
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.ui.kit.input.covers import covering
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.test_row_menus import at

KEY = Qt.Key


async def typed(house, text):  # noqa: F811
    page = await at(house, "products")
    page.table.setFocus()
    page.table.selectRow(0)
    await house.idle()
    QTest.keyClick(page.table, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.table.editing.line, text)
    return page


async def test_who_switches_with_a_price_half_typed_is_asked(house, add_product):  # noqa: F811
    add_product("Cup", price="2.50")
    page = await typed(house, "7")
    house.window.switch_user()
    async with asyncio.timeout(10):
        while (question := covering()) is None:
            await asyncio.sleep(0.01)
    assert "Cup" in question.windowTitle() + question.accessibleName()
    await asyncio.sleep(0.2)
    assert house.store.sql("SELECT price_amount FROM products") == Decimal("2.50")
    question.reject()
    await house.idle()
    assert house.window.frame
    assert page.table.editing.row == 0
    assert page.table.editing.line.text() == "7"
    house.leave()


async def test_a_price_that_was_only_looked_at_keeps_nobody(house, add_product):  # noqa: F811
    add_product("Cup", price="2.50")
    page = await typed(house, "")
    assert page.table.editing.row == 0
    house.window.switch_user()
    assert house.window.frame is None
    house.leave()
