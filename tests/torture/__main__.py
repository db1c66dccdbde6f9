"""Four tills sell at random while tills, lines and the server are cut off; then the books are read.

    python tests/torture [--seconds 600] [--tills 4] [--seed N] [--no-faults] [--goods FILE ...]

With --goods the tills sell what stands in a real shop's invoices, not goods that are made up.

Exit 1 if anything acknowledged is missing or different, anything unasked for was booked, an
invariant is broken, or too little happened to prove a thing.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from uuid import UUID

import psycopg

HERE = Path(__file__).parent
STOCK = 300
"""Pieces of everything, to begin with."""
sys.path.insert(0, str(HERE.parent))

from bench.big_store import BigStore, big_store  # noqa: E402
from torture.nemesis import LEAST_KINDS, Nemesis  # noqa: E402
from torture.real_products import bring_in  # noqa: E402

from storedesk.persistence.schema.invariants import broken  # noqa: E402


class Torture:
    """The tills, what is done to them, and what they said."""

    def __init__(self, store: BigStore, folder: Path, options: argparse.Namespace) -> None:
        self.store, self.folder, self.options = store, folder, options
        self.chance = random.Random(options.seed)
        self.nemesis = Nemesis(store.server, store.owner, self.chance, self.restart_a_till)
        self.tills: dict[int, subprocess.Popen[bytes]] = {}
        with psycopg.connect(store.owner, autocommit=True) as owner:
            self.registers = [self.register(owner, n) for n in range(options.tills)]
            rows = owner.execute("SELECT barcode FROM storedesk.product_barcodes ORDER BY barcode")
            codes = [code for (code,) in rows]
        hot = codes[:5] * 60  # a few goods that everybody wants
        (folder / "codes.json").write_text(json.dumps([*hot, *codes]), encoding="utf-8")

    @staticmethod
    def register(owner: psycopg.Connection, n: int) -> UUID:
        words = """
            INSERT INTO storedesk.registers (code, name) VALUES (%s, %s)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name RETURNING id
        """
        return owner.execute(words, [f"T{n}", f"Torture till {n}"]).fetchone()[0]

    def start(self, n: int, seconds: float) -> None:
        command = [
            sys.executable, str(HERE / "till.py"), self.store.dsn(f"till{n}"),
            str(self.registers[n]), str(self.folder / f"{n}.jsonl"),
            str(self.folder / "codes.json"), str(self.chance.randrange(10**9)), str(seconds),
        ]  # fmt: skip
        self.tills[n] = subprocess.Popen(command)

    def restart_a_till(self, seconds: float) -> None:
        n = self.chance.choice(list(self.tills))
        self.tills[n].kill()
        self.tills[n].wait()
        self.start(n, seconds)

    def run(self) -> None:
        try:
            self.strike()
            for process in self.tills.values():
                process.wait(60)
        finally:
            for process in self.tills.values():
                process.kill()

    def strike(self) -> None:
        """Start everybody, and do to them what can be done until their time is up."""
        ends = time.monotonic() + self.options.seconds
        for n in range(self.options.tills):
            self.start(n, self.options.seconds)
        while (left := ends - time.monotonic()) > 3:
            time.sleep(self.chance.uniform(0.3, 2.0))
            if not self.options.no_faults:
                self.nemesis.strike(left)
            for n, process in self.tills.items():
                if process.poll() not in (None, -signal.SIGKILL, 0):
                    raise SystemExit(f"till {n} died of a bug: {process.returncode}")

    def check(self) -> list[str]:
        """Return what is wrong."""
        told = [
            json.loads(line)
            for path in self.folder.glob("*.jsonl")
            for line in path.read_text(encoding="utf-8").splitlines()
        ]
        tried = {note["order"] for note in told if note["what"] in {"try", "again"}}
        with psycopg.connect(self.store.owner, autocommit=True) as owner:
            books = {
                str(id_): (number, str(total))
                for id_, number, total in owner.execute(
                    "SELECT id, order_number, total_amount FROM public.orders"
                )
            }
            wrong = [f"invariant {name.name}: {name.rows[:3]}" for name in broken(owner)]
        paid = [note for note in told if note["what"] == "paid"]
        wrong += [
            f"acknowledged {note}, in the books {books.get(note['order'])}"
            for note in paid
            if books.get(note["order"]) != (note["number"], note["total"])
        ]
        wrong += [f"nobody tried {order}" for order in books.keys() - tried]
        numbers = Counter(note["number"] for note in paid)
        wrong += [f"{number} was given {n} times" for number, n in numbers.items() if n > 1]
        self.say(told, paid, books)
        return wrong + self.too_little(told, paid)

    def say(self, told: list[dict], paid: list[dict], books: dict) -> None:
        refused = Counter(note["code"] for note in told if note["what"] == "refused")
        silences = sum(note["what"] == "silence" for note in told)
        unheard = len(books) - len({note["order"] for note in paid})
        print(
            f"{self.options.tills} tills, {self.options.seconds} s, seed {self.options.seed}: "
            f"{len(books)} sales booked, {len(paid)} acknowledged, {unheard} whose answer was lost,"
            f" {silences} silences; {len(paid) / self.options.seconds:.1f} sales a second;"
            f" faults {dict(self.nemesis.faults)}; refused {dict(refused)}"
        )
        if away := sorted(self.nemesis.away):
            print(
                f"the server was gone {len(away)} times:"
                f" {away[len(away) // 2]:.2f} s as a rule, {away[-1]:.2f} s at most"
            )

    def too_little(self, told: list[dict], paid: list[dict]) -> list[str]:
        floor = self.options.tills * self.options.seconds * 0.5
        poor = [f"only {len(paid)} sales"] if len(paid) < floor else []
        unexpected = sum(note["what"] == "refused" for note in told)
        if unexpected > 0.05 * max(len(paid), 1):
            poor.append(f"{unexpected} refusals")
        faults = self.nemesis.faults
        if not self.options.no_faults and self.options.seconds >= 60 and len(faults) < LEAST_KINDS:
            poor.append(f"only these faults: {dict(faults)}")
        return poor


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--tills", type=int, default=4)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--no-faults", action="store_true")
    parser.add_argument("--products", type=int, default=3000)
    parser.add_argument("--goods", type=Path, nargs="+", default=[], metavar="FILE")
    options = parser.parse_args()
    staff = {f"till{n}": "cashier" for n in range(options.tills)} | {"boss": "manager"}
    made_up = 0 if options.goods else options.products
    with (
        tempfile.TemporaryDirectory() as folder,
        big_store(made_up, staff, stock=STOCK) as store,
    ):
        if options.goods:
            print(bring_in(store.dsn("boss"), options.goods, stock=STOCK))
        torture = Torture(store, Path(folder), options)
        torture.run()
        wrong = torture.check()
    print("\n".join(wrong) or "everything that was acknowledged is in the books, and nothing else")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
