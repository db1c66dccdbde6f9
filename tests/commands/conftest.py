import time

import psycopg
import pytest

NOW = "CREATE OR REPLACE FUNCTION core.now() RETURNS timestamp LANGUAGE sql VOLATILE RETURN {}"


@pytest.fixture
def at(store):
    """Set the clock that commands read; instants are in UTC."""

    def at(instant):
        store.sql(NOW.format(f"timestamp '{instant}'") + "; SELECT 1")

    yield at
    store.sql(NOW.format("clock_timestamp() AT TIME ZONE 'UTC'") + "; SELECT 1")


@pytest.fixture
def refused():
    """Expect the database to say no, with this code."""

    def refused(code):
        return pytest.raises(psycopg.Error, check=lambda error: error.diag.message_primary == code)

    return refused


@pytest.fixture
def until_someone_waits(store):
    """Wait until a statement in this store waits for another one."""
    waiting = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
    """

    def until_someone_waits():
        patience = time.monotonic() + 30
        while not store.sql(waiting):
            assert time.monotonic() < patience, "nobody waits"
            time.sleep(0.01)

    return until_someone_waits


@pytest.fixture
def manager(store):
    """Run a statement as Cyd, who is a manager."""
    return lambda statement, *parameters: store.sql(statement, *parameters, login="cyd")


@pytest.fixture
def add_category(manager):
    def add(name, parent=None):
        return manager(
            "INSERT INTO categories (name, parent_category_id) VALUES (%s, %s) RETURNING id",
            name,
            parent,
        )

    return add


@pytest.fixture
def add_variant(manager):
    def add(product, sku, size=None, color="Red", adjustment="0"):
        return manager(
            "INSERT INTO product_variants (product_id, sku, size, color, price_adjustment_amount) "
            "VALUES (%s, %s, %s, %s, %s) RETURNING id",
            product,
            sku,
            size,
            color,
            adjustment,
        )

    return add


@pytest.fixture
def add_code(manager):
    def add(code, product, variant=None):
        return manager(
            "INSERT INTO storedesk.product_barcodes (barcode, product_id, variant_id) "
            "VALUES (%s, %s, %s)",
            code,
            product,
            variant,
        )

    return add
