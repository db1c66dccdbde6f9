"""Round trips to the server for each click: what a line of some length makes a person wait for.

The real window works at the end of a cable that counts. A figure is what went to the server between
the click and the moment at which what was asked for is shown; what went after that stands beside
it. Each click is done to a window at rest, as a person does it who looks first.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import UUID

from bench.big_store import PASSWORD, BigStore
from bench.measure import Figure, alone
from bench.tills import Ours, codes
from psycopg.conninfo import conninfo_to_dict

from storedesk import queries
from tests.endurance.cable import Cable
from tests.endurance.windows import Window

PROGRAM = Path(__file__).with_name("clicks.py")
QUIET = 1.0
"""Seconds without a round trip after which nothing more comes of a click."""
LONGEST = 20.0
"""Seconds after which a window that is never quiet is taken as it is."""
MOST: dict[str, int | None] = {"sign_in": 12, "scan": 1, "quote": None, "pay": 1}
MOST_PAGE = 4
SALES, LINES = 5, 3


class Counted:
    """A window at the end of a cable, and the round trips of what it is told to do."""

    def __init__(self, store: BigStore, folder: Path, register: UUID) -> None:
        known = conninfo_to_dict(store.owner)
        self.cable = Cable(lambda: f"{known['host']}/.s.PGSQL.{known['port']}")
        self.window = Window.shared(
            folder, port=self.cable.port, database=known["dbname"], login="bench_boss",
            register=register,
        )  # fmt: skip
        self.window.program = PROGRAM
        self.window.open()

    def click(self, action: str, **how: object) -> tuple[int, int]:
        """Have something done; the round trips until it was shown, and those after."""
        self.settle()
        moments = self.window.ask(action, **how)
        self.settle()
        since = [moment for moment in self.cable.trips if moment >= moments["begun"]]
        until = sum(moment <= moments["shown"] for moment in since)
        return until, len(since) - until

    def settle(self) -> None:
        """Wait until the window has asked nothing for a while."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            last = self.cable.trips[-1] if self.cable.trips else 0.0
            if (left := last + QUIET - time.monotonic()) <= 0:
                return
            time.sleep(left)

    def close(self) -> None:
        self.window.close()
        self.cable.close()


def figures(store: BigStore, register: UUID, size: int, *, sales: int = SALES) -> Iterator[Figure]:
    """Measure signing in, sales, and each page that is opened for the first time."""
    open_shift(store, register)
    with TemporaryDirectory(prefix="storedesk-bench-window-") as folder:
        counted = Counted(store, Path(folder), register)
        try:
            yield from clicks(counted, size, sales)
        finally:
            counted.close()


def clicks(counted: Counted, size: int, sales: int) -> Iterator[Figure]:
    """Work the window; the middle of what was counted for each kind of click."""
    counted.window.ask("ready")
    yield summed("sign_in", size, [counted.click("signed_in", password=PASSWORD)])
    found: dict[str, list[tuple[int, int]]] = {"scan": [], "quote": [], "pay": []}
    every = codes(size)
    for _ in range(sales):
        found["scan"] += [counted.click("scanned", code=next(every)) for _ in range(LINES)]
        found["quote"].append(counted.click("quoted"))
        found["pay"].append(counted.click("paid"))
    for name, series in found.items():
        yield summed(name, size, series)
    for page in counted.window.ask("pages"):
        yield summed(page, size, [counted.click("opened", page=page)])


def summed(name: str, size: int, series: list[tuple[int, int]]) -> Figure:
    return alone(
        f"trips_{name}", size, median(until for until, _ in series), MOST.get(name, MOST_PAGE),
        unit="trips", runs=len(series),
        details={"after it was shown": median(after for _, after in series)},
    )  # fmt: skip


def open_shift(store: BigStore, register: UUID) -> None:
    """Open the manager's shift at the register, if it is not."""
    ours = Ours(store.dsn("boss"), register)
    if ours.read(queries.shifts.open_shift_at, register) is None:
        ours.open()
    ours.close()
