"""Seals prove that the journal, the ledger and the payments stayed as they were written."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from storedesk.services.sealing import seal_all

pytestmark = pytest.mark.usefixtures("invariants")

JOURNAL = "INSERT INTO storedesk.audit_event (action, entity) VALUES (%s, 'thing') RETURNING id"


@pytest.fixture
def seal(store):
    """Seal what there is, as of some hours ago, or now."""

    def seal(hours=0):
        words = "SELECT core.seal(NULL, core.now() - make_interval(hours => %s), 20000)"
        return store.sql(words, hours)

    return seal


@pytest.fixture
def until_all_ended(store):
    """Wait until whoever wrote during the last seal has ended, in any store of the server."""
    words = """
        SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= max(transactions_until)
        FROM storedesk.seals
    """

    def until_all_ended():
        while not store.sql(words):
            store.sql("SELECT pg_sleep(0.01)")

    return until_all_ended


@pytest.fixture
def note(store):
    return lambda action="noted": store.sql(JOURNAL, action)


@pytest.fixture
def verify(store):
    """Compute every seal again, as Eve, who audits; the last answer."""

    def verify(login="eve"):
        answer = store.sql("SELECT api.verify_seals(0)", login=login)
        while not answer["is_done"]:
            answer = store.sql("SELECT api.verify_seals(%s)", answer["until"], login=login)
        return answer

    return verify


@pytest.fixture
def tamper(store):
    """Do what triggers forbid, as who owns the server can; and put back what the rules need."""

    def tamper(statement, *parameters):
        with store.connect() as line:
            line.execute("SET session_replication_role = replica")
            line.execute(statement, parameters)

    return tamper


@pytest.fixture
def sold(till, goods, seal):
    """Two sales, sealed."""
    goods("MUG", on_hand=20)
    till.sell("MUG")
    till.sell("MUG")
    assert seal() > 0
    return till


def found(answer):
    fault = answer["fault"]
    return fault and (fault["kind"], fault.get("source"), fault.get("number"))


def chain(store):
    return [number for (number,) in store.rows("SELECT number FROM storedesk.seals ORDER BY 1")]


@pytest.mark.usefixtures("sold")
def test_what_nobody_touched_is_as_it_was_sealed(verify, seal):
    answer = verify()
    assert (found(answer), answer["unsealed"]) == (None, 0)
    assert answer["rows"] == answer["total_rows"] > 0
    assert seal() == 0, "nothing was written since"


def test_rows_since_the_last_seal_are_counted_and_proved_by_none(sold, verify, seal):
    sold.sell("MUG")
    assert verify()["unsealed"] > 0
    seal()
    assert verify()["unsealed"] == 0


TAMPERINGS = {
    "journal": ("audit_event", "UPDATE storedesk.audit_event SET new = '1' WHERE id = %s"),
    "ledger": ("inventory_audit_log", "UPDATE inventory_audit_log SET reason = 'x' WHERE seq = %s"),
    "payments": (
        "order_payments",
        "UPDATE storedesk.order_payments SET transaction_id = 'forged' WHERE seq = %s",
    ),
}


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize(("source", "statement"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_a_changed_row_is_named(source, statement, store, note, seal, verify, tamper):
    note()
    seal()
    number = store.sql(
        "SELECT min(lower(p.numbers)) FROM storedesk.seal_pages AS p WHERE p.source = %s", source
    )
    tamper(statement, number)
    assert found(verify()) == ("changed", source, number)


def test_the_first_row_that_is_gone_is_named(note, seal, verify, tamper):
    rows = [note() for _ in range(4)]
    seal()
    tamper("DELETE FROM storedesk.audit_event WHERE id >= %s", rows[2])
    assert found(verify()) == ("gone", "audit_event", rows[2])


def test_a_row_inserted_below_is_named(store, note, seal, verify, tamper, until_all_ended):
    note()
    hole = store.sql("SELECT nextval(pg_get_serial_sequence('storedesk.audit_event', 'id'))")
    note()
    seal(hours=2)
    until_all_ended()
    note()
    seal()  # an hour later nobody can still write the missing number
    assert found(verify()) is None
    below = "INSERT INTO storedesk.audit_event (id, action, entity) OVERRIDING SYSTEM VALUE "
    tamper(below + "VALUES (%s, 'forged', 'thing')", hole)
    assert found(verify()) == ("added", "audit_event", hole)


def test_a_row_before_the_very_first_is_named(note, seal, verify, tamper):
    note()
    seal()
    below = "INSERT INTO storedesk.audit_event (id, action, entity) OVERRIDING SYSTEM VALUE "
    tamper(below + "VALUES (-7, 'forged', 'thing')")
    assert found(verify()) == ("added", "audit_event", -7)


def test_a_transaction_that_comes_late_is_no_fault_and_is_named_by_the_next_seal(
    store, note, seal, verify
):
    with store.connect() as late, late.transaction():
        number = late.execute(JOURNAL, ["late"]).fetchone()
        note()
        seal()
        missing = (
            "SELECT m.missing @> %s::bigint FROM storedesk.seal_marks AS m WHERE m.source = %s"
        )
        assert store.sql(missing, number, "audit_event")
    assert (found(verify()), verify()["unsealed"]) == (None, 1)

    assert seal() == 1
    named = "SELECT seal_number FROM storedesk.seal_pages WHERE is_late AND numbers @> %s::bigint"
    assert store.sql(named, number) == chain(store)[-1]
    assert (found(verify()), verify()["unsealed"]) == (None, 0)


def test_whoever_writes_for_over_an_hour_is_still_waited_for(store, note, seal, verify):
    with store.connect() as late, late.transaction():
        number = late.execute(JOURNAL, ["late"]).fetchone()
        note()
        seal(hours=3)
        note()
        seal(hours=1)
    note()
    assert seal() == 2
    assert store.sql("SELECT count(*) FROM storedesk.seal_pages WHERE is_late") == 1
    assert found(verify()) is None
    assert number


def test_a_late_row_that_is_changed_afterwards_is_named(store, note, seal, verify, tamper):
    with store.connect() as late, late.transaction():
        number = late.execute(JOURNAL, ["late"]).fetchone()
        note()
        seal()
    seal()
    tamper("UPDATE storedesk.audit_event SET action = 'forged' WHERE id = %s", number)
    assert found(verify()) == ("changed", "audit_event", number)


def test_a_number_that_never_comes_is_no_fault(store, note, seal, verify, until_all_ended):
    with store.connect() as line, line.transaction(force_rollback=True):
        line.execute(JOURNAL, ["taken back"])
    note()
    seal(hours=2)
    missing = (
        "SELECT missing FROM storedesk.seal_marks WHERE source = 'audit_event' AND seal_number = %s"
    )
    assert store.sql(missing, 1)
    until_all_ended()
    note()
    seal()
    assert found(verify()) is None
    assert not store.sql(missing, 2)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE storedesk.seals SET total_rows = 0 WHERE number = 1", "seal_changed"),
        ("UPDATE storedesk.seal_pages SET prints = hash WHERE seal_number = 1", "seal_changed"),
        ("UPDATE storedesk.seal_marks SET missing = '{[1,9)}' WHERE seal_number = 1",
         "seal_changed"),
        ("DELETE FROM storedesk.seals WHERE number = 1", "seal_gone"),
    ],
)  # fmt: skip
def test_a_seal_that_was_changed_or_is_gone_is_named(statement, kind, note, seal, verify, tamper):
    note()
    seal()
    note()
    seal()
    tamper(statement)
    answer = verify()
    assert (answer["fault"]["kind"], answer["fault"]["seal"]) == (kind, 1)


def test_a_seal_has_about_so_many_rows_and_the_next_goes_on(store, seal, verify):
    many = "INSERT INTO storedesk.audit_event (action, entity) SELECT 'x', 'y' FROM %s AS n"
    store.sql(many % "generate_series(1, 23000)")
    whole = store.sql("SELECT count(*) FROM storedesk.audit_event")
    first = seal()
    assert 20000 <= first < 22000
    store.sql(JOURNAL, "x")
    assert seal() == whole - first + 1
    answer = store.sql("SELECT api.verify_seals(0)", login="eve")
    assert (answer["until"], answer["is_done"]) == (1, False)
    assert found(verify()) is None


def test_the_end_of_a_shift_seals_and_its_report_names_the_seal(sold, store, verify):
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    assert sold.ask("shift_report", shift)["seal"] is None
    report = sold.call("close_shift", shift, sold.expected(shift))
    newest = verify()["newest"]
    assert report["seal"] == {"number": newest["number"], "hash": newest["hash"]}
    sold.open()
    assert sold.ask("shift_report", shift)["seal"] == report["seal"], "printed again, the same"


def test_the_system_seals_until_nothing_is_left(store, system, verify):
    store.sql(
        "INSERT INTO storedesk.audit_event (action, entity)"
        " SELECT 'x', 'y' FROM generate_series(1, 23000)"
    )
    assert seal_all(store.dsn(system)) >= 23000
    assert seal_all(store.dsn(system)) == 0
    assert (found(verify()), verify()["unsealed"]) == (None, 0)


def test_two_closings_at_once_make_one_chain(
    store, till, till_of, goods, verify, until_someone_waits
):
    goods("MUG", on_hand=20)
    till.sell("MUG")
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    boss = till_of("T2", "cyd")
    other = boss.open()["id"]
    with ThreadPoolExecutor(1) as pool:
        with boss.connection.transaction():
            boss.call("close_shift", other, boss.expected(other))
            waiting = pool.submit(till.call, "close_shift", shift, till.expected(shift))
            until_someone_waits()
        waiting.result()
    assert chain(store) == [1, 2]
    assert found(verify()) is None


def test_a_sale_does_not_wait_for_a_seal(store, till, goods):
    goods("MUG", on_hand=20)
    with store.connect() as line, line.transaction():
        line.execute("SELECT core.seal(NULL, core.now(), 20000)")
        till.connection.execute("SET lock_timeout = '1ms'")
        till.sell("MUG")


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize("login", ["cyd", "dee", "eve"])
def test_those_who_look_after_the_store_may_verify(verify, login):
    assert found(verify(login)) is None


@pytest.mark.parametrize("login", ["ada", "bob"])
def test_a_cashier_may_neither_write_seals_nor_compute_them(store, login):
    for statement in (
        "SELECT api.verify_seals(0)",
        "SELECT api.seal()",
        "SELECT core.seal(NULL, now()::timestamp, 9)",
        "INSERT INTO storedesk.seals SELECT 9, now(), NULL, 0, 0, sha256('')",
        "SELECT count(*) FROM storedesk.seals",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            store.sql(statement, login=login)


def test_seals_are_only_added_to(store, note, seal, refused):
    note()
    seal()
    for table in ("seals", "seal_marks", "seal_pages"):
        with refused("append_only"):
            store.sql(f"DELETE FROM storedesk.{table}")
        with refused("append_only"):
            store.sql(f"TRUNCATE storedesk.{table} CASCADE")


def test_seals_hold_no_values_of_persons(store):
    words = """
        SELECT table_name::text, column_name::text FROM information_schema.columns
        WHERE table_schema = 'storedesk' AND table_name IN ('seals', 'seal_marks', 'seal_pages')
          AND data_type NOT IN ('bigint', 'integer', 'boolean', 'bytea', 'int8multirange',
                                'timestamp without time zone') ORDER BY 1, 2
    """
    assert store.rows(words) == [
        ("seal_marks", "source"), ("seal_pages", "source"), ("seals", "till_session_id"),
    ]  # fmt: skip
