"""Imports in an open shop: all stock is set while two tills sell; and many invoices are read.

The import is the command itself, in a process of its own. `by hand` of setting stock is the same
import that sets no stock: what it takes beyond that is what setting takes.
"""

import csv
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self
from uuid import UUID, uuid4

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, at_most, figure
from bench.tills import Ours, codes

from storedesk.domain.refusals.errors import StoreError
from tests.invoices import COLUMNS, write_invoices

MOST = 50_000
"""Products whose stock is set."""
INVOICES = 460_000
ROOM = 300
"""Megabytes for that many lines of invoices."""
RUN = r"""
import re, sys
from pathlib import Path
from storedesk.cli import run

code = run(sys.argv[1:])
print(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
sys.exit(code)
"""
"""The command, which then says the most memory that it had, in kB."""
KNOWN = """
    SELECT b.barcode, p.name, p.price_amount,
           CASE WHEN i.stock_level > 900 THEN 900 ELSE i.stock_level + 5 END
    FROM public.products AS p JOIN storedesk.product_barcodes AS b ON b.product_id = p.id
    JOIN public.inventory AS i ON i.product_id = p.id
    WHERE b.barcode ~ '^P[0-9]+$'
      AND NOT EXISTS (SELECT FROM public.product_variants AS v WHERE v.product_id = p.id)
    ORDER BY p.id LIMIT %s
"""
MAPS = [word for one in ("code=Code", "name=Name", "price=Price", "stock=Stock")
        for word in ("--map", one)]  # fmt: skip


@dataclass(frozen=True)
class Ran:
    """What became of a command: how long it took, its most memory in MB, and what it said."""

    seconds: float
    megabytes: float
    said: str


def figures(
    store: BigStore, registers: Sequence[UUID], size: int, *, lines: int = INVOICES
) -> Iterator[Figure]:
    with TemporaryDirectory(prefix="storedesk-imports-") as home:
        yield _set_stock(store, registers[:2], size, Path(home) / "counted.csv")
        path = Path(home) / "invoices.csv"
        write_invoices(path, lines)
        ran = imported(store, path, *(word for one in COLUMNS for word in ("--map", one)))
    yield figure(
        "import_invoices", lines, ([ran.seconds], [], []), {"MB": at_most(ROOM)}, unit="s",
        ratios={"MB": ran.megabytes}, details={"said": ran.said.splitlines()[0]},
    )  # fmt: skip


def imported(store: BigStore, path: Path, *words: str) -> Ran:
    """Import a file as the manager does at a terminal."""
    command = [sys.executable, "-c", RUN, "import", "catalog", "--dsn", store.dsn("boss")]
    began = time.perf_counter()
    done = subprocess.run([*command, *words, path], stdout=subprocess.PIPE, text=True, check=True)
    seconds = time.perf_counter() - began
    *said, peak = done.stdout.splitlines(keepends=True)
    return Ran(seconds, int(peak) / 1024, "".join(said))


def _set_stock(store: BigStore, registers: Sequence[UUID], size: int, path: Path) -> Figure:
    wanted = min(size, MOST)
    with psycopg.connect(store.owner) as owner, path.open("w", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["Code", "Name", "Price", "Stock"])
        writer.writerows(owner.execute(KNOWN, [wanted]))
    without = imported(store, path, *MAPS)
    with Tills(store, registers, size) as tills:
        ran = imported(store, path, *MAPS, "--set-stock")
    found = tills.found
    return figure(
        "import_set_stock", wanted, ([ran.seconds], [], [without.seconds]),
        {"refused sales": at_most(0)}, unit="s",
        ratios={"refused sales": sum(len(one.refused) for one in found)},
        details={
            "sales": sum(one.sold for one in found),
            "longest sale ms": max(one.longest for one in found) * 1_000,
            "left as they are": ran.said.count(" on hand now"),
            "MB": ran.megabytes,
            "refused": [code for one in found for code in one.refused],
        },
    )  # fmt: skip


@dataclass
class Sold:
    """What a till did meanwhile."""

    sold: int
    longest: float
    """Seconds of the longest sale, refused or not."""
    refused: list[str]


class Tills:
    """Tills in processes of their own, which sell until they are told to stop."""

    def __init__(self, store: BigStore, registers: Sequence[UUID], size: int) -> None:
        self.found: list[Sold] = []
        self._pipes: list[Connection] = []
        context = get_context("spawn")
        for number, register in enumerate(registers):
            here, there = context.Pipe()
            words = (there, store.dsn(f"till{number}"), register, size, number)
            context.Process(target=work, args=words, daemon=True).start()
            self._pipes.append(here)

    def __enter__(self) -> Self:
        for pipe in self._pipes:
            assert pipe.recv() == "ready"
        for pipe in self._pipes:
            pipe.send("go")
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in self._pipes:
            pipe.send("enough")
        self.found = [pipe.recv() for pipe in self._pipes]


def work(pipe: Connection, dsn: str, register: UUID, size: int, number: int) -> None:
    """Be a till: sell single pieces, from all over the store, until told to stop."""
    till = Ours(dsn, register)
    till.open()
    pipe.send("ready")
    pipe.recv()
    found, every = Sold(0, 0.0, []), codes(size, number * 1_000)
    while not pipe.poll():
        began = time.perf_counter()
        try:
            sale = till.scan(uuid4(), next(every))
            till.quote(sale)
            till.pay(sale)
            found.sold += 1
        except StoreError as error:
            found.refused.append(error.code)
        found.longest = max(found.longest, time.perf_counter() - began)
    till.end_shift()
    till.close()
    pipe.send(found)
