"""The program that tries other days: a little of it, and that it moves what it says it moves."""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.days.moved import CannotMove, seconds_to, world

TOP = Path(__file__).parent.parent.parent
CLOCKS = """
import os, time
from datetime import UTC, datetime
import psycopg
with psycopg.connect(os.environ["STOREDESK_DSN"]) as line:
    began = time.monotonic()
    line.execute("SET statement_timeout = '200ms'")
    try:
        line.execute("SELECT pg_sleep(30)")
    except psycopg.errors.QueryCanceled:
        line.rollback()
    time.sleep(0.1)
    assert 0.3 <= time.monotonic() - began < 20, "what measures durations is left alone"
    at = line.execute("SELECT clock_timestamp()").fetchone()[0]
    print(datetime.now(UTC).isoformat(), at.astimezone(UTC).isoformat(), time.tzname[0])
"""


@pytest.fixture
def folder():
    """A folder that a server may reach which runs as somebody else.

    None of pytest's: each run of it on this computer closes those of all others to them.
    """
    with tempfile.TemporaryDirectory(prefix="storedesk-moved-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def moved(folder):
    def run(at, zone, *words):
        try:
            made = world(folder, seconds_to(datetime.fromisoformat(at), zone), zone)
        except CannotMove as why:
            pytest.skip(str(why))
        made.pop("STOREDESK_TEST_SERVER", None)
        return subprocess.run(
            [sys.executable, *words], cwd=TOP, env=made, capture_output=True, text=True, check=False
        )

    return run


def test_program_and_server_live_on_another_day(moved):
    done = moved("2028-02-29 23:59:00", "Asia/Kathmandu", "tests/scratch.py", sys.executable, "-c",
                 CLOCKS)  # fmt: skip
    assert done.returncode == 0, done.stderr
    here, there, zone = done.stdout.split()

    instants = [datetime.fromisoformat(here), datetime.fromisoformat(there)]
    for instant in instants:
        late = (instant - datetime(2028, 2, 29, 18, 14, tzinfo=UTC)).total_seconds()
        assert 0 <= late < 300
    assert abs((instants[1] - instants[0]).total_seconds()) < 60
    assert zone == "+0545"


def test_a_clock_that_is_moved_already_is_moved_from_there(moved):
    test = "tests/days/test_days.py::test_program_and_server_live_on_another_day"
    done = moved("2031-05-17 08:00:00", "America/New_York", "-m", "pytest", "-q", "-n", "0", test)
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


@pytest.mark.parametrize(("at", "zone"), [("2026-12-31 23:59:40", "America/New_York")])
def test_a_demo_store_is_made_and_sells_in_a_night_between_two_years(moved, at, zone):
    done = moved(at, zone, "tests/days/store.py", "--small")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


@pytest.mark.parametrize(
    ("today", "zone"), [("2099-12-31", "Pacific/Kiritimati"), ("2026-11-29", "America/New_York")]
)
def test_a_demo_store_is_told_up_to_any_day_in_any_zone(today, zone):
    words = [sys.executable, "tests/days/store.py", "--small", "--today", today, "--zone", zone]
    known = {name: text for name, text in os.environ.items() if name != "STOREDESK_TEST_SERVER"}
    done = subprocess.run(words, cwd=TOP, env=known, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_the_program_says_what_it_has_told_and_tried():
    words = [sys.executable, "tests/days", "--only", "stories", "--days", "3"]
    done = subprocess.run(words, cwd=TOP, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "stories: 3 days told" in done.stdout
    assert done.stdout.endswith("days: all as it should be.\n")
