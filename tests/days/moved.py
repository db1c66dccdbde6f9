"""Another date and zone for a program and for the PostgreSQL that it starts.

A library of thirty lines is loaded before all others and moves the wall clock, as libfaketime does.
That one cannot be used: while PostgreSQL waits for a lock, its signal handler is told the true
time, so that no time limit ever runs out in a future that is not true.
"""

import os
import shlex
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from storedesk.adapters.embedded.binaries import OVERRIDE, find_binaries

SOURCE = Path(__file__).with_name("moved_clock.c")
COMPILERS = ("cc", "gcc", "clang", "tcc")
PROGRAMS = ("initdb", "pg_ctl", "pg_dump", "pg_dumpall", "pg_restore", "psql", "pg_isready")


class CannotMove(Exception):
    """The clock cannot be moved here; the words say why."""


def library(folder):
    """Make the library in `folder`, and return where it is. Raises CannotMove."""
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    if compiler is None:
        raise CannotMove(f"there is no C compiler here ({', '.join(COMPILERS)})")
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "moved_clock.so"
    words = [compiler, "-shared", "-fPIC", "-nostdlib", "-o", made, SOURCE]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotMove(done.stderr.strip() or f"{compiler} failed")
    return made


def seconds_to(at, zone):
    """Return by how many seconds the clock is moved, to show `at` in a zone now."""
    return round((at.replace(tzinfo=ZoneInfo(zone)) - datetime.now(UTC)).total_seconds())


def world(folder, seconds, zone):
    """Return the environment of programs, and of servers they start, whose clock is moved so far.

    So far from the clock of this program, which may be moved already. A server is given nothing of
    its starter's environment, so its program is a script that sets it. Raises CannotMove.
    """
    seconds += int(os.environ.get("MOVED_CLOCK", "0"))
    moved = {"LD_PRELOAD": str(library(folder)), "MOVED_CLOCK": str(seconds)}
    programs = find_binaries().program("initdb").resolve().parent  # those that no script starts
    folder.chmod(0o755)
    for name in PROGRAMS:
        program, link = programs / name, folder / name
        link.unlink(missing_ok=True)
        if program.exists():
            link.symlink_to(program)
    words = " ".join(f"{name}={shlex.quote(value)}" for name, value in moved.items())
    server, program = folder / "postgres", shlex.quote(str(programs / "postgres"))
    server.write_text(f'#!/bin/sh\nexec env {words} {program} "$@"\n', encoding="utf-8")
    server.chmod(0o755)
    return os.environ | moved | {"TZ": zone, OVERRIDE: str(folder)}
