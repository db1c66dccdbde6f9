"""The queue of all messages is filled, and kept full: sales do not depend on it."""

import queue
import select
import time
from contextlib import suppress

import psycopg
import pytest
from psycopg import errors

from storedesk.persistence.engine import listener as listening
from storedesk.persistence.engine.errors import refusal_of
from storedesk.persistence.engine.listener import ANYTHING, Listener
from tests.tills import Till

pytestmark = pytest.mark.usefixtures("has_small_queues")

FILL = "SELECT count(pg_notify('noise', repeat('x', 7900) || n)) FROM generate_series(1, 40) AS n"
USAGE = "SELECT pg_notification_queue_usage()"


def fill(attacker):
    """Tell so much that the queue is full."""
    with suppress(errors.ProgramLimitExceeded):
        while True:
            attacker.execute(FILL)


@pytest.fixture
def holder(small, line):
    """Listen, and stay in a transaction, which keeps what is told in the queue."""
    holder = line(small, small.stranger("cashier"), autocommit=False)
    holder.execute("LISTEN noise")
    holder.commit()
    holder.execute("SELECT 1")
    return holder


@pytest.fixture
def attacker(small, line):
    return line(small, small.stranger("cashier"))


@pytest.fixture
def till(small):
    till = Till(small, "A0", "till0")
    if not small.sql("SELECT count(*) FROM storedesk.till_sessions WHERE status = 'open'"):
        till.open()
    yield till
    till.close()


@pytest.fixture
def window(small, monkeypatch):
    """A window that listens, and looks at the queue all the time."""
    monkeypatch.setattr(listening, "LOOKS", 0.5)
    told = queue.Queue()
    listener = Listener(small.dsn("till1"), told.put)
    listener.start()
    assert told.get(timeout=5) == ANYTHING
    yield told
    listener.stop()
    listener.join()


def test_a_full_queue_fails_no_sale(small, holder, attacker, till):
    fill(attacker)
    assert small.sql(USAGE) > 0.9
    with pytest.raises(errors.ProgramLimitExceeded) as full:
        attacker.execute("NOTIFY noise, 'one more'")
    assert refusal_of(full.value).code == "kept_waiting"

    assert till.sell("C1", "C2", "C3")["total"] == "7.50"

    holder.rollback()
    assert small.sql(USAGE) < 0.5  # asking frees what everybody has read


def test_a_window_looks_by_itself_while_it_is_told_nothing(small, holder, attacker, till, window):
    fill(attacker)
    while not window.empty():
        window.get()
    till.sell("C1")
    told = [window.get(timeout=5) for _ in range(3)]

    assert told == [ANYTHING] * 3
    holder.rollback()
    assert small.sql(USAGE) < 0.5
    till.sell("C2")
    while window.get(timeout=5) == ANYTHING:
        pass


@pytest.mark.slow
@pytest.mark.parametrize("how", ["in a transaction", "by not reading"])
def test_whoever_keeps_the_queue_full_is_ended_by_a_window(
    how, small, attacker, till, window, line
):
    mean = line(small, small.stranger("cashier"), autocommit=how == "by not reading")
    mean.execute("SET idle_in_transaction_session_timeout = 0")
    mean.execute("LISTEN noise")
    if how == "in a transaction":
        mean.commit()
        mean.execute("SELECT 1")
    begun = time.monotonic()
    while small.sql(USAGE) < 0.9:
        assert time.monotonic() - begun < 20
        fill(attacker)  # what is not read fills the line first, and then the queue

    while small.sql(USAGE) > 0.1:
        assert time.monotonic() - begun < 40
        assert till.sell("C1")["total"] == "2.50"

    with suppress(psycopg.OperationalError):
        while True:  # what had been told before is still on its way
            select.select([mean], [], [], 1)
            mean.execute("SELECT 1")
    assert mean.closed
    reasons = "SELECT DISTINCT reason FROM storedesk.blockers WHERE login = %s AND is_ended"
    assert small.sql(reasons, mean.info.user) == "queue"
    till.sell("C2")
    while window.get(timeout=5) == ANYTHING:
        pass
