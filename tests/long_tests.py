"""Take the tests that take long apart from the others: `make test` and `make test-long`.

`long_tests.txt` names them, a file or a function a line. Of a function with several cases the
first stays with the others, as a sample, unless the line says `whole`. `make measure` runs all and
writes the list anew.
"""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

LIST = Path(__file__).with_suffix(".txt")
LONG = 3.0
"""Seconds from which on the cases of a function are long, all together."""
SHARED = 6.0
"""Seconds of setting up from which on a whole file is long: its next test would do the same."""
SAMPLE = 2.0
"""Seconds that the first case may take, to stay."""
WHOLE = "whole"
SMOKES = {
    "tests/attacks/test_attacks.py::test_a_lock_is_held_for_a_while_and_no_longer",
    "tests/days/test_days.py::test_a_demo_store_is_made_and_sells_in_a_night_between_two_years",
    "tests/endurance/test_plug.py::test_before_the_answer_to_pay_the_order_is_booked_once_and_told",
    "tests/mutants/test_mutants.py::test_a_row_that_is_not_written_is_noticed",
    "tests/screen/drive/test_smoke.py::test_a_product_is_sold_by_scanner_and_enter",
    "tests/torture/test_torture.py::test_what_three_tills_were_told_is_in_the_books_whatever_happened_to_them",
}
"""One of each proof that has a make target of its own: they are never left out, however long."""


def listed(text: str) -> dict[str, bool]:
    """Return for each file and function of the list whether it is long as a whole."""
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1:] == [WHOLE] for row in rows}


def function_of(node: str) -> str:
    """Return the name of a test without its case, which stands in brackets."""
    return node.split("[", 1)[0]


def file_of(node: str) -> str:
    """Return the file that a test stands in."""
    return node.split("::", 1)[0]


def long_ones(nodes: list[str], names: dict[str, bool]) -> set[str]:
    """Return which tests are long, of all in the order in which they are collected."""
    long, begun = set(), set()
    for node in nodes:
        function = function_of(node)
        name = function if function in names else file_of(node)
        is_sample = "[" in node and function not in begun and not names.get(name, False)
        begun.add(function)
        if name in names and function not in SMOKES and not is_sample:
            long.add(node)
    return long


class Measuring:
    """How long each test took, on this process and on all of its workers."""

    def __init__(self) -> None:
        self.phases: dict[str, Counter] = defaultdict(Counter)

    def pytest_runtest_logreport(self, report):
        self.phases[report.nodeid][report.when] += report.duration

    def pytest_sessionfinish(self):
        LIST.write_text(written(self.phases), encoding="utf-8")


def written(phases: dict[str, Counter]) -> str:
    """Return the list, of the seconds that each phase of each test took."""
    functions, shared = defaultdict(list), Counter()
    for node, seconds in phases.items():
        functions[function_of(node)].append(seconds.total())
        shared[file_of(node)] += seconds["setup"] if seconds["setup"] > SAMPLE else 0
    files = {name for name, seconds in shared.items() if seconds > SHARED}
    rows = {f"{name} {WHOLE}" for name in files}
    for name, cases in functions.items():
        if sum(cases) > LONG and name not in SMOKES and file_of(name) not in files:
            has_sample = len(cases) > 1 and cases[0] <= SAMPLE
            rows.add(name if has_sample else f"{name} {WHOLE}")
    head = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    return "\n".join([*head, *sorted(rows), ""])


def pytest_addoption(parser):
    words = (
        "the tests of long_tests.txt: left out, nothing but these, or all, measured for the list"
    )
    parser.addoption("--long", choices=("without", "only", "measure"), help=words)


def pytest_configure(config):
    if config.getoption("--long") == "measure" and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Measuring())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    asked = config.getoption("--long")
    if asked not in {"without", "only"}:
        return
    names = listed(LIST.read_text(encoding="utf-8"))
    long = long_ones([item.nodeid for item in items], names)
    left = [item for item in items if (item.nodeid in long) != (asked == "only")]
    items[:] = [item for item in items if (item.nodeid in long) == (asked == "only")]
    config.hook.pytest_deselected(items=left)
