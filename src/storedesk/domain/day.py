"""Define what a day in the store came to, and how it compares with the same day a week before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from uuid import UUID

from storedesk.domain.shifts import DrawerCash
from storedesk.domain.till import Method

WEEKS = 8
"""How many same days of a week are compared, today among them."""
BEST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Day:
    """A day as clocks in the store show it. All instants are UTC, without saying so."""

    begins: datetime
    until: datetime
    """The same time of day as now; of today it is now."""
    ends: datetime


@dataclass(frozen=True, slots=True)
class Sales:
    """What some orders came to: how many, without tax, and with it."""

    orders: int = 0
    net: Decimal = Decimal(0)
    total: Decimal = Decimal(0)

    @property
    def average(self) -> Decimal:
        """What an order came to on average, without tax; 0 of none. Not rounded."""
        return self.net / self.orders if self.orders else Decimal(0)


@dataclass(frozen=True, slots=True)
class BestSeller:
    """A product that was sold of late: how many pieces, and what they came to."""

    product_id: UUID
    name: str
    picture: str | None
    """The sha256 of its first picture."""
    pieces: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ShiftOfDay:
    """A shift that is open, or was closed lately."""

    id: UUID
    register: str
    people: str
    """Who is in it now, or who closed it."""
    opened_at: datetime
    closed_at: datetime | None
    sales: int
    taken: Decimal
    """By all tenders, refunds taken off."""
    difference: Decimal | None
    """What was counted less what was expected, once it is closed."""
    drawer: DrawerCash | None = None
    """What is in the drawer, while it is open and the drawer has bounds."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits to be done."""

    to_ship: int
    to_ship_total: Decimal
    low: int
    counts: int
    failed_emails: int


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What the start page shows of today."""

    until_now: tuple[Sales, ...]
    """Today and the same days of the weeks before, newest first, each until this time of day."""
    hours: Mapping[int, Decimal] = field(default_factory=dict)
    """Of today: what was sold without tax, by the hour of the store's clock."""
    hours_before: Mapping[int, Decimal] = field(default_factory=dict)
    """The same of the whole day a week before."""
    taken: Mapping[Method, Decimal] = field(default_factory=dict)
    """What was paid today, by tender, with tax."""
    refunded: Decimal = Decimal(0)
    refunds: int = 0
    best: tuple[BestSeller, ...] = ()
    """Of the last BEST_DAYS days, today among them."""
    shifts: tuple[ShiftOfDay, ...] = ()

    @property
    def today(self) -> Sales:
        """Today until now."""
        return self.until_now[0]

    @property
    def before(self) -> Sales:
        """The same day a week before, until this time."""
        return self.until_now[1]


def days_until(now: datetime, zone: tzinfo) -> tuple[Day, ...]:
    """Return today and the same day of the weeks before, newest first.

    `now` has a zone. A time of day that a clock skips is the one after the hour it skips.
    """
    local = now.astimezone(zone)
    made = []
    for weeks in range(WEEKS):
        day = local.replace(fold=0) - timedelta(weeks=weeks)
        midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
        until = now if weeks == 0 else day
        made.append(Day(_utc(midnight), _utc(until), _utc(midnight + timedelta(days=1))))
    return tuple(made)


def change(now: Decimal, before: Decimal) -> Decimal | None:
    """Return how much more `now` is than `before`, 0.044 as 4.4 %; None where nothing was."""
    return (now - before) / before if before > 0 else None


def _utc(when: datetime) -> datetime:
    return when.astimezone(UTC).replace(tzinfo=None)
