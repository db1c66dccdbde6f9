"""The lines of the sale: pictures, columns, and what changes the quantity of the current one."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt

from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.till.sale.line_painter import LinePainter

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
    assert at.quantity == 368 - 18 - 80 - 16
