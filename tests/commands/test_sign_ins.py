"""The history of sign-ins: written by each about themselves, changed by nobody, kept 400 days."""

from uuid import UUID, uuid4

import psycopg
import pytest

from storedesk import queries
from storedesk.api.staff import verifier
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.sign_ins import SignInKind, Station
from storedesk.persistence.engine.database import Database
from storedesk.services.signed_in import enter, sign_out

pytestmark = pytest.mark.usefixtures("invariants")
HERE = Station(workstation="till-7", register_id=None, program="1.2.3")


@pytest.fixture
def note(store):
    def note(kind="sign_in", sign_in=None, login="bob", request=None, place=("till-7", None, "1")):
        words = "SELECT api.note_sign_in(%s, %s, %s, %s, %s, %s)"
        key = request or uuid4()
        store.sql(words, key, kind, sign_in, *place, login=login)
        return key

    return note


@pytest.fixture
def seen(store):
    """What a login sees of the history of a person."""

    def seen(person, login):
        database = Database(store.dsn(login), pool_size=1)
        try:
            with database.reading() as session:
                return queries.sign_ins.of_person(session, store.staff_id(person))
        finally:
            database.close()

    return seen


def test_to_sign_in_is_noted_with_where_and_so_is_to_sign_out(store, seen):
    register = store.sql("SELECT id FROM storedesk.registers LIMIT 1")
    place = Station(workstation="till-7", register_id=register, program="1.2.3")
    entered = enter(store.dsn("bob"), place, is_shared=True)
    sign_out(entered, place)
    lines = seen("bob", "bob")
    assert [line.kind for line in lines] == [SignInKind.SIGN_OUT, SignInKind.SIGN_IN]
    name = store.sql("SELECT name FROM storedesk.registers WHERE id = %s", register)
    assert {(one.workstation, one.register, one.program) for one in lines} == {
        ("till-7", name, "1.2.3")
    }


def test_who_is_not_let_in_is_not_noted(store):
    with pytest.raises(NotAllowed) as refusal:
        enter(store.dsn("stan"), HERE, is_shared=True)
    assert refusal.value.code == "not_staff"
    assert store.sql("SELECT count(*) FROM storedesk.sign_ins") == 0


def test_an_admin_and_an_auditor_see_everybodys_and_others_their_own(note, seen):
    note(login="bob")
    for login, count in {"dee": 1, "eve": 1, "bob": 1, "ada": 0, "cyd": 0}.items():
        assert len(seen("bob", login)) == count, login


def test_it_is_about_whoever_asks_and_goes_on_from_ones_own_sign_in(note, store):
    key = note()
    assert store.sql("SELECT staff_id FROM storedesk.sign_ins") == store.staff_id("bob")
    with pytest.raises(psycopg.Error, match="sign_in_not_found"):
        note("sign_out", key, login="ada")
    with pytest.raises(psycopg.Error, match="sign_in_not_found"):
        note("sign_out")
    for kind in ("switch", "approval", "wrong_pin", "password", "disable", "", None):
        with pytest.raises(psycopg.Error, match="bad_sign_in"):
            note(kind, key)
    note("lock", key)
    out = note("sign_out", key)
    with pytest.raises(psycopg.Error, match="sign_in_not_found"):
        note("sign_out", out)


def test_asked_again_it_is_written_once(note, store):
    key = note()
    note(request=key)
    assert store.sql("SELECT count(*) FROM storedesk.sign_ins") == 1


def test_a_place_that_cannot_be_is_no_reason_to_keep_somebody_out(note, store):
    note(place=("Büro \x1b[31m\u202e" + "x" * 300, UUID(int=7), ""))
    row = store.rows("SELECT workstation, register_id, program FROM storedesk.sign_ins")[0]
    assert row == (("B-ro-31m-" + "x" * 300)[:100], None, None)


@pytest.mark.parametrize("login", ["bob", "cyd", "dee", None])
@pytest.mark.parametrize(
    "words",
    [
        "DELETE FROM storedesk.sign_ins",
        "UPDATE storedesk.sign_ins SET created_at = created_at - interval '500 days'",
        "TRUNCATE storedesk.sign_ins",
    ],
)
def test_nobody_changes_or_removes_what_is_written(login, words, note, store):
    note()
    with pytest.raises(psycopg.Error, match=r"permission denied|append_only"):
        store.sql(words, login=login)
    assert store.sql("SELECT count(*) FROM storedesk.sign_ins") == 1


def test_only_what_is_older_than_400_days_is_cleared_away(note, store):
    note()
    words = """
        INSERT INTO storedesk.sign_ins (id, kind, sign_in_id, staff_id, created_at)
        SELECT gen_random_uuid(), 'sign_in', gen_random_uuid(), staff_id,
               core.now() - make_interval(days => %s) FROM storedesk.sign_ins LIMIT 1
    """
    for days in (399, 401):
        store.sql(words, days)
    store.sql("SELECT core.purge(core.now())")
    age = (
        "SELECT round(extract(epoch FROM core.now() - created_at) / 86400) FROM storedesk.sign_ins"
    )
    assert sorted(int(days) for (days,) in store.rows(age)) == [0, 399]


def test_a_new_password_and_a_disabled_login_stand_there_too(store, seen):
    hired = store.login("gus")
    secret = verifier(hired, "a long enough secret")
    words = "SELECT api.create_staff(%s, %s, 'Gus', %s, %s)"
    store.sql(words, uuid4(), hired, ["cashier"], secret, login="dee")
    store.sql("SELECT api.set_password(%s, %s, %s)", uuid4(), hired, secret, login="dee")
    store.sql("SELECT api.disable_staff(%s, %s)", uuid4(), hired, login="dee")
    store.sql("SELECT api.enable_staff(%s, %s)", uuid4(), hired, login="dee")
    assert [line.kind for line in seen("gus", "dee")] == [SignInKind.DISABLE, SignInKind.PASSWORD]
