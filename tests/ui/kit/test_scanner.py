import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from storedesk.ui.kit.scanner import QUIET_MS, TAKES_SCAN, Burst, EnterGuard, ScannerGuard

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
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


class Till(QWidget):
    def __init__(self):
        super().__init__()
        self.money = QLineEdit()
        self.entered = []
        self.money.returnPressed.connect(lambda: self.entered.append(self.money.text()))
        QVBoxLayout(self).addWidget(self.money)


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def guard(hand, dressed):
    guard = ScannerGuard(clock=lambda: hand.now)
    guard.install()
    yield guard
    dressed.removeEventFilter(guard)


@pytest.fixture
def till(qtbot):
    till = Till()
    qtbot.addWidget(till)
    till.show()
    return till


def test_a_burst_goes_to_the_sale_and_never_into_the_field_with_the_keyboard(guard, till, hand):
    scans = []
    guard.listen(till, scans.append)
    hand.type(till.money, "*12345*", pace=8)
    guard.flush()
    assert scans == ["*12345*"]
    assert till.money.text() == ""
    assert till.entered == []


def test_a_burst_may_end_in_a_tab(guard, till, hand):
    scans = []
    guard.listen(till, scans.append)
    hand.type(till.money, "5901234123457", pace=30, end=Qt.Key.Key_Tab)
    assert scans == ["5901234123457"]


def test_a_hand_is_not_a_scanner(guard, till, hand):
    scans = []
    guard.listen(till, scans.append)
    hand.type(till.money, "20.50", pace=31)
    assert scans == []
    assert till.money.text() == "20.50"
    assert till.entered == ["20.50"]


def test_three_quick_characters_are_still_a_hand(guard, till, hand):
    scans = []
    guard.listen(till, scans.append)
    hand.type(till.money, "123", pace=10)
    assert scans == []
    assert till.entered == ["123"]


@pytest.mark.usefixtures("guard")
def test_quick_typing_without_an_enter_arrives_by_itself(till, hand, qtbot):
    hand.type(till.money, "abcdef", pace=5, end=None)
    assert till.money.text() == ""
    qtbot.waitUntil(lambda: till.money.text() == "abcdef")


def test_keys_stay_in_order_around_one_that_is_no_character(guard, till, hand):
    hand.type(till.money, "12", pace=5, end=None)
    hand.press(till.money, Qt.Key.Key_Backspace, "\b")
    hand.type(till.money, "3", pace=5, end=None)
    guard.flush()
    assert till.money.text() == "13"


def test_a_dialog_lets_a_burst_fall(guard, till, hand, qtbot):
    scans = []
    guard.listen(till, scans.append)
    dialog = QDialog(till)
    dialog.setModal(True)
    field = QLineEdit(dialog)
    dialog.show()
    with qtbot.waitSignal(guard.dropped) as told:
        hand.type(field, "5901234123457", pace=10)
    assert told.args == ["5901234123457"]
    assert scans == []
    assert dialog.isVisible()
    assert field.text() == ""
    dialog.close()


def test_a_search_field_may_take_what_is_scanned_into_it(guard, till, hand, qtbot):
    scans = []
    guard.listen(till, scans.append)
    other = QLineEdit()
    other.setProperty(TAKES_SCAN, True)  # noqa: FBT003 - Qt's
    qtbot.addWidget(other)
    other.show()
    hand.type(other, "ABC-123", pace=10)
    assert scans == []
    assert other.text() == "ABC-123"


def test_enter_does_nothing_right_after_a_burst(guard, till, hand):
    guard.listen(till, lambda _: None)
    hand.type(till.money, "12345678", pace=10)
    assert not guard.enter.allows()
    hand.now += QUIET_MS
    assert guard.enter.allows()


def test_a_key_held_down_never_pays(hand):
    guard = EnterGuard(clock=lambda: hand.now)
    held = QKeyEvent(PRESS, Qt.Key.Key_Return, NONE, "\r", autorep=True)
    assert guard.allows()
    assert not guard.allows(held)
    guard.arm()
    assert not guard.allows()


@pytest.mark.parametrize(("gap", "scan"), [(30, True), (31, False)])
def test_thirty_milliseconds_are_the_border(gap, scan):
    burst = Burst()
    for at, letter in enumerate("1234"):
        burst.press(letter, at * 10.0)
    assert burst.ended(30.0 + gap) is scan
