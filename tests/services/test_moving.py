"""A store moves to another server of the tests' own kind: no Debian is needed for that."""

import threading
from contextlib import nullcontext, suppress
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from storedesk import queries
from storedesk.adapters.transfer import moving
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store import StoreSettings
from storedesk.persistence.schema.migrations import founding, make_database, make_person
from storedesk.services.administration import asked, is_current
from storedesk.services.moving import is_to_move
from storedesk.services.moving import move as move_store
from storedesk.settings import ServerAddress
from tests.conftest import PASSWORD, Store
from tests.drawn import unique

THERE = ServerAddress(host="store.example.com", database="shop")


GOODS = """
    INSERT INTO products (name, price_amount, category_id, status)
    SELECT 'Mug ' || n, 2.50, c.id, 'active' FROM generate_series(1, 200) AS n, categories AS c
"""
STOCKED = """
    SELECT core.move_stock(id, NULL, 'set', 7, 'opening', NULL, core.now())
    FROM products ORDER BY id
"""


@pytest.fixture
def place(built):
    """Name places on the server that nothing is at; they go with the test."""
    made = []

    def place(name):
        made.append(Store(built.server, f"{name}_{unique(8)}"))
        return made[-1]

    yield place
    for one in made:
        one.demolish()


@pytest.fixture
def old(place):
    """A store with some goods and one person."""
    made = place("old")
    make_database(made.dsn(), StoreSettings(name="Corner Shop", currency="USD"))
    make_person(made.dsn(), f"{made.name}_emma", "Emma", PASSWORD)
    made.sql("INSERT INTO categories (name) VALUES ('Things')")
    made.sql(GOODS)
    made.rows(STOCKED)
    return made


def move(old, new):
    with moving.old_store(old.dsn()) as closed, founding(new.dsn()) as line:
        moving.copy(closed, line)
        closed.close_for_good(THERE)


@pytest.fixture
def without_people(monkeypatch):
    """Leave the logins: on the one server of the tests, their names are taken."""
    monkeypatch.setattr(moving, "_bring_people", lambda *_: None)


def exists(place):
    with psycopg.connect(place.server, dbname="postgres") as line:
        there = "SELECT count(*) FROM pg_database WHERE datname = %s"
        return line.execute(there, [place.name]).fetchone() == (1,)


def test_a_login_that_is_there_already_is_named_and_nothing_is_left(old, place):
    new = place("new")
    with pytest.raises(Refused) as refused:
        move(old, new)
    assert (refused.value.code, refused.value.parameters) == (
        "login_taken", {"login": f"{old.name}_emma"}
    )  # fmt: skip
    assert moving.moved_to(old.dsn()) is None
    assert not exists(new)


@pytest.mark.usefixtures("without_people")
def test_everything_comes_along_and_goes_on_counting(old, place):
    new = place("new")
    move(old, new)
    assert moving.moved_to(old.dsn()) == THERE
    assert new.sql("SELECT count(*) FROM inventory_audit_log") == 200
    newest = "SELECT max(seq) FROM inventory_audit_log"
    was = new.sql(newest)
    some = "(SELECT product_id FROM inventory LIMIT 1)"
    new.sql(f"SELECT core.move_stock({some}, NULL, 'adjust', 1, 'x', NULL, core.now())")
    assert new.sql(newest) > was
    secret = "SELECT secret FROM storedesk.secrets"
    assert new.sql(secret) == old.sql(secret)


def test_people_come_along_as_if_they_had_been_taken_on_there(old, place, monkeypatch):
    new = place("new")
    login = f"{new.name}_emma"
    monkeypatch.setattr(
        moving, "PEOPLE", moving.PEOPLE.replace("SELECT r.rolname", f"SELECT '{login}'")
    )
    move(old, new)
    groups = """
        SELECT array_agg(m.roleid::regrole::text ORDER BY 1),
            array_agg(DISTINCT m.grantor::regrole::text)
        FROM pg_auth_members AS m WHERE m.member = %s::regrole
    """
    assert new.rows(groups, login) == [
        ([f"{new.name}_admin", f"{new.name}_manager"], [f"{new.name}_accounts"])
    ]
    with psycopg.connect(make_conninfo(new.dsn(), user=login, password=PASSWORD)) as line:
        assert line.execute("SELECT count(*) FROM products").fetchone() == (200,)
    new.sql("SELECT core.open_login(%s, false)", login)
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        psycopg.connect(make_conninfo(new.dsn(), user=login, password=PASSWORD))
    new.sql("SELECT core.open_login(%s, true)", login)


@pytest.mark.usefixtures("without_people")
def test_a_table_of_somebody_elses_is_not_left_behind_unasked(old, place):
    new = place("new")
    old.sql("CREATE TABLE public.notes (words text)")
    with pytest.raises(Refused) as refused:
        move(old, new)
    assert refused.value.parameters == {"table": "public.notes"}
    assert not exists(new)


def test_nobody_comes_in_while_it_moves_and_all_do_when_it_did_not(old):
    emma = make_conninfo(old.dsn(), user=f"{old.name}_emma", password=PASSWORD)
    with suppress(InterruptedError), moving.old_store(old.dsn()):
        with pytest.raises(psycopg.OperationalError, match="too many connections"):
            psycopg.connect(emma)
        raise InterruptedError
    psycopg.connect(emma).close()


def test_whoever_is_just_leaving_is_waited_for(old):
    line = psycopg.connect(old.dsn())
    leaving = threading.Timer(0.3, line.close)
    leaving.start()
    with moving.old_store(old.dsn()) as store:
        assert store.name == old.name
        store.open_again()
    leaving.join()


def test_whoever_is_in_is_named(old):
    emma = make_conninfo(old.dsn(), user=f"{old.name}_emma", password=PASSWORD)
    with psycopg.connect(emma), pytest.raises(Refused) as refused, moving.old_store(old.dsn()):
        pass
    assert refused.value.parameters == {"people": f"{old.name}_emma"}


@pytest.fixture
def profile(old, monkeypatch, tmp_path):
    """The folder of a profile whose store is the old one."""
    monkeypatch.setattr("storedesk.services.moving._opened", lambda _: nullcontext(old.dsn()))
    return tmp_path


@pytest.mark.usefixtures("without_people")
def test_a_store_moves_once_and_to_no_place_where_another_is(old, place, profile):
    new = place("new")
    assert is_to_move(profile, THERE, None)
    with pytest.raises(Refused) as other:
        is_to_move(profile, THERE, uuid4())
    move(old, new)
    identity = asked(new.dsn(), queries.store_settings.identity)

    assert not is_to_move(profile, THERE, identity)
    with pytest.raises(Refused) as elsewhere:
        is_to_move(profile, replace(THERE, port=5433), None)
    assert (other.value.code, elsewhere.value.code) == ("store_other", "store_moved")
    assert elsewhere.value.parameters["host"] == THERE.host


@pytest.mark.usefixtures("without_people")
def test_a_store_of_an_older_program_is_brought_up_before_it_moves(old, place, profile):
    new = place("new")
    old.sql("COMMENT ON SCHEMA api IS 'of last year'")

    move_store(profile, new.dsn(), THERE)

    assert is_current(new.dsn())
    assert new.sql("SELECT count(*) FROM products") == 200
