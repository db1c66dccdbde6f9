"""A chart's axis is round."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from storedesk.ui.kit.charts.axis import steps_of


@given(st.decimals("0", "9999999.99", places=2))
def test_an_axis_is_round_and_reaches_as_high_as_its_bars(highest):
    steps = steps_of(highest)
    assert steps[0] == 0
    assert 2 <= len(steps) <= 5
    assert steps[-1] >= highest
    assert len({second - first for first, second in pairwise(steps)}) == 1
    assert steps[-1] <= 4 * max(highest, Decimal("0.25"))


def test_an_axis_of_everyday_sales():
    assert list(steps_of(Decimal("689.40"))) == [0, 250, 500, 750]
    assert list(steps_of(Decimal(0))) == [0, 1]
