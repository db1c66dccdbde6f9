"""The web shop's login, which may write the model's tables, does no more than place orders."""

from contextlib import contextmanager
from uuid import uuid4

import psycopg
import pytest

from tests.commands.test_web_orders import (
    WEB_LEDGER,
    WEB_LINE,
    WEB_NUMBER,
    WEB_ORDER,
    WEB_STOCK,
)
from tests.tills import card

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def known(goods, customer):
    return {
        "order": uuid4(),
        "product": goods("MUG", price="2.50", on_hand=10),
        "customer": customer(),
        "status": "pending",
        "version": 1,
    }


@pytest.fixture
def shop(store, known):
    """Be the web shop, for one transaction."""

    @contextmanager
    def shop():
        with store.connect("wes") as connection, connection.transaction():
            connection.execute("SET TIME ZONE 'UTC'")
            yield lambda words, **more: connection.execute(words, known | more)

    return shop


@pytest.fixture
def place(shop, known):
    """Place an order of two mugs but for what is left out or said otherwise."""

    def place(*, order=WEB_ORDER, line=WEB_LINE, stock=WEB_STOCK, ledger=WEB_LEDGER, number=None):
        with shop() as do:
            known["number"] = number or do(WEB_NUMBER).fetchone()
            for words in (order, line, stock, ledger):
                if words:
                    do(words)

    return place


def test_a_whole_order_is_placed(store, place):
    place()
    assert store.sql("SELECT reserved_quantity FROM inventory") == 2


@pytest.mark.parametrize(
    "otherwise",
    [
        {"stock": None, "ledger": None},  # promised and not reserved
        {"line": None},  # reserved and not promised
        {"line": WEB_LINE.replace("2, 5.00", "1, 2.50")},
        {"line": WEB_LINE.replace("2.50, 2, 5.00", "1.25, 4, 5.00")},
        {"line": WEB_LINE + ";" + WEB_LINE.replace("2.50, 2, 5.00", "0, 1, 0")},
        {"order": WEB_ORDER.replace("5.00, 1.00, 6.00", "1.00, 1.00, 2.00")},
        {"ledger": WEB_LEDGER.replace("'reserve', %(order)s", "'adjust', NULL")},
        {"ledger": WEB_LEDGER.replace("%(order)s", "gen_random_uuid()")},
        {"ledger": WEB_LEDGER.replace("'reserve'", "'restock'")},
        {"stock": WEB_STOCK.replace("+ 2", "+ 11")},  # beyond what there is
    ],
)
def test_half_an_order_is_refused_when_it_commits(store, place, otherwise):
    with pytest.raises(psycopg.Error):
        place(**otherwise)
    assert store.sql("SELECT count(*) FROM orders") == 0


@pytest.mark.parametrize("number", ["ORD-2026-000001", "ORD-9999-000001", "mine", "new-1"])
def test_a_number_is_the_next_one_or_none(place, number):
    with pytest.raises(psycopg.Error):
        place(number=number)


@pytest.mark.parametrize(
    "words",
    [
        WEB_NUMBER,  # taken and not used
        "UPDATE order_number_sequence SET last_sequence = 0",
        "UPDATE order_number_sequence SET last_sequence = last_sequence",
        "UPDATE order_number_sequence SET last_sequence = 2147483647",
        "INSERT INTO order_number_sequence (year, last_sequence) VALUES (2099, 7)",
    ],
)
def test_numbers_are_not_left_out_or_given_again(till, place, shop, words):
    place()
    with pytest.raises(psycopg.Error), shop() as do:
        do(words)
    assert till.sell("MUG")["order_number"].endswith("000002")


def test_no_line_is_added_to_an_order_that_was_placed_before(till, place, shop, known):
    place()
    sold = till.sell("MUG")["order_id"]
    free = WEB_LINE.replace("2.50, 2, 5.00", "0, 1, 0")
    for order in (sold, known["order"]):
        with pytest.raises(psycopg.Error, match="order_frozen"), shop() as do:
            do(free, order=order)


def test_a_line_is_not_added_by_a_transaction_that_began_before_the_sale(till, shop):
    with pytest.raises(psycopg.Error, match="order_frozen"), shop() as do:  # noqa: PT012
        do("SELECT 1")
        sold = till.sell("MUG")["order_id"]
        do(WEB_LINE.replace("2.50, 2, 5.00", "0, 1, 0"), order=sold)


def test_an_order_may_be_written_within_a_savepoint(store, shop, known):
    with shop() as do:
        known["number"] = do(WEB_NUMBER).fetchone()
        do("SAVEPOINT one")
        do(WEB_ORDER)
        do("RELEASE one")
        for words in (WEB_LINE, WEB_STOCK, WEB_LEDGER):
            do(words)
    assert store.sql("SELECT count(*) FROM orders") == 1


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE orders SET customer_id = %(customer)s",
        "UPDATE orders SET shipping_recipient_name = 'Someone else'",
        "UPDATE orders SET payment_type = 'paypal', payment_transaction_id = 'x'",
        "UPDATE orders SET version = 2147483647",
    ],
)
def test_what_a_till_has_sold_is_not_the_web_shops(till, shop, words):
    till.sell("MUG")
    with pytest.raises(psycopg.Error, match="not_yours"), shop() as do:
        do(words)


def test_a_version_runs_no_faster_than_one_at_a_time(store, place, shop):
    place()
    with shop() as do:
        do("UPDATE orders SET version = 2147483647")
    assert store.sql("SELECT version FROM orders") == 2


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE cart_items SET unit_price_amount = 0, subtotal_amount = 0",
        "UPDATE cart_items SET quantity = 9, subtotal_amount = 22.50",
        "UPDATE carts SET total_price_amount = 0",
        "UPDATE carts SET guest_session_id = 'mine'",
        (
            "INSERT INTO cart_items (cart_id, product_id, product_name, unit_price_amount,"
            " quantity, subtotal_amount) SELECT id, %(product)s, 'Mug', 0, 1, 0 FROM carts"
        ),
    ],
)
def test_a_sale_on_a_tills_screen_is_not_a_web_shops_basket(till, shop, words):
    till.scan("MUG")
    till.quote()
    with pytest.raises(psycopg.Error, match="not_yours"), shop() as do:
        do(words)
    assert till.pay(card("2.50"))["total"] == "2.50"


def test_the_web_shop_does_not_sit_down_at_a_register(till, shop):
    with pytest.raises(psycopg.Error, match="not_yours"), shop() as do:
        do(
            "INSERT INTO carts (is_guest, guest_session_id) VALUES (true, %(name)s)",
            name=f"till:{till.register}",
        )
    till.scan("MUG")


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE customers SET password_hash = 'x' WHERE email LIKE 'walk-in%%'",
        (
            "UPDATE customers SET registration_status = 'registered', email_verified = true"
            " WHERE email LIKE 'walk-in%%'"
        ),
        (
            "UPDATE customers SET verification_token = 'x', verification_token_expires_at = now()"
            " WHERE email LIKE 'walk-in%%'"
        ),
        "INSERT INTO carts (customer_id) SELECT id FROM customers WHERE email LIKE 'walk-in%%'",
    ],
)
def test_nobody_becomes_the_walk_in_customer(shop, words):
    with pytest.raises(psycopg.Error, match="walk_in_fixed"), shop() as do:
        do(words)


FORGED = """
    INSERT INTO inventory_audit_log (inventory_id, product_id, previous_value, new_value,
        adjustment, reason, operation_type, user_id, order_id, created_at)
    SELECT {inventory}, %(product)s, {was}, {now}, 5, 'forged', '{how}', %(someone)s, {of_order},
        '2020-01-01'
    FROM inventory WHERE product_id = %(product)s
"""


@pytest.mark.parametrize(
    ("stock", "forged"),
    [
        (0, {}),  # written down and not done
        (5, {"was": 100, "now": 105}),  # a chain that does not hang together
        (5, {"how": "deduct"}),
        (5, {"how": "restock", "of_order": "gen_random_uuid()"}),
        (5, {"of_order": "gen_random_uuid()"}),
        (0, {"was": 10, "now": 10}),
        (5, {"how": "release", "of_order": "gen_random_uuid()"}),
        (-20, {"was": 10, "now": -10}),
    ],
)
def test_the_ledger_takes_nothing_that_is_not_so(store, shop, stock, forged):
    given = {"inventory": "id", "was": 10, "now": 15, "how": "adjust", "of_order": "NULL"} | forged
    with pytest.raises(psycopg.Error), shop() as do:  # noqa: PT012
        do(f"UPDATE inventory SET stock_level = stock_level + {stock} WHERE product_id=%(product)s")
        do(FORGED.format(**given), someone=store.staff_id("cyd"))


def test_the_ledger_says_who_and_when_and_of_which_shelf(store, shop, goods, known):
    other = goods("CUP", on_hand=0)
    shelf = f"(SELECT id FROM inventory WHERE product_id = '{other}')"
    with shop() as do:
        do("UPDATE inventory SET stock_level = stock_level + 5 WHERE product_id = %(product)s")
        words = FORGED.format(inventory=shelf, was=10, now=15, how="adjust", of_order="NULL")
        do(words, someone=store.staff_id("cyd"))

    written = """
        SELECT a.user_id, a.created_at > '2026-01-01', i.product_id
        FROM inventory_audit_log AS a JOIN inventory AS i ON i.id = a.inventory_id
        WHERE a.reason = 'forged'
    """
    assert store.rows(written) == [(store.staff_id("wes"), True, known["product"])]


def test_a_card_sale_whose_last_piece_a_web_order_took_is_booked_and_flagged(
    store, till, place, known
):
    store.sql(
        "SELECT api.adjust_stock(%s, %s, NULL, -8, 'lost')", uuid4(), known["product"], login="ada"
    )
    till.scan("MUG")
    assert till.quote()["is_held"]
    place()  # both mugs that are left

    assert till.pay(card("2.50"))["found"] == ["Mug"]
    assert store.rows("SELECT stock_level, reserved_quantity FROM inventory") == [(2, 2)]
    assert (
        store.sql(
            "SELECT new ->> 'pieces' FROM storedesk.audit_event WHERE action = 'found_at_till'"
        )
        == "1"
    )


def test_the_dates_of_web_orders_are_not_of_tomorrow(store, place):
    words = WEB_ORDER.replace("_id, version)", "_id, version, created_at)")
    place(order=words.replace("%(version)s)", "%(version)s, '9998-01-01')"))
    assert store.sql("SELECT created_at <= core.now() FROM orders")
