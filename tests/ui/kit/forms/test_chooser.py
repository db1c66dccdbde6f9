"""A chooser is found through by words, gone through by keys, and changes by nothing else."""

import time
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from storedesk.ui.kit.base.actions import takes
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entries, Entry
from storedesk.ui.kit.looks.sizes import FINGER, SIZES

KEY = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
STATES = [Entry("draft", "Draft"), Entry("active", "Active"), Entry("inactive", "Inactive")]
CITIES = [
    Entry(words.lower(), words)
    for words in ("Algeria", "Côte d\u2019Ivoire", "France", "Germany", "Ghana", "Greece", "Mali",
                  "Niger", "Nigeria", "Panama")
]  # fmt: skip
TREE = [
    Entry("home", "Home"),
    Entry("clothing", "Clothing", 1),
    Entry("beanies", "Beanies", 2),
    Entry("caps", "Caps", 2),
    Entry("pantry", "Pantry"),
    Entry("coffee", "Coffee", 1, "house beans"),
    *(Entry(f"more{n}", f"Shelf {n}") for n in range(6)),
]
LEFT = Qt.MouseButton.LeftButton


class Form:
    """A chooser between two fields."""

    def __init__(self, qtbot, entries, making=None, height=600):
        self.window = QWidget()
        self.before, self.after, self.button = QLineEdit(), QLineEdit(), QPushButton("Save")
        self.chooser = Chooser(making)
        self.chooser.setAccessibleName("Category")
        self.chooser.offer(entries)
        self.chooser.setCurrentIndex(0)
        self.taken, self.made, self.missed = [], [], []
        self.chooser.activated.connect(lambda row: self.taken.append(entries[row].key))
        self.chooser.made.connect(lambda words, row: self.made.append((words, row)))
        self.chooser.missed.connect(self.missed.append)
        column = QVBoxLayout(self.window)
        for part in (self.before, self.chooser, self.after, self.button):
            column.addWidget(part)
        column.addStretch(1)
        self.window.resize(500, height)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)
        self.chooser.setFocus()
        qtbot.waitUntil(self.chooser.hasFocus)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.focusWidget(), key, modifiers)

    def write(self, words):
        QTest.keyClicks(self.window.focusWidget(), words)

    @property
    def key(self):
        return self.chooser.currentData()


@pytest.fixture
def form(qtbot):
    return lambda *args, **kwargs: Form(qtbot, *args, **kwargs)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("cote iv", ["Côte d\u2019Ivoire"]),
        ("ger", ["Germany", "Algeria", "Niger", "Nigeria"]),
        ("G", ["Germany", "Ghana", "Greece"]),
        ("xyz", []),
    ],
)
def test_it_is_found_by_any_word_what_begins_so_first(form, typed, offered):
    one = form(CITIES)
    one.write(typed)
    assert one.chooser.offers() == offered
    assert one.window.focusWidget() is one.chooser.line


@pytest.mark.parametrize(
    ("typed", "offered", "taken"),
    [
        ("beanies", ["Home", "Clothing", "Beanies"], "beanies"),
        ("home bean", ["Home", "Clothing", "Beanies"], "beanies"),
        ("beans", ["Pantry", "Coffee"], "coffee"),
        ("cloth", ["Home", "Clothing", "Beanies", "Caps"], "clothing"),
    ],
)
def test_in_a_tree_what_it_lies_in_is_kept(form, typed, offered, taken):
    one = form(TREE)
    one.write(typed)
    assert one.chooser.offers() == offered
    one.press(KEY.Key_Return)
    assert one.key == taken
    assert one.taken == [taken]
    assert one.chooser.hasFocus()


def test_arrows_go_only_through_what_fits(form):
    one = form(TREE)
    one.write("bean")
    one.press(KEY.Key_Down)
    one.press(KEY.Key_Return)
    assert one.key == "coffee"


def test_the_whole_path_is_shown_of_what_is_chosen(form):
    one = form(TREE)
    one.write("beanies")
    one.press(KEY.Key_Return)
    assert one.chooser.currentText() == "Home / Clothing / Beanies"


@pytest.mark.parametrize("entries", [STATES, CITIES], ids=["few", "many"])
def test_escape_leaves_it_as_it_was(form, entries):
    one = form(entries)
    one.press(KEY.Key_Down, ALT)
    assert one.chooser.is_open()
    one.press(KEY.Key_Down)
    one.press(KEY.Key_Escape)
    assert not one.chooser.is_open()
    assert (one.key, one.taken) == (entries[0].key, [])
    assert one.chooser.hasFocus()


@pytest.mark.parametrize("entries", [STATES, CITIES], ids=["few", "many"])
def test_home_end_and_pages_go_through_the_open_list(form, entries):
    one = form(entries)
    one.press(KEY.Key_F4)
    for key, at in ((KEY.Key_End, -1), (KEY.Key_Home, 0), (KEY.Key_Down, 1), (KEY.Key_Up, 0)):
        one.press(key)
        one.press(KEY.Key_Return)
        assert one.key == entries[at].key
        one.press(KEY.Key_F4)
    one.press(KEY.Key_PageDown)
    one.press(KEY.Key_Return)
    assert one.key == entries[min(8, len(entries) - 1)].key


def test_up_and_down_choose_while_it_is_closed(form):
    one = form(STATES)
    one.press(KEY.Key_Down)
    one.press(KEY.Key_Down)
    one.press(KEY.Key_Up)
    assert (one.key, one.taken) == ("active", ["active", "inactive", "active"])
    assert not one.chooser.is_open()


def test_few_are_chosen_by_their_first_letters_without_a_list(form):
    one = form(STATES)
    one.write("ina")
    assert one.key == "inactive"
    assert not one.chooser.is_open()


def test_tab_takes_what_is_current_and_goes_on(form):
    one = form(CITIES)
    one.write("ger")
    one.press(KEY.Key_Tab)
    assert one.key == "germany"
    assert one.after.hasFocus()
    one.chooser.setFocus()
    one.write("mali")
    one.press(KEY.Key_Backtab)
    assert one.key == "mali"
    assert one.before.hasFocus()


def test_tab_changes_nothing_where_nothing_was_typed(form):
    one = form(CITIES)
    one.chooser.setCurrentIndex(4)
    one.press(KEY.Key_Down, ALT)
    one.press(KEY.Key_Tab)
    assert one.key == "ghana"


@pytest.mark.parametrize(
    ("typed", "taken", "missed"),
    [
        ("niger", "niger", []),
        ("germ", "germany", []),
        ("xyz", "algeria", ["xyz"]),
        ("", "algeria", []),
    ],
)
def test_who_goes_elsewhere_takes_what_was_typed(form, typed, taken, missed):
    one = form(CITIES)
    one.press(KEY.Key_Down, ALT)
    one.press(KEY.Key_Down)
    one.write(typed)
    one.before.setFocus()
    assert (one.key, one.missed) == (taken, missed)
    assert not one.chooser.is_open()


def test_a_click_beside_it_closes_the_list_and_does_what_it_does(form):
    one, pressed = form(CITIES, height=700), []
    one.button.clicked.connect(lambda: pressed.append(1))
    one.chooser.showPopup()
    below = one.window.mapFromGlobal(one.button.mapToGlobal(QPoint(5, 5)))
    QTest.mouseClick(one.window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier,
                     QPoint(below.x(), 690))  # fmt: skip
    assert not one.chooser.is_open()


def test_a_click_opens_takes_and_closes(form):
    one = form(STATES)
    QTest.mouseClick(one.chooser, LEFT)
    rows = one.chooser._list.list
    at = rows.visualRect(rows.rows.index(2)).center()
    QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert one.key == "inactive"
    assert not one.chooser.is_open()
    QTest.mouseClick(one.chooser, LEFT)
    assert one.chooser.is_open()
    QTest.mouseClick(one.chooser, LEFT)
    assert not one.chooser.is_open()


def named(words, row):
    return f"New “{words}” at {row}"


def test_what_is_not_there_can_be_made(form):
    one = form(TREE, named)
    one.write("sock")
    assert one.chooser.offers() == ["New “sock” at -1"]
    one.press(KEY.Key_Return)
    assert one.made == [("sock", -1)]
    one.write("bean")
    assert one.chooser.offers()[-1] == "New “bean” at 2"
    one.press(KEY.Key_Return, CTRL)
    assert one.made[1:] == [("bean", 2)]
    one.write("bean")
    one.press(KEY.Key_End)
    one.press(KEY.Key_Down)
    one.press(KEY.Key_Return)
    assert one.made[2:] == [("bean", -1)]


def test_what_is_there_is_not_made_again(form):
    one = form(TREE, named)
    one.write("CAPS")
    assert one.chooser.offers() == ["Home", "Clothing", "Caps"]
    one.press(KEY.Key_Return, CTRL)
    assert one.made == []


def test_what_was_made_is_shown_until_something_else_is_chosen(form):
    one = form(TREE, named)
    one.chooser.show_made("Socks")
    assert one.chooser.currentText() == "Socks"
    one.chooser.offer(TREE)
    assert one.chooser.currentText() == "Socks"
    one.chooser.show_made("")
    assert (one.chooser.currentText(), one.key) == ("", None)


def test_left_and_right_fold_and_unfold_a_large_tree(form):
    large = [Entry(n, f"Shelf {n}", 1 if n % 10 else 0) for n in range(200)]
    one = form(large)
    one.press(KEY.Key_Down, ALT)
    assert len(one.chooser.offers()) == 20
    one.press(KEY.Key_Right)
    assert len(one.chooser.offers()) == 29
    one.press(KEY.Key_Down)
    one.press(KEY.Key_Left)
    one.press(KEY.Key_Left)
    assert len(one.chooser.offers()) == 20
    assert one.chooser.is_open()


def test_what_is_there_only_for_what_lies_in_it_is_never_taken(form):
    one = form([Entry("home", "Home", can_be_taken=False), Entry("cups", "Cups", 1), *CITIES])
    one.write("home")
    assert one.chooser.offers() == ["Home", "Cups"]
    one.press(KEY.Key_Return)
    assert one.key == "cups"


def test_a_shortcut_is_about_what_was_typed(form, qtbot):
    one, seen = form(CITIES), []
    action = one.window.addAction("Save", "Ctrl+S")
    action.triggered.connect(lambda: seen.append(one.key))
    one.write("ghan")
    QTest.keyClick(one.window.windowHandle(), KEY.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["ghana"]


def test_a_list_lies_in_the_window_and_leaves_one_that_is_too_small(form):
    one = form(CITIES)
    one.chooser.showPopup()
    assert not one.chooser._list.isWindow()
    assert one.window.rect().contains(one.chooser._list.geometry().center())
    small = form(CITIES, height=160)
    small.chooser.showPopup()
    assert small.chooser._list.isWindow()
    small.write("mal")
    small.press(KEY.Key_Return)
    assert small.key == "mali"


def test_a_screen_reader_hears_a_combo_box_with_its_value(form):
    one = form(TREE)
    one.write("beanies")
    one.press(KEY.Key_Return)
    heard = QAccessible.queryAccessibleInterface(one.chooser)
    assert heard.role() == QAccessible.Role.ComboBox
    assert heard.text(QAccessible.Text.Value) == "Home / Clothing / Beanies"
    one.press(KEY.Key_Down, ALT)
    assert one.chooser.line.accessibleName() == "Category"


def test_what_is_offered_anew_keeps_the_choice_and_closes_the_list(form):
    one = form(TREE)
    one.chooser.setCurrentIndex(2)
    one.chooser.showPopup()
    one.chooser.offer(reversed(CITIES + TREE))
    assert not one.chooser.is_open()
    assert one.key == "beanies"


def test_fingers_find_rows_that_are_high_enough(form):
    SIZES.choose(percent=100, is_touch=True)
    try:
        one = form(STATES, named)
        one.write("xyz")
        assert one.chooser._list.new.height() >= FINGER
        one.press(KEY.Key_Escape)
        one.chooser.showPopup()
        rows = one.chooser._list.list
        assert rows.visualRect(rows.rows.index(0)).height() == FINGER
        assert rows.height() == len(STATES) * FINGER, "and all of them are seen"
    finally:
        SIZES.choose(percent=100, is_touch=False)


@pytest.mark.parametrize("key", ["Ctrl+S", "Ctrl+N", "F8", "Esc"])
def test_a_page_that_asks_who_takes_its_keys_disturbs_nobody_who_types(form, key):
    one = form(CITIES, named)
    one.write("ger")
    takes(one.chooser.line, key)
    takes(one.chooser, key)
    one.write("m")
    assert one.chooser.line.text() == "germ"
    assert one.taken == one.made == []


def test_what_is_typed_stays_while_other_choices_come(form):
    one = form(CITIES)
    one.write("ger")
    one.chooser.offer([*CITIES, Entry("niger delta", "Niger Delta")])
    one.write("m")
    assert one.chooser.line.text() == "germ"
    assert one.chooser.line.hasFocus()
    one.press(KEY.Key_Return)
    assert one.chooser.currentText() == "Germany"


def test_five_thousand_are_no_wait(form):
    many = [Entry(uuid4(), f"Category {n} of the large store", n % 3) for n in range(5_000)]
    one = form(many)
    spent = []
    for words in ("", "c", "cat", "category 49", "499 large"):
        start = time.process_time()
        one.chooser.showPopup()
        one.chooser.line.setText(words)
        one.window.grab()
        spent.append(time.process_time() - start)
        one.chooser.hidePopup()
    assert sorted(spent)[3] < 0.1, spent
    assert Entries(many).find("499 large").best >= 0
