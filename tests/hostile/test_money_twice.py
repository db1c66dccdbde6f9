"""A cashier with a console, who wants money back twice, or to read what is not theirs."""

from uuid import uuid4

import psycopg
import pytest

from tests.tills import cash, charged

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def shelf(goods):
    goods("MUG", price="10.00", on_hand=1_000)
    goods("POT", price="20.00", on_hand=1_000)


def sold(till, *codes):
    """Sell some pots; answer the order, its line and its version."""
    till.sell(*codes)
    order = till.order
    words = "SELECT id FROM order_line_items WHERE order_id = %s"
    line = till.store.sql(words, order)
    return order, line, till.store.sql("SELECT version FROM orders WHERE id = %s", order)


def begin(till, order, line, version, pieces=2, back=None):
    lines = [{"line": str(line), "quantity": pieces, "restocked": True}]
    return till.call(
        "begin_exchange", till.register, till.order, back or uuid4(), order, version, lines, "no"
    )


def test_nothing_is_exchanged_twice(till, shelf, refused):
    del shelf
    order, line, version = sold(till, "POT", "POT")
    till.order, back = uuid4(), uuid4()
    begin(till, order, line, version, back=back)
    with refused("exchange_twice"):
        begin(till, order, line, version)
    till.scan("MUG", 4)
    till.quote()
    till.call("pay", till.order, [])

    paid, till.order = till.order, uuid4()
    for how in ({}, {"back": back}):
        for seen in (version, version + 1):
            with pytest.raises(psycopg.Error, match=r"return|changed"):
                begin(till, order, line, seen, **how)
    for again in ("pay", "quote"):
        with refused("already_paid"):
            till.call(again, paid, [] if again == "pay" else "40.00")


@pytest.mark.parametrize("quantity", [0, -1, 3, 2_000_000_000])
def test_no_more_is_exchanged_than_was_bought(till, shelf, quantity):
    del shelf
    order, line, version = sold(till, "POT", "POT")
    till.order = uuid4()
    with pytest.raises(psycopg.Error, match=r"bad_quantity|return_too_many"):
        begin(till, order, line, version, pieces=quantity)


def test_what_is_exchanged_counts_against_the_limits(till, shelf, refused):
    del shelf
    order, line, version = sold(till, "POT", "POT", "POT")
    till.order = uuid4()
    with refused("return_large"):
        begin(till, order, line, version, pieces=3)


@pytest.fixture
def with_deposit(orders, till, shelf):
    """An order of a pot with a deposit of 5.00: order and shift."""
    del shelf
    pot = till.store.sql("SELECT product_id FROM storedesk.product_barcodes WHERE barcode = 'POT'")
    shift = till.store.sql("SELECT id FROM storedesk.till_sessions")
    order = orders.placed((pot, 1), by="bob")
    orders.step("take_deposit", order, shift, "5.00", [cash("5.00")], by="bob")
    return order, shift


def test_a_deposit_goes_back_once(orders, till, with_deposit):
    order, shift = with_deposit
    orders.step("cancel_order", order, "changed their mind", shift, by="bob")
    for seen in (1, 2, 3, 4, 5):
        with pytest.raises(psycopg.Error, match=r"order_step|changed_meanwhile|not_"):
            orders.step("cancel_order", order, "once more", shift, by="bob", seen=seen)
    assert orders.money(order) == [("payment", "cash", "5.00"), ("refund", "cash", "5.00")]
    assert till.expected(shift) == "100.00"


@pytest.mark.parametrize("amount", ["0", "-5", "15.00", "15.01", "NaN", "Infinity", "1.001"])
def test_a_deposit_is_a_part_of_what_is_open(orders, with_deposit, amount):
    order, shift = with_deposit
    refusals = r"bad_amount|deposit_too_large|money_"
    with pytest.raises(psycopg.Error, match=refusals):
        orders.step("take_deposit", order, shift, amount, [cash(amount)], by="bob")


def test_a_deposit_is_taken_in_a_shift_of_ones_own(orders, till_of, hire, with_deposit, refused):
    order, _ = with_deposit
    other = till_of("T2", hire("flo"))
    other.open()
    shift = other.store.sql(
        "SELECT id FROM storedesk.till_sessions WHERE register_id = %s", other.register
    )
    with refused("shift_of_others"):
        orders.step("take_deposit", order, shift, "1.00", [cash("1.00")], by="bob")


def test_a_reference_is_none_of_two_deposits(orders, with_deposit, refused):
    order, shift = with_deposit
    tender = charged("1.00")
    orders.step("take_deposit", order, shift, "1.00", [tender], by="bob")
    with refused("reference_used"):
        again = tender | {"id": str(uuid4())}
        orders.step("take_deposit", order, shift, "1.00", [again], by="bob")


CLOSED = [
    "UPDATE cart_items SET unit_price_amount = 0.01",
    "UPDATE storedesk.till_overrides SET quantity = 99",
    "INSERT INTO storedesk.till_overrides SELECT * FROM storedesk.till_overrides",
    "UPDATE storedesk.till_measures SET fixed_price_amount = 0.01",
    "UPDATE storedesk.till_tenders SET amount = 99",
    "UPDATE storedesk.till_carts SET quoted_total_amount = 0.01",
    "UPDATE storedesk.till_exchanges SET refund_amount = 99",
    "UPDATE storedesk.order_discounts SET within_limit = true",
    "UPDATE storedesk.line_measures SET weight = 9",
    "UPDATE storedesk.limits SET value = 100",
    "UPDATE storedesk.promotions SET value = 0.01",
    "DELETE FROM storedesk.exchanges",
    "DELETE FROM storedesk.sale_changes",
    "INSERT INTO storedesk.approvals (id) VALUES (gen_random_uuid())",
    "SELECT * FROM storedesk.approvals",
    "SELECT code_hash FROM storedesk.credit_accounts",
    "SELECT balance_amount FROM storedesk.credit_accounts",
    "SELECT * FROM storedesk.credit_tries",
    "SELECT * FROM storedesk.exceptions",
    "SELECT * FROM storedesk.audit_event",
    "SELECT * FROM storedesk.product_costs",
    "SELECT core.write_override(gen_random_uuid(), 1, 'x', gen_random_uuid(), gen_random_uuid())",
    "SELECT core.expected_cash(gen_random_uuid())",
    "SELECT core.use_approval(gen_random_uuid(), 'discount', '{}', now()::timestamp)",
    "SELECT api.measure_product(gen_random_uuid(), gen_random_uuid(), 'open_price')",
    "SELECT api.set_limits(gen_random_uuid(), 'cashier', '{discount_percent}', '{100}')",
    "SELECT api.sign_off(gen_random_uuid(), gen_random_uuid(), 'x')",
]


@pytest.mark.parametrize("words", CLOSED)
def test_what_a_cashier_may_neither_read_nor_change(store, words):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        store.rows(words, login="bob")
