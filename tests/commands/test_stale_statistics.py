"""A batch of an import reads what it needs, even where statistics call the store empty.

So they do after much was deleted and filled in again: until the next ANALYZE the planner takes a
whole index for as cheap as one entry of it, and tills wait for what is held meanwhile.
"""

from uuid import uuid4

import pytest

pytestmark = pytest.mark.usefixtures("invariants")

GOODS, BATCH = 2_000, 500
LEAST, SEEN, COUNTED = 100, 0, 9
"""The reorder point makes each of them low, before and after."""
FILL = """
    WITH made AS (
        INSERT INTO products (name, price_amount, price_currency, category_id, status)
        SELECT 'Cup ' || n, 2, price_currency, category_id, 'active'
        FROM products, generate_series(2, %s) AS n RETURNING id
    ) SELECT count(*) FROM made
"""
LOW = "UPDATE inventory SET low_stock_threshold = %s"
TABLES = (
    "relkind IN ('r', 'i') AND relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)"
)
CALLED_EMPTY = f"UPDATE pg_class SET relpages = 60, reltuples = 0 WHERE {TABLES}"
READ = f"SELECT sum(pg_stat_get_xact_tuples_returned(oid))::int FROM pg_class WHERE {TABLES}"
BEGIN = "SELECT api.begin_stock_import(%s, 'f', %s, %s, %s, 'counted')"
SET = "SELECT api.set_imported_stock(%s, %s, %s)"


def test_a_batch_reads_no_more_than_its_own_rows(store, add_product):
    add_product("Cup 1", on_hand=0)
    store.sql(FILL, GOODS)
    store.sql(LOW, LEAST)
    store.sql(CALLED_EMPTY)
    store.let_go()  # nobody has a plan from before
    products = [row for (row,) in store.rows("SELECT id FROM products")]
    levels = [SEEN] * GOODS, [COUNTED] * GOODS

    with store.line("cyd") as line:
        begun = line.execute(BEGIN, [uuid4(), products, *levels]).fetchone()["import_id"]
        with line.transaction():
            before = line.execute(READ).fetchone()
            done = line.execute(SET, [uuid4(), begun, BATCH]).fetchone()
            read = line.execute(READ).fetchone() - before

    assert done == {"set": BATCH, "waiting": GOODS - BATCH}
    assert read < 60 * BATCH
