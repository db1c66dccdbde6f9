"""Count the rows and hash the contents of every table of a database."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg
from psycopg.sql import SQL, Identifier

Fingerprints: TypeAlias = Mapping[str, tuple[int, str]]
"""By table: its rows, and a sum over their hashes, which does not depend on their order."""

TABLES = """
    SELECT n.nspname, c.relname
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
    ORDER BY 1, 2
"""
HASH = "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM {} AS t"


def fingerprints(connection: psycopg.Connection[Any]) -> Fingerprints:
    """Read every table once; written alike whatever the two databases are set to."""
    for name, value in {"TimeZone": "UTC", "DateStyle": "ISO", "statement_timeout": "0"}.items():
        connection.execute("SELECT set_config(%s, %s, true)", [name, value])
    found = {}
    for schema, table in connection.execute(TABLES).fetchall():
        row = connection.execute(SQL(HASH).format(Identifier(schema, table))).fetchone()
        found[f"{schema}.{table}"] = (int(row[0]), str(row[1])) if row else (0, "")
    return found
