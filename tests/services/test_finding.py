"""Every search of the program against one table of what is found by what."""

import asyncio
import json
import tomllib
from pathlib import Path
from uuid import uuid4

import pytest

from storedesk import api, queries
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from tests.keys import keys_in

TABLE = Path(__file__).parents[1] / "data/found.toml"
EXAMPLES = tomllib.loads(TABLE.read_text(encoding="utf-8"))
FOUND = [one for one in EXAMPLES["found"] if one.get("stored", True)]
PHONES = EXAMPLES["phone"]
MAIL = """
    INSERT INTO email_queue (
        email_type, recipient_email, subject, reference_type, reference_id, payload
    )
    VALUES ('order_confirmation', 'a@example.com', %s, 'order', %s, '{"resend_of": "x"}')
"""


@pytest.fixture(scope="module")
def shop(built):
    """A store with a product, a customer, an order and a mail of each name in the table."""
    built.clean()
    category = built.sql("INSERT INTO categories (name) VALUES ('Shelf') RETURNING id")
    made = {}
    with built.connect() as line:
        for one in FOUND:
            made[one["name"]] = filled(line, one["name"], category)
        line.execute("ANALYZE")
    desk = Desk(Database(built.dsn("cyd")))
    yield made, lambda question, *given, **more: asyncio.run(desk.read(question, *given, **more))
    desk.close()
    built.clean()


def filled(line, name, category):
    product, order = uuid4(), uuid4()
    line.execute(
        "INSERT INTO products (id, name, price_amount, category_id, status)"
        " VALUES (%s, %s, 1, %s, 'active')",
        [product, name, category],
    )
    line.execute(
        "SELECT core.move_stock(%s, NULL, 'set', 5, 'opening', NULL, core.now())", [product]
    )
    customer = line.execute(
        "INSERT INTO customers (email, password_hash, first_name, last_name)"
        " VALUES ('', '!', 'Q', %s) RETURNING id",
        [name],
    ).fetchone()
    lines = json.dumps([{"product": str(product), "quantity": 1}])
    line.execute("SELECT core.place(%s, %s, %s, NULL, core.now())", [order, customer, lines])
    line.execute(MAIL, [name, order])
    return {"product": product, "customer": customer, "order": order}


def ids(vector):
    return set(keys_in(vector))


SEARCHES = {
    "products": (
        "product",
        lambda ask, text: ids(ask(queries.catalog_lists.product_keys, search=text)),
    ),
    "first products": (
        "product",
        lambda ask, text: {
            one.id for one in ask(queries.catalog_lists.first_products, search=text)
        },
    ),
    "inventory": (
        "product",
        lambda ask, text: ids(ask(queries.stock_lists.stock_keys, search=text)),
    ),
    "low stock": (
        "product",
        lambda ask, text: ids(ask(queries.low_stock.low_stock_keys, search=text)),
    ),
    "what to count": (
        "product",
        lambda ask, text: set(ask(queries.count_lists.scope, limit=5_000, search=text)),
    ),
    "orders": ("order", lambda ask, text: ids(ask(queries.order_lists.order_keys, search=text))),
    "first orders": (
        "order",
        lambda ask, text: {one.id for one in ask(queries.order_lists.first_orders, search=text)},
    ),
    "customers": (
        "customer",
        lambda ask, text: ids(ask(queries.customer_lists.customer_keys, search=text)),
    ),
    "first customers": (
        "customer",
        lambda ask, text: {
            one.id for one in ask(queries.customer_lists.first_customers, search=text)
        },
    ),
    "outbox": (
        "order",
        lambda ask, text: {
            one.reference_id
            for one in ask(queries.email_lists.first_mails, search=text, is_whole=True)
        },
    ),
    "outbox, of a cashier": (
        "order",
        lambda ask, text: {
            one.reference_id for one in ask(queries.email_lists.first_mails, search=text)
        },
    ),
}
NEARLY = {
    "till": (
        "product",
        lambda ask, text: {one.item.product_id for one in ask(api.till.find_items, text)},
    ),
    "whose sale": (
        "customer",
        lambda ask, text: {one.id for one in ask(queries.customer_lists.find, text)},
    ),
}
"""Searches that offer what is nearly it, where there is nothing else."""


@pytest.mark.parametrize("search", [*SEARCHES, *NEARLY])
def test_every_search_finds_what_people_type(search, shop):
    made, ask = shop
    kind, find = (SEARCHES | NEARLY)[search]

    lost = [
        (one["name"], typed)
        for one in FOUND
        for typed in one["typed"]
        if made[one["name"]][kind] not in find(ask, typed)
    ]
    assert lost == []


@pytest.mark.parametrize("search", SEARCHES)
def test_no_search_finds_what_people_do_not_mean(search, shop):
    made, ask = shop
    kind, find = SEARCHES[search]

    wrong = [
        (one["name"], typed)
        for one in FOUND
        for typed in one.get("not", ())
        if made[one["name"]][kind] in find(ask, typed)
    ]
    assert wrong == []


@pytest.mark.parametrize("search", [*SEARCHES, *NEARLY])
def test_words_of_nothing_find_nothing(search, shop):
    _made, ask = shop
    _kind, find = (SEARCHES | NEARLY)[search]

    assert find(ask, "- \u2019 \u200b") == set()
    if search != "what to count":
        assert find(ask, " ".join(["cafe"] * 51)) == set()


@pytest.mark.parametrize("search", ["customers", "first customers", "whose sale"])
def test_a_telephone_number_is_found_however_it_is_written(search, store):
    _kind, find = (SEARCHES | NEARLY)[search]
    called = {}
    for one in PHONES:
        called[one["stored"]] = store.sql(
            "INSERT INTO customers (email, password_hash, first_name, last_name)"
            " VALUES ('', '!', 'Q', 'R') RETURNING id"
        )
        words = "INSERT INTO storedesk.customer_details (customer_id, phone) VALUES (%s, %s)"
        store.sql(words, called[one["stored"]], one["stored"])
    desk = Desk(Database(store.dsn("bob")))

    def found(text):
        by = find(
            lambda question, *given, **more: asyncio.run(desk.read(question, *given, **more)), text
        )
        return [stored for stored, key in called.items() if key in by]

    for one in PHONES:
        for typed in one["typed"]:
            assert one["stored"] in found(typed), typed
        for typed in one.get("not", ()) if search in SEARCHES else ():
            assert found(typed) == [], typed
    desk.close()
