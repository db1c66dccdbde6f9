"""What a file's products are to the store: new, changed, the same, or not possible."""

from decimal import Decimal
from uuid import UUID

import pytest

from storedesk.domain.importing.existing import KnownProduct, KnownVariant, Shelf
from storedesk.domain.importing.file import (
    FileCatalog,
    ImportedProduct,
    ImportedVariant,
    ImportOptions,
)
from storedesk.domain.importing.plan import plan

MUG, CUP, GONE, S = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
EAN = "5901234123457"


def product(key, name, **other):
    usual = {
        "id": key, "name": name, "price": Decimal(5), "description": None,
        "category": UUID(int=9), "is_deleted": False, "has_source": False, "extra": {},
    }  # fmt: skip
    return KnownProduct(**usual | other)


SHELF = Shelf(
    products={
        MUG: product(MUG, "Mug"),
        CUP: product(CUP, "Cup", variants=(KnownVariant(S, "CUP-S", "S", None, Decimal(5)),)),
        GONE: product(GONE, "Jug", is_deleted=True),
    },
    codes={"MUG-1": (MUG, None), EAN: (MUG, None), "CUP-S": (CUP, S), "JUG-1": (GONE, None),
           "036000291452": (GONE, None)},
    references={"OLD": MUG},
    currency="USD",
)  # fmt: skip


def read(code, name="Mug", **other):
    usual = {"reference": code or name, "row": 2, "name": name, "price": Decimal(5), "code": code}
    return ImportedProduct(**usual | other)


def cups(*codes):
    return tuple(
        ImportedVariant(sku=code, size="S", color=None, price=Decimal(5)) for code in codes
    )


def planned(*products, **options):
    return plan(FileCatalog("csv", products, (), 3), SHELF, ImportOptions(**options))


def why(*products, **options):
    return [(row.code, row.value, row.other) for row in planned(*products, **options).bad]


def test_products_are_new_changed_or_the_same():
    done = planned(read("MUG-1"), read(None, "Cup", variants=cups("CUP-S")),
                   read("NEW-1", "Bowl"))  # fmt: skip
    assert (len(done.new), len(done.changed), done.same, done.bad) == (1, 0, 2, ())
    assert set(done.known) == {MUG, CUP}

    (change,) = planned(read("other", "Beaker", reference="old")).changed
    assert (change.product_id, change.name) == (MUG, "Mug")


@pytest.mark.parametrize(
    ("product", "said"),
    [
        (read("MUG-1", currencies=frozenset({"EUR"})), ("import_other_currency", "USD", "")),
        (read("JUG-1"), ("import_deleted", "Jug", "")),
        (read("CUP-S"), ("import_has_variants", "Cup", "")),
        (read("MUG-1", barcodes=("CUP-S",)), ("import_code_taken", "CUP-S", "")),
        (read("NEW-1", barcodes=(EAN,)), ("import_barcode_taken", EAN, "Mug")),
        (read("NEW-1", barcodes=("0036000291452",)), ("import_deleted", "Jug", "")),
        (read(None, variants=cups("CUP-S", "MUG-1")), ("import_code_taken", "MUG-1", "")),
    ],
)
def test_what_is_not_possible_says_why(product, said):
    assert why(product) == [said]


def test_a_code_that_two_products_of_the_file_have_is_the_firsts():
    assert why(read("MUG-1"), read(EAN, reference="again"), match_barcode=True) == [
        ("import_code_twice", "again", "")
    ]


def test_a_currency_among_those_of_the_file_is_fine():
    assert not why(read("MUG-1", currencies=frozenset({"EUR", "USD"})))


def test_a_barcode_names_a_product_where_that_is_asked_for():
    only = read("NEW-1", barcodes=(EAN,))
    assert planned(only).bad
    assert set(planned(only, match_barcode=True).known) == {MUG}
