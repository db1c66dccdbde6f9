"""Choose the lines of an axis."""

from decimal import Decimal
from math import ceil

MOST_STEPS = 4
"""Lines above the ground of a chart."""


def steps_of(highest: Decimal) -> tuple[Decimal, ...]:
    """Return the lines of an axis from 0 on: three to five, round, the last above `highest`."""
    if highest <= 0:
        return (Decimal(0), Decimal(1))
    size = Decimal(1).scaleb(highest.adjusted())
    for factor in (Decimal("0.25"), Decimal("0.5"), Decimal(1), Decimal("2.5")):
        step = size * factor
        count = ceil(highest / step)
        if count <= MOST_STEPS:
            return tuple(step * at for at in range(max(count, 2) + 1))
    raise AssertionError("a number below ten times its size is four steps of 2.5 at most")
