"""Insert the rows that every store needs."""

from typing import Any

import psycopg

from storedesk.domain.staff import Limit
from storedesk.domain.store import StoreSettings


def open_store(raw: psycopg.Connection[Any], settings: StoreSettings) -> None:
    """Write the rows without which a store is none."""
    raw.execute(
        """
        INSERT INTO storedesk.staff (login, display_name, kind)
        VALUES (%s, 'StoreDesk', 'service')
        """,
        [f"{raw.info.dbname}_system"],
    )
    raw.execute("INSERT INTO storedesk.registers (code, name) VALUES ('T1', 'Till 1')")
    raw.execute(
        """
        WITH class AS (
            INSERT INTO storedesk.tax_classes (name, is_default) VALUES ('Standard', true)
            RETURNING id
        )
        INSERT INTO storedesk.tax_rates (tax_class_id, valid_from, name, rate)
        SELECT id, '2000-01-01', %s, %s FROM class
        """,
        [settings.tax_name, settings.tax_rate],
    )
    _settle(raw, settings)


def _settle(raw: psycopg.Connection[Any], settings: StoreSettings) -> None:
    """Write the settings, and the customer who is nobody in particular."""
    raw.execute(
        """
        WITH walk_in AS (
            INSERT INTO public.customers (email, password_hash, first_name, last_name)
            VALUES ('walk-in@storedesk.invalid', '!', 'Walk-in', 'customer') RETURNING id
        )
        INSERT INTO storedesk.store_settings (
            walk_in_customer_id, name, store_street, store_city, store_state, store_postal_code,
            store_country, currency, time_zone, tax_mode, language, phone, tax_id, is_demo,
            first_tender, largest_note_amount, cash_rounding)
        SELECT id, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s FROM walk_in
        """,
        [
            settings.name, settings.street, settings.city, settings.state, settings.postal_code,
            settings.country, settings.currency, settings.time_zone, settings.tax_mode,
            settings.language, settings.phone, settings.tax_id, settings.is_demo,
            settings.first_tender, settings.largest_note, settings.cash_rounding],
    )  # fmt: skip
    words = "UPDATE storedesk.limits SET value = coalesce(%s, value) WHERE kind = %s"
    raw.execute(words, [settings.refund_limit, Limit.REFUND])
    raw.execute(words, [settings.refund_day_limit, Limit.REFUND_DAY])
