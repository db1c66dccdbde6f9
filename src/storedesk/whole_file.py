"""Files that are there whole or not at all: written beside their name, then given it.

What is no ordinary file (a device, a pipe, standard output) is written to as it is.
"""

import os
import re
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from storedesk.domain.refusals.errors import Refused

STANDARD_OUTPUT = Path("/dev/stdout")
_DESCRIPTOR = re.compile(r"/(?:dev|proc/(?:self|thread-self|\d+))/fd/(\d+)")
_NAMED = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
PRIVATE = 0o600


class WholeFile:
    """A file being written; until `keep` whatever had its name before is untouched.

    An ordinary file that is replaced keeps its mode and, as far as we may, its owner; `mode` and
    `owner` say otherwise. Its methods raise Refused("file_not_written") where the disk does not
    take it.
    """

    def __init__(
        self, path: Path, *, mode: int | None = None, owner: tuple[int, int] | None = None
    ) -> None:
        self.path = path
        self._draft: Path | None = None
        self._mode, self._owner = mode, owner
        self._descriptor = _descriptor(path)
        self._is_special = self._descriptor is not None or _is_special(path)
        try:
            self.file: BinaryIO = self._opened()
        except (OSError, RuntimeError) as error:  # RuntimeError: links that lead round in circles
            raise self.refusal(error) from error

    def keep(self) -> None:
        """Give the file its name, in place of what had it before."""
        if self.file.closed:
            return
        try:
            self.file.flush()
            if self._draft:
                os.fsync(self.file.fileno())
            self.file.close()
            if self._draft:
                self._draft.replace(self._goal)
        except OSError as error:
            raise self.refusal(error) from error
        self._draft = None

    def drop(self) -> None:
        """Take away what was written, unless it was kept."""
        draft, self._draft = self._draft, None
        with suppress(OSError):  # what the disk did not take before, it does not take now
            self.file.close()
        if draft:
            draft.unlink(missing_ok=True)

    def refusal(self, error: Exception) -> Refused:
        """Say why the file cannot be written; who reads standard output may stop at any time."""
        if self._descriptor == 1 and isinstance(error, BrokenPipeError):
            raise error
        why = error.strerror if isinstance(error, OSError) else None
        return Refused("file_not_written", file=self.path.name, why=why or str(error))

    def _opened(self) -> BinaryIO:
        if self._descriptor is not None:
            return os.fdopen(os.dup(self._descriptor), "wb")
        if self._is_special:
            return self.path.open("wb")
        self._goal = self.path.resolve()
        if self._goal.is_dir():
            raise IsADirectoryError(21, os.strerror(21))
        draft = self._goal.with_name(f".{secrets.token_hex(8)}.part")
        before = self._goal.stat() if self._goal.exists() else None
        is_private = before is not None or self._mode is not None
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        number = os.open(draft, flags, PRIVATE if is_private else 0o666)
        try:
            self._dress(draft, before)
            file = os.fdopen(number, "wb")
        except BaseException:
            os.close(number)
            draft.unlink(missing_ok=True)
            raise
        self._draft = draft
        return file

    def _dress(self, draft: Path, before: os.stat_result | None) -> None:
        """Give the draft its owner and mode; it was never open to others until now."""
        owner = self._owner or ((before.st_uid, before.st_gid) if before else None)
        if owner and hasattr(os, "chown") and os.geteuid() == 0:
            os.chown(draft, *owner)
        mode = self._mode if self._mode is not None else before and stat.S_IMODE(before.st_mode)
        if mode is not None:
            draft.chmod(mode)


def write_whole(
    path: Path, content: bytes, *, mode: int | None = None, owner: tuple[int, int] | None = None
) -> None:
    """Write a file whole or not at all. Refused: file_not_written."""
    whole = WholeFile(path, mode=mode, owner=owner)
    try:
        whole.file.write(content)
        whole.keep()
    except OSError as error:
        raise whole.refusal(error) from error
    finally:
        whole.drop()


def is_standard_output(path: Path) -> bool:
    """Tell whether a path stands for standard output: then other words go elsewhere."""
    return _descriptor(path) == 1


def _descriptor(path: Path) -> int | None:
    """Return the number of an open file that a path stands for, if it stands for one."""
    name = path.as_posix()
    if name in _NAMED:
        return _NAMED[name]
    found = _DESCRIPTOR.fullmatch(name)
    return int(found[1]) if found else None


def _is_special(path: Path) -> bool:
    try:
        kind = path.stat().st_mode
    except (OSError, RuntimeError):
        return False
    return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind))
