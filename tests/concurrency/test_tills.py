"""Several tills at once: real processes with real logins, let go at the same moment."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest

from storedesk.domain.credit import check_symbol
from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")

WORK = Path(__file__).with_name("tillwork.py")
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


@pytest.fixture
def processes(store):
    """Run tills as (role, register, person), all at once; answer with what came of each."""
    started = []

    def processes(*tills):
        for seed, (role, register, person) in enumerate(tills):
            command = [sys.executable, str(WORK), role, store.dsn(person), str(register), str(seed)]
            started.append(
                subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
                )
            )
        assert [one.stdout.readline() for one in started] == ["ready\n"] * len(tills)
        for one in started:
            one.stdin.write("go\n")
        return [json.loads(one.stdout.readline()) for one in started]

    yield processes
    for one in started:
        one.stdin.close()
        one.stdout.close()
        one.wait(30)


def test_of_k_pieces_exactly_k_are_quoted_and_sold_and_the_others_are_told(
    store, till_of, hire, goods, processes
):
    goods("MUG", on_hand=3)
    tills = [till_of(f"T{n}", hire(f"cashier{n}")) for n in range(1, 9)]
    for till in tills:
        till.open()

    came = processes(*(("last_piece", till.register, till.person) for till in tills))

    assert sorted(one["sold"][-6:] for one in came if "sold" in one) == [
        "000001",
        "000002",
        "000003",
    ]
    assert [one for one in came if "sold" not in one] == [{"told": True}] * 5
    assert store.sql("SELECT stock_level FROM inventory") == 0
    assert (
        store.sql("SELECT count(*) FROM storedesk.audit_event WHERE action = 'found_at_till'") == 0
    )


def test_random_baskets_never_deadlock_and_their_numbers_have_no_gap(
    store, till_of, hire, goods, processes
):
    for code in "ABCDEF":
        goods(code, name=f"Cup {code}", on_hand=10_000)
    tills = [till_of(f"T{n}", hire(f"till{n}") if n > 1 else "bob") for n in range(1, 5)]
    for till in tills:
        till.open()
    before = store.sql(DEADLOCKS)

    came = processes(*(("baskets", till.register, till.person) for till in tills))

    assert [one["failures"] for one in came] == [[]] * 4
    numbers = sorted(int(number[-6:]) for one in came for number in one["numbers"])
    assert numbers == [*range(1, len(numbers) + 1)]
    assert all(one["numbers"] for one in came)
    assert store.sql(DEADLOCKS) == before


def test_of_two_tills_that_recall_one_sale_one_gets_it(till, till_of, goods, processes):
    goods("MUG")
    till.scan("MUG")
    till.call("park", till.order, "x")
    tills = [till_of("T2", "bob"), till_of("T3", "cyd")]

    came = processes(*(("recall", one.register, one.person) for one in tills))

    assert sorted(came, key=str) == [{"recalled": True}, {"refused": "already_recalled"}]


def test_no_sale_slips_into_a_shift_that_is_being_closed(till, goods, processes, hire):
    for code in "ABCDEF":
        goods(code, name=f"Cup {code}", on_hand=10_000)

    sold, closed = processes(
        ("baskets", till.register, hire("boss", "manager")),
        ("close_and_open", till.register, "cyd"),
    )

    assert sold["failures"] == []
    assert sold["numbers"]
    assert closed["closed"] > 1


def test_four_tills_spend_exactly_what_is_on_one_gift_card(store, till_of, hire, goods, processes):
    goods("MUG", price="5.00", on_hand=10_000)
    tills = [till_of(f"T{n}", hire(f"till{n}") if n > 1 else "bob") for n in range(1, 5)]
    for till in tills:
        till.open()
    shift = store.sql("SELECT id FROM storedesk.till_sessions ORDER BY opened_at LIMIT 1")
    card = tills[0].call("issue_credit", shift, "100.00", [cash("100.00")])
    before = store.sql(DEADLOCKS)

    came = processes(
        *(("gift_card", f"{till.register} {card['code']}", till.person) for till in tills)
    )

    spent = [Decimal(one["spent"]) for one in came]
    assert sum(spent) == Decimal("100.00")
    assert set().union(*(one["refused"] for one in came)) <= {"credit_empty", "credit_in_use"}
    assert store.sql("SELECT balance_amount FROM storedesk.credit_accounts") == 0
    assert store.sql(DEADLOCKS) == before


def test_of_two_that_take_all_of_it_at_once_one_is_told(store, till_of, hire, goods, people):
    goods("MUG", price="20.00", on_hand=10)
    tills = [till_of("T1"), till_of("T2", hire("flo"))]
    for till in tills:
        till.open()
        till.scan("MUG")
        assert till.quote()["is_held"]
    shift = store.sql("SELECT id FROM storedesk.till_sessions ORDER BY opened_at LIMIT 1")
    code = tills[0].call("issue_credit", shift, "20.00", [cash("20.00")])["code"]

    told = people("bob", "flo").at_once(
        *(["take_credit", uuid4(), till.order, code, "20.00"] for till in tills)
    )

    assert sorted(one[0] for one in told) == ["done", "refused"]
    assert next(one[1] for one in told if one[0] == "refused") == "credit_in_use"


def test_of_two_parts_that_would_be_too_much_together_one_is_told(till_of, goods, people):
    goods("MUG", price="20.00", on_hand=10)
    till = till_of("T1")
    till.open()
    till.scan("MUG")
    assert till.quote()["is_held"]
    parts = [json.dumps(cash("15.00")) for _ in range(2)]

    told = people("bob", "bob").at_once(
        *(["take_tender", uuid4(), till.order, part] for part in parts)
    )

    assert sorted(one[0] for one in told) == ["done", "refused"]
    assert next(one[1] for one in told if one[0] == "refused") == "tenders_differ"
    assert till.sale()["taken"] == "15.00"


def test_wrong_codes_at_the_same_moment_are_all_counted(store, people):
    wrong = "GC" + "2" * 17
    wrong += check_symbol(wrong)
    crowd = people(*["bob"] * 6)
    told = [
        one for _ in range(3)
        for one in crowd.at_once(*(["credit_balance", uuid4(), wrong] for _ in range(6)))
    ]  # fmt: skip
    left = sorted(one[1]["left"] for one in told if one[1]["state"] == "wrong")
    assert left == [*range(10)]
    assert store.sql("SELECT count(*) FROM storedesk.credit_tries") == 10
