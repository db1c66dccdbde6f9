"""Define what products cost the store, and what is left of a price."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

NIL = Decimal("0.00")
TENTH = Decimal("0.001")
"""Shares are told to a tenth of a percent."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a piece of a product costs, or of one of its variants."""

    product_id: UUID
    variant_id: UUID | None
    cost: Decimal


@dataclass(frozen=True, slots=True)
class ProductCost:
    """What a piece of a product costs now, and the tax of today that its price is taken with."""

    cost: Decimal
    rate: Decimal
    is_inside: bool
    """Whether prices include the tax."""

    def share_of(self, price: Decimal) -> Decimal | None:
        """Return which part of a price is left; None of no price."""
        return margin_share(without_tax(price, self.rate, is_inside=self.is_inside), self.cost)


def margin_share(net: Decimal, cost: Decimal) -> Decimal | None:
    """Return which part of an amount without tax is left after its cost: 0.417.

    None where the amount is nothing.
    """
    return ((net - cost) / net).quantize(TENTH) if net else None


def without_tax(price: Decimal, rate: Decimal, *, is_inside: bool) -> Decimal:
    """Return a price without its tax, in fractions of a cent."""
    return price / (1 + rate) if is_inside else price


@dataclass(frozen=True, slots=True)
class CostFigures:
    """What sold products cost the store on the day of their sale, less what came back.

    What is damaged when it comes back has cost what it did; the rest went back to the shelf.
    """

    cost: Decimal = NIL
    costed: Decimal = NIL
    """What they were sold for without tax, where a cost is known."""
    uncosted: Decimal = NIL
    """What the others were sold for: of them no margin is known."""

    @property
    def margin(self) -> Decimal:
        """What is left of sales whose cost is known."""
        return self.costed - self.cost

    @property
    def share(self) -> Decimal | None:
        """Which part of these sales that is; None where nothing is known."""
        return margin_share(self.costed, self.cost)

    @property
    def is_known(self) -> bool:
        """Whether anything was sold of which the cost is known."""
        return bool(self.costed or self.cost)

    def __add__(self, other: "CostFigures") -> "CostFigures":
        if other is NO_COSTS:
            return self
        return CostFigures(
            self.cost + other.cost, self.costed + other.costed, self.uncosted + other.uncosted
        )


NO_COSTS = CostFigures()
"""Of nothing."""
