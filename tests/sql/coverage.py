"""Lists the statements of the commands that no test reaches.

sh packaging/postgresql-15.sh python tests/sql/coverage.py [TESTS OR OPTION OF PYTEST ...]

Runs tests/commands, or the tests that are named, on a server where plpgsql_check counts how often
each statement of PL/pgSQL runs, and writes those that never did to build/sql-coverage.txt.
Functions in LANGUAGE sql are not counted. The exit code is that of the tests. Without
plpgsql_check it says SKIPPED.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import psycopg

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP))

from storedesk.adapters.embedded.server import Server  # noqa: E402
from storedesk.domain.refusals.errors import StoreError  # noqa: E402
from tests.sql.check import AVAILABLE  # noqa: E402
from tests.sql.profiling import FOLDER  # noqa: E402

LIST = TOP / "build" / "sql-coverage.txt"
COUNTING = {
    "fsync": "off",
    "log_connections": "off",
    "shared_preload_libraries": "plpgsql_check",
    "plpgsql_check.profiler": "on",
    "plpgsql_check.profiler_max_shared_chunks": "50000",
}

Count = tuple[str, int, int, str, str, int]
"""A function, the number of a statement in it, its line, kind and first line, how often it ran."""


def summed(profiles: Iterable[list[Count]]) -> list[Count]:
    """Add up how often each statement ran in all workers."""
    found: dict[tuple, int] = {}
    for profile in profiles:
        for *statement, count in profile:
            found[tuple(statement)] = found.get(tuple(statement), 0) + count
    return sorted((*statement, count) for statement, count in found.items())


def report(counts: list[Count]) -> Iterator[str]:
    """Tell how much was reached, and name each statement that was not by its function and line."""
    if not counts:
        yield "no statement was counted"
        return
    missing = [one for one in counts if not one[-1]]
    functions = {one[0] for one in counts}
    untouched = {one[0] for one in missing} - {one[0] for one in counts if one[-1]}
    reached = len(counts) - len(missing)
    yield (
        f"{reached} of {len(counts)} statements reached ({100 * reached / len(counts):.1f} %),"
        f" in {len(functions) - len(untouched)} of {len(functions)} functions"
    )
    for function, statements in groupby(missing, key=lambda one: one[0]):
        yield f"{function}{': never called' if function in untouched else ''}"
        if function not in untouched:
            yield from (f"    {line}: {text or kind}" for _, _, line, kind, text, _ in statements)


def main(options: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="storedesk-coverage-") as home:
        Path(home).chmod(0o711)  # root's server runs as someone else, who has to get in
        try:
            server = Server(Path(home), settings=COUNTING)
            server.start()
        except StoreError:
            print("SKIPPED: the server has no plpgsql_check (Debian: postgresql-15-plpgsql-check)")
            return 0
        try:
            return _run(server.dsn(), options)
        finally:
            server.remove()


def _run(dsn: str, options: list[str]) -> int:
    with psycopg.connect(dsn) as connection:
        if not connection.execute(AVAILABLE).fetchone():
            raise SystemExit("this plpgsql_check is not Debian's")
    with tempfile.TemporaryDirectory() as profiles:
        there = os.environ | {
            "STOREDESK_TEST_SERVER": dsn, FOLDER: profiles, "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join(map(str, (TOP / "src", TOP))),
        }  # fmt: skip
        if not any((TOP / option.partition("::")[0]).exists() for option in options):
            options = ["tests/commands", *options]
        words = [sys.executable, "-m", "pytest", "-p", "tests.sql.profiling"]
        done = subprocess.run([*words, *options], cwd=TOP, env=there, check=False)
        files = [file.read_text(encoding="utf-8") for file in Path(profiles).iterdir()]
    lines = list(report(summed(map(json.loads, files))))
    LIST.parent.mkdir(exist_ok=True)
    LIST.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print(f"{lines[0]}; the others are in {LIST.relative_to(TOP)}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
