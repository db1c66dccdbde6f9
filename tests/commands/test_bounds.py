"""How many there may be at once: each number on both sides, by the commands that hold to it."""

from uuid import uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.bounds import MOST, TABLE
from tests.orders import ADDRESS

pytestmark = pytest.mark.usefixtures("invariants")

LINES = """
    WITH was AS (DELETE FROM cart_items RETURNING *)
    INSERT INTO cart_items (
        cart_id, product_id, product_name, quantity, unit_price_amount, unit_price_currency,
        subtotal_amount, subtotal_currency, added_at, created_at, updated_at
    )
    SELECT cart_id, product_id, product_name, 1, n, unit_price_currency, n, subtotal_currency,
           added_at, created_at, updated_at
    FROM (SELECT * FROM was LIMIT 1) AS one, generate_series(1, %s) AS n
"""
PRODUCT = f"SELECT api.make_product({', '.join(['%s'] * 14)})"


def ids(count):
    return [uuid4() for _ in range(count)]


@pytest.fixture
def call(store):
    """Call a command with a request of its own, as somebody who may."""

    def call(command, *arguments, login="cyd"):
        holes = ", ".join(["%s"] * (len(arguments) + 1))
        return store.sql(f"SELECT api.{command}({holes})", uuid4(), *arguments, login=login)

    return call


@pytest.fixture
def make(store):
    """Make a product of a category that is not there yet."""

    def make(description="", codes=(), stock=0, variants=(), pictures=(), contents=()):
        given = (uuid4(), uuid4(), "Cup", description, "2.50", None, "Kitchen", "draft", None,
                 list(codes), stock, Jsonb(list(variants)), Jsonb(list(pictures)),
                 list(contents))  # fmt: skip
        return store.sql(PRODUCT, *given, login="cyd")

    return make


@pytest.fixture
def tries(store, call, make, goods, till, orders):
    """Return, for each bound, the ways to have `count` of something."""
    mug, _ = goods("MUG"), goods("CUP")
    on_hand = "SELECT stock_level FROM inventory WHERE product_id = %s"
    count = uuid4()
    call("open_count", count, "Shelf", [])

    def seen():
        return store.sql(on_hand, mug)

    def sell(number):
        """Add line `number` to a sale that has the others: of one thing at many prices."""
        till.scan("MUG")
        store.sql(LINES, number - 1)
        till.scan("CUP")

    def place(number):
        wanted = [{"product": str(one), "quantity": 1} for one in ids(number)]
        given = (orders.customer, wanted, ADDRESS, "0", "1", [], None, None)
        return orders.ask("place_order", uuid4(), uuid4(), *given)

    return {
        "line_pieces": [
            lambda n: till.scan("MUG", n),
            lambda n: orders.place((mug, n, "0.01"), total="1"),
            lambda n: orders.take_back(sent := orders.sent((mug, 1)), (orders.lines(sent)[0], n)),
        ],
        "lines": [sell, place],
        "return_lines": [lambda n: orders.take_back(orders.sent((mug, 1)), *[(uuid4(), 1)] * n)],
        "moved_pieces": [
            lambda n: call("restock", [mug], [n], "delivered"),
            lambda n: make(stock=n),
        ],
        "on_hand": [
            lambda n: call("set_stock", mug, None, seen(), n, "counted"),
            lambda n: call("set_stocks", [mug], [0], [n], "counted"),
        ],
        "threshold": [
            lambda n: call("set_threshold", mug, n),
            lambda n: call("set_thresholds", [mug], [n]),
        ],
        "products": [lambda n: call("restock", ids(n), [1] * n, "delivered")],
        "movements": [lambda n: call("undo_stock", ids(n))],
        "counted_pieces": [lambda n: call("count_item", count, mug, None, n, "true")],
        "counted_products": [lambda n: call("open_count", uuid4(), "Shelf", ids(n))],
        "emails": [lambda n: call("retry_mails", ids(n))],
        "description": [lambda n: make(description="x" * n)],
        "variants": [lambda n: make(variants=[{"sku": str(at)} for at in range(n)])],
        "codes": [lambda n: make(codes=[str(at) for at in range(n)])],
        "pictures": [
            lambda n: make(pictures=[{} for _ in range(n)]),
            lambda n: make(contents=[b"x"] * n),
        ],
    }


def answer(ask, count):
    """Return the code by which the database says no; None where it does not."""
    try:
        ask(count)
    except psycopg.Error as refusal:
        return refusal.diag.message_primary
    return None


@pytest.mark.parametrize("one", TABLE, ids=lambda one: one["bound"])
def test_there_may_be_so_many_and_not_one_more(tries, one):
    for ask in tries[one["bound"]]:
        assert answer(ask, one["most"]) != one["refused"]
        assert answer(ask, one["most"] + 1) == one["refused"]


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("command", ["adjust_stock", "adjust_stocks"])
def test_stock_is_adjusted_by_so_many_at_once_and_not_one_more(call, goods, sign, command):
    most, mug = MOST["moved_pieces"], goods("MUG")

    def adjust(by):
        if command == "adjust_stock":
            return call(command, mug, None, by, "own words")
        return call(command, [mug], [by], "own words")

    assert answer(adjust, sign * most) != "too_many"
    assert answer(adjust, sign * (most + 1)) == "too_many"
    assert answer(adjust, sign * 2_147_483_647) == "too_many"
    assert answer(adjust, -2_147_483_648) == "too_many"


def test_a_count_of_several_entries_ends_where_stock_does(call, goods, refused):
    mug, count = goods("MUG"), uuid4()
    call("open_count", count, "Shelf", [])
    for _ in range(10):
        call("count_item", count, mug, None, 1_000_000, "false")

    with refused("bad_quantity"):
        call("count_item", count, mug, None, 1, "false")


def test_everybody_is_told_all_of_them(store):
    told = store.sql("SELECT api.me() -> 'bounds'", login="bob")

    assert told == MOST
