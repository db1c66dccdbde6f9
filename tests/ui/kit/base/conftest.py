"""Keys that come at a pace, by a clock of their own, and who tells a scanner from a person."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from storedesk.ui.kit.base.scanner import ScannerGuard

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NONE = Qt.KeyboardModifier.NoModifier


class EntryController:
    """Types into a widget at a pace, by a clock of its own."""

    def __init__(self):
        self.now = 1_000.0

    def type(self, widget, text, pace, end=Qt.Key.Key_Return):
        for letter in text:
            self.now += pace
            self.press(widget, ord(letter.upper()), letter)
        self.now += pace
        if end:
            self.press(widget, end, "\r" if end == Qt.Key.Key_Return else "\t")

    def press(self, widget, key, text):
        for kind in (PRESS, RELEASE):
            event = QKeyEvent(kind, key, NONE, text)
            event.setTimestamp(0)
            QApplication.sendEvent(widget, event)


@pytest.fixture
def hand():
    return EntryController()


@pytest.fixture
def guard(hand, dressed):
    guard = ScannerGuard(clock=lambda: hand.now)
    guard.install()
    yield guard
    dressed.removeEventFilter(guard)


@pytest.fixture
def page(qtbot):
    """A page with one field."""
    page = QWidget()
    QVBoxLayout(page).addWidget(QLineEdit(page))
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def field(page):
    return page.findChild(QLineEdit)
