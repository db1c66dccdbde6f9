"""A client that freezes its picture of the store, and acts on what it saw before others did."""

import json
from contextlib import contextmanager
from uuid import uuid4

import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def frozen(store):
    """Be somebody whose transaction sees the store as it is now, whatever happens meanwhile."""

    @contextmanager
    def frozen(person, level="REPEATABLE READ"):
        with store.connect(person) as connection, connection.transaction(force_rollback=False):
            connection.execute(f"SET TRANSACTION ISOLATION LEVEL {level}")
            connection.execute("SELECT count(*) FROM storedesk.store_settings")
            yield connection

    return frozen


def quote(connection, till):
    words = "SELECT api.quote(%s, %s, %s)"
    return connection.execute(words, [uuid4(), till.order, till.sale()["total"]]).fetchone()


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_the_last_piece_is_not_quoted_twice(level, till, till_of, goods, frozen, refused):
    goods("MUG", on_hand=1)
    other = till_of("T2", "cyd")
    other.open()
    till.scan("MUG")
    other.scan("MUG")

    with refused("old_picture"), frozen("bob", level) as old:
        assert other.quote()["is_held"]
        quote(old, till)


def test_a_shift_is_not_closed_without_the_sales_of_the_last_minutes(
    store, till, goods, frozen, refused
):
    goods("MUG", price="2.50")
    shift = store.sql("SELECT id FROM storedesk.till_sessions")

    with refused("old_picture"), frozen("bob") as old:
        till.sell("MUG")
        old.execute("SELECT api.close_shift(%s, %s, 100)", [uuid4(), shift])


def test_the_currency_does_not_change_behind_the_first_order(till, goods, frozen, refused):
    goods("MUG")

    with refused("old_picture"), frozen("dee") as old:
        till.sell("MUG")
        old.execute("UPDATE storedesk.store_settings SET currency = 'EUR'")


def test_two_administrators_do_not_shut_each_other_out(store, frozen, refused):
    verifier = store.sql("SELECT rolpassword FROM pg_authid WHERE rolname = %s", store.login("dee"))
    words = "SELECT api.create_staff(%s, %s, 'Fay', ARRAY['admin'], %s)"
    store.sql(words, uuid4(), store.login("fay"), verifier, login="dee")
    leave = "SELECT api.disable_staff(%s, %s)"

    with refused("old_picture"), frozen("dee") as old, store.connect("cyd"):
        old.execute(leave, [uuid4(), store.login("fay")])


def test_two_moves_do_not_close_a_circle(store, frozen, refused, add_category):
    one, two = add_category("One"), add_category("Two")
    move = "SELECT api.move_category(%s, %s, %s)"

    with refused("old_picture"), frozen("cyd") as old:
        store.sql(move, uuid4(), one, two, login="cyd")
        old.execute(move, [uuid4(), two, one])


def test_a_category_is_not_put_below_one_that_went_deep_meanwhile(
    store, frozen, refused, add_category
):
    top, one, two = add_category("Top"), add_category("One"), add_category("Two")

    with refused("old_picture"), frozen("cyd") as old:
        store.sql("SELECT api.move_category(%s, %s, %s)", uuid4(), two, top, login="cyd")
        store.sql("SELECT api.move_category(%s, %s, %s)", uuid4(), one, two, login="cyd")
        old.execute("INSERT INTO categories (name, parent_category_id) VALUES ('Four', %s)", [one])


def test_a_code_does_not_become_two_things(add_product, add_variant, frozen, refused):
    mug, cup = add_product("Mug"), add_product("Cup")

    with refused("old_picture"), frozen("cyd") as old:
        add_variant(mug, "X-1")
        old.execute(
            "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('X-1', %s)", [cup]
        )


def test_paying_too_is_done_with_open_eyes(till, goods, frozen, refused):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()

    with refused("old_picture"), frozen("bob") as old:
        words = "SELECT api.pay(%s, %s, %s)"
        old.execute(words, [uuid4(), till.order, json.dumps([cash("2.50")])])
    assert till.pay()["total"] == "2.50"
