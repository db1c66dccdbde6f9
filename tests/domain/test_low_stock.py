from uuid import uuid4

import pytest

from storedesk.domain.inventory import Stock
from storedesk.domain.low_stock import LowStockLine


def line(on_hand, reserved, low_at, sold):
    return LowStockLine(uuid4(), "Mug", "Mugs", None, Stock(on_hand, reserved, low_at), sold)


@pytest.mark.parametrize(
    ("on_hand", "reserved", "low_at", "sold", "lasts", "suggested"),
    [
        (10, 0, 10, 0, None, 0),  # nothing sells: nothing beyond the threshold
        (4, 0, 10, 0, None, 6),
        (6, 2, 10, 30, 4, 36),  # one a day: four days, 30 to sell and 6 to the threshold
        (0, 0, 5, 15, 0, 20),
        (3, 3, 5, 15, 0, 20),  # all of it is promised
        (10, 0, 10, 7, 42, 7),
        (0, 0, 0, 0, None, 0),
    ],
)
def test_how_long_it_lasts_and_how_many_to_order(on_hand, reserved, low_at, sold, lasts, suggested):
    told = line(on_hand, reserved, low_at, sold)

    assert told.days_of_cover == lasts
    assert told.suggested == suggested
    assert told.suggested >= low_at - told.stock.available
