"""Lists and searches, ours against what a careful hand would write for that one question.

Both do the same work: one read-only transaction, one query, and the values that the window shows.
"""

import asyncio
from collections.abc import Iterator
from random import Random
from typing import Any

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, at_most, compare

from storedesk import api, queries
from storedesk.domain.catalog import ProductLine, ProductStatus
from storedesk.domain.inventory import Stock, StockLine
from storedesk.domain.low_stock import LowStockLine
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import SETTINGS, Database
from storedesk.services.desk import Desk

PAGE = 100
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
    """Ask by hand, in a read-only transaction, for the values that the window shows."""
    with raw.transaction():
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


def figures(store: BigStore, size: int) -> Iterator[Figure]:
    """Measure what a manager's lists and a till's search take."""
    desk = Desk(Database(store.dsn("boss")))
    chance = Random(7)
    with (
        asyncio.Runner() as runner,
        psycopg.connect(store.dsn("boss"), options=SETTINGS) as raw,
    ):
        ask = runner.get_loop().run_until_complete

        raw.read_only = True

        def rows(query: str, *parameters: object) -> list[tuple[Any, ...]]:
            with raw.transaction():
                return raw.execute(query, parameters or None).fetchall()

        def low() -> list[StockLine]:
            return [
                StockLine(key, name, category, code, status, Stock(*numbers), updated_at)
                for key, name, status, category, *numbers, updated_at, code in rows(LOW)
            ]

        def report() -> list[LowStockLine]:
            return [
                LowStockLine(key, name, category, code, Stock(*numbers), sold)
                for key, name, category, code, *numbers, sold in rows(REPORT)
            ]

        yield compare(
            "products_first_page",
            size=size,
            ours=lambda: ask(desk.read(queries.catalog_lists.first_products, limit=PAGE)),
            bare=lambda: products(raw, PRODUCTS.format("")),
            bounds={"bare": at_most(1.5)},
        )
        yield compare(
            "search",
            size=size,
            ours=lambda: ask(
                desk.read(
                    queries.catalog_lists.first_products, search=chance.choice(WORDS), limit=PAGE
                )
            ),
            bare=lambda: products(raw, FIRST_FOUND, chance.choice(WORDS).split()),
            bounds={"bare": at_most(1.5)},
            runs=120,
        )
        yield compare(
            "low_stock",
            size=size,
            ours=lambda: ask(
                desk.read(
                    queries.stock_lists.first_stock, only_low=True, sort="low_first", limit=PAGE
                )
            ),
            bare=low,
            bounds={"bare": at_most(1.5)},
        )
        yield compare(
            "low_stock_report",
            size=size,
            ours=lambda: ask(desk.read(queries.low_stock.first_low_stock, limit=PAGE)),
            bare=report,
            bounds={"bare": at_most(1.5)},
        )
        yield compare(
            "till_search",
            size=size,
            ours=lambda: ask(desk.read(api.till.find_items, chance.choice(WORDS), limit=30)),
            bare=lambda: products(raw, PRODUCTS.format(FOUND), chance.choice(WORDS).split()),
            bounds={"bare": at_most(1.5)},
        )
    desk.close()
