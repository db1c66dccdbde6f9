"""Make databases with the locale C.UTF-8, on every server, and refuse others.

Small and capital letters, and the order of what is equal to people, are then the same wherever a
store is kept or moved to. In a Turkish database "KIT-I1" would not be "kit-i1".
"""

from typing import Any

import psycopg
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Identifier

from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.schema.invariants import invariants

BUILTIN = 170_000
"""The first server that knows these letters itself; older ones ask the operating system."""
WORDS = SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' ")
# Of LC_CTYPE, trigrams take what counts as a letter: with C, they would be blind to all but ASCII.
WAYS = (
    "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'",
    "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C'",
)
OF_OLD = ("LOCALE_PROVIDER libc LOCALE 'C.UTF-8'",)
RULE = "S56"
"""Finds a database that has other letters."""


def create(server: psycopg.Connection[Any], name: str) -> None:
    """Make an empty database. Refused where the server has no such letters: server_letters."""
    ways = WAYS if server.info.server_version >= BUILTIN else OF_OLD
    for way in ways:
        try:
            server.execute(WORDS.format(Identifier(name)) + SQL(way))
        except (psycopg.errors.WrongObjectType, psycopg.errors.InvalidParameterValue):
            continue  # this system has no locale of that name
        return
    raise Refused("server_letters")


def refuse_other(database: psycopg.Connection[Any]) -> None:
    """Refuse to work with other letters, which nobody can change any more: store_letters."""
    (rule,) = (rule for rule in invariants() if rule.name == RULE)
    with database.cursor(row_factory=tuple_row) as cursor:
        for name, locale in cursor.execute(rule.query).fetchall():
            raise Refused("store_letters", name=name, locale=locale)
