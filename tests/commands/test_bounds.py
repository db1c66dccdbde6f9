"""How many there may be at once: each number on both sides, by the commands that hold to it."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
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
VARIANTS = """
    INSERT INTO product_variants (product_id, sku, size)
    SELECT %s, concat(%s::text, n), n FROM generate_series(%s::int, %s::int) AS n
"""
CODES = """
    INSERT INTO storedesk.product_barcodes (product_id, variant_id, barcode)
    SELECT %s, %s, concat(%s::text, n) FROM generate_series(%s::int, %s::int) AS n
"""
MOVE = "UPDATE storedesk.product_barcodes SET variant_id = %s WHERE product_id = %s"
PRODUCT = f"SELECT api.make_product({', '.join(['%s'] * 14)})"


PROMOTION = ("Week", "percent", 20, "2026-01-01", "2199-01-01")


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
def later(manager, add_product, add_variant):
    """Ways in which a product gets its last variant or code later than the others."""

    def variants(number):
        tee, sku = add_product("Tee"), f"{number}-"
        manager(VARIANTS, tee, sku, 1, number - 1)
        manager(VARIANTS, tee, sku, number, number)

    def codes(number, *, of_variant):
        tee, code = add_product("Tee"), f"{of_variant}{number}-"
        variant = add_variant(tee, f"TEE-{number}") if of_variant else None
        manager(CODES, tee, variant, code, 1, number - 1)
        manager(CODES, tee, variant, code, number, number)

    def moved(number):
        tee, code = add_product("Tee"), f"M{number}-"
        variant = add_variant(tee, f"MOVED-{number}")
        manager(CODES, tee, variant, code, 1, number - 1)
        manager(CODES, tee, None, code, number, number)
        manager(MOVE, variant, tee)

    return {
        "variants": [variants],
        "codes": [partial(codes, of_variant=False), partial(codes, of_variant=True), moved],
    }


@pytest.fixture
def tries(store, call, make, goods, till, orders, later):
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

    def of_new_variant(number):
        codes = [f"S{number}-{at}" for at in range(number)]
        make(variants=[{"id": str(uuid4()), "sku": f"S{number}", "size": "S", "difference": "0",
                        "codes": codes}])  # fmt: skip

    sold = orders.paid((mug, 1))

    def mail(number):
        """Send receipts until so many were sent in this hour."""
        while store.sql("SELECT count(*) FROM storedesk.receipt_mails") < number:
            call("mail_receipt", sold, f"{uuid4()}@example.com")

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
        "variants": [
            lambda n: make(variants=[{"sku": str(at)} for at in range(n)]),
            *later["variants"],
        ],
        "codes": [
            lambda n: make(codes=[str(at) for at in range(n)]),
            of_new_variant,
            *later["codes"],
        ],
        "pictures": [
            lambda n: make(pictures=[{} for _ in range(n)]),
            lambda n: make(contents=[b"x"] * n),
        ],
        "past_lines": [lambda n: call("add_past_sales", uuid4(), Jsonb([{"number": "7"}] * n))],
        "receipt_mails": [mail],
        "quick_keys": [lambda n: call("arrange_quick_keys", None, ids(n), [])],
        "promotion_items": [
            lambda n: call("make_promotion", *PROMOTION, [], ids(n), []),
            lambda n: call("make_promotion", *PROMOTION, [], [], ids(n)),
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


def test_the_last_place_for_a_code_is_taken_by_one_of_two(
    store, manager, add_product, until_someone_waits
):
    tee = add_product("Tee")
    manager(CODES, tee, None, "C", 3, MOST["codes"] + 1)

    def add(at):
        return answer(lambda _: manager(CODES, tee, None, "C", at, at), 1)

    with ThreadPoolExecutor(1) as pool, store.connect("cyd") as first:
        with first.transaction():
            first.execute(CODES, [tee, None, "C", 1, 1])
            second = pool.submit(add, 2)
            until_someone_waits()
        assert second.result() == "too_many"


def test_who_had_too_many_before_may_have_fewer(store, manager, call, add_product):
    tee, most = add_product("Tee"), MOST["variants"]
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")  # no trigger looks
        line.execute(VARIANTS, [tee, "T", 1, most + 2])
        line.execute(CODES, [tee, None, "C", 1, MOST["codes"] + 2])
    one = store.sql("SELECT id FROM product_variants WHERE sku = 'T1'")

    manager("UPDATE product_variants SET color = 'Red' WHERE product_id = %s", tee)
    call("remove_parts", tee, [one], ["C1"], [])

    assert answer(lambda n: manager(VARIANTS, tee, "T", n, n), most + 3) == "variants_many"
    assert answer(lambda n: manager(CODES, tee, None, "C", n, n), 99) == "too_many"
