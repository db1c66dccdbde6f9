"""Rules that stand in both languages: one table of examples, asked of each of them."""

import tomllib
from decimal import Decimal
from pathlib import Path

import psycopg
import pytest

from storedesk.domain.carriers import is_tracking
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.cash import to_coin
from storedesk.domain.values.money import LARGEST, Money, check_amount, decimals

FILE = Path(__file__).parents[1] / "data/rules.toml"
TABLE = tomllib.loads(FILE.read_text(encoding="utf-8"))


def refusal(built, words, *parameters):
    """Return the code by which the database refuses; None where it does not."""
    try:
        built.sql(words, *parameters)
    except psycopg.Error as error:
        return error.diag.message_primary
    return None


def refused_by_python(amount):
    """Return the code by which Python refuses to keep some dollars; None where it does not."""
    try:
        check_amount(Decimal(amount))
        Money(Decimal(amount), "USD")
    except Refused as refused:
        return refused.code
    return None


@pytest.mark.parametrize("one", TABLE["tracking"], ids=lambda one: ascii(one["raw"][:20]))
def test_a_tracking_number_is_one_for_both(built, one):
    assert is_tracking(one["raw"]) is one["good"]
    code = refusal(built, "SELECT core.clean_tracking(%s)", one["raw"])
    assert code == (None if one["good"] else "bad_tracking")


@pytest.mark.parametrize("one", TABLE["amount"], ids=lambda one: one["raw"])
def test_an_amount_is_one_for_both(built, one):
    assert refused_by_python(one["raw"]) == one.get("refused")
    words = "SELECT core.exact(%s::numeric, 'USD')"
    assert refusal(built, words, one["raw"]) == one.get("refused")


def test_the_largest_amount_is_the_same_for_both(built):
    assert built.sql("SELECT core.largest_amount()") == LARGEST


@pytest.mark.parametrize("one", TABLE["currency"], ids=lambda one: one["code"])
def test_a_currency_has_as_many_decimals_for_both(built, one):
    assert decimals(one["code"]) == one["decimals"]
    assert built.sql("SELECT core.digits(%s)", one["code"]) == one["decimals"]


@pytest.mark.parametrize("one", TABLE["cash"], ids=lambda one: f"{one['amount']} {one['coin']}")
def test_cash_is_rounded_to_the_same_coin_by_both(built, one):
    amount, coin, paid = Decimal(one["amount"]), Decimal(one["coin"]), Decimal(one["paid"])
    assert to_coin(amount, coin) == paid
    assert built.sql("SELECT core.round_cash(%s::numeric, %s::numeric)", amount, coin) == paid
