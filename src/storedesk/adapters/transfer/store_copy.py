"""Copy a store to another server of this computer, so that it is still the same store."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from storedesk.adapters.embedded.server import Server
from storedesk.adapters.transfer import restoring
from storedesk.adapters.transfer.backups import back_up
from storedesk.domain.refusals.errors import Unavailable

SECRETS = "COPY storedesk.secrets (name, secret, made_at) {way} (FORMAT binary)"
"""Keys that sign what is in e-mails: a restored store makes its own, this one keeps them."""


def copy_store(old: Server, new: Server, database: str, report: Callable[[float], object]) -> None:
    """Copy a store with its logins and their passwords, proved as a backup is.

    `report` hears the share that is done. What backups and restoring refuse; unavailable:
    restore_failed.
    """
    report(0.0)
    with TemporaryDirectory(dir=new.home) as folder:
        saved = back_up(old, database, Path(folder), now=datetime.now(UTC))
        report(0.5)
        restoring.restore(new, saved, report=lambda share: report(0.5 + share / 2))
    try:
        _copy_secrets(old.dsn(database), new.dsn(database))
    except psycopg.Error as error:
        raise Unavailable("restore_failed", what=str(error)) from error


def _copy_secrets(old: str, new: str) -> None:
    with psycopg.connect(old) as was, psycopg.connect(new) as line:
        line.execute("SET session_replication_role = replica")
        line.execute("DELETE FROM storedesk.secrets")
        with (
            was.cursor().copy(SECRETS.format(way="TO STDOUT")) as rows,
            line.cursor().copy(SECRETS.format(way="FROM STDIN")) as written,
        ):
            for row in rows:
                written.write(row)
