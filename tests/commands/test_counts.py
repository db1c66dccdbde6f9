"""Stock counts, as they hold for whoever counts, sells or posts meanwhile."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

NOBODY = "00000000-0000-4000-8000-000000000000"  # the same in every worker

pytestmark = pytest.mark.usefixtures("invariants")

NOTED = """
    SELECT login, new ->> 'action', new ->> 'approved_by', new -> 'detail'
    FROM storedesk.audit_event WHERE entity = 'approval' AND entity_id = %s
"""
ON_HAND = "SELECT stock_level FROM inventory WHERE product_id = %s"
LINES = """
    SELECT p.name, l.counted_quantity, l.stock_at_count
    FROM storedesk.stock_count_lines AS l JOIN products AS p ON p.id = l.product_id
    WHERE l.stock_count_id = %s ORDER BY p.name
"""


class Counting:
    """A count, and the calls by which people count in it."""

    def __init__(self, store, products=(), name="Shelf 3", login="ada"):
        self.store, self.id = store, uuid4()
        self.call("open_count", name, list(products), login=login)

    def call(self, command, *arguments, login="ada", request=None):
        holes = ", ".join(["%s"] * (len(arguments) + 2))
        words = f"SELECT api.{command}({holes})"
        return self.store.sql(words, request or uuid4(), self.id, *arguments, login=login)

    def scan(self, code, quantity=1, **how):
        return self.call("count_item", None, code, quantity, "false", **how)

    def set(self, product, quantity, **how):
        return self.call("count_item", product, None, quantity, "true", **how)

    def take_back(self, **how):
        return self.call("take_back_count", **how)

    def recount(self, product=None, code=None, **how):
        return self.call("recount_item", product, code, **how)

    def post(self, *, carry=False, login="cyd", approval=None, **how):
        return self.call("post_count", carry, approval, login=login, **how)

    def approve(self, action="post_count", login="cyd", **detail):
        approval, words = uuid4(), "SELECT api.approve(%s, %s, %s)"
        detail = json.dumps({"count_id": str(self.id)} | detail)
        self.store.sql(words, approval, action, detail, login=login)
        return approval

    def lines(self):
        return self.store.rows(LINES, self.id)


@pytest.fixture
def counting(store):
    return lambda products=(), **how: Counting(store, products, **how)


@pytest.fixture
def stock(store):
    return lambda product: store.sql(ON_HAND, product)


@pytest.fixture
def tolerant(store):
    """Have a clerk post whatever was counted."""
    words = "UPDATE storedesk.store_settings SET count_tolerance_pieces = 99999, "
    store.sql(f"{words} count_tolerance_amount = 99999")


def test_a_scan_counts_one_more_and_the_running_total_is_told(counting, goods):
    goods("MUG-1", name="Mug", on_hand=5)
    goods("CUP-1", name="Cup", on_hand=5)
    count = counting()

    count.scan("mug-1")
    count.scan("CUP-1", 24)
    told = count.scan("MUG-1", login="cyd")

    assert (told["name"], told["counted"]) == ("Mug", 2)
    assert (told["products"], told["pieces"]) == (2, 26)
    assert count.lines() == [("Cup", 24, 5), ("Mug", 2, 5)]


def test_variants_are_counted_together(counting, goods, add_variant):
    shirt = goods("SHIRT", name="Shirt", on_hand=5)
    for size in ("S", "M"):
        add_variant(shirt, f"SHIRT-{size}", size=size)
    count = counting()

    count.scan("SHIRT-S")
    count.scan("SHIRT-M", 3)

    assert count.lines() == [("Shirt", 4, 5)]


def test_setting_begins_a_product_anew_and_sees_the_stock_anew(counting, goods, till):
    mug = goods("MUG-1", name="Mug", on_hand=5)
    count = counting()
    count.scan("MUG-1", 2)
    till.sell("MUG-1")

    assert count.set(mug, 7)["counted"] == 7
    assert count.lines() == [("Mug", 7, 4)]
    assert count.scan("MUG-1")["counted"] == 8
    assert count.set(mug, 0)["counted"] == 0
    assert count.lines() == [("Mug", 0, 4)]


def test_everybody_takes_back_the_last_of_his_own(counting, goods):
    goods("MUG-1", name="Mug", on_hand=5)
    goods("CUP-1", name="Cup", on_hand=5)
    count = counting()
    count.scan("MUG-1", 2)
    count.scan("MUG-1", 4, login="cyd")
    count.scan("CUP-1")

    assert count.take_back()["name"] == "Cup"
    assert count.lines() == [("Mug", 6, 5)]
    assert count.take_back()["counted"] == 4
    assert count.take_back() is None
    assert count.lines() == [("Mug", 4, 5)]


def test_a_code_that_nothing_has_is_put_aside_with_its_number(store, counting):
    count = counting()

    told = count.scan("nobody-1", 3)

    assert (told["product_id"], told["code"], told["counted"]) == (None, "NOBODY-1", 3)
    assert count.scan("NOBODY-1")["counted"] == 4
    assert count.lines() == []
    assert count.recount(code="NOBODY-1")["counted"] is None
    live = "SELECT count(*) FROM storedesk.stock_count_entries WHERE taken_back_at IS NULL"
    assert store.sql(live) == 0


def test_what_is_counted_again_is_not_counted_until_then(store, counting, goods):
    mug = goods("MUG-1", name="Mug", on_hand=5)
    count = counting()
    count.scan("MUG-1", 2, login="cyd")

    count.recount(mug)

    assert count.lines() == []
    listed = "SELECT count(*) FROM storedesk.stock_count_products WHERE stock_count_id = %s"
    assert store.sql(listed, count.id) == 1


def test_asked_again_a_scan_is_answered_not_counted_again(counting, goods, refused):
    goods("MUG-1", name="Mug", on_hand=5)
    count, request = counting(), uuid4()

    assert count.scan("MUG-1", 2, request=request) == count.scan("MUG-1", 2, request=request)
    assert count.lines() == [("Mug", 2, 5)]
    with refused("request_reused"):
        count.scan("MUG-1", 3, request=request)


def test_nonsense_is_not_counted(counting, add_product, refused):
    mug = add_product("Mug")
    count = counting([mug])

    for quantity in (0, -1, 1_000_001, None):
        with refused("bad_quantity"):
            count.scan("MUG-1", quantity)
    with refused("bad_quantity"):
        count.set(mug, -1)
    with refused("product_not_found"):
        count.set(uuid4(), 1)
    with refused("scan_no_code"):
        count.scan(" ")
    with refused("text_control"):
        count.scan("\x1b[31m")
    with refused("name_missing"):
        counting(name=" ")
    with refused("product_not_found"):
        counting([uuid4()])
    with refused("count_not_found"):
        strange = counting()
        strange.id = uuid4()
        strange.scan("MUG-1")


# ---------- posting


def test_sales_while_counting_survive(counting, goods, stock, till):
    mug = goods("MUG-1", name="Mug", on_hand=10)
    cup = goods("CUP-1", name="Cup", on_hand=5)
    count = counting()
    count.set(mug, 8)
    count.set(cup, 5)
    till.sell("MUG-1", "MUG-1")
    till.sell("MUG-1")

    told = count.post()

    assert stock(mug) == 5  # 8 were there, 3 were sold since
    assert stock(cup) == 5
    assert (told["posted"], told["same"], told["pieces"]) == (1, 1, -2)


def test_the_ledger_names_the_count_and_it_can_be_taken_back(store, counting, goods, stock):
    mug = goods("MUG-1", name="Mug", on_hand=10)
    count = counting()
    count.set(mug, 8)

    told = count.post()

    last = "SELECT {} FROM inventory_audit_log ORDER BY seq DESC LIMIT 1"
    assert store.sql(last.format("operation_type || ' ' || reason")) == "adjust count: Shelf 3"
    store.sql("SELECT api.undo_stock(%s, %s)", uuid4(), told["movements"], login="cyd")
    assert stock(mug) == 10


def test_what_a_posted_count_has_seen_is_in_its_number(store, counting, goods, stock, refused):
    mug, cup = goods("MUG-1", name="Mug", on_hand=5), goods("CUP-1", name="Cup", on_hand=5)
    adjust = "SELECT api.adjust_stocks(%s, %s, %s, 'found')"
    seen = store.sql(adjust, uuid4(), [mug, cup], [3, 3], login="ada")["movements"]
    count = counting()
    count.set(mug, 8)
    count.set(cup, 7)
    unseen = store.sql(adjust, uuid4(), [mug], [2], login="ada")["movements"]
    count.post()

    undo = "SELECT api.undo_stock(%s, %s::uuid[])"
    for movement in seen:
        with refused("undone_too_late"):
            store.sql(undo, uuid4(), [movement], login="ada")
    assert store.sql(undo, uuid4(), unseen, login="ada")["on_hand"] == [8]
    assert (stock(mug), stock(cup)) == (8, 7)


def test_what_was_not_counted_is_not_nought(counting, goods, stock):
    mug = goods("MUG-1", name="Mug", on_hand=10)
    cup = goods("CUP-1", name="Cup", on_hand=10)
    count = counting([mug, cup])
    count.set(mug, 9)

    count.post()

    assert stock(cup) == 10


def test_a_count_is_posted_once_and_is_over_then(counting, goods, stock, refused):
    mug = goods("MUG-1", name="Mug", on_hand=10)
    count, request = counting(), uuid4()
    count.set(mug, 8)

    assert count.post(request=request) == count.post(request=request)
    assert stock(mug) == 8
    for action in (count.post, count.take_back, lambda: count.scan("MUG-1")):
        with refused("count_over"):
            action()
    with refused("count_over"):
        count.call("cancel_count")


def test_another_count_does_not_take_the_place_of_one(store, counting, refused):
    count = counting()
    begun = uuid4()

    with refused("request_reused"):
        count.call("open_count", "Another", [], login="cyd")
    call = "SELECT api.open_count(%s, %s, 'Shelf 4', '{}')"
    new = uuid4()
    assert store.sql(call, begun, new, login="ada") == new
    assert store.sql(call, begun, new, login="ada") == new
    names = "SELECT array_agg(name ORDER BY name) FROM storedesk.stock_counts"
    assert store.sql(names) == ["Shelf 3", "Shelf 4"]


def test_an_empty_count_is_not_posted_and_a_cancelled_one_moves_nothing(
    counting, goods, stock, refused
):
    mug = goods("MUG-1", name="Mug", on_hand=10)
    count = counting()
    with refused("count_empty"):
        count.post()
    count.set(mug, 3)
    count.call("cancel_count")

    with refused("count_over"):
        count.post()
    assert stock(mug) == 10


def test_less_than_is_promised_is_refused_by_name_or_goes_on_by_itself(
    store, counting, goods, stock, promise, refused
):
    mug = goods("MUG-1", name="Mug", on_hand=10)
    cup = goods("CUP-1", name="Cup", on_hand=10)
    promise(mug, 5)
    count = counting()
    count.set(mug, 3)
    count.set(cup, 9)

    with refused("count_lines_refused") as refusal:
        count.post()
    assert '"names": "Mug"' in refusal.value.diag.message_detail
    assert (stock(mug), stock(cup)) == (10, 10)

    told = count.post(carry=True)
    assert (stock(mug), stock(cup)) == (10, 9)
    assert (told["posted"], told["left"]) == (1, 1)
    assert store.rows(LINES, told["carried"]) == [("Mug", 3, 10)]

    count.id = told["carried"]
    store.sql("SELECT api.adjust_stock(%s, %s, NULL, 2, 'found')", uuid4(), mug, login="ada")
    count.post()
    assert stock(mug) == 5


def test_two_counts_of_one_shelf_do_not_add_up(counting, goods, stock, refused):
    mug = goods("MUG-1", name="Mug", on_hand=10)
    mine, yours = counting(), counting(name="Shelf 4")
    mine.set(mug, 8)
    yours.set(mug, 8)
    mine.post()

    with refused("count_lines_refused"):
        yours.post()
    assert stock(mug) == 8
    yours.recount(mug)
    yours.set(mug, 8)
    assert yours.post()["same"] == 1


def test_a_stock_that_was_set_since_is_counted_again(store, counting, goods, refused):
    mug = goods("MUG-1", name="Mug", on_hand=10)
    count = counting()
    count.set(mug, 8)
    call = "SELECT api.set_stock(%s, %s, NULL, 10, 9, 'counted')"
    store.sql(call, uuid4(), mug, login="cyd")

    with refused("count_lines_refused"):
        count.post()


@pytest.mark.parametrize("counted", [4, 94])
def test_beyond_the_tolerance_a_manager_posts(counting, goods, stock, refused, counted):
    mug = goods("MUG-1", name="Mug", on_hand=10, price="20.00" if counted == 4 else "0.10")
    count = counting()
    count.set(mug, counted)

    with refused("count_beyond") as refusal:
        count.post(login="ada")
    assert refusal.value.sqlstate == "SD403"
    assert stock(mug) == 10
    count.post(login="cyd")
    assert stock(mug) == counted


def test_beyond_the_tolerance_a_clerk_posts_what_a_manager_allows_once(
    counting, goods, stock, refused, store
):
    mug = goods("MUG-1", name="Mug", on_hand=10, price="20.00")
    count = counting()
    count.set(mug, 4)

    with refused("count_beyond") as refusal:
        count.post(login="ada")
    wanted = json.loads(refusal.value.diag.message_detail)
    assert wanted["action"] == "post_count"
    differences = wanted["detail"].pop("differences")
    assert wanted["detail"] == {
        "count_id": str(count.id), "pieces": "6", "amount": "120.00", "lines": 1, "carry": False,
        "requested_by": str(store.staff_id("ada")),
    }  # fmt: skip
    wanted["detail"]["differences"] = differences

    approval = count.approve(**wanted["detail"])
    count.post(login="ada", approval=approval)
    assert stock(mug) == 4
    assert store.rows(NOTED, approval) == [
        (store.login("ada"), "post_count", str(store.staff_id("cyd")), wanted["detail"])
    ]
    again = counting()
    again.set(mug, 10)
    with refused("approval_not_valid"):
        again.post(login="ada", approval=approval)


@pytest.mark.parametrize(
    "but",
    [
        {"amount": "119.00"},
        {"pieces": "5"},
        {"lines": 2},
        {"carry": True},
        {"differences": "0" * 64},
        {"count_id": NOBODY},
        {"requested_by": NOBODY},
        {"more": "than that"},
    ],
    ids=str,
)
def test_an_approval_of_something_else_posts_no_count(counting, goods, stock, refused, allow, but):
    mug = goods("MUG-1", name="Mug", on_hand=10, price="20.00")
    count = counting()
    count.set(mug, 4)

    def post(approval):
        count.post(login="ada", approval=approval)

    with refused("approval_not_valid"):
        post(allow(post, **but))
    with refused("approval_not_valid"):
        post(count.approve(pieces="6", amount="120.00"))
    assert stock(mug) == 10


def test_an_approval_of_one_product_posts_no_count_of_another(counting, goods, refused, allow):
    mug = goods("MUG-1", name="Mug", on_hand=10, price="20.00")
    cup = goods("CUP-1", name="Cup", on_hand=10, price="20.00")
    count = counting()
    count.set(mug, 4)
    count.set(cup, 10)

    def post(approval):
        count.post(login="ada", approval=approval)

    approval = allow(post)
    count.set(mug, 10)
    count.set(cup, 4)

    with refused("approval_not_valid"):
        post(approval)


def test_what_is_counted_after_the_approval_is_not_allowed_by_it(
    counting, goods, stock, refused, allow
):
    mug = goods("MUG-1", name="Mug", on_hand=10, price="20.00")
    count = counting()
    count.set(mug, 4)
    approval = allow(lambda approval: count.post(login="ada", approval=approval))
    count.set(mug, 3)

    with refused("approval_not_valid"):
        count.post(login="ada", approval=approval)
    assert stock(mug) == 10
    count.set(mug, 4)
    count.post(login="ada", approval=approval)
    assert stock(mug) == 4


@pytest.mark.parametrize("login", ["ada", "bob", "dee", "eve", "wes"])
def test_who_is_no_manager_allows_nothing(counting, add_product, login):
    count = counting([add_product("Mug")])
    with pytest.raises(psycopg.Error, match=r"denied|not_a_manager"):
        count.approve(login=login)


def test_within_the_tolerance_a_clerk_posts(counting, goods, stock):
    mug = goods("MUG-1", name="Mug", on_hand=10, price="2.00")
    count = counting()
    count.set(mug, 5)

    count.post(login="ada")

    assert stock(mug) == 5


@pytest.mark.parametrize("login", ["bob", "dee", "eve", "wes"])
def test_who_is_no_clerk_neither_counts_nor_posts(counting, add_product, login):
    mug = add_product("Mug")
    count = counting([mug])
    actions = (
        lambda: counting(login=login),
        lambda: count.set(mug, 1, login=login),
        lambda: count.take_back(login=login),
        lambda: count.recount(mug, login=login),
        lambda: count.post(login=login),
        lambda: count.call("cancel_count", login=login),
    )
    for action in actions:
        with pytest.raises(InsufficientPrivilege):
            action()


# ---------- at once


@pytest.mark.usefixtures("tolerant")
def test_of_two_who_post_at_once_one_does(counting, goods, stock):
    mug, both = goods("MUG-1", name="Mug", on_hand=100), Barrier(2)

    def post(login, count):
        both.wait()
        try:
            return count.post(login=login)["posted"]
        except psycopg.Error as error:
            return error.diag.message_primary

    for due in (99, 98, 97):
        count = counting()
        count.set(mug, due)
        with ThreadPoolExecutor(2) as threads:
            told = [*threads.map(post, ["ada", "cyd"], [count] * 2)]
        assert sorted(told, key=str) == [1, "count_over"]
        assert stock(mug) == due


def test_people_who_count_the_same_at_once_lose_nothing(counting, goods):
    goods("MUG-1", name="Mug", on_hand=5)
    count = counting()

    def scan(login):
        for _ in range(15):
            count.scan("MUG-1", login=login)

    with ThreadPoolExecutor(3) as threads:
        [*threads.map(scan, ["ada", "cyd", "ada"])]

    assert count.lines() == [("Mug", 45, 5)]
