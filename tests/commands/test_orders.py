"""The way of an order, and what holds for it whoever writes."""

import json
from uuid import uuid4

import pytest
from psycopg.errors import UniqueViolation

pytestmark = pytest.mark.usefixtures("invariants")

NOW = "(clock_timestamp() AT TIME ZONE 'UTC')::timestamp"
PAID = json.dumps(
    [
        {
            "id": None,
            "method": "credit_card",
            "amount": "5.00",
            "card_brand": "visa",
            "last_four": "4242",
        }
    ]
)
MAILS = "SELECT email_type FROM email_queue ORDER BY created_at, email_type"
STEPS = """
    SELECT order_version, from_status, to_status, mailable FROM storedesk.order_status_history
    WHERE order_id = %s ORDER BY order_version
"""


class Orders:
    """Orders by telephone, as later commands will place and move them."""

    def __init__(self, store, customer):
        self.store = store
        self.customer = customer

    def place(self, *lines):
        order = uuid4()
        words = f"SELECT core.place(%s, %s, %s, %s, {NOW})"
        said = json.dumps([{"product": str(product), "quantity": n} for product, n in lines])
        self.store.sql(words, order, self.customer, said, self.store.staff_id("cyd"))
        return order

    def confirm(self, order):
        paid = json.loads(PAID)
        paid[0] |= {
            "id": str(uuid4()),
            "amount": str(self.store.sql("SELECT total_amount FROM orders WHERE id = %s", order)),
        }
        self.do("confirm(%s, %s, NULL, {now})", order, json.dumps(paid))

    def do(self, call, *arguments):
        self.store.sql(f"SELECT core.{call.format(now=NOW)}", *arguments)

    def stock(self, product):
        words = "SELECT stock_level, reserved_quantity FROM inventory WHERE product_id = %s"
        return self.store.rows(words, product)[0]


@pytest.fixture
def orders(store, customer):
    return Orders(store, customer())


def mails(store):
    return [type_ for (type_,) in store.rows(MAILS)]


def test_an_orders_pieces_are_reserved_once_and_may_come_back_often(store, orders, add_product):
    order = orders.place((add_product("Mug", on_hand=9), 2))
    again = """
        INSERT INTO inventory_audit_log (
            inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type,
            order_id
        )
        SELECT inventory_id, product_id, 0, 1, 1, 'again', %s, order_id
        FROM inventory_audit_log WHERE order_id = %s AND operation_type = 'reserve'
    """
    with store.connect() as line, line.transaction(force_rollback=True):
        for _ in range(2):
            line.execute(again, ["restock", order])
        with pytest.raises(UniqueViolation):
            line.execute(again, ["reserve", order])


def test_placing_reserves_all_or_none(orders, goods, refused):
    mug, cup = goods("MUG", on_hand=5), goods("CUP", on_hand=1)

    orders.place((mug, 2), (cup, 1), (mug, 1))

    assert (orders.stock(mug), orders.stock(cup)) == ((5, 3), (1, 1))
    with refused("not_enough_stock"):
        orders.place((mug, 1), (cup, 1))
    assert orders.stock(mug) == (5, 3)


def test_an_order_goes_its_whole_way_and_its_customer_is_written_to(store, orders, goods):
    mug = goods("MUG", on_hand=5)
    order = orders.place((mug, 2))
    assert mails(store) == []

    orders.confirm(order)
    orders.do("ship(%s, ' 1Z 999 ', NULL, {now})", order)
    orders.do("deliver(%s, NULL, {now})", order)

    assert orders.stock(mug) == (3, 0)
    assert mails(store) == ["order_confirmation", "order_shipped"]
    assert [step[1:3] for step in store.rows(STEPS, order)] == [
        (None, "pending"),
        ("pending", "confirmed"),
        ("confirmed", "shipped"),
        ("shipped", "delivered"),
    ]
    written = """
        SELECT payload ->> 'tracking_number', payload -> 'lines' -> 0 ->> 'name' FROM email_queue
        WHERE email_type = 'order_shipped'
    """
    assert store.rows(written) == [("1Z 999", "Mug")]


def test_the_last_piece_reserved_by_an_order_is_its_own_to_ship(orders, goods):
    mug = goods("MUG", on_hand=2)
    order = orders.place((mug, 2))
    orders.confirm(order)

    orders.do("ship(%s, '1234', NULL, {now})", order)

    assert orders.stock(mug) == (0, 0)


@pytest.mark.parametrize("is_paid", [False, True])
def test_a_cancelled_order_gives_back_pieces_and_money(store, orders, goods, is_paid):
    mug = goods("MUG", on_hand=5)
    order = orders.place((mug, 2))
    if is_paid:
        orders.confirm(order)

    orders.do("cancel(%s, ' changed her mind ', NULL, {now})", order)

    assert orders.stock(mug) == (5, 0)
    assert mails(store)[-1] == "order_cancelled"
    assert store.sql("SELECT cancellation_reason FROM orders") == "changed her mind"
    refunds = "SELECT amount::text FROM storedesk.order_payments WHERE kind = 'refund'"
    assert store.rows(refunds) == ([("5.00",)] if is_paid else [])


@pytest.mark.parametrize(
    ("steps", "refused_step"),
    [
        ("", "ship(%s, '1234', NULL, {now})"),
        ("", "deliver(%s, NULL, {now})"),
        ("paid", "deliver(%s, NULL, {now})"),
        ("paid shipped", "ship(%s, '5678', NULL, {now})"),
        ("paid shipped", "cancel(%s, 'x', NULL, {now})"),
        ("cancelled", "cancel(%s, 'x', NULL, {now})"),
        ("paid cancelled", "ship(%s, '1234', NULL, {now})"),
    ],
)
def test_no_other_way_is_open(orders, goods, refused, steps, refused_step):
    order = orders.place((goods("MUG", on_hand=5), 2))
    for step in steps.split():
        match step:
            case "paid":
                orders.confirm(order)
            case "shipped":
                orders.do("ship(%s, '1234', NULL, {now})", order)
            case "cancelled":
                orders.do("cancel(%s, 'x', NULL, {now})", order)

    with refused("order_step"):
        orders.do(refused_step, order)


def test_confirming_twice_or_unpaid_is_refused(orders, goods, refused):
    order = orders.place((goods("MUG", on_hand=5), 1))

    with refused("unpaid"):
        orders.do("confirm(%s, '[]', NULL, {now})", order)
    orders.confirm(order)
    with refused("order_step"):
        orders.confirm(order)


@pytest.mark.parametrize("tracking", ["", "123", "<img src=x>", "../../x", None])
def test_a_parcel_needs_a_number_that_a_carrier_gives(orders, goods, refused, tracking):
    order = orders.place((goods("MUG", on_hand=5), 1))
    orders.confirm(order)

    with refused("bad_tracking"):
        orders.do("ship(%s, %s, NULL, {now})", order, tracking)


def test_a_cancellation_needs_a_reason(orders, goods, refused):
    order = orders.place((goods("MUG", on_hand=5), 1))

    with refused("reason_missing"):
        orders.do("cancel(%s, '  ', NULL, {now})", order)


def test_what_was_seen_has_to_be_what_there_is(orders, goods, refused):
    order = orders.place((goods("MUG", on_hand=5), 1))

    with refused("changed_meanwhile"):
        orders.do("cancel(%s, 'x', NULL, {now}, NULL, 1)", order)


def test_a_product_that_is_no_longer_sold_is_shipped_and_cancelled_all_the_same(
    store, orders, goods
):
    mug = goods("MUG", on_hand=5)
    first, second = orders.place((mug, 1)), orders.place((mug, 1))
    orders.confirm(first)
    store.sql("UPDATE products SET status = 'inactive', is_active = false")

    orders.do("ship(%s, '1234', NULL, {now})", first)
    orders.do("cancel(%s, 'x', NULL, {now})", second)

    assert orders.stock(mug) == (4, 0)


def test_a_prepaid_order_is_collected_at_the_till(store, till, orders, goods):
    mug = goods("MUG", on_hand=5)
    order = orders.place((mug, 2))
    orders.confirm(order)
    shift = store.sql("SELECT id FROM storedesk.till_sessions")

    orders.do("hand_over(%s, %s, %s, {now})", order, shift, store.staff_id("bob"))

    assert orders.stock(mug) == (3, 0)
    assert till.ask("shift_report", shift)["sales"] == 0


def test_cash_goes_back_at_an_open_till_only(store, till, orders, goods, refused):
    order = orders.place((goods("MUG", on_hand=5, price="5"), 1))
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    tender = [{"id": str(uuid4()), "method": "cash", "amount": 5, "tendered": 5, "change": 0}]
    orders.do(
        "confirm(%s, %s, %s, {now}, %s)", order, json.dumps(tender), store.staff_id("bob"), shift
    )

    with refused("cash_needs_shift"):
        orders.do("cancel(%s, 'x', NULL, {now})", order)
    orders.do("cancel(%s, 'x', NULL, {now}, %s)", order, shift)

    assert till.expected(shift) == "100.00"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (
            "UPDATE orders SET total_amount = 9, subtotal_amount = 9",
            "order_frozen",
        ),
        ("UPDATE orders SET order_number = 'ORD-2026-000009'", "order_frozen"),
        ("UPDATE orders SET status = 'delivered'", "order_step"),
        ("UPDATE orders SET status = 'shipped'", "tracking_missing"),
        ("UPDATE orders SET status = 'shipped', tracking_number = ' '", "tracking_missing"),
        ("UPDATE orders SET tracking_number = '1234'", "tracking_too_early"),
        ("UPDATE orders SET cancellation_reason = 'x'", "reason_too_early"),
        ("UPDATE order_line_items SET quantity = 9", "append_only"),
        ("DELETE FROM order_line_items", "append_only"),
        ("DELETE FROM orders", "append_only"),
        ("UPDATE storedesk.order_payments SET amount = 1", "append_only"),
        ("DELETE FROM storedesk.order_status_history", "append_only"),
        ("TRUNCATE storedesk.pos_sales", "append_only"),
    ],
)
def test_not_even_the_owner_rewrites_the_books(store, orders, goods, refused, change, code):
    orders.confirm(orders.place((goods("MUG", on_hand=5), 1)))

    with store.connect() as connection, refused(code):
        connection.execute(f'SET ROLE "{store.name}_owner"')
        connection.execute(change)
