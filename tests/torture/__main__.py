"""Four tills sell at random while one is killed and lines are cut; then journals meet the books.

    python tests/torture [--seconds 600] [--tills 4] [--seed N] [--no-faults] [--csv FILE ...]

Exit 1 if anything acknowledged is missing or different, anything unasked for was booked, an
invariant is broken, or too little happened to prove a thing.
"""

import argparse
import json
import os
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
sys.path.insert(0, str(HERE.parent))

from bench.big_store import BigStore, big_store  # noqa: E402

from storedesk.persistence.invariants import broken  # noqa: E402


class Torture:
    """The tills, what is done to them, and what they said."""

    def __init__(self, store: BigStore, folder: Path, options: argparse.Namespace) -> None:
        self.store, self.folder, self.options = store, folder, options
        self.chance = random.Random(options.seed)
        self.faults: Counter[str] = Counter()
        self.tills: dict[int, subprocess.Popen[bytes]] = {}
        with psycopg.connect(store.owner, autocommit=True) as owner:
            self.registers = [self.register(owner, n) for n in range(options.tills)]
            codes = owner.execute(
                "SELECT barcode FROM storedesk.product_barcodes ORDER BY barcode LIMIT 3000"
            ).fetchall()
        hot = [code for (code,) in codes[:5]] * 60  # a few goods that everybody wants
        self.codes = ",".join([*hot, *(code for (code,) in codes)])

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
            str(self.chance.randrange(10**9)), str(seconds),
        ]  # fmt: skip
        there = os.environ | {"STOREDESK_CODES": self.codes}
        self.tills[n] = subprocess.Popen(command, env=there)

    def run(self) -> None:
        ends = time.monotonic() + self.options.seconds
        for n in range(self.options.tills):
            self.start(n, self.options.seconds)
        while (left := ends - time.monotonic()) > 3:
            time.sleep(self.chance.uniform(0.3, 2.0))
            if not self.options.no_faults:
                self.chance.choice((self.kill_a_till, self.cut_a_line, self.cut_all_lines))(left)
            for n, process in self.tills.items():
                if process.poll() not in (None, -signal.SIGKILL, 0):
                    raise SystemExit(f"till {n} died of a bug: {process.returncode}")
        for process in self.tills.values():
            process.wait(60)

    def kill_a_till(self, left: float) -> None:
        n = self.chance.choice(list(self.tills))
        self.tills[n].kill()
        self.tills[n].wait()
        self.start(n, left)
        self.faults["till killed"] += 1

    def cut_a_line(self, _: float) -> None:
        self.cut("ORDER BY random() LIMIT 1")
        self.faults["line cut"] += 1

    def cut_all_lines(self, _: float) -> None:
        self.cut("")
        self.faults["all lines cut"] += 1

    def cut(self, which: str) -> None:
        with psycopg.connect(self.store.owner, autocommit=True) as owner:
            owner.execute(f"""
                SELECT pg_terminate_backend(pid) FROM (
                    SELECT pid FROM pg_stat_activity WHERE application_name = 'storedesk' {which}
                ) AS lines
            """)

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
            f" {silences} silences; faults {dict(self.faults)}; refused {dict(refused)}"
        )

    def too_little(self, told: list[dict], paid: list[dict]) -> list[str]:
        floor = self.options.tills * self.options.seconds * 0.5
        poor = [f"only {len(paid)} sales"] if len(paid) < floor else []
        unexpected = sum(note["what"] == "refused" for note in told)
        if unexpected > 0.05 * max(len(paid), 1):
            poor.append(f"{unexpected} refusals")
        if not self.options.no_faults and self.options.seconds >= 60 and len(self.faults) < 3:
            poor.append(f"only these faults: {dict(self.faults)}")
        return poor


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--tills", type=int, default=4)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--no-faults", action="store_true")
    parser.add_argument("--products", type=int, default=3000)
    options = parser.parse_args()
    staff = {f"till{n}": "cashier" for n in range(options.tills)}
    with (
        tempfile.TemporaryDirectory() as folder,
        big_store(options.products, staff, stock=300) as store,
    ):
        torture = Torture(store, Path(folder), options)
        torture.run()
        wrong = torture.check()
    print("\n".join(wrong) or "everything that was acknowledged is in the books, and nothing else")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
