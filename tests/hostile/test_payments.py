"""Payments that are none, from a cashier with a console."""

from uuid import uuid4

import psycopg
import pytest

from tests.tills import card, cash, paypal

pytestmark = pytest.mark.usefixtures("invariants")

PAN = "4111 1111 1111 1111"
TURNED = "10.00\u202e"


@pytest.mark.parametrize(
    ("tender", "code"),
    [
        (card("2.50", card_brand=TURNED), "text_control"),
        (card("2.50", reference="a\x07b"), "text_control"),
        (card("2.50", reference=PAN), "card_number"),
        (card("2.50", card_brand=PAN), "card_number"),
        (paypal("2.50", reference="x", paypal_email=PAN), "card_number"),
        (paypal("2.50", reference="x", paypal_email="nobody"), "paypal_needs_proof"),
        (paypal("2.50", reference="x", paypal_email="a@b\u202e.c"), "text_control"),
        (paypal("2.50", paypal_email="a@" + "b" * 300), "bad_tender"),
        (card("2.50", tendered="3.00"), "change_only_from_cash"),
        (cash("2.50", "1.00"), "tender_too_small"),
        (cash("2.50", "-5"), "tender_too_small"),
        (cash("2.50", "NaN"), "money_too_big"),
        (cash("Infinity"), "money_too_big"),
        (cash("-2.50"), "bad_tender"),
        (cash("0"), "bad_tender"),
        (cash(2.505), "money_not_exact"),
        (cash("2.00"), "tenders_differ"),
        (card("3.00"), "tenders_differ"),
    ],
)
def test_a_payment_that_is_none_is_refused(till, goods, refused, tender, code):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()

    with refused(code):
        till.pay(tender)
    assert till.pay()["change"] == "0.00"


@pytest.mark.parametrize(
    "tenders",
    [
        "null", "[]", "{}", "[null]", "[[]]", "5", '"cash"', '[{"id": "x"}]',
        '[{"amount": true, "method": "cash"}]', "[" * 100_000, '[{"id": "\\u0000"}]',
    ],
)  # fmt: skip
def test_payments_that_nobody_could_read_book_nothing(store, till, goods, tenders):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()

    with pytest.raises(psycopg.Error):
        till.connection.execute("SELECT api.pay(%s, %s, %s)", [uuid4(), till.order, tenders])
    assert store.sql("SELECT count(*) FROM orders") == 0
    assert till.pay()["total"] == "2.50"


def test_of_a_key_said_twice_the_last_counts_and_the_sum_still_has_to_fit(till, goods, refused):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()
    twice = f'[{{"id": "{uuid4()}", "method": "cash", "amount": "2.50", "amount": "0.01"}}]'

    with refused("tenders_differ"):
        till.connection.execute("SELECT api.pay(%s, %s, %s)", [uuid4(), till.order, twice])
