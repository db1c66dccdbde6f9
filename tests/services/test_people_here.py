"""Who has signed in at a workstation: by two programs at once, killed, cut off, and to approve."""

import os
import signal
import subprocess
import sys
import time
from uuid import uuid4

import psycopg
import pytest

from storedesk.domain.badges import new_badge
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.sign_ins import Station
from storedesk.services.people_here import PeopleHere
from storedesk.services.signed_in import enter
from tests.conftest import PASSWORD

HERE = Station(workstation="till-7", register_id=None, program="1.2.3")
PIN, OTHER = "4711", "90125"
LINES = "SELECT count(*) FROM pg_stat_activity WHERE usename = %s"
PROGRAM = """
import sys
from storedesk.domain.sign_ins import Station
from storedesk.services.people_here import PeopleHere
from storedesk.services.signed_in import enter
place = Station(workstation="till-8", register_id=None, program="1")
people = PeopleHere(lambda: place)
people.lock(enter(sys.argv[1], place, is_shared=True))
print("locked", len(people.people()), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def people(store):
    store.let_go()
    for person in ("bob", "cyd"):
        store.sql("SELECT api.set_pin(%s, %s)", uuid4(), PIN, login=person)
    store.let_go()
    made = PeopleHere(lambda: HERE)
    yield made
    made.close()


@pytest.fixture
def lock(store, people):
    def lock(person):
        entered = enter(store.dsn(person), HERE, is_shared=True)
        people.lock(entered)
        return store.login(person)

    return lock


def test_a_pin_opens_the_rest_and_the_rights_are_those_of_now(store, people, lock):
    bob = lock("bob")
    assert lines(store, bob, 1) == 1
    words = "UPDATE storedesk.staff SET display_name = 'Robert' WHERE login = %s"
    store.sql(words, bob)
    begun = time.monotonic()
    entered = people.switch(bob, PIN)
    assert time.monotonic() - begun < 1, "as long as nobody at a counter waits"
    assert entered.me.name == "Robert"
    people.take(bob)
    assert people.people() == ()
    entered.desk.close()


def lines(store, login, expected):
    """Return the lines of a login, once there are so many.

    The server counts one that was closed until it has seen that.
    """
    end = time.monotonic() + 20
    while (found := store.sql(LINES, login)) != expected and time.monotonic() < end:
        time.sleep(0.02)
    return found


def test_two_programs_count_for_themselves_and_a_killed_one_leaves_nothing(
    store, people, lock, tmp_path
):
    bob = lock("bob")
    other = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, store.dsn("bob")], cwd=tmp_path, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert other.stdout.readline() == "locked 1\n"
        assert lines(store, bob, 2) == 2
        for left in (4, 3, 2, 1):
            with pytest.raises(Refused) as wrong:
                people.switch(bob, OTHER)
            assert wrong.value.parameters["left"] == left
        with pytest.raises(NotAllowed) as ended:
            people.switch(bob, OTHER)
        assert ended.value.code == "pin_ended"
        assert lines(store, bob, 1) == 1, "the other program has its own"
    finally:
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        other.stdin.close()
        other.stdout.close()
    assert lines(store, bob, 0) == 0
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NotAllowed) as unknown:
        PeopleHere(lambda: HERE).switch(bob, PIN)
    assert unknown.value.code == "pin_not_here"


def test_both_go_on_after_all_their_lines_were_cut(store, people, lock):
    logins = [lock("bob"), lock("cyd")]
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ANY (%s)"
    store.rows(cut, logins)
    for login in logins:
        people.wake(login)
        people.switch(login, PIN).desk.close()
        people.take(login)


def test_a_cut_line_whose_password_is_another_by_now_is_forgotten(store, people, lock):
    bob = lock("bob")
    with psycopg.connect(store.dsn(), autocommit=True) as owner:
        try:
            owner.execute(f"ALTER ROLE {bob} PASSWORD 'another for a moment'")
            owner.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [bob]
            )
            with pytest.raises(NotAllowed) as ended:
                people.wake(bob)
        finally:
            owner.execute(f"ALTER ROLE {bob} PASSWORD '{PASSWORD}'")
    assert ended.value.code == "pin_ended"
    assert people.people() == ()


def test_a_manager_approves_with_a_pin_and_stays_where_they_are(store, people, lock):
    cyd, bob = lock("cyd"), lock("bob")
    wanted = {"action": "cancel_order", "detail": {"order_id": "x"}}
    short = cyd.removeprefix(f"{store.name}_")
    approval = uuid4()
    with pytest.raises(Refused) as wrong:
        people.approve(short, OTHER, approval, **wanted)
    assert wrong.value.code == "wrong_pin"
    people.approve(short, PIN, approval, **wanted)
    approver = "SELECT approved_by FROM storedesk.approvals WHERE id = %s"
    assert store.sql(approver, approval) == store.staff_id("cyd")
    with pytest.raises(NotAllowed) as not_his:
        people.approve(bob, PIN, uuid4(), **wanted)
    assert not_his.value.code == "not_a_manager"
    with pytest.raises(NotAllowed) as absent:
        people.approve(store.login("dee"), PIN, uuid4(), **wanted)
    assert absent.value.code == "pin_not_here"
    assert {one.login for one in people.people()} == {bob, cyd}
    assert lines(store, cyd, 1) == 1


def test_a_badge_approves_by_itself_and_says_whose_it_is(store, people, lock):
    badge = new_badge(store.sql("SELECT (api.me() ->> 'number')::int", login="cyd"))
    store.sql("SELECT api.set_badge(%s, %s)", uuid4(), badge.secret, login="cyd")
    store.let_go()
    with pytest.raises(NotAllowed) as away:
        people.approve("", badge.code, uuid4(), action="override", detail={})
    assert away.value.code == "badge_not_here"
    lock("cyd")
    approval = uuid4()
    people.approve("", badge.code, approval, action="override", detail={})
    words = "SELECT approved_by FROM storedesk.approvals WHERE id = %s OR request_id = %s"
    assert store.sql(words, approval, approval) == store.staff_id("cyd")
    assert [one.name for one in people.people()] == ["Cyd"]
