import re

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel

from storedesk.resources import resources_folder
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.kit.looks.tokens import DARK, LIGHT


@pytest.fixture
def dark():
    THEME.choose(Scheme.DARK)
    yield
    THEME.choose(Scheme.LIGHT)


def test_the_bundled_font_is_used(dressed):
    assert QFontInfo(dressed.font()).family() == "Inter"
    assert QFontInfo(dressed.font()).pixelSize() == 13


def test_choosing_dark_repaints_what_is_open(qtbot):
    label = QLabel("words")
    qtbot.addWidget(label)
    label.ensurePolished()
    with qtbot.waitSignal(THEME.changed):
        THEME.choose(Scheme.DARK)
    assert THEME.tokens is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.text
    THEME.choose(Scheme.LIGHT)
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.text


@pytest.mark.usefixtures("dark")
def test_icons_take_the_color_of_the_scheme():
    image = theme.pixmap("plus", "text", 24).toImage()
    assert image.pixelColor(12, 12).lightness() > 220


def test_the_stylesheet_names_no_color_of_its_own():
    sheet = (resources_folder() / "style.qss").read_text("utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet)


def test_every_placeholder_of_the_stylesheet_is_filled():
    assert "${" not in theme.stylesheet(LIGHT)


def test_digits_are_all_equally_wide_where_they_are_to_be_compared():
    metrics = QFontMetricsF(theme.font(tabular=True))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")
