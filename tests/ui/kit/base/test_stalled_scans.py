"""A code that comes with a stop in it is one scan: busy computers and remote desktops do that."""

import pytest
from PySide6.QtCore import Qt

from storedesk.ui.kit.base.scanner import TYPED_INTO

FAST, STOP, LONG = 8, 90, 130
"""Milliseconds: between two letters of a scanner, of a stop within a code, of a stop behind it."""


@pytest.fixture
def scans(guard, page):
    heard = []
    guard.listen(page, heard.append)
    return heard


def send(qtbot, hand, field, *parts, stop=STOP):
    """Type parts as fast as a scanner, each there before the next one comes; then Enter."""
    for at, part in enumerate(parts):
        hand.now += stop if at else 0
        was = field.text()
        hand.type(field, part, FAST, end=None)
        if part and at < len(parts) - 1:
            qtbot.waitUntil(lambda was=was, part=part: field.text() == was + part)
    hand.type(field, "", FAST)


@pytest.mark.parametrize(
    "parts", [("4000", "0002"), ("40", "000002"), ("4000000", "2"), ("400", "0", "00021")]
)
def test_a_stop_within_a_code_makes_no_other_code_of_it(qtbot, hand, field, scans, parts):
    send(qtbot, hand, field, *parts)
    assert scans == ["".join(parts)]
    assert field.text() == ""


def test_an_enter_that_comes_late_ends_its_code(qtbot, hand, field, scans):
    send(qtbot, hand, field, "40000002", "")
    assert scans == ["40000002"]
    assert field.text() == ""


def test_what_stood_before_the_code_stays(qtbot, hand, field, scans):
    field.setText("3*")
    send(qtbot, hand, field, "4000", "0002")
    assert scans == ["40000002"]
    assert field.text() == "3*"


def test_an_enter_long_after_quick_letters_is_a_persons(qtbot, hand, field, scans):
    send(qtbot, hand, field, "40000002", "", stop=LONG)
    assert scans == []
    assert field.text() == "40000002"


def test_what_a_person_types_before_a_scan_is_no_part_of_it(qtbot, hand, field, scans):
    hand.type(field, "3*", 60, end=None)
    qtbot.waitUntil(lambda: field.text() == "3*")
    hand.now += STOP
    hand.type(field, "40000002", FAST)
    assert scans == ["40000002"]
    assert field.text() == "3*"


def test_a_person_who_rolls_over_two_keys_types(qtbot, hand, field, scans):
    send(qtbot, hand, field, "th", "e", "mu", "g")
    assert scans == []
    assert field.text() == "themug"


def test_a_form_keeps_what_was_typed_into_it(qtbot, hand, field, scans):
    field.setProperty(TYPED_INTO, True)  # noqa: FBT003 - a property of Qt
    send(qtbot, hand, field, "secret1", "word")
    assert scans == []
    assert field.text() == "secret1word"


def test_the_next_enter_is_a_persons_again(qtbot, hand, field, scans):
    entered = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    send(qtbot, hand, field, "4000", "0002")
    hand.now += 400
    hand.press(field, Qt.Key.Key_Return, "\r")
    assert scans == ["40000002"]
    assert entered == [""]
