"""A shift's end: what is expected is told after the count, and no count is ever lost."""

from uuid import UUID, uuid4

import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def shift(till, goods):
    """Bob's shift: 100.00 to begin with, and 10.00 taken."""
    goods("MUG", price="10.00", on_hand=100)
    till.sell("MUG")
    return till.store.sql("SELECT id FROM storedesk.till_sessions")


@pytest.fixture
def kept(store):
    """Return what was counted so far, as it stands in the books."""
    words = """
        SELECT c.counted_amount::text, c.expected_amount::text, c.is_correction, s.display_name
        FROM storedesk.till_session_counts AS c JOIN storedesk.staff AS s ON s.id = c.counted_by
        ORDER BY c.id
    """
    return lambda: store.rows(words)


def told(report):
    return report["expected"], report["counted"], report["difference"]


def test_what_is_expected_is_told_once_it_was_counted(till, shift):
    assert told(till.ask("shift_report", shift)) == (None, None, None)

    assert told(till.call("count_shift", shift, "108")) == ("110.00", "108.00", "-2.00")
    assert told(till.ask("shift_report", shift)) == ("110.00", "108.00", "-2.00")

    till.sell("MUG")
    assert told(till.ask("shift_report", shift)) == (None, None, None)


def test_a_correction_stands_beside_the_count_and_on_the_report(store, till, till_of, shift, kept):
    till.call("count_shift", shift, "108")
    till_of(person="cyd").call("count_shift", shift, "110")

    closed = till.call("close_shift", shift, "110")

    assert kept() == [("108.00", "110.00", False, "Bob"), ("110.00", "110.00", True, "Cyd")]
    counts = [(one["counted"], one["by"], one["is_correction"]) for one in closed["counts"]]
    assert counts == [("108.00", "Bob", False), ("110.00", "Cyd", True)]
    assert all(one["at"] for one in closed["counts"])
    assert told(closed) == ("110.00", "110.00", "0.00")
    assert store.sql("SELECT unapproved FROM storedesk.till_sessions")


def test_a_correction_at_closing_is_one_too(till, shift, kept):
    till.call("count_shift", shift, "108")

    closed = till.call("close_shift", shift, "109", "a coin is missing")

    assert closed["z_number"] == 1
    assert [row[:3] for row in kept()] == [("108.00", "110.00", False), ("109.00", "110.00", True)]


def test_blanks_around_a_reason_do_not_count_unless_there_are_a_thousand(till, shift, refused):
    for reason in ("x" * 501, f" {'x' * 501} ", "x" * 500 + " " * 1001):
        with refused("text_too_long"):
            till.call("close_shift", shift, "110", reason)

    till.call("close_shift", shift, "110", "x" * 500 + " " * 1000)


def test_a_shift_that_fits_at_the_first_count_needs_nobodys_approval(store, till, shift, kept):
    till.call("count_shift", shift, "110")
    till.call("close_shift", shift, "110")

    assert not store.sql("SELECT unapproved FROM storedesk.till_sessions")
    assert len(kept()) == 1


def test_a_manager_who_corrects_and_closes_has_approved_it(store, till_of, shift):
    cyd = till_of(person="cyd")
    cyd.call("count_shift", shift, "108")

    cyd.call("close_shift", shift, "110")

    assert not store.sql("SELECT unapproved FROM storedesk.till_sessions")


def test_who_guesses_what_is_expected_leaves_every_guess_behind(till, shift, kept, refused):
    for guess in ("1", "50"):
        still = till.call("close_shift", shift, guess)
        assert still["closed_at"] is None
    with refused("difference_needs_reason"):
        till.call("close_shift", shift, "50")

    assert [row[:3] for row in kept()] == [("1.00", "110.00", False), ("50.00", "110.00", True)]
    assert till.ask("current_sale", till.register) is None


def test_the_same_number_again_is_no_other_count(till, shift, kept):
    request = uuid4()
    first = till.call("count_shift", shift, "108", request=request)

    assert till.call("count_shift", shift, "108", request=request) == first
    till.call("count_shift", shift, "108.00")
    assert len(kept()) == 1


def test_a_count_is_outdated_once_money_has_moved(till, shift, kept, refused):
    till.call("count_shift", shift, "110")
    till.call("move_cash", shift, "paid_in", "5", "change")

    with refused("drawer_moved"):
        till.call("close_shift", shift, "110")
    till.call("count_shift", shift, "115")
    till.call("close_shift", shift, "115")

    assert [row[:3] for row in kept()] == [("110.00", "110.00", False), ("115.00", "115.00", False)]


@pytest.mark.parametrize(
    ("counted", "code"),
    [
        ("-0.01", "bad_amount"),
        (None, "bad_amount"),
        ("0.005", "money_not_exact"),
        ("NaN", "money_too_big"),
        ("100000000", "money_too_big"),
    ],
)
def test_only_an_amount_is_counted(till, shift, kept, refused, counted, code):
    with refused(code):
        till.call("count_shift", shift, counted)
    with refused(code):
        till.call("close_shift", shift, counted, "x")
    assert kept() == []


def test_an_empty_drawer_is_counted_as_nought(till, shift):
    assert told(till.call("count_shift", shift, "0")) == ("110.00", "0.00", "-110.00")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE storedesk.till_session_counts SET counted_amount = 110",
        "DELETE FROM storedesk.till_session_counts",
        "TRUNCATE storedesk.till_session_counts",
    ],
)
def test_a_count_is_never_changed(store, till, shift, refused, change):
    till.call("count_shift", shift, "108")

    with refused("append_only"):
        store.sql(change)


@pytest.mark.parametrize(
    ("kind", "amount", "reason", "code"),
    [
        ("paid_out", "0", "milk", "bad_amount"),
        ("paid_out", "-5", "milk", "bad_amount"),
        ("paid_out", None, "milk", "bad_amount"),
        ("paid_out", "0.005", "milk", "money_not_exact"),
        ("paid_out", "NaN", "milk", "money_too_big"),
        ("stolen", "5", "milk", "bad_cash_kind"),
        (None, "5", "milk", "bad_cash_kind"),
        ("paid_out", "5", " ", "reason_missing"),
        ("paid_out", "5", "4111 1111 1111 1111", "card_number"),
    ],
)
def test_cash_moves_by_an_amount_and_for_a_reason(till, shift, refused, kind, amount, reason, code):
    with refused(code):
        till.call("move_cash", shift, kind, amount, reason)
    till.call("move_cash", shift, "paid_out", "5", "milk")


def test_cash_moves_once_however_often_it_is_asked_for(store, till, shift, refused):
    request = uuid4()
    first = till.call("move_cash", shift, "paid_out", "5", "milk", request=request)
    assert till.call("move_cash", shift, "paid_out", "5", "milk", request=request) == first
    till.call("move_cash", shift, "paid_in", "0.01", "found on the floor")

    words = "SELECT id::text, kind, amount::text, reason, created_by FROM storedesk.cash_movements"
    assert store.rows(f"{words} ORDER BY created_at") == [
        (first, "paid_out", "5.00", "milk", store.staff_id("bob")),
        (*store.rows(f"{words} ORDER BY created_at")[1][:1], "paid_in", "0.01",
         "found on the floor", store.staff_id("bob")),
    ]  # fmt: skip
    assert till.expected(shift) == "105.01"
    till.call("close_shift", shift, "105.01")
    with refused("shift_closed"):
        till.call("move_cash", shift, "paid_in", "5", "change")


# ---------- registers that share a drawer


@pytest.fixture
def share(store):
    """Have a register use the drawer of another one."""
    words = "UPDATE storedesk.registers SET drawer_of = %s WHERE id = %s"
    return lambda register, drawer: store.sql(words, drawer, register)


def test_a_register_without_a_drawer_uses_the_shift_of_the_one_it_names(
    store, till, till_of, shift, share
):
    beside = till_of("T2")
    share(beside.register, till.register)

    paid = beside.sell("MUG")

    assert till.expected(shift) == "120.00"
    assert store.sql("SELECT count(*) FROM storedesk.till_sessions") == 1
    receipt = beside.ask("last_receipt", beside.register)
    assert (receipt["order_number"], receipt["register"]) == (paid["order_number"], "Till 2")
    assert till.ask("last_receipt", till.register)["register"] == "Till 1"


def test_a_shift_opened_at_it_is_that_of_the_drawer(store, till_of, share, refused):
    here, there = till_of("T1"), till_of("T2")
    share(there.register, here.register)

    opened = there.open("50")

    assert UUID(opened["register_id"]) == here.register
    with refused("shift_already_open"):
        here.open()
    assert store.sql("SELECT count(*) FROM storedesk.till_sessions WHERE status = 'open'") == 1


def test_where_nothing_is_open_who_pays_there_opens_the_drawers_shift(
    store, till, till_of, shift, share
):
    beside = till_of("T2")
    share(beside.register, till.register)
    beside.scan("MUG")
    beside.quote()
    till.call("close_shift", shift, "110")

    beside.pay(cash("10.00"))

    opened = "SELECT register_id FROM storedesk.till_sessions WHERE status = 'open'"
    assert store.rows(opened) == [(till.register,)]


def test_a_drawer_is_named_only_where_there_is_one(store, till, till_of, share, refused):
    second, third = till_of("T2"), till_of("T3")
    with refused("register_has_shift"):
        share(till.register, second.register)
    share(second.register, third.register)
    with refused("no_drawer_there"):
        share(till.register, second.register)
    with refused("drawer_shared"):
        share(third.register, till.register)
    store.sql("UPDATE storedesk.registers SET is_active = false WHERE id = %s", third.register)
    fourth = till_of("T4")
    with refused("no_drawer_there"):
        share(fourth.register, third.register)
    with refused("register_not_found"):
        second.open()


@pytest.mark.parametrize(
    ("counted", "waits"), [("108.00", False), ("112.00", False), ("107.99", True), ("112.01", True)]
)
def test_within_the_tolerance_a_difference_needs_a_reason_and_no_approval(
    till, shift, store, counted, waits
):
    store.sql("UPDATE storedesk.store_settings SET shift_tolerance_amount = 2", login="dee")
    assert till.call("close_shift", shift, counted)["closed_at"] is None
    till.call("close_shift", shift, counted, "coins")
    assert store.sql("SELECT unapproved FROM storedesk.till_sessions") is waits
    exceptions = "SELECT count(*) FROM storedesk.exceptions WHERE kind = 'shift'"
    assert store.sql(exceptions) == waits


def test_a_corrected_count_needs_approval_whatever_the_tolerance(till, shift, store):
    store.sql("UPDATE storedesk.store_settings SET shift_tolerance_amount = 99", login="dee")
    till.call("count_shift", shift, "108")
    till.call("close_shift", shift, "110")
    assert store.sql("SELECT unapproved FROM storedesk.till_sessions")
