from decimal import Decimal

import pytest

from storedesk.domain.limits import proposed_refunds, usual_refunds
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store import StoreSettings, checked_rules


@pytest.mark.parametrize(
    ("currency", "once", "day"),
    [("USD", 50, 200), ("EUR", 50, 200), ("GBP", 50, 200), ("JPY", 5000, 20000)],
)
def test_what_is_usual_in_a_currency(currency, once, day):
    assert proposed_refunds(currency) == usual_refunds(currency) == (once, day)


def test_of_other_currencies_nothing_is_proposed():
    assert proposed_refunds("CHF") is None
    assert usual_refunds("CHF") == (50, 200)
    assert usual_refunds("KRW") == (5000, 20000)


@pytest.mark.parametrize("currency", ["USD", "CHF", "JPY", "KRW", "CLP", "SEK"])
def test_the_database_thinks_the_same_is_usual(store, currency):
    words = "SELECT core.usual_limit(%s, %s)"
    kinds = ("refund_amount", "refund_day_amount")
    assert tuple(store.sql(words, kind, currency) for kind in kinds) == usual_refunds(currency)


@pytest.mark.parametrize(
    ("limit", "currency", "code"),
    [("-0.01", "CHF", "bad_amount"), ("0.001", "CHF", "money_not_exact"),
     ("100.50", "JPY", "money_not_exact"), ("NaN", "CHF", "money_too_big"),
     ("100000000", "CHF", "money_too_big")],
)  # fmt: skip
def test_a_limit_is_an_amount_of_the_currency(limit, currency, code):
    for field in ("refund_limit", "refund_day_limit"):
        with pytest.raises(Refused) as refusal:
            checked_rules(StoreSettings(currency=currency, **{field: Decimal(limit)}))
        assert refusal.value.code == code
    checked_rules(StoreSettings(refund_limit=Decimal("0.00"), refund_day_limit=Decimal("0.01")))
