"""What somebody does who has a cashier's password, or the web shop's, and a console.

Each attack is a function of a shop and of an event that ends it. Whoever is ended comes back at
once, for as long as the store lets them in.
"""

import threading
from contextlib import contextmanager, suppress
from functools import partial
from uuid import uuid4

import psycopg

from tests.attacks.shop import CODES
from tests.drawn import unique

FREELY = """
    SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0
"""
"""Limits that everybody may lift for themselves."""
LONG = 600


def again(shop, person, stopping, attack):
    """Attack on a new connection, and on another one whenever that was ended."""
    while not stopping.is_set():
        with suppress(psycopg.Error):
            line = psycopg.connect(shop.dsn(person))
            ending = threading.Thread(target=_end, args=(stopping, line), daemon=True)
            try:
                line.execute(FREELY)
                line.commit()
                ending.start()
                attack(stopping, line)
            finally:
                line.close()
        stopping.wait(0.2)


def _end(stopping, line):
    """Call off what runs when the time is up."""
    while not line.closed:
        if stopping.wait(0.1):
            with suppress(psycopg.Error):
                line.cancel_safe(timeout=2)
            return


def stay(stopping, line):
    """Keep the transaction open until somebody ends it."""
    while not stopping.wait(0.2):
        line.execute("SELECT 1")


# ---------- locks: how what sales need is held


def hold_customers(_shop, _person, stopping, line):
    """SELECT FOR UPDATE: every customer to whom a till might sell."""
    line.execute("SELECT FROM customers FOR UPDATE")
    stay(stopping, line)


def ready_to_pay(shop, person):
    """Have a sale of everything on the screen of a register of one's own."""
    register = shop.register(f"M{unique(6)}")
    order = uuid4()
    with psycopg.connect(shop.dsn(person), autocommit=True) as line:
        line.execute("SELECT api.open_shift(%s, %s, 0)", [uuid4(), register])
        for code in CODES:
            sale = line.execute(
                "SELECT api.scan(%s, %s, %s, %s)", [uuid4(), register, order, code]
            ).fetchone()[0]
    return order, sale["total"]


def leave_a_command_open(shop, person, stopping, line):
    """A command inside BEGIN that is never ended: it holds the stock of all goods."""
    order, total = ready_to_pay(shop, person)
    line.execute("SELECT api.quote(%s, %s, %s)", [uuid4(), order, total])
    stay(stopping, line)


def sleep_beside_a_command(shop, person, _stopping, line):
    """A command and a sleep in one statement: nothing is ever idle in a transaction."""
    order, total = ready_to_pay(shop, person)
    words = "SELECT api.quote(%s, %s, %s), pg_sleep(%s)"
    line.execute(words, [uuid4(), order, total, LONG])


def hold_the_shelves(_shop, _person, stopping, line):
    """Update all stock by the web shop's login, and never commit."""
    line.execute("UPDATE inventory SET version = version + 1")
    stay(stopping, line)


def hold_one_after_the_other(shop, person, stopping, line):
    """Wait for the one who holds it, to be the next one to hold it."""
    hold_customers(shop, person, stopping, line)


def hold_by_turns(_shop, _person, stopping, line):
    """Hold it for less than five seconds; by then another one of the same login waits for it."""
    while not stopping.is_set():
        line.execute("SELECT FROM customers FOR UPDATE")
        stopping.wait(2)
        line.commit()


def hold_a_table(_shop, _person, stopping, line):
    """Take a table's lock without any right to it, and ask for a stronger one."""
    line.execute("PREPARE later AS DELETE FROM orders")
    with suppress(psycopg.errors.InsufficientPrivilege):
        line.execute("CREATE RULE mine AS ON INSERT TO orders DO NOTHING")
    line.rollback()
    line.execute("PREPARE later AS DELETE FROM orders")
    stay(stopping, line)


LOCKS = {
    "select for update": (hold_customers, "cashier", 1),
    "a command left open": (leave_a_command_open, "cashier", 1),
    "a command and a sleep": (sleep_beside_a_command, "cashier", 1),
    "the web shop's login": (hold_the_shelves, "webshop", 1),
    "twelve of one login": (hold_one_after_the_other, "cashier", 12),
    "by turns": (hold_by_turns, "cashier", 12),
    "a table": (hold_a_table, "cashier", 3),
}
"""By name: what each session does, of which group it is, and how many there are."""

# ---------- what can be used up


def repeat(words, stopping, line):
    """Say it over and over, whatever is answered."""
    line.autocommit = True
    while not stopping.is_set() and not line.closed:
        with suppress(psycopg.DatabaseError):
            line.execute(words)


def come_in(shop, person, stopping):
    """Come in and go, over and over."""
    while not stopping.is_set():
        with suppress(psycopg.Error):
            psycopg.connect(shop.dsn(person)).close()


COUNT = "SELECT count(*) FROM generate_series(1, 100000000000)"
BUILD = "SELECT length(repeat('x', 1000000000)), length(repeat(md5(random()::text), 30000000))"
SORT = "SELECT max(x) FROM (SELECT md5(g::text) x FROM generate_series(1, 20000000) g ORDER BY 1) y"
TELL = "SELECT count(pg_notify('noise', repeat('x', 7900) || n)) FROM generate_series(1, 5000) AS n"
NEWS = "SELECT count(pg_notify('storedesk', repeat('[', 7900) || n)) FROM generate_series(1, 500) n"
LOOP = "DO $$ BEGIN LOOP RAISE WARNING 'noise'; END LOOP; END $$"
EMIT = "SELECT pg_logical_emit_message(false, 'noise', repeat('x', 100000000))"
WRONG = "SELECT repeat('x', 100000)::int"
QUEUE = "SELECT count(pg_notification_queue_usage()) FROM generate_series(1, 10000000)"
XIDS = "SET synchronous_commit = off; SELECT txid_current()"

LOADS = {
    "count for ever": partial(repeat, COUNT),
    "build 1 GB each": partial(repeat, BUILD),
    "sort on the disk": partial(repeat, SORT),
    "flood the queue": partial(repeat, TELL),
    "flood the windows": partial(repeat, NEWS),
    "loop in the server": partial(repeat, LOOP),
    "write into the log of writes": partial(repeat, EMIT),
    "fail at length": partial(repeat, WRONG),
    "ask for the queue": partial(repeat, QUEUE),
    "use up transactions": partial(repeat, XIDS),
}
"""By name: what each of the twelve sessions that a login may have does."""


@contextmanager
def attacking(shop, attack, group="cashier", sessions=12):
    """Have sessions of one login do something while something else is done."""
    person, stopping = shop.stranger(group), threading.Event()
    threads = [
        threading.Thread(target=again, args=(shop, person, stopping, attack(person)), daemon=True)
        for _ in range(sessions)
    ]
    for thread in threads:
        thread.start()
    try:
        yield person
    finally:
        stopping.set()
        for thread in threads:
            thread.join(30)
        assert not any(thread.is_alive() for thread in threads)
