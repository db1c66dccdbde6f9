from decimal import Decimal

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.money import LARGEST, Money, decimals, rounded, to_cents


@pytest.mark.parametrize(
    ("amount", "cents"),
    [("0.125", "0.13"), ("2.675", "2.68"), ("2.665", "2.67"), ("-0.005", "-0.01"), ("1", "1.00")],
)
def test_halves_go_away_from_nought(amount, cents):
    assert str(to_cents(Decimal(amount))) == cents


def test_yen_have_no_smaller_unit():
    assert (decimals("JPY"), decimals("EUR")) == (0, 2)
    assert rounded(Decimal("100.5"), decimals("JPY")) == 101


def test_money_of_one_currency_adds_up():
    assert Money.of("1.20", "EUR") + Money.of("0.80", "EUR") == Money.of(2, "EUR")
    assert Money.of("9.67", "EUR") * 3 - Money.of("0.01", "EUR") == Money.of(29, "EUR")
    assert not Money.of(0, "EUR")


def test_money_of_two_currencies_does_not():
    with pytest.raises(Refused, check=lambda refusal: refusal.code == "two_currencies"):
        Money.of(1, "EUR") + Money.of(1, "USD")


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("0.005", "money_not_exact"),
        ("NaN", "money_too_big"),
        ("Infinity", "money_too_big"),
    ],
)
def test_what_the_books_could_not_keep_is_no_money(amount, code):
    with pytest.raises(Refused, check=lambda refusal: refusal.code == code):
        Money(Decimal(amount), "EUR")


def test_sums_may_be_larger_than_what_is_kept():
    assert Money.of(LARGEST, "EUR") * 3 == Money(Decimal("299999999.97"), "EUR")


def test_what_was_paid_is_negative_where_it_is_refunded():
    assert -Money.of("1.20", "EUR") == Money.of("-1.20", "EUR")
    assert -Money.of(0, "EUR") == Money.of(0, "EUR")
