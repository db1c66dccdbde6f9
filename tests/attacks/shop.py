"""The store that is attacked: four tills that sell, and what their sales took meanwhile."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg

from storedesk.services.administration import let_program_in
from tests.conftest import PASSWORD, Store
from tests.drawn import unique

HERE = Path(__file__).parent
CODES = [f"C{n}" for n in range(30)]
TILLS = 4
PATIENCE = 10.0
"""Seconds after which whoever is attacked has to be able to go on."""


@dataclass
class Measured:
    """What the tills noted between two moments."""

    notes: list

    def took(self, name):
        return sorted(note["took"] for note in self.notes if note["name"] == name)

    @property
    def sales(self):
        return len(self.took("sale"))

    @property
    def refused(self):
        return sorted({note["refused"] for note in self.notes if note["refused"]})

    @property
    def usual(self):
        """How long the sale in the middle took."""
        sales = self.took("sale")
        return sales[len(sales) // 2] if sales else float("inf")

    @property
    def longest(self):
        """How long the longest command took."""
        return max((n["took"] for n in self.notes if n["name"] != "sale"), default=0.0)

    def __str__(self):
        return (
            f"{self.sales} sales, {self.usual * 1000:.0f} ms as a rule, longest command"
            f" {self.longest:.1f} s, refused {self.refused or 'none'}"
        )


class Tills:
    """Four tills, each in a process of its own."""

    def __init__(self, shop, folder):
        self.files = [folder / f"{n}-{unique(6)}.jsonl" for n in range(TILLS)]
        self.processes = [self._start(shop, n, file) for n, file in enumerate(self.files)]
        for process in self.processes:
            assert process.stdout.readline() == "ready\n"

    def _start(self, shop, n, file):
        words = [
            sys.executable, str(HERE / "seller.py"), shop.dsn(f"till{n}"), str(shop.register(n)),
            ",".join(CODES), str(shop.customer(n)), str(file),
        ]  # fmt: skip
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return subprocess.Popen(words, text=True, **pipes)

    def stop(self):
        """Let each finish its sale, and go."""
        for process in self.processes:
            process.stdin.close()
        for process in self.processes:
            assert process.wait(60) == 0
            process.stdout.close()

    def told(self, begin, end):
        """Read what was noted of commands that ended between two moments."""
        told = [line for file in self.files for line in file.read_text("utf-8").split("\n")[:-1]]
        notes = [json.loads(line) for line in told]  # but for the one that is just being written
        return Measured([one for one in notes if begin <= one["at"] + one["took"] < end])


class AttackedShop(Store):
    """A store with people, goods and customers enough to be attacked by."""

    def build(self):
        super().build()
        self.sql(
            "UPDATE storedesk.limits"
            " SET value = CASE kind WHEN 'discount_percent' THEN 100 ELSE 99999999 END"
        )
        for n in range(TILLS):
            self.hire(f"till{n}", "cashier")
        self.sql("INSERT INTO categories (name) VALUES ('Things')")
        for code in CODES:
            self.stock(code)

    def hire(self, person, group):
        """Let somebody or a web shop in as an admin does: with a limit to their connections."""
        login = self.login(person)
        if group == "webshop":
            let_program_in(self.dsn(), login, group, PASSWORD)
            return
        with psycopg.connect(self.dsn(), autocommit=True) as line:
            verifier = line.pgconn.encrypt_password(
                PASSWORD.encode(), login.encode(), b"scram-sha-256"
            )
            words = "SELECT core.create_staff(core.now(), %s, %s, %s, %s)"
            line.execute(words, [login, person.title(), [group], verifier.decode()])

    def stock(self, code):
        product = uuid4()
        self.sql(
            "INSERT INTO products (id, name, price_amount, category_id, status)"
            " SELECT %s, %s, 2.50, id, 'active' FROM categories WHERE name = 'Things'",
            product, f"Thing {code}",
        )  # fmt: skip
        move = "SELECT core.move_stock(%s, NULL, 'set', 1000000, 'opening', NULL, core.now())"
        self.sql(move, product)
        words = "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)"
        self.sql(words, code, product)

    def register(self, n):
        words = """
            INSERT INTO storedesk.registers (code, name) VALUES (%s, %s)
            ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id
        """
        return self.sql(words, f"A{n}", f"Till {n}")

    def customer(self, n):
        words = """
            INSERT INTO customers (email, first_name, last_name) VALUES (%s, 'Ann', 'Other')
            ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id
        """
        return self.sql(words, f"ann{n}@example.com")

    def stranger(self, group):
        """Hire somebody new, who has not been ended before; return what to call them."""
        person = f"mal{unique(8)}"
        self.hire(person, group)
        return person

    @contextmanager
    def selling(self, folder):
        """Have four tills sell meanwhile."""
        tills = Tills(self, folder)
        try:
            yield tills
        finally:
            tills.stop()


def measure(tills, seconds):
    """Let the tills sell for a while, and tell what that was like."""
    begin = time.time()
    time.sleep(seconds)
    return tills.told(begin, time.time())
