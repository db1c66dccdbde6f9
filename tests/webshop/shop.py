"""A web shop: another program, which knows the model's fifteen tables and nothing of StoreDesk.

It imports nothing of this project and speaks plain SQL of the model alone; docs/webshop.md says in
which order, and why. In a process of its own, python shop.py DSN ROLE SEED says "ready", waits for
a line, works, and prints what came of it as one line of JSON.
"""

import json
import random
import sys
import time
from contextlib import suppress
from decimal import Decimal
from uuid import uuid4

import psycopg
from psycopg.rows import dict_row

SECONDS = 6.0
SHIPPING = {"JPY": Decimal(490)}
"""What it costs to send, in currencies without cents; in the others 4.90."""
TRIES = 5
AGAIN = ("40001", "40P01", "55P03")
"""What the database says when two wanted the same at once: the whole transaction is tried again."""


class SoldOutError(Exception):
    """Somebody else has bought it meanwhile."""


class WebShop:
    """What customers do in their browsers."""

    def __init__(self, dsn, zone="UTC"):
        self.line = psycopg.connect(dsn, autocommit=True, row_factory=dict_row)
        self.line.execute("SET TIME ZONE 'UTC'")
        self.zone = zone  # the store's: its calendar says which year an order's number has
        self.again = 0
        self.currency = self._currency()

    def close(self):
        self.line.close()

    def _currency(self):
        """Learn what the store's prices are in: every amount that is written has to say so."""
        priced = self._one("SELECT price_currency FROM products LIMIT 1")
        return priced["price_currency"] if priced else "USD"

    # ---------- customers

    def register(self, email, first="Webby", last="Shopper"):
        """Open an account: its address is to be confirmed."""
        words = """
            INSERT INTO customers (email, password_hash, first_name, last_name, verification_token,
                verification_token_expires_at)
            VALUES (%s, 'argon2id$made-up', %s, %s, %s, now() + interval '1 day') RETURNING id
        """
        return self._one(words, email, first, last, uuid4().hex)["id"]

    def confirm_address(self, customer):
        words = """
            UPDATE customers SET registration_status = 'registered', email_verified = true,
                verification_token = NULL, verification_token_expires_at = NULL,
                version = version + 1, updated_at = now()
            WHERE id = %s
        """
        self.line.execute(words, [customer])

    def guest(self, email, first="Guest", last="Visitor"):
        """Write down who a guest is, once it is known; '!' is no password of anybody."""
        words = """
            INSERT INTO customers (email, password_hash, first_name, last_name)
            VALUES (%s, '!', %s, %s) RETURNING id
        """
        return self._one(words, email, first, last)["id"]

    def add_address(self, customer, street, *, is_default):
        words = """
            INSERT INTO customer_shipping_addresses (customer_id, street, city, state, postal_code,
                country, recipient_name, is_default)
            VALUES (%s, %s, 'Springfield', 'OR', '97477', 'US', 'Webby Shopper', %s) RETURNING id
        """
        return self._one(words, customer, street, is_default)["id"]

    # ---------- baskets

    def basket(self, *, session=None, customer=None):
        """Begin a basket, of a guest or of a customer."""
        words = """
            INSERT INTO carts (customer_id, is_guest, guest_session_id, total_price_currency)
            VALUES (%s, %s, %s, %s) RETURNING id
        """
        return self._one(words, customer, customer is None, session, self.currency)["id"]

    def put(self, basket, product, quantity=1, variant=None):
        """Put something in, at today's price."""
        with self.line.transaction():
            self._touch(basket)
            item = self._priced(product, variant)
            words = """
                INSERT INTO cart_items (cart_id, product_id, variant_id, product_name,
                    variant_description, unit_price_amount, unit_price_currency, quantity,
                    subtotal_amount, subtotal_currency)
                VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
            """
            price = item["price"]
            self.line.execute(words, [basket, product, variant, item["name"], item["described"],
                                      price, self.currency, quantity, price * quantity,
                                      self.currency])  # fmt: skip
            self._add_up(basket)

    def want(self, basket, product, quantity):
        """Want another number of something; of nought, it goes."""
        with self.line.transaction():
            self._touch(basket)
            words = """
                UPDATE cart_items SET quantity = %s, subtotal_amount = unit_price_amount * %s,
                    updated_at = now()
                WHERE cart_id = %s AND product_id = %s
            """
            self.line.execute(words, [quantity, quantity, basket, product])
            self._add_up(basket)

    def claim(self, basket, customer):
        """Give a guest's basket to whom it belongs, now that it is known."""
        words = """
            UPDATE carts SET customer_id = %s, is_guest = false, guest_session_id = NULL,
                version = version + 1, last_activity_date = now(), updated_at = now()
            WHERE id = %s
        """
        self.line.execute(words, [customer, basket])

    def lines_in(self, basket):
        words = "SELECT * FROM cart_items WHERE cart_id = %s ORDER BY product_id, variant_id"
        return self.line.execute(words, [basket]).fetchall()

    # ---------- orders

    def check_out(self, customer, basket, payment=None):
        """Order all that is in a basket; paid with {type, transaction, ...}, or not yet."""
        for _ in range(TRIES - 1):
            try:
                return self._check_out(customer, basket, payment)
            except psycopg.OperationalError as error:
                if error.sqlstate not in AGAIN:
                    raise
                self.again += 1
                self.line.execute("SELECT api.end_blockers()")  # whoever is to blame for a wait
        return self._check_out(customer, basket, payment)

    def pay(self, order, payment):
        """Take the money for an order that was placed before."""
        words = """
            UPDATE orders SET status = 'confirmed', payment_type = %(type)s,
                payment_transaction_id = %(transaction)s,
                payment_last_four_digits = %(last_four)s, payment_card_brand = %(brand)s,
                payment_paypal_email = %(paypal)s, version = version + 1, updated_at = now()
            WHERE id = %(order)s AND status = 'pending'
        """
        self.line.execute(words, self._payment(payment) | {"order": order})

    def cancel(self, order, reason="changed my mind"):
        """Take an order back that has not left: its pieces are free again."""
        with self.line.transaction():
            words = """
                UPDATE orders SET status = 'cancelled', cancellation_reason = %s,
                    version = version + 1, updated_at = now()
                WHERE id = %s AND status IN ('pending', 'confirmed') RETURNING id
            """
            if self.line.execute(words, [reason, order]).fetchone() is None:
                return False
            lines = "SELECT product_id, quantity FROM order_line_items WHERE order_id = %s"
            for product, quantity in self._by_product(self.line.execute(lines, [order])):
                self._move(product, -quantity, order, "release")
        return True

    def _check_out(self, customer, basket, payment):
        order = uuid4()
        with self.line.transaction():
            self._touch(basket)
            lines = self.lines_in(basket)
            for product, quantity in self._by_product(lines):
                self._move(product, quantity, order, "reserve")
            self._write_order(order, customer, self._next_number(), lines, payment)
        return order

    def _move(self, product, by, order, how):
        """Promise pieces that are free, or free those that were promised, and write it down."""
        words = """
            UPDATE inventory SET reserved_quantity = reserved_quantity + %(by)s,
                version = version + 1, updated_at = now()
            WHERE product_id = %(product)s AND stock_level - reserved_quantity >= %(by)s
            RETURNING id, reserved_quantity
        """
        moved = self.line.execute(words, {"by": by, "product": product}).fetchone()
        if moved is None:
            raise SoldOutError(product)
        words = """
            INSERT INTO inventory_audit_log (inventory_id, product_id, previous_value, new_value,
                adjustment, reason, operation_type, order_id)
            VALUES (%s, %s, %s, %s, %s, 'web shop', %s, %s)
        """
        now = moved["reserved_quantity"]
        self.line.execute(words, [moved["id"], product, now - by, now, by, how, order])

    def _next_number(self):
        words = """
            INSERT INTO order_number_sequence AS s (year, last_sequence)
            VALUES (extract(year FROM now() AT TIME ZONE %s)::int, 1)
            ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
            RETURNING 'ORD-' || year || '-' || lpad(last_sequence::text, 6, '0') AS number
        """
        return self._one(words, self.zone)["number"]

    def _write_order(self, order, customer, number, lines, payment):
        worth = sum((line["subtotal_amount"] for line in lines), Decimal(0))
        words = """
            INSERT INTO orders (id, order_number, customer_id, status, subtotal_amount,
                shipping_cost_amount, total_amount, subtotal_currency, shipping_cost_currency,
                tax_currency, total_currency, shipping_street, shipping_city, shipping_state,
                shipping_postal_code, shipping_country, shipping_recipient_name, payment_type,
                payment_transaction_id, payment_last_four_digits, payment_card_brand,
                payment_paypal_email)
            VALUES (%(order)s, %(number)s, %(customer)s, %(status)s, %(worth)s, %(shipping)s,
                %(worth)s + %(shipping)s, %(currency)s, %(currency)s, %(currency)s, %(currency)s,
                '12 Web Lane', 'Springfield', 'OR', '97477', 'US',
                'Webby Shopper', %(type)s, %(transaction)s, %(last_four)s, %(brand)s, %(paypal)s)
        """
        known = {
            "order": order, "number": number, "customer": customer, "worth": worth,
            "status": "confirmed" if payment else "pending", "currency": self.currency,
            "shipping": SHIPPING.get(self.currency, Decimal("4.90")),
        }  # fmt: skip
        self.line.execute(words, known | self._payment(payment or {"type": "credit_card"}))
        words = """
            INSERT INTO order_line_items (order_id, product_id, variant_id, product_name,
                variant_description, unit_price_amount, unit_price_currency, quantity,
                subtotal_amount, subtotal_currency)
            VALUES (%(order)s, %(product_id)s, %(variant_id)s, %(product_name)s,
                %(variant_description)s, %(unit_price_amount)s, %(unit_price_currency)s,
                %(quantity)s, %(subtotal_amount)s, %(subtotal_currency)s)
        """
        for line in lines:
            self.line.execute(words, line | {"order": order})

    @staticmethod
    def _payment(given):
        none = dict.fromkeys(("type", "transaction", "last_four", "brand", "paypal"))
        return none | given

    @staticmethod
    def _by_product(lines):
        """Add up what is wanted of each product, in the order in which everybody takes them."""
        wanted = {}
        for line in lines:
            wanted[line["product_id"]] = wanted.get(line["product_id"], 0) + line["quantity"]
        return sorted(wanted.items(), key=lambda pair: pair[0].bytes)

    def _priced(self, product, variant):
        words = """
            SELECT p.name, p.price_amount + coalesce(v.price_adjustment_amount, 0) AS price,
                concat_ws(', ', v.size, v.color) AS described
            FROM products AS p LEFT JOIN product_variants AS v ON v.product_id = p.id AND v.id = %s
            WHERE p.id = %s AND p.status = 'active' AND NOT p.is_deleted
        """
        return self._one(words, variant, product)

    def _touch(self, basket):
        self.line.execute("UPDATE carts SET last_activity_date = now() WHERE id = %s", [basket])

    def _add_up(self, basket):
        words = """
            UPDATE carts SET version = version + 1, updated_at = now(), total_price_amount = (
                SELECT coalesce(sum(subtotal_amount), 0) FROM cart_items WHERE cart_id = carts.id)
            WHERE id = %s
        """
        self.line.execute(words, [basket])

    def _one(self, words, *given):
        return self.line.execute(words, given).fetchone()


CARD = {"type": "credit_card", "last_four": "4242", "brand": "visa"}


def on_sale(shop):
    """Find out what there is, as the model says it."""
    words = "SELECT id FROM products WHERE status = 'active' AND NOT is_deleted ORDER BY name"
    return [row["id"] for row in shop.line.execute(words)]


def last_piece(shop, _):
    """Have one mug in the basket; then buy it."""
    [mug] = on_sale(shop)
    customer = shop.guest(f"{uuid4().hex}@example.com")
    basket = shop.basket(customer=customer)
    shop.put(basket, mug)
    yield
    try:
        shop.check_out(customer, basket, CARD | {"transaction": f"tx-{uuid4()}"})
    except SoldOutError:
        yield {"told": True}
    else:
        yield {"bought": True}


def trade(shop, chance):
    """Sell random baskets for some seconds, some unpaid, some paid later, some cancelled."""
    goods = on_sale(shop)
    yield
    done = {"orders": 0, "sold_out": 0, "paid_later": 0, "cancelled": 0, "failures": []}
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        customer = shop.guest(f"{uuid4().hex}@example.com")
        basket = shop.basket(session=f"web-{uuid4()}")
        for product in chance.sample(goods, chance.randrange(1, min(5, len(goods)) + 1)):
            shop.put(basket, product, chance.randrange(1, 3))
        shop.claim(basket, customer)
        payment = CARD | {"transaction": f"tx-{uuid4()}"}
        try:
            order = shop.check_out(customer, basket, payment if chance.random() < 0.6 else None)
            done["orders"] += 1
            if chance.random() < 0.3:
                done["cancelled"] += shop.cancel(order)
            elif chance.random() < 0.5:
                shop.pay(order, payment)
                done["paid_later"] += 1
        except SoldOutError:
            done["sold_out"] += 1
        except psycopg.Error as error:
            done["failures"].append(f"{error.sqlstate} {error.diag.message_primary}")
    yield done | {"again": shop.again}


def obey(dsn):
    """Order what is asked for, line by line: {"product", "quantity"}; say when it was done.

    While the database is away it is tried again, as often as it takes: the customer waits.
    """
    shop = WebShop(dsn)
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        while True:
            try:
                customer = shop.guest(f"{uuid4().hex}@example.com")
                basket = shop.basket(customer=customer)
                shop.put(basket, asked["product"], asked["quantity"])
                order = shop.check_out(customer, basket, CARD | {"transaction": f"tx-{uuid4()}"})
                break
            except psycopg.OperationalError:
                time.sleep(0.1)
                with suppress(psycopg.OperationalError):
                    shop = WebShop(dsn)
        print(json.dumps({"at": time.monotonic(), "order": str(order)}), flush=True)


def main(dsn, role, seed):
    if role == "obey":
        obey(dsn)
        return
    work = {f.__name__: f for f in (last_piece, trade)}[role]
    shop = WebShop(dsn)
    steps = work(shop, random.Random(seed))
    next(steps)
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(next(steps)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
