"""Which functions of the database each test reaches: recorded by a plugin of pytest.

`record` runs tests with it and answers {test: {"functions": [schema.name], "refused":
[schema.name], "seconds": float}}; refused are those that an error of the server came through. What
was recorded is kept until the program or what tests share changes, and of a file of tests until
that changes.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from psycopg import errors

Reach = dict[str, dict[str, Any]]

HERE = Path(__file__).parent
TOP = HERE.parent.parent
FOLDER = "STOREDESK_REACH"
CALLS = """
    SELECT schemaname || '.' || funcname, sum(calls)::bigint
    FROM pg_stat_user_functions WHERE schemaname IN ('api', 'core') GROUP BY 1
"""
IN_CONTEXT = re.compile(r"function ((?:api|core)\.\w+)\(")
"""The functions that an error has come through: the server does not count calls that end so."""
SOME_FAILED = 1
"""What pytest answers when tests failed; more than that is no run."""
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND NOT pid = ANY (%s)
"""
WHERE = ("tests/commands", "tests/hostile", "tests/outbox", "tests/queries", "tests/webshop",
         "tests/persistence", "tests/concurrency", "tests/services",
         "tests/test_permissions.py")  # fmt: skip
"""The tests that call the database; those of the window do so through the same services."""


def known_or_recorded(where: list[str], workers: int, kept: Path) -> Reach:
    """Answer what was recorded of this program before; record the tests that are new or changed."""
    files = {file.relative_to(TOP).as_posix(): _hash([file]) for file in _tests_in(where)}
    program = _hash(_program())
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    known = before["files"] if before.get("program") == program else {}
    same = {name for name, found in files.items() if known.get(name) == found}
    reach = {t: found for t, found in before.get("reach", {}).items() if _file_of(t) in same}
    if other := sorted(files.keys() - same):
        reach |= record(other, workers)
    kept.parent.mkdir(parents=True, exist_ok=True)
    now = {"program": program, "files": files, "reach": reach}
    kept.write_text(json.dumps(now), encoding="utf-8")
    return reach


def _tests_in(where: list[str]) -> list[Path]:
    found = [TOP / name for name in where]
    return [
        file
        for place in found
        for file in (sorted(place.rglob("test_*.py")) if place.is_dir() else [place])
    ]


def _program() -> list[Path]:
    """List what all tests rest on: the program, and what they share."""
    files = [
        file for folder in ("migrations", "src", "tests") for file in (TOP / folder).rglob("*")
    ]
    return [
        file
        for file in sorted(files)
        if file.suffix in {".sql", ".toml", ".py"}
        and file.parent != HERE
        and not file.name.startswith("test_")
    ]


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def _hash(files: list[Path]) -> str:
    """Tell one state of some files from another."""
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def record(where: list[str], workers: int) -> Reach:
    """Run the tests once, and tell which functions each one reached."""
    with tempfile.TemporaryDirectory(prefix="storedesk-reach-") as folder:
        _run(where, workers, folder)
        found: Reach = {}
        for file in sorted(Path(folder).glob("reach-*.json")):
            found |= json.loads(file.read_text(encoding="utf-8"))
    return found


def _run(where: list[str], workers: int, folder: str) -> None:
    spread = ["-n", str(workers), "--dist", "worksteal"] if workers > 1 else ["-n", "0"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.mutants.reach", *spread, *where]
    there = os.environ | {FOLDER: folder, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=there, check=False, capture_output=True, text=True)
    if done.returncode > SOME_FAILED:
        raise SystemExit(f"The tests cannot be recorded:\n{done.stdout[-3000:]}")
    for line in done.stdout.splitlines():
        if line.startswith(("FAILED", "ERROR")):
            print(f"left out, because it fails without any change: {line}", flush=True)


class Recorder:
    """Compares the server's count of calls before and after each test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: Reach = {}
        self.before: dict[str, int] = {}
        self.refused: set[str] = set()
        self.store = None
        self.test, self.started, self.is_good = "", 0.0, True

    def hear_errors(self) -> None:
        """Note which functions each error of the server has come through."""
        usual = errors.error_from_result

        def heard(result, encoding="utf-8"):
            error = usual(result, encoding)
            self.refused.update(IN_CONTEXT.findall(error.diag.context or ""))
            return error

        errors.error_from_result = heard

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        self.test, self.started, self.is_good = item.nodeid, time.monotonic(), True
        self.refused.clear()
        answer = yield
        self._compare()
        return answer

    def pytest_runtest_logreport(self, report):
        self.is_good &= not report.failed

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        answer = yield
        if fixturedef.argname == "built":
            self.store = answer
            self.store.sql(f"ALTER DATABASE {self.store.name} SET track_functions = 'all'")
            self.store.let_go()  # the connection that said so does not count yet
            fixturedef.addfinalizer(self._end)  # before the store goes, after the last test
        return answer

    def _end(self) -> None:
        self._compare()
        self.store = None

    def _compare(self) -> None:
        if self.store is None:
            return
        seconds = time.monotonic() - self.started
        with self.store.connect() as connection:
            patience = time.monotonic() + 1
            kept = [self.store.kept()]
            while connection.execute(OTHERS, kept).fetchone() and time.monotonic() < patience:
                time.sleep(0.005)  # what a closing connection has called is counted at its end
        now = dict(self.store.rows(CALLS))
        counted = {name for name, calls in now.items() if calls > self.before.get(name, 0)}
        reached = counted | self.refused
        self.before = now
        if reached and self.is_good:
            self.found[self.test] = {
                "functions": sorted(reached),
                "refused": sorted(self.refused),
                "seconds": round(seconds, 3),
            }

    def pytest_sessionfinish(self):
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        file = self.folder / f"reach-{worker}.json"
        file.write_text(json.dumps(self.found), encoding="utf-8")


def pytest_configure(config):
    if FOLDER in os.environ:
        recorder = Recorder(Path(os.environ[FOLDER]))
        recorder.hear_errors()
        config.pluginmanager.register(recorder)
