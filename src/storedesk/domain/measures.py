"""Define how products are sold that are not sold by the piece, and what was measured of a line."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.money import Money, rounded

LEAST, MOST = Decimal("0.001"), Decimal("99.999")
"""Of the weight of one package, in kilograms: core.most_weight has the same."""
GRAM = Decimal("0.001")


class Measure(StrEnum):
    """How a product is sold that is not sold by the piece."""

    KILOGRAM = "kilogram"
    """By weight: its price is for a kilogram."""
    OPEN_PRICE = "open_price"
    """At a price that is asked at the till."""


class MeasureSource(StrEnum):
    """Where the weight or the price of a line comes from."""

    LABEL_WEIGHT = "label_weight"
    LABEL_PRICE = "label_price"
    SCALE = "scale"
    TYPED = "typed"
    """A weight that somebody typed."""
    OPEN_PRICE = "open_price"
    """A price that somebody typed."""


@dataclass(frozen=True, slots=True)
class LineMeasure:
    """What was measured of a line: it is one package."""

    source: MeasureSource
    weight: Decimal | None
    """In kilograms, three decimals; None where nobody weighed."""
    kilo_price: Money | None
    """What a kilogram cost; None where a label's price is not the weight's."""


def checked_weight(weight: Decimal) -> Decimal:
    """Return a weight in kilograms. Refuses one that no package has: bad_weight."""
    if not LEAST <= weight <= MOST or weight != weight.quantize(GRAM):
        raise Refused("bad_weight", most=str(MOST))
    return weight


def package_price(weight: Decimal, kilo_price: Decimal, digits: int = 2) -> Decimal:
    """Return what a package costs: rounded once, half up, as core.line_price does."""
    return rounded(weight * kilo_price, digits)
