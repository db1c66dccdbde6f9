"""Finding what can be sold, by its code or by words."""

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
