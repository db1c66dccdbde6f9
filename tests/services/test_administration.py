"""What an administrator does to a store by its connection string."""

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.persistence.engine import transport
from storedesk.persistence.schema.migrations import head
from storedesk.services import administration

VERSION = "storedesk.alembic_version"


@pytest.fixture
def set_version(store):
    """Let the store's tables be of another version, until the test is over."""

    def set_version(number):
        store.sql(f"UPDATE {VERSION} SET version_num = %s", f"{number:04}")

    yield set_version
    set_version(head())


def test_tables_of_another_version_are_met_with_a_sentence(store, set_version):
    for version, code in (head() - 1, "store_older"), (head() + 2, "store_newer"):
        set_version(version)
        for action in (administration.check, lambda dsn: administration.fill_with_demo(dsn, print)):
            with pytest.raises(Refused) as refused:
                action(store.dsn())
            assert refused.value.code == code
            assert refused.value.sentence() != "The store refuses this."


def test_the_tables_of_the_next_version_are_worked_with(store, set_version):
    set_version(head() + 1)
    assert administration.check(store.dsn()) == []


def test_a_database_without_a_store_is_not_checked(store):
    with pytest.raises(Refused) as refused:
        administration.check(store.dsn().replace(store.name, "postgres"))
    assert refused.value.code == "store_missing"


def test_who_may_not_see_everything_does_not_check(store):
    with pytest.raises(NotAllowed) as refused:
        administration.check(store.dsn("cyd"))
    assert refused.value.code == "not_allowed"


def test_no_server_is_told_a_password_unless_the_connection_string_says_so(monkeypatch):
    said = conninfo_to_dict(transport.checked("host=db.example.com dbname=shop"))
    assert said["require_auth"] == "scram-sha-256,none"

    asked_for = "dbname=shop require_auth=password"
    assert transport.checked(asked_for) == asked_for
    monkeypatch.setenv("PGREQUIREAUTH", "md5")
    assert transport.checked("dbname=shop") == "dbname=shop"


def test_a_short_password_is_refused_before_anything_is_made(store):
    with pytest.raises(Refused) as refused:
        administration.take_on(store.dsn(), f"{store.name}_kim", "Kim", ["cashier"], "short")
    assert (refused.value.code, refused.value.parameters) == ("password_short", {"least": 12})
    assert not store.rows("SELECT FROM pg_roles WHERE rolname = %s", f"{store.name}_kim")


def test_a_name_that_no_store_may_have_is_refused_of_a_demo_too(store):
    with pytest.raises(Refused) as refused:
        administration.fill_with_demo(make_conninfo(store.dsn(), dbname="Two Words"), print)
    assert refused.value.code == "database_name"
