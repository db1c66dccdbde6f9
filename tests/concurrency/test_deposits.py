"""Deposits, and what else may happen to their order at the same moment.

Real processes with real logins, let go at once, several times over.
"""

import json
import signal
import time
from collections import Counter
from subprocess import TimeoutExpired
from uuid import uuid4

import pytest

from tests.tills import cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

ROUNDS = 6


@pytest.fixture
def shift(store, till):
    assert till.sale() is None
    return store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")


@pytest.fixture
def with_deposit(orders, goods, shift):
    mug = goods("MUG", on_hand=1_000)

    def with_deposit(*, ago=0):
        order = orders.placed_ago(ago, (mug, 2)) if ago else orders.placed((mug, 2))
        orders.step("take_deposit", order, shift, "1.00", [cash("1.00")], by="bob")
        return order, orders.column(order, "version")

    return with_deposit


def test_two_tills_pay_the_rest_at_once(people, orders, with_deposit, shift):
    both = people("bob", "cyd")

    for _ in range(ROUNDS):
        order, seen = with_deposit()
        told = both.at_once(
            ["collect_order", uuid4(), order, seen, shift, [cash("4.00")]],
            ["confirm_order", uuid4(), order, seen, [charged("4.00")], shift],
        )
        assert sorted(one[0] for one in told) == ["done", "refused"], told
        assert [float(amount) for *_, amount in orders.money(order)] == [1, 4]


def test_two_deposits_and_a_cancellation_at_once(people, orders, with_deposit, shift):
    three = people("bob", "cyd", "cyd")

    for _ in range(ROUNDS):
        order, seen = with_deposit()
        taking = ["take_deposit", order, seen, shift, "3.00"]
        told = three.at_once(
            [taking[0], uuid4(), *taking[1:], [cash("3.00")]],
            [taking[0], uuid4(), *taking[1:], [charged("3.00")]],
            ["cancel_order", uuid4(), order, seen, "no", shift],
        )
        assert sorted(one[0] for one in told) == ["done", "refused", "refused"], told
        if orders.column(order, "status") == "cancelled":
            assert [one[:2] for one in orders.money(order)] == [
                ("payment", "cash"), ("refund", "cash")
            ]  # fmt: skip


def test_a_deposit_against_expiry(system, people, orders, goods, shift):
    mug = goods("MUG", on_hand=100)
    both = people("bob", system)
    came = Counter()

    for _ in range(ROUNDS * 2):
        order = orders.placed_ago(8, (mug, 1))
        seen = orders.column(order, "version")
        taken, _ = both.at_once(
            ["take_deposit", uuid4(), order, seen, shift, "1.00", [cash("1.00")]],
            ["expire_orders", 100],
        )
        status = orders.column(order, "status")
        came[status] += 1
        assert status == ("pending" if taken[0] == "done" else "cancelled"), taken
        assert len(orders.money(order)) == (taken[0] == "done")
    assert sum(came.values()) == ROUNDS * 2


def test_who_dies_while_paying_leaves_all_or_nothing(store, people, orders, with_deposit, shift):
    for wait in (0.0, 0.002, 0.005, 0.01, 0.02):
        order, seen = with_deposit()
        [one] = people("bob").processes
        call = ["collect_order", uuid4(), order, seen, shift, [cash("4.00")]]
        people_line = json_line(call)
        one.stdin.write(people_line)
        one.stdin.write("go\n")
        one.stdin.flush()
        try:
            one.wait(wait)
        except TimeoutExpired:
            one.send_signal(signal.SIGKILL)
        one.wait(30)
        settle(store)
        status = orders.column(order, "status")
        assert len(orders.money(order)) == {"pending": 1, "delivered": 2}[status]
        if status == "pending":
            orders.step("collect_order", order, shift, [cash("4.00")], by="bob")


def json_line(call):
    return json.dumps(call, default=str) + "\n"


def settle(store):
    """Wait until the server has seen that the line of who died was closed."""
    alive = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND usename ~ 'bob$' AND state <> 'idle'
          AND pid <> pg_backend_pid()
    """
    for _ in range(200):
        if not store.sql(alive):
            return
        time.sleep(0.02)
