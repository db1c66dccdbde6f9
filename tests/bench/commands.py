"""What an office does: it adjusts stock, takes an order by telephone, and brings it on its way."""

import json
from collections.abc import Iterator
from uuid import UUID, uuid4

import psycopg
from bench.big_store import BigStore
from bench.handwritten import Handwritten
from bench.measure import Figure, at_most, clocked, compare, figure, in_turn
from bench.steps import CUSTOMER, LINES, steps
from bench.tills import Ours, codes

from storedesk import api
from storedesk.domain.fulfillment import OrderedLine, ShippingAddress
from storedesk.domain.inventory import Reason
from storedesk.domain.till import FoundItem
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import SETTINGS

WARM_UP = 10
BOUNDS = {"bare": at_most(1.3)}
ADJUST = "SELECT api.adjust_stocks(%s, %s, %s, 'found')"
PLACE = "SELECT api.place_order(%s, %s, %s, %s::jsonb, %s::jsonb, 0, %s)"
ADDRESS = ShippingAddress("Ann Other", "1 Long Road", "Bath", "ME", "04530", "US")


def figures(
    store: BigStore, hand: str, register: UUID, size: int, *, runs: int = 200
) -> Iterator[Figure]:
    """Measure what the pages call for it, in three ways in turn."""
    ours, by_hand = Ours(store.dsn("boss"), register), Handwritten(hand)
    with (
        psycopg.connect(store.owner, autocommit=True) as owner,
        psycopg.connect(store.dsn("boss"), autocommit=True, options=SETTINGS) as bare,
    ):
        customer = owner.execute(CUSTOMER).fetchone()[0]
        yield adjust(ours, bare, by_hand, size, runs)
        yield place(Placing(ours, bare, by_hand, customer), size, runs)
        yield from steps(ours, owner, bare, by_hand, size, runs)
    by_hand.close()
    ours.close()


def adjust(
    ours: Ours, bare: psycopg.Connection[tuple], by_hand: Handwritten, size: int, runs: int
) -> Figure:
    """One product, one piece more, as the inventory page does it."""
    product = ours.read(api.till.item_by_code, "P5").product_id
    return compare(
        "adjust",
        size=size,
        ours=lambda: ours.do(api.inventory.adjust_stocks, [product], by=[1], reason=Reason.FOUND),
        bare=lambda: bare.execute(ADJUST, [uuid4(), [product], [1]]).fetchone(),
        by_hand=lambda: by_hand.ask("SELECT adjust(%s, 1, 'found')", product),
        bounds=BOUNDS,
        runs=runs,
    )


class Placing:
    """Three ways to take an order by telephone that is not paid yet."""

    def __init__(
        self, ours: Ours, bare: psycopg.Connection[tuple], by_hand: Handwritten, customer: UUID
    ) -> None:
        self.one, self.bare, self.by_hand, self.customer = ours, bare, by_hand, customer

    def items(self, basket: list[str]) -> list[FoundItem]:
        """Return what was typed in, as the page holds it before the order is placed."""
        return [self.one.read(api.till.item_by_code, code) for code in basket]

    def place_ours(self, items: list[FoundItem]) -> None:
        placed = self.one.do(
            api.orders.place_order,
            order_id=uuid4(),
            customer_id=self.customer,
            lines=[OrderedLine(item.product_id, None, 1, item.price) for item in items],
            address=ADDRESS,
            shipping_cost=Money.of(0, "USD"),
            shown_total=total(items),
        )
        assert placed.is_placed

    def place_bare(self, items: list[FoundItem]) -> None:
        lines = [
            {"product": str(item.product_id), "variant": None, "quantity": 1,
             "price": str(item.price.amount)}
            for item in items
        ]  # fmt: skip
        address = {name: getattr(ADDRESS, name) for name in ADDRESS.__slots__}
        values = [uuid4(), uuid4(), self.customer, json.dumps(lines), json.dumps(address)]
        (placed,) = self.bare.execute(PLACE, [*values, total(items).amount]).fetchone()
        assert placed["order_number"]

    def place_by_hand(self, items: list[FoundItem]) -> None:
        self.by_hand.place([item.product_id for item in items])


def total(items: list[FoundItem]) -> Money:
    return Money(sum(item.price.amount for item in items), "USD")


def place(placing: Placing, size: int, runs: int) -> Figure:
    """An order of three lines, each time of other products."""
    every, works = codes(size), (placing.place_ours, placing.place_bare, placing.place_by_hand)
    times: list[list[float]] = [[] for _ in works]
    for turn in range(runs + WARM_UP):
        for at in in_turn(len(works), turn):
            items = placing.items([next(every) for _ in range(LINES)])
            times[at].append(clocked(lambda: works[at](items)))  # noqa: B023 - done at once
    return figure("place", size, [series[WARM_UP:] for series in times], BOUNDS)
