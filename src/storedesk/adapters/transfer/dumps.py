"""Read what a dump contains before anything is restored from it."""

import re
import subprocess
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from storedesk.domain.refusals.errors import Refused

ROLE = r'(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)'
"""A role's name as PostgreSQL's programs write it."""
_PLAIN = ("--no-tablespaces", "--no-publications", "--no-subscriptions")
_LOCALE = re.compile(
    r"^CREATE DATABASE .+? WITH TEMPLATE = template0"
    r"((?: (?:ENCODING|LOCALE_PROVIDER|LOCALE|LC_COLLATE|LC_CTYPE|ICU_LOCALE|ICU_RULES"
    r"|BUILTIN_LOCALE) = (?:'[^']*'|\w+))*).*;$",
    re.MULTILINE,
)
_GIVEN = re.compile(
    rf"^(?:GRANT|REVOKE) .+ (?:TO|FROM) ({ROLE})(?: WITH GRANT OPTION)?;$", re.MULTILINE
)
_OF_ROLE = re.compile(rf"^ALTER (?:ROLE|DEFAULT PRIVILEGES FOR ROLE) ({ROLE}) ", re.MULTILINE)
_OWNED = re.compile(rf"^ALTER .+ OWNER TO ({ROLE});$", re.MULTILINE)
_OF_POSTGRESQL = re.compile(r"^\d+; \d+ \d+ ACL pg_catalog ")
_TABLE = re.compile(r"^COPY (\S+) \(([^\n]+)\) FROM stdin;\n(.*?)^\\\.$", re.MULTILINE | re.DOTALL)


class Served(Protocol):
    """A server's superuser, and the programs that fit this server."""

    def dsn(self, database: str = "postgres") -> str:
        """Name a database for the superuser."""

    def run(self, program: str, *words: str | Path) -> str:
        """Run one of PostgreSQL's programs there; raises CalledProcessError."""


class Dump:
    """A file that pg_dump has made; raises Refused where it is none (backup_foreign)."""

    def __init__(self, server: Served, path: Path) -> None:
        self._server, self._path = server, path

    @cached_property
    def _list(self) -> str:
        return self._said("--list")

    @cached_property
    def _script(self) -> str:
        return self._said("--create", "--schema-only", "--file=-")

    @cached_property
    def _rows(self) -> dict[str, list[dict[str, str]]]:
        tables = ("--table=alembic_version", "--table=staff")
        said = self._said("--data-only", "--schema=storedesk", *tables, "--file=-")
        return {name: list(_rows(columns, body)) for name, columns, body in _TABLE.findall(said)}

    @property
    def database(self) -> str:
        """Name the database that was dumped."""
        return self._header_field(r"dbname: (.+)")

    @property
    def major(self) -> int:
        """Tell which PostgreSQL the database was in."""
        return int(self._header_field(r"Dumped from database version: (\d+)"))

    @property
    def revision(self) -> int:
        """Tell the revision of the store's tables."""
        rows = self._rows.get("storedesk.alembic_version", [])
        if not rows or not rows[0].get("version_num", "").isdecimal():
            raise Refused("backup_foreign", file=self._path.name)
        return int(rows[0]["version_num"])

    def staff(self) -> list[dict[str, str]]:
        """Return the rows of the store's people and programs."""
        return self._rows.get("storedesk.staff", [])

    def locale(self) -> str:
        """Tell, as CREATE DATABASE wants it, how the database writes and sorts its texts."""
        found = _LOCALE.search(self._script)
        return found[1].strip() if found else ""

    def properties(self) -> Iterator[str]:
        """Read what pg_restore says of the database itself only where it may also create it."""
        own = rf'DATABASE "?{re.escape(self.database)}"?'
        about = re.compile(
            rf"(?:ALTER {own} |(?:GRANT|REVOKE) .+ ON {own} |ALTER ROLE .+ IN {own} ).*;$"
        )
        return (line for line in self._script.splitlines() if about.match(line))

    def roles(self) -> set[str]:
        """Name whoever owns something in the dump, or may do something with it."""
        found = {name for one in (_GIVEN, _OF_ROLE, _OWNED) for name in one.findall(self._script)}
        return {unquoted(name) for name in found}

    def bring_back(self, database: str) -> None:
        """Fill an empty database with it.

        What is taken from everybody of PostgreSQL's own is left out: a server of another version
        may know it otherwise, and the upgrade that follows takes it away again.
        """
        kept = [line for line in self._list.splitlines() if not _OF_POSTGRESQL.search(line)]
        with TemporaryDirectory(prefix="storedesk-restore-") as folder:
            Path(folder).chmod(0o755)  # root's server runs its programs as somebody else
            wanted = Path(folder) / "wanted.list"
            wanted.write_text("\n".join(kept) + "\n", encoding="utf-8")
            words = ["--exit-on-error", *_PLAIN, f"--use-list={wanted}", f"--dbname={database}"]
            self._server.run("pg_restore", *words, self._path)

    def _header_field(self, pattern: str) -> str:
        found = re.search(rf"^; +{pattern}", self._list, re.MULTILINE)
        if not found:
            raise Refused("backup_foreign", file=self._path.name)
        return found[1].strip()

    def _said(self, *words: str) -> str:
        try:
            return self._server.run("pg_restore", *words, self._path)
        except subprocess.CalledProcessError as error:
            if "unsupported version" in (error.stderr or ""):
                raise Refused("backup_too_new", file=self._path.name) from error
            raise Refused("backup_foreign", file=self._path.name) from error


def unquoted(name: str) -> str:
    """Return a name as the server keeps it."""
    return name[1:-1].replace('""', '"') if name.startswith('"') else name


def _rows(columns: str, body: str) -> Iterator[dict[str, str]]:
    names = [unquoted(name) for name in columns.split(", ")]
    for line in body.splitlines():
        yield dict(zip(names, line.split("\t"), strict=False))
