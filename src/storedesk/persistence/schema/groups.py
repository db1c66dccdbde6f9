"""Make the groups of a store: roles of its server that carry the store's name."""

from collections.abc import Iterable
from typing import Any

import psycopg

from storedesk.persistence.schema.grants import GROUPS
from storedesk.resources import migrations_folder

MEMBERS = """
    SELECT roleid::regrole::text, member::regrole::text, grantor::regrole::text
    FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
    WHERE roleid::regrole::text = ANY (%(ours)s) AND r.rolname <> ALL (%(ours)s)
      AND r.rolname <> ALL (%(welcome)s)
"""


def names(store: str) -> list[str]:
    """Name the roles that belong to a store itself, and to none of its people."""
    return [f"{store}_{group}" for group in (*GROUPS, "owner")]


def make(line: psycopg.Connection[Any], store: str) -> None:
    """Make the groups of a store on a superuser's line, inside a transaction; or find them made."""
    line.execute("SELECT set_config('storedesk.store', %s, true)", [store])
    line.execute((migrations_folder() / "groups.sql").read_text(encoding="utf-8"))


def dismiss_strangers(
    line: psycopg.Connection[Any], store: str, *, welcome: Iterable[str] = ()
) -> None:
    """Take out of the groups whom an earlier store of this name has left in them."""
    given = {"ours": names(store), "welcome": list(welcome)}
    for group, member, grantor in line.execute(MEMBERS, given).fetchall():
        revoke = f"REVOKE {group} FROM {member} GRANTED BY {grantor} CASCADE"
        line.execute(revoke.encode())  # quoted by the server
