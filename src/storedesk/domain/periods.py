"""Define the periods by which lists are narrowed: some days of the store's calendar."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum


class Period(StrEnum):
    """Days that end with today, or whole months."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    """The last seven days, today among them."""
    MONTH = "month"
    """This month until now."""
    LAST_MONTH = "last_month"
    YEAR = "year"


def days_of(period: Period, today: date) -> tuple[date, date]:
    """Return the first day of a period, and the day after its last one."""
    after, month = today + timedelta(days=1), today.replace(day=1)
    match period:
        case Period.TODAY:
            return today, after
        case Period.YESTERDAY:
            return today - timedelta(days=1), today
        case Period.WEEK:
            return after - timedelta(days=7), after
        case Period.MONTH:
            return month, after
        case Period.LAST_MONTH:
            return (month - timedelta(days=1)).replace(day=1), month
        case Period.YEAR:
            return today.replace(month=1, day=1), after


def instants(first: date, after: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return when days begin and end by the clock of a zone, as UTC without zone."""
    begins, ends = (
        datetime.combine(day, time(), zone).astimezone(UTC).replace(tzinfo=None)
        for day in (first, after)
    )
    return begins, ends
