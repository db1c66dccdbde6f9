"""People who edit the goods against each other, or against the money."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

pytestmark = pytest.mark.usefixtures("invariants")

RENAME = "UPDATE categories SET name = 'Nicer things' WHERE name = 'Things'"
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
WORDS = "SELECT words FROM storedesk.product_search"


@pytest.fixture
def yen(store):
    store.sql("UPDATE storedesk.store_settings SET currency = 'JPY'", login="dee")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE products SET status = 'inactive'", "mug"),
        ("UPDATE products SET name = 'Cup'", "cup"),
        (
            (
                "INSERT INTO storedesk.product_barcodes (barcode, product_id)"
                " SELECT 'X-9', id FROM products"
            ),
            "x 9",
        ),
    ],
)
def test_a_category_is_renamed_while_something_in_it_changes_and_neither_breaks_off(
    store, add_product, until_someone_waits, change, words
):
    add_product("Mug")
    with ThreadPoolExecutor(1) as threads, store.connect("cyd") as one:
        with one.transaction():
            one.execute(change)
            other = threads.submit(store.sql, RENAME, login="cyd")
            until_someone_waits()
            one.execute("UPDATE products SET status = 'inactive'")
        other.result()

    assert words in store.sql(WORDS)
    assert "nicer things" in store.sql(WORDS)


def test_neither_does_the_other_way_round(store, add_product, until_someone_waits):
    add_product("Mug")
    with ThreadPoolExecutor(1) as threads, store.connect("cyd") as one:
        with one.transaction():
            one.execute(RENAME)
            change = "UPDATE products SET name = 'Cup', status = 'inactive'"
            other = threads.submit(store.sql, change, login="cyd")
            until_someone_waits()
            one.execute("UPDATE categories SET description = 'x'")
        other.result()

    assert store.sql(WORDS) == " cup nicer things"


def test_many_renames_and_many_changes_at_once_never_deadlock(store, add_product, add_category):
    top = add_category("Top")
    store.sql("INSERT INTO categories (name) VALUES ('Things')")
    store.sql("UPDATE categories SET parent_category_id = %s WHERE name = 'Things'", top)
    for n in range(8):
        add_product(f"Mug {n}")
    before = store.sql(DEADLOCKS)
    actions = [
        "UPDATE categories SET display_order = {n}, name = 'T{n}' WHERE depth = 2",
        "UPDATE categories SET name = 'Top {n}' WHERE depth = 1",
        (
            "UPDATE products SET status = CASE status WHEN 'active' THEN 'inactive'"
            " ELSE 'active' END WHERE name = 'Mug 1'"
        ),
        "UPDATE products SET name = 'Mug 2{n}' WHERE name LIKE 'Mug 2%'",
    ]

    def work(words):
        with store.connect("cyd") as connection:
            for n in range(25):
                connection.execute(words.format(n=n))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, actions))

    assert store.sql(DEADLOCKS) == before
    found = "SELECT DISTINCT words LIKE '% t 24 top 24' FROM storedesk.product_search"
    assert store.rows(found) == [(True,)]


@pytest.mark.parametrize("price", ["0.50", "100.5", "99999999.99"])
@pytest.mark.usefixtures("yen")
def test_half_a_yen_is_no_price(store, add_category, refused, price):
    add = (
        "INSERT INTO products (name, price_amount, price_currency, category_id)"
        " VALUES ('Mug', %s, 'JPY', %s) RETURNING id"
    )
    things = add_category("Things")
    with refused("money_not_exact"):
        store.sql(add, price, things, login="cyd")
    mug = store.sql(add, "500.00", things, login="cyd")
    for words in (
        f"UPDATE products SET price_amount = {price}",
        (
            "INSERT INTO product_variants (product_id, sku, color, price_adjustment_amount,"
            f" price_adjustment_currency) SELECT id, 'A', 'Red', {price}, 'JPY' FROM products"
        ),
    ):
        with refused("money_not_exact"):
            store.sql(words, login="cyd")
    assert store.sql("SELECT price_amount::text FROM products WHERE id = %s", mug) == "500.00"


def test_the_currency_does_not_become_one_that_cannot_pay_the_prices(
    store, add_product, add_variant, refused
):
    mug = add_product("Mug", price="5.00")
    add_variant(mug, "M-L", size="L", adjustment="0.50")
    with refused("money_not_exact"):
        store.sql("UPDATE storedesk.store_settings SET currency = 'JPY'", login="dee")
    assert store.sql("SELECT currency FROM storedesk.store_settings") == "USD"


def test_a_product_arrives_active_only_where_it_is_seen_and_costs_something(
    store, add_category, refused
):
    top = add_category("Top")
    inner = add_category("Inner", top)
    store.sql("UPDATE categories SET is_active = false WHERE id = %s", top, login="cyd")
    add = (
        "INSERT INTO products (name, price_amount, category_id, status) VALUES ('Mug', %s, %s, %s)"
    )

    with refused("category_not_shown"):
        store.sql(add, 1, inner, "active", login="cyd")
    for price in ("0", "-1", "0.004", "NaN"):
        with pytest.raises(psycopg.Error):
            store.sql(add, price, inner, "draft", login="cyd")
    store.sql(add, 1, inner, "inactive", login="cyd")
    with refused("category_not_shown"):
        store.sql("UPDATE products SET status = 'active'", login="cyd")


def test_no_variant_is_free_from_either_side(store, add_product, add_variant, refused):
    mug = add_product("Mug", price="1.00")
    with refused("variant_free"):
        add_variant(mug, "M-0", adjustment="-1.00")
    add_variant(mug, "M-1", adjustment="-0.50")
    with refused("variant_free"):
        store.sql("UPDATE products SET price_amount = 0.50", login="cyd")
    with refused("variant_free"):
        store.sql("UPDATE product_variants SET price_adjustment_amount = -1", login="cyd")


def test_no_variant_is_free_by_two_who_each_do_nothing_wrong(
    store, add_product, until_someone_waits, refused
):
    add_product("Mug", price="1.00")
    add = (
        "INSERT INTO product_variants (product_id, sku, color, price_adjustment_amount)"
        " SELECT id, 'M', 'Red', -0.50 FROM products"
    )
    with ThreadPoolExecutor(1) as threads, store.connect("cyd") as one:
        with one.transaction():
            one.execute("UPDATE products SET price_amount = 0.40")
            other = threads.submit(store.sql, add, login="cyd")
            until_someone_waits()
        with refused("variant_free"):
            other.result()


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "dee", "eve"])
def test_nobody_writes_a_rate_of_tax_but_by_commands(store, person):
    for words in (
        "UPDATE storedesk.tax_rates SET rate = 0",
        "INSERT INTO storedesk.tax_rates SELECT id, '2030-01-01', 'X', 0 FROM storedesk.suppliers",
        "INSERT INTO storedesk.tax_classes (name) VALUES ('Mine')",
        "UPDATE storedesk.tax_classes SET is_default = false",
        "DELETE FROM storedesk.tax_rates",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, login=person)


@pytest.mark.parametrize("person", ["ada", "bob", "dee", "eve"])
def test_goods_are_edited_by_managers_alone(store, add_product, person):
    add_product("Mug")
    for words in (
        "UPDATE products SET price_amount = 0.01",
        "UPDATE categories SET name = 'Mine'",
        "INSERT INTO product_variants (product_id, sku, color) SELECT id, 'X', 'Red' FROM products",
        "INSERT INTO storedesk.product_barcodes (barcode, product_id) SELECT 'X', id FROM products",
        "SELECT id FROM products FOR UPDATE",
        "SELECT id FROM products FOR KEY SHARE",
        f"SELECT api.delete_product('{uuid4()}', '{uuid4()}')",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, login=person)
