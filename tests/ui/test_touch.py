"""Touch mode: whatever can be pressed or typed into is large enough for a finger, on every page."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)

from storedesk.tour.looks.places import is_in
from storedesk.tour.looks.targets import is_small
from storedesk.ui.kit.forms.search import SearchField
from storedesk.ui.kit.looks.chips import KeyCap
from storedesk.ui.kit.looks.sizes import FINGER, SIZES
from storedesk.ui.preferences.preview import Preview
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.shell.test_small_screens import laid_out

KEY = re.compile(r"\b((Ctrl|Alt|Shift)\+|(Esc|F\d{1,2})\b|Enter: )")


def too_small(window):
    """Return what is smaller than a finger needs, of everything that is to be seen."""
    return [
        f"{type(one).__name__} {one.accessibleName()} {one.width()}x{one.height()}"
        for one in window.findChildren(QWidget)
        if one.isVisible() and not is_in(one, Preview) and is_small(one)
    ]


def named_keys(window):
    """Return what is said in the window that names a key: whoever works with a finger has none."""
    said = []
    for one in window.findChildren(QWidget):
        said.append(one.toolTip())
        said += [one.placeholderText()] if isinstance(one, QLineEdit) else []
        is_said = one.isVisible() and isinstance(one, QLabel | QAbstractButton)
        said += [one.text()] if is_said else []
    return [words for words in said if KEY.search(words)]


async def touched(house, person="cyd"):  # noqa: F811
    await house.come()
    await house.enter(person)
    house.window.comforts.decide(touch=True)
    while house.window.frame.pages.make_next():
        pass
    await house.idle()


@pytest.mark.parametrize("person", ["cyd", "ada"])
async def test_on_every_page_all_is_large_enough_for_a_finger(house, add_product, person):  # noqa: F811
    add_product("Enamel mug", on_hand=3)
    await touched(house, person)
    window, frame = house.window, house.window.frame
    for size in ((1024, 768), (1366, 768)):
        window.resize(*size)
        for key, page in frame.pages.items():
            frame.go(key)
            await house.idle()
            if table := getattr(page, "table", None):
                table.selectRow(0)
                await house.idle()
            await laid_out(window, page)
            assert (window.width(), window.height()) == size, key
            QApplication.processEvents()
            assert too_small(window) == [], key
            assert not [one for one in page.findChildren(KeyCap) if one.isVisible()], key
            assert named_keys(window) == [], key
    house.leave()


async def test_the_sign_in_too(house):  # noqa: F811
    await touched(house)
    house.window.switch_user()
    await house.window.sign_in.idle()
    QApplication.processEvents()
    assert too_small(house.window) == []
    house.leave()


async def test_it_is_switched_in_the_preferences_for_the_whole_computer(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    frame = house.window.frame
    frame.go("preferences")
    switch = frame.pages["preferences"].rows["touch"].control
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    await house.idle()
    assert SIZES.is_touch
    assert house.window.frame.key() == "preferences"
    house.window.switch_user()
    await house.enter("ada")
    assert SIZES.is_touch, "whoever signs in"
    page = house.window.frame.pages["preferences"]
    assert page.rows["touch"].control.isChecked()
    house.leave()


def test_a_finger_hits_the_sign_at_the_end_of_a_field(qtbot):
    field = SearchField("Search")
    qtbot.addWidget(field)
    SIZES.choose(percent=100, is_touch=True)
    field.show()
    field.setText("mug")
    near = QPoint(field.width() - FINGER + 2, field.height() // 2)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=near)
    assert field.text() == ""
    field.setText("mug")
    SIZES.choose(percent=100, is_touch=False)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=near)
    assert field.text() == "mug", "a mouse is more exact"
