"""Shifts: from the float to the count."""

from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

from tests.tills import card, cash

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def shift(till):
    return till.ask("shift_report", till.store.sql("SELECT id FROM storedesk.till_sessions"))[
        "shift"
    ]


def test_a_shift_is_opened_once_at_a_register(till, till_of, refused):
    request = uuid4()
    other = till_of("T2", "cyd")

    opened = other.call("open_shift", other.register, "50", request=request)

    assert (opened["opening_float"], opened["opened_by"]) == ("50.00", "Cyd")
    assert other.call("open_shift", other.register, "50", request=request) == opened
    with refused("shift_already_open") as refusal:
        till.open()
    assert refusal.value.diag.message_detail == '{"by": "Bob"}'
    with refused("register_not_found"):
        till.call("open_shift", uuid4(), "50")


def test_a_shift_may_begin_with_an_empty_drawer(till_of, store):
    opened = till_of("T3").open("0")["id"]
    words = "SELECT opening_float_amount::text FROM storedesk.till_sessions WHERE id = %s"
    assert store.sql(words, opened) == "0.00"


@pytest.mark.parametrize(
    ("amount", "code"),
    [("-1", "bad_amount"), ("0.005", "money_not_exact"), ("NaN", "money_too_big")],
)
def test_a_float_is_an_amount_of_money(till_of, refused, amount, code):
    with refused(code):
        till_of("T3").open(amount)


def test_the_report_adds_up_the_drawer_and_the_last_one_is_the_z(store, till, shift, goods):
    goods("MUG", price="10.00", on_hand=100)
    till.sell("MUG")
    till.order = uuid4()
    till.scan("MUG", 3)
    till.quote()
    till.pay(card("12.00"), cash("18.00", "20"))
    store.sql(
        "INSERT INTO storedesk.cash_movements (till_session_id, kind, amount, reason, created_by)"
        " VALUES (%s, 'paid_out', 5, 'milk', %s)",
        shift["id"],
        store.staff_id("bob"),
    )

    report = till.ask("shift_report", shift["id"])

    assert (report["sales"], report["gross"], report["paid_out"]) == (2, "40.00", "5.00")
    assert report["tenders"] == [
        {"method": "cash", "taken": "28.00", "refunded": "0.00", "count": 2, "refunds": 0},
        {"method": "credit_card", "taken": "12.00", "refunded": "0.00", "count": 1, "refunds": 0},
    ]
    assert (report["expected"], report["counted"], report["z_number"]) == (None, None, None)
    assert till.expected(shift["id"]) == "123.00"

    closed = till.call("close_shift", shift["id"], "123")

    changed = ("z_number", "closed_at", "closed_by", "counted", "difference", "expected", "counts",
               "seal")  # fmt: skip
    assert {k: v for k, v in closed.items() if k not in (*changed, "shift")} == {
        k: v for k, v in report.items() if k not in (*changed, "shift")
    }
    assert (closed["z_number"], closed["closed_by"], closed["difference"]) == (1, "Bob", "0.00")
    assert (report["seal"], closed["seal"]["number"]) == (None, 1)


def test_rounded_cash_is_what_is_in_the_drawer(store, till, shift, goods):
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    goods("MUG", price="8.93")
    till.sell("MUG")

    assert till.expected(shift["id"]) == "108.95"
    assert till.ask("shift_report", shift["id"])["gross"] == "8.93"


def test_a_difference_needs_a_reason_and_nothing_else_stops_the_closing(
    store, till, shift, refused
):
    counted = till.call("close_shift", shift["id"], "99.50", "  ")
    assert (counted["closed_at"], counted["difference"]) == (None, "-0.50")
    with refused("difference_needs_reason") as refusal:
        till.call("close_shift", shift["id"], "99.50", "  ")
    assert refusal.value.diag.message_detail == '{"difference": "-0.50"}'

    closed = till.call("close_shift", shift["id"], "99.50", "lost a coin")

    assert (closed["difference"], closed["difference_reason"]) == ("-0.50", "lost a coin")
    assert store.sql("SELECT unapproved FROM storedesk.till_sessions")
    assert till.call("close_shift", shift["id"], "1") == closed


def test_z_numbers_count_on_for_each_register(till, till_of, shift):
    till.call("close_shift", shift["id"], "100")
    second = till.open()
    other = till_of("T2", "cyd")
    elsewhere = other.open()

    assert till.call("close_shift", second["id"], "100")["z_number"] == 2
    assert other.call("close_shift", elsewhere["id"], "100")["z_number"] == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE storedesk.till_sessions SET counted_cash_amount = 0",
        "UPDATE storedesk.till_sessions SET status = 'open'",
        "DELETE FROM storedesk.till_sessions",
        """
        INSERT INTO storedesk.cash_movements (till_session_id, kind, amount, reason, created_by)
        SELECT id, 'paid_in', 1, 'x', opened_by FROM storedesk.till_sessions
        """,
    ],
)
def test_a_closed_shift_is_never_changed(store, till, shift, refused, change):
    till.call("close_shift", shift["id"], "100")

    with refused("shift_closed"):
        store.sql(change)


def test_what_is_no_shift_has_no_report(till, refused):
    with refused("shift_not_found"):
        till.ask("shift_report", uuid4())
    with refused("shift_not_found"):
        till.call("close_shift", uuid4(), "1")


@pytest.mark.parametrize("person", ["ada", "dee", "eve"])
def test_only_cashiers_and_managers_keep_a_drawer(till_of, person):
    with pytest.raises(InsufficientPrivilege):
        till_of("T2", person).open()
