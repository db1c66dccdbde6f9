from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as some

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.merging import MergeSide
from storedesk.domain.product_forms import (
    PictureForm,
    ProductField,
    ProductForm,
    VariantForm,
    in_size_order,
    merge_products,
    rebuilt,
)

IDS = [UUID(int=n) for n in range(1, 4)]
PICTURES = [PictureForm(UUID(int=n), f"media/{n}.webp") for n in range(1, 4)]
CODES = some.lists(some.sampled_from("pqr"), unique=True).map(sorted).map(tuple)
VARIANTS = some.builds(
    VariantForm,
    id=some.sampled_from(IDS),
    sku=some.sampled_from(["A", "B"]),
    size=some.sampled_from(["S", "M"]),
    color=some.none(),
    codes=CODES,
)
FORMS = some.builds(
    ProductForm,
    id=some.just(IDS[0]),
    version=some.just(1),
    currency=some.just("USD"),
    name=some.sampled_from(["Mug", "Cup"]),
    description=some.just(""),
    category_id=some.sampled_from(IDS),
    price=some.sampled_from([Decimal(1), Decimal(2)]),
    status=some.just(ProductStatus.DRAFT),
    tax_class_id=some.none() | some.sampled_from(IDS),
    codes=CODES,
    variants=some.lists(VARIANTS, unique_by=lambda one: one.id).map(in_size_order),
    pictures=some.lists(some.sampled_from(PICTURES), unique=True).map(tuple),
)


def settled(base, mine, theirs, side):
    merged = merge_products(base, mine, theirs)
    return rebuilt(theirs, merged.settled({clash.field: side for clash in merged.clashes}))


@given(FORMS, FORMS)
def test_what_only_one_of_two_changed_is_as_they_left_it(base, changed):
    for mine, theirs in ((base, changed), (changed, base)):
        merged = merge_products(base, mine, theirs)
        assert not merged.clashes
        assert rebuilt(theirs, merged.fields) == changed


@given(FORMS, FORMS, FORMS)
def test_all_mine_keeps_what_i_wrote_and_all_theirs_what_they_did(base, mine, theirs):
    for side, form in ((MergeSide.MINE, mine), (MergeSide.THEIRS, theirs)):
        kept = settled(base, mine, theirs, side)
        for name in ("name", "price", "category_id", "tax_class_id"):
            if getattr(form, name) != getattr(base, name):
                assert getattr(kept, name) == getattr(form, name)


def test_a_variant_that_one_takes_away_and_the_other_edits_is_one_question():
    one = VariantForm(id=uuid4(), sku="A", size="S", color=None)
    base = ProductForm(
        id=IDS[0], version=1, currency="USD", name="Mug", description="", category_id=IDS[1],
        price=Decimal(1), status=ProductStatus.DRAFT, tax_class_id=None, codes=(),
        variants=(one,), pictures=(),
    )  # fmt: skip
    dearer = replace(base, variants=(replace(one, sku="B", difference=Decimal(1)),))
    merged = merge_products(base, replace(base, variants=()), dearer)

    [clash] = merged.clashes
    assert clash.field == ProductField("variant", one.id)
    assert rebuilt(dearer, merged.settled({clash.field: MergeSide.MINE})).variants == ()
    assert rebuilt(dearer, merged.settled({clash.field: MergeSide.THEIRS})) == dearer


def test_sizes_are_listed_small_ones_first():
    sizes = ["XL", "10", "S", "One size", "9.5", "M", "Large", "XXS"]
    variants = [VariantForm(id=uuid4(), sku=s, size=s, color=None) for s in sizes]
    assert [one.size for one in in_size_order(variants)] == [
        "XXS", "S", "M", "Large", "XL", "9.5", "10", "One size",
    ]  # fmt: skip
