"""What a file would change of what the store has."""

from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from storedesk.domain.importing.differences import differences, others_differ
from storedesk.domain.importing.existing import KnownProduct, KnownVariant, Shelf
from storedesk.domain.importing.file import Difference, ImportedProduct, ImportedVariant, Thing

MUGS, CUPS = UUID(int=1), UUID(int=2)
MUG = {"id": UUID(int=9), "name": "Mug", "price": Decimal("9.50"), "description": None,
       "category": MUGS, "is_deleted": False, "has_source": True, "extra": {}}  # fmt: skip
SHELF = Shelf(
    codes={"MUG-1": (UUID(int=9), None)},
    category_ids={("Home", "Cups"): CUPS, ("Home", "Mugs"): MUGS},
    category_paths={MUGS: ("Home", "Mugs"), CUPS: ("Home", "Cups")},
)
SMALL = KnownVariant(uuid4(), "MUG-S", "S", None, Decimal("9.50"))


def known(**other):
    return KnownProduct(**MUG | other)


def read(**other):
    usual = {"reference": "mug", "row": 2, "name": "Mug", "price": Decimal("9.50"), "code": "MUG-1"}
    return ImportedProduct(**usual | other)


def variant(**other):
    return ImportedVariant(**{"sku": "MUG-S", "size": "s", "color": None,
                              "price": Decimal("9.50")} | other)  # fmt: skip


def test_what_the_file_says_as_it_is_changes_nothing():
    assert differences(read(), known(), SHELF, with_category=True) == ()


def test_each_thing_is_told_as_it_is_and_as_it_would_be():
    product = read(
        name="Cup", price=Decimal(10), description="Of clay", category=("Home", "Cups"),
        barcodes=("5901234123457",), pictures=("https://x.example/1.jpg",),
        extra={"columns": {"Vendor": "Acme"}},
    )  # fmt: skip

    assert differences(product, known(has_source=False), SHELF, with_category=True) == (
        Difference(Thing.NAME, "Mug", "Cup"),
        Difference(Thing.PRICE, "9.50", "10.00"),
        Difference(Thing.DESCRIPTION, "", "Of clay"),
        Difference(Thing.CATEGORY, "Home > Mugs", "Home > Cups"),
        Difference(Thing.CODE, "", "5901234123457"),
        Difference(Thing.PICTURE, "", "https://x.example/1.jpg"),
        Difference(Thing.ORIGIN, "", "mug"),
    )


@pytest.mark.parametrize("with_category", [True, False])
def test_a_category_is_changed_where_that_is_asked_for(with_category):
    product = read(category=("Home", "Cups"))
    found = differences(product, known(), SHELF, with_category=with_category)
    assert [one.thing for one in found] == [Thing.CATEGORY] * with_category


def test_a_variant_is_found_by_size_and_color_and_its_code_is_told_once():
    product = read(
        code=None,
        variants=(
            variant(sku="MUG-SMALL", price=Decimal(8)),
            variant(sku="MUG-L", size="L", color="Red", price=Decimal(11)),
            variant(sku=None, size="XL", price=Decimal(12), barcode="5901234123457"),
        ),
    )

    assert differences(product, known(variants=(SMALL,)), SHELF, with_category=True) == (
        Difference(Thing.PRICE, "9.50", "8.00", "s"),
        Difference(Thing.SKU, "MUG-S", "MUG-SMALL", "s"),
        Difference(Thing.VARIANT, "", "L / Red MUG-L 11.00"),
        Difference(Thing.VARIANT, "", "XL 12.00"),
        Difference(Thing.CODE, "", "5901234123457"),
    )


def test_other_columns_are_told_by_their_names():
    was = known(extra={"columns": {"Vendor": "Acme", "Tags": "new"}})
    product = read(extra={"columns": {"Vendor": "Acme", "Tags": "old", "Fuel": "none"}})

    assert differences(product, was, SHELF, with_category=True) == (
        Difference(Thing.OTHER_COLUMN, "new", "old", "Tags"),
        Difference(Thing.OTHER_COLUMN, "", "none", "Fuel"),
    )


def test_other_cells_than_those_of_columns_are_told_without_a_name():
    was = known(extra={"options": {"size": "Size"}}, variants=(SMALL,))
    product = read(code=None, variants=(variant(),), extra={"options": {"size": "Height"}})

    assert differences(product, was, SHELF, with_category=True) == (
        Difference(Thing.OTHER_COLUMN, "", ""),
    )


@pytest.mark.parametrize(
    ("was", "becomes", "differs"),
    [
        ({"columns": {"A": "1"}}, {}, False),
        ({"options": {"color": "Hue"}}, {"options": {"color": "Tint"}}, False),
        ({"pictures": {"gone": "Old"}}, {"columns": {}}, False),
        ({"pictures": {"there": "Old"}}, {"pictures": {"there": "New"}}, True),
        ({"variants": [["S", "", {"W": 1}]]}, {"variants": [["s", "", {"W": 2}]]}, True),
        ({"variants": [["S", "", {"W": 1}]]}, {"variants": [["s", "", {"W": 1}]]}, False),
        ({"variants": [["L", "", {"W": 1}]]}, {"variants": [["L", "", {"W": 2}]]}, False),
        ({"variants": [["S", "", {}]]}, {"columns": {}}, False),
        ({"variants": "spoiled", "columns": 7}, {"columns": {}}, False),
    ],
)
def test_what_is_kept_of_what_is_there_no_more_makes_no_difference(was, becomes, differs):
    product = known(extra=was, variants=(SMALL,), pictures=frozenset({"there"}))
    assert others_differ(read(extra=becomes), product) is differs
