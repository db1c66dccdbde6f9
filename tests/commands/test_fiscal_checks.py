"""Fiscal records are computed again and exported: what was changed or left out is named."""

import json

import psycopg
import pytest

from tests.fiscal_file import faults

MANY = """
    INSERT INTO storedesk.fiscal_records
    SELECT %(chain)s, n, 'sale', gen_random_uuid(), 'ORD-2026-' || n, NULL, NULL,
           '2026-01-02', 'USD',
           '[["VAT", "0.19000", "1.00", "0.19", "1.19"]]', 1.19,
           CASE WHEN n > 1 THEN sha256('') END, sha256('')
    FROM generate_series(1, %(count)s) AS n
"""
CHAIN = """
    DO $$
    DECLARE
        one storedesk.fiscal_records;
        before bytea;
    BEGIN
        FOR one IN SELECT * FROM storedesk.fiscal_records ORDER BY number LOOP
            one.previous_hash := before;
            before := core.fiscal_hash(one);
            UPDATE storedesk.fiscal_records SET previous_hash = one.previous_hash, hash = before
            WHERE (chain_id, number) = (one.chain_id, one.number);
        END LOOP;
    END $$
"""


@pytest.fixture
def verify(store):
    """Compute every record again, as Eve, who audits; the last answer."""

    def verify(login="eve"):
        answer = store.sql("SELECT api.verify_fiscal_records()", login=login)
        calls = [answer]
        while not answer["is_done"]:
            words = "SELECT api.verify_fiscal_records(%s, %s)"
            answer = store.sql(words, answer["chain"], answer["until"], login=login)
            calls.append(answer)
            assert len(calls) < 100
        return answer | {"calls": len(calls)}

    return verify


@pytest.fixture
def tamper(store):
    """Do what triggers forbid, as who owns the server can."""

    def tamper(statement, *parameters):
        with store.connect() as line:
            line.execute("SET session_replication_role = replica")
            line.execute(statement, parameters or None)

    return tamper


@pytest.fixture
def sold(till, till_of, goods):
    """Four sales at Bob's register, two at another."""
    goods("MUG", on_hand=20)
    for _ in range(4):
        till.sell("MUG")
    other = till_of("T2", "cyd")
    other.open()
    for _ in range(2):
        other.sell("MUG")
    return till


def found(answer):
    fault = answer["fault"]
    return fault and (fault["kind"], fault["register"], fault["number"])


def test_nothing_is_written_yet(verify):
    answer = verify()
    assert (found(answer), answer["rows"], answer["total_rows"]) == (None, 0, 0)


@pytest.mark.usefixtures("sold", "invariants")
def test_what_nobody_touched_is_as_it_was_written(store, verify):
    answer = verify()
    assert (found(answer), answer["rows"], answer["total_rows"]) == (None, 6, 6)
    assert [(one["register"], one["number"]) for one in answer["newest"]] == [
        ("Till 1", 4), ("Till 2", 2),
    ]  # fmt: skip
    chains = store.sql("SELECT api.fiscal_chains()", login="eve")
    assert [(one["register"], one["records"]) for one in chains] == [("Till 1", 4), ("Till 2", 2)]


OF_FIRST = "WHERE chain_id = %s AND number = 3"
TAMPERINGS = {
    "total": (f"UPDATE storedesk.fiscal_records SET total_amount = 1 {OF_FIRST}", "changed", 3),
    "rates": (f"UPDATE storedesk.fiscal_records SET rates = '[]' {OF_FIRST}", "changed", 3),
    "instant": (
        f"UPDATE storedesk.fiscal_records SET booked_at = booked_at - interval '1 day' {OF_FIRST}",
        "changed", 3,
    ),
    "gone": (f"DELETE FROM storedesk.fiscal_records {OF_FIRST}", "gone", 3),
    "first gone": ("DELETE FROM storedesk.fiscal_records WHERE chain_id = %s AND number = 1",
                   "gone", 1),
    "hash": ("""
        UPDATE storedesk.fiscal_records AS r SET total_amount = 1, hash = core.fiscal_hash(c)
        FROM (SELECT (x).* FROM (SELECT jsonb_populate_record(f, '{"total_amount": 1.00}') AS x
              FROM storedesk.fiscal_records AS f) AS y) AS c
        WHERE c.chain_id = r.chain_id AND c.number = r.number AND r.chain_id = %s AND r.number = 3
    """, "unlinked", 4),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "kind", "number"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_what_was_changed_by_who_owns_the_server_is_named(
    sold, verify, tamper, statement, kind, number
):
    tamper(statement, sold.register)
    assert found(verify()) == (kind, "Till 1", number)


def test_a_last_record_that_is_gone_is_missed_by_its_sale(sold, store, verify, tamper):
    tamper("DELETE FROM storedesk.fiscal_records WHERE chain_id = %s AND number = 4", sold.register)
    fault = verify()["fault"]
    number = store.sql("SELECT max(order_number) FROM orders WHERE order_number LIKE '%000004'")
    assert (fault["kind"], fault["order_number"]) == ("missing", number)
    words = "SELECT api.verify_fiscal_records(NULL, 0, NULL, %s, %s)"
    booked = fault["booked_at"]
    assert store.sql(words, booked, None, login="eve")["fault"] == fault
    assert store.sql(words, None, booked, login="eve")["fault"] is None
    assert [rule.name for rule in store.broken()] == ["S90"]


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        (f"UPDATE storedesk.fiscal_records SET total_amount = 1 {OF_FIRST}", "S91"),
        (f"UPDATE storedesk.fiscal_records SET rates = '[]' {OF_FIRST}", "S91"),
        (f"UPDATE storedesk.fiscal_records SET number = 9 {OF_FIRST}", "S92"),
        (f"UPDATE storedesk.fiscal_records SET previous_hash = hash {OF_FIRST}", "S92"),
    ],
)
def test_what_was_changed_breaks_a_rule(sold, store, tamper, statement, rule):
    tamper(statement, sold.register)
    assert rule in [one.name for one in store.broken()]


def test_the_other_chains_are_computed_too(sold, verify, tamper):
    forge = "UPDATE storedesk.fiscal_records SET total_amount = 1"
    tamper(f"{forge} WHERE chain_id <> %s AND number = 2", sold.register)
    assert found(verify()) == ("changed", "Till 2", 2)


def test_many_records_are_computed_some_at_a_time(store, till, verify, tamper):
    with store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute(MANY, {"chain": till.register, "count": 20_010})
        line.execute(CHAIN)
    answer = verify()
    assert (found(answer), answer["calls"], answer["rows"]) == (None, 2, 20_010)
    tamper("UPDATE storedesk.fiscal_records SET total_amount = 1 WHERE number = 20005")
    assert found(verify()) == ("changed", "Till 1", 20_005)
    tamper("DELETE FROM storedesk.fiscal_records WHERE number BETWEEN 20001 AND 20003")
    assert found(verify()) == ("gone", "Till 1", 20_001)


def lines(store, chain, login="eve"):
    read = store.sql("SELECT api.fiscal_lines(%s, 0)", chain, login=login)
    return [json.dumps(one, ensure_ascii=False) for one in read]


def test_an_export_is_checked_without_the_database(store, till, goods, orders, tax):
    tax("0.19", name='Möbel "19 %" \\ a', mode="inclusive")
    goods("MUG", price="2.50")
    order = till.sell("MUG")["order_id"]
    till.sell("MUG")
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    orders.take_back(order, (orders.lines(order)[0], 1), shift=shift)
    exported = lines(store, till.register)
    assert len(exported) == 3
    assert faults(exported) == []
    assert faults([exported[0], exported[2]]) == ["Till 1 3 does not follow on 1"]
    changed = exported[1].replace("2.50", "2.40")
    assert changed != exported[1]
    assert faults([exported[0], changed]) == ["Till 1 2 was changed"]


def test_an_export_is_of_some_days(store, sold):
    read = "SELECT api.fiscal_lines(%s, %s, %s, %s)"
    at = store.rows("SELECT booked_at FROM storedesk.fiscal_records WHERE chain_id = %s ORDER BY 1",
                    sold.register)  # fmt: skip
    numbers = lambda *given: [  # noqa: E731 one line
        one["number"] for one in store.sql(read, sold.register, *given, login="eve")
    ]
    assert numbers(0, None, None) == [1, 2, 3, 4]
    assert numbers(2, None, None) == [3, 4]
    assert numbers(0, at[1][0], None) == [2, 3, 4]
    assert numbers(0, at[1][0], at[3][0]) == [2, 3]


@pytest.mark.usefixtures("sold")
@pytest.mark.parametrize("login", ["cyd", "dee", "eve"])
def test_those_who_look_after_the_store_may_verify_and_export(store, sold, verify, login):
    assert found(verify(login)) is None
    assert len(lines(store, sold.register, login)) == 4


@pytest.mark.parametrize("login", ["ada", "bob"])
def test_a_cashier_and_a_clerk_may_not(store, login):
    for statement in (
        "SELECT api.verify_fiscal_records()",
        "SELECT api.fiscal_chains()",
        "SELECT api.fiscal_lines(gen_random_uuid(), 0)",
        "SELECT count(*) FROM storedesk.fiscal_records",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            store.sql(statement, login=login)
