"""Stock in the real window: keys, a scanner, threads, and news from others."""

import asyncio
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.persistence.engine.listener import Listener
from storedesk.tour.hands import Hands
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.looks.theme import THEME, Scheme
from tests.ui.shell.test_main_window import House

pytestmark = pytest.mark.usefixtures("invariants")
MUG, CUP = "2000000000008", "2000000000015"


@pytest.fixture
def house(qtbot, store, tmp_path):
    made = House(qtbot, store, tmp_path)
    made.hands = Hands(made.window, 10.0)
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
        lambda news: loop.call_soon_threadsafe(window.hear, news.table, news.ids),
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
    hands = house.hands
    page.table.selectRow(0)
    await hands.press("Ctrl+R")
    await hands.scan(MUG)
    await hands.until(lambda: page.levels.name.text() == "Mug", "the mug")
    await hands.until(page.deeds.number.input.hasFocus, "the keyboard in the number")
    await hands.write("24")
    await hands.pause()  # Enter is a scanner's for a moment after a scan
    await hands.press("Return")
    await hands.until(lambda: levels(store)["Mug"] == 74, "24 more")
    await hands.until(lambda: page.note.text() == "Mug: 74 on hand now.", "the note")
    await hands.press("Ctrl+R")
    await hands.write("6*")
    await hands.scan(CUP)
    await hands.until(lambda: page.deeds.number.text() == "6", "six of it")
    await hands.pause()
    await hands.press("Return")
    await hands.until(lambda: levels(store)["Cup"] == 26, "6 more")
    await hands.until(lambda: page.note.text() == "Cup: 26 on hand now.", "the note")

    await hands.press("Ctrl+Z")

    await hands.until(lambda: levels(store)["Cup"] == 20, "the cups taken back")
    await end(house)


@pytest.mark.usefixtures("shelves")
async def test_all_are_ticked_and_moved_without_a_mouse(house, store):
    page = await at(house, "cyd", "inventory")
    hands = house.hands
    page.table.setFocus()
    await hands.press("Home", "Ctrl+A", "Ctrl+E")
    await hands.until(lambda: len(page.several.table.records.records) == 2, "both of them")
    await hands.enter("-1")
    await hands.until(lambda: levels(store) == {"Mug": 49, "Cup": 19}, "one less of each")
    await end(house)


@pytest.mark.usefixtures("shelves")
async def test_a_shelf_is_counted_with_a_scanner_while_others_count_and_sell(house, store, till):
    page = await at(house, "cyd", "counts")
    hands = house.hands
    await hands.press("Ctrl+N")
    await hands.until(lambda: page.window().findChildren(NewCount), "the question")
    await hands.pause()
    await hands.enter("Shelf 3")
    await hands.until(lambda: page.count, "the count")
    await hands.until(
        lambda: house.window.focusWidget() is page.sheet.entry, "the keyboard in the field"
    )
    for _ in range(3):
        await hands.scan(MUG)
    await hands.write("44*")
    await hands.scan(MUG)
    await hands.until(lambda: page.sheet.number.text() == "47", "47 mugs")
    other = "SELECT api.count_item(%s, %s, NULL, %s, 19, false)"
    store.sql(other, uuid4(), page.count, CUP, login="ada")
    await hands.until(lambda: "66 pieces" in page.sheet.total.text(), "what Ada counts", patience=3)
    till.sell(MUG, CUP)
    await hands.press("Ctrl+Return")
    await hands.until(lambda: house.window.findChildren(Question), "the question")
    await hands.pause()
    await hands.press("Return")
    await hands.until(lambda: page.count is None, "posted")
    assert levels(store) == {"Mug": 46, "Cup": 18}
    await end(house)


async def test_the_badge_of_low_stock_is_live(house, store, goods):
    mug = goods(MUG, name="Mug", on_hand=50)
    await at(house, "cyd", "low_stock")
    badge = house.window.frame.side_bar.items["low_stock"]
    store.sql("SELECT api.adjust_stock(%s, %s, NULL, -45, 'lost')", uuid4(), mug, login="ada")

    await house.hands.until(lambda: badge.count == 1, "the badge", patience=3)

    page = house.window.frame.pages["low_stock"]
    await house.hands.until(lambda: page.table.rows.rowCount() == 1, "the mug", patience=3)
    page.table.selectRow(0)
    page.table.setFocus()
    await house.hands.press("Return")
    inventory = house.window.frame.pages["inventory"]
    await house.hands.until(lambda: inventory.levels.name.text() == "Mug", "its history")
    await end(house)
