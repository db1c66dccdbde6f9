"""Accounts: who may sign in, and who lets them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege, OperationalError

from storedesk.api.staff import verifier
from tests.conftest import PASSWORD

SECRET = "a long enough secret"  # for tests alone


@pytest.fixture
def hire(store):
    """Take someone on, as `by`; the new login bears the store's name like all others."""
    call = "SELECT api.create_staff(%s, %s, %s, %s, %s)"

    def hire(person="fay", groups=("cashier",), *, by="dee", name="Fay", request=None, login=None):
        login = login or store.login(person)
        hashed = verifier(login, SECRET) if request is None else request[1]
        request_id = uuid4() if request is None else request[0]
        return store.sql(call, request_id, login, name, list(groups), hashed, login=by)

    return hire


@pytest.fixture
def sign_in(store):
    def sign_in(person, password=SECRET):
        return psycopg.connect(
            store.dsn(), user=store.login(person), password=password, autocommit=True
        )

    return sign_in


def admit(store, command, person, by="dee"):
    return store.sql(f"SELECT api.{command}(%s, %s)", uuid4(), store.login(person), login=by)


def test_a_new_person_signs_in_and_may_what_the_groups_may(store, hire, sign_in):
    person = hire("fay", ["clerk", "auditor"])

    with sign_in("fay") as line:
        me = line.execute("SELECT api.me()").fetchone()[0]

    assert (me["id"], me["login"], me["name"]) == (str(person), store.login("fay"), "Fay")
    assert set(me["groups"]) == {"clerk", "auditor"}
    assert "adjust_stock" in me["commands"]
    assert "create_staff" not in me["commands"]
    assert (
        store.sql("SELECT rolconnlimit FROM pg_roles WHERE rolname = %s", store.login("fay")) == 12
    )


def test_a_wrong_password_opens_nothing(hire, sign_in):
    hire("fay")

    with pytest.raises(OperationalError):
        sign_in("fay", "something else")


@pytest.mark.parametrize("login", ["ada", "bob", "cyd", "eve", "wes"])
def test_only_admins_change_accounts(store, hire, login):
    with pytest.raises(InsufficientPrivilege):
        hire(by=login)
    for command in ("disable_staff", "enable_staff"):
        with pytest.raises(InsufficientPrivilege):
            admit(store, command, "bob", by=login)


def test_a_manager_makes_no_login_by_hand(store):
    for statement in ("CREATE ROLE mallory", "GRANT pg_execute_server_program TO CURRENT_USER"):
        for login in ("cyd", "dee"):
            with pytest.raises(psycopg.Error):
                store.sql(statement, login=login)
    with pytest.raises(InsufficientPrivilege):
        store.sql("SELECT core.make_login('mallory', 'x', '{}')", login="dee")


@pytest.mark.parametrize(
    "login",
    ["Fay", "fä", "x", "1fay", "fay-b", 'f"ay', "f'; --", "pg_fay", "postgres", "a" * 64, ""],
)
def test_a_login_has_to_be_plain(hire, refused, login):
    with refused("bad_login"):
        hire(login=login) if login else hire(login=" ")


def test_a_login_that_exists_anywhere_on_the_server_is_refused(hire, refused):
    for taken in ("ada", "manager", "owner", "stan"):
        with refused("login_taken"):
            hire(taken)


@pytest.mark.parametrize("groups", [[], ["owner"], ["cashier", "accounts"], ["webshop"], ["staff"]])
def test_nobody_is_put_into_any_other_group(hire, refused, groups):
    with refused("bad_groups"):
        hire(groups=groups)


def test_a_clear_password_is_not_accepted(store, refused):
    login = store.login("fay")
    call = "SELECT api.create_staff(%s, %s, 'Fay', '{cashier}', %s)"

    for password in ("a clear password", "md5" + "0" * 32, "", None):
        with refused("bad_verifier"):
            store.sql(call, uuid4(), login, password, login="dee")
    own = "SELECT api.own_password(%s, %s)"
    with refused("bad_verifier"):
        store.sql(own, uuid4(), "a clear one", login="ada")
    store.sql(own, uuid4(), verifier(store.login("ada"), PASSWORD), login="ada")


def test_a_person_has_a_name(hire, refused):
    with refused("name_missing"):
        hire(name="  ")


def test_the_same_request_makes_one_person(store, hire):
    request = (uuid4(), verifier(store.login("fay"), SECRET))

    assert hire(request=request) == hire(request=request)


def test_whoever_is_disabled_is_shown_out_and_kept_out_until_let_in_again(store, hire, sign_in):
    hire("fay")
    with sign_in("fay") as line:
        admit(store, "disable_staff", "fay")
        with pytest.raises(OperationalError):
            line.execute("SELECT 1")
    with pytest.raises(OperationalError):
        sign_in("fay")

    admit(store, "enable_staff", "fay")

    with sign_in("fay") as line:
        assert line.execute("SELECT api.me() ->> 'name'").fetchone() == ("Fay",)


def test_one_does_not_shut_oneself_out_nor_strangers_and_programs(store, refused):
    with refused("not_yourself"):
        admit(store, "disable_staff", "dee")
    for nobody in ("stan", "wes", "owner", "system"):
        with refused("staff_not_found"):
            admit(store, "disable_staff", nobody)


def test_an_admin_whom_another_is_shutting_out_is_told_that_that_one_is_the_last(
    store, hire, sign_in, refused, until_someone_waits
):
    hire("fay", ["admin"])
    disable = "SELECT api.disable_staff(%s, %s)"
    with ThreadPoolExecutor(1) as pool, store.connect("dee") as dee:
        with dee.transaction():
            dee.execute(disable, [uuid4(), store.login("fay")])
            with_fay = sign_in("fay")
            late = pool.submit(with_fay.execute, disable, [uuid4(), store.login("dee")])
            until_someone_waits()
        with refused("last_admin"):
            late.result()
        with_fay.close()


def test_two_admins_who_shut_each_other_out_leave_one(store, hire):
    hire("fay", ["admin"])
    both = Barrier(2)
    verifiers = {"dee": "fay", "fay": "dee"}

    def disable(person):
        with psycopg.connect(
            store.dsn(), user=store.login(person), autocommit=True,
            password=SECRET if person == "fay" else "correct horse battery",
        ) as line:  # fmt: skip
            both.wait()
            try:
                line.execute(
                    "SELECT api.disable_staff(%s, %s)",
                    [uuid4(), store.login(verifiers[person])],
                )
            except psycopg.Error as error:
                return error.sqlstate
            return "done"

    with ThreadPoolExecutor(2) as threads:
        answers = [*threads.map(disable, ["dee", "fay"])]

    assert answers.count("done") == 1
    active = """
        SELECT count(*) FROM storedesk.staff
        WHERE is_active AND pg_has_role(login, current_database() || '_admin', 'MEMBER')
          AND kind = 'person'
    """
    assert store.sql(active) == 1


def test_a_password_is_changed_by_an_admin_or_by_oneself(store, hire, sign_in, refused):
    hire("fay")
    login = store.login("fay")
    other, third = "quite another secret", "and a third secret"

    call = "SELECT api.set_password(%s, %s, %s)"
    store.sql(call, uuid4(), login, verifier(login, other), login="dee")
    with sign_in("fay", other) as line:
        line.execute("SELECT api.own_password(%s, %s)", [uuid4(), verifier(login, third)])
    with sign_in("fay", third) as line:
        assert line.execute("SELECT 1").fetchone() == (1,)

    for nobody in ("wes", "system", "owner"):
        with refused("staff_not_found"):
            store.sql(call, uuid4(), store.login(nobody), verifier("x", other), login="dee")


def test_the_log_tells_of_accounts_but_not_their_secrets(store, hire):
    hire("fay", ["clerk"])
    admit(store, "disable_staff", "fay")

    events = store.rows(
        "SELECT action, login, new::text FROM storedesk.audit_event "
        "WHERE entity = 'staff' ORDER BY id",
        login="cyd",
    )

    assert [(action, login) for action, login, _ in events] == [
        ("create", store.login("dee")),
        ("disable", store.login("dee")),
    ]
    assert "SCRAM" not in store.sql(
        "SELECT string_agg(e::text, ' ') FROM storedesk.audit_event AS e"
    )
    assert "SCRAM" not in store.sql("SELECT string_agg(r::text, ' ') FROM storedesk.requests AS r")


def test_the_first_person_is_made_by_the_owner(store, sign_in):
    login = store.login("fay")
    store.sql(
        "SELECT core.create_staff('2020-02-29', %s, 'Fay', '{manager,admin}', %s)",
        login,
        verifier(login, SECRET),
    )

    with sign_in("fay") as line:
        groups = line.execute("SELECT api.me() -> 'groups'").fetchone()[0]

    assert set(groups) == {"cashier", "clerk", "manager", "admin"}


def test_a_service_signs_in_and_is_not_a_person(store, refused):
    login = store.login("shop2")
    store.sql(
        "SELECT core.create_service(%s, 'Shop', 'webshop', %s)", login, verifier(login, SECRET)
    )

    with psycopg.connect(store.dsn(), user=login, password=SECRET) as line:
        assert line.execute("SELECT count(*) FROM products").fetchone() == (0,)
    with refused("bad_groups"):
        store.sql("SELECT core.create_service('xyz', 'X', 'manager', %s)", verifier("x", SECRET))


def test_me_is_refused_to_a_stranger(store, refused):
    with refused("not_staff"):
        store.sql("SELECT api.me()", login="stan")
