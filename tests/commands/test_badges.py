"""A badge: made by each for themselves, read by nobody, one try a scan, five with the PIN's."""

from uuid import uuid4

import psycopg
import pytest

from storedesk.domain.badges import StaffBadge, new_badge, read_badge
from tests.commands.test_pins import begin, check  # noqa: F401 - fixtures

pytestmark = pytest.mark.usefixtures("invariants")
SECRET, OTHER = "BCDEFGHIJKLNOPRS", "SRPONLKJIHGFEDCB"


@pytest.fixture
def make(store):
    def make(secret=SECRET, login="bob"):
        return store.sql("SELECT api.set_badge(%s, %s)", uuid4(), secret, login=login)

    return make


@pytest.fixture
def scan(store):
    def scan(sign_in, secret=SECRET, login="bob", kind="switch"):
        words = "SELECT api.check_badge(%s, %s, %s, %s, 'till-7', NULL, '1')"
        answer = store.sql(words, uuid4(), sign_in, secret, kind, login=login)
        return answer["is_right"], answer["left"]

    return scan


@pytest.mark.parametrize("secret", [SECRET[1:], SECRET + "B", SECRET.lower(), SECRET[1:] + "1", ""])
def test_a_secret_has_sixteen_letters(secret, make):
    with pytest.raises(psycopg.Error, match="bad_badge"):
        make(secret)


def test_a_new_one_takes_the_place_of_the_one_before(make, begin, scan):  # noqa: F811
    sign_in = begin()
    assert scan(sign_in) == (False, 4), "there is none"
    make()
    assert scan(sign_in) == (True, 5)
    make(OTHER)
    assert scan(sign_in) == (False, 4)
    assert scan(sign_in, OTHER) == (True, 5)


def test_wrong_badges_and_wrong_pins_are_five_together(store, make, begin, check, scan):  # noqa: F811
    make()
    store.sql("SELECT api.set_pin(%s, '4711')", uuid4(), login="bob")
    sign_in = begin()
    assert [scan(sign_in, OTHER)[1] for _ in range(3)] == [4, 3, 2]
    assert [check(sign_in, "90210")[1] for _ in range(2)] == [1, 0]
    assert scan(sign_in) == (False, 0)
    assert check(sign_in) == (False, 0)
    assert scan(begin()) == (True, 5)


def test_who_manages_people_withdraws_it_and_nobody_else(store, make, begin, scan):  # noqa: F811
    make()
    bob = store.login("bob")
    for login in ("ada", "bob", "cyd"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            store.sql("SELECT api.withdraw_badge(%s, %s)", uuid4(), bob, login=login)
    assert scan(begin()) == (True, 5)
    store.sql("SELECT api.withdraw_badge(%s, %s)", uuid4(), bob, login="dee")
    assert scan(begin()) == (False, 4)
    with pytest.raises(psycopg.Error, match="staff_not_found"):
        store.sql("SELECT api.withdraw_badge(%s, 'nobody')", uuid4(), login="dee")


def test_nobody_reads_a_secret_or_tries_the_badge_of_somebody_else(store, make, begin, scan):  # noqa: F811
    make()
    sign_in = begin()
    for login in ("ada", "cyd", "dee"):
        with pytest.raises(psycopg.Error, match="sign_in_not_found"):
            scan(sign_in, login=login)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            store.sql("SELECT secret FROM storedesk.secrets", login=login)
    for table in ("audit_event", "requests", "sign_ins", "secrets"):
        words = f"SELECT count(*) FROM storedesk.{table} AS t WHERE to_jsonb(t)::text LIKE %s"
        assert store.sql(words, f"%{SECRET}%") == 0, table


def test_everybody_has_a_number_and_it_is_no_articles(store, goods):
    number = "SELECT (api.me() ->> 'number')::int"
    numbers = [store.sql(number, login=one) for one in ("ada", "bob", "cyd", "dee")]
    assert len(set(numbers)) == len(numbers)
    assert 0 not in numbers
    badge = new_badge(numbers[0])
    assert read_badge(f" {badge.code.lower()} ") == badge
    assert badge.secret not in repr(badge)
    with pytest.raises(psycopg.errors.CheckViolation):
        goods(badge.code)


@pytest.mark.parametrize("number", [1, 19, 20, 399, 7999])
def test_what_it_reads_is_its_number_and_its_secret(number):
    assert read_badge(StaffBadge(number, SECRET).code) == StaffBadge(number, SECRET)


@pytest.mark.parametrize(
    "code", ["", "4006381333931", "SDB", "SDBBBB" + SECRET[1:], "XDBBBB" + SECRET]
)
def test_nothing_else_is_one(code):
    assert read_badge(code) is None
