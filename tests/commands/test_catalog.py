"""The rules of products and categories, for whoever writes them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import CheckViolation, InsufficientPrivilege, UniqueViolation

pytestmark = pytest.mark.usefixtures("invariants")

DO = "SELECT api.{}(%s, %s)"
LAST_EVENT = "SELECT {} FROM storedesk.audit_event ORDER BY id DESC LIMIT 1"


def version(store, product):
    return store.sql("SELECT version FROM products WHERE id = %s", product)


# ---------- a product's life


@pytest.mark.parametrize(
    ("was", "becomes", "refusal"),
    [
        ("draft", "active", None),
        ("active", "inactive", None),
        ("inactive", "active", None),
        ("draft", "inactive", "bad_step"),
        ("active", "draft", "bad_step"),
        ("inactive", "draft", "bad_step"),
    ],
)
def test_the_steps_of_a_products_life(store, manager, add_product, refused, was, becomes, refusal):
    mug = add_product("Mug", status=was)
    step = "UPDATE products SET status = %s WHERE id = %s"

    if refusal:
        with refused(refusal):
            manager(step, becomes, mug)
    else:
        manager(step, becomes, mug)
        assert store.sql("SELECT is_active FROM products") == (becomes != "inactive")
        assert store.sql(LAST_EVENT.format("array[action, old #>> '{}', new #>> '{}']")) == [
            "status",
            was,
            becomes,
        ]


def test_what_the_server_knows_is_not_taken_from_anyone(manager, add_product):
    mug = add_product("Mug")

    for column, value in (
        ("is_active", "false"),
        ("is_deleted", "true"),
        ("created_by", "NULL"),
        ("created_at", "now()"),
    ):
        with pytest.raises(InsufficientPrivilege):
            manager(f"UPDATE products SET {column} = {value} WHERE id = %s", mug)


@pytest.mark.parametrize("login", ["ada", "bob", "dee", "eve", "wes"])
def test_only_managers_edit_the_catalogue(store, add_product, login):
    mug = add_product("Mug")

    with pytest.raises(InsufficientPrivilege):
        store.sql("UPDATE products SET name = 'Jug' WHERE id = %s", mug, login=login)
    for command in ("delete_product", "restore_product"):
        with pytest.raises(InsufficientPrivilege):
            store.sql(DO.format(command), uuid4(), mug, login=login)


def test_a_deleted_product_is_kept_in_the_books_and_can_be_restored(
    store, manager, add_product, refused
):
    mug, request = add_product("Mug", status="active"), uuid4()

    for _ in range(2):
        assert manager(DO.format("delete_product"), request, mug) == {}
    state = "SELECT array[is_deleted::text, is_active::text, status] FROM products"
    assert store.sql(state) == ["true", "false", "inactive"]
    assert store.sql(LAST_EVENT.format("action")) == "delete"
    with refused("product_deleted"):
        manager("UPDATE products SET status = 'active' WHERE id = %s", mug)

    manager(DO.format("restore_product"), uuid4(), mug)

    assert store.sql(state) == ["false", "false", "inactive"]
    with refused("product_not_found"):
        manager(DO.format("delete_product"), uuid4(), uuid4())


def test_what_is_promised_to_someone_is_not_deleted(store, add_product, refused):
    mug = add_product("Mug")
    with store.connect() as line, line.transaction(force_rollback=True):
        line.execute(
            "SELECT core.move_stock(%s, NULL, 'reserve', 1, 'x', NULL, core.now(), "
            "gen_random_uuid())",
            [mug],
        )
        with refused("still_reserved"), line.transaction():
            line.execute("SELECT core.delete_product(%s, true)", [mug])
        with refused("still_reserved"), line.transaction():
            line.execute("UPDATE products SET is_deleted = true WHERE id = %s", [mug])
    store.sql(DO.format("delete_product"), uuid4(), mug, login="cyd")  # it is promised no more


def test_deleting_and_reserving_at_once_never_both_succeed(store, add_product):
    move = "SELECT core.move_stock(%s, NULL, 'adjust', 1, 'x', NULL, core.now())"
    mug = add_product("Mug")
    with store.connect() as till, till.transaction():
        till.execute(move, [mug])  # holds the row of stock, as a sale does
        with store.connect("cyd") as other:
            other.execute("SET lock_timeout = '200ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                other.execute(DO.format("delete_product"), [uuid4(), mug])


def test_prices_are_the_stores_currency_and_their_changes_are_noted(
    store, manager, add_product, refused
):
    mug = add_product("Mug", price="2.50")

    with refused("other_currency"):
        manager("UPDATE products SET price_currency = 'EUR' WHERE id = %s", mug)
    with pytest.raises(CheckViolation):
        manager("UPDATE products SET price_amount = 'NaN' WHERE id = %s", mug)
    manager("UPDATE products SET price_amount = 3 WHERE id = %s", mug)

    said = store.sql(LAST_EVENT.format("array[login, old ->> 'price', new ->> 'price']"))
    assert said == [store.login("cyd"), "2.50", "3.00"]


def test_a_thousand_prices_in_one_statement_are_a_thousand_notes(store, manager, add_product):
    for n in range(5):
        add_product(f"Mug {n}", on_hand=0)

    manager("UPDATE products SET price_amount = price_amount + 1")

    assert store.sql("SELECT count(*) FROM storedesk.audit_event WHERE action = 'price'") == 5


# ---------- variants, pictures, codes


def test_no_variant_is_given_away(manager, add_product, add_variant, refused):
    shirt = add_product("Shirt", price="5.00")

    with refused("variant_free"):
        add_variant(shirt, "S1", adjustment="-5.00")
    variant = add_variant(shirt, "S1", adjustment="-4.99")
    with refused("variant_free"):
        manager("UPDATE products SET price_amount = 4.99 WHERE id = %s", shirt)
    for price in (6, 5):  # at which it costs a cent
        manager("UPDATE products SET price_amount = %s WHERE id = %s", price, shirt)
    with refused("variant_free"):
        manager("UPDATE product_variants SET price_adjustment_amount = -5 WHERE id = %s", variant)
    with refused("other_currency"):
        manager("UPDATE product_variants SET price_adjustment_currency = 'EUR'")


def test_a_price_and_a_variant_that_change_at_once_are_seen_by_the_later(
    store, add_product, add_variant, refused, until_someone_waits
):
    shirt = add_product("Shirt", price="5.00")
    with store.connect("cyd") as one, one.transaction():
        one.execute("UPDATE products SET price_amount = 2 WHERE id = %s", [shirt])
        with ThreadPoolExecutor(1) as threads:
            late = threads.submit(add_variant, shirt, "S1", adjustment="-3")
            until_someone_waits()
            one.execute("COMMIT")
            with refused("variant_free"):
                late.result()
            one.execute("BEGIN")


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO product_variants (product_id, sku, size) VALUES (%s, 'X9', 'L')",
        "INSERT INTO product_images (product_id, url) VALUES (%s, 'https://a.example/b.png')",
        "INSERT INTO storedesk.product_barcodes (product_id, barcode) VALUES (%s, '123')",
        "UPDATE product_variants SET size = 'XL' WHERE product_id = %s",
    ],
)
def test_a_change_of_a_part_is_a_change_of_its_product(
    store, manager, add_product, add_variant, change
):
    shirt = add_product("Shirt")
    add_variant(shirt, "S1")
    before = version(store, shirt)

    manager(change, shirt)

    assert version(store, shirt) == before + 1


def test_a_part_stays_with_its_product(store, add_product, add_variant, refused):
    shirt, mug = add_product("Shirt"), add_product("Mug")
    add_variant(shirt, "S1")

    with refused("part_moved"):
        store.sql("UPDATE product_variants SET product_id = %s", mug)


def test_one_picture_is_the_first_however_they_change(store, manager, add_product):
    mug = add_product("Mug")
    add = (
        "INSERT INTO product_images (product_id, url, display_order, is_primary) "
        "VALUES (%s, %s, %s, %s) RETURNING id"
    )
    first = "SELECT id FROM product_images WHERE is_primary"

    front = manager(add, mug, "https://a.example/1.png", 1, "false")
    assert store.sql(first) == front
    back = manager(add, mug, "https://a.example/2.png", 2, "true")
    assert store.sql(first) == back
    manager("UPDATE product_images SET is_primary = true WHERE id = %s", front)
    assert store.sql(first) == front
    manager("UPDATE product_images SET is_primary = false WHERE id = %s", front)
    assert store.sql("SELECT count(*) FROM product_images WHERE is_primary") == 1
    store.sql("DELETE FROM product_images WHERE is_primary")
    assert store.sql("SELECT count(*) FROM product_images WHERE is_primary") == 1


def test_codes_and_skus_are_one_namespace(manager, add_product, add_variant, add_code, refused):
    shirt, mug = add_product("Shirt"), add_product("Mug")
    small = add_variant(shirt, "Ab-1", size="S")
    add_code("XyZ", mug)

    with refused("code_taken"):
        add_code("aB-1", mug)
    with refused("code_taken"):
        add_code("AB-1", shirt)
    with refused("code_taken"):
        add_variant(shirt, " xyz ", size="M")
    with refused("code_taken"):
        manager("UPDATE product_variants SET sku = 'xYZ' WHERE id = %s", small)
    with pytest.raises(UniqueViolation):
        add_code("xyz", shirt)
    with pytest.raises(UniqueViolation):
        add_variant(shirt, "AB-1", size="M")
    add_code("AB-1", shirt, small)  # its own SKU, as its label has it


def test_a_deleted_products_codes_stay_taken(manager, add_product, add_variant, add_code, refused):
    shirt, mug = add_product("Shirt"), add_product("Mug")
    add_variant(shirt, "AB-1")
    manager(DO.format("delete_product"), uuid4(), shirt)

    with refused("code_taken"):
        add_code("ab-1", mug)


def test_a_codes_variant_is_of_its_product(add_product, add_variant, add_code, refused):
    shirt, mug = add_product("Shirt"), add_product("Mug")

    with refused("variant_not_found"):
        add_code("123", mug, add_variant(shirt, "AB-1"))


def test_two_people_who_give_the_same_code_at_once(add_product, add_variant, add_code):
    shirt, mug = add_product("Shirt"), add_product("Mug")
    both = Barrier(2)

    def attempt(give):
        both.wait()
        try:
            give()
        except psycopg.Error as error:
            return error.diag.message_primary
        return "done"

    for n in range(5):
        actions = [
            lambda n=n: add_variant(shirt, f"c{n}", size=f"s{n}"),
            lambda n=n: add_code(f"C{n}", mug),
        ]
        with ThreadPoolExecutor(2) as threads:
            assert sorted(threads.map(attempt, actions)) == ["code_taken", "done"]
