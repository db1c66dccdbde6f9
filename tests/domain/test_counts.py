from uuid import uuid4

import pytest

from storedesk.domain.counts import CountLine
from storedesk.domain.values.money import Money


@pytest.mark.parametrize(
    ("counted", "stock_then", "difference", "worth"),
    [(9, 12, -3, "-7.50"), (12, 12, 0, "0"), (0, 0, 0, "0"), (14, 12, 2, "5"),
     (None, 12, None, None), (None, None, None, None), (3, None, None, None)],
)  # fmt: skip
def test_what_nobody_counted_has_no_difference(counted, stock_then, difference, worth):
    line = CountLine(
        product_id=uuid4(), product="Mug", category="Mugs", code=None,
        price=Money.of("2.50", "EUR"), counted=counted, stock_then=stock_then,
        on_hand=12, reserved=0, who="", trouble=None,
    )  # fmt: skip

    assert line.difference == difference
    assert line.worth == (None if worth is None else Money.of(worth, "EUR"))
