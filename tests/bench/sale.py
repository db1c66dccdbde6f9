"""One sale of three lines at one till: whole, and each of its steps."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from uuid import UUID, uuid4

from bench.big_store import BigStore
from bench.handwritten import Handwritten
from bench.measure import Figure, at_most, clocked, figure, in_turn
from bench.processors import Processors
from bench.tills import Bare, Ours, codes

LINES = 3
WARM_UP = 10
BOUNDS = {
    "sale": {"by hand": at_most(2.5)},
    "scan": {"bare": at_most(1.3)},
    "quote": {},
    "pay": {"bare": at_most(1.3), "by hand": at_most(3)},
}
"""By hand, a sale is five calls of which each is durable; a payment is one call that sells."""


def figures(
    store: BigStore, hand: str, register: UUID, size: int, *, runs: int = 200
) -> Iterator[Figure]:
    """Measure whole sales by one till, in three ways in turn, and the one call that sells."""
    ours, bare = Ours(store.dsn("till0"), register), Bare(store.dsn("till0"), register)
    by_hand, one_call = Handwritten(hand), Handwritten(hand)
    one_call.line.execute("SET application_name = 'one call'")
    ours.open()
    turns = Turns((ours, bare, by_hand), one_call, size)
    turns.take(WARM_UP)
    turns.forget()
    processors = Processors(store.owner, "bench_till0")
    turns.take(runs, processors)
    used = processors.each(runs)
    ours.end_shift()
    for till in (ours, bare, by_hand, one_call):
        till.close()
    for step, bounds in BOUNDS.items():
        series = [column[step] for column in turns.times]
        details: dict[str, object] = {}
        if step == "sale":
            details["processor ms"] = used
            over = {of: round(used["ours"] / max(used[of], 0.001), 2) for of in ("bare", "by hand")}
            details["processor ms, ours over"] = over
        if step == "pay":
            details["by hand as the fifth call"] = figure("", 0, series[2:], {}).ours
            series[2] = turns.one_call
        yield figure(step, size, series, bounds, details=details)


class Turns:
    """Sales in turn: ours, bare, five calls by hand, and one call."""

    def __init__(
        self, tills: tuple[Ours, Bare, Handwritten], seller: Handwritten, size: int
    ) -> None:
        self.tills, self.seller, self.codes = tills, seller, codes(size)
        self.forget()

    def forget(self) -> None:
        """Forget what was measured so far."""
        self.times: list[dict[str, list[float]]] = [defaultdict(list) for _ in self.tills]
        self.one_call: list[float] = []

    def take(self, turns: int, processors: Processors | None = None) -> None:
        for turn in range(turns):
            for at in in_turn(len(self.tills) + 1, turn):
                basket = [next(self.codes) for _ in range(LINES)]
                if at == len(self.tills):
                    work = partial(self.seller.sell, self.seller.products(basket))
                    self.one_call.append(clocked(work))
                    continue
                if processors:
                    processors.start()
                for step, taken in sell(self.tills[at], basket).items():
                    self.times[at][step].append(taken)
                if processors:
                    processors.stop(at)


def sell(till: Ours | Bare | Handwritten, basket: list[str]) -> dict[str, float]:
    """Sell a basket; the milliseconds that it took, that its last scan did, and the other steps."""
    order, found = uuid4(), []
    scans = [clocked(lambda: found.append(till.scan(order, code))) for code in basket]  # noqa: B023
    quoted = clocked(lambda: till.quote(found[-1]))
    paid = clocked(lambda: till.pay(found[-1]))
    return {"sale": sum(scans) + quoted + paid, "scan": scans[-1], "quote": quoted, "pay": paid}
