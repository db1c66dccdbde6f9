"""The rules of the store's settings."""

import pytest
from psycopg.errors import InsufficientPrivilege

from storedesk.domain.values.money import THOUSANDTHS

SET = "UPDATE storedesk.store_settings SET {}"


@pytest.mark.parametrize("login", ["ada", "bob", "cyd", "eve", "wes", "max"])
def test_only_an_admin_changes_the_settings(store, login):
    with pytest.raises(InsufficientPrivilege):
        store.sql(SET.format("name = 'X'"), login=login)


def test_a_change_is_counted_and_noted(store):
    store.sql(SET.format("name = 'The New Shop', version = 40"), login="dee")

    assert store.sql("SELECT version FROM storedesk.store_settings") == 2
    assert store.rows(
        "SELECT login, old, new FROM storedesk.audit_event WHERE action = 'change'"
    ) == [(store.login("dee"), {"name": "The Shop"}, {"name": "The New Shop"})]


@pytest.mark.parametrize(
    "change", ["currency = 'EUR'", "time_zone = 'Asia/Tokyo'", "tax_mode = 'inclusive'"]
)
def test_currency_time_zone_and_taxes_stay_once_there_is_an_order(store, refused, change):
    with store.connect() as line, line.transaction(force_rollback=True):
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(
            """
            INSERT INTO orders (order_number, customer_id, subtotal_amount, shipping_cost_amount,
                total_amount, shipping_street, shipping_city, shipping_state, shipping_postal_code,
                shipping_country, shipping_recipient_name, payment_type)
            SELECT 'ORD-2026-000001', id, 0, 0, 0, '-', '-', '', '-', 'US', '-', 'cash'
            FROM customers LIMIT 1
            """
        )
        line.execute("SET LOCAL session_replication_role = origin")
        with refused("fixed_by_orders"):
            line.execute(SET.format(change))


@pytest.mark.parametrize("currency", sorted(THOUSANDTHS))
def test_no_store_counts_in_thousandths(store, refused, currency):
    with refused("currency_thousandths"):
        store.sql(SET.format(f"currency = '{currency}'"), login="dee")


@pytest.mark.usefixtures("invariants")
def test_a_new_currency_is_that_of_all_prices(store, add_product):
    shirt = add_product("Shirt")
    store.sql("INSERT INTO product_variants (product_id, sku, size) VALUES (%s, 'S', 'S')", shirt)

    store.sql(SET.format("currency = 'EUR'"), login="dee")

    assert store.sql("SELECT price_currency FROM products") == "EUR"
    assert store.sql("SELECT price_adjustment_currency FROM product_variants") == "EUR"


def test_a_time_zone_has_to_be_one(store, refused):
    with refused("unknown_time_zone"):
        store.sql(SET.format("time_zone = 'Middle/Earth'"), login="dee")
    store.sql(SET.format("time_zone = 'Europe/Berlin'"), login="dee")


def test_the_settings_are_one_row_for_ever(store, refused):
    with refused("append_only"):
        store.sql("DELETE FROM storedesk.store_settings")


def test_a_rule_that_the_store_does_not_know_is_not_checked(store, refused):
    assert store.sql("SELECT api.check_rule('S01')", login="cyd") == []
    with refused("rule_not_found"):
        store.sql("SELECT api.check_rule('S00')", login="cyd")
