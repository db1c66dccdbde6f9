"""Read the invariants: queries that must find no row."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg

from storedesk.resources import migrations_folder

HEADING = re.compile(r"^-- ([IS]\d{2,3}) (?:\[[SA]\] )?(.+)$", re.MULTILINE)
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Invariant:
    """A rule, by the name it has in invariants.sql, and the query that finds what breaks it."""

    name: str
    title: str
    query: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that does not hold, and the first rows that break it, as the query answers them."""

    name: str
    title: str
    rows: tuple[tuple[Any, ...], ...]


def invariants() -> list[Invariant]:
    """Read them all: I01 to I71 are the model's, those with S our own."""
    text = (migrations_folder() / "invariants.sql").read_text(encoding="utf-8")
    return list(_parsed(text))


def broken(
    connection: psycopg.Connection[Any], report: Callable[[float], object] | None = None
) -> list[Broken]:
    """List the rules that do not hold, all asked of one moment; the login must see everything.

    The connection is not inside a transaction. `report` hears which share of them is asked.
    """
    found, rules = [], invariants()
    with connection.transaction():
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        connection.execute("SET LOCAL search_path = public, storedesk")
        connection.execute("SET LOCAL statement_timeout = 0")
        for at, rule in enumerate(rules, 1):
            with connection.cursor(row_factory=psycopg.rows.tuple_row) as cursor:
                rows = cursor.execute(rule.query).fetchmany(SHOWN)
            if rows:
                found.append(Broken(rule.name, rule.title, tuple(rows)))
            if report:
                report(at / len(rules))
    return found


def _parsed(text: str) -> Iterator[Invariant]:
    _, *parts = HEADING.split(text)
    for name, title, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Invariant(name, title, body.partition(";")[0].strip())
