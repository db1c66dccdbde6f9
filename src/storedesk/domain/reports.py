"""Define what sales come to in a report: the figures of a row, and how they are added up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, Protocol, Self, TypeVar

from storedesk.domain.costs import NO_COSTS, CostFigures
from storedesk.domain.report_periods import PeriodStep, ReportWindow
from storedesk.domain.values.money import rounded

NIL = Decimal("0.00")


class Subject(StrEnum):
    """What a report is about."""

    SALES = "sales"
    RETURNS = "returns"
    PROMOTIONS = "promotions"
    DISCOUNTS = "discounts"
    STOCK = "stock"


class Grouping(StrEnum):
    """What the rows of a report are."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HOUR = "hour"
    CATEGORY = "category"
    PRODUCT = "product"
    VARIANT = "variant"
    PERSON = "person"
    REGISTER = "register"
    TENDER = "tender"
    RATE = "rate"
    REASON = "reason"
    PROMOTION = "promotion"
    UNSOLD = "unsold"
    """Products that were in stock, and of which none was sold."""

    @property
    def step(self) -> PeriodStep | None:
        """The part of a period that a row is, if it is one."""
        return PeriodStep(self) if self in {Grouping.DAY, Grouping.WEEK, Grouping.MONTH} else None

    @property
    def is_of_lines(self) -> bool:
        """Whether rows are of what was sold, so that an order may be in several of them."""
        return self in {Grouping.CATEGORY, Grouping.PRODUCT, Grouping.VARIANT}


_LINES = (Grouping.PRODUCT, Grouping.VARIANT, Grouping.CATEGORY)
_TIMES = (Grouping.DAY, Grouping.WEEK, Grouping.MONTH)
_WHY = (Grouping.REASON, Grouping.PERSON, Grouping.REGISTER, *_LINES, *_TIMES)
GROUPINGS: Mapping[Subject, tuple[Grouping, ...]] = {
    Subject.SALES: (
        *_TIMES,
        Grouping.HOUR,
        Grouping.CATEGORY,
        Grouping.PRODUCT,
        Grouping.VARIANT,
        Grouping.PERSON,
        Grouping.REGISTER,
        Grouping.TENDER,
        Grouping.RATE,
    ),
    Subject.RETURNS: _WHY,
    Subject.PROMOTIONS: (Grouping.PROMOTION, Grouping.REGISTER, *_LINES, *_TIMES),
    Subject.DISCOUNTS: _WHY,
    Subject.STOCK: (Grouping.CATEGORY, Grouping.PRODUCT, Grouping.UNSOLD),
}
"""What the rows of each report may be, the usual one first."""
SHIPPING = "shipping"
"""The key of the row with what was paid for shipping: it belongs to no product."""
PAST = "past"
"""The key of imported past sales that nobody is known to have sold, or that are of no product."""
NOBODY = ""
"""The key of what was not sold at a till."""


class Summed(Protocol):
    """The figures of a row, of whatever report."""

    @property
    def main(self) -> Decimal:
        """What is drawn, and compared with another period."""

    @property
    def count(self) -> int:
        """How many orders, returns or lines it is of."""

    def __add__(self, other: Self) -> Self: ...


F = TypeVar("F", bound=Summed)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was sold, and what came back.

    An order counts when it was placed, once it is paid, unless it was canceled; a return counts
    when it was taken. That is what the start page counts, too.
    """

    orders: int = 0
    pieces: int = 0
    paid: Decimal = NIL
    """With tax and shipping."""
    tax: Decimal = NIL
    """In what was paid."""
    discounts: Decimal = NIL
    """List price less price sold at, as prices are written: with tax where they include it."""
    refunded: Decimal = NIL
    """For returns, with tax and shipping."""
    refunded_tax: Decimal = NIL
    past_orders: int = 0
    """Of the orders, those of another program, which were imported."""
    past_sold: Decimal = NIL
    """Of what was paid, what such orders came to; of their tax nothing is known."""
    past_back: Decimal = NIL
    """Of what was refunded, what came back of them."""
    goods: CostFigures = NO_COSTS
    """What the products cost; shipping and imported past sales are not in it."""

    @property
    def main(self) -> Decimal:
        """What is drawn, and compared: the sales."""
        return self.sales

    @property
    def count(self) -> int:
        """How many orders."""
        return self.orders

    @property
    def sales(self) -> Decimal:
        """What was sold, without tax."""
        return self.paid - self.tax

    @property
    def returns(self) -> Decimal:
        """What came back, without tax."""
        return self.refunded - self.refunded_tax

    @property
    def net(self) -> Decimal:
        """Sales less returns, without tax."""
        return self.sales - self.returns

    @property
    def past(self) -> Decimal:
        """What of net and gross is of imported past sales."""
        return self.past_sold - self.past_back

    @property
    def tax_left(self) -> Decimal:
        """The tax of sales less that of returns."""
        return self.tax - self.refunded_tax

    @property
    def gross(self) -> Decimal:
        """Sales less returns, with tax."""
        return self.paid - self.refunded

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.orders + other.orders, self.pieces + other.pieces, self.paid + other.paid,
            self.tax + other.tax, self.discounts + other.discounts,
            self.refunded + other.refunded, self.refunded_tax + other.refunded_tax,
            self.past_orders + other.past_orders, self.past_sold + other.past_sold,
            self.past_back + other.past_back, self.goods + other.goods,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reported(Generic[F]):
    """What a period came to: as a whole, and by the keys of what it was asked by."""

    total: F
    rows: Mapping[str, F] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """How what has a name of its own is called: products, persons, registers."""
    misses_days: bool = field(default=False, compare=False)
    """Whether days that are over were added up row by row: nobody has summed them yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is asked: which instants, by what, where their parts begin, and about what."""

    window: ReportWindow
    by: Grouping
    starts: tuple[datetime, ...] = ()
    """Of a report by time: the first instant of each row, UTC without zone."""
    zone: str = "UTC"
    about: Subject = Subject.SALES


@dataclass(frozen=True, slots=True)
class ReportRow(Generic[F]):
    """A row of a report, and what it is compared with."""

    key: str
    name: str
    now: F
    then: F | None = None


def spread(shares: Mapping[str, Decimal], total: Decimal, decimals: int) -> dict[str, Decimal]:
    """Round amounts so that they add up to `total`, each by less than a unit off.

    An order's tax is rounded once for each of its rates. What its lines have of it is exact only in
    fractions of a cent, and these are made whole cents here, one after the other. What `total` has
    beyond all of them goes to each by its size.
    """
    whole = sum(shares.values(), Decimal(0))
    if not whole:
        return dict.fromkeys(shares, Decimal(0))
    made, so_far, given = {}, Decimal(0), Decimal(0)
    for key in sorted(shares):
        so_far += shares[key]
        upto = rounded(total * so_far / whole, decimals) if so_far != whole else total
        made[key] = upto - given
        given = upto
    return made


def merged(
    now: Reported[F], then: Reported[F] | None, name_of: Callable[[str], str],
    keys: Sequence[str] | None = None,
) -> list[ReportRow[F]]:  # fmt: skip
    """Put two periods side by side, row by row; `keys` are those that stand there in any case."""
    wanted = dict.fromkeys(keys or ())
    wanted |= dict.fromkeys(now.rows) | dict.fromkeys(then.rows if then else ())
    none = type(now.total)()
    return [
        ReportRow(
            key, now.names.get(key) or (then.names.get(key) if then else None) or name_of(key),
            now.rows.get(key, none), then.rows.get(key, none) if then else None,
        )
        for key in wanted
    ]  # fmt: skip
