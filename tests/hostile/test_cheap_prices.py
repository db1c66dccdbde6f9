"""A cashier with a console, who wants to sell for less."""

import contextlib
import json
from decimal import Decimal
from uuid import uuid4

import psycopg
import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def shelf(goods):
    """Goods, of which two cost the same."""
    for code, price in (("MUG", "10.00"), ("CUP", "10.00"), ("PIN", "0.05"), ("POT", "20.00")):
        goods(code, price=price, on_hand=1_000)


@pytest.fixture
def mug(till, shelf):
    """A sale of one mug; its line."""
    del shelf
    return till.scan("MUG")["touched"]


def off(till, line=None, percent=None, amount=None, reason="loyal", approval=None):
    """Ask for a discount as a console does."""
    return till.call("discount_sale", till.order, line, percent, amount, reason, approval)


@pytest.fixture
def approved(till, allow):
    """Have a manager approve half the price of a line; answer the approval."""
    return lambda line: allow(lambda approval: off(till, line, amount="5.00", approval=approval))


def another_sale(till, _):
    till.call("park", till.order, "later")
    till.order = uuid4()
    return {"line": till.scan("MUG")["touched"], "amount": "5.00"}


def another_line(till, _):
    return {"line": till.scan("CUP")["touched"], "amount": "5.00"}


def another_item_in_its_place(till, line):
    till.scan("CUP")
    till.call("change_line", till.order, line, 0)
    return {"amount": "5.00"}


def more_pieces(till, line):
    till.call("change_line", till.order, line, 2)
    return {"line": line, "amount": "5.00"}


def the_whole_sale(*_):
    return {"amount": "5.00"}


def by_percent(_, line):
    return {"line": line, "percent": "50"}


@pytest.mark.parametrize(
    "way",
    [
        another_sale, another_line, another_item_in_its_place, more_pieces, the_whole_sale,
        by_percent, lambda till, line: {"line": line, "amount": "5.01"},
        lambda till, line: {"line": line, "amount": "5.00", "reason": "friend"},
        lambda till, line: till.call("change_line", till.order, till.scan("CUP")["touched"], 0)
        and {"line": line, "amount": "5.00"},
    ],
)  # fmt: skip
def test_an_approval_is_for_what_was_shown_and_nothing_else(till, mug, approved, refused, way):
    approval = approved(mug)
    wanted = way(till, mug)
    with refused("approval_not_valid"):
        off(till, approval=approval, **wanted)


def test_an_approval_is_used_once_also_after_undo(till, mug, approved, refused):
    approval = approved(mug)
    off(till, mug, amount="5.00", approval=approval)
    till.call("undo_change", till.order)
    with refused("approval_not_valid"):
        off(till, mug, amount="5.00", approval=approval)


def test_another_cashier_has_no_use_of_it(till, till_of, hire, mug, approved, refused):
    approval = approved(mug)
    other = till_of("T1", hire("flo"))
    other.order = till.order
    with refused("approval_not_valid"):
        off(other, mug, amount="5.00", approval=approval)


def test_nobody_approves_their_own(till, mug, refused):
    with pytest.raises(psycopg.Error) as refusal:
        off(till, mug, amount="5.00")
    detail = json.loads(refusal.value.diag.message_detail)["detail"]
    with refused("not_a_manager"):
        till.approve("discount", detail)


def test_an_approval_of_a_price_is_none_of_a_discount(till, store, mug, refused):
    with pytest.raises(psycopg.Error) as refusal:
        off(till, mug, amount="5.00")
    detail = refusal.value.diag.message_detail
    approval = uuid4()
    words = "SELECT api.approve(%s, 'override', %s)"
    store.sql(words, approval, json.dumps(json.loads(detail)["detail"]), login="cyd")
    with refused("approval_not_valid"):
        off(till, mug, amount="5.00", approval=approval)


def test_many_small_discounts_are_one(till, mug, refused):
    for _ in range(10):
        off(till, mug, amount="0.10")
    for how in ({"line": mug}, {}):
        with refused("discount_limit"):
            off(till, amount="0.01", **how)
    assert till.sale()["subtotal"] == "9.00"


def test_a_discount_on_the_sale_after_one_on_each_line_counts_with_them(till, mug, refused):
    off(till, mug, percent="10")
    off(till, till.scan("CUP")["touched"], percent="10")
    with refused("discount_limit"):
        off(till, amount="0.01")
    till.scan("POT")
    with refused("discount_limit"):  # 4 % of the sale, but more of the mug
        off(till, amount="2.00")


def test_pieces_that_come_one_by_one_are_never_more_than_a_cent_cheaper(till, shelf):
    """What rounding gives: 10 % of 0.05 is a cent, once for each piece, and never twice."""
    del shelf
    for _ in range(10):
        sale = till.scan("PIN")
        line = next(one["id"] for one in sale["lines"] if one["unit_price"] == "0.05")
        off(till, line, amount="0.01")
    assert till.sale()["subtotal"] == "0.40"
    with pytest.raises(psycopg.Error, match="discount_limit"):
        off(till, amount="0.01")


def test_more_pieces_of_what_was_approved_cost_the_list_price(till, mug, approved):
    off(till, mug, amount="5.00", approval=approved(mug))
    till.call("change_line", till.order, mug, 3)
    till.scan("MUG", 2)
    assert till.sale()["subtotal"] == "45.00"


def test_a_price_that_goes_down_by_two_lines_that_meet_needs_its_approval(till, mug, refused):
    """A line of pieces that may cost 9.00 meets those that may: all cost it, none costs less."""
    off(till, mug, amount="1.00")
    for _ in range(5):
        sale = till.scan("MUG")
        line = next(one["id"] for one in sale["lines"] if one["unit_price"] == "10.00")
        off(till, line, amount="1.00")
    assert [(one["unit_price"], one["quantity"]) for one in till.sale()["lines"]] == [("9.00", 6)]
    with refused("discount_limit"):
        off(till, mug, amount="0.06")


def test_a_discount_after_a_part_was_taken_needs_a_new_quote_and_leaves_none_over(
    till, mug, approved, refused
):
    till.quote()
    (part,) = till.call("take_tender", till.order, cash("8.00"))
    off(till, mug, amount="5.00", approval=approved(mug))
    with refused("quote_expired"):
        till.call("take_tender", till.order, cash("1.00"))
    till.quote()
    for tenders in ([part], [part, cash("1.00")], []):
        with pytest.raises(psycopg.Error, match="tender"):
            till.call("pay", till.order, tenders)
    till.call("give_tender_back", till.order, part["id"])
    assert till.pay()["total"] == "5.00"


def test_a_discount_after_payment_is_refused(till, mug, refused):
    till.quote()
    till.pay()
    with refused("already_paid"):
        off(till, mug, amount="1.00")


@pytest.mark.parametrize(
    "weight", ["0", "-1", "0.0001", "99.9999", "100", "1e9", "NaN", "Infinity", "-Infinity"]
)
def test_a_package_weighs_what_a_package_can(store, till, goods, refused, weight):
    cheese = goods("12345", price="12.99")
    store.sql("SELECT api.measure_product(%s, %s, 'kilogram')", uuid4(), cheese, login="cyd")
    add = ("add_item", till.register, till.order, cheese, None, 1, None, None, None)
    scan = ("scan", till.register, till.order, "12345", 1, None)
    for how in ((*add, weight), (*scan, weight, None, None), (*scan, weight, "1.00", None)):
        with refused("bad_weight"):
            till.call(*how)
    assert till.sale() is None


@pytest.mark.parametrize(
    ("price", "code"),
    [
        ("0", "costs_nothing"), ("-1", "costs_nothing"), ("0.001", "money_not_exact"),
        ("NaN", "money_too_big"), ("Infinity", "money_too_big"), ("1e10", "money_too_big"),
    ],
)  # fmt: skip
def test_a_package_costs_what_money_can_be(store, till, goods, refused, price, code):
    cheese = goods("12345", price="12.99")
    store.sql("SELECT api.measure_product(%s, %s, 'kilogram')", uuid4(), cheese, login="cyd")
    with refused(code):
        till.call("scan", till.register, till.order, "12345", 1, None, "1", price, None)
    with refused("bad_amount"):
        till.call("add_item", till.register, till.order, cheese, None, 1, price, "why", None, "1")


def test_a_sale_costs_at_least_what_its_limits_leave(till, shelf):
    """Whatever is tried in turn, ten per cent and a cent a piece is all that is given alone."""
    del shelf
    for code in ("MUG", "CUP", "PIN", "POT"):
        till.scan(code, 3)
    listed = Decimal(till.sale()["subtotal"])
    pieces = 12
    for _ in range(4):
        for line in [None, *(one["id"] for one in till.sale()["lines"])]:
            for how in ({"percent": "10"}, {"amount": "0.30"}, {"amount": "0.01"}):
                with contextlib.suppress(psycopg.Error):
                    off(till, line, **how)
    least = listed * Decimal("0.9") - pieces * Decimal("0.01")
    assert Decimal(till.sale()["subtotal"]) >= least
