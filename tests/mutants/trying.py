"""Tries changes one by one on a store of its own: which are noticed, and by which test."""

import io
import multiprocessing
import os
import signal
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from tests.conftest import Store
from tests.mutants.drawing import Mutant

SPARE = 120.0
"""Seconds beyond ten times what the tests took without a change, before one is called hung."""
QUIETLY = ["-x", "-q", "-p", "no:cacheprovider", "-n", "0",
           "-W", "ignore::pytest.PytestAssertRewriteWarning"]  # fmt: skip
FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one change."""

    mutant: Mutant
    is_noticed: bool
    by: str
    tests: int
    seconds: float


class Trier:
    """A store with one change in it at a time."""

    def __init__(self, server: str, name: str, folder: Path) -> None:
        self.store = Store(server, name)
        self.log = folder / f"{name}.log"
        self.store.build()

    def try_out(self, mutant: Mutant, tests: list[tuple[str, float]], extra: list[str]) -> Outcome:
        """Make the change, run the tests until the first that fails, and take the change back."""
        started = time.monotonic()
        limit = SPARE + 10 * sum(seconds for _, seconds in tests) + 400 * bool(extra)
        with self.store.connect() as connection:
            changed, whole = mutant.script(connection)
            try:
                connection.execute(changed)
            except psycopg.Error as error:
                raise ValueError(f"no function any more: {mutant.shown}") from error
            try:
                by = self._run([name for name, _ in tests] + extra, limit)
            finally:
                self._end_others(connection)
                connection.execute(whole)
        return Outcome(
            mutant, is_noticed=bool(by), by=by, tests=len(tests), seconds=time.monotonic() - started
        )

    def close(self) -> None:
        self.store.demolish()

    def _run(self, tests: list[str], limit: float) -> str:
        """Answer the first test that fails, "hung" when time is over, or "" when all pass."""
        if not tests:
            return ""
        given, told = FORK.Pipe(duplex=False)
        child = FORK.Process(target=_child, args=(told, self.store.name, tests, self.log))
        child.start()
        told.close()
        try:
            return given.recv() if given.poll(limit) else "hung"
        except EOFError as error:
            raise RuntimeError(f"the tests could not be run: see {self.log}") from error
        finally:
            if child.is_alive():
                child.join(2)
            if child.is_alive():
                os.kill(child.pid, signal.SIGKILL)
            child.join()

    @staticmethod
    def _end_others(connection: psycopg.Connection[str]) -> None:
        """End what a hung test has left in the database, so that the change can be taken back."""
        connection.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


class First:
    """A plugin that notes which test fails first."""

    def __init__(self) -> None:
        self.failed = ""

    def pytest_runtest_logreport(self, report):
        if report.failed and not self.failed:
            self.failed = report.nodeid


def _child(told, store: str, tests: list[str], log: Path) -> None:
    os.setpgrp()
    os.environ["STOREDESK_TEST_STORE"] = store
    first = First()
    said = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            code = pytest.main([*QUIETLY, *tests], [first])
    finally:
        with log.open("a", encoding="utf-8") as file:
            file.write(said.getvalue())
    if code != 0 and not first.failed:
        os._exit(1)  # no test ran: that is no answer
    told.send(first.failed)
    told.close()
    os._exit(0)
