"""Encrypt the files of a backup into one, which only a passphrase opens.

The key comes of the passphrase by scrypt, with a salt of the file's own. What the files hold is
written as a tar archive in pieces of 1 MiB, each sealed by AES-256-GCM; the nonce of a piece is its
number and whether it is the last, so none can be left out, doubled or put elsewhere. The header is
sealed with each piece. See docs/decisions/0049.
"""

import hashlib
import hmac
import secrets
import struct
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from storedesk.domain.refusals.errors import Refused, Unavailable

MAGIC = b"StoreDesk sealed 1\n"
HEADER = struct.Struct(f">{len(MAGIC)}sBBB16s16s")
"""MAGIC, the exponent of scrypt's n, its r and p, the salt, and a check of the passphrase."""
COST, BLOCK, LANES = 17, 8, 1
"""128 MiB and some tenths of a second for each passphrase that is tried."""
MOST_COST, MOST_BLOCK, MOST_LANES = 20, 16, 4
"""No file makes this computer do more than this."""
PIECE = 1 << 20
TAG = 16

Told: TypeAlias = Callable[[int], object]
"""Called with the number of each piece; what it raises ends the work."""


def _nobody(_number: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class _Lock:
    """What seals and opens the pieces of one file."""

    header: bytes
    key: bytes

    def seal(self, number: int, piece: bytes, *, is_last: bool) -> bytes:
        return AESGCM(self.key).encrypt(_nonce(number, is_last=is_last), piece, self.header)

    def open(self, number: int, piece: bytes, *, is_last: bool) -> bytes:
        return AESGCM(self.key).decrypt(_nonce(number, is_last=is_last), piece, self.header)


class _Sealing:
    """A file that seals what is written to it."""

    def __init__(self, file: BinaryIO, lock: _Lock, told: Told) -> None:
        self._file, self._lock, self._told = file, lock, told
        self._held = bytearray()
        self._number = 0
        self.sum = hashlib.sha256()
        file.write(lock.header)

    def write(self, content: bytes) -> int:
        """Take further bytes; a piece is written as soon as it is known not to be the last."""
        self.sum.update(content)
        self._held += content
        while len(self._held) > PIECE:
            self._put(bytes(self._held[:PIECE]), is_last=False)
            del self._held[:PIECE]
        return len(content)

    def end(self) -> None:
        """Write the last piece."""
        self._put(bytes(self._held), is_last=True)

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        self._told(self._number)
        self._file.write(self._lock.seal(self._number, piece, is_last=is_last))
        self._number += 1


class _Opened:
    """A file that opens what is read from it. Refused: backup_damaged."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._held = pieces, bytearray()
        self.sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Return up to so many bytes; fewer only at the end."""
        while size < 0 or len(self._held) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self.sum.update(piece)
            self._held += piece
        size = len(self._held) if size < 0 else size
        content = bytes(self._held[:size])
        del self._held[:size]
        return content


def is_sealed(file: Path) -> bool:
    """Tell whether a file is an encrypted backup, by how it begins."""
    try:
        with file.open("rb") as content:
            return content.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def seal(
    files: Iterator[tuple[str, Path]], target: BinaryIO, passphrase: str, told: Told = _nobody
) -> bytes:
    """Encrypt files into `target`, each under a name; return the SHA-256 of all that they are."""
    sealing = _Sealing(target, _new_lock(passphrase), told)
    with tarfile.open(fileobj=cast(Any, sealing), mode="w|") as archive:
        for name, file in files:
            archive.add(file, arcname=name, recursive=False)
    sealing.end()
    return sealing.sum.digest()


def unseal(file: Path, folder: Path, passphrase: str, told: Told = _nobody) -> list[Path]:
    """Write the files of an encrypted backup into a folder, for this account alone.

    Refused: backup_passphrase, backup_damaged, backup_unreadable; unavailable: restore_failed.
    """
    made = []
    try:
        with file.open("rb") as content:
            lock = _known_lock(content, file, passphrase)
            opened = _Opened(_pieces(content, lock, file, told))
            with tarfile.open(fileobj=cast(Any, opened), mode="r|") as archive:
                for member in archive:
                    source = archive.extractfile(member)
                    if source is None or "/" in member.name or "\\" in member.name:
                        raise Refused("backup_damaged", file=file.name)
                    made.append(_written(folder / member.name, cast(BinaryIO, source)))
            opened.read()
    except tarfile.TarError as error:
        raise Refused("backup_damaged", file=file.name) from error
    except OSError as error:
        raise Refused(
            "backup_unreadable", file=file.name, why=error.strerror or str(error)
        ) from error
    return made


def _written(path: Path, source: BinaryIO) -> Path:
    """Write a file beside the sealed one; a full disk is no fault of what is read."""
    with explained(path.parent):
        path.touch(mode=0o600)
    while piece := source.read(PIECE):
        with explained(path.parent), path.open("ab") as out:
            out.write(piece)
    return path


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Say of what cannot be written that it is that, and where."""
    try:
        yield
    except OSError as error:
        what = f"{folder}: {error.strerror or error}"
        raise Unavailable("restore_failed", what=what) from error


def sum_of(file: Path, passphrase: str, told: Told = _nobody) -> bytes:
    """Return the SHA-256 of all that is in an encrypted backup. Refused: as `unseal` says."""
    with file.open("rb") as content:
        lock = _known_lock(content, file, passphrase)
        opened = _Opened(_pieces(content, lock, file, told))
        while opened.read(PIECE):
            pass
        return opened.sum.digest()


def _pieces(content: BinaryIO, lock: _Lock, file: Path, told: Told) -> Iterator[bytes]:
    number, piece = 0, content.read(PIECE + TAG)
    while True:
        told(number)
        after = content.read(PIECE + TAG)
        try:
            yield lock.open(number, piece, is_last=not after)
        except InvalidTag as error:
            raise Refused("backup_damaged", file=file.name) from error
        if not after:
            return
        number, piece = number + 1, after


def _new_lock(passphrase: str) -> _Lock:
    salt = secrets.token_bytes(16)
    key, check = _derived(passphrase, salt, COST, BLOCK, LANES)
    return _Lock(HEADER.pack(MAGIC, COST, BLOCK, LANES, salt, check), key)


def _known_lock(content: BinaryIO, file: Path, passphrase: str) -> _Lock:
    header = content.read(HEADER.size)
    if len(header) < HEADER.size or not header.startswith(MAGIC):
        raise Refused("backup_damaged", file=file.name)
    _, cost, block, lanes, salt, check = HEADER.unpack(header)
    is_modest = 1 <= cost <= MOST_COST and 1 <= block <= MOST_BLOCK and 1 <= lanes <= MOST_LANES
    if not is_modest:
        raise Refused("backup_damaged", file=file.name)
    key, wanted = _derived(passphrase, salt, cost, block, lanes)
    if not hmac.compare_digest(check, wanted):
        raise Refused("backup_passphrase", file=file.name)
    return _Lock(header, key)


def _derived(
    passphrase: str, salt: bytes, cost: int, block: int, lanes: int
) -> tuple[bytes, bytes]:
    """Return a key, and what tells a wrong passphrase from a damaged file."""
    made = Scrypt(salt=salt, length=48, n=1 << cost, r=block, p=lanes).derive(passphrase.encode())
    return made[:32], made[32:]


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
