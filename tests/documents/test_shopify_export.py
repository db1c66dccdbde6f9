"""The cells of Shopify's CSV, where the whole way round would hide what they look like."""

import pytest

from storedesk.documents.plain_text import from_html
from storedesk.documents.shopify_columns import unguarded
from storedesk.documents.shopify_export import guarded, to_html
from storedesk.domain.exporting import handle_of


@pytest.mark.parametrize(
    "text",
    ["Plain", "a < b & c > d", "One\nTwo", "One\n\n- two\n- three", "&amp;", "<script>", "=1+1"],
)
def test_plain_text_comes_back_out_of_its_html(text):
    assert from_html(to_html(text)) == text


def test_text_without_signs_stays_as_it_is():
    assert to_html("A soft tee.") == "A soft tee."
    assert to_html("") == ""


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|x", "-x", "\t=1", "'=1", "'-1"])
def test_what_a_spreadsheet_would_run_is_guarded_and_comes_back(cell):
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["+2.00", "-5", "-12,50", "", "Mug", "don't", "'tis", "+10%"])
def test_numbers_and_words_are_left_alone(cell):
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


def test_a_handle_is_made_of_the_name_and_is_there_once():
    assert handle_of("Größe & Co. Mug", set()) == "groe-co-mug"
    assert handle_of("Blue  Mug", {"blue-mug", "blue-mug-2"}) == "blue-mug-3"
    assert handle_of("杯子", set()) == "product"
    assert len(handle_of("x" * 300, set())) <= 120
