"""The demo store, small."""

import os
from datetime import date
from decimal import Decimal

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from storedesk.domain.demo.references import References
from storedesk.domain.demo.store import DemoSize
from storedesk.domain.entry import has_check_digit
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store import StoreSettings
from storedesk.domain.values.tax import TaxMode
from storedesk.persistence.demo.store_rows import IS_TOUCHED
from storedesk.persistence.schema.invariants import broken
from storedesk.persistence.schema.migrations import make_database
from storedesk.services.demo import fill, make_demo

TODAY = date(2026, 3, 9)
SMALL = DemoSize(products=80, customers=40, days=12, sales_a_day=8, parcels_a_day=4)
STORY = """
    SELECT o.order_number, o.status, o.payment_type, o.total_amount::text, o.created_at, c.email,
           (SELECT count(*) FROM public.order_line_items AS l WHERE l.order_id = o.id)
    FROM public.orders AS o JOIN public.customers AS c ON c.id = o.customer_id
    ORDER BY o.created_at, o.order_number
"""


class Demo:
    def __init__(self, server, name):
        self.server, self.name = server, name
        self.dsn = make_conninfo(server, dbname=name)
        self.drop()
        self.told = []
        self.logins = make_demo(self.dsn, today=TODAY, progress=self.told.append, size=SMALL)

    def rows(self, query):
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            return connection.execute(query).fetchall()

    def drop(self):
        with psycopg.connect(
            make_conninfo(self.server, dbname="postgres"), autocommit=True
        ) as line:
            line.execute(
                SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(self.name))
            )
            words = (
                "SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s) "
                "ORDER BY rolname LIKE '%%accounts'"  # it has put the others into their groups
            )
            for (role,) in line.execute(words, [f"{self.name}_"]).fetchall():
                line.execute(SQL("DROP ROLE {}").format(Identifier(role)))


@pytest.fixture(scope="module")
def demo():
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw")
    demo = Demo(os.environ["STOREDESK_TEST_SERVER"], f"demo_{worker}_{os.getpid()}")
    yield demo
    demo.drop()


def test_every_rule_of_the_store_holds(demo):
    with psycopg.connect(demo.dsn, autocommit=True) as connection:
        assert broken(connection) == []


def test_everybody_can_sign_in_and_nobody_shares_a_password(demo):
    roles = [login.role for login in demo.logins]

    assert roles.count("cashier") == 12
    assert {"clerk", "manager", "admin", "auditor"} <= set(roles)
    assert all(login.login.startswith(f"{demo.name}_") for login in demo.logins)
    assert len({login.password for login in demo.logins}) == 16
    for login in demo.logins[:2]:
        with psycopg.connect(demo.dsn, user=login.login, password=login.password) as line:
            assert line.execute("SELECT (api.me()) ->> 'name'").fetchone() == (login.name,)


def test_the_shelves_are_full(demo):
    [(products, variants, pictures)] = demo.rows(
        "SELECT (SELECT count(*) FROM products), (SELECT count(*) FROM product_variants), "
        "(SELECT count(*) FROM product_images)"
    )
    codes = [code for (code,) in demo.rows("SELECT barcode FROM storedesk.product_barcodes")]

    assert (products, pictures) == (80, 80)
    assert variants > 80
    assert demo.rows("SELECT max(depth) FROM categories") == [(3,)]
    assert all(has_check_digit(code) for code in codes if code.isdigit())
    assert demo.rows(
        "SELECT count(*) FROM product_images AS i LEFT JOIN storedesk.media AS m "
        "ON i.url = 'media/' || m.sha256 || '.webp' WHERE m.sha256 IS NULL"
    ) == [(0,)]


def test_orders_are_in_every_state_and_paid_in_every_way(demo):
    assert {status for (status,) in demo.rows("SELECT DISTINCT status FROM orders")} == {
        "pending", "confirmed", "shipped", "delivered", "cancelled",
    }  # fmt: skip
    methods = demo.rows("SELECT DISTINCT method FROM storedesk.order_payments")
    assert {method for (method,) in methods} == {"cash", "credit_card", "paypal"}


def test_everything_lies_in_the_past_and_every_shift_is_closed(demo):
    midnight = "'2026-03-09 00:00 America/New_York'::timestamptz AT TIME ZONE 'UTC'"
    assert demo.rows(f"SELECT max(created_at) < {midnight} FROM orders") == [(True,)]
    assert demo.rows("SELECT DISTINCT status FROM storedesk.till_sessions") == [("closed",)]
    assert demo.rows("SELECT count(*) FROM customers WHERE email NOT LIKE '%@example.com' "
                     "AND email NOT LIKE '%.invalid'") == [(0,)]  # fmt: skip


def test_progress_goes_up_to_the_end(demo):
    assert demo.told == sorted(demo.told)
    assert demo.told[-1] == 1.0


def test_it_is_the_same_story_each_time(demo):
    other = Demo(demo.server, f"{demo.name}_b")
    try:
        assert other.rows(STORY) == demo.rows(STORY)
        products = "SELECT id, name, price_amount FROM products ORDER BY id"
        assert other.rows(products) == demo.rows(products)
        assert {login.password for login in other.logins}.isdisjoint(
            login.password for login in demo.logins
        )
    finally:
        other.drop()


SHOWN = "SELECT name, is_demo, currency, time_zone, tax_mode FROM storedesk.store_settings"


@pytest.fixture
def other(demo):
    other = Demo.__new__(Demo)
    other.server, other.name = demo.server, f"{demo.name}_b"
    other.dsn = make_conninfo(demo.server, dbname=other.name)
    other.drop()
    yield other
    other.drop()


@pytest.mark.parametrize(
    ("currency", "zone", "mode", "coin"),
    [
        ("EUR", "Europe/Berlin", TaxMode.INCLUSIVE, "0.01"),
        ("CHF", "Pacific/Kiritimati", TaxMode.INCLUSIVE, "0.05"),
        ("NOK", "Pacific/Pago_Pago", TaxMode.EXCLUSIVE, "1.00"),
    ],
)
def test_a_store_keeps_its_name_money_zone_and_taxes_as_a_demo(other, currency, zone, mode, coin):
    settings = StoreSettings(
        name="Eckladen",
        currency=currency,
        time_zone=zone,
        tax_mode=mode,
        tax_rate=Decimal("0.19"),
        cash_rounding=Decimal(coin),
    )
    make_database(other.dsn, settings)
    fill(other.dsn, today=TODAY, size=SMALL)

    assert other.rows(SHOWN) == [("Eckladen", True, currency, zone, mode.value)]
    assert other.rows("SELECT DISTINCT price_currency FROM products") == [(currency,)]
    assert other.rows("SELECT DISTINCT total_currency FROM orders") == [(currency,)]
    midnight = f"'2026-03-09 00:00 {zone}'::timestamptz AT TIME ZONE 'UTC'"
    assert other.rows(f"SELECT max(created_at) < {midnight} FROM orders") == [(True,)]
    assert other.rows("SELECT DISTINCT status FROM storedesk.till_sessions") == [("closed",)]
    odd = (
        "SELECT count(*) FROM storedesk.order_payments AS p, storedesk.store_settings AS s "
        "WHERE p.method = 'cash' AND mod(p.amount + p.rounding_amount, s.cash_rounding) <> 0"
    )
    assert other.rows(odd) == [(0,)]
    with psycopg.connect(other.dsn, autocommit=True) as connection:
        assert broken(connection) == []


def test_a_store_whose_money_has_no_cents_stays_as_it_was(other):
    make_database(other.dsn, StoreSettings(currency="JPY", time_zone="Asia/Tokyo"))
    with pytest.raises(Refused) as refusal:
        fill(other.dsn, today=TODAY, size=SMALL)

    assert refusal.value.code == "demo_needs_cents"
    assert other.rows(SHOWN) == [("(not set)", False, "JPY", "Asia/Tokyo", "exclusive")]


TOUCHES = {
    "a category": "INSERT INTO categories (name) VALUES ('Mugs')",
    "a customer": "INSERT INTO customers (email, password_hash, first_name, last_name) "
    "VALUES ('ann@example.com', '!', 'Ann', 'Other')",
    "a till": "INSERT INTO storedesk.registers (code, name) VALUES ('T2', 'Till 2')",
    "a tax": "INSERT INTO storedesk.tax_classes (name) VALUES ('Books')",
    "a supplier": "INSERT INTO storedesk.suppliers (name) VALUES ('Potter & Sons')",
    "a mail server": "UPDATE storedesk.store_settings SET smtp_host = 'mail.example.com'",
    "a web shop": "UPDATE storedesk.store_settings SET web_address = 'https://eck.example'",
}


def test_a_store_that_somebody_has_begun_to_set_up_is_no_demo(other):
    make_database(other.dsn, StoreSettings(name="Eckladen", currency="EUR"))
    with psycopg.connect(other.dsn) as line:
        assert line.execute(IS_TOUCHED).fetchone() == (False,)
        for words in TOUCHES.values():
            line.execute(words)
            assert line.execute(IS_TOUCHED).fetchone() == (True,), words
            line.rollback()
        line.execute(TOUCHES["a customer"])
    with pytest.raises(Refused) as refusal:
        fill(other.dsn, today=TODAY, size=SMALL)

    assert refusal.value.code == "store_not_empty"
    assert other.rows("SELECT is_demo, currency FROM storedesk.store_settings") == [(False, "EUR")]
    assert other.rows("SELECT count(*) FROM products") == [(0,)]


def test_a_story_that_the_store_refuses_is_told_without_its_words(other, monkeypatch, caplog):
    make_database(other.dsn, StoreSettings())
    monkeypatch.setattr(References, "card", lambda _: "TRX-1")
    with caplog.at_level("INFO"), pytest.raises(Refused) as refusal:
        fill(other.dsn, today=TODAY, size=SMALL)

    assert refusal.value.code == "demo_not_made"
    assert "uq_order_payments_txn" not in str(refusal.value)
    assert "uq_order_payments_txn" in caplog.text
    assert other.rows("SELECT is_demo FROM storedesk.store_settings") == [(False,)]
