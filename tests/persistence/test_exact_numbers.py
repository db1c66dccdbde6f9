"""Numbers that money is reckoned from: kept as they are, or refused, by whatever road they come."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import select

from storedesk import forms
from storedesk.domain.product_forms import VariantForm
from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.engine.database import Database
from storedesk.persistence.rows import (
    CategoryRow,
    ProductRow,
    StoreSettingsRow,
    TaxRateRow,
    VariantRow,
)

SETTINGS = "UPDATE storedesk.store_settings SET {} = %s"


@pytest.fixture
def editing(store):
    databases = []

    def editing(person):
        databases.append(Database(store.dsn(person), pool_size=1))
        return databases[-1].editing()

    yield editing
    for database in databases:
        database.close()


@pytest.mark.parametrize("value", ["0.004", "-0.004", "0.005", "1.001", "NaN", "Infinity"])
def test_a_variants_price_is_not_rounded_in_silence(editing, add_product, store, value):
    mug = add_product("Mug")
    variant = VariantRow(id=uuid4(), product_id=mug, sku="MUG-1")
    variant.price_adjustment_amount = Decimal(value)
    with pytest.raises(Refused) as refusal, editing("cyd") as session:
        session.add(variant)

    assert refusal.value.code == "money_not_exact"
    assert store.sql("SELECT count(*) FROM product_variants") == 0


def test_what_has_nothing_behind_the_cents_is_kept(editing, add_product, store):
    mug = add_product("Mug")
    with editing("cyd") as session:
        for at, value in enumerate(("0.500", "-1E+0", "0")):
            row = VariantRow(product_id=mug, sku=f"M-{at}", size=str(at))
            row.price_adjustment_amount = Decimal(value)
            session.add(row)
        product = session.scalars(select(ProductRow)).one()
        product.price_amount = Decimal("3.10")
        found = select(ProductRow.id).where(ProductRow.price_amount < Decimal("3.1001"))
        session.flush()
        assert session.scalars(found).all() == [mug]

    kept = "SELECT price_adjustment_amount::text FROM product_variants ORDER BY sku"
    assert store.rows(kept) == [("0.50",), ("-1.00",), ("0.00",)]


@pytest.mark.parametrize(
    ("person", "row", "field", "value"),
    [
        ("cyd", ProductRow, "price_amount", "2.505"),
        ("cyd", TaxRateRow, "rate", "0.000004"),
        ("dee", StoreSettingsRow, "largest_note_amount", "99.999"),
        ("dee", StoreSettingsRow, "cash_rounding", "0.009"),
        ("dee", StoreSettingsRow, "count_tolerance_amount", "0.001"),
    ],
)
def test_no_number_that_money_comes_from_is(editing, add_product, person, row, field, value):
    add_product("Mug")
    with pytest.raises(Refused) as refusal, editing(person) as session:
        setattr(session.scalars(select(row)).first(), field, Decimal(value))
    assert refusal.value.code == "money_not_exact"


def test_a_products_form_is_held_to_it(editing, add_product, store):
    mug = add_product("Mug")
    with editing("cyd") as session:
        base = forms.products.product_form(session, mug)
    small = VariantForm(id=uuid4(), sku="MUG-S", size="S", color=None, difference=Decimal("0.004"))
    for form in (replace(base, price=Decimal("2.505")), replace(base, variants=(small,))):
        with pytest.raises(Refused) as refusal, editing("cyd") as session:
            forms.products.save_product(session, base, form)
        assert refusal.value.code == "money_not_exact"
    assert store.sql("SELECT price_amount::text FROM products") == "2.50"


def test_rows_that_come_in_bulk_are_held_to_it_too(editing):
    with editing("cyd") as session:
        category = CategoryRow(name="Things")
        session.add(category)
        session.flush()
        prices = ("1.00", "2.005")
        rows = [
            {"name": f"Mug {price}", "price_amount": Decimal(price), "category_id": category.id}
            for price in prices
        ]
        with pytest.raises(Exception, match=r"2\.005"):
            session.execute(ProductRow.__table__.insert(), rows)


@pytest.mark.parametrize("value", ["NaN", "-1", "0", "-0.01"])
def test_the_largest_note_is_one(store, value):
    with pytest.raises(psycopg.Error, match=r"chk_(store_note|every|settings)_amount"):
        store.sql(SETTINGS.format("largest_note_amount"), value, login="dee")
    store.sql(SETTINGS.format("largest_note_amount"), "0.01", login="dee")


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("cash_rounding", ["0", "-0.05", "NaN", "0.02", "5"]),
        ("count_tolerance_amount", ["-0.01", "NaN"]),
        ("shift_tolerance_amount", ["-0.01", "NaN"]),
    ],
)
def test_what_money_is_rounded_and_judged_by_is_a_number(store, field, values):
    for value in values:
        with pytest.raises(psycopg.Error):
            store.sql(SETTINGS.format(field), value, login="dee")
