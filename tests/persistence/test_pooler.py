"""A pooler before the server: what works is worked with, what does not is found out and said."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.persistence.engine import transport
from storedesk.persistence.engine.database import Database
from storedesk.persistence.engine.errors import explained_connecting
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, ServerAddress
from tests.conftest import PASSWORD
from tests.persistence.tls import free_port

PGBOUNCER = shutil.which("pgbouncer") or shutil.which("/usr/sbin/pgbouncer")
CONFIG = """
[databases]
{database} = host={host} port={port} dbname={database}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listen}
auth_type = scram-sha-256
auth_file = {folder}/users.txt
pool_mode = {mode}
unix_socket_dir =
{ignored}
"""
IGNORED = "ignore_startup_parameters = options"


@pytest.fixture
def pooler(store):
    """Start PgBouncer before the tests' server, as the account that may enter its socket."""
    if not PGBOUNCER:
        pytest.skip("pgbouncer is not on this computer")
    known = conninfo_to_dict(store.server)
    account = Path(known["host"]).stat()
    users = store.rows("SELECT rolname, rolpassword FROM pg_authid WHERE rolpassword IS NOT NULL")
    started = []
    with tempfile.TemporaryDirectory(prefix="storedesk-pooler-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "users.txt").write_text("".join(f'"{u}" "{secret}"\n' for u, secret in users))

        def pooler(mode, ignored=IGNORED):
            port = free_port()
            config = CONFIG.format(
                database=store.name, host=known["host"], port=known["port"], listen=port,
                folder=folder, mode=mode, ignored=ignored,
            )  # fmt: skip
            (folder / "pgbouncer.ini").write_text(config)
            who = {} if os.geteuid() else {"user": account.st_uid, "group": account.st_gid}
            started.append(
                subprocess.Popen([PGBOUNCER, "-q", folder / "pgbouncer.ini"], cwd="/", **who)
            )
            address = ServerAddress(host="127.0.0.1", port=port, database=store.name)
            wait_for(address)
            return address

        yield pooler
        for one in started:
            one.terminate()
            one.wait()


def wait_for(address):
    """Wait until somebody answers, whatever the answer is."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket() as line:
            if line.connect_ex((address.host, address.port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the pooler does not come up")


@pytest.fixture
def sign_in(store, tmp_path):
    def sign_in(address):
        workspace = Workspace(Profile(tmp_path / "till"))
        workspace.join(address)
        workspace.sign_in(store.login("cyd"), PASSWORD).desk.close()

    return sign_in


def test_a_session_of_ones_own_is_worked_with(pooler, sign_in):
    sign_in(pooler("session"))


@pytest.mark.parametrize("mode", ["transaction", "statement"])
def test_a_connection_that_changes_is_found_out_at_sign_in(pooler, sign_in, mode):
    with pytest.raises(Refused) as refusal:
        sign_in(pooler(mode))
    assert refusal.value.code == "pooler_transactions"


def test_settings_that_a_pooler_refuses_are_said_with_what_to_do(pooler, sign_in, caplog):
    with pytest.raises(Refused) as refusal:
        sign_in(pooler("session", ignored=""))
    assert refusal.value.code == "pooler_parameter"
    assert "ignore_startup_parameters" in str(refusal.value)
    assert "unsupported startup parameter" in caplog.text


def test_without_a_pooler_nothing_is_tried(store, monkeypatch):
    monkeypatch.setattr(transport.psycopg, "connect", None)
    database = Database(store.dsn("cyd"))
    monkeypatch.undo()
    with database.reading() as session:
        monkeypatch.setattr(transport, "_keep_apart", None)
        transport.refuse_pooled(session, store.dsn("cyd"), transport.asked_process(session))
    database.close()


ANSWERS = {
    "FATAL:  unsupported startup parameter: options": "pooler_parameter",
    'FATAL:  no pg_hba.conf entry for host "10.0.0.7", user "x", database "y"': "not_let_in",
    "FATAL:  sorry, too many clients already": "server_full",
    "FATAL:  no more connections allowed (max_client_conn)": "server_full",
    'FATAL:  database "shop" is not currently accepting connections': "store_closed",
    'FATAL:  too many connections for database "shop"': "store_closed",
    "FATAL:  the database system is shutting down": "server_starting",
    'FATAL:  database "shop" does not exist': "no_such_database",
    'FATAL:  password authentication failed for user "x"': "wrong_password",
    "FATAL:  Passwort-Authentifizierung für Benutzer »x« fehlgeschlagen": "wrong_password",
    "session is read-only": "server_read_only",
    "FATAL:  query_wait_timeout": "server_says",
    "ВАЖНО:  что-то не так": "server_says",
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_server_that_refuses_for_a_reason_is_no_silence(answer, caplog):
    said = f'connection failed: connection to server at "10.0.0.1", port 5432 failed: {answer}'
    with pytest.raises(StoreError) as refusal, explained_connecting("host=127.0.0.1 port=1"):
        raise psycopg.OperationalError(said)
    assert refusal.value.code == ANSWERS[answer]
    assert answer.partition(":  ")[2] in caplog.text
    if refusal.value.code == "server_says":
        assert answer.partition(":  ")[2] in str(refusal.value)


def test_a_database_that_takes_nobody_is_said(store):
    store.sql(f"ALTER DATABASE {store.name} CONNECTION LIMIT 0")
    try:
        with pytest.raises(Refused) as refusal, Database(store.dsn("cyd")).reading() as session:
            session.connection()
    finally:
        store.sql(f"ALTER DATABASE {store.name} CONNECTION LIMIT -1")
    assert refusal.value.code == "store_closed"
