"""Days are compared by the store's clock."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from storedesk.domain.day import WEEKS, Sales, change, days_until

NEW_YORK = ZoneInfo("America/New_York")


def at(day, time):
    """Return an instant in UTC, as the database keeps it."""
    return datetime.fromisoformat(f"{day} {time}")


def test_days_begin_at_midnight_of_the_store_on_both_sides_of_a_clock_change():
    now = datetime(2026, 11, 4, 15, 42, tzinfo=NEW_YORK)  # clocks went back on 1 November
    today, before, *others = days_until(now, NEW_YORK)
    assert len(others) == WEEKS - 2
    assert (today.begins, today.until) == (at("2026-11-04", "05:00"), at("2026-11-04", "20:42"))
    assert today.ends == at("2026-11-05", "05:00")
    assert (before.begins, before.until) == (
        at("2026-10-28", "04:00"), at("2026-10-28", "19:42"),
    )  # fmt: skip
    assert before.ends == at("2026-10-29", "04:00")


def test_the_day_on_which_clocks_go_back_has_25_hours():
    now = datetime(2026, 11, 1, 12, tzinfo=NEW_YORK)
    today = days_until(now, NEW_YORK)[0]
    assert today.ends - today.begins == timedelta(hours=25)


def test_an_order_is_as_large_as_the_average():
    assert Sales(4, Decimal("10.00"), Decimal("11.00")).average == Decimal("2.5")
    assert Sales().average == 0


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [("11", "10", "0.1"), ("5", "10", "-0.5"), ("0", "10", "-1"), ("10", "0", None),
     ("10", "-3", None)],
)  # fmt: skip
def test_a_change_is_a_share_of_what_was(now, before, expected):
    found = change(Decimal(now), Decimal(before))
    assert found == (None if expected is None else Decimal(expected))
