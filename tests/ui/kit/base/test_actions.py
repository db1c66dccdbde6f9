import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from storedesk.ui.kit.base.actions import Action, Actions, Jump, matches
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import Label


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.button = QPushButton("Ship")
    QVBoxLayout(window).addWidget(window.button)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def done():
    return []


@pytest.fixture
def actions(window, done):
    actions = Actions()
    for name, text, key, able in (
        ("orders.ship", "Ship the order", "F8", True),
        ("orders.cancel", "Cancel the order", "Ctrl+Del", False),
        ("products.new", "New product", "Ctrl+N", True),
    ):
        actions.add(
            Action(
                name=name, text=text, keys=(key,), group=name.split(".")[0].title(),
                run=lambda name=name: done.append(name), enabled=lambda able=able: able,
            ),
            window,
        )  # fmt: skip
    return actions


@pytest.mark.usefixtures("actions")
def test_a_key_does_what_it_says(window, done):
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert done == ["orders.ship"]


@pytest.mark.usefixtures("actions")
def test_a_key_does_nothing_while_its_action_cannot_be_done(window, done):
    QTest.keyClick(window, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert done == []


def test_a_button_tells_its_key(actions, window, done):
    action = Action(name="x", text="Print", keys=("Ctrl+P",), run=lambda: done.append("x"))
    actions.bind(action, window.button, window)
    assert window.button.toolTip() == "Print (Ctrl+P)"
    window.button.click()
    assert done == ["x"]


def test_a_primary_button_wears_its_key_as_it_stands_on_the_keyboard(actions, window):
    post, export = primary("Post"), secondary("Export")
    for button, key in ((post, "Ctrl+Return"), (export, "Ctrl+Shift+E")):
        action = Action(name=button.label, text=button.label, keys=(key,), run=lambda: None)
        actions.bind(action, button, window)
    assert (post.cap, export.cap) == ("Ctrl+Enter", "")


def test_actions_go_with_the_page_that_has_them(actions, window):
    page = QWidget(window)
    actions.add(Action(name="page.do", text="Do", run=int), page)
    page.setParent(None)
    page.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    assert "page.do" not in [action.name for action in actions.all()]


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [("", True), ("order ship", True), ("SHIP", True), ("shpordr", True), ("ship x", False),
     ("tpihs", False)],
)  # fmt: skip
def test_words_are_found_in_any_order_and_letters_in_a_row(wanted, fits):
    assert matches("Ship the order", wanted) is fits


def offers(palette):
    return [one.text for one in palette.offers()]


async def test_the_palette_offers_what_can_be_done_and_does_it(actions, window, done):
    palette = Palette(window, actions)
    palette.open()
    assert offers(palette) == ["Ship the order", "New product", "Cancel the order"]
    QTest.keyClicks(palette.input, "prod")
    assert offers(palette) == ["New product"]
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    assert done == ["products.new"]


async def test_the_palette_jumps_to_what_the_finders_find(actions, window, done):
    async def find(wanted):
        return [Jump(f"Mug for {wanted}", "Product", lambda: done.append("jumped"))]

    actions.finders.append(find)
    palette = Palette(window, actions)
    palette.open()
    QTest.keyClicks(palette.input, "zzz")
    await palette.idle()
    assert offers(palette) == ["Mug for zzz"]
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    assert done == ["jumped"]


@pytest.mark.parametrize("then", ["", "y"])
async def test_enter_before_it_is_found_is_done_then_unless_somebody_types_on(
    actions, window, done, then
):
    found = asyncio.Event()

    async def find(wanted):
        await found.wait()
        return [Jump(f"Mug for {wanted}", "Product", lambda: done.append("jumped"))]

    actions.finders.append(find)
    palette = Palette(window, actions)
    palette.open()
    QTest.keyClicks(palette.input, "zzz")
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    QTest.keyClicks(palette.input, then)
    found.set()
    await palette.idle()
    assert done == ([] if then else ["jumped"])
    if then:
        palette.reject()


async def test_the_palette_says_that_nothing_matches_once_all_was_looked_through(actions, window):
    gone_on = asyncio.Event()

    async def find(_):
        await gone_on.wait()
        return []

    actions.finders.append(find)
    palette = Palette(window, actions)
    palette.open()
    palette.grab()
    QTest.keyClicks(palette.input, "zzz")
    async with asyncio.timeout(20):
        while palette._rest.isActive():
            await asyncio.sleep(0.02)
    assert (offers(palette), palette.nothing.text()) == ([], ""), "records are still looked for"
    gone_on.set()
    await palette.idle()
    assert palette.nothing.text() == "Nothing matches “zzz”"
    palette.input.clear()
    assert palette.nothing.text() == ""
    assert offers(palette)
    palette.reject()


async def test_what_was_done_last_stands_first_then_the_page_in_sight(actions, window, done):
    palette = Palette(window, actions, first="Products")
    assert offers(palette)[:2] == ["New product", "Ship the order"]
    palette.reject()
    actions.trigger(actions.named("orders.ship"))
    palette = Palette(window, actions, first="Products")
    assert offers(palette)[:2] == ["Ship the order", "New product"]
    palette.reject()
    assert done == ["orders.ship"]


async def test_what_cannot_be_done_now_leads_to_where_it_can(actions, window, done):
    shown = []
    actions.bring_up = shown.append
    palette = Palette(window, actions)
    palette.open()
    QTest.keyClicks(palette.input, "canc")
    assert offers(palette) == ["Cancel the order"]
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    assert (shown, done) == ([window], [])


async def test_what_is_made_while_it_is_open_is_added_at_the_end(actions, window):
    left = ["second", "first"]

    def make():
        if not left:
            return False
        name = left.pop()
        actions.add(Action(name=name, text=f"Do the {name}", run=int, group="More"), window)
        return True

    actions.completers.append(make)
    palette = Palette(window, actions, first="Orders")
    palette.open()
    before = offers(palette)
    palette.list.go(1)
    assert not palette._rest.isActive(), "not before it is seen"
    palette.grab()
    for _ in range(100):
        await asyncio.sleep(0.02)
        palette.grab()
        if not left and not palette._rest.isActive():
            break
    assert offers(palette) == [*before[:2], "Do the first", "Do the second", *before[2:]]
    assert palette.list.current().text == before[1]
    palette.reject()


async def test_arrows_walk_the_list_while_the_keyboard_stays_in_the_field(actions, window, done):
    palette = Palette(window, actions)
    palette.open()
    QTest.keyClick(palette.input, Qt.Key.Key_Down)
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    assert done == ["products.new"]
    await asyncio.sleep(0)


def test_the_sheet_lists_the_keys_of_the_page_in_sight_and_of_the_window(actions, window):
    page, other = QWidget(window), QWidget(window)
    for owner, name in ((QWidget(page), "page.go"), (other, "other.go"), (window, "all.go")):
        actions.add(Action(name=name, text=name, run=list, group=name, keys=("Ctrl+J",)), owner)
    sheet = ShortcutSheet(window, actions, page=page)
    words = [label.text() for label in sheet.findChildren(Label)]
    assert words.index("page.go") < words.index("all.go")
    assert "other.go" not in words
    sheet.reject()


def test_an_owner_that_goes_late_takes_no_action_from_the_one_after_it(actions, qtbot):
    """Pages that are made anew register the same names before the old ones are deleted."""
    before, after = QWidget(), QWidget()
    qtbot.addWidget(after)
    for owner in (before, after):
        actions.add(Action(name="page.go", text="Go", run=list), owner)
    before.deleteLater()
    qtbot.waitUntil(lambda: not isValid(before))
    assert actions.named("page.go")
    assert actions._owners["page.go"] is after
