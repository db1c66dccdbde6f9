"""What is weighed, or priced at the till: labels of scales, typed weights, open prices."""

import json
from decimal import Decimal
from random import Random
from uuid import uuid4

import pytest

from storedesk.domain import scale_codes
from storedesk.domain.measures import package_price
from storedesk.domain.scale_codes import CodeValue, ScaleCode

pytestmark = pytest.mark.usefixtures("invariants")

RULES = (
    ScaleCode("20", CodeValue.WEIGHT, 5),
    ScaleCode("21", CodeValue.PRICE, 5),
    ScaleCode("22", CodeValue.PRICE, 4, is_checked=True),
    ScaleCode("02", CodeValue.PRICE, 5, is_checked=True),
)
SOLD = """
    SELECT l.quantity, l.unit_price_amount::text, m.source, m.weight::text,
           m.kilo_price_amount::text
    FROM order_line_items AS l LEFT JOIN storedesk.line_measures AS m ON m.order_line_item_id = l.id
    ORDER BY l.created_at
"""


def closed(digits):
    """Put the check digit of an EAN-13 behind twelve digits."""
    weighed = sum(int(c) * (3 if at % 2 else 1) for at, c in enumerate(digits))
    return f"{digits}{-weighed % 10}"


def wrong(code):
    """Return a code with another check digit."""
    return f"{code[:-1]}{(int(code[-1]) + 1) % 10}"


def measure(store, product, how, login="cyd"):
    return store.sql("SELECT api.measure_product(%s, %s, %s)", uuid4(), product, how, login=login)


@pytest.fixture
def cheese(store, goods):
    """Put on sale by weight what scales call 12345; labels are read by RULES."""
    store.sql(
        "UPDATE storedesk.store_settings SET scale_codes = %s",
        json.dumps(scale_codes.as_document(RULES)),
    )
    product = goods("12345", price="12.99", name="Cheese")
    measure(store, product, "kilogram")
    return product


def weigh(till, product, weight, **how):
    return till.call(
        "add_item", till.register, till.order, product, None, 1, None, None, None, weight, **how
    )


@pytest.mark.usefixtures("cheese")
def test_a_label_is_a_package_and_the_same_label_another(store, till):
    code = closed("201234500350")
    till.scan(code)
    sale = till.scan(code)
    lines = sale["lines"]
    assert [(one["quantity"], one["unit_price"]) for one in lines] == [(1, "4.55"), (1, "4.55")]
    assert lines[0]["measure"] == {
        "source": "label_weight", "weight": "0.350", "kilo_price": "12.99",
    }  # fmt: skip
    assert (lines[1]["id"], sale["total"]) == (sale["touched"], "9.10")
    till.quote()
    till.pay()
    assert store.rows(SOLD) == [(1, "4.55", "label_weight", "0.350", "12.99")] * 2


@pytest.mark.usefixtures("cheese")
def test_a_label_is_scanned_once_however_often_it_is_sent(till):
    request = uuid4()
    till.scan(closed("201234500350"), request=request)
    assert len(till.scan(closed("201234500350"), request=request)["lines"]) == 1


@pytest.mark.usefixtures("cheese")
def test_a_price_on_a_label_is_what_it_costs(store, till):
    till.scan(closed("211234500455"))
    till.scan(closed("211234500999"))
    till.quote()
    till.pay()
    assert store.rows(SOLD) == [
        (1, "4.55", "label_price", None, None), (1, "9.99", "label_price", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cents", "is_odd"), [("00002", True), ("00003", False), ("38970", False), ("38971", True)]
)
@pytest.mark.parametrize("way", ["label", "code"])
def test_a_price_on_a_label_is_one_that_a_scale_prints(till, cheese, refused, cents, is_odd, way):
    del cheese
    price = f"{int(cents) / 100:.2f}"
    sent = [closed(f"2112345{cents}")]
    if way == "code":
        sent = ["12345", 1, None, None, price, "USD"]

    def scan():
        return till.call("scan", till.register, till.order, *sent)

    if is_odd:
        with refused("label_price_odd"):
            scan()
        assert till.sale() is None
    else:
        assert scan()["total"] == price


def test_a_label_with_weight_and_price_says_itself_what_it_weighs(till, cheese):
    del cheese
    sent = ["12345", 1, None, Decimal("0.350"), Decimal("0.02"), "USD"]
    assert till.call("scan", till.register, till.order, *sent)["total"] == "0.02"


@pytest.mark.parametrize(
    ("weight", "price"),
    [("0.001", "0.01"), ("99.999", "1298.99"), ("0.345", "4.48"), ("0.350", "4.55")],
)
def test_a_weight_is_typed_and_rounded_once(till, cheese, weight, price):
    [line] = weigh(till, cheese, weight)["lines"]
    assert line["unit_price"] == price
    assert Decimal(price) == package_price(Decimal(weight), Decimal("12.99"))
    assert line["measure"]["source"] == "typed"


@pytest.mark.parametrize("weight", ["0", "-1", "0.0001", "0.3505", "100", "NaN"])
def test_other_weights_are_none(till, cheese, refused, weight):
    with refused("bad_weight"):
        weigh(till, cheese, weight)


def test_what_lacks_its_weight_asks_for_it(till, cheese, refused):
    with refused("weight_needed"):
        till.scan("12345")
    with refused("weight_needed"):
        weigh(till, cheese, None)


@pytest.mark.usefixtures("cheese")
def test_labels_that_cannot_be(till, goods, refused):
    goods("54321", name="Mug")
    good = closed("201234500350")
    for code, reason in (
        (wrong(good), "label_misread"),
        (closed("221234004556"), "label_misread"),
        (closed("209999900350"), "label_unknown"),
        (closed("205432100350"), "not_by_weight"),
        (closed("201234500000"), "bad_weight"),
        (closed("211234500000"), "costs_nothing"),
        (closed("231234500350"), "unknown_code"),
    ):
        with refused(reason):
            till.scan(code)
    with refused("weighed_alone"):
        till.scan(good, 2)
    assert till.sale() is None


@pytest.mark.usefixtures("cheese")
def test_the_whole_code_of_a_product_comes_first(till, goods):
    goods(closed("201234500350"), name="Mug", price="2.50")
    [line] = till.scan(closed("201234500350"))["lines"]
    assert (line["name"], line["unit_price"], line["measure"]) == ("Mug", "2.50", None)


@pytest.mark.usefixtures("cheese")
def test_a_package_is_taken_out_noted_priced_and_undone(till):
    code = closed("201234500350")
    first = till.scan(code)["touched"]
    second = till.scan(code)["touched"]
    till.call("note_line", till.order, second, "sliced")
    sale = till.sale()
    assert [one["note"] for one in sale["lines"]] == [None, "sliced"]
    assert [one["id"] for one in till.call("change_line", till.order, first, 0)["lines"]] == [
        second
    ]
    assert [one["id"] for one in till.call("undo_change", till.order)["lines"]] == [first, second]


@pytest.mark.usefixtures("cheese")
def test_a_package_has_one_piece(till, refused):
    line = till.scan(closed("201234500350"))["touched"]
    with refused("weighed_alone"):
        till.call("change_line", till.order, line, 2)


@pytest.mark.usefixtures("cheese")
def test_a_price_set_by_hand_is_of_that_package(store, till_of):
    manager = till_of("T2", "cyd")
    manager.open()
    code = closed("201234500350")
    manager.scan(code)
    line = manager.scan(code)["touched"]
    sale = manager.call("reprice_line", manager.order, line, "3.00", "short-dated")
    assert [(one["unit_price"], one["list_price"]) for one in sale["lines"]] == [
        ("4.55", "4.55"), ("3.00", "4.55"),
    ]  # fmt: skip
    assert manager.quote()["is_held"]
    manager.pay()
    assert store.rows("SELECT list_price_amount::text FROM storedesk.order_discounts") == [
        ("4.55",)
    ]


@pytest.mark.usefixtures("cheese")
def test_a_cashier_sets_the_price_of_a_package_within_their_limit(till, refused):
    line = till.scan(closed("201234500350"))["touched"]
    sale = till.call("reprice_line", till.order, line, "4.10", "short-dated")  # of 4.55
    assert [(one["unit_price"], one["list_price"]) for one in sale["lines"]] == [("4.10", "4.55")]
    with refused("approval_needed"):
        till.call("reprice_line", till.order, sale["touched"], "4.08", "short-dated")


def test_a_promotion_lowers_the_price_of_a_kilogram_and_no_label(store, till, cheese):
    first, last = store.rows("SELECT current_date - 1, current_date + 1")[0]
    store.sql(
        "SELECT api.make_promotion(%s, 'Week', 'percent', 20, %s, %s, '{}', %s, '{}')",
        uuid4(), first, last, [cheese], login="cyd",
    )  # fmt: skip
    till.scan(closed("201234500350"))
    till.scan(closed("211234500455"))
    lines = till.sale()["lines"]
    assert [(one["unit_price"], one["list_price"], one["promotion"]) for one in lines] == [
        ("3.64", "4.55", "Week"), ("4.55", "4.55", None),
    ]  # fmt: skip
    assert lines[0]["measure"]["kilo_price"] == "10.39"
    assert till.quote()["is_held"]
    till.pay()
    assert store.rows("SELECT usual_price_amount::text FROM storedesk.order_promotions") == [
        ("4.55",)
    ]


def test_a_new_price_is_told_before_anything_is_held(store, till, cheese):
    till.scan(closed("201234500350"))
    store.sql("UPDATE products SET price_amount = 10 WHERE id = %s", cheese, login="cyd")
    quote = till.quote()
    assert (quote["is_held"], quote["changes"][0]["new"]) == (False, "3.50")
    assert till.sale()["lines"][0]["measure"]["kilo_price"] == "10.00"
    assert till.quote()["is_held"]


@pytest.mark.usefixtures("cheese")
def test_a_gs1_code_brings_its_weight_or_its_price(till, refused):
    at = (till.register, till.order, "12345", 1, None)
    till.call("scan", *at, "0.350", None, None)
    till.call("scan", *at, "0.350", "4.50", "USD")
    lines = till.sale()["lines"]
    assert [one["unit_price"] for one in lines] == ["4.55", "4.50"]
    assert lines[1]["measure"] == {"source": "label_price", "weight": "0.350", "kilo_price": None}
    with refused("label_currency"):
        till.call("scan", *at, "0.350", "4.50", "EUR")


@pytest.mark.usefixtures("cheese")
def test_labels_are_read_as_python_reads_them(store):
    drawn = Random(31)
    for _ in range(400):
        code = closed(f"{drawn.choice(scale_codes.PREFIXES)}{drawn.randrange(10**10):010}")
        code = drawn.choice([code, code, wrong(code)])
        expected = scale_codes.read(code, RULES)
        [found] = store.rows(
            "SELECT l.item, l.weight, l.price, l.is_misread FROM core.read_label(ARRAY[%s]) AS l",
            code,
        )
        if expected is None:
            assert found == (None, None, None, None)
        else:
            assert found == (
                expected.item, expected.weight, expected.price(2), expected.is_misread,
            )  # fmt: skip


def test_a_code_with_a_price_has_the_limits_of_a_price_that_is_typed(
    store, till, goods, cheese, refused
):
    """Whoever can type a price can type it as a code: see tests/hostile/test_cheap_prices.py."""
    del cheese
    measure(store, goods("54321", price="5.00", name="Flowers"), "open_price")
    till.scan(closed("215432110000"))
    at = (till.register, till.order, "54321", 1, None, None)
    till.call("scan", *at, "0.10", "USD")
    with refused("open_price_beyond"):
        till.scan(closed("215432110001"))
    with refused("open_price_beyond"):
        till.call("scan", *at, "0.09", "USD")
    assert [one["unit_price"] for one in till.sale()["lines"]] == ["100.00", "0.10"]
    who = "SELECT count(*) FROM storedesk.audit_event WHERE action = 'open_price' AND login ~ 'bob'"
    assert store.sql(who) == 2


def test_a_price_is_asked_within_limits(store, till, goods, refused):
    flowers = goods("FLOWERS", price="5.00")
    measure(store, flowers, "open_price")
    with refused("price_needed"):
        till.scan("FLOWERS")
    at = (till.register, till.order, flowers, None, 1)
    for price in ("0.10", "100.00"):
        till.call("add_item", *at, price)
    for price in ("0.09", "100.01"):
        with refused("open_price_beyond"):
            till.call("add_item", *at, price)
    with refused("costs_nothing"):
        till.call("add_item", *at, "0")
    who = "SELECT count(*) FROM storedesk.audit_event WHERE action = 'open_price' AND login ~ 'bob'"
    assert store.sql(who) == 2
    assert till.quote()["is_held"]
    till.pay()
    assert [row[1:3] for row in store.rows(SOLD)] == [
        ("0.10", "open_price"), ("100.00", "open_price"),
    ]  # fmt: skip


def test_who_may_say_how_a_product_is_sold(store, goods, refused):
    mug = goods("MUG")
    with refused("bad_measure"):
        measure(store, mug, "litre")
    with pytest.raises(Exception, match="permission denied"):
        measure(store, mug, "kilogram", login="bob")


def test_who_may_say_how_labels_are_read(store, refused):
    kept = scale_codes.as_document(RULES)
    change = "SELECT api.change_settings(%s, %s, %s)"
    seen = store.sql("SELECT version FROM storedesk.store_settings")
    wanted = json.dumps({"scale_codes": kept})
    with pytest.raises(Exception, match="permission denied"):
        store.sql(change, uuid4(), seen, wanted, login="cyd")
    store.sql(change, uuid4(), seen, wanted, login="dee")
    assert store.sql("SELECT scale_codes FROM storedesk.store_settings") == kept
    for rules, reason in (
        ([*kept, kept[0]], "scale_code_twice"),
        ([{**kept[0], "prefix": "30"}], "scale_code_bad"),
        ([{**kept[0], "digits": 7}], "scale_code_bad"),
        ([{**kept[0], "digits": 6, "checked": True}], "scale_code_bad"),
        ("20", "scale_code_bad"),
    ):
        with refused(reason):
            store.sql(change, uuid4(), seen + 1, json.dumps({"scale_codes": rules}), login="dee")


def test_a_price_beyond_the_limits_is_sold_once_if_approved(store, till, goods, refused, allow):
    flowers = goods("FLOWERS", price="5.00")
    measure(store, flowers, "open_price")

    def add(approval, price="100.01"):
        return till.call(
            "add_item", till.register, till.order, flowers, None, 1, price, None, approval
        )

    approval = allow(add)
    with refused("approval_not_valid"):
        add(approval, "100.02")
    assert add(approval)["total"] == "100.01"
    with refused("approval_not_valid"):
        add(approval)


def test_packages_keep_their_weight_under_a_discount(cheese, till, store, goods):
    goods("MUG", price="10.00")
    for weight in ("0.350", "0.350", "1.000"):
        weigh(till, cheese, weight)
    till.scan("MUG")
    sale = till.call("discount_sale", till.order, None, "10", None, "loyal", None)
    assert sum(Decimal(one["subtotal"]) for one in sale["lines"]) == Decimal("28.88")
    weights = [one["measure"]["weight"] for one in sale["lines"] if one.get("measure")]
    assert sorted(weights) == ["0.350", "0.350", "1.000"]
    till.quote()
    till.pay()
    sold = store.rows(SOLD)
    assert sorted(one[3] for one in sold if one[2]) == ["0.350", "0.350", "1.000"]
    listed = "SELECT sum(list_price_amount)::text FROM storedesk.order_discounts"
    assert store.sql(listed) == "32.09"


def test_one_package_is_lowered_and_undone(cheese, till):
    weigh(till, cheese, "0.350")
    sale = weigh(till, cheese, "0.350")
    line = sale["lines"][0]["id"]
    sale = till.call("discount_sale", till.order, line, None, "0.40", "dented", None)
    assert sorted(one["subtotal"] for one in sale["lines"]) == ["4.15", "4.55"]
    sale = till.call("undo_change", till.order)
    assert [one["subtotal"] for one in sale["lines"]] == ["4.55", "4.55"]
    assert {one["measure"]["weight"] for one in sale["lines"]} == {"0.350"}


def test_a_web_shop_puts_it_into_no_basket(store, cheese, refused):
    with refused("sold_at_till"), store.connect("wes") as shop, shop.transaction():
        cart = shop.execute(
            "INSERT INTO carts (is_guest, guest_session_id, total_price_amount)"
            " VALUES (true, 'somebody', 12.99) RETURNING id"
        ).fetchone()
        shop.execute(
            "INSERT INTO cart_items (cart_id, product_id, product_name, unit_price_amount,"
            " quantity, subtotal_amount) VALUES (%s, %s, 'Cheese', 12.99, 1, 12.99)",
            (cart, cheese),
        )
