"""Text at 150 %: in effect at once, and on no page anything is cut or lies over something else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storedesk.ui.kit.looks.sizes import SIZES
from tests.ui.fits import cut, overlapping
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.shell.test_small_screens import laid_out

LEFT = Qt.MouseButton.LeftButton


async def at_150(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    house.window.comforts.decide(text=150)
    while house.window.frame.pages.make_next():
        pass
    await house.idle()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
async def test_on_no_page_anything_is_cut(house, add_product, size):  # noqa: F811
    add_product("Enamel mug with a lid and a spoon", on_hand=4)
    await at_150(house)
    window, frame = house.window, house.window.frame
    window.resize(*size)
    for key, page in frame.pages.items():
        frame.go(key)
        await house.idle()
        await laid_out(window, page)
        assert (window.width(), window.height()) == size, key
        QApplication.processEvents()
        assert cut(page) == [], key
        assert overlapping(page) == [], key
    house.leave()


async def test_it_is_in_effect_at_once_where_it_is_chosen(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    frame = house.window.frame
    frame.go("preferences")
    page = frame.pages["preferences"]
    before, store = page.rows["text"].height(), frame.side_bar.mark.toolTip()
    QTest.mouseClick(page.rows["text"].control.button(150), LEFT)
    await house.idle()
    now = house.window.frame
    assert SIZES.percent == 150
    assert now.key() == "preferences"
    page = now.pages["preferences"]
    assert page.rows["text"].control.current() == 150
    assert page.rows["text"].height() > before
    assert now.side_bar.mark.toolTip() == store != ""
    assert house.window.actions_at_hand.named("window.palette")
    QApplication.processEvents()
    assert page.rows["text"].isAncestorOf(house.window.focusWidget()), "the keyboard goes on there"
    house.leave()


async def test_the_numbers_beside_the_pages_are_there_again(house, add_product):  # noqa: F811
    product = add_product("Mug", on_hand=1)
    house.store.sql("UPDATE inventory SET low_stock_threshold = 5 WHERE product_id = %s", product)
    await at_150(house)
    assert house.window.frame.side_bar.items["low_stock"].count == 1
    house.leave()


async def test_each_person_has_their_own(house):  # noqa: F811
    await at_150(house)
    house.window.switch_user()
    assert SIZES.percent == 150, "sign-in is as it was left"
    await house.enter("ada")
    assert SIZES.percent == 100
    house.window.switch_user()
    await house.enter("cyd")
    assert SIZES.percent == 150
    house.leave()


async def test_what_is_unsaved_is_asked_about_first(house, monkeypatch):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    frame = house.window.frame
    page = frame.pages["products"]
    monkeypatch.setattr(page, "unsaved", lambda: "A mug")
    asked = []
    monkeypatch.setattr(frame, "ask_to_go", lambda: _noted(asked))
    frame.go("preferences")
    sizes = frame.pages["preferences"].rows["text"].control
    QTest.mouseClick(sizes.button(125), LEFT)
    await house.idle()
    assert asked == [True]
    assert (SIZES.percent, sizes.current()) == (100, 100), "until it may be left"
    house.leave()


async def _noted(asked):
    asked.append(True)
