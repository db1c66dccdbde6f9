"""The periods of reports: by name, before one another, in parts, and as instants."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from storedesk.domain.report_periods import (
    Against,
    PeriodStep,
    ReportPeriod,
    Span,
    compared,
    moved,
    parts_of,
    span_of,
    window_of,
    window_until,
)
from storedesk.domain.reports import Figures, Reported, merged, spread

SATURDAY = date(2026, 11, 28)
SUNDAYS = 6


def span(first, last):
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("period", "days", "before", "year"),
    [
        ("today", ("2026-11-28", "2026-11-28"), ("2026-11-27", "2026-11-27"),
         ("2025-11-28", "2025-11-28")),
        ("yesterday", ("2026-11-27", "2026-11-27"), ("2026-11-26", "2026-11-26"),
         ("2025-11-27", "2025-11-27")),
        ("this_week", ("2026-11-23", "2026-11-28"), ("2026-11-16", "2026-11-21"),
         ("2025-11-23", "2025-11-28")),
        ("last_week", ("2026-11-16", "2026-11-22"), ("2026-11-09", "2026-11-15"),
         ("2025-11-16", "2025-11-22")),
        ("four_weeks", ("2026-11-01", "2026-11-28"), ("2026-10-04", "2026-10-31"),
         ("2025-11-01", "2025-11-28")),
        ("this_month", ("2026-11-01", "2026-11-28"), ("2026-10-01", "2026-10-28"),
         ("2025-11-01", "2025-11-28")),
        ("last_month", ("2026-10-01", "2026-10-31"), ("2026-09-01", "2026-09-30"),
         ("2025-10-01", "2025-10-31")),
        ("this_year", ("2026-01-01", "2026-11-28"), ("2025-01-01", "2025-11-28"),
         ("2025-01-01", "2025-11-28")),
        ("last_year", ("2025-01-01", "2025-12-31"), ("2024-01-01", "2024-12-31"),
         ("2024-01-01", "2024-12-31")),
    ],
)  # fmt: skip
def test_each_period_and_what_it_is_compared_with(period, days, before, year):
    named = ReportPeriod(period)
    asked = span_of(named, SATURDAY)
    assert asked == span(*days)
    assert compared(asked, Against.BEFORE, named) == span(*before)
    assert compared(asked, Against.YEAR, named) == span(*year)
    assert compared(asked, Against.NOTHING, named) is None


def test_weeks_that_begin_on_sundays_do():
    assert span_of(ReportPeriod.THIS_WEEK, SATURDAY, SUNDAYS) == span("2026-11-22", "2026-11-28")
    parts = parts_of(span("2026-11-20", "2026-11-30"), PeriodStep.WEEK, SUNDAYS)
    assert parts == [
        span("2026-11-20", "2026-11-21"), span("2026-11-22", "2026-11-28"),
        span("2026-11-29", "2026-11-30"),
    ]  # fmt: skip


def test_the_last_of_february_is_the_last_of_february():
    assert compared(span("2028-02-29", "2028-02-29"), Against.YEAR) == span(
        "2027-02-28", "2027-02-28"
    )
    assert compared(span("2026-03-01", "2026-03-31"), Against.BEFORE) == span(
        "2026-02-01", "2026-02-28"
    )


@pytest.mark.parametrize(
    ("days", "before", "after"),
    [
        (("2026-11-28", "2026-11-28"), ("2026-11-27", "2026-11-27"), ("2026-11-29", "2026-11-29")),
        (("2026-11-01", "2026-11-28"), ("2026-10-01", "2026-10-31"), ("2026-12-01", "2026-12-31")),
        (("2026-02-01", "2026-02-28"), ("2026-01-01", "2026-01-31"), ("2026-03-01", "2026-03-31")),
        (("2026-01-01", "2026-11-28"), ("2025-01-01", "2025-12-31"), ("2027-01-01", "2027-12-31")),
        (("2025-01-01", "2025-12-31"), ("2024-01-01", "2024-12-31"), ("2026-01-01", "2026-12-31")),
        (("2026-02-01", "2026-03-31"), ("2025-12-04", "2026-01-31"), ("2026-04-01", "2026-05-29")),
    ],
)
def test_the_periods_beside_one(days, before, after):
    assert moved(span(*days), -1, SATURDAY) == span(*before)
    assert moved(span(*days), 1, SATURDAY) == span(*after)


def test_parts_have_all_days_once():
    whole = span("2026-01-30", "2026-12-02")
    for step in PeriodStep:
        parts = parts_of(whole, step)
        days = [one.first + timedelta(n) for one in parts for n in range(one.days)]
        assert days == [whole.first + timedelta(n) for n in range(whole.days)]
    assert len(parts_of(whole, PeriodStep.MONTH)) == 12


def test_a_day_is_as_long_as_its_clock_has_it():
    zone = ZoneInfo("America/New_York")
    for day, hours in (("2026-11-01", 25), ("2026-03-08", 23), ("2026-06-01", 24)):
        window = window_of(span(day, day), zone)
        assert window.ends - window.begins == timedelta(hours=hours)
    now = datetime(2026, 11, 28, 20, 42, tzinfo=UTC)  # 15:42
    until = window_until(span("2026-10-31", "2026-10-31"), zone, now)
    assert until.ends == datetime(2026, 10, 31, 19, 42)  # noqa: DTZ001 as the database has it


def test_what_is_spread_adds_up_and_is_never_a_cent_off():
    shares = {str(n): Decimal(1) / 3 for n in range(10)}
    made = spread(shares, Decimal("3.34"), 2)
    assert sum(made.values()) == Decimal("3.34")
    assert {*made.values()} <= {Decimal("0.33"), Decimal("0.34")}
    assert spread({"a": Decimal(0)}, Decimal("1.00"), 2) == {"a": Decimal(0)}
    assert sum(spread(shares, Decimal(7), 0).values()) == 7


def test_rows_of_both_periods_stand_side_by_side():
    one, two = Figures(orders=1), Figures(orders=2)
    now, then = Reported(one, {"a": one}, {"a": "Mug"}), Reported(two, {"b": two})
    rows = merged(now, then, str.upper, ["c"])
    assert [(row.key, row.name, row.now.orders, row.then.orders) for row in rows] == [
        ("c", "C", 0, 0), ("a", "Mug", 1, 0), ("b", "B", 0, 2),
    ]  # fmt: skip
