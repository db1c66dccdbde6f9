"""How a till finds the customer in front of it."""

import asyncio

import pytest

from storedesk.persistence.database import Database
from storedesk.services import customers
from storedesk.services import store as stores
from storedesk.services.desk import Desk


@pytest.fixture
def desk(store):
    desk = Desk(Database(store.dsn("bob")))
    yield desk
    desk.close()


@pytest.fixture
def add_customer(store):
    words = "INSERT INTO customers (email, first_name, last_name) VALUES (%s, %s, %s) RETURNING id"
    return lambda email, first, last: store.sql(words, email, first, last, login="bob")


def test_a_customer_is_found_by_all_the_words(desk, store, add_customer):
    ann = add_customer("ann@x.example", "Ann", "Lee")
    add_customer("", "Annabel", "O'Hara")
    store.sql(
        """
        INSERT INTO customer_shipping_addresses
            (customer_id, street, city, state, postal_code, country, recipient_name)
        VALUES (%s, '1 Road', 'Town', '', '12345', 'US', 'Ann Lee')
        """,
        ann,
    )

    store.sql(
        "INSERT INTO storedesk.customer_details (customer_id, phone) VALUES (%s, '555-0199')", ann
    )

    def find(text, **more):
        return [
            (line.name, line.email, line.orders, line.place)
            for line in asyncio.run(desk.read(customers.find, text, **more))
        ]

    lee = ("Ann Lee", "ann@x.example", 0, "12345 Town")
    hara = ("Annabel O'Hara", None, 0, None)
    assert find("lee an") == [lee]
    assert find("X.EXAMPLE") == [lee]
    assert find("ann") == [lee, hara]
    assert find("ann", limit=1) == [lee]
    assert find("0199") == find("ann 555") == [lee]
    assert find("o'h") == [hara]
    for nothing in ("%", "_nn", "zzz", "walk-in", "Walk"):
        assert find(nothing) == []


def test_the_settings_are_those_the_store_was_made_with(desk):
    settings = asyncio.run(desk.read(stores.settings))

    assert (settings.name, settings.city, settings.currency) == ("The Shop", "Town", "USD")
    assert (settings.tax_name, settings.tax_rate, settings.is_demo) == ("Tax", 0, False)
