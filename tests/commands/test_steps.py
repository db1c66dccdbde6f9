"""The steps of a product, from every status to every other; of orders see test_order_steps."""

from itertools import product

import psycopg
import pytest

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.orders import COMMANDS
from tests import steps

pytestmark = pytest.mark.usefixtures("invariants")

UPDATE = "UPDATE products SET status = %s WHERE id = %s RETURNING status"


def test_everybody_is_told_the_steps(store):
    told = store.sql("SELECT api.me()", login="ada")

    assert told["order_steps"] == steps.ORDER
    assert told["product_steps"] == steps.PRODUCT
    assert set(told["order_steps"]) == set(COMMANDS.values())


def test_what_is_no_command_about_an_order_starts_nowhere(store):
    assert store.sql("SELECT core.order_states('shipp_order')") == []


@pytest.mark.parametrize(
    ("was", "wanted"), list(product(ProductStatus, ProductStatus)), ids=lambda one: one.value
)
def test_a_product_takes_the_steps_that_are_told_and_no_other(manager, add_product, was, wanted):
    mug = add_product("Mug", status=was.value)

    if wanted is was or wanted in steps.PRODUCT[was]:
        assert manager(UPDATE, wanted.value, mug) == wanted
    else:
        with pytest.raises(psycopg.Error, check=lambda e: e.diag.message_primary == "bad_step"):
            manager(UPDATE, wanted.value, mug)
