"""`make million` [ARGS="--products 1000000"]: what lists take when there are a million of them.

Lists against bare psycopg asking the same questions in the same kind of transaction and making the
same values, interleaved; the search against itself at 10,000 products; and a window of its own
process, in which somebody scrolls, searches and jumps to the end, for its memory and its pieces.
SKIPPED where the machine has no PostgreSQL to start, or no room for the store.
"""

import argparse
import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from bench import lists  # noqa: E402
from bench.big_store import BigStore, big_store  # noqa: E402
from bench.handwritten import make_handwritten  # noqa: E402
from bench.measure import Figure, Results, at_most, clocked, compare, figure  # noqa: E402

from storedesk import queries  # noqa: E402
from storedesk.adapters.embedded.binaries import find_binaries  # noqa: E402
from storedesk.domain.refusals.errors import StoreError  # noqa: E402
from storedesk.persistence.engine.database import Database  # noqa: E402
from storedesk.services.desk import Desk  # noqa: E402

STAFF = {"boss": "manager"}
BYTES_A_PRODUCT = 4_000
MOST_MB = 350
GROWTH = 3
SMALL = 10_000
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
    with big_store(options.small, STAFF) as store:
        before = median_of_search(store)
    print(f"search at {options.small:,}: {before:.2f} ms")
    started = time.monotonic()
    with big_store(options.products, STAFF) as store:
        print(f"made {options.products:,} products in {time.monotonic() - started:.0f} s")
        results = Results(options.out)
        for found in figures(store, options.products):
            results.add(found)
        results.add(growth(options.products, median_of_search(store), before))
        for found in window(store, options.products):
            results.add(found)
    print(results.summary())


def growth(products: int, now: float, before: float) -> Figure:
    """Compare a search with the same in a small store."""
    grown = {"the small store": round(now / before, 3)}
    bounds = {"the small store": at_most(GROWTH)}
    return figure("search_growth", products, [[now]], bounds, ratios=grown)


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


def median_of_search(store: BigStore, runs: int = 120) -> float:
    """Return what a search takes the window, at the middle of many."""
    desk, chance = Desk(Database(store.dsn("boss"))), Random(7)
    with asyncio.Runner() as runner:
        ask = runner.get_loop().run_until_complete
        times = sorted(
            clocked(
                lambda: ask(
                    desk.read(
                        queries.catalog_lists.first_products,
                        search=chance.choice(lists.WORDS),
                        limit=lists.PAGE,
                    )
                )
            )
            for _ in range(runs)
        )
    desk.close()
    return times[runs // 2]


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
