"""A cashier with the till's password and a console."""

import contextlib
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest

from tests.tills import card, cash

pytestmark = pytest.mark.usefixtures("invariants")

PAN = "4111 1111 1111 1111"
TURNED = "10.00\u202e"


WALK_IN = "(SELECT walk_in_customer_id FROM storedesk.store_settings)"
HELD = [
    f"SELECT FROM customers WHERE id = {WALK_IN} FOR UPDATE",
    f"UPDATE customers SET first_name = first_name WHERE id = {WALK_IN}",
    "UPDATE customers SET version = version",
    f"INSERT INTO storedesk.customer_details (customer_id, note) SELECT {WALK_IN}, 'x'",
    f"""
    INSERT INTO customer_shipping_addresses (
        customer_id, street, city, state, postal_code, country, recipient_name
    ) SELECT {WALK_IN}, 's', 'c', '', 'p', 'US', 'r'
    """,
]


@pytest.mark.parametrize("words", HELD)
def test_nobody_holds_the_customer_to_whom_every_till_sells(store, till, goods, words):
    goods("MUG")
    with psycopg.connect(store.dsn("cyd")) as line:
        with contextlib.suppress(psycopg.Error):
            line.execute(words)
        till.connection.execute("SET lock_timeout = '1s'")
        assert till.sell("MUG")["total"] == "2.50"


def test_a_new_tax_between_quote_and_payment_does_not_refuse_the_card(store, till, goods, tax):
    goods("MUG", price="10.00")
    tax("0.10")
    till.scan("MUG")
    assert till.quote("11.00")["is_held"]

    tax("0.20", name="Levy")

    assert till.sale()["total"] == "11.00"
    assert till.pay(card("11.00"))["total"] == "11.00"
    assert store.rows("SELECT name, tax_amount::text FROM storedesk.order_tax_lines") == [
        ("VAT", "1.00")
    ]


def test_a_new_class_of_tax_between_quote_and_payment_does_not_either(store, till, goods, tax):
    mug = goods("MUG", price="10.00")
    tax("0.10")
    till.scan("MUG")
    till.quote("11.00")

    store.sql(
        """
        WITH books AS (INSERT INTO storedesk.tax_classes (name) VALUES ('Books') RETURNING id)
        INSERT INTO storedesk.product_tax (product_id, tax_class_id) SELECT %s, id FROM books
        """,
        mug,
    )

    assert till.pay(card("11.00"))["total"] == "11.00"


def test_a_quote_that_ran_out_is_not_renewed_at_another_tax(store, till, goods, tax, refused):
    goods("MUG", price="10.00")
    tax("0.10")
    till.scan("MUG")
    till.quote("11.00")
    store.sql("UPDATE storedesk.till_carts SET quote_expires_at = '2020-01-01'")
    tax("0.20")

    with refused("quote_expired"):
        till.pay(cash("11.00"))
    assert till.sale()["total"] == "12.00"


@pytest.mark.parametrize(
    "change", ["currency = 'EUR'", "tax_mode = 'inclusive'", "time_zone = 'Asia/Tokyo'"]
)
def test_currency_and_taxes_stay_while_somebody_sells(store, till, goods, refused, change):
    goods("MUG")
    till.scan("MUG")

    with refused("fixed_by_orders"):
        store.sql(f"UPDATE storedesk.store_settings SET {change}", login="dee")


def test_a_sale_that_is_paid_while_somebody_throws_it_away_was_not_thrown_away(
    store, till, goods, until_someone_waits, refused
):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()
    with ThreadPoolExecutor(1) as threads:
        with till.connection.transaction():
            till.pay()
            words = "SELECT api.discard_sale(%s, %s)"
            other = threads.submit(store.sql, words, uuid4(), till.order, login="cyd")
            until_someone_waits()
        with refused("already_paid"):
            other.result()
    till.order = uuid4()
    till.scan("MUG")
    till.call("discard_sale", till.order)


@pytest.mark.parametrize("text", [PAN, TURNED])
def test_what_nobody_may_type_is_not_kept_anywhere(store, till, goods, text):
    mug = goods("MUG")
    till.scan("MUG")
    line = till.sale()["lines"][0]["id"]
    actions = [
        ("SELECT api.park(%s, %s, %s)", (uuid4(), till.order, text), "bob"),
        ("SELECT api.reprice_line(%s, %s, %s, 1, %s)", (uuid4(), till.order, line, text), "cyd"),
        ("SELECT api.adjust_stock(%s, %s, NULL, 1, %s)", (uuid4(), mug, text), "ada"),
        ("SELECT api.set_stock(%s, %s, NULL, 10, 5, %s)", (uuid4(), mug, text), "cyd"),
        (
            "SELECT api.close_shift(%s, (SELECT id FROM storedesk.till_sessions), 1, %s)",
            (uuid4(), text),
            "bob",
        ),
        (
            (
                "SELECT api.quote(%s, %s, 2.50, jsonb_build_array(jsonb_build_object("
                "'product_id', %s::text, 'reason', %s::text)))"
            ),
            (uuid4(), till.order, mug, text),
            "bob",
        ),
        ("SELECT api.approve(%s, %s, '{}')", (uuid4(), text), "cyd"),
        (
            "INSERT INTO customers (email, first_name, last_name) VALUES ('', %s, 'x')",
            (text,),
            "bob",
        ),
        (
            (
                "INSERT INTO storedesk.customer_details (customer_id, note)"
                " SELECT walk_in_customer_id, %s FROM storedesk.store_settings"
            ),
            (text,),
            "bob",
        ),
        (
            (
                "INSERT INTO customer_shipping_addresses (customer_id, street, city, state,"
                " postal_code, country, recipient_name)"
                " SELECT id, 'x', 'x', '', '1', 'US', %s FROM customers WHERE email LIKE 'ann%%'"
            ),
            (text,),
            "bob",
        ),
    ]
    store.sql("INSERT INTO customers (email, first_name, last_name) VALUES ('ann@x.org', 'A', 'B')")

    for words, given, person in actions:
        with pytest.raises(psycopg.Error, match=r"card_number|text_control|check constraint"):
            store.sql(words, *given, login=person)


def test_a_draft_is_nothing_to_a_cashier_by_any_road(store, till, goods):
    secret = goods("TOP-SECRET", name="Secret mug", status="draft")
    asked = [
        ("SELECT api.find_items('secret')", ()),
        ("SELECT count(*) FROM api.find_products(ARRAY['secret'])", ()),
        ("SELECT count(*) FROM api.find_products(ARRAY['secrte'], true)", ()),
        ("SELECT count(*) FROM api.first_products(ARRAY['secret'], 10)", ()),
        ("SELECT api.find_items('TOP-SECRET')", ()),
        ("SELECT api.item_by_code('TOP-SECRET')", ()),
        ("SELECT count(*) FROM products WHERE id = %s", (secret,)),
    ]
    for words, given in asked:
        assert store.sql(words, *given, login="bob") in ([], 0, None), words

    for command, *given in (("scan", "TOP-SECRET", 1), ("add_item", secret, None, 1)):
        with pytest.raises(psycopg.Error, match=r"unknown_code|product_not_found") as error:
            till.call(command, till.register, till.order, *given)
        assert "Secret mug" not in str(error.value.diag.message_detail)


@pytest.mark.parametrize(
    ("quantity", "code"), [(0, "bad_quantity"), (-1, "bad_quantity"), (100_000, "bad_quantity")]
)
def test_a_quantity_that_is_none_is_refused(till, goods, refused, quantity, code):
    goods("MUG")
    with refused(code):
        till.scan("MUG", quantity)


@pytest.mark.parametrize("quantity", [1.5, "1.5", "NaN", 2**31, True])
def test_a_quantity_of_another_kind_is_refused(till, goods, quantity):
    goods("MUG")
    with pytest.raises(psycopg.Error):
        till.scan("MUG", quantity)


def test_a_sale_of_500_lines_takes_no_more(store, till, goods, refused):
    for n in range(3):
        goods(f"M{n}", price="0.01")
    till.scan("M0")
    cart = store.sql("SELECT cart_id FROM storedesk.till_carts")
    store.sql(
        """
        INSERT INTO cart_items (cart_id, product_id, product_name, unit_price_amount, quantity,
                                subtotal_amount)
        SELECT %s, p.id, p.name, n, 1, n FROM generate_series(1, 499) AS n, products AS p
        WHERE p.name = 'M1'
        """,
        cart,
    )
    with refused("line_count"):
        till.scan("M2")
    till.call("discard_sale", till.order)


def test_two_variants_of_one_product_beyond_its_stock_are_told(till, goods, variant):
    shirt = goods("SHIRT", on_hand=5)
    variant(shirt, "SHIRT-M", size="M")
    variant(shirt, "SHIRT-L", size="L")
    till.scan("SHIRT-M", 3)
    till.scan("SHIRT-L", 3)

    answer = till.quote()

    assert not answer["is_held"]
    assert [(s["wanted"], s["available"]) for s in answer["shortages"]] == [(6, 5)]


@pytest.mark.parametrize("action", ["delete", "inactive", "category"])
def test_goods_that_leave_the_shelves_after_the_quote_are_still_paid(store, till, goods, action):
    mug = goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()
    match action:
        case "delete":
            store.sql("SELECT api.delete_product(%s, %s)", uuid4(), mug, login="cyd")
        case "inactive":
            store.sql("UPDATE products SET status = 'inactive'", login="cyd")
        case "category":
            store.sql("UPDATE categories SET is_active = false", login="cyd")

    assert till.pay(card("2.50"))["total"] == "2.50"
    till.order = uuid4()
    with pytest.raises(psycopg.Error, match="product_not_sold"):
        till.scan("MUG")


def test_a_lower_price_needs_its_own_approval_once_and_soon(store, till, goods, allow, refused):
    goods("MUG", price="2.50"), goods("CUP", price="2.50")
    till.scan("MUG")
    till.scan("CUP")
    of_mug, of_cup = (line["id"] for line in till.sale()["lines"])

    def reprice(line, price, approval):
        return till.call("reprice_line", till.order, line, price, "scratched", approval)

    with refused("approval_needed"):
        reprice(of_mug, "1.00", None)
    with refused("not_a_manager"):
        allow(lambda approval: reprice(of_mug, "1.00", approval), "bob")
    approval = allow(lambda approval: reprice(of_mug, "1.00", approval))
    for line, price in ((of_cup, "1.00"), (of_mug, "0.99"), (of_mug, "-1")):
        with pytest.raises(psycopg.Error, match=r"approval_not_valid|bad_amount"):
            reprice(line, price, approval)
    with refused("approval_not_valid"):
        reprice(of_mug, "1.00", uuid4())
    reprice(of_mug, "1.00", approval)
    with refused("approval_not_valid"):
        reprice(of_mug, "1.00", approval)
    old = allow(lambda approval: reprice(of_cup, "1.00", approval))
    store.sql(
        "UPDATE storedesk.approvals SET created_at = created_at - interval '121 s' WHERE id = %s",
        old,
    )
    with refused("approval_not_valid"):
        reprice(of_cup, "1.00", old)


@pytest.mark.parametrize("price", ["NaN", "Infinity", "-0.01", "0.001", None, "100000000"])
def test_a_price_that_is_none_is_refused_to_a_manager_too(till_of, goods, price):
    goods("MUG")
    till = till_of(person="cyd")
    till.scan("MUG")
    line = till.sale()["lines"][0]["id"]

    with pytest.raises(psycopg.Error):
        till.call("reprice_line", till.order, line, price, "because")


def test_a_request_is_its_askers_and_of_what_it_asked(till, till_of, goods, refused):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()
    request, tender = uuid4(), cash("2.50")
    paid = till.pay(tender, request=request)
    other = till_of("T2", "cyd")
    other.order = till.order

    assert till.pay(tender, request=request) == paid
    with refused("request_reused"):
        other.pay(tender, request=request)
    with refused("request_reused"):
        till.pay(cash("2.50"), request=request)
    with refused("request_reused"):
        till.call("park", till.order, "x", request=request)
    with refused("already_paid"):
        other.pay(tender)


def test_a_parked_sale_is_neither_quoted_nor_paid(till, goods, refused):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()
    till.call("park", till.order, "later")

    with refused("quote_expired"):
        till.pay(cash("2.50"))
    with refused("sale_elsewhere"):
        till.quote("2.50")


def test_two_shifts_are_not_opened_at_one_register(store, till_of):
    till, start = till_of(), Barrier(4)

    def open_shift(_):
        start.wait()
        try:
            words = "SELECT api.open_shift(%s, %s, 10)"
            return store.sql(words, uuid4(), till.register, login="bob")["id"]
        except psycopg.Error as error:
            return error.diag.message_primary

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(open_shift, range(4)))
    assert answers.count("shift_already_open") == 3


def test_one_approval_allows_one_of_two_tills_at_once(store, till, goods, allow):
    goods("MUG", price="2.50")
    till.scan("MUG")
    line = till.sale()["lines"][0]["id"]
    words = "SELECT api.reprice_line(%s, %s, %s, 1.00, 'old', %s)"
    approval = allow(lambda given: store.sql(words, uuid4(), till.order, line, given, login="bob"))
    start = Barrier(4)

    def reprice(_):
        start.wait()
        try:
            store.sql(words, uuid4(), till.order, line, approval, login="bob")
        except psycopg.Error as error:
            return error.diag.message_primary
        return "done"

    with ThreadPoolExecutor(4) as threads:
        answers = sorted(threads.map(reprice, range(4)))
    assert answers == ["approval_not_valid"] * 3 + ["done"]
