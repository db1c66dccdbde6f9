"""The demo store is told as of any day, and no two references in it are alike."""

from datetime import date, timedelta
from itertools import islice

import pytest

from storedesk.domain.carriers import USPS, guess
from storedesk.domain.demo.references import References, Scatter
from tests.days.stories import faults, tell

AWKWARD = (
    date(2026, 11, 29),  # on which two card payments once had one reference
    date(2030, 7, 23),
    date(2028, 2, 29),
    date(2027, 1, 1),
    date(2038, 1, 19),
    date(2099, 12, 31),
)


@pytest.mark.parametrize("today", AWKWARD, ids=str)
def test_the_story_can_be_told_on_an_awkward_day(today):
    story = tell(today)

    assert len(story) > 4000
    assert faults(story, today) == []


@pytest.mark.parametrize(
    ("today", "zone"),
    [
        (date(2026, 4, 5), "Australia/Lord_Howe"),  # the clock goes back half an hour
        (date(2026, 10, 25), "Europe/Berlin"),
        (date(2026, 3, 29), "Europe/London"),
        (date(2026, 11, 1), "America/New_York"),
        (date(2027, 1, 1), "Pacific/Kiritimati"),  # the first to have a day
        (date(2026, 12, 31), "Pacific/Pago_Pago"),  # the last to have it
        (date(2028, 2, 29), "Asia/Kathmandu"),
        (date(2026, 9, 6), "America/Santiago"),  # which skips midnight
        (date(2026, 4, 24), "Africa/Cairo"),
    ],
)
def test_the_story_can_be_told_in_any_zone(today, zone):
    assert faults(tell(today, zone), today, zone) == []


def test_the_story_can_be_told_on_every_seventieth_day_of_five_years():
    for number in range(0, 1826, 70):
        today = date(2026, 1, 1) + timedelta(days=number)
        assert faults(tell(today), today) == [], today


def test_a_scatter_comes_by_every_number_once_and_then_says_that_none_is_left():
    scatter = Scatter(100, 90, 7)

    assert sorted(scatter.take() for _ in range(90)) == list(range(100, 190))
    with pytest.raises(OverflowError):
        scatter.take()
    with pytest.raises(ValueError, match="divisor"):
        Scatter(0, 90, 6)


@pytest.mark.parametrize("kind", ["card", "paypal", "tracking_number"])
def test_no_two_references_are_alike(kind):
    take = getattr(References(), kind)
    told = [take() for _ in range(100_000)]

    assert len(set(told)) == len(told)
    if kind == "tracking_number":
        assert {guess(number) for number in islice(told, 100)} == {USPS}
