"""A PIN: set by each for themselves, seen by nobody, counted so that nobody can take it back."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import psycopg
import pytest

pytestmark = pytest.mark.usefixtures("invariants")
PIN, OTHER = "4711", "90210"


@pytest.fixture
def set_pin(store):
    def set_pin(pin=PIN, login="bob"):
        return store.sql("SELECT api.set_pin(%s, %s)", uuid4(), pin, login=login)

    return set_pin


@pytest.fixture
def begin(store):
    """Sign somebody in, by password."""

    def begin(login="bob"):
        key = uuid4()
        words = "SELECT api.note_sign_in(%s, 'sign_in', NULL, 'till-7', NULL, '1')"
        store.sql(words, key, login=login)
        return key

    return begin


@pytest.fixture
def check(store):
    def check(sign_in, pin=PIN, login="bob", kind="switch", request=None):
        words = "SELECT api.check_pin(%s, %s, %s, %s, 'till-7', NULL, '1')"
        answer = store.sql(words, request or uuid4(), sign_in, pin, kind, login=login)
        return answer["is_right"], answer["left"]

    return check


@pytest.mark.parametrize("pin", ["471", "471100000", "47 11", "47a1", "", "4711\n", "٤٧١١"])
def test_a_pin_is_four_to_eight_digits(pin, set_pin):
    with pytest.raises(psycopg.Error, match="bad_pin"):
        set_pin(pin)


@pytest.mark.parametrize(
    "pin",
    ["1111", "00000000", "0123", "1234", "4321", "7890", "8901", "3210", "9876", "09876543",
     "1212", "123123", "47114711", "2580", "0852"],
)  # fmt: skip
def test_what_anybody_would_try_first_is_no_pin(pin, set_pin):
    with pytest.raises(psycopg.Error, match="obvious_pin"):
        set_pin(pin)


@pytest.mark.parametrize("pin", ["4711", "1357", "19620", "1235", "11112", "90125523"])
def test_other_digits_are(pin, set_pin, begin, check):
    set_pin(pin)
    assert check(begin(), pin) == (True, 5)


def test_five_wrong_ones_and_it_is_worth_nothing_with_this_sign_in(set_pin, begin, check):
    set_pin()
    sign_in = begin()
    assert [check(sign_in, OTHER) for _ in range(4)] == [(False, left) for left in (4, 3, 2, 1)]
    assert check(sign_in) == (True, 5), "a right one lets five wrong ones be again"
    assert [check(sign_in, OTHER)[1] for _ in range(5)] == [4, 3, 2, 1, 0]
    assert check(sign_in) == (False, 0)
    set_pin(OTHER)
    assert check(sign_in, OTHER) == (False, 0), "nor does another PIN help"
    assert check(begin(), OTHER) == (True, 5), "but the password does"


def test_it_is_counted_once_however_often_it_is_asked_and_by_two_at_once(
    store, set_pin, begin, check
):
    set_pin()
    sign_in, request = begin(), uuid4()
    assert check(sign_in, OTHER, request=request) == check(sign_in, OTHER, request=request)
    assert check(sign_in, request=request) == (False, 4), "a guess is not asked again as another"
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: check(sign_in, OTHER), range(8)))
    wrong = "SELECT count(*) FROM storedesk.sign_ins WHERE kind = 'wrong_pin'"
    assert store.sql(wrong) == 5
    assert check(sign_in) == (False, 0)


@pytest.mark.parametrize("what", ["own_password", "set_password", "disable_staff", "sign_out"])
def test_a_new_password_a_disabled_login_and_the_end_end_it(what, store, set_pin, begin, check):
    set_pin()
    sign_in, other = begin(), begin()
    bob = store.login("bob")
    verifier = store.sql("SELECT rolpassword FROM pg_authid WHERE rolname = %s", bob)
    signing_out = "SELECT api.note_sign_in(%s, 'sign_out', %s, 'a', NULL, '1')"
    calls = {
        "own_password": ("SELECT api.own_password(%s, %s)", [verifier], "bob"),
        "set_password": ("SELECT api.set_password(%s, %s, %s)", [bob, verifier], "dee"),
        "disable_staff": ("SELECT api.disable_staff(%s, %s)", [bob], "dee"),
        "sign_out": (signing_out, [sign_in], "bob"),
    }
    words, given, by = calls[what]
    store.sql(words, uuid4(), *given, login=by)
    if what == "disable_staff":
        store.sql("SELECT api.enable_staff(%s, %s)", uuid4(), *given, login=by)
        store.let_go()
    assert check(sign_in) == (False, 0)
    assert check(other) == ((True, 5) if what == "sign_out" else (False, 0))
    assert check(begin()) == (True, 5)


def test_nobody_gives_or_tries_the_pin_of_somebody_else(set_pin, begin, check):
    set_pin()
    sign_in = begin()
    for login in ("ada", "cyd", "dee"):
        with pytest.raises(psycopg.Error, match="sign_in_not_found"):
            check(sign_in, login=login)
        assert check(begin(login), login=login) == (False, 0), "they have none"
    set_pin(OTHER, login="dee")
    assert check(sign_in) == (True, 5), "and hers is not his"
    set_pin(None, login="dee")
    assert check(sign_in) == (True, 5)
    set_pin(None)
    assert check(sign_in) == (False, 0)


def test_what_is_kept_of_it_is_salted_and_no_hash_of_it_is_anywhere_else(
    store, set_pin, begin, check
):
    set_pin()
    set_pin(login="ada")
    check(begin())
    kept = store.rows("SELECT secret FROM storedesk.secrets WHERE name LIKE 'pin %%'")
    assert len({secret[32:] for (secret,) in kept}) == len({secret[:32] for (secret,) in kept}) == 2
    prints = {print_ for (print_,) in store.rows("SELECT fingerprint FROM storedesk.requests")}
    for arguments in ([PIN], [PIN, None], [None, PIN]):
        words = "SELECT core.fingerprint(%s::jsonb)"
        assert store.sql(words, psycopg.types.json.Jsonb(arguments)) not in prints
    audited = store.rows("SELECT new::text FROM storedesk.audit_event WHERE action = 'pin'")
    assert {new for (new,) in audited} == {'{"is_set": true}'}


@pytest.mark.parametrize("login", ["bob", "ada", "cyd", "dee", "eve", "max", "wes"])
@pytest.mark.parametrize(
    "words",
    [
        "SELECT secret FROM storedesk.secrets",
        "COPY storedesk.secrets TO STDOUT",
        "UPDATE storedesk.secrets SET secret = sha256('') || sha256('')",
        "DELETE FROM storedesk.secrets",
        "INSERT INTO storedesk.secrets (name, secret) VALUES ('pin x', sha256('') || sha256(''))",
        "SELECT core.pin_hash('4711', '')",
        "SELECT core.pin_tries(s) FROM storedesk.sign_ins AS s",
        "DELETE FROM storedesk.sign_ins",
        "UPDATE storedesk.sign_ins SET kind = 'switch'",
        "INSERT INTO storedesk.sign_ins (kind) VALUES ('switch')",
        "SELECT core.add_sign_in(gen_random_uuid(), 'switch', NULL, NULL, NULL, NULL)",
        "ALTER TABLE storedesk.sign_ins DISABLE TRIGGER ALL",
        "CREATE TEMP TABLE sign_ins (id uuid); SELECT 1 FROM storedesk.secrets",
    ],
)
def test_no_login_reads_sets_or_takes_back_anything_past_the_commands(
    login, words, store, set_pin, begin, check
):
    set_pin()
    check(begin(), OTHER)
    with pytest.raises(psycopg.Error, match=r"permission denied|must be owner"):
        store.sql(words, login=login)


@pytest.mark.parametrize("kind", ["switch", "approval"])
def test_no_command_writes_that_a_pin_was_right_but_the_one_that_checks_it(
    kind, store, set_pin, begin, check
):
    set_pin()
    sign_in = begin()
    check(sign_in, OTHER)
    words = "SELECT api.note_sign_in(%s, %s, %s, 'till-7', NULL, '1')"
    with pytest.raises(psycopg.Error, match="bad_sign_in"):
        store.sql(words, uuid4(), kind, sign_in, login="bob")
    for other in ("lock", "sign_in"):
        store.sql(words, uuid4(), other, sign_in, login="bob")
    assert check(sign_in, OTHER) == (False, 3)


@pytest.mark.parametrize(
    ("kind", "sign_in"), [("sign_in", None), (None, None), ("switch", UUID(int=1))]
)
def test_another_kind_and_an_unknown_sign_in_are_refused(kind, sign_in, set_pin, begin, check):
    set_pin()
    with pytest.raises(psycopg.Error, match=r"bad_sign_in|sign_in_not_found"):
        check(sign_in or begin(), kind=kind)


def test_who_is_told_that_there_is_one(store, set_pin):
    set_pin()
    has_pin = "SELECT api.me() -> 'has_pin'"
    assert store.sql(has_pin, login="bob") is True
    assert store.sql(has_pin, login="ada") is False
