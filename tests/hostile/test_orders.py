"""Whoever works here and wants of an order what is not theirs: by commands, tables and roles."""

import json
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from tests.orders import ADDRESS
from tests.tills import card, cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

NUMBER = "1Z999AA10123456784"
DENIED = errors.InsufficientPrivilege
STAFF = ["ada", "bob", "cyd", "dee", "eve", "stan"]

TABLES = [
    "UPDATE orders SET status = 'confirmed'",
    "UPDATE orders SET tracking_number = 'x' RETURNING id",
    "UPDATE orders SET version = version",
    "SELECT 1 FROM orders FOR UPDATE",
    "DELETE FROM orders",
    "INSERT INTO order_line_items SELECT * FROM order_line_items",
    "UPDATE order_line_items SET quantity = 1",
    "UPDATE storedesk.order_payments SET amount = 0.01",
    "INSERT INTO storedesk.order_payments OVERRIDING SYSTEM VALUE TABLE storedesk.order_payments",
    "DELETE FROM storedesk.order_status_history",
    "UPDATE storedesk.order_status_history SET note = 'x'",
    "INSERT INTO storedesk.order_changes SELECT id, id, 9, 'return', 'x', id, now() FROM orders",
    "DELETE FROM storedesk.order_changes",
    "INSERT INTO storedesk.order_returns SELECT id, id, 'x', 1, id, id, now(), 0 FROM orders",
    "UPDATE storedesk.order_line_taxes SET rate = 0",
    "DELETE FROM storedesk.order_return_tax_lines",
    "INSERT INTO storedesk.pos_sales SELECT id, 'sale', id, id, now() FROM orders",
    "UPDATE order_number_sequence SET last_sequence = 0",
    "TRUNCATE storedesk.order_returns CASCADE",
]
CORE = [
    "SELECT core.place(gen_random_uuid(), gen_random_uuid(), '[]', NULL, now()::timestamp)",
    "SELECT core.confirm(gen_random_uuid(), '[]', NULL, now()::timestamp)",
    "SELECT core.cancel(gen_random_uuid(), 'x', NULL, now()::timestamp)",
    "SELECT core.ship(gen_random_uuid(), '1234', NULL, now()::timestamp)",
    "SELECT core.refund(gen_random_uuid(), 1, NULL, NULL, NULL, now()::timestamp)",
    "SELECT core.expire_orders(NULL, 1)",
]
ROLES = ["owner", "system", "accounts", "webshop", "manager", "backup"]


@pytest.fixture
def order(orders, goods):
    return orders.paid((goods("MUG"), 2))


@pytest.mark.parametrize("person", STAFF)
@pytest.mark.parametrize("words", TABLES)
@pytest.mark.usefixtures("order")
def test_nobody_writes_the_books_by_hand(store, person, words):
    with pytest.raises(DENIED):
        store.sql(words, login=person)


@pytest.mark.parametrize("words", CORE)
def test_nobody_calls_what_commands_are_made_of(store, words):
    for person in [*STAFF, "wes", "max"]:
        with pytest.raises(DENIED):
            store.sql(words, login=person)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("person", ["ada", "bob", "eve"])
def test_nobody_puts_on_a_role_that_is_not_theirs(store, person, role):
    with pytest.raises(DENIED):
        store.sql(f'SET ROLE "{store.name}_{role}"', login=person)


def test_a_role_put_on_does_not_change_who_asks(store, orders, goods):
    order = orders.placed((goods("MUG"), 1), by="cyd")
    words = "SELECT api.cancel_order(gen_random_uuid(), %s, %s, 'mine')"
    with store.connect("cyd") as connection:
        connection.execute(f'SET ROLE "{store.name}_cashier"')
        connection.execute(words, [order, orders.column(order, "version")])

    who = "SELECT actor_id FROM storedesk.order_status_history WHERE to_status = 'cancelled'"
    assert store.sql(who) == store.staff_id("cyd")


def test_nobody_lends_themselves_a_name(store, orders, goods, refused):
    order = orders.placed((goods("MUG"), 1), by="cyd")
    with store.connect("bob") as connection, refused("approval_needed"):
        connection.execute(f"SET storedesk.actor = '{store.staff_id('cyd')}'")
        connection.execute("SET storedesk.instant = '2020-01-01'")
        connection.execute(
            "SELECT api.cancel_order(gen_random_uuid(), %s, %s, 'mine')",
            [order, orders.column(order, "version")],
        )


@pytest.mark.parametrize(
    ("person", "command", "arguments"),
    [
        ("bob", "ship_order", [NUMBER]),
        ("bob", "correct_tracking", [NUMBER]),
        ("bob", "deliver_order", []),
        ("ada", "confirm_order", [[charged("5.00")]]),
        ("ada", "cancel_order", ["no"]),
        ("ada", "collect_order", [None]),
        *[(nobody, "ship_order", [NUMBER]) for nobody in ("dee", "eve", "wes", "max")],
        *[(nobody, "cancel_order", ["no"]) for nobody in ("dee", "eve", "wes", "max")],
        *[(nobody, "change_order_address", [ADDRESS]) for nobody in ("dee", "eve", "wes", "max")],
    ],
)
def test_whoever_may_not_is_refused_by_the_database(orders, order, person, command, arguments):
    version = orders.column(order, "version")

    with pytest.raises(DENIED):
        orders.step(command, order, *arguments, by=person)
    assert orders.column(order, "version") == version


def test_a_cashier_does_not_approve_what_a_cashier_asks(store, orders, order, refused):
    detail = json.dumps({"order_id": str(order)})
    with refused("not_a_manager"):
        orders.ask("approve", uuid4(), "cancel_order", {"order_id": str(order)}, by="bob")
    with pytest.raises(DENIED):
        store.sql(
            "INSERT INTO storedesk.approvals (id, request_id, action, detail, approved_by)"
            " VALUES (gen_random_uuid(), gen_random_uuid(), 'cancel_order', %s, %s)",
            detail,
            store.staff_id("cyd"),
            login="bob",
        )
    with refused("approval_not_valid"):
        orders.step("cancel_order", order, "no", None, uuid4(), by="bob")


def test_an_approval_is_for_one_thing_and_grows_old(store, orders, order, allow, refused):
    def cancel(approval):
        orders.step("cancel_order", order, "no", None, approval, by="bob")

    approval = allow(cancel)
    change = "UPDATE storedesk.approvals SET action = %s WHERE id = %s"
    for action in ("return_order", "override"):
        store.sql(change, action, approval)
        with refused("approval_not_valid"):
            cancel(approval)
    store.sql(change, "cancel_order", approval)
    store.sql("UPDATE storedesk.approvals SET created_at = created_at - interval '3 minutes'")
    with refused("approval_not_valid"):
        cancel(approval)
    store.sql("UPDATE storedesk.approvals SET created_at = created_at + interval '3 minutes'")
    cancel(approval)


def test_an_approval_of_who_is_no_manager_any_more_is_none(store, orders, order, allow, refused):
    def cancel(approval):
        orders.step("cancel_order", order, "no", None, approval, by="bob")

    approval = allow(cancel)
    store.sql("UPDATE storedesk.staff SET is_active = false WHERE login = %s", store.login("cyd"))
    with refused("approval_not_valid"):
        cancel(approval)
    store.sql("UPDATE storedesk.staff SET is_active = true WHERE login = %s", store.login("cyd"))
    team = f'"{store.name}_manager" {{}} "{store.login("cyd")}"'
    store.sql(f"REVOKE {team.format('FROM')}")
    with refused("approval_not_valid"):
        cancel(approval)
    store.sql(f"GRANT {team.format('TO')}")
    cancel(approval)


def test_a_request_is_not_stolen(orders, order, refused):
    request = uuid4()
    orders.step("ship_order", order, NUMBER, by="ada", request=request)

    with refused("request_reused"):
        orders.step("ship_order", order, NUMBER, by="cyd", request=request)
    with refused("request_reused"):
        orders.step("deliver_order", order, by="ada", request=request)


def test_nobody_decides_in_an_old_picture_of_the_store(store, orders, order, refused):
    with (
        psycopg.connect(store.dsn("ada")) as connection,
        refused("old_picture"),
    ):
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.execute(
            "SELECT api.ship_order(gen_random_uuid(), %s, %s, %s)",
            [order, orders.column(order, "version"), NUMBER],
        )


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize(
    ("login", "words"),
    [
        ("max", "SELECT api.claim_mails(1)"),
        ("max", "SELECT api.settle_mail(gen_random_uuid(), localtimestamp, 'unsent')"),
        ("max", "SELECT api.expire_orders(1)"),
        ("cyd", "SELECT api.claim_codes(gen_random_uuid(), ARRAY['4006381333931'])"),
    ],
)
def test_nor_does_what_is_no_request(store, refused, login, words):
    with psycopg.connect(store.dsn(login)) as connection, refused("old_picture"):
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.execute(words)
    store.sql(words, login=login)
    store.sql("UPDATE storedesk.staff SET is_active = false")
    with refused("not_staff"):
        store.sql(words, login=login)


@pytest.mark.parametrize(
    "tender",
    [
        cash("-5.00"),
        card("-5.00"),
        card("NaN"),
        card("Infinity"),
        card("5.001"),
        card("5.00", last_four="12345"),
        card("5.00", reference="4111 1111 1111 1111"),
        card("5.00", tendered="10.00"),
        {"id": None, "method": "credit_card", "amount": "5.00"},
        {"id": str(uuid4()), "method": "gift", "amount": "5.00"},
        {"id": "no id", "method": "credit_card", "amount": "5.00"},
        {"id": str(uuid4()), "method": "paypal", "amount": "5.00"},
        "no tender",
    ],
)
def test_no_tender_is_taken_that_is_none(orders, goods, tender):
    order = orders.placed((goods("MUG"), 2))

    with pytest.raises(psycopg.Error):
        orders.step("confirm_order", order, [tender])
    assert orders.column(order, "status") == "pending"
    assert orders.money(order) == []


def test_a_payment_is_booked_for_one_order(orders, goods):
    mug, tender = goods("MUG"), charged("2.50")
    first, second = orders.placed((mug, 1)), orders.placed((mug, 1))
    orders.step("confirm_order", first, [tender])

    with pytest.raises(psycopg.Error):
        orders.step("confirm_order", second, [tender])
    assert orders.column(second, "status") == "pending"


@pytest.mark.parametrize(
    "line",
    [
        {"quantity": "1e9"},
        {"quantity": 1.5},
        {"quantity": "NaN"},
        {"quantity": None},
        {"product": "x'; DROP TABLE orders; --"},
        {"product": None},
        {"variant": str(uuid4())},
        {"price": "NaN"},
        {"price": "-1"},
        {"price": None},
    ],
)
def test_no_line_is_placed_that_is_none(store, orders, goods, line):
    mug = goods("MUG", price="2.50")
    given = {"product": str(mug), "variant": None, "quantity": 1, "price": "2.50"} | line
    call = [uuid4(), uuid4(), orders.customer, [given], ADDRESS, "0", "2.50"]

    try:
        assert not orders.ask("place_order", *call)["is_placed"]
    except psycopg.Error as refusal:
        assert refusal.sqlstate[:2] in {"SD", "22", "23"}, refusal  # noqa: PT017 either is a no
    assert store.sql("SELECT count(*) FROM orders") == 0


def test_a_name_of_ones_own_is_not_sold_under(store, orders, goods):
    mug = goods("MUG", price="2.50")
    line = {
        "product": str(mug), "variant": None, "quantity": 1, "price": "2.50",
        "name": "Gold bar", "description": "1 kg", "subtotal": "0.01", "rate": "-1", "tax": "None",
        "list_price": "99", "reason": "free", "requested_by": str(store.staff_id("cyd")),
    }  # fmt: skip
    orders.ask("place_order", uuid4(), uuid4(), orders.customer, [line], ADDRESS, "0", "2.50")

    sold = "SELECT product_name, variant_description, subtotal_amount::text FROM order_line_items"
    assert store.rows(sold) == [("Mug", None, "2.50")]
    assert store.rows("SELECT * FROM storedesk.order_discounts") == []


@pytest.mark.parametrize("line", [{"quantity": "NaN"}, {"quantity": -1}, {"refund": "1000"}])
def test_no_return_gives_back_more_than_was_paid(orders, goods, line):
    order = orders.sent((goods("MUG", price="2.50"), 2))
    back = {"line": str(orders.lines(order)[0]), "quantity": 1, "restocked": True} | line
    call = ["return_order", uuid4(), uuid4(), order, orders.column(order, "version"), [back], "x"]

    if "refund" in line:
        assert orders.ask(*call)["refunded"] == "2.50"
    else:
        with pytest.raises(psycopg.Error):
            orders.ask(*call)


def test_a_shift_that_is_somebody_elses_business_is_no_drawer(store, orders, goods, till, refused):
    order = orders.placed((goods("MUG"), 2))
    orders.step("confirm_order", order, [charged("5.00")])
    with refused("shift_not_found"):
        orders.step("collect_order", order, uuid4())
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    till.call("close_shift", shift, "100", None)
    with refused("shift_closed"):
        orders.step("cancel_order", order, "no", shift)


def test_the_web_shop_takes_no_step_that_is_not_lawful(store, orders, goods, refused):
    order = orders.placed((goods("MUG"), 2))

    with refused("order_step"):
        store.sql("UPDATE orders SET status = 'shipped', tracking_number = 'x'", login="wes")
    with refused("order_frozen"):
        store.sql("UPDATE orders SET total_amount = 0, subtotal_amount = 0", login="wes")
    with pytest.raises(DENIED):
        store.sql("SELECT api.ship_order(gen_random_uuid(), %s, 1, 'x123')", order, login="wes")


def test_what_people_are_told_names_no_address_of_others(store, orders, goods):
    """The slip and the receipt of a return say where it goes, and not whom to write to."""
    order = orders.sent((goods("MUG"), 2))
    orders.take_back(order, (orders.lines(order)[0], 1))
    back = store.sql("SELECT id FROM storedesk.order_returns")

    for person in ("ada", "bob", "cyd", "eve"):
        told = orders.ask("return_receipt", back, by=person)
        assert "ann@example.com" not in json.dumps(told)


def test_nobody_places_an_order_under_the_id_of_a_sale_at_a_till(orders, goods, till, refused):
    mug = goods("MUG")
    till.scan("MUG")
    assert till.quote()["is_held"]

    with refused("request_reused"):
        orders.place((mug, 1), order=till.order)
    assert till.pay()["total"] == "2.50"
