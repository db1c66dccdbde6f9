"""Write money, quantities and times for the screen, in the language of the store."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal
from PySide6.QtCore import QDate, QDateTime, QLocale, QTimeZone

from storedesk.documents import amounts, moments
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.language import plural

Day: TypeAlias = date
AMOUNT = re.compile(r"\d+\.\d\d")
"""An amount as the database writes it."""
FIRST_YEAR = 1970
"""Days before it are slips of the pen."""

KILO = 1000


def _now() -> datetime:
    return datetime.now(UTC)


class Format:
    """Writes values in one language and time zone: those of the store."""

    def __init__(
        self, locale: str = "en_US", zone: str = "UTC", now: Callable[[], datetime] = _now
    ) -> None:
        """Take a locale such as "de_DE", an IANA time zone and a clock: which year is this one."""
        self.locale = locale
        self.qt = QLocale(locale)
        self._zone = QTimeZone(zone.encode())
        self._now = now
        self._place = moments.zone(zone)

    def money(self, money: Money) -> str:
        """Return exact money with its currency's sign: "$1,234.50"."""
        return amounts.written(money, self.locale)

    def sum(self, amount: Decimal, currency: str) -> str:
        """Return an amount of a currency as money."""
        return self.money(Money(amount, currency))

    def in_money(self, refusal: StoreError) -> StoreError:
        """Return a refusal whose amounts are written as money, where it names their currency."""
        values = dict(refusal.parameters)
        currency = values.pop("currency", None)
        if not isinstance(currency, str):
            return refusal
        written = {
            key: self.money(Money(Decimal(value), currency))
            for key, value in values.items()
            if isinstance(value, str) and AMOUNT.fullmatch(value)
        }
        return type(refusal)(refusal.code, **values | written)

    def amount(self, amount: Decimal) -> str:
        """Return an amount without a currency, two decimals, as it would be typed."""
        return str(format_decimal(amount, "#0.00", locale=self.locale))

    def kilograms(self, weight: Decimal) -> str:
        """Return a weight in kilograms, three decimals: "0.350"."""
        return str(format_decimal(weight, "#0.000", locale=self.locale))

    def difference(self, amount: Decimal) -> str:
        """Return an amount with its sign, two decimals, as it would be typed: "+1.50"."""
        return str(format_decimal(amount, "+#0.00;-#0.00", locale=self.locale))

    def count(self, number: int) -> str:
        """Return a whole number with the locale's groups: "1,234"."""
        return _count(number, self.locale)

    def size(self, size: int) -> str:
        """Return a number of bytes as disks have it: "12.3 MB"."""
        kind = QLocale.DataSizeFormat.DataSizeSIFormat
        return self.qt.formattedDataSize(size, 1 if size >= KILO else 0, kind)

    def signed(self, number: int) -> str:
        """Return a whole number with its sign, as a change of something: "+1,234"."""
        sign = "+" if number > 0 else amounts.MINUS if number < 0 else ""
        return f"{sign}{self.count(abs(number))}"

    def products(self, count: int) -> str:
        """Say how many products a list has: "1 product", "1,234 products"."""
        return plural("{count} product", "{count} products", count).format(count=self.count(count))

    def percent(self, rate: Decimal) -> str:
        """Return a rate, 0.0825 as "8.25%"."""
        return amounts.percent(rate, self.locale)

    def date(self, when: datetime) -> str:
        """Return the day in the store's zone, short: "22 Nov 2026"."""
        return self.qt.toString(self._local(when).date(), _pattern(self.locale, "yMMMd"))

    def day(self, day: Day, parts: str = "yMMMd") -> str:
        """Return a day of the calendar, short: "22 Nov 2026"; without the year for MMMd."""
        return self.qt.toString(QDate(day.year, day.month, day.day), _pattern(self.locale, parts))

    def day_names(self, day: Day, pattern: str) -> str:
        """Return parts of a day by Qt's letters, such as "ddd": "Sun", or "MMM yyyy"."""
        return self.qt.toString(QDate(day.year, day.month, day.day), pattern)

    def read_day(self, typed: str) -> Day | None:
        """Read a day as this language writes it, or as 2026-11-22; None where it is none."""
        words = typed.strip()
        for pattern in ("yyyy-M-d", _pattern(self.locale, "yMMMd"), *_typed(self.qt)):
            found = self.qt.toDate(words, pattern)
            if found.isValid() and found.year() >= FIRST_YEAR:
                return Day(found.year(), found.month(), found.day())
        return None

    @property
    def first_weekday(self) -> int:
        """On which day weeks begin: 0 for Monday."""
        return int(self.qt.firstDayOfWeek().value) - 1

    def instant(self) -> datetime:
        """Return now, UTC without zone."""
        return _utc(self._now()).replace(tzinfo=None)

    def weekday(self, when: datetime) -> str:
        """Return the day in the store's zone by its name: "Saturday, 28 November 2026"."""
        return moments.weekday(when, self._place, self.locale)

    @property
    def zone(self) -> ZoneInfo:
        """The store's time zone."""
        return self._place

    def now(self) -> datetime:
        """Return what clocks in the store's zone show now."""
        return moments.local(self._now(), self._place)

    def time(self, when: datetime) -> str:
        """Return the time of day in the store's zone: "14:06"."""
        return self.qt.toString(self._local(when).time(), "HH:mm")

    def moment(self, when: datetime) -> str:
        """Return day and time: "22 Nov, 13:00"; the year only where it is not this one."""
        local = self._local(when)
        this_year = local.date().year() == self.now().year
        day = _pattern(self.locale, "MMMd" if this_year else "yMMMd")
        words = self.qt.toString(local, f"{day}, HH:mm")
        return f"{words} {self._zone_name(when)}" if self._is_twice(when) else words

    def on_paper(self, when: datetime) -> str:
        """Return the whole date and the time for what is printed or kept: "22 Nov 2026, 13:00"."""
        return moments.on_paper(when, self._place, self.locale)

    def today(self, now: datetime) -> str:
        """Return the store's day for file names: "2026-11-22"."""
        return f"{moments.local(now, self._place):%Y-%m-%d}"

    def wall_time(self, when: datetime) -> datetime | str:
        """Return an instant as clocks in the store's zone showed it, for a spreadsheet.

        It has no zone. In the hour that comes twice it is a text that says which one is meant.
        """
        shown = moments.local(when, self._place).replace(tzinfo=None, microsecond=0, fold=0)
        if self._is_twice(when):
            return f"{shown.isoformat(' ')} {self._zone_name(when)}"
        return shown

    def _is_twice(self, when: datetime) -> bool:
        return moments.is_twice(when, self._place)

    def _zone_name(self, when: datetime) -> str:
        return moments.zone_name(when, self._place)

    def _local(self, when: datetime) -> QDateTime:
        seconds = int(_utc(when).timestamp())
        return QDateTime.fromSecsSinceEpoch(seconds, QTimeZone.utc()).toTimeZone(self._zone)


def _utc(when: datetime) -> datetime:
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


@lru_cache(maxsize=64)
def _pattern(locale: str, parts: str) -> str:
    """Return how a language writes days, in Qt's letters."""
    return moments.day_pattern(locale, parts).replace("y", "yyyy")


def _typed(locale: QLocale) -> tuple[str, ...]:
    """Return how a day of this language is typed in digits: with a year of four digits."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    order = sorted("dMy", key=short.find)
    mark = next((sign for sign in short if not sign.isalpha()), "-")
    return (mark.join({"d": "d", "M": "M", "y": "yyyy"}[part] for part in order),)


@lru_cache(maxsize=8192)
def _count(number: int, locale: str) -> str:
    return str(format_decimal(number, locale=locale))
