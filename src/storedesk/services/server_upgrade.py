"""Move the store of this computer to a newer PostgreSQL: its data is kept as it was.

Data that one major version has made is not read by the next one. Where this program brings a newer
one, and the programs that made the data are still on this computer, the store is saved by the old
server, restored by a new one beside it, and only then changes its place. Killed at any moment, the
old data is still there, or the new is whole: the next start goes on from what it finds.
"""

import logging
import shutil
import sys
from hashlib import sha256
from pathlib import Path

from storedesk.adapters.embedded.binaries import find_binaries
from storedesk.adapters.embedded.leases import Gate
from storedesk.adapters.embedded.server import PLACE, Server, made_by
from storedesk.adapters.transfer.store_copy import copy_store
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.workspace import Report, WorkspaceStep
from storedesk.services.store_file import store_in

log = logging.getLogger(__name__)
WORK = "upgrade"
"""The folder of a store's home in which the new server is made."""
OPEN_FILES_STAY = sys.platform == "win32"
"""A folder with an open file in it, such as the gate, cannot be renamed there."""
ALMOST = 0.99
"""What is done of it before the new server gets its place."""
WHOLE = "whole"
"""The file in it that says that the new server has all of the old one, and of which state of it."""


def upgrade_server(home: Path, report: Report) -> Path | None:
    """Move the store in `home` to this program's PostgreSQL, if its data is of an older one.

    Returns where the old data is kept; None where nothing was to be done, where somebody works with
    the store, and where it failed: then it stays with the old one. Refused: server_other_version,
    where the programs that made the data are not there.
    """
    if not home.exists():
        return None
    with Gate(home / f"{WORK}.lock"):
        if (kept := _finish(home)) is not None:
            return kept
        made = made_by(home / PLACE / "data")
        if made is None or (home / WORK).exists() or find_binaries().major <= made:
            return None
        find_binaries(made)
        return _upgrade(home, report)


def _upgrade(home: Path, report: Report) -> Path | None:
    old = Server(home)
    old.start()
    try:
        return _moved(home, old, report)
    except (StoreError, OSError):
        log.exception("the store stays with the PostgreSQL that made its data")
        if (home / WORK).exists():
            _clear(home / WORK)
        return None
    finally:
        old.stop()


def _moved(home: Path, old: Server, report: Report) -> Path | None:
    """Copy the store to a new server, and put that in its place; None where nobody may."""
    with old.alone() as is_alone:
        database = store_in(old)
        if not is_alone or database is None or old.databases() != [database]:
            return None
        log.warning("the store's data goes to a newer PostgreSQL")
        report(WorkspaceStep.NEWER, 0.0)
        new = Server(home / WORK)
        new.start()
        try:
            copy_store(
                old, new, database, lambda share: report(WorkspaceStep.NEWER, share * ALMOST)
            )
        finally:
            new.stop()
        old.end()
        (home / WORK / WHOLE).write_text(_state(home / PLACE), encoding="ascii")
        kept = None if OPEN_FILES_STAY else _finish(home)
    kept = kept or _finish(home)
    report(WorkspaceStep.NEWER, 1.0)
    return kept


def _finish(home: Path) -> Path | None:
    """Put a new server in its place that is whole, and clear away one that is not.

    Returns where the old data is kept, if a new one got its place.
    """
    work, place = home / WORK, home / PLACE
    if not work.exists():
        return None
    if not (work / WHOLE).exists() or _has_gone_on(home):
        _clear(work)
        return None
    kept = None
    if _is_there(work / PLACE):
        kept = _set_aside(place)
        (work / PLACE).rename(place)
    shutil.rmtree(work)
    return kept


def _has_gone_on(home: Path) -> bool:
    """Tell whether the old server has run since it was copied: what was written then is not there.

    Another version of this program may have started it.
    """
    if not (_is_there(home / WORK / PLACE) and (home / PLACE).exists()):
        return False
    return _state(home / PLACE) != (home / WORK / WHOLE).read_text(encoding="ascii")


def _state(place: Path) -> str:
    """Return what is another after each start of a server."""
    return sha256((place / "data" / "global" / "pg_control").read_bytes()).hexdigest()


def _set_aside(place: Path) -> Path:
    """Rename the folder of a server, or what a link there means; return its new name."""
    made = made_by(place / "data") or 0
    kept, many = place.with_name(f"{place.name}-{made}"), 1
    while _is_there(kept):
        many += 1
        kept = place.with_name(f"{place.name}-{made}-{many}")
    if place.is_symlink():
        target = place.resolve()
        aside = target.with_name(f"{target.name}-{kept.name}")
        if target.exists():
            target.rename(aside)
        kept.symlink_to(aside)
        place.unlink()
    elif place.exists():
        place.rename(kept)
    return kept


def _clear(work: Path) -> None:
    """Remove a half made server, which may still run; where that fails it stays, and is no harm."""
    half = Server(work)
    try:
        half.start()
        half.remove()
    except (StoreError, OSError):
        log.exception("a half made server could not be removed")
        return
    shutil.rmtree(work, ignore_errors=True)


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()
