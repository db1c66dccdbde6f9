"""Lists of products as different people see them, and one product with all about it."""

from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.domain.catalog import Category, ProductStatus
from storedesk.domain.inventory import Stock
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.values.money import Money
from storedesk.persistence.engine import lists
from storedesk.queries.catalog_lists import SORTS
from tests.keys import keys_in


@pytest.fixture
def names(ask, store):
    """List the names that a vector of keys stands for, in its order."""

    def names(login="cyd", **wanted):
        vector = ask(queries.catalog_lists.product_keys, login=login, **wanted)
        known = dict(store.rows("SELECT id, name FROM products"))
        keys = keys_in(vector)
        return [known[key] for key in keys]

    return names


def test_the_keys_of_a_list_are_in_its_order(names, add_product):
    add_product("Bowl", on_hand=5, price="3")
    add_product("Cup", on_hand=1, price="1")
    add_product("Axe", on_hand=9, price="2")

    assert names() == ["Axe", "Bowl", "Cup"]
    assert names(descending=True) == ["Cup", "Bowl", "Axe"]
    assert names(sort="price") == ["Cup", "Axe", "Bowl"]
    assert names(sort="available") == ["Cup", "Bowl", "Axe"]
    assert names(sort="available", descending=True) == ["Axe", "Bowl", "Cup"]


def test_every_order_is_one(names, ask, add_product):
    add_product("Bowl")
    add_product("Axe")

    for sort in SORTS:
        assert sorted(names(sort=sort)) == ["Axe", "Bowl"]
        first = ask(queries.catalog_lists.first_products, sort=sort, limit=1)
        assert [line.name for line in first] == names(sort=sort)[:1]
    with pytest.raises(KeyError):
        names(sort="name; DROP TABLE products")


def test_a_list_is_narrowed_by_words_status_and_category(store, names, add_product):
    cup, axe = add_product("Cup"), add_product("Axe", status="draft")
    words = "INSERT INTO categories (name, parent_category_id) VALUES (%s, %s) RETURNING id"
    home = store.sql(words, "Home", None)
    kitchen = store.sql(words, "Kitchen", home)
    store.sql("UPDATE products SET category_id = %s WHERE id = %s", kitchen, cup)

    assert names(search="kitchen cu") == ["Cup"]
    assert names(search="  ") == ["Axe", "Cup"]
    assert names(status=ProductStatus.DRAFT) == ["Axe"]
    assert names(category_id=home) == ["Cup"]
    assert names(category_id=home, search="axe") == []
    assert names(login="bob") == ["Cup"]
    store.sql("SELECT core.delete_product(%s, true)", axe)
    assert names() == ["Cup"]


def test_lines_come_in_the_order_asked_without_those_that_are_gone(ask, store, add_product):
    axe, cup = add_product("Axe"), add_product("Cup", on_hand=4, price="2.50")
    store.sql("INSERT INTO product_variants (product_id, sku, size) VALUES (%s, 'C-1', 'S')", cup)
    store.sql(
        "INSERT INTO product_images (product_id, url) VALUES (%s, %s)", cup, f"media/{'a' * 64}.png"
    )
    store.sql("INSERT INTO storedesk.product_barcodes VALUES ('123', %s)", axe)

    lines = ask(queries.catalog_lists.product_lines, [cup, uuid4(), axe])

    assert [line.name for line in lines] == ["Cup", "Axe"]
    first, second = lines
    assert (first.variants, first.code, first.picture) == (1, "C-1", "a" * 64)
    assert (first.category, first.price) == ("Things", Money.of("2.50", "USD"))
    assert first.stock == Stock(on_hand=4, reserved=0, low_at=10, of_variants=True)
    assert (second.variants, second.code, second.picture) == (0, "123", None)


def test_a_product_with_all_about_it(ask, store, add_product):
    cup = add_product("Cup", on_hand=4, price="2.50")
    words = "INSERT INTO categories (name, parent_category_id) VALUES (%s, %s) RETURNING id"
    kitchen = store.sql(words, "Kitchen", store.sql(words, "Home", None))
    store.sql("UPDATE products SET category_id = %s WHERE id = %s", kitchen, cup)
    variant = store.sql(
        "INSERT INTO product_variants (product_id, sku, size, color, price_adjustment_amount) "
        "VALUES (%s, 'C-1', 'S', 'Blue', 0.50) RETURNING id",
        cup,
    )
    code = "INSERT INTO storedesk.product_barcodes VALUES (%s, %s, %s)"
    store.sql(code, "111", cup, None)
    store.sql(code, "222", cup, variant)

    product = ask(queries.product_details.product, cup)

    assert product.category == "Home / Kitchen"
    assert product.codes == ("111",)
    [one] = product.variants
    assert (one.description, one.price, one.codes) == (
        "S / Blue",
        Money.of("3.00", "USD"),
        ("222",),
    )
    assert product.stock.on_hand == 4
    assert (product.tax_class, product.source, product.is_deleted) == (None, None, False)


def test_what_is_not_for_someone_is_not_found(ask, add_product):
    draft = add_product("Cup", status="draft")

    assert ask(queries.product_details.product, draft).name == "Cup"
    for login, product in (("bob", draft), ("cyd", uuid4())):
        with pytest.raises(NotFound):
            ask(queries.product_details.product, product, login=login)


def test_the_tree_of_categories_has_parents_before_their_children(ask, store, add_product):
    add_product("Cup")
    words = "INSERT INTO categories (name, parent_category_id) VALUES (%s, %s) RETURNING id"
    home = store.sql(words, "Home", None)
    kitchen = store.sql(words, "Kitchen", home)
    attic = store.sql(words, "Attic", home)

    tree = ask(queries.catalog_lists.categories)

    assert tree[:3] == [
        Category(home, "Home", None, 1, 0),
        Category(attic, "Attic", home, 2, 0),
        Category(kitchen, "Kitchen", home, 2, 0),
    ]
    assert [(node.name, node.products) for node in tree[3:]] == [("Things", 1)]


def test_a_picture_is_what_it_was(ask, store):
    store.sql(
        "INSERT INTO storedesk.media (sha256, media_type, content) VALUES (%s, 'image/png', %s)",
        "b" * 64,
        b"\x00\x01",
    )

    assert ask(queries.catalog_lists.picture, "b" * 64, login="bob") == b"\x00\x01"
    assert ask(queries.catalog_lists.picture, "c" * 64) is None


@pytest.mark.parametrize("count", [0, 1, 2, 4, 5])
def test_long_lists_of_keys_travel_in_slices(names, add_product, monkeypatch, count):
    monkeypatch.setattr(lists, "SLICE", 2 * 16)
    for number in range(count):
        add_product(f"Thing {number}")

    assert names() == [f"Thing {number}" for number in range(count)]
