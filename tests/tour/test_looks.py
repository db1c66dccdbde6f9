"""The checker of looks finds what a person would: each kind, in a window made for it."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from storedesk.tour.looks.bare_tiles import bare_share
from storedesk.tour.looks.contact_sheets import make_sheets
from storedesk.tour.looks.findings import FindingKind
from storedesk.tour.looks.look_checker import LookChecker, checked
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.labels import ElidedLabel
from storedesk.ui.kit.looks.sizes import SIZES


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def label(window, words, where, kind=QLabel):
    made = kind(words)
    made.setParent(window)
    made.setGeometry(QRect(*where))
    made.show()
    return made


def found(window):
    return [(one.kind, one.words) for one in checked(window)]


def test_what_is_as_it_should_be_is_not_found(window):
    label(window, "Enamel mug", (10, 10, 200, 30))
    label(window, "Reading the file…", (10, 50, 200, 30))
    label(window, "A first and\na second line", (10, 100, 200, 60))
    assert found(window) == []


def test_a_text_that_its_widget_cuts_is_found(window):
    label(window, "Stoneware serving bowl", (10, 10, 60, 30))
    ((kind, words),) = found(window)
    assert kind is FindingKind.CUT
    assert words.startswith("“Stoneware serving bowl” is cut by")


def test_a_line_below_the_edge_is_found(window):
    label(window, "A first and\na second line", (10, 10, 200, 16)).setFixedHeight(16)
    assert {kind for kind, _ in found(window)} == {FindingKind.CUT}


def test_what_sticks_out_of_the_window_is_found(window):
    made = QPushButton("Save", window)
    made.setGeometry(350, 10, 120, 40)
    made.show()
    assert {kind for kind, _ in found(window)} == {FindingKind.CUT, FindingKind.OUTSIDE}


def test_what_can_be_scrolled_to_is_no_fault(window):
    area, content = QScrollArea(window), QWidget()
    column = QVBoxLayout(content)
    for number in range(40):
        column.addWidget(QLabel(f"Line {number}"))
    area.setWidget(content)
    area.setGeometry(0, 0, 300, 200)
    area.show()
    assert found(window) == []


def test_a_shortened_text_needs_a_tooltip_that_says_it_whole(window):
    made = label(window, "Stoneware serving bowl", (10, 10, 60, 30), ElidedLabel)
    assert found(window) == []
    made.setToolTip("A bowl")
    ((kind, words),) = found(window)
    assert kind is FindingKind.CUT
    assert words.endswith("no tooltip says it whole")


def test_other_words_have_their_own_tooltip(window):
    made = label(window, "Mug", (10, 10, 60, 30), ElidedLabel)
    made.setText("Stoneware serving bowl")
    assert found(window) == []
    assert made.toolTip() == "Stoneware serving bowl"
    made.setText("Mug")
    assert made.toolTip() == ""


def test_a_shortened_number_is_a_fault_in_spite_of_its_tooltip(window):
    label(window, "1,234,567.89", (10, 10, 40, 30), ElidedLabel)
    ((_, words),) = found(window)
    assert words.endswith("is a number that is shortened")


def test_texts_over_each_other_are_found(window):
    label(window, "Enamel mug", (10, 10, 200, 30))
    label(window, "Serving bowl", (30, 12, 200, 30))
    ((kind, words),) = found(window)
    assert kind is FindingKind.OVERLAP
    assert words == "“Enamel mug” and “Serving bowl”"


def test_a_tooltip_wherever_the_mouse_is_is_none_of_it(window):
    beside = label(window, "Total $12.00", (0, 0, 200, 20))
    tip = QLabel("What was sold", beside)  # Qt makes its tooltips so
    tip.setWindowFlag(Qt.WindowType.ToolTip)
    tip.setGeometry(10, 10, 200, 20)
    tip.show()
    assert tip.isVisible()
    assert found(window) == []


def test_what_is_covered_lies_under_nothing_that_it_could_be_read_with(window):
    label(window, "Enamel mug", (10, 10, 200, 30))
    over = QWidget(window)
    over.setGeometry(0, 0, 300, 60)
    over.show()
    label(over, "Saved", (10, 10, 200, 30))
    assert found(window) == []


def test_text_of_ten_pixels_is_too_small(window):
    made = label(window, "Enamel mug", (10, 10, 200, 30))
    for size, kinds in ((11, []), (10, [FindingKind.SMALL])):
        font = QFont(made.font())
        font.setPixelSize(size)
        made.setFont(font)
        assert [kind for kind, _ in found(window)] == kinds


def test_a_list_that_scrolls_sideways_is_found_by_what_it_hides(window):
    columns = [Column("Name", str, CellStyle.STRONG, 300), Column("Value", len, width=300)]
    columns[1] = Column("Value", lambda one: str(len(one)), CellStyle.MONEY, 300)
    table = RecordTable(columns, key=str, name="Values")
    table.setParent(window)
    table.setGeometry(0, 0, 400, 200)
    table.show_records(["Enamel mug"])
    table.show()
    assert (FindingKind.CUT, "“10” cannot be seen at all") in found(window)


def test_a_finger_needs_44_pixels_in_touch_mode_only(window):
    made = QPushButton("+", window)
    made.setGeometry(10, 10, 60, 30)
    made.show()
    assert found(window) == []
    SIZES.choose(percent=100, is_touch=True)
    try:
        assert [kind for kind, _ in found(window)] == [FindingKind.TARGET]
    finally:
        SIZES.choose(percent=100, is_touch=False)


def test_bare_tiles_are_those_of_one_color():
    picture = QImage(64, 32, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    assert bare_share(picture) == 1.0
    painter = QPainter(picture)
    painter.fillRect(3, 3, 2, 2, QColor("black"))  # in one of eight
    painter.fillRect(16, 16, 16, 16, QColor("black"))  # all of another
    painter.end()
    assert bare_share(picture) == 7 / 8


def test_findings_and_sheets_are_written(window, tmp_path):
    label(window, "Stoneware serving bowl", (10, 10, 60, 30))
    checker = LookChecker()
    checker.check(window, "01-page.png")
    checker.check(window, "02-again.png")
    assert checker.faults == 1
    checker.write(tmp_path / "findings.txt")
    lines = (tmp_path / "findings.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("01-page.png: cut: QLabel: “Stoneware serving bowl”")
    assert lines[-1].endswith("%  02-again.png")
    pictures = [tmp_path / f"{number:02}.png" for number in range(10)]
    for file in pictures:
        window.grab().save(str(file))
    sheets = make_sheets(pictures, tmp_path)
    assert [one.name for one in sheets] == ["sheet-01.png", "sheet-02.png"]
    assert QImage(str(sheets[0])).width() > 3000
