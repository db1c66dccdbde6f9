"""Decide which window starts the server, which share it, and which stops it.

The operating system drops a lock with the process that holds it, so that a window which was killed
counts as one that has left.
"""

import sys
import time
from pathlib import Path
from typing import IO, Self

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SEATS = 64


class Gate:
    """A lock that one process holds at a time: `with Gate(path): ...`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        self._file = self._path.open("ab")
        if sys.platform == "win32":
            while not _seize(self._file, 0):
                time.sleep(0.05)
        else:
            fcntl.flock(self._file, fcntl.LOCK_EX)
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


class Lease:
    """One window's share in the server."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self._seat = 0

    @property
    def is_held(self) -> bool:
        """Tell whether this window shares in the server."""
        return self._file is not None

    def take(self) -> None:
        """Share in the server."""
        self._file = self._path.open("ab")
        if sys.platform == "win32":  # no shared locks there: every window locks a byte of its own
            self._seat = next(seat for seat in range(SEATS) if _seize(self._file, seat))
        else:
            fcntl.flock(self._file, fcntl.LOCK_SH)

    def leave(self) -> bool:
        """Return the share; True if it was the last one. Call it inside the gate."""
        if self._file is None:
            return False
        with self._file as file:
            self._file = None
            if sys.platform == "win32":
                others = set(range(SEATS)) - {self._seat}
                return all(_seize(file, seat) for seat in others)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True


if sys.platform == "win32":

    def _seize(file: IO[bytes], place: int) -> bool:
        file.seek(place)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
