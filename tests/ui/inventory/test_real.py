"""Stock in the real window: keys, a scanner, threads, and news from others."""

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.persistence.engine.listener import Listener
from storedesk.tour.driver import Driver
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.lists import renewal
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.kit.looks.theme import THEME, Scheme
from tests.ui.shell.test_main_window import House

pytestmark = pytest.mark.usefixtures("invariants")
MUG, CUP = "2000000000008", "2000000000015"


@pytest.fixture
def house(qtbot, store, tmp_path):
    made = House(qtbot, store, tmp_path)
    made.driver = Driver(made.window, 10.0)
    made.window.scanner.install()
    made.listener = None
    yield made
    QApplication.instance().removeEventFilter(made.window.scanner)
    if made.listener:
        made.listener.stop()
        made.listener.join()
    made.leave()
    THEME.choose(Scheme.LIGHT)


@pytest.fixture
def shelves(goods):
    goods(MUG, name="Mug", on_hand=50, price="2.00")
    goods(CUP, name="Cup", on_hand=20, price="2.00")


async def at(house, person, page):
    await house.come()
    await house.enter(person)
    loop, window = asyncio.get_running_loop(), house.window
    house.listener = Listener(
        house.store.dsn(person),
        lambda news: loop.call_soon_threadsafe(window.hear, news),
        lambda _: None,
    )
    house.listener.start()
    house.window.frame.visit(page)
    await house.idle()
    return house.window.frame.pages[page]


async def end(house):
    house.listener.stop()
    await asyncio.to_thread(house.listener.join)
    await asyncio.sleep(0.3)  # what it still told is heard
    await house.idle()
    house.leave()


def levels(store):
    words = "SELECT p.name, i.stock_level FROM inventory i JOIN products p ON p.id = i.product_id"
    return dict(store.rows(words))


@pytest.mark.usefixtures("shelves")
async def test_goods_come_in_by_scanner_and_number_pad_and_go_back_by_one_key(house, store):
    page = await at(house, "ada", "inventory")
    driver = house.driver
    page.table.selectRow(0)
    await driver.press("Ctrl+R")
    await driver.scan(MUG)
    await driver.until(lambda: page.levels.name.text() == "Mug", "the mug")
    await driver.until(page.stock_form.number.input.hasFocus, "the keyboard in the number")
    await page.idle()  # the form selects its number when the ledger has been read
    await driver.write("24")
    await driver.pause()  # Enter is a scanner's for a moment after a scan
    await driver.press("Return")
    await driver.until(lambda: levels(store)["Mug"] == 74, "24 more")
    await driver.until(lambda: page.note.text() == "Mug: 74 on hand now.", "the note")
    await driver.press("Ctrl+R")
    await driver.write("6*")
    await driver.until(lambda: page.stock_form.number.text() == "6*", "the quantity")
    await driver.pause()  # nobody reaches for the scanner at the speed of one
    await driver.scan(CUP)
    await driver.until(lambda: page.stock_form.number.text() == "6", "six of it")
    await driver.pause()
    await driver.press("Return")
    await driver.until(lambda: levels(store)["Cup"] == 26, "6 more")
    await driver.until(lambda: page.note.text() == "Cup: 26 on hand now.", "the note")

    await driver.press("Ctrl+Z")

    await driver.until(lambda: levels(store)["Cup"] == 20, "the cups taken back")
    await end(house)


@pytest.mark.usefixtures("shelves")
async def test_all_are_ticked_and_moved_without_a_mouse(house, store):
    page = await at(house, "cyd", "inventory")
    driver = house.driver
    page.table.setFocus()
    await driver.press("Home", "Ctrl+A", "Ctrl+E")
    await driver.until(lambda: len(page.ticked_products.table.records.records) == 2, "both of them")
    await driver.enter("-1")
    await driver.until(lambda: levels(store) == {"Mug": 49, "Cup": 19}, "one less of each")
    await end(house)


@pytest.mark.usefixtures("shelves")
async def test_a_shelf_is_counted_with_a_scanner_while_others_count_and_sell(house, store, till):
    page = await at(house, "cyd", "counts")
    driver = house.driver
    await driver.press("Ctrl+N")
    await driver.until(lambda: page.window().findChildren(NewCount), "the question")
    await driver.pause()
    await driver.enter("Shelf 3")
    await driver.until(lambda: page.count, "the count")
    await driver.until(
        lambda: house.window.focusWidget() is page.sheet.entry, "the keyboard in the field"
    )
    for _ in range(3):
        await driver.scan(MUG)
    await driver.write("44*")
    await driver.scan(MUG)
    await driver.until(lambda: page.sheet.number.text() == "47", "47 mugs")
    other = "SELECT api.count_item(%s, %s, NULL, %s, 19, false)"
    store.sql(other, uuid4(), page.count, CUP, login="ada")
    await driver.until(
        lambda: "66 pieces" in page.sheet.total.text(), "what Ada counts", patience=3
    )
    till.sell(MUG, CUP)
    await driver.press("Ctrl+Return")
    await driver.until(lambda: house.window.findChildren(Question), "the question")
    await driver.pause()
    await driver.press("Return")
    await driver.until(lambda: page.count is None, "posted")
    assert levels(store) == {"Mug": 46, "Cup": 18}
    await end(house)


async def test_the_badge_of_low_stock_is_live(house, store, goods):
    mug = goods(MUG, name="Mug", on_hand=50)
    await at(house, "cyd", "low_stock")
    badge = house.window.frame.side_bar.items["low_stock"]
    store.sql("SELECT api.adjust_stock(%s, %s, NULL, -45, 'lost')", uuid4(), mug, login="ada")

    await house.driver.until(lambda: badge.count == 1, "the badge", patience=3)

    page = house.window.frame.pages["low_stock"]
    await house.driver.until(lambda: page.table.rows.rowCount() == 1, "the mug", patience=3)
    page.table.selectRow(0)
    page.table.setFocus()
    await house.driver.press("Return")
    inventory = house.window.frame.pages["inventory"]
    await house.driver.until(lambda: inventory.levels.name.text() == "Mug", "its history")
    await end(house)


@pytest.mark.usefixtures("shelves")
async def test_a_sale_elsewhere_changes_its_row_and_asks_for_nothing_else(house, till):
    page = await at(house, "cyd", "inventory")
    driver, asked = house.driver, []
    source, keys = page.table.source, page.table.source.keys

    async def counted(sort, wanted):
        asked.append(sort.by)
        return await keys(sort, wanted)

    page.table.sort_by(Sort("name"))
    page.ask_anew()
    news = house.window.frame.news
    await driver.until(lambda: news._refreshed_all_at > 0, "the first look at everything")
    await page.idle()
    source.keys = counted
    await asyncio.to_thread(till.sell, CUP, MUG, MUG)
    await driver.until(lambda: on_hand(page) == {"Cup": 19, "Mug": 48}, "what was sold")
    assert asked == []
    assert "order as of" not in page.count.text()
    await end(house)


@pytest.mark.usefixtures("shelves")
async def test_a_list_that_is_sorted_by_stock_says_how_old_its_order_is(house, till, monkeypatch):
    monkeypatch.setattr(renewal, "ORDER_MS", 700)
    page = await at(house, "cyd", "inventory")
    driver, news = house.driver, house.window.frame.news
    await driver.until(lambda: news._refreshed_all_at > 0, "the first look at everything")
    page.table.sort_by(Sort("on_hand"))
    page.ask_anew()
    await page.idle()
    assert list(on_hand(page)) == ["Cup", "Mug"]
    await asyncio.to_thread(till.sell, *[MUG] * 40)

    await driver.until(lambda: on_hand(page)["Mug"] == 10, "what was sold")
    if "order as of" in page.count.text():  # on a full machine its time may be over already
        assert list(on_hand(page)) == ["Cup", "Mug"]
    await driver.until(lambda: list(on_hand(page)) == ["Mug", "Cup"], "the order made new")
    await driver.until(lambda: page.count.text() == "2 products", "nothing more said of it")
    await end(house)


@pytest.mark.parametrize(
    ("key", "tab", "shown", "is_asked"),
    [
        ("low_stock", "all", {"Cup": 4}, True),
        ("low_stock", "sold_out", {}, True),
        ("inventory", "low", {"Cup": 4}, True),
        ("inventory", "all", {"Cup": 4, "Mug": 12}, False),
    ],
)
async def test_a_list_of_what_is_low_is_asked_for_when_it_is_another(
    house, goods, till, key, tab, shown, is_asked
):
    goods(MUG, name="Mug", on_hand=13, price="2.00")
    goods(CUP, name="Cup", on_hand=5, price="2.00")
    page = await at(house, "cyd", key)
    driver, asked, counted = house.driver, [], []
    page.table.sort_by(Sort("name"))
    page.tabs.choose(tab)
    page.ask_anew()
    news, badges = house.window.frame.news, house.window.frame.badges
    await driver.until(lambda: news._refreshed_all_at > 0, "the first look at everything")
    await house.idle()
    source, all_keys, badge = page.table.source, page.table.source.keys, badges._badges["low_stock"]

    async def keys(*wanted):
        asked.append(wanted)
        return await all_keys(*wanted)

    def count(session):
        counted.append(key)
        return badge.count(session)

    source.keys = keys
    badges._badges["low_stock"] = replace(badge, count=count)
    await asyncio.to_thread(till.sell, CUP, MUG)
    await asyncio.sleep(1)
    await house.idle()
    assert (on_hand(page), asked, counted) == (shown, [], [])

    await asyncio.to_thread(till.sell, MUG, MUG)
    await driver.until(lambda: counted, "another number beside the page", patience=3)
    expected = {**shown, "Mug": 10} if shown else {}
    await driver.until(lambda: on_hand(page) == expected, "what is low now", patience=3)
    await driver.until(lambda: bool(asked) == is_asked, "whether the list is asked for")
    await end(house)


async def test_what_is_sold_out_comes_to_its_tab(house, goods, till):
    goods(CUP, name="Cup", on_hand=2, price="2.00")
    page = await at(house, "cyd", "low_stock")
    page.tabs.choose("sold_out")
    page.ask_anew()
    await house.idle()
    assert on_hand(page) == {}
    await asyncio.to_thread(till.sell, CUP, CUP)
    await house.driver.until(lambda: on_hand(page) == {"Cup": 0}, "the cup", patience=3)
    await end(house)


async def test_what_is_running_out_is_made_new_as_an_order_is(house, goods, till, monkeypatch):
    monkeypatch.setattr(renewal, "ORDER_MS", 700)
    goods(CUP, name="Cup", on_hand=9, price="2.00")
    page = await at(house, "cyd", "low_stock")
    page.tabs.choose("running_out")
    page.ask_anew()
    await house.idle()
    assert on_hand(page) == {}
    await asyncio.to_thread(till.sell, *[CUP] * 8)
    await house.driver.until(lambda: on_hand(page) == {"Cup": 1}, "the cup", patience=4)
    await end(house)


def on_hand(page):
    """Return what the list shows, in its order."""
    lines = [page.table.list.record(row) for row in range(page.table.rows.rowCount())]
    return {line.product: line.stock.on_hand for line in lines if line}
