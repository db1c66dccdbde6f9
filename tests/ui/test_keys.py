"""By keys alone, and by ear: every action has a key, every control a name, and Tab goes round."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from storedesk.ui.kit.dialogs.crash import CrashDialog
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet
from storedesk.ui.till.sale.empty_sale import EmptyPanel
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.till.conftest import Counter as Till
from tests.ui.till.shop import stocked, till_context

KEY = Qt.Key
TOLD = {QAccessible.Role.Button, QAccessible.Role.EditableText, QAccessible.Role.ComboBox,
        QAccessible.Role.CheckBox, QAccessible.Role.List, QAccessible.Role.Table,
        QAccessible.Role.PageTab, QAccessible.Role.Dialog}  # fmt: skip


def nameless(widget):
    """Return every control below `widget` that can be used and says nothing of itself."""
    found = []
    for one in [widget, *widget.findChildren(QWidget)]:
        if isinstance(one, QLabel) or not one.isVisibleTo(widget):
            continue
        told = QAccessible.queryAccessibleInterface(one)
        takes = one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, QAbstractButton)
        is_part = one.objectName().startswith("qt_")  # of Qt's own, such as a scroll area's
        is_told = told and takes and not is_part and told.role() in TOLD
        if is_told and not told.text(QAccessible.Text.Name):
            found.append(f"{type(one).__name__} in {type(one.parent()).__name__}")
    return found


def has_a_page(action):
    """Tell whether an action is a setting: they are on a page with a key, and in the palette."""
    return action.name.startswith(("preferences.", "window.language."))


def is_a_page(action):
    """Tell whether an action goes to a page: the first nine have a digit, Ctrl+K has them all."""
    return action.name.startswith("go.")


async def test_every_control_says_its_name(house):  # noqa: F811 - the fixture
    window = house.window
    for show in (window.first_run.show_new_store, window.first_run.show_join):
        show()
        assert nameless(window.first_run.stack.currentWidget()) == []
    await house.come()
    assert nameless(window.sign_in) == []
    await house.enter("cyd")
    for key in window.frame.pages:
        window.frame.go(key)
        await house.idle()
        assert nameless(window) == []
    actions = window.actions_at_hand
    for dialog in (
        Palette(window, actions),
        ShortcutSheet(window, actions),
        CrashDialog(window, "x"),
    ):
        dialog.open()
        assert nameless(dialog) == []
        dialog.reject()
    house.leave()


async def test_every_action_has_a_key_that_no_other_has_on_its_page(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    actions = house.window.actions_at_hand.all()
    keyless = [one for one in actions if not one.keys and not has_a_page(one)]
    assert all(map(is_a_page, keyless))
    assert sum(is_a_page(one) and bool(one.keys) for one in actions) >= 9
    pressed = [key for one in actions if not one.is_typed for key in one.keys]
    assert [key for key in pressed if QKeySequence(key)[0].key() is Qt.Key.Key_unknown] == []
    pages = {one.group for one in actions} - {"Everywhere"}
    for page in pages:
        keys = Counter(
            key for one in actions if one.group in {page, "Everywhere"} for key in one.keys
        )
        assert [key for key, times in keys.items() if times > 1] == []
    house.leave()


async def test_what_a_button_does_by_key_is_said_in_its_tooltip(house):  # noqa: F811
    house.is_whole = True
    await house.come()
    await house.enter("cyd")
    window = house.window
    tips = {button.toolTip() for button in window.findChildren(QAbstractButton)}
    for name in ("till.park", "till.pay", "till.more", "till.remove", "till.customer",
                 "catalog.import"):  # fmt: skip
        action = window.actions_at_hand.named(name)
        assert f"{action.text} ({action.key})" in tips
    house.leave()


async def test_the_sheets_of_keys_name_every_action(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    told, actions = set(), house.window.actions_at_hand
    for page in house.window.frame.pages.values():
        sheet = ShortcutSheet(house.window, actions, page=page)
        told |= {label.text() for label in sheet.findChildren(QLabel)}
        sheet.open()
        sheet.reject()
    assert {action.text for action in actions.all() if action.keys} <= told
    house.leave()


@pytest.mark.parametrize("key", ["orders", "products", "inventory"])
async def test_tab_goes_round_the_page_and_comes_back(house, key):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    window = house.window
    window.frame.go(key)
    await house.idle()
    page, seen = window.frame.pages[key], []
    page.search.setFocus()
    for _ in range(40):
        QTest.keyClick(window.focusWidget(), KEY.Key_Tab)
        if window.focusWidget() is page.search:
            break
        seen.append(window.focusWidget())
    assert window.focusWidget() is page.search, [
        f"{type(w).__name__} {w.accessibleName()}" for w in seen
    ]
    assert page.table in seen
    assert len(seen) == len(set(map(id, seen)))
    house.leave()


async def test_escape_closes_the_innermost_thing_only(qtbot):
    context = till_context()
    counter = Till(qtbot, stocked(context.register), context)
    await counter.come()
    await counter.scan("PEGS", "9999")
    assert counter.view.popup.isVisible()
    await counter.press(KEY.Key_F3)
    assert not counter.view.popup.isVisible(), "a panel takes the place of the matches"
    for is_so in (
        lambda: counter.panel is None and counter.view.entry.text(),
        lambda: counter.view.entry.text() == "" and counter.view.problem.text(),
        lambda: not counter.view.problem.text() and counter.lines,
    ):
        await counter.press(KEY.Key_Escape)
        assert is_so()
    counter.view.stop()


async def test_neither_enter_nor_a_scan_empties_a_sale(qtbot):
    context = till_context()
    counter = Till(qtbot, stocked(context.register), context)
    await counter.come()
    await counter.scan("PEGS")
    QTest.keyClick(counter.view.entry, KEY.Key_Escape)
    question = counter.panel
    assert isinstance(question, EmptyPanel)
    counter.clock.pass_()
    QTest.keyClick(question.focusWidget() or question, KEY.Key_Return)
    await counter.view.idle()
    assert counter.panel is None
    assert counter.lines == [("Clothes pegs", 1)]
    counter.view.stop()
