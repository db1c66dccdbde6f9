"""Give the database's objects the comments that stand beside them in the SQL files.

A function, view or type has the `--` lines directly above its CREATE; a table and a column have
also what stands at the end of their line. psql shows them, and docs/commands.md is made of them.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Composed, Identifier, Literal

MADE = re.compile(
    r"^(?P<above>(?:--[^\n]*\n)*)"
    r"CREATE (?:OR REPLACE )?(?P<kind>FUNCTION|VIEW|TYPE|TABLE) (?:IF NOT EXISTS )?"
    r"(?P<name>(?:api|core|storedesk|webshop)\.\w+)(?P<head>[^\n]*)\n"
    r"(?P<body>(?:(?=[ )])[^\n]*\n)*)",
    re.MULTILINE,
)
ALTERED = re.compile(
    r"^ALTER TABLE (?P<name>storedesk\.\w+)[^\n]*\n(?P<body>(?: [^\n]*\n)+)", re.MULTILINE
)
COLUMN = re.compile(r"^    (?:ADD COLUMN )?(?P<column>[a-z_]\w*) [a-z]")
CONSTRAINT = re.compile(r"^    \S")
TABLES = ("TABLE", "VIEW")

Comments = dict[tuple[str, str], str]
"""By the kind of object and its full name, which for a column is that of its table and its own."""


def read(folder: Path) -> Comments:
    """Find the comments in all SQL files below the folder of migrations; the newest file wins."""
    found: Comments = {}
    for script in sorted(folder.rglob("*.sql")):
        found |= dict(_of_script(script.read_text(encoding="utf-8")))
    return found


def apply(connection: psycopg.Connection[Any], comments: Comments) -> None:
    """Write the comments of all objects that are there, as their owner, in two round trips.

    A command without one has that of the function in `core` of the same name.
    """
    there = {(kind, name): parts for kind, name, parts in connection.execute(OBJECTS)}
    statements = list(_statements(comments, there))
    connection.execute(SQL(";\n").join(statements))


def _statements(comments: Comments, there: dict[tuple[str, str], list[str]]) -> Iterator[Composed]:
    for (kind, name), parts in there.items():
        in_core = name.replace("api.", "core.", 1)
        if said := comments.get((kind, name)) or comments.get((kind, in_core)):
            words = SQL("COMMENT ON {} {} IS {}")
            yield words.format(SQL(kind), Identifier(*parts), Literal(said))


def _of_script(script: str) -> Iterator[tuple[tuple[str, str], str]]:
    for made in MADE.finditer(script):
        kind, name = made["kind"], made["name"]
        said = [_plain(made["above"].splitlines())]
        if kind in TABLES:
            said.append(_plain([_at_end(made["head"])]))
        if text := "; ".join(filter(None, said)):
            yield (kind, name), text
        if kind == "TABLE":
            yield from _of_columns(name, made["body"])
    for altered in ALTERED.finditer(script):
        yield from _of_columns(altered["name"], altered["body"])


def _of_columns(table: str, body: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Find what stands at the end of a column's line, and goes on alone in the lines below it."""
    column = ""
    said: list[str] = []
    for line in [*body.splitlines(), ")"]:
        begins = COLUMN.match(line)
        if begins or CONSTRAINT.match(line) or not line.startswith(" "):
            if column and any(said):
                yield ("COLUMN", f"{table}.{column}"), _plain(said)
            column, said = (begins["column"] if begins else ""), []
        said.append(_at_end(line))


def _at_end(line: str) -> str:
    return line.partition("--")[2]


def _plain(lines: Iterable[str]) -> str:
    """Join the lines of a comment without their dashes, and without the headings of sections."""
    words = [line.strip().removeprefix("--").strip() for line in lines]
    return " ".join(word for word in words if word and not word.startswith("-----"))


OBJECTS = """
    SELECT 'FUNCTION', n.nspname || '.' || p.proname, ARRAY[n.nspname, p.proname]::text[]
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('api', 'core', 'storedesk', 'webshop') AND p.prokind = 'f'
      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END,
           n.nspname || '.' || c.relname, ARRAY[n.nspname, c.relname]::text[]
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('core', 'storedesk', 'webshop') AND c.relkind IN ('r', 'v', 'c')
    UNION ALL
    SELECT 'COLUMN', n.nspname || '.' || c.relname || '.' || a.attname,
           ARRAY[n.nspname, c.relname, a.attname]::text[]
    FROM pg_attribute AS a
    JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('core', 'storedesk') AND c.relkind = 'r'
      AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY 1, 2
"""
