"""Lists of orders, ours against what a careful hand would write for that one question."""

import asyncio
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, at_most, compare

from storedesk import queries
from storedesk.domain.order_details import OrderLine
from storedesk.domain.orders import OrderStatus
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import TO_READ, Database
from storedesk.services.desk import Desk

PAGE = 100
CUSTOMERS = """
    INSERT INTO public.customers (email, password_hash, first_name, last_name)
    SELECT 'buyer' || n || '@example.com', '!',
           (ARRAY['Ann', 'Bo', 'Cy', 'Dee', 'Eve', 'Finn', 'Gus'])[1 + n % 7],
           (ARRAY['Hart', 'Lind', 'Okafor', 'Raman', 'Silva', 'Tanaka'])[1 + n % 6] || ' ' || n
    FROM generate_series(1, 20000) AS n
"""
NUMBER = "'ORD-1999-' || lpad(n::text, greatest(6, length(n::text)), '0')"
"""Of a year in which the store itself books nothing."""
ORDERS = f"""
    INSERT INTO public.orders (order_number, customer_id, status, subtotal_amount,
        shipping_cost_amount, total_amount, shipping_street, shipping_city, shipping_state,
        shipping_postal_code, shipping_country, shipping_recipient_name, payment_type,
        tracking_number, cancellation_reason, created_at, updated_at)
    SELECT {NUMBER}, c.ids[1 + n %% 20000],
           CASE WHEN n > %(count)s - 40 THEN 'pending' WHEN n > %(count)s - 400 THEN 'confirmed'
                WHEN n > %(count)s - 2000 THEN 'shipped' WHEN n %% 25 = 0 THEN 'cancelled'
                ELSE 'delivered' END,
           10 + n %% 90, 0, 10 + n %% 90, n || ' Long Road', 'Bath', 'ME', '04530', 'US',
           'Recipient ' || n, 'credit_card', NULL, NULL,
           localtimestamp - (%(count)s - n) * interval '7 minutes',
           localtimestamp - (%(count)s - n) * interval '7 minutes'
    FROM generate_series(1, %(count)s) AS n,
         (SELECT array_agg(id) AS ids FROM public.customers WHERE email LIKE 'buyer%%') AS c
"""
LINES = """
    INSERT INTO public.order_line_items (order_id, product_id, product_name, unit_price_amount,
        quantity, subtotal_amount, created_at)
    SELECT o.id, p.ids[1 + o.n % p.many], p.names[1 + o.n % p.many], 5, 1 + o.n % 3,
           5 * (1 + o.n % 3), o.created_at
    FROM (SELECT id, created_at, row_number() OVER () + k AS n
          FROM public.orders, generate_series(0, 1) AS k
          WHERE order_number LIKE 'ORD-1999-%') AS o,
         (SELECT array_agg(id) AS ids, array_agg(name) AS names, count(*) AS many
          FROM (SELECT id, name FROM public.products LIMIT 1000) AS few) AS p
"""
COLUMNS = """
    SELECT o.id, o.order_number, c.first_name, c.last_name, o.created_at, o.status,
           (SELECT coalesce(sum(l.quantity), 0) FROM public.order_line_items l
            WHERE l.order_id = o.id),
           o.total_amount, o.total_currency, o.shipping_city, s.kind
    FROM public.orders o
    JOIN public.customers c ON c.id = o.customer_id
    LEFT JOIN storedesk.pos_sales s ON s.order_id = o.id
"""
FIRST = COLUMNS + " ORDER BY o.created_at DESC, o.id DESC LIMIT 100"
QUEUE = COLUMNS + " WHERE o.status = 'confirmed' ORDER BY o.created_at, o.id LIMIT 100"
FOUND = COLUMNS + (
    " WHERE o.id IN (SELECT api.find_orders(%s)) ORDER BY o.created_at DESC, o.id DESC LIMIT 100"
)
BY_ID = COLUMNS + " WHERE o.id = ANY (%s)"
KEYS = """
    SELECT string_agg(uuid_send(id), ''::bytea)
    FROM (SELECT id FROM public.orders ORDER BY created_at DESC, id DESC) AS keys
"""


def fill(store: BigStore, count: int) -> None:
    """Put orders into the books, past all triggers: only their lists are measured."""
    with psycopg.connect(store.owner, autocommit=True) as owner:
        owner.execute("SET statement_timeout = 0")
        owner.execute("SET session_replication_role = replica")
        owner.execute(CUSTOMERS)
        owner.execute(ORDERS, {"count": count})
        owner.execute(LINES)
        owner.execute("SELECT core.index_orders(ARRAY(SELECT id FROM public.orders))")
        owner.execute("VACUUM ANALYZE")


def figures(store: BigStore, size: int, *, runs: int = 60) -> Iterator[Figure]:
    """Measure the first page, a jump to the end, a queue and a search."""
    desk = Desk(Database(store.dsn("boss")))
    with (
        asyncio.Runner() as runner,
        psycopg.connect(store.dsn("boss"), options=TO_READ, autocommit=True) as raw,
    ):
        ask = runner.get_loop().run_until_complete

        def rows(query: str, *parameters: object) -> list[OrderLine]:
            found = raw.execute(query, parameters or None).fetchall()
            return [_line(*row) for row in found]

        def deep() -> list[OrderLine]:
            keys = ask(desk.read(queries.order_lists.order_keys))
            return ask(desk.read(queries.order_lists.order_lines, _last(keys)))

        def deep_bare() -> list[OrderLine]:
            row = raw.execute(KEYS).fetchone()
            return rows(BY_ID, _last(row[0] if row else b""))

        for name, ours, bare, most in (
            ("orders_first_page",
             lambda: ask(desk.read(queries.order_lists.first_orders, limit=PAGE)),
             lambda: rows(FIRST), 60),
            ("orders_queue",
             lambda: ask(desk.read(queries.order_lists.first_orders, status=OrderStatus.CONFIRMED,
                                   descending=False, limit=PAGE)),
             lambda: rows(QUEUE), 60),
            ("orders_deep", deep, deep_bare, 30),
            ("orders_search",
             lambda: ask(desk.read(queries.order_lists.first_orders, search="okafor bamboo 17",
                                   limit=PAGE)),
             lambda: rows(FOUND, ["okafor", "bamboo", "17"]), 60),
            ("orders_counts", lambda: ask(desk.read(queries.order_lists.order_counts)),
             lambda: _counts(raw), 30),
        ):  # fmt: skip
            yield compare(
                name,
                size=size,
                ours=ours,
                bare=bare,
                bounds={"bare": at_most(1.5)},
                runs=min(runs, most),
            )
    desk.close()


def _last(keys: bytes) -> list[UUID]:
    tail = keys[-16 * PAGE :]
    return [UUID(bytes=tail[at : at + 16]) for at in range(0, len(tail), 16)]


def _counts(raw: psycopg.Connection[Any]) -> dict[OrderStatus, int]:
    found = raw.execute("SELECT status, count(*) FROM public.orders GROUP BY status")
    return {OrderStatus(status): count for status, count in found}


def _line(*row: Any) -> OrderLine:
    key, number, first, last, placed, status, pieces, amount, currency, city, kind = row
    return OrderLine(
        key, number, f"{first} {last}", placed, OrderStatus(status), pieces,
        Money(amount, currency), "" if kind == "sale" else city, kind == "sale",
    )  # fmt: skip
