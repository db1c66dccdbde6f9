"""Back up and restore stores, on this computer and on other servers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from storedesk.adapters.debian.superuser import NamedServer
from storedesk.adapters.transfer import restoring
from storedesk.adapters.transfer.backup_files import Backup, backup_named
from storedesk.adapters.transfer.backups import back_up, keep_newest
from storedesk.adapters.transfer.restoring import KnownLogins, Restored
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.workspace import Report
from storedesk.persistence.engine import transport
from storedesk.persistence.engine.database import Session
from storedesk.persistence.schema import migrations
from storedesk.persistence.schema.migrations import SchemaState
from storedesk.services.administration import asked
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, StoreKind

ANY_DATABASE = {"", "postgres", "template1"}
"""What a connection string may name where the store is not there yet."""


def save(profile: Profile, folder: Path | None, *, keep: int) -> Backup:
    """Back up the store of this computer to `folder`, or else where its window does.

    Refused: no_store_here, store_elsewhere; unavailable: backup_failed, backup_differs.
    """
    with _opened(profile) as workspace:
        if workspace.server is None:
            raise Refused("no_store_here")
        where = folder or profile.backups
        now = datetime.now(UTC)
        made = back_up(workspace.server, workspace.database, where, now=now)
        keep_newest(where, workspace.database, keep)
        return made


def save_named(dsn: str, folder: Path, *, keep: int) -> Backup:
    """Back up the store that `dsn` names, whose login is a superuser there.

    Refused: store_missing, clients_missing and others; not allowed: needs_superuser.
    """
    named = transport.checked(dsn)
    asked(named, _refuse_none)
    server = NamedServer(named)
    server.check()
    now = datetime.now(UTC)
    made = back_up(server, server.named, folder, now=now)
    keep_newest(folder, server.named, keep)
    return made


def restore(profile: Profile, file: Path, report: Report) -> Restored:
    """Restore a store on this computer, where there is none yet, and choose it.

    Refused: store_here_already, and what `restoring.restore` refuses.
    """
    workspace = Workspace(profile)
    try:
        return workspace.restore(backup_named(file), report)
    finally:
        workspace.leave()


def restore_named(
    dsn: str, file: Path, *, known: KnownLogins, report: restoring.ReportShare = lambda _: None
) -> Restored:
    """Restore a store on the server that `dsn` names, whose login is a superuser there.

    Refused: backup_other_name, and what `restoring.restore` refuses.
    """
    backup, server = backup_named(file), NamedServer(transport.checked(dsn))
    wanted = "" if server.named in ANY_DATABASE else server.named
    return restoring.restore(server, backup, known=known, report=report, wanted=wanted)


def _refuse_none(session: Session) -> None:
    """Refuse a database without a store; an older one may be saved before it is upgraded."""
    if migrations.schema_state(session.connection()) is SchemaState.MISSING:
        raise Refused("store_missing")


@contextmanager
def _opened(profile: Profile) -> Iterator[Workspace]:
    chosen = profile.preferences()
    if chosen.store is None:
        raise Refused("no_store_here")
    if chosen.store is StoreKind.SHARED and chosen.address:
        raise Refused("store_elsewhere", host=chosen.address.host)
    workspace = Workspace(profile)
    try:
        workspace.open()
        yield workspace
    finally:
        workspace.leave()
