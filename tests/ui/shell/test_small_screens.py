"""Everything can be used from 1024 x 768 on, with the title bar and panel of a desktop."""

import asyncio
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from storedesk.domain.demo.logins import DemoLogin
from storedesk.ui.shell.main_window import SMALLEST, MainWindow
from storedesk.ui.shell.side_bar import NARROW, WIDTH
from storedesk.ui.shell.window_place import USUAL, first_size, show_first
from storedesk.ui.sign_in.demo_logins import WIDTH as DEMO_WIDTH
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

LEAST = (1024, 700)


def place(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


async def laid_out(window, page):
    """Wait until Qt has given the page its room."""
    async with asyncio.timeout(10):
        while page.width() != window.width() - window.frame.side_bar.width():
            await asyncio.sleep(0.01)


async def test_every_page_is_whole_on_the_smallest_screen(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    window, frame = house.window, house.window.frame
    window.resize(*LEAST)
    for key, page in frame.pages.items():
        frame.go(key)
        await house.idle()
        await laid_out(window, page)
        assert (window.width(), window.height()) == LEAST, key
        need = page.minimumSizeHint()
        assert need.width() <= page.width(), key
        assert need.height() <= page.height(), key
    till = frame.pages["till"]
    frame.go("till")
    await laid_out(window, till)
    for part in (till.pay, till.side.totals, till.keys, till.entry):
        assert window.rect().contains(place(window, part))
    house.leave()


async def test_without_room_for_words_the_icons_stay(house, add_product):  # noqa: F811
    product = add_product("Mug", on_hand=1)
    house.store.sql("UPDATE inventory SET low_stock_threshold = 5 WHERE product_id = %s", product)
    await house.come()
    await house.enter("cyd")
    window, frame = house.window, house.window.frame
    await frame.badges.show()
    bar = frame.side_bar
    for width, expected in ((1366, WIDTH), (1024, NARROW), (1300, WIDTH), (1100, NARROW)):
        window.resize(width, 768)
        assert bar.width() == expected
    item = bar.items["low_stock"]
    assert bar.rect().contains(place(bar, item))
    assert item.toolTip().startswith("Low stock (")
    assert item.toolTip().endswith(": 1")
    assert item.accessibleName() == "Low stock (1)"
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert frame.pages["low_stock"].isVisible()
    assert "Cyd" in bar.person.toolTip()
    house.leave()


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (QSize(1920, 1040), USUAL),
        (QSize(1366, 768), QSize(1366, 728)),
        (QSize(1024, 728), QSize(1024, 688)),
        (QSize(800, 560), SMALLEST),
    ],
)
def test_the_first_size_is_one_that_the_screen_has(house, monkeypatch, screen, size):  # noqa: F811
    place_of = SimpleNamespace(availableGeometry=lambda: QRect(QPoint(0, 0), screen))
    monkeypatch.setattr(MainWindow, "screen", lambda _: place_of)
    assert first_size(house.window) == size


@pytest.mark.parametrize(
    ("screen", "is_maximized"),
    [(QSize(1366, 768), True), (QSize(1024, 768), True), (QSize(1370, 900), True),
     (QSize(1920, 1080), False), (QSize(800, 560), False)],
)  # fmt: skip
def test_where_nothing_is_left_beside_the_window_it_has_the_screen(
    house,  # noqa: F811
    monkeypatch,
    screen,
    is_maximized,
):
    place_of = SimpleNamespace(availableGeometry=lambda: QRect(QPoint(0, 0), screen))
    monkeypatch.setattr(MainWindow, "screen", lambda _: place_of)
    house.window.resize(first_size(house.window))
    show_first(house.window)
    assert house.window.isMaximized() is is_maximized


async def test_the_demo_logins_are_whole_on_the_smallest_screen(house):  # noqa: F811
    people = [DemoLogin("ana", "cashier", "Ana", "8ae2q-4xeub-nvkrg")] * 3
    house.access.people = lambda: people
    await house.come()
    page = house.window.sign_in
    for width, expected in ((1024, 560), (1366, DEMO_WIDTH)):
        house.window.resize(width, 700)
        async with asyncio.timeout(10):
            while page.people.width() != expected:
                await asyncio.sleep(0.01)
        for part in (page.people, page.enter):
            assert page.rect().contains(place(page, part))
