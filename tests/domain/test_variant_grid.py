from decimal import Decimal
from uuid import uuid4

import pytest

from storedesk.domain.bounds import Bound
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.product_forms import ProductForm, VariantForm
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.variant_grid import listed, missing, proposed, word_of
from tests.bounds import BOUNDS

RED_S = VariantForm(id=uuid4(), sku="TEE-S-RED", size="s", color=" Red")


def test_what_is_typed_is_a_list_of_words():
    assert listed("S, M; L,, s ,\ufeff black/white") == ["S", "M", "L", "black/white"]
    assert listed("  ") == []
    with pytest.raises(Refused):
        listed("S, \x1b[31m")


def test_sizes_by_colours_make_what_is_not_there_yet():
    assert missing([RED_S], ["S", "M"], ["Red", "Blue"], most=250) == [
        ("S", "Blue"),
        ("M", "Red"),
        ("M", "Blue"),
    ]
    assert missing([], ["S", "M"], [], most=250) == [("S", None), ("M", None)]
    assert missing([], [], ["Red"], most=250) == [(None, "Red")]
    assert missing([], [], [], most=250) == []


def test_there_is_an_end_to_them():
    most = BOUNDS[Bound.VARIANTS]
    sizes = [str(n) for n in range(most - 1)]

    assert len(missing([RED_S], sizes, ["Blue"], most=most)) == most - 1
    with pytest.raises(Refused, check=lambda refusal: refusal.parameters["most"] == most):
        missing([RED_S], [*sizes, "one more"], ["Blue"], most=most)


def test_skus_are_proposed_of_the_products_word_and_are_free():
    made = proposed("Tee", [("S", "Red"), (None, "Café")], {"TEE-S-RED"})
    assert [one.sku for one in made] == ["TEE-S-RED-2", "TEE-CAFE"]
    assert [one.description for one in made] == ["S / Red", "Café"]


@pytest.mark.parametrize(
    ("codes", "word"),
    [
        (("5901234123457", "TEE", "OLD"), "TEE"),
        (("5901234123457",), "Pocket Tee"),
        ((), "Pocket Tee"),
    ],
)
def test_skus_begin_with_the_first_code_that_is_no_number_or_with_the_name(codes, word):
    form = ProductForm(
        id=uuid4(), version=0, currency="USD", name="Pocket Tee", description="",
        category_id=uuid4(), price=Decimal(5), status=ProductStatus.DRAFT, tax_class_id=None,
        codes=codes, variants=(), pictures=(),
    )  # fmt: skip
    assert word_of(form) == word
    assert form.is_new
