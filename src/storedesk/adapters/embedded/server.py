"""Run the store's own PostgreSQL on this computer."""

import errno
import hashlib
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from types import MappingProxyType

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier, Literal

from storedesk.adapters.embedded.account import Account, account_for, state_folder
from storedesk.adapters.embedded.binaries import find_binaries
from storedesk.adapters.embedded.cluster import Cluster, environment
from storedesk.adapters.embedded.leases import Gate, Lease
from storedesk.adapters.embedded.server_rules import (
    MUST_BE_ON,
    REGULAR_EXPRESSIONS,
    SERVICE,
    SUPERUSER,
)
from storedesk.adapters.programs import output_of
from storedesk.adapters.time_limits import within
from storedesk.domain.refusals.errors import Refused, Unavailable

PLACE = "server"
"""The folder of a home with the server's data, or a link to it."""
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
KEYRING = "StoreDesk's own server"
ANSWER = 20.0
"""Seconds in which the system tells its password."""


class Server:
    """The store's own PostgreSQL: made if missing, joined if running, stopped by the last to leave.

    `home` is the profile's data folder; `settings` are further settings of PostgreSQL.
    """

    def __init__(self, home: Path, *, settings: Mapping[str, str] = MappingProxyType({})) -> None:
        self.home = home
        self._settings = dict(settings)
        self._cluster: Cluster | None = None
        self._lease: Lease | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether the server lives, whoever started it."""
        return self._cluster is not None and self._cluster.living() is not None

    @property
    def data(self) -> Path:
        """The data folder: below `home`, or, for root, where the server's account can reach it."""
        return self._known.data

    @property
    def log(self) -> Path:
        """The file in which the server writes; its size is bounded at each start and stop."""
        return self._known.log.file

    def start(self) -> None:
        """Make the store's server if there is none, start it if it is stopped, and share it.

        Asked again while sharing in it, start it anew if it has died.
        """
        if self._lease is not None and self.is_running:
            return
        try:
            self._cluster = cluster = self._found()
            with Gate(cluster.place / "gate.lock"):
                self._join(cluster)
        except OSError as error:
            if error.errno in NO_ROOM:
                raise Unavailable("disk_full") from error
            raise Refused("server_no_folder", folder=self.home, what=error.strerror) from error

    def stop(self) -> None:
        """Leave; the last window to leave stops the server."""
        if self._lease is None:
            return
        with Gate(self._known.place / "gate.lock"):
            self.end()

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Keep out whoever wants to share in the server; yields whether nobody does already."""
        with Gate(self._known.place / "gate.lock"):
            if self._lease is None:
                raise Unavailable("unavailable")
            is_alone = self._lease.leave()
            self._lease.take()
            yield is_alone

    def end(self) -> None:
        """Stop the server, inside `alone`."""
        lease, self._lease = self._lease, None
        if lease is not None and lease.leave():
            self._known.shut_down()

    def remove(self) -> None:
        """Leave, and delete the server with all its data; refused while others use it."""
        self.stop()
        if self.is_running:
            raise Refused("server_in_use")
        shutil.rmtree(self._known.place)
        (self.home / PLACE).unlink(missing_ok=True)  # the link, where there was one

    def dsn(self, database: str = "postgres", *, login: str | None = None) -> str:
        """Write a libpq connection string: of the superuser, or of `login`, without a password.

        A login that ends in `_system` is let in as the superuser is: for the account that runs us.
        """
        user = login or SUPERUSER
        if user.endswith(SERVICE):
            self._admit(user)
        words = {"dbname": database, "user": user}
        if sys.platform == "win32" and (user == SUPERUSER or user.endswith(SERVICE)):
            words["password"] = self._secret()
        return make_conninfo(**self._address(), **words)

    def run(self, program: str, *words: str | Path, stop: Event | None = None) -> str:
        """Run a client program as the superuser, return its output; raises CalledProcessError.

        Where `stop` is set meanwhile, it is ended. Refused: backup_canceled.
        """
        address = self._address() | {"user": SUPERUSER}
        if sys.platform == "win32":
            address["password"] = self._secret()
        named = {f"PG{name.upper()}": word for name, word in address.items()}
        whole = [self._known.binaries.program(program), *words]
        return output_of(whole, environment() | named, stop)

    def databases(self) -> list[str]:
        """Name the databases there are, but for PostgreSQL's own."""
        words = "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'"
        with self._connected() as connection:
            return sorted(name for (name,) in connection.execute(words).fetchall())

    def tend_log(self) -> None:
        """Set the log aside if it has become long, while the server goes on writing."""
        self._known.log.rotate()

    def free_bytes(self) -> int:
        """Return the free bytes on the data's disk: warn at 2 GB, stop selling at 500 MB."""
        return shutil.disk_usage(self._known.place).free

    @property
    def _known(self) -> Cluster:
        if self._cluster is None:
            raise Unavailable("unavailable")
        return self._cluster

    def _address(self) -> dict[str, str]:
        server = self._known.living()
        if server is None:
            raise Unavailable("unavailable")
        return {"host": server.socket or "127.0.0.1", "port": str(server.port)}

    def _found(self) -> Cluster:
        """Find where the data is or will be, whom the server runs as, and its programs."""
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        place, account = self._place()
        binaries = find_binaries(made_by(place / "data"))
        if not account.can_reach(binaries.folder):
            binaries = binaries.copied_below(state_folder())
        return Cluster(place, account, binaries, self._settings, self._key())

    def _place(self) -> tuple[Path, Account]:
        """Choose `home/server`; a link there where root's server cannot reach `home`."""
        place = self.home / PLACE
        account = account_for(place)
        if not place.exists() and not account.can_reach(self.home):
            elsewhere = state_folder() / self._key()
            account.make_private(elsewhere)
            place.unlink(missing_ok=True)
            place.symlink_to(elsewhere)
        if place.is_symlink():
            place = place.resolve()
            if account.is_another and place.parent != state_folder():  # whoever laid that link
                raise Refused("server_wrong_owner", folder=place)
        if not account.can_reach(place.parent):
            raise Refused("server_out_of_reach", folder=place)
        account.make_private(place)
        return place, account

    def _join(self, cluster: Cluster) -> None:
        lease = self._lease or Lease(cluster.place / "storedesk.lock")
        if self._lease is None:
            lease.take()
        try:
            if not cluster.data.exists():
                cluster.make(self._secret() if sys.platform == "win32" else None)
            if cluster.adopted() is None:
                cluster.launch()
            self._check()
        except BaseException as failure:
            still_recovering = getattr(failure, "code", "") == "server_starting"
            if lease.leave() and not still_recovering:
                cluster.shut_down()
            self._lease = None
            raise
        self._lease = lease

    def _check(self) -> None:
        """Refuse a server that is not ours, or whose settings could lose committed data."""
        wanted = [name for name in MUST_BE_ON if name not in self._settings]
        with self._connected() as connection:
            for name in wanted:
                row = connection.execute(SQL("SHOW {}").format(Identifier(name))).fetchone()
                if row == ("off",):
                    raise Refused("server_not_safe", what=name)
            row = connection.execute("SHOW data_directory").fetchone()
        if row is None or not self.data.samefile(row[0]):
            raise Refused("server_in_the_way")

    def _admit(self, login: str) -> None:
        """Let the program in as `login` where no rule says so for all logins of that ending."""
        if sys.platform == "win32":
            words = SQL("ALTER ROLE {} PASSWORD {}")
            with self._connected() as connection:
                connection.execute(words.format(Identifier(login), Literal(self._secret())))
        elif self._known.binaries.major < REGULAR_EXPRESSIONS and self._known.admits(login):
            with self._connected() as connection:
                connection.execute("SELECT pg_reload_conf()")

    def _connected(self) -> psycopg.Connection[tuple[str, ...]]:
        try:
            return psycopg.connect(self.dsn(), autocommit=True, connect_timeout=5)
        except psycopg.OperationalError as error:
            raise Unavailable("unavailable") from error

    def _secret(self) -> str:
        """Keep the superuser's password with the system, where no rule can know the account."""
        import keyring  # noqa: PLC0415 - only Windows needs it, and it is slow to import
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            asked = partial(keyring.get_password, KEYRING, self._key())
            if (known := within(ANSWER, asked)) is None:
                known = secrets.token_urlsafe(32)
                within(ANSWER, partial(keyring.set_password, KEYRING, self._key(), known))
        except (KeyringError, TimeoutError) as error:
            raise Refused("server_no_keyring") from error
        return known

    def _key(self) -> str:
        return hashlib.sha256(os.fsencode(self.home.resolve())).hexdigest()[:12]


def made_by(data: Path) -> int | None:
    """Tell which PostgreSQL has made the data; None where there is none yet.

    Refused: server_data_broken.
    """
    version = data / "PG_VERSION"
    if not version.exists():
        return None
    try:
        return int(version.read_text(encoding="ascii"))
    except ValueError as error:
        raise Refused("server_data_broken", folder=data, what=version.name) from error
