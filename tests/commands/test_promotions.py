"""Promotions: from which instant to which they hold, for what, and what they make of a price."""

import json
from decimal import Decimal
from random import Random
from threading import Thread
from uuid import uuid4

import psycopg
import pytest

from storedesk.domain.promotions import PromotionKind
from tests.promoted_prices import lowest_price

pytestmark = pytest.mark.usefixtures("invariants")

MAKE = "SELECT api.make_promotion(%s, %s, %s, %s, %s, %s, %s, %s, %s) ->> 'promotion_id'"
CHANGE = "SELECT api.change_promotion(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ->> 'version'"
END = "SELECT api.end_promotion(%s, %s, %s) ->> 'version'"
SOLD = """
    SELECT l.unit_price_amount::text, p.usual_price_amount::text, p.name
    FROM order_line_items AS l LEFT JOIN storedesk.order_promotions AS p ON p.order_line_item_id = l.id
    ORDER BY l.created_at
"""  # noqa: E501 one statement


@pytest.fixture
def promote(store):
    """Make a promotion for products, from yesterday to tomorrow unless it says so."""

    def promote(
        *products, kind="percent", value="20", days=None, categories=(), variants=(), login="cyd",
        request=None, name="Candle week",
    ):  # fmt: skip
        first, last = days or store.rows("SELECT current_date - 1, current_date + 1")[0]
        return store.sql(
            MAKE, request or uuid4(), name, kind, value, first, last, list(categories),
            list(products), list(variants), login=login,
        )  # fmt: skip

    return promote


def zone(store, name):
    store.sql("UPDATE storedesk.store_settings SET time_zone = %s", name)


def shown(till):
    line = till.sale()["lines"][-1]
    return line["unit_price"], line["list_price"], line["promotion"]


def test_a_line_shows_the_new_price_and_the_old_one(till, goods, promote):
    promote(goods("MUG", price="10.00"))
    till.scan("MUG")
    assert shown(till) == ("8.00", "10.00", "Candle week")
    till.scan("MUG", 2)
    [line] = till.sale()["lines"]
    assert (line["quantity"], line["subtotal"]) == (3, "24.00")
    assert till.ask("item_by_code", "MUG")["usual_price"] == "10.00"
    [found] = till.ask("find_items", "mug")
    assert (found["price"], found["usual_price"]) == ("8.00", "10.00")


def test_what_was_sold_says_what_it_was_and_what_it_is(store, till, goods, promote):
    promote(goods("MUG", price="10.00"))
    goods("CUP", price="3.00")
    paid = till.sell("MUG", "CUP")
    assert paid["total"] == "11.00"
    assert store.rows(SOLD) == [("8.00", "10.00", "Candle week"), ("3.00", None, None)]
    lines = till.ask("receipt", paid["order_id"])["lines"]
    assert [(one["unit_price"], one["usual_price"]) for one in lines] == [
        ("8.00", "10.00"),
        ("3.00", None),
    ]


@pytest.mark.parametrize(
    ("time_zone", "instant", "price"),
    [
        ("UTC", "2025-03-29 23:59:59.999999", "10.00"),
        ("UTC", "2025-03-30 00:00:00", "8.00"),
        ("UTC", "2025-03-31 23:59:59.999999", "8.00"),
        ("UTC", "2025-04-01 00:00:00", "10.00"),
        # the clocks go on an hour on the first day: it begins at 23:00 UTC, the last ends at 22:00
        ("Europe/Berlin", "2025-03-29 22:59:59.999999", "10.00"),
        ("Europe/Berlin", "2025-03-29 23:00:00", "8.00"),
        ("Europe/Berlin", "2025-03-31 21:59:59.999999", "8.00"),
        ("Europe/Berlin", "2025-03-31 22:00:00", "10.00"),
        ("Pacific/Kiritimati", "2025-03-29 10:00:00", "8.00"),
        ("America/Los_Angeles", "2025-04-01 06:59:59", "8.00"),
        ("America/Los_Angeles", "2025-04-01 07:00:00", "10.00"),
    ],
)
def test_it_holds_from_its_first_instant_to_its_last(
    time_zone, instant, price, store, till, goods, promote, at
):
    zone(store, time_zone)
    mug = goods("MUG", price="10.00")
    at("2025-03-01 12:00:00")
    promote(mug, days=("2025-03-30", "2025-03-31"))
    at(instant)
    till.scan("MUG")
    assert till.sale()["lines"][0]["unit_price"] == price


def test_a_day_that_begins_at_one_o_clock_is_whole(store, till, goods, promote, at):
    """In Santiago clocks go from 24:00 to 1:00 on 7 September 2025: there is no midnight."""
    zone(store, "America/Santiago")
    mug = goods("MUG", price="10.00")
    at("2025-09-01 12:00:00")
    promote(mug, days=("2025-09-07", "2025-09-07"))
    prices = []
    for instant in ("09-07 03:59:59", "09-07 04:00:00", "09-08 02:59:59", "09-08 03:00:00"):
        at(f"2025-{instant}")
        prices.append(till.ask("item_by_code", "MUG")["price"])
    assert prices == ["10.00", "8.00", "8.00", "10.00"]


def test_one_that_ends_at_midnight_is_told_at_the_quote(store, till, goods, promote, at):
    zone(store, "UTC")
    mug = goods("MUG", price="10.00")
    at("2025-03-31 23:59:58")
    promote(mug, days=("2025-03-30", "2025-03-31"))
    till.scan("MUG")
    at("2025-04-01 00:00:01")
    told = till.quote("8.00")
    assert not told["is_held"]
    assert told["changes"] == [{"name": "Mug", "old": "8.00", "new": "10.00"}]
    assert shown(till) == ("10.00", "10.00", None)
    assert till.quote("10.00")["is_held"]


def test_what_was_quoted_is_paid_as_it_was_quoted(store, till, goods, promote, at):
    zone(store, "UTC")
    mug = goods("MUG", price="10.00")
    at("2025-03-31 23:59:58")
    promote(mug, days=("2025-03-30", "2025-03-31"))
    till.scan("MUG")
    assert till.quote("8.00")["is_held"]
    at("2025-04-01 00:01:00")
    assert shown(till) == ("8.00", "10.00", "Candle week")
    till.pay(total="8.00")
    assert store.rows(SOLD) == [("8.00", "10.00", "Candle week")]


def test_a_price_that_changed_after_the_quote_is_not_the_usual_one(store, till, goods, promote):
    mug = goods("MUG", price="10.00")
    promote(mug)
    till.scan("MUG")
    assert till.quote("8.00")["is_held"]
    store.sql("UPDATE products SET price_amount = 5 WHERE id = %s", mug, login="cyd")
    till.pay(total="8.00")
    assert store.rows(SOLD) == [("8.00", "10.00", "Candle week")]


def test_a_parked_sale_is_told_that_a_promotion_was_ended(store, till, goods, promote):
    made = promote(goods("MUG", price="10.00"))
    till.scan("MUG")
    till.call("park", till.order, "Ms. Smith")
    assert store.sql(END, uuid4(), made, 1, login="cyd") == "2"
    till.call("recall", till.order, till.register)
    assert shown(till) == ("8.00", "8.00", None)
    assert till.quote("8.00")["changes"] == [{"name": "Mug", "old": "8.00", "new": "10.00"}]
    assert till.quote("10.00")["is_held"]


def test_the_lowest_of_several_prices_wins_and_none_is_stacked(till, goods, promote):
    mug = goods("MUG", price="10.00")
    promote(mug)
    promote(mug, kind="amount", value="3.00", name="Three off")
    promote(mug, kind="price", value="9.00", name="Nine")
    till.scan("MUG")
    assert shown(till) == ("7.00", "10.00", "Three off")


def test_a_price_above_the_usual_one_is_no_promotion(store, till, goods, promote):
    mug = goods("MUG", price="10.00")
    promote(mug, kind="price", value="12.00")
    till.scan("MUG")
    assert shown(till) == ("10.00", "10.00", None)
    till.quote()
    till.pay(total="10.00")
    assert store.rows(SOLD) == [("10.00", None, None)]


def test_nothing_is_given_away(till, goods, promote):
    mug = goods("MUG", price="2.50")
    promote(mug, kind="amount", value="2.50")
    till.scan("MUG")
    assert shown(till) == ("0.01", "2.50", "Candle week")


def test_a_category_is_meant_with_all_below_it(store, till, goods, add_category, promote):
    top = add_category("Home")
    near = add_category("Tea lights", add_category("Candles", top))
    mug = goods("MUG", price="10.00")
    promote(categories=[top])
    till.scan("MUG")
    assert shown(till)[0] == "10.00"
    store.sql("UPDATE products SET category_id = %s WHERE id = %s", near, mug, login="cyd")
    assert till.quote("10.00")["changes"] == [{"name": "Mug", "old": "10.00", "new": "8.00"}]
    store.sql("SELECT api.move_category(%s, %s, NULL)", uuid4(), near, login="cyd")
    assert till.quote("8.00")["changes"] == [{"name": "Mug", "old": "8.00", "new": "10.00"}]


def test_a_variant_may_be_meant_alone(till, goods, add_variant, promote):
    mug = goods("MUG", price="10.00")
    small, large = (add_variant(mug, sku, size=sku) for sku in ("MUG-S", "MUG-L"))
    promote(variants=[small])
    till.scan("MUG-S")
    till.scan("MUG-L")
    prices = {one["variant_id"]: one["unit_price"] for one in till.sale()["lines"]}
    assert prices == {str(small): "8.00", str(large): "10.00"}


def test_a_price_set_by_hand_wins_and_counts_from_the_price_that_holds(
    store, till_of, goods, promote
):
    till = till_of(person="cyd")
    till.open()
    promote(goods("MUG", price="10.00"))
    till.scan("MUG")
    [line] = till.sale()["lines"]
    till.call("reprice_line", till.order, line["id"], "6.00", "scratched")
    assert shown(till) == ("6.00", "8.00", None)
    assert till.quote("6.00")["is_held"]
    till.pay(total="6.00")
    assert store.rows(SOLD) == [("6.00", None, None)]
    assert store.rows("SELECT list_price_amount::text FROM storedesk.order_discounts") == [
        ("8.00",)
    ]


def test_a_price_set_by_hand_that_becomes_the_price_is_the_promotions(
    store, till_of, goods, promote
):
    till = till_of(person="cyd")
    till.open()
    mug = goods("MUG", price="10.00")
    till.scan("MUG")
    [line] = till.sale()["lines"]
    till.call("reprice_line", till.order, line["id"], "8.00", "scratched")
    promote(mug)
    assert till.quote("8.00")["is_held"]
    till.pay(total="8.00")
    assert store.rows(SOLD) == [("8.00", "10.00", "Candle week")]
    assert store.rows("SELECT 1 FROM storedesk.order_discounts") == []


def test_more_pieces_of_a_line_set_by_hand_have_the_price_that_holds(till_of, goods, promote):
    till = till_of()
    till.open()
    promote(goods("MUG", price="10.00"))
    till.scan("MUG")
    [line] = till.sale()["lines"]
    till_of(person="cyd").call("reprice_line", till.order, line["id"], "6.00", "scratched")
    till.call("change_line", till.order, line["id"], 3)
    prices = [(one["unit_price"], one["quantity"]) for one in till.sale()["lines"]]
    assert prices == [("6.00", 1), ("8.00", 2)]


def test_a_telephone_order_has_the_price_of_its_day(store, orders, goods, promote):
    mug = goods("MUG", price="10.00")
    promote(mug)
    told = orders.place((mug, 2, "10.00"), total="20.00")
    assert [(one["old"], one["new"]) for one in told["changes"]] == [("10.00", "8.00")]
    orders.placed((mug, 2, "8.00"))
    assert store.rows(SOLD) == [("8.00", "10.00", "Candle week")]


def test_a_return_gives_back_what_was_paid(store, till, orders, goods, promote):
    made = promote(goods("MUG", price="10.00"))
    paid = till.sell("MUG")
    store.sql(END, uuid4(), made, 1, login="cyd")
    [line] = store.rows("SELECT id FROM order_line_items WHERE order_id = %s", paid["order_id"])
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    orders.take_back(paid["order_id"], (line[0], 1), shift=shift)
    assert store.sql("SELECT refund_amount FROM storedesk.order_returns") == Decimal("8.00")


def test_a_request_makes_one_however_often_it_is_sent(store, goods, promote):
    mug, request = goods("MUG"), uuid4()
    assert promote(mug, request=request) == promote(mug, request=request)
    assert store.sql("SELECT count(*) FROM storedesk.promotions") == 1


@pytest.mark.parametrize("login", ["bob", "ada", "dee", "eve"])
def test_managers_alone_make_them_and_all_who_sell_see_them(login, store, goods, promote):
    mug = goods("MUG")
    promote(mug)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        promote(mug, login=login)
    assert store.sql("SELECT count(*) FROM storedesk.promotions", login=login) == 1


def test_of_two_who_change_one_the_second_is_told(store, goods, promote, refused):
    mug, made = goods("MUG", price="10.00"), None
    made = promote(mug)
    days = store.rows("SELECT current_date, current_date + 3")[0]
    terms = ["Spring", "percent", "30", *days, [], [mug], []]
    assert store.sql(CHANGE, uuid4(), made, 1, *terms, login="cyd") == "2"
    with refused("changed_meanwhile"):
        store.sql(CHANGE, uuid4(), made, 1, *terms, login="cyd")
    with refused("changed_meanwhile"):
        store.sql(END, uuid4(), made, 1, login="cyd")
    said = store.rows("SELECT action, new ->> 'name' FROM storedesk.audit_event "
                      "WHERE entity = 'promotion' ORDER BY id")  # fmt: skip
    assert said == [("make", "Candle week"), ("change", "Spring")]


def test_of_two_at_once_one_changes_it(store, goods, promote):
    mug = goods("MUG", price="10.00")
    made = promote(mug)
    days = store.rows("SELECT current_date, current_date + 3")[0]
    said = []

    def change(percent):
        line = store.borrow("cyd")
        try:
            terms = ["Spring", "percent", percent, *days, [], [mug], []]
            said.append(line.execute(CHANGE, [uuid4(), made, 1, *terms]).fetchone())
        except psycopg.Error as error:
            said.append(error.diag.message_primary)
        finally:
            store.give_back(line, "cyd")

    both = [Thread(target=change, args=(percent,)) for percent in ("10", "40")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(map(str, said)) == ["2", "changed_meanwhile"]


def test_what_is_over_is_neither_changed_nor_ended(store, goods, promote, refused, at):
    mug = goods("MUG")
    at("2025-03-01 12:00:00")
    made = promote(mug, days=("2025-03-01", "2025-03-02"))
    at("2025-03-03 12:00:00")
    with refused("promotion_over"):
        store.sql(END, uuid4(), made, 1, login="cyd")
    with refused("promotion_over"):
        promote(mug, days=("2025-03-01", "2025-03-02"))
    other = promote(mug, days=("2025-03-01", "2025-03-03"))
    store.sql(END, uuid4(), other, 1, login="cyd")
    with refused("promotion_over"):
        store.sql(END, uuid4(), other, 2, login="cyd")


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"name": " "}, "promotion_nameless"),
        ({"name": "4111 1111 1111 1111"}, "card_number"),
        ({"value": "0"}, "promotion_value"),
        ({"value": "100"}, "promotion_value"),
        ({"value": "12.345"}, "promotion_value"),
        ({"value": "NaN"}, "promotion_value"),
        ({"kind": "gift"}, "promotion_value"),
        ({"kind": "price", "value": "1.999"}, "money_not_exact"),
        ({"kind": "price", "value": "1000000000"}, "money_too_big"),
        ({"days": ("2199-01-02", "2199-01-01")}, "promotion_days"),
        ({"days": ("2020-01-01", "2020-01-02")}, "promotion_over"),
        ({"categories": [uuid4()]}, "category_not_found"),
        ({"variants": [uuid4()]}, "variant_not_found"),
    ],
)
def test_what_no_promotion_can_be_is_refused(how, code, goods, promote, refused):
    with refused(code):
        promote(goods("MUG"), **how)
    with refused("product_not_found"):
        promote(goods("CUP"), uuid4())
    with refused("promotion_empty"):
        promote()


def test_python_and_the_database_agree_on_every_price(store):
    random = Random(20261202)
    kinds = list(PromotionKind)
    asked = []
    for _ in range(4000):
        digits = random.choice((0, 2))
        kind, unit = random.choice(kinds), Decimal(1).scaleb(-digits)
        price = random.choice((1, 2, 5, 99, 1999, random.randrange(1, 10**7))) * unit
        value = Decimal(random.randrange(1, 10_000)) / 100
        if kind is not PromotionKind.PERCENT:
            value = (random.randrange(1, 20_000) * unit).quantize(unit)
        asked.append((price, kind, value, digits))
    words = """
        SELECT storedesk.promoted_price(a.price, a.kind, a.value, a.digits)
        FROM unnest(%s::numeric[], %s::text[], %s::numeric[], %s::int[])
            WITH ORDINALITY AS a (price, kind, value, digits, place) ORDER BY place
    """
    columns = [[str(one) if not isinstance(one, int) else one for one in column]
               for column in zip(*asked, strict=True)]  # fmt: skip
    found = [price for (price,) in store.rows(words, *columns)]
    assert found == [
        lowest_price(price, [(kind, value)], digits) for price, kind, value, digits in asked
    ]
    for (price, _, _, digits), lowered in zip(asked, found, strict=True):
        assert Decimal(1).scaleb(-digits) <= lowered <= price


def test_the_lowest_price_is_the_same_in_both(store, goods, promote):
    random = Random(7)
    for at in range(12):
        price = Decimal(random.randrange(2, 5000)) / 100
        mug = goods(f"MUG{at}", price=str(price))
        made = []
        for _ in range(random.randrange(1, 5)):
            kind = random.choice(list(PromotionKind))
            value = Decimal(random.randrange(1, 9999)) / 100
            promote(mug, kind=str(kind), value=str(value))
            made.append((kind, value))
        found = store.sql(
            "SELECT price FROM storedesk.price_on(%s, NULL, NULL, %s, current_date)", mug, price
        )
        assert found == lowest_price(price, made)


def test_open_windows_hear_of_it(store, goods, promote):
    mug = goods("MUG")
    with psycopg.connect(store.dsn("bob"), autocommit=True) as line:
        line.execute("LISTEN storedesk")
        made = promote(mug)
        [told] = line.notifies(timeout=20, stop_after=1)
    assert json.loads(told.payload)["t"]["promotions"] == [made]


def test_the_web_shop_reads_what_holds_and_nothing_else(store, goods, add_variant, promote):
    mug, cup = goods("MUG", price="10.00"), goods("CUP", price="10.00")
    goods("JUG", price="10.00")
    small = add_variant(cup, "CUP-S", size="S")
    add_variant(cup, "CUP-L", size="L")
    promote(mug, variants=[small])
    with psycopg.connect(store.dsn("wes"), autocommit=True) as line:
        words = "SELECT product_id, variant_id, usual_price, price FROM webshop.sale_prices"
        found = set(line.execute(words).fetchall())
    assert found == {
        (mug, None, Decimal(10), Decimal(8)),
        (cup, small, Decimal(10), Decimal(8)),
    }


def test_a_promotion_that_is_not_there_is_not_ended_or_changed(store, goods, refused):
    day = store.sql("SELECT current_date")
    with refused("promotion_not_found"):
        store.sql(END, uuid4(), uuid4(), 1, login="cyd")
    with refused("promotion_not_found"):
        store.sql(
            CHANGE, uuid4(), uuid4(), 1, "Late", "percent", "20", day, day, [], [goods("MUG")], [],
            login="cyd",
        )  # fmt: skip
