"""The side bar has the program's mark, and a field that finds everything."""

import re
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.resources import resources_folder
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.kit.looks.theme import THEME, Scheme, mark, mark_icon
from storedesk.ui.shell.side_bar import NARROW, PALETTE, WIDEST, WIDTH, SideBar
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

PACKED = Path(__file__).parents[3] / "packaging" / "storedesk.svg"


async def test_the_search_field_opens_the_palette_at_any_width(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    window, bar = house.window, house.window.frame.side_bar
    assert window.actions_at_hand.named("window.palette").keys == (PALETTE,)
    for width in (1366, 1024):
        window.resize(width, 768)
        QTest.mouseClick(bar.search, Qt.MouseButton.LeftButton)
        (palette,) = [one for one in window.findChildren(Palette) if one.isVisible()]
        palette.reject()
        await house.idle()
    house.leave()


def test_the_mark_keeps_its_colors_and_is_not_blank():
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        THEME.choose(scheme)
        image = mark(64).toImage()
        inks = {image.pixelColor(x, y).name() for x in range(64) for y in range(64)}
        assert {"#2456d6", "#ffffff"} <= inks
        assert image.pixelColor(0, 0).alpha() == 0, "its corners are round"
    THEME.choose(Scheme.LIGHT)
    assert not mark_icon().isNull()


def test_desktops_are_given_the_same_mark():
    def shapes(file):
        return re.findall(r"<(?:path|rect)[^>]*>", file.read_text())

    ours = shapes(resources_folder() / "mark.svg")
    assert len(ours) == 5
    assert shapes(PACKED) == ours


def test_the_bar_is_as_wide_as_the_longest_page_in_a_long_language(qtbot):
    bar = SideBar()
    qtbot.addWidget(bar)
    bar.add("till", "Till", "scan-barcode")
    assert bar.width() == WIDTH
    bar.add("orders", "Bestellungen", "clipboard-list")
    assert WIDTH < bar.width() < WIDEST
    bar.add("far", "Bestellungenbestellungen", "clipboard-list")
    assert bar.width() == WIDEST
    bar.show_narrow(is_narrow=True)
    assert bar.width() == NARROW


def test_a_window_that_is_too_low_for_all_of_it_keeps_the_pages(qtbot):
    SIZES.choose(percent=100, is_touch=True)
    bar = SideBar()
    qtbot.addWidget(bar)
    for key in range(10):
        bar.add(str(key), "Page", "mail")
    for key in ("handbook", "switch"):
        bar.add(key, key, "mail", foot=True)
    bar.show_person("Cyd", "Till 1")
    bar.resize(bar.width(), 2_000)
    bar.show()
    whole = bar.minimumSizeHint().height()
    assert bar.items["handbook"].isVisible()
    bar.resize(bar.width(), whole + 4)
    assert not bar.items["handbook"].isVisible()
    assert bar.items["switch"].isVisible()
    bar.layout().activate()
    assert bar.minimumSizeHint().height() <= whole - 44
    bar.resize(bar.width(), whole + 60)
    assert bar.items["handbook"].isVisible()


def test_who_may_do_everything_sees_each_page_whole_in_a_low_window(qtbot):
    SIZES.choose(percent=100, is_touch=False)
    window = QWidget()
    qtbot.addWidget(window)
    bar = SideBar()
    bar.setParent(window)
    for key in range(16):
        bar.add(str(key), "Page", "mail")
    for key in ("handbook", "switch", "sign_out"):
        bar.add(key, key, "mail", foot=True)
    bar.show_person("Cyd", "Till 1")
    window.resize(400, 1_100)
    bar.resize(bar.width(), 749)
    window.show()
    bar.layout().activate()
    shown = [item for item in bar.items.values() if item.isVisible()]
    assert len(shown) == 17
    assert {item.label for item in bar.items.values()} - {item.label for item in shown} == {
        "handbook", "sign_out",
    }  # fmt: skip
    for one, other in pairwise(sorted(shown, key=lambda item: item.y())):
        assert one.geometry().bottom() < other.geometry().top()
    assert shown[-1].geometry().bottom() < bar.person.y()
    bar.resize(bar.width(), 1_000)
    assert {item.height() for item in bar.items.values()} == {36}


def test_for_fingers_the_last_pages_are_left_out_rather_than_made_small(qtbot):
    SIZES.choose(percent=100, is_touch=True)
    window = QWidget()
    qtbot.addWidget(window)
    bar = SideBar()
    bar.setParent(window)
    for key in range(16):
        bar.add(str(key), "Page", "mail")
    bar.add("switch", "Switch user", "lock", foot=True)
    bar.show_person("Cyd", "Till 1")
    window.resize(400, 1_100)
    bar.resize(bar.width(), 749)
    window.show()
    assert bar.items["0"].isVisible()
    assert not bar.items["15"].isVisible()
    bar.choose("15")
    bar.layout().activate()
    shown = [item for item in bar.items.values() if item.isVisible()]
    assert bar.items["15"] in shown
    assert {item.height() for item in shown} == {44}
    for one, other in pairwise(sorted(shown, key=lambda item: item.y())):
        assert one.geometry().bottom() < other.geometry().top()
    assert max(item.geometry().bottom() for item in shown) < bar.person.y()
    SIZES.choose(percent=100, is_touch=False)
