"""What staff do with an order that is placed: who may, when, and what comes of it."""

import json
from itertools import product
from uuid import uuid4

import pytest
from psycopg import errors

from storedesk.domain.orders import COMMANDS, OrderCommand, OrderStatus
from tests.orders import ADDRESS
from tests.tills import card, cash, charged, paypal

pytestmark = pytest.mark.usefixtures("invariants")

NUMBER = "1Z999AA10123456784"
AFTER_SHIPPING = {
    OrderCommand.DELIVER,
    OrderCommand.CORRECT_TRACKING,
    OrderCommand.RECALL,
    OrderCommand.TAKE_BACK,
}
NOT_NOW = {
    OrderCommand.CORRECT_TRACKING: "tracking_fixed",
    OrderCommand.RECALL: "recall_fixed",
    OrderCommand.TAKE_BACK: "not_returnable",
    OrderCommand.CHANGE_ADDRESS: "address_fixed",
}
"""What is refused in another state of the order, where it is not order_step."""
MAILS = "SELECT email_type FROM email_queue ORDER BY created_at"
CHANGES = "SELECT what, detail, actor_id FROM storedesk.order_changes ORDER BY order_version"


def mails(store):
    return [type_ for (type_,) in store.rows(MAILS)]


def shift_of(till):
    return till.store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")


# ---------- the way of an order


def test_an_order_goes_its_way(store, orders, goods, till):
    mug = goods("MUG")
    order = orders.placed((mug, 2), by="bob")
    tenders = [charged("5.00", last_four="4242")]

    steps = [
        orders.step("confirm_order", order, tenders, shift_of(till), by="bob"),
        orders.step("ship_order", order, f" {NUMBER} ", by="ada"),
        orders.step("deliver_order", order, by="ada"),
    ]

    assert [step["status"] for step in steps] == ["confirmed", "shipped", "delivered"]
    assert orders.column(order, "tracking_number") == NUMBER
    assert orders.stock(mug) == (8, 0)
    assert mails(store) == ["order_confirmation", "order_shipped"]
    by = "SELECT to_status, actor_id FROM storedesk.order_status_history ORDER BY order_version"
    assert store.rows(by) == [
        ("pending", store.staff_id("bob")),
        ("confirmed", store.staff_id("bob")),
        ("shipped", store.staff_id("ada")),
        ("delivered", store.staff_id("ada")),
    ]


@pytest.mark.parametrize(
    ("state", "command"), list(product(OrderStatus, OrderCommand)), ids=lambda one: one.value
)
def test_a_deed_is_done_where_it_is_lawful_and_nowhere_else(
    orders, goods, till, refused, state, command
):
    order = orders.placed((goods("MUG"), 1))
    match state:
        case OrderStatus.CONFIRMED:
            orders.pay(order)
        case OrderStatus.SHIPPED | OrderStatus.DELIVERED:
            orders.step("ship_order", orders.pay(order), NUMBER)
        case OrderStatus.CANCELLED:
            orders.step("cancel_order", order, "changed her mind")
    if state is OrderStatus.DELIVERED:
        orders.step("deliver_order", order)

    told = orders.store.sql("SELECT api.me() -> 'order_steps'", login="cyd")
    if state in told[COMMANDS[command]]:
        do(orders, till, order, command)
    else:
        with refused(NOT_NOW.get(command, "order_step")) as refusal:
            do(orders, till, order, command)
        assert refusal.value.sqlstate == "SD409"


def do(orders, till, order, command):  # noqa: C901 - a case each
    """Do a command that nothing but the order's state can stand in the way of."""
    match command:
        case OrderCommand.CONFIRM:
            orders.step("confirm_order", order, [charged("2.50")])
        case OrderCommand.SHIP:
            orders.step("ship_order", order, NUMBER)
        case OrderCommand.CORRECT_TRACKING:
            orders.step("correct_tracking", order, "1Z999AA10123456793")
        case OrderCommand.RECALL:
            orders.step("recall_shipment", order, "still here")
        case OrderCommand.DELIVER:
            orders.step("deliver_order", order)
        case OrderCommand.CANCEL:
            orders.step("cancel_order", order, "changed her mind")
        case OrderCommand.COLLECT:
            is_paid = orders.column(order, "status") != "pending"
            tenders = [] if is_paid else [cash("2.50")]
            orders.step("collect_order", order, shift_of(till), tenders)
        case OrderCommand.DEPOSIT:
            orders.step("take_deposit", order, shift_of(till), "1.00", [cash("1.00")])
        case OrderCommand.TAKE_BACK:
            orders.take_back(order, (orders.lines(order)[0], 1))
        case OrderCommand.CHANGE_ADDRESS:
            orders.step("change_order_address", order, ADDRESS | {"street": "2 Other Street"})


@pytest.mark.parametrize("command", OrderCommand, ids=lambda one: one.value)
def test_nobody_decides_on_an_old_picture(orders, goods, till, refused, command):
    order = orders.placed((goods("MUG"), 1))
    if command in {OrderCommand.SHIP, *AFTER_SHIPPING}:
        orders.pay(order)
    if command in AFTER_SHIPPING:
        orders.step("ship_order", order, NUMBER)
    seen = orders.column(order, "version") - 1
    last = {
        OrderCommand.CONFIRM: [[charged("2.50")]],
        OrderCommand.SHIP: [NUMBER],
        OrderCommand.CORRECT_TRACKING: [NUMBER],
        OrderCommand.RECALL: ["why"],
        OrderCommand.CANCEL: ["why"],
        OrderCommand.COLLECT: [shift_of(till), [cash("2.50")]],
        OrderCommand.DEPOSIT: [shift_of(till), "1.00", [cash("1.00")]],
        OrderCommand.CHANGE_ADDRESS: [ADDRESS],
    }

    with refused("changed_meanwhile"):
        if command is OrderCommand.TAKE_BACK:
            orders.take_back(order, (orders.lines(order)[0], 1), seen=seen)
        else:
            orders.step(COMMANDS[command], order, *last.get(command, []), seen=seen)


@pytest.mark.parametrize("command", OrderCommand, ids=lambda one: one.value)
def test_what_is_asked_twice_is_done_once(store, orders, goods, till, command):
    order = orders.placed((goods("MUG"), 2))
    if command in {OrderCommand.SHIP, *AFTER_SHIPPING}:
        orders.pay(order)
    if command in AFTER_SHIPPING:
        orders.step("ship_order", order, NUMBER)
    seen, request = orders.column(order, "version"), uuid4()
    arguments = {
        OrderCommand.CONFIRM: [[charged("5.00")]],
        OrderCommand.SHIP: [NUMBER],
        OrderCommand.CORRECT_TRACKING: ["1Z999AA10123456793"],
        OrderCommand.RECALL: ["why"],
        OrderCommand.CANCEL: ["why"],
        OrderCommand.COLLECT: [shift_of(till), [cash("5.00")]],
        OrderCommand.DEPOSIT: [shift_of(till), "1.00", [cash("1.00")]],
        OrderCommand.CHANGE_ADDRESS: [ADDRESS | {"city": "Elsewhere"}],
    }.get(command, [])

    def once():
        if command is OrderCommand.TAKE_BACK:
            line, back = orders.lines(order)[0], request
            return orders.take_back(order, (line, 1), seen=seen, request=request, id=back)
        return orders.step(COMMANDS[command], order, *arguments, seen=seen, request=request)

    first = once()
    books = ["inventory_audit_log", "storedesk.order_payments", "email_queue"]
    counts = [store.sql(f"SELECT count(*) FROM {book}") for book in books]

    assert once() == first
    assert [store.sql(f"SELECT count(*) FROM {book}") for book in books] == counts


def test_an_order_that_is_not_there_is_not_found(orders, refused):
    with refused("order_not_found"):
        orders.ask("ship_order", uuid4(), uuid4(), 1, NUMBER)
    with refused("order_not_found"):
        orders.ask("correct_tracking", uuid4(), uuid4(), 1, NUMBER)


# ---------- paying


def test_paying_writes_the_order_anew_and_takes_the_card_away(store, orders, goods, till):
    order = orders.placed((goods("MUG"), 2))

    answer = orders.step("confirm_order", order, [cash("5.00", "10.00")], shift_of(till))

    assert answer["change"] == "5.00"
    paid = "SELECT payment_type, payment_card_brand, payment_last_four_digits FROM orders"
    assert store.rows(paid) == [("cash", None, None)]


def test_of_two_tenders_the_larger_names_the_order(orders, goods, till):
    order = orders.placed((goods("MUG"), 2))

    orders.step(
        "confirm_order", order, [cash("1.00"), paypal("4.00", reference="PP-12345")], shift_of(till)
    )

    assert orders.column(order, "payment_type") == "paypal"
    assert orders.column(order, "payment_transaction_id") == "PP-12345"


def test_an_order_is_paid_whole_and_where_it_can_be(orders, goods, till, refused):
    order = orders.placed((goods("MUG"), 2))
    shift = shift_of(till)
    till.call("close_shift", shift, "100", None)

    with refused("tenders_differ"):
        orders.step("confirm_order", order, [])
    with refused("tenders_differ"):
        orders.step("confirm_order", order, [charged("4.99")])
    with refused("cash_needs_shift"):
        orders.step("confirm_order", order, [cash("5.00")])
    with refused("shift_closed"):
        orders.step("confirm_order", order, [cash("5.00")], shift)
    assert orders.column(order, "status") == "pending"


# ---------- shipping


@pytest.mark.parametrize("tracking", ["", "  ", "1Z", "1Z999; DROP", "1Z999\n", "x" * 101, None])
def test_a_parcel_has_a_number_that_a_carrier_could_give(orders, goods, refused, tracking):
    mug = goods("MUG")
    order = orders.paid((mug, 1))

    with refused("bad_tracking"):
        orders.step("ship_order", order, tracking)
    assert orders.stock(mug) == (10, 1)


def test_a_number_is_put_right_without_a_word_to_the_customer(store, orders, goods, refused):
    order = orders.sent((goods("MUG"), 1))
    written = mails(store)

    orders.step("correct_tracking", order, "1Z999AA10123456793", by="ada")

    assert orders.column(order, "tracking_number") == "1Z999AA10123456793"
    assert mails(store) == written
    assert store.rows(CHANGES) == [
        ("tracking", f"{NUMBER} → 1Z999AA10123456793", store.staff_id("ada"))
    ]
    with refused("nothing_changed"):
        orders.step("correct_tracking", order, "1Z999AA10123456793")


def test_a_product_that_is_no_longer_sold_is_shipped_and_cancelled_all_the_same(
    store, orders, goods
):
    mug = goods("MUG")
    sent, called_off = orders.paid((mug, 1)), orders.paid((mug, 1))
    store.sql("UPDATE products SET status = 'inactive' WHERE id = %s", mug, login="cyd")

    orders.step("ship_order", sent, NUMBER)
    orders.step("cancel_order", called_off, "sold out")

    assert orders.stock(mug) == (9, 0)


# ---------- cancelling


def test_a_cashier_cancels_what_they_placed_and_nobody_has_paid(store, orders, goods):
    mug = goods("MUG")
    order = orders.placed((mug, 2), by="bob")

    answer = orders.step("cancel_order", order, "  changed her mind ", by="bob")

    assert (answer["status"], answer["refunded"]) == ("cancelled", "0.00")
    assert orders.column(order, "cancellation_reason") == "changed her mind"
    assert orders.stock(mug) == (10, 0)
    assert mails(store) == ["order_cancelled"]


@pytest.mark.parametrize("what", ["another's", "paid"])
def test_else_a_manager_has_to_allow_it(store, orders, goods, allow, refused, what):
    order = orders.placed((goods("MUG"), 2), by="cyd" if what == "another's" else "bob")
    if what == "paid":
        orders.pay(order)

    def cancel(approval=None, reason="changed her mind", by="bob"):
        orders.step("cancel_order", order, reason, None, approval, by=by)

    with refused("approval_needed") as refusal:
        cancel()
    detail = json.loads(refusal.value.diag.message_detail)["detail"]
    assert detail == {
        "order_id": str(order),
        "status": orders.column(order, "status"),
        "refund": "5.00" if what == "paid" else "0.00",
        "reason": "changed her mind",
        "shift": None,
        "requested_by": str(store.staff_id("bob")),
    }
    otherwise = {
        "order_id": str(uuid4()), "refund": "0.01", "reason": "no", "status": "shipped",
        "requested_by": str(store.staff_id("ada")), "shift": str(uuid4()), "more": "than that",
    }  # fmt: skip
    for field, value in otherwise.items():
        with refused("approval_not_valid"):
            cancel(allow(cancel, **{field: value}))
    approval = allow(cancel)
    with refused("approval_not_valid"):
        cancel(approval, reason="another reason")
    cancel(approval)

    assert orders.column(order, "status") == "cancelled"


def test_all_that_was_paid_goes_back_as_it_came(orders, goods, till):
    order = orders.placed((goods("MUG"), 2))
    shift = shift_of(till)
    tenders = [cash("2.00"), charged("3.00", last_four="4242", card_brand="visa")]
    orders.step("confirm_order", order, tenders, shift)

    answer = orders.step("cancel_order", order, "changed her mind", shift)

    assert answer["refunded"] == "5.00"
    back = [(one["method"], one["amount"], one["detail"]) for one in answer["refunds"]]
    assert back == [("credit_card", "3.00", "visa 4242"), ("cash", "2.00", None)]
    assert till.expected(shift) == "100.00"


def test_cash_goes_back_at_an_open_till_only(orders, goods, till, refused):
    order = orders.placed((goods("MUG"), 2))
    orders.step("confirm_order", order, [cash("5.00")], shift_of(till))

    with refused("cash_needs_shift"):
        orders.step("cancel_order", order, "changed her mind")
    assert orders.column(order, "status") == "confirmed"


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("", "reason_missing"),
        ("  ", "reason_missing"),
        (None, "reason_missing"),
        ("4111 1111 1111 1111", "card_number"),
        ("a\x07b", "text_control"),
    ],
)
def test_a_reason_is_given_that_can_be_kept(orders, goods, refused, reason, code):
    order = orders.placed((goods("MUG"), 2))

    with refused(code):
        orders.step("cancel_order", order, reason)


def test_about_an_order_that_was_brought_in_nobody_is_written_to(store, orders, goods):
    ours, theirs = (orders.placed((goods(code), 1)) for code in ("MUG", "CUP"))
    store.sql("INSERT INTO storedesk.imported_orders VALUES (%s, 'old till', '4711')", theirs)

    for order in (ours, theirs):
        orders.step("cancel_order", order, "changed their mind")

    written = "SELECT array_agg(DISTINCT reference_id) FROM email_queue"
    assert store.sql(written) == [ours]


# ---------- collecting


def test_an_order_that_is_paid_is_handed_over(store, orders, goods, till):
    mug = goods("MUG")
    order = orders.paid((mug, 2))

    answer = orders.step("collect_order", order, shift_of(till), by="bob")

    assert answer["status"] == "delivered"
    assert orders.stock(mug) == (8, 0)
    handed = "SELECT kind, cashier_id FROM storedesk.pos_sales"
    assert store.rows(handed) == [("collection", store.staff_id("bob"))]


def test_an_order_that_is_not_paid_yet_is_paid_when_it_is_collected(orders, goods, till, refused):
    mug = goods("MUG")
    order = orders.placed((mug, 2))
    shift = shift_of(till)

    with refused("tenders_differ"):
        orders.step("collect_order", order, shift)
    answer = orders.step("collect_order", order, shift, [cash("5.00", "20.00")], by="bob")

    assert (answer["status"], answer["change"]) == ("delivered", "15.00")
    assert till.expected(shift) == "105.00"


def test_nobody_pays_twice_for_what_they_collect(orders, goods, till, refused):
    order = orders.paid((goods("MUG"), 2))

    with refused("paid_already"):
        orders.step("collect_order", order, shift_of(till), [cash("5.00")])


@pytest.mark.parametrize(
    ("tender", "code"),
    [
        (card("2.50", reference="4111111111111111"), "card_number"),
        (card("2.50", reference="a\x07b"), "text_control"),
        (charged("2.50", card_brand="4111 1111 1111 1111"), "card_number"),
        (paypal("2.50", reference="PAY-1", paypal_email="a@b\u202e.c"), "text_control"),
    ],
)
def test_no_order_is_collected_for_what_may_not_be_kept(orders, goods, till, refused, tender, code):
    order = orders.placed((goods("MUG"), 1))

    with refused(code):
        orders.step("collect_order", order, shift_of(till), [tender])
    orders.step("collect_order", order, shift_of(till), [charged("2.50")])


def test_goods_are_handed_over_at_an_open_till(orders, goods, till, refused):
    order = orders.paid((goods("MUG"), 2))
    shift = shift_of(till)
    till.call("close_shift", shift, "100", None)

    with refused("shift_closed"):
        orders.step("collect_order", order, shift)
    with refused("shift_not_found"):
        orders.step("collect_order", order, None)


# ---------- where it goes


def test_an_order_goes_elsewhere_as_long_as_it_is_here(store, orders, goods):
    order = orders.placed((goods("MUG"), 1))

    orders.step(
        "change_order_address", order, ADDRESS | {"street": "2 Other Street", "state": ""}, by="ada"
    )

    assert orders.column(order, "shipping_street") == "2 Other Street"
    assert store.rows(CHANGES) == [("address", "state, street", store.staff_id("ada"))]
    noted = "SELECT new::text FROM storedesk.audit_event WHERE action = 'change_address'"
    assert "Other Street" not in store.sql(noted)


def test_an_address_stays_whole_and_a_change_is_one(orders, goods, refused):
    order = orders.placed((goods("MUG"), 1))

    with refused("nothing_changed"):
        orders.step("change_order_address", order, ADDRESS)
    with refused("address_incomplete"):
        orders.step("change_order_address", order, ADDRESS | {"city": ""})


# ---------- what nobody pays for


def test_what_nobody_has_paid_in_time_is_free_again(store, orders, goods):
    mug = goods("MUG")
    old, paid = orders.placed_ago(8, (mug, 1)), orders.pay(orders.placed_ago(8, (mug, 1)))
    new = orders.placed((mug, 1))

    assert store.sql("SELECT core.expire_orders(NULL, 100)") == 1
    assert store.sql("SELECT core.expire_orders(NULL, 100)") == 0

    assert [orders.column(order, "status") for order in (old, paid, new)] == [
        "cancelled",
        "confirmed",
        "pending",
    ]
    assert orders.column(old, "cancellation_reason") == "expired: not paid"
    assert orders.stock(mug) == (10, 2)
    assert mails(store)[-1] == "order_cancelled"


def test_orders_expire_a_few_at_a_time_and_never_if_the_store_says_so(store, orders, goods):
    mug = goods("MUG")
    for _ in range(3):
        orders.placed_ago(8, (mug, 1))

    assert store.sql("SELECT core.expire_orders(NULL, 2)") == 2
    store.sql("UPDATE storedesk.store_settings SET pending_order_days = 0")
    assert store.sql("SELECT core.expire_orders(NULL, 2)") == 0


def test_an_order_that_somebody_is_busy_with_does_not_expire(store, orders, goods):
    order = orders.placed_ago(8, (goods("MUG"), 1))

    with store.connect() as busy, busy.transaction():
        busy.execute("SELECT 1 FROM orders WHERE id = %s FOR NO KEY UPDATE", [order])
        assert store.sql("SELECT core.expire_orders(NULL, 100)") == 0
    assert orders.column(order, "status") == "pending"


# ---------- who may

MAY = {
    "place_order": {"bob", "cyd"},
    "confirm_order": {"bob", "cyd"},
    "collect_order": {"bob", "cyd"},
    "cancel_order": {"bob", "cyd"},
    "return_order": {"bob", "cyd"},
    "ship_order": {"ada", "cyd"},
    "correct_tracking": {"ada", "cyd"},
    "deliver_order": {"ada", "cyd"},
    "change_order_address": {"ada", "bob", "cyd"},
    "expire_orders": set(),
}


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "dee", "eve", "wes", "max"])
def test_each_may_do_what_is_theirs(store, person):
    words = """
        SELECT p.proname FROM pg_proc AS p
        WHERE p.pronamespace = 'api'::regnamespace AND p.proname = ANY (%s)
          AND has_function_privilege(%s, p.oid, 'EXECUTE')
    """
    allowed = {name for (name,) in store.rows(words, list(MAY), store.login(person))}

    assert allowed == {name for name, people in MAY.items() if person in people}


def test_a_stranger_in_the_right_groups_is_nobody(orders, goods, refused):
    order = orders.paid((goods("MUG"), 1))

    with refused("not_staff"):
        orders.step("ship_order", order, NUMBER, by="stan")
    with pytest.raises(errors.InsufficientPrivilege):
        orders.ask("expire_orders", 10, by="cyd")
