"""Finding what can be sold, by its code or by words."""

from itertools import product as combinations

import pytest

pytestmark = pytest.mark.usefixtures("invariants")


def names(found):
    """What the list shows: products, each with the descriptions of its variants."""
    return [(one["name"], *(of["description"] for of in one["variants"])) for one in found]


def test_what_has_exactly_that_code_comes_before_what_has_the_words(till, goods, variant):
    goods("MUG", name="Tin cup")
    goods("1", name="A mug")
    goods("Mug 2", name="A cup")
    shirt = goods("SHIRT", name="Mug shirt")
    variant(shirt, "MUG-M", size="M")
    variant(shirt, "MUG-L", size="L")

    assert names(till.ask("find_items", "mug")) == [
        ("Tin cup",), ("Mug shirt", "L", "M"), ("A mug",), ("A cup",),
    ]  # fmt: skip
    assert names(till.ask("find_items", "mug-m")) == [("Mug shirt", "M")]


def test_names_that_begin_with_the_first_word_come_first_then_the_others_by_name(till, goods):
    for code, name in enumerate(("Old lantern", "Linseed soap", "Lined book", "A tin of linen")):
        goods(str(code), name=name)

    found = till.ask("find_items", "lin")
    assert names(found) == [("Lined book",), ("Linseed soap",), ("A tin of linen",)]
    assert names(till.ask("find_items", "lin", 2)) == [("Lined book",), ("Linseed soap",)]
    assert names(till.ask("find_items", "soap lin")) == [("Linseed soap",)]


def test_drafts_of_the_same_words_hide_nothing_from_a_manager(store, goods):
    for number in range(70):
        goods(f"D{number}", name=f"A linen draft {number:02}", status="draft")
    goods("A", name="A linen")
    goods("Z", name="Zest linen")

    found = store.sql("SELECT api.find_items('linen')", login="cyd")
    assert names(found) == [("A linen",), ("Zest linen",)]


def test_words_are_found_in_any_order_and_tell_variants_apart(till, goods, variant):
    shirt = goods("SHIRT", name="Linen shirt")
    for size in ("M", "L"):
        for color in ("Blue", "Red"):
            variant(shirt, f"SH-{size}-{color}", size=size, color=color)

    assert names(till.ask("find_items", "blue shirt")) == [("Linen shirt", "L / Blue", "M / Blue")]
    [found] = till.ask("find_items", "things linen")
    assert len(found["variants"]) == 4


def test_a_product_comes_with_all_that_the_list_shows(store, till, goods, variant):
    shirt = goods("SHIRT", name="Linen shirt", price="20", on_hand=4)
    small = variant(shirt, "SH-S", size="S", more="-1")
    store.sql(
        "INSERT INTO product_images (product_id, url, is_primary) VALUES (%s, %s, true)"
        " RETURNING 1", shirt, f"media/{'ab' * 32}.png",
    )  # fmt: skip

    [found] = till.ask("find_items", "linen")
    assert found == {
        "product_id": str(shirt), "name": "Linen shirt", "category": "Things",
        "picture": f"media/{'ab' * 32}.png", "price": "20.00", "usual_price": "20.00",
        "currency": "USD", "code": "SHIRT",
        "available": 4, "has_variants": True, "measure": None,
        "variants": [
            {"variant_id": str(small), "description": "S", "code": "SH-S", "price": "19.00",
             "usual_price": "19.00"}
        ],
    }  # fmt: skip


def test_of_many_variants_there_are_as_many_as_a_list_needs(store, till, goods):
    for name in ("Linen a", "Linen b", "Linen c", "Linen d"):
        store.sql(
            "INSERT INTO product_variants (product_id, sku, size, price_adjustment_amount,"
            " price_adjustment_currency) SELECT %s, %s || n, 'Size ' || n, 0, 'USD'"
            " FROM generate_series(1, 250) AS n RETURNING 1", goods(name, name=name), name,
        )  # fmt: skip

    found = till.ask("find_items", "linen")
    assert [(one["name"], len(one["variants"])) for one in found] == [
        ("Linen a", 250), ("Linen b", 250),
    ]  # fmt: skip


def test_more_than_200_letters_find_nothing(till, goods):
    goods("1", name="Enamel mug")

    assert names(till.ask("find_items", "mug".ljust(200))) == [("Enamel mug",)]
    assert till.ask("find_items", "mug".ljust(201)) == []


def test_a_small_slip_is_forgiven_when_nothing_else_fits(till, goods):
    goods("1", name="Enamel mug")
    goods("2", name="Bread knife")

    assert names(till.ask("find_items", "enamle mug")) == [("Enamel mug",)]


def test_a_number_that_is_nearly_a_code_finds_nothing(till, goods):
    goods("5901234123457", name="Enamel mug")

    assert names(till.ask("find_items", "901234")) == [("Enamel mug",)]
    assert till.ask("find_items", "5901234123475") == []


@pytest.mark.parametrize("words", ["%", "_", "abc\\", "(a*", "' OR 1=1 --", "  ", "x" * 5000])
def test_signs_are_only_signs(till, goods, words):
    goods("1", name="Bread knife")

    assert till.ask("find_items", words) == []


def test_what_is_not_sold_is_not_found(till, goods, refused):
    goods("OLD", status="inactive")

    assert till.ask("find_items", "old") == []
    with refused("product_not_sold"):
        till.ask("item_by_code", "OLD")
    assert till.ask("item_by_code", "NEVER") is None


def test_a_product_is_sold_by_its_own_state_and_its_categories(store, add_product):
    """The nearest class of tax counts: its own, then its category's, then those above."""
    new = "INSERT INTO categories (name, parent_category_id) VALUES (%s, %s) RETURNING id"
    place = "UPDATE products SET category_id = %s WHERE id = %s RETURNING 1"
    tax = "INSERT INTO storedesk.{} VALUES (%s, %s) RETURNING 1"
    default = store.sql("SELECT id FROM storedesk.tax_classes WHERE is_default")
    classes = [
        store.sql("INSERT INTO storedesk.tax_classes (name) VALUES (%s) RETURNING id", name)
        for name in ("Books", "Food", "Wine", "Own")
    ]
    hidden, expected = [], {}
    for at, shown in enumerate(combinations((True, False), repeat=3)):
        parent, of_category = None, default
        for level, is_shown in enumerate(shown):
            parent = store.sql(new, f"{at} {level}", parent)
            hidden += [] if is_shown else [parent]
            if (at + level) % 2:
                store.sql(tax.format("category_tax"), parent, classes[level])
                of_category = classes[level]
            for status in ("active", "draft", "inactive"):
                product = add_product(f"{at} {level} {status}", on_hand=0, status=status)
                store.sql(place, parent, product)
                has_own = (at + level) % 3 == 0
                if has_own:
                    store.sql(tax.format("product_tax"), product, classes[3])
                is_deleted = (level, status) == (1, "active")
                state = "hidden" if status == "active" and not all(shown[: level + 1]) else status
                state = "deleted" if is_deleted else state
                expected[product] = (state, classes[3] if has_own else of_category)
    store.sql("UPDATE categories SET is_active = false WHERE id = ANY (%s) RETURNING 1", hidden)
    store.sql("UPDATE products SET is_deleted = true WHERE name LIKE '%1 active' RETURNING 1")

    words = "SELECT id, state, tax_class_id FROM core.sellable WHERE id = ANY (%s)"
    found = {product: (state, tax) for product, state, tax in store.rows(words, list(expected))}
    assert found == expected
    assert len({tax for _, tax in found.values()}) == 5
