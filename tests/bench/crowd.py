"""Many tills at once, each a process of its own: sales a second, in three ways in turn."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from statistics import median
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

from bench.big_store import BigStore
from bench.handwritten import Handwritten
from bench.measure import Bound, Figure, at_least, figure, in_turn
from bench.sale import sell
from bench.tills import Bare, Ours, codes

LINES = 3
COUNTS = (1, 2, 4, 8, 16)
COLUMNS = ("ours", "bare", "by hand")
TURNS = 4
LEAD = 0.2
"""Seconds in which all tills of a group hear that it begins."""
BARE = at_least(0.8)
BOUNDS: dict[int, dict[str, Bound]] = {
    4: {"bare": BARE, "by hand": at_least(0.4)},
    16: {"our best": at_least(0.9)},
}


@dataclass(frozen=True)
class Sold:
    """What one till did: sales a second, and the milliseconds of each."""

    rate: float
    times: list[float]


class Crowd:
    """Tills in processes of their own, which stay until the end."""

    def __init__(self, store: BigStore, hand: str, registers: Sequence[UUID], size: int) -> None:
        context = get_context("spawn")
        self.pipes, self.processes = [], []
        for number, register in enumerate(registers):
            here, there = context.Pipe()
            words = (there, store.dsn(f"till{number}"), register, hand, size)
            self.processes.append(context.Process(target=work, args=words, daemon=True))
            self.pipes.append(here)
        for process in self.processes:
            process.start()

    def __enter__(self) -> Self:
        for pipe in self.pipes:
            assert pipe.recv() == "ready"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        for pipe, process in zip(self.pipes, self.processes, strict=True):
            if error is None:
                pipe.send(None)
                process.join()
            process.kill()

    def sell(self, column: str, tills: int, products: int, seconds: float) -> list[Sold]:
        """Have some of them sell at once for so long, from the first `products`."""
        begin = time.time() + LEAD
        for pipe in self.pipes[:tills]:
            pipe.send((column, products, begin, seconds))
        return [pipe.recv() for pipe in self.pipes[:tills]]


def work(pipe: Connection, dsn: str, register: UUID, hand: str, size: int) -> None:
    """Be a till: sell as often as told by the pipe."""
    ours = Ours(dsn, register)
    tills = dict(zip(COLUMNS, (ours, Bare(dsn, register), Handwritten(hand)), strict=True))
    ours.open()
    for till in tills.values():
        sell_for(till, size, time.time(), 0.3)  # statements are planned, modules loaded
    pipe.send("ready")
    while told := pipe.recv():
        column, products, begin, seconds = told
        time.sleep(max(0, begin - time.time()))
        pipe.send(sell_for(tills[column], products, begin, seconds))
    ours.end_shift()
    for till in tills.values():
        till.close()


def sell_for(till: Ours | Bare | Handwritten, products: int, begin: float, seconds: float) -> Sold:
    """Sell until the time is over; the last sale is brought to its end."""
    every, times = codes(products, uuid4().int % 100_000), []
    while time.time() < begin + seconds:
        times.append(sell(till, [next(every) for _ in range(LINES)])["sale"])
    return Sold(len(times) / (time.time() - begin), times)


def figures(
    store: BigStore,
    hand: str,
    registers: Sequence[UUID],
    size: int,
    *,
    counts: Sequence[int] = COUNTS,
    seconds: float = 3,
    turns: int = TURNS,
) -> Iterator[Figure]:
    """Measure groups of tills; four of them also with all tills selling one product."""
    best = 0.0
    with Crowd(store, hand, registers[: max(counts)], size) as crowd:
        for tills in counts:
            rates, times = group(crowd, tills, size, seconds, turns)
            best = max(best, median(rates[0]))
            own = {"our best": round(median(rates[0]) / best, 3)}
            yield summed(f"tills_{tills}", size, rates, times, BOUNDS.get(tills, {}), own)
        few = min(4, max(counts))
        rates, times = group(crowd, few, 1, seconds, turns)
        yield summed(f"tills_{few}_one_product", 1, rates, times, {"bare": BARE}, {})


def group(
    crowd: Crowd, tills: int, products: int, seconds: float, turns: int
) -> tuple[list[list[float]], list[list[float]]]:
    """Sell in three ways in turn; sales a second of the group, and milliseconds of each sale."""
    rates: list[list[float]] = [[] for _ in COLUMNS]
    times: list[list[float]] = [[] for _ in COLUMNS]
    for turn in range(turns):
        for at in in_turn(len(COLUMNS), turn):
            sold = crowd.sell(COLUMNS[at], tills, products, seconds)
            rates[at].append(sum(one.rate for one in sold))
            times[at] += [taken for one in sold for taken in one.times]
    return rates, times


def summed(
    name: str,
    size: int,
    rates: list[list[float]],
    times: list[list[float]],
    bounds: dict[str, Bound],
    own: dict[str, float],
) -> Figure:
    """Sum up the rates, with the middle and the 95th of a hundred sales beside them."""
    details: dict[str, object] = {}
    for column, series in zip(COLUMNS, times, strict=True):
        ordered = sorted(series)
        details[f"{column} ms a sale"] = round(median(ordered), 2)
        details[f"{column} ms, p95"] = round(ordered[len(ordered) * 95 // 100], 2)
    return figure(name, size, rates, bounds, unit="sales/s", ratios=own, details=details)
