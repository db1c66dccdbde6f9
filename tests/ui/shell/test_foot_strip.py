"""The foot of the window names the keys that do something now, and never one that does not."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.shell.foot_strip import MOST
from storedesk.ui.shell.foot_words import foot_words
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shop(house):  # noqa: F811
    """Sign somebody in, and go to a page."""

    async def shop(person, page, *, size=(1366, 768)):
        await house.come()
        house.window.resize(*size)
        await house.enter(person)
        house.window.frame.go(page)
        await house.idle()
        await asyncio.sleep(0.05)
        return house.window.frame.strip

    yield shop
    LANGUAGE.choose("en")


def names(strip):
    return [hint.action.name for hint in strip.hints]


async def seen(strip, is_so):
    """Wait until the strip shows what it is to show."""
    async with asyncio.timeout(10):
        while not is_so(names(strip)):
            await asyncio.sleep(0.01)


async def test_it_follows_what_is_chosen_and_where_the_keyboard_is(shop, house, add_product):  # noqa: F811
    add_product("Mug")
    strip = await shop("cyd", "products")
    page = house.window.frame.pages["products"]
    page.table.clearSelection()
    page.table.setFocus()
    await seen(strip, lambda now: "catalog.price" not in now)
    assert names(strip)[0] == "catalog.new"
    assert names(strip)[-1] == "window.keys"

    page.table.selectRow(0)
    await page.idle()
    await seen(strip, lambda now: {"catalog.price", "catalog.enter", "catalog.copy"} <= {*now})

    page.search.setFocus()
    await seen(strip, lambda now: "catalog.copy" not in now)
    assert "catalog.enter" not in names(strip), "the list has not the keyboard"
    assert "catalog.new" in names(strip)

    page.editor.fields.name.editor.setFocus()
    page.editor.fields.name.show_value("Cup")
    page.editor.fields.edited.emit()
    await seen(strip, lambda now: now[:2] == ["catalog.save", "catalog.back"])
    house.leave()


async def test_what_a_person_may_not_do_has_no_key_there(shop, house, add_product):  # noqa: F811
    add_product("Mug")
    strip = await shop("bob", "products")
    house.window.frame.pages["products"].table.selectRow(0)
    await seen(strip, lambda now: "catalog.copy" in now)
    assert not {"catalog.new", "catalog.price", "catalog.enter", "catalog.import"} & {*names(strip)}
    house.leave()


@pytest.mark.parametrize("person", ["cyd", "ada", "bob", "eve"])
async def test_each_key_that_is_shown_is_one_that_works(shop, house, add_product, person):  # noqa: F811
    add_product("Mug")
    strip = await shop(person, "products")
    frame, actions = house.window.frame, house.window.actions_at_hand
    for key, page in frame.pages.items():
        frame.go(key)
        await house.idle()
        await asyncio.sleep(0.05)
        assert strip.isHidden() is page.shows_keys
        for hint in strip.hints if not page.shows_keys else ():
            assert actions.working(hint.action.name) is hint.action
            owner = actions._owners[hint.action.name]
            assert owner is house.window or owner is page or page.isAncestorOf(owner)
    house.leave()


async def test_every_key_that_has_words_is_registered_for_somebody(house):  # noqa: F811
    known, house.is_whole = set(), True
    for person in ("cyd", "ada", "dee"):
        await house.come()
        await house.enter(person)
        known |= {one.name for one in house.window.actions_at_hand.all()}
        house.window.switch_user()
    assert set(foot_words()) - known == set()
    house.leave()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["en", "de"])
async def test_it_fits_the_smallest_window_in_every_language(
    shop, house, add_product, language, percent  # noqa: F811
):  # fmt: skip
    add_product("Mug")
    strip = await shop("cyd", "products", size=(1024, 768))
    house.window.comforts.decide(text=percent)
    house.window.choose_language(language)
    await house.idle()
    frame = house.window.frame
    strip = frame.strip
    for key, page in frame.pages.items():
        if page.shows_keys:
            continue
        frame.go(key)
        await house.idle()
        await seen(strip, lambda now: now and now[-1] == "window.keys")
        boxes = [box for _, box in strip._placed()]
        assert 1 <= len(boxes) <= MOST
        assert boxes[-1].right() <= strip.width()
    house.leave()


async def test_a_click_does_what_the_key_does(shop, house):  # noqa: F811
    strip = await shop("cyd", "orders")
    await seen(strip, lambda now: "orders.new" in now)
    at = next(box for hint, box in strip._placed() if hint.action.name == "orders.new")
    QTest.mouseClick(strip, LEFT, pos=at.center().toPoint())
    await house.idle()
    page = house.window.frame.pages["orders"]
    assert page.stack.currentWidget() is page.new_order
    await seen(strip, lambda now: {"orders.pay_new", "orders.leave_new"} <= {*now})
    assert "orders.new" not in names(strip)
    house.leave()


async def test_fingers_have_no_keys(shop, house):  # noqa: F811
    await shop("cyd", "products")
    house.window.comforts.decide(touch=True)
    await house.idle()
    frame = house.window.frame
    frame.go("products")
    assert frame.strip.isHidden()
    house.leave()


async def test_no_list_has_fewer_than_fourteen_rows(shop, house):  # noqa: F811
    await shop("cyd", "products")
    frame, rows = house.window.frame, {}
    frame.steps._dismiss()  # as whoever has taken them
    for key, page in frame.pages.items():
        if isinstance(page, ListPage):
            frame.go(key)
            await house.idle()
            await asyncio.sleep(0.05)
            height = page.table.verticalHeader().defaultSectionSize()
            rows[key] = page.table.viewport().height() // height
    assert {key: count for key, count in rows.items() if count < 14} == {}
    house.leave()


async def test_the_store_is_named_above_and_the_connection_with_the_person(shop, house):  # noqa: F811
    await shop("cyd", "products")
    frame = house.window.frame
    bar, person = frame.side_bar, frame.side_bar.person
    assert bar.store.text() == "The Shop"
    assert not person.lost
    frame.lost(Unavailable("unavailable"))
    assert person.lost.startswith("Not connected since")
    assert person.lost in person.accessibleName()
    frame.answering()
    assert "Connected" in person.toolTip()
    house.leave()
