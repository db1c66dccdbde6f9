"""What a command may refuse is said where it is declared, as the SQL has it."""

import ast
import inspect
import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from tests.api.declared import FUNCTIONS
from tests.sql import calls

TESTS = Path(__file__).parent.parent
FEW = 8
"""A code that more commands than these share is said once, in docs/commands.md."""
CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")


@pytest.fixture(scope="module")
def refusals(built):
    """Answer {command: codes that it, or anything it calls, can refuse with}."""
    with built.connect() as connection:
        known = calls.read(connection)
    return {command: known.refusals(command) for command in known.commands}


def said(function):
    """Read the codes after "Refuses:" in a docstring."""
    parts = re.findall(r"Refuses: ([^.]*)\.", function.__doc__ or "")
    return {code for part in parts for code in CODE.findall(part)}


def raised(function):
    """List the codes that a function refuses by itself, before the database is asked."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    found = {node.args[0].value for node in ast.walk(tree)
             if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KINDS}  # fmt: skip
    return found | ({"password_short"} if "_hashed(" in ast.unparse(tree) else set())


KINDS = {"Refused", "NotFound", "Conflict", "NotAllowed"}


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_a_docstring_names_the_refusals_that_few_commands_share_and_no_other(name, refusals):
    if name not in refusals:
        return  # reads an answer
    shared = Counter(code for codes in refusals.values() for code in codes)
    function = FUNCTIONS[name]
    particular = {code for code in refusals[name] if shared[code] <= FEW}

    assert particular | raised(function) <= said(function)
    assert said(function) <= refusals[name] | raised(function)


ASKED = ("commands", "concurrency", "hostile", "outbox", "persistence", "queries", "services",
         "webshop")  # fmt: skip
"""The folders of tests that ask the database."""


def test_each_refusal_is_met_by_a_test(built):
    with built.connect() as connection:
        raised = set().union(*calls.read(connection).raised.values())
    files = [file for name in ASKED for file in sorted((TESTS / name).rglob("test_*.py"))]
    met = {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}
    assert raised - met == set()
