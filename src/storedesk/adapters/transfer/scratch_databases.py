"""Make databases that live only while a backup is tested or a store is made."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

LOCK = 7_304
"""Held while there is such a database on a server: what is found without it was left behind."""
ENDING = "_proof_"
LEFT = "SELECT datname FROM pg_database WHERE datname ~ %s"


@contextmanager
def scratch_database(line: psycopg.Connection[Any], store: str, locale: str = "") -> Iterator[str]:
    """Make an empty database, and drop it afterwards unless it has another name by then.

    Whoever comes second waits. `locale` is what CREATE DATABASE is told beside the name.
    """
    line.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        pattern = rf"^{store[:40]}{ENDING}[0-9a-f]{{8}}$"
        for (left,) in line.execute(LEFT, [pattern]).fetchall():
            _drop(line, left)
        name = f"{store[:40]}{ENDING}{secrets.token_hex(4)}"
        words = SQL("CREATE DATABASE {} TEMPLATE template0 {}")
        line.execute(words.format(Identifier(name), SQL(locale)))
        try:
            shut = SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC")
            line.execute(shut.format(Identifier(name)))
            yield name
        finally:
            _drop(line, name)
    finally:
        line.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _drop(line: psycopg.Connection[Any], name: str) -> None:
    words = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    line.execute(words.format(Identifier(name)))
