"""The list of tests that take long stays true, and the two targets together take all tests."""

import ast
import re
from collections import Counter
from pathlib import Path

from tests import long_tests

TOP = Path(__file__).parent.parent
NODES = ["a.py::x[1]", "a.py::x[2]", "a.py::y", "b.py::z[1]", "b.py::z[2]", "c.py::w[1]"]


def is_test(name):
    path, _, function = name.partition("::")
    if not (TOP / path).is_file():
        return False
    tree = ast.parse((TOP / path).read_text(encoding="utf-8"))
    known = {getattr(node, "name", "") for node in tree.body}
    return not function or function in known


def test_every_name_of_the_list_is_a_test():
    names = {*long_tests.listed(long_tests.LIST.read_text(encoding="utf-8")), *long_tests.SMOKES}
    assert [name for name in sorted(names) if not is_test(name)] == []


def test_a_file_is_long_as_a_whole_and_of_a_function_all_but_the_first():
    names = {"a.py::x": False, "b.py": True}
    assert long_tests.long_ones(NODES, names) == {"a.py::x[2]", "b.py::z[1]", "b.py::z[2]"}


def test_a_smoke_stays_where_its_file_is_long(monkeypatch):
    monkeypatch.setattr(long_tests, "SMOKES", {"b.py::z"})
    assert long_tests.long_ones(NODES, {"b.py": True}) == set()


def test_what_took_long_is_listed():
    phases = {
        "a.py::x[1]": Counter(setup=0.1, call=1), "a.py::x[2]": Counter(call=2.5),
        "a.py::y": Counter(call=3), "a.py::z": Counter(call=3.1),
        "b.py::w": Counter(setup=6.5, call=0.1),
    }  # fmt: skip
    lines = [line for line in long_tests.written(phases).splitlines() if line[0] != "#"]
    assert lines == ["a.py::x", "a.py::z whole", "b.py whole"]


def test_what_continuous_integration_runs_leaves_none_out():
    rules = (TOP / "Makefile").read_text(encoding="utf-8")
    found = re.finditer(r"^(test\S*):.*\n.*--long=(\w+)", rules, re.MULTILINE)
    assert {one[1]: one[2] for one in found} == {"test": "without", "test-long": "only"}
    run = (TOP / ".ci" / "run").read_text(encoding="utf-8")
    assert {"make test", "make test-long"} <= {*run.splitlines()}
