"""Two who want something of one order at the same moment: one gets it, the other is told.

Real processes with real logins, let go at once, several times over.
"""

from collections import Counter
from uuid import uuid4

import pytest

from tests.orders import ADDRESS, SHARED
from tests.tills import cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

NUMBER = "1Z999AA10123456784"
ROUNDS = 6
MOVED = "SELECT operation_type, sum(adjustment)::int FROM inventory_audit_log WHERE order_id = %s"


def step(command, order, seen, *arguments):
    return [command, uuid4(), order, seen, *arguments]


def one_wins(told):
    """Return who was first; the other has to have been told that something changed."""
    done = [place for place, one in enumerate(told) if one[0] == "done"]
    assert len(done) == 1, told
    refused = told[1 - done[0]]
    assert refused[1] in {"order_step", "changed_meanwhile"}, refused
    assert refused[2] == "SD409"
    return done[0]


def test_ship_against_cancel(store, people, orders, goods):
    mug = goods("MUG", on_hand=100)
    both = people("ada", "cyd")
    left = 100

    for _ in range(ROUNDS):
        order = orders.paid((mug, 2))
        seen = orders.column(order, "version")
        first = one_wins(
            both.at_once(
                step("ship_order", order, seen, NUMBER, SHARED),
                step("cancel_order", order, seen, "no"),
            )
        )
        left -= 0 if first else 2
        assert orders.column(order, "status") == ("cancelled" if first else "shipped")
        assert orders.stock(mug) == (left, 0)
        assert dict(store.rows(f"{MOVED} GROUP BY 1", order)) == (
            {"reserve": 2, "release": -2} if first else {"reserve": 2, "deduct": -2}
        )


def test_ship_against_ship(store, people, orders, goods):
    mug = goods("MUG", on_hand=100)
    both = people("ada", "cyd")

    for _ in range(ROUNDS):
        order = orders.paid((mug, 2))
        seen = orders.column(order, "version")
        first = one_wins(
            both.at_once(
                step("ship_order", order, seen, NUMBER, SHARED),
                step("ship_order", order, seen, "JJD1234", SHARED),
            )
        )
        assert orders.column(order, "tracking_number") == ("JJD1234" if first else NUMBER)
        mails = "SELECT count(*) FROM email_queue WHERE reference_id = %s AND email_type = %s"
        assert store.sql(mails, order, "order_shipped") == 1
    assert orders.stock(mug) == (100 - 2 * ROUNDS, 0)


def test_cancel_against_cancel(store, people, orders, goods):
    mug = goods("MUG", on_hand=100)
    both = people("cyd", "cyd")

    for _ in range(ROUNDS):
        order = orders.paid((mug, 2))
        seen = orders.column(order, "version")
        one_wins(
            both.at_once(
                step("cancel_order", order, seen, "no"), step("cancel_order", order, seen, "nay")
            )
        )
        assert orders.money(order)[1:] == [("refund", "credit_card", "5.00")]
        released = "SELECT count(*) FROM inventory_audit_log WHERE operation_type = 'release'"
        assert store.sql(f"{released} AND order_id = %s", order) == 1
    assert orders.stock(mug) == (100, 0)


def test_pay_against_pay(people, orders, goods):
    mug = goods("MUG", on_hand=100)
    both = people("cyd", "cyd")

    for _ in range(ROUNDS):
        order = orders.placed((mug, 2))
        seen = orders.column(order, "version")
        calls = [step("confirm_order", order, seen, [charged("5.00")]) for _ in range(2)]
        one_wins(both.at_once(*calls))
        assert orders.money(order) == [("payment", "credit_card", "5.00")]


def test_pay_against_expiry(system, people, orders, goods):
    mug = goods("MUG", on_hand=100)
    both = people("cyd", system)
    came = Counter()

    for _ in range(ROUNDS):
        order = orders.placed_ago(8, (mug, 1))
        seen = orders.column(order, "version")
        paid, expired = both.at_once(
            step("confirm_order", order, seen, [charged("2.50")]), ["expire_orders", 100]
        )
        status = orders.column(order, "status")
        came[status] += 1
        assert expired == ["done", 1 if status == "cancelled" else 0]
        assert paid[:2] == ["refused", "order_step"] if expired[1] else paid[0] == "done"
    assert sum(came.values()) == ROUNDS
    assert orders.stock(mug) == (100, came["confirmed"])


def test_two_returns_of_the_same_line(people, orders, goods):
    mug = goods("MUG", on_hand=100)
    both = people("cyd", "cyd")

    for turn in range(ROUNDS):
        order = orders.sent((mug, 2))
        line, seen = orders.lines(order)[0], orders.column(order, "version")
        back = [{"line": str(line), "quantity": 2, "restocked": True}]
        seen = None if turn % 2 else seen  # whoever names no version is told by the pieces
        calls = [["return_order", uuid4(), uuid4(), order, seen, back, "no"] for _ in range(2)]
        told = both.at_once(*calls)
        assert sorted(one[0] for one in told) == ["done", "refused"]
        refused = next(one[1] for one in told if one[0] == "refused")
        assert refused == ("return_too_many" if turn % 2 else "changed_meanwhile")
        assert orders.money(order)[1:] == [("refund", "credit_card", "5.00")]
    assert orders.stock(mug) == (100, 0)


def test_place_against_place_for_the_last_piece(people, orders, goods):
    both = people("bob", "cyd")

    for turn in range(ROUNDS):
        mug, cup = goods(f"MUG{turn}", on_hand=1), goods(f"CUP{turn}", on_hand=9)
        calls = []
        for products in ((mug, cup), (cup, mug)):
            lines = [
                {"product": str(one), "variant": None, "quantity": 1, "price": "2.50"}
                for one in products
            ]
            calls.append(
                ["place_order", uuid4(), uuid4(), orders.customer, lines, ADDRESS, "0", "5.00"]
            )
        told = [one[1] for one in both.at_once(*calls)]
        assert sorted(one["is_placed"] for one in told) == [False, True]
        late = next(one for one in told if not one["is_placed"])
        assert [(s["name"], s["available"]) for s in late["shortages"]] == [(f"Mug{turn}", 0)]
        assert (orders.stock(mug), orders.stock(cup)) == ((1, 1), (9, 1))


def test_place_against_the_quote_of_a_till_for_the_last_piece(store, people, orders, goods, till):
    both = people("bob", "cyd")
    came = Counter()

    for turn in range(ROUNDS):
        mug = goods(f"MUG{turn}", on_hand=1)
        till.order = uuid4()
        till.scan(f"MUG{turn}")
        line = {"product": str(mug), "variant": None, "quantity": 1, "price": "2.50"}
        quoted, placed = both.at_once(
            ["quote", uuid4(), till.order, "2.50", []],
            ["place_order", uuid4(), uuid4(), orders.customer, [line], ADDRESS, "0", "2.50"],
        )
        assert quoted[1]["is_held"] is not placed[1]["is_placed"], (quoted, placed)
        came[quoted[1]["is_held"]] += 1
        if quoted[1]["is_held"]:
            till.pay(cash("2.50"))
            assert [s["available"] for s in placed[1]["shortages"]] == [0]
        else:
            assert [s["available"] for s in quoted[1]["shortages"]] == [0]
            till.call("discard_sale", till.order)
    assert sum(came.values()) == ROUNDS
    assert (
        store.sql("SELECT count(*) FROM storedesk.audit_event WHERE action = 'found_at_till'") == 0
    )


def test_collect_against_ship_and_an_address_against_both(store, people, orders, goods, till):
    assert till.sale() is None
    mug = goods("MUG", on_hand=100)
    three = people("bob", "ada", "cyd")
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")

    for _ in range(ROUNDS):
        order = orders.paid((mug, 1))
        seen = orders.column(order, "version")
        told = three.at_once(
            step("collect_order", order, seen, shift),
            step("ship_order", order, seen, NUMBER, SHARED),
            step("change_order_address", order, seen, ADDRESS | {"city": "Elsewhere"}),
        )
        assert sorted(one[0] for one in told) == ["done", "refused", "refused"], told
        assert all(one[2] == "SD409" for one in told if one[0] == "refused")
