"""What a piece costs the store: who says so, from when on, and what is kept of it."""

from datetime import UTC
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest

pytestmark = pytest.mark.usefixtures("invariants")

ROWS = """
    SELECT cost_amount, source, variant_id IS NOT NULL FROM storedesk.product_costs
    WHERE product_id = %s ORDER BY seq
"""
CHANGES = """
    SELECT right(login, 3), old ->> 'cost', new ->> 'cost', new ->> 'source', new ->> 'sku'
    FROM storedesk.audit_event WHERE entity = 'product' AND action = 'cost' AND entity_id = %s
    ORDER BY id
"""


@pytest.fixture
def set_cost(store):
    def set_cost(product, cost, *, variant=None, login="cyd", request=None):
        words = "SELECT api.set_cost(%s, %s, %s, %s)"
        return store.sql(words, request or uuid4(), product, variant, cost, login=login)

    return set_cost


@pytest.fixture
def receive(store):
    def receive(products, costs, login="cyd"):
        words = "SELECT api.restock(%s, %s, %s, 'delivered', %s)"
        pieces = [2] * len(products)
        return store.sql(words, uuid4(), products, pieces, costs, login=login)

    return receive


def test_a_cost_holds_from_the_beginning_of_the_stores_day(store, goods, set_cost):
    mug = goods("MUG")
    store.sql("UPDATE storedesk.store_settings SET time_zone = 'Asia/Kolkata'")
    assert set_cost(mug, "1.20") == 1
    [(at, begins)] = store.rows("SELECT created_at, valid_from FROM storedesk.product_costs")
    there = at.replace(tzinfo=UTC).astimezone(ZoneInfo("Asia/Kolkata"))
    first = there.replace(hour=0, minute=0, second=0, microsecond=0)
    assert begins == first.astimezone(UTC).replace(tzinfo=None)


def test_the_journal_says_who_changed_it_from_what_to_what(store, goods, set_cost):
    mug = goods("MUG")
    assert [set_cost(mug, one) for one in ("1.20", "1.20", "1.35", None)] == [1, 0, 1, 1]
    assert store.rows(CHANGES, mug) == [
        ("cyd", None, "1.20", "typed", None),
        ("cyd", "1.20", "1.35", "typed", None),
        ("cyd", "1.35", None, "typed", None),
    ]
    costs = [cost for cost, *_ in store.rows(ROWS, mug)]
    assert costs == [Decimal("1.20"), Decimal("1.35"), None]


def test_a_request_writes_one_cost_however_often_it_is_sent(store, goods, set_cost):
    mug, request = goods("MUG"), uuid4()
    assert [set_cost(mug, "1.20", request=request) for _ in range(2)] == [1, 1]
    assert len(store.rows(ROWS, mug)) == 1


def test_a_variant_has_a_cost_of_its_own(store, goods, add_variant, set_cost):
    mug, cup = goods("MUG"), goods("CUP")
    small = add_variant(mug, "MUG-S", size="S")
    set_cost(mug, "1.20")
    set_cost(mug, "0.90", variant=small)
    assert store.rows(ROWS, mug) == [
        (Decimal("1.20"), "typed", False), (Decimal("0.90"), "typed", True),
    ]  # fmt: skip
    assert store.rows(CHANGES, mug)[-1][-1] == "MUG-S"
    with pytest.raises(psycopg.Error, match="variant_not_found"):
        set_cost(cup, "0.90", variant=small)


@pytest.mark.parametrize(
    ("cost", "code"),
    [
        ("-0.01", "bad_amount"), ("0.005", "money_not_exact"), ("100000000", "money_too_big"),
        ("NaN", "money_too_big"), ("Infinity", "money_too_big"), ("-Infinity", "bad_amount"),
    ],
)  # fmt: skip
def test_no_cost_is_negative_or_absurd(store, goods, set_cost, cost, code):
    mug = goods("MUG")
    with pytest.raises(psycopg.Error, match=code):
        set_cost(mug, cost)
    assert store.rows(ROWS, mug) == []
    assert set_cost(mug, "0") == set_cost(mug, "99999999.99") == 1


def test_no_cost_is_of_nothing(set_cost):
    with pytest.raises(psycopg.Error, match="product_not_found"):
        set_cost(uuid4(), "1.20")


def test_goods_are_received_with_their_costs_and_what_is_left_out_stays(store, goods, receive):
    mug, cup = goods("MUG"), goods("CUP")
    receive([mug, cup], ["1.10", None])
    receive([mug, cup], None)
    assert store.rows(ROWS, mug) == [(Decimal("1.10"), "received", False)]
    assert store.rows(ROWS, cup) == []
    assert store.rows(CHANGES, mug) == [("cyd", None, "1.10", "received", None)]


def test_a_clerk_receives_but_gives_and_reads_no_cost(store, goods, receive, set_cost):
    mug = goods("MUG")
    receive([mug], [None], login="ada")
    for refused in (
        lambda: receive([mug], ["1.10"], login="ada"),
        lambda: set_cost(mug, "1.10", login="ada"),
        lambda: store.sql("SELECT count(*) FROM storedesk.product_costs", login="ada"),
        lambda: store.sql("SELECT count(*) FROM storedesk.product_costs", login="bob"),
    ):
        with pytest.raises(psycopg.Error, match=r"cost_not_yours|permission denied"):
            refused()
    on_hand = store.sql("SELECT stock_level FROM inventory WHERE product_id = %s", mug)
    assert on_hand == 12, "the refused delivery moved nothing"
    assert store.sql("SELECT count(*) FROM storedesk.product_costs", login="eve") == 0


def test_an_import_brings_many_costs(store, goods, add_variant):
    mug, cup = goods("MUG"), goods("CUP")
    small = add_variant(mug, "MUG-S", size="S")
    words = "SELECT api.import_costs(%s, %s, %s, %s)"
    lists = [[mug, mug, cup], [None, small, None], ["1.10", "0.80", "0.50"]]
    assert store.sql(words, uuid4(), *lists, login="cyd") == 3
    assert store.sql(words, uuid4(), *lists, login="cyd") == 0
    for wrong, code in (
        ([[mug], [None], []], "lists_differ"),
        ([[mug, mug], [None, None], ["1", "2"]], "lists_differ"),
        ([[mug], [None], [None]], "bad_amount"),
        ([[mug, uuid4()], [None, None], ["1", "2"]], "product_not_found"),
        ([[cup], [small], ["1"]], "variant_not_found"),
    ):
        with pytest.raises(psycopg.Error, match=code):
            store.sql(words, uuid4(), *wrong, login="cyd")


def test_a_cost_is_never_changed_and_goes_with_its_variant(store, goods, add_variant, set_cost):
    mug = goods("MUG")
    small = add_variant(mug, "MUG-S", size="S")
    set_cost(mug, "0.90", variant=small)
    for words in (
        "UPDATE storedesk.product_costs SET cost_amount = 1",
        "TRUNCATE storedesk.product_costs",
    ):
        with pytest.raises(psycopg.Error, match="append_only"):
            store.sql(words)
    words = "SELECT api.remove_parts(%s, %s, %s, '{}', '{}')"
    store.sql(words, uuid4(), mug, [small], login="cyd")
    assert store.rows(ROWS, mug) == []
