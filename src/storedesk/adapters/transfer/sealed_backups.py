"""Keep a backup as one encrypted file, and open it again for as long as it is needed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from storedesk.adapters.transfer.backup_files import WRITTEN, Backup, backup_named, verify
from storedesk.adapters.transfer.sealed_files import SEALED, is_sealed, seal, sum_of, unseal
from storedesk.domain.refusals.errors import Refused, Unavailable

LEAST_LETTERS = 8
"""Of a passphrase."""


def checked_passphrase(passphrase: str) -> str:
    """Return a passphrase that is long enough. Refused: passphrase_short."""
    if len(passphrase) < LEAST_LETTERS:
        raise Refused("passphrase_short", least=LEAST_LETTERS)
    return passphrase


def seal_backup(backup: Backup, folder: Path, passphrase: str) -> Path:
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
            written = seal(named, target, checked_passphrase(passphrase))
            target.flush()
            os.fsync(target.fileno())
        if sum_of(draft, passphrase) != written:
            raise Unavailable("backup_differs", table=final.name)
        draft.replace(final)
    except OSError as error:
        raise Unavailable("backup_failed", what=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return final


def keep_newest_sealed(folder: Path, database: str, most: int) -> None:
    """Delete all but the newest encrypted backups of a store, as `keep_newest` does the others."""
    now, known = datetime.now(UTC), []
    for file in folder.glob(f"{database}-*{SEALED}"):
        taken = Backup(file).taken_at
        if taken and file.name == f"{database}-{taken.strftime(WRITTEN)}{SEALED}":
            known.append((taken, file))
    known.sort(reverse=True)
    later = [file for taken, file in known if taken > now]
    past = [file for taken, file in known if taken <= now]
    for old in (*later[most:], *past[most:]):
        old.unlink(missing_ok=True)


@contextmanager
def opened_backup(file: Path, passphrase: str | None) -> Iterator[Backup]:
    """Return the backup that a file belongs to; of an encrypted one a copy, until the end.

    Refused: passphrase_missing, backup_passphrase, backup_damaged, backup_unreadable.
    """
    if not is_sealed(file):
        yield backup_named(file)
        return
    if passphrase is None:
        raise Refused("passphrase_missing", file=file.name)
    with TemporaryDirectory(prefix="storedesk-opened-") as folder:
        files = unseal(file, Path(folder), passphrase)
        dumps = [one for one in files if one.suffix == ".dump"]
        if len(dumps) != 1:
            raise Refused("backup_damaged", file=file.name)
        backup = Backup(dumps[0])
        verify(backup)
        yield backup
