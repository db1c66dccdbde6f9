"""Move a store to another server: complete and compared, or not at all.

It is copied table by table into tables that this program has made there, inside one transaction. A
dump would have to be read by a server of the same version or a later one, and rights come from the
program in any case.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from storedesk.adapters.transfer import logins
from storedesk.adapters.transfer.fingerprints import TABLES, Fingerprints, fingerprints
from storedesk.adapters.transfer.logins import Login
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.persistence.engine.errors import explained_connecting
from storedesk.settings import ServerAddress

MOMENT = 2.0
"""Seconds in which a connection that was closed may still be seen."""
MOVE_LOCK = 7_301
"""The lock in the old store while it is moved."""
PATIENT = "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0"
MADE_BY_US = {"storedesk.alembic_version", "core.rules"}
OTHERS = """
    SELECT DISTINCT usename::text FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND backend_type = 'client backend'
    ORDER BY 1
"""
CLOSED = "SELECT datconnlimit = 0, shobj_description(oid, 'pg_database') FROM pg_database"
COLUMNS = """
    SELECT attname FROM pg_attribute
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    ORDER BY attnum
"""
COUNTERS = """
    SELECT pg_get_serial_sequence(a.attrelid::regclass::text, a.attname)
    FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
    WHERE a.attidentity <> '' AND c.relkind = 'r' AND NOT a.attisdropped
"""
UNPROVED = """
    SELECT concat_ws('.', connamespace::regnamespace, relname), conname
    FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
    WHERE NOT convalidated AND contype = 'c'
"""
DEFINED = """
    SELECT pg_get_constraintdef(oid) FROM pg_constraint
    WHERE conrelid = %s::regclass AND conname = %s AND contype = 'c'
"""
PEOPLE = """
    SELECT r.rolname, r.rolcanlogin, r.rolconnlimit, r.rolpassword,
        ARRAY(SELECT substr(g.rolname, length(current_database()) + 2) FROM pg_auth_members AS m
              JOIN pg_roles AS g ON g.oid = m.roleid
              WHERE m.member = r.oid AND starts_with(g.rolname, current_database() || '_')
              ORDER BY 1)
    FROM storedesk.staff AS s JOIN pg_authid AS r ON r.rolname = s.login
    WHERE s.login <> current_database() || '_system' ORDER BY s.login
"""


@dataclass(frozen=True, slots=True)
class OldStore:
    """A store that is about to be moved, closed to everybody but its owner meanwhile."""

    line: psycopg.Connection[Any]
    name: str

    def close_for_good(self, new: ServerAddress) -> None:
        """Record where it has moved to; nobody sells here any more."""
        there = {"host": new.host, "port": new.port, "database": new.database}
        words = SQL("COMMENT ON DATABASE {} IS {}")
        said = Literal(json.dumps({"moved_to": there}))
        self.line.execute(words.format(Identifier(self.name), said))

    def open_again(self) -> None:
        """Let people in as before."""
        _open(self.line, self.name)


@contextmanager
def old_store(dsn: str) -> Iterator[OldStore]:
    """Close a store to all but the superuser of `dsn`; open it again unless it has moved.

    Refused: store_in_use. Should this program be killed, the store opens again by itself when its
    window is started.
    """
    with psycopg.connect(dsn, options=PATIENT, autocommit=True) as line:
        store = OldStore(line, line.info.dbname)
        line.execute("SELECT pg_advisory_lock(%s)", [MOVE_LOCK])
        if others := _staying(line):
            raise Refused("store_in_use", people=", ".join(others))
        _limit(line, store.name, 0)
        ends = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE "
        line.execute(ends + "datname = current_database() AND pid <> pg_backend_pid()")
        try:
            yield store
        except BaseException:
            with suppress(psycopg.Error):  # its server has gone: it opens at its next start
                store.open_again()
            raise


def _staying(line: psycopg.Connection[Any]) -> list[str]:
    """Name who else is in the store, after a moment for those who are just leaving."""
    until = time.monotonic() + MOMENT
    while others := [name for (name,) in line.execute(OTHERS).fetchall()]:
        if time.monotonic() > until:
            break
        time.sleep(0.05)
    return others


def moved_to(dsn: str) -> ServerAddress | None:
    """Return where a store was moved, as its superuser; None if it was not.

    One that was closed for a move that never ended is opened again. Unavailable: store_moving.
    """
    with explained_connecting(dsn):
        line = psycopg.connect(dsn, autocommit=True)
    with line:
        words = f"{CLOSED} WHERE datname = current_database()"
        is_closed, said = line.execute(words).fetchone() or (False, None)
        if not is_closed:
            return None
        if said:
            return _address(said)
        [is_free] = line.execute("SELECT pg_try_advisory_lock(%s)", [MOVE_LOCK]).fetchone() or [0]
        if not is_free:
            raise Unavailable("store_moving")
        _open(line, line.info.dbname)
    return None


@contextmanager
def explained() -> Iterator[None]:
    """Turn a failure meanwhile into move_failed: nothing was moved."""
    try:
        yield
    except (psycopg.Error, OSError) as error:
        what = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise Unavailable("move_failed", what=what) from error
    except Unavailable as away:
        if away.code not in {"unavailable", "server_starting"}:
            raise
        raise Unavailable("move_failed", what=away) from away


def copy(old: OldStore, new: psycopg.Connection[Any]) -> None:
    """Fill the tables of `new`, in its transaction, and bring the people's logins along.

    Their passwords stay: what is brought along are SCRAM verifiers. Refused: login_taken,
    store_has_more; unavailable: store_differs.
    """
    new.execute("SET LOCAL session_replication_role = replica")  # rows come as they are
    with old.line.transaction():
        old.line.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        _bring_people(old.line, new)
        with _as_lenient(old.line, new):
            for schema, table in _tables(old.line, new):
                _copy_table(old.line, new, SQL("{}").format(Identifier(schema, table)))
        _bring_counters(old.line, new)
        _compare(fingerprints(old.line), fingerprints(new))
    words = "UPDATE storedesk.staff SET login = %s WHERE login = %s"
    new.execute(words, [f"{new.info.dbname}_system", f"{old.name}_system"])
    new.execute("SET LOCAL session_replication_role = origin")


@contextmanager
def _as_lenient(old: psycopg.Connection[Any], new: psycopg.Connection[Any]) -> Iterator[None]:
    """Take the rows in that break rules which are younger than they: S57 goes on naming those."""
    loose = [
        (table, name, found[0])
        for table, name in old.execute(UNPROVED).fetchall()
        if (found := new.execute(DEFINED, [table, name]).fetchone())
    ]
    for table, name, _definition in loose:
        words = SQL("ALTER TABLE {} DROP CONSTRAINT {}")
        new.execute(words.format(Identifier(*table.split(".")), Identifier(name)))
    yield
    for table, name, definition in loose:
        words = SQL("ALTER TABLE {} ADD CONSTRAINT {} {} NOT VALID")
        where = Identifier(*table.split(".")), Identifier(name)
        new.execute(words.format(*where, SQL(definition)))


def _tables(
    old: psycopg.Connection[Any], new: psycopg.Connection[Any]
) -> Iterator[tuple[str, str]]:
    """List what is to be copied. Refused: store_has_more, for one that would stay behind."""
    known = new.execute(TABLES).fetchall()
    for schema, table in old.execute(TABLES).fetchall():
        if (schema, table) not in known:
            raise Refused("store_has_more", table=f"{schema}.{table}")
        if f"{schema}.{table}" not in MADE_BY_US:
            yield schema, table


def _copy_table(old: psycopg.Connection[Any], new: psycopg.Connection[Any], table: Any) -> None:
    found = new.execute(COLUMNS, [table.as_string(new)]).fetchall()
    columns = SQL(", ").join(Identifier(name) for (name,) in found)
    new.execute(SQL("DELETE FROM {}").format(table))  # what every new store begins with
    reads = SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(columns, table)
    writes = SQL("COPY {} ({}) FROM STDIN").format(table, columns)
    with (
        old.cursor() as source,
        new.cursor() as target,
        source.copy(reads) as out,
        target.copy(writes) as into,
    ):
        for part in out:
            into.write(part)


def _compare(was: Fingerprints, is_now: Fingerprints) -> None:
    for table in was.keys() | is_now.keys():
        if was.get(table) != is_now.get(table):
            raise Unavailable("store_differs", table=table)


def _bring_counters(old: psycopg.Connection[Any], new: psycopg.Connection[Any]) -> None:
    for (counter,) in new.execute(COUNTERS).fetchall():
        reads = SQL("SELECT last_value, is_called FROM {}").format(Identifier(*counter.split(".")))
        [(value, is_called)] = old.execute(reads).fetchall()
        new.execute("SELECT setval(%s, %s, %s)", [counter, value, is_called])


def _bring_people(old: psycopg.Connection[Any], new: psycopg.Connection[Any]) -> None:
    store = new.info.dbname
    for name, is_open, most, verifier, teams in old.execute(PEOPLE).fetchall():
        try:
            logins.make(new, store, Login(name, is_open, most, verifier, groups=tuple(teams)))
        except psycopg.errors.DuplicateObject as error:
            raise Refused("login_taken", login=name) from error


def _address(said: str) -> ServerAddress | None:
    """Read what `close_for_good` has written; another's remark on the database says nothing."""
    try:
        return ServerAddress(**json.loads(said)["moved_to"])
    except (ValueError, KeyError, TypeError):
        return None


def _open(line: psycopg.Connection[Any], name: str) -> None:
    line.execute(SQL("COMMENT ON DATABASE {} IS NULL").format(Identifier(name)))
    _limit(line, name, -1)


def _limit(line: psycopg.Connection[Any], name: str, most: int) -> None:
    words = SQL("ALTER DATABASE {} CONNECTION LIMIT {}")
    line.execute(words.format(Identifier(name), Literal(most)))
