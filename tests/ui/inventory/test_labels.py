"""What the ledger says of a movement."""

from datetime import datetime
from uuid import uuid4

import pytest

from storedesk.domain.inventory import Movement, Operation
from storedesk.ui.inventory.labels import movement_label

NOON = datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - the database's times are UTC without a zone


@pytest.mark.parametrize(
    ("operation", "reason", "order", "words"),
    [
        (Operation.ADJUST, "damaged: Dropped: twice", None, "Damaged: Dropped: twice"),
        (Operation.ADJUST, "found", None, "Found"),
        (Operation.ADJUST, "correction", None, "Adjusted · correction"),
        (Operation.SET, "opening stock", None, "Set · opening stock"),
        (Operation.ADJUST, "undone: damaged: fell", None, "Undone: Damaged: fell"),
        (Operation.ADJUST, "count: Shelf 3", None, "Count: Shelf 3"),
        (Operation.RESTOCK, "delivered: note 7", None, "Delivered: note 7"),
        (Operation.DEDUCT, "order", "ORD-2026-000001", "Sold · ORD-2026-000001"),
    ],
)
def test_a_movement_says_for_which_order_or_why(operation, reason, order, words):
    movement = Movement(uuid4(), NOON, operation, -1, 9, 0, reason, "Maya", None, order)
    assert movement_label(movement) == words
