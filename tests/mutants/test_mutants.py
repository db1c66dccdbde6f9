"""The changes that `make mutants` makes, and one short run of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutants.changes import changes

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("body", "kind", "changed"),
    [
        ("RETURN a <= b;", "boundary", "RETURN a < b;"),
        ("RETURN a > 3;", "boundary", "RETURN a >= 3;"),
        ("RETURN a > 3;", "boundary", "RETURN a > 4;"),
        ("x BETWEEN 1 AND 99", "boundary", "x BETWEEN 2 AND 99"),
        ("x BETWEEN 1 AND 99", "boundary", "x BETWEEN 1 AND 100"),
        ("now() - interval '2 minutes'", "boundary", "now() - interval '3 minutes'"),
        (
            "IF a = b THEN\n    PERFORM core.refuse('no');\nEND IF;",
            "guard",
            "IF false THEN\n    PERFORM core.refuse('no');\nEND IF;",
        ),
        (
            "END IF; x := 1; IF a THEN PERFORM core.refuse('no'); END IF;",
            "guard",
            "END IF; x := 1; IF false THEN PERFORM core.refuse('no'); END IF;",
        ),
        ("SELECT 1 FROM t FOR NO KEY UPDATE;", "guard", "SELECT 1 FROM t ;"),
        ("WHERE a = b\n  AND c = d\n", "guard", "WHERE a = b\n\n"),
        ("BEGIN PERFORM core.hold_sale(x); END", "guard", "BEGIN NULL; END"),
        ("BEGIN PERFORM core.audit('a', b); END", "row", "BEGIN NULL; END"),
        ("BEGIN INSERT INTO t VALUES (1); END", "row", "BEGIN NULL; END"),
    ],
)
def test_a_boundary_a_guard_and_a_row_are_changed(body, kind, changed):
    assert changed in [c.apply(body) for c in changes(body) if c.kind == kind]


@pytest.mark.parametrize(
    "body",
    [
        "SELECT a -> 'b', a ->> 'c', a @> b, f(x => 1), 'a < 3' -- IF a < 3",
        "BEGIN INSERT INTO t VALUES (1) RETURNING id INTO made; END",
        "IF a THEN x := 1; END IF; IF b THEN y := 1; END IF;",
        "/* WHERE a\n  AND b < 2\n */ SELECT core.now()",
    ],
)
def test_what_is_no_decision_is_left_alone(body):
    assert changes(body) == []


def test_a_row_that_is_not_written_is_noticed():
    test = "test_a_clerk_says_when_a_product_is_low_and_the_log_says_who_did"
    command = [
        sys.executable, str(HERE), "--only", "api.set_threshold", "--kind", "row",
        "--within", f"tests/commands/test_inventory.py::{test}",
    ]  # fmt: skip
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)

    assert done.stdout.startswith("seed "), done.stderr
    assert f"::{test}, " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("2 changes: ")
