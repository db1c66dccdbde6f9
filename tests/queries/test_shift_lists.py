"""The list of shifts, narrowed and sorted; and the cash ledger of a shift, whose balance holds."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.domain.shifts import CashKind, ShiftState
from tests.keys import keys_in
from tests.tills import card, cash


@pytest.fixture
def listed(ask):
    """List them, and hold the first page against the whole list."""

    def listed(**wanted):
        known = keys_in(ask(queries.shift_lists.shift_keys, **wanted))
        first = ask(queries.shift_lists.first_shifts, limit=2, **wanted)
        assert [one.id for one in first] == known[:2]
        lines = ask(queries.shift_lists.shift_lines, known)
        assert [one.id for one in lines] == known
        return lines

    return listed


@pytest.fixture
def three(till, till_of, goods, store):
    """One that was closed with a difference, one that was closed well, and an open one."""
    goods("MUG", price="10.00", on_hand=50)
    till.sell("MUG")
    first = store.sql("SELECT id FROM storedesk.till_sessions")
    till.call("close_shift", first, "105", "gave back too much")
    second = till.open("50")["id"]
    till.call("close_shift", second, "50")
    other = till_of("T2", "cyd")
    other.open("80")
    other.sell("MUG", "MUG")
    return first, second


@pytest.mark.usefixtures("three")
def test_the_list_is_narrowed_by_state_register_words_and_days(listed, store):
    assert [line.register for line in listed()] == ["Till 2", "Till 1", "Till 1"]
    assert [line.register for line in listed(state=ShiftState.OPEN)] == ["Till 2"]
    assert [line.z_number for line in listed(state=ShiftState.CLOSED)] == [2, 1]
    (waiting,) = listed(state=ShiftState.UNAPPROVED)
    assert (waiting.z_number, str(waiting.difference.amount)) == (1, "-5.00")
    assert [line.z_number for line in listed(search="GAVE back")] == [1]
    assert {line.register for line in listed(search="cyd")} == {"Till 2"}
    assert listed(search="nothing of the kind") == []
    second = store.sql("SELECT id FROM storedesk.registers WHERE code = 'T2'")
    assert [line.register for line in listed(register_id=second)] == ["Till 2"]
    opened = min(line.opened_at for line in listed())
    assert len(listed(since=opened)) == 3
    assert len(listed(since=opened + timedelta(microseconds=1))) == 2
    assert listed(until=opened) == []
    assert len(listed(until=opened + timedelta(microseconds=1))) == 1


@pytest.mark.usefixtures("three")
def test_the_list_is_sorted(listed):
    assert [line.register for line in listed(sort="register", descending=False)] == [
        "Till 1", "Till 1", "Till 2",
    ]  # fmt: skip
    assert [line.z_number for line in listed(sort="difference", descending=False)] == [1, 2, None]
    assert [line.z_number for line in listed(sort="closed", descending=False)] == [1, 2, None]


@pytest.mark.usefixtures("three")
def test_a_line_says_who_when_and_what(listed):
    opened, _, closed = listed()
    assert (opened.opened_by, opened.closed_at, opened.z_number) == ("Cyd", None, None)
    assert (opened.sales, str(opened.gross.amount), opened.state) == (1, "20.00", ShiftState.OPEN)
    assert (closed.opened_by, closed.closed_by, closed.sales) == ("Bob", "Bob", 1)
    assert closed.difference_reason == "gave back too much"
    assert closed.state is ShiftState.UNAPPROVED


def test_a_shift_that_is_signed_off_is_approved(three, listed, ask, store):
    assert ask(queries.shift_lists.unapproved_count) == 1
    store.sql("SELECT api.sign_off(%s, %s, 'seen')", uuid4(), three[0], login="cyd")
    assert listed(state=ShiftState.UNAPPROVED) == []
    line = listed(search="gave")[0]
    assert (line.state, line.approved_by, line.approval_note) == (
        ShiftState.CLOSED, "Cyd", "seen",
    )  # fmt: skip
    found = ask(queries.shift_lists.counts, login="eve")
    assert (found.open, found.unapproved) == (1, 0)


@pytest.fixture
def ledger(ask):
    """List the events of a shift, and hold the first page against the whole list."""

    def ledger(shift, *, descending=False, login="cyd"):
        wanted = {"shift_id": shift, "descending": descending, "login": login}
        known = keys_in(ask(queries.cash_events.cash_event_keys, **wanted))
        first = ask(queries.cash_events.first_cash_events, limit=3, **wanted)
        lines = ask(queries.cash_events.cash_events, known, shift_id=shift, login=login)
        assert [one.id for one in lines] == known
        assert first == lines[:3]
        return lines

    return ledger


@pytest.mark.parametrize("coin", ["0.01", "0.05"])
def test_the_balance_is_what_the_drawer_should_have_after_each_event(
    till_of, goods, store, ledger, coin
):
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = %s", coin)
    goods("MUG", price="9.98", on_hand=50)
    boss, balances = till_of("T1", "cyd"), []
    shift = boss.open("100")["id"]
    balances.append(boss.expected(shift))

    def then(_):
        balances.append(boss.expected(shift))

    then(sold := boss.sell("MUG", "MUG"))
    then(boss.call("move_cash", shift, "paid_in", "20.00", "coins"))
    boss.order = uuid4()
    boss.scan("MUG", 2)
    boss.quote()
    then(boss.pay(card("10.00"), cash("9.96", "10")))
    line, seen = store.rows(
        "SELECT l.id, o.version FROM order_line_items AS l JOIN orders AS o ON o.id = l.order_id"
        " WHERE o.id = %s", sold["order_id"],
    )[0]  # fmt: skip
    back = [{"line": str(line), "quantity": 1, "restocked": True}]
    then(boss.call("return_order", uuid4(), sold["order_id"], seen, back, "small", shift))
    then(boss.call("move_cash", shift, "paid_out", "5.00", "milk"))
    then(boss.call("open_drawer", shift, "change"))
    then(boss.call("count_shift", shift, "1.00"))
    expected = boss.expected(shift)
    boss.call("close_shift", shift, expected)
    balances += [expected, expected]

    events = ledger(shift)
    assert [event.kind for event in events] == [
        CashKind.FLOAT, CashKind.SALE, CashKind.PAID_IN, CashKind.SALE, CashKind.REFUND,
        CashKind.PAID_OUT, CashKind.NO_SALE, CashKind.COUNT, CashKind.COUNT, CashKind.CLOSE,
    ]  # fmt: skip
    assert [str(event.balance.amount) for event in events] == balances
    assert [str(event.counted.amount) for event in events if event.counted] == [
        "1.00", expected, expected,
    ]  # fmt: skip
    assert [event.remark for event in events if event.remark] == [
        "coins", "milk", "change",
    ]  # fmt: skip
    assert {event.who for event in events} == {"Cyd"}
    number = store.sql("SELECT order_number FROM orders WHERE id = %s", sold["order_id"])
    assert (events[1].order, events[4].order) == (number, number)
    assert ledger(shift, descending=True) == events[::-1]
    assert ledger(shift, login="eve") == events


def test_the_float_comes_first_and_the_end_last_though_all_is_of_one_instant(
    till, goods, store, ledger
):
    goods("MUG", price="10.00", on_hand=50)
    till.sell("MUG")
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    till.call("close_shift", shift, "110")
    at = datetime.fromisoformat("2026-11-24T09:00")
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        for words in (
            "UPDATE storedesk.till_sessions SET opened_at = %s, closed_at = %s",
            "UPDATE storedesk.order_payments SET created_at = %s",
            "UPDATE storedesk.till_session_counts SET counted_at = %s",
        ):
            owner.execute(words, [at] * words.count("%s"))
    kinds = [event.kind for event in ledger(shift)]
    assert (kinds[0], kinds[-1], len(kinds)) == (CashKind.FLOAT, CashKind.CLOSE, 4)
