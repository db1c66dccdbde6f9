"""Name the files of a backup: a dump, the logins, and the checksums of both."""

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from storedesk.domain.refusals.errors import Refused
from storedesk.whole_file import PRIVATE, write_whole

DUMP = b"PGDMP"
"""What every dump begins with."""
WRITTEN = "%Y-%m-%dT%H%M%SZ"
LOGINS = ".roles.sql"
DUMPED, SEALED = ".dump", ".sealed"
"""How the names of a dump and of an encrypted backup end."""
CHECKSUMS = ".sha256"
_TAKEN = re.compile(r"(.+)-(\d{4}-\d\d-\d\dT\d{6}Z)$")
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True)
class Backup:
    """A dump of one store, with its checksum and the logins of its people beside it."""

    path: Path

    @property
    def logins(self) -> Path:
        """Where the store's logins and groups are written down, as SQL."""
        return self.path.with_suffix(LOGINS)

    @property
    def checksums(self) -> Path:
        """Where the SHA-256 of both is written down, as `sha256sum --check` reads it."""
        return self.path.with_suffix(CHECKSUMS)

    @property
    def taken_at(self) -> datetime | None:
        """When it was taken, as its name says; None where it was renamed."""
        if written := _TAKEN.search(self.path.stem):
            with suppress(ValueError):
                return datetime.strptime(written[2], WRITTEN).replace(tzinfo=UTC)
        return None

    @property
    def store(self) -> str:
        """Name the store of which it is, as its own name says; "" where it was renamed."""
        written = _TAKEN.fullmatch(self.path.stem)
        return written[1] if written else ""

    @property
    def is_sealed(self) -> bool:
        """Tell, by its name, whether it is encrypted."""
        return self.path.suffix == SEALED

    @property
    def size(self) -> int:
        """Tell the length of the dump in bytes."""
        return self.path.stat().st_size

    def files(self) -> tuple[Path, Path, Path]:
        """Name all that belongs to it; the dump last, for it stands for the whole."""
        return self.checksums, self.logins, self.path


def backup_named(file: Path) -> Backup:
    """Return the backup that `file` belongs to: its dump, its logins or its checksums."""
    for ending in (LOGINS, CHECKSUMS):
        if file.name.endswith(ending):
            return Backup(file.with_name(file.name.removesuffix(ending) + ".dump"))
    return Backup(file)


def backups(folder: Path, database: str, ending: str = DUMPED) -> list[Backup]:
    """List the backups of a store, the newest first; encrypted ones end in SEALED."""
    # another store's name may begin with this one's
    return [one for one in all_backups(folder, ending) if one.store == database]


def all_backups(folder: Path, ending: str) -> list[Backup]:
    """List the backups in a folder, of whatever store, the newest first."""
    found = []
    for path in folder.glob(f"*{ending}"):
        backup = Backup(path)
        taken = backup.taken_at
        if taken and path.name == f"{backup.store}-{taken.strftime(WRITTEN)}{ending}":
            found.append((taken, backup))
    return [backup for _, backup in sorted(found, key=lambda pair: pair[0], reverse=True)]


def write_checksums(backup: Backup, *, final: Backup) -> None:
    """Write down what the files hold, under the names that they will have in the end."""
    named = ((backup.path, final.path), (backup.logins, final.logins))
    lines = [f"{_checksum(file)}  {name.name}\n" for file, name in named]
    write_whole(backup.checksums, "".join(lines).encode(), mode=PRIVATE)


def verify(backup: Backup) -> None:
    """Raise Refused unless the files are, byte for byte, what was saved and proven.

    Refused: backup_unreadable, backup_foreign, backup_incomplete, backup_unvouched, backup_damaged.
    """
    known = _known(backup)
    for file, checksum in ((backup.path, known[".dump"]), (backup.logins, known[LOGINS])):
        try:
            is_same = _checksum(file) == checksum
        except OSError as error:
            raise _unreadable(backup, file, error) from error
        if not is_same:
            raise Refused("backup_damaged", file=file.name)


def _known(backup: Backup) -> dict[str, str]:
    """Read the checksums, by the endings of the files: a backup may have been renamed."""
    try:
        with backup.path.open("rb") as dump:  # what was asked for is named first
            is_dump = dump.read(len(DUMP)) == DUMP
        if not is_dump and not backup.checksums.exists():
            raise Refused("backup_foreign", file=backup.path.name)
        lines = backup.checksums.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        file = backup.checksums if backup.path.is_file() else backup.path
        raise _unreadable(backup, file, error) from error
    except UnicodeDecodeError as error:
        raise Refused("backup_unvouched", file=backup.checksums.name) from error
    known = {}
    for line in lines:
        if not (match := _LINE.fullmatch(line.strip())):
            raise Refused("backup_unvouched", file=backup.checksums.name)
        known[LOGINS if match[2].endswith(LOGINS) else ".dump"] = match[1]
    if known.keys() != {LOGINS, ".dump"}:
        raise Refused("backup_unvouched", file=backup.checksums.name)
    return known


def _unreadable(backup: Backup, file: Path, error: OSError) -> Refused:
    if isinstance(error, FileNotFoundError) and file != backup.path:
        return Refused("backup_incomplete", file=file.name)
    return Refused("backup_unreadable", file=file.name, why=error.strerror or str(error))


def _checksum(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
