"""Tell what this computer knows of the store that is kept on it: its disk and its backups."""

from dataclasses import dataclass
from datetime import datetime

from storedesk.adapters.transfer.backup_files import backups
from storedesk.services.workspace import Workspace
from storedesk.settings import StoreKind


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup in a folder of this computer; `at` has a zone."""

    at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """What this computer knows of its store; of a shared one only that it is none of its own."""

    kind: StoreKind | None
    free_bytes: int | None = None
    """On the disk of the data."""
    backups: tuple[KnownBackup, ...] = ()
    """The newest first."""


def own_figures(workspace: Workspace) -> OwnFigures:
    """Return what this computer knows of its store."""
    if workspace.server is None:
        return OwnFigures(workspace.kind)
    known = backups(workspace.profile.backups, workspace.database)
    return OwnFigures(
        workspace.kind,
        workspace.server.free_bytes(),
        tuple(KnownBackup(one.taken_at, one.size) for one in known if one.taken_at),
    )
