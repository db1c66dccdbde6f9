"""A cashier at a console who wants money for goods that nobody bought, and two at once."""

import json
import os
import signal
import subprocess
import sys
import time
from uuid import uuid4

import psycopg
import pytest

from tests.commands.test_open_returns import line, take

pytestmark = pytest.mark.usefixtures("invariants")
BY_HAND = [
    (
        "INSERT INTO storedesk.open_returns (id, reason, value_amount, currency, in_cash,"
        " till_session_id, created_by) SELECT gen_random_uuid(), 'x', 1, 'USD', true, t.id, s.id"
        " FROM storedesk.till_sessions AS t, storedesk.staff AS s"
    ),
    "UPDATE storedesk.open_returns SET value_amount = 1",
    "DELETE FROM storedesk.open_returns",
    "SELECT core.pay_open_return(NULL, NULL, NULL)",
    "SELECT core.take_open_return(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    "SELECT core.allow_open_return(NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    "UPDATE storedesk.credit_accounts SET balance_amount = 100",
]
SEND = """
import json, os, psycopg
given = json.loads(os.environ["GIVEN"])
with psycopg.connect(os.environ["DSN"], autocommit=True) as line:
    try:
        words = "SELECT api.take_open_return(%s, %s, %s, %s, %s, false, %s)"
        print(line.execute(words, given).fetchone()[0]["number"], flush=True)
    except psycopg.Error as refusal:
        print(refusal.diag.message_primary, flush=True)
"""
HELD = "SELECT FROM storedesk.till_sessions FOR UPDATE"
COUNTS = """
    SELECT (SELECT count(*) FROM storedesk.open_returns),
           (SELECT count(*) FROM storedesk.credit_entries),
           (SELECT count(*) FROM inventory_audit_log WHERE operation_type = 'restock'),
           (SELECT count(*) FROM storedesk.fiscal_records WHERE kind = 'open_return')
"""


@pytest.fixture
def shift(till):
    return till.store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")


@pytest.fixture
def mug(till, goods):
    made = goods("MUG", price="2.50")
    till.sell("MUG")
    return made


@pytest.fixture
def send(store):
    """Send a return from a process of its own."""

    def send(*given):
        known = {"DSN": store.dsn("bob"), "GIVEN": json.dumps(given, default=str)}
        return subprocess.Popen(
            [sys.executable, "-c", SEND],
            env=os.environ | known,
            stdout=subprocess.PIPE,
            text=True,
        )

    return send


def until_waiting(store, count):
    """Wait until so many wait for a lock."""
    waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    waits += " AND datname = current_database()"
    until = time.monotonic() + 20
    while store.sql(waits) < count:
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.parametrize("words", BY_HAND)
def test_nothing_is_written_by_hand(store, shift, mug, words):
    assert shift
    assert mug
    with psycopg.connect(store.dsn("bob")) as console:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            console.execute(words)
        console.rollback()


def test_no_approval_and_that_of_another_item_give_nothing(
    till, shift, mug, goods, store, allow, refused
):
    cup = goods("CUP", price="2.50")
    till.sell("CUP")
    approval = allow(take(till, shift, line(mug)))
    with refused("open_return_approval"):
        take(till, shift, line(cup))()
    for wrong in (uuid4(), approval):
        with refused("approval_not_valid"):
            take(till, shift, line(cup))(wrong)
    assert store.rows(COUNTS) == [(0, 0, 0, 0)]


@pytest.mark.parametrize("value", ["2.51", "1e3", "99999999.99"])
def test_a_value_above_the_limit_is_refused_whoever_approves(
    till, shift, mug, store, allow, refused, value
):
    approval = allow(take(till, shift, line(mug, value="2.50")), value=value)
    with refused("open_return_too_dear"):
        take(till, shift, line(mug, value=value))(approval)
    assert store.rows(COUNTS) == [(0, 0, 0, 0)]
    exact = take(till, shift, line(mug, value="2.50"))
    assert exact(allow(exact))["refunded"] == "2.50"


def test_in_the_shift_of_others_nothing_comes_back(till_of, hire, shift, mug, store, refused):
    hire("flo")
    flo = till_of("T2", "flo")
    with refused("shift_of_others"):
        take(flo, shift, line(mug))()
    assert store.rows(COUNTS) == [(0, 0, 0, 0)]


def test_of_two_processes_with_one_approval_one_takes_it(till, shift, mug, store, allow, send):
    approval = allow(take(till, shift, line(mug)))
    with psycopg.connect(store.dsn()) as holder:
        holder.execute(HELD)
        both = [
            send(uuid4(), uuid4(), shift, json.dumps([line(mug)]), "a gift", approval)
            for _ in range(2)
        ]
        until_waiting(store, 2)
    ends = sorted(one.communicate(timeout=30)[0].strip() for one in both)
    assert ends[1] == "approval_not_valid"
    assert ends[0].startswith("RET-")
    assert store.rows(COUNTS) == [(1, 1, 1, 1)]


def test_two_processes_with_one_request_get_one_answer(till, shift, mug, store, allow, send):
    approval = allow(take(till, shift, line(mug)))
    given = (uuid4(), uuid4(), shift, json.dumps([line(mug)]), "a gift", approval)
    both = [send(*given), send(*given)]
    ends = {one.communicate(timeout=30)[0].strip() for one in both}
    assert len(ends) == 1
    assert store.rows(COUNTS) == [(1, 1, 1, 1)]


def test_one_that_is_killed_before_it_is_done_is_whole_or_not_there(
    till, shift, mug, store, allow, send
):
    approval = allow(take(till, shift, line(mug)))
    given = (uuid4(), uuid4(), shift, json.dumps([line(mug)]), "a gift", approval)
    with psycopg.connect(store.dsn()) as holder:
        holder.execute(HELD)
        killed = send(*given)
        until_waiting(store, 1)
        os.kill(killed.pid, signal.SIGKILL)
        killed.communicate(timeout=30)
    again = send(*given)
    assert again.communicate(timeout=30)[0].startswith("RET-")
    assert store.rows(COUNTS) == [(1, 1, 1, 1)]
