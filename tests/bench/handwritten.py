"""The same store written by hand, in a database of its own on the same server: handwritten.sql."""

from pathlib import Path
from uuid import UUID

import psycopg
from bench.big_store import BigStore
from psycopg.sql import SQL

from storedesk.persistence.engine.database import SETTINGS

DATABASE = "by_hand"
SCHEMA = Path(__file__).with_name("handwritten.sql")
COPIED = {
    "categories": ("id, name", "SELECT id, name FROM public.categories"),
    "products": (
        "id, name, sku, price_amount, price_currency, category_id",
        """
        SELECT p.id, p.name, b.barcode, p.price_amount, p.price_currency, p.category_id
        FROM public.products AS p JOIN storedesk.product_barcodes AS b ON b.product_id = p.id
        """,
    ),
    "inventory": (
        "id, product_id, stock_level, reserved_quantity, low_stock_threshold",
        """
        SELECT id, product_id, stock_level, reserved_quantity, low_stock_threshold
        FROM public.inventory
        """,
    ),
}
"""Table: its columns, and what the store has for them."""
WALK_IN = """
    INSERT INTO customers (email, first_name, last_name) VALUES ('walk-in@bench.invalid', '', '')
    RETURNING id
"""
DURABLE = ("fsync", "synchronous_commit", "full_page_writes", "wal_level", "wal_compression",
           "commit_delay", "checkpoint_timeout", "max_wal_size")  # fmt: skip
"""The settings on which it depends what a commit costs."""


def make_handwritten(store: BigStore) -> str:
    """Make the database with the store's products, prices and pieces; its address."""
    with psycopg.connect(store.server.dsn(), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {DATABASE}")
        server.execute(f"ALTER DATABASE {DATABASE} SET jit = off")
    dsn = store.server.dsn(DATABASE)
    with psycopg.connect(store.owner) as source, psycopg.connect(dsn, autocommit=True) as made:
        made.execute(SCHEMA.read_text(encoding="utf-8"))
        source.execute("SET statement_timeout = 0")
        for table, (columns, words) in COPIED.items():
            out = source.cursor().copy(SQL("COPY ({}) TO STDOUT").format(SQL(words)))
            into = made.cursor().copy(f"COPY {table} ({columns}) FROM STDIN")
            with out as read, into as write:
                for block in read:
                    write.write(block)
        made.execute(WALK_IN)
        made.execute("VACUUM ANALYZE")
    return dsn


def durability(dsn: str) -> dict[str, str]:
    """Return what a session of `dsn` has of the settings that durability depends on."""
    with psycopg.connect(dsn, options=SETTINGS) as line:
        return {name: line.execute(f"SHOW {name}").fetchone()[0] for name in DURABLE}


class Handwritten:
    """A till of that database: five calls a sale, each durable; or one."""

    def __init__(self, dsn: str) -> None:
        self.line = psycopg.connect(dsn, autocommit=True, options=SETTINGS)
        (self.customer,) = self.line.execute(
            "SELECT id FROM customers WHERE email LIKE 'walk-in@%'"
        ).fetchone()

    def ask(self, query: str, *parameters: object) -> object:
        return self.line.execute(query, parameters).fetchone()[0]

    def scan(self, order: UUID, code: str) -> dict[str, object]:
        return self.ask("SELECT scan(%s, %s, 1)", order, code)

    def quote(self, sale: dict[str, object]) -> None:
        assert self.ask("SELECT quote(%s, %s::numeric)", sale["order_id"], sale["total"])

    def pay(self, sale: dict[str, object]) -> str:
        return self.ask("SELECT pay(%s, %s)", sale["order_id"], self.customer)

    def sell(self, products: list[UUID]) -> str:
        """Sell one piece of each, all in one call."""
        one_each = [1] * len(products)
        return self.ask("SELECT sell(%s, %s, %s, 'cash')", self.customer, products, one_each)

    def place(self, products: list[UUID]) -> UUID:
        """Take an order for one piece of each; its id."""
        one_each = [1] * len(products)
        return self.ask("SELECT place(%s, %s, %s)", self.customer, products, one_each)

    def products(self, codes: list[str]) -> list[UUID]:
        """Return the ids of what has these codes."""
        rows = self.line.execute("SELECT id FROM products WHERE sku = ANY (%s)", [codes])
        return [id_ for (id_,) in rows.fetchall()]

    def close(self) -> None:
        self.line.close()
