"""In dark colors a picture's light wall is dark, and what stands before it keeps its color."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.pictures import Pictures, darkened
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

WALL, GOODS = QColor("#EEF1EA"), QColor("#3E6C8A")


def drawn(wall=WALL, side=64):
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(wall)
    painter = QPainter(image)
    painter.fillRect(QRect(side // 4, side // 4, side // 2, side // 2), GOODS)
    painter.end()
    return image


def test_a_light_wall_is_dark_and_goods_keep_their_color():
    made = darkened(drawn())
    assert made.pixelColor(2, 2).lightness() < 70
    assert made.pixelColor(32, 32) == GOODS


def test_a_photograph_is_dimmed_as_a_whole():
    image = drawn(wall=QColor("#777777"))
    made = darkened(image)
    for at in ((2, 2), (32, 32)):
        before, after = image.pixelColor(*at).lightness(), made.pixelColor(*at).lightness()
        assert 0.84 < after / before < 0.92


def test_a_rim_that_is_light_but_uneven_is_no_wall():
    image = drawn()
    painter = QPainter(image)
    painter.fillRect(QRect(0, 0, 64, 8), QColor("#707070"))
    painter.end()
    assert darkened(image).pixelColor(2, 60).lightness() > 180


def test_what_can_be_seen_through_stays_so():
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert darkened(image).pixelColor(3, 3).alpha() == 0


@pytest.mark.usefixtures("qapp")
async def test_the_scheme_decides_which_is_shown():
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn().save(buffer, "PNG")
    pictures = Pictures(None, lambda: None, QSize(32, 32))
    await pictures.keep("a", content.data())
    await pictures.keep("none", b"no picture")
    seen = {}
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        THEME.choose(scheme)
        seen[scheme] = pictures.get("a").toImage().pixelColor(1, 1).lightness()
        assert pictures.get("none") is None
    THEME.choose(Scheme.LIGHT)
    assert seen[Scheme.DARK] < 70
    assert seen[Scheme.LIGHT] > 200


async def test_a_list_that_is_shown_draws_its_pictures_anew_in_other_colors(house, monkeypatch):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    page = house.window.frame.pages["products"]
    await house.idle()
    drawn_anew = []
    monkeypatch.setattr(page.table.list, "redraw", lambda: drawn_anew.append(THEME.tokens))
    THEME.choose(Scheme.DARK)
    THEME.choose(Scheme.LIGHT)
    assert len(drawn_anew) == 2
    house.leave()
