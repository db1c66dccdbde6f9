from decimal import Decimal

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.numbers import parse_amount, parse_quantity


def refused(parse, *arguments, **manner):
    with pytest.raises(Refused) as refusal:
        parse(*arguments, **manner)
    return refusal.value.code


@pytest.mark.parametrize(
    ("typed", "locale", "amount"),
    [
        ("1.50", "en_US", "1.50"),
        ("1,50", "de_DE", "1.50"),
        ("1.234,50", "de_DE", "1234.50"),
        ("1,234.50", "en_US", "1234.50"),
        ("1 234,50", "fr_FR", "1234.50"),
        ("1\u202f234,50", "fr_FR", "1234.50"),
        (" 7 ", "en_US", "7"),
        ("99999999.99", "en_US", "99999999.99"),
        ("1.234.567", "de_DE", "1234567"),
    ],
)
def test_amounts_are_read_as_the_language_writes_them(typed, locale, amount):
    assert parse_amount(typed, locale=locale) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    ["NaN", "sNaN", "Infinity", "1E+5", "1_000", "0x10", "\uff11\uff12\uff13", "١٢", "²", "-1",
     "1.2.3", "--5", "", ".", "1..5", "$5", "12,34", "1,2345.00"],
)  # fmt: skip
def test_what_python_would_take_for_a_number_is_refused(typed):
    assert refused(parse_amount, typed, locale="en_US") == "amount_unreadable"


def test_what_could_be_thousands_is_asked_about():
    assert refused(parse_amount, "1.234", locale="de_DE") == "amount_ambiguous"
    assert refused(parse_amount, "1,234", locale="en_US") == "amount_ambiguous"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("0.004", "amount_decimals"), ("0.005", "amount_decimals"), ("0.00", "amount_small"),
     ("100000000", "amount_large"), ("9" * 5000, "amount_large")],
)  # fmt: skip
def test_amounts_out_of_bounds_say_which(typed, code):
    assert refused(parse_amount, typed, locale="en_US") == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "quantity_unreadable"), ("1.5", "quantity_unreadable"), ("-5", "quantity_unreadable"),
     ("²", "quantity_unreadable"), ("0", "quantity_bounds"), ("100000", "quantity_bounds"),
     ("2147483648", "quantity_bounds"), ("9" * 5000, "quantity_bounds"),
     ("5901234123457", "quantity_is_code")],
)  # fmt: skip
def test_quantities_are_small_whole_numbers(typed, code):
    assert refused(parse_quantity, typed) == code


def test_taking_away_is_allowed_where_it_means_something():
    for typed in ("-5", "\N{MINUS SIGN}5", " -5 "):
        assert parse_quantity(typed, smallest=-9_999) == -5
    assert parse_quantity("+12", smallest=-9_999) == 12


@pytest.mark.parametrize("typed", ["+", "-", "+-5", "--5", "++5", "5-", "- 5"])
def test_a_sign_stands_once_and_before_the_number(typed):
    assert refused(parse_quantity, typed, smallest=-9_999) == "quantity_unreadable"
