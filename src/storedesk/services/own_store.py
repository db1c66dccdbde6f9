"""Look after the store that is kept on this computer: what is known of it, and its backups."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import Event

from storedesk.adapters.transfer.backup_files import DUMPED, SEALED, Backup, backups
from storedesk.adapters.transfer.backups import back_up, keep_newest
from storedesk.adapters.transfer.stoppable import StoppableServer
from storedesk.domain.backup_schedule import KEPT, BackupSchedule
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.queries.store_settings import backup_schedule
from storedesk.services.administration import asked
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, ServerAddress, StoreKind, read_toml, write_toml

FOLDERS = "backups.toml"
"""The file of a profile that names the folders into which backups were made by hand."""
MOST_FOLDERS = 8


class BackupStep(StrEnum):
    """What a backup is at."""

    SAVE = "save"
    COMPARE = "compare"
    ENCRYPT = "encrypt"


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup that this computer can reach; `at` has a zone."""

    at: datetime
    size: int
    folder: Path
    is_encrypted: bool = False


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """What this computer knows of its store; of a shared one only that it is none of its own."""

    kind: StoreKind | None
    free_bytes: int | None = None
    """On the disk of the data."""
    backups: tuple[KnownBackup, ...] = ()
    """The newest first."""
    home: Path | None = None
    """Where backups are made unasked."""
    missing: Path | None = None
    """The chosen folder of backups, where it is not there now."""
    address: ServerAddress | None = None
    """Of a shared store."""

    @property
    def can_be_saved(self) -> bool:
        """Whether a backup can be made here: of a store on this computer, but for the demo."""
        return self.kind is StoreKind.EMBEDDED and self.home is not None


def own_figures(workspace: Workspace) -> OwnFigures:
    """Return what this computer knows of its store."""
    if workspace.server is None:
        return OwnFigures(workspace.kind, address=workspace.profile.preferences().address)
    home, known, wanted = workspace.profile.backups, [], None
    if workspace.kind is StoreKind.EMBEDDED:
        with suppress(StoreError):
            wanted = schedule_of(workspace)[0].folder
    missing = wanted if wanted is not None and not wanted.is_dir() else None
    places = [home, *([wanted] if wanted else [])]
    for folder in dict.fromkeys([*places, *chosen_folders(workspace.profile)]):
        for one in _kept_in(folder, workspace.database):
            with suppress(OSError):  # the disk was taken out
                if one.taken_at:
                    known.append(KnownBackup(one.taken_at, one.size, folder, one.is_sealed))
    known.sort(key=lambda one: one.at, reverse=True)
    return OwnFigures(workspace.kind, workspace.server.free_bytes(), tuple(known), home, missing)


def schedule_of(workspace: Workspace) -> tuple[BackupSchedule, str]:
    """Return what the settings of the store of this computer say of backups, and its time zone."""
    return asked(workspace.own_dsn("system"), backup_schedule)


def save_own(
    workspace: Workspace,
    folder: Path,
    stop: Event,
    report: Callable[[BackupStep], object],
    passphrase: str = "",
) -> Backup:
    """Back up the store of this computer into a folder, restored and compared as always.

    With a passphrase it becomes one encrypted file. `report` hears what it is at; where `stop` is
    set, nothing is left. Refused: no_store_here, backup_canceled, passphrase_short; unavailable:
    backup_failed, backup_differs.
    """
    if workspace.server is None or workspace.kind is not StoreKind.EMBEDDED:
        raise Refused("no_store_here")

    def tell(program: str) -> None:
        report(BackupStep.COMPARE if program == "pg_restore" else BackupStep.SAVE)

    def encrypt() -> None:
        if stop.is_set():
            raise Refused("backup_canceled")
        report(BackupStep.ENCRYPT)

    server, now = StoppableServer(workspace.server, stop, tell), datetime.now(UTC)
    if passphrase:
        from storedesk.adapters.transfer.sealed_backups import back_up_sealed  # noqa: PLC0415 the library takes its time

        made = back_up_sealed(
            server, workspace.database, folder, passphrase, now=now, keep=KEPT, told=encrypt
        )
    else:
        made = back_up(server, workspace.database, folder, now=now)
        keep_newest(folder, workspace.database)
    _remember(workspace.profile, folder)
    return made


def chosen_folders(profile: Profile) -> list[Path]:
    """Return the folders into which backups were made by hand, the last one first."""
    named = read_toml(profile.folder / FOLDERS).get("folders", [])
    return [Path(one) for one in named if isinstance(one, str)] if isinstance(named, list) else []


def last_folder(profile: Profile) -> Path | None:
    """Return the folder of the last backup by hand; None where it does not answer now."""
    return next((one for one in chosen_folders(profile) if one.is_dir()), None)


def _kept_in(folder: Path, database: str) -> list[Backup]:
    return [*backups(folder, database, DUMPED), *backups(folder, database, SEALED)]


def _remember(profile: Profile, folder: Path) -> None:
    """Remember a folder for the list; where the disk does not take it, it is only not listed."""
    folders = dict.fromkeys([str(folder.absolute()), *map(str, chosen_folders(profile))])
    with suppress(Refused, OSError):
        write_toml(profile.folder / FOLDERS, {"folders": [*folders][:MOST_FOLDERS]})
