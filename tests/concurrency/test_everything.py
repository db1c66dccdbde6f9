"""Work of all kinds at once over the same few goods, customers and orders: nothing locks up.

Everybody who takes several locks takes part at random, the web shop by its own statements too. What
is refused is refused by name; no two wait for each other.
"""

import random
import threading
import time
from collections import Counter
from uuid import uuid4

import psycopg
import pytest
from psycopg.rows import scalar_row
from psycopg.types.json import Jsonb

from tests.drawn import unique
from tests.orders import ADDRESS
from tests.tills import charged

pytestmark = pytest.mark.usefixtures("invariants")

DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
SECONDS = 6
REFUSALS = {"SD001", "SD403", "SD404", "SD409"}


class Worker(threading.Thread):
    """One who works on a line of their own: a random action after the other, until it is time."""

    def __init__(self, dsn, actions, seed, goods, customers):
        super().__init__()
        self.dsn, self.actions, self.chance = dsn, actions, random.Random(seed)
        self.goods, self.customers = goods, customers
        self.told, self.wrong = Counter(), []

    def run(self):
        until = time.monotonic() + SECONDS
        with psycopg.connect(self.dsn, autocommit=True, row_factory=scalar_row) as self.line:
            while time.monotonic() < until and not self.wrong:
                action = self.chance.choice(self.actions)
                try:
                    action(self)
                    self.told[action.__name__] += 1
                except psycopg.Error as error:
                    self.told[f"{action.__name__}: {error.diag.message_primary}"] += 1
                    if error.sqlstate not in REFUSALS:
                        self.wrong.append((action.__name__, str(error)))

    def some(self):
        return self.chance.sample(self.goods, self.chance.randint(2, len(self.goods)))

    def someone(self):
        return self.chance.choice(self.customers)

    def ask(self, command, *arguments):
        holes = ", ".join(["%s"] * (len(arguments) + 1))
        words = f"SELECT api.{command}({holes})"
        return self.line.execute(words, [uuid4(), *arguments]).fetchone()

    def step(self, command, states, *arguments):
        """Take a step with one of the orders in some states, if there is any."""
        words = "SELECT json_build_array(id, version) FROM orders WHERE status = ANY (%s)"
        found = self.line.execute(words, [states]).fetchall()
        if found:
            order, version = self.chance.choice(found)
            self.ask(command, order, version, *arguments)


def place(by):
    lines = [{"product": str(one), "quantity": 1, "price": "2.50"} for one in by.some()]
    total = f"{len(lines) * 2.5:.2f}"
    paid = [Jsonb([charged(total)])] if by.chance.random() < 0.6 else []
    address = Jsonb(ADDRESS)
    by.ask("place_order", uuid4(), by.someone(), Jsonb(lines), address, "0", total, *paid)


def cancel(by):
    by.step("cancel_order", ["pending", "confirmed"], "no")


def ship(by):
    by.step("ship_order", ["confirmed"], f"PARCEL {unique(16)}")


def send_elsewhere(by):
    street = f"{by.chance.randrange(10**6)} Street"
    by.step("change_order_address", ["pending", "confirmed"], Jsonb(ADDRESS | {"street": street}))


def take_back(by):
    words = """
        SELECT json_build_array(o.id, o.version, l.id)
        FROM orders AS o JOIN order_line_items AS l ON l.order_id = o.id WHERE o.status = 'shipped'
    """
    found = by.line.execute(words).fetchall()
    if found:
        order, version, line = by.chance.choice(found)
        back = Jsonb([{"line": line, "quantity": 1, "restocked": True}])
        by.ask("return_order", uuid4(), order, version, back, "broke")


def adjust(by):
    goods = by.some()
    told = by.ask("adjust_stocks", goods, [by.chance.choice([-1, 1, 2])] * len(goods), "lost")
    if by.chance.random() < 0.5:
        by.ask("undo_stock", told["movements"][::-1])


def count(by):
    counted = uuid4()
    by.line.execute("SELECT api.open_count(%s, %s, 'Shelf', '{}')", [uuid4(), counted])
    for product in by.some():
        by.ask("count_item", counted, product, None, by.chance.randint(40, 60), "true")
    by.ask("post_count", counted, "true")


def vanish(by):
    product = by.chance.choice(by.goods)
    try:
        by.ask("delete_product", product)
    finally:
        by.ask("restore_product", product)
        by.line.execute("UPDATE products SET status = 'active' WHERE id = %s", [product])


def rename(by):
    customer = by.someone()
    with by.line.transaction():
        words = "UPDATE customers SET last_name = %s WHERE id = %s"
        by.line.execute(words, [f"Other {by.chance.randrange(10**6)}", customer])
        by.line.execute(
            """
            INSERT INTO customer_shipping_addresses (
                customer_id, street, city, state, postal_code, country, recipient_name, is_default
            ) VALUES (%s, 's', 'c', '', 'p', 'US', 'r', true)
            """,
            [customer],
        )


def move_mailbox(by):
    words = "UPDATE customers SET email = %s WHERE id = %s"
    by.line.execute(words, [f"{unique()}@example.com", by.someone()])


def send_mails(by):
    for one in by.line.execute("SELECT api.claim_mails(5)").fetchone():
        outcome = by.chance.choice(["sent", "failed", "delayed"])
        words = "SELECT api.settle_mail(%s, %s, %s)"
        by.line.execute(words, [one["id"], one["token"], outcome])


def retry_mails(by):
    failed = by.line.execute("SELECT id FROM email_queue WHERE status = 'failed'").fetchall()
    by.ask("retry_mails", failed[:20])


def expire(by):
    by.line.execute("SELECT api.expire_orders()")


def order_online(by):
    """Order as the web shop does: by its own statements, goods in their order, the number last."""
    order, products = uuid4(), sorted(by.some())
    total, customer = 2.5 * len(products), by.someone()
    with by.line.transaction():
        for product in products:
            moved = by.line.execute(
                """
                UPDATE inventory SET reserved_quantity = reserved_quantity + 1
                WHERE product_id = %s AND reserved_quantity < stock_level
                RETURNING json_build_array(id, reserved_quantity)
                """,
                [product],
            ).fetchone()
            if moved is None:
                raise psycopg.Rollback
            by.line.execute(
                """
                INSERT INTO inventory_audit_log (inventory_id, product_id, previous_value,
                    new_value, adjustment, reason, operation_type, order_id)
                VALUES (%s, %s, %s, %s, 1, 'web', 'reserve', %s)
                """,
                [moved[0], product, moved[1] - 1, moved[1], order],
            )
        _write_order(by.line, order, customer, products, total)


def _write_order(line, order, customer, products, total):
    number = line.execute(
        """
        INSERT INTO order_number_sequence AS s (year, last_sequence)
        VALUES (extract(year FROM now() AT TIME ZONE 'UTC'), 1)
        ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
        RETURNING format('ORD-%s-%s', s.year, lpad(s.last_sequence::text, 6, '0'))
        """
    ).fetchone()
    line.execute(
        """
        INSERT INTO orders (id, order_number, customer_id, status, subtotal_amount, tax_amount,
            shipping_cost_amount, total_amount, shipping_street, shipping_city, shipping_state,
            shipping_postal_code, shipping_country, shipping_recipient_name, payment_type,
            payment_paypal_email)
        VALUES (%s, %s, %s, 'confirmed', %s, 0, 0, %s, 's', 'c', '', 'p', 'US', 'r', 'paypal',
            'ann@example.com')
        """,
        [order, number, customer, total, total],
    )
    for product in products:
        line.execute(
            """
            INSERT INTO order_line_items (order_id, product_id, product_name, unit_price_amount,
                quantity, subtotal_amount) VALUES (%s, %s, 'Thing', 2.50, 1, 2.50)
            """,
            [order, product],
        )


ORDERS = [place, cancel, take_back, send_elsewhere]
STOCK = [adjust, count, ship, vanish]
PEOPLE = [rename, move_mailbox, retry_mails]
CROWD = [
    *[("cyd", actions) for actions in (ORDERS, ORDERS, STOCK, STOCK, PEOPLE, PEOPLE)],
    *[("max", [send_mails, send_mails, expire]), ("wes", [order_online]), ("wes", [order_online])],
]  # fmt: skip


def test_work_of_all_kinds_on_the_same_rows_never_locks_up(store, goods, customer, system):
    store.sql("UPDATE storedesk.store_settings SET web_address = 'https://shop.example.com'")
    things = [goods(f"THING-{n}", on_hand=50) for n in range(4)]
    people = [customer(f"Ann Other{n}", f"ann{n}@example.com") for n in range(3)]
    seed, before = random.randrange(10**6), store.sql(DEADLOCKS)
    assert system in {login for login, _ in CROWD}

    crowd = [
        Worker(store.dsn(login), actions, seed + n, things, people)
        for n, (login, actions) in enumerate(CROWD)
    ]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    told = sum((one.told for one in crowd), Counter())
    assert [one.wrong for one in crowd if one.wrong] == [], (seed, told)
    assert store.sql(DEADLOCKS) == before, (seed, told)
    idle = {action.__name__ for _, actions in CROWD for action in actions} - set(told)
    assert idle <= {"vanish", "retry_mails"}, (seed, told)  # what is promised stays
