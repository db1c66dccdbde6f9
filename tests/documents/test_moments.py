"""Moments on paper: the whole date, and which of two hours that bear one name."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from storedesk.documents import moments


def instant(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("when", "zone", "language", "words"),
    [
        ("2026-11-29T07:34", "America/New_York", "en_US", "29 Nov 2026, 02:34"),
        ("2026-11-29T07:34", "Asia/Kathmandu", "en_US", "29 Nov 2026, 13:19"),
        ("2028-02-29T23:59:59", "UTC", "en_US", "29 Feb 2028, 23:59"),
        ("2026-12-31T23:30", "Pacific/Kiritimati", "en_US", "1 Jan 2027, 13:30"),
        ("2026-05-03T10:00", "Europe/Berlin", "de_DE", "3. Mai 2026, 12:00"),
        # the hour that comes twice
        ("2026-11-01T05:30", "America/New_York", "en_US", "1 Nov 2026, 01:30 EDT"),
        ("2026-11-01T06:30", "America/New_York", "en_US", "1 Nov 2026, 01:30 EST"),
        ("2026-10-25T00:00", "Europe/Berlin", "de_DE", "25. Okt. 2026, 02:00 CEST"),
        ("2026-10-25T01:59:59", "Europe/Berlin", "de_DE", "25. Okt. 2026, 02:59 CET"),
        ("2026-10-25T00:30", "Europe/Dublin", "en_US", "25 Oct 2026, 01:30 IST"),
        ("2026-04-04T14:45", "Australia/Lord_Howe", "en_US", "5 Apr 2026, 01:45 UTC+11"),
        ("2026-04-04T15:15", "Australia/Lord_Howe", "en_US", "5 Apr 2026, 01:45 UTC+10:30"),
        # and those beside it, which come once
        ("2026-11-01T04:59:59", "America/New_York", "en_US", "1 Nov 2026, 00:59"),
        ("2026-11-01T07:00", "America/New_York", "en_US", "1 Nov 2026, 02:00"),
        ("2026-03-08T07:00", "America/New_York", "en_US", "8 Mar 2026, 03:00"),
    ],
)
def test_paper_tells_the_whole_date_and_the_hour_that_comes_twice(when, zone, language, words):
    assert moments.on_paper(instant(when), ZoneInfo(zone), language) == words


def days_on_which_clocks_are_put_back(zone, year):
    start = datetime(year, 1, 1, tzinfo=UTC)
    days = [start + timedelta(days=number) for number in range(366)]
    return [
        day
        for day in days
        if day.astimezone(zone).utcoffset() > (day + timedelta(1)).astimezone(zone).utcoffset()
    ]


def test_no_two_minutes_are_written_alike_where_clocks_are_put_back_in_any_zone():
    found = 0
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        for day in days_on_which_clocks_are_put_back(zone, 2026):
            steps = range(-2 * 60, 26 * 60, 10)
            whens = [(day + timedelta(minutes=step)).replace(tzinfo=None) for step in steps]
            told = {moments.on_paper(when, zone, "en_US") for when in whens}
            assert len(told) == len(whens), name
            found += 1
    assert found > 100


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("America/St_Johns", "14 February 2026, 23:00 NST"),
        ("Europe/Dublin", "15 February 2026, 02:30 GMT"),
        ("Asia/Kathmandu", "15 February 2026, 08:15 UTC+05:45"),
        ("America/Sao_Paulo", "14 February 2026, 23:30 UTC-03"),
    ],
)
def test_what_goes_elsewhere_names_its_zone(zone, words):
    assert moments.with_zone(instant("2026-02-15T02:30"), ZoneInfo(zone), "en") == words


def test_a_zone_that_this_computer_does_not_know_is_utc():
    assert moments.zone("Mars/Olympus_Mons") == ZoneInfo("UTC")
    assert moments.zone("") == ZoneInfo("UTC")
    assert moments.zone("Europe/Rome") == ZoneInfo("Europe/Rome")
