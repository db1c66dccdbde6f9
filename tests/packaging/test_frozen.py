"""The folder that `make package` builds: it runs where there is no Python."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from storedesk import __version__

PROGRAM = Path(os.environ.get("STOREDESK_FROZEN", os.devnull)).absolute()

pytestmark = pytest.mark.skipif(
    not PROGRAM.is_file(), reason="`make package` builds the program and tries it, in minutes"
)


def run(*words, **environment):
    """Run it without any Python in its way."""
    kept = {"HOME", "TMPDIR", "LANG"}
    there = {name: word for name, word in os.environ.items() if name in kept} | {"PATH": "/bin"}
    return subprocess.run(
        [PROGRAM, *words],
        env=there | environment,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_knows_its_version():
    assert run("--version").stdout == f"storedesk {__version__}\n"


def test_it_makes_and_checks_a_shared_store(empty_store):
    name, dsn = empty_store.name, empty_store.dsn()
    secret = {"STOREDESK_PASSWORD": "a long enough password"}
    made = run("db", "init", "--dsn", dsn, "--owner", f"{name}_boss", **secret)
    assert (made.stderr, made.returncode) == ("", 0)
    assert run("db", "check", "--dsn", dsn).stdout == "Every rule holds.\n"


def test_its_window_takes_the_tour_with_the_server_that_it_carries(tmp_path):
    done = run("tour", "--fast", "--out", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"check every rule of the books .* every rule holds", done.stdout)
    assert list(tmp_path.glob("01-first-run*.png"))
