"""Keep a backup as one encrypted file, and open it again for as long as it is needed."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory, gettempdir

from storedesk.adapters.transfer.backup_files import SEALED, Backup, backup_named, verify
from storedesk.adapters.transfer.backups import back_up, keep_newest
from storedesk.adapters.transfer.dumps import Served
from storedesk.adapters.transfer.sealed_files import (
    PIECE,
    explained,
    is_sealed,
    seal,
    sum_of,
    unseal,
)
from storedesk.domain.passphrases import checked_passphrase
from storedesk.domain.refusals.errors import Refused, Unavailable


def nobody(*_: object) -> None:
    """Tell nobody."""


def back_up_sealed(  # noqa: PLR0913 - a backup, and its passphrase
    server: Served,
    database: str,
    folder: Path,
    passphrase: str,
    *,
    now: datetime,
    keep: int,
    told: Callable[[], object] = nobody,
) -> Backup:
    """Back a store up into one encrypted file; the dump itself is never in that folder.

    `told` is called while it is encrypted; what it raises ends it. Refused: passphrase_short;
    unavailable: backup_failed, backup_differs.
    """
    checked_passphrase(passphrase)
    try:
        copies = TemporaryDirectory(prefix="storedesk-saved-")
    except OSError as error:
        raise Unavailable("backup_failed", what=f"{error.filename}: {error.strerror}") from error
    with copies as own:
        made = back_up(server, database, Path(own), now=now)
        sealed = seal_backup(made, folder, passphrase, told)
    keep_newest(folder, database, keep, ending=SEALED)
    return Backup(sealed)


def seal_backup(
    backup: Backup, folder: Path, passphrase: str, told: Callable[[], object] = nobody
) -> Path:
    """Write a backup into a folder as one encrypted file, opened and compared before it counts.

    It has its name only when it is whole. Refused: passphrase_short; unavailable: backup_failed,
    backup_differs.
    """
    final = folder / f"{backup.path.stem}{SEALED}"
    draft = folder / f".{backup.path.stem}-{token_hex(4)}{SEALED}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.touch(mode=0o600)
        with draft.open("wb") as target:
            named = ((file.name, file) for file in backup.files())
            written = seal(named, target, checked_passphrase(passphrase), lambda _: told())
            target.flush()
            os.fsync(target.fileno())
        if sum_of(draft, passphrase, lambda _: told()) != written:
            raise Unavailable("backup_differs", table=final.name)
        draft.replace(final)
    except OSError as error:
        raise Unavailable("backup_failed", what=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return final


@contextmanager
def opened_backup(
    file: Path, passphrase: str | None, told: Callable[[float], object] = nobody
) -> Iterator[Backup]:
    """Return the backup that a file belongs to; of an encrypted one a copy, until the end.

    `told` hears which share of it is opened, from 0 to 1; what it raises ends it.
    Refused: passphrase_missing, backup_passphrase, backup_damaged, backup_unreadable.
    """
    if not is_sealed(file):
        yield backup_named(file)
        return
    if passphrase is None:
        raise Refused("passphrase_missing", file=file.name)
    with explained(Path(gettempdir())):
        own = TemporaryDirectory(prefix="storedesk-opened-")
    with own as folder:
        pieces = file.stat().st_size // PIECE + 1
        files = unseal(file, Path(folder), passphrase, lambda number: told(number / pieces))
        dumps = [one for one in files if one.suffix == ".dump"]
        if len(dumps) != 1:
            raise Refused("backup_damaged", file=file.name)
        backup = Backup(dumps[0])
        verify(backup)
        yield backup
