"""Pieces that somebody sells past the shelf count: so many a day, and beyond it a manager."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest

pytestmark = pytest.mark.usefixtures("invariants")
NOTED = """
    SELECT p.name, e.login, e.new ->> 'pieces', e.new ->> 'claimed', e.new ->> 'found_by',
           e.new ->> 'approved_by'
    FROM storedesk.audit_event AS e JOIN products AS p ON p.id = e.entity_id
    WHERE e.action = 'found_at_till' ORDER BY e.id
"""
EXPIRE = "UPDATE storedesk.till_carts SET quote_expires_at = now() - interval '1 minute'"


@pytest.fixture
def find(goods):
    """Have a till sell so many pieces of which there are none; answer with the quote."""
    made = {}

    def find(till, pieces, approval=None, why="in hand", *, is_paid=True):
        pieces = {"MUG": pieces} if isinstance(pieces, int) else pieces
        found = []
        till.order = uuid4()
        for code, count in pieces.items():
            made[code] = made.get(code) or goods(code, price="0.10", on_hand=0)
            till.scan(code, count)
            found.append({"product_id": str(made[code]), "reason": why})
        try:
            told = till.quote(found=found, approval=approval)
        except psycopg.Error:
            till.call("discard_sale", till.order)
            raise
        if is_paid:
            till.pay()
        return told

    return find


@pytest.fixture
def beside(store, till, till_of):
    """Stand at another register as well, whose money goes into the same drawer."""

    def beside(code):
        other = till_of(code)
        words = "UPDATE storedesk.registers SET drawer_of = %s WHERE id = %s"
        store.sql(words, till.register, other.register)
        return other

    return beside


def test_up_to_five_pieces_of_a_product_and_day(till, find, refused):
    find(till, 3)
    find(till, 2)
    with refused("found_of_product") as refusal:
        find(till, 1)
    assert '"name": "Mug"' in refusal.value.diag.message_detail
    find(till, {"CUP": 5})
    with refused("found_of_product"):
        find(till, {"POT": 6})


def test_up_to_twenty_five_pieces_of_all_a_day(till, find, refused):
    for code in ("ANT", "BEE", "CAT", "DOG"):
        find(till, {code: 5})
    find(till, {"EEL": 3, "FOX": 2})
    with refused("found_of_day"):
        find(till, {"GNU": 1})


def test_many_at_once_count_together(till, find, refused):
    with refused("found_of_day"):
        find(till, dict.fromkeys(("ANT", "BEE", "CAT", "DOG", "EEL"), 5) | {"FOX": 1})
    find(till, dict.fromkeys(("ANT", "BEE", "CAT", "DOG", "EEL"), 5))


def test_an_approval_names_fifty_products_and_counts_more(till, find, refused):
    def asked_for(products):
        with refused("found_of_day") as refusal:
            find(till, {f"C{n}": 1 for n in range(products)})
        return json.loads(refusal.value.diag.message_detail)["detail"]["found"]

    assert {one["pieces"] for one in asked_for(50)} == {1}
    assert asked_for(51)["count"] == 51
    find(till, 1)


def test_limits_are_rows(store, till, find, refused):
    words = "SELECT api.set_limits(%s, 'cashier', ARRAY[%s], ARRAY[%s]::numeric[])"
    store.sql(words, uuid4(), "found_product_pieces", 7, login="dee")
    find(till, 7)
    with refused("found_of_product"):
        find(till, 1)
    store.sql(words, uuid4(), "found_day_pieces", 0, login="dee")
    with refused("found_of_day"):
        find(till, {"CUP": 1})


def test_whatever_till_and_what_a_live_quote_holds_counts(till, beside, find, refused, store):
    find(till, 3, is_paid=False)
    other = beside("T2")
    store.sql("UPDATE storedesk.limits SET value = 4 WHERE kind = 'found_product_pieces'")
    with refused("found_of_product"):
        find(other, 2)
    find(other, 1)
    store.sql(f"{EXPIRE} WHERE register_id = %s", till.register)
    find(other, 3)


def test_a_quote_that_is_let_go_counts_no_more(till, find):
    for _ in range(3):
        find(till, 5, is_paid=False)
        till.call("release_quote", till.order)
        till.call("discard_sale", till.order)
    assert find(till, 5)["is_held"]


def test_what_came_back_to_the_shelf_was_found_all_the_same(store, till, find, orders, refused):
    find(till, 5)
    order, shift = till.order, till.store.sql("SELECT id FROM storedesk.till_sessions")
    orders.take_back(order, (orders.lines(order)[0], 5), shift=shift, by="bob")
    assert store.sql("SELECT stock_level FROM inventory") == 5
    till.sell(*["MUG"] * 5)

    with refused("found_of_product"):
        find(till, 1)


def test_each_person_has_a_day_of_their_own(store, till, till_of, find, refused):
    find(till, 5)
    find(till_of(person="cyd"), 9)
    with refused("found_of_product"):
        find(till, 1)
    midnight = datetime.fromisoformat(store.sql("SELECT core.day_start(core.now())::text"))

    def found_at(instant):
        with store.connect() as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute("UPDATE storedesk.audit_event SET created_at = %s", [instant])

    found_at(midnight)
    with refused("found_of_product"):
        find(till, 1)
    found_at(midnight - timedelta(microseconds=1))
    find(till, 5)


def test_a_manager_finds_what_is_there(till_of, find):
    manager = till_of(person="cyd")
    manager.open()
    assert find(manager, 40)["is_held"]


def test_beyond_it_a_manager_allows_exactly_that(store, till, find, allow, refused):
    find(till, 4)
    till.order = uuid4()
    till.scan("MUG", 3)
    mug = store.sql("SELECT id FROM products")
    order = till.order

    def quote(approval, why="in hand"):
        return till.quote(found=[{"product_id": str(mug), "reason": why}], approval=approval)

    with refused("found_of_product") as refusal:
        quote(None)
    wanted = json.loads(refusal.value.diag.message_detail)
    assert (wanted["action"], wanted["detail"]) == (
        "find_pieces",
        {
            "order_id": str(order),
            "found": [{"product_id": str(mug), "pieces": 3, "reason": "in hand"}],
            "requested_by": str(store.staff_id("bob")),
        },
    )
    approval = allow(quote)
    till.scan("MUG")
    with refused("approval_not_valid"):
        quote(approval)
    till.call("change_line", order, till.sale()["lines"][0]["id"], 3)
    with refused("approval_not_valid"):
        quote(approval, why="another reason")
    assert quote(approval)["is_held"]
    till.pay()

    bob, cyd = (str(store.staff_id(person)) for person in ("bob", "cyd"))
    assert store.rows(NOTED) == [
        ("Mug", store.login("bob"), "4", "4", bob, None),
        ("Mug", store.login("bob"), "3", "3", bob, cyd),
    ]
    with refused("approval_not_valid"):
        find(till, 3, approval)


def test_there_is_a_row_for_each_product(store, till, find):
    find(till, {"MUG": 2, "CUP": 1})
    assert sorted(row[0] for row in store.rows(NOTED)) == ["Cup", "Mug"]


def test_what_was_allowed_is_paid_also_when_the_quote_has_grown_old(
    store, till, goods, allow, refused
):
    mug = goods("MUG", price="0.10", on_hand=0)
    till.scan("MUG", 6)

    def quote(approval):
        return till.quote(found=[{"product_id": str(mug), "reason": "in hand"}], approval=approval)

    assert quote(allow(quote))["is_held"]
    store.sql(EXPIRE)
    assert till.pay()["found"] == ["Mug"]
    assert store.rows(NOTED)[0][5] == str(store.staff_id("cyd"))
    till.order = uuid4()
    till.scan("MUG")
    with refused("found_of_product"):
        quote(None)


def test_an_old_quote_does_not_go_round_the_limit(store, till, beside, find, refused):
    find(till, 5, is_paid=False)
    store.sql(EXPIRE)
    find(beside("T2"), 5)

    with refused("found_of_product"):
        till.pay()
    till.call("discard_sale", till.order)


def test_pieces_that_were_promised_elsewhere_meanwhile_are_nobodys_claim(
    store, till, goods, find, promise
):
    """Another order takes what a quote holds: the sale is paid, and nobody has claimed a piece."""
    lamp = goods("LAMP", on_hand=3, price="0.10")
    till.order = uuid4()
    till.scan("LAMP", 3)
    till.quote()
    promise(lamp, 3)
    assert till.pay()["found"] == ["Lamp"]

    assert store.rows(NOTED) == [("Lamp", store.login("bob"), "3", "0", None, None)]
    find(till, 5)


def test_two_tills_at_once_do_not_both_get_the_last_of_it(store, beside, goods, till):
    mug = goods("MUG", price="0.10", on_hand=0)
    tills = [till, *(beside(f"T{n}") for n in range(2, 5))]
    for one in tills:
        one.scan("MUG", 2)
    start = Barrier(len(tills))

    def quote(one):
        start.wait()
        try:
            one.quote("0.20", [{"product_id": str(mug), "reason": "in hand"}])
        except psycopg.Error as error:
            return error.diag.message_primary
        return "done"

    with ThreadPoolExecutor(len(tills)) as threads:
        answers = sorted(threads.map(quote, tills))
    assert answers == ["done", "done", "found_of_product", "found_of_product"]
    assert store.sql("SELECT sum(found_quantity)::int FROM storedesk.till_quotes") == 4
