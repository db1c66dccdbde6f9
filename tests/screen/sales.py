"""What is sold in a proof, and whether the database holds exactly that."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from uuid import UUID

SHELF = 200
"""Pieces of each product before the first sale."""
NAMES = (
    "Mug", "Teapot", "Candle", "Notebook", "Umbrella", "Lantern", "Scarf", "Basket", "Clock",
    "Apron",
)  # fmt: skip
SALES = """
    SELECT o.order_number, o.status, l.product_id, sum(l.quantity)
    FROM orders AS o JOIN order_line_items AS l ON l.order_id = o.id
    GROUP BY o.order_number, o.status, l.product_id ORDER BY 1
"""
MONEY = """
    SELECT o.order_number, o.total_amount, sum(p.amount)
    FROM orders AS o JOIN storedesk.order_payments AS p ON p.order_id = o.id
    GROUP BY o.order_number, o.total_amount ORDER BY 1
"""
SHELVES = "SELECT product_id, stock_level, reserved_quantity FROM inventory"


@dataclass(frozen=True, slots=True)
class ShelfProduct:
    """A product of the proof."""

    id: UUID
    name: str
    code: str
    price: Decimal


def baskets(count: int, products: list[ShelfProduct], *, seed: int) -> list[Counter[ShelfProduct]]:
    """Draw what `count` customers buy: up to four products, of some of them several."""
    chance = Random(seed)
    drawn = []
    for _ in range(count):
        bought = chance.sample(products, chance.randint(1, 4))
        drawn.append(Counter({product: chance.choice((1, 1, 1, 2, 3)) for product in bought}))
    return drawn


def expect_sold(
    store, products: list[ShelfProduct], sold: dict[str, Counter[ShelfProduct]]
) -> None:
    """Check that there are these sales and no others, all paid, and that the shelves know it."""
    found: dict[str, Counter[UUID]] = {}
    for number, status, product, pieces in store.rows(SALES):
        assert status == "delivered", f"{number} is {status}"
        found.setdefault(number, Counter())[product] += pieces
    wanted = {
        number: Counter({product.id: pieces for product, pieces in bought.items()})
        for number, bought in sold.items()
    }
    assert found == wanted
    money = {number: (total, paid) for number, total, paid in store.rows(MONEY)}
    due = {
        number: sum((product.price * pieces for product, pieces in bought.items()), Decimal())
        for number, bought in sold.items()
    }
    assert money == {number: (total, total) for number, total in due.items()}
    gone = sum(sold.values(), Counter())
    left = {product: (level, held) for product, level, held in store.rows(SHELVES)}
    assert left == {product.id: (SHELF - gone[product], 0) for product in products}
    assert store.broken() == []
