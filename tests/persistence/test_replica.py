"""Reports are read from a replica as they are on the server, or from the server itself."""

import asyncio
import shutil
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy.exc import InternalError

from storedesk import queries
from storedesk.adapters.embedded.server import Server
from storedesk.domain.refusals.errors import Conflict, Refused, Unavailable
from storedesk.domain.replica_address import ReplicaAddress
from storedesk.persistence.engine import replica as engine
from storedesk.persistence.engine.database import Database, Ticket
from storedesk.persistence.engine.replica import ReplicaReader
from storedesk.services.desk import Desk
from tests.conftest import Store
from tests.drawn import unique

LISTENING = {"listen_addresses": "127.0.0.1", "fsync": "off"}


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Pair:
    """A server with a store, and a replica of it, both on this computer."""

    def __init__(self, home):
        self.port, self.replicas_port = free_port(), free_port()
        self.first = Server(home / "first", settings=LISTENING | {"port": str(self.port)})
        self.first.start()
        self.store = Store(self.first.dsn(), f"shop_{unique(8)}")
        self.store.build()
        self.cluster = self.first._cluster
        self.data = self.first.data.parent / "replica"
        self._copy()
        self.start()

    def _copy(self):
        where = psycopg.conninfo.conninfo_to_dict(self.first.dsn())
        with psycopg.connect(self.first.dsn(), autocommit=True) as line:
            rules = self.first.data / "pg_hba.conf"
            admitted = "local replication postgres peer map=storedesk\n"
            rules.write_text(admitted + rules.read_text(encoding="ascii"), encoding="ascii")
            line.execute("SELECT pg_reload_conf()")
            line.execute("SELECT pg_backup_start('replica', fast => true)")
            self._run("cp", "-a", str(self.first.data), str(self.data))
            label = line.execute("SELECT labelfile FROM pg_backup_stop(false)").fetchone()[0]
        for name in ("postmaster.pid", "postmaster.opts"):
            (self.data / name).unlink()
        source = f"primary_conninfo = 'host={where['host']} port={where['port']} user=postgres'\n"
        self._write("backup_label", label)
        self._write("standby.signal", "")
        self._write("postgresql.auto.conf", source)

    def _write(self, name, text):
        file = self.data / name
        file.write_text(text, encoding="ascii")
        owner = self.data.stat()
        shutil.chown(file, owner.st_uid, owner.st_gid)

    def _run(self, *words):
        ran = subprocess.run(
            words, capture_output=True, text=True, check=False, **self.cluster.account.manners()
        )
        assert ran.returncode == 0, ran.stderr or ran.stdout

    def _control(self, *words):
        self._run(
            str(self.cluster.binaries.program("pg_ctl")),
            *("-D", str(self.data), "-s", "-w", "-l", str(self.data / "log"), *words),
        )

    def start(self):
        options = (
            f"-p {self.replicas_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            " -c max_connections=100 -c max_locks_per_transaction=256"
        )
        self._control("-o", options, "start")

    def stop(self):
        self._control("-m", "immediate", "stop")

    def promote(self):
        self._control("promote")

    def dsn(self, login):
        return self.store.dsn(login)

    def remove(self):
        with suppress(AssertionError):
            self.stop()
        self.first.remove()


@pytest.fixture(scope="module")
def pair():
    home = Path(tempfile.mkdtemp(prefix="storedesk-replica-"))
    home.chmod(0o711)
    made = Pair(home)
    yield made
    made.remove()
    shutil.rmtree(home)


@pytest.fixture
def address(pair):
    return ReplicaAddress("127.0.0.1", pair.replicas_port)


@pytest.fixture
def main(pair):
    database = Database(pair.dsn("cyd"))
    yield database
    database.close()


def port_asked(session):
    """Return on which server a question arrives, as the port of it."""
    return session.connection().connection.driver_connection.info.port


def name_asked(session):
    return port_asked(session), queries.store_settings.settings(session).name


def test_the_replica_answers_with_what_was_written_a_moment_ago(pair, main, address):
    replica = ReplicaReader(main, address)
    for turn in range(20):
        name = f"Shop {turn}"
        pair.store.sql("UPDATE storedesk.store_settings SET name = %s", name)
        assert replica.ask(name_asked, Ticket(), as_one=bool(turn % 2)) == (address.port, name)
    replica.close()


def test_nothing_is_written_there(main, address):
    replica = ReplicaReader(main, address)
    words = "UPDATE storedesk.store_settings SET name = 'Mine'"
    with pytest.raises(InternalError, match="read-only"):
        replica.ask(
            lambda session: session.connection().exec_driver_sql(words), Ticket(), as_one=False
        )
    replica.close()


def test_one_that_is_behind_is_not_believed(main, address, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE", 0.2)
    replica = ReplicaReader(main, address)
    monkeypatch.setattr(replica, "_written", lambda: (_store(main), "FF/0"))
    with pytest.raises(Unavailable) as refused:
        replica.ask(name_asked, Ticket(), as_one=False)
    assert refused.value.code == "replica_behind"
    assert not replica.is_rested()
    replica.close()


def _store(database):
    with database.reading() as session:
        return queries.store_settings.identity(session)


def test_a_server_that_is_no_replica_of_this_store_is_not_believed(pair, main, monkeypatch):
    replica = ReplicaReader(main, ReplicaAddress("127.0.0.1", pair.port))
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    with pytest.raises(Unavailable) as refused:  # the server itself, which replays nothing
        replica.ask(name_asked, Ticket(), as_one=False)
    assert refused.value.code == "replica_behind"
    monkeypatch.setattr(replica, "_written", lambda: (uuid4(), "0/1"))
    with pytest.raises(Conflict) as other:
        replica.ask(name_asked, Ticket(), as_one=False)
    assert other.value.code == "replica_of_another"
    replica.close()


def test_the_desk_asks_the_server_while_the_replica_is_away(pair, main, address):
    desk = Desk(main)
    desk.read_apart_from(address)
    assert asyncio.run(desk.read_apart(port_asked)) == address.port
    assert asyncio.run(desk.read(port_asked)) == pair.port
    pair.stop()
    assert asyncio.run(desk.read_apart(port_asked)) == pair.port
    pair.start()
    assert asyncio.run(desk.read_apart(port_asked)) == pair.port, "it rests for a while"
    desk.read_apart_from(None)
    desk.read_apart_from(address)
    assert asyncio.run(desk.read_apart(port_asked)) == address.port
    desk.read_apart_from(None)
    assert asyncio.run(desk.read_apart(port_asked)) == pair.port


def test_one_that_was_promoted_is_asked_no_more(pair, main, address, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE", 0.2)
    pair.promote()
    desk = Desk(main)
    desk.read_apart_from(address)
    assert asyncio.run(desk.read_apart(port_asked)) == pair.port
    desk.read_apart_from(None)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("replica.example.com", "replica.example.com"), (" 10.0.0.7:5433 ", "10.0.0.7:5433"),
        ("r1:5432", "r1"), ("", None),
    ],
)  # fmt: skip
def test_an_address_is_a_host_and_a_port(typed, kept):
    read = ReplicaAddress.read(typed)
    assert (str(read) if read else None) == kept


@pytest.mark.parametrize(
    "typed",
    ["a b", "host:", "host:0", "host:65536", "-host", "/run/host", "h,other", "h port=1"],
)
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(Refused) as refused:
        ReplicaAddress.read(typed)
    assert refused.value.code == "replica_unreadable"
