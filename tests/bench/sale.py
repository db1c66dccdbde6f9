"""One sale of three lines at one till: whole, and each of its steps."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID, uuid4

from bench.big_store import BigStore
from bench.handwritten import Handwritten
from bench.measure import Figure, at_most, clocked, figure, in_turn
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
    by_hand = Handwritten(hand)
    ours.open()
    every = codes(size)
    tills = (ours, bare, by_hand)
    times: list[dict[str, list[float]]] = [defaultdict(list) for _ in tills]
    one_call: list[float] = []
    for turn in range(runs + WARM_UP):
        for at in in_turn(len(tills) + 1, turn):
            basket = [next(every) for _ in range(LINES)]
            if at == len(tills):
                products = by_hand.products(basket)
                one_call.append(clocked(lambda: by_hand.sell(products)))  # noqa: B023 - at once
                continue
            for step, taken in sell(tills[at], basket).items():
                times[at][step].append(taken)
    ours.end_shift()
    for till in tills:
        till.close()
    for step, bounds in BOUNDS.items():
        series = [column[step][WARM_UP:] for column in times]
        details = {}
        if step == "pay":
            details["by_hand_as_the_fifth_call_ms"] = figure("", 0, series[2:], {}).ours
            series[2] = one_call[WARM_UP:]
        yield figure(step, size, series, bounds, details=details)


def sell(till: Ours | Bare | Handwritten, basket: list[str]) -> dict[str, float]:
    """Sell a basket; the milliseconds that it took, that its last scan did, and the other steps."""
    order, found = uuid4(), []
    scans = [clocked(lambda: found.append(till.scan(order, code))) for code in basket]  # noqa: B023
    quoted = clocked(lambda: till.quote(found[-1]))
    paid = clocked(lambda: till.pay(found[-1]))
    return {"sale": sum(scans) + quoted + paid, "scan": scans[-1], "quote": quoted, "pay": paid}
