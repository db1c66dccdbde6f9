from decimal import Decimal

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store import StoreSettings, checked_rules
from storedesk.domain.values.money import Money


@pytest.mark.parametrize(
    ("coin", "total", "paid"),
    [("0.01", "9.98", "9.98"), ("0.05", "9.98", "10"), ("0.05", "9.97", "9.95")],
)
def test_cash_is_rounded_to_the_smallest_coin(coin, total, paid):
    settings = StoreSettings(currency="CHF", cash_rounding=Decimal(coin))
    assert settings.in_cash(Money.of(total, "CHF")) == Money.of(paid, "CHF")


@pytest.mark.parametrize(
    ("options", "code"),
    [({"currency": "usd"}, "unknown_currency"), ({"currency": "EURO"}, "unknown_currency"),
     ({"currency": "KWD"}, "currency_thousandths"),
     ({"time_zone": "Mars/Olympus"}, "unknown_time_zone"),
     ({"time_zone": "../etc/passwd"}, "unknown_time_zone"),
     ({"time_zone": ""}, "unknown_time_zone")],
)  # fmt: skip
def test_a_store_has_a_currency_and_a_time_zone_that_there_are(options, code):
    with pytest.raises(Refused) as refusal:
        checked_rules(StoreSettings(**options))
    assert refusal.value.code == code
