"""The written rule of tax is the same on both sides; rates are found where they hang."""

from dataclasses import astuple
from decimal import Decimal
from random import Random

import psycopg
import pytest

from storedesk.domain.values.money import WHOLE, decimals
from storedesk.domain.values.tax import TaxMode
from tests.taxes import Rate, totals

BASKETS = 3_000
RATES = [
    None,
    *(Rate(name, Decimal(rate)) for name in ("VAT", "Ärger", "vat") for rate in ("0", "0.07")),
    *(
        Rate("VAT", Decimal(rate))
        for rate in ("0.00001", "0.05", "0.0825", "0.19", "0.2", "0.99999")
    ),
]


def basket(chance):
    dear = chance.choice([100, 10_000, 10**7])
    return [
        (Decimal(chance.randrange(dear)).scaleb(-2), chance.choice(RATES))
        for _ in range(chance.randrange(12))
    ]


@pytest.mark.parametrize("mode", TaxMode)
@pytest.mark.parametrize("currency", ["EUR", "JPY"])
def test_both_sides_add_up_thousands_of_baskets_alike(built, mode, currency):
    chance = Random(f"{mode} {currency}")
    places = decimals(currency)
    with psycopg.connect(built.dsn(), autocommit=True) as connection:
        for _ in range(BASKETS):
            lines = basket(chance)
            if currency == "JPY":
                lines = [(amount * 100, rate) for amount, rate in lines]
            said = [
                [amount for amount, _ in lines],
                [rate and rate.name for _, rate in lines],
                [rate and rate.rate for _, rate in lines],
            ]
            ours = totals(lines, mode, places)
            told = connection.execute(
                "SELECT core.totals(%s::numeric[], %s::text[], %s::numeric[], %s, core.digits(%s))",
                [*said, mode, currency],
            ).fetchone()[0]

            assert [Decimal(told[key]) for key in ("subtotal", "tax", "total")] == [
                ours.subtotal,
                ours.tax,
                ours.total,
            ], said
            assert [
                (one["name"], *(Decimal(one[key]) for key in ("rate", "base", "tax")))
                for one in told["tax_lines"]
            ] == [astuple(one) for one in ours.tax_lines], said


def test_both_sides_know_the_same_decimals(store):
    for currency in (*WHOLE, "USD", "EUR", "CHF"):
        assert store.sql("SELECT core.digits(%s)", currency) == decimals(currency)


def test_more_than_a_column_holds_is_added_up_as_well(store):
    told = store.sql("SELECT core.totals('{99999999.99}', '{x}', '{0.1}', 'exclusive')")
    assert told["total"] == "109999999.99"


@pytest.fixture
def tax_class(store):
    def tax_class(name, *rates):
        made = store.sql("INSERT INTO storedesk.tax_classes (name) VALUES (%s) RETURNING id", name)
        for day, rate in rates:
            store.sql(
                "INSERT INTO storedesk.tax_rates VALUES (%s, %s, %s, %s)", made, day, name, rate
            )
        return made

    return tax_class


def test_the_newest_rate_by_the_day_holds(store, goods, tax_class):
    mug = goods("MUG")
    vat = tax_class("VAT", ("2020-01-01", "0.16"), ("2021-01-01", "0.19"))
    store.sql("INSERT INTO storedesk.product_tax VALUES (%s, %s)", mug, vat)
    rate = "SELECT rate FROM core.tax_of(%s, %s)"

    assert store.sql(rate, mug, "2020-12-31") == Decimal("0.16")
    assert store.sql(rate, mug, "2021-01-01") == Decimal("0.19")
    assert store.sql(rate, mug, "2019-12-31") is None


def test_a_products_own_class_goes_before_its_categories_and_the_nearest_of_these_first(
    store, goods, tax_class
):
    mug = goods("MUG")
    near = store.sql("SELECT category_id FROM products WHERE id = %s", mug)
    top = store.sql("INSERT INTO categories (name) VALUES ('Top') RETURNING id")
    store.sql("UPDATE categories SET parent_category_id = %s, depth = 2 WHERE id = %s", top, near)
    hang = "INSERT INTO storedesk.category_tax VALUES (%s, %s)"
    name = "SELECT name FROM core.tax_of(%s, '2026-01-01')"
    day = ("2000-01-01", "0.1")

    assert store.sql(name, mug) == "Tax"
    store.sql(hang, top, tax_class("of the top", day))
    assert store.sql(name, mug) == "of the top"
    store.sql(hang, near, tax_class("of the nearest", day))
    assert store.sql(name, mug) == "of the nearest"
    store.sql("INSERT INTO storedesk.product_tax VALUES (%s, %s)", mug, tax_class("its own", day))
    assert store.sql(name, mug) == "its own"


def test_a_day_is_a_day_of_the_stores_calendar(store):
    store.sql("UPDATE storedesk.store_settings SET time_zone = 'America/New_York'")

    assert str(store.sql("SELECT core.business_day('2027-01-01 03:00')")) == "2026-12-31"
