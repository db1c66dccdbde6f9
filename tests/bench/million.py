"""`make million` [ARGS="--products 1000000"]: what lists take when there are a million of them.

Lists against bare psycopg asking the same questions in the same kind of transaction and making the
same values, interleaved; searches and what is low against the same at 10,000 products, in turn; the
report of what is low again, after sales of which no statistics know; and a window of its own
process, in which somebody scrolls, searches and jumps to the end, for its memory and its pieces.
SKIPPED where the machine has no PostgreSQL to start, or no room for the store.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from bench import lists  # noqa: E402
from bench.big_store import BigStore, big_store  # noqa: E402
from bench.handwritten import make_handwritten  # noqa: E402
from bench.measure import (  # noqa: E402
    Figure,
    Results,
    at_most,
    clocked,
    compare,
    figure,
    in_turn,
)

from storedesk import queries  # noqa: E402
from storedesk.adapters.embedded.binaries import find_binaries  # noqa: E402
from storedesk.domain.refusals.errors import StoreError  # noqa: E402

Question = Callable[..., Any]
STAFF = {"boss": "manager"}
WARM_UP = 5
BYTES_A_PRODUCT = 4_000
GROWTH, AGED = 3, 1.5
SMALL = 10_000
SOLD = 1_800
"""Lines of 600 sales."""
SALES = """
    INSERT INTO public.inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type,
        order_id, created_at
    )
    SELECT id, product_id, 2, 1, -1, 'sold', 'deduct', gen_random_uuid(), now() AT TIME ZONE 'UTC'
    FROM (SELECT id, product_id FROM public.inventory ORDER BY product_id LIMIT {sold}) AS i
"""
KEYS = """
    SELECT string_agg(uuid_send(id), ''::bytea)
    FROM (SELECT id FROM public.products WHERE NOT is_deleted
          ORDER BY storedesk.sort_key(name), name, id) AS listed
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=1_000_000)
    parser.add_argument("--small", type=int, default=SMALL)
    parser.add_argument("--out", type=Path, default=Path("build/million.json"))
    options = parser.parse_args()
    if why := missing(options.products):
        print(f"SKIPPED: {why}")
        return
    started = time.monotonic()
    with (
        big_store(options.small, STAFF) as small,
        big_store(options.products, STAFF) as store,
    ):
        print(f"made {options.products:,} products in {time.monotonic() - started:.0f} s")
        results = Results(options.out)
        for found in figures(store, options.products):
            results.add(found)
        for found in growth(small, store, options.products):
            results.add(found)
        results.add(aged(store, options.products))
        for found in window(store, options.products):
            results.add(found)
    print(results.summary())


def questions() -> Iterator[tuple[str, Question]]:
    """Name what shall take as long in a large store as in a small one."""
    products, low = queries.catalog_lists.first_products, queries.stock_lists.first_stock
    for words in lists.WORDS:
        yield f"search {words}", partial(products, search=words, limit=lists.PAGE)
    yield "low_stock", partial(low, only_low=True, sort="low_first", limit=lists.PAGE)
    yield "low_stock_badge", queries.low_stock.low_stock_count
    yield "low_stock_report", partial(queries.low_stock.first_low_stock, limit=lists.PAGE)


def growth(small: BigStore, store: BigStore, products: int, *, runs: int = 40) -> Iterator[Figure]:
    """Ask a small store and a large one the same, in turn."""
    both = lists.Lists(small.dsn("boss")), lists.Lists(store.dsn("boss"))
    for name, question in questions():
        times: list[list[float]] = [[], []]
        for turn in range(runs + WARM_UP):
            for at in in_turn(2, turn):
                times[at].append(clocked(partial(both[at].ask, question)))
        before, now = (median(series[WARM_UP:]) for series in times)
        yield figure(
            name, products, [times[1][WARM_UP:]], {"the small store": at_most(GROWTH)},
            ratios={"the small store": round(now / before, 3)},
            details={"the small store, ms": round(before, 3)},
        )  # fmt: skip
    for one in both:
        one.close()


def aged(store: BigStore, products: int) -> Figure:
    """Ask for the report after sales that no ANALYZE has seen, and once it has."""
    one, times = lists.Lists(store.dsn("boss")), []
    ask = partial(one.ask, queries.low_stock.first_low_stock, limit=lists.PAGE)
    with psycopg.connect(store.owner, autocommit=True) as owner:
        owner.execute("ALTER TABLE inventory_audit_log SET (autovacuum_enabled = false)")
        owner.execute("SET session_replication_role = replica")
        for words in (SALES, "ANALYZE inventory_audit_log"):
            owner.execute(words.format(sold=SOLD))
            times.append([clocked(ask) for _ in range(WARM_UP + 40)][WARM_UP:])
        owner.execute("DELETE FROM inventory_audit_log WHERE reason = 'sold'")
    one.close()
    grown = {"after ANALYZE": round(median(times[0]) / median(times[1]), 3)}
    bounds = {"after ANALYZE": at_most(AGED)}
    return figure("low_stock_aged", products, [times[0]], bounds, ratios=grown)


def missing(products: int) -> str:
    """Say why this cannot be run here; "" where it can."""
    try:
        find_binaries()
    except StoreError as error:
        return str(error)
    free = shutil.disk_usage(tempfile.gettempdir()).free
    if free < 2 * BYTES_A_PRODUCT * products:
        return f"{tempfile.gettempdir()} has no room for {products:,} products"
    return ""


def figures(store: BigStore, size: int) -> Iterator[Figure]:
    """Measure the lists: the first page, a search, the end of the list, and all its keys."""
    yield from lists.figures(store, make_handwritten(store), size)
    one = lists.Lists(store.dsn("boss"))
    yield compare(
        "all_keys",
        size=size,
        ours=lambda: one.ask(queries.catalog_lists.product_keys),
        bare=lambda: one.rows(KEYS),
        bounds=lists.BOUNDS,
        runs=5,
        warm_up=1,
    )
    one.close()


def window(store: BigStore, size: int) -> list[Figure]:
    """Measure a window of its own process on this store."""
    words = [sys.executable, str(HERE / "window.py"), store.dsn("boss"), str(size)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the window ended badly:\n{done.stderr[-4000:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    return [Figure.read(one) for one in told]


if __name__ == "__main__":
    main()
