"""What is typed behind a scan is done to what was scanned, however slow the database is."""

import asyncio

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.test_scans import EAN, GONE, chosen, names, open_dialog, shop  # noqa: F401
from tests.ui.typist import CTRL, KEY, NONE

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def behind(shop, monkeypatch):  # noqa: F811
    """Choose a record of a page, scan a code, and press keys before the database has answered."""

    async def behind(key, former, code, *keys):
        await shop.come()
        page = await shop.go(key)
        page.show_record(former)
        await page.idle()
        assert chosen(page) == former
        shop.window.activateWindow()
        page.table.setFocus()
        await shop.until(page.table.hasFocus)
        may_answer, read = asyncio.Event(), page.desk.read

        async def held(*args, **kwargs):
            await may_answer.wait()
            return await read(*args, **kwargs)

        monkeypatch.setattr(page.desk, "read", held)
        shop.typist.types(code)
        await asyncio.sleep(0.05)
        for one, modifier in keys:
            QTest.keyClick(QApplication.focusWidget() or page, one, modifier)
            await asyncio.sleep(0.05)
        may_answer.set()
        await shop.until(lambda: open_dialog() or not page._jobs.busy())
        return page

    yield behind
    while dialog := open_dialog():
        dialog.reject()


@pytest.fixture
def candle(store):
    return lambda: store.sql("SELECT id FROM products WHERE name = 'Candle'")


async def test_the_scanned_product_is_deleted_and_not_the_former(behind, shop, candle):  # noqa: F811
    page = await behind("products", candle(), EAN, (KEY.Key_Delete, NONE))
    assert chosen(page) == shop.mug
    assert open_dialog().windowTitle() == "Delete Mug?"
    open_dialog().reject()
    await page.idle()


async def test_enter_goes_to_the_form_of_the_scanned_product(behind, candle):
    page = await behind("products", candle(), EAN, (KEY.Key_Return, NONE))
    await page.idle()
    assert page.editor.fields.name.text() == "Mug"
    assert page.editor.fields.name.editor.hasFocus()


@pytest.mark.parametrize("key", [(KEY.Key_T, CTRL), (KEY.Key_7, NONE)])
async def test_a_price_is_that_of_the_scanned_product(behind, shop, candle, key):  # noqa: F811
    page = await behind("products", candle(), EAN, key)
    await page.idle()
    editing = page.table.editing
    assert editing.line.isVisible()
    assert page.table.list.vector.at(editing.row) == shop.mug
    editing.close()


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Return])
async def test_after_a_scan_of_nothing_known_nothing_is_done(behind, shop, candle, key):  # noqa: F811
    former = candle()
    page = await behind("products", former, GONE, (key, NONE))
    assert open_dialog() is None
    await page.idle()
    assert names(shop, page, GONE)
    assert page.table.hasFocus()
    assert chosen(page) == former


async def test_the_scanned_order_is_canceled_and_not_the_former(behind, shop, orders):  # noqa: F811
    former = orders.placed((shop.mug, 2))
    page = await behind("orders", former, shop.number, (KEY.Key_F10, NONE))
    assert open_dialog() is not None
    assert page._wanted[1].number == shop.number
    assert page.detail.order.number == shop.number
    open_dialog().reject()
    await page.idle()


async def test_the_scanned_order_is_ticked_and_not_the_former(behind, shop, orders):  # noqa: F811
    former = orders.placed((shop.mug, 2))
    page = await behind("orders", former, shop.number, (KEY.Key_Space, NONE))
    await page.idle()
    assert page.table.ticked_count() == 1
    assert page.table.meant(most=9) == [shop.order]


async def test_enter_on_customers_is_about_the_scanned_one(behind, shop, customer):  # noqa: F811
    former = customer("Bo Lee", "bo@example.com")
    page = await behind("customers", former, shop.number, (KEY.Key_Return, NONE))
    assert open_dialog() is not None
    assert page.card.customer.id != former
    open_dialog().reject()
    await page.idle()


async def test_enter_on_low_stock_goes_to_the_scanned_product(behind, shop, store, candle):  # noqa: F811
    former = candle()
    store.sql("UPDATE inventory SET low_stock_threshold = 60 WHERE product_id = %s", shop.mug)
    await behind("low_stock", former, EAN, (KEY.Key_Return, NONE))
    await shop.house.idle()
    assert chosen(shop.window.frame.pages["inventory"]) == shop.mug
