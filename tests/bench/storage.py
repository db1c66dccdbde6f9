"""What a sale leaves on the disk: bytes of the database, and of the write-ahead log (WAL).

A column is measured by itself: a checkpoint, so many sales of three lines by one till, and then how
much larger the database is, and how far the log has gone on. Of that, pg_walinspect, which every
PostgreSQL from 15 on has, tells the images of whole pages: the log writes one of each page that is
changed first after a checkpoint, so that they say more about the time since then than about sales.
The figure is without them; with them is beside it. A replication slot keeps the log until it is
read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import psycopg
from bench.big_store import BigStore
from bench.handwritten import Handwritten
from bench.measure import Figure, at_most, figure
from bench.sale import LINES, sell
from bench.tills import Ours, codes

BYTES, WAL = 6_000, 20_000
"""The bounds of a sale."""
TABLES = """
    SELECT format('%s.%s', n.nspname, c.relname), pg_total_relation_size(c.oid)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
"""
SIZE = "SELECT pg_database_size(current_database())"
SLOT = "SELECT pg_create_physical_replication_slot('bench', true, true)"
AT = "SELECT pg_current_wal_insert_lsn()"
GONE_ON = "SELECT pg_current_wal_flush_lsn() - %s::pg_lsn, pg_current_wal_flush_lsn()"
IMAGES = "SELECT coalesce(sum(fpi_size), 0)::bigint FROM pg_get_wal_stats(%s, %s)"


@dataclass(frozen=True)
class Left:
    """Bytes a sale: of the database, of the log with images of pages and without, by table."""

    database: float
    wal: float
    wal_with_images: float
    tables: dict[str, float]


def figures(
    store: BigStore, hand: str, register: UUID, size: int, *, sales: int = 2_000
) -> Iterator[Figure]:
    """Measure our sales, and those by hand in five calls; bare ones would leave what ours leave."""
    ours, by_hand = Ours(store.dsn("till0"), register), Handwritten(hand)
    ours.open()
    left = [
        measured(store.owner, hand, ours, size, sales),
        measured(hand, hand, by_hand, size, sales),
    ]
    ours.end_shift()
    ours.close()
    by_hand.close()
    largest = sorted(left[0].tables.items(), key=lambda pair: -pair[1])
    columns = ([left[0].database], [], [left[1].database])
    yield figure(
        "bytes_a_sale", size, columns, {"in all": at_most(BYTES)}, unit="bytes",
        ratios={"in all": left[0].database},
        details={"sales": sales, "by table": dict(largest)},
    )  # fmt: skip
    columns = ([left[0].wal], [], [left[1].wal])
    yield figure(
        "wal_a_sale", size, columns, {"in all": at_most(WAL)}, unit="bytes",
        ratios={"in all": left[0].wal},
        details={
            "sales": sales,
            "ours with page images": left[0].wal_with_images,
            "by hand with page images": left[1].wal_with_images,
        },
    )  # fmt: skip


def measured(owner: str, hand: str, till: Ours | Handwritten, size: int, sales: int) -> Left:
    """Sell so often; what each sale left in the database of `owner`."""
    every = codes(size)
    for _ in range(20):  # statements are planned, and what is new has its first pages
        sell(till, [next(every) for _ in range(LINES)])
    with (
        psycopg.connect(owner, autocommit=True) as line,
        psycopg.connect(hand, autocommit=True) as log,
    ):
        log.execute("CHECKPOINT")
        log.execute(SLOT)
        tables, (before,), (begin,) = sizes(line), row(line, SIZE), row(log, AT)
        for _ in range(sales):
            sell(till, [next(every) for _ in range(LINES)])
        gone_on, end = row(log, GONE_ON, begin)
        (images,) = row(log, IMAGES, begin, end)
        (after,) = row(line, SIZE)
        grown = {name: now - tables.get(name, 0) for name, now in sizes(line).items()}
        log.execute("SELECT pg_drop_replication_slot('bench')")
    return Left(
        round((after - before) / sales, 1),
        round((int(gone_on) - images) / sales, 1),
        round(int(gone_on) / sales, 1),
        {name: round(value / sales, 1) for name, value in grown.items() if value},
    )


def sizes(line: psycopg.Connection[tuple[object, ...]]) -> dict[str, int]:
    """Return the bytes of each table, with its indexes and what is stored beside it."""
    return dict(line.execute(TABLES).fetchall())


def row(line: psycopg.Connection[tuple[object, ...]], query: str, *values: object) -> tuple:
    return line.execute(query, values or None).fetchone()
