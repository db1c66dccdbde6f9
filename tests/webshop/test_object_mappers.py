"""Web shops that nobody here wrote: what Django and SQLAlchemy find out and save by themselves."""

import json
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import MetaData, create_engine, select
from sqlalchemy.ext.automap import automap_base
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tests.webshop.shop import CARD, WebShop

HERE = Path(__file__).parent
MODEL = {
    "categories", "products", "product_variants", "product_images", "inventory",
    "inventory_audit_log", "customers", "customer_shipping_addresses", "saved_payment_methods",
    "carts", "cart_items", "orders", "order_line_items", "order_number_sequence",
}  # fmt: skip
"""All but email_queue, of which a view shows what is fit to be seen."""

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def priced_in(store, add_product):
    """Have the store in a currency, with a mug in it; return the mug."""

    def priced_in(currency, price="5.00"):
        store.sql("UPDATE storedesk.store_settings SET currency = %s", currency)
        return add_product("MUG", on_hand=10, price=price)

    return priced_in


@pytest.fixture
def mapped(store):
    """Have SQLAlchemy find out the tables, as the web shop's login."""
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(store.dsn("wes")),
        poolclass=NullPool,
    )
    found = MetaData()
    found.reflect(engine, schema="public", only=sorted(MODEL))
    base = automap_base(metadata=found)
    base.prepare(generate_relationship=lambda *_, **__: None)
    yield engine, base.classes
    engine.dispose()


@pytest.mark.parametrize(("currency", "price"), [("USD", "5.00"), ("EUR", "5.00"), ("JPY", "500")])
def test_django_inspects_the_store_and_saves(store, priced_in, currency, price):
    priced_in(currency, price)
    command = [sys.executable, str(HERE / "django_shop.py"), store.dsn("wes"), currency]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]

    assert json.loads(done.stdout) == {
        "models": 16,
        "refused": [],
        "hash": "pbkdf2$made-up",
        "name": "Janet",
        "status": "cancelled",
        "mails": ["order_cancelled"],
    }


@pytest.mark.parametrize(("currency", "price"), [("USD", "5.00"), ("EUR", "5.00"), ("JPY", "500")])
def test_the_example_shop_runs_in_stores_of_other_currencies(store, priced_in, currency, price):
    mug = priced_in(currency, price)
    shop = WebShop(store.dsn("wes"))
    customer = shop.guest("jane@example.com")
    basket = shop.basket(customer=customer)
    shop.put(basket, mug, 2)
    order = shop.check_out(customer, basket, CARD | {"transaction": "tx-1"})
    shop.close()

    words = "SELECT DISTINCT total_currency FROM orders WHERE id = %s"
    assert store.sql(words, order) == currency
    words = "SELECT count(*) FROM storedesk.order_payments WHERE order_id = %s AND currency = %s"
    assert store.sql(words, order, currency) == 1


def test_sqlalchemy_maps_the_model_and_saves(store, mapped, priced_in):
    priced_in("USD")
    engine, found = mapped
    assert {mapped.__table__.name for mapped in found} == MODEL
    with Session(engine) as session, session.begin():
        for mapped_class in found:
            session.execute(select(mapped_class).limit(1)).all()
        customer = found.customers(
            email="sam@example.com", password_hash="hash", first_name="Sam", last_name="Poe"
        )
        session.add(customer)
        session.flush()
        assert customer.version == 1  # what the server has added is read back
        customer.first_name = "Samuel"
    assert store.sql("SELECT first_name FROM customers WHERE email = 'sam@example.com'") == "Samuel"


def test_a_movement_is_written_with_its_id_returned(store, mapped, priced_in):
    mug = priced_in("USD")
    engine, found = mapped
    with Session(engine) as session, session.begin():
        row = session.scalars(select(found.inventory).filter_by(product_id=mug)).one()
        row.stock_level, before = row.stock_level + 1, row.stock_level
        movement = found.inventory_audit_log(
            inventory_id=row.id, product_id=mug, previous_value=before, new_value=before + 1,
            adjustment=1, reason="found in a box", operation_type="adjust",
        )  # fmt: skip
        session.add(movement)
        session.flush()
        assert movement.id
    own = store.rows("SELECT reason FROM inventory_audit_log", login="wes")
    assert own == [("found in a box",)], "it reads its own movements, and nobody else's"


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("inventory", "low_stock_threshold", 3),
        ("cart_items", "product_id", None),
        ("orders", "order_number", "ORD-2020-000001"),
        ("orders", "created_at", "2020-01-01"),
        ("customer_shipping_addresses", "customer_id", None),
    ],
)
def test_what_may_be_written_unchanged_is_refused_when_it_changes(
    store, priced_in, add_product, table, column, value
):
    mug, other = priced_in("USD"), add_product("JUG")
    shop = WebShop(store.dsn("wes"))
    ann, ben = shop.guest("ann@example.com"), shop.guest("ben@example.com")
    shop.add_address(ann, "1 Main Street", is_default=True)
    basket = shop.basket(customer=ann)
    shop.put(basket, mug, 1)
    shop.check_out(ann, basket)
    shop.put(shop.basket(customer=ann), mug, 1)
    shop.close()
    value = value or {"cart_items": other, "customer_shipping_addresses": ben}[table]

    store.sql(f"UPDATE {table} SET {column} = {column}", login="wes")
    with pytest.raises(psycopg.Error, match=r"column_fixed|order_frozen|part_moved"):
        store.sql(f"UPDATE {table} SET {column} = %s", value, login="wes")


def test_what_a_stored_card_is_known_by_at_the_gateway_is_the_web_shops_alone(store):
    shop = WebShop(store.dsn("wes"))
    ann = shop.guest("ann@example.com")
    shop.close()
    words = (
        "INSERT INTO saved_payment_methods (id, customer_id, payment_type, token, last_four_digits,"
        " card_brand, expires_at)"
        " VALUES (%s, %s, 'credit_card', 'tok_1', '4242', 'visa', '2040-01') RETURNING token"
    )
    assert store.sql(words, uuid4(), ann, login="wes") == "tok_1"
    with pytest.raises(psycopg.Error, match="method_differs"):
        store.sql("UPDATE saved_payment_methods SET payment_type = 'paypal'", login="wes")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        store.sql("SELECT token FROM saved_payment_methods", login="cyd")


class Refusal:
    """A transaction of the web shop that is refused, and what it is told."""

    def __init__(self, store):
        self.dsn = store.dsn("wes")

    def __call__(self, *statements):
        with pytest.raises(psycopg.Error) as refused:
            self._try(statements)
        diag = refused.value.diag
        assert "docs/webshop.md" in diag.message_hint
        return diag.message_primary, json.loads(diag.message_detail)

    def _try(self, statements):
        line = psycopg.connect(self.dsn)
        try:
            for words, values in statements:
                line.execute(words, values)
            line.commit()
        finally:
            line.close()


ORDER = """
    INSERT INTO orders (id, order_number, customer_id, subtotal_amount, subtotal_currency,
        shipping_cost_amount, shipping_cost_currency, tax_currency, total_amount, total_currency,
        shipping_street, shipping_city, shipping_state, shipping_postal_code, shipping_country,
        shipping_recipient_name, payment_type, payment_paypal_email)
    VALUES (%(order)s, %(number)s, %(customer)s, %(worth)s, %(currency)s, 0, %(currency)s,
        %(currency)s, %(worth)s, %(currency)s, 'a', 'b', 'c', 'd', 'DE', 'e', 'paypal', %(paypal)s)
"""
LINE = """
    INSERT INTO order_line_items (order_id, product_id, product_name, unit_price_amount,
        unit_price_currency, quantity, subtotal_amount, subtotal_currency)
    VALUES (%(order)s, %(product)s, 'Mug', 5, %(line_currency)s, %(quantity)s, 5 * %(quantity)s,
        %(line_currency)s)
"""
NUMBER = """
    INSERT INTO order_number_sequence AS s (year, last_sequence)
    VALUES (extract(year FROM now() AT TIME ZONE 'UTC')::int, 1)
    ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
"""
RESERVE = """
    WITH moved AS (
        UPDATE inventory SET reserved_quantity = reserved_quantity + %(quantity)s
        WHERE product_id = %(product)s RETURNING id, reserved_quantity)
    INSERT INTO inventory_audit_log (inventory_id, product_id, previous_value, new_value,
        adjustment, reason, operation_type, order_id)
    SELECT id, %(product)s, reserved_quantity - %(quantity)s, reserved_quantity, %(quantity)s,
        'web shop', 'reserve', %(order)s FROM moved
"""


@pytest.mark.parametrize(
    ("left_out", "otherwise", "told"),
    [
        (None, {"currency": "USD", "line_currency": "USD"},
         {"differs": "orders.total_currency", "wanted": "EUR", "found": "USD"}),
        (None, {"line_currency": "USD"},
         {"differs": "order_line_items.unit_price_currency", "wanted": "EUR", "found": "USD"}),
        (RESERVE, {}, {"differs": "reserve", "wanted": 2, "found": 0}),
        (None, {"worth": 9}, {"differs": "subtotal_amount", "wanted": 10.0, "found": 9.0}),
        (None, {"paypal": None},
         {"differs": "payment", "wanted": "paypal", "found": {
             "last_four_digits": None, "card_brand": None, "paypal_email": None,
             "transaction_id": None}}),
    ],
    ids=["its currency", "a line's currency", "nothing reserved", "the sum", "the payment"],
)  # fmt: skip
def test_a_refused_order_is_told_what_differs(store, priced_in, left_out, otherwise, told):
    mug = priced_in("EUR")
    shop = WebShop(store.dsn("wes"))
    known = {
        "order": uuid4(), "customer": shop.guest("ann@example.com"), "product": mug,
        "currency": "EUR", "line_currency": "EUR", "worth": 10, "quantity": 2,
        "paypal": "a@example.com",
        "number": store.sql("SELECT 'ORD-' || extract(year FROM now() AT TIME ZONE"
                            " 'UTC') || '-000001'"),
    } | otherwise  # fmt: skip
    shop.close()
    steps = [words for words in (NUMBER, ORDER, LINE, RESERVE) if words != left_out]

    code, detail = Refusal(store)(*((words, known) for words in steps))

    assert code == "order_differs"
    assert detail.pop("number") == known["number"]
    assert detail.pop("product", str(mug)) == str(mug)
    assert detail == told


def test_a_cancellation_without_the_release_is_told_so(store, priced_in):
    mug = priced_in("EUR")
    shop = WebShop(store.dsn("wes"))
    customer = shop.guest("ann@example.com")
    basket = shop.basket(customer=customer)
    shop.put(basket, mug, 2)
    order = shop.check_out(customer, basket)
    shop.close()
    words = "UPDATE orders SET status = 'cancelled', cancellation_reason = 'late' WHERE id = %s"

    code, detail = Refusal(store)((words, [order]))

    assert (code, detail["differs"], detail["product"]) == ("order_differs", "release", str(mug))
    assert (detail["wanted"], detail["found"]) == (2, 0)
