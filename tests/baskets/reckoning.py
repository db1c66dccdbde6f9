"""Reckon what a sale comes to, in plain Python and from the written rules alone.

The rules are those of docs/decisions 0066 (promotions), 0074 (discounts), 0075 (packages) and of
the page on money in the design: amounts are rounded half away from zero to the currency's smallest
unit, tax once for each rate, cash on its tender alone. Nothing here asks the database.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction


@dataclass(frozen=True)
class Money:
    """How a store counts: the decimals of its currency, its smallest coin, its mode of tax."""

    currency: str
    digits: int
    coin: Decimal
    is_inclusive: bool

    @property
    def unit(self) -> Decimal:
        return Decimal(1).scaleb(-self.digits)

    def rounded(self, amount: Fraction | Decimal) -> Decimal:
        """Round half up to the smallest unit; no amount here is below zero."""
        units = Fraction(amount) / Fraction(self.unit) + Fraction(1, 2)
        return (units.numerator // units.denominator) * self.unit

    def in_coins(self, amount: Decimal) -> Decimal:
        return (amount / self.coin).quantize(Decimal(1), ROUND_HALF_UP) * self.coin

    def tax(self, base: Decimal, rate: Decimal) -> Decimal:
        share = Fraction(base) * Fraction(rate)
        return self.rounded(share / (1 + Fraction(rate)) if self.is_inclusive else share)


@dataclass(frozen=True)
class Item:
    """A thing on sale: `price` is today's, of a piece or a kilogram, and `usual` without promotion.

    `price` is None where it is asked at the till.
    """

    id: str
    code: str
    price: Decimal
    usual: Decimal
    tax: tuple[str, Decimal] | None
    measure: str | None = None
    is_promoted: bool = False


@dataclass
class Line:
    """Pieces of an item at one price, or one package; `listed` is what a piece costs today."""

    item: Item
    pieces: int
    price: Decimal
    listed: Decimal
    usual: Decimal
    weight: Decimal | None = None
    is_package: bool = False
    is_set: bool = False
    allowed: int = 0

    @property
    def cost(self) -> Decimal:
        return self.pieces * self.price

    @property
    def key(self) -> tuple[object, ...]:
        """What a till shows of it."""
        before = self.listed if self.is_set else self.usual
        return (self.item.id, self.pieces, self.price, before, self.weight, self.is_package)


@dataclass
class Totals:
    """What lines come to: by rate {(name, rate): (base, tax)}."""

    subtotal: Decimal
    tax: Decimal
    by_rate: dict[tuple[str, Decimal], tuple[Decimal, Decimal]]

    @property
    def total(self) -> Decimal:
        return self.subtotal + self.tax


def totals(money: Money, lines: Iterable[tuple[Decimal, tuple[str, Decimal] | None]]) -> Totals:
    """Add up lines of an amount and its tax."""
    subtotal, bases = Decimal(0), defaultdict(Decimal)
    for amount, tax in lines:
        subtotal += amount
        if tax and tax[1]:
            bases[tax] += amount
    by_rate = {tax: (base, money.tax(base, tax[1])) for tax, base in bases.items()}
    added = Decimal(0) if money.is_inclusive else sum((t for _, t in by_rate.values()), Decimal(0))
    return Totals(subtotal, added, by_rate)


def split(money: Money, discount: Decimal, costs: Sequence[Decimal]) -> list[Decimal]:
    """Split a discount by what lines cost: the largest remainder first, of equal ones the first."""
    units_off = Fraction(discount / money.unit)
    exact = [units_off * Fraction(cost) / Fraction(sum(costs)) for cost in costs]
    units = [part.numerator // part.denominator for part in exact]
    left = int(discount / money.unit) - sum(units)
    by_rest = sorted(range(len(costs)), key=lambda at: (units[at] - exact[at], at))
    for at in by_rest[:left]:
        units[at] += 1
    return [Decimal(n) * money.unit for n in units]


@dataclass
class Basket:
    """A sale in progress, with what is kept to be undone."""

    money: Money
    lines: list[Line] = field(default_factory=list)
    kept: list[list[Line]] = field(default_factory=list)

    def totals(self) -> Totals:
        return totals(self.money, [(line.cost, line.item.tax) for line in self.lines])

    def keep(self) -> None:
        self.kept.append(deepcopy(self.lines))

    def undo(self) -> None:
        self.lines = self.kept.pop()

    def scan(self, item: Item, pieces: int) -> None:
        """Add pieces at today's price: to a line that has it, or as a line."""
        self._put(Line(item, pieces, item.price, item.price, item.usual))

    def weigh(self, item: Item, weight: Decimal) -> None:
        price, usual = (self.money.rounded(p * weight) for p in (item.price, item.usual))
        self.lines.append(Line(item, 1, price, price, usual, weight, is_package=True))

    def ask_price(self, item: Item, price: Decimal) -> None:
        self.lines.append(Line(item, 1, price, price, price, is_package=True))

    def change(self, line: Line, pieces: int, *, is_manager: bool) -> None:
        """Set how many pieces a line has; those beyond what was allowed cost the list price."""
        beyond = pieces - line.allowed if line.is_set else 0
        if not pieces:
            self._take(line)
        elif beyond > 0 and not is_manager:
            line.pieces = line.allowed
            self.scan(line.item, beyond)
        else:
            line.pieces = pieces
            line.allowed = max(line.allowed, pieces) if line.is_set else 0

    def reprice(self, item: Item) -> None:
        """Have lines cost what their item costs by now, but for those whose price was set.

        One that was set, and is the price by now, was not.
        """
        for line in [one for one in self.lines if one.item.id == item.id]:
            each = (
                item.price if line.weight is None else self.money.rounded(item.price * line.weight)
            )
            line.item = item
            if not line.is_set or line.price == each:
                self._take(line)
                line.price = line.listed = line.usual = each
                line.is_set, line.allowed = False, 0
                self._put(line).is_set = False

    def set_price(self, line: Line, price: Decimal) -> None:
        self._take(line)
        self._put_set(line, line.pieces, price)

    def discount(
        self, lines: Sequence[Line], percent: Decimal | None, amount: Decimal | None,
        most: Decimal | None,
    ) -> str | None:  # fmt: skip
        """Lower some lines by a discount; return why it is refused, where it is.

        `most` is the percentage that who gives it may give, None for a manager.
        """
        money, whole = self.money, sum((line.cost for line in lines), Decimal(0))
        wanted = amount if percent is None else money.rounded(Fraction(whole * percent) / 100)
        if not 0 < wanted <= whole:
            return "discount_range"
        shares = split(money, wanted, [line.cost for line in lines])
        lowered = [(line, share) for line, share in zip(lines, shares, strict=True) if share]
        if most is not None and self._is_beyond(lowered, most):
            return "discount_limit"
        for line, _ in lowered:
            self._take(line)
        for line, share in lowered:
            self._lower(line, line.cost - share)
        return None

    def _is_beyond(self, lowered: list[tuple[Line, Decimal]], most: Decimal) -> bool:
        """Whether a discount is more off the list prices than somebody may give."""
        money, off, listed = self.money, Decimal(0), Decimal(0)
        for line, share in lowered:
            of_line = line.pieces * line.listed
            given = of_line - line.cost + share
            if given > of_line * most / 100 + money.unit:
                return True
            off, listed = off + given, listed + of_line
        return off > money.rounded(listed * most / 100)

    def _lower(self, line: Line, cost: Decimal) -> None:
        """Put pieces that cost so much together: some of them a unit more than the others."""
        each = (cost / line.pieces).quantize(self.money.unit, ROUND_FLOOR)
        dearer = int((cost - each * line.pieces) / self.money.unit)
        self._put_set(line, line.pieces - dearer, each)
        if dearer:
            self._put_set(line, dearer, each + self.money.unit)

    def _put_set(self, line: Line, pieces: int, price: Decimal) -> None:
        put = Line(
            line.item, pieces, price, line.listed, line.usual, line.weight, line.is_package,
            is_set=price != line.listed,
        )  # fmt: skip
        merged = self._put(put)
        merged.is_set, merged.allowed = put.is_set, merged.pieces

    def _put(self, line: Line) -> Line:
        """Add a line, or its pieces to the one that has the same item at that price."""
        if not line.is_package:
            for other in self.lines:
                at = (other.item.id, other.price, other.is_package)
                if at == (line.item.id, line.price, False):
                    other.pieces += line.pieces
                    return other
        self.lines.append(line)
        return line

    def _take(self, line: Line) -> None:
        self.lines = [other for other in self.lines if other is not line]
