"""Who keeps others waiting is ended by whoever waits; nobody else is."""

import contextlib
import json
import threading
import time
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from tests.tills import Till

pytestmark = pytest.mark.usefixtures("invariants")

ANN = "INSERT INTO customers (id, email, first_name, last_name) VALUES (%s, %s, 'Ann', 'Other')"
END = "SELECT api.end_blockers()"
ENDED = "SELECT login, reason FROM storedesk.blockers WHERE is_ended ORDER BY id"
OLD = 5.0


@pytest.fixture
def session(store):
    """Open a session of somebody; every one is closed at the end."""
    opened = []

    def session(person, *, autocommit=False):
        opened.append(psycopg.connect(store.dsn(person), autocommit=autocommit))
        return opened[-1]

    yield session
    for one in opened:
        one.close()


@pytest.fixture
def ann(store):
    """Somebody whom a cashier may hold."""
    made = uuid4()
    store.sql(ANN, made, f"{made}@example.com")
    return made


def lives(line):
    """Tell whether a session is still there."""
    with contextlib.suppress(psycopg.Error):
        line.execute("SELECT 1")
    return not line.closed


def aside(run):
    """Run something that takes its time, or is broken off."""

    def quietly():
        with contextlib.suppress(psycopg.Error):
            run()

    thread = threading.Thread(target=quietly, daemon=True)
    thread.start()
    return thread


def hold(line, customer):
    line.execute("SELECT FROM customers WHERE id = %s FOR UPDATE", [customer])


@pytest.mark.parametrize(
    ("age", "writes", "waits", "kept", "full", "reason"),
    [
        (5.1, True, False, None, False, "locks"),
        (4.9, True, False, None, False, None),
        (5.1, False, False, None, False, None),
        (5.1, False, False, 0.1, False, "locks"),
        (4.9, False, False, 0.9, False, None),
        (5.1, True, True, 9, False, None),
        (0.2, True, False, 1.1, False, "seen"),
        (0.2, True, True, 1.1, False, None),
        (0.2, True, False, 0.9, False, None),
        (20.1, True, True, None, False, "stuck"),
        (19.9, True, True, None, False, None),
        (20.1, False, True, None, False, None),
        (20.1, False, False, None, True, "queue"),
        (20.1, False, True, None, True, "queue"),
        (19.9, False, False, None, True, None),
        (99, False, False, None, False, None),
    ],
)
def test_why_a_session_is_ended(store, age, writes, waits, kept, full, reason):
    given = [timedelta(seconds=age), writes, waits, kept and timedelta(seconds=kept), full]
    assert store.sql("SELECT core.reason_to_end(%s, %s, %s, %s, %s)", *given) == reason


def holders(store, session, goods):
    """Hold rows by each means that there is; of whom each is, and what is left of it."""
    goods("MUG", on_hand=50)
    customers = [uuid4() for _ in range(3)]
    for customer in customers:
        store.sql(ANN, customer, f"{customer}@example.com")
    held = session("bob")
    hold(held, customers[0])
    till = Till(store, "T7", "cyd")
    till.open()
    till.connection.autocommit = False
    till.scan("MUG")  # a command inside BEGIN that is never ended
    asleep = session("dee", autocommit=True)
    secret = asleep.pgconn.encrypt_password(b"a long word", b"dee", b"scram-sha-256").decode()
    both = "SELECT api.own_password(%s, %s), pg_sleep(60)"  # a command and a sleep in one statement
    aside(lambda: asleep.execute(both, [uuid4(), secret]))
    web = session("wes")
    web.execute("UPDATE inventory SET version = version + 1")
    stranger = session("stan")
    stranger.execute("UPDATE customers SET version = version WHERE id = %s", [customers[1]])
    silent = session("ada")
    silent.execute("PREPARE later AS DELETE FROM orders")  # no rights, no rows, and a lock
    return till, {
        "bob": held, "cyd": till.connection, "dee": asleep, "wes": web, "stan": stranger,
        "ada": silent,
    }  # fmt: skip


def test_whoever_holds_what_others_wait_for_is_ended_by_whatever_it_is_held(store, session, goods):
    till, guilty = holders(store, session, goods)
    waiting = session(None)
    waiting.execute("SET lock_timeout = 0")
    aside(lambda: waiting.execute("LOCK TABLE orders IN SHARE MODE"))  # as new settings do
    caller = session("eve", autocommit=True)
    begun = time.monotonic()
    gone = set()
    while time.monotonic() - begun < OLD + 5 and len(gone) < len(guilty):
        gone |= set(caller.execute(END).fetchone()[0])
        time.sleep(0.2)

    assert gone == {store.login(person) for person in guilty}
    assert {person for person, line in guilty.items() if lives(line)} == set()
    noted = "SELECT new ->> 'login' FROM storedesk.audit_event WHERE action = 'end' ORDER BY 1"
    assert [login for (login,) in store.rows(noted)] == sorted(gone)
    waiting.rollback()
    till.close()


def test_nobody_else_is_ended(store, session, ann):
    """A cashier asks all the time while a manager imports, and others wait, read or only write."""
    other = uuid4()
    store.sql(ANN, other, f"{other}@example.com")
    importing = session("cyd")
    importing.execute("SELECT api.begin_import()")
    hold(importing, ann)
    mailer = session("max")
    mailer.execute("SELECT api.sweep_mails(), txid_current()")
    system = session(None)
    system.execute("SELECT txid_current()")
    waits = session("wes", autocommit=True)
    waits.execute("SET lock_timeout = 0")
    thread = aside(lambda: waits.execute("UPDATE customers SET version = 9 WHERE id = %s", [ann]))
    reads = session("eve")
    reads.execute("SELECT count(*) FROM orders")
    idle = session("ada", autocommit=True)
    idle.execute("SELECT 1")
    begun = time.monotonic()
    while time.monotonic() - begun < OLD + 2:
        assert store.sql(END, login="bob") == []

    assert all(map(lives, (importing, mailer, system, reads, idle)))
    importing.rollback()
    thread.join(10)
    assert store.sql("SELECT version > 1 FROM customers WHERE id = %s", ann)


def test_an_import_is_for_whoever_may_import(store):
    for person in ("bob", "ada", "dee", "eve", "wes", "max"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            store.sql("SELECT api.begin_import()", login=person)
    store.sql("SELECT api.begin_import()", login="cyd")
    with pytest.raises(psycopg.Error, match="not_staff"):
        store.sql("SELECT api.begin_import()", login="stan")


def test_who_has_just_begun_to_write_is_none_who_holds_others_up(store, session, ann):
    line = session("bob")
    line.execute("UPDATE customers SET version = version + 1 WHERE id = %s", [ann])
    assert store.sql("SELECT core.lock_holders()") == []
    line.rollback()


def test_health_tells_nobody_who_works_in_another_store_of_the_server(store, session, ann):
    line = session("bob")
    hold(line, ann)
    line.execute("SELECT pg_current_xact_id()")
    with psycopg.connect(make_conninfo(store.dsn(), dbname="postgres")) as elsewhere:
        elsewhere.execute("SELECT pg_current_xact_id(), pg_sleep(%s)", [OLD + 0.5])
        (holder,) = store.sql("SELECT core.lock_holders()")
    assert holder["login"] == store.login("bob")


def test_who_has_just_waited_and_goes_on_is_not_ended(store, session, ann):
    """It takes two looks: who got the lock a moment ago is found at work by one of them only."""
    holder, caller = session(None), session("eve", autocommit=True)
    honest = session("bob", autocommit=True)
    honest.execute("SET lock_timeout = 0")
    hold(holder, ann)
    waited = aside(lambda: honest.execute("UPDATE customers SET version = 7 WHERE id = %s", [ann]))
    begun = time.monotonic()
    while time.monotonic() - begun < OLD + 1:
        assert caller.execute(END).fetchone() == ([],)
    calls = [aside(lambda: store.sql(END, login="eve")) for _ in range(3)]
    holder.rollback()
    for call in (waited, *calls):
        call.join()

    assert lives(honest)
    assert store.rows(ENDED) == []


def test_with_a_session_go_those_of_its_login_that_are_in_a_transaction(store, session, ann):
    lines = [session("bob") for _ in range(12)]
    hold(lines[0], ann)
    for line in lines[1:]:
        line.execute("SET lock_timeout = 0")
        line.commit()
        aside(lambda line=line: hold(line, ann))
    idle = session("bob", autocommit=True)
    other = session("cyd")
    other.execute("SELECT count(*) FROM customers")
    begun = time.monotonic()
    while not store.sql(END, login="eve"):
        assert time.monotonic() - begun < OLD + 3
        time.sleep(0.1)

    assert not any(map(lives, lines))
    assert lives(idle)
    assert lives(other)
    hold(other, ann)
    reasons = [reason for _, reason in store.rows(ENDED)]
    assert reasons.count("locks") == 1
    assert reasons.count("company") == 11


def test_those_who_hold_it_by_turns_are_found(store, session, ann):
    """None of them is in a transaction for five seconds, and yet nobody gets in between."""
    stop = threading.Event()
    lines = [session("bob") for _ in range(3)]
    for line in lines:
        line.execute("SET lock_timeout = 0")
        line.commit()
    victim = session("cyd", autocommit=True)

    def take_turns(line, first):
        stop.wait(first)
        while not stop.is_set():
            hold(line, ann)
            stop.wait(1.5)
            line.commit()

    takers = [aside(lambda n=n, one=one: take_turns(one, n * 0.4)) for n, one in enumerate(lines)]
    time.sleep(0.1)
    waits = aside(lambda: victim.execute("SELECT FROM customers WHERE id = %s FOR UPDATE", [ann]))
    begun = time.monotonic()
    ended = []
    while not ended and time.monotonic() - begun < 20:
        ended = store.sql(END, login="eve")
        time.sleep(0.3)
        if not waits.is_alive():
            waits = aside(lambda: hold(victim, ann))
    stop.set()
    for taker in takers:
        taker.join(10)

    assert ended == [store.login("bob")]
    assert "turns" in {reason for _, reason in store.rows(ENDED)}


def test_it_works_once_a_second(store, session, ann):
    other = uuid4()
    store.sql(ANN, other, f"{other}@example.com")
    lines = [session("bob"), session("cyd")]
    hold(lines[0], ann)
    time.sleep(0.5)
    hold(lines[1], other)
    begun = time.monotonic()
    while not (ended := store.sql(END, login="eve")):
        assert time.monotonic() - begun < OLD + 3
        time.sleep(0.05)
    assert ended == [store.login("bob")]
    time.sleep(0.6)  # by now the other one is old enough as well

    assert store.sql(END, login="ada") == []
    time.sleep(0.5)
    assert store.sql(END, login="ada") == [store.login("cyd")]


@pytest.mark.parametrize("way", ["rollback", "open"])
def test_who_asks_in_bad_faith_achieves_nothing(store, session, ann, way):
    """An accomplice asks, and takes it back or never ends: neither the end nor its note is lost."""
    holder, accomplice = session("bob"), session("cyd")
    hold(holder, ann)
    time.sleep(OLD + 0.2)
    assert accomplice.execute(END).fetchone() == ([store.login("bob")],)
    if way == "rollback":
        accomplice.rollback()
    assert lives(holder)

    assert store.login("bob") in store.sql(END, login="eve")

    assert not lives(holder)
    noted = "SELECT count(*) FROM storedesk.audit_event WHERE action = 'end' AND login = %s"
    assert store.sql(noted, store.login("eve")) == 1


def found(store, login, *ago, reason="locks"):
    """Have it written down that sessions of a login were ended so many seconds ago."""
    for pid, seconds in enumerate(ago, 1):
        with store.connect() as owner:
            owner.execute("SET session_replication_role = replica")
            owner.execute(
                """
                WITH made AS (
                    INSERT INTO storedesk.blockers (found_at, found_by, login, pid, session_started,
                        transaction_started, reason, is_ended)
                    VALUES (core.now() - make_interval(secs => %(ago)s), %(by)s, %(login)s, %(pid)s,
                            core.now(), core.now(), %(reason)s, true)
                    RETURNING found_at
                )
                INSERT INTO storedesk.audit_event (login, action, entity, new)
                SELECT %(by)s, 'end', 'session',
                       jsonb_build_object('login', %(login)s::text, 'found_at', found_at) FROM made
                """,
                {
                    "ago": seconds,
                    "by": store.login("eve"),
                    "login": login,
                    "pid": pid,
                    "reason": reason,
                },
            )


@pytest.mark.parametrize(
    ("ago", "reason", "times"),
    [
        ((500, 300, 100), "locks", 3),
        ((601, 300, 100), "locks", 2),
        ((599, 300, 100), "queue", 3),
        ((500, 300, 100), "company", 0),
        ((500, 300, 100), "stuck", 0),
        ((103, 102, 101), "locks", 1),
        ((110, 105, 100), "turns", 3),
        ((), "locks", 0),
    ],
)
def test_how_often_somebody_was_ended(store, ago, reason, times):
    login = store.login("bob")
    found(store, login, *ago, reason=reason)
    assert store.sql("SELECT core.times_ended(%s, core.now())", login) == times


@pytest.mark.parametrize(
    ("seen", "by_turns"),
    [
        ([(9_999, 1), (0, 2)], True),
        ([(10_000, 1), (0, 2)], False),
        ([(9_999, 1), (-1, 2)], False),
        ([(5_000, 1), (5_000, 2)], False),
        ([(9_999, 1), (0, 1)], False),
    ],
)
def test_by_turns_is_by_two_transactions_at_two_looks_within_ten_seconds(store, seen, by_turns):
    login, noon = store.login("bob"), "2026-03-05 12:00"
    words = """
        INSERT INTO storedesk.blockers (
            found_at, login, pid, session_started, transaction_started, reason, is_ended
        )
        SELECT t.noon - make_interval(secs => s.ago / 1000.0), %s, 1, t.noon,
               t.noon - make_interval(mins => s.begun), 'seen', false
        FROM (SELECT %s::timestamp) AS t (noon), unnest(%s::int[], %s::int[]) AS s (ago, begun)
    """
    store.sql(words, login, noon, *map(list, zip(*seen, strict=True)))

    assert store.sql("SELECT core.in_turns(%s, %s)", login, noon) is by_turns


def test_a_person_who_is_ended_three_times_gets_no_new_connection_for_ten_minutes(
    store, session, ann
):
    login = store.login("bob")
    found(store, login, 400, 200)
    still = session("bob", autocommit=True)
    holder = session("bob")
    hold(holder, ann)
    time.sleep(OLD + 0.2)

    assert store.sql(END, login="eve") == [login]

    with pytest.raises(psycopg.OperationalError, match="too many connections for role"):
        session("bob")
    assert lives(still)
    assert store.sql("SELECT count(*) FROM storedesk.audit_event WHERE action = 'pause'") == 1
    assert store.sql("SELECT api.lift_pauses()", login="ada") == 0
    past = "UPDATE storedesk.login_pauses SET {0} = {0} - interval '10 minutes'"
    for column in ("paused_at", "paused_until"):
        store.sql(past.format(column))
    assert store.sql("SELECT api.lift_pauses()", login="ada") == 1
    with pytest.raises(psycopg.Error, match="not_staff"):
        store.sql("SELECT api.lift_pauses()", login="stan")
    assert lives(session("bob"))
    limit = "SELECT rolconnlimit FROM pg_roles WHERE rolname = %s"
    assert store.sql(limit, login) == store.sql(limit, store.login("cyd"))


@pytest.mark.parametrize("way", ["end_blockers", "purge", "sweep_mails", "enable"])
def test_a_pause_ends_by_whatever_is_asked_next(store, session, way):
    login = store.login("bob")
    found(store, login, 900, 800, 700)
    store.sql("SELECT core.limit_connections(%s, 0)", login)
    ago = "core.now() - interval '11 minutes'"
    if way == "enable":
        ago = "core.now()"
        found(store, login, 60, 40, 20)
    store.sql(
        f"INSERT INTO storedesk.login_pauses SELECT %s, {ago}, {ago} + interval '10 minutes', -1",
        login,
    )
    with pytest.raises(psycopg.OperationalError):
        session("bob")
    {
        "end_blockers": lambda: store.sql(END, login="eve"),
        "purge": lambda: store.sql("SELECT core.lift_pauses()"),
        "sweep_mails": lambda: store.sql("SELECT api.sweep_mails()", login="max"),
        "enable": lambda: store.sql("SELECT api.enable_staff(%s, %s)", uuid4(), login, login="dee"),
    }[way]()
    assert lives(session("bob"))


def test_a_web_shop_is_never_paused(store, session):
    login = store.login("wes")
    found(store, login, 400, 200, 100)
    store.sql("SELECT core.pause_login(%s, core.now())", login)
    assert lives(session("wes"))


def test_whom_it_tells_is_in_words_a_manager_reads(store, session, ann):
    holder = session("bob")
    hold(holder, ann)
    time.sleep(OLD + 0.2)
    store.sql(END, login="ada")

    (told,) = store.rows(
        "SELECT login, entity_id, new FROM storedesk.audit_event WHERE action = 'end'", login="cyd"
    )
    assert told[0] == store.login("ada")
    assert told[1] == store.staff_id("bob")
    assert (told[2]["login"], told[2]["sessions"], told[2]["reasons"]) == (
        store.login("bob"), 1, ["locks"],
    )  # fmt: skip
    assert json.dumps(told[2])
