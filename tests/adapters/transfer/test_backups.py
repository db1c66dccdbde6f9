"""A backup is one only after it was restored and compared."""

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import CalledProcessError

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.errors import InsufficientPrivilege

from storedesk.adapters.embedded.server import Server
from storedesk.adapters.transfer import backups as module
from storedesk.adapters.transfer.backup_files import WRITTEN, backups, verify
from storedesk.adapters.transfer.backups import back_up, keep_newest
from storedesk.domain.refusals.errors import Unavailable
from storedesk.domain.store import StoreSettings
from storedesk.persistence.schema.migrations import make_database

MUGS = """
    WITH category AS (
        INSERT INTO categories (name) VALUES ('Kitchen') RETURNING id
    )
    INSERT INTO products (name, price_amount, category_id)
    SELECT 'Mug ' || n, 5, category.id FROM category, generate_series(1, 500) AS n
"""
NOON = datetime(2020, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def server():
    with tempfile.TemporaryDirectory(prefix="storedesk-") as home:
        Path(home).chmod(0o711)  # root's server runs as someone else
        server = Server(Path(home), settings={"fsync": "off"})
        server.start()
        try:
            make_database(server.dsn("shop"), StoreSettings(name="Shop"))
            tell(server, "CREATE ROLE shop_ada LOGIN PASSWORD 'tea' IN ROLE shop_clerk")
            tell(server, "CREATE ROLE stranger LOGIN PASSWORD 'coffee'")
            tell(server, MUGS)
            yield server
        finally:
            server.remove()


@pytest.fixture
def backup(server, tmp_path):
    return back_up(server, "shop", tmp_path, now=NOON)


def tell(server, statement, database="shop"):
    with psycopg.connect(server.dsn(database), autocommit=True) as connection:
        connection.execute(statement)


def databases(server):
    with psycopg.connect(server.dsn()) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def test_a_backup_is_three_files_for_nobody_else(backup, tmp_path):
    verify(backup)
    assert backup.path.name == "shop-2020-11-24T120000Z.dump"
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in backup.files()}
    assert all(file.stat().st_mode & 0o077 == 0 for file in backup.files())
    assert backups(tmp_path, "shop") == [backup]


def test_nothing_is_left_on_the_server(server, tmp_path):
    back_up(server, "shop", tmp_path, now=NOON)
    assert databases(server) == {"postgres", "shop", "template0", "template1"}


def test_a_dump_in_which_something_differs_is_no_backup(server, tmp_path, monkeypatch):
    saved = module._dump

    def dump_and_forget(server, database, draft):
        found = saved(server, database, draft)
        words = [
            "--format=custom",
            "--exclude-table-data=storedesk.product_search",
            "--dbname=shop",
        ]
        server.run("pg_dump", *words, f"--file={draft.path}")
        return found

    monkeypatch.setattr(module, "_dump", dump_and_forget)
    with pytest.raises(Unavailable, match=r"product_search differs"):
        back_up(server, "shop", tmp_path, now=NOON)
    assert list(tmp_path.iterdir()) == []
    assert "shop" in databases(server)
    assert not any("proof" in name for name in databases(server))


def test_the_login_for_backups_dumps_all_but_the_keys(server, tmp_path):
    tell(server, "ALTER ROLE shop_backup PASSWORD 'of the backups'")
    address = make_conninfo(server.dsn("shop"), user="shop_backup", password="of the backups")
    with psycopg.connect(server.dsn("shop")) as line:
        [secret] = line.execute("SELECT encode(secret, 'hex') FROM storedesk.secrets").fetchone()
    for words in ("SELECT secret", "SELECT count(*)", "SELECT", "SELECT name"):
        with psycopg.connect(address) as line, pytest.raises(InsufficientPrivilege):
            line.execute(f"{words} FROM storedesk.secrets")
    dump = tmp_path / "shop.dump"

    words = ["--format=custom", "--exclude-table=storedesk.secrets", f"--file={dump}"]
    server.run("pg_dump", *words, f"--dbname={address}")

    said = server.run("pg_restore", "--file=-", dump)
    assert "Mug 500" in said
    assert secret not in said
    assert not [words for words in ("CREATE TABLE", "COPY") if f"{words} storedesk.secrets" in said]
    with pytest.raises(CalledProcessError, match="pg_dump"):
        server.run("pg_dump", f"--file={dump}", f"--dbname={address}")


def test_what_is_sold_meanwhile_does_not_make_the_backup_differ(server, tmp_path, monkeypatch):
    run = Server.run

    def run_while_selling(self, program, *words):
        tell(server, "UPDATE products SET price_amount = price_amount + 1")
        return run(self, program, *words)

    monkeypatch.setattr(Server, "run", run_while_selling)
    back_up(server, "shop", tmp_path, now=NOON)


def test_a_store_that_does_not_exist(server, tmp_path):
    with pytest.raises(Unavailable, match="no new backup"):
        back_up(server, "elsewhere", tmp_path, now=NOON)
    assert list(tmp_path.iterdir()) == []


def test_the_newest_are_kept_and_other_stores_left_alone(server, tmp_path):
    for day in range(16):
        for suffix in (".dump", ".sha256", ".roles.sql"):
            taken = (NOON - timedelta(days=1 + day)).strftime("%Y-%m-%dT%H%M%SZ")
            (tmp_path / f"shop-{taken}{suffix}").touch()
            (tmp_path / f"shop-two-{taken}{suffix}").touch()

    back_up(server, "shop", tmp_path, now=NOON)
    keep_newest(tmp_path, "shop")

    kept = backups(tmp_path, "shop")
    assert [backup.taken_at for backup in kept] == [NOON - timedelta(days=day) for day in range(14)]
    assert len(list(tmp_path.glob("shop-2*"))) == 14 * 3
    assert len(list(tmp_path.glob("shop-two-*"))) == 16 * 3


def test_backups_of_a_clock_that_was_ahead_drive_none_out(tmp_path):
    now = datetime.now(UTC).replace(microsecond=0)
    for days in (*range(16), *range(-365, -349)):
        taken = (now - timedelta(days=days, minutes=1)).strftime(WRITTEN)
        (tmp_path / f"shop-{taken}.dump").touch()
    keep_newest(tmp_path, "shop")

    ages = [(now - backup.taken_at).days for backup in backups(tmp_path, "shop")]
    assert sorted(age for age in ages if age >= 0) == list(range(14))
    assert len([age for age in ages if age < 0]) == 14


def test_nobody_elses_password_of_that_server_is_in_a_backup(backup):
    logins = backup.logins.read_text()
    assert "CREATE ROLE shop_ada;" in logins
    assert "GRANT shop_clerk TO shop_ada" in logins
    assert "shop_accounts WITH NOSUPERUSER INHERIT CREATEROLE" in logins
    assert "stranger" not in logins
    assert "postgres" not in logins.replace("GRANTED BY postgres", "")


@pytest.mark.parametrize("where", ["a file", "nowhere/else"])
def test_a_folder_that_cannot_be_written_is_told(server, tmp_path, where):
    (tmp_path / "a file").touch()
    folder = tmp_path / where
    if where != "a file":
        (tmp_path / "nowhere").touch()
    with pytest.raises(Unavailable, match="There is no new backup: "):
        back_up(server, "shop", folder, now=NOON)


def test_drafts_of_killed_programs_are_cleared_away(server, tmp_path):
    old, young = tmp_path / ".shop-2026-11-23T120000Z-00aa.dump", tmp_path / ".shop-young.dump"
    for file, age in ((old, timedelta(days=2)), (young, timedelta(hours=1))):
        file.touch()
        os.utime(file, ((NOON - age).timestamp(), NOON.timestamp() - age.total_seconds()))
    back_up(server, "shop", tmp_path, now=NOON)
    assert not old.exists()
    assert young.exists(), "somebody may be writing it"
