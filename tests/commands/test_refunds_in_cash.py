"""Cash that goes back: never more than was taken, and by the last return exactly the rest."""

import json
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from uuid import uuid4

import pytest

from tests.tills import card, cash

pytestmark = pytest.mark.usefixtures("invariants")
COINS = ("0.01", "0.05", "0.10", "0.50", "1.00")
DRAWER = """
    SELECT coalesce(sum(CASE kind WHEN 'payment' THEN amount + rounding_amount
                                  ELSE -amount - rounding_amount END), 0)
    FROM storedesk.order_payments WHERE order_id = %s AND method = 'cash'
"""


def in_coins(amount, coin):
    """Round as a till does, half away from zero: on this side, to compare."""
    coin = Decimal(coin)
    return (amount / coin).quantize(Decimal(1), ROUND_HALF_UP) * coin


class Book:
    """Sells for cash past the tills, and takes back by the command."""

    def __init__(self, store, connection, shift):
        self.store, self.line, self.shift = store, connection, shift
        self.actor = store.staff_id("bob")  # whose shift it is

    def coin(self, coin):
        self.line.execute("UPDATE storedesk.store_settings SET cash_rounding = %s", [coin])

    def sell(self, lines, *, by_card="0"):
        order = uuid4()
        place = "SELECT core.place(%s, %s, %s, %s, core.now())"
        customer = self.store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")
        self.line.execute(place, [order, customer, json.dumps(lines), self.actor])
        total = self.column(order, "total_amount")
        given = [card(by_card)] if Decimal(by_card) else []
        given.append(cash(str(total - Decimal(by_card))))
        read = "SELECT core.read_tenders(%s, %s, 'USD')"
        tenders = self.line.execute(read, [json.dumps(given), total]).fetchone()
        confirm = "SELECT core.confirm(%s, %s, %s, core.now(), %s, is_mailed => false)"
        self.line.execute(confirm, [order, json.dumps(tenders), self.actor, self.shift])
        return order

    def hand_over(self, order):
        words = "SELECT core.hand_over(%s, %s, %s, core.now())"
        self.line.execute(words, [order, self.shift, self.actor])

    def take_back(self, order, line, pieces):
        back = json.dumps([{"line": str(line), "quantity": pieces, "restocked": True}])
        words = "SELECT core.return_order(%s, %s, %s, 'broke', %s, false, %s, %s, NULL)"
        seen = self.column(order, "version")
        told = self.line.execute(
            words, [uuid4(), order, back, self.shift, self.actor, seen]
        ).fetchone()
        return sum(
            Decimal(one["amount"]) + Decimal(one["rounding"])
            for one in told["refunds"]
            if one["method"] == "cash"
        )

    def column(self, order, name):
        return self.line.execute(f"SELECT {name} FROM orders WHERE id = %s", [order]).fetchone()

    def lines(self, order):
        words = "SELECT id FROM order_line_items WHERE order_id = %s ORDER BY created_at"
        return self.line.execute(words, [order]).fetchall()

    def drawer(self, order):
        """Return what is in the drawer for an order."""
        return self.line.execute(DRAWER, [order]).fetchone()


@pytest.fixture
def book(store, till):
    shift = till.store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")
    with store.connect() as connection:
        yield Book(store, connection, shift)


def line_of(product, quantity, price):
    return {"product": str(product), "quantity": quantity, "price": price}


@pytest.mark.parametrize(
    ("coin", "price", "pieces", "taken"),
    [("1.00", "0.50", 10, "5.00"), ("0.05", "1.98", 3, "5.95"), ("0.05", "1.02", 3, "3.05"),
     ("0.01", "1.98", 3, "5.94"), ("0.50", "0.24", 1, "0.00"), ("1.00", "0.10", 7, "1.00")],
)  # fmt: skip
def test_piece_by_piece_goes_back_what_came_in(book, goods, coin, price, pieces, taken):
    book.coin(coin)
    order = book.sell([line_of(goods("MUG"), pieces, price)])
    book.hand_over(order)
    assert book.drawer(order) == Decimal(taken)

    [line] = book.lines(order)
    for left in range(pieces - 1, -1, -1):
        book.take_back(order, line, 1)
        assert book.drawer(order) == in_coins(left * Decimal(price), coin)
    assert book.drawer(order) == 0


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_sold_and_comes_back_in_whatever_order(book, goods, tax, seed):
    chance = Random(seed)
    tax(chance.choice(("0", "0.0825", "0.19")), mode=chance.choice(("exclusive", "inclusive")))
    things = [goods(f"THING-{n}", on_hand=10_000) for n in range(3)]
    for _ in range(12):
        coin = chance.choice(COINS)
        book.coin(coin)
        lines = [
            line_of(thing, chance.randint(1, 7), str(Decimal(chance.randint(1, 999)) / 100))
            for thing in chance.sample(things, chance.randint(1, 3))
        ]
        order = book.sell(lines, by_card=chance.choice(("0", "0", "0.01")))
        book.hand_over(order)
        taken = book.drawer(order)
        remaining = {
            key: line["quantity"] for key, line in zip(book.lines(order), lines, strict=True)
        }
        given = Decimal(0)
        while any(remaining.values()):
            line = chance.choice([key for key, count in remaining.items() if count])
            pieces = chance.randint(1, remaining[line])
            remaining[line] -= pieces
            back = book.take_back(order, line, pieces)
            given += back
            assert back >= 0
            assert 0 <= given <= taken
            assert book.drawer(order) == taken - given
            assert book.drawer(order) % Decimal(coin) == 0
        assert given == taken, (seed, coin, lines)


@pytest.mark.parametrize("seed", range(2))
def test_also_when_the_coins_change_on_the_way(book, goods, seed):
    chance, mug = Random(f"coins {seed}"), goods("MUG", on_hand=10_000)
    for _ in range(12):
        book.coin(chance.choice(COINS))
        pieces = chance.randint(2, 9)
        price = str(Decimal(chance.randint(1, 250)) / 100)
        order = book.sell([line_of(mug, pieces, price)])
        book.hand_over(order)
        taken, given = book.drawer(order), Decimal(0)
        for _ in range(pieces):
            book.coin(chance.choice(COINS))
            given += book.take_back(order, book.lines(order)[0], 1)
            assert 0 <= given <= taken
        assert given == taken


@pytest.mark.parametrize("coin", COINS)
def test_a_cancelled_order_gives_back_what_came_in(book, goods, coin):
    book.coin(coin)
    mug = goods("MUG", on_hand=10_000)
    for price in ("0.30", "0.49", "0.50", "1.98", "9.99"):
        order = book.sell([line_of(mug, 3, price)], by_card="0.27")
        book.coin("0.01")
        cancel = "SELECT core.cancel(%s, 'no', %s, core.now(), %s)"
        book.line.execute(cancel, [order, book.actor, book.shift])
        assert book.drawer(order) == 0
        book.coin(coin)


def test_cash_with_a_reference_is_cash(book, goods, till):
    book.coin("0.05")
    goods("MUG", price="1.98")
    till.scan("MUG", 3)
    till.quote()
    till.pay(cash("3.94") | {"reference": "till 1"}, cash("2.00") | {"reference": "till 2"})
    order, [line] = till.order, book.lines(till.order)

    given = [book.take_back(order, line, 1) for _ in range(3)]

    assert given == [Decimal("2.00"), Decimal("1.95"), Decimal("2.00")]
    assert book.drawer(order) == 0
