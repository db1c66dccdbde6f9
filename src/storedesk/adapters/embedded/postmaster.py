"""Read postmaster.pid, and check that its process is the server of that data.

The file outlives a power cut, and its number is given to any process after a restart. Believing it
has kept servers from starting for ever, and killed innocent programs.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import psutil

SERVERS = {"postgres", "postmaster"}
LARGEST_NUMBER = 2**31
"""No process has such a number."""
LARGEST_PORT = 2**16


class Standing(StrEnum):
    """What became of the server that wrote a pid file."""

    OURS = "ours"  # it lives
    ANOTHER = "another"  # that number is some other process by now
    GONE = "gone"  # nothing has that number
    UNSURE = "unsure"  # the system does not say


@dataclass(frozen=True, slots=True)
class PidFile:
    """The first lines of postmaster.pid."""

    pid: int
    port: int
    socket: str
    status: str
    """`starting`, `ready` or `stopping`; empty while the file is being written."""


def read_pid_file(data: Path) -> PidFile | None:
    """Read the file of a data folder; None if there is none, or none that a server has written."""
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        lines += [""] * (8 - len(lines))
        found = PidFile(abs(int(lines[0])), int(lines[3] or 0), lines[4], lines[7].strip())
    except (FileNotFoundError, ValueError):
        return None
    return found if 0 < found.pid < LARGEST_NUMBER and found.port < LARGEST_PORT else None


def standing(pid: int, data: Path) -> Standing:
    """Tell by its command line and folder whether a process is the server of `data`."""
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return Standing.ANOTHER
        words = process.cmdline()
        is_server = bool(words) and Path(words[0]).stem in SERVERS and str(data) in words
        with suppress(psutil.AccessDenied):  # root in a container may not be shown this
            is_server = is_server and _same(process.cwd(), data)
    except psutil.NoSuchProcess:
        return Standing.GONE
    except psutil.AccessDenied:
        return Standing.UNSURE
    return Standing.OURS if is_server else Standing.ANOTHER


def sweep(data: Path) -> None:
    """Set a pid file aside that no server has written whole, if nothing works in that folder.

    A power cut or a full disk leaves one, empty or garbled, and PostgreSQL would not start for
    ever. Only who holds the gate may ask for it.
    """
    file = data / "postmaster.pid"
    if file.exists() and read_pid_file(data) is None and not _is_worked_in(data):
        if file.is_file() and file.stat().st_size:
            file.replace(file.with_name("postmaster.pid.bad"))
        else:
            file.unlink(missing_ok=True)


def _is_worked_in(data: Path) -> bool:
    for process in psutil.process_iter():
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            if str(data) in process.cmdline() or _same(process.cwd(), data):
                return True
    return False


def _same(one: str, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
