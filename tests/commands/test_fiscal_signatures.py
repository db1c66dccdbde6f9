"""Signatures of fiscal records: one a record, of its hash, in the chain of one's own register."""

# ruff: noqa: ARG001 - that the store is a demo is asked for by its fixture

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors

pytestmark = pytest.mark.usefixtures("invariants")

OFFICE = UUID(int=0)
HASH = """
    SELECT encode(hash, 'hex') FROM storedesk.fiscal_records WHERE (chain_id, number) = (%s, %s)
"""
SIGN = "SELECT api.sign_fiscal_record(%s, %s, %s, %s, %s, %s, %s, %s)"
KEPT = "SELECT number, serial, signature FROM storedesk.fiscal_signatures ORDER BY number"
LEFT = "SELECT api.unsigned_fiscal_records(%s, %s, %s)"
WHEN = "2026-12-03 05:00:00"


@pytest.fixture
def demo(store):
    """A store that was made as a demo."""
    store.be_demo()


@pytest.fixture
def sold(till, goods):
    """Bob's till, which has sold twice."""
    goods("MUG", on_hand=100)
    till.sell("MUG")
    till.sell("MUG")
    return till


@pytest.fixture
def sign(store, sold):
    """Sign a record of Bob's register; what is not given is as it should be."""

    def sign(number=1, login="bob", **given):
        chain = given.get("chain", sold.register)
        values = {
            "request": uuid4(), "chain": chain, "number": number,
            "hash": store.sql(HASH, chain, number), "signer": "simulator", "serial": "SIM-1",
            "signature": "aGVsbG8", "signed_at": WHEN,
        }  # fmt: skip
        return store.sql(SIGN, *(values | given).values(), login=login)

    return sign


def left(till, after=0, most=100, login="bob"):
    answer = till.store.sql(LEFT, till.register, after, most, login=login)
    return [one["number"] for one in answer["records"]]


def test_a_record_is_signed_once(demo, sign, store, sold):
    request = uuid4()
    assert left(sold) == [1, 2]
    answer = sign(request=request)
    assert sign(request=request) == answer, "sent twice"
    assert (answer["serial"], answer["signature"], answer["signed_at"]) == (
        "SIM-1", "aGVsbG8", "2026-12-03T05:00:00",
    )  # fmt: skip
    assert sign(signature="other", serial="SIM-2") == answer, "who is second gets what is kept"
    assert store.rows(KEPT) == [(1, "SIM-1", "aGVsbG8")]
    who = "SELECT f.display_name FROM storedesk.fiscal_signatures AS s"
    assert store.sql(f"{who} JOIN storedesk.staff AS f ON f.id = s.created_by") == "Bob"
    assert left(sold) == [2]


def test_unsigned_records_are_listed_from_the_oldest_on(demo, sign, sold):
    sign(2)
    sold.sell("MUG")
    assert left(sold) == [1, 3]
    assert left(sold, after=1) == [3]
    assert left(sold, most=1) == [1]
    assert left(sold, most=0) == left(sold, most=None) == left(sold, most=-1) == []
    assert left(sold, after=3) == []
    answer = sold.store.sql(LEFT, sold.register, 0, 5, login="bob")
    assert (answer["until"], answer["chain"]) == (3, str(sold.register))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"hash": "0" * 64}, "fiscal_hash_differs"),
        ({"hash": None}, "fiscal_hash_differs"),
        ({"number": 3, "hash": "0" * 64}, "fiscal_record_not_found"),
        ({"number": None, "hash": "0" * 64}, "fiscal_record_not_found"),
        ({"signature": ""}, "bad_signature"),
        ({"signature": None}, "bad_signature"),
        ({"signature": "two words"}, "bad_signature"),
        ({"signature": "line\nline"}, "bad_signature"),
        ({"signature": "ä"}, "bad_signature"),
        ({"signature": "x" * 2001}, "bad_signature"),
        ({"serial": ""}, "bad_signature"),
        ({"serial": None}, "bad_signature"),
        ({"serial": "x" * 101}, "bad_signature"),
        ({"serial": "\u202e"}, "bad_signature"),
        ({"signed_at": None}, "bad_signature"),
        ({"signer": None}, "bad_signature"),
        ({"signed_at": "infinity"}, "bad_instant"),
    ],
)
def test_what_is_no_signature_of_it_is_refused(demo, sign, store, refused, given, code):
    with refused(code):
        sign(**given)
    assert store.rows(KEPT) == []


def test_the_longest_that_is_kept(demo, sign, store):
    sign(signature="x" * 2000, serial="y" * 100)
    assert store.sql("SELECT length(signature) FROM storedesk.fiscal_signatures") == 2000


def test_another_kind_of_signer_is_not_taken(demo, sign):
    with pytest.raises(errors.CheckViolation):
        sign(signer="tse")


def test_the_simulator_signs_in_a_demo_store_only(sign, store, refused):
    with refused("signer_not_here"):
        sign()
    with store.connect() as owner, pytest.raises(psycopg.Error, match="signer_not_here"):
        owner.execute(
            "INSERT INTO storedesk.fiscal_signatures SELECT chain_id, number, hash, 'simulator',"
            " 's', 's', now(), (SELECT id FROM storedesk.staff LIMIT 1)"
            " FROM storedesk.fiscal_records LIMIT 1"
        )


def test_a_cashier_signs_in_the_chain_of_the_own_shift_only(
    demo,
    sign,
    sold,
    till_of,
    store,
    refused,
):
    other = till_of("T2", "cyd")
    other.open()
    other.sell("MUG")
    with refused("fiscal_of_others"):
        sign(chain=other.register)
    assert left(other, login="bob") == []
    assert left(other, login="cyd") == [1]
    sign(chain=other.register, login="cyd")
    sign(1, login="cyd")  # a manager signs in all
    shift = "SELECT id FROM storedesk.till_sessions WHERE register_id = %s"
    sold.call("close_shift", store.sql(shift, sold.register), "100", "it was counted twice")
    with refused("fiscal_of_others"):
        sign(2)
    assert left(sold) == []
    sign(2, login="cyd")


def test_the_records_of_the_office_are_a_managers(demo, sign, store, refused):
    with refused("fiscal_of_others"):
        sign(chain=OFFICE, hash="0" * 64)
    with refused("fiscal_record_not_found"):
        sign(chain=OFFICE, login="cyd", number=99, hash="0" * 64)
    assert store.sql(LEFT, None, 0, 9, login="bob")["records"] == []


@pytest.mark.parametrize("login", ["ada", "dee", "eve"])
def test_who_does_not_sell_does_not_sign(demo, sign, store, sold, login):
    with pytest.raises(errors.InsufficientPrivilege):
        sign(login=login)
    with pytest.raises(errors.InsufficientPrivilege):
        store.sql(LEFT, sold.register, 0, 9, login=login)


@pytest.mark.parametrize("login", ["bob", "cyd", "ada", "dee", "eve"])
def test_no_login_writes_a_signature_by_hand(demo, sign, store, login):
    sign()
    for words in (
        "INSERT INTO storedesk.fiscal_signatures (number) VALUES (2)",
        "UPDATE storedesk.fiscal_signatures SET signature = 'mine'",
        "DELETE FROM storedesk.fiscal_signatures",
        "TRUNCATE storedesk.fiscal_signatures",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, login=login)
    assert store.rows(KEPT) == [(1, "SIM-1", "aGVsbG8")]


def test_not_even_the_owner_changes_one(demo, sign, store):
    sign()
    for change in ("UPDATE", "DELETE FROM", "TRUNCATE"):
        what = " SET signature = 'mine'" if change == "UPDATE" else ""
        with store.connect() as owner, pytest.raises(psycopg.Error, match="append_only"):
            owner.execute(f"{change} storedesk.fiscal_signatures{what}")


def test_two_tills_that_sign_the_same_record_keep_one(demo, sign, store, sold):
    for _ in range(6):
        sold.sell("MUG")
    with ThreadPoolExecutor(4) as tills:
        for number in range(1, 9):
            signed = [
                tills.submit(sign, number, who, signature=f"{who}{at}")
                for at, who in enumerate(("bob", "cyd", "bob", "cyd"))
            ]
            assert len({one.result()["signature"] for one in signed}) == 1
    assert [row[0] for row in store.rows(KEPT)] == list(range(1, 9))


def test_a_sale_does_not_wait_for_one_who_signs(demo, sign, store, sold):
    with store.connect("bob") as line, line.transaction():
        line.execute(
            SIGN, (uuid4(), sold.register, 1, store.sql(HASH, sold.register, 1), "simulator",
                   "SIM-1", "x", WHEN),
        )  # fmt: skip
        sold.sell("MUG")
    assert left(sold) == [2, 3]


def test_a_receipt_has_its_signature(demo, sign, store, sold):
    order = "SELECT order_id FROM storedesk.fiscal_records WHERE number = 1"
    receipt = "SELECT api.receipt(%s)"
    fiscal = store.sql(receipt, store.sql(order), login="bob")["fiscal"]
    assert (fiscal["signature"], fiscal["chain_id"]) == (None, str(sold.register))
    answer = sign()
    assert store.sql(receipt, store.sql(order), login="bob")["fiscal"]["signature"] == answer


def test_a_check_counts_signatures_and_an_export_has_them(demo, sign, store, sold):
    check = "SELECT api.verify_fiscal_records()"
    assert store.sql(check, login="eve")["signed"] == 0
    sign(2)
    found = store.sql(check, login="eve")
    assert (found["signed"], found["total_rows"], found["fault"]) == (1, 2, None)
    lines = store.sql("SELECT api.fiscal_lines(%s, 0)", sold.register, login="eve")
    assert "signature" not in lines[0]
    assert (lines[1]["signer"], lines[1]["serial"], lines[1]["signature"]) == (
        "simulator", "SIM-1", "aGVsbG8",
    )  # fmt: skip


def test_a_signature_of_another_hash_is_named_and_breaks_a_rule(demo, sign, store):
    sign(2)
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("UPDATE storedesk.fiscal_signatures SET hash = sha256('')")
    fault = store.sql("SELECT api.verify_fiscal_records()", login="eve")["fault"]
    assert (fault["kind"], fault["number"]) == ("missigned", 2)
    assert [rule.name for rule in store.broken()] == ["S102"]
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("DELETE FROM storedesk.fiscal_signatures")


def test_a_signature_outside_a_demo_breaks_a_rule(demo, sign, store):
    sign()
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("DELETE FROM storedesk.demo_marks")
    assert [rule.name for rule in store.broken()] == ["S102"]
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("DELETE FROM storedesk.fiscal_signatures")
