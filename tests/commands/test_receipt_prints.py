"""What came out of a printer is written down once, with who printed it: receipts, gift receipts."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

pytestmark = pytest.mark.usefixtures("invariants")
KEPT = """
    SELECT n.number, s.display_name FROM storedesk.receipt_prints AS n
    JOIN storedesk.staff AS s ON s.id = n.created_by ORDER BY n.number
"""
REPRINTS = "SELECT new FROM storedesk.audit_event WHERE action = 'reprint'"


@pytest.fixture
def sale(till, goods):
    """A sale that was paid at Bob's till."""
    goods("MUG")
    till.sell("MUG")
    return till.store.sql("SELECT order_id FROM storedesk.pos_sales")


def register(store):
    return store.sql("SELECT id FROM storedesk.registers ORDER BY code LIMIT 1")


def test_each_print_has_the_next_number_and_is_written_once(till, sale, store):
    request, here = uuid4(), register(store)
    first = till.call("note_receipt_print", sale, here, request=request)
    assert till.call("note_receipt_print", sale, here, request=request) == first == {"number": 1}
    assert till.ask("receipt", sale)["prints"] == 1
    assert store.sql(REPRINTS) is None
    assert till.call("note_receipt_print", sale, here) == {"number": 2}
    assert store.rows(KEPT) == [(1, "Bob"), (2, "Bob")]
    assert store.sql(REPRINTS) == 2


def test_what_was_not_printed_is_listed_until_it_is(till, sale, store):
    here = register(store)
    [waiting] = till.ask("unprinted_receipts", here, 10)
    assert (waiting["order_id"], waiting["currency"]) == (str(sale), "USD")
    assert till.ask("unprinted_receipts", uuid4(), 10) == []
    assert [till.ask("unprinted_receipts", here, few) for few in (0, -1, None)] == [[], [], []]
    till.call("note_receipt_print", sale, here)
    assert till.ask("unprinted_receipts", here, 10) == []


@pytest.mark.usefixtures("sale")
def test_what_another_register_of_the_drawer_sold_is_not_listed(till, store):
    words = "SELECT api.add_register(%s, 'T9', 'Bar', %s)"
    bar = store.sql(words, uuid4(), register(store), login="dee")["register"]
    assert till.ask("unprinted_receipts", bar, 10) == []
    assert len(till.ask("unprinted_receipts", register(store), 10)) == 1


@pytest.mark.parametrize("command", ["note_receipt_print", "note_gift_receipt"])
def test_of_two_prints_at_once_each_has_its_number(till, sale, store, until_someone_waits, command):
    words = f"SELECT api.{command}(%s, %s, %s)"
    with ThreadPoolExecutor(1) as pool, store.connect("cyd") as other:
        with other.transaction():
            first = other.execute(words, [uuid4(), sale, register(store)]).fetchone()
            second = pool.submit(till.call, command, sale, register(store))
            until_someone_waits()
        assert (first, second.result()) == ({"number": 1}, {"number": 2})


def test_only_an_order_and_a_register_that_there_are(till, sale, store, refused):
    with refused("order_not_found"):
        till.call("note_receipt_print", uuid4(), register(store))
    with refused("register_not_found"):
        till.call("note_receipt_print", sale, uuid4())
    assert store.rows(KEPT) == []


@pytest.mark.parametrize(
    "change",
    ["UPDATE storedesk.receipt_prints SET number = 7", "DELETE FROM storedesk.receipt_prints",
     "TRUNCATE storedesk.receipt_prints"],
)  # fmt: skip
def test_what_is_written_stays(till, sale, store, refused, change):
    till.call("note_receipt_print", sale, register(store))
    with refused("append_only"):
        store.sql(change)


def test_a_gift_receipt_is_written_down_beside_the_receipts_and_is_no_print_of_them(
    till, sale, store, refused
):
    request, here = uuid4(), register(store)
    first = till.call("note_gift_receipt", sale, here, request=request)
    assert till.call("note_gift_receipt", sale, here, request=request) == first == {"number": 1}
    assert till.call("note_gift_receipt", sale, here) == {"number": 2}
    assert till.ask("receipt", sale)["prints"] == 0, "the receipt itself says no REPRINT"
    told = "SELECT a.new FROM storedesk.audit_event AS a WHERE a.action = 'gift_receipt'"
    assert sorted(store.rows(told)) == [(1,), (2,)]
    assert store.rows("SELECT order_id FROM storedesk.gift_receipts") == [(sale,), (sale,)]
    with refused("order_not_found"):
        till.call("note_gift_receipt", uuid4(), here)
    with refused("register_not_found"):
        till.call("note_gift_receipt", sale, uuid4())
    with refused("append_only"):
        store.sql("DELETE FROM storedesk.gift_receipts")
