"""Admins keep the registers: added, named, put on one drawer, taken out of use."""

import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")
ADD = "SELECT api.add_register(%s, %s, %s, %s)"
CHANGE = "SELECT api.change_register(%s, %s, %s, %s, %s, %s)"
USE = "SELECT api.use_register(%s, %s, %s)"


@pytest.fixture
def add(store):
    def add(code, name, drawer=None, request=None):
        given = [request or uuid4(), code, name, drawer]
        return store.sql(ADD, *given, login="dee")["register"]

    return add


@pytest.fixture
def first(store):
    return store.sql("SELECT id FROM storedesk.registers WHERE code = 'T1'")


def change(store, key, seen, code, name, drawer=None):
    seen = json.dumps(dict(zip(("code", "name", "drawer_of"), seen, strict=True)))
    return store.sql(CHANGE, uuid4(), key, seen, code, name, drawer, login="dee")


def use(store, key, is_used):
    store.sql(USE, uuid4(), key, is_used, login="dee")


def held(store, key):
    words = "SELECT code, name, drawer_of::text, is_active FROM storedesk.registers WHERE id = %s"
    return store.rows(words, key)[0]


def test_a_register_is_added_once_and_noted(store, add):
    request = uuid4()
    (key,) = {add(" T9 ", " Bar ", request=request) for _ in range(2)}
    assert held(store, key) == ("T9", "Bar", None, True)
    note = "SELECT array[action, login, new ->> 'name'] FROM storedesk.audit_event ORDER BY id DESC"
    assert store.sql(note) == ["create", store.login("dee"), "Bar"]


def test_code_name_and_drawer_are_changed_over_what_was_seen(store, add, first, refused):
    key = add("T9", "Bar")
    change(store, key, ("T9", "Bar", None), "T8", "Counter", first)
    assert held(store, key) == ("T8", "Counter", str(first), True)
    with refused("changed_meanwhile"):
        change(store, key, ("T9", "Bar", None), "T7", "Mine")
    change(store, key, ("T8", "Counter", str(first)), "T8", "Counter")
    assert held(store, key) == ("T8", "Counter", None, True)
    with refused("register_unknown"):
        change(store, uuid4(), ("T9", "Bar", None), "T7", "Mine")


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("T1", "Other", "register_code_taken"),
        (" ", "Other", "name_missing"), ("T9", "", "name_missing"),
        ("T" * 21, "Other", "text_too_long"), ("T9", "4111 1111 1111 1111", "card_number"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(store, add, refused, code, name, said):
    with refused(said):
        add(code, name)
    key = add("T5", "Five")
    with refused(said):
        change(store, key, ("T5", "Five", None), code, name)
    assert held(store, key) == ("T5", "Five", None, True)


def test_a_drawer_is_that_of_a_register_which_has_one(store, add, first, refused):
    shared = add("T8", "Eight", first)
    for code, drawer in (("T7", shared), ("T6", uuid4())):
        with refused("no_drawer_there"):
            add(code, "Other", drawer)
    own = add("T9", "Nine")
    with refused("drawer_shared"):
        change(store, first, ("T1", "Till 1", None), "T1", "Till 1", own)


def test_one_is_taken_out_of_use_and_into_use_again(store, add, first, refused):
    key = add("T9", "Bar", first)
    with refused("drawer_shared"):
        use(store, first, is_used=False)
    use(store, key, is_used=False)
    assert held(store, key) == ("T9", "Bar", str(first), False)
    with refused("last_register"):
        use(store, first, is_used=False)
    other = add("T8", "Eight")
    use(store, first, is_used=False)
    with refused("no_drawer_there"):
        use(store, key, is_used=True)
    use(store, first, is_used=True)
    use(store, key, is_used=True)
    assert held(store, key)[3]
    assert held(store, other)[3]
    with refused("register_unknown"):
        use(store, uuid4(), is_used=True)


def test_nothing_changes_where_a_shift_or_a_sale_is_open(store, add, till, goods, refused):
    here = ("T1", "Till 1", None)
    other = add("T9", "Bar")
    goods("MUG", on_hand=5)
    till.scan("MUG")
    with refused("register_has_shift"):
        use(store, till.register, is_used=False)
    with refused("register_has_shift"):
        change(store, till.register, here, "T1", "Till 1", other)
    change(store, till.register, here, "T1", "Front")
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")
    till.call("close_shift", shift, till.expected(shift))
    with refused("register_has_sale"):
        use(store, till.register, is_used=False)
    with refused("register_has_sale"):
        change(store, till.register, ("T1", "Front", None), "T1", "Front", other)
    assert held(store, till.register) == ("T1", "Front", None, True)


def test_on_a_drawer_that_is_just_taken_out_of_use_nobody_is_put(
    store, add, first, refused, until_someone_waits
):
    add("T8", "Eight")
    with ThreadPoolExecutor(1) as pool, store.connect("dee") as other:
        with other.transaction():
            other.execute(USE, [uuid4(), first, False])
            added = pool.submit(add, "T9", "Bar", first)
            until_someone_waits()
        with refused("no_drawer_there"):
            added.result()


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "eve", "wes", "max"])
def test_nobody_but_an_admin_keeps_registers(store, first, person):
    for words, given in (
        (ADD, ["T9", "Bar", None]), (USE, [first, False]),
        (CHANGE, [first, "{}", "T1", "Mine", None]),
    ):  # fmt: skip
        with pytest.raises(InsufficientPrivilege):
            store.sql(words, uuid4(), *given, login=person)


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "dee", "eve"])
def test_nobody_writes_a_register_but_by_commands(store, person):
    for words in (
        "UPDATE storedesk.registers SET is_active = false",
        "INSERT INTO storedesk.registers (code, name) VALUES ('T9', 'Mine')",
    ):
        with pytest.raises(InsufficientPrivilege):
            store.sql(words, login=person)


def bound(store, key, least, most, seen=(None, None), login="dee", request=None):
    seen = json.dumps(dict(zip(("least", "most"), seen, strict=True)))
    words = "SELECT api.bound_cash(%s, %s, %s, %s, %s)"
    return store.sql(words, request or uuid4(), key, seen, least, most, login=login)


BOUNDS = """
    SELECT least_cash_amount::text, most_cash_amount::text FROM storedesk.registers WHERE id = %s
"""


def test_the_cash_of_a_drawer_is_bounded_over_what_was_seen_while_a_shift_is_open(
    store, till, refused
):
    request = uuid4()
    for _ in range(2):
        bound(store, till.register, "50", "500", request=request)
    assert store.rows(BOUNDS, till.register) == [("50.00", "500.00")]
    with refused("changed_meanwhile"):
        bound(store, till.register, "1", "2")
    bound(store, till.register, None, "400", ("50.00", "500.00"))
    assert store.rows(BOUNDS, till.register) == [(None, "400.00")]
    noted = """
        SELECT old -> 'most_cash_amount', new -> 'most_cash_amount' FROM storedesk.audit_event
        WHERE entity = 'register' AND old -> 'most_cash_amount' <> new -> 'most_cash_amount'
        ORDER BY id
    """
    assert store.rows(noted) == [(None, 500), (500, 400)]
    bound(store, till.register, None, None, (None, "400.00"))
    assert store.rows(BOUNDS, till.register) == [(None, None)]


@pytest.mark.parametrize(
    ("least", "most", "code"),
    [("5", "4.99", "cash_bounds_crossed"), ("-1", None, "bad_amount"), (None, "-1", "bad_amount"),
     ("0.001", None, "money_not_exact"), (None, "NaN", "money_too_big")],
)  # fmt: skip
def test_bounds_of_cash_are_amounts_in_their_order(store, first, refused, least, most, code):
    with refused(code):
        bound(store, first, least, most)
    assert store.rows(BOUNDS, first) == [(None, None)]


def test_a_drawer_may_be_without_any_cash(store, first):
    bound(store, first, "0", "0")
    assert store.rows(BOUNDS, first) == [("0.00", "0.00")]


def test_only_a_drawer_of_its_own_is_bounded(store, add, first, refused):
    with refused("no_drawer_there"):
        bound(store, add("T9", "Bar", first), "5", None)
    with refused("register_unknown"):
        bound(store, uuid4(), "5", None)
