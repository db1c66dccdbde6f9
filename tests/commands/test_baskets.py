"""Baskets that nobody comes back to go; those in use never do."""

from uuid import uuid4

import pytest

from tests.drawn import unique

pytestmark = pytest.mark.usefixtures("invariants")

AGE = "UPDATE carts SET last_activity_date = last_activity_date - %s * interval '1 day'"


@pytest.fixture
def purge(store):
    """Clear away as the daily job does; say how many baskets went."""

    def purge():
        store.sql(f'GRANT "{store.name}_system" TO "{store.login("max")}"')
        try:
            return store.sql("SELECT api.purge()", login="max")["baskets"]
        finally:
            store.sql(f'REVOKE "{store.name}_system" FROM "{store.login("max")}"')

    return purge


@pytest.fixture
def basket(store, add_product):
    """A basket of the web shop."""

    def basket(customer=None, days=0):
        product, guest = add_product(f"Thing {unique()}"), None if customer else f"s-{uuid4()}"
        with store.connect("wes") as shop, shop.transaction():
            cart = shop.execute(
                "INSERT INTO carts (customer_id, is_guest, guest_session_id, total_price_amount,"
                " last_activity_date) VALUES (%s, %s, %s, 2.50, now() - %s * interval '1 day')"
                " RETURNING id",
                (customer, customer is None, guest, days),
            ).fetchone()
            shop.execute(
                "INSERT INTO cart_items (cart_id, product_id, product_name, unit_price_amount,"
                " quantity, subtotal_amount) VALUES (%s, %s, 'Thing', 2.50, 1, 2.50)",
                (cart, product),
            )
        return cart

    return basket


@pytest.fixture
def ann(store):
    words = (
        "INSERT INTO customers (email, first_name, last_name)"
        " VALUES (%s, 'Ann', 'Lee') RETURNING id"
    )
    return lambda: store.sql(words, f"{unique()}@x.example", login="bob")


def there(store):
    return {cart for (cart,) in store.rows("SELECT id FROM carts")}


def test_a_guests_basket_goes_after_a_week_and_a_customers_after_three_months(
    store, basket, ann, purge
):
    kept = {basket(days=6), basket(ann(), days=89)}
    basket(days=7)
    basket(ann(), days=90)

    assert purge() == 2
    assert there(store) == kept
    assert store.sql("SELECT count(*) FROM cart_items") == 2
    assert purge() == 0


def test_how_long_guests_are_waited_for_is_the_stores_to_say(store, basket, purge):
    store.sql("UPDATE storedesk.store_settings SET idle_basket_days = 30")
    basket(days=29)
    assert purge() == 0
    store.sql(AGE, 2)
    assert purge() == 1


def test_a_sale_on_the_screen_stays_and_one_put_aside_goes(store, till, goods, purge):
    goods("MUG")
    till.scan("MUG")
    store.sql(AGE, 400)
    assert purge() == 0
    till.call("park", till.order, "scarf")
    store.sql(AGE, 8)
    assert purge() == 1
    assert there(store) == set()
    assert till.ask("parked_sales") == []


def test_a_parked_sale_that_is_paid_in_part_or_quoted_stays(store, till, goods, purge):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.call("park", till.order, "half paid")
    store.sql(
        "INSERT INTO storedesk.till_tenders (id, order_id, method, amount)"
        " VALUES (%s, %s, 'cash', 1)",
        uuid4(), till.order,
    )  # fmt: skip
    store.sql(AGE, 400)
    assert purge() == 0
    store.sql("DELETE FROM storedesk.till_tenders")
    store.sql("UPDATE storedesk.till_carts SET quote_expires_at = now() + interval '1 minute'")
    assert purge() == 0


def test_a_basket_in_somebodys_hands_is_skipped(store, basket, purge):
    held = basket(days=100)
    basket(days=100)
    with store.connect("wes") as shop, shop.transaction():
        shop.execute("UPDATE carts SET last_activity_date = now() WHERE id = %s", [held])
        assert purge() == 1
    assert there(store) == {held}
    assert purge() == 0


def test_a_sale_that_is_recalled_while_the_purge_looks_stays(store, till, goods, purge):
    """The recall is not committed when the purge begins: it waits for nobody and takes nothing."""
    goods("MUG")
    till.scan("MUG")
    till.call("park", till.order, "scarf")
    store.sql(AGE, 100)
    with till.connection.transaction():
        till.call("recall", till.order, till.register)
        assert purge() == 0
    assert purge() == 0
    assert len(till.sale()["lines"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE carts SET total_price_amount = total_price_amount + 0.01 WHERE id = %s",
        "UPDATE carts SET is_guest = false WHERE id = %s",
        "UPDATE carts SET guest_session_id = NULL WHERE id = %s",
        "UPDATE cart_items SET subtotal_amount = subtotal_amount + 0.01 WHERE cart_id = %s",
        "UPDATE cart_items SET quantity = 2 WHERE cart_id = %s",
    ],
)
def test_the_web_shop_is_told_of_a_basket_that_does_not_add_up(store, basket, refused, words):
    cart = basket()
    with refused("basket_differs"):
        store.sql(f"{words} RETURNING id", cart, login="wes")
