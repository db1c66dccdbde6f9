"""A store in which an earlier version took what no table takes any more, brought up to this one."""

from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import CheckViolation

from storedesk import queries
from storedesk.persistence.engine.database import Database
from storedesk.persistence.schema import migrations
from tests.persistence.old_stores import old_store

FILL = """
    INSERT INTO categories (id, name) VALUES (%(category)s, 'Things');
    INSERT INTO products (id, name, description, price_amount, category_id, status, created_at)
    VALUES (%(unseen)s, E'\\u3164\\u3164', E'C1 \\u009B31m', 1, %(category)s, 'active',
            '1066-10-14'),
           (%(card)s, 'Card 4111.1111.1111.1111', 'fine', 1, %(category)s, 'active', '2026-01-01');
    INSERT INTO product_variants (id, product_id, sku, size, color)
    VALUES (%(variant)s, %(card)s, E'S\\u200E1', E'\\u2800', 'red');
    INSERT INTO inventory (product_id) VALUES (%(unseen)s), (%(card)s);
    INSERT INTO storedesk.product_search (product_id, words, on_sale, name, is_deleted)
    SELECT id, ' x', true, name, false FROM products;
    INSERT INTO customers (id, email, password_hash, first_name, last_name)
    VALUES (%(ann)s, 'a@x..de', '!', 'Ann', E'L\\u200Fee'),
           (%(bob)s, 'bob@x.example', '!', '4111/1111/1111/1111', 'Bob');
    INSERT INTO storedesk.customer_details (customer_id, note, marketing_consent_at)
    VALUES (%(ann)s, 'card ' || E'\\uFF14' || '111 1111 1111 1111, ring twice', 'infinity'),
           (%(bob)s, repeat('long ', 1000), '-infinity');
    INSERT INTO storedesk.customer_search (customer_id, words, last_name, first_name)
    SELECT id, ' x', last_name, first_name FROM customers;
    INSERT INTO storedesk.suppliers (id, name) VALUES (%(supplier)s, E' Mugs\\n& more ');
    INSERT INTO storedesk.product_sources (product_id, source, reference, extra)
    VALUES (%(card)s, 'shopify', 'h', '{"columns": {"Tags": "red"}}')
"""
NAMES = ("category", "unseen", "card", "variant", "ann", "bob", "supplier")


@pytest.fixture(scope="module")
def ids():
    return {name: uuid4() for name in NAMES}


@pytest.fixture(scope="module")
def old(built, ids):
    with old_store(built, "dirty", "0003", FILL, ids) as store:
        yield store


def test_what_nobody_can_miss_is_put_right(old, ids):
    find = "SELECT {} FROM {} WHERE id = %s"
    product = old.rows(
        find.format("name, description, created_at::text", "products"), ids["unseen"]
    )
    assert product[0][0].startswith("Unnamed ")
    assert product[0][1:] == ("C1 31m", "1900-01-01 00:00:00")
    assert old.sql(find.format("name", "products"), ids["card"]) == "Card (card number)"
    variant = old.rows(find.format("sku, size", "product_variants"), ids["variant"])[0]
    assert (variant[0], variant[1][:8]) == ("S1", "Unnamed ")
    assert old.sql(find.format("last_name", "customers"), ids["ann"]) == "Lee"
    assert old.sql(find.format("first_name", "customers"), ids["bob"]) == "(card number)"
    assert old.sql(find.format("name", "storedesk.suppliers"), ids["supplier"]) == "Mugs & more"
    details = (
        "SELECT note, marketing_consent_at FROM storedesk.customer_details WHERE customer_id = %s"
    )
    assert old.rows(details, ids["ann"]) == [("card (card number), ring twice", None)]


def test_the_log_says_where(old):
    words = "SELECT entity, (new ->> 'rows')::int FROM storedesk.audit_event WHERE action = 'mend'"
    assert dict(old.rows(words)) == {
        "products": 2,
        "product_variants": 1,
        "customers": 2,
        "storedesk.suppliers": 1,
        "storedesk.customer_details": 2,
    }


def test_it_is_found_by_its_new_name(old, ids):
    found = "SELECT array_agg(p) FROM api.find_products(%s) AS p"
    assert set(old.sql(found, ["unnamed"])) == {ids["unseen"], ids["card"]}  # by its size
    assert old.sql(found, ["card", "number"]) == [ids["card"]]


def test_what_only_people_can_put_right_stays_and_is_named(old, ids):
    assert old.sql("SELECT email FROM customers WHERE id = %s", ids["ann"]) == "a@x..de"
    note = "SELECT length(note) FROM storedesk.customer_details WHERE customer_id = %s"
    assert old.sql(note, ids["bob"]) == 5000
    (rule,) = old.broken()
    assert rule.name == "S57"
    assert {row[0] for row in rule.rows} == {"chk_customer_email", "chk_customer_note_length"}


def test_people_read_all_of_it(old, ids):
    database = Database(old.dsn())
    with database.reading() as session:
        assert queries.customer_details.customer(session, ids["bob"]).note.startswith("long long")
        assert len(queries.catalog_lists.first_products(session)) == 2
    database.close()


def test_it_is_refused_anew_and_the_next_upgrade_proves_the_rest(old, ids):
    shorten = "UPDATE storedesk.customer_details SET note = %s WHERE customer_id = %s"
    with pytest.raises(CheckViolation):
        old.sql(shorten, "x" * 2001, ids["bob"])
    old.sql(shorten, "x" * 2000, ids["bob"])
    old.sql("UPDATE customers SET email = 'a@x.de' WHERE id = %s", ids["ann"])
    migrations.upgrade(old.dsn())
    assert old.broken() == []
    with psycopg.connect(old.dsn()) as line:
        left = "SELECT count(*) FROM pg_constraint WHERE NOT convalidated"
        assert line.execute(left).fetchone() == (0,)
