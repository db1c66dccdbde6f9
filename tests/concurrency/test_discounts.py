"""A sale that two windows change at once, and a receipt that two tills exchange at once.

Real processes with real logins, let go at the same moment, several times over.
"""

import json
from decimal import Decimal
from uuid import uuid4

import psycopg
import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")

ROUNDS = 8
BACK = "SELECT count(*), coalesce(sum(refund_amount), 0) FROM storedesk.order_returns"


def subtotal(sale):
    """Return what the lines come to, which is what the basket says."""
    lines = sum(Decimal(line["subtotal"]) for line in sale["lines"])
    assert Decimal(sale["subtotal"]) == lines
    return lines


@pytest.fixture
def shelf(goods):
    goods("MUG", price="9.99", on_hand=10_000)
    goods("CUP", price="3.33", on_hand=10_000)
    goods("POT", price="20.00", on_hand=10_000)


@pytest.fixture
def sale(till, shelf):
    """Ring up mugs and cups for 53.28, anew each time; return the lines."""
    del shelf

    def sale():
        if till.sale():
            till.call("discard_sale", till.order)
        till.order = uuid4()
        till.scan("MUG", 4)
        return {line["name"]: line["id"] for line in till.scan("CUP", 4)["lines"]}

    return sale


def discount(till, **given):
    how = {"line": None, "percent": None, "amount": None, "approval": None} | given
    return [
        "discount_sale", uuid4(), till.order, how["line"], how["percent"], how["amount"], "loyal",
        how["approval"],
    ]  # fmt: skip


def test_a_discount_while_another_window_scans_is_off_what_was_there(till, sale, people):
    both = people("bob", "bob")
    for _ in range(ROUNDS):
        sale()
        told = both.at_once(
            discount(till, percent="10"), ["scan", uuid4(), till.register, till.order, "POT", 1]
        )
        assert [one[0] for one in told] == ["done", "done"], told
        before, after = Decimal("53.28"), subtotal(till.sale())
        assert after in {before - Decimal("5.33") + 20, before + 20 - Decimal("7.33")}


def test_a_discount_while_another_window_takes_a_line_out(till, sale, people):
    both = people("bob", "bob")
    for _ in range(ROUNDS):
        lines = sale()
        told = both.at_once(
            discount(till, amount="4.00"), ["change_line", uuid4(), till.order, lines["Cup"], 0]
        )
        after = subtotal(till.sale())
        if told[0][0] == "done":  # all of it is off the mugs, or what is off the cups went too
            assert after in {Decimal("39.96") - 4, Decimal("39.96") - 3}, told
            assert told[1][0] == "done"
        else:  # of the mugs alone it is more than 10 %
            assert (told[0][1], after) == ("discount_limit", Decimal("39.96"))


def test_a_discount_and_undo_at_once_leave_one_of_both(till, sale, people):
    both = people("bob", "bob")
    for _ in range(ROUNDS):
        sale()
        told = both.at_once(
            discount(till, percent="10"), ["undo_change", uuid4(), till.order]
        )  # fmt: skip
        assert [one[0] for one in told] == ["done", "done"], told
        after = subtotal(till.sale())
        assert after in {Decimal("53.28"), Decimal("39.96") - Decimal("4.00")}


def test_one_approval_is_used_once_by_two_windows(till, store, sale, people):
    both = people("bob", "bob")
    for _ in range(ROUNDS):
        sale()
        with pytest.raises(psycopg.Error) as refusal:
            till.call(*discount(till, amount="20.00")[:1], *discount(till, amount="20.00")[2:])
        detail = json.loads(refusal.value.diag.message_detail)["detail"]
        approval = uuid4()
        words = "SELECT api.approve(%s, 'discount', %s)"
        store.sql(words, approval, json.dumps(detail), login="cyd")
        told = both.at_once(*(discount(till, amount="20.00", approval=approval) for _ in range(2)))
        assert sorted(one[0] for one in told) == ["done", "refused"], told
        assert subtotal(till.sale()) == Decimal("33.28")


def test_a_discount_against_payment_is_off_before_or_refused(till, store, sale, people):
    both = people("bob", "bob")
    for _ in range(ROUNDS):
        sale()
        assert till.quote()["is_held"]
        told = both.at_once(
            ["pay", uuid4(), till.order, [cash("53.28")]], discount(till, percent="10")
        )
        total = store.sql("SELECT total_amount FROM orders WHERE id = %s", till.order)
        if told[0][0] == "done":
            assert (told[1][1], total) == ("already_paid", Decimal("53.28"))
        else:
            assert (told[0][1], total) == ("quote_expired", None)
            assert subtotal(till.sale()) == Decimal("47.95")


@pytest.fixture
def two_tills(store, till, till_of, hire, shelf):
    del shelf
    store.sql("UPDATE storedesk.limits SET value = 9999 WHERE kind LIKE 'refund%'")
    other = till_of("T2", hire("flo"))
    other.open()
    return till, other


def exchanging(till, order, store, pieces):
    """Have pieces of an order come back for a sale of a pot."""
    (line,) = store.rows("SELECT id FROM order_line_items WHERE order_id = %s", order)
    version = store.sql("SELECT version FROM orders WHERE id = %s", order)
    till.order = uuid4()
    till.call(
        "begin_exchange", till.register, till.order, uuid4(), order, version,
        [{"line": str(line[0]), "quantity": pieces, "restocked": True}], "too small",
    )  # fmt: skip
    return till.scan("POT")["total"]


@pytest.mark.parametrize(("pieces", "goes_back"), [(4, 1), (2, 1)])
def test_a_receipt_that_two_tills_exchange_at_once_comes_back_once(
    two_tills, store, people, pieces, goes_back
):
    """The other till is told before money moves, whichever was first; then it may choose anew."""
    both = people("bob", "flo")
    till, _ = two_tills
    for _ in range(ROUNDS):
        till.order = uuid4()
        till.scan("MUG", 4)
        till.quote()
        till.pay()
        order, before = till.order, store.rows(BACK)[0]
        totals = [exchanging(one, order, store, pieces) for one in two_tills]
        quotes = zip(two_tills, totals, strict=True)
        told = both.at_once(*(["quote", uuid4(), one.order, total] for one, total in quotes))
        assert sorted(one[0] for one in told) == ["done", "refused"], told
        assert next(one[1] for one in told if one[0] == "refused") == "order_in_exchange"
        rest = max(Decimal(20) - pieces * Decimal("9.99"), Decimal(0))
        tenders = [cash(str(rest))] if rest else []
        told = both.at_once(*(["pay", uuid4(), one.order, tenders] for one in two_tills))
        assert sorted(one[0] for one in told) == ["done", "refused"], told
        count, refund = store.rows(BACK)[0]
        assert count == before[0] + goes_back
        assert refund == before[1] + pieces * Decimal("9.99")
        for one in two_tills:
            if one.sale():
                one.call("discard_sale", one.order)


def test_an_exchange_that_is_paid_against_a_return_of_the_same_pieces(two_tills, store, people):
    both = people("bob", "flo")
    till, other = two_tills
    for _ in range(ROUNDS):
        till.order = uuid4()
        till.scan("MUG", 4)
        till.quote()
        till.pay()
        order = till.order
        exchanging(till, order, store, 4)
        assert till.quote()["is_held"]
        (line,) = store.rows("SELECT id FROM order_line_items WHERE order_id = %s", order)
        version = store.sql("SELECT version FROM orders WHERE id = %s", order)
        shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE register_id = %s",
                          other.register)  # fmt: skip
        back = [{"line": str(line[0]), "quantity": 4, "restocked": True}]
        told = both.at_once(
            ["pay", uuid4(), till.order, []],
            ["return_order", uuid4(), uuid4(), order, version, back, "too small", shift],
        )
        assert [one[0] for one in told] == ["done", "refused"], told
        assert told[1][1] in {"order_in_exchange", "changed_meanwhile"}
        words = "SELECT count(*) FROM storedesk.order_returns WHERE order_id = %s"
        assert store.sql(words, order) == 1
