import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from storedesk.domain.entry import scanned
from storedesk.ui.kit.base.scanner import QUIET_MS, TAKES_SCAN, Burst, EnterGuard
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import ChoiceField, NoteField, QuantityField, TextField
from storedesk.ui.kit.forms.password import PasswordField
from tests.ui.typist import CTRL, ENTER, SEPARATORS, TAB, Typist

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NONE = Qt.KeyboardModifier.NoModifier


class Till(QWidget):
    def __init__(self):
        super().__init__()
        self.money = QLineEdit()
        self.entered = []
        self.money.returnPressed.connect(lambda: self.entered.append(self.money.text()))
        QVBoxLayout(self).addWidget(self.money)


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
    assert all(burst.press(letter, at * 10.0) for at, letter in enumerate("123"))
    assert burst.press("4", 20.0 + gap) is scan


@pytest.mark.parametrize(("gap", "scan"), [(120, True), (121, False)])
def test_its_enter_may_come_later(gap, scan):
    burst = Burst()
    for at, letter in enumerate("1234"):
        burst.press(letter, at * 10.0)
    assert burst.ended(30.0 + gap) is scan


EAN = "4006381333931"
LOT = f"010{EAN}17261231\x1d10LOT7\x1d21SERIAL9"
"""An article's number, a day, a lot and a serial number, as GS1 writes them into one code."""


def in_sight(qtbot, *parts):
    """Show a window with some fields in it, the first with the keyboard."""
    window = QWidget()
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    parts[0].setFocus()
    return window


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_code_with_separators_is_one_scan_however_they_are_sent(guard, till, separator):
    scans = []
    guard.listen(till, scans.append)
    till.activateWindow()
    till.money.setFocus()
    Typist(till).types(LOT, separator=separator)
    assert scans == [LOT]
    assert scanned(scans[0]) == EAN
    assert till.money.text() == ""


def test_a_fast_scanners_equal_digits_are_no_key_that_is_held(guard, till):
    """X11 and so Qt say so of a key that is let go and pressed within one millisecond."""
    scans = []
    guard.listen(till, scans.append)
    till.activateWindow()
    till.money.setFocus()
    scanner = Typist(till)
    for at, digit in enumerate(EAN):
        scanner.is_repeat = at > 0 and EAN[at - 1] == digit
        scanner.press(Qt.Key(ord(digit)), digit, pace=1)
    scanner.is_repeat = False
    scanner.press(Qt.Key.Key_Return, "\r", pace=1)
    assert scans == [EAN]
    assert till.money.text() == ""


@pytest.mark.parametrize("pace", [5, 33])
def test_a_key_that_is_held_is_never_a_scan(guard, till, pace):
    scans = []
    guard.listen(till, scans.append)
    till.activateWindow()
    till.money.setFocus()
    hand = Typist(till)
    hand.press(Qt.Key.Key_0, "0", pace=500)
    hand.is_repeat = True
    hand.down(Qt.Key.Key_0, "0", pace=250)
    for _ in range(20):
        hand.down(Qt.Key.Key_0, "0", pace=pace)
    hand.is_repeat = False
    hand.press(Qt.Key.Key_Return, "\r", pace=pace)
    assert scans == []


@pytest.mark.parametrize("separator", ["ctrl", "raw", "alt"])
def test_a_separator_may_come_before_everything_else(guard, till, separator):
    scans = []
    guard.listen(till, scans.append)
    till.activateWindow()
    till.money.setFocus()
    Typist(till).types(f"\x1d{LOT}", separator=separator)
    assert [scanned(one) for one in scans] == [EAN]


def test_keys_that_mean_a_separator_in_a_burst_stay_a_persons_otherwise(guard, till):
    guard.listen(till, lambda _: None)
    till.activateWindow()
    till.money.setFocus()
    hand, told = Typist(till), []
    till.keyPressEvent = lambda event: told.append(event.key())
    hand.press(Qt.Key.Key_F8, pace=500)
    hand.press(Qt.Key.Key_S, "\x13", CTRL, pace=500)
    assert told == [Qt.Key.Key_F8, Qt.Key.Key_S]


@pytest.mark.parametrize("text", ["12", "40000002"])
@pytest.mark.parametrize(
    ("key", "letter"),
    [(Qt.Key.Key_S, "\x13"), (Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Enter, "\r")],
)
def test_what_was_typed_right_before_a_shortcut_is_there_when_it_acts(
    guard, till, key, letter, text
):
    guard.listen(till, lambda _: None)
    till.activateWindow()
    till.money.setFocus()
    hand = Typist(till)
    hand.types(text, pace=8, end=None)
    hand._send(QEvent.Type.ShortcutOverride, key, letter, CTRL)
    assert till.money.text() == text


@pytest.mark.parametrize("end", [TAB, ENTER], ids=["tab", "enter"])
@pytest.mark.parametrize("text", ["Anna", "Table7", "12.50", "+49 30 1234567", "a1b2@example.org"])
@pytest.mark.usefixtures("guard")
def test_where_nobody_listens_what_is_typed_at_once_stays(qtbot, text, end):
    first, second = QLineEdit(), QLineEdit()
    window = in_sight(qtbot, first, second)
    entered = []
    first.returnPressed.connect(lambda: entered.append(first.text()))
    Typist(window).types(text, end=end)
    assert first.text() == text
    assert (window.focusWidget() is second) is (end is TAB)
    assert entered == ([text] if end is ENTER else [])


@pytest.mark.parametrize("text", ["Anna", "Table7", "12.50", "Str0ngPass", "2026-11-22"])
@pytest.mark.parametrize("hears", [True, False], ids=["page", "panel"])
@pytest.mark.parametrize(
    "make",
    [
        lambda: TextField("Name", longest=50),
        lambda: NoteField("Note", longest=50),
        lambda: PasswordField("Password"),
    ],
    ids=["line", "note", "password"],
)
def test_in_a_form_what_is_typed_at_once_stays_and_tab_goes_on(guard, qtbot, make, hears, text):
    field, after, scans = make(), QLineEdit(), []
    window = in_sight(qtbot, field, after)
    guard.listen(window, scans.append, lambda: hears)
    Typist(window).types(text, end=TAB)
    stands = field.input.toPlainText() if isinstance(field, NoteField) else field.input.text()
    assert stands == text
    assert scans == []
    assert window.focusWidget() is not field.editor


def test_a_choice_is_made_by_letters_that_come_at_once(guard, qtbot):
    field, scans = ChoiceField("Country", [("de", "Germany"), ("pt", "Portugal")]), []
    window = in_sight(qtbot, field)
    guard.listen(window, scans.append)
    Typist(window).types("portu", end=TAB)
    assert field.value() == "pt"
    assert scans == []


@pytest.mark.parametrize(
    "make", [lambda: TextField("Name", longest=50), lambda: PasswordField("Password")]
)
def test_a_barcode_in_a_form_is_a_scan_where_somebody_listens(guard, qtbot, make):
    field, scans = make(), []
    window = in_sight(qtbot, field)
    guard.listen(window, scans.append)
    Typist(window).types(EAN)
    assert scans == [EAN]
    assert field.text() == ""


class Asking(Dialog):
    """A question with one field, that Enter answers."""

    def __init__(self, parent):
        super().__init__(parent, "Empty the sale?")
        self.field = TextField("Why", longest=50)
        self.number = QuantityField("How many")
        self.go = QPushButton("Do it")
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        self.lay_out(self.field, self.number, self.go)


@pytest.fixture
def asking(guard, till):
    guard.listen(till, lambda _: pytest.fail("the dialog is in the way"))
    dialog = Asking(till)
    dialog.open()
    yield dialog
    if isValid(dialog):
        dialog.close()


def answered(dialog):
    return not isValid(dialog) or not dialog.isVisible()


@pytest.mark.parametrize("end", [TAB, ENTER], ids=["tab", "enter"])
@pytest.mark.parametrize("where", ["field", "number", "go"])
def test_a_dialog_names_every_scan_that_it_does_not_take(guard, till, asking, where, end, qtbot):
    getattr(asking, where).setFocus()
    hand = Typist(till)
    with qtbot.waitSignals([guard.dropped, guard.dropped]):
        hand.types(EAN, end=end)
        hand.types("5901234123457", end=end)
    assert asking.isVisible()
    assert EAN in asking.problem.text()
    assert "5901234123457" in asking.problem.text()
    assert "Empty the sale?" in asking.problem.text()
    assert asking._sounds.isVisible()
    assert asking.field.text() == asking.number.text() == ""


def test_what_may_be_a_scan_stays_in_a_dialogs_field_and_answers_nothing(till, asking):
    asking.field.setFocus()
    hand = Typist(till)
    hand.types("MUG-12")
    assert asking.isVisible()
    assert asking.field.text() == "MUG-12"
    assert "MUG-12" in asking.problem.text()
    hand.press(*ENTER, pace=1_000)
    assert answered(asking)


def test_words_and_an_enter_that_come_at_once_answer_a_dialog(till, asking):
    asking.field.setFocus()
    typed = []
    asking.accepted.connect(lambda: typed.append(asking.field.text()))
    Typist(till).types("broken glass")
    assert answered(asking)
    assert typed == ["broken glass"]


def test_letters_scanned_onto_a_button_are_named_too(till, asking):
    asking.go.setFocus()
    Typist(till).types("PEGS")
    assert asking.isVisible()
    assert "PEGS" in asking.problem.text()


def test_with_the_keyboard_beside_the_page_a_scan_is_the_pages_not_a_parts(guard, qtbot):
    beside, page, part = QPushButton("Orders"), QWidget(), QLineEdit()
    QVBoxLayout(page).addWidget(part)
    window, scans = in_sight(qtbot, beside, page), []
    guard.listen(page, lambda code: scans.append(("page", code)))
    guard.listen(part, lambda code: scans.append(("part", code)))
    Typist(window).types(EAN)
    part.setFocus()
    Typist(window).types(EAN)
    assert scans == [("page", EAN), ("part", EAN)]


def test_an_open_list_of_choices_chooses_nothing_by_a_scan(guard, qtbot):
    choice, scans = QComboBox(), []
    choice.addItems(["1", "4", "5"])
    window = in_sight(qtbot, choice)
    guard.listen(window, scans.append)
    choice.showPopup()
    Typist(window).types(EAN)
    assert scans == [EAN]
    assert choice.currentText() == "1"
    choice.hidePopup()


@pytest.mark.usefixtures("guard")
def test_a_text_of_several_lines_takes_what_comes_at_once(qtbot):
    text = QPlainTextEdit()
    window = in_sight(qtbot, text)
    Typist(window).types("1234")
    assert text.toPlainText() == "1234\n"
