"""A staff member's name and groups are changed by an admin."""

from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from storedesk.api.staff import verifier

SECRET = "a long enough secret"  # for tests alone
CHANGE = "SELECT api.change_staff(%s, %s, %s, %s)"


@pytest.fixture
def hire(store):
    def hire(person, *groups):
        words = "SELECT api.create_staff(%s, %s, %s, %s, %s)"
        login = store.login(person)
        store.sql(words, uuid4(), login, person.title(), list(groups), verifier(login, SECRET),
                  login="dee")  # fmt: skip
        return login

    return hire


@pytest.fixture
def change(store):
    def change(login, name, *groups, by="dee", request=None):
        return store.sql(CHANGE, request or uuid4(), login, name, list(groups), login=by)

    return change


def commands(store, login):
    with psycopg.connect(store.dsn(), user=login, password=SECRET, autocommit=True) as line:
        me = line.execute("SELECT api.me()").fetchone()[0]
    return me["name"], set(me["groups"]), set(me["commands"])


def test_whoever_gets_another_group_may_at_once_what_that_may_and_no_more(store, hire, change):
    fay = hire("fay", "cashier")
    with psycopg.connect(store.dsn(), user=fay, password=SECRET, autocommit=True) as line:
        change(fay, "Fay Miller", "clerk", "auditor")
        assert "ship_order" in line.execute("SELECT api.me()").fetchone()[0]["commands"]
        with pytest.raises(InsufficientPrivilege):
            line.execute("SELECT api.open_shift(%s, %s, '1')", [uuid4(), uuid4()])

    name, groups, known = commands(store, fay)
    assert (name, groups) == ("Fay Miller", {"clerk", "auditor"})
    assert "adjust_stock" in known
    assert "pay" not in known


def test_the_log_has_what_it_was_and_what_it_is(store, hire, change):
    fay = hire("fay", "cashier", "clerk")
    request = uuid4()
    change(fay, " Fay M. ", "manager", request=request)
    change(fay, " Fay M. ", "manager", request=request)  # answered, and done once
    change(fay, "Fay M.", "manager")  # nothing is changed

    events = store.rows(
        "SELECT old, new FROM storedesk.audit_event WHERE entity = 'staff' AND action = 'change'"
    )

    assert events == [
        (
            {"name": "Fay", "groups": ["cashier", "clerk"]},
            {"name": "Fay M.", "groups": ["manager"]},
        )
    ]


@pytest.mark.parametrize("by", ["ada", "bob", "cyd", "eve", "wes"])
def test_only_admins_change_people(hire, change, by):
    fay = hire("fay", "cashier")
    with pytest.raises(InsufficientPrivilege):
        change(fay, "Fay", "manager", by=by)


def test_nobody_is_left_without_group_or_name_or_put_into_a_programs(hire, change, refused):
    fay = hire("fay", "cashier")
    for groups in ([], ["webshop"], ["owner"], ["cashier", "mailer"]):
        with refused("bad_groups"):
            change(fay, "Fay", *groups)
    with refused("name_missing"):
        change(fay, "  ", "cashier")


def test_programs_and_strangers_are_not_changed(store, change, refused):
    for nobody in ("wes", "stan", "owner", "system"):
        with refused("staff_not_found"):
            change(store.login(nobody), "X", "manager")


def test_admins_do_not_leave_by_themselves_and_one_stays(store, hire, change, refused):
    with refused("own_admin"):
        change(store.login("dee"), "Dee", "manager")
    fay = hire("fay", "admin", "manager")
    store.sql("SELECT api.disable_staff(%s, %s)", uuid4(), fay, login="dee")
    with psycopg.connect(store.dsn(), user=store.login("dee"), password="correct horse battery"):
        pass
    store.sql("SELECT api.enable_staff(%s, %s)", uuid4(), fay, login="dee")
    with psycopg.connect(store.dsn(), user=fay, password=SECRET, autocommit=True) as line:
        if tells_grantors(store):
            with refused("groups_kept"):  # a superuser of this test's made dee's, by hand
                line.execute(CHANGE, [uuid4(), store.login("dee"), "Dee", ["auditor"]])
        with refused("own_admin"):
            line.execute(CHANGE, [uuid4(), fay, "Fay", ["manager"]])
    change(fay, "Fay", "manager")
    assert commands(store, fay)[1] == {"cashier", "clerk", "manager"}


def test_what_is_refused_changes_nothing(store, hire, change, refused):
    fay = hire("fay", "cashier")
    store.sql(f"GRANT {store.name}_clerk TO {fay}")
    if tells_grantors(store):
        with refused("groups_kept"):
            change(fay, "Another", "auditor")
        assert commands(store, fay)[:2] == ("Fay", {"cashier", "clerk"})
    else:
        change(fay, "Another", "auditor")
        assert commands(store, fay)[:2] == ("Another", {"auditor"})


def tells_grantors(store):
    """Tell whether the server knows who put somebody into a group: from PostgreSQL 16 on."""
    return store.sql("SELECT current_setting('server_version_num')::int") >= 160_000
