"""Finding customers, ours against what a careful hand would write for that one question.

Both do the same work: a line that only reads, one query, and the values that the window shows.
Each run looks for other words: a name in parts, an e-mail, a street, a telephone, one letter more.
"""

import asyncio
from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Any

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, at_most, compare

from storedesk import queries
from storedesk.domain.customers import CustomerLine, Registration
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import TO_READ, Database
from storedesk.services.desk import Desk

PAGE = 100
NOTHING = Decimal(0)
CHUNK = 10_000
WORDS = (
    "lin ann", "lindqvist", "okafor 77", "jonas brandt", "4711@", "elm 12", "garcia z", "han",
    "brandt 33", "555-01", "hart", "0410 rossi", "mo", "nowak@shop",
)  # fmt: skip

PEOPLE = """
    WITH names AS (
        SELECT ARRAY['Ann', 'Jonas', 'Priya', 'Mateo', 'Chloé', 'Kwame', 'Yuki', 'Oliver', 'Zofia',
                     'Liam', 'Amelia', 'Noah', 'Layla', 'Hanna', 'Igor', 'Mona', 'Omar'] AS firsts,
               ARRAY['Lindqvist', 'Hart', 'Raman', 'García', 'Dubois', 'Mensah', 'Tanaka', 'Brandt',
                     'Nowak', 'O''Connor', 'Okafor', 'Rossi', 'Novák'] AS lasts
    ), made AS (
        INSERT INTO public.customers (email, first_name, last_name, password_hash)
        SELECT lower(lasts[1 + n % 13]) || '.' || n || '@shop.example', firsts[1 + n * 7 % 17],
               lasts[1 + n % 13] || CASE WHEN n % 5 = 0 THEN '-' || firsts[1 + n % 17] ELSE '' END,
               '!'
        FROM names, generate_series(:first, :last) AS n
        RETURNING id, first_name || ' ' || last_name AS name
    ), housed AS (
        INSERT INTO public.customer_shipping_addresses
            (customer_id, street, city, state, postal_code, country, recipient_name, is_default)
        SELECT id, (hashtext(id::text) & 511) || ' ' ||
                   (ARRAY['Elm Street', 'Harbor Road', 'Mill Lane', 'Pine Avenue'])
                       [1 + (hashtext(id::text) & 3)],
               'Portland', 'ME', '0' || 4100 + (hashtext(id::text) & 255), 'US', name, true
        FROM made
    )
    INSERT INTO storedesk.customer_details (customer_id, phone)
    SELECT id, '207 555-' || lpad((hashtext(name || id) & 8191)::text, 4, '0') FROM made
"""

LOOKUP = """
    SELECT c.id, c.first_name, c.last_name, c.email, c.registration_status, a.postal_code, a.city,
           d.phone, b.orders, b.value, s.currency
    FROM api.find_customers(%s, false, 100) AS page (id)
    JOIN public.customers AS c ON c.id = page.id
    CROSS JOIN storedesk.store_settings AS s
    CROSS JOIN LATERAL (
        SELECT count(*) AS orders,
               sum(o.total_amount) FILTER (WHERE o.status <> 'cancelled') AS value
        FROM public.orders AS o WHERE o.customer_id = c.id
    ) AS b
    LEFT JOIN public.customer_shipping_addresses AS a ON a.customer_id = c.id AND a.is_default
    LEFT JOIN storedesk.customer_details AS d ON d.customer_id = c.id
    ORDER BY NOT concat(
                 ' ', storedesk.sort_key(c.first_name), ' ', storedesk.sort_key(c.last_name)
             ) LIKE ALL (%s),
             storedesk.sort_key(c.last_name), storedesk.sort_key(c.first_name),
             c.last_name, c.first_name, c.id
"""


def fill(store: BigStore, count: int) -> None:
    """Write down so many customers, each with an address and a telephone."""
    with psycopg.connect(store.owner, autocommit=True) as connection:
        connection.execute("SET statement_timeout = 0")
        for first in range(1, count + 1, CHUNK):
            last = min(first + CHUNK - 1, count)
            words = PEOPLE.replace(":first", str(first)).replace(":last", str(last))
            connection.execute(words)
        connection.execute("VACUUM ANALYZE")


def figures(store: BigStore, size: int, *, runs: int = 140) -> Iterator[Figure]:
    """Measure what a cashier's look-up of a customer takes."""
    desk = Desk(Database(store.dsn("till0")))
    mine, theirs = Random(7), Random(7)
    with (
        asyncio.Runner() as runner,
        psycopg.connect(store.dsn("till0"), options=TO_READ, autocommit=True) as raw,
    ):
        ask = runner.get_loop().run_until_complete

        def lines(words: str) -> list[CustomerLine]:
            split = words.split()
            begins = [f"% {word}%" for word in split]
            rows: list[tuple[Any, ...]] = raw.execute(LOOKUP, [split, begins]).fetchall()
            return [
                CustomerLine(
                    id=key, name=f"{first} {last}".strip(),
                    email=None if email.endswith(".invalid") else email, orders=orders,
                    place=None if city is None else f"{code} {city}".strip(),
                    registration=Registration(state), phone=phone,
                    value=Money(value or NOTHING, currency),
                )
                for key, first, last, email, state, code, city, phone, orders, value, currency
                in rows
            ]  # fmt: skip

        yield compare(
            "customer_lookup",
            size=size,
            ours=lambda: ask(
                desk.read(
                    queries.customer_lists.first_customers, search=mine.choice(WORDS), limit=PAGE
                )
            ),
            bare=lambda: lines(theirs.choice(WORDS)),
            bounds={"bare": at_most(1.5)},
            runs=runs,
        )
    desk.close()
