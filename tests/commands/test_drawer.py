"""The drawer is opened without a sale: who, when and why is kept, and how often is limited."""

import json
from uuid import uuid4

import pytest

pytestmark = pytest.mark.usefixtures("invariants")
KEPT = """
    SELECT d.reason, s.display_name, a.display_name FROM storedesk.drawer_openings AS d
    JOIN storedesk.staff AS s ON s.id = d.created_by
    LEFT JOIN storedesk.staff AS a ON a.id = d.approved_by
    ORDER BY d.created_at, d.id
"""


@pytest.fixture
def shift(till):
    """Bob's shift, which has just begun."""
    return till.store.sql("SELECT id FROM storedesk.till_sessions")


@pytest.fixture
def limited(store):
    store.sql("UPDATE storedesk.limits SET value = 1 WHERE kind = 'drawer_shift_times'")


def test_it_is_kept_once_with_the_reason_and_counted_on_both_reports(till, shift, store):
    request = uuid4()
    first = till.call("open_drawer", shift, "  change for a customer ", request=request)
    assert till.call("open_drawer", shift, "  change for a customer ", request=request) == first
    assert store.rows(KEPT) == [("change for a customer", "Bob", None)]
    assert till.ask("shift_report", shift)["openings"] == 1
    assert till.expected(shift) == "100.00", "no money moves"
    closed = till.call("close_shift", shift, "100")
    assert (closed["openings"], closed["expected"]) == (1, "100.00")


@pytest.mark.parametrize(
    ("reason", "code"),
    [("", "reason_missing"), ("  ", "reason_missing"), (None, "reason_missing"),
     ("4111 1111 1111 1111", "card_number"), ("x" * 256, "text_too_long")],
)  # fmt: skip
def test_it_needs_a_reason(till, shift, refused, reason, code, store):
    with refused(code):
        till.call("open_drawer", shift, reason)
    assert store.rows(KEPT) == []


def test_only_the_people_of_an_open_shift_do(till, till_of, shift, refused, hire, store):
    hire("flo")
    with refused("shift_of_others"):
        till_of(person="flo").call("open_drawer", shift, "change")
    till_of(person="cyd").call("open_drawer", shift, "a look")
    noted = "SELECT new ->> 'doing' FROM storedesk.audit_event WHERE action = 'work_outside_shift'"
    assert store.sql(noted) == "open_drawer"
    till.call("close_shift", shift, "100")
    with refused("shift_closed"):
        till.call("open_drawer", shift, "change")
    with refused("shift_not_found"):
        till.call("open_drawer", uuid4(), "change")


@pytest.mark.usefixtures("limited")
def test_beyond_the_limit_a_manager_approves_one_opening(till, till_of, shift, refused, store):
    boss = till_of(person="cyd")
    till.call("open_drawer", shift, "change")
    wanted = {
        "shift_id": str(shift),
        "reason": "a note",
        "requested_by": str(store.staff_id("bob")),
    }
    with refused("openings_of_shift") as refusal:
        till.call("open_drawer", shift, "a note")
    told = json.loads(refusal.value.diag.message_detail)
    assert told == {"most": 1, "action": "open_drawer", "detail": wanted}

    with refused("approval_not_valid"):
        till.call("open_drawer", shift, "another", boss.approve("open_drawer", wanted))
    approval = boss.approve("open_drawer", wanted)
    till.call("open_drawer", shift, "a note", approval)
    with refused("approval_not_valid"):
        till.call("open_drawer", shift, "a note", approval)
    boss.call("open_drawer", shift, "a look")
    boss.call("open_drawer", shift, "and one more")
    assert store.rows(KEPT) == [
        ("change", "Bob", None), ("a note", "Bob", "Cyd"), ("a look", "Cyd", None),
        ("and one more", "Cyd", None),
    ]  # fmt: skip


@pytest.mark.usefixtures("limited")
def test_the_next_shift_begins_anew(till, shift):
    till.call("open_drawer", shift, "change")
    till.call("close_shift", shift, "100")
    till.call("open_drawer", till.open()["id"], "change")


@pytest.mark.parametrize(
    "words",
    ["UPDATE storedesk.drawer_openings SET reason = 'x'", "DELETE FROM storedesk.drawer_openings",
     "TRUNCATE storedesk.drawer_openings"],
)  # fmt: skip
def test_it_stays(till, shift, store, refused, words):
    till.call("open_drawer", shift, "change")
    with refused("append_only"):
        store.sql(words)
