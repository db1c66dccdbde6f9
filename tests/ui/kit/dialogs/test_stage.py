"""A dialog is a part of its window, over a scrim: nothing below it is reached meanwhile."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.dialogs.dialog import Dialog, confirm
from storedesk.ui.kit.input.covers import covering, is_covered
from storedesk.ui.kit.input.keyboard import KEYBOARD
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.theme import THEME, Scheme

KEY = Qt.Key
SIZES = [(1024, 680), (1366, 768), (1920, 1080)]


class Window(QWidget):
    """A page with two fields and a key of the whole window."""

    def __init__(self):
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        column.addStretch(1)
        self.done = []
        self.actions_at_hand = Actions()
        self.actions_at_hand.add(
            Action(name="a", text="A", run=lambda: self.done.append(1), group="G", keys=("F6",)),
            self,
        )


class Asking(Dialog):
    """Two fields and two buttons."""

    def __init__(self, parent, lines=1):
        super().__init__(parent, "Adjust", width=400)
        self.one, self.two = QLineEdit(), QLineEdit()
        self.no, self.yes = secondary("Back"), primary("Save")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.lay_out(self.one, *(Label("A line of words.") for _ in range(lines)), self.two)
        self.buttons(self.no, self.yes)
        self.one.setFocus()


@pytest.fixture
def window(qtbot):
    KEYBOARD.install()
    made = Window()
    qtbot.addWidget(made)
    made.resize(1024, 680)
    made.show()
    made.activateWindow()
    made.second.setFocus()
    return made


def is_inside(dialog):
    room, window = dialog.geometry(), dialog.window()
    corner = dialog.parentWidget().mapTo(window, room.topLeft())
    return window.rect().contains(corner) and window.rect().contains(
        corner + QPoint(room.width(), room.height())
    )


def test_it_is_a_part_of_the_window_in_its_middle(window):
    dialog = Asking(window)
    dialog.open()
    assert not dialog.isWindow()
    assert dialog.window() is window
    assert covering() is dialog
    assert is_covered(window.first)
    assert not is_covered(dialog.one)
    for size in SIZES:
        window.resize(*size)
        assert abs(dialog.geometry().center().x() - window.rect().center().x()) <= 1
        assert abs(dialog.geometry().center().y() - window.rect().center().y()) <= 1
        assert dialog.parentWidget().size() == window.size()
    dialog.reject()
    assert covering() is None


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_window_is_darker_by_43_percent(window, scheme):
    THEME.choose(scheme)
    try:
        before = window.grab().toImage().pixelColor(5, 500)
        dialog = Asking(window)
        dialog.open()
        after = window.grab().toImage().pixelColor(5, 500)
        veil = QColor(THEME.tokens.scrim)
        assert abs(after.red() - (before.red() * 0.57 + veil.red() * 0.43)) <= 2
        assert abs(after.blue() - (before.blue() * 0.57 + veil.blue() * 0.43)) <= 2
        dialog.reject()
    finally:
        THEME.choose(Scheme.LIGHT)


def test_tab_stays_inside_and_the_keyboard_comes_back(window):
    dialog = Asking(window)
    dialog.open()
    seen = []
    for _ in range(9):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], KEY.Key_Tab)
    assert set(seen) == {dialog.one, dialog.two, dialog.no, dialog.yes}
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Backtab)
    assert dialog.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(dialog.two, KEY.Key_Escape)
    assert QApplication.focusWidget() is window.second


def test_neither_keys_nor_the_mouse_reach_the_page(window):
    dialog = Asking(window)
    dialog.open()
    QTest.keyClick(dialog.one, KEY.Key_F6)
    QTest.mouseClick(window.childAt(window.first.geometry().center()), Qt.MouseButton.LeftButton)
    assert window.done == []
    assert QApplication.focusWidget() is dialog.one
    dialog.reject()
    QTest.keyClick(window.second, KEY.Key_F6)
    assert window.done == [1]


def test_what_the_page_gives_the_keyboard_meanwhile_has_it_afterwards(window):
    dialog = Asking(window)
    dialog.open()
    window.first.setFocus()
    assert QApplication.focusWidget() is dialog.one
    dialog.reject()
    assert QApplication.focusWidget() is window.first


def test_the_keyboard_stays_inside_when_nothing_can_have_it(window):
    dialog = Asking(window)
    dialog.open()
    for part in (dialog.no, dialog.yes, dialog.two, dialog.one):
        part.setEnabled(False)
    QTest.keyClick(QApplication.focusWidget() or window, KEY.Key_Escape)
    assert covering() is None


def test_a_field_that_cannot_be_used_yet_has_the_keyboard_once_it_can(window, qtbot):
    dialog = Asking(window)
    dialog.open()
    window.second.setEnabled(False)
    dialog.reject()
    window.second.setEnabled(True)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.second)


async def test_a_dialog_over_a_dialog_closes_alone(window):
    below = Asking(window)
    below.open()
    below.two.setFocus()
    asking = asyncio.ensure_future(confirm(below, "Sure?", "It is gone then.", yes="Go on"))
    await asyncio.sleep(0)
    top = covering()
    assert top is not below
    assert is_covered(below.one)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert await asking is False
    assert covering() is below
    assert QApplication.focusWidget() is below.two
    below.reject()
    assert QApplication.focusWidget() is window.second


def test_a_tall_dialog_scrolls_inside_and_its_buttons_stay_in_sight(window):
    dialog = Asking(window, lines=60)
    dialog.open()
    assert is_inside(dialog)
    assert dialog.yes.visibleRegion().boundingRect().size() == dialog.yes.size()
    bar = dialog._body.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(dialog.one, KEY.Key_Tab)
    assert dialog.two.visibleRegion().boundingRect().size() == dialog.two.size()
    window.resize(1024, 2_400)
    assert bar.maximum() == 0
    dialog.reject()


def test_what_asked_goes_and_its_dialog_with_it(window, qtbot):
    page = QWidget(window)
    dialog = Asking(page)
    dialog.open()
    assert covering() is dialog
    page.deleteLater()
    qtbot.waitUntil(lambda: covering() is None)
    assert window.childAt(10, 600) is None


def test_the_look_of_a_tall_dialog_is_not_cut(window):
    dialog = Asking(window, lines=60)
    dialog.open()
    labels = [one for one in dialog.findChildren(Label) if one.text()]
    assert all(one.width() >= one.sizeHint().width() for one in labels)
    dialog.reject()
