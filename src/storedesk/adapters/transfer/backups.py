"""Make backups, each of which is restored and compared before it counts."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

import psycopg

from storedesk.adapters.transfer import logins
from storedesk.adapters.transfer.backup_files import (
    DUMPED,
    WRITTEN,
    Backup,
    backups,
    write_checksums,
)
from storedesk.adapters.transfer.dumps import Dump, Served
from storedesk.adapters.transfer.fingerprints import Fingerprints, fingerprints
from storedesk.adapters.transfer.scratch_databases import scratch_database
from storedesk.domain.backup_schedule import KEPT
from storedesk.domain.refusals.errors import Unavailable
from storedesk.whole_file import PRIVATE, write_whole

PATIENT = "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0"
"""The snapshot waits, idle, as long as the dump takes."""
LEFT_BEHIND = timedelta(days=1)
UNSAVED = "storedesk.secrets"
"""Keys that sign what is in e-mails: they stay here, and every restored store makes its own."""


def back_up(
    server: Served,
    database: str,
    folder: Path,
    *,
    now: datetime,
) -> Backup:
    """Back up a store while it is open, and prove that it can be restored.

    The dump and its fingerprints come from one snapshot; the dump is restored into a database of
    its own and every table compared before the files get their names. Logins are saved with their
    passwords (salted SCRAM verifiers): without them nobody could sign in on a new computer, and the
    dump, which holds the customers' own, has to be guarded in any case. So all are mode 0600.
    """
    name = f"{database}-{now.astimezone(UTC).strftime(WRITTEN)}"
    backup, draft = Backup(folder / f"{name}.dump"), Backup(folder / f".{name}-{token_hex(4)}.dump")
    try:
        with _explained():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for file in draft.files():
                file.touch(mode=0o600)
            saved = _dump(server, database, draft)
            write_checksums(draft, final=backup)
            _prove(server, database, draft, saved)
            for written, final in zip(draft.files(), backup.files(), strict=True):
                written.replace(final)
            _settle(folder)
    finally:
        with suppress(OSError):
            _clear(folder, database, draft, now)
    return backup


def keep_newest(folder: Path, database: str, most: int = KEPT, *, ending: str = DUMPED) -> None:
    """Delete all but the newest backups of a store; those that end in SEALED by themselves.

    Those of later than now are counted by themselves: a clock was wrong then, or is, and they must
    not drive out the others, nor the others them.
    """
    now = datetime.now(UTC)
    found = [(one.taken_at, one) for one in backups(folder, database, ending)]
    later = [one for taken, one in found if taken and taken > now]
    past = [one for taken, one in found if taken and taken <= now]
    for old in (*later[most:], *past[most:]):
        for file in reversed(old.files()) if ending == DUMPED else [old.path]:
            file.unlink(missing_ok=True)


def _dump(server: Served, database: str, draft: Backup) -> Fingerprints:
    with psycopg.connect(server.dsn(database), options=PATIENT) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        snapshot = f"--snapshot={row[0]}" if row else ""
        where = [f"--file={draft.path}", f"--dbname={database}"]
        words = ["--format=custom", "--create", f"--exclude-table-data={UNSAVED}", snapshot]
        server.run("pg_dump", *words, *where)
        saved = fingerprints(connection)
        names = logins.used_in(connection, database)
    server.run("pg_dumpall", "--roles-only", f"--file={draft.logins}")
    said = draft.logins.read_text(encoding="utf-8")
    write_whole(draft.logins, logins.only(said, names).encode(), mode=PRIVATE)
    return saved


def _prove(server: Served, database: str, draft: Backup, saved: Fingerprints) -> None:
    """Restore the dump beside the store, and compare every table with what was dumped."""
    dump = Dump(server, draft.path)
    with (
        psycopg.connect(server.dsn(), autocommit=True) as connection,
        scratch_database(connection, database, dump.locale()) as scratch,
    ):
        dump.bring_back(scratch)
        with psycopg.connect(server.dsn(scratch)) as restored:
            found = fingerprints(restored)
    for table in (saved.keys() | found.keys()) - {UNSAVED}:
        if saved.get(table) != found.get(table):
            raise Unavailable("backup_differs", table=table)


def _settle(folder: Path) -> None:
    """Flush the folder, so that the new names survive a power cut."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _clear(folder: Path, database: str, draft: Backup, now: datetime) -> None:
    """Delete the draft, and drafts of programs that were killed."""
    for file in draft.files():
        file.unlink(missing_ok=True)
    for file in folder.glob(f".{database}-*"):
        if now.timestamp() - file.stat().st_mtime > LEFT_BEHIND.total_seconds():
            file.unlink(missing_ok=True)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (subprocess.CalledProcessError, psycopg.Error, OSError) as error:
        raise Unavailable("backup_failed", what=what_failed(error)) from error


def what_failed(error: Exception) -> str:
    """Return PostgreSQL's or the system's own words for a failure."""
    if isinstance(error, subprocess.CalledProcessError):
        said = re.findall(r"error: (.+)", error.stderr or "")
        return str(said[0] if said else error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or ''}: {error.strerror}".removeprefix(": ")
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
