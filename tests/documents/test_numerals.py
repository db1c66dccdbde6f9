"""Numbers as people and programs write them, and those of which nobody can tell what they mean."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents import cells, numerals
from storedesk.documents.cells import BadCellError

READ = [
    ("1250", "1250"),
    ("1'250", "1250"),
    ("1\u2019250.50", "1250.50"),
    ("1 250", "1250"),
    ("1\u00a0250,50", "1250.50"),
    ("1\u202f250", "1250"),
    ("1\u2009250.00", "1250.00"),
    ("1,250.00", "1250.00"),
    ("1.250,00", "1250.00"),
    ("1,234,567.8", "1234567.8"),
    ("1.234.567", "1234567"),
    ("12,34,567.00", "1234567.00"),
    ("12,5", "12.5"),
    ("12.50", "12.50"),
    ("0,125", "0.125"),
    ("0.125", "0.125"),
    ("12.5000", "12.5000"),
    (".5", "0.5"),
    (",50", "0.50"),
    ("5.", "5"),
    ("5,-", "5"),
    ("5.\u2013", "5"),
    ("+5", "5"),
    ("-5", "-5"),
    ("\u22125", "-5"),
    ("5-", "-5"),
    ("(5.00)", "-5.00"),
]
DOUBTFUL = ["1,250", "1.250", "12.500", "999,999", "-1.250", "(1,250)"]
NONE = [
    "", "-", "free", "1e3", "1E+03",
    "½", "1½", "5²", "50%", "50 %", "1/2", "2 for 5", "12 50", "1,23,4",
    "1.2.3", "1.250.00", "1,250,00", "1..5", "5.5.", "٣", "NaN", "inf", "0x10", "1_000", "--5",
    "-5-", "(-5)", "(5", "5)", "9" * 41, "1'250 000", "1,250.500,5", "0,125,000",
]  # fmt: skip


@pytest.mark.parametrize(("cell", "value"), READ)
def test_what_has_one_meaning_is_read_whatever_its_column_has(cell, value):
    assert numerals.read(cell, None) == Decimal(value)


@pytest.mark.parametrize("cell", DOUBTFUL)
def test_what_may_be_thousands_or_decimals_is_read_only_where_the_mark_is_known(cell):
    with pytest.raises(numerals.DoubtError):
        numerals.read(cell, None)
    point, comma = numerals.read(cell, "."), numerals.read(cell, ",")
    assert {abs(point / comma), abs(comma / point)} == {Decimal(1000), Decimal("0.001")}


@pytest.mark.parametrize("cell", NONE)
@pytest.mark.parametrize("mark", [None, ".", ","])
def test_what_is_no_number_is_none(cell, mark):
    assert numerals.read(cell, mark) is None


def test_a_known_mark_refuses_what_is_written_with_the_other_one():
    assert numerals.read("2,50", ".") is None
    assert numerals.read("1.250,00", ".") is None
    assert numerals.read("2.50", ",") is None


@pytest.mark.parametrize(
    ("column", "mark", "example"),
    [
        (["1,250", "2,500"], None, ""),
        (["1,250", "2,50"], ",", "2,50"),
        (["1,250", "1,250.00"], ".", "1,250.00"),
        (["1.250", "7", "", "1.250.000"], ",", "1.250.000"),
        (["7", "12", "1'250"], None, ""),
        (["1,250", "0.125"], ".", "0.125"),
        (["1,250", "2,50 €", "free"], ",", "2,50"),
        (["1,250", ",5"], ",", ",5"),
    ],
)
def test_a_column_settles_its_mark_only_by_what_can_mean_one_thing(column, mark, example):
    found = numerals.mark_of(cells.bare_price(cell) for cell in column)

    assert (found.mark, found.example) == (mark, example)


def test_a_column_with_both_marks_settles_nothing():
    found = numerals.mark_of(["2,50", "2.50", "1,250"])

    assert found.mark is None
    assert found.is_mixed


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1 250,50 €", "1250.50"),
        ("€\u00a01.250,50", "1250.50"),
        ("CHF 1\u2019250.50", "1250.50"),
        ("Fr. 12.50", "12.50"),
        ("12,50 kr.", "12.50"),
        ("12,50 zł", "12.50"),
        ("R$ 12,50", "12.50"),
        ("US$12.50", "12.50"),
        ("12.50USD", "12.50"),
        ("₹12,34,567.00", "1234567.00"),
        ("12,-", "12"),
        ("12.\u2013 CHF", "12"),
        ("12,00\u00a0€", "12"),
    ],
)
def test_a_price_has_blanks_of_every_width_and_its_currency(cell, amount):
    assert cells.price(cell, None) == Decimal(amount)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1,250", "import_doubtful_number"),
        ("1.250 €", "import_doubtful_number"),
        ("(5.00)", "import_no_price"),
        ("5.00-", "import_no_price"),
        ("\u22125", "import_no_price"),
        ("0,00", "import_no_price"),
        ("1e3", "import_bad_price"),
        ("½", "import_bad_price"),
        ("10%", "import_bad_price"),
        ("12 each", "import_bad_price"),
        ("2 for 5.00", "import_bad_price"),
        ("0,125", "import_price_not_exact"),
        ("#N/A", "import_sheet_error"),
        ("#####", "import_sheet_error"),
    ],
)
def test_what_is_no_certain_price_says_why(cell, code):
    with pytest.raises(BadCellError) as error:
        cells.price(cell, None)

    assert error.value.code == code


@pytest.mark.parametrize(
    ("cell", "mark", "count"),
    [("1.000", ",", 1000), ("1.000", ".", 1), ("1,000", ".", 1000), ("1 000", None, 1000),
     ("12,0", None, 12), ("12.00", None, 12), ("(3)", None, 0), ("3-", None, 0), ("", None, None)],
)  # fmt: skip
def test_pieces_are_read_by_the_mark_of_their_column(cell, mark, count):
    assert cells.pieces(cell, mark) == count


@pytest.mark.parametrize("cell", ["1.000", "2,500", "-1.000"])
def test_pieces_that_may_be_one_or_a_thousand_are_bad(cell):
    with pytest.raises(BadCellError) as error:
        cells.pieces(cell, None)

    assert error.value.code == "import_doubtful_number"


@pytest.mark.parametrize(
    ("cell", "currencies"),
    [("£2", "GBP"), ("2 €", "EUR"), ("USD 7", "USD"), ("US$7", "USD"),
     ("7 zł", "PLN"), ("Fr. 7", "CHF"),
     ("7", ""), ("free", "")],
)  # fmt: skip
def test_a_price_names_its_currency(cell, currencies):
    found = cells.currencies_of(cell)

    assert (currencies in found) if currencies else not found


def test_signs_that_several_currencies_share_may_be_any_of_them():
    assert {"USD", "CAD", "AUD"} <= cells.currencies_of("$5")
    assert {"SEK", "NOK", "DKK"} <= cells.currencies_of("5 kr")
    assert {"JPY", "CNY"} == cells.currencies_of("¥5")


@given(st.text(alphabet="0123456789.,' -()", max_size=14), st.sampled_from([None, ".", ","]))
def test_whatever_has_one_meaning_has_the_same_one_by_every_way(text, mark):
    try:
        value = numerals.read(text, mark)
    except numerals.DoubtError:
        assert mark is None
        return
    if mark is None and value is not None:
        assert value in {numerals.read(text, "."), numerals.read(text, ",")}
