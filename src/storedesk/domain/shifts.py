"""Define shifts: who works at a drawer, and what the shift has taken."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from storedesk.domain.fiscal import FiscalSpan
from storedesk.domain.seals import Seal
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine


@dataclass(frozen=True, slots=True)
class ShiftPerson:
    """Somebody who works in a shift."""

    id: UUID
    name: str
    login: str


class CashLevel(StrEnum):
    """That a drawer holds less than it should at least, or more than it should at most."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class DrawerCash:
    """What should be in the drawer of an open shift by its ledger, and the bounds of it."""

    cash: Decimal
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def level(self) -> CashLevel | None:
        """Tell whether it is below or above its bounds."""
        if self.least is not None and self.cash < self.least:
            return CashLevel.LOW
        return CashLevel.HIGH if self.most is not None and self.cash > self.most else None


@dataclass(frozen=True, slots=True)
class Shift:
    """The time of some people at one drawer, from the float to the count."""

    id: UUID
    register_id: UUID
    opened_by: str
    opened_at: datetime
    opening_float: Money
    opener_id: UUID | None = None
    """Who rejoins it alone, after leaving it for another one."""
    people: tuple[ShiftPerson, ...] = ()
    """Who is in it now: only they can sell, refund, move cash and close it."""
    cash_level: CashLevel | None = None
    """Whether its drawer holds too little or too much, as far as it was asked."""

    def has(self, staff_id: UUID) -> bool:
        """Tell whether somebody is in this shift."""
        return any(person.id == staff_id for person in self.people)

    @property
    def names(self) -> str:
        """Return who is in it, or at least who opened it."""
        return ", ".join(person.name for person in self.people) or self.opened_by


@dataclass(frozen=True, slots=True)
class DrawerCount:
    """What somebody counted in the drawer, before they saw what should be in it."""

    counted: Money
    expected: Money
    by: str
    at: datetime
    is_correction: bool
    """Whether it corrects the count before: no money had moved since."""


@dataclass(frozen=True, slots=True)
class TenderTotal:
    """Payments and refunds by one method during a shift."""

    method: Method
    taken: Money
    refunded: Money
    count: int
    """How many payments."""
    refunds: int = 0


@dataclass(frozen=True, slots=True)
class CreditTotals:
    """What shifts did with gift cards and store credit; none of it is turnover."""

    issued: Money
    """What was sold and topped up."""
    issues: int
    redeemed: Money
    """What paid sales, which stands among their tenders as well."""
    redemptions: int
    refunded: Money
    """What was given back as credit."""
    refunds: int
    payments: tuple[tuple[Method, Money], ...] = ()
    """What was paid for what was issued."""
    exchanged: Money | None = None
    """What of returns paid for sales in exchanges; it is none of the above."""
    exchanges: int = 0


@dataclass(frozen=True, slots=True)
class ShiftTotals:
    """What one or several shifts come to."""

    sales: int
    gross: Money
    """What was sold, with tax."""
    returns: int
    returned: Money
    """What the goods that came back are worth, with tax."""
    net: Money
    """What was sold, less what came back, both without tax."""
    taxes: tuple[TaxLine, ...]
    """By rate, less what came back."""
    tenders: tuple[TenderTotal, ...]
    discounts: int
    """Lines that were sold at another price than the list's."""
    discounted: Money
    """What the list's prices of them had been more."""
    paid_in: Money
    paid_out: Money
    first_order: str | None
    """The number of the first order sold, and of the last one."""
    last_order: str | None
    openings: int = 0
    """How often the drawer was opened without a sale."""
    credit: CreditTotals | None = None
    """None where nothing was done with gift cards."""
    open_returns: int = 0
    """How often goods came back without a receipt."""
    open_returned: Money | None = None
    """What they are worth, with tax; it is not in `returned`."""


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """An X report while the shift is open, its Z report once it is closed: the same query."""

    shift: Shift
    store: str
    register: str
    z_number: int | None
    closed_at: datetime | None
    closed_by: str | None
    totals: ShiftTotals
    expected: Money | None
    """What should be in the drawer; known only after it was counted."""
    counted: Money | None
    difference: Money | None
    difference_reason: str | None
    counts: tuple[DrawerCount, ...] = ()
    """All that was counted, first to last."""
    worked: tuple[str, ...] = ()
    """The names of all who have been in it, who came first first."""
    fiscal: FiscalSpan | None = None
    seal: Seal | None = None
    """What its closing has sealed; None of an open shift, and before there were seals."""
    credit_owed: Money | None = None
    """What the store owes on all gift cards, now or when the shift was closed; None for nothing."""

    in_sales: Money | None = None
    """What its drawer holds for parts of sales that are not paid yet; None for nothing."""

    def corrected(self) -> tuple[DrawerCount, ...]:
        """Return the counts that the last one corrects, first to last."""
        at = len(self.counts) - 1
        while at > 0 and self.counts[at].is_correction:
            at -= 1
        return self.counts[max(at, 0) : -1]


@dataclass(frozen=True, slots=True)
class DayReport:
    """All shifts that were opened on one day of the store's calendar."""

    day: date
    store: str
    shifts: tuple[ShiftReport, ...]
    """The first to be opened first."""
    totals: ShiftTotals
    expected: Money
    """What should be in the drawers of the closed shifts, what was counted, and the difference."""
    counted: Money
    difference: Money


class ShiftState(StrEnum):
    """What is listed of all shifts."""

    OPEN = "open"
    UNAPPROVED = "unapproved"
    """Closed with a difference or a correction that no manager has agreed to."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A shift as the list shows it."""

    id: UUID
    register: str
    z_number: int | None
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    closed_by: str
    sales: int
    gross: Money
    """What was sold, with tax."""
    difference: Money | None
    """What was counted less what was expected, once it is closed."""
    difference_reason: str
    needed_approval: bool
    """Whether it was closed so that a manager has to agree to it."""
    approved_by: str
    approved_at: datetime | None
    approval_note: str
    drawer: DrawerCash | None = None
    """What is in the drawer, while it is open and the drawer has bounds."""

    @property
    def state(self) -> ShiftState:
        """Tell what it is now."""
        if self.closed_at is None:
            return ShiftState.OPEN
        is_waiting = self.needed_approval and self.approved_at is None
        return ShiftState.UNAPPROVED if is_waiting else ShiftState.CLOSED


@dataclass(frozen=True, slots=True)
class ShiftCounts:
    """How many shifts are open, and how many a manager has to agree to."""

    open: int = 0
    unapproved: int = 0


class CashKind(StrEnum):
    """What has happened at a drawer."""

    FLOAT = "float"
    SALE = "sale"
    REFUND = "refund"
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    NO_SALE = "no_sale"
    """The drawer was opened, and no money moved."""
    COUNT = "count"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class CashEvent:
    """Something that happened at a drawer, and what should be in it afterwards."""

    id: UUID
    kind: CashKind
    at: datetime
    who: str
    order_id: UUID | None
    order: str
    """The number of the order that was paid or refunded."""
    remark: str
    """The reason, where one was given."""
    amount: Money | None
    """What went in, or out below 0; None where no money moved."""
    counted: Money | None
    balance: Money
