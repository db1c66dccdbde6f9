"""Runs plpgsql_check over every function of a store, and wants each finding explained.

python tests/sql/check.py DSN       # of an empty store, as a superuser; see `make check-sql`

A trigger function is looked at once for each table that it is attached to. A finding needs an entry
in explained.toml, and every function named there a finding; anything else is printed, and the exit
code is 1. Where the server has no plpgsql_check it says SKIPPED.
"""

import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import psycopg

EXPLAINED = Path(__file__).parent / "explained.toml"
AVAILABLE = "SELECT 1 FROM pg_available_extensions WHERE name = 'plpgsql_check'"
FINDINGS = """
    WITH written AS (
        SELECT p.oid, p.prorettype, p.pronamespace::regnamespace || '.' || p.proname AS name
        FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang
        WHERE l.lanname = 'plpgsql' AND p.pronamespace::regnamespace::text
            IN ('api', 'core', 'storedesk', 'webshop')
    ), looked_at AS (
        SELECT w.oid, w.name, '' AS place, 0::oid AS relation, NULL::name AS old, NULL::name AS new
        FROM written AS w WHERE w.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
        UNION ALL
        SELECT DISTINCT ON (w.oid, t.tgrelid, t.tgoldtable, t.tgnewtable)
               w.oid, w.name, t.tgrelid::regclass::text, t.tgrelid, t.tgoldtable, t.tgnewtable
        FROM written AS w JOIN pg_trigger AS t ON t.tgfoid = w.oid AND NOT t.tgisinternal
    )
    SELECT a.name, a.place, coalesce(f.lineno, 0), f.level, f.message, coalesce(f.detail, '')
    FROM looked_at AS a CROSS JOIN LATERAL plpgsql_check_function_tb(
        a.oid, a.relation, fatal_errors => false, performance_warnings => true,
        security_warnings => true, oldtable => a.old, newtable => a.new
    ) AS f
    ORDER BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What plpgsql_check says of a line of a function; `table` is where it is a trigger."""

    function: str
    table: str
    line: int
    level: str
    message: str
    detail: str

    def __str__(self):
        place = f"{self.function} on {self.table}" if self.table else self.function
        return f"{place}, line {self.line}: {self.level}: {self.message} {self.detail}".rstrip()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why some findings stay; the names, the message and the detail may hold `*`."""

    functions: tuple[str, ...]
    message: str
    reason: str
    detail: str = "*"

    def names(self, finding):
        """Answer the pattern by which the function of a finding is named, if all else fits."""
        if fnmatchcase(finding.message, self.message) and fnmatchcase(finding.detail, self.detail):
            return next(
                (name for name in self.functions if fnmatchcase(finding.function, name)), ""
            )
        return ""


def explanations(file: Path = EXPLAINED) -> list[Explanation]:
    """Read the file of explanations."""
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["explained"]
    return [Explanation(**entry | {"functions": tuple(entry["functions"])}) for entry in entries]


def complaints(findings: Iterable[Finding], explained: Iterable[Explanation]) -> list[str]:
    """List the findings without an explanation, and the explanations without a finding."""
    unused = {(one, name) for one in explained for name in one.functions}
    found = []
    for finding in findings:
        fitting = {(one, name) for one in explained if (name := one.names(finding))}
        unused -= fitting
        if not fitting:
            found.append(f"not explained: {finding}")
    old = [f"explained, but not found any more: {name}: {one.message}" for one, name in unused]
    return found + sorted(old)


def main(dsn: str) -> int:
    with psycopg.connect(dsn) as connection:
        if not connection.execute(AVAILABLE).fetchone():
            print("SKIPPED: the server has no plpgsql_check (Debian: postgresql-15-plpgsql-check)")
            return 0
        connection.execute("CREATE EXTENSION plpgsql_check")
        findings = [Finding(*row) for row in connection.execute(FINDINGS)]
    wrong = complaints(findings, explanations())
    print("\n".join([*wrong, f"plpgsql_check: {len(findings)} findings, {len(wrong)} to look at"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
