"""An administrator who would like to be more than that."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store import StoreSettings
from storedesk.persistence.schema.migrations import make_database

pytestmark = pytest.mark.usefixtures("invariants")

CREATE = "SELECT api.create_staff(%s, %s, %s, %s, %s)"


@pytest.fixture
def verifier(store):
    return store.sql("SELECT rolpassword FROM pg_authid WHERE rolname = %s", store.login("bob"))


@pytest.fixture
def hire(store, verifier):
    def hire(login, groups=("cashier",), name="Fay", secret=None, by="dee"):
        given = (uuid4(), login, name, list(groups), secret or verifier)
        return store.sql(CREATE, *given, login=by)

    return hire


@pytest.mark.parametrize(
    "login",
    [
        "postgres", "pg_monitor", "Fay", "fay-x", 'x" SUPERUSER --', "1fay", "fa", "f" * 64, "",
        "fay\n", "f\u00e4y", "public", "none", "other_owner", "other_accounts", "other_backup",
        "other_system", "other_manager", "other_staff", "other_webshop",
    ],
)  # fmt: skip
def test_a_login_that_is_or_will_be_somebody_elses_is_refused(hire, refused, login):
    with refused("bad_login"):
        hire(login)


@pytest.mark.parametrize(
    "groups",
    [
        [], ["owner"], ["accounts"], ["backup"], ["system"], ["webshop"], ["mailer"], ["staff"],
        ["pg_read_all_data"], ["cashier", "pg_execute_server_program"], ["cashier", None], [None],
        ["Cashier"], ["cashier; DROP ROLE x"],
    ],
)  # fmt: skip
def test_a_group_that_no_person_is_in_is_refused(store, hire, refused, groups):
    with refused("bad_groups"):
        hire(store.login("fay"), groups)


@pytest.mark.parametrize(
    "secret",
    [
        "secret", "md5" + "a" * 32, "SCRAM-SHA-256$4096:x$y:z", "' SUPERUSER --",
        f"SCRAM-SHA-256$1:AAAAAAAAAAAAAAAAAAAAAA==${'A' * 43}=:{'A' * 43}=",
    ],
)  # fmt: skip
def test_a_password_that_is_none_is_refused(store, hire, refused, secret):
    with refused("bad_verifier"):
        hire(store.login("fay"), secret=secret)


def test_nobody_but_people_gets_a_new_password_from_an_administrator(store, verifier, refused):
    for login in ("postgres", f"{store.name}_system", f"{store.name}_backup", f"{store.name}_owner",
                  store.login("wes"), store.login("stan"), "nobody"):  # fmt: skip
        for words, given in (
            ("SELECT api.set_password(%s, %s, %s)", (uuid4(), login, verifier)),
            ("SELECT api.disable_staff(%s, %s)", (uuid4(), login)),
            ("SELECT api.enable_staff(%s, %s)", (uuid4(), login)),
        ):
            with refused("staff_not_found"):
                store.sql(words, *given, login="dee")


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "eve"])
def test_accounts_are_an_administrators_alone(store, hire, person):
    with pytest.raises(errors.InsufficientPrivilege):
        hire(store.login("fay"), by=person)
    with pytest.raises(errors.InsufficientPrivilege):
        store.sql("UPDATE storedesk.store_settings SET name = 'Mine'", login=person)


def test_an_administrator_is_no_manager_and_gives_no_one_a_group(store, add_product):
    mug = add_product("Mug")
    for words in (
        f"GRANT {store.name}_manager TO {store.login('dee')}",
        f"SET ROLE {store.name}_manager",
        f"SELECT api.adjust_stock('{uuid4()}', '{mug}', NULL, 1, 'x')",
        "UPDATE storedesk.staff SET login = 'x'",
        "INSERT INTO storedesk.staff (login, display_name) VALUES ('x', 'x')",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, login="dee")


def test_of_two_administrators_who_shut_each_other_out_one_stays(store, hire):
    hire(store.login("fay"), ["admin"])
    password = store.sql("SELECT rolpassword FROM pg_authid WHERE rolname = %s", store.login("dee"))
    store.sql(f"ALTER ROLE {store.login('fay')} PASSWORD '{password}'")
    store.sql(f"ALTER ROLE {store.login('fay')} PASSWORD 'correct horse battery'")
    start = Barrier(2)

    def shut_out(pair):
        me, other = pair
        with store.connect(me) as connection:
            start.wait()
            try:
                connection.execute(
                    "SELECT api.disable_staff(%s, %s)", [uuid4(), store.login(other)]
                )
            except psycopg.Error:
                return "stays"
            return "shut"

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(shut_out, [("dee", "fay"), ("fay", "dee")]))
    active = "SELECT count(*) FROM storedesk.staff WHERE is_active AND login = ANY (%s)"
    assert store.sql(active, [store.login("dee"), store.login("fay")]) >= 1


def test_whoever_is_shut_out_while_paying_has_paid_or_has_not(store, till, goods):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()
    with ThreadPoolExecutor(2) as threads:
        paying = threads.submit(till.pay)
        out = threads.submit(
            store.sql, "SELECT api.disable_staff(%s, %s)", uuid4(), store.login("bob"), login="dee"
        )
        try:
            paid = paying.result()
        except psycopg.Error:
            paid = None
        out.result()

    assert paid is None or store.sql("SELECT count(*) FROM orders") == 1
    with pytest.raises(psycopg.Error):
        till.connection.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        store.sql("SELECT 1", login="bob")


def test_a_store_is_not_made_among_roles_that_somebody_else_made(store):
    """Somebody who may make roles waits with `evil_owner` for a store that is called evil."""
    name = f"{store.name}_evil"
    store.sql(f"CREATE ROLE {name}_owner LOGIN PASSWORD 'x'")
    other = psycopg.conninfo.make_conninfo(store.server, dbname=name)
    try:
        with pytest.raises(Refused):
            make_database(other, StoreSettings(name="Evil", city="Town", currency="USD"))
    finally:
        with psycopg.connect(
            psycopg.conninfo.make_conninfo(store.server, dbname="postgres"), autocommit=True
        ) as server:
            server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            for role in server.execute(
                "SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s)"
                " ORDER BY rolcanlogin DESC, rolcreaterole DESC",
                [name],
            ).fetchall():
                server.execute(f"DROP ROLE {role[0]}")
