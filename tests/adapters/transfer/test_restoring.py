"""A backup comes back where nothing is at hand: another data folder, another cluster."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.sql import SQL, Identifier

from storedesk.adapters.embedded.server import Server
from storedesk.adapters.transfer import restoring
from storedesk.adapters.transfer.backup_files import Backup, backup_named, write_checksums
from storedesk.adapters.transfer.backups import back_up
from storedesk.adapters.transfer.fingerprints import fingerprints
from storedesk.adapters.transfer.restoring import KnownLogins, restore
from storedesk.api.staff import verifier
from storedesk.domain.refusals.errors import Conflict, Refused, Unavailable
from storedesk.domain.staff import Group
from storedesk.persistence.schema import migrations
from tests.conftest import PASSWORD, STAFF, Store
from tests.test_permissions import (  # noqa: F401 - the whole matrix, on the store that came back
    columns,
    held,
    test_a_group_may_call_the_commands_it_is_given_and_no_other_function,
    test_a_group_may_do_what_the_data_file_says_and_nothing_else,
    test_even_a_manager_is_refused,
    test_every_command_is_in_the_data_file_and_everything_there_exists,
    test_no_function_can_be_bent_by_a_search_path,
    test_no_group_is_more_than_it_seems,
    test_nobody_removes_locks_or_refers_to_rows_and_nobody_writes_whole_tables,
    test_the_public_has_nothing,
    test_what_would_cost_most_is_as_the_rulings_say,
)

NOON = datetime(2020, 11, 24, 12, tzinfo=UTC)
PEOPLE = {
    "kim": [Group.CASHIER],
    "olga": [Group.MANAGER, Group.ADMIN],
    "shop_kim": [Group.CLERK],
    "a1_b2__3": [Group.CASHIER, Group.CLERK],
    "order": [Group.AUDITOR],
    "shop2_max": [Group.CASHIER],
    "gone": [Group.CASHIER],
}
"""Logins of every shape; `order` is a word of SQL, and `gone` is shut out before the backup."""
ACLS = """
    SELECT 'table', c.oid::regclass::text, a FROM pg_class AS c, unnest(c.relacl::text[]) AS a
    WHERE c.relnamespace::regnamespace::text = ANY (%(schemas)s)
    UNION ALL SELECT 'column', t.attrelid::regclass || '.' || t.attname, a
    FROM pg_attribute AS t, unnest(t.attacl::text[]) AS a
    UNION ALL SELECT 'function', p.oid::regprocedure::text, a
    FROM pg_proc AS p, unnest(p.proacl::text[]) AS a
    UNION ALL SELECT 'schema', n.nspname, a FROM pg_namespace AS n, unnest(n.nspacl::text[]) AS a
    WHERE n.nspname NOT LIKE 'pg_toast%%' AND n.nspname NOT LIKE 'pg_temp%%'
    UNION ALL SELECT 'default', d.defaclrole::regrole || d.defaclobjtype::text, a
    FROM pg_default_acl AS d, unnest(d.defaclacl::text[]) AS a
    UNION ALL SELECT 'language', l.lanname, a FROM pg_language AS l, unnest(l.lanacl::text[]) AS a
    UNION ALL SELECT 'database', d.datname, a FROM pg_database AS d, unnest(d.datacl::text[]) AS a
    WHERE d.datname = current_database()
    UNION ALL SELECT 'setting', coalesce(s.setrole::regrole::text, ''), a
    FROM pg_db_role_setting AS s, unnest(s.setconfig) AS a
    WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
    UNION ALL SELECT 'policy', p.polrelid::regclass || '.' || p.polname, r::regrole::text
    FROM pg_policy AS p, unnest(p.polroles) AS r
    UNION ALL SELECT 'owner', c.oid::regclass::text, c.relowner::regrole::text FROM pg_class AS c
    WHERE c.relnamespace::regnamespace::text = ANY (%(schemas)s)
    UNION ALL SELECT 'member', m.roleid::regrole::text, m.member::regrole::text
    FROM pg_auth_members AS m
    ORDER BY 1, 2, 3
"""
ROLES = """
    SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
        rolbypassrls, rolconnlimit, rolpassword, rolvaliduntil,
        (SELECT s.setconfig FROM pg_db_role_setting AS s
         WHERE s.setrole = r.oid AND s.setdatabase = 0)
    FROM pg_authid AS r WHERE rolname !~ '^pg_' ORDER BY 1
"""
HAND_MADE = """
    CREATE ROLE books LOGIN PASSWORD 'of the books';
    CREATE ROLE stranger LOGIN PASSWORD 'of another store on this server';
    GRANT SELECT ON orders TO books;
    GRANT CONNECT ON DATABASE shop TO books;
    ALTER DATABASE shop SET work_mem = '9MB';
    ALTER ROLE kim SET statement_timeout = '3s';
    ALTER ROLE kim SET search_path = public, storedesk;
    ALTER ROLE olga IN DATABASE shop SET work_mem = '5MB';
    ALTER ROLE shop_kim VALID UNTIL '2031-02-03 04:05:06+00';
    ALTER ROLE shop_backup PASSWORD 'of the backups'
"""
"""What an administrator has done beside the program."""


class Cluster(Store):
    """A server of its own, with the store in it or without."""

    def __init__(self, home):
        home.mkdir()
        home.chmod(0o711)  # root's server runs as someone else
        self.postgres = Server(home, settings={"fsync": "off", "log_connections": "off"})
        self.postgres.start()
        super().__init__(self.postgres.dsn(), "shop")

    def hire(self, login, groups):
        words = "SELECT core.create_staff(core.now(), %s, %s, %s, %s)"
        self.sql(words, login, login.title(), [*groups], verifier(login, PASSWORD))

    def sign_in(self, login, password=PASSWORD):
        where = make_conninfo(self.server, dbname=self.name, user=login, password=password)
        with psycopg.connect(where) as line:
            return line.execute("SELECT api.me()").fetchone()[0]

    def all_of(self, question):
        return self.rows(question, {"schemas": ["public", "storedesk", "core", "api"]})

    def rows(self, statement, *parameters, login=None):
        given = parameters[0] if parameters and isinstance(parameters[0], dict) else parameters
        with psycopg.connect(self.dsn(login), autocommit=True) as connection:
            return connection.execute(statement, given or None).fetchall()

    def prints(self):
        with psycopg.connect(self.dsn()) as line:
            found = dict(fingerprints(line))
        del found["storedesk.secrets"]  # made anew
        return found

    def admin(self, statement):
        with psycopg.connect(self.server, autocommit=True) as line:
            cursor = line.execute(statement)
            return cursor.fetchall() if cursor.description else None

    def everything(self):
        """Tell all that a restore could leave behind."""
        return self.admin("SELECT datname FROM pg_database ORDER BY 1"), self.admin(ROLES)

    def empty(self):
        """Take away the store and whoever belongs to it."""
        self.admin("DROP DATABASE IF EXISTS shop WITH (FORCE)")
        people = "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND oid <> 10"
        if names := [Identifier(name) for (name,) in self.admin(people)]:
            self.admin(SQL("DROP ROLE {}").format(SQL(", ").join(names)))


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory(prefix="storedesk-") as name:
        Path(name).chmod(0o711)
        yield Path(name)


@pytest.fixture(scope="module")
def old(folder):
    """The server on which the store was, with people of every kind."""
    made = Cluster(folder / "old")
    try:
        made.build()
        for login, groups in PEOPLE.items():
            made.hire(login, groups)
        made.sql("SELECT core.admit_staff('gone', false)")
        for words in HAND_MADE.split(";"):
            made.sql(words)
        yield made
    finally:
        made.postgres.remove()


@pytest.fixture(scope="module")
def taken(old, folder):
    """The backup of the store, and what the store was when it was taken."""
    return back_up(old.postgres, "shop", folder / "backups", now=NOON)


@pytest.fixture(scope="module")
def new(folder):
    """Another server, with nothing in it."""
    made = Cluster(folder / "new")
    try:
        yield made
    finally:
        made.postgres.remove()


@pytest.fixture(scope="module")
def built(new, taken):
    """The store as it came back: what the matrix is tried on."""
    done = restore(new.postgres, taken)
    assert done.people == len(PEOPLE) + len(STAFF) - 1, "one is shut out"
    yield new
    new.empty()


@pytest.fixture
def backup(taken, tmp_path):
    """The backup, for a test to spoil."""
    for file in taken.files():
        shutil.copy2(file, tmp_path)
    return Backup(tmp_path / taken.path.name)


def test_every_row_comes_back(built, old):
    assert built.prints() == old.prints()


def test_rights_settings_owners_and_groups_come_back(built, old):
    assert built.all_of(ACLS) == old.all_of(ACLS)


def test_logins_of_every_shape_come_back_and_nobody_elses(built, old):
    of_old = {row[0]: row for row in old.admin(ROLES)}
    del of_old["stranger"]
    assert {row[0]: row for row in built.admin(ROLES)} == of_old


def test_people_sign_in_with_their_old_passwords(built):
    for login, groups in PEOPLE.items():
        if login == "gone":
            continue
        me = built.sign_in(login)
        assert (me["login"], me["groups"]) == (login, sorted(me["groups"], key=me["groups"].index))
        assert set(me["groups"]) >= {group.value for group in groups}
    for person in STAFF:
        assert built.sign_in(f"shop_{person}")["login"] == f"shop_{person}"
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        built.sign_in("kim", "not the password")
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        built.sign_in("gone")


def test_programs_sign_in_and_work(built):
    assert built.sql("SELECT count(*) FROM carts", login="wes") == 0
    assert built.sql("SELECT api.claim_mails(1)", login="max") == []
    with psycopg.connect(built.postgres.dsn("shop", login="shop_system")) as line:
        assert line.execute("SELECT api.purge()").fetchone()
    backup = make_conninfo(
        built.server, dbname="shop", user="shop_backup", password="of the backups"
    )
    with psycopg.connect(backup) as line:
        assert line.execute("SELECT count(*) FROM orders").fetchone() == (0,)


def test_accounts_can_be_changed_as_before(built):
    """An admin gives another password, shuts out, lets in, takes on."""
    secret = verifier("kim", "another long password")
    with built.connect("dee") as line:
        line.execute("SELECT api.set_password(gen_random_uuid(), 'kim', %s)", [secret])
        line.execute("SELECT api.disable_staff(gen_random_uuid(), 'a1_b2__3')")
        line.execute("SELECT api.enable_staff(gen_random_uuid(), 'gone')")
    assert built.sign_in("kim", "another long password")["login"] == "kim"
    assert built.sign_in("gone")["login"] == "gone"
    with pytest.raises(psycopg.OperationalError):
        built.sign_in("a1_b2__3")


def test_every_rule_holds(built):
    assert built.broken() == []


def test_keys_of_resets_are_in_no_backup_and_are_made_anew(built, old, taken):
    question = "SELECT secret FROM storedesk.secrets WHERE name = 'password_reset'"
    saved = old.sql(question)
    assert len(saved) >= 32
    assert built.sql(question) != saved
    words = ["--data-only", "--schema=storedesk", "--file=-"]  # beside it the tests keep a copy
    data = old.postgres.run("pg_restore", *words, taken.path)
    assert saved.hex() not in data


def test_a_store_that_is_there_is_never_written_over(built, taken):
    before = built.prints(), built.everything()
    with pytest.raises(Conflict, match="There is a store in shop already"):
        restore(built.postgres, taken)
    assert (built.prints(), built.everything()) == before


@pytest.fixture(scope="module")
def third(folder):
    made = Cluster(folder / "third")
    try:
        yield made
    finally:
        made.postgres.remove()


@pytest.fixture
def target(third):
    """A server with nothing in it, also after the test."""
    yield third
    third.empty()


def nothing_happens(target, backup, code, **how):
    """Try to restore, and see that all is as it was; return the sentence."""
    before = target.everything()
    with pytest.raises((Refused, Conflict, Unavailable)) as refusal:
        restore(target.postgres, backup, **how)
    assert refusal.value.code == code
    assert target.everything() == before
    sentence = str(refusal.value)
    assert "{" not in sentence
    return sentence


@pytest.mark.parametrize("which", ["path", "logins"])
@pytest.mark.parametrize("spoil", ["flip", "cut", "empty"])
def test_a_spoiled_file_is_noticed(target, backup, which, spoil):
    file = getattr(backup, which)
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    spoiled = {"flip": whole, "cut": whole[: len(whole) * 99 // 100], "empty": b""}
    file.write_bytes(spoiled[spoil])
    assert "is damaged" in nothing_happens(target, backup, "backup_damaged")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\n", b"\xff\xfe garbage", b"nothing of the kind", b"0" * 64 + b"\n",
        b"0" * 64 + b"  shop.dump\n", b"0" * 63 + b"g  shop.dump\n", b"\0" * 200,
    ],
)  # fmt: skip
def test_checksums_that_say_nothing_verify_nothing(target, backup, content):
    backup.checksums.write_bytes(content)
    assert "holds no checksums" in nothing_happens(target, backup, "backup_unvouched")


@pytest.mark.parametrize("which", ["checksums", "logins"])
def test_a_backup_with_a_part_missing_is_told(target, backup, which):
    getattr(backup, which).unlink()
    assert "is missing" in nothing_happens(target, backup, "backup_incomplete")


def test_a_file_that_is_not_there_or_is_a_folder_is_told(target, backup):
    backup.path.unlink()
    assert "No such file" in nothing_happens(target, backup, "backup_unreadable")
    backup.path.mkdir()
    assert "directory" in nothing_happens(target, backup, "backup_unreadable")


def forged(backup, content, logins=""):
    """Put something else in place of the dump, with checksums that fit."""
    backup.path.write_bytes(content)
    backup.logins.write_text(logins)
    write_checksums(backup, final=backup)


def test_what_is_no_dump_is_told(target, backup):
    for content in (b"", b"a photograph", backup.path.read_bytes()[:2000]):
        forged(backup, content)
        assert "is no backup of a StoreDesk store" in nothing_happens(
            target, backup, "backup_foreign"
        )


def test_the_dump_of_something_else_is_told(target, backup, old):
    old.admin("CREATE DATABASE blog")
    try:
        words = ["--format=custom", "--dbname=blog", f"--file={backup.path}"]
        old.postgres.run("pg_dump", *words)
    finally:
        old.admin("DROP DATABASE blog")
    write_checksums(backup, final=backup)
    nothing_happens(target, backup, "backup_foreign")


def test_a_store_of_a_newer_program_is_told(target, backup, old):
    revision = migrations.head() + 1
    change = "UPDATE storedesk.alembic_version SET version_num = %s"
    was = old.sql("SELECT version_num FROM storedesk.alembic_version")
    old.sql(change, f"{revision:04}")
    try:
        made = back_up(old.postgres, "shop", backup.path.parent / "newer", now=NOON)
    finally:
        old.sql(change, was)
    assert "upgraded by a newer StoreDesk" in nothing_happens(target, made, "store_newer")


def test_the_dump_of_a_newer_postgresql_is_told(target, backup, monkeypatch):
    monkeypatch.setattr(restoring.Dump, "major", property(lambda _: 99))
    assert "newer PostgreSQL" in nothing_happens(target, backup, "backup_too_new")


def test_a_renamed_backup_comes_back_whichever_of_its_files_is_named(target, backup, tmp_path):
    for file in backup.files():
        file.rename(tmp_path / file.name.replace("shop-2020-11-24T120000Z", "my shop"))
    for name in ("my shop.sha256", "my shop.roles.sql", "my shop.dump"):
        assert backup_named(tmp_path / name).path == tmp_path / "my shop.dump"
    restore(target.postgres, backup_named(tmp_path / "my shop.sha256"))
    assert target.sign_in("olga")["login"] == "olga"


def test_logins_of_somebody_else_on_that_server_are_never_changed_unasked(target, taken):
    target.admin("CREATE ROLE kim LOGIN PASSWORD 'of the other store'")
    target.admin("CREATE ROLE olga LOGIN")
    said = nothing_happens(target, taken, "backup_logins_known")
    assert "kim, olga" in said
    assert "--logins" in said

    restore(target.postgres, taken, known=KnownLogins.KEEP)
    assert target.sign_in("kim", "of the other store")["login"] == "kim"
    with pytest.raises(psycopg.OperationalError):
        target.sign_in("olga")
    secret = verifier("kim", "a password of the admin")
    with target.connect("dee") as line:
        line.execute("SELECT api.set_password(gen_random_uuid(), 'kim', %s)", [secret])
    assert target.sign_in("kim", "a password of the admin")["login"] == "kim"


def test_their_passwords_are_replaced_where_that_is_asked_for(target, taken):
    target.admin("CREATE ROLE kim NOLOGIN PASSWORD 'of the other store'")
    restore(target.postgres, taken, known=KnownLogins.REPLACE)
    assert target.sign_in("kim")["login"] == "kim"
    target.sql("SELECT core.admit_staff('kim', false)")


def test_a_superuser_of_that_server_is_never_let_into_the_store(target, taken):
    target.admin("CREATE ROLE olga SUPERUSER LOGIN PASSWORD 'mighty'")
    for known in KnownLogins:
        nothing_happens(target, taken, "backup_login_mighty", known=known)


def test_a_store_that_was_dropped_comes_back_among_its_own_logins(target, taken):
    """And whoever an earlier store of that name has left in its groups is out of them."""
    restore(target.postgres, taken)
    target.admin("DROP DATABASE shop")
    target.admin("CREATE ROLE spy LOGIN PASSWORD 'spy' IN ROLE shop_manager")
    target.admin("ALTER ROLE kim NOLOGIN")
    restore(target.postgres, taken)
    assert target.sign_in("kim")["login"] == "kim"
    groups = "SELECT count(*) FROM pg_auth_members WHERE member = 'spy'::regrole"
    assert target.admin(groups) == [(0,)]


def test_a_failure_in_the_middle_leaves_nothing(target, taken, monkeypatch):
    def fail(_dsn):
        raise Unavailable("unavailable")

    monkeypatch.setattr(migrations, "upgrade", fail)
    assert "Nothing was restored: " in nothing_happens(target, taken, "restore_failed")
    monkeypatch.setattr(restoring.Dump, "bring_back", lambda *_: 1 / 0)
    before = target.everything()
    with pytest.raises(ZeroDivisionError):
        restore(target.postgres, taken)
    assert target.everything() == before


def test_nobody_is_let_in_while_the_store_is_filled(target, taken, monkeypatch):
    """Not even into the database that will be the store; what a killed restore left is gone."""
    target.admin("CREATE ROLE curious LOGIN PASSWORD 'curious'")
    target.admin("CREATE DATABASE shop_proof_0123abcd")
    bring_back, refused = restoring.Dump.bring_back, []

    def knock(dump, database):
        bring_back(dump, database)
        where = make_conninfo(target.server, dbname=database, user="curious", password="curious")
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(where)
        refused.append(database)

    monkeypatch.setattr(restoring.Dump, "bring_back", knock)
    restore(target.postgres, taken)
    assert len(refused) == 1
    assert "proof" not in str(target.everything()[0])
