"""Define classes of tax with their dated rates, and what a rate makes of a price."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from storedesk.domain.values.tax import TaxMode


@dataclass(frozen=True, slots=True)
class TaxRate:
    """A rate of a class from a day of the store's calendar on."""

    day: date
    name: str
    """What receipts call the tax."""
    rate: Decimal
    """A share: 0.19."""


@dataclass(frozen=True, slots=True)
class TaxClassLine:
    """A class of tax, its rates from the oldest on, and what belongs to it."""

    id: UUID
    name: str
    is_default: bool
    """Whether it is that of whatever names no other."""
    rates: tuple[TaxRate, ...]
    categories: tuple[str, ...]
    """The names of the categories that name it, in their order."""
    products: int
    """How many products name it themselves."""

    def on(self, day: date) -> TaxRate | None:
        """Return the rate of a day; None where there is none yet."""
        return max((one for one in self.rates if one.day <= day), key=_day, default=None)

    def after(self, day: date) -> TaxRate | None:
        """Return the rate that comes next after a day; None where none is known."""
        return min((one for one in self.rates if one.day > day), key=_day, default=None)


@dataclass(frozen=True, slots=True)
class TaxChange:
    """What somebody changed: {class, day, name, rate} of a class, or {default_class}."""

    when: datetime
    """UTC without zone."""
    who: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class TaxesNow:
    """The classes, the default one first, and today's date in the store's calendar."""

    today: date
    classes: tuple[TaxClassLine, ...]
    changes: tuple[TaxChange, ...]
    """The newest first."""

    def default(self) -> TaxClassLine:
        """Return the class of whatever names no other; every store has one."""
        return next(one for one in self.classes if one.is_default)


def tax_in(price: Decimal, rate: Decimal, mode: TaxMode, digits: int) -> Decimal:
    """Return the tax that is added to a price, or contained in it; half a unit is rounded up."""
    whole = 1 + rate if mode is TaxMode.INCLUSIVE else Decimal(1)
    return (price * rate / whole).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _day(rate: TaxRate) -> date:
    return rate.day
