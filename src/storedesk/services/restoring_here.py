"""Find the backups that a person has, and restore one of them on this computer."""

from pathlib import Path
from threading import Event

from storedesk import queries
from storedesk.adapters.transfer.backup_files import (
    DUMP,
    DUMPED,
    SEALED,
    Backup,
    all_backups,
    backup_named,
)
from storedesk.adapters.transfer.sealed_backups import opened_backup
from storedesk.adapters.transfer.sealed_files import is_sealed
from storedesk.domain.backups import FoundBackup, RestoredStore
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.workspace import Report, WorkspaceStep
from storedesk.services.administration import asked
from storedesk.services.workspace import Workspace


def found_backups(place: Path) -> list[FoundBackup]:
    """Return the backups in a folder, the newest first, or the one that a file belongs to.

    Refused: no_backup_there, backup_foreign, backup_unreadable.
    """
    place = place.expanduser()
    try:
        if not place.is_dir():
            return [_found(_backup_of(place))]
        inside = [*all_backups(place, DUMPED), *all_backups(place, SEALED)]
        found = [_found(one) for one in inside]
    except OSError as error:
        why = error.strerror or str(error)
        raise Refused("backup_unreadable", file=place.name, why=why) from error
    if not found:
        raise Refused("no_backup_there", folder=place)
    return sorted(found, key=lambda one: str(one.taken_at), reverse=True)


def restore_here(
    workspace: Workspace, file: Path, passphrase: str | None, report: Report, stop: Event
) -> RestoredStore:
    """Restore a store on this computer, where there is none yet, and choose it.

    Where `stop` is set meanwhile, nothing is left. Refused: restore_canceled, store_here_already,
    and what `opened_backup` and `restoring.restore` refuse.
    """

    def tell(share: float) -> None:
        if stop.is_set():
            raise Refused("backup_canceled")
        report(WorkspaceStep.CHECK, share)

    try:
        tell(0.0)
        with opened_backup(file, passphrase, tell) as backup:
            done = workspace.restore(backup, report, stop)
            taken_at = backup.taken_at
    except Refused as refusal:
        if refusal.code == "backup_canceled":
            raise Refused("restore_canceled") from refusal
        raise
    contents = asked(workspace.own_dsn(), queries.store_contents.store_contents)
    return RestoredStore(contents, done.people, taken_at)


def _backup_of(file: Path) -> Backup:
    if is_sealed(file):
        return Backup(file)
    backup = backup_named(file)
    with backup.path.open("rb") as content:
        if content.read(len(DUMP)) != DUMP:
            raise Refused("backup_foreign", file=file.name)
    return backup


def _found(one: Backup) -> FoundBackup:
    sealed = is_sealed(one.path)
    return FoundBackup(one.path, one.store, one.taken_at, one.size, sealed)
