"""A backup is one only after it was restored and compared."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from storedesk.adapters import backups as module
from storedesk.adapters.backups import back_up, backups, restore, verify
from storedesk.adapters.embedded import Server
from storedesk.adapters.fingerprints import fingerprints
from storedesk.domain.errors import Conflict, Refused, Unavailable
from storedesk.domain.store import StoreSettings
from storedesk.persistence.migrations import make_database

MUGS = """
    WITH category AS (
        INSERT INTO categories (name) VALUES ('Kitchen') RETURNING id
    )
    INSERT INTO products (name, price_amount, category_id)
    SELECT 'Mug ' || n, 5, category.id FROM category, generate_series(1, 500) AS n
"""
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def server():
    with tempfile.TemporaryDirectory(prefix="storedesk-") as home:
        Path(home).chmod(0o711)  # root's server runs as someone else
        server = Server(Path(home), settings={"fsync": "off"})
        server.start()
        try:
            make_database(server.dsn("shop"), StoreSettings(name="Shop"))
            tell(server, "CREATE ROLE shop_ada LOGIN PASSWORD 'tea' IN ROLE shop_clerk")
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


def content(server, database="shop"):
    with psycopg.connect(server.dsn(database)) as connection:
        return fingerprints(connection)


def databases(server):
    with psycopg.connect(server.dsn()) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def test_a_backup_is_three_files_for_nobody_else(backup, tmp_path):
    verify(backup)
    assert backup.path.name == "shop-2026-11-24T120000Z.dump"
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in backup.files()}
    assert all(file.stat().st_mode & 0o077 == 0 for file in backup.files())
    assert backups(tmp_path, "shop") == [backup]


def test_nothing_is_left_on_the_server(server, tmp_path):
    back_up(server, "shop", tmp_path, now=NOON)
    assert databases(server) == {"postgres", "shop", "template0", "template1"}


def test_a_store_comes_back_whole_with_its_logins_settings_and_rights(backup, server):
    before = content(server)
    rights = "SELECT coalesce(datacl::text, '') FROM pg_database WHERE datname = 'shop'"
    settings = "SELECT count(*) FROM pg_db_role_setting"
    with psycopg.connect(server.dsn()) as connection:
        of_old = [connection.execute(words).fetchone() for words in (rights, settings)]
    tell(server, "DROP DATABASE shop", "postgres")
    tell(server, "DROP ROLE shop_ada", "postgres")

    restore(server, backup)

    with psycopg.connect(server.dsn()) as connection:
        assert [connection.execute(words).fetchone() for words in (rights, settings)] == of_old
    assert content(server) == before
    assert before["public.products"][0] == 500
    ada = make_conninfo(server.dsn("shop", login="shop_ada"), password="tea")
    with psycopg.connect(ada) as connection:
        clerk = "SELECT pg_has_role('shop_clerk', 'member')"
        assert connection.execute(clerk).fetchone() == (True,)


def test_a_store_that_is_there_is_never_written_over(backup, server):
    before = content(server)
    with pytest.raises(Conflict, match="not written over"):
        restore(server, backup)
    assert content(server) == before


@pytest.mark.parametrize("which", ["path", "roles"])
def test_one_flipped_byte_is_noticed(backup, which):
    file = getattr(backup, which)
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    file.write_bytes(whole)
    with pytest.raises(Refused, match="damaged"):
        verify(backup)


def test_a_dump_in_which_something_differs_is_no_backup(server, tmp_path, monkeypatch):
    saved = module._dump

    def dump_and_forget(server, draft):
        found = saved(server, draft)
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

    kept = backups(tmp_path, "shop")
    assert [backup.taken_at for backup in kept] == [NOON - timedelta(days=day) for day in range(14)]
    assert len(list(tmp_path.glob("shop-2*"))) == 14 * 3
    assert len(list(tmp_path.glob("shop-two-*"))) == 16 * 3
