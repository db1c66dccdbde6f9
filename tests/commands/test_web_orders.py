"""Orders of the web shop, which knows the model's tables alone: triggers add what it cannot."""

import json
from uuid import uuid4

import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")

MAILS = "SELECT email_type FROM email_queue ORDER BY created_at, email_type"
STEPS = """
    SELECT order_version, from_status, to_status, mailable FROM storedesk.order_status_history
    WHERE order_id = %s ORDER BY order_version
"""
WEB_ORDER = """
    INSERT INTO orders (id, order_number, customer_id, status, subtotal_amount,
        shipping_cost_amount, total_amount, shipping_street, shipping_city, shipping_state,
        shipping_postal_code, shipping_country, shipping_recipient_name, payment_type,
        payment_transaction_id, version)
    VALUES (%(order)s, %(number)s, %(customer)s, %(status)s, 5.00, 1.00, 6.00,
        'Street 1', 'Town', '', '1', 'US', 'Ann Other', 'credit_card', 'tx-1', %(version)s)
"""
WEB_LINE = """
    INSERT INTO order_line_items (order_id, product_id, product_name, unit_price_amount,
        quantity, subtotal_amount)
    VALUES (%(order)s, %(product)s, 'Mug', 2.50, 2, 5.00)
"""
WEB_STOCK = """
    UPDATE inventory SET reserved_quantity = reserved_quantity + 2 WHERE product_id = %(product)s
"""
WEB_LEDGER = """
    INSERT INTO inventory_audit_log (inventory_id, product_id, previous_value, new_value,
        adjustment, reason, operation_type, order_id)
    SELECT id, product_id, reserved_quantity - 2, reserved_quantity, 2, 'web', 'reserve', %(order)s
    FROM inventory WHERE product_id = %(product)s
"""
WEB_NUMBER = """
    INSERT INTO order_number_sequence AS s (year, last_sequence)
    VALUES (extract(year FROM clock_timestamp() AT TIME ZONE 'UTC')::int, 1)
    ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
    RETURNING 'ORD-' || year || '-' || lpad(last_sequence::text, 6, '0')
"""


def mails(store):
    return [type_ for (type_,) in store.rows(MAILS)]


@pytest.fixture
def web_order(store, goods, customer):
    """Place an order as another program does, in one transaction."""
    product, ann = goods("MUG", on_hand=10), customer()

    def web_order(status="pending", version=1):
        known = {
            "order": uuid4(),
            "product": product,
            "customer": ann,
            "status": status,
            "version": version,
        }
        with store.connect("wes") as shop, shop.transaction():
            shop.execute("SET TIME ZONE 'UTC'")
            known["number"] = shop.execute(WEB_NUMBER).fetchone()
            for words in (WEB_ORDER, WEB_LINE, WEB_STOCK, WEB_LEDGER):
                shop.execute(words, known)
        return known["order"]

    return web_order


def test_a_pending_order_of_the_web_shop_gets_its_first_step(store, web_order):
    order = web_order()

    assert store.rows(STEPS, order) == [(1, None, "pending", True)]
    assert mails(store) == []


def test_a_confirmed_one_was_pending_first_is_paid_and_its_customer_written_to(store, web_order):
    order = web_order("confirmed", version=3)

    assert store.rows(STEPS, order) == [
        (0, None, "pending", True),
        (3, "pending", "confirmed", True),
    ]
    paid = "SELECT method, amount::text, transaction_id, created_by FROM storedesk.order_payments"
    assert store.rows(paid) == [("credit_card", "6.00", "tx-1", store.staff_id("wes"))]
    assert mails(store) == ["order_confirmation"]
    assert store.sql("SELECT jsonb_array_length(payload -> 'lines') FROM email_queue") == 1


@pytest.mark.parametrize("status", ["shipped", "delivered", "cancelled"])
def test_one_that_arrives_further_on_is_refused(web_order, refused, status):
    with refused("order_arrives"):
        web_order(status)


def test_the_web_shop_confirms_and_the_store_ships(store, web_order):
    order = web_order()

    store.sql("UPDATE orders SET status = 'confirmed' WHERE id = %s", order, login="wes")
    now = store.sql("SELECT core.now()")
    store.sql("SELECT core.ship(%s, '1234', NULL, %s)", order, now)

    assert [step[0] for step in store.rows(STEPS, order)] == [1, 2, 3]
    assert mails(store) == ["order_confirmation", "order_shipped"]


def test_the_web_shop_says_how_an_order_is_paid_until_it_is(store, web_order, refused):
    order = web_order()
    pay = "UPDATE orders SET payment_type = %s, status = 'confirmed' WHERE id = %s"

    store.sql(pay, "paypal", order, login="wes")
    with refused("order_frozen"):
        store.sql(pay, "credit_card", order, login="wes")

    assert store.sql("SELECT payment_type FROM orders") == "paypal"


def test_the_web_shop_promises_no_pieces_to_an_order_that_is_not_there(store, goods, refused):
    known = {"order": uuid4(), "product": goods("MUG")}

    with store.connect("wes") as shop, refused("order_not_found"), shop.transaction():
        shop.execute(WEB_STOCK, known)
        shop.execute(WEB_LEDGER, known)

    assert store.sql("SELECT reserved_quantity FROM inventory") == 0


def test_the_web_shop_does_not_pretend_to_be_someone_else(store, web_order):
    order = web_order()

    with store.connect("wes") as shop:
        shop.execute(
            "SELECT set_config('storedesk.actor', %s, false)", [str(store.staff_id("cyd"))]
        )
        shop.execute("UPDATE orders SET status = 'confirmed' WHERE id = %s", [order])

    who = "SELECT DISTINCT actor_id FROM storedesk.order_status_history"
    assert store.rows(who) == [(store.staff_id("wes"),)]


def test_it_is_found_by_its_number_its_customer_and_its_articles(store, web_order):
    order = web_order()

    for words in (["ann@example.com"], ["other", "mug"], ["ord-"], ["mug", " " * 996]):
        assert store.sql("SELECT api.find_orders(%s)", words, login="bob") == order
    for words in (["bowl"], ["mug", " " * 997]):
        assert store.sql("SELECT api.find_orders(%s)", words, login="bob") is None


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE order_number_sequence SET last_sequence = last_sequence + 2",
        "UPDATE order_number_sequence SET last_sequence = last_sequence",
        "INSERT INTO order_number_sequence (year, last_sequence) VALUES (2100, 2)",
    ],
)
def test_numbers_of_orders_go_up_by_one(store, web_order, refused, words):
    web_order()
    with refused("order_numbers"):
        store.sql(f"{words} RETURNING year", login="wes")


def test_a_number_is_one_that_was_drawn(web_order, refused, monkeypatch):
    monkeypatch.setattr("tests.commands.test_web_orders.WEB_ORDER", WEB_ORDER.replace(
        "%(number)s", "'ORD-1999-000001'"
    ))  # fmt: skip
    with refused("order_numbers"):
        web_order()


def test_a_number_is_drawn_for_an_order(store, refused):
    with refused("order_numbers"):
        store.sql(WEB_NUMBER, login="wes")


@pytest.mark.parametrize(
    ("column", "value"),
    [("status", "confirmed"), ("payment_type", "paypal"), ("payment_transaction_id", "tx-2")],
)
def test_the_web_shop_does_not_pay_what_a_deposit_was_taken_for(
    store, web_order, till, refused, column, value
):
    shift = store.sql(
        "SELECT id FROM storedesk.till_sessions WHERE register_id = %s", till.register
    )
    order = web_order()
    store.sql(
        "SELECT api.take_deposit(%s, %s, %s, %s, %s, %s)",
        uuid4(), order, store.sql("SELECT version FROM orders WHERE id = %s", order),
        shift, "2.00", json.dumps([cash("2.00")]),
        login="bob",
    )  # fmt: skip
    words = f"UPDATE orders SET {column} = %s WHERE id = %s RETURNING id"
    with refused("order_has_deposit"):
        store.sql(words, value, order, login="wes")
    store.sql(
        "UPDATE orders SET shipping_city = 'Town' WHERE id = %s RETURNING id", order, login="wes"
    )
