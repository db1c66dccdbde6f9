"""The demo store, small."""

import os
from datetime import date

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from storedesk.domain.demo import DemoSize
from storedesk.domain.entry import has_check_digit
from storedesk.domain.store import StoreSettings
from storedesk.persistence.invariants import broken
from storedesk.persistence.migrations import make_database
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
    assert demo.rows("SELECT max(created_at) < '2026-03-09' FROM orders") == [(True,)]
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


def test_an_empty_store_becomes_a_demo_store_in_the_demos_money_under_its_own_name(demo):
    other = Demo.__new__(Demo)
    other.server, other.name = demo.server, f"{demo.name}_b"
    other.dsn = make_conninfo(demo.server, dbname=other.name)
    other.drop()
    try:
        make_database(other.dsn, StoreSettings(name="Eckladen", currency="CHF"))
        fill(other.dsn, today=TODAY, size=SMALL)
        shown = "SELECT name, is_demo, currency, tax_mode FROM storedesk.store_settings"
        assert other.rows(shown) == [("Eckladen", True, "USD", "exclusive")]
        with psycopg.connect(other.dsn, autocommit=True) as connection:
            assert broken(connection) == []
    finally:
        other.drop()
