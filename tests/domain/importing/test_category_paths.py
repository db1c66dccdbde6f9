"""Categories that a file names."""

from uuid import uuid4

from storedesk.domain.catalog import Category
from storedesk.domain.importing.category_paths import CategoryPaths


def test_a_path_is_made_once_parents_first():
    paths = CategoryPaths(())

    assert paths.find(("Home", "Kitchen", "Mugs")) == paths.find(("Home", "Kitchen", "Mugs"))
    assert [(made.name, made.depth) for made in paths.made] == [
        ("Home", 1),
        ("Kitchen", 2),
        ("Mugs", 3),
    ]


def test_a_category_that_is_there_is_found_whatever_its_case():
    there = Category(uuid4(), "Bracelets", None, 1)
    paths = CategoryPaths([there])

    assert paths.find(("bracelets",)) == there.id
    assert paths.made == []


def test_a_name_that_stands_elsewhere_is_told_apart():
    paths = CategoryPaths(())
    women, men = paths.find(("Women", "Shoes")), paths.find(("Men", "Shoes"))

    assert women != men
    assert [made.name for made in paths.made] == ["Women", "Shoes", "Men", "Shoes (Men)"]
    assert paths.find(("Men", "Shoes")) == men


def test_nothing_lies_deeper_than_the_third_level():
    deep = [Category(uuid4(), "C", uuid4(), 3)]

    assert CategoryPaths(deep).find(("C", "D", "E")) == deep[0].id


def test_a_child_with_its_parents_name_is_its_parent():
    paths = CategoryPaths(())

    assert paths.find(("Bags", "Bags")) == paths.find(("Bags",))


def test_names_told_apart_are_never_too_long():
    paths = CategoryPaths(())
    for top in ("A" * 100, "B" * 100):
        paths.find((top, "C" * 100))

    assert max(len(made.name) for made in paths.made) <= 100


def test_a_name_that_stands_elsewhere_twice_is_left_out():
    top = Category(uuid4(), "Men", None, 1)
    there = [Category(uuid4(), name, uuid4(), 2) for name in ("Shoes", "Shoes (Men)")]
    paths = CategoryPaths([top, *there])

    assert paths.find(("Men", "Shoes")) == top.id
    assert paths.made == []
