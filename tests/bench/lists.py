"""Lists and searches: a line that only reads, one query, and the values that the window shows.

`bare` is what a careful hand would write for that one question of the same tables; `by hand` is
asked of the tables that handwritten.sql makes.
"""

import asyncio
from collections.abc import Callable, Iterator
from random import Random
from typing import Any
from uuid import UUID

import psycopg
from bench.big_store import BigStore
from bench.handwritten_lists import HandwrittenLists
from bench.measure import Figure, at_most, compare

from storedesk import api, queries
from storedesk.domain.catalog import ProductLine, ProductStatus
from storedesk.domain.inventory import Stock, StockLine
from storedesk.domain.low_stock import LowStockLine
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import TO_READ, Database
from storedesk.services.desk import Desk

PAGE = 100
BOUNDS = {"bare": at_most(1.5)}
FIRST = {"bare": at_most(1.3)}
WORDS = ("bamboo mug", "mug blue", "retro ceramic", "wooden clock 7", "linen", "kettle red 12")

PRODUCTS = """
    SELECT p.id, p.name, p.status, p.price_amount, p.price_currency, c.name,
           i.stock_level, i.reserved_quantity, i.low_stock_threshold, m.url,
           (SELECT count(*) FROM public.product_variants v WHERE v.product_id = p.id),
           coalesce(
               (SELECT min(b.barcode) FROM storedesk.product_barcodes b
                WHERE b.product_id = p.id AND b.variant_id IS NULL),
               (SELECT min(v.sku) FROM public.product_variants v WHERE v.product_id = p.id))
    FROM public.products p
    JOIN public.categories c ON c.id = p.category_id
    JOIN public.inventory i ON i.product_id = p.id
    LEFT JOIN public.product_images m ON m.product_id = p.id AND m.is_primary
    WHERE NOT p.is_deleted {}
    ORDER BY storedesk.sort_key(p.name), p.name, p.id LIMIT 100
"""
BY_KEY = PRODUCTS.replace("NOT p.is_deleted {}", "p.id = ANY (%s)").partition("ORDER BY")[0]
LAST = f"""
    SELECT uuid_send(id) FROM public.products WHERE NOT is_deleted
    ORDER BY storedesk.sort_key(name) DESC, name DESC, id DESC LIMIT {PAGE}
"""
FOUND = "AND p.id IN (SELECT api.find_products(%s))"
FIRST_FOUND = PRODUCTS.format("").replace(
    "FROM public.products p",
    "FROM api.first_products(%s, 100) AS f (id) JOIN public.products p ON p.id = f.id",
)
LOW = """
    SELECT p.id, p.name, p.status, c.name, i.stock_level, i.reserved_quantity,
           i.low_stock_threshold, i.updated_at,
           coalesce(
               (SELECT min(b.barcode) FROM storedesk.product_barcodes b
                WHERE b.product_id = p.id AND b.variant_id IS NULL),
               (SELECT min(v.sku) FROM public.product_variants v WHERE v.product_id = p.id))
    FROM public.inventory i
    JOIN public.products p ON p.id = i.product_id
    JOIN public.categories c ON c.id = p.category_id
    WHERE NOT p.is_deleted
      AND i.stock_level - i.reserved_quantity <= i.low_stock_threshold
    ORDER BY i.stock_level - i.reserved_quantity, storedesk.sort_key(p.name), p.name, p.id
    LIMIT 100
"""
REPORT = """
    SELECT p.id, p.name, c.name,
           coalesce(
               (SELECT min(b.barcode) FROM storedesk.product_barcodes b
                WHERE b.product_id = p.id AND b.variant_id IS NULL),
               (SELECT min(v.sku) FROM public.product_variants v WHERE v.product_id = p.id)),
           i.stock_level, i.reserved_quantity, i.low_stock_threshold, coalesce(s.pieces, 0)::int
    FROM public.products p
    JOIN public.categories c ON c.id = p.category_id
    JOIN public.inventory i ON i.product_id = p.id
    LEFT JOIN (
        SELECT product_id, -sum(adjustment) AS pieces FROM public.inventory_audit_log
        WHERE operation_type = 'deduct'
          AND created_at >= now() AT TIME ZONE 'UTC' - interval '30 days'
        GROUP BY product_id
    ) s ON s.product_id = p.id
    WHERE p.status = 'active' AND NOT p.is_deleted
      AND i.stock_level - i.reserved_quantity <= i.low_stock_threshold
      AND (i.stock_level > 0
           OR EXISTS (SELECT FROM public.inventory_audit_log a WHERE a.product_id = p.id))
    ORDER BY (i.stock_level - i.reserved_quantity)::float / greatest(i.low_stock_threshold, 1),
             -coalesce(s.pieces, 0), storedesk.sort_key(p.name), p.name, p.id
    LIMIT 100
"""
"""The low-stock report: its first page."""


def products(raw: psycopg.Connection[Any], query: str, *parameters: object) -> list[ProductLine]:
    """Ask by hand, on a line that only reads, for the values that the window shows."""
    rows = raw.execute(query, parameters or None).fetchall()
    return [
        ProductLine(
            id=key, name=name, category=category, status=ProductStatus(status),
            price=Money(amount, currency), variants=variants, code=code,
            stock=Stock(on_hand, reserved, low_at),
            picture=url.removeprefix("media/").partition(".")[0] if url else None,
        )
        for key, name, status, amount, currency, category, on_hand, reserved, low_at,
            url, variants, code in rows
    ]  # fmt: skip


class Lists:
    """A manager's window, and a bare line that asks the same."""

    def __init__(self, dsn: str) -> None:
        self.desk, self.runner = Desk(Database(dsn)), asyncio.Runner()
        self.raw = psycopg.connect(dsn, options=TO_READ, autocommit=True)

    def ask(self, query: Callable[..., Any], *values: object, **named: object) -> Any:
        return self.runner.get_loop().run_until_complete(self.desk.read(query, *values, **named))

    def products(self, query: str, *parameters: object) -> list[ProductLine]:
        return products(self.raw, query, *parameters)

    def rows(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        return self.raw.execute(query, parameters or None).fetchall()

    def low(self) -> list[StockLine]:
        return [
            StockLine(key, name, category, code, status, Stock(*numbers), updated_at)
            for key, name, status, category, *numbers, updated_at, code in self.rows(LOW)
        ]

    def report(self) -> list[LowStockLine]:
        return [
            LowStockLine(key, name, category, code, Stock(*numbers), sold)
            for key, name, category, code, *numbers, sold in self.rows(REPORT)
        ]

    def last(self) -> list[UUID]:
        """Return the ids of the last page, as the page has them when End is pressed."""
        return [UUID(bytes=bytes(key)) for (key,) in self.rows(LAST)]

    def close(self) -> None:
        self.runner.close()
        self.desk.close()
        self.raw.close()


def figures(store: BigStore, hand: str, size: int, *, runs: int = 120) -> Iterator[Figure]:
    """Measure what a manager's lists and a till's search take."""
    one, by_hand = Lists(store.dsn("boss")), HandwrittenLists(hand)
    last, mine, theirs, others = one.last(), Random(7), Random(7), Random(7)
    catalog, low = queries.catalog_lists, queries.stock_lists.first_stock
    for name, *works in (
        ("products_first_page",
         lambda: one.ask(catalog.first_products, limit=PAGE),
         lambda: one.products(PRODUCTS.format("")),
         lambda: by_hand.first(PAGE)),
        ("jump_to_end",
         lambda: one.ask(catalog.product_lines, last),
         lambda: one.products(BY_KEY, last),
         lambda: by_hand.by_id(last)),
        ("search",
         lambda: one.ask(catalog.first_products, search=mine.choice(WORDS), limit=PAGE),
         lambda: one.products(FIRST_FOUND, theirs.choice(WORDS).split()),
         lambda: by_hand.found(others.choice(WORDS), PAGE)),
        ("till_search",
         lambda: one.ask(api.till.find_items, mine.choice(WORDS), limit=30),
         lambda: one.rows("SELECT api.find_items(%s, 30)", theirs.choice(WORDS)),
         lambda: by_hand.found(others.choice(WORDS), 30)),
        ("low_stock",
         lambda: one.ask(low, only_low=True, sort="low_first", limit=PAGE),
         one.low,
         lambda: by_hand.low(PAGE)),
        ("low_stock_report",
         lambda: one.ask(queries.low_stock.first_low_stock, limit=PAGE),
         one.report,
         None),
    ):  # fmt: skip
        ours, bare, hand_work = works
        bounds = FIRST if name == "products_first_page" else BOUNDS
        yield compare(
            name, size=size, ours=ours, bare=bare, by_hand=hand_work, bounds=bounds, runs=runs
        )
    one.close()
    by_hand.close()
