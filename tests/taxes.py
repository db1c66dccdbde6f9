"""Calculate tax by the same rule as core.totals in the database.

Lines are grouped by the name and rate of their tax; a group's base is the sum of its lines'
subtotals, and its tax is rounded once, half away from zero, to the currency's smallest unit. With
exclusive prices the tax is base x rate and is added; with inclusive prices it is
base x rate / (1 + rate), is contained in the price already, and the total is the subtotal.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from storedesk.domain.values.money import CENT, rounded
from storedesk.domain.values.tax import TaxLine, TaxMode


@dataclass(frozen=True, slots=True)
class Rate:
    """A tax as it is printed, and its share of the price: 0.08250 is 8.25 %."""

    name: str
    rate: Decimal


@dataclass(frozen=True, slots=True)
class TaxTotals:
    """The totals of a basket, in the store's currency."""

    subtotal: Decimal
    tax: Decimal
    """What is added for tax: zero where prices include it."""
    total: Decimal
    tax_lines: tuple[TaxLine, ...]


def totals(
    lines: Iterable[tuple[Decimal, Rate | None]], mode: TaxMode, decimals: int = 2
) -> TaxTotals:
    """Add up lines, each a subtotal and its rate; a rate of None or nought is not taxed.

    `decimals` are those of the currency: see `money.decimals`.
    """
    subtotal = Decimal("0.00")
    bases: dict[tuple[str, Decimal], Decimal] = defaultdict(lambda: Decimal("0.00"))
    for amount, rate in lines:
        subtotal += amount
        if rate is not None and rate.rate:
            bases[rate.name, rate.rate] += amount
    taxed = tuple(
        TaxLine(name, rate, base, _tax(base, rate, mode, decimals))
        for (name, rate), base in sorted(bases.items())
    )
    added = sum((line.tax for line in taxed), Decimal("0.00"))
    added = added if mode is TaxMode.EXCLUSIVE else Decimal("0.00")
    return TaxTotals(subtotal, added, subtotal + added, taxed)


def _tax(base: Decimal, rate: Decimal, mode: TaxMode, decimals: int) -> Decimal:
    tax = base * rate if mode is TaxMode.EXCLUSIVE else base * rate / (1 + rate)
    return rounded(tax, decimals).quantize(CENT)
