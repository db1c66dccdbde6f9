"""No turn of the wheel changes a field that has not got the keyboard."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QDial,
    QDoubleSpinBox,
    QFontComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTabBar,
    QTabWidget,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

import storedesk.ui
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.kit.forms.choices import countries
from storedesk.ui.kit.forms.form import ChoiceField
from storedesk.ui.kit.input.wheel import stops_wheel
from storedesk.ui.kit.lists.tabs import SegmentedTabs

MANY = [(str(n), f"Choice {n}") for n in range(20)]


def numbers(kind):
    made = kind()
    made.setRange(0, 100)
    made.setValue(50)
    return made


def tabs(made=None):
    made = made or QTabBar()
    for n in range(5):
        made.addTab(QLabel(str(n)), str(n)) if isinstance(made, QTabWidget) else made.addTab(str(n))
    made.setCurrentIndex(2)
    return made


def choice(made):
    made.addItems([words for _, words in MANY])
    made.setCurrentIndex(9)
    return made


def field(made):
    made.show_value("10" if isinstance(made.value(), str) and made.value() == "0" else "DE")
    return made


def editable():
    made = choice(QComboBox())
    made.setEditable(True)
    return made


def segmented():
    made = SegmentedTabs(MANY[:4], name="Which")
    made.choose("1")
    return made


def calendar():
    made = QCalendarWidget()
    made.setSelectedDate(QDate(2026, 6, 15))
    return made


FIELDS = {
    "combo": (lambda: choice(QComboBox()), lambda made: made.currentIndex()),
    "editable combo": (editable, lambda made: made.currentIndex()),
    "fonts": (QFontComboBox, lambda made: made.currentIndex()),
    "choice": (lambda: field(ChoiceField("Tax", MANY)), lambda made: made.value()),
    "long choice": (lambda: field(ChoiceField("Country", countries())), lambda m: m.value()),
    "spin": (lambda: numbers(QSpinBox), lambda made: made.value()),
    "double spin": (lambda: numbers(QDoubleSpinBox), lambda made: made.value()),
    "date": (lambda: QDateEdit(QDate(2026, 6, 15)), lambda made: made.date()),
    "time": (lambda: QTimeEdit(QTime(9, 30)), lambda made: made.time()),
    "moment": (lambda: QDateTimeEdit(QDate(2026, 6, 15)), lambda made: made.dateTime()),
    "slider": (lambda: numbers(QSlider), lambda made: made.value()),
    "dial": (lambda: numbers(QDial), lambda made: made.value()),
    "tab bar": (tabs, lambda made: made.currentIndex()),
    "tabs": (lambda: tabs(QTabWidget()), lambda made: made.currentIndex()),
    "segments": (segmented, lambda made: made.current()),
    "calendar": (calendar, lambda made: (made.monthShown(), made.selectedDate())),
}


@pytest.fixture(autouse=True)
def guard(dressed):
    guard = ScannerGuard()
    guard.install()
    yield guard
    dressed.removeEventFilter(guard)


class Page:
    """A form that is longer than its window, with one field of a kind in its middle."""

    def __init__(self, qtbot, made):
        self.field, self.name = made, QLineEdit("Mug")
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(self.name)
        column.addWidget(made)
        below = QLabel("end")
        below.setMinimumHeight(3_000)
        column.addWidget(below)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(body)
        self.area.resize(500, 500)
        qtbot.addWidget(self.area)
        self.area.show()
        self.area.activateWindow()
        qtbot.waitExposed(self.area)
        self.name.setFocus()
        qtbot.waitUntil(self.name.hasFocus)

    def turn(self, steps, widget=None):
        """Turn the wheel over the middle of a widget, as the window system tells it."""
        widget = widget or self.field
        window = self.area.windowHandle()
        at = widget.mapTo(self.area, widget.rect().center())
        for _ in range(abs(steps)):
            delta = QPoint(0, 120 if steps > 0 else -120)
            QTest.wheelEvent(window, QPointF(at), delta)
            QApplication.processEvents()
            at = widget.mapTo(self.area, widget.rect().center())


@pytest.mark.parametrize("kind", FIELDS)
def test_a_field_without_the_keyboard_stays_and_the_page_scrolls(qtbot, kind):
    make, value = FIELDS[kind]
    page = Page(qtbot, make())
    before = value(page.field)
    for steps in (-2, 2, -3):
        page.turn(steps)
        assert value(page.field) == before
        assert page.name.hasFocus()
    assert page.area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("kind", FIELDS)
def test_every_part_of_a_field_leaves_it_as_it_is(qtbot, kind):
    make, value = FIELDS[kind]
    page = Page(qtbot, make())
    before = value(page.field)
    for part in page.field.findChildren(QWidget):
        if part.isVisible() and not part.isWindow():
            page.turn(-1, part)
            page.turn(1, part)
    assert value(page.field) == before


@pytest.mark.parametrize("kind", ["combo", "spin", "date", "slider"])
def test_a_field_that_has_the_keyboard_is_turned(qtbot, kind):
    make, value = FIELDS[kind]
    page = Page(qtbot, make())
    before = value(page.field)
    page.field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(page.field.hasFocus)
    page.turn(-1)
    assert value(page.field) != before


def test_an_open_list_of_choices_scrolls(qtbot):
    page = Page(qtbot, choice(QComboBox()))
    page.field.showPopup()
    shown = page.field.view().viewport()
    turn = QWheelEvent(
        QPointF(9, 9), QPointF(shown.mapToGlobal(QPoint(9, 9))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )  # fmt: skip
    assert not stops_wheel(shown, turn)
    page.field.hidePopup()


def test_every_class_of_field_that_a_page_makes_is_tried_here():
    turned = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QSlider",
              "QDateTimeEdit", "QDial", "QTabBar", "QTabWidget", "QFontComboBox",
              "QCalendarWidget", "QScrollBar", "QAbstractSpinBox"}  # fmt: skip
    tried = {type(make()).__name__ for make, _ in FIELDS.values()}
    for path in sorted(Path(storedesk.ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in turned or node.func.id in tried, (
                    f"{path}: {node.func.id}"
                )
            overrides = isinstance(node, ast.FunctionDef) and node.name == "wheelEvent"
            assert not overrides, f"{path} turns by itself"
