"""Backups that are worth the name: each was restored and compared before it is called one."""

import hashlib
import re
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

from storedesk.adapters.embedded import Server
from storedesk.adapters.fingerprints import Fingerprints, fingerprints
from storedesk.domain.errors import Conflict, Refused, Unavailable

KEPT = 14
WRITTEN = "%Y-%m-%dT%H%M%SZ"
PATIENT = "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0"
"""The snapshot waits, idle, as long as the dump takes."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A dump of one store, with its checksum and the logins of its staff beside it."""

    path: Path
    database: str
    taken_at: datetime

    @property
    def roles(self) -> Path:
        """Where the store's logins and groups are written down, as SQL."""
        return self.path.with_suffix(".roles.sql")

    @property
    def checksums(self) -> Path:
        """Where the SHA-256 of both is written down, as `sha256sum --check` reads it."""
        return self.path.with_suffix(".sha256")

    @property
    def size(self) -> int:
        """Tell the length of the dump in bytes."""
        return self.path.stat().st_size

    def files(self) -> tuple[Path, Path, Path]:
        """Name all that belongs to it; the dump last, for it stands for the whole."""
        return self.checksums, self.roles, self.path


def back_up(
    server: Server, database: str, folder: Path, *, now: datetime, keep: int = KEPT
) -> Backup:
    """Save a store while it is open, prove that it can be had back, and keep the newest `keep`.

    The dump and its fingerprints come from one snapshot; the dump is restored into a database of
    its own and every table compared before the files get their names. Logins are saved with their
    passwords (salted SCRAM verifiers): without them nobody could sign in on a new computer, and the
    dump, which holds the customers' own, has to be guarded in any case. So all are mode 0600.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{database}-{now.astimezone(UTC).strftime(WRITTEN)}.dump"
    backup = Backup(folder / name, database, now)
    draft = Backup(folder / f".{name}", database, now)
    try:
        with _explained():
            for file in draft.files():
                file.touch(mode=0o600)
            saved = _dump(server, draft)
            _prove(server, draft, saved)
        for written, final in zip(draft.files(), backup.files(), strict=True):
            written.replace(final)
    finally:
        for left_over in draft.files():
            left_over.unlink(missing_ok=True)
    for old in backups(folder, database)[keep:]:
        for file in reversed(old.files()):
            file.unlink(missing_ok=True)
    return backup


def backups(folder: Path, database: str) -> list[Backup]:
    """List the backups of a store, the newest first."""
    found = []
    for path in folder.glob(f"{database}-*.dump"):
        with suppress(ValueError):  # another store, whose name begins with this one's
            text = path.stem.removeprefix(f"{database}-")
            taken = datetime.strptime(text, WRITTEN).replace(tzinfo=UTC)
            found.append(Backup(path, database, taken))
    return sorted(found, key=lambda backup: backup.taken_at, reverse=True)


def verify(backup: Backup) -> None:
    """Raise Refused unless the files are, byte for byte, what was saved and proven."""
    for line in backup.checksums.read_text(encoding="utf-8").splitlines():
        checksum, name = line.split("  ", 1)
        file = backup.path.with_name(name)
        if not file.exists() or _checksum(file) != checksum:
            raise Refused("backup_damaged", file=file)


def restore(server: Server, backup: Backup) -> None:
    """Bring a store back under its own name, with its settings, rights and logins.

    It gets its name last of all, when it is whole. Raises Conflict where a store has that name:
    nothing is ever written over.
    """
    verify(backup)
    with _explained(), psycopg.connect(server.dsn(), autocommit=True) as connection:
        taken = "SELECT 1 FROM pg_database WHERE datname = %s"
        if connection.execute(taken, [backup.database]).fetchone():
            raise Conflict("backup_store_exists")
        for statement in _about_roles(backup):
            with suppress(psycopg.errors.DuplicateObject):
                connection.execute(statement.encode())
        rename = SQL("ALTER DATABASE {} RENAME TO {}")
        properties = list(_about_database(server, backup))
        with _scratch(connection, backup) as scratch:
            server.run("pg_restore", "--exit-on-error", f"--dbname={scratch}", backup.path)
            with connection.transaction():
                connection.execute(rename.format(Identifier(scratch), Identifier(backup.database)))
                for statement in properties:
                    connection.execute(statement.encode())


def _dump(server: Server, draft: Backup) -> Fingerprints:
    with psycopg.connect(server.dsn(draft.database), options=PATIENT) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        snapshot = f"--snapshot={row[0]}" if row else ""
        where = [f"--file={draft.path}", f"--dbname={draft.database}"]
        server.run("pg_dump", "--format=custom", "--create", snapshot, *where)
        saved = fingerprints(connection)
    server.run("pg_dumpall", "--globals-only", f"--file={draft.roles}")
    names = {draft.path: draft.path.name[1:], draft.roles: draft.roles.name[1:]}
    lines = [f"{_checksum(file)}  {name}\n" for file, name in names.items()]
    draft.checksums.write_text("".join(lines), encoding="utf-8")
    return saved


def _prove(server: Server, draft: Backup, saved: Fingerprints) -> None:
    """Restore the dump beside the store, and compare every table with what was dumped."""
    with (
        psycopg.connect(server.dsn(), autocommit=True) as connection,
        _scratch(connection, draft) as scratch,
    ):
        server.run("pg_restore", "--exit-on-error", f"--dbname={scratch}", draft.path)
        with psycopg.connect(server.dsn(scratch)) as restored:
            found = fingerprints(restored)
    for table in saved.keys() | found.keys():
        if saved.get(table) != found.get(table):
            raise Unavailable("backup_differs", table=table)


@contextmanager
def _scratch(connection: psycopg.Connection[Any], backup: Backup) -> Iterator[str]:
    """Make an empty database, and drop it afterwards unless it has another name by then."""
    scratch = f"{backup.database[:40]}_proof_{secrets.token_hex(4)}"
    connection.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(scratch)))
    try:
        yield scratch
    finally:
        words = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        connection.execute(words.format(Identifier(scratch)))


def _about_roles(backup: Backup) -> Iterator[str]:
    """Read the statements about this store's own roles; psql is never run on a saved file."""
    own = rf'"?{re.escape(backup.database)}_\w+"?'
    about = re.compile(rf"(?:(?:CREATE|ALTER) ROLE {own}[ ;]|GRANT .+ TO {own}[ ;])")
    for line in backup.roles.read_text(encoding="utf-8").splitlines():
        if about.match(line) and line.endswith(";"):
            yield line


def _about_database(server: Server, backup: Backup) -> Iterator[str]:
    """Read what pg_restore says of the database itself only when it may also create it."""
    own = rf'DATABASE "?{re.escape(backup.database)}"? '
    about = re.compile(rf"(?:ALTER {own}|(?:GRANT|REVOKE) .+ ON {own}|ALTER ROLE .+ IN {own}).*;$")
    words = ["--create", "--schema-only", "--file=-"]
    for line in server.run("pg_restore", *words, backup.path).splitlines():
        if about.match(line):
            yield line


def _checksum(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except subprocess.CalledProcessError as error:
        said = re.findall(r"error: (.+)", error.stderr or "")
        raise Unavailable("backup_failed", what=said[0] if said else error) from error
    except psycopg.errors.DuplicateDatabase as error:
        raise Conflict("backup_store_exists") from error
    except (psycopg.Error, OSError) as error:
        raise Unavailable("backup_failed", what=str(error).strip()) from error
