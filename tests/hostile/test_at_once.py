"""Two who want the same thing at the same moment, over and over."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest

from tests.commands.test_web_orders import (
    WEB_LEDGER,
    WEB_LINE,
    WEB_NUMBER,
    WEB_ORDER,
    WEB_STOCK,
)
from tests.tills import card

pytestmark = pytest.mark.usefixtures("invariants")

ROUNDS = 12
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


@pytest.fixture
def at_once(store):
    """Do some things at one moment; answer with what each says: its answer, or why not."""
    before = store.sql(DEADLOCKS)

    def at_once(*actions):
        start = Barrier(len(actions))

        def do(action):
            start.wait()
            try:
                return action()
            except psycopg.Error as error:
                short = isinstance(
                    error, psycopg.errors.CheckViolation
                )  # says the web shop's table
                if not short and not error.sqlstate.startswith("SD"):
                    raise
                return error.diag.message_primary

        with ThreadPoolExecutor(len(actions)) as threads:
            return list(threads.map(do, actions))

    yield at_once
    assert store.sql(DEADLOCKS) == before


def test_a_count_that_is_set_while_something_is_sold_is_set_or_told(store, till, goods, at_once):
    mug = goods("MUG", price="2.50", on_hand=1000)
    words = "SELECT api.set_stock(%s, %s, NULL, %s, %s, 'counted')"
    for _ in range(ROUNDS):
        till.order = uuid4()
        till.scan("MUG")
        till.quote()
        seen = store.sql("SELECT stock_level FROM inventory")
        given = (uuid4(), mug, seen, seen + 5)

        paid, value = at_once(
            lambda: till.pay(card("2.50")),
            lambda given=given: store.sql(words, *given, login="cyd"),
        )

        assert paid["total"] == "2.50"
        after = seen - 1 if value == "changed_meanwhile" else seen + 4
        assert store.sql("SELECT stock_level FROM inventory") == after


@pytest.mark.parametrize("step", ["scan", "quote", "pay"])
def test_a_product_that_is_deleted_meanwhile_is_sold_or_is_not(store, till, goods, at_once, step):
    mug = goods("MUG", price="2.50", on_hand=1000)

    def gone():
        return store.sql("SELECT api.delete_product(%s, %s)", uuid4(), mug, login="cyd")

    for _ in range(ROUNDS):
        till.order = uuid4()
        if step != "scan":
            till.scan("MUG")
        if step == "pay":
            till.quote()
        actions = {
            "scan": lambda: till.scan("MUG"),
            "quote": lambda: till.quote("2.50"),
            "pay": lambda: till.pay(card("2.50")),
        }

        answer, removed = at_once(actions[step], gone)

        if step == "pay":
            assert answer["total"] == "2.50"
        else:
            assert answer == "product_not_sold" or "order_id" in answer or answer["is_held"]
            till.call("discard_sale", till.order)
        if removed == {}:
            store.sql("SELECT api.restore_product(%s, %s)", uuid4(), mug, login="cyd")
            store.sql("UPDATE products SET status = 'active'", login="cyd")


@pytest.mark.parametrize("step", ["quote", "pay"])
def test_a_web_order_and_a_till_want_the_last_pieces(store, till, goods, customer, at_once, step):
    mug, ann = goods("MUG", price="2.50", on_hand=0), customer()

    def place():
        known = {"order": uuid4(), "product": mug, "customer": ann}
        known |= {"status": "pending", "version": 1}
        with store.connect("wes") as shop, shop.transaction():
            shop.execute("SET TIME ZONE 'UTC'")
            shop.execute(
                "SELECT id FROM inventory WHERE product_id = %(product)s FOR UPDATE", known
            )
            known["number"] = shop.execute(WEB_NUMBER).fetchone()
            for words in (WEB_ORDER, WEB_STOCK, WEB_LEDGER, WEB_LINE):
                shop.execute(words, known)
        return "placed"

    words = "SELECT api.adjust_stock(%s, %s, NULL, 2, 'came in')"
    for _ in range(ROUNDS):
        store.sql(words, uuid4(), mug, login="ada")
        till.order = uuid4()
        till.scan("MUG", 2)
        if step == "pay":
            assert till.quote("5.00")["is_held"]

        action = till.pay if step == "pay" else till.quote
        how = (card("5.00"),) if step == "pay" else ("5.00",)
        answer, placed = at_once(lambda action=action, how=how: action(*how), place)

        if step == "pay":
            assert answer["total"] == "5.00"
        elif answer["is_held"]:
            assert till.pay(card("5.00"))["total"] == "5.00"
        else:
            till.call("discard_sale", till.order)
        free = store.sql("SELECT stock_level - reserved_quantity FROM inventory")
        assert free >= 0
        assert placed == "placed" or step == "pay"
        if free:
            store.sql(
                "SELECT api.adjust_stock(%s, %s, NULL, %s, 'x')", uuid4(), mug, -free, login="ada"
            )
