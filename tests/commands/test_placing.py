"""Orders by telephone: at the prices that were shown, all of it or nothing."""

import json
from uuid import uuid4

import pytest
from psycopg import errors

from tests.orders import ADDRESS
from tests.tills import cash, charged, paypal

pytestmark = pytest.mark.usefixtures("invariants")

PENDING = "SELECT status, payment_type, total_amount::text, shipping_street FROM orders"
MAILS = "SELECT email_type, payload ->> 'order_number' FROM email_queue"


def test_an_order_is_pending_until_it_is_paid(store, orders, goods):
    mug = goods("MUG", price="2.50")

    answer = orders.place((mug, 2), shipping="4.00", by="bob", note="Leave it at the door")

    assert answer["is_placed"]
    assert (answer["status"], answer["total"]) == ("pending", "9.00")
    assert answer["order_number"].endswith("-000001")
    assert store.rows(PENDING) == [("pending", "credit_card", "9.00", "1 Any Street")]
    assert orders.stock(mug) == (10, 2)
    assert store.rows(MAILS) == []
    noted = "SELECT note, actor_id FROM storedesk.order_status_history"
    assert store.rows(noted) == [("Leave it at the door", store.staff_id("bob"))]
    by_this_order = "SELECT operation_type, order_id IS NOT NULL FROM inventory_audit_log"
    assert store.rows(f"{by_this_order} WHERE user_id = %s", store.staff_id("bob")) == [
        ("reserve", True)
    ]


def test_an_order_may_be_paid_at_once_and_its_mail_tells_its_number(store, orders, goods, till):
    mug = goods("MUG", price="2.50")
    shift = till.ask("shift_report", store.sql("SELECT id FROM storedesk.till_sessions"))

    answer = orders.place(
        (mug, 2),
        tenders=[cash("2.00", "5.00"), charged("3.00", last_four="4242", card_brand="visa")],
        shift=shift["shift"]["id"],
    )

    assert (answer["status"], answer["change"]) == ("confirmed", "3.00")
    assert orders.money(answer["order_id"]) == [
        ("payment", "cash", "2.00"),
        ("payment", "credit_card", "3.00"),
    ]
    assert store.rows(MAILS) == [("order_confirmation", answer["order_number"])]


def test_a_price_that_changed_is_told_before_anything_is_placed(store, orders, goods):
    mug, cup = goods("MUG", price="2.50"), goods("CUP", price="1.00")
    store.sql("UPDATE products SET price_amount = 2.75 WHERE id = %s", mug, login="cyd")

    answer = orders.place((mug, 2, "2.50"), (cup, 1, "1.00"), total="6.00")

    assert not answer["is_placed"]
    assert [(c["name"], c["old"], c["new"]) for c in answer["changes"]] == [("Mug", "2.50", "2.75")]
    assert answer["total"] == "6.50"
    assert store.sql("SELECT count(*) FROM orders") == 0
    assert orders.stock(mug) == (10, 0)


def test_a_total_that_is_not_the_one_that_was_shown_is_told(store, orders, goods, tax):
    mug = goods("MUG", price="2.50")
    tax("0.10")

    answer = orders.place((mug, 2), total="5.00")

    assert (answer["is_placed"], answer["changes"], answer["total"]) == (False, [], "5.50")
    assert store.sql("SELECT count(*) FROM orders") == 0


def test_every_product_of_which_there_is_too_little_is_named(store, orders, goods):
    mug, cup, jug = goods("MUG", on_hand=1), goods("CUP", on_hand=0), goods("JUG")

    answer = orders.place((mug, 2), (cup, 1), (jug, 3))

    assert [(s["name"], s["wanted"], s["available"]) for s in answer["shortages"]] == [
        ("Cup", 1, 0),
        ("Mug", 2, 1),
    ]
    assert store.sql("SELECT count(*) FROM orders") == 0
    assert orders.stock(jug) == (10, 0)


def test_two_variants_of_one_product_take_from_the_same_stock(orders, goods, variant):
    shirt = goods("SHIRT", on_hand=5)
    small, large = variant(shirt, "S", size="S"), variant(shirt, "L", size="L", more="1.00")

    short = orders.place((shirt, 3, None, small), (shirt, 3, None, large))
    assert [(s["wanted"], s["available"]) for s in short["shortages"]] == [(6, 5)]

    orders.placed((shirt, 2, None, small), (shirt, 3, None, large))
    assert orders.stock(shirt) == (5, 5)


def test_what_a_till_has_quoted_is_not_promised_again(orders, goods, till):
    mug = goods("MUG", on_hand=2)
    till.scan("MUG", 2)
    assert till.quote()["is_held"]

    answer = orders.place((mug, 1))

    assert [s["available"] for s in answer["shortages"]] == [0]


def test_the_same_order_is_placed_once(store, orders, goods, refused):
    mug, order, request = goods("MUG"), uuid4(), uuid4()
    first = orders.place((mug, 2), order=order, request=request)

    assert orders.place((mug, 2), order=order, request=request) == first
    with refused("already_ordered"):
        orders.place((mug, 2), order=order)
    with refused("request_reused"):
        orders.place((mug, 3), order=order, request=request)
    assert store.sql("SELECT count(*) FROM orders") == 1
    assert orders.stock(mug) == (10, 2)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("recipient", "", "address_incomplete"),
        ("street", "  ", "address_incomplete"),
        ("city", None, "address_incomplete"),
        ("postal_code", "1" * 21, "address_too_long"),
        ("country", "us", "country_unknown"),
        ("street", "1 Any\x07Street", "text_control"),
        ("recipient", "4111 1111 1111 1111", "card_number"),
    ],
)
def test_an_address_is_whole(orders, goods, refused, field, value, code):
    with refused(code):
        orders.place((goods("MUG"), 1), address=ADDRESS | {field: value})


def test_an_address_may_have_no_state(orders, goods):
    order = orders.placed((goods("MUG"), 1), address=ADDRESS | {"state": ""})

    assert orders.column(order, "shipping_state") == ""


def test_nothing_is_placed_for_nobody(store, orders, goods, refused):
    mug = goods("MUG")
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")

    with refused("customer_needed"):
        orders.place((mug, 1), customer=walk_in)
    with refused("customer_not_found"):
        orders.place((mug, 1), customer=uuid4())


@pytest.mark.parametrize(
    ("quantity", "code"), [(0, "bad_quantity"), (-1, "bad_quantity"), (100000, "bad_quantity")]
)
def test_quantities_are_what_can_be_sold(orders, goods, refused, quantity, code):
    with refused(code):
        orders.place((goods("MUG"), quantity), total="1")


def test_only_what_is_sold_is_ordered(orders, goods, variant, refused):
    shirt = goods("SHIRT")
    variant(shirt, "S", size="S")

    with refused("product_not_sold"):
        orders.place((goods("OLD", status="inactive"), 1))
    with refused("choose_variant"):
        orders.place((shirt, 1))
    with refused("product_not_found"):
        orders.place((uuid4(), 1, "1.00"), total="1.00")
    with refused("line_count"):
        orders.place(total="1.00")


@pytest.mark.parametrize(
    ("shipping", "code"),
    [
        (None, "bad_amount"),
        ("-0.01", "bad_amount"),
        ("1.005", "money_not_exact"),
        ("NaN", "money_too_big"),
    ],
)
def test_shipping_is_an_amount(orders, goods, refused, shipping, code):
    mug = goods("MUG")

    with refused(code):
        orders.place((mug, 1), shipping=shipping, total="2.50")
    with refused(code):
        orders.ask("order_totals", [{"product": str(mug), "quantity": 1}], shipping)


@pytest.mark.parametrize("shipping", ["0.00", "0.02"])
def test_an_order_is_not_dearer_than_a_column_holds(orders, goods, tax, refused, shipping):
    tax("0.10" if shipping == "0.00" else "0")
    gold = goods("GOLD", price="99999999.98")

    with refused("money_too_big"):
        orders.place((gold, 1), shipping=shipping, total="99999999.98")
    with refused("money_too_big"):
        orders.ask("order_totals", [{"product": str(gold), "quantity": 1}], shipping)
    with refused("money_too_big"):
        orders.store.sql(
            "SELECT core.place(%s, %s, %s, NULL, core.now(), shipping_cost => %s)",
            uuid4(), orders.customer, json.dumps([{"product": str(gold), "quantity": 1}]), shipping,
        )  # fmt: skip


def test_totals_are_told_without_placing_anything(store, orders, goods, tax):
    tax("0.1")
    mug = goods("MUG", price="2.50", on_hand=1)
    line = {"product": str(mug), "quantity": 2, "price": "2.00", "name": "Mug", "description": None}

    told = orders.ask("order_totals", [line], "1.50", by="bob")

    assert [told[name] for name in ("subtotal", "tax", "shipping", "total")] == [
        "5.00", "0.50", "1.50", "7.00",
    ]  # fmt: skip
    assert told["is_placed"] is False
    assert [(one["old"], one["new"]) for one in told["changes"]] == [("2.00", "2.50")]
    assert [(one["wanted"], one["available"]) for one in told["shortages"]] == [(2, 1)]
    assert store.sql("SELECT count(*) FROM orders") == 0
    assert orders.ask("order_totals", [line | {"quantity": 1}], "0")["total"] == "2.75"


def test_money_is_taken_where_it_can_be(store, orders, goods, refused):
    mug = goods("MUG", price="2.50")

    with refused("cash_needs_shift"):
        orders.place((mug, 1), tenders=[cash("2.50")])
    with refused("tenders_differ"):
        orders.place((mug, 1), tenders=[charged("2.00")])
    orders.place((mug, 1), tenders=[paypal("2.50", reference="PAY-1001")])
    with refused("reference_used"):
        orders.place((mug, 1), tenders=[paypal("2.50", reference="PAY-1001")])
    assert store.sql("SELECT count(*) FROM orders") == 1
    assert orders.stock(mug) == (10, 1)


@pytest.mark.parametrize("person", ["ada", "dee", "eve", "wes", "max"])
def test_only_cashiers_and_managers_place_orders(orders, goods, person):
    mug = goods("MUG")

    with pytest.raises(errors.InsufficientPrivilege):
        orders.place((mug, 1), by=person)
