"""The table of what is low: kept whoever writes, and told of where what it has changes."""

import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from psycopg.errors import SerializationFailure

pytestmark = pytest.mark.usefixtures("invariants")

ADJUST = "SELECT api.adjust_stock(%s, %s, NULL, %s, 'other')"
REORDER_AT = "SELECT api.set_threshold(%s, %s, %s)"
RENAME = "UPDATE products SET name = %s WHERE id = %s"
KEPT = "SELECT name, available, share, on_sale, was_stocked FROM storedesk.low_stock ORDER BY name"


@pytest.fixture
def kept(store):
    """Return what is low, as it is kept."""
    return lambda: store.rows(KEPT)


@pytest.fixture
def adjust(store):
    return lambda product, by: store.sql(ADJUST, uuid4(), product, by, login="ada")


def test_what_sinks_to_its_reorder_point_is_low_and_what_rises_is_not(
    store, kept, adjust, add_product
):
    mug = add_product("Mug", on_hand=11)
    assert kept() == []

    adjust(mug, -1)
    assert kept() == [("Mug", 10, 1.0, True, True)]
    adjust(mug, -5)
    assert kept() == [("Mug", 5, 0.5, True, True)]
    store.sql(REORDER_AT, uuid4(), mug, 4, login="ada")
    assert kept() == []
    store.sql(REORDER_AT, uuid4(), mug, 0, login="ada")
    adjust(mug, -5)
    assert kept() == [("Mug", 0, 0.0, True, True)]
    adjust(mug, 1)
    assert kept() == []


def test_what_is_promised_is_not_available(kept, add_product, promise):
    mug = add_product("Mug", on_hand=12)
    promise(mug, 3)
    assert kept() == [("Mug", 9, 0.9, True, True)]


def test_it_follows_a_products_name_and_state(kept, manager, add_product):
    mug = add_product("Mug", on_hand=3, status="draft")
    assert kept() == [("Mug", 3, 0.3, False, True)]
    manager(RENAME, "Cup", mug)
    manager("UPDATE products SET status = 'active' WHERE id = %s", mug)
    assert kept() == [("Cup", 3, 0.3, True, True)]
    manager("SELECT api.delete_product(%s, %s)", uuid4(), mug)
    assert kept() == []
    manager("SELECT api.restore_product(%s, %s)", uuid4(), mug)
    assert kept() == [("Cup", 3, 0.3, False, True)]


def test_it_follows_what_many_statements_of_one_transaction_change(store, kept, add_product):
    names = [f"Mug {n}" for n in range(4)]
    made = [add_product(name, on_hand=2) for name in names]
    with store.connect("cyd") as connection, connection.transaction():
        for product, name in zip(made, names, strict=True):
            connection.execute(RENAME, [f"New {name}", product])
        connection.execute("UPDATE products SET name = name || '!'")
        with connection.transaction(force_rollback=True):
            connection.execute("UPDATE products SET name = 'Never'")
    assert [row[0] for row in kept()] == [f"New {name}!" for name in names]
    assert store.sql("SELECT count(*) FROM core.changed_products") == 0


def test_new_products_are_low_until_they_are_stocked(store, kept, add_product):
    mug = add_product("Mug", on_hand=0)
    assert kept() == [("Mug", 0, 0.0, True, False)]
    store.sql(
        "SELECT api.import_opening_stock(%s, %s, %s, 'opening')", uuid4(), [mug], [7], login="cyd"
    )
    assert kept() == [("Mug", 7, 0.7, True, True)]


def test_it_is_kept_of_what_other_programs_write(store, kept, add_product):
    mug, cup = add_product("Mug", on_hand=0), add_product("Cup", on_hand=0)
    ledger = """
        INSERT INTO inventory_audit_log (
            product_id, previous_value, new_value, reason, operation_type
        ) VALUES (%s, %s, %s, 'web', 'set')
    """
    level = "UPDATE inventory SET stock_level = %s WHERE product_id = %s"
    with store.connect("wes") as connection, connection.transaction():
        for value in (20, 0):  # come and gone before the ledger says so
            connection.execute(level, [value, mug])
        connection.execute(ledger, [mug, 0, 20])
        connection.execute(ledger, [mug, 20, 0])
        connection.execute(level, [12, cup])
        connection.execute(ledger, [cup, 0, 12])
    assert kept() == [("Mug", 0, 0.0, True, True)]

    store.sql("UPDATE inventory SET low_stock_threshold = 12")
    assert [row[0] for row in kept()] == ["Cup", "Mug"]


def test_a_sale_that_leaves_enough_does_nothing_for_it(store, add_product):
    mug = add_product("Mug", on_hand=20)
    calls = """
        SELECT calls FROM pg_stat_xact_user_functions WHERE funcname = 'keep_changed_low_stock'
    """
    move = "SELECT core.move_stock(%s, NULL, 'adjust', %s, 'x', NULL, core.now())"
    with store.connect() as connection, connection.transaction():
        connection.execute("SET LOCAL track_functions = 'all'")
        connection.execute(move, [mug, -9])
        assert connection.execute(calls).fetchall() == []
        connection.execute(move, [mug, -1])
        assert connection.execute(calls).fetchall() == [1]


def test_a_cashier_does_not_see_what_is_not_on_sale(store, add_product):
    add_product("Mug", on_hand=3)
    add_product("Draft", on_hand=3, status="draft")
    seen = {who: [row[0] for row in store.rows(KEPT, login=who)] for who in ("bob", "ada", "cyd")}
    assert seen == {"bob": ["Mug"], "ada": ["Draft", "Mug"], "cyd": ["Draft", "Mug"]}


def test_news_tell_what_becomes_low_and_what_is_no_more(store, adjust, manager, add_product):
    mug = add_product("Mug", on_hand=12)

    def told(change):
        with store.connect("bob") as connection:
            connection.execute("LISTEN storedesk")
            change()
            found = [json.loads(one.payload)["t"] for one in connection.notifies(timeout=0.3)]
        assert len(found) == 1
        return found[0].get("low_stock")

    assert told(lambda: adjust(mug, -1)) is None
    assert told(lambda: adjust(mug, -1)) == [str(mug)]
    assert told(lambda: adjust(mug, -1)) is None
    assert told(lambda: manager(RENAME, "Cup", mug)) is None
    inactive = "UPDATE products SET status = 'inactive' WHERE id = %s"
    assert told(lambda: manager(inactive, mug)) == [str(mug)]
    assert told(lambda: adjust(mug, -9)) == [str(mug)]  # sold out
    assert told(lambda: adjust(mug, 11)) == [str(mug)]


# ---------- two at once


def test_who_renames_sees_at_the_commit_what_became_low_meanwhile(store, kept, adjust, add_product):
    mug = add_product("Mug", on_hand=12)
    with store.connect("cyd") as manager, manager.transaction():
        manager.execute(RENAME, ["Cup", mug])
        adjust(mug, -8)  # waits for nobody
        assert kept() == [("Mug", 4, 0.4, True, True)]
    assert kept() == [("Cup", 4, 0.4, True, True)]


def test_who_renames_waits_for_a_sale_of_it(store, kept, add_product, until_someone_waits):
    mug = add_product("Mug", on_hand=12)
    with ThreadPoolExecutor(1) as threads:
        with store.connect("ada") as clerk, clerk.transaction():
            clerk.execute(ADJUST, [uuid4(), mug, -8])
            renamed = threads.submit(store.sql, RENAME, "Cup", mug, login="cyd")
            until_someone_waits()
        renamed.result()
    assert kept() == [("Cup", 4, 0.4, True, True)]


def test_a_reorder_point_and_stock_that_change_at_once(
    store, kept, add_product, until_someone_waits
):
    for first, then, low in (
        ((REORDER_AT, 3), (ADJUST, -8), []),  # 4 pieces
        ((ADJUST, -1), (REORDER_AT, 3), [("Mug", 3, 1.0, True, True)]),
        ((REORDER_AT, 1), (ADJUST, -1), []),
        ((ADJUST, -1), (REORDER_AT, 2), [("Mug", 1, 0.5, True, True)]),
    ):
        mug = store.sql("SELECT id FROM products") or add_product("Mug", on_hand=12)
        with ThreadPoolExecutor(1) as threads:
            with store.connect("ada") as clerk, clerk.transaction():
                clerk.execute(first[0], [uuid4(), mug, first[1]])
                other = threads.submit(store.sql, then[0], uuid4(), mug, then[1], login="ada")
                until_someone_waits()
            other.result()
        assert kept() == low


def test_who_looks_at_an_older_moment_is_told_to_try_again(store, kept, add_product):
    mug = add_product("Mug", on_hand=12)
    move = "UPDATE inventory SET stock_level = 3 WHERE product_id = %s"
    with store.connect("wes") as program:
        program.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        program.execute("SELECT count(*) FROM products")
        store.sql(RENAME, "Cup", mug, login="cyd")
        with pytest.raises(SerializationFailure):
            program.execute(move, [mug])
        program.execute("ROLLBACK")
    assert kept() == []


def test_a_product_is_renamed_and_deleted_at_once_without_a_deadlock(
    store, kept, add_product, until_someone_waits
):
    mug = add_product("Mug", on_hand=3)
    with ThreadPoolExecutor(1) as threads:
        with store.connect("cyd") as manager, manager.transaction():
            manager.execute(RENAME, ["Cup", mug])
            gone = "SELECT api.delete_product(%s, %s)"
            deleted = threads.submit(store.sql, gone, uuid4(), mug, login="cyd")
            until_someone_waits()
        deleted.result()
    assert kept() == []
    assert store.sql("SELECT name FROM products WHERE is_deleted") == "Cup"
