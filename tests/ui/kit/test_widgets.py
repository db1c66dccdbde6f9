import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.forms.search import SearchField
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import Button, icon_button, primary
from storedesk.ui.kit.looks.chips import Chip, initials
from storedesk.ui.kit.looks.labels import ElidedLabel, Label, plain
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.side_bar import SideBar


def test_an_ampersand_in_a_button_is_shown_and_is_no_key(qtbot):
    button = Button("R&D")
    qtbot.addWidget(button)
    assert button.label == "R&D"
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "R&D"


def test_a_label_shows_what_looks_like_markup(qtbot):
    label = Label("<b>Tom &amp; Jerry</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Tom &amp; Jerry</b>"


def test_tooltips_are_literal():
    assert "<img" not in plain("<img src=/dev/zero>")
    assert plain("plain words") == "plain words"


def test_words_that_are_cut_are_in_the_tooltip(qtbot):
    label = ElidedLabel("a name that is far too long for its place")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.toolTip() == label.text()


def test_a_click_leaves_the_keyboard_where_it_is(qtbot):
    button = primary("Pay")
    qtbot.addWidget(button)
    assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_a_button_of_an_icon_alone_has_a_name(qtbot):
    button = icon_button("x", "Close")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Close", "Close")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amelia Hart", "AH"),
        ("Cher", "C"),
        ("Ana María de la Cruz", "AC"),
        ("", ""),
        ("<b> x", "X"),
    ],
)
def test_initials_are_at_most_two(name, letters):
    assert initials(name) == letters


def test_a_chip_says_its_word_to_a_screen_reader(qtbot):
    chip = Chip("Pending", Tone.WARN)
    qtbot.addWidget(chip)
    chip.show_text("Shipped", Tone.INFO)
    assert chip.accessibleName() == "Shipped"


def test_a_banner_is_closed_by_its_cross(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("No.")
    banner.shut.click()
    assert banner.text() == ""


def test_a_search_tells_once_typing_rests(qtbot):
    field = SearchField("Find")
    qtbot.addWidget(field)
    told = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, " mug ")
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["mug"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["mug", ""]


def test_exactly_one_tab_is_taken(qtbot):
    tabs = SegmentedTabs([("all", "All"), ("new", "New")], name="Status")
    qtbot.addWidget(tabs)
    assert tabs.current() == "all"
    with qtbot.waitSignal(tabs.chosen) as told:
        tabs.button("new").click()
    assert told.args == ["new"]
    assert tabs.current() == "new"


def test_the_side_bar_tells_counts_to_a_screen_reader(qtbot):
    bar = SideBar()
    qtbot.addWidget(bar)
    item = bar.add("orders", "Orders", "clipboard-list")
    item.show_count(7)
    assert item.accessibleName() == "Orders (7)"
    with qtbot.waitSignal(bar.chosen) as told:
        item.click()
    assert told.args == ["orders"]


@pytest.mark.parametrize("width", range(30, 200, 10))
def test_an_amount_stays_on_one_line_in_words_of_any_width(qtbot, width):
    amount = Format("en_US").money(Money.of("-1736", "USD"))
    label = Label(f"0 and -4 pieces, worth {amount} in all", wrap=True)
    qtbot.addWidget(label)
    assert label.text().endswith("worth \N{MINUS SIGN}$1,736.00 in all")

    layout = QTextLayout(QLabel.text(label), label.font())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(layout.text()[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    assert any(amount in one for one in lines), lines
