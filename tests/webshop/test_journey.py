"""From a basket in a browser to a parcel that came back, and never a rule broken on the way."""

from decimal import Decimal
from uuid import uuid4

import psycopg
import pytest

from tests.drawn import unique
from tests.tills import charged
from tests.webshop.shop import CARD, SoldOutError

pytestmark = pytest.mark.usefixtures("invariants")

TRACKING = "1Z999AA10123456784"
MAILS = "SELECT email_type FROM email_queue ORDER BY created_at, email_type"
STEPS = """
    SELECT h.to_status, s.login FROM storedesk.order_status_history AS h
    JOIN storedesk.staff AS s ON s.id = h.actor_id
    WHERE h.order_id = %s ORDER BY h.order_version
"""


def mails(store):
    return [kind for (kind,) in store.rows(MAILS)]


@pytest.fixture
def mug(goods):
    return goods("MUG", name="Mug", price="2.50", on_hand=10)


@pytest.fixture
def shirt(goods):
    return goods("SHIRT", name="Shirt", price="20.00", on_hand=6)


@pytest.fixture
def large(shirt, variant):
    return variant(shirt, "SHIRT-L", size="L", more="2.00")


@pytest.fixture
def ordered(web, mug, shirt, large):
    """A registered customer has ordered two mugs and a large shirt, and perhaps paid."""

    def ordered(payment=None):
        customer = web.register(f"{unique()}@example.com")
        web.confirm_address(customer)
        web.add_address(customer, "12 Web Lane", is_default=True)
        basket = web.basket(customer=customer)
        web.put(basket, mug, 2)
        web.put(basket, shirt, 1, variant=large)
        return web.check_out(customer, basket, payment)

    return ordered


def paid_by_card():
    return CARD | {"transaction": f"tx-{uuid4()}"}


def test_a_guest_buys_without_an_account(store, web, staff, mug):
    basket = web.basket(session="browser-1")
    web.put(basket, mug, 3)
    guest = web.guest("Guest@Example.com")
    web.claim(basket, guest)

    order = web.check_out(guest, basket, paid_by_card())

    assert staff.column(order, "status") == "confirmed"
    assert staff.column(order, "total_amount") == Decimal("12.40")
    assert staff.money(order) == [("payment", "credit_card", "12.40")]
    assert staff.stock(mug) == (10, 3)
    assert store.sql("SELECT email FROM customers WHERE id = %s", guest) == "guest@example.com"
    assert store.sql("SELECT count(*) FROM carts") == 0, "what is ordered is in no basket"
    assert mails(store) == ["order_confirmation"]
    assert store.rows(STEPS, order) == [
        ("pending", store.login("wes")), ("confirmed", store.login("wes"))
    ]  # fmt: skip


def test_a_paid_order_is_shipped_delivered_and_comes_back_in_part(
    store, staff, ordered, mug, shirt
):
    order = ordered(paid_by_card())
    assert (staff.stock(mug), staff.stock(shirt)) == ((10, 2), (6, 1))

    staff.step("ship_order", order, TRACKING, by="ada")
    assert (staff.stock(mug), staff.stock(shirt)) == ((8, 0), (5, 0))
    staff.step("deliver_order", order, by="ada")
    line = store.sql(
        "SELECT id FROM order_line_items WHERE order_id = %s AND product_id = %s", order, mug
    )
    staff.take_back(order, (line, 1, True), by="cyd")

    assert staff.stock(mug) == (9, 0)
    assert staff.money(order) == [
        ("payment", "credit_card", "31.90"), ("refund", "credit_card", "2.50")
    ]  # fmt: skip
    assert mails(store) == ["order_confirmation", "order_shipped"]
    assert [step for step, _ in store.rows(STEPS, order)] == [
        "pending", "confirmed", "shipped", "delivered"
    ]  # fmt: skip


def test_an_unpaid_order_is_paid_in_the_web_shop_and_shipped_in_the_store(
    store, web, staff, ordered
):
    order = ordered()
    assert mails(store) == []
    web.pay(order, {"type": "paypal", "transaction": "PP-1", "paypal": "webby@example.com"})

    staff.step("ship_order", order, TRACKING, by="ada")

    assert staff.money(order) == [("payment", "paypal", "31.90")]
    assert mails(store) == ["order_confirmation", "order_shipped"]


@pytest.mark.usefixtures("till")
def test_an_unpaid_order_is_paid_at_the_till_and_taken_along(store, staff, ordered, mug):
    order = ordered()
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")
    tender = {"id": str(uuid4()), "method": "cash", "amount": "31.90", "tendered": "40.00"}

    staff.step("collect_order", order, shift, [tender], by="bob")

    assert staff.column(order, "status") == "delivered"
    assert staff.column(order, "payment_type") == "cash"
    assert staff.stock(mug) == (8, 0)


def test_an_order_by_telephone_goes_on_where_the_web_shop_left_it(staff, ordered):
    order = ordered()
    staff.step("confirm_order", order, [charged("31.90")], by="cyd")
    assert staff.column(order, "status") == "confirmed"


@pytest.mark.parametrize("is_paid", [False, True])
def test_the_store_cancels_and_what_was_paid_goes_back(store, staff, ordered, mug, is_paid):
    order = ordered(paid_by_card() if is_paid else None)

    staff.step("cancel_order", order, "out of stock after all", by="cyd")

    assert staff.stock(mug) == (10, 0)
    money = [("payment", "credit_card", "31.90"), ("refund", "credit_card", "31.90")]
    assert staff.money(order) == (money if is_paid else [])
    assert mails(store) == (["order_confirmation"] if is_paid else []) + ["order_cancelled"]


@pytest.mark.parametrize("is_paid", [False, True])
def test_the_customer_cancels_in_the_web_shop(store, web, staff, ordered, mug, is_paid):
    order = ordered(paid_by_card() if is_paid else None)

    assert web.cancel(order)
    assert not web.cancel(order)

    assert staff.stock(mug) == (10, 0)
    assert len(staff.money(order)) == (2 if is_paid else 0)
    assert "order_cancelled" in mails(store)


def test_what_has_left_is_not_cancelled_in_the_web_shop(web, staff, ordered):
    order = ordered(paid_by_card())
    staff.step("ship_order", order, TRACKING, by="ada")
    assert not web.cancel(order)
    with pytest.raises(psycopg.Error):
        web.line.execute("UPDATE orders SET status = 'cancelled' WHERE id = %s", [order])


def test_more_than_there_is_free_is_sold_out_and_nothing_is_left_behind(store, web, mug, staff):
    customer = web.guest("greedy@example.com")
    basket = web.basket(customer=customer)
    web.put(basket, mug, 11)
    with pytest.raises(SoldOutError):
        web.check_out(customer, basket)
    assert staff.stock(mug) == (10, 0)
    assert store.sql("SELECT count(*) FROM orders") == 0
    assert len(web.lines_in(basket)) == 1, "the basket is as it was"


def test_a_basket_is_changed_emptied_and_filled_again(web, mug, shirt, store):
    customer = web.register("webby@example.com")
    basket = web.basket(customer=customer)
    web.put(basket, mug, 2)
    web.put(basket, shirt)
    web.want(basket, mug, 5)
    total = "SELECT total_price_amount::text FROM carts WHERE id = %s"
    assert store.sql(total, basket) == "32.50"
    web.want(basket, mug, 0)
    assert store.sql(total, basket) == "20.00"
    web.want(basket, shirt, 0)
    assert store.sql(total, basket) == "0.00"
    web.put(basket, mug)
    assert store.sql(total, basket) == "2.50"


def test_what_is_kept_for_later_stays_in_the_basket(web, mug, shirt, store):
    customer = web.register("webby@example.com")
    basket = web.basket(customer=customer)
    web.put(basket, mug)
    web.put(basket, shirt)
    with web.line.transaction():
        order, [line] = uuid4(), [x for x in web.lines_in(basket) if x["product_id"] == mug]
        web._move(mug, 1, order, "reserve")
        web._write_order(order, customer, web._next_number(), [line], None)
    assert [line["product_id"] for line in web.lines_in(basket)] == [shirt]
    assert store.sql("SELECT total_price_amount::text FROM carts") == "20.00"


def test_the_same_basket_is_ordered_once_however_often_it_is_sent(store, web, mug):
    customer = web.register("webby@example.com")
    basket = web.basket(customer=customer)
    web.put(basket, mug)
    web.check_out(customer, basket)
    with pytest.raises(psycopg.Error):
        web.check_out(customer, basket)
    assert store.sql("SELECT count(*) FROM orders") == 1


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE carts SET total_price_amount = 0.01",
        "UPDATE carts SET is_guest = true",
        "UPDATE cart_items SET subtotal_amount = 0",
        "UPDATE cart_items SET quantity = 9",
        "UPDATE cart_items SET quantity = -1",
    ],
)
def test_a_basket_that_does_not_add_up_is_refused_when_it_commits(web, mug, words):
    basket = web.basket(customer=web.register("webby@example.com"))
    web.put(basket, mug)
    with pytest.raises(psycopg.Error):
        web.line.execute(words)


def test_a_web_shop_knows_no_more_than_the_model(web):
    """Neither the store's own tables that matter, nor what is in e-mails, nor the till."""
    for words in (
        "SELECT * FROM storedesk.order_payments",
        "SELECT * FROM storedesk.staff",
        "SELECT payload FROM email_queue",
        "DELETE FROM carts",
        "LOCK TABLE carts",
        "LOCK TABLE inventory",
        "UPDATE products SET price_amount = 1",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege), web.line.transaction():
            web.line.execute(words)
