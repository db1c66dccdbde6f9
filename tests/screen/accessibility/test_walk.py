"""A cashier's pages, and what their buttons open, are walked over the accessibility bus."""

import pytest

from tests.screen.accessibility.walker import Walker

pytestmark = pytest.mark.slow


def test_everything_has_a_name_a_role_and_states(at_till, products, orders):
    """In a store that has something of everything."""
    orders.placed((products[0].id, 2))
    orders.paid((products[1].id, 1))
    orders.sent((products[2].id, 1))
    assert Walker(at_till("bob")).faults() == []
