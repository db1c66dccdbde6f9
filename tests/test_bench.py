"""`make bench` in small: every part runs, on any day, and what is compared is the same work."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import psycopg
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from bench import lists, million, orders, reports
from bench.big_store import big_store
from bench.handwritten import Handwritten, durability, make_handwritten
from bench.handwritten_lists import HandwrittenLists
from bench.measure import Results, at_least, at_most, figure
from bench.steps import done_by_hand, placed_by_hand
from bench.tills import Bare, Ours, codes
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from storedesk import queries
from tests.endurance.cable import Cable, Line

SIZE = 300
BENCH = Path(__file__).with_name("bench")
FEW = [
    "--products", "300", "--customers", "50", "--orders", "50", "--mails", "9", "--runs", "1",
    "--invoices", "900", "--year", "50", "--tills", "1", "2", "--seconds", "0.2", "--sales", "99",
]  # fmt: skip
ALL_THREE = {
    "sale", "scan", "quote", "pay", "tills_1", "tills_2", "adjust", "place", "confirm", "ship",
    "cancel", "products_first_page", "jump_to_end", "search", "till_search", "low_stock",
}  # fmt: skip
PAGES = {
    "start",
    "exceptions",
    "shifts",
    "reports",
    "orders",
    "products",
    "inventory",
    "counts",
    "customers",
    "low_stock",
    "outbox",
    "journal",
    "health",
}


@pytest.fixture(scope="module", autouse=True)
def server():
    if why := million.missing(SIZE):
        pytest.skip(why)


@pytest.fixture(scope="module")
def bench():
    """A store with one till, and the same by hand."""
    with big_store(SIZE, {"till0": "cashier", "boss": "manager"}) as store:
        yield store, make_handwritten(store)


@pytest.fixture
def tills(bench):
    store, hand = bench
    with psycopg.connect(store.owner) as owner:
        (register,) = owner.execute("SELECT id FROM storedesk.registers").fetchone()
    ours = Ours(store.dsn("till0"), register)
    ours.open()
    tills = [ours, Bare(store.dsn("till0"), register), Handwritten(hand)]
    yield tills
    ours.end_shift()
    for till in tills:
        till.close()


def test_what_is_low_is_the_same_list(bench):
    store, hand = bench
    ours = Ours(store.dsn("boss"), uuid4())
    lines = ours.read(queries.stock_lists.first_stock, only_low=True, limit=99)
    low = {line.product_id for line in lines}
    ours.close()
    with psycopg.connect(hand) as line:
        by_hand = line.execute("SELECT product_id FROM inventory WHERE is_low").fetchall()
    assert {id_ for (id_,) in by_hand} == low
    assert len(low) == SIZE // 100


def test_lists_and_searches_are_the_same_in_each_column(bench):
    store, hand = bench
    one, by_hand = lists.Lists(store.dsn("boss")), HandwrittenLists(hand)
    catalog = queries.catalog_lists
    for words in ("", *lists.WORDS):
        ours = one.ask(catalog.first_products, search=words, limit=lists.PAGE)
        found = by_hand.found(words, lists.PAGE)
        assert {line.id for line in found} == {line.id for line in ours}, words
    assert one.low() == one.ask(
        queries.stock_lists.first_stock, only_low=True, sort="low_first", limit=lists.PAGE
    )
    low = [(line.product_id, line.stock) for line in one.low()]
    assert [(line.product_id, line.stock) for line in by_hand.low(lists.PAGE)] == low
    last = one.last()
    assert [line.id for line in by_hand.by_id(last)] == last
    assert one.report() == one.ask(queries.low_stock.first_low_stock, limit=lists.PAGE)
    one.close()
    by_hand.close()


def test_a_sale_comes_to_the_same_in_each_column(bench, tills):
    totals = []
    for till in tills:
        order, every = uuid4(), codes(SIZE)
        for _ in range(3):
            sale = till.scan(order, next(every))
        till.quote(sale)
        till.pay(sale)
        totals.append(float(sale["total"] if isinstance(sale, dict) else sale.total.amount))
    assert totals[0] > 0
    assert totals == totals[:1] * 3

    store, hand = bench
    sold = """
        SELECT (SELECT count(*) FROM orders), (SELECT sum(quantity) FROM order_line_items),
               (SELECT -sum(adjustment) FROM inventory_audit_log WHERE operation_type = 'deduct'),
               (SELECT count(DISTINCT order_number) FROM orders WHERE order_number LIKE 'ORD-%-0%')
    """
    for dsn, times in ((store.owner, 2), (hand, 1)):
        with psycopg.connect(dsn) as line:
            assert line.execute(sold).fetchone() == (times, 3 * times, 3 * times, times)


def test_by_hand_no_more_is_sold_than_there_is(tills):
    by_hand = tills[2]
    products = by_hand.products(["P37"])
    for _ in range(3):
        by_hand.sell(products)
    with pytest.raises(psycopg.errors.RaiseException, match="too few pieces"):
        by_hand.sell(products)
    order = uuid4()
    assert by_hand.ask("SELECT quote(%s, 1)", order) is False
    sale = by_hand.scan(order, "P37")
    assert by_hand.ask("SELECT quote(%s, %s::numeric)", order, sale["total"]) is False


def test_orders_by_hand_keep_their_pieces_until_they_are_shipped_or_canceled(bench):
    _, hand = bench
    by_hand = Handwritten(hand)
    stock = "SELECT stock_level, reserved_quantity FROM inventory WHERE product_id = %s"
    (product,) = by_hand.products(["P9"])
    before, _ = by_hand.line.execute(stock, [product]).fetchone()
    for name, left in (("ship", (before - 1, 0)), ("cancel", (before - 1, 0))):
        waiting = placed_by_hand(by_hand, ["P9"], is_paid=True)
        assert by_hand.line.execute(stock, [product]).fetchone()[1] == 1
        done_by_hand(by_hand, name, waiting)
        assert by_hand.line.execute(stock, [product]).fetchone() == left
        with pytest.raises(psycopg.errors.RaiseException, match="not in this state"):
            done_by_hand(by_hand, name, waiting)
    assert by_hand.ask("SELECT adjust(%s, 5, 'found')", product) == before + 4
    ledger = "SELECT sum(adjustment) FROM inventory_audit_log WHERE operation_type <> 'adjust'"
    assert by_hand.ask(ledger + " AND product_id = %s", product) == 1 - 1 + 1 - 1
    by_hand.close()


def test_a_commit_costs_the_same_in_each_column(bench):
    store, hand = bench
    settings = durability(store.dsn("boss"))
    assert settings == durability(hand)
    assert {settings[name] for name in ("fsync", "synchronous_commit", "full_page_writes")} == {
        "on"
    }


def test_the_whole_benchmark_runs_and_writes_what_it_found(tmp_path):
    out = tmp_path / "bench.json"
    words = [sys.executable, BENCH, *FEW, "--out", out]
    there = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, env=there, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(out.read_text())
    assert not found["failed"]
    figures = {one["name"]: one for one in found["figures"]}
    assert set(figures) == {
        *ALL_THREE, "tills_2_one_product", "bytes_a_sale", "wal_a_sale", "low_stock_report",
        "product_save_head", "product_save", "gui_scan", "gui_till_search", "till_search_shown",
        "gui_search", "gui_scroll",
        "customer_lookup", "mail_9", "orders_first_page", "orders_queue", "orders_deep",
        "orders_search", "orders_counts", "start_window", "start_typed", "start_at_once",
        "trips_sign_in", "trips_scan", "trips_quote",
        "trips_pay", "import_set_stock", "import_invoices",
        *(f"report_{by}" for by in reports.SALES), "sales_beside_reports",
        *(f"trips_{page}" for page in PAGES),
    }  # fmt: skip
    for name in ALL_THREE:
        assert None not in (figures[name]["bare"], figures[name]["by_hand"]), name
    assert 0 < figures["bytes_a_sale"]["by_hand"] < figures["bytes_a_sale"]["ours"]
    assert 0 < figures["wal_a_sale"]["by_hand"] < figures["wal_a_sale"]["ours"]


def test_a_million_orders_have_as_many_numbers(bench):
    words = f"SELECT count(DISTINCT {orders.NUMBER}) FROM unnest(ARRAY[1, 100000, 1000000]) AS n"
    with psycopg.connect(bench[0].owner) as owner:
        assert owner.execute(words).fetchone() == (3,)


def test_a_cable_counts_round_trips(bench):
    store, _ = bench
    known = conninfo_to_dict(store.owner)
    cable = Cable(lambda: f"{known['host']}/.s.PGSQL.{known['port']}")
    address = make_conninfo(store.dsn("boss"), host="127.0.0.1", port=cable.port)
    with psycopg.connect(address, autocommit=True) as line:
        for words, trips in (
            (["SELECT 1", "SELECT repeat('x', 1000000)"], 2),
            (["BEGIN", "SELECT 1", "COMMIT"], 3),
            (["LISTEN news; NOTIFY news", "SELECT 1"], 2),
        ):
            before = len(cable.trips)
            for one in words:
                line.execute(one)
            assert len(cable.trips) - before == trips
        before = len(cable.trips)
    assert len(cable.trips) == before
    cable.close()


@pytest.mark.parametrize("piece", [1, 3, 200])
def test_a_cable_counts_the_same_however_a_question_is_cut_on_its_way(piece):
    def message(kind, body=b""):
        return kind + (4 + len(body)).to_bytes(4) + body

    question = message(b"P", b"one") + message(b"E") + message(b"S")
    flush = message(b"H")
    answer = message(b"D", b"Z" * 12) + message(b"Z", b"I")
    cable = SimpleNamespace(trips=[])
    line = Line(None, None, cable)
    line.count(b"startup")
    line.hear(b"R" + answer[-6:])
    for go in range(1, 4):
        for does, whole in (
            (line.count, question),
            (line.hear, answer),
            (line.count, flush),
        ):
            for at in range(0, len(whole), piece):
                does(whole[at : at + piece])
        line.hear(message(b"A", b"news"))
        assert len(cable.trips) == 1 + go


def test_what_was_found_is_kept_when_a_later_part_fails(tmp_path):
    results = Results(tmp_path / "build" / "bench.json")
    results.add(figure("pay", 10, [[3, 9, 4], [2], [1]], {"by hand": at_most(3)}))
    results.failed["tills"] = "OSError: no room"
    results.add(figure("rate", 10, [[5], [4], [10]], {"by hand": at_least(0.5)}, unit="sales/s"))
    kept = json.loads(results.path.read_text())
    assert [one["ours"] for one in kept["figures"]] == [4, 5]
    assert [one["over"] for one in kept["figures"]] == [["4 by hand, at most 3"], []]
    assert kept["failed"] == {"tills": "OSError: no room"}
    assert "  pay: 4 by hand, at most 3\nfailed:\n  tills: OSError" in results.summary()
