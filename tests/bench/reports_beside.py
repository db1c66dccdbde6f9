"""Sales of four tills while somebody looks at one report after the other, and without.

Tills are processes that sell without a pause, and so are the reports, so on two cores all of them
share the processors. Reports and none take turns; a sale may take 1.3 times as long.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from statistics import median
from uuid import UUID

from bench.big_store import BigStore
from bench.crowd import Crowd
from bench.measure import Figure, at_most, figure, in_turn
from bench.reports import MANY, SALES, asked

from storedesk import queries
from storedesk.persistence.engine.database import Database

TILLS = 4
TURNS = 6
MOST = 1.3


def look(pipe: Connection, dsn: str, first: date) -> None:
    """Be a manager: look at one report after the other, from one message until the next."""
    database = Database(dsn, pool_size=1)
    pipe.send(0)
    while pipe.recv():
        seen = 0
        while not pipe.poll():
            with database.reading() as session:
                one = asked(first, SALES[seen % len(SALES)])
                queries.cost_figures.sold(session, asked=one, currency="USD")
            seen += 1
        pipe.recv()
        pipe.send(seen)
    database.close()


def figures(
    store: BigStore, hand: str, registers: Sequence[UUID], first: date, *,
    size: int, lines: int, seconds: float, turns: int = TURNS,
) -> Iterator[Figure]:  # fmt: skip
    """Measure sales with reports (`ours`) and without (`bare`); each turn has a ratio of its own.

    The reports' days are summed.
    """
    context = get_context("spawn")
    pipe, there = context.Pipe()
    manager = context.Process(target=look, args=(there, store.dsn("boss"), first), daemon=True)
    manager.start()
    times: list[list[float]] = [[], []]
    ratios, seen = [], 0
    try:
        pipe.recv()
        with Crowd(store, hand, registers[:TILLS], size) as crowd:
            for turn in range(turns):
                taken: list[list[float]] = [[], []]
                for way in in_turn(2, turn):
                    if way == 0:
                        pipe.send("go")
                    sold = crowd.sell("ours", min(TILLS, len(registers)), size, seconds)
                    if way == 0:
                        pipe.send("stop")
                        seen += pipe.recv()
                    taken[way] = [one for till in sold for one in till.times]
                    times[way] += taken[way]
                ratios.append(median(taken[0]) / median(taken[1]))
        pipe.send(None)
        manager.join()
    finally:
        manager.kill()
    bounds = {"turns": at_most(MOST)} if lines >= MANY else {}
    yield figure(
        "sales_beside_reports", lines, times, bounds,
        ratios={"turns": round(median(ratios), 3)},
        details={
            "reports": seen, "ratios of turns": [round(one, 2) for one in ratios],
            "p95 with reports": round(sorted(times[0])[len(times[0]) * 95 // 100], 2),
            "p95 without": round(sorted(times[1])[len(times[1]) * 95 // 100], 2),
        },
    )  # fmt: skip
