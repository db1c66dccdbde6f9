"""What cells mean."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents import cells
from storedesk.documents.cells import BadCellError
from storedesk.documents.numerals import DoubtError
from storedesk.documents.plain_text import from_html


@pytest.mark.parametrize(
    ("cell", "mark", "amount"),
    [
        ("2.55", ".", "2.55"),
        ("2,55", ",", "2.55"),
        ("£2.55", ".", "2.55"),
        ("2,55 €", ",", "2.55"),
        ("1,234.50", ".", "1234.50"),
        ("1.234,50", ",", "1234.50"),
        ("1'234.50", ".", "1234.50"),
        ("USD 7", ".", "7.00"),
        ("42.500", ".", "42.50"),
        ("0.01", ".", "0.01"),
        ("99999999.99", ".", "99999999.99"),
    ],
)
def test_a_price_is_read_as_it_is_written(cell, mark, amount):
    assert cells.price(cell, mark) == Decimal(amount)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("", "import_missing"),
        ("0", "import_no_price"),
        ("0.0", "import_no_price"),
        ("-1.50", "import_no_price"),
        ("2.555", "import_price_not_exact"),
        ("free", "import_bad_price"),
        ("1e5", "import_bad_price"),
        ("NaN", "import_bad_price"),
        ("1,23,4", "import_bad_price"),
        ("1.2.3", "import_bad_price"),
        ("100000000", "import_too_dear"),
        ("9" * 500, "import_bad_price"),
        ("٣", "import_bad_price"),
    ],
)
def test_what_is_no_price_says_why(cell, code):
    with pytest.raises(BadCellError) as error:
        cells.price(cell)

    assert error.value.code == code


def test_a_line_is_composed_trimmed_and_free_of_what_nobody_sees():
    assert cells.line(" Cafe\u0301\u00a0\u200b  noir\ufeff ", most=50) == "Café noir"


@pytest.mark.parametrize("cell", ["a\x00b", "a\x07b", "half \ufffd letter"])
def test_control_characters_are_bad(cell):
    with pytest.raises(BadCellError):
        cells.line(cell, most=50)


def test_dates_of_a_column_are_read_in_one_way():
    american = cells.instants(["12/1/2010 8:26", "12/13/2010 9:00"])
    european = cells.instants(["1/12/2010 8:26", "13/12/2010 9:00"])

    assert [at.month for at in american.values()] == [12, 12]
    assert [at.month for at in european.values()] == [12, 12]
    assert cells.instants(["2010-12-01 08:26:00"])["2010-12-01 08:26:00"].day == 1
    assert cells.instants(["soon"]) == {"soon": None}


@pytest.mark.parametrize(("cell", "count"), [("12", 12), ("", None), ("-3", 0), ("5.0", 5)])
def test_pieces_are_counted_and_never_below_nought(cell, count):
    assert cells.pieces(cell) == count


def test_html_becomes_plain_text():
    markup = (
        "<p>Soft &amp; warm<br>wool</p><ul><li>red</li><li>blue</li></ul><script>alert(1)</script>"
    )

    assert from_html(markup) == "Soft & warm\nwool\n\n- red\n- blue"
    assert from_html("5 < 6 & no markup") == "5 < 6 & no markup"


@given(st.text(max_size=60), st.sampled_from(".,"))
def test_any_cell_is_a_price_or_says_why(cell, mark):
    try:
        amount = cells.price(cell, mark)
    except BadCellError:
        return
    assert amount >= Decimal("0.01")


@given(st.text(max_size=200))
def test_any_markup_is_read(markup):
    assert isinstance(from_html(markup), str)


def test_dates_that_may_begin_with_the_day_or_the_month_are_read_only_where_that_is_said():
    column = ["1/2/2026", "2/1/2026"]

    with pytest.raises(DoubtError):
        cells.instants(column)
    assert [at.month for at in cells.instants(column, "month").values()] == [1, 2]
    assert [at.month for at in cells.instants(column, "day").values()] == [2, 1]


def test_dates_of_which_the_order_is_the_same_either_way_are_in_no_doubt():
    assert cells.instants(["1/1/2026 8:00", "1/1/2026 9:30"])["1/1/2026 8:00"].hour == 8
    assert all(cells.instants(["3/4/2026"]).values())


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        (" Cafe\u0301\u00a0\u200b  noir\ufeff ", "Café noir"),
        ("\u202eMug\u202c", "Mug"),
        ("Mug\u2066 \u2069red", "Mug red"),
        ("M\U000e0041ug", "Mug"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f pie", None),
    ],
)
def test_words_are_kept_without_what_nobody_sees(cell, kept):
    assert cells.words(cell, most=50) == (kept or cell)


@pytest.mark.parametrize(
    ("cell", "code"),
    [("Mug 4111 1111 1111 1111", "card_number"), ("M" + "\u0301" * 9, "text_marks"),
     ("a\x07b", "import_bad_text"), ("x" * 51, "import_too_long"), ("\u200b", "import_missing")],
)  # fmt: skip
def test_words_keep_the_rule_of_what_people_may_type(cell, code):
    with pytest.raises(BadCellError) as error:
        cells.words(cell, most=50, least=1)
    assert error.value.code == code


def test_a_text_keeps_the_rule_as_well():
    with pytest.raises(BadCellError) as error:
        cells.text("Paid by\n4111 1111 1111 1111")
    assert error.value.code == "card_number"


def test_what_is_kept_of_foreign_columns_is_what_a_text_may_hold():
    assert cells.foreign("\x1b[2J\u202eShelf\x00 7\ufeff") == "[2JShelf 7"
