"""Define what returns, prices set by hand and stock come to in a report."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from decimal import Decimal
from operator import attrgetter

from storedesk.domain.costs import NO_COSTS
from storedesk.domain.reports import NIL, Figures


@dataclass(frozen=True, slots=True)
class ReturnFigures:
    """What came back. A return counts when it was taken, whenever its order was placed."""

    returns: int = 0
    pieces: int = 0
    damaged: int = 0
    """Of the pieces, those that did not go back to the shelf."""
    refunded: Decimal = NIL
    """With tax and shipping."""
    tax: Decimal = NIL
    """In what was refunded."""
    shipping: Decimal = NIL
    """In what was refunded."""

    @property
    def main(self) -> Decimal:
        """What is drawn, and compared: without tax, as the sales report has returns."""
        return self.refunded - self.tax

    @property
    def count(self) -> int:
        """How many returns."""
        return self.returns

    def __add__(self, other: "ReturnFigures") -> "ReturnFigures":
        return ReturnFigures(
            self.returns + other.returns, self.pieces + other.pieces,
            self.damaged + other.damaged, self.refunded + other.refunded,
            self.tax + other.tax, self.shipping + other.shipping,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DiscountFigures:
    """What was sold at a price set by hand, or by a promotion; all amounts as prices are written.

    A line counts when its order was placed, once that is paid, unless it was canceled; what came
    back of it counts when its return was taken.
    """

    lines: int = 0
    pieces: int = 0
    listed: Decimal = NIL
    """What the pieces cost by the list, or without the promotion."""
    given: Decimal = NIL
    """How far they were sold below the list."""
    raised: Decimal = NIL
    """How far others were sold above it."""
    orders: int = 0
    """In which they were sold. An order of several rows counts once in the total."""
    pieces_back: int = 0
    """That came back."""
    given_back: Decimal = NIL
    """What had been given away on the pieces that came back."""

    @property
    def main(self) -> Decimal:
        """What is drawn, and compared: what was given away."""
        return self.given

    @property
    def count(self) -> int:
        """How many lines of orders."""
        return self.lines

    @property
    def sold(self) -> Decimal:
        """What the pieces were sold for."""
        return self.listed - self.given + self.raised

    @property
    def left(self) -> Decimal:
        """What was given away less what of it came back."""
        return self.given - self.given_back

    @property
    def share(self) -> Decimal | None:
        """What was given away of what the list says, four decimals; None where that is nothing."""
        if not self.listed:
            return None
        return (self.given / self.listed).quantize(Decimal("0.0001"))

    def __add__(self, other: "DiscountFigures") -> "DiscountFigures":
        return DiscountFigures(
            self.lines + other.lines, self.pieces + other.pieces, self.listed + other.listed,
            self.given + other.given, self.raised + other.raised, self.orders + other.orders,
            self.pieces_back + other.pieces_back, self.given_back + other.given_back,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class StockFigures:
    """What was in stock at the last instant of a period."""

    products: int = 0
    """That had any."""
    pieces: int = 0
    value: Decimal = NIL
    """By the prices of that moment, as they are written."""
    sold: int = 0
    """Pieces that were sold in the period."""
    last_sold: datetime | None = None
    """When the last one was sold before the period; None if none was, or in a sum."""
    cost: Decimal = NIL
    """By the costs of that day, where they are known."""
    uncosted: int = 0
    """Pieces of which the cost was not known."""

    @property
    def main(self) -> Decimal:
        """What is drawn, and compared: the value."""
        return self.value

    @property
    def count(self) -> int:
        """How many products."""
        return self.products

    def __add__(self, other: "StockFigures") -> "StockFigures":
        return StockFigures(
            self.products + other.products, self.pieces + other.pieces,
            self.value + other.value, self.sold + other.sold,
            cost=self.cost + other.cost, uncosted=self.uncosted + other.uncosted,
        )  # fmt: skip


_VALUES = attrgetter(*(one.name for one in fields(Figures) if one.name != "goods"))


def total_of(rows: Iterable[Figures]) -> Figures:
    """Add up many figures, column by column: one by one takes a second where they are thousands."""
    known = list(rows)
    columns = [sum(column) for column in zip(*map(_VALUES, known), strict=True)]
    goods = sum((one.goods for one in known if one.goods is not NO_COSTS), NO_COSTS)
    return replace(Figures() + Figures(*columns), goods=goods) if columns else Figures()
