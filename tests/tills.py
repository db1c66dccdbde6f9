"""Tills for tests: what a register and its cashier do, as plain calls of the commands."""

import json
from uuid import uuid4

import pytest

from tests.drawn import unique


class Till:
    """A register, and whoever stands at it; a call is a request of its own unless it says so."""

    def __init__(self, store, code="T1", person="bob"):
        self.store = store
        self.person = person
        words = """
            INSERT INTO storedesk.registers (code, name) VALUES (%s, %s)
            ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id
        """
        self.register = store.sql(words, code, f"Till {code[1:]}")
        self.connection = store.borrow(person)
        self.order = uuid4()

    def call(self, command, *arguments, request=None):
        return self.ask(command, request or uuid4(), *arguments)

    def ask(self, command, *arguments):
        given = [json.dumps(a) if isinstance(a, list | dict) else a for a in arguments]
        holes = ", ".join(["%s"] * len(given))
        return self.connection.execute(f"SELECT api.{command}({holes})", given).fetchone()

    def open(self, opening_float="100"):
        return self.call("open_shift", self.register, opening_float)

    def ask_terminal(self, amount):
        """Ask the simulator of a demo store for a part of the sale; the key of that payment."""
        key = uuid4()
        self.call("ask_terminal", self.order, self.register, "simulator", amount, request=key)
        return key

    def settle_terminal(self, key, **said):
        """Write what became of it."""
        return self.call("settle_terminal_payment", key, said)

    def scan(self, code, quantity=1, **how):
        return self.call("scan", self.register, self.order, code, quantity, **how)

    def quote(self, total=None, found=(), approval=None, **how):
        total = total or self.sale()["total"]
        return self.call("quote", self.order, total, list(found), approval, **how)

    def pay(self, *tenders, total=None, email=False, **how):
        tenders = tenders or (cash(total or self.sale()["total"]),)
        return self.call("pay", self.order, list(tenders), None, email, **how)

    def sell(self, *codes):
        """Sell a few things for cash; answer with what paying answers."""
        self.order = uuid4()
        for code in codes:
            self.scan(code)
        assert self.quote()["is_held"]
        return self.pay()

    def approve(self, action, detail):
        """Allow one thing, as whoever stands here; return the approval."""
        approval = uuid4()
        self.call("approve", action, detail, request=approval)
        return approval

    def expected(self, shift):
        """Say what should be in the drawer, which no report tells before it was counted."""
        return str(self.store.sql("SELECT core.expected_cash(%s)", shift))

    def sale(self):
        return self.ask("current_sale", self.register)

    def close(self):
        self.store.give_back(self.connection, self.person)


def reference():
    """Make a reference as a terminal prints it, which no other payment has."""
    return f"TRX-{unique(12).upper()}"


def cash(amount, tendered=None):
    return {"id": str(uuid4()), "method": "cash", "amount": amount, "tendered": tendered}


def card(amount, **more):
    return {"id": str(uuid4()), "method": "credit_card", "amount": amount, **more}


def charged(amount, **more):
    """Pay by a card whose terminal has printed a reference."""
    return card(amount, **{"reference": reference(), **more})


def paypal(amount, **more):
    return {"id": str(uuid4()), "method": "paypal", "amount": amount, **more}


@pytest.fixture
def till_of(store):
    """Stand at a register as a member of staff."""
    tills = []

    def till_of(code="T1", person="bob"):
        tills.append(Till(store, code, person))
        return tills[-1]

    yield till_of
    for till in tills:
        till.close()


@pytest.fixture
def till(till_of):
    """Bob at the first register, with an open shift."""
    till = till_of()
    till.open()
    return till


@pytest.fixture
def goods(store, add_product):
    """Put a product with a code on sale."""

    def goods(code, price="2.50", on_hand=10, name=None, **how):
        product = add_product(name or code.title(), on_hand=on_hand, price=price, **how)
        store.sql(
            "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)",
            code,
            product,
        )
        return product

    return goods


@pytest.fixture
def variant(store):
    def variant(product, sku, size=None, color=None, more="0"):
        return store.sql(
            """
            INSERT INTO product_variants (product_id, sku, size, color, price_adjustment_amount)
            VALUES (%s, %s, %s, %s, %s) RETURNING id
            """,
            product,
            sku,
            size,
            color,
            more,
        )

    return variant


@pytest.fixture
def tax(store):
    """Tax everything that says no other rate."""

    def tax(rate, name="VAT", mode="exclusive"):
        store.sql(
            "UPDATE storedesk.tax_rates SET rate = %s, name = %s WHERE tax_class_id ="
            " (SELECT id FROM storedesk.tax_classes WHERE is_default)",
            rate,
            name,
        )
        store.sql("UPDATE storedesk.store_settings SET tax_mode = %s", mode)

    return tax


@pytest.fixture
def customer(store):
    def customer(name="Ann Other", email="ann@example.com"):
        first, last = name.split()
        return store.sql(
            "INSERT INTO customers (email, password_hash, first_name, last_name)"
            " VALUES (%s, '!', %s, %s) RETURNING id",
            email,
            first,
            last,
        )

    return customer
