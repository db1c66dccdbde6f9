"""Whoever hears the screen is told what everything is, and Tab goes as the eye goes."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.screen.rules import faults, order_faults
from tests.ui.heard import heard
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.test_keyboard import KINDS, stage  # noqa: F401 - a fixture

MOST = 80
"""Stops of Tab that no page has."""


@pytest.fixture(autouse=True)
def listened():
    """As with a screen reader at work."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def stops(window):
    """Press Tab until the keyboard is back, and return where it was, as nodes of the window."""
    visited = []
    for _ in range(MOST):
        here = window.focusWidget()
        if here is None or here in visited:
            break
        visited.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return visited


def against_the_eye(top, visited):
    """List where those stops go against the eye, in the round that has the fewest such places.

    `top` is what was there before Tab was pressed: a page scrolls to where the keyboard is.
    """
    nodes = {id(node.reference): node for node in top.walk()}
    halts = [nodes[id(one)] for one in visited if id(one) in nodes]
    rounds = [order_faults(halts[at:] + halts[:at], top) for at in range(len(halts))]
    return min(rounds, key=len, default=[])


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_in_a_form_has_a_name_and_a_role(stage, kind):  # noqa: F811
    form = await stage.show(kind)
    assert faults(heard(form)) == []
    await stage.end()


@pytest.mark.parametrize("kind", KINDS)
async def test_tab_goes_through_a_form_as_the_eye_goes(stage, kind):  # noqa: F811
    form = await stage.show(kind)
    top = heard(form)
    assert against_the_eye(top, stops(stage.window)) == []
    await stage.end()


@pytest.mark.parametrize("person", ["bob", "cyd"])
async def test_everything_on_a_page_has_a_name_and_a_role(house, add_product, person):  # noqa: F811
    add_product("Mug")
    await house.come()
    assert faults(heard(house.window)) == []
    await house.enter(person)
    for key in house.window.frame.pages:
        house.window.frame.go(key)
        await house.idle()
        assert faults(heard(house.window)) == [], key
    house.leave()


@pytest.mark.parametrize("person", ["bob", "cyd"])
async def test_tab_goes_through_a_page_as_the_eye_goes(house, add_product, person):  # noqa: F811
    add_product("Mug")
    await house.come()
    await house.enter(person)
    window = house.window
    for key in window.frame.pages:
        window.frame.go(key)
        await house.idle()
        await asyncio.sleep(0)
        if key == "till":  # where the keyboard stays in the field, whatever a scanner sends
            continue
        top = heard(window)
        halts = stops(window)
        assert window.frame.side_bar.search in halts, key
        assert against_the_eye(top, halts) == [], key
    house.leave()
