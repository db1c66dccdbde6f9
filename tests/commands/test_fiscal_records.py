"""Fiscal records: one beside each sale and refund, each with the hash of the one before."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")

OFFICE = UUID(int=0)
RECORDS = """
    SELECT number, kind, total_amount::text FROM storedesk.fiscal_records
    WHERE chain_id = %s ORDER BY number
"""
RATES = "SELECT rates FROM storedesk.fiscal_records ORDER BY booked_at DESC LIMIT 1"


@pytest.fixture
def records(store, till):
    """The records of Bob's register, or of another chain: [(number, kind, total)]."""

    def records(chain=None):
        return store.rows(RECORDS, chain or till.register)

    return records


def shift_of(till):
    words = "SELECT id FROM storedesk.till_sessions WHERE register_id = %s AND status = 'open'"
    return till.store.sql(words, till.register)


def test_each_sale_has_the_next_record_of_its_register(till, till_of, goods, records):
    goods("MUG", price="2.50")
    other = till_of("T2", "cyd")
    other.open()
    till.sell("MUG")
    other.sell("MUG", "MUG", "MUG")
    till.sell("MUG", "MUG")
    assert records() == [(1, "sale", "2.50"), (2, "sale", "5.00")]
    assert records(other.register) == [(1, "sale", "7.50")]


@pytest.mark.parametrize(
    ("mode", "taxed", "total"),
    [("exclusive", ["VAT", "0.19000", "2.50", "0.48", "2.98"], "2.98"),
     ("inclusive", ["VAT", "0.19000", "2.10", "0.40", "2.50"], "2.50")],
)  # fmt: skip
def test_a_record_has_net_tax_and_gross_by_rate(
    store, till, goods, tax, records, mode, taxed, total
):
    tax("0.19", mode=mode)
    goods("MUG", price="2.50")
    till.sell("MUG")
    assert records() == [(1, "sale", total)]
    assert store.sql(RATES) == [taxed]


def test_a_return_takes_away_what_the_sale_had(store, till, goods, orders, tax, records):
    tax("0.19", mode="inclusive")
    goods("MUG", price="2.50")
    order = till.sell("MUG", "MUG")["order_id"]
    line = orders.lines(order)[0]
    orders.take_back(order, (line, 1), shift=shift_of(till))
    assert records() == [(1, "sale", "5.00"), (2, "refund", "-2.50")]
    assert store.sql(RATES) == [["VAT", "0.19000", "-2.10", "-0.40", "-2.50"]]


def test_an_order_paid_at_a_till_is_on_its_register_with_shipping(
    store, till, goods, orders, records
):
    mug = goods("MUG", price="2.50")
    boss = shift_of(till)
    order = orders.placed((mug, 1), shipping="4.00")
    orders.step("confirm_order", order, [cash("6.50")], boss)
    assert records() == [(1, "order", "6.50")]
    assert store.sql(RATES) == [["", "0.00000", "6.50", "0.00", "6.50"]]
    orders.step("cancel_order", order, "changed her mind", boss)
    assert records() == [(1, "order", "6.50"), (2, "cancellation", "-6.50")]


def test_what_is_booked_without_a_shift_is_in_the_chain_of_the_office(goods, orders, records):
    mug = goods("MUG", price="2.50")
    canceled = orders.paid((mug, 1))
    orders.step("cancel_order", canceled, "changed her mind")
    sent = orders.sent((mug, 2))
    orders.take_back(sent, (orders.lines(sent)[0], 1))
    orders.step("cancel_order", orders.placed((mug, 1)), "never paid")
    assert records() == []
    assert records(OFFICE) == [
        (1, "order", "2.50"), (2, "cancellation", "-2.50"), (3, "order", "5.00"),
        (4, "refund", "-2.50"),
    ]  # fmt: skip


def test_what_is_taken_back_leaves_no_gap(till, goods, records):
    goods("MUG")
    till.sell("MUG")
    till.order = uuid4()
    till.scan("MUG")
    till.quote()
    with till.connection.transaction(force_rollback=True):
        till.pay()
    assert records() == [(1, "sale", "2.50")]
    till.pay()
    assert records() == [(1, "sale", "2.50"), (2, "sale", "2.50")]


def test_a_sale_that_is_sent_again_has_one_record(till, goods, records):
    goods("MUG")
    till.order = uuid4()
    till.scan("MUG")
    till.quote()
    money, request = [cash("2.50")], uuid4()
    first = till.call("pay", till.order, money, request=request)
    assert till.call("pay", till.order, money, request=request) == first
    assert records() == [(1, "sale", "2.50")]


def test_registers_do_not_wait_for_each_others_chains(store, till, till_of, goods):
    """Only the number of orders is common to them; the records alone are written side by side."""
    goods("MUG")
    other = till_of("T2", "cyd")
    other.open()
    write = "SELECT core.write_fiscal('sale', %s, %s, NULL, %s, '[]', 1, core.now())"
    with store.connect() as one, one.transaction(force_rollback=True):
        one.execute("SET session_replication_role = replica")
        one.execute(write, [uuid4(), "X", shift_of(till)])
        with store.connect() as two, two.transaction(force_rollback=True):
            two.execute("SET session_replication_role = replica")
            two.execute("SET lock_timeout = '1ms'")
            two.execute(write, [uuid4(), "Y", shift_of(other)])
            two.execute(write, [uuid4(), "Z", None])


def test_four_tills_at_once_make_four_chains_without_a_gap(till, till_of, hire, goods, records):
    goods("MUG", on_hand=100)
    others = [till_of(f"T{n}", hire(name)) for n, name in ((2, "gus"), (3, "hal"), (4, "ida"))]
    for one in others:
        one.open()
    beside = till_of("T5")  # without a drawer of its own
    till.store.sql("UPDATE storedesk.registers SET drawer_of = %s WHERE id = %s",
                   till.register, beside.register)  # fmt: skip

    def play(one):
        for _ in range(8):
            one.order = uuid4()
            one.scan("MUG")
            assert one.quote(total="2.50")["is_held"]
            one.pay(total="2.50")

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(play, [till, beside, *others]))
    assert records() == [(n, "sale", "2.50") for n in range(1, 17)]
    for one in others:
        assert records(one.register) == [(n, "sale", "2.50") for n in range(1, 9)]


def test_what_was_booked_before_there_were_records_has_none(store, till, goods, orders, records):
    goods("MUG")
    order = till.sell("MUG")["order_id"]
    with store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute("DELETE FROM storedesk.fiscal_records")
        line.execute("UPDATE storedesk.fiscal_start SET since = core.now()")
    assert store.broken() == []
    assert till.ask("receipt", order)["fiscal"] is None
    orders.take_back(order, (orders.lines(order)[0], 1), shift=shift_of(till))
    assert records() == [(1, "refund", "-2.50")]


def test_the_receipt_and_the_z_report_name_the_records(store, till, goods, orders):
    goods("MUG")
    order = till.sell("MUG")["order_id"]
    till.sell("MUG")
    kept = store.rows("SELECT encode(hash, 'hex') FROM storedesk.fiscal_records ORDER BY number")
    document = till.ask("receipt", order)["fiscal"]
    assert (document["chain"], document["number"], document["hash"]) == ("Till 1", 1, kept[0][0])
    back = orders.take_back(order, (orders.lines(order)[0], 1), shift=shift_of(till))
    assert till.ask("return_receipt", back["return_id"])["fiscal"]["number"] == 3
    shift = shift_of(till)
    assert till.ask("shift_report", shift)["fiscal"] == {"first": 1, "last": 3}
    till.call("close_shift", shift, till.expected(shift))
    till.open()
    assert till.ask("shift_report", shift_of(till))["fiscal"] is None
    till.sell("MUG")
    assert till.ask("shift_report", shift)["fiscal"] == {"first": 1, "last": 3}
    assert till.ask("shift_report", shift_of(till))["fiscal"] == {"first": 4, "last": 4}


def test_the_total_of_a_chain_is_the_turnover(store, till, goods, orders, tax):
    tax("0.07")
    goods("MUG", price="3.33")
    order = till.sell("MUG", "MUG", "MUG")["order_id"]
    orders.take_back(order, (orders.lines(order)[0], 1), shift=shift_of(till))
    report = till.ask("shift_report", shift_of(till))
    total = store.sql("SELECT sum(total_amount) FROM storedesk.fiscal_records")
    assert total == Decimal(report["gross"]) - Decimal(report["returned"])


@pytest.mark.parametrize("login", ["ada", "bob", "cyd", "dee", "eve"])
def test_nobody_writes_changes_or_deletes_a_record(store, till, goods, login):
    goods("MUG")
    till.sell("MUG")
    for statement in (
        "UPDATE storedesk.fiscal_records SET total_amount = 1",
        "DELETE FROM storedesk.fiscal_records",
        "TRUNCATE storedesk.fiscal_records CASCADE",
        "INSERT INTO storedesk.fiscal_records SELECT * FROM storedesk.fiscal_records",
        "UPDATE storedesk.fiscal_start SET since = now()",
        "SELECT core.write_fiscal('sale', NULL, 'X', NULL, NULL, '[]', 1, now()::timestamp)",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            store.sql(statement, login=login)


@pytest.mark.parametrize("table", ["fiscal_records", "fiscal_start"])
def test_records_are_only_added_to(store, till, goods, refused, table):
    goods("MUG")
    till.sell("MUG")
    with refused("append_only"):
        store.sql(f"DELETE FROM storedesk.{table}")
    with refused("append_only"):
        store.sql(f"TRUNCATE storedesk.{table} CASCADE")
