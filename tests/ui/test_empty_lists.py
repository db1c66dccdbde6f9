"""Every list page of the real window: what it says where nothing stands in it, and why."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from storedesk.ui.kit.forms.search import SearchField
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


OFFERS = {
    "products": {"New product": "make_product", "Import": "make_product"},
    "inventory": {"New product": "make_product"},
    "orders": {"New order": "place_order"},
    "customers": {"New customer": "set_default_address"},
    "counts": {"New count": "open_count"},
    "people": {"Add a person": "create_staff"},
}
"""What an empty list offers, and the command of the database by which it is done."""
EVERYBODY = ["bob", "ada", "cyd", "dee", "eve"]


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
    assert offers(products) == ["New product", "Import"]


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


def list_of(page):
    """Return the list of a page, that of all counts for theirs."""
    return getattr(page, "table", None) or page.list


def offers(page):
    return [one.text() for one in list_of(page).empty.buttons]


def dialogs(window):
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def is_typed_into(window):
    """Tell whether the keyboard is in a field of a form: not in that of a list's search."""
    focused = window.focusWidget()
    return isinstance(focused, QLineEdit) and not isinstance(focused, SearchField)


async def until(is_so, what):
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.01)
    assert is_so(), what


@pytest.mark.parametrize("person", EVERYBODY)
async def test_an_empty_list_offers_what_this_person_may_do_and_nothing_else(house, person):
    await house.come()
    await house.enter(person)
    frame = house.window.frame
    me = frame.context.me
    for key, page in frame.pages.items():
        if not (hasattr(page, "table") or key == "counts"):
            continue
        frame.go(key)
        await house.idle()
        may = [words for words, command in OFFERS.get(key, {}).items() if me.may(command)]
        empty = list_of(page).empty
        if not empty.isVisible():
            continue
        assert offers(page) == may, key
        if key in OFFERS and not may:
            assert "anager" in empty.hint.text() or "ashier" in empty.hint.text(), key


@pytest.mark.parametrize("person", ["bob", "ada", "cyd"])
async def test_what_is_offered_opens_and_is_refused_to_nobody(house, person):
    await house.come()
    await house.enter(person)
    window, frame = house.window, house.window.frame
    for key, words in [(key, words) for key, found in OFFERS.items() for words in found]:
        page = dict(frame.pages.items()).get(key)
        if page is None:
            continue
        frame.go(key)
        page.setFocus()
        await house.idle()
        button = next((one for one in list_of(page).empty.buttons if one.text() == words), None)
        if button is None or not button.isVisible():
            continue
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await until(lambda: dialogs(window) or is_typed_into(window), (key, words))
        assert not page.problem.isVisible(), page.problem.text()
        for dialog in dialogs(window):
            dialog.reject()
        await house.idle()


@pytest.mark.parametrize("person", ["bob", "ada", "cyd", "eve"])
async def test_a_list_in_which_all_is_filtered_away_has_the_button_that_shows_it(
    house, orders, goods, store, person
):
    orders.placed((goods("MUG", on_hand=20), 1))
    store.sql(MAIL)
    await house.come()
    await house.enter(person)
    frame, walked = house.window.frame, []
    for key, page in frame.pages.items():
        if not hasattr(page, "table"):
            continue
        frame.go(key)
        await house.idle()
        page.widen()
        page.ask_anew()
        await page.idle()
        if not (rows := page.table.rows.rowCount()):
            assert "Clear the search" not in offers(page), "there is nothing to be seen"
            continue
        page.look_for("zebra")
        page.ask_anew()
        await page.idle()
        assert offers(page) == ["Clear the search"], key
        QTest.mouseClick(page.table.empty.buttons[0], Qt.MouseButton.LeftButton)
        await page.idle()
        assert page.table.rows.rowCount() == rows, key
        assert not page.search.text()
        walked.append(key)
    assert {"products", "inventory", "orders", "customers"} <= set(walked)


async def test_filters_are_cleared_by_their_button_and_keep_what_is_searched_for(
    house, add_product, store
):
    add_product("Enamel mug")
    store.sql("INSERT INTO categories (name) VALUES ('Bare')")
    await house.come()
    await house.enter("cyd")
    frame = house.window.frame
    frame.go("products")
    await house.idle()
    page = frame.pages["products"]
    page.category.setCurrentIndex(page.category.findText("Bare"))
    await page.idle()
    assert offers(page) == ["Clear the filters"]
    page.search.show_words("mug")
    page.ask_anew()
    await page.idle()
    assert "Enamel mug" in page.table.empty.hint.text()
    assert offers(page) == ["Clear the filters"]
    QTest.mouseClick(page.table.empty.buttons[0], Qt.MouseButton.LeftButton)
    await page.idle()
    assert page.table.rows.rowCount() == 1
    assert page.search.text() == "mug"
    assert page.category.currentData() is None


async def test_a_queue_that_is_done_is_good_news_and_asks_for_nothing(house, orders, goods):
    orders.placed((goods("MUG", on_hand=20), 1))
    await house.come()
    await house.enter("cyd")
    frame = house.window.frame
    frame.go("orders")
    page = frame.pages["orders"]
    page.tabs.choose("confirmed")
    page.turned()
    page.ask_anew()
    await page.idle()
    assert page.table.empty.title.text() == "Nothing is left to ship"
    assert offers(page) == []
