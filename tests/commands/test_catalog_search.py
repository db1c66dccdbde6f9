"""How products are found, and by whom."""

from concurrent.futures import ThreadPoolExecutor
from random import Random
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


def test_far_too_many_words_or_letters_find_nothing(find, add_product):
    add_product("Mug")

    assert find(*["mug"] * 50) == find("mug", " " * 996) == ["Mug"]
    assert find(*["mug"] * 51) == find("mug", " " * 997) == []


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


MANY = """
    INSERT INTO products (name, price_amount, category_id, status)
    SELECT concat_ws(' ', (ARRAY['Red', 'Blue', 'green', 'Ärmel'])[1 + n % 4],
                     (ARRAY['Mug', 'Bowl', 'Tray', '100% Tin', 'Jug'])[1 + n % 5], n),
           1, (SELECT id FROM categories), CASE WHEN n % 3 = 0 THEN 'draft' ELSE 'active' END
    FROM generate_series(1, 600) AS n
"""
LONG = """
    INSERT INTO storedesk.product_barcodes (barcode, product_id)
    SELECT 'LONG-' || lpad(n::text, 50, '0'), id FROM generate_series(1, 50) AS n, products
    WHERE name = 'Blue Bowl 201'
"""
SEARCHED = "oid = 'storedesk.product_search'::regclass"
BY_DEFINITION = """
    SELECT array_agg(id ORDER BY at) FROM (
        SELECT p.id, row_number() OVER (
            ORDER BY storedesk.sort_key(p.name) {way}, p.name {way}, p.id {way}
        ) AS at FROM products AS p
        WHERE NOT p.is_deleted AND p.id IN (SELECT api.find_products(%s)) ORDER BY at LIMIT %s
    ) AS wanted
"""


@pytest.fixture
def ranged(store):
    """Have searches go by ranges, as in a store of a million."""

    def ranged():
        store.sql("SELECT core.range_products()")
        store.sql(f"UPDATE pg_class SET reltuples = 1000000 WHERE {SEARCHED}")

    yield ranged
    store.sql("DELETE FROM storedesk.search_ranges")
    store.sql(f"UPDATE pg_class SET reltuples = -1 WHERE {SEARCHED}")


@pytest.mark.parametrize("are_ranged", [False, True])
def test_the_first_of_a_search_are_those_of_the_whole_list(
    manager, store, add_product, ranged, are_ranged
):
    add_product("Tin")  # and with it a category
    manager(MANY)
    store.sql(LONG.replace("Blue Bowl 201", "Red Mug 200").replace("LONG-", "LONGER-"))
    store.sql("ANALYZE storedesk.product_search")
    if are_ranged:
        ranged()
        assert store.sql("SELECT count(*) FROM storedesk.unranged_products") == 0
    store.sql("UPDATE products SET name = 'Blue Bowl 201' WHERE name LIKE '% 201'")
    store.sql(LONG)
    store.sql("UPDATE products SET is_deleted = true, status = 'draft' WHERE name LIKE '%7'")
    store.sql("UPDATE products SET name = 'Zzz' || name WHERE name LIKE '%19'")
    assert store.sql("SELECT count(*) FROM storedesk.product_search WHERE brief IS NULL") == 2
    chance = Random(11)
    pieces = ("red", "mug", "ow", "b", "1", "100%", "är", "ÄRMEL", "57", "long-", "0050", "_",
              "zzz", "599", " ", "bowl 2", "general")  # fmt: skip

    for _ in range(60):
        words = chance.choices(pieces, k=chance.choice((1, 1, 2, 3)))
        login, most = chance.choice(("bob", "cyd")), chance.choice((1, 3, 20, 1000))
        is_down = chance.choice((True, False))
        way = "DESC" if is_down else "ASC"
        first = "SELECT array_agg(f ORDER BY at) FROM api.first_products(%s, %s, %s)"
        first += " WITH ORDINALITY AS f (f, at)"
        found = store.sql(first, words, most, is_down, login=login)
        wanted = store.sql(BY_DEFINITION.format(way=way), words, most, login=login)
        assert found == wanted, (words, most, way, login)


@pytest.mark.parametrize("login", ["bob", "cyd"])
def test_both_roads_to_the_first_of_a_search_end_at_the_same(manager, store, add_product, login):
    add_product("Tin")
    manager(MANY)
    store.sql("ANALYZE storedesk.product_search")

    def first(words, most):
        return store.rows("SELECT api.first_products(%s, %s)", words, most, login=login)

    for words in (["red"], ["blue"], ["ärmel"], ["tray"], ["red", "bowl"]):
        whole = first(words, 1000)  # more than there are: all are put in order
        assert len(whole) >= 20
        for most in (1, 2, 20):
            assert first(words, most) == whole[:most]


def test_ranges_that_have_the_letters_and_not_the_word_are_given_up(
    manager, store, add_product, ranged
):
    add_product("Tin")
    manager(MANY)
    store.sql("ANALYZE storedesk.product_search")
    first = "SELECT api.first_products('{red}', 1)"
    wanted = store.rows(first, login="cyd")
    ranged()
    store.sql("""
        INSERT INTO storedesk.search_ranges
        SELECT -n, '', '', first_id, '', '', first_id, grams
        FROM storedesk.search_ranges, generate_series(1, 27) AS n WHERE place = 2
    """)
    assert store.rows(first, login="cyd") == wanted


def test_what_changes_while_ranges_are_made_stays_unknown_to_them(
    manager, store, add_product, ranged, until_someone_waits
):
    tin = add_product("Tin")
    manager(MANY)
    with ThreadPoolExecutor(1) as threads:
        with store.connect("cyd") as other, other.transaction():
            other.execute("UPDATE products SET name = 'Quince' WHERE id = %s", [tin])
            made = threads.submit(ranged)
            until_someone_waits()
        made.result()
    assert store.sql("SELECT product_id FROM storedesk.unranged_products") == tin
    assert store.sql("SELECT api.first_products('{quince}', 9)", login="cyd") == tin


@pytest.mark.usefixtures("ranged")
def test_ranges_are_made_by_the_days_maintenance_where_much_has_changed(
    manager, store, add_product, system
):
    add_product("Tin")
    assert store.sql("SELECT api.range_products()", login=system) == 0
    manager(MANY)
    assert store.sql("SELECT api.range_products()", login=system) == 3
    store.sql("UPDATE products SET name = name || '!' WHERE name LIKE 'Red%'")
    assert store.sql("SELECT api.range_products()", login=system) == 3
    assert store.sql("SELECT count(*) FROM storedesk.unranged_products") == 150
    with pytest.raises(InsufficientPrivilege):
        store.sql("SELECT api.range_products()", login="cyd")
