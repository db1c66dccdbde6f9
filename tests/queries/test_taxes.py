"""Rates hold from their day on; what a rate makes of a price is what the database makes of it."""

from datetime import date
from decimal import Decimal
from random import Random
from uuid import uuid4

import psycopg
import pytest

from storedesk.domain.taxes import TaxClassLine, TaxRate, tax_in
from storedesk.domain.values.tax import TaxMode

OLD, NOW, LATER = (
    TaxRate(date(year, 1, 1), "VAT", Decimal(rate))
    for year, rate in ((2000, "0.16"), (2026, "0.19"), (2027, "0.2"))
)
LINE = TaxClassLine(
    uuid4(), "Standard", is_default=True, rates=(OLD, NOW, LATER), categories=(), products=0
)


def test_a_rate_holds_from_its_day_on():
    assert LINE.on(date(2025, 12, 31)) == OLD
    assert LINE.on(date(2026, 1, 1)) == NOW
    assert LINE.on(date(1999, 1, 1)) is None
    assert LINE.after(date(2026, 1, 1)) == LATER
    assert LINE.after(date(2027, 1, 1)) is None


@pytest.mark.parametrize("mode", TaxMode)
def test_the_preview_rounds_as_the_database_does(built, mode):
    chance = Random(mode)
    with psycopg.connect(built.dsn(), autocommit=True) as connection:
        for _ in range(300):
            price = Decimal(chance.randrange(10**6)).scaleb(-2)
            rate = Decimal(chance.randrange(100_000)).scaleb(-5)
            digits = chance.choice((0, 2))
            told = connection.execute(
                "SELECT core.tax_in(%s, %s, %s, %s)", [price, rate, mode, digits]
            ).fetchone()[0]
            assert tax_in(price, rate, mode, digits) == told
