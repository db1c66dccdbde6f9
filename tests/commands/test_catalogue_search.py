"""How products are found, and by whom."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def find(store):
    def find(*words, login="bob", fuzzy=False):
        found = store.rows(
            "SELECT p.name FROM api.find_products(%s, %s) AS f JOIN products AS p ON p.id = f",
            list(words),
            fuzzy,
            login=login,
        )
        return sorted(name for (name,) in found)

    return find


def test_a_product_is_found_by_all_its_words_in_any_order(
    manager, find, add_product, add_variant, add_code, add_category
):
    shirt = add_product("Blue Shirt 100%")
    add_product("Blue Mug")
    add_variant(shirt, "SKU-77", size="XXL", color="Navy")
    add_code("4006381333931", shirt)
    manager(
        "UPDATE products SET category_id = %s WHERE id = %s",
        add_category("Men", add_category("Clothing")),
        shirt,
    )

    for words in (["shirt"], ["SHIRT", "blue"], ["hir"], ["navy", "xxl"], ["ku-77"], ["133393"],
                  ["clothing"], ["men"], ["100%"], ["b", "sh"]):  # fmt: skip
        assert find(*words) == ["Blue Shirt 100%"], words
    for words in (["shirt", "mug"], ["hi"], ["_hirt"], ["10_%"], ["%%%"], [], [" "]):
        assert find(*words) == [], words
    assert find("bl") == ["Blue Mug", "Blue Shirt 100%"]


def test_what_a_product_is_found_by_follows_every_change(
    manager, find, add_product, add_variant, add_code, add_category
):
    home = add_category("Home")
    kitchen = add_category("Kitchen", home)
    mug = add_product("Mug")
    manager("UPDATE products SET category_id = %s WHERE id = %s", kitchen, mug)
    variant = add_variant(mug, "OLD-1")
    add_code("12345", mug)

    manager("UPDATE products SET name = 'Cup' WHERE id = %s", mug)
    manager("UPDATE product_variants SET sku = 'NEW-1' WHERE id = %s", variant)
    manager("UPDATE storedesk.product_barcodes SET barcode = '67890'")
    manager("UPDATE categories SET name = 'House' WHERE id = %s", home)

    for old in ("mug", "old-1", "12345", "home"):
        assert find(old) == []
    for new in ("cup", "new-1", "67890", "house", "kitchen"):
        assert find(new) == ["Cup"]
    manager("SELECT api.move_category(%s, %s, NULL)", uuid4(), kitchen)
    assert find("house") == []
    manager("UPDATE categories SET is_active = false WHERE id = %s", kitchen)
    assert find("cup") == []
    assert find("cup", login="ada") == ["Cup"]


def test_a_cashier_finds_only_what_is_sold_and_a_clerk_all(find, add_product):
    for status in ("draft", "active", "inactive"):
        add_product(f"Mug {status}", status=status)

    assert find("mug") == ["Mug active"]
    for login in ("ada", "cyd", "dee", "eve"):
        assert len(find("mug", login=login)) == 3
    for login in ("wes", "max"):
        with pytest.raises(InsufficientPrivilege):
            find("mug", login=login)


def test_a_misspelt_word_finds_what_is_nearly_it_when_asked_to(find, add_product):
    add_product("Claw hammer")
    add_product("Screwdriver")

    assert find("hamer") == []
    assert find("hamer", fuzzy=True) == ["Claw hammer"]
    assert find("screwdirver", fuzzy=True) == ["Screwdriver"]
    assert find("zzzzz", fuzzy=True) == []


def test_a_product_that_is_made_while_its_category_is_renamed_is_found_by_the_new_name(
    store, find, add_category, until_someone_waits
):
    home = add_category("Home")
    add = (
        "INSERT INTO products (name, price_amount, category_id, status) "
        "VALUES ('Mug', 1, %s, 'active')"
    )
    with store.connect("cyd") as one, ThreadPoolExecutor(1) as threads:
        one.execute("BEGIN")
        one.execute("UPDATE categories SET name = 'House' WHERE id = %s", [home])
        late = threads.submit(store.sql, add, home, login="cyd")
        until_someone_waits()
        one.execute("COMMIT")
        late.result()

    assert find("house") == ["Mug"]
