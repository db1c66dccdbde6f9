"""Steps of an order that was taken by telephone: paid, shipped or canceled."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid4

import psycopg
from bench.handwritten import Handwritten
from bench.measure import Figure, at_most, clocked, figure, in_turn
from bench.tills import Ours, codes
from drawn import unique

from storedesk import api
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money

WARM_UP = 10
LINES = 3
BOUNDS = {"bare": at_most(1.3)}
CONFIRM = "SELECT api.confirm_order(%s, %s, %s, %s::jsonb)"
SHIP = "SELECT api.ship_order(%s, %s, %s, %s)"
CANCEL = "SELECT api.cancel_order(%s, %s, %s, %s)"
PLACE = """
    SELECT core.place(%s, %s, (
        SELECT jsonb_agg(jsonb_build_object('product', b.product_id, 'quantity', 1))
        FROM storedesk.product_barcodes AS b WHERE b.barcode = ANY (%s)
    ), NULL, core.now())
"""
PAY = """
    SELECT core.confirm(%s, jsonb_build_array(jsonb_build_object(
        'id', gen_random_uuid(), 'method', 'credit_card', 'amount', o.total_amount
    )), NULL, core.now()) FROM orders AS o WHERE o.id = %s
"""
CUSTOMER = """
    INSERT INTO customers (email, password_hash, first_name, last_name)
    VALUES ('bench@example.com', '!', 'Ann', 'Other')
    ON CONFLICT (email) DO UPDATE SET first_name = 'Ann' RETURNING id
"""
STATE = "SELECT version, total_amount::text FROM orders WHERE id = %s"


@dataclass(frozen=True)
class Waiting:
    """An order that waits for its next step."""

    order: UUID
    seen: int
    total: str


def steps(
    ours: Ours,
    owner: psycopg.Connection[tuple],
    bare: psycopg.Connection[tuple],
    by_hand: Handwritten,
    size: int,
    runs: int,
) -> Iterator[Figure]:
    """Measure paying, shipping and canceling; orders are placed beside the clock."""
    every, customer = codes(size), owner.execute(CUSTOMER).fetchone()[0]
    in_store, there = partial(placed, owner, customer), partial(placed_by_hand, by_hand)
    ways: tuple[tuple[Callable[..., Waiting], Callable[[str, Waiting], None]], ...] = (
        (in_store, partial(through_the_desk, ours)),
        (in_store, partial(called_bare, bare)),
        (there, partial(done_by_hand, by_hand)),
    )
    for name in ("confirm", "ship", "cancel"):
        times: list[list[float]] = [[] for _ in ways]
        for turn in range(runs + WARM_UP):
            for at in in_turn(len(ways), turn):
                place, work = ways[at]
                basket = [next(every) for _ in range(LINES)]
                order = place(basket, is_paid=name != "confirm")
                times[at].append(clocked(partial(work, name, order)))
        yield figure(name, size, [series[WARM_UP:] for series in times], BOUNDS)


def placed(
    owner: psycopg.Connection[tuple], customer: UUID, basket: list[str], *, is_paid: bool
) -> Waiting:
    """Place an order in the store."""
    order = uuid4()
    owner.execute(PLACE, [order, customer, basket])
    if is_paid:
        owner.execute(PAY, [order, order])
    return Waiting(order, *owner.execute(STATE, [order]).fetchone())


def placed_by_hand(by_hand: Handwritten, basket: list[str], *, is_paid: bool) -> Waiting:
    """Place an order in the other database."""
    order = by_hand.place(by_hand.products(basket))
    waiting = Waiting(order, *by_hand.line.execute(STATE, [order]).fetchone())
    if is_paid:
        done_by_hand(by_hand, "confirm", waiting)
    return Waiting(order, *by_hand.line.execute(STATE, [order]).fetchone())


def through_the_desk(ours: Ours, name: str, waiting: Waiting) -> None:
    known = {"order_id": waiting.order, "seen": waiting.seen}
    match name:
        case "confirm":
            amount = Money.of(waiting.total, "USD")
            tender = Tender(uuid4(), Method.CARD, amount, reference=unique())
            ours.do(api.orders.confirm_order, **known, tenders=[tender])
        case "ship":
            ours.do(api.orders.ship_order, **known, tracking=f"PARCEL {waiting.order}")
        case "cancel":
            ours.do(api.orders.cancel_order, **known, reason="changed their mind")


def called_bare(line: psycopg.Connection[tuple], name: str, waiting: Waiting) -> None:
    known = [uuid4(), waiting.order, waiting.seen]
    match name:
        case "confirm":
            tender = {"id": str(uuid4()), "method": "credit_card", "amount": waiting.total,
                      "reference": unique()}  # fmt: skip
            call = CONFIRM, [*known, json.dumps([tender])]
        case "ship":
            call = SHIP, [*known, f"PARCEL {waiting.order}"]
        case _:
            call = CANCEL, [*known, "changed their mind"]
    line.execute(*call).fetchone()


def done_by_hand(by_hand: Handwritten, name: str, waiting: Waiting) -> None:
    order, seen = waiting.order, waiting.seen
    match name:
        case "confirm":
            words = "SELECT confirm(%s, %s, %s::numeric, %s)"
            by_hand.ask(words, order, seen, waiting.total, unique())
        case "ship":
            by_hand.ask("SELECT ship(%s, %s, %s)", order, seen, f"PARCEL {order}")
        case "cancel":
            by_hand.ask("SELECT cancel(%s, %s)", order, seen)
