from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.format import Format

NOON = datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - the database's times are UTC without a zone


@pytest.mark.parametrize(
    ("locale", "currency", "words"),
    [("en_US", "USD", "$12,345.67"), ("de_DE", "EUR", "12.345,67\u00a0€"),
     ("fr_FR", "EUR", "12\u202f345,67\u00a0€")],
)  # fmt: skip
def test_money_is_written_as_the_language_does(locale, currency, words):
    assert Format(locale).money(Money.of("12345.67", currency)) == words


def test_money_is_exact_where_a_float_would_not_be():
    assert Format().money(Money.of("99999999.99", "USD")) == "$99,999,999.99"


@pytest.mark.parametrize(
    ("locale", "none", "more", "less", "moved"),
    [("en_US", "+0.00", "+1.50", "-1234.00", "+1,234"),
     ("de_DE", "+0,00", "+1,50", "-1234,00", "+1.234")],
)  # fmt: skip
def test_a_difference_has_its_sign(locale, none, more, less, moved):
    form = Format(locale)
    told = [form.difference(Decimal(one)) for one in ("0", "1.5", "-1234")]
    assert told == [none, more, less]
    assert form.signed(1234) == moved
    assert (form.signed(0), form.signed(-3)) == ("0", "\N{MINUS SIGN}3")


def test_one_product_is_not_many():
    said = [Format().products(count) for count in (0, 1, 1234)]
    assert said == ["0 products", "1 product", "1,234 products"]


def test_times_are_those_of_the_store():
    assert Format(zone="America/New_York").time(NOON) == "08:00"
    assert Format(zone="Europe/Berlin").time(NOON.replace(tzinfo=UTC)) == "14:00"


def test_a_day_begins_at_the_stores_midnight():
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert Format(zone="Europe/Berlin").date(late) == "1 Jul 2026"


def test_a_language_names_its_own_months():
    assert Format("de_DE").date(datetime(2026, 5, 3, tzinfo=UTC)) == "3. Mai 2026"


def test_counts_and_rates():
    assert Format().count(1_000_000) == "1,000,000"
    assert Format().percent(Decimal("0.0825")) == "8.25%"
    assert Format("de_DE").amount(Decimal("1234.5")) == "1234,50"


@pytest.mark.parametrize(
    ("when", "words"),
    [("2026-10-31T12:00", "31 Oct 2026, 08:00"), ("2019-10-31T12:00", "31 Oct 2019, 08:00"),
     ("2026-11-01T05:30", "1 Nov 2026, 01:30 EDT"), ("2026-11-01T06:30", "1 Nov 2026, 01:30 EST")],
)  # fmt: skip
def test_paper_always_has_the_year_and_tells_one_hour_from_the_other(when, words):
    assert Format(zone="America/New_York").on_paper(datetime.fromisoformat(when)) == words


def test_the_screen_tells_one_hour_from_the_other_as_well():
    form = Format(zone="America/New_York")
    told = [form.moment(datetime.fromisoformat(f"2026-11-01T0{hour}:30")) for hour in (4, 5, 6, 7)]

    assert [words.partition(", ")[2] for words in told] == [
        "00:30", "01:30 EDT", "01:30 EST", "02:30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("now", "when", "words"),
    [
        ("2027-01-01T04:59", "2026-11-20T14:00", "20 Nov, 09:00"),  # New Year in London only
        ("2027-01-01T04:59", "2027-01-01T05:00", "1 Jan 2027, 00:00"),
        ("2027-01-01T05:00", "2026-11-20T14:00", "20 Nov 2026, 09:00"),
        ("2027-01-01T05:00", "2027-01-01T04:59", "31 Dec 2026, 23:59"),
        ("2027-01-01T05:00", "2027-01-01T05:00", "1 Jan, 00:00"),
    ],
)
def test_the_screen_says_the_year_where_it_is_not_the_stores_own_of_today(now, when, words):
    form = Format(zone="America/New_York", now=lambda: datetime.fromisoformat(now))
    assert form.moment(datetime.fromisoformat(when)) == words


def test_a_spreadsheet_has_instants_and_text_only_where_one_hour_comes_twice():
    form = Format(zone="Europe/Berlin")
    told = [form.wall_time(datetime(2026, 10, 24, hour, 30, tzinfo=UTC) + timedelta(1))
            for hour in (0, 1, 2)]  # fmt: skip

    assert told == [
        "2026-10-25 02:30:00 CEST",
        "2026-10-25 02:30:00 CET",
        datetime(2026, 10, 25, 3, 30),  # noqa: DTZ001 - as spreadsheets have it
    ]


def test_the_day_in_a_files_name_is_the_stores():
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)

    assert Format(zone="America/New_York").today(late) == "2026-12-31"
    assert Format(zone="Pacific/Kiritimati").today(late) == "2027-01-01"
