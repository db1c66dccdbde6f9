"""A till in a process of its own: python tillwork.py ROLE DSN REGISTER SEED.

It says "ready", waits for a line, does its work through a real login, and prints what came of it
as one line of JSON. Run from tests; ROLE is one of the functions below.
"""

import json
import random
import select
import sys
import time
from collections import Counter
from decimal import Decimal
from uuid import uuid4

import psycopg
from psycopg.rows import scalar_row

SECONDS = 4.0


class Till:
    def __init__(self, dsn, register):
        self.connection = psycopg.connect(dsn, autocommit=True, row_factory=scalar_row)
        self.register = register

    def call(self, command, *arguments):
        given = [json.dumps(a) if isinstance(a, list) else a for a in (uuid4(), *arguments)]
        holes = ", ".join(["%s"] * len(given))
        return self.connection.execute(f"SELECT api.{command}({holes})", given).fetchone()

    def pay(self, order, total):
        tender = {"id": str(uuid4()), "method": "cash", "amount": total, "tendered": None}
        return self.call("pay", order, [tender])


def last_piece(till, _):
    """Scan one mug before the start; then quote it, and pay if it is held."""
    order = uuid4()
    total = till.call("scan", till.register, order, "MUG", 1)["total"]
    yield
    if not till.call("quote", order, total, [])["is_held"]:
        yield {"told": True}
        return
    yield {"sold": till.pay(order, total)["order_number"]}


def gift_card(till, _):
    """Sell mugs one after the other, and pay each with what a gift card gives, the rest in cash.

    The register's label is REGISTER CODE. The card is asked again and again, at the same moment as
    other tills do, until nothing is left on it.
    """
    till.register, code = till.register.split()
    order = uuid4()
    total = till.call("scan", till.register, order, "MUG", 1)["total"]
    yield
    spent, refused, empty = Decimal(0), Counter(), 0
    while empty < 3:
        assert till.call("quote", order, total, [])["is_held"]
        tenders, given = [], Decimal(0)
        try:
            taken = till.call("take_credit", order, code, "3.70")
            given = Decimal(taken["amount"])
            tender = {"id": taken["tender"], "method": "store_credit", "amount": taken["amount"]}
            tenders.append(tender)
        except psycopg.Error as error:
            refused[error.diag.message_primary] += 1
            empty += error.diag.message_primary == "credit_empty"
        rest = {"id": str(uuid4()), "method": "cash", "amount": str(Decimal(total) - given)}
        till.call("pay", order, [*tenders, rest])
        spent += given
        order = uuid4()
        till.call("scan", till.register, order, "MUG", 1)
    till.call("discard_sale", order)
    yield {"spent": str(spent), "refused": refused}


def baskets(till, chance):
    """Sell random baskets out of a few goods for some seconds, a third of them broken off."""
    yield
    numbers, failures = [], []
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        order = uuid4()
        try:
            for code in chance.sample("ABCDEF", chance.randrange(1, 6)):
                sale = till.call("scan", till.register, order, code, chance.randrange(1, 3))
            if not till.call("quote", order, sale["total"], [])["is_held"]:
                till.call("discard_sale", order)
                continue
            if chance.random() < 0.3:
                with till.connection.transaction(force_rollback=True):
                    till.pay(order, sale["total"])
                till.call("discard_sale", order)
            else:
                numbers.append(till.pay(order, sale["total"])["order_number"])
        except psycopg.Error as error:
            if error.diag.message_primary != "shift_not_open":  # somebody is closing it
                failures.append(f"{error.sqlstate} {error.diag.message_primary}")
                break
            till.call("discard_sale", order)
    yield {"numbers": numbers, "failures": failures}


def until_told(till, chance):
    """Sell single pieces of C0, C1, ... one after the other, until the next line on stdin."""
    like = "SELECT count(*) FROM storedesk.product_barcodes WHERE barcode ~ '^C[0-9]+$'"
    goods = till.connection.execute(like).fetchone()
    yield
    sold, failures, longest = Counter(), [], 0.0
    while not select.select([sys.stdin], [], [], 0)[0] and not failures:
        order, code, began = uuid4(), f"C{chance.randrange(goods)}", time.monotonic()
        try:
            sale = till.call("scan", till.register, order, code, 1)
            if not till.call("quote", order, sale["total"], [])["is_held"]:
                failures.append(f"{code} is not held")
            till.pay(order, sale["total"])
            sold[code] += 1
        except psycopg.Error as error:
            failures.append(f"{error.sqlstate} {error.diag.message_primary}")
        longest = max(longest, time.monotonic() - began)
    yield {"sold": sold, "failures": failures, "longest": longest}


def recall(till, _):
    """Go on with the one sale that is parked."""
    order = till.connection.execute("SELECT order_id FROM storedesk.till_carts").fetchone()
    yield
    try:
        till.call("recall", order, till.register)
        yield {"recalled": True}
    except psycopg.Error as error:
        yield {"refused": error.diag.message_primary}


def close_and_open(till, _):
    """Close the register's shift and open the next one, over and over."""
    yield
    closed = 0
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        shift = till.connection.execute(
            "SELECT id FROM storedesk.till_sessions WHERE register_id = %s AND status = 'open'",
            [till.register],
        ).fetchone()
        if shift is None:
            try:
                till.call("open_shift", till.register, "10")
            except psycopg.Error as error:
                if error.diag.message_primary != "shift_already_open":
                    raise
            continue
        till.call("close_shift", shift, "10", "counted in a hurry")
        closed += 1
    yield {"closed": closed}


def main(role, dsn, register, seed):
    roles = (last_piece, gift_card, baskets, until_told, recall, close_and_open)
    work = {f.__name__: f for f in roles}[role]
    steps = work(Till(dsn, register), random.Random(seed))
    next(steps)
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(next(steps)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
