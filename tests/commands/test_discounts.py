"""Discounts on a line and on a whole sale: to the cent, within a limit, undone at once."""

import json
import random
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")

BASKETS = 120


def prices(sale):
    return [(line["unit_price"], line["quantity"]) for line in sale["lines"]]


def subtotal(sale):
    return sum(Decimal(line["subtotal"]) for line in sale["lines"])


@pytest.fixture
def discount_of():
    def of(till, line=None, *, percent=None, amount=None, reason="loyal", approval=None):
        return till.call("discount_sale", till.order, line, percent, amount, reason, approval)

    return of


@pytest.fixture
def discount(till, discount_of):
    return lambda *given, **more: discount_of(till, *given, **more)


def test_an_amount_that_does_not_divide_splits_the_line(till_of, goods, discount_of):
    manager = till_of(person="cyd")
    goods("MUG", price="10.00")
    line = manager.scan("MUG", 3)["lines"][0]["id"]

    sale = discount_of(manager, line, amount="1.00")

    assert sorted(prices(sale)) == [("9.66", 1), ("9.67", 2)]
    assert {one["list_price"] for one in sale["lines"]} == {"10.00"}


def test_the_limit_of_a_cashier_holds_on_both_sides(till, goods, discount, allow, refused):
    goods("MUG", price="10.00")
    line = till.scan("MUG")["lines"][0]["id"]

    with refused("discount_limit") as refusal:
        discount(line, amount="1.01")
    wanted = json.loads(refusal.value.diag.message_detail)
    assert wanted["action"] == "discount"
    assert wanted["most"] == 10
    assert wanted["detail"]["discount"] == "1.01"
    assert wanted["detail"]["cost"] == "8.99"
    assert prices(discount(line, percent="10")) == [("9.00", 1)]
    with refused("discount_limit"):  # it counts from the list price
        discount(line, amount="0.01")

    approval = allow(lambda given: discount(line, amount="4.00", approval=given))
    with refused("approval_not_valid"):
        discount(line, amount="5.00", approval=approval)
    assert prices(discount(line, amount="4.00", approval=approval)) == [("5.00", 1)]


def test_it_cannot_be_more_than_there_is_to_pay(till_of, goods, discount_of, refused):
    manager = till_of(person="cyd")
    goods("MUG", price="10.00")
    line = manager.scan("MUG")["lines"][0]["id"]
    for wrong, code in (
        ({"amount": "10.01"}, "discount_range"),
        ({"percent": "0.01"}, "discount_range"),
        ({"percent": "100.01"}, "discount_percent"),
        ({"percent": "0"}, "discount_percent"),
        ({"percent": "NaN"}, "discount_percent"),
        ({"percent": "1.001"}, "discount_percent"),
        ({"amount": "0"}, "bad_amount"),
        ({"amount": "1.001"}, "money_not_exact"),
        ({}, "bad_amount"),
        ({"percent": "5", "amount": "1"}, "bad_amount"),
        ({"percent": "5", "reason": " "}, "reason_missing"),
    ):
        with refused(code):
            discount_of(manager, line, **wrong)
    with refused("line_not_found"):
        discount_of(manager, str(uuid4()), percent="5")

    assert prices(discount_of(manager, line, percent="100")) == [("0.00", 1)]


def test_of_a_whole_sale_it_is_undone_whole(till, goods, discount):
    goods("MUG", price="8.90")
    goods("CUP", price="3.33")
    till.scan("MUG", 3)
    before = till.scan("CUP", 7)

    sale = discount(percent="10")

    assert subtotal(before) - subtotal(sale) == Decimal("5.00")
    assert len(sale["lines"]) > 2
    undone = till.call("undo_change", till.order)
    assert prices(undone) == prices(before)
    assert undone["undone"]["items"] == 2


def test_more_pieces_cost_the_list_price_and_a_quote_keeps_it(till, goods, discount):
    goods("MUG", price="10.00", on_hand=10)
    line = till.scan("MUG", 2)["lines"][0]["id"]
    discount(line, percent="10")

    assert sorted(prices(till.scan("MUG"))) == [("10.00", 1), ("9.00", 2)]
    quote = till.call("quote", till.order, till.sale()["total"])
    assert quote["is_held"]
    assert quote["changes"] == []


def test_the_order_and_its_receipt_say_what_it_was(store, till_of, goods, discount_of):
    manager = till_of(person="cyd")
    manager.open()
    goods("MUG", price="10.00", on_hand=10)
    line = manager.scan("MUG", 3)["lines"][0]["id"]
    sale = discount_of(manager, line, amount="1.00")
    manager.call("quote", manager.order, sale["total"])
    manager.quote()
    manager.pay(cash(sale["total"]))

    given = store.sql("""
        SELECT sum((d.list_price_amount - l.unit_price_amount) * l.quantity)
        FROM storedesk.order_discounts AS d
        JOIN order_line_items AS l ON l.id = d.order_line_item_id
    """)
    assert given == Decimal("1.00")
    lines = store.sql("SELECT core.line_documents(%s)", manager.order)
    assert {one["usual_price"] for one in lines} == {"10.00"}


def test_pieces_are_not_put_to_packages_that_cost_as_much(
    store, till_of, goods, discount_of, refused
):
    """A product that is sold by weight from now on; one of its pieces is in the sale already."""
    manager = till_of(person="cyd")
    mug = goods("MUG", price="10.00")
    line = manager.scan("MUG")["touched"]
    store.sql("SELECT api.measure_product(%s, %s, 'kilogram')", uuid4(), mug, login="cyd")
    weigh = ("add_item", manager.register, manager.order, mug, None, 1, None, None, None, "0.9")
    manager.call(*weigh)

    with refused("sold_otherwise"):
        discount_of(manager, line, amount="1.00")
    sale = discount_of(manager, line, amount="0.99")
    assert sorted(prices(sale)) == [("9.00", 1), ("9.01", 1)]


def test_the_dearer_pieces_stand_behind_the_others(till_of, goods, discount_of):
    manager = till_of(person="cyd")
    for at in range(8):
        goods(f"MUG{at}", price="10.00")
        manager.scan(f"MUG{at}", 3)

    sale = discount_of(manager, amount="8.00")

    assert prices(sale) == [("9.66", 1), ("9.67", 2)] * 8


def test_the_same_request_gives_it_once(store, till, goods):
    goods("MUG", price="10.00")
    line = till.scan("MUG")["lines"][0]["id"]
    request = uuid4()
    ask = "SELECT api.discount_sale(%s, %s, %s, 5, NULL, 'why') -> 'subtotal'"

    first = store.sql(ask, request, till.order, line, login="bob")

    assert store.sql(ask, request, till.order, line, login="bob") == first


def test_every_basket_loses_exactly_the_discount(till_of, goods, discount_of):
    chance, manager = random.Random(12), till_of(person="cyd")
    codes = [f"P{at}" for at in range(8)]
    for code in codes:
        goods(code, price=str(Decimal(chance.randint(1, 9999)) / 100), on_hand=10**6)
    for _ in range(BASKETS):
        manager.order = uuid4()
        for code in chance.sample(codes, chance.randint(1, 6)):
            sale = manager.scan(code, chance.randint(1, 12))
        for _ in range(chance.randint(1, 3)):
            sale = one_more(chance, manager, discount_of, sale)
        manager.call("discard_sale", manager.order)


def one_more(chance, manager, discount_of, before):
    """Give one more discount, and compare it with Python's largest remainder."""
    line = chance.choice([None, *before["lines"]])
    of = [line] if line else before["lines"]
    cost = sum(Decimal(one["subtotal"]) for one in of)
    if cost < 1:
        return before
    wanted = Decimal(chance.randint(1, int(cost * 60))) / 100

    after = discount_of(manager, line and line["id"], amount=str(wanted))

    assert subtotal(before) - subtotal(after) == wanted
    kept = [one for one in before["lines"] if one not in of]
    shares = split(wanted, [Decimal(one["subtotal"]) for one in of])
    assert by_item(after["lines"]) == by_item(kept, zip(of, shares, strict=True))
    return after


def split(discount, amounts):
    total = sum(amounts)
    units = [divmod(int(discount * 100) * int(one * 100), int(total * 100)) for one in amounts]
    left = int(discount * 100) - sum(whole for whole, _ in units)
    first = sorted(range(len(units)), key=lambda at: -units[at][1])[:left]
    return [Decimal(units[at][0] + (at in first)) / 100 for at in range(len(units))]


def by_item(lines, lowered=()):
    sums = {}
    for line, share in [*((one, Decimal(0)) for one in lines), *lowered]:
        item = line["product_id"]
        sums[item] = sums.get(item, 0) + Decimal(line["subtotal"]) - share
    return sums
