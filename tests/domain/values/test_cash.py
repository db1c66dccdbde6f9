from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.values.cash import counted, denominations, likely, notes


@pytest.mark.parametrize(
    ("total", "offered"),
    [
        ("47.81", ("50", "100")),
        ("57.81", ("60", "100")),
        ("8.30", ("10", "20")),
        ("20.00", ("50", "100")),
        ("230.00", ("240", "250")),
    ],
)
def test_the_notes_offered_are_those_people_hand_over(total, offered):
    assert likely(Decimal(total), "USD") == tuple(map(Decimal, offered))


@given(
    st.decimals("0.01", "99999", places=2),
    st.sampled_from(["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY"]),
)
def test_every_note_offered_covers_the_total(total, currency):
    offered = likely(total, currency)
    assert all(value > total for value in offered)
    assert list(offered) == sorted(set(offered))


def test_a_drawer_is_counted_from_the_largest_note_down():
    assert denominations("USD")[0] == 100
    assert notes("CHF")[0] == 10
    assert counted({Decimal(20): 3, Decimal("0.25"): 7}) == Decimal("61.75")
