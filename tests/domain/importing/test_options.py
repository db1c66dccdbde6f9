"""How a file is to be read, and what is said of it."""

from decimal import Decimal

import pytest

from storedesk.domain.importing.file import (
    BadRow,
    ColumnSource,
    FileColumn,
    ImportedVariant,
    Take,
    code_keys,
    read_map,
)
from storedesk.domain.importing.options import NumbersRead
from storedesk.domain.refusals.errors import SENTENCES, Refused


def test_a_mapping_names_columns_and_which_value_counts():
    options = ["code=SKU", " Price = Net price: per piece :LATEST ", "name=Name:latest:most"]

    assert read_map(options) == {
        FileColumn.CODE: ColumnSource("SKU"),
        FileColumn.PRICE: ColumnSource("Net price: per piece", Take.LATEST),
        FileColumn.NAME: ColumnSource("Name:latest", Take.MOST),
    }


@pytest.mark.parametrize(
    "options",
    [["code"], ["code="], ["code= :most"], ["weight=W"], ["=SKU"], ["code=A", "CODE=B"]],
)
def test_an_option_that_is_no_mapping_is_named(options):
    with pytest.raises(Refused) as refusal:
        read_map(options)
    assert refusal.value.code == "import_map_not_understood"
    assert refusal.value.parameters["option"] == options[-1]


@pytest.mark.parametrize(
    ("code", "keys"),
    [("036000291452", ("036000291452", "0036000291452")),
     ("0036000291452", ("0036000291452", "036000291452")),
     ("00036000291452", ("00036000291452", "0036000291452")),
     ("5901234123457", ("5901234123457",)), (" mug-1 ", ("MUG-1",)), ("01234", ("01234",)),
     ("٠٣٦٠٠٠٢٩١٤٥٢", ("٠٣٦٠٠٠٢٩١٤٥٢",))],
)  # fmt: skip
def test_a_upc_is_known_with_and_without_the_nought_of_an_ean(code, keys):
    assert code_keys(code) == keys


def test_a_bad_row_says_what_is_wrong():
    row = BadRow(7, "", "import_barcode_taken", "5901234123457", "goods.csv", "Mug")
    said = row.sentence()
    assert "5901234123457" in said
    assert "Mug" in said


@pytest.mark.parametrize(
    ("mark", "example", "code"),
    [(".", "1,234.50", "read_with_points"), (".", "", "read_with_points_as_said"),
     (",", "1.234,50", "read_with_commas"), (",", "", "read_with_commas_as_said"),
     (None, "1,5", "read_with_both"), (None, "", "read_with_both")],
)  # fmt: skip
def test_how_numbers_were_read_is_said(mark, example, code):
    said = NumbersRead("Price", mark, example).sentence()
    assert said == SENTENCES[code].format(column="Price", example=example)


def test_a_variants_codes_are_all_that_a_scanner_may_send():
    variant = ImportedVariant(
        sku=None, size="S", color="RED", price=Decimal(1), barcode="B", codes=("C", "")
    )
    assert variant.all_codes == ("B", "C")
    assert variant.attributes == ("s", "red")
