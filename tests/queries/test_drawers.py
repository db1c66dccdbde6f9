"""A drawer below its least cash or above its most is told wherever somebody looks after it."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from storedesk import queries
from storedesk.domain.shifts import CashLevel
from tests.keys import keys_in
from tests.tills import card, cash, charged

BOUNDS = (
    "UPDATE storedesk.registers SET least_cash_amount = %s, most_cash_amount = %s WHERE id = %s"
)


@pytest.fixture
def told(till, store, ask):
    """Say how the drawer stands on the list, on the start page and at the till: all the same."""
    shift = UUID(str(store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")))

    def told(register=till.register):
        keys = keys_in(ask(queries.shift_lists.shift_keys))
        (line,) = ask(queries.shift_lists.shift_lines, [key for key in keys if key == shift])
        now = datetime.now(UTC)
        day = ask(queries.start_page.day_figures, zone=ZoneInfo("UTC"), now=now)
        (row,) = [one for one in day.shifts if one.id == shift]
        assert row.drawer == line.drawer
        if line.drawer is not None:
            assert str(line.drawer.cash) == till.expected(shift)
        level = line.drawer.level if line.drawer else None
        at = ask(queries.till_page.at_till, register, with_receipt=False, login="bob")
        assert (at.shift.cash_level if at.shift else None) is level
        return level

    return told


def test_it_is_the_ledger_against_the_bounds_of_the_drawer(till, till_of, goods, store, told):
    goods("MUG", price="10.00", on_hand=50)
    assert told() is None, "it has no bounds"
    store.sql(BOUNDS, 50, 110, till.register)
    assert told() is None
    assert till.sell("MUG")["cash_level"] is None, "as much as it may"
    assert told() is None
    assert till.sell("MUG")["cash_level"] == "high"
    assert told() is CashLevel.HIGH

    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    till.call("move_cash", shift, "paid_out", "70", "to the safe")
    assert told() is None
    till.call("move_cash", shift, "paid_out", "0.01", "a cent")
    assert told() is CashLevel.LOW
    till.order = uuid4()
    till.scan("MUG")
    till.quote()
    assert till.pay(card("10.00"))["cash_level"] == "low", "a card brings no cash"
    till.order = uuid4()
    till.scan("MUG")
    till.quote()
    assert till.pay(cash("10.00", "50"))["cash_level"] is None, "the change is no more in it"
    assert told() is None

    other = till_of("T2", "cyd")
    store.sql("UPDATE storedesk.registers SET drawer_of = %s WHERE id = %s", till.register,
              other.register)  # fmt: skip
    store.sql(BOUNDS, None, 0, till.register)
    assert told(other.register) is CashLevel.HIGH
    till.call("close_shift", shift, till.expected(shift))
    assert told() is None, "nobody sells there any more"


def test_what_was_taken_for_a_part_of_a_sale_is_in_it(till, goods, store, told, ask):
    goods("MUG", price="10.00", on_hand=50)
    store.sql(BOUNDS, None, 105, till.register)
    till.scan("MUG")
    till.quote()
    (part,) = till.call("take_tender", till.order, cash("6.00"))
    assert told() is CashLevel.HIGH
    (line,) = ask(queries.shift_lists.first_shifts, login="eve")
    assert line.drawer.cash == 106, "an auditor reads the same"
    assert till.pay(part, charged("4.00"))["cash_level"] == "high"
    assert told() is CashLevel.HIGH
    store.sql(BOUNDS, None, 106, till.register)
    assert told() is None
    till.order = uuid4()
    till.scan("MUG")
    till.quote()
    (part,) = till.call("take_tender", till.order, cash("6.00"))
    store.sql(BOUNDS, None, 116, till.register)
    assert till.pay(part, cash("4.00"))["cash_level"] is None, "each part counts once"


def test_what_a_sale_says_is_what_is_in_the_drawer_with_small_coins_too(till, goods, store, told):
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    goods("MUG", price="9.98", on_hand=50)
    store.sql(BOUNDS, None, Decimal("109.99"), till.register)
    assert till.sell("MUG")["cash_level"] == "high"
    assert told() is CashLevel.HIGH
    store.sql(BOUNDS, None, Decimal("110.00"), till.register)
    assert told() is None
