"""Grant the rights of the groups from grants.toml anew at each upgrade."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Composed, Identifier

GROUPS = (
    "staff", "cashier", "clerk", "manager", "admin", "auditor",
    "webshop", "mailer", "system", "backup", "accounts",
)  # fmt: skip
"""Whom rights are given to; in PostgreSQL each is prefixed with the database's name."""
SCHEMAS = ("public", "storedesk", "core", "api", "webshop")


@dataclass(frozen=True, slots=True)
class Right:
    """Something that a group may do to some columns of a table; "*" stands for all of them."""

    group: str
    privilege: str
    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grants:
    """All that anybody may do."""

    schemas: dict[str, list[str]]
    functions: dict[str, list[str]]
    commands: dict[str, list[str]]
    accounts: list[str]
    rights: tuple[Right, ...]


def read(file: Path) -> Grants:
    """Read the data file."""
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    return Grants(
        schemas=said["schemas"],
        functions=said["functions"],
        commands=said["commands"],
        accounts=said["accounts"]["functions"],
        rights=tuple(_rights(said["tables"])),
    )


def _rights(tables: dict[str, dict[str, dict[str, Any]]]) -> Iterator[Right]:
    for table, groups in tables.items():
        for group, privileges in groups.items():
            for privilege, columns in privileges.items():
                yield Right(group, privilege.upper(), table, tuple(columns))


def apply(connection: psycopg.Connection[Any], grants: Grants) -> None:
    """Take all rights away and give these; needs a superuser, inside a transaction."""
    store = connection.info.dbname
    role = {group: Identifier(f"{store}_{group}") for group in (*GROUPS, "owner")}
    everybody = SQL(", ").join([SQL("PUBLIC"), *(role[group] for group in GROUPS)])
    owner = role["owner"]
    for schema in map(Identifier, SCHEMAS):
        for what in ("TABLES", "SEQUENCES", "FUNCTIONS", "PROCEDURES"):
            words = SQL("REVOKE ALL ON ALL {} IN SCHEMA {} FROM {}")
            connection.execute(words.format(SQL(what), schema, everybody))
        connection.execute(SQL("REVOKE ALL ON SCHEMA {} FROM {}").format(schema, everybody))
    connection.execute(
        SQL("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA storedesk TO {}").format(owner)
    )
    for statement in _given(connection, grants, role):
        connection.execute(statement)


def _given(
    connection: psycopg.Connection[Any], grants: Grants, role: dict[str, Identifier]
) -> Iterator[Composed]:
    for schema, groups in grants.schemas.items():
        yield SQL("GRANT USAGE ON SCHEMA {} TO {}").format(Identifier(schema), _list(groups, role))
    for function in _functions(connection, "core", grants.accounts):
        yield SQL("ALTER FUNCTION {} OWNER TO {}").format(function, role["accounts"])
        yield SQL("GRANT EXECUTE ON FUNCTION {} TO {}").format(function, role["owner"])
    yield from _rights_of_a_dump(role["backup"])
    for schema, calls in (("storedesk", grants.functions), ("api", grants.commands)):
        for name, groups in calls.items():
            for function in _functions(connection, schema, [name]):
                yield SQL("GRANT EXECUTE ON FUNCTION {} TO {}").format(
                    function, _list(groups, role)
                )
    yield from _rights_given(connection, grants, role)


def _rights_of_a_dump(backup: Identifier) -> Iterator[Composed]:
    """Let a dump be made: of all rows of every schema, and of nothing that is the server's own.

    The keys that sign links are nobody's to read: see keys.sql.
    """
    for schema in map(Identifier, SCHEMAS):
        yield SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, backup)
        for what in ("TABLES", "SEQUENCES"):
            words = SQL("GRANT SELECT ON ALL {} IN SCHEMA {} TO {}")
            yield words.format(SQL(what), schema, backup)
    yield SQL("REVOKE ALL ON {} FROM {}").format(Identifier("storedesk", "secrets"), backup)


def _rights_given(
    connection: psycopg.Connection[Any], grants: Grants, role: dict[str, Identifier]
) -> Iterator[Composed]:
    columns = _columns(connection)
    for right in grants.rights:
        schema, table, all_of_them = columns[right.table]
        named = all_of_them if right.columns == ("*",) else right.columns
        yield SQL("GRANT {} ({}) ON {} TO {}").format(
            SQL(right.privilege),
            SQL(", ").join(map(Identifier, named)),
            Identifier(schema, table),
            role[right.group],
        )


def _list(groups: list[str], role: dict[str, Identifier]) -> Composed:
    return SQL(", ").join(role[group] for group in groups)


def _columns(connection: psycopg.Connection[Any]) -> dict[str, tuple[str, str, list[str]]]:
    """Find the columns of each table by its name, and of each view by its schema's name as well."""
    words = """
        SELECT c.relnamespace::regnamespace::text, c.relname, c.relkind = 'v',
               array_agg(a.attname::text)
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
        WHERE c.relnamespace::regnamespace::text IN ('public', 'storedesk', 'webshop')
          AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
        GROUP BY c.oid
    """
    return {
        f"{schema}.{name}" if is_view else name: (schema, name, columns)
        for schema, name, is_view, columns in connection.execute(words)
    }


def _functions(
    connection: psycopg.Connection[Any], schema: str, names: list[str]
) -> list[Composed]:
    words = """
        SELECT proname, pg_get_function_identity_arguments(oid) FROM pg_proc
        WHERE pronamespace = %s::regnamespace AND proname = ANY (%s) ORDER BY 1, 2
    """
    found = connection.execute(words, [schema, names]).fetchall()
    return [SQL("{}({})").format(Identifier(schema, n), SQL(arguments)) for n, arguments in found]
