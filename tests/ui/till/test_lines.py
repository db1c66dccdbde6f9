"""The lines of the sale: pictures, columns, and what changes the quantity of the current one."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.looks.sizes import FINGER, SIZES
from storedesk.ui.till.sale.line_painter import LinePainter
from tests.ui.till.conftest import Counter

KEY = Qt.Key


@pytest.fixture(autouse=True)
def sizes():
    yield
    SIZES.choose(percent=100, is_touch=False)


async def drawn(counter):
    """Wait until every picture that is looked at has come."""
    counter.view.grab()
    async with asyncio.timeout(30):
        while counter.view.pictures._tasks:
            await asyncio.sleep(0.01)


def color_at(part, row, left):
    """The color that a list has, so far from the left, in the middle of a row."""
    list_ = part.list
    rect = list_.visualRect(list_.rows.index(row))
    return list_.viewport().grab().toImage().pixelColor(QPoint(left, rect.center().y())).name()


@pytest.mark.parametrize("name", ["lines", "short"])
async def test_pictures_stand_in_the_lines_and_nothing_moves_when_they_come(counter, name):
    counter.shop.goods["PEGS"].picture = "#c01020"
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT")
    part = counter.view.lines if name == "lines" else counter.view.side.short
    left = 96 if name == "lines" else 16
    if name == "short":
        await counter.type("oat")
    before = [part.list.visualRect(part.list.rows.index(row)) for row in (0, 1)]
    await drawn(counter)
    assert color_at(part, 0, left) == "#c01020"
    assert color_at(part, 1, left) != "#c01020"
    assert [part.list.visualRect(part.list.rows.index(row)) for row in (0, 1)] == before
    assert counter.view.lines.list.visualRect(counter.view.lines.list.rows.index(0)).height() == 56


async def test_the_list_of_matches_has_pictures_from_the_same_store(counter):
    counter.shop.goods["PEGS"].picture = "#c01020"
    await counter.come()
    await counter.scan("PEGS")
    await drawn(counter)
    asked = counter.shop.asked.count("picture")
    await counter.type("pegs")
    await drawn(counter)
    assert color_at(counter.view.popup, 0, 36) == "#c01020"
    assert counter.shop.asked.count("picture") == asked == 1


def row_of(counter, row):
    """Where a line is drawn, on the page."""
    shown = counter.view.lines.list
    rect = shown.visualRect(shown.rows.index(row))
    return QRect(shown.viewport().mapTo(counter.view, rect.topLeft()), rect.size())


def stepper_in(counter, row):
    """Whether minus and plus can be pressed in a line, and stand wholly in it."""
    stepper = counter.view.lines.stepper
    place = QRect(stepper.mapTo(counter.view, QPoint()), stepper.size())
    return stepper.isVisible() and row_of(counter, row).contains(place)


@pytest.mark.parametrize("is_touch", [False, True])
@pytest.mark.parametrize("size", [(972, 740), (1190, 768)])
async def test_minus_and_plus_stand_in_the_current_line(qtbot, size, is_touch):
    SIZES.choose(percent=100, is_touch=is_touch)
    counter = Counter(qtbot)
    counter.view.resize(*size)
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT")
    assert stepper_in(counter, 1)
    assert counter.view.lines.stepper.number.text() == "1"
    await counter.click(counter.view.plus)
    await counter.click(counter.view.plus)
    assert counter.lines == [("Clothes pegs", 1), ("Oat soap", 3)]
    assert counter.view.lines.stepper.number.text() == "3"
    await counter.press(KEY.Key_Up)
    assert stepper_in(counter, 0)
    await counter.click(counter.view.minus)
    assert counter.lines == [("Oat soap", 3)]
    if is_touch:
        assert min(counter.view.plus.width(), counter.view.minus.height()) >= FINGER


async def test_a_click_into_a_line_brings_minus_and_plus_there(counter):
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT", "BRUSH")
    await counter.click_at(row_of(counter, 0).center())
    assert stepper_in(counter, 0)
    await counter.click(counter.view.plus)
    assert counter.lines[0] == ("Clothes pegs", 2)


async def test_a_hasty_click_takes_nothing_from_the_line_that_has_come_under_it(counter):
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT")
    await counter.press(KEY.Key_Up)
    await counter.click(counter.view.minus)
    assert counter.lines == [("Oat soap", 1)]
    QTest.mouseClick(counter.view.minus, Qt.MouseButton.LeftButton)  # in the same moment
    await counter.view.idle()
    assert counter.lines == [("Oat soap", 1)]
    await counter.click(counter.view.minus)
    assert counter.lines == []


async def test_keys_are_never_held_back_by_what_the_mouse_has_done(counter):
    await counter.come()
    await counter.scan("PEGS", "SOAP-OAT")
    QTest.keyClicks(counter.view.entry, "+")
    await counter.view.idle()
    assert counter.lines == [("Clothes pegs", 1), ("Oat soap", 2)]


async def test_minus_and_plus_go_while_something_is_asked_and_with_the_sale(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.press(KEY.Key_F3)
    assert not counter.view.lines.stepper.isVisible()
    await counter.press(KEY.Key_Escape)
    assert counter.view.lines.stepper.isVisible()
    await counter.pay()
    await counter.press(KEY.Key_Return)
    assert counter.view.lines.paid.isVisible()
    assert not counter.view.lines.stepper.isVisible()


async def test_minus_and_plus_move_with_the_lines(counter):
    await counter.come()
    await counter.scan(*list(counter.shop.goods), *list(counter.shop.goods)[:1])
    assert stepper_in(counter, 0)
    bar = counter.view.lines.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert counter.view.lines.stepper.y() < 0
    bar.setValue(0)
    assert stepper_in(counter, 0)


def painter(totals):
    made = LinePainter(Format("en_US"), lambda _: None)
    made._total_width = totals
    return made


def test_columns_stand_as_they_were_drawn():
    at = painter(80).columns(748)
    assert (at.quantity, at.picture, at.side, at.name) == (58, 76, 40, 132)
    assert (748 - at.price, 748 - at.total) == (132, 18)
    assert at.is_roomy
    assert not at.is_short


def test_in_a_short_column_the_quantity_stands_before_the_total():
    at = painter(80).columns(368)
    assert at.is_short
    assert (at.picture, at.side, at.name) == (16, 36, 64)
    assert at.quantity == 368 - 18 - 80 - 10
