"""What stands beside a list is never older than the last news, wherever its row has gone."""

import asyncio
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.ui.kit.lists.columns import Sort
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

MANY = 260
THINGS = """
    INSERT INTO products (name, price_amount, category_id, status)
    SELECT 'Thing ' || lpad(n::text, 3, '0'), n, (SELECT id FROM categories LIMIT 1), 'active'
    FROM generate_series(1, %s) AS n
"""
SHELF = """
    SELECT count(core.move_stock(id, NULL, 'set', price_amount::int, 'opening', NULL, core.now()))
    FROM products WHERE name LIKE 'Thing %'
"""


@pytest.fixture
def open_page(house, store, add_product):  # noqa: F811
    add_product("Mug", on_hand=10, price="10.50")
    store.sql(THINGS, MANY)
    store.sql(SHELF)

    async def open_page(key):
        await house.come()
        await house.enter("cyd")
        house.window.frame.go(key)
        await house.idle()
        return house.window.frame.pages[key]

    yield open_page
    house.leave()


async def choose(page, key, sort):
    """Sort a page, choose a record, and have the mouse lie on the first row."""
    page.table.sort_by(sort)
    page.ask_anew()
    await page.idle()
    await page.table.choose(key)
    await page.table.feed.idle()
    await page.idle()
    page.table.hovered = page.table.rows_in_sight().start


async def heard(page, is_so):
    """Wait until a page shows what it has heard of."""
    for _ in range(1_000):
        if is_so():
            return
        page.changed()
        await page.idle()
        await asyncio.sleep(0.01)
    raise AssertionError("the page still shows what was")


async def shows_the_newest(page, key):
    [now] = await page.table.source.records([key])
    assert page.table.chosen() == now


async def test_the_card_beside_the_stock_says_what_the_ledger_says(open_page, store):
    page = await open_page("inventory")
    mug = store.sql("SELECT id FROM products WHERE name = 'Mug'")
    await choose(page, mug, Sort("on_hand"))
    for by, balance in (("12", "22"), ("240", "262"), ("-250", "12")):
        page.table.hovered = page.table.rows_in_sight().start
        QTest.keyClick(page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(page.stock_form.number.input, by)
        page.stock_form.reason.show_value("other")
        QTest.keyClick(page.stock_form.number.input, Qt.Key.Key_Return)
        await page.idle()
        await heard(page, lambda balance=balance: page.levels.on_hand.text() == balance)
        assert page.note.text() == f"Mug: {balance} on hand now."
        assert str(page.ledger.table.rows.record(0).on_hand) == balance
        await shows_the_newest(page, mug)


MOVE = """
    SELECT core.move_stock(id, NULL, 'adjust', {by}, 'other', NULL, core.now())
    FROM products WHERE name = 'Mug'
"""
CHANGES = {
    "products": (
        Sort("price"),
        "UPDATE products SET price_amount = 255.25 WHERE name = 'Mug'",
        "UPDATE products SET price_amount = 1.25 WHERE name = 'Mug'",
    ),
    "low_stock": (
        Sort("available"),
        "UPDATE inventory SET low_stock_threshold = 900",
        MOVE.format(by=240),
        MOVE.format(by=-245),
    ),
}


@pytest.mark.parametrize("key", CHANGES)
async def test_a_list_of_goods_shows_the_newest(open_page, store, key):
    sort, *changes = CHANGES[key]
    if key == "low_stock":
        store.sql(changes.pop(0))
    page = await open_page(key)
    mug = store.sql("SELECT id FROM products WHERE name = 'Mug'")
    await choose(page, mug, sort)
    for change in changes:
        row = page.table.currentIndex().row()
        store.sql(change)
        await heard(page, lambda row=row: abs(page.table.currentIndex().row() - row) > 100)
        await shows_the_newest(page, mug)


@pytest.fixture
def people(store):
    """People of many names, and their orders by telephone."""
    store.sql(
        "INSERT INTO customers (email, password_hash, first_name, last_name)"
        " SELECT 'n' || n || '@example.com', '!', 'Ann', 'Name ' || lpad(n::text, 3, '0')"
        " FROM generate_series(1, %s) AS n",
        MANY,
    )
    return store.sql("SELECT id FROM customers WHERE last_name = 'Name 005'")


async def test_a_list_of_people_shows_the_newest(open_page, store, people):
    page = await open_page("customers")
    await choose(page, people, Sort("name"))
    for name in ("Name 250", "Aa"):
        row = page.table.currentIndex().row()
        store.sql("UPDATE customers SET last_name = %s WHERE id = %s", name, people)
        await heard(page, lambda row=row: abs(page.table.currentIndex().row() - row) > 100)
        await shows_the_newest(page, people)
        assert page.card.customer.last_name == name


async def test_a_list_of_orders_shows_the_newest(open_page, store, people, orders):
    thing = store.sql("SELECT id FROM products WHERE name = 'Thing 260'")
    for (one,) in store.rows("SELECT id FROM customers WHERE last_name LIKE 'Name %%'"):
        orders.customer = one
        made = orders.placed((thing, 1))
        if one == people:
            order = made
    page = await open_page("orders")
    page.tabs.choose("all")
    await choose(page, order, Sort("customer"))
    for name in ("Name 250", "Aa"):
        row = page.table.currentIndex().row()
        store.sql("UPDATE customers SET last_name = %s WHERE id = %s", name, people)
        await heard(page, lambda row=row: abs(page.table.currentIndex().row() - row) > 100)
        await shows_the_newest(page, order)


def number_of(table):
    line = table.chosen_or_none()
    return line and line.counted


async def test_a_count_shows_the_newest(open_page, store):
    page = await open_page("counts")
    count = uuid4()
    words = "SELECT api.open_count(%s, %s, 'All', ARRAY(SELECT id FROM products))"
    store.sql(words, uuid4(), count, login="cyd")
    page._show(count)
    await page.idle()
    table = page.sheet.table
    thing = store.sql("SELECT id FROM products WHERE name = 'Thing 255'")
    assert await table.choose(thing)
    await table.feed.idle()
    for number in (7, 9):
        table.hovered = table.rows_in_sight().stop - 1  # the mouse lies far from where it goes
        words = "SELECT api.count_item(%s, %s, %s, NULL, %s, true)"
        store.sql(words, uuid4(), count, thing, number, login="cyd")
        await heard(page, lambda number=number: number_of(table) == number)
        [now] = await table.source.records([thing])
        assert table.chosen() == now
