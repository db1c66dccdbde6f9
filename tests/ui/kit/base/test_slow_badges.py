"""A badge is known by its form, also where its scanner is slow as a hand, or sends no Enter."""

import pytest

from storedesk.domain.badges import LETTERS, begins_badge, new_badge
from storedesk.ui.kit.input.badge_run import SLOWEST_MS

SLOW = 50
"""Milliseconds between two letters: a burst ends at 30."""


@pytest.fixture
def seen(field):
    """All that ever stood in the field."""
    seen = []
    field.textChanged.connect(seen.append)
    return seen


@pytest.fixture
def badges(guard):
    heard = []
    guard.badge.connect(heard.append)
    return heard


def slowly(qtbot, hand, field, text, pace=SLOW):
    """Type a text in real time, one letter after the other."""
    for letter in text:
        hand.now += pace
        hand.type(field, letter, 0, end=None)
        qtbot.wait(pace)


def end(qtbot, hand, field):
    hand.now += SLOW
    hand.type(field, "", 0)
    qtbot.wait(1)


@pytest.mark.parametrize("pace", [SLOW, 120])
def test_a_slow_badge_is_taken_and_never_stands_in_a_field(qtbot, hand, field, seen, badges, pace):
    entered = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    badge = new_badge(7)
    field.setText("mug ")
    slowly(qtbot, hand, field, badge.code, pace)
    end(qtbot, hand, field)
    assert badges == [badge]
    assert field.text() == "mug ", "its mark is taken back"
    assert max(map(len, seen)) <= len("mug SD"), "no letter of number or secret was to be read"
    assert entered == [], "its Enter is dropped"


def test_caps_lock_does_not_matter(qtbot, hand, field, badges):
    badge = new_badge(8)
    slowly(qtbot, hand, field, badge.code.lower())
    end(qtbot, hand, field)
    assert (badges, field.text()) == ([badge], "")


@pytest.mark.parametrize("pace", [8, SLOW])
def test_without_an_enter_it_is_taken_a_moment_later(qtbot, hand, field, badges, pace):
    badge = new_badge(9)
    slowly(qtbot, hand, field, badge.code, pace)
    qtbot.wait(SLOWEST_MS + 100)
    assert (badges, field.text()) == ([badge], "")


@pytest.mark.parametrize("typed", ["sdb", "sdbook", "SDBBBBBB 12", "ssdb", "sdcard"])
def test_what_a_person_types_arrives_whole(qtbot, hand, field, badges, typed):
    slowly(qtbot, hand, field, typed)
    qtbot.wait(SLOWEST_MS + 100)
    assert (badges, field.text()) == ([], typed)


def test_an_enter_behind_a_part_of_it_comes_after_what_was_typed(qtbot, hand, field, badges):
    entered = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    slowly(qtbot, hand, field, "sdbo")
    end(qtbot, hand, field)
    assert (badges, entered) == ([], ["sdbo"])


def test_the_beginning_of_a_badge_is_known_by_its_letters():
    code = new_badge(10).code
    assert all(begins_badge(code[:at]) for at in range(len(code) + 1))
    assert not begins_badge(f"{code}B")
    assert not begins_badge("SDBA")
    assert "A" not in LETTERS
