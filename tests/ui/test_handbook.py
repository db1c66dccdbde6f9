"""The handbook in the real window: its page for the page in sight, and every key there is real."""

import asyncio
from collections import defaultdict

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from storedesk.documents import handbook
from storedesk.translations import languages
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.dialogs.handbook import Handbook
from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet
from storedesk.ui.kit.input.covers import covering
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def english():
    yield
    LANGUAGE.choose("en")


async def opened(house):  # noqa: F811
    QTest.keyClick(house.window, KEY.Key_F1, SHIFT)
    await asyncio.sleep(0)
    book = covering()
    assert isinstance(book, Handbook)
    return book


async def every_page(house):  # noqa: F811
    """Go through the pages of a manager, then those that admins alone have."""
    await house.come()
    for person in ("cyd", "dee"):
        await house.enter(person)
        for key in house.window.frame.pages:
            house.window.frame.go(key)
            await house.idle()
            yield key
        house.window.switch_user()


async def test_every_page_opens_its_own(house):  # noqa: F811
    seen = set()
    async for key in every_page(house):
        book = await opened(house)
        assert book.page == key
        assert book.text.toPlainText().startswith(handbook.page_named("en", key).title)
        QTest.keyClick(book.focusWidget(), KEY.Key_Escape)
        assert covering() is None, key
        seen.add(key)
    assert seen == set(handbook.ORDER) - {handbook.FIRST}
    book = await opened(house)
    assert book.page == handbook.FIRST, "nobody has signed in"
    book.reject()
    house.leave()


async def test_every_key_it_names_does_something_on_that_page(house):  # noqa: F811
    there = defaultdict(set)
    async for key in every_page(house):
        actions, page = house.window.actions_at_hand, house.window.frame.pages[key]
        for one in (*actions.in_parts(page), *actions.everywhere()):
            there[key] |= set(one.keys)
            there[handbook.FIRST] |= set(one.keys) if one.group == "Everywhere" else set()
    assert set(there) == set(handbook.ORDER)
    for key, keys in there.items():
        for language in languages():
            named = handbook.KEY.findall(handbook.page_named(language, key).text)
            assert set(named) - keys == set(), (language, key)
    house.leave()


async def test_in_german_keys_stand_as_on_the_keyboard(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    house.window.choose_language("de")
    await house.idle()
    house.window.frame.go("products")
    book = await opened(house)
    text = book.text.toPlainText()
    assert text.startswith("Artikel")
    assert "(Strg+N)" in text
    assert "Ctrl" not in text
    house.window.frame.go("till")
    book.open_page("till")
    assert "(3*)" in book.text.toPlainText()
    assert "(Entf)" in book.text.toPlainText()
    book.reject()
    house.leave()


async def test_it_is_searched_and_read_by_keys(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    book = await opened(house)
    assert book.input.hasFocus()
    QTest.keyClicks(book.input, "damaged")
    assert book.page == "orders"
    (mark,) = book.text.extraSelections()
    assert mark.cursor.selectedText() == "Damaged"
    place = book.text.cursorRect(mark.cursor).center()
    assert book.text.viewport().rect().contains(place), "it is brought into sight"
    for _ in range(7):
        QTest.keyClick(book.input, KEY.Key_Backspace)
    QTest.keyClicks(book.input, "zebra")
    assert not book.none.isHidden()
    book.input.clear()
    before = book.page
    QTest.keyClick(book.input, KEY.Key_Down)
    assert book.page != before
    QTest.keyClick(book.input, KEY.Key_Return)
    assert book.text.hasFocus()
    house.leave()


async def test_a_link_leads_to_its_page(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    house.window.frame.go("orders")
    await house.idle()
    book = await opened(house)
    QTest.keyClick(book.input, KEY.Key_Return)
    QTest.keyClick(book.text, KEY.Key_Tab)
    QTest.keyClick(book.text, KEY.Key_Return)
    assert book.page == "inventory"
    book.reject()
    house.leave()


async def test_in_touch_mode_the_side_bar_opens_it_and_no_key_is_named(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    house.window.comforts.decide(touch=True)
    await house.idle()
    QTest.mouseClick(house.window.frame.side_bar.items["handbook"], Qt.MouseButton.LeftButton)
    await asyncio.sleep(0)
    book = covering()
    assert book.page == house.window.frame.key()
    assert "F9" not in book.text.toPlainText()
    assert "Press Pay." in book.text.toPlainText()
    book.reject()
    house.leave()


@pytest.mark.parametrize("size", [(1024, 680), (1024, 768), (1366, 768), (1920, 1080)])
async def test_it_lies_inside_the_window_and_covers_no_more_than_f1_may(house, size):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    window = house.window
    window.resize(*size)
    window.frame.go("orders")
    await house.idle()
    book = await opened(house)
    await asyncio.sleep(0)
    place = QRect(book.mapTo(window, QPoint(0, 0)), book.size())
    assert window.rect().contains(place)
    assert book.text.width() > 500, "lines are long enough to be read"
    book.reject()
    QTest.keyClick(window, KEY.Key_F1)
    sheet = covering()
    assert isinstance(sheet, ShortcutSheet)
    assert place.width() <= sheet.width()
    sheet.reject()
    house.leave()


async def test_a_scan_closes_it_and_goes_to_the_sale(house):  # noqa: F811
    assert Handbook.steps_aside
    await house.come()
    await house.enter("cyd")
    house.window.frame.go("till")
    await house.idle()
    entry = house.window.frame.pages["till"].entry
    QTest.keyClicks(entry, "mu")
    book = await opened(house)
    book.reject()
    assert entry.text() == "mu"
    assert entry.hasFocus()
    house.leave()
