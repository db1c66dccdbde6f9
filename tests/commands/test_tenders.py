"""What a customer pays with: split, rounded, in any currency, and never with a card's number."""

from decimal import Decimal
from uuid import uuid4

import pytest

from tests.tills import card, cash, paypal

pytestmark = pytest.mark.usefixtures("invariants")

PAYMENTS = """
    SELECT method, amount::text, rounding_amount::text, tendered_amount::text, change_amount::text
    FROM storedesk.order_payments ORDER BY method
"""


def quoted(till, *codes):
    for code in codes:
        till.scan(code)
    assert till.quote()["is_held"]
    return till.sale()["total"]


def ordered(store, columns):
    return store.rows(f"SELECT {columns} FROM orders")[0]


def test_a_sale_is_paid_in_several_ways_and_bears_the_largest(store, till, goods):
    goods("MUG", price="30.00")
    quoted(till, "MUG")

    paid = till.pay(
        cash("10.00", "20"),
        card("15.00", card_brand="Visa", last_four="4242", reference="12345678"),
        paypal("5.00", paypal_email=" Ann@Example.com "),
    )

    assert paid["change"] == "10.00"
    assert ordered(
        store,
        "payment_type, payment_card_brand, payment_last_four_digits, payment_paypal_email,"
        " payment_transaction_id",
    ) == ("credit_card", "visa", "4242", None, "ref-12345678")


def test_of_two_equal_ways_the_one_that_is_not_cash_is_the_orders(store, till, goods):
    goods("MUG", price="30.00")
    quoted(till, "MUG")

    till.pay(cash("15.00"), paypal("15.00", reference="PAY-1"))

    assert ordered(store, "payment_type, payment_transaction_id") == ("paypal", "PAY-1")


def test_a_card_of_another_scheme_is_kept_beside_the_model(store, till, goods):
    goods("MUG", price="30.00")
    quoted(till, "MUG")

    till.pay(card("30.00", card_brand="Girocard", last_four="0001"))

    assert ordered(store, "payment_type, payment_card_brand") == ("credit_card", None)
    schemes = "SELECT card_scheme, card_last_four FROM storedesk.order_payments"
    assert store.rows(schemes) == [("girocard", "0001")]


@pytest.mark.parametrize(
    ("tenders", "code"),
    [
        ([cash("9.99")], "tenders_differ"),
        ([cash("10.01")], "tenders_differ"),
        ([], "tenders_differ"),
        ([card("12.00")], "tenders_differ"),
        ([card("10.00", tendered="20.00")], "change_only_from_cash"),
        ([cash("10.00", "9.00")], "tender_too_small"),
        ([cash("10.001")], "money_not_exact"),
        ([cash("NaN")], "money_too_big"),
        ([cash("0.00"), cash("10.00")], "bad_tender"),
        ([cash("-1.00"), cash("11.00")], "bad_tender"),
        ([{"method": "cash", "amount": "10.00"}], "bad_tender"),
        ([{"id": str(uuid4()), "method": "bitcoin", "amount": "10.00"}], "bad_tender"),
        ([card("10.00", reference="4111 1111 1111 1111")], "card_number"),
        ([card("10.00", reference="4111111111111111")], "card_number"),
        ([card("10.00", last_four="42")], "card_digits"),
        ([card("10.00", last_four="abcd")], "card_digits"),
        ([paypal("10.00")], "paypal_needs_proof"),
        ([paypal("10.00", paypal_email="ann")], "paypal_needs_proof"),
    ],
)
def test_a_tender_that_does_not_fit_is_refused_and_nothing_is_booked(
    store, till, goods, refused, tenders, code
):
    goods("MUG", price="10.00")
    quoted(till, "MUG")

    with refused(code):
        till.call("pay", till.order, tenders)

    assert store.sql("SELECT count(*) FROM orders") == 0
    assert till.pay(cash("10.00"))["order_number"].endswith("-000001")


@pytest.mark.parametrize(
    ("price", "coin", "said", "tendered", "booked"),
    [
        ("8.93", "0.05", "8.93", "10", ("cash", "8.93", "0.02", "10.00", "1.05")),
        ("8.93", "0.05", "8.95", "10", ("cash", "8.93", "0.02", "10.00", "1.05")),
        ("8.92", "0.05", "8.92", None, ("cash", "8.92", "-0.02", "8.90", "0.00")),
        ("8.92", "0.05", "8.90", None, ("cash", "8.92", "-0.02", "8.90", "0.00")),
        ("0.25", "0.50", "0.25", "1", ("cash", "0.25", "0.25", "1.00", "0.50")),
    ],
)
def test_cash_is_rounded_to_the_stores_smallest_coin(
    store, till, goods, price, coin, said, tendered, booked
):
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = %s", coin)
    goods("MUG", price=price)
    quoted(till, "MUG")

    till.pay(cash(said, tendered))

    assert store.rows(PAYMENTS) == [booked]


def test_only_the_cash_part_is_rounded(store, till, goods):
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    goods("MUG", price="8.93")
    quoted(till, "MUG")

    till.pay(card("5.00"), cash("3.93", "4"))

    assert store.rows(PAYMENTS) == [
        ("cash", "3.93", "0.02", "4.00", "0.05"),
        ("credit_card", "5.00", "0.00", None, None),
    ]


def test_yen_have_no_decimals(store, till, tax, refused):
    store.sql("UPDATE storedesk.store_settings SET currency = 'JPY'")
    tax("0.10")
    category = store.sql("INSERT INTO categories (name) VALUES ('Drinks') RETURNING id")
    tea = store.sql(
        "INSERT INTO products (name, price_amount, price_currency, category_id, status)"
        " VALUES ('Tea', 105, 'JPY', %s, 'active') RETURNING id",
        category,
    )
    store.sql("INSERT INTO storedesk.product_barcodes VALUES ('TEA', %s)", tea)
    store.sql("SELECT core.move_stock(%s, NULL, 'set', 9, 'opening', NULL, core.now())", tea)

    assert quoted(till, "TEA") == "116.00"
    with refused("money_not_exact"):
        till.pay(cash("115.50"), cash("0.50"))
    assert till.pay(cash("116", "200"))["change"] == "84.00"


def test_inclusive_tax_is_contained_and_split_by_its_rates(store, till, goods, tax):
    tax("0.19", mode="inclusive")
    goods("MUG", price="11.90")
    quoted(till, "MUG")

    till.pay(cash("11.90"))

    assert ordered(store, "subtotal_amount::text, tax_amount::text, total_amount::text") == (
        "11.90",
        "0.00",
        "11.90",
    )
    rows = "SELECT name, rate, base_amount, tax_amount FROM storedesk.order_tax_lines"
    assert store.rows(rows) == [("VAT", *map(Decimal, ("0.19000", "11.90", "1.90")))]


def test_what_is_given_away_is_booked_without_a_payment(store, till_of, goods):
    manager = till_of(person="cyd")
    manager.open()
    mug = goods("MUG")
    manager.call(
        "add_item", manager.register, manager.order, mug, None, 1, "0", "broken on the way"
    )
    assert manager.quote("0.00")["is_held"]

    manager.call("pay", manager.order, [])

    assert ordered(store, "status, total_amount::text") == ("delivered", "0.00")


def test_why_a_price_is_lower_is_kept_with_the_line(store, till_of, goods):
    manager = till_of(person="cyd")
    manager.open()
    line = goods("MUG", price="8.90") and manager.scan("MUG")["lines"][0]["id"]
    manager.call("reprice_line", manager.order, line, "5.00", "scratched")
    manager.quote("5.00")

    manager.pay(cash("5.00"))

    discounts = (
        "SELECT list_price_amount::text, reason, requested_by FROM storedesk.order_discounts"
    )
    assert store.rows(discounts) == [("8.90", "scratched", store.staff_id("cyd"))]
