"""Deeds through the desk, against one raw call of the same command."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from statistics import median
from uuid import UUID, uuid4

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, figure, pair

from storedesk import api, queries
from storedesk.domain.inventory import Reason
from storedesk.domain.till import Method, Sale, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk

SCAN = "SELECT api.scan(%s, %s, %s, %s, 1)"
QUOTE = "SELECT api.quote(%s, %s, %s)"
PAY = "SELECT api.pay(%s, %s, %s::jsonb)"
ADJUST = "SELECT api.adjust_stock(%s, %s, NULL, 1, 'found')"
LINES = 3
LOW = 37
"""Products whose number ends so are low: see big_store."""


class Ours:
    """A till that works as the window does: services through the desk."""

    def __init__(self, dsn: str, register: UUID) -> None:
        self.desk, self.register = Desk(Database(dsn)), register
        self.runner = asyncio.Runner()

    def do(self, service: Callable[..., object], *args: object, **kwargs: object) -> object:
        return self.runner.get_loop().run_until_complete(self.desk.do(service, *args, **kwargs))

    def open(self) -> None:
        self.do(
            api.shifts.open_shift, register_id=self.register, opening_float=Money.of(100, "USD")
        )

    def scan(self, order: UUID, code: str) -> Sale:
        sale = self.do(
            api.till.scan, register_id=self.register, order_id=order, code=code, quantity=1
        )
        assert isinstance(sale, Sale)
        return sale

    def quote(self, sale: Sale) -> None:
        self.do(api.till.quote, order_id=sale.order_id, shown_total=sale.total)

    def pay(self, sale: Sale) -> None:
        tender = Tender(uuid4(), Method.CASH, sale.total, tendered=sale.total)
        self.do(api.till.pay, order_id=sale.order_id, tenders=[tender])

    def end_shift(self) -> None:
        """Close the shift, whatever is in the drawer, so that somebody else can open one."""
        read = self.desk.read(queries.shifts.open_shift_at, self.register)
        shift = self.runner.get_loop().run_until_complete(read)
        counted = Money.of(100, "USD")
        self.do(api.shifts.close_shift, shift_id=shift.id, counted=counted, reason="not counted")

    def close(self) -> None:
        self.runner.close()
        self.desk.close()


class Bare:
    """The same by bare psycopg, in autocommit."""

    def __init__(self, dsn: str, register: UUID) -> None:
        self.line, self.register = psycopg.connect(dsn, autocommit=True), register

    def ask(self, query: str, *parameters: object) -> dict[str, object]:
        return self.line.execute(query, parameters).fetchone()[0]

    def scan(self, order: UUID, code: str) -> dict[str, object]:
        return self.ask(SCAN, uuid4(), self.register, order, code)

    def quote(self, sale: dict[str, object]) -> None:
        self.ask(QUOTE, uuid4(), sale["order_id"], sale["total"])

    def pay(self, sale: dict[str, object]) -> None:
        total = sale["total"]
        tender = {"id": str(uuid4()), "method": "cash", "amount": total, "tendered": total}
        self.ask(PAY, uuid4(), sale["order_id"], json.dumps([tender]))

    def close(self) -> None:
        self.line.close()


def code(numbers: "count[int]", size: int) -> str:
    """Return the code of some product of which there is plenty."""
    number = next(numbers) * 7919 % size + 1
    return f"P{number + 1 if number % 100 == LOW else number}"


def basket(one: Ours | Bare, numbers: "count[int]", size: int) -> object:
    """Scan some goods; the sale, not quoted yet."""
    order, sale = uuid4(), None
    for _ in range(LINES):
        sale = one.scan(order, code(numbers, size))
    return sale


def figures(store: BigStore, registers: list[UUID], size: int) -> Iterator[Figure]:
    """Measure paying, scanning and adjusting, and four tills at once."""
    ours, hand = Ours(store.dsn("boss"), registers[0]), Bare(store.dsn("till1"), registers[1])
    numbers = count()
    ours.open()
    other = Ours(store.dsn("till1"), registers[1])
    other.open()
    yield sale_figure(ours, hand, numbers, size)
    yield scan_figure(ours, hand, numbers, size)
    product = ours.runner.run(ours.desk.read(api.till.item_by_code, "P5")).product_id
    yield pair(
        "adjust",
        size=size,
        ours=lambda: ours.do(api.inventory.adjust_stock, product, by=1, reason=Reason.FOUND),
        by_hand=lambda: adjust_by_hand(store, product),
        at_most=1.3,
        runs=200,
    )
    for one in (ours, other):
        one.end_shift()
        one.close()
    hand.close()
    for name, codes in (("sale_throughput_4", size), ("sale_hot_4", 1)):
        yield four_tills(name, store, registers, codes)


_manager: list[psycopg.Connection] = []


def adjust_by_hand(store: BigStore, product: UUID) -> None:
    if not _manager:
        _manager.append(psycopg.connect(store.dsn("boss"), autocommit=True))
    _manager[0].execute(ADJUST, [uuid4(), product]).fetchone()


def sale_figure(ours: Ours, hand: Bare, numbers: "count[int]", size: int) -> Figure:
    """Paying a quoted basket of three: its one round trip."""
    times: dict[object, list[float]] = {ours: [], hand: []}
    for turn in range(130):
        for one in (ours, hand)[:: 1 if turn % 2 else -1]:
            sale = basket(one, numbers, size)
            one.quote(sale)
            started = time.perf_counter()
            one.pay(sale)
            times[one].append((time.perf_counter() - started) * 1000)
    return figure("sale", size, times[ours][10:], times[hand][10:], 1.3)


def scan_figure(ours: Ours, hand: Bare, numbers: "count[int]", size: int) -> Figure:
    """One more line on a sale, up to ten lines, then a new sale."""
    times: dict[object, list[float]] = {ours: [], hand: []}
    for _ in range(30):
        orders = {ours: uuid4(), hand: uuid4()}
        last: dict[object, object] = {}
        for turn in range(10):
            for one in (ours, hand)[:: 1 if turn % 2 else -1]:
                scanned = code(numbers, size)
                started = time.perf_counter()
                last[one] = one.scan(orders[one], scanned)
                times[one].append((time.perf_counter() - started) * 1000)
        for one, sale in last.items():
            one.quote(sale)
            one.pay(sale)
    return figure("scan", size, times[ours][20:], times[hand][20:], 1.3)


def four_tills(name: str, store: BigStore, registers: list[UUID], codes: int) -> Figure:
    """Whole sales by four processes: milliseconds a sale of the group, ours and by hand in turn."""
    ours: list[float] = []
    hand: list[float] = []
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        for turn in range(6):
            for kind, times in ((Ours, ours), (Bare, hand))[:: 1 if turn % 2 else -1]:
                jobs = [
                    pool.submit(sell, kind.__name__, store.dsn(f"till{n}"), registers[n], codes)
                    for n in range(4)
                ]
                spans = [job.result() for job in jobs]
                begun, ended = min(s for s, _, _ in spans), max(e for _, e, _ in spans)
                sold = sum(n for _, _, n in spans)
                times.append((ended - begun) * 1000 / sold)
    print(f"  {name}: {1000 / median(ours):.0f} sales/s ours, {1000 / median(hand):.0f} by hand")
    return figure(name, codes, ours, hand, 1.25)


def sell(
    kind: str, dsn: str, register: UUID, codes: int, sales: int = 40
) -> tuple[float, float, int]:
    """Sell in a process of its own; when it began and ended (one clock), and how many sales."""
    one: Ours | Bare = Ours(dsn, register) if kind == "Ours" else Bare(dsn, register)
    numbers = count(uuid4().int % 100_000)
    opener = Ours(dsn, register)
    opener.open()
    begun = time.time()
    for _ in range(sales):
        sale = basket(one, numbers, codes)
        one.quote(sale)
        one.pay(sale)
    ended = time.time()
    opener.end_shift()
    opener.close()
    one.close()
    return begun, ended, sales
