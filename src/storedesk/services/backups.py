"""Back up and restore stores, on this computer and on other servers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from storedesk.adapters.debian.superuser import NamedServer
from storedesk.adapters.transfer import restoring
from storedesk.adapters.transfer.backups import back_up, keep_newest
from storedesk.adapters.transfer.dumps import Served
from storedesk.adapters.transfer.restoring import KnownLogins, Restored
from storedesk.adapters.transfer.sealed_backups import back_up_sealed, opened_backup
from storedesk.domain.backup_schedule import KEPT
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.workspace import Report
from storedesk.persistence.engine import transport
from storedesk.persistence.engine.database import Session
from storedesk.persistence.schema import migrations
from storedesk.persistence.schema.migrations import SchemaState
from storedesk.queries.store_settings import backup_schedule
from storedesk.services.administration import asked
from storedesk.services.own_store import schedule_of
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, StoreKind

ANY_DATABASE = {"", "postgres", "template1"}
"""What a connection string may name where the store is not there yet."""


def save(
    profile: Profile, folder: Path | None, *, keep: int | None = None, passphrase: str = ""
) -> Path:
    """Back up the store of this computer to `folder`, or else where its window does.

    Without `keep`, as many are kept there as the store's settings say. With a passphrase it becomes
    one encrypted file. Refused: no_store_here, store_elsewhere, passphrase_short; unavailable:
    backup_failed, backup_differs.
    """
    with _opened(profile) as workspace:
        if workspace.server is None:
            raise Refused("no_store_here")
        schedule, _ = schedule_of(workspace)
        where, kept = folder or schedule.place(profile.backups), keep or schedule.kept
        return _saved(workspace.server, workspace.database, where, kept, passphrase)


def save_named(dsn: str, folder: Path, *, keep: int | None = None, passphrase: str = "") -> Path:
    """Back up the store that `dsn` names, whose login is a superuser there.

    Without `keep`, as many are kept as the store's settings say. With a passphrase it becomes one
    encrypted file. Refused: store_missing, clients_missing, passphrase_short and others; not
    allowed: needs_superuser.
    """
    named = transport.checked(dsn)
    kept = asked(named, _kept)
    server = NamedServer(named)
    server.check()
    return _saved(server, server.named, folder, keep or kept, passphrase)


def restore(
    profile: Profile, file: Path, report: Report, *, passphrase: str | None = None
) -> Restored:
    """Restore a store on this computer, where there is none yet, and choose it.

    Refused: store_here_already, and what `opened_backup` and `restoring.restore` refuse.
    """
    workspace = Workspace(profile)
    try:
        with opened_backup(file, passphrase) as backup:
            return workspace.restore(backup, report)
    finally:
        workspace.leave()


def restore_named(
    dsn: str,
    file: Path,
    *,
    known: KnownLogins,
    report: restoring.ReportShare = lambda _: None,
    passphrase: str | None = None,
) -> Restored:
    """Restore a store on the server that `dsn` names, whose login is a superuser there.

    Refused: backup_other_name, and what `opened_backup` and `restoring.restore` refuse.
    """
    server = NamedServer(transport.checked(dsn))
    wanted = "" if server.named in ANY_DATABASE else server.named
    with opened_backup(file, passphrase) as backup:
        return restoring.restore(server, backup, known=known, report=report, wanted=wanted)


def _saved(server: Served, database: str, folder: Path, keep: int, passphrase: str) -> Path:
    """Back up into a folder; what is to be encrypted is never there as it is."""
    now = datetime.now(UTC)
    if passphrase:
        return back_up_sealed(server, database, folder, passphrase, now=now, keep=keep).path
    made = back_up(server, database, folder, now=now)
    keep_newest(folder, database, keep)
    return made.path


def _kept(session: Session) -> int:
    """Return how many backups are kept by the store's settings; refuse a database without a store.

    An older store may be saved before it is upgraded; it may not have that setting.
    """
    state = migrations.schema_state(session.connection())
    if state is SchemaState.MISSING:
        raise Refused("store_missing")
    return backup_schedule(session)[0].kept if state is SchemaState.FITS else KEPT


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
