"""A row of buttons that has no room for all: whole pages of them, each reached by a finger."""

import pytest

from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.sizes import FINGER, SIZES
from storedesk.ui.till.quick_keys.paged_row import PagedRow

NAMES = ("Most sold", "Bakery", "Clothing", "Garden", "Home", "Pantry", "Stationery", "Toys")


@pytest.fixture
def made(qtbot):
    SIZES.choose(percent=100, is_touch=True)
    row = PagedRow()
    qtbot.addWidget(row)
    row.buttons = [Button(one) for one in NAMES]
    for button in row.buttons:
        row.add(button)
    row.resize(360, FINGER)
    row.show()
    yield row
    SIZES.choose(percent=100, is_touch=False)


def shown(row):
    return [one.label for one in row.buttons if one.isVisible()]


def test_each_button_is_on_just_one_page_and_whole(made):
    seen = shown(made)
    assert made.on.isVisible()
    assert not made.back.isEnabled()
    while made.on.isEnabled():
        made.on.click()
        page = shown(made)
        assert page
        seen += page
        right = max(one.geometry().right() for one in made.buttons if one.isVisible())
        assert right < made.on.geometry().left()
        assert made.on.height() >= FINGER
    assert seen == list(NAMES)
    made.back.click()
    assert made.on.isEnabled()


def test_where_all_have_room_there_are_no_arrows(made):
    made.resize(1200, FINGER)
    assert shown(made) == list(NAMES)
    assert not made.on.isVisible()


def test_a_button_that_is_sought_is_shown(made):
    made.show_button(made.buttons[-1])
    assert "Toys" in shown(made)
    made.resize(1200, FINGER)
    made.resize(360, FINGER)
    assert "Toys" in shown(made)
