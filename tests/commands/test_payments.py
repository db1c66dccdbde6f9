"""Paying: the sale becomes an order, whole or not at all."""

import json
from uuid import uuid4

import psycopg
import pytest

from tests.tills import card, cash

pytestmark = pytest.mark.usefixtures("invariants")

EXPIRE = (
    "UPDATE storedesk.till_carts SET quote_expires_at = quote_expires_at - interval '20 minutes'"
)


def quoted(till, *codes):
    for code in codes:
        till.scan(code)
    assert till.quote()["is_held"]
    return till.sale()["total"]


def ordered(store, columns):
    return store.rows(f"SELECT {columns} FROM orders")[0]


def test_a_sale_is_placed_paid_and_handed_over_at_once(store, till, goods):
    mug = goods("MUG", price="8.90")
    quoted(till, "MUG", "MUG")

    paid = till.pay(cash("17.80", "20"))

    assert paid == {
        "order_id": str(till.order),
        "order_number": paid["order_number"],
        "currency": "USD",
        "total": "17.80",
        "change": "2.20",
        "found": [],
        "cash_level": None,
        "credit": None,
    }
    assert paid["order_number"].endswith("-000001")
    assert ordered(store, "id, status, payment_type, shipping_recipient_name, version") == (
        till.order,
        "delivered",
        "cash",
        "Walk-in",
        4,
    )
    steps = (
        "SELECT from_status, to_status FROM storedesk.order_status_history ORDER BY order_version"
    )
    assert store.rows(steps) == [
        (None, "pending"),
        ("pending", "confirmed"),
        ("confirmed", "delivered"),
    ]
    moves = """
        SELECT operation_type, adjustment, reason FROM inventory_audit_log
        WHERE order_id IS NOT NULL ORDER BY seq
    """
    assert store.rows(moves) == [("reserve", 2, "ordered"), ("deduct", -2, "sold")]
    assert store.sql("SELECT stock_level FROM inventory WHERE product_id = %s", mug) == 8
    assert store.sql("SELECT count(*) FROM carts") == 0
    assert store.sql("SELECT count(*) FROM email_queue") == 0


def test_a_sale_writes_each_row_once(till, goods):
    goods("MUG")
    goods("CUP")
    total = quoted(till, "MUG", "CUP", "MUG")
    written = """
        SELECT coalesce(jsonb_object_agg(relname, jsonb_build_array(n_tup_ins, n_tup_upd)), '{}')
        FROM pg_stat_xact_user_tables
        WHERE relname IN ('orders', 'inventory', 'inventory_audit_log', 'requests', 'order_search',
                          'order_status_history')
    """

    with till.connection.transaction():  # what is counted before it is not sent on meanwhile
        before = till.connection.execute(written).fetchone()
        till.pay(cash(total))
        after = till.connection.execute(written).fetchone()

    rows = {
        table: [now - was for now, was in zip(counts, before.get(table, [0, 0]), strict=True)]
        for table, counts in after.items()
    }
    assert rows == {
        "inventory": [0, 2],
        "inventory_audit_log": [4, 0],
        "order_search": [1, 0],
        "order_status_history": [3, 0],
        "orders": [1, 0],
        "requests": [1, 0],
    }


def test_the_ledger_of_a_sale_reserves_all_before_it_deducts(store, till, goods):
    had = {goods("MUG", on_hand=7): (7, 2), goods("CUP", on_hand=9): (9, 1)}
    total = quoted(till, "MUG", "CUP", "MUG")
    till.pay(cash(total))

    words = """
        SELECT product_id, operation_type, previous_value, new_value, adjustment, reason
        FROM inventory_audit_log WHERE order_id = %s ORDER BY seq
    """
    in_order = sorted(had.items())
    assert store.rows(words, till.order) == [
        *((product, "reserve", 0, sold, sold, "ordered") for product, (_, sold) in in_order),
        *((product, "deduct", was, was - sold, -sold, "sold") for product, (was, sold) in in_order),
    ]


def test_paying_again_is_answered_not_done_again(store, till, goods, refused):
    goods("MUG")
    total = quoted(till, "MUG")
    request, tender = uuid4(), cash(total)

    first = till.pay(tender, request=request)

    assert till.pay(tender, request=request) == first
    with refused("already_paid") as refusal:
        till.pay(cash(total))
    assert json.loads(refusal.value.diag.message_detail) == {"number": first["order_number"]}
    with refused("request_reused"):
        till.pay(cash("1.00"), request=request)
    with refused("already_paid"):
        till.scan("MUG")
    with refused("already_paid"):
        till.call("discard_sale", till.order)
    assert store.sql("SELECT count(*) FROM orders") == 1


def test_a_sale_without_a_quote_is_not_paid(till, goods, refused):
    goods("MUG")
    till.scan("MUG")

    with refused("quote_expired"):
        till.pay(cash("2.50"))
    till.order = uuid4()
    with refused("sale_not_found"):
        till.pay(cash("2.50"))


def test_an_expired_quote_is_made_again_if_nothing_has_changed(store, till, goods, refused):
    mug = goods("MUG", on_hand=1)
    other = goods("CUP", price="4.00")
    quoted(till, "MUG", "CUP")
    store.sql(EXPIRE)
    store.sql("UPDATE products SET price_amount = 4.50 WHERE id = %s", other)
    with refused("quote_expired"):
        till.pay(cash("6.50"))

    store.sql("UPDATE products SET price_amount = 4.00 WHERE id = %s", other)
    store.sql("SELECT core.move_stock(%s, NULL, 'adjust', -1, 'lost', NULL, core.now())", mug)
    with refused("quote_expired"):
        till.pay(cash("6.50"))

    store.sql("SELECT core.move_stock(%s, NULL, 'adjust', 1, 'found', NULL, core.now())", mug)
    assert till.pay(cash("6.50"))["total"] == "6.50"


def test_a_price_or_a_tax_that_changes_after_the_quote_changes_nothing(store, till, goods, tax):
    tax("0.10")
    mug = goods("MUG", price="10.00")
    quoted(till, "MUG")
    store.sql(
        "UPDATE products SET price_amount = 9, status = 'inactive', is_active = false"
        " WHERE id = %s",
        mug,
    )

    assert till.pay(cash("11.00"))["total"] == "11.00"
    assert ordered(store, "subtotal_amount::text, tax_amount::text") == ("10.00", "1.00")


def test_what_a_web_order_took_after_the_quote_is_found_and_flagged(store, till, goods):
    mug = goods("MUG", on_hand=3)
    quoted(till, "MUG", "MUG")
    web = uuid4()
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")
    lines = json.dumps([{"product": str(mug), "quantity": 3}])
    store.sql("SELECT core.place(%s, %s, %s, NULL, core.now())", web, walk_in, lines)

    paid = till.pay(cash("5.00"))

    assert paid["found"] == ["Mug"]
    adjusted = "SELECT adjustment, reason FROM inventory_audit_log WHERE operation_type = 'adjust'"
    assert store.rows(adjusted) == [(2, "found at till: promised elsewhere after it was quoted")]
    flag = """
        SELECT action, entity_id, new ->> 'pieces' FROM storedesk.audit_event
        WHERE action = 'found_at_till'
    """
    assert store.rows(flag, login="cyd") == [("found_at_till", mug, "2")]
    assert store.rows("SELECT stock_level, reserved_quantity FROM inventory") == [(3, 3)]


def test_a_piece_that_another_quote_holds_is_not_taken_but_found(store, till, till_of, goods):
    mug = goods("MUG", on_hand=1)
    quoted(till, "MUG")
    other = till_of("T2", "cyd")
    other.open()
    other.scan("MUG")
    assert other.quote(found=[{"product_id": str(mug), "reason": "in hand"}])["is_held"]

    assert other.pay()["found"] == ["Mug"]
    assert till.pay()["found"] == []
    assert store.sql("SELECT stock_level FROM inventory") == 0


# ---------- who buys, and the receipt


def test_a_customer_who_is_attached_is_the_orders_and_may_have_it_by_mail(
    store, till, goods, customer
):
    ann = customer()
    goods("MUG")
    till.call("attach_customer", till.register, till.order, ann)
    quoted(till, "MUG")

    paid = till.pay(email=True)

    assert ordered(store, "customer_id, shipping_recipient_name") == (ann, "Ann Other")
    mails = (
        "SELECT email_type, recipient_email, payload ->> 'order_number', status FROM email_queue"
    )
    assert store.rows(mails) == [
        ("order_confirmation", "ann@example.com", paid["order_number"], "pending")
    ]


def test_nobody_is_written_to_who_does_not_want_it_or_has_no_address(store, till, goods, customer):
    goods("MUG")
    till.call("attach_customer", till.register, till.order, customer())
    quoted(till, "MUG")
    till.pay()
    till.order = uuid4()
    till.call(
        "attach_customer",
        till.register,
        till.order,
        customer("No Mail", "none+1@storedesk.invalid"),
    )
    quoted(till, "MUG")
    till.pay(email=True)

    assert store.sql("SELECT count(*) FROM email_queue") == 0


def test_a_receipt_says_what_was_sold_whatever_became_of_it(store, till, goods, tax):
    tax("0.10")
    mug = goods("MUG", price="10.00", name="Enamel mug")
    quoted(till, "MUG")
    paid = till.pay(card("11.00", card_brand="visa", last_four="4242"))
    store.sql("UPDATE products SET name = 'Something else', price_amount = 1 WHERE id = %s", mug)

    receipt = till.ask("last_receipt", till.register)

    assert receipt == till.ask("receipt", till.order)
    assert receipt["order_number"] == paid["order_number"]
    assert [(line["name"], line["unit_price"]) for line in receipt["lines"]] == [
        ("Enamel mug", "10.00")
    ]
    assert [one["detail"] for one in receipt["payments"]] == ["visa 4242"]
    assert (receipt["register"], receipt["cashier"], receipt["customer"]) == ("Till 1", "Bob", None)


# ---------- shifts


def test_a_quote_that_outlives_its_shift_goes_into_the_next_one(store, till, goods):
    goods("MUG")
    quoted(till, "MUG")
    closed = store.sql("SELECT id FROM storedesk.till_sessions")
    till.call("close_shift", closed, "100")
    opened = till.open("50")

    till.call("pay", till.order, [cash("2.50")], closed)

    assert str(store.sql("SELECT till_session_id FROM storedesk.pos_sales")) == opened["id"]


def test_where_there_is_no_shift_any_more_one_is_opened_and_flagged(store, till, goods):
    goods("MUG")
    quoted(till, "MUG")
    till.call("close_shift", store.sql("SELECT id FROM storedesk.till_sessions"), "100")

    till.pay(cash("2.50"))

    made = """
        SELECT opening_float_amount::text, opened_unattended FROM storedesk.till_sessions
        WHERE status = 'open'
    """
    assert store.rows(made) == [("0.00", True)]
    assert store.rows("SELECT action FROM storedesk.audit_event WHERE entity = 'till_session'") == [
        ("opened_unattended",)
    ]


# ---------- numbers


def test_numbers_have_no_gap_though_sales_fail(till, goods, refused):
    goods("MUG", on_hand=100)
    numbers = []
    for n in range(6):
        till.order = uuid4()
        quoted(till, "MUG")
        if n % 2:
            with refused("tenders_differ"):
                till.pay(cash("1.00"))
        numbers.append(till.pay(cash("2.50"))["order_number"][-6:])

    assert numbers == [f"{n:06}" for n in range(1, 7)]


def test_the_year_of_a_number_is_the_stores(store, goods):
    store.sql("UPDATE storedesk.store_settings SET time_zone = 'America/New_York'")
    lines = json.dumps([{"product": str(goods("MUG")), "quantity": 1}])
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")

    def number(instant):
        words = "SELECT core.place(%s, %s, %s, NULL, %s)"
        return store.sql(words, uuid4(), walk_in, lines, instant)

    assert number("2027-01-01 04:59:59") == "ORD-2026-000001"
    assert number("2027-01-01 05:00:00") == "ORD-2027-000001"
    assert number("2027-01-01 03:00:00") == "ORD-2026-000002"


def test_nothing_is_left_of_a_sale_that_breaks_off_in_the_middle(store, till, goods):
    goods("MUG")
    quoted(till, "MUG")
    store.sql(
        "CREATE FUNCTION public.break() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'out of paper'; END $$"
    )
    store.sql(
        "CREATE TRIGGER break BEFORE INSERT OR UPDATE ON order_number_sequence"
        " FOR EACH ROW EXECUTE FUNCTION public.break()"
    )
    try:
        with pytest.raises(psycopg.Error, match="out of paper"):
            till.pay(cash("2.50"))
    finally:
        store.sql("DROP FUNCTION public.break() CASCADE")

    assert store.sql("SELECT count(*) FROM orders") == 0
    assert till.pay(cash("2.50"))["order_number"].endswith("-000001")
