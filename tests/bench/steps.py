"""Steps of an order through the desk, against one raw call of the same command."""

import json
import time
from collections.abc import Iterator
from uuid import UUID, uuid4

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, at_most, figure
from bench.tills import Ours

from storedesk import api
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money

RUNS, WARM_UP = 120, 10
LINES = 3
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


class Waiting:
    """Orders that wait for their next step, placed by the owner beside the clock."""

    def __init__(self, owner: psycopg.Connection, size: int) -> None:
        self.owner, self.size, self.turn = owner, size, 0
        self.customer = owner.execute(CUSTOMER).fetchone()[0]

    def order(self, *, is_paid: bool) -> tuple[UUID, int, str]:
        """Return an order of three lines with its version and its total."""
        order = uuid4()
        codes = []
        for _ in range(LINES):
            self.turn += 1
            number = self.turn * 7919 % self.size + 1
            codes.append(f"P{number + 1 if number % 100 == 37 else number}")
        self.owner.execute(PLACE, [order, self.customer, codes])
        if is_paid:
            self.owner.execute(PAY, [order, order])
        words = "SELECT version, total_amount::text FROM orders WHERE id = %s"
        return order, *self.owner.execute(words, [order]).fetchone()


def figures(store: BigStore, register: UUID, size: int) -> Iterator[Figure]:
    """Measure paying, shipping and cancelling an order."""
    ours = Ours(store.dsn("boss"), register)
    with (
        psycopg.connect(store.owner, autocommit=True) as owner,
        psycopg.connect(store.dsn("boss"), autocommit=True) as hand,
    ):
        waiting = Waiting(owner, size)
        for name in ("confirm", "ship", "cancel"):
            times: dict[bool, list[float]] = {True: [], False: []}
            for turn in range(RUNS + WARM_UP):
                for is_ours in (True, False)[:: 1 if turn % 2 else -1]:
                    order, seen, total = waiting.order(is_paid=name != "confirm")
                    started = time.perf_counter()
                    if is_ours:
                        through_the_desk(ours, name, order, seen, total)
                    else:
                        by_hand(hand, name, order, seen, total)
                    times[is_ours].append((time.perf_counter() - started) * 1000)
            yield figure(
                name, size, [times[True][WARM_UP:], times[False][WARM_UP:]],
                {"bare": at_most(1.3)},
            )  # fmt: skip
    ours.close()


def through_the_desk(ours: Ours, name: str, order: UUID, seen: int, total: str) -> None:
    known = {"order_id": order, "seen": seen}
    match name:
        case "confirm":
            tender = Tender(uuid4(), Method.CARD, Money.of(total, "USD"), reference=uuid4().hex)
            ours.do(api.orders.confirm_order, **known, tenders=[tender])
        case "ship":
            ours.do(api.orders.ship_order, **known, tracking=f"PARCEL {order}")
        case "cancel":
            ours.do(api.orders.cancel_order, **known, reason="changed her mind")


def by_hand(hand: psycopg.Connection, name: str, order: UUID, seen: int, total: str) -> None:
    match name:
        case "confirm":
            tender = {"id": str(uuid4()), "method": "credit_card", "amount": total,
                      "reference": uuid4().hex}  # fmt: skip
            call = CONFIRM, [uuid4(), order, seen, json.dumps([tender])]
        case "ship":
            call = SHIP, [uuid4(), order, seen, f"PARCEL {order}"]
        case _:
            call = CANCEL, [uuid4(), order, seen, "changed her mind"]
    hand.execute(*call).fetchone()
