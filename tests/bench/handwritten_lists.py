"""The questions of lists and searches as they are asked of the store that is written by hand."""

from typing import Any
from uuid import UUID

import psycopg

from storedesk.domain.catalog import ProductLine, ProductStatus
from storedesk.domain.inventory import Stock, StockLine
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import TO_READ

LINES = """
    SELECT p.id, p.name, p.status, p.price_amount, p.price_currency, c.name,
           i.stock_level, i.reserved_quantity, i.low_stock_threshold, p.sku
    FROM products AS p
    JOIN categories AS c ON c.id = p.category_id
    JOIN inventory AS i ON i.product_id = p.id
"""
FIRST = LINES + " WHERE NOT p.is_deleted {} ORDER BY p.name, p.id LIMIT {}"
BY_ID = LINES + " WHERE p.id = ANY (%s)"
HAS_WORD = " AND p.name ILIKE %s"
LOW = """
    SELECT p.id, p.name, p.status, c.name, i.stock_level, i.reserved_quantity,
           i.low_stock_threshold, i.updated_at, p.sku
    FROM inventory AS i
    JOIN products AS p ON p.id = i.product_id
    JOIN categories AS c ON c.id = p.category_id
    WHERE i.is_low AND NOT p.is_deleted
    ORDER BY i.stock_level - i.reserved_quantity, p.name, p.id LIMIT %s
"""


class HandwrittenLists:
    """A window's questions: on a line that only reads, and the values that it shows."""

    def __init__(self, dsn: str) -> None:
        self.line = psycopg.connect(dsn, options=TO_READ, autocommit=True)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return self.line.execute(query, values or None).fetchall()

    def first(self, limit: int) -> list[ProductLine]:
        """Return the first products by name."""
        return [line(*row) for row in self.rows(FIRST.format("", limit))]

    def found(self, text: str, limit: int) -> list[ProductLine]:
        """Return the first products by name that have all the words."""
        words = [f"%{word}%" for word in text.split()]
        query = FIRST.format(HAS_WORD * len(words), limit)
        return [line(*row) for row in self.rows(query, *words)]

    def by_id(self, ids: list[UUID]) -> list[ProductLine]:
        """Return these products, in this order."""
        found = {row[0]: line(*row) for row in self.rows(BY_ID, ids)}
        return [found[id_] for id_ in ids]

    def low(self, limit: int) -> list[StockLine]:
        """Return the first of what is low, least first."""
        return [
            StockLine(key, name, category, code, status, Stock(*numbers), updated_at)
            for key, name, status, category, *numbers, updated_at, code in self.rows(LOW, limit)
        ]

    def close(self) -> None:
        self.line.close()


def line(*row: Any) -> ProductLine:
    key, name, status, amount, currency, category, on_hand, reserved, low_at, code = row
    return ProductLine(
        id=key, name=name, category=category, status=ProductStatus(status),
        price=Money(amount, currency), variants=0, code=code,
        stock=Stock(on_hand, reserved, low_at), picture=None,
    )  # fmt: skip
