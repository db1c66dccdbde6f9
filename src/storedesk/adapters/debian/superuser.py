"""Use a server that a connection string names, as its superuser."""

import os
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.pq import Conninfo

from storedesk.adapters.embedded.binaries import Binaries, find_clients
from storedesk.adapters.embedded.cluster import environment
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.persistence.engine.database import polite
from storedesk.persistence.engine.errors import explained_connecting


class NamedServer:
    """A server elsewhere, or one of this computer that others look after."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn

    @property
    def named(self) -> str:
        """The database that the connection string or its environment names; "" for none."""
        given = conninfo_to_dict(self._dsn).get("dbname") or os.environ.get("PGDATABASE")
        return str(given or "")

    def dsn(self, database: str = "postgres") -> str:
        """Name a database there for the superuser."""
        return polite(make_conninfo(self._dsn, dbname=database))

    def run(self, program: str, *words: str | Path) -> str:
        """Run a program of PostgreSQL's there; raises CalledProcessError.

        Nothing of the connection string stands on its command line, where others could read it.
        """
        programs, place = self._there
        ours = {name: value for name, value in os.environ.items() if name.startswith("PG")}
        done: subprocess.CompletedProcess[str] = subprocess.run(  # noqa: S603 - a program of PostgreSQL's, which was looked up
            [programs.program(program), *words],
            env=environment() | ours | _variables({**conninfo_to_dict(self.dsn()), **place}),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def check(self) -> None:
        """See that it can be saved, before anything is asked of it.

        The store itself is asked: whoever is no superuser may come into no other database.
        Not allowed: needs_superuser; refused: clients_missing.
        """
        with (
            explained_connecting(self.dsn(self.named)),
            psycopg.connect(self.dsn(self.named)) as line,
        ):
            if line.info.parameter_status("is_superuser") != "on":
                raise NotAllowed("needs_superuser")
        _ = self._there

    @cached_property
    def _there(self) -> tuple[Binaries, dict[str, str]]:
        """Find the programs of the server's own version, and where libpq has found the server.

        Not allowed: needs_superuser; refused: clients_missing.
        """
        with explained_connecting(self.dsn()):
            line = psycopg.connect(self.dsn())
        with line:
            if line.info.parameter_status("is_superuser") != "on":
                raise NotAllowed("needs_superuser")
            place = {"host": line.info.host, "port": str(line.info.port)}
            return find_clients(line.info.server_version // 10_000), place


def _variables(given: Mapping[str, object]) -> dict[str, str]:
    """Write a connection string as libpq reads it from the environment."""
    names = {one.keyword.decode(): one.envvar for one in Conninfo.get_defaults()}
    return {
        variable.decode(): str(given[name])
        for name, variable in names.items()
        if variable and given.get(name)
    }
