"""Find, start and restart a PostgreSQL server that Debian manages."""

import json
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo

from storedesk.adapters.debian.owned_files import Owner
from storedesk.adapters.embedded.binaries import OLDEST
from storedesk.adapters.embedded.cluster import environment
from storedesk.domain.refusals.errors import NotAllowed, Refused, Unavailable

ENGLISH = "-c lc_messages=C"
PROGRAMS = ("pg_lsclusters", "pg_ctlcluster")


@dataclass(frozen=True, slots=True)
class DebianServer:
    """One of Debian's clusters, such as `15/main`."""

    major: int
    name: str
    port: int
    owner: Owner
    data: Path
    config: Path
    sockets: Path

    def __str__(self) -> str:
        return f"{self.major}/{self.name}"

    @property
    def home(self) -> Path:
        """The home of its owner's account."""
        return Path(pwd.getpwuid(self.owner.uid).pw_dir)

    @property
    def rules(self) -> Path:
        """The file that says who may come in."""
        return self.config / "pg_hba.conf"

    @property
    def identities(self) -> Path:
        """The file that says which account may be which login."""
        return self.config / "pg_ident.conf"

    @property
    def settings(self) -> Path:
        """The file of our own settings, which Debian's includes at its end."""
        return self.config / "conf.d" / "storedesk.conf"

    def dsn(self, database: str = "postgres") -> str:
        """Name a database for the superuser, whom our rules let in."""
        return make_conninfo(
            host=str(self.sockets), port=self.port, dbname=database, user=self.owner.name
        )

    @contextmanager
    def connected(self, database: str = "postgres") -> Iterator[psycopg.Connection[Any]]:
        """Be its superuser for a moment, whatever is in its rules.

        Unavailable: server_not_answering.
        """
        try:
            with self.owner.acting():
                line = psycopg.connect(
                    self.dsn(database), autocommit=True, connect_timeout=10, options=ENGLISH
                )
        except psycopg.OperationalError as error:
            what = str(error).strip().splitlines()[0]
            raise Unavailable("server_not_answering", server=self, what=what) from error
        with line:
            yield line

    def has_checksums(self) -> bool:
        """Tell whether every page of the data is checked when it is read."""
        with self.connected() as line:
            return line.execute("SHOW data_checksums").fetchone() == ("on",)

    def store_in(self, database: str) -> UUID | None:
        """Return the identity of the store in a database; None if there is no store."""
        with self.connected() as line:
            exists = "SELECT 1 FROM pg_database WHERE datname = %s"
            if not line.execute(exists, [database]).fetchone():
                return None
        with self.connected(database) as line:
            there = "SELECT to_regclass('storedesk.store_settings') IS NOT NULL"
            if line.execute(there).fetchone() != (True,):
                return None
            found = line.execute("SELECT walk_in_customer_id FROM storedesk.store_settings")
            row = found.fetchone()
            return row[0] if row else None

    def is_running(self) -> bool:
        """Tell whether it runs."""
        words = [str(self.major), self.name, "status"]
        return self._call("pg_ctlcluster", *words).returncode == 0

    def start(self) -> None:
        """Start it. Unavailable: server_not_obeying."""
        self._control("start")

    def stop(self) -> None:
        """Stop it: what runs is broken off, what was committed is kept."""
        self._control("stop", "--mode=fast")

    def restart(self) -> None:
        """Stop it and start it again."""
        self._control("restart", "--mode=fast")

    def reload(self) -> None:
        """Have it read its files again."""
        self._control("reload")

    def lay_checksums(self) -> None:
        """Have every page checked from now on, so that a dying disk is noticed; it must rest."""
        program = f"/usr/lib/postgresql/{self.major}/bin/pg_checksums"
        self._call(program, "--enable", "--pgdata", str(self.data), as_owner=True, must=True)

    def refuse_strangers(self) -> None:
        """Raise NotAllowed unless we are root or its owner: server_needs_root."""
        if os.geteuid() not in {0, self.owner.uid}:
            raise NotAllowed("server_needs_root", account=self.owner.name)

    def _control(self, action: str, *words: str) -> None:
        self._call("pg_ctlcluster", str(self.major), self.name, action, *words, must=True)

    def _call(
        self, program: str, *words: str, as_owner: bool = False, must: bool = False
    ) -> "subprocess.CompletedProcess[str]":
        user: dict[str, Any] = {}
        if as_owner and os.geteuid() == 0:
            user = {"user": self.owner.uid, "group": self.owner.gid, "extra_groups": []}
        done: subprocess.CompletedProcess[str] = subprocess.run(  # noqa: S603 - Debian's own programs; no word of it was typed
            [program, *words], env=environment(), capture_output=True, text=True, check=False,
            cwd="/", **user,
        )  # fmt: skip
        if must and done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()
            what = said[-1] if said else str(done.returncode)
            raise Unavailable("server_not_obeying", server=self, what=what)
        return done


def find_server(label: str = "") -> DebianServer:
    """Find the server `label`, or the only one there is.

    Refused: server_not_debian, server_none_named, server_which, server_too_old.
    """
    there = list(_servers())
    found = [server for server in there if label in {"", str(server)}]
    names = ", ".join(str(server) for server in there)
    if not there:
        raise Refused("server_not_debian")
    if not found:
        raise Refused("server_none_named", label=label, names=names)
    if len(found) > 1:
        raise Refused("server_which", names=names)
    if found[0].major < OLDEST:
        raise Refused("server_too_old", server=found[0], oldest=OLDEST)
    return found[0]


def _servers() -> Iterator[DebianServer]:
    if not all(shutil.which(program) for program in PROGRAMS):
        return
    for one in _read(_listed()):
        owner = pwd.getpwuid(int(one["owneruid"]))
        yield DebianServer(
            major=int(one["version"]),
            name=str(one["cluster"]),
            port=int(one["port"]),
            owner=Owner(owner.pw_name, owner.pw_uid, owner.pw_gid),
            data=Path(one["pgdata"]),
            config=Path(one["configdir"]),
            sockets=Path(one["socketdir"]),
        )


def _listed() -> str:
    """Ask for the list, once more where a cluster is made or dropped meanwhile: that breaks it."""
    for pause in (0.2, 0.5, 1.0, 0.0):
        asked = subprocess.run(
            ["pg_lsclusters", "--json"],  # noqa: S607 - where it lies differs
            capture_output=True, text=True, check=False, env=environment(),
        )  # fmt: skip
        if asked.returncode == 0:
            break
        time.sleep(pause)
    return asked.stdout


def _read(said: str) -> Sequence[dict[str, Any]]:
    try:
        found = json.loads(said)
    except ValueError:
        return []
    there = [one for one in found if one.get("owneruid") is not None]  # not just dropped
    known = [one for one in there if str(one["version"]).isdigit()]
    return sorted(known, key=lambda one: (int(one["version"]), one["cluster"]))
