"""A day in the shop through the real window, by keys and by touch, and its Z added up by hand."""

import time
from decimal import Decimal
from random import Random
from uuid import uuid4

import pytest
from psycopg.rows import tuple_row

from tests.screen.drive.day import CENT, GIVEN, Day
from tests.screen.drive.keys import ByKeys
from tests.screen.drive.touch import ByTouch
from tests.screen.sales import ShelfProduct
from tests.week.drawer_sums import DRAWER, DRAWER_TAXES

pytestmark = pytest.mark.slow
ROUNDS, RETURNS, EXCHANGES = 10, 10, 5
SHORT = Decimal("-1.50")
"""What is missing in the drawer in the evening."""
FLOAT, OUT, DEPOSIT = Decimal(100), Decimal(20), Decimal(2)
REPORT = """
    SELECT t.id, api.shift_report(t.id) FROM storedesk.till_sessions AS t
    JOIN storedesk.registers AS r ON r.id = t.register_id WHERE r.code = 'T1'
"""
OPEN_TAXES = """
    SELECT sum(t.base_amount), sum(t.tax_amount)
    FROM storedesk.open_return_tax_lines AS t
    JOIN storedesk.open_returns AS r ON r.id = t.open_return_id
    WHERE r.till_session_id = %(shift)s
"""
"""What the tax on goods was that came back without a receipt."""
MAKE = "SELECT api.make_promotion(%s, 'Today', 'percent', 20, %s, %s, %s, %s, %s)"


@pytest.fixture
def shelf(goods, tax):
    """Return what makes products of this day; prices include tax."""
    tax("0.20", mode="inclusive")
    made = iter(range(5000_0000, 5100_0000))

    def shelf(name, price, on_hand=200):
        code = str(next(made))
        return ShelfProduct(
            goods(code, price=price, on_hand=on_hand, name=name), name, code, Decimal(price)
        )

    return shelf


def test_a_day_by_keys(at_till, day_of):
    till = at_till()
    till.open_shift()
    day_of(ByKeys(till))


@pytest.mark.parametrize("size", ["1024x768"], indirect=True, scope="module")
def test_a_day_by_touch(at_till, day_of):
    """On the smallest screen, in touch mode, with no key: only codes of gift cards are scanned."""
    till = at_till()
    till.touch_mode()
    cashier = ByTouch(till)
    cashier.open_shift("100")
    day_of(cashier)


@pytest.fixture
def ordered(orders, products):
    """Place an order by telephone, of two mugs; return its number and what it costs."""

    def ordered():
        order = orders.placed((products[0].id, 2), by="cyd")
        return orders.column(order, "order_number"), orders.column(order, "total_amount")

    return ordered


@pytest.fixture
def day_of(store, products, shelf, ordered, till_of, hire, timed):
    """Return what lives the whole day at a till, by a cashier of either kind."""

    def day_of(cashier):
        start, chance, day = time.monotonic(), Random(12), Day(cashier, store.login("cyd"))
        cheese, rare = shelf("Cheese", "12.90"), shelf("Vase", "9.00", on_hand=1)
        store.sql("SELECT api.measure_product(%s, %s, 'kilogram')", uuid4(), cheese.id, login="cyd")
        none = [shelf(f"Ribbon {number}", "3.00", on_hand=0) for number in range(3)]
        promoted, dear = on_promotion(store, shelf("Lamp", "25.00")), shelf("Quilt", "80.00")
        given = shelf("Kettle", "15.00")
        other = till_of("T2", hire("fay"))
        other.open()

        def change(product, price):
            store.sql("UPDATE products SET price_amount = %s WHERE id = %s", price, product.id)

        kept, collected = ordered(), ordered()
        day.take_deposit(kept[0], DEPOSIT)
        day.collect(*collected)
        for number in range(ROUNDS):
            one, two, *_ = shelves = chance.sample(products, 4)
            day.cash(one, two)
            day.split(*shelves)
            day.card(one)
            day.paypal(two)
            day.discounted(one)
            day.cash(promoted)
            day.weighed(cheese, f"0.{chance.randint(100, 999)}")
            products[products.index(two)] = day.repriced(two, change)
            if not day.cards:
                day.sell_gift_card()
            day.by_gift_card(one, shelves[2])
            if number < len(none):
                day.past_the_count(none[number])
            elif number == len(none):
                day.lost(rare, one, lambda product: other.sell(product.code))
            elif number == len(none) + 1:
                day.cash(given, shelves[3])
            else:
                day.approved(one, shelves[3])
            timed(f"{len(day.sales)} sales", start)
        day.pay_out(OUT)
        day.look_at_x()
        alone = [one for one in day.sales if len(one.products) == len(one.by) == 1]
        back = chance.sample(alone, RETURNS + EXCHANGES)
        for sold in back[:RETURNS]:
            day.take_back(sold)
        for sold in back[RETURNS:]:
            day.exchange(sold, dear)
        day.without_a_receipt(given)
        timed(f"{len(day.sales)} sales, {RETURNS} returns, {EXCHANGES} exchanges", start)

        day.close(FLOAT + day.money["cash"] + SHORT)

        expect_z(store, day)
        assert store.broken() == []

    return day_of


def on_promotion(store, product):
    """Sell a product at twenty percent less today; return it at that price."""
    first, last = store.rows("SELECT current_date - 1, current_date + 1")[0]
    words = MAKE, uuid4(), first, last, [], [product.id], []
    store.sql(*words, login="cyd")
    now = (product.price * 4 / 5).quantize(CENT)
    return ShelfProduct(product.id, product.name, product.code, now)


def expect_z(store, day):
    """Check the Z report of the day against what was added up by hand, and SQL over the rows."""
    shift, report = store.rows(REPORT, login="cyd")[0]
    expected = FLOAT + day.money["cash"]
    by_hand = {
        "sales": len(day.sales), "gross": day.gross, "returns": RETURNS + EXCHANGES,
        "returned": day.returned, "open_returns": 1, "open_returned": day.open_returned,
        "paid_out": OUT + day.open_returned, "expected": expected,
        "counted": expected + SHORT, "difference": SHORT,
    }  # fmt: skip
    assert {key: _number(report[key]) for key in by_hand} == by_hand
    tenders = {one["method"]: one for one in report["tenders"]}
    net = {way: _number(one["taken"]) - _number(one["refunded"]) for way, one in tenders.items()}
    assert net == {
        "cash": day.money["cash"] + OUT + day.open_returned - day.cards_sold * GIVEN,
        "credit_card": day.money["card"],
        "paypal": day.money["paypal"], "store_credit": day.money["gift"],
    }  # fmt: skip
    [row] = added_up(store, DRAWER, shift)
    assert row[1:3] == (by_hand["sales"], by_hand["gross"])
    assert row[3:5] == (by_hand["returns"], by_hand["returned"])
    assert row[-3:] == (by_hand["counted"], SHORT, expected)
    [[_, base, tax]] = added_up(store, DRAWER_TAXES, shift)
    [[open_base, open_tax]] = added_up(store, OPEN_TAXES, shift)
    assert [(_number(one["base"]), _number(one["tax"])) for one in report["taxes"]] == [
        (base - open_base, tax - open_tax)
    ]


def added_up(store, words, shift):
    """Run a statement of the week's proof over the rows of a shift."""
    with store.line() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        return cursor.execute(words, {"shift": shift}).fetchall()


def _number(written):
    return written if isinstance(written, int) else Decimal(written)
