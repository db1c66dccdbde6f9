"""Every list page of the real window: what it says where nothing stands in it, and why."""

import pytest

from tests.ui.shell.test_main_window import House

NO_PRODUCTS, NO_ORDERS = "There are no products yet", "There are no orders yet"
NO_CUSTOMERS, NO_MAILS = "There are no customers yet", "There are no e-mails yet"
EMPTY_STORE = {
    "products": dict.fromkeys(["all", "active", "draft", "inactive", "deleted"], NO_PRODUCTS),
    "inventory": {"all": NO_PRODUCTS, "low": NO_PRODUCTS},
    "low_stock": dict.fromkeys(["all", "sold_out", "running_out"], "Nothing is low"),
    "orders": dict.fromkeys(
        ["confirmed", "pending", "shipped", "delivered", "cancelled", "all"], NO_ORDERS
    ),
    "customers": dict.fromkeys(["all", "registered", "unverified"], NO_CUSTOMERS),
    "outbox": dict.fromkeys(["pending", "sent", "failed", "all"], NO_MAILS),
}
ONE_OF_EACH = {
    "products": {
        "draft": "There are no drafts",
        "inactive": "Nothing was taken off sale",
        "deleted": "Nothing is deleted",
    },
    "inventory": {"low": "Nothing is low"},
    "orders": {
        "confirmed": "Nothing is left to ship",
        "shipped": "Nothing is on its way",
        "delivered": "Nothing is delivered yet",
        "cancelled": "No order is canceled",
    },
    "customers": {"registered": "Nobody is registered"},
    "outbox": {"sent": "No e-mails have been sent yet", "failed": "No e-mails have failed"},
}
MAIL = """
    INSERT INTO email_queue (recipient_email, email_type, subject, payload, reference_type,
        reference_id)
    SELECT 'ann@example.com', 'verification', 'x', '{}', 'customer', id FROM customers LIMIT 1
"""


@pytest.fixture
def house(qtbot, store, tmp_path):
    made = House(qtbot, store, tmp_path)
    yield made
    made.leave()


async def shown(house, wanted):
    """Read what stands in place of each list, by page and tab."""
    said = {}
    for key, tabs in wanted.items():
        house.window.frame.go(key)
        page = house.window.frame.pages[key]
        for tab in tabs:
            page.tabs.choose(tab)
            page.turned()
            page.ask_anew()
            await page.idle()
            assert page.table.empty.isVisible(), (key, tab)
            asked_to_choose = page.unchosen and page.unchosen.title.isVisible()
            assert not asked_to_choose, (key, tab)
            said.setdefault(key, {})[tab] = page.table.empty.title.text()
    return said


async def test_an_empty_store_says_that_there_is_nothing_yet(house):
    await house.come()
    await house.enter("cyd")

    assert await shown(house, EMPTY_STORE) == EMPTY_STORE

    products = house.window.frame.pages["products"]
    products.look_for("mug")
    products.ask_anew()
    await products.idle()
    assert products.table.empty.title.text() == NO_PRODUCTS
    assert "Ctrl+N" in products.table.empty.hint.text()


async def test_a_queue_that_is_done_and_a_filter_that_hides_all_are_told_apart(
    house, orders, goods, store
):
    orders.placed((goods("MUG", on_hand=20), 1))
    store.sql("INSERT INTO categories (name) VALUES ('Bare')")
    store.sql(MAIL)
    await house.come()
    await house.enter("cyd")

    assert await shown(house, ONE_OF_EACH) == ONE_OF_EACH

    products = house.window.frame.pages["products"]
    products.tabs.choose("all")
    products.category.setCurrentIndex(products.category.findText("Bare"))
    await products.idle()
    assert products.table.empty.title.text() == "Nothing matches the filters above"
    products.look_for("zebra")
    products.ask_anew()
    await products.idle()
    assert products.table.empty.title.text() == "Nothing matches “zebra”"
    products.widen()
    products.ask_anew()
    await products.idle()
    assert not products.unchosen.title.isHidden()


async def test_a_store_whose_products_are_all_deleted_says_so(house, add_product, store):
    add_product("Mug")
    store.sql("UPDATE products SET is_deleted = true")
    await house.come()
    await house.enter("cyd")
    wanted = {"products": {"all": "All products are deleted", "active": "Nothing is on sale"}}

    assert await shown(house, wanted) == wanted


async def test_a_cashier_is_told_what_is_true_of_what_they_may_see(house, add_product):
    add_product("Mug", status="draft")
    await house.come()
    await house.enter("bob")
    wanted = {
        "products": {"all": "Nothing is on sale yet"},
        "inventory": {"all": "Nothing is on sale yet"},
    }

    assert await shown(house, wanted) == wanted
