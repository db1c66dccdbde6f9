"""What was paid by gift card goes back to it; what was paid otherwise may become store credit."""

import random
from decimal import Decimal
from uuid import uuid4

import pytest

from storedesk.domain.credit import check_symbol
from tests.tills import cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

NO_SHIPPING = False
WRONG = "GC" + "3" * 17
WRONG += check_symbol(WRONG)
BACK = """
    SELECT p.method, p.transaction_id, p.amount::text, p.rounding_amount::text
    FROM storedesk.order_payments AS p WHERE p.kind = 'refund' ORDER BY p.seq
"""


class Shop:
    """A sale that is paid partly by gift card, and its returns."""

    def __init__(self, till, shift):
        self.till, self.shift, self.store = till, shift, till.store

    def issue(self, amount):
        return self.till.call("issue_credit", self.shift, amount, [cash(amount)])

    def sell(self, codes, tenders, taken=()):
        """Sell goods, and pay with what is taken of some cards, each (code, amount), and more."""
        self.till.order = uuid4()
        for code in codes:
            self.till.scan(code)
        assert self.till.quote()["is_held"]
        held = [self.till.call("take_credit", self.till.order, *one) for one in taken]
        credit = [
            {"id": one["tender"], "method": "store_credit", "amount": one["amount"]} for one in held
        ]
        self.till.pay(*credit, *tenders)
        return self.till.order

    def give_back(self, order, lines=None, approval=None, *, to_credit=False, code=None, by=None):
        seen = self.store.sql("SELECT version FROM orders WHERE id = %s", order)
        lines = lines or [
            {"line": str(line), "quantity": left, "restocked": True}
            for line, left in self.left(order)
        ]
        asked = (order, seen, lines, "did not fit", self.shift, NO_SHIPPING, approval)
        return (by or self.till).call("return_order", uuid4(), *asked, to_credit, code)

    def left(self, order):
        words = """
            SELECT l.id, l.quantity - coalesce((
                SELECT sum(r.quantity) FROM storedesk.order_return_lines AS r
                WHERE r.order_line_item_id = l.id), 0)::int
            FROM order_line_items AS l WHERE l.order_id = %s ORDER BY l.id
        """
        return [row for row in self.store.rows(words, order) if row[1]]

    def balance(self, code):
        return self.till.call("credit_balance", code)["balance"]


@pytest.fixture
def shop(till):
    return Shop(till, till.store.sql("SELECT id FROM storedesk.till_sessions"))


def test_what_a_card_paid_goes_back_to_it_before_cash(shop, goods, store):
    goods("MUG", price="20.00")
    card = shop.issue("12.00")
    order = shop.sell(["MUG"], [cash("8.00")], [(card["code"], "12.00")])
    told = shop.give_back(order)
    assert store.rows(BACK) == [
        ("store_credit", card["number"], "12.00", "0.00"), ("cash", None, "8.00", "0.00"),
    ]  # fmt: skip
    assert [one["left"] for one in told["refunds"]] == ["12.00", None]
    assert shop.balance(card["code"]) == "12.00"
    assert "credit" not in told


def test_a_return_becomes_a_new_account_whose_code_is_told(shop, goods, store):
    goods("MUG", price="20.00")
    order = shop.sell(["MUG"], [cash("20.00")])
    told = shop.give_back(order, to_credit=True)
    made = told["credit"]
    assert (made["is_new"], made["balance"]) == (True, "20.00")
    assert store.rows(BACK) == [("store_credit", made["number"], "20.00", "0.00")]
    assert shop.balance(made["code"]) == "20.00"
    assert shop.till.expected(shop.shift) == "120.00", "the cash stays where it is"
    kept = "SELECT count(*) FROM storedesk.requests WHERE result::text LIKE %s"
    assert store.sql(kept, f"%{made['code'][:9]}%") == 0
    report = shop.till.ask("shift_report", shop.shift)
    assert (report["credit"]["refunded"], report["credit_owed"]) == ("20.00", "20.00")


def test_a_return_goes_on_a_card_that_the_customer_has(shop, goods, store):
    goods("MUG", price="20.00")
    card = shop.issue("5.00")
    order = shop.sell(["MUG"], [charged("20.00", last_four="4242")])
    assert shop.give_back(order, to_credit=True, code=WRONG) == {"state": "wrong", "left": 9}
    assert store.rows(BACK) == []
    told = shop.give_back(order, to_credit=True, code=card["code"])
    assert (told["credit"]["is_new"], "code" in told["credit"]) == (False, False)
    assert shop.balance(card["code"]) == "25.00"


def test_credit_counts_against_the_limit_of_refunds(shop, goods, till_of, refused, store):
    goods("TV", price="60.00")
    order = shop.sell(["TV"], [charged("60.00", last_four="4242")])
    with refused("return_large"):
        shop.give_back(order, to_credit=True)
    assert store.sql("SELECT count(*) FROM storedesk.credit_accounts") == 0
    shop.give_back(order, to_credit=True, by=till_of(person="cyd"))


@pytest.mark.parametrize("seed", range(6))
def test_parts_in_any_order_add_up_to_the_whole(shop, goods, store, seed):
    """Bought for credit, card and coins of 0.05; returned in drawn parts, some as credit."""
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    store.sql("UPDATE storedesk.limits SET value = 100000 WHERE kind LIKE 'refund%'")
    chance = random.Random(seed)
    prices = [Decimal(chance.randrange(101, 999)) / 100 for _ in range(4)]
    for at, price in enumerate(prices):
        goods(f"G{at}", price=str(price), on_hand=50)
    counts = [chance.randrange(1, 4) for _ in prices]
    total = sum((price * count for price, count in zip(prices, counts, strict=True)), Decimal(0))
    share = round(total / 3, 2)
    card = shop.issue(str(Decimal(10) * (int(share) // 10 + 1)))
    cash_part = total - 2 * share
    order = shop.sell(
        [f"G{at}" for at, count in enumerate(counts) for _ in range(count)],
        [charged(str(share), last_four="4242"), cash(str(cash_part))],
        [(card["code"], str(share))],
    )
    worth = Decimal(0)
    while lines := shop.left(order):
        line, left = chance.choice(lines)
        part = [{"line": str(line), "quantity": chance.randrange(1, left + 1), "restocked": True}]
        price = store.sql("SELECT unit_price_amount FROM order_line_items WHERE id = %s", line)
        worth += price * part[0]["quantity"]
        told = shop.give_back(order, part, to_credit=chance.random() < 0.4)
        assert Decimal(told["refunded"]) == price * part[0]["quantity"]
    assert worth == total
    by_method = store.rows(
        "SELECT sum(amount) FILTER (WHERE kind = 'payment'),"
        " sum(amount) FILTER (WHERE kind = 'refund') FROM storedesk.order_payments"
    )
    assert by_method == [(total, total)]
    given = store.sql("SELECT coalesce(sum(amount), 0) FROM storedesk.credit_entries")
    back = store.rows(
        "SELECT method, sum(amount) FROM storedesk.order_payments WHERE kind = 'refund' GROUP BY 1"
    )
    on_credit = dict(back).get("store_credit", Decimal(0))
    assert given == Decimal(card["amount"]) - share + on_credit
