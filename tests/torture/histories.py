"""Eight people do everything at random while they, lines and the server are cut off.

    python tests/torture/histories.py [--seconds 300] [--seed N] [--no-faults] [--invariants FILE]

Three cashiers, two clerks and three managers sell, place, confirm, ship, correct, deliver, cancel,
collect, take back, send elsewhere, adjust, restock, set, count, edit prices and customers, move
categories and change shifts, each with a journal on disk. Then the books are read.

Exit 1 if anything acknowledged is missing or different, anything unasked for was booked, a rule is
broken, somebody was told what nobody should be, or too little happened to prove a thing.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import psycopg

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from bench.big_store import BigStore, big_store  # noqa: E402
from torture.__main__ import Torture  # noqa: E402
from torture.comparison import Comparison  # noqa: E402
from torture.nemesis import LEAST_KINDS  # noqa: E402

from storedesk.persistence.schema.invariants import broken  # noqa: E402

PEOPLE = ("cashier", "cashier", "cashier", "clerk", "clerk", "manager", "manager", "manager")
LOGINS = {f"person{n}": group for n, group in enumerate(PEOPLE)}
KINDS = {
    "sale", "place", "confirm", "ship", "correct_tracking", "deliver", "cancel", "collect",
    "take_back", "change_address", "adjust", "restock", "set", "count", "price", "customer",
    "category", "shift",
}  # fmt: skip
PACE = 0.4
"""Deeds that everybody has to be told of in a second, or the run has proved nothing."""
CUSTOMERS = """
    INSERT INTO customers (email, password_hash, first_name, last_name)
    SELECT format('customer%s@example.com', n), '!', 'Ann', 'Other ' || n
    FROM generate_series(1, 25) AS n RETURNING id
"""


class Histories(Torture):
    """The people, what is done to them, and what they said."""

    def __init__(self, store: BigStore, folder: Path, options: argparse.Namespace) -> None:
        super().__init__(store, folder, options)
        with psycopg.connect(store.owner, autocommit=True) as owner:
            goods = owner.execute(
                "SELECT b.barcode, b.product_id FROM storedesk.product_barcodes AS b ORDER BY 1"
            ).fetchall()
            customers = [str(key) for (key,) in owner.execute(CUSTOMERS).fetchall()]
        wanted = [*goods[:6] * 20, *goods]  # a few goods that everybody wants
        there_is = {
            "codes": [code for code, _ in wanted],
            "products": [str(product) for _, product in wanted],
            "customers": customers,
        }
        (folder / "goods.json").write_text(json.dumps(there_is), encoding="utf-8")

    def start(self, n: int, seconds: float) -> None:
        command = [
            sys.executable, str(HERE / "person.py"), self.store.dsn(f"person{n}"), PEOPLE[n],
            str(self.registers[n]), str(self.folder / f"{n}.jsonl"),
            str(self.folder / "goods.json"), str(self.chance.randrange(10**9)), str(seconds),
        ]  # fmt: skip
        self.tills[n] = subprocess.Popen(command)

    def check(self) -> list[str]:
        told = [
            json.loads(line)
            for path in self.folder.glob("*.jsonl")
            for line in path.read_text(encoding="utf-8").splitlines()
        ]
        with psycopg.connect(self.store.owner, autocommit=True) as owner:
            books = Comparison(owner, told)
            wrong = books.wrong()
            wrong += [f"rule {rule.name}: {rule.rows[:3]}" for rule in broken(owner)]
        if self.options.invariants:
            wrong += self.foreign(self.options.invariants)
        wrong += [f"told {note}" for note in told if note["what"] == "unexpected"]
        done = Counter({action: len(notes) for action, notes in books.done.items()})
        self.tell(told, done)
        return wrong + self.little(done)

    def foreign(self, path: Path) -> list[str]:
        """Ask rules that others have written down."""
        words = [sys.executable, str(HERE.parent / "foreign_invariants.py"), self.store.owner, path]
        asked = subprocess.run(words, capture_output=True, text=True, check=False)
        print(asked.stdout.splitlines()[-1] if asked.stdout else asked.stderr)
        return [] if asked.returncode == 0 else [asked.stdout + asked.stderr]

    def tell(self, told: list[dict], done: Counter[str]) -> None:
        refused = Counter(note["code"] for note in told if note["what"] == "refused")
        silences = sum(note["what"] == "silence" for note in told)
        print(
            f"{len(PEOPLE)} people, {self.options.seconds} s, seed {self.options.seed}:"
            f" {done.total()} actions acknowledged, {done.total() / self.options.seconds:.1f} a"
            f" second; {silences} silences; faults {dict(self.nemesis.faults)}"
        )
        print("done:", ", ".join(f"{n} {action}" for action, n in done.most_common()))
        print("told that they came late:", dict(refused.most_common()))

    def little(self, done: Counter[str]) -> list[str]:
        seconds, poor = self.options.seconds, []
        if done.total() < PACE * len(PEOPLE) * min(seconds, 60):
            poor.append(f"only {done.total()} actions")
        missing = KINDS - set(done)
        if len(missing) > (0 if seconds >= 60 else len(KINDS) // 3):
            poor.append(f"nobody ever did {missing}")
        faults = self.nemesis.faults
        if not self.options.no_faults and seconds >= 60 and len(faults) < LEAST_KINDS:
            poor.append(f"only these faults: {dict(faults)}")
        return poor


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--no-faults", action="store_true")
    parser.add_argument("--invariants", type=Path, metavar="FILE")
    options = parser.parse_args()
    options.tills = len(PEOPLE)
    with tempfile.TemporaryDirectory() as folder, big_store(200, LOGINS, stock=500) as store:
        histories = Histories(store, Path(folder), options)
        histories.run()
        wrong = histories.check()
    print("\n".join(wrong) or "everything that was acknowledged is in the books, and nothing else")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
