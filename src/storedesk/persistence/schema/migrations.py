"""Make the database, and upgrade it from one version of the program to the next."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.sql import SQL, Identifier
from sqlalchemy import Connection, column, create_engine, select, table, text
from sqlalchemy.pool import NullPool

from storedesk.domain.refusals.errors import NotAllowed, Refused, StoreError
from storedesk.domain.store import StoreSettings
from storedesk.persistence.engine.database import polite
from storedesk.persistence.engine.errors import explained, explained_connecting
from storedesk.persistence.engine.together import Part
from storedesk.persistence.schema import comments, grants, groups, locales
from storedesk.persistence.schema.commands import command_files, expanded
from storedesk.persistence.schema.first_rows import open_store
from storedesk.persistence.schema.invariants import invariants
from storedesk.resources import migrations_folder

VERSION_TABLE = "alembic_version"
NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")
"""What a store's database may be called: logins bear its name, and PostgreSQL cuts them at 63."""
UPGRADE_LOCK = 7_300
PATIENCE = "-c TimeZone=UTC -c statement_timeout=0 -c lock_timeout=60s"


class SchemaState(StrEnum):
    """How a database's tables and this program go together."""

    FITS = "fits"
    """Of this program's version, or of the next one: upgrades only add."""
    OLDER = "older"
    NEWER = "newer"
    MISSING = "missing"


def head() -> int:
    """Tell the number of the newest revision that this program knows."""
    return max(int(file.name[:4]) for file in (migrations_folder() / "versions").glob("[0-9]*.py"))


def schema_state(connection: Connection) -> SchemaState:
    """Tell whether this program can work with the database; any member of staff may ask."""
    return state_of(_found(connection))


def state_of(found: int | None) -> SchemaState:
    """Tell whether this program can work with tables of this revision."""
    if found is None:
        return SchemaState.MISSING
    behind = head() - found
    if behind > 0:
        return SchemaState.OLDER
    return SchemaState.FITS if behind >= -1 else SchemaState.NEWER


def make_database(dsn: str, settings: StoreSettings) -> None:
    """Make the store that `dsn` names, whose login is a superuser there: empty, with one register.

    Refused where the name does not suit (database_name), a store is there already (store_exists),
    or an empty database that knows other letters (store_letters).
    """
    with founding(dsn) as raw:
        open_store(raw, settings)


@contextmanager
def founding(dsn: str) -> Iterator[psycopg.Connection[Any]]:
    """Hold the transaction in which a store comes to be: tables, commands and rights, no rows."""
    name = conninfo_to_dict(dsn).get("dbname") or ""
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise Refused("database_name", name=name)
    is_new = _create_database(dsn, name)
    try:
        with upgrading(dsn) as connection:
            _refuse_store(connection, name)
            raw = raw_line(connection)
            locales.refuse_other(raw)
            _upgrade(connection)
            groups.dismiss_strangers(raw, name)
            yield raw
    except BaseException:
        if is_new:
            _drop_database(dsn, name)
        raise


def _refuse_store(connection: Connection, name: str) -> None:
    if schema_state(connection) is not SchemaState.MISSING:
        raise Refused("store_exists", name=name)


def _create_database(dsn: str, name: str) -> bool:
    """Make it unless it is there; True if it was not."""
    with _connect(make_conninfo(dsn, dbname="postgres")) as server:
        server.autocommit = True
        if server.info.parameter_status("is_superuser") != "on":
            raise NotAllowed("needs_superuser")
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        locales.create(server, name)
        return True


def _drop_database(dsn: str, name: str) -> None:
    """Take away what did not become a store; a server that has gone keeps an empty database."""
    where = make_conninfo(dsn, dbname="postgres")
    with suppress(StoreError, psycopg.Error), _connect(where) as server:
        server.autocommit = True
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def upgrade(dsn: str) -> None:
    """Bring the tables, commands and rights up to this program, whole or not at all.

    The login is a superuser. Two at once take turns; a newer database is refused (store_newer).
    """
    with upgrading(dsn) as connection:
        found = _found(connection)
        if found is None:
            raise Refused("store_missing")
        if found > head():
            raise Refused("store_newer")
        _upgrade(connection)


def is_current(connection: Connection) -> bool:
    """Tell whether there is nothing to bring up: all is this program's, or the next one's."""
    said = connection.scalar(text("SELECT obj_description(to_regnamespace('api'), 'pg_namespace')"))
    is_next = (_found(connection) or 0) > head()
    return schema_state(connection) is SchemaState.FITS and (is_next or said == _fingerprint())


_VERSIONS = table(VERSION_TABLE, schema="storedesk")
REVISION = Part(lambda: select(column("version_num")).select_from(_VERSIONS))
"""The revision of the tables, as text; where there are none, it cannot be asked."""


def _found(connection: Connection) -> int | None:
    """Read the revision of the tables; None where there are none."""
    exists = f"SELECT to_regclass('storedesk.{VERSION_TABLE}') IS NOT NULL"
    if not connection.scalar(text(exists)):
        return None
    return int(connection.scalar(text(f"SELECT version_num FROM storedesk.{VERSION_TABLE}")) or 0)  # noqa: S608 a constant


def make_person(
    dsn: str,
    login: str,
    display_name: str,
    password: str,
    groups: Sequence[str] = ("manager", "admin"),
) -> UUID:
    """Take somebody on; the first person of a store is manager and admin. Answer with their id.

    The server sees the password's verifier only. Refused as any other new login would be.
    """
    words = text("SELECT core.create_staff(core.now(), :login, :name, :groups, :secret)")
    with upgrading(dsn) as connection:
        pgconn = raw_line(connection).pgconn
        secret = pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
        given = {
            "login": login, "name": display_name, "groups": list(groups), "secret": secret.decode(),
        }  # fmt: skip
        return UUID(str(connection.scalar(words, given)))


@contextmanager
def upgrading(dsn: str) -> Iterator[Connection]:
    """Hold the one transaction in which tables may be changed; others wait for its end."""
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: _connect(dsn), poolclass=NullPool
    )
    with explained(), engine.begin() as connection:
        if raw_line(connection).info.parameter_status("is_superuser") != "on":
            raise NotAllowed("needs_superuser")
        connection.execute(text("SET LOCAL temp_file_limit = -1"))  # the limit is for people
        connection.execute(text(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})"))
        yield connection


def _connect(dsn: str) -> psycopg.Connection[Any]:
    with explained_connecting(dsn):
        return psycopg.connect(polite(dsn, options=PATIENCE))


def _is_compared(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "schema" or name in {None, "storedesk"}


COMPARED: dict[str, Any] = {
    "include_schemas": True,
    "include_name": _is_compared,
    "autogenerate_plugins": ["alembic.autogenerate.*", "~alembic.autogenerate.comments"],
    "version_table": VERSION_TABLE,
    "version_table_schema": "storedesk",
}
"""How Alembic looks at the database: all tables of the model's schema and of ours.

Comments are not compared: they come from the SQL files, see comments.py.
"""


def _upgrade(connection: Connection) -> None:
    raw = raw_line(connection)
    folder = migrations_folder()
    owner = SQL("SET LOCAL ROLE {}").format(Identifier(f"{raw.info.dbname}_owner"))
    groups.make(raw, raw.info.dbname)
    raw.execute((folder / "roles.sql").read_text(encoding="utf-8"))
    raw.execute(owner)
    _upgrade_tables(connection)
    raw.execute((folder / "keys.sql").read_text(encoding="utf-8"))
    raw.execute((folder / "checks.sql").read_text(encoding="utf-8"))
    for script in command_files(folder / "commands"):
        raw.execute(expanded(script.read_text(encoding="utf-8")))
    raw.execute((folder / "sizes.sql").read_text(encoding="utf-8"))
    raw.execute("SELECT core.add_limits()")
    words = "INSERT INTO core.rules (name, title, query) VALUES (%s, %s, %s)"
    with raw.cursor() as cursor:
        cursor.executemany(words, [(r.name, r.title, r.query) for r in invariants()])
    raw.execute((folder / "policies.sql").read_text(encoding="utf-8"))
    comments.apply(raw, comments.read(folder))
    raw.execute(SQL("COMMENT ON SCHEMA api IS {}").format(_fingerprint()))
    raw.execute("RESET ROLE")
    raw.execute((folder / "guards.sql").read_text(encoding="utf-8"))
    grants.apply(raw, grants.read(folder / "grants.toml"))


def _upgrade_tables(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 a second of start-up time
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _fingerprint() -> str:
    folder = migrations_folder()
    files = [*sorted(folder.glob("*.sql")), *sorted(folder.glob("*.toml"))]
    files += command_files(folder / "commands")
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def raw_line(connection: Connection) -> psycopg.Connection[Any]:
    """Return what SQLAlchemy stands before: the line of psycopg."""
    line = connection.connection.driver_connection
    if not isinstance(line, psycopg.Connection):
        raise TypeError("this is no connection of psycopg")
    return line
