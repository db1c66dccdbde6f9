"""What comes back, and the money that goes back for it: to the cent, and as it was paid."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import permutations
from uuid import uuid4

import pytest

from tests.orders import SHARED
from tests.tills import cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

TAXES = """
    SELECT name, sum(base_amount)::text, sum(tax_amount)::text FROM storedesk.order_return_tax_lines
    GROUP BY name ORDER BY name
"""


def shift_of(till):
    return till.store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")


def late(store, order):
    """Let an order have left forty days ago."""
    with store.connect() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(
            "UPDATE storedesk.order_status_history SET created_at = created_at - interval '40 days'"
            " WHERE order_id = %s",
            [order],
        )


def test_what_is_good_is_restocked_and_what_is_damaged_is_not(store, orders, goods):
    mug = goods("MUG", price="2.50")
    order = orders.sent((mug, 4))
    line = orders.lines(order)[0]

    answer = orders.take_back(order, (line, 2, True), (line, 1, False))

    assert (answer["status"], answer["refunded"]) == ("shipped", "7.50")
    assert orders.stock(mug) == (8, 0)
    moved = "SELECT operation_type, adjustment, reason, order_id FROM inventory_audit_log"
    assert store.rows(f"{moved} ORDER BY seq DESC LIMIT 1") == [
        ("restock", 2, "returned: did not fit", order)
    ]
    assert orders.money(order)[-1] == ("refund", "credit_card", "7.50")
    kept = "SELECT what, detail, actor_id FROM storedesk.order_changes"
    assert store.rows(kept) == [("return", "did not fit", store.staff_id("cyd"))]


@pytest.mark.parametrize("mode", ["exclusive", "inclusive"])
def test_returns_in_any_order_add_up_to_the_cent(store, orders, goods, tax, mode):
    tax("0.0825", mode=mode)
    wanted = [(goods("ANT", price="0.55"), 5), (goods("BEE", price="3.33"), 3)]

    for turn in permutations([(0, 2), (1, 1), (0, 3), (1, 2)], 4):
        order = orders.sent(*wanted)
        lines = orders.lines(order)
        back = [orders.take_back(order, (lines[place], n))["refunded"] for place, n in turn]
        assert sum(map(Decimal, back)) == orders.column(order, "total_amount")
        if turn[0][0]:
            break
    totals = "SELECT name, sum(base_amount)::text, sum(tax_amount)::text"
    assert store.rows(TAXES) == store.rows(f"{totals} FROM storedesk.order_tax_lines GROUP BY name")


def test_each_line_goes_back_with_its_own_tax(store, orders, goods, tax):
    tax("0.10", name="VAT")
    book, mug = goods("BOOK", price="10.00"), goods("MUG", price="10.00")
    store.sql(
        """
        WITH books AS (INSERT INTO storedesk.tax_classes (name) VALUES ('Books') RETURNING id),
        rated AS (INSERT INTO storedesk.tax_rates SELECT id, '2020-01-01', 'Low', 0.02 FROM books)
        INSERT INTO storedesk.product_tax (product_id, tax_class_id) SELECT %s, id FROM books
        """,
        book,
    )
    order = orders.sent((book, 1), (mug, 1))
    tax("0.20", name="VAT")
    book_line, mug_line = orders.lines(order)

    assert orders.take_back(order, (book_line, 1))["refunded"] == "10.20"
    assert orders.take_back(order, (mug_line, 1))["refunded"] == "11.00"
    assert store.rows(TAXES) == [("Low", "10.00", "0.20"), ("VAT", "10.00", "1.00")]


def test_an_order_of_the_web_shop_goes_back_by_its_share_of_tax(store, orders, goods):
    mug, cup = goods("MUG", price="10.00"), goods("CUP", price="5.00")
    order = uuid4()
    with store.connect("wes") as shop, shop.transaction():
        shop.execute(
            """
            INSERT INTO orders (
                id, order_number, customer_id, status, subtotal_amount, shipping_cost_amount,
                tax_amount, total_amount, shipping_street, shipping_city, shipping_state,
                shipping_postal_code, shipping_country, shipping_recipient_name, payment_type,
                payment_paypal_email
            ) VALUES (%s, %s, %s, 'confirmed', 15.00, 4.00, 1.25, 20.25, 's', 'c', '', 'p', 'US',
                      'r', 'paypal', 'ann@example.com')
            """,
            [order, web_number(shop), orders.customer],
        )
        for product, price in ((mug, "10.00"), (cup, "5.00")):
            shop.execute(
                """
                INSERT INTO order_line_items (
                    order_id, product_id, product_name, unit_price_amount, quantity, subtotal_amount
                ) VALUES (%s, %s, 'Thing', %s, 1, %s)
                """,
                [order, product, price, price],
            )
            reserve(shop, product, order)
    orders.step("ship_order", order, "1Z999AA10123456784", SHARED)
    lines = orders.lines(order)

    assert orders.take_back(order, (lines[0], 1))["refunded"] in {"10.83", "5.42"}
    assert orders.take_back(order, (lines[1], 1), with_shipping=True)["refunded"] in {
        "9.42",
        "14.83",
    }
    assert orders.money(order)[0] == ("payment", "paypal", "20.25")
    assert sum(Decimal(row[2]) for row in orders.money(order)[1:]) == Decimal("20.25")


def test_what_the_web_shop_gave_away_comes_back_for_nothing(store, orders, goods):
    mug, order = goods("MUG"), uuid4()
    with store.connect("wes") as shop, shop.transaction():
        shop.execute(
            """
            INSERT INTO orders (
                id, order_number, customer_id, status, subtotal_amount, shipping_cost_amount,
                tax_amount, total_amount, shipping_street, shipping_city, shipping_state,
                shipping_postal_code, shipping_country, shipping_recipient_name, payment_type,
                payment_paypal_email
            ) VALUES (%s, %s, %s, 'confirmed', 0, 4.00, 1.00, 5.00, 's', 'c', '', 'p', 'US',
                      'r', 'paypal', 'ann@example.com')
            """,
            [order, web_number(shop), orders.customer],
        )
        shop.execute(
            """
            INSERT INTO order_line_items (
                order_id, product_id, product_name, unit_price_amount, quantity, subtotal_amount
            ) VALUES (%s, %s, 'Gift', 0, 1, 0)
            """,
            [order, mug],
        )
        reserve(shop, mug, order)
    orders.step("ship_order", order, "1Z999AA10123456784", SHARED)

    assert orders.take_back(order, (orders.lines(order)[0], 1))["refunded"] == "0.00"
    assert orders.stock(mug) == (10, 0)


def web_number(shop):
    words = """
        INSERT INTO order_number_sequence AS s (year, last_sequence)
        VALUES (extract(year FROM now() AT TIME ZONE 'UTC'), 1)
        ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
        RETURNING format('ORD-%s-%s', s.year, lpad(s.last_sequence::text, 6, '0'))
    """
    return shop.execute(words).fetchone()


def reserve(shop, product, order):
    shop.execute(
        """
        WITH moved AS (
            UPDATE inventory SET reserved_quantity = reserved_quantity + 1, version = version + 1,
                updated_at = clock_timestamp() AT TIME ZONE 'UTC'
            WHERE product_id = %s RETURNING id, reserved_quantity
        )
        INSERT INTO inventory_audit_log (inventory_id, product_id, previous_value, new_value,
            adjustment, reason, operation_type, order_id, created_at)
        SELECT id, %s, reserved_quantity - 1, reserved_quantity, 1, 'web', 'reserve', %s,
               clock_timestamp() AT TIME ZONE 'UTC' FROM moved
        """,
        [product, product, order],
    )


def test_no_more_comes_back_than_was_bought(orders, goods, refused):
    mug = goods("MUG")
    order = orders.sent((mug, 3))
    line = orders.lines(order)[0]
    orders.take_back(order, (line, 2))

    with refused("return_too_many"):
        orders.take_back(order, (line, 2))
    with refused("return_too_many"):
        orders.take_back(order, (line, 1, True), (line, 1, False))
    orders.take_back(order, (line, 1))
    assert orders.stock(mug) == (10, 0)


def test_a_return_says_what_and_why(orders, goods, refused):
    order = orders.sent((goods("MUG"), 3))
    other = orders.lines(orders.sent((goods("CUP"), 1)))[0]
    line = orders.lines(order)[0]

    with refused("return_empty"):
        orders.take_back(order)
    with refused("line_not_found"):
        orders.take_back(order, (other, 1))
    with refused("line_twice"):
        orders.take_back(order, (line, 1, True), (line, 1, True))
    with refused("reason_missing"):
        orders.take_back(order, (line, 1), reason=" ")
    for quantity in (0, -1, 100000):
        with refused("bad_quantity"):
            orders.take_back(order, (line, quantity))
        with refused("bad_quantity"):
            orders.preview(order, [{"line": str(line), "quantity": quantity}])
    assert orders.preview(order, [{"line": str(line), "quantity": 3}])["refund"] == "7.50"


def test_a_return_that_waits_for_its_stock_stands_behind_what_it_waited_for(
    store, orders, goods, until_someone_waits
):
    mug = goods("MUG")
    order = orders.sent((mug, 1))
    back = (orders.lines(order)[0], 1)
    with ThreadPoolExecutor(1) as pool, store.connect() as other:
        with other.transaction():
            other.execute("SELECT core.hold_stock(ARRAY[%s])", [mug])
            returned = pool.submit(orders.take_back, order, back)
            until_someone_waits()
            words = "SELECT core.move_stock(%s, NULL, 'adjust', 1, 'found', NULL, core.now())"
            other.execute(words, [mug])
        returned.result()

    moved = "SELECT operation_type FROM inventory_audit_log ORDER BY created_at DESC LIMIT 2"
    assert store.rows(moved) == [("restock",), ("adjust",)]


def test_a_preview_is_of_an_order_that_is_there_and_paid(orders, goods, refused):
    order = orders.placed((goods("MUG"), 2))
    back = [{"line": str(orders.lines(order)[0]), "quantity": 1, "restocked": True}]

    with refused("order_not_found"):
        orders.preview(uuid4(), back)
    with refused("refund_too_large"):
        orders.preview(order, back)
    assert orders.preview(orders.pay(order), back)["refund"] == "2.50"


def test_a_return_is_booked_once(orders, goods, refused):
    order = orders.sent((goods("MUG"), 3))
    line, made = orders.lines(order)[0], uuid4()
    orders.take_back(order, (line, 1), id=made)

    with refused("already_returned"):
        orders.take_back(order, (line, 1), id=made)


def test_cards_are_paid_back_before_cash_and_cash_at_an_open_till(orders, goods, till, refused):
    order = orders.placed((goods("MUG", price="2.50"), 4))
    shift = shift_of(till)
    orders.step("confirm_order", order, [cash("6.00"), charged("4.00", last_four="4242")], shift)
    orders.step("collect_order", order, shift)
    line = orders.lines(order)[0]

    assert [r["method"] for r in orders.take_back(order, (line, 1))["refunds"]] == ["credit_card"]
    with refused("cash_needs_shift"):
        orders.take_back(order, (line, 1))
    answer = orders.take_back(order, (line, 1), shift=shift)
    assert [(r["method"], r["amount"]) for r in answer["refunds"]] == [
        ("credit_card", "1.50"),
        ("cash", "1.00"),
    ]
    assert till.expected(shift) == "105.00"


def test_cash_goes_back_in_coins_and_to_the_last_of_them(store, orders, goods, till):
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    goods("MUG", price="2.52")
    till.sell("MUG", "MUG")
    order = store.sql("SELECT id FROM orders")
    line = orders.lines(order)[0]

    back = [orders.take_back(order, (line, 1), shift=shift_of(till))["refunds"] for _ in range(2)]

    given = [[(r["amount"], r["rounding"]) for r in refunds] for refunds in back]
    assert given == [[("2.52", "0.03")], [("2.52", "-0.02")]]  # 2.55 and 2.50 of 5.05


def test_a_long_order_comes_back_whole_in_time(orders, goods):
    mug = goods("MUG", price="0.55", on_hand=1000)
    order = orders.sent(*[(mug, 2, "0.55")] * 500)
    worth = [{"line": str(key), "quantity": 1} for key in orders.lines(order)]
    orders.connections["cyd"].execute("SET statement_timeout = '5s'")

    assert orders.preview(order, worth)["refund"] == "275.00"
    assert orders.take_back(order, *((one["line"], 1) for one in worth))["refunded"] == "275.00"
    assert orders.stock(mug) == (500, 0)


def test_a_late_return_is_a_managers_to_allow(store, orders, goods, till, allow, refused):
    order = orders.sent((goods("MUG", price="2.50"), 3))
    line = orders.lines(order)[0]

    def take_back(approval=None, pieces=1):
        given = {"by": "bob", "shift": shift_of(till), "approval": approval}
        return orders.take_back(order, (line, pieces), **given)

    take_back()
    late(store, order)
    with refused("return_late"):
        take_back()
    approval = allow(take_back)
    with refused("approval_not_valid"):
        take_back(approval, pieces=2)
    take_back(approval)
    with refused("approval_not_valid"):
        take_back(approval)
    orders.take_back(order, (line, 1), by="cyd")


def test_what_was_paid_for_shipping_goes_back_once_and_a_manager_allows_it(
    orders, goods, till, refused
):
    order = orders.sent((goods("MUG", price="2.50"), 2), shipping="4.00")
    line = orders.lines(order)[0]

    with refused("return_of_shipping"):
        orders.take_back(order, (line, 1), with_shipping=True, by="bob", shift=shift_of(till))
    assert orders.take_back(order, (line, 1), with_shipping=True)["refunded"] == "6.50"
    assert orders.take_back(order, (line, 1), with_shipping=True)["refunded"] == "2.50"


def test_a_preview_is_what_the_return_gives_back(orders, goods, tax, till):
    tax("0.10")
    order = orders.sent((goods("MUG", price="2.50"), 2), shipping="4.00")
    back = [{"line": str(orders.lines(order)[0]), "quantity": 1, "restocked": True}]

    all_of_it = {"with_shipping": True}
    shown = orders.preview(order, back, **all_of_it, by="bob")

    assert (shown["refund"], shown["tax"], shown["shipping"]) == ("6.75", "0.25", "4.00")
    assert shown["needs_approval"]
    assert shown["beyond"] == {"code": "return_of_shipping", "parameters": {}}
    assert not orders.preview(order, back, by="bob", shift=shift_of(till))["needs_approval"]
    assert not orders.preview(order, back, **all_of_it)["needs_approval"]
    answer = orders.take_back(order, (orders.lines(order)[0], 1), **all_of_it)
    assert (answer["refunded"], answer["refunds"]) == (shown["refund"], [
        {key: one[key] for key in ("method", "amount", "rounding", "detail")} | {"left": None}
        for one in shown["refunds"]
    ])  # fmt: skip


def test_a_return_is_told_whole(orders, goods, tax):
    tax("0.10")
    order = orders.sent((goods("MUG", price="2.50"), 2))
    answer = orders.take_back(order, (orders.lines(order)[0], 1, False))

    told = orders.ask("return_receipt", answer["return_id"], by="ada")

    assert (told["refund"], told["reason"], told["by"]) == ("2.75", "did not fit", "Cyd")
    assert told["lines"] == [
        {
            "name": "Mug",
            "description": None,
            "quantity": 1,
            "restocked": False,
            "unit_price": "2.50",
            "refund": "2.75",
            "measure": None,
        }
    ]
    assert told["tax_lines"] == [{"name": "VAT", "rate": "0.10000", "base": "2.50", "tax": "0.25"}]
    assert told["order"]["order_number"] == answer["order_number"]
    assert "email" not in str(told)
