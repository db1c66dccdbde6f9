import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from decimal import Decimal

import psycopg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from psycopg import errors
from psycopg.conninfo import make_conninfo
from sqlalchemy import text

from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.store import NOT_SET, StoreSettings
from storedesk.domain.values.tax import TaxMode
from storedesk.persistence.engine.database import Database
from storedesk.persistence.schema import migrations
from storedesk.persistence.schema.commands import LOAD_ORDER, command_files
from storedesk.persistence.schema.migrations import SchemaState, schema_state
from storedesk.resources import migrations_folder
from tests.persistence.mapped import differences

CATALOG = """
    SELECT array_agg(fact ORDER BY fact) FROM (
        SELECT pg_get_functiondef(p.oid) || p.proacl::text || p.proowner::regrole AS fact FROM pg_proc AS p
        WHERE p.pronamespace IN ('api'::regnamespace, 'core'::regnamespace)
        UNION ALL SELECT t.tgrelid::regclass || pg_get_triggerdef(t.oid) FROM pg_trigger AS t WHERE NOT t.tgisinternal
        UNION ALL SELECT tablename || policyname || roles::text || coalesce(qual, '') FROM pg_policies
        UNION ALL SELECT a.attrelid::regclass || a.attname || a.attacl::text FROM pg_attribute AS a WHERE a.attacl IS NOT NULL
        UNION ALL SELECT m.roleid::regrole || ' ' || m.member::regrole FROM pg_auth_members AS m
        WHERE m.roleid::regrole::text LIKE current_database() || '%'
    ) AS facts
"""  # noqa: E501


@pytest.fixture(scope="module")
def scratch(built):
    """A second database on the same server, for what would spoil the first."""
    other = type(built)(built.server, f"corner_{built.name}")
    other.demolish()
    migrations.make_database(
        other.dsn(),
        StoreSettings(
            name="Corner Shop",
            city="Lund",
            country="SE",
            currency="SEK",
            time_zone="Europe/Stockholm",
            tax_mode=TaxMode.INCLUSIVE,
            tax_name="Moms",
            tax_rate=Decimal("0.25"),
        ),
    )
    yield other
    other.demolish()


def state(store):
    database = Database(store.dsn())
    try:
        with database.engine.connect() as connection:
            return schema_state(connection)
    finally:
        database.close()


def test_the_mapped_rows_are_the_tables(built):
    assert differences(built.dsn()) == []


def test_the_newest_revision_is_known_without_alembic():
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))

    assert ScriptDirectory.from_config(config).get_current_head() == f"{migrations.head():04}"


def test_a_new_store_is_as_it_was_described(scratch):
    names = "name, store_city, store_street, store_country, currency, time_zone, tax_mode, is_demo"

    assert scratch.rows(f"SELECT {names} FROM storedesk.store_settings") == [
        ("Corner Shop", "Lund", NOT_SET, "SE", "SEK", "Europe/Stockholm", "inclusive", False)
    ]
    assert scratch.rows("SELECT name, rate FROM storedesk.tax_rates") == [("Moms", Decimal("0.25"))]
    assert scratch.rows("SELECT code, is_active FROM storedesk.registers") == [("T1", True)]
    assert scratch.rows("SELECT email, password_hash FROM customers") == [
        ("walk-in@storedesk.invalid", "!")
    ]
    assert scratch.rows("SELECT login, kind FROM storedesk.staff") == [
        (f"{scratch.name}_system", "service")
    ]
    assert scratch.broken() == []


def test_its_first_person_is_manager_and_admin(scratch):
    login = f"{scratch.name}_olga"
    person = migrations.make_person(scratch.dsn(), login, "Olga", "a long password")
    dsn = make_conninfo(scratch.server, dbname=scratch.name, user=login, password="a long password")

    with psycopg.connect(dsn) as connection:
        (me,) = connection.execute("SELECT api.me()").fetchone()
    assert me["id"] == str(person)
    assert {"manager", "admin"} <= set(me["groups"])
    with pytest.raises(Refused) as refused:
        migrations.make_person(scratch.dsn(), login, "Olga", "a long password")
    assert refused.value.code == "login_taken"


def test_a_store_is_not_made_over_another(scratch):
    with pytest.raises(Refused) as refused:
        migrations.make_database(scratch.dsn(), StoreSettings())

    assert refused.value.code == "store_exists"
    assert scratch.sql("SELECT name FROM storedesk.store_settings") == "Corner Shop"


@pytest.mark.parametrize("name", ["My Shop", "Shop", "1shop", "x" * 41, "shop-1", 'a"b', ""])
def test_a_name_that_no_login_could_bear_is_refused(name, built):
    with pytest.raises(Refused) as refused:
        migrations.make_database(make_conninfo(built.server, dbname=name), StoreSettings())

    assert refused.value.code == "database_name"


def test_only_a_superuser_makes_and_upgrades(store):
    with pytest.raises(NotAllowed):
        migrations.upgrade(store.dsn("dee"))


def test_who_was_in_the_groups_of_an_earlier_store_of_this_name_no_longer_is(built):
    later = type(built)(built.server, f"later_{built.name}")
    later.demolish()
    try:
        with built.connect() as server:
            server.execute(f"CREATE ROLE {later.name}_manager; CREATE ROLE {later.name}_old LOGIN")
            server.execute(f"GRANT {later.name}_manager TO {later.name}_old")
        migrations.make_database(later.dsn(), StoreSettings())

        words = "SELECT pg_has_role(%s, %s, 'MEMBER')"
        assert not later.sql(words, f"{later.name}_old", f"{later.name}_manager")
    finally:
        later.demolish()


def copied_with(tmp_path, name, words):
    """Copy the migrations, with one more file of commands, which is run last."""
    copy = tmp_path / "migrations"
    shutil.copytree(migrations_folder(), copy)
    (copy / "commands" / name).write_text(words)
    with (copy / "commands" / LOAD_ORDER).open("a") as order:
        order.write(f"{name}\n")
    return copy


def test_every_file_of_commands_is_in_the_load_order_once():
    folder = migrations_folder() / "commands"
    listed = command_files(folder)

    assert sorted(listed) == sorted(folder.rglob("*.sql"))


@pytest.mark.parametrize("name", ["aaa.sql", "catalog/zzz.sql"])
def test_a_renamed_file_changes_nothing_but_its_line(scratch, tmp_path, monkeypatch, name):
    migrations.upgrade(scratch.dsn())
    before = scratch.sql(CATALOG)
    renamed = tmp_path / "migrations"
    shutil.copytree(migrations_folder(), renamed)
    commands = renamed / "commands"
    (commands / "catalog" / "items.sql").rename(commands / name)
    order = (commands / LOAD_ORDER).read_text().replace("catalog/items.sql", name)
    (commands / LOAD_ORDER).write_text(order)
    monkeypatch.setattr(migrations, "migrations_folder", lambda: renamed)
    migrations.upgrade(scratch.dsn())

    assert scratch.sql(CATALOG) == before


def test_an_upgrade_of_what_is_new_changes_nothing(scratch):
    before = scratch.sql(CATALOG)
    migrations.upgrade(scratch.dsn())

    assert scratch.sql(CATALOG) == before


def test_an_upgrade_takes_away_what_nobody_should_have(scratch):
    before = scratch.sql(CATALOG)
    with scratch.connect() as connection:
        connection.execute(f"GRANT SELECT (token) ON saved_payment_methods TO {scratch.name}_clerk")
        connection.execute("GRANT EXECUTE ON FUNCTION core.now() TO PUBLIC")
        connection.execute("CREATE FUNCTION api.door() RETURNS int LANGUAGE sql AS 'SELECT 1'")
    assert scratch.sql(CATALOG) != before
    migrations.upgrade(scratch.dsn())

    assert scratch.sql(CATALOG) == before


def test_two_windows_upgrade_at_once(scratch):
    with ThreadPoolExecutor(2) as windows:
        list(windows.map(migrations.upgrade, [scratch.dsn()] * 2))

    assert state(scratch) is SchemaState.FITS


def test_an_upgrade_that_fails_leaves_everything_as_it_was(scratch, tmp_path, monkeypatch):
    before = scratch.sql(CATALOG)
    words = "CREATE TABLE public.half (id int); SELECT 1 / 0"
    broken = copied_with(tmp_path, "last.sql", words)
    monkeypatch.setattr(migrations, "migrations_folder", lambda: broken)
    with pytest.raises(errors.DivisionByZero):
        migrations.upgrade(scratch.dsn())

    assert scratch.sql(CATALOG) == before
    assert scratch.sql("SELECT to_regclass('public.half')") is None


@pytest.mark.parametrize(
    ("behind", "fits"),
    [
        (0, SchemaState.FITS),
        (-1, SchemaState.FITS),
        (-2, SchemaState.NEWER),
        (1, SchemaState.OLDER),
    ],
)
def test_a_program_works_with_its_schema_and_the_next(behind, fits, scratch):
    known = f"{migrations.head():04}"
    move = "UPDATE storedesk.alembic_version SET version_num = %s"
    scratch.sql(move, f"{migrations.head() - behind:04}")
    try:
        assert state(scratch) is fits
    finally:
        scratch.sql(move, known)


def test_a_database_without_a_store_is_known_as_such(built):
    empty = type(built)(built.server, "postgres")

    assert state(empty) is SchemaState.MISSING
    with pytest.raises(Refused) as refused:
        migrations.upgrade(empty.dsn())
    assert refused.value.code == "store_missing"


@pytest.mark.parametrize("ahead", [1, 2])
def test_a_newer_store_is_not_upgraded_backwards(scratch, ahead):
    move = "UPDATE storedesk.alembic_version SET version_num = %s"
    scratch.sql(move, f"{migrations.head() + ahead:04}")
    try:
        with closing(Database(scratch.dsn())) as database, database.engine.connect() as connection:
            assert migrations.is_current(connection) == (ahead == 1), "opened as it is"
        with pytest.raises(Refused) as refused:
            migrations.upgrade(scratch.dsn())
    finally:
        scratch.sql(move, f"{migrations.head():04}")
    assert refused.value.code == "store_newer"


def test_a_missing_key_of_password_resets_is_made_at_the_next_upgrade(scratch):
    """As after a restore by PostgreSQL's own programs: no backup holds it."""
    scratch.sql("DELETE FROM storedesk.secrets")
    migrations.upgrade(scratch.dsn())
    made = "SELECT secret FROM storedesk.secrets WHERE name = 'password_reset'"
    first = scratch.sql(made)
    assert len(first) >= 32
    migrations.upgrade(scratch.dsn())
    assert scratch.sql(made) == first


def test_a_store_without_the_table_of_keys_gets_it_with_all_its_rules(scratch):
    """As after a restore of what the login for backups has dumped: it cannot read that table."""
    words = """
        SELECT relowner::regrole::text, array_agg(conname::text ORDER BY conname)
        FROM pg_class AS c JOIN pg_constraint ON conrelid = c.oid
        WHERE c.oid = 'storedesk.secrets'::regclass GROUP BY relowner
    """
    migrations.upgrade(scratch.dsn())
    before = scratch.rows(words)

    scratch.sql("DROP TABLE storedesk.secrets")
    migrations.upgrade(scratch.dsn())

    assert scratch.rows(words) == before
    assert scratch.sql("SELECT count(*) FROM storedesk.secrets WHERE name = 'password_reset'") == 1
    assert differences(scratch.dsn()) == []
    reads = (
        f"SELECT has_any_column_privilege('{scratch.name}_backup', 'storedesk.secrets', 'SELECT')"
    )
    assert scratch.sql(reads) is False


def test_changed_commands_are_noticed(scratch, tmp_path, monkeypatch):
    migrations.upgrade(scratch.dsn())
    database = Database(scratch.dsn())
    with database.engine.connect() as connection:
        assert migrations.is_current(connection)
        changed = copied_with(tmp_path, "last.sql", "SELECT 1")
        monkeypatch.setattr(migrations, "migrations_folder", lambda: changed)
        assert not migrations.is_current(connection)
    database.close()


def test_every_connection_lives_in_utc_and_gives_up_waiting(store):
    database = Database(store.dsn("bob"))
    with database.engine.connect() as connection:
        told = {
            name: connection.scalar(text(f"SHOW {name}"))
            for name in ("timezone", "statement_timeout", "idle_in_transaction_session_timeout")
        }
    database.close()

    assert told == {
        "timezone": "UTC",
        "statement_timeout": "15s",
        "idle_in_transaction_session_timeout": "20s",
    }
