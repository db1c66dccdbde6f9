"""Tills sell while an import sets the stock of everything; and an import is killed halfway."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storedesk.cli import run

pytestmark = pytest.mark.usefixtures("invariants")

WORK = Path(__file__).with_name("tillwork.py")
GOODS = 6_000
COLUMNS = ("code=SKU", "name=Name", "price=Price", "stock=Stock")
BEFORE, COUNTED = 50, 60
SETS = "SELECT count(*) FROM inventory_audit_log WHERE reason = 'counted, imported'"
PRODUCTS = """
    SELECT b.barcode, i.stock_level, count(s.seq)::int,
           (SELECT count(*) FROM inventory_audit_log AS d WHERE d.product_id = b.product_id
            AND d.operation_type = 'deduct' AND d.seq > coalesce(max(s.seq), 0))::int
    FROM storedesk.product_barcodes AS b JOIN inventory AS i USING (product_id)
    LEFT JOIN inventory_audit_log AS s
        ON s.product_id = b.product_id AND s.reason = 'counted, imported'
    GROUP BY b.barcode, b.product_id, i.stock_level
"""
BETWEEN = """
    SELECT count(*) FROM inventory_audit_log
    WHERE operation_type = 'deduct' AND seq BETWEEN
        (SELECT min(seq) FROM inventory_audit_log WHERE reason = 'counted, imported') AND
        (SELECT max(seq) FROM inventory_audit_log WHERE reason = 'counted, imported')
"""
LAST = "SELECT stock_level FROM inventory ORDER BY product_id DESC LIMIT 1 FOR UPDATE"
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


@pytest.fixture
def words(store, tmp_path):
    """Have thousands of products in the store; answer with the command that counts them anew."""

    def file(name, level):
        lines = (f"C{n},Cup number {n},2.50,{level}\n" for n in range(GOODS))
        (tmp_path / name).write_text("SKU,Name,Price,Stock\n" + "".join(lines))
        maps = [word for column in COLUMNS for word in ("--map", column)]
        return ["import", "catalog", "--dsn", store.dsn("cyd"), *maps, str(tmp_path / name)]

    assert run(file("first.csv", BEFORE)) == 0
    return [*file("counted.csv", COUNTED), "--set-stock"]


def begun(words):
    return subprocess.Popen(
        [sys.executable, "-m", "storedesk", *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_two_tills_sell_without_a_refusal_while_all_stock_is_set(store, till_of, hire, words):
    tills = [till_of("T1", "bob"), till_of("T2", hire("second"))]
    sellers = []
    for seed, till in enumerate(tills):
        till.open()
        command = [sys.executable, WORK, "until_told", store.dsn(till.person), till.register, seed]
        sellers.append(
            subprocess.Popen(
                list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        )
    deadlocks = store.sql(DEADLOCKS)
    assert [one.stdout.readline() for one in sellers] == ["ready\n"] * 2
    for one in sellers:
        one.stdin.write("go\n")
        one.stdin.flush()

    said, complaints = begun(words).communicate(timeout=120)
    came = [json.loads(one.communicate("enough\n")[0]) for one in sellers]

    assert complaints == ""
    assert f"Set the stock of {store.sql(SETS):,} known products." in said
    assert [one["failures"] for one in came] == [[], []]
    assert store.sql(BETWEEN) > 0, "nothing was sold while stock was being set"
    sold = "SELECT -sum(adjustment) FROM inventory_audit_log WHERE operation_type = 'deduct'"
    assert store.sql(sold) == sum(sum(one["sold"].values()) for one in came)
    listed = {line.split(":")[0].strip() for line in said.splitlines() if " on hand now" in line}
    for code, level, sets, sold_since in store.rows(PRODUCTS):
        counted = (BEFORE, 0) if code in listed else (COUNTED, 1)
        assert (level + sold_since, sets) == counted, code
    assert store.sql(DEADLOCKS) == deadlocks


def test_what_was_killed_halfway_is_finished_by_the_same_import_and_set_once(store, words):
    waiting = "SELECT waiting FROM storedesk.stock_imports WHERE waiting BETWEEN 1 AND %s"
    with store.connect() as holder, holder.transaction():
        holder.execute("SET idle_in_transaction_session_timeout = 0")  # it may hold for long
        holder.execute(LAST)  # so that the import stands before its last batch
        first = begun(words)
        while not store.sql(waiting, GOODS - 1):
            assert first.poll() is None, first.communicate()
            time.sleep(0.01)
        first.kill()
        first.communicate()
    done = store.sql(SETS)
    assert 0 < done < GOODS

    assert run(words) == 0

    assert store.sql(SETS) == GOODS
    assert {(level, sets) for _, level, sets, _ in store.rows(PRODUCTS)} == {(COUNTED, 1)}
    assert store.sql("SELECT count(*) FROM storedesk.stock_imports") == 0
