"""Writes docs/commands.md: all that schema `api` offers, read from a store and from the program.

python tests/sql/commands_page.py DSN       # of an empty store, as a superuser; see `make docs`
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg.rows import tuple_row

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP))

from storedesk.domain.refusals.errors import SENTENCES  # noqa: E402
from storedesk.persistence.schema import grants  # noqa: E402
from storedesk.persistence.schema.commands import command_files  # noqa: E402
from tests.sql.calls import Calls, read  # noqa: E402

PAGE = TOP / "docs" / "commands.md"
HEAD = """\
# Commands

Made by `make docs` from the SQL files and grants.toml; a test holds it current. Do not edit it.

A command is a function of schema `api`, and the only way in which staff move stock, money and the
states of orders. Each runs as the owner of the store, in one transaction. Where it takes a
`request`, it is done once for that id: asked again, it answers what it answered before.

What is said of each:

- **May**: the groups that may call it. A manager is also a cashier and a clerk; all are `staff`.
- **Refuses**: the codes that it, what it calls, and the triggers of the tables that it writes can
  raise. No condition is followed, so some cannot occur. What each says stands at the
  [end](#refusals).
- **Locks**: the rows, tables and advisory locks that it can ask for, in no order, beyond the locks
  of the rows that it writes.
- **Writes**: the tables that it can change, by itself, by triggers and by foreign keys.

Beyond that any command can fail because of a right (`not_allowed`), a constraint of a table, a lock
that was waited for in vain (`kept_waiting`), or the connection.
"""
SIGNATURES = """
    SELECT p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid),
           obj_description(p.oid, 'pg_proc')
    FROM pg_proc AS p WHERE p.pronamespace = 'api'::regnamespace
"""
MADE = re.compile(r"^CREATE FUNCTION ((?:api|core)\.\w+)", re.MULTILINE)


def page(connection: psycopg.Connection) -> str:
    """Answer the whole page for the commands of a store."""
    found = read(connection)
    with connection.cursor(row_factory=tuple_row) as cursor:
        signatures = {name: rest for name, *rest in cursor.execute(SIGNATURES)}
    may = grants.read(TOP / "migrations" / "grants.toml").commands
    nouns = _by_noun(found.commands)
    lines = [HEAD, *_contents(nouns)]
    for noun, commands in nouns.items():
        lines.append(f"## {noun.capitalize()}\n")
        for command in commands:
            lines += _entry(command, signatures[command], may.get(command, []), found)
    return "\n".join([*lines, *_refusals(found)])


def _by_noun(commands: list[str]) -> dict[str, list[str]]:
    """Sort the commands by the folders of their files, both in the order of loading."""
    folder = TOP / "migrations" / "commands"
    places = {}
    for file in command_files(folder):
        for name in MADE.findall(file.read_text(encoding="utf-8")):
            places[name] = (len(places), file.relative_to(folder).parts[0])
    place = {one: places.get(f"api.{one}") or places[f"core.{one}"] for one in commands}
    by_noun = defaultdict(list)
    for command in sorted(commands, key=lambda one: place[one]):
        by_noun[place[command][1]].append(command)
    return by_noun


def _contents(nouns: dict[str, list[str]]) -> Iterator[str]:
    for noun, commands in nouns.items():
        links = ", ".join(f"[{command}](#{command})" for command in commands)
        yield f"- [{noun.capitalize()}](#{noun}): {links}"
    yield ""


def _entry(command: str, signature: list[str], may: list[str], found: Calls) -> Iterator[str]:
    arguments, result, said = signature
    yield f"### {command}\n"
    yield f"{_escaped(said)}\n"
    yield f"    api.{command}({_wrapped(arguments, command)}) -> {_short(result)}\n"
    yield f"- **May**: {_listed(may) or 'nobody'}"
    yield f"- **Refuses**: {_listed(sorted(found.refusals(command))) or 'nothing'}"
    yield f"- **Locks**: {_listed(sorted(found.locks(command))) or 'nothing'}"
    yield f"- **Writes**: {_listed(sorted(found.writes(command))) or 'nothing'}"
    yield ""


def _listed(items: list[str]) -> str:
    return ", ".join(f"`{_short(item)}`" for item in items)


def _wrapped(arguments: str, command: str) -> str:
    """Break the arguments into lines of about a hundred letters."""
    indent = "\n" + " " * (len(command) + 9)
    lines, line = [], ""
    for one in _short(arguments).split(", "):
        if line and len(indent) + len(line) + len(one) > 100:
            lines.append(line)
            line = ""
        line += f", {one}" if line else one
    return f",{indent}".join([*lines, line])


def _short(text: str) -> str:
    return text.replace("timestamp without time zone", "timestamp").replace("::text", "")


def _escaped(text: str) -> str:
    """Keep Markdown from reading what is said as marks."""
    return re.sub(r"([*<|])", r"\\\1", text)


def _refusals(found: Calls) -> Iterator[str]:
    by_code = defaultdict(int)
    for command in found.commands:
        for code in found.refusals(command):
            by_code[code] += 1
    yield "## Refusals\n"
    yield "What the window says for each code; what is in braces is filled in.\n"
    yield "| code | sentence | commands |"
    yield "|---|---|---|"
    for code in sorted(by_code):
        yield f"| `{code}` | {_escaped(SENTENCES[code])} | {by_code[code]} |"
    yield ""


def main(dsn: str) -> int:
    with psycopg.connect(dsn) as connection:
        PAGE.write_text(page(connection), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
