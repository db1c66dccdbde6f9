"""Lists are in the order in which people read them: ä as a, ß as ss, then as it is written."""

import asyncio
from uuid import uuid4

import pytest

from storedesk import forms, queries
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from tests.keys import keys_in

NAMES = ["Äpfel", "apple", "Birnen", "Çay", "Cola", "cöla", "Éclair", "İncir", "iris", "Łódź",
         "Lotte", "Strasse", "Straße", "Strauß", "Zoo", "Ёж", "Жук"]  # fmt: skip
SHUFFLED = NAMES[::2] + NAMES[1::2]


@pytest.fixture
def ask(store):
    desk = Desk(Database(store.dsn("cyd")))
    yield lambda question, *given, **more: asyncio.run(desk.read(question, *given, **more))
    desk.close()


@pytest.fixture
def shelf(add_product):
    """Put a product of each name on the shelf; say which key is whose."""
    return {add_product(name, on_hand=1): name for name in SHUFFLED}


def ids(vector):
    return keys_in(vector)


@pytest.mark.parametrize(
    "question",
    [
        queries.catalog_lists.product_keys,
        queries.stock_lists.stock_keys,
        queries.low_stock.low_stock_keys,
    ],
)
def test_products_are_in_the_order_of_their_names(question, ask, shelf):
    assert [shelf[key] for key in ids(ask(question, sort="name"))] == NAMES
    assert [shelf[key] for key in ids(ask(question, sort="name", descending=True))] == NAMES[::-1]


@pytest.mark.parametrize("login", ["bob", "cyd"])
@pytest.mark.usefixtures("shelf")
def test_the_first_that_a_search_finds_are_in_that_order(login, store):
    desk = Desk(Database(store.dsn(login)))

    def first(**more):
        lines = asyncio.run(
            desk.read(queries.catalog_lists.first_products, search="things", **more)
        )
        return [line.name for line in lines]

    assert first() == NAMES
    assert first(limit=5) == NAMES[:5]
    assert first(limit=5, descending=True) == NAMES[:-6:-1]
    desk.close()


def test_what_was_deleted_and_what_is_to_be_counted(store, ask, shelf):
    assert [shelf[key] for key in ask(queries.count_lists.scope, limit=5_000)] == NAMES
    store.sql("UPDATE products SET is_deleted = true, status = 'inactive'")
    assert [line.name for line in ask(queries.catalog_lists.first_products, deleted=True)] == NAMES


def test_categories_are_in_the_order_of_their_names(store, ask):
    for name in SHUFFLED:
        store.sql("INSERT INTO categories (name) VALUES (%s)", name)
    assert [one.name for one in ask(queries.catalog_lists.categories)] == NAMES
    assert [one.name for one in ask(forms.categories.tree).all] == NAMES


def test_customers_and_their_orders(store, ask, shelf):
    people = {}
    for name in SHUFFLED:
        words = """
            INSERT INTO customers (email, password_hash, first_name, last_name)
            VALUES ('', '!', 'Q', %s) RETURNING id
        """
        people[store.sql(words, name)] = name
    product = next(iter(shelf))
    store.sql("UPDATE inventory SET stock_level = 100 WHERE product_id = %s", product)
    for key in people:
        words = """
            SELECT core.place(%s, %s, jsonb_build_array(
                jsonb_build_object('product', %s::uuid, 'quantity', 1)), NULL, core.now())
        """
        store.sql(words, uuid4(), key, product)

    assert [people[key] for key in ids(ask(queries.customer_lists.customer_keys))] == NAMES
    assert [
        people[one.id] for one in ask(queries.customer_lists.first_customers, search="q")
    ] == NAMES
    assert [
        people[one.id] for one in ask(queries.customer_lists.first_customers, limit=4)
    ] == NAMES[:4]
    sold = ask(queries.order_lists.first_orders, sort="customer", descending=False)
    assert [one.customer.removeprefix("Q ") for one in sold] == NAMES


def test_staff_and_taxes(store, ask):
    for at, name in enumerate(SHUFFLED):
        words = "INSERT INTO storedesk.staff (login, display_name) VALUES (%s, %s)"
        store.sql(words, f"x_{at}", name)
        store.sql("INSERT INTO storedesk.tax_classes (name) VALUES (%s)", name)
    assert [
        one.name for one in ask(queries.staff.list_staff) if one.login.startswith("x_")
    ] == NAMES
    assert [one.name for one in ask(forms.tax_classes.tax_classes)][1:] == NAMES


def test_an_export_is_in_the_order_of_names(store, shelf):
    database = Database(store.dsn("cyd"))
    with database.reading() as session:
        plan = queries.catalog_export.plan(session)
    database.close()
    assert [shelf[key] for key in ids(plan.keys)] == NAMES


@pytest.mark.usefixtures("shelf")
def test_a_million_names_are_read_in_their_order_from_the_index_alone(store):
    store.sql("VACUUM ANALYZE products")
    with store.connect("cyd") as line:
        line.execute("SET enable_sort = off")
        line.execute("SET enable_seqscan = off")
        line.execute("SET enable_bitmapscan = off")
        plan = line.execute(
            "EXPLAIN (FORMAT JSON) SELECT id FROM products WHERE NOT is_deleted"
            " ORDER BY storedesk.sort_key(name), name, id"
        ).fetchone()
    node = plan[0]["Plan"]
    assert (node["Node Type"], node["Index Name"]) == ("Index Only Scan", "ix_products_name")
