"""Reading survives a row that no table would take: the list is shown, and the log has a line."""

import asyncio
import logging
from datetime import UTC, date, datetime
from decimal import Decimal

import psycopg
import pytest

from storedesk import queries
from storedesk.persistence.engine.database import Database
from storedesk.persistence.rows.instants import FIRST, LAST, instant
from storedesk.services.desk import Desk

VALUES = [
    ("timestamp 'infinity'", LAST),
    ("timestamp '-infinity'", FIRST),
    ("timestamp '20000-01-01'", LAST),
    ("timestamp '0044-03-15 BC'", FIRST),
    ("timestamp '2096-02-29 12:30:15.25'", datetime(2096, 2, 29, 12, 30, 15, 250000)),  # noqa: DTZ001
    ("date 'infinity'", date(2199, 12, 31)),
    ("date '0044-03-15 BC'", date(1900, 1, 1)),
    ("date '2026-11-29'", date(2026, 11, 29)),
    ("numeric 'NaN'", Decimal(0)),
    ("numeric 'Infinity'", Decimal(0)),
    ("12.50::numeric", Decimal("12.50")),
    ("NULL::timestamp", None),
]


@pytest.mark.parametrize("binary", [False, True])
@pytest.mark.parametrize(("words", "value"), VALUES)
def test_a_value_is_read_as_the_nearest_that_can_be_shown(words, value, binary, built):
    with psycopg.connect(built.dsn()) as line:
        assert line.execute(f"SELECT {words}", binary=binary).fetchone() == (value,)


def test_an_instant_with_a_zone_keeps_it(built):
    with psycopg.connect(built.dsn()) as line:
        told = line.execute("SELECT timestamptz '2026-11-29 12:00+00', timestamptz 'infinity'")
        known, far = told.fetchone()
    assert known == datetime(2026, 11, 29, 12, tzinfo=UTC)
    assert far.year in {2199, 2200}


@pytest.mark.parametrize("told", ["infinity", "-infinity", "20000-01-01T00:00:00"])
def test_an_instant_of_a_document_is_read_so_too(told, caplog):
    with caplog.at_level(logging.WARNING):
        assert instant(told) == (FIRST if told.startswith("-") else LAST)
    assert told in caplog.text


CHECKS = """
    SELECT k.conrelid::regclass::text, k.conname, pg_get_constraintdef(k.oid)
    FROM pg_constraint AS k WHERE k.contype = 'c' AND k.conname ~ 'instant'
"""
SPOIL = """
    UPDATE products SET updated_at = 'infinity' WHERE name = 'Mug';
    UPDATE inventory SET updated_at = '20000-01-01';
    UPDATE customers SET created_at = '-infinity' WHERE first_name = 'Ann';
    INSERT INTO storedesk.customer_details (customer_id, marketing_consent_at)
    SELECT id, 'infinity' FROM customers WHERE first_name = 'Ann'
"""


@pytest.fixture
def spoiled(store, add_product, customer):
    """Put in what the checks would refuse, as one could who took them away; give them back."""
    add_product("Mug"), add_product("Bowl")
    who = customer()
    checks = store.rows(CHECKS)
    with store.connect() as line:
        for place, name, _ in checks:
            line.execute(f"ALTER TABLE {place} DROP CONSTRAINT {name}")
        line.execute("SET session_replication_role = replica")
        for words in SPOIL.split(";"):
            line.execute(words)
        yield who
        store.clean()
        for place, name, rule in checks:
            line.execute(f"ALTER TABLE {place} ADD CONSTRAINT {name} {rule}")


def test_lists_and_cards_are_read_with_a_bad_row_among_them(spoiled, store):
    desk = Desk(Database(store.dsn("cyd")))

    def read(question, *given, **more):
        return asyncio.run(desk.read(question, *given, **more))

    assert len(read(queries.catalog_lists.first_products, sort="updated")) == 2
    assert {line.updated_at for line in read(queries.stock_lists.first_stock)} == {LAST}
    assert len(read(queries.customer_lists.first_customers)) == 1
    card = read(queries.customer_details.customer, spoiled)
    assert card.since == FIRST
    desk.close()
