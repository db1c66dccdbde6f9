"""Keys of a dialog are its own: before the page below, and before what has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable

CTRL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.fixture
def window(qtbot):
    """A window whose page does something on Ctrl+N, registered before it has a parent."""
    window, page, actions = QMainWindow(), QWidget(), Actions()
    window.page_did = []
    window.actions_of_page = actions
    actions.add(
        Action(name="new", text="New", run=lambda: window.page_did.append(1), group="Page",
               keys=("Ctrl+N",)), page,
    )  # fmt: skip
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


def parts():
    table = RecordTable([Column("Name", str, CellStyle.TEXT)], key=str, name="Names")
    table.show_records(["one", "two"])
    return [QLineEdit("text"), QPlainTextEdit("text"), combo(), table]


def combo():
    made = QComboBox()
    made.addItems(["new", "old"])
    return made


@pytest.mark.parametrize("at", range(4))
def test_a_key_of_the_dialog_beats_the_page_and_what_has_the_keyboard(window, at):
    did = []
    dialog = Dialog(window.centralWidget(), "A dialog")
    dialog.on_key("Ctrl+N", lambda: did.append("new"))
    for key in ("Ctrl+Return", "Ctrl+Enter"):
        dialog.on_key(key, lambda: did.append("save"))
    part = parts()[at]
    dialog.lay_out(part)
    dialog.open()
    part.setFocus()
    focused = QApplication.focusWidget()
    assert focused is part
    for _ in range(2):
        QTest.keyClick(focused, Qt.Key.Key_N, CTRL)
    QTest.keyClick(focused, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(focused, Qt.Key.Key_Enter, CTRL | KEYPAD)
    assert did == ["new", "new", "save", "save"]
    assert window.page_did == []
    dialog.reject()


def test_without_a_dialog_the_key_is_the_pages(window):
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert window.page_did == [1]
