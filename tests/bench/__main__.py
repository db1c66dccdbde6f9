"""The benchmark: `make bench` [ARGS="--products 100000 --only sale tills"].

Writes build/bench.json, anew after each figure. A figure over its bound is marked, and named at the
end. A part that fails is named there as well: the others go on, and the run ends with 1.
"""

import argparse
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from uuid import UUID

import psycopg

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]

from bench import (  # noqa: E402
    commands,
    crowd,
    customers,
    forms,
    gui,
    imports,
    lists,
    mail,
    orders,
    reports,
    reports_beside,
    sale,
    start,
    storage,
    trips,
)
from bench.big_store import BigStore, big_store  # noqa: E402
from bench.handwritten import durability, make_handwritten  # noqa: E402
from bench.measure import Figure, Results  # noqa: E402

TILLS = 16
RUNS = 200
STAFF = {"boss": "manager", **{f"till{n}": "cashier" for n in range(TILLS)}}
REGISTERS = """
    INSERT INTO storedesk.registers (code, name)
    SELECT 'B' || n, 'Bench till ' || n FROM generate_series(1, %s) AS n RETURNING id
"""
Part = Callable[[], Iterable[Figure]]


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--customers", type=int, default=200_000)
    parser.add_argument("--orders", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=RUNS, help="at most so many of each")
    parser.add_argument("--tills", type=int, nargs="+", default=crowd.COUNTS, help="at most 16")
    parser.add_argument("--seconds", type=float, default=3, help="of many tills, a turn")
    parser.add_argument("--sales", type=int, default=2_000, help="for the bytes of a sale")
    parser.add_argument("--year", type=int, default=200_000, help="orders of it, for reports")
    parser.add_argument("--invoices", type=int, default=imports.INVOICES, help="lines of them")
    parser.add_argument("--mails", type=int, default=mail.MAILS)
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    options = parser.parse_args(words)
    results = Results(options.out)
    if "start" in options.only:
        measure(results, {"start": lambda: start.figures(options.runs)})
    wanted = [part for part in PARTS if part in options.only and part != "start"]
    if wanted:
        with big_store(options.products, STAFF) as store:
            bench = Bench(store, options)
            results.about = bench.about()
            measure(results, {part: getattr(bench, part) for part in wanted})
    print(results.summary())
    return 1 if results.failed else 0


def measure(results: Results, parts: dict[str, Part]) -> None:
    """Measure part after part, and keep what each finds."""
    for name, part in parts.items():
        try:
            for figure in part():
                results.add(figure)
        except Exception as error:  # noqa: BLE001 - the other parts are measured all the same
            traceback.print_exc()
            results.failed[name] = f"{type(error).__name__}: {error}"
            results.write()


class Bench:
    """A store with its tills, the same by hand beside it, and the parts that are measured there."""

    def __init__(self, store: BigStore, options: argparse.Namespace) -> None:
        self.store, self.options, self.size = store, options, options.products
        self.hand = make_handwritten(store)
        with psycopg.connect(store.owner, autocommit=True) as owner:
            made = owner.execute(REGISTERS, [TILLS + 1]).fetchall()
        self.registers: list[UUID] = [id_ for (id_,) in made]
        self.office = self.registers.pop()

    def about(self) -> dict[str, object]:
        """Return what the figures are of; refused where durability differs between the columns."""
        ours, by_hand = durability(self.store.dsn("boss")), durability(self.hand)
        assert ours == by_hand, (ours, by_hand)
        with psycopg.connect(self.hand) as line:
            version = line.info.server_version // 10_000
        return {"products": self.size, "postgresql": version, "settings": ours}

    def sale(self) -> Iterable[Figure]:
        runs = self.options.runs
        return sale.figures(self.store, self.hand, self.registers[0], self.size, runs=runs)

    def tills(self) -> Iterable[Figure]:
        return crowd.figures(
            self.store, self.hand, self.registers, self.size,
            counts=self.options.tills, seconds=self.options.seconds,
            turns=min(crowd.TURNS, self.options.runs),
        )  # fmt: skip

    def storage(self) -> Iterable[Figure]:
        sales = self.options.sales
        return storage.figures(self.store, self.hand, self.registers[0], self.size, sales=sales)

    def trips(self) -> Iterable[Figure]:
        return trips.figures(self.store, self.office, self.size, sales=min(5, self.options.runs))

    def commands(self) -> Iterable[Figure]:
        runs = self.options.runs
        return commands.figures(self.store, self.hand, self.office, self.size, runs=runs)

    def forms(self) -> Iterable[Figure]:
        return forms.figures(self.store, self.size, runs=self.options.runs)

    def lists(self) -> Iterable[Figure]:
        return lists.figures(self.store, self.hand, self.size, runs=self.options.runs)

    def gui(self) -> Iterable[Figure]:
        share = min(1, self.options.runs / RUNS)
        return gui.figures(self.store, self.office, self.size, share=share)

    def customers(self) -> Iterable[Figure]:
        customers.fill(self.store, self.options.customers)
        runs = min(140, self.options.runs)
        return customers.figures(self.store, self.options.customers, runs=runs)

    def mail(self) -> Iterable[Figure]:
        return mail.figures(self.store, mails=self.options.mails, runs=self.options.runs)

    def orders(self) -> Iterable[Figure]:
        orders.fill(self.store, self.options.orders)
        runs = self.options.runs
        return orders.figures(self.store, self.options.orders, runs=runs)

    def reports(self) -> Iterable[Figure]:
        count = self.options.year
        first = reports.fill(self.store, count)
        lines = count * 5 // 2
        yield from reports.figures(self.store, first, lines=lines, runs=self.options.runs)
        yield from reports_beside.figures(
            self.store, self.hand, self.registers, first, size=self.size, lines=lines,
            seconds=self.options.seconds, turns=min(reports_beside.TURNS, self.options.runs),
        )  # fmt: skip

    def imports(self) -> Iterable[Figure]:
        return imports.figures(self.store, self.registers, self.size, lines=self.options.invoices)


PARTS = (
    "start", "sale", "tills", "storage", "trips", "commands", "forms", "lists", "gui", "customers",
    "mail", "orders", "imports", "reports",
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
