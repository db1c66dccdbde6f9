"""A web shop and tills in processes of their own, who want the same things at the same moment."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.concurrency import tillwork
from tests.webshop import shop

pytestmark = pytest.mark.usefixtures("invariants")

ROUNDS = 4


class Worker:
    """A process that says when it is ready, works when it is told to, and says what came of it."""

    def __init__(self, program, *words):
        self.process = subprocess.Popen(
            [sys.executable, program, *map(str, words)], text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def ready(self):
        assert self.process.stdout.readline() == "ready\n"

    def go(self):
        self.process.stdin.write("\n")

    def answer(self):
        with self.process:
            return json.loads(self.process.stdout.readline())


@pytest.fixture
def at_once(store, till_of):
    """Start a web shop and a till's process, let them go together, and return what they say."""

    def at_once(web_role, till_role, seed=1, webs=1):
        register = till_of("T1").register
        workers = [Worker(Path(shop.__file__), store.dsn("wes"), web_role, seed + n)
                   for n in range(webs)]  # fmt: skip
        workers.append(Worker(Path(tillwork.__file__), till_role, store.dsn("bob"), register, seed))
        for worker in workers:
            worker.ready()
        for worker in workers:
            worker.go()
        return [worker.answer() for worker in workers]

    return at_once


FOUND = "SELECT count(*) FROM storedesk.audit_event WHERE action = 'found_at_till'"


def test_of_the_last_piece_one_is_sold(store, till, goods, at_once):
    """Who is first gets it. A till that had quoted it before books it, and says it was found."""
    mug = goods("MUG", on_hand=1)
    came = Counter()
    for seed in range(ROUNDS):
        before = store.sql(FOUND)
        web, counter = at_once("last_piece", "last_piece", seed)
        found = store.sql(FOUND) - before
        is_bought, is_sold = "bought" in web, "sold" in counter
        assert is_bought + is_sold == 1 + found
        assert store.broken() == []
        came["found" if found else "web" if is_bought else "till"] += 1
        if not is_sold:
            discard(store, till)
        restock(store, mug)
    print(f"\nwho got the last piece: {dict(came)}")


def discard(store, till):
    for (order,) in store.rows("SELECT order_id FROM storedesk.till_carts"):
        till.call("discard_sale", order)


def restock(store, mug):
    """Have one free piece on the shelf again."""
    words = """
        SELECT core.move_stock(product_id, NULL, 'adjust', 1 + reserved_quantity - stock_level,
                               'again', NULL, core.now())
        FROM inventory WHERE product_id = %s AND stock_level - reserved_quantity <> 1
    """
    store.sql(words, mug)


@pytest.mark.usefixtures("till")
def test_two_web_shops_and_a_till_trade_in_the_same_goods(store, goods, at_once):
    for code in "ABCDEF":
        goods(code, name=f"Article {code}", on_hand=120)
    *webs, counter = at_once("trade", "baskets", webs=2)

    assert counter["failures"] == []
    assert [web["failures"] for web in webs] == [[], []]
    assert all(web["orders"] > 5 for web in webs)
    assert sum(web["cancelled"] for web in webs) > 0
    assert len(counter["numbers"]) > 5
    numbers = [n for (n,) in store.rows("SELECT order_number FROM orders ORDER BY 1")]
    assert numbers == [f"{numbers[0][:9]}{n:06}" for n in range(1, len(numbers) + 1)]
    assert len(numbers) == len(counter["numbers"]) + sum(web["orders"] for web in webs)
    deadlocks = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    print(f"\n{len(numbers)} orders, again: {[w['again'] for w in webs]}, {store.sql(deadlocks)}")
    assert sum(web["again"] for web in webs) == 0, "in the order of docs/webshop.md nobody waits"
