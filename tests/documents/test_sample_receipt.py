"""The receipt that shows what a store's receipts look like adds up as the till's do."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from storedesk.documents import receipts
from storedesk.documents.sample_receipt import sample_receipt
from storedesk.domain.store import StoreSettings
from storedesk.domain.values.tax import TaxMode
from storedesk.ui.context import speech_of
from storedesk.ui.kit.base.format import Format

STORE = StoreSettings(name="Harbor & Vine", street="12 Wharf Street", tax_rate=Decimal("0.07"))
NOON = datetime.fromisoformat("2026-12-01T12:00")


def sampled(store):
    speech = speech_of(Format("en_US"))
    return sample_receipt(store, speech, NOON, register="Till 1", cashier="Ana"), speech


@pytest.mark.parametrize(
    ("mode", "tax", "total"),
    [(TaxMode.EXCLUSIVE, "1.47", "22.47"), (TaxMode.INCLUSIVE, "1.37", "21.00")],
)
def test_its_tax_is_added_or_contained(mode, tax, total):
    sold, _ = sampled(replace(STORE, tax_mode=mode))
    assert (sold.tax.amount, sold.total.amount) == (Decimal(tax), Decimal(total))
    assert sum(line.subtotal.amount for line in sold.lines) == sold.subtotal.amount


def test_a_currency_without_cents_has_none_and_small_coins_are_rounded_away():
    sold, _ = sampled(replace(STORE, currency="JPY"))
    assert sold.tax.amount == 147
    sold, _ = sampled(replace(STORE, cash_rounding=Decimal("0.05")))
    assert sold.payments[0].change.amount == Decimal("27.55")


def test_it_is_printed_as_any_other():
    html = receipts.html(*sampled(STORE))
    for words in ("Harbor &amp; Vine", "12 Wharf Street", "Total", "$22.47"):
        assert words in html
    assert "(not set)" not in html
