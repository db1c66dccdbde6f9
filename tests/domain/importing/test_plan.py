"""What a file would make too many of, told before anything is written."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from storedesk.domain.importing.existing import KnownProduct, KnownVariant, Shelf
from storedesk.domain.importing.file import (
    FileCatalog,
    ImportedProduct,
    ImportedVariant,
    ImportOptions,
)
from storedesk.domain.importing.plan import plan

PRICE = Decimal(2)
TEE = ImportedProduct(reference="tee", row=2, name="Tee", price=PRICE)
SMALL = ImportedVariant(sku="TEE-S", size="S", color=None, price=PRICE)
MEDIUM = replace(SMALL, sku="TEE-M", size="M")
LARGE = replace(SMALL, sku="TEE-L", size="L")
KNOWN_SMALL = KnownVariant(uuid4(), "TEE-S", "S", None, PRICE)
KNOWN = KnownProduct(
    id=uuid4(), name="Tee", price=PRICE, description=None, category=uuid4(), is_deleted=False,
    has_source=True, extra={},
)  # fmt: skip
OF_KNOWN = {"A": (KNOWN.id, None), "B": (KNOWN.id, None)}
OF_SMALL = {"TEE-S": (KNOWN.id, KNOWN_SMALL.id), "A": (KNOWN.id, KNOWN_SMALL.id)}


def bad(product, known=None, codes=None):
    """Return why a product is bad where there may be two variants of one, and three codes."""
    shelf = Shelf(
        products={known.id: known} if known else {},
        references={"TEE": known.id} if known else {},
        codes=codes or {},
        most_variants=2,
        most_codes=3,
    )
    done = plan(FileCatalog("test", (product,), (), 1), shelf, ImportOptions())
    return [(row.code, row.value) for row in done.bad]


@pytest.mark.parametrize(
    ("good", "one_more", "known"),
    [
        ((SMALL, MEDIUM), (SMALL, MEDIUM, LARGE), None),
        ((MEDIUM,), (MEDIUM, LARGE), replace(KNOWN, variants=(KNOWN_SMALL,))),
        ((SMALL, MEDIUM), (SMALL, MEDIUM, LARGE), replace(KNOWN, variants=(KNOWN_SMALL,))),
    ],
)
def test_variants_beside_those_that_are_there(good, one_more, known):
    assert not bad(replace(TEE, variants=good), known)
    assert bad(replace(TEE, variants=one_more), known) == [("import_variants_many", "2")]


@pytest.mark.parametrize(
    ("given", "known", "codes"), [(("A", "B", "C"), None, None), (("A", "C"), KNOWN, OF_KNOWN)]
)
def test_codes_of_a_product_beside_those_that_it_has(given, known, codes):
    assert not bad(replace(TEE, barcodes=given), known, codes)
    told = bad(replace(TEE, barcodes=(*given, "D")), known, codes)
    assert told == [("import_codes_many", "3")]


@pytest.mark.parametrize(
    ("given", "known", "codes"),
    [
        (("A", "B", "C"), None, None),
        (("A", "B", "C"), replace(KNOWN, variants=(KNOWN_SMALL,)), OF_SMALL),
    ],
)
def test_codes_of_a_variant_beside_its_sku(given, known, codes):
    small = replace(SMALL, codes=given)
    assert not bad(replace(TEE, variants=(small,)), known, codes)
    one_more = replace(SMALL, codes=(*given, "D"))
    assert bad(replace(TEE, variants=(one_more,)), known, codes) == [("import_codes_many", "3")]


def test_what_has_too_many_may_stay_as_it_is():
    variants = tuple(replace(KNOWN_SMALL, id=uuid4(), size=size) for size in "SML")
    codes = dict.fromkeys("ABCD", (KNOWN.id, None))

    assert not bad(replace(TEE, variants=(SMALL,)), replace(KNOWN, variants=variants), codes)
    assert not bad(replace(TEE, barcodes=("A", "D")), KNOWN, codes)
