"""A store of any size on a server of its own, with real durability, for measuring and torture."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from psycopg.conninfo import make_conninfo

from storedesk.adapters.embedded.server import Server
from storedesk.domain.store import StoreSettings
from storedesk.persistence.schema.migrations import make_database

PASSWORD = "a long bench password"

CATEGORIES = """
    INSERT INTO public.categories (name, parent_category_id)
    SELECT 'Shelf ' || n, NULL FROM generate_series(1, 20) AS n
"""

PRODUCTS = """
    WITH words AS (
        SELECT ARRAY['Red', 'Blue', 'Green', 'White', 'Pink', 'Ivory', 'Retro', 'Small'] AS kinds,
               ARRAY['Bamboo', 'Ceramic', 'Glass', 'Metal', 'Paper', 'Wooden', 'Linen'] AS stuffs,
               ARRAY['Mug', 'Bowl', 'Lantern', 'Clock', 'Frame', 'Candle', 'Basket', 'Tin',
                     'Tray', 'Doormat', 'Kettle', 'Jug', 'Spoon'] AS things
    )
    INSERT INTO public.products (name, price_amount, price_currency, category_id, status)
    SELECT concat_ws(' ', kinds[1 + n % 8], stuffs[1 + n % 7], things[1 + n % 13], n),
           1 + (n * 37 % 4000) / 100.0, 'USD', c.ids[1 + n % 20], 'active'
    FROM words, generate_series(:first, :last) AS n,
         (SELECT array_agg(id ORDER BY name) AS ids FROM public.categories) AS c
    RETURNING id
"""

FAR = """
    UPDATE storedesk.limits
    SET value = CASE kind WHEN 'discount_percent' THEN 100 ELSE 99999999 END
"""
"""People at the speed of machines ask nobody: their business day is a minute."""
PARTS = (
    """
    INSERT INTO storedesk.product_barcodes (barcode, product_id)
    SELECT 'P' || substring(name from '[0-9]+$'), id FROM public.products WHERE id = ANY (%(made)s)
    """,
    """
    INSERT INTO public.inventory (product_id, stock_level)
    SELECT id, CASE WHEN name LIKE '%%37' THEN least(3, %(stock)s) ELSE %(stock)s END  -- few
    FROM public.products WHERE id = ANY (%(made)s)
    """,
    """
    INSERT INTO public.inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type
    )
    SELECT id, product_id, 0, stock_level, stock_level, 'opening', 'set'
    FROM public.inventory WHERE product_id = ANY (%(made)s) AND stock_level > 0
    """,
    "SELECT core.index_products(%(made)s)",
    "SELECT core.keep_low_stock(%(made)s)",
)
"""What the triggers of a product would write, a chunk in one statement each."""
WORDS = "storedesk.ix_product_search_words"


@contextmanager
def big_store(
    products: int, staff: dict[str, str], *, stock: int = 1_000_000
) -> Iterator["BigStore"]:
    """Make a store with `products` and with `staff`: login to group. Gone when left."""
    with TemporaryDirectory(prefix="storedesk-bench-") as home:
        server = Server(Path(home))
        server.start()
        try:
            store = BigStore(server.dsn("bench"), server)
            make_database(store.owner, StoreSettings(name="Bench"))
            store.hire(staff)
            store.fill(products, stock)
            yield store
        finally:
            server.remove()


class BigStore:
    """Where the store is, and how to put things into it."""

    def __init__(self, owner: str, server: Server) -> None:
        self.owner, self.server = owner, server

    def dsn(self, login: str) -> str:
        """The address for one of the staff."""
        return make_conninfo(self.owner, user=f"bench_{login}", password=PASSWORD)

    def hire(self, staff: dict[str, str]) -> None:
        """Make the people, each in one group."""
        with psycopg.connect(self.owner, autocommit=True) as connection:
            connection.execute(FAR)
            for login, group in staff.items():
                name = f"bench_{login}"
                verifier = connection.pgconn.encrypt_password(
                    PASSWORD.encode(), name.encode(), b"scram-sha-256"
                )
                connection.execute(
                    "SELECT core.create_staff(core.now(), %s, %s, %s, %s)",
                    [name, login.title(), [group], verifier.decode()],
                )

    def fill(self, products: int, stock: int, *, chunk: int = 50_000) -> None:
        """Put products on the shelves, each with a code P1, P2 ... and so many pieces.

        Without triggers, which would do the same row by row, and with the search's index made last.
        """
        with psycopg.connect(self.owner, autocommit=True) as connection:
            connection.execute("SET statement_timeout = 0")
            connection.execute("SET maintenance_work_mem = '512MB'")
            connection.execute(CATEGORIES)
            (index,) = connection.execute(
                "SELECT pg_get_indexdef(%s::regclass)", [WORDS]
            ).fetchone()
            connection.execute(f"DROP INDEX {WORDS}")
            connection.execute("SET session_replication_role = replica")
            for first in range(1, products + 1, chunk):
                last = min(first + chunk - 1, products)
                words = PRODUCTS.replace(":first", str(first)).replace(":last", str(last))
                with connection.transaction():
                    made = [id_ for (id_,) in connection.execute(words).fetchall()]
                    for part in PARTS:
                        connection.execute(part, {"made": made, "stock": stock})
            connection.execute("SET session_replication_role = origin")
            connection.execute(index)
            connection.execute("SELECT core.range_products()")
            connection.execute("VACUUM ANALYZE")
