"""Define the rows of the reports by tender and by tax rate, and how they are added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from storedesk.domain.reports import NIL, NOBODY


@dataclass(frozen=True, slots=True)
class TenderRow:
    """What was paid in one way, and refunded; on the day on which it was."""

    method: str
    payments: int
    paid: Decimal
    """Coin rounding is in it: it is what was taken."""
    rounding: Decimal
    refunds: int
    refunded: Decimal

    @property
    def left(self) -> Decimal:
        """What was taken less what was refunded."""
        return self.paid - self.refunded


@dataclass(frozen=True, slots=True)
class TaxRow:
    """What was sold and came back at one rate of tax; all sums are without tax but for the taxes.

    Without a rate it is what was not taxed, shipping, and what another program taxed by none.
    """

    name: str
    rate: Decimal | None
    sales: Decimal
    tax: Decimal
    returns: Decimal = NIL
    tax_back: Decimal = NIL

    @property
    def key(self) -> str:
        """What it is known by."""
        return f"{self.name}/{self.rate:f}" if self.rate is not None else NOBODY

    @property
    def net(self) -> Decimal:
        """Sales less returns."""
        return self.sales - self.returns

    @property
    def tax_left(self) -> Decimal:
        """The tax of sales less that of returns: what the tax office is told."""
        return self.tax - self.tax_back


def total_tax(rows: Sequence[TaxRow]) -> TaxRow:
    """Add up all rates: a row without a name."""
    return TaxRow(
        "", None, sum((row.sales for row in rows), NIL), sum((row.tax for row in rows), NIL),
        sum((row.returns for row in rows), NIL), sum((row.tax_back for row in rows), NIL),
    )  # fmt: skip


def sum_of(rows: Sequence[TenderRow]) -> TenderRow:
    """Add up all ways to pay: a row without a name."""
    return TenderRow(
        "", sum(row.payments for row in rows), sum((row.paid for row in rows), NIL),
        sum((row.rounding for row in rows), NIL), sum(row.refunds for row in rows),
        sum((row.refunded for row in rows), NIL),
    )  # fmt: skip
