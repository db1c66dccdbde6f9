"""Finding what can be sold, by its code or by words."""

from itertools import product as combinations

import pytest

pytestmark = pytest.mark.usefixtures("invariants")


def names(found):
    return [(one["name"], one["description"]) for one in found]


def test_an_exact_code_finds_one_thing_only(till, goods, variant):
    goods("MUG", name="Mug")
    variant(goods("SHIRT", name="Mug shirt"), "MUG-M", size="M")

    assert names(till.ask("find_items", "mug")) == [("Mug", None)]
    assert names(till.ask("find_items", "mug-m")) == [("Mug shirt", "M")]


def test_words_are_found_in_any_order_and_tell_variants_apart(till, goods, variant):
    shirt = goods("SHIRT", name="Linen shirt")
    for size in ("M", "L"):
        for color in ("Blue", "Red"):
            variant(shirt, f"SH-{size}-{color}", size=size, color=color)

    assert names(till.ask("find_items", "blue shirt")) == [
        ("Linen shirt", "L / Blue"),
        ("Linen shirt", "M / Blue"),
    ]
    assert len(till.ask("find_items", "things linen")) == 4


def test_more_than_200_letters_find_nothing(till, goods):
    goods("1", name="Enamel mug")

    assert names(till.ask("find_items", "mug".ljust(200))) == [("Enamel mug", None)]
    assert till.ask("find_items", "mug".ljust(201)) == []


def test_a_small_slip_is_forgiven_when_nothing_else_fits(till, goods):
    goods("1", name="Enamel mug")
    goods("2", name="Bread knife")

    assert names(till.ask("find_items", "enamle mug")) == [("Enamel mug", None)]


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
