"""Somebody with a cashier's password attacks while four tills sell: their sales go on.

`make attacks` takes two minutes for each; here a short one of each kind is tried.
"""

import os
import threading
import time
from functools import partial
from pathlib import Path

import psycopg
import pytest

from tests.attacks.attackers import LOADS, LOCKS, attacking, come_in
from tests.attacks.shop import PATIENCE, measure

SECONDS = float(os.environ.get("STOREDESK_ATTACK_SECONDS", "120"))
SMOKE = 14.0
SLACK = 2.0
"""Seconds that a command may take beside what it waits, on a computer that is busy otherwise."""
THREE_TIMES = 3.0
WRITTEN = 30 * 2**20
"""Bytes that a minute of an attack may add to the server's log."""


@pytest.fixture
def tills(attacked, tmp_path):
    """Four tills that sell."""
    with attacked.selling(tmp_path) as tills:
        time.sleep(2)  # the first sale of a till is slower
        yield tills


def hold(shop, tills, name, seconds):
    """Attack by holding what sales need; say what came of it."""
    attack, group, sessions = LOCKS[name]
    with attacking(shop, lambda person: partial(attack, shop, person), group, sessions) as person:
        told = measure(tills, seconds)
    after = measure(tills, 3)
    print(f"\n{name}: {told}; afterwards {after}")
    assert told.refused == []
    assert told.longest < PATIENCE + SLACK
    assert after.sales
    assert shop.broken() == []
    return shop.rows(
        "SELECT reason FROM storedesk.blockers WHERE login = %s AND is_ended", shop.login(person)
    )


def test_a_lock_is_held_for_a_while_and_no_longer(attacked, tills):
    assert hold(attacked, tills, "a command left open", SMOKE)


@pytest.mark.slow
@pytest.mark.parametrize("name", LOCKS)
def test_within_ten_seconds_the_others_go_on(attacked, tills, name):
    ended = hold(attacked, tills, name, SECONDS)
    assert ended or name == "a table"


def load(shop, tills, name, seconds):
    """Attack by using something up; say how much longer a sale takes beside it."""
    log, begun = shop.postgres.log, time.monotonic()
    before = measure(tills, seconds / 3)
    size = log.stat().st_size
    with attacking(shop, lambda _: LOADS[name]):
        time.sleep(1)
        told = measure(tills, seconds)
    after = measure(tills, seconds / 3)
    usual = max(before.usual, after.usual)
    minutes = (time.monotonic() - begun) / 60
    written = (log.stat().st_size - size) / minutes
    print(
        f"\n{name}: {told}; without it {usual * 1000:.0f} ms: {told.usual / usual:.1f} times;"
        f" {written / 2**20:.1f} MB of log a minute"
    )
    assert told.refused == []
    assert told.longest < PATIENCE + SLACK
    assert written < WRITTEN
    assert shop.broken() == []
    return told.usual / usual


def test_what_is_refused_costs_no_disk_and_stops_no_sale(attacked, tills):
    load(attacked, tills, "fail at length", 6)


@pytest.mark.slow
@pytest.mark.parametrize("name", LOADS)
def test_beside_it_a_sale_takes_at_most_three_times_as_long(attacked, tills, name):
    assert load(attacked, tills, name, SECONDS / 2) < THREE_TIMES


@pytest.mark.slow
def test_whoever_comes_in_and_goes_all_the_time_keeps_nobody_out(attacked, tills):
    person, stopping = attacked.stranger("cashier"), threading.Event()
    given = (attacked, person, stopping)
    threads = [threading.Thread(target=come_in, args=given) for _ in range(12)]
    before = measure(tills, SECONDS / 6)
    for thread in threads:
        thread.start()
    told = measure(tills, SECONDS / 2)
    with psycopg.connect(attacked.dsn("bob"), connect_timeout=5) as another:
        assert another.execute("SELECT api.me() IS NOT NULL").fetchone() == (True,)
    stopping.set()
    for thread in threads:
        thread.join()
    print(f"\ncome in and go: {told}; without it {before.usual * 1000:.0f} ms")
    assert told.refused == []
    assert told.usual < THREE_TIMES * before.usual


def test_the_temporary_files_of_a_session_have_a_limit(attacked):
    with psycopg.connect(attacked.dsn("bob"), autocommit=True) as line:
        line.execute("SET work_mem = '64kB'")
        with pytest.raises(psycopg.errors.ConfigurationLimitExceeded):
            line.execute(
                "SELECT count(*) FROM (SELECT repeat(md5(g::text), 30) AS x"
                " FROM generate_series(1, 1500000) AS g ORDER BY 1) AS y"
            )
    assert Path(attacked.postgres.data).exists()
