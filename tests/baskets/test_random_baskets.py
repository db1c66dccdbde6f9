"""Random baskets in Python and by the commands come to the same, until everything is back.

`make baskets` plays 3,000 of them; every run of the suite some 40.
"""

import os
from random import Random

import pytest

from tests.baskets.exchanges import play
from tests.baskets.shop import MONEYS, open_shop

pytestmark = pytest.mark.usefixtures("invariants")

SEED = os.environ.get("BASKETS_SEED", "12")
FEW, MANY, ROUNDS = 6, 54, 8
names = [f"{one.currency} {'inclusive' if one.is_inclusive else 'exclusive'}" for one in MONEYS]


def play_many(store, till_of, money, seed, number):
    """Play baskets that a seed draws, in a store that is as new."""
    print(f"seed {seed}")
    shop = open_shop(store, till_of, money, Random(seed))
    for at in range(number):
        try:
            play(shop)
        except Exception as error:
            error.add_note(f"basket {at} of seed {seed!r}, {money}")
            raise
    assert shop.store.sql("SELECT core.expected_cash(%s)", shop.shift) == shop.drawer


@pytest.mark.parametrize("money", MONEYS, ids=names)
def test_a_few_baskets_come_to_what_python_reckons(store, till_of, money):
    play_many(store, till_of, money, f"few {money.currency}", FEW)


@pytest.mark.slow
@pytest.mark.parametrize("at", range(ROUNDS))
@pytest.mark.parametrize("money", MONEYS, ids=names)
def test_thousands_of_baskets_come_to_what_python_reckons(store, till_of, money, at):
    play_many(store, till_of, money, f"{SEED} {money.currency} {at}", MANY)
