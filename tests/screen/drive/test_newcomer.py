"""Somebody starts the program for the first time, makes a store, and sells a product of theirs."""

import time
from decimal import Decimal

import psycopg
import pytest

from storedesk.adapters.embedded.server import Server
from storedesk.persistence.schema.invariants import broken
from tests.screen.counter import Counter
from tests.screen.nodes import Role

pytestmark = pytest.mark.slow
BOUND = 120
"""Seconds from the first start to the first sale."""
READS = 1.0
"""Seconds for which somebody who has never seen it looks before they act."""
STORE = {
    "Name of the store": "Corner Shop", "Street and number": "1 Main Street",
    "Postal code": "94110", "City": "San Francisco", "Rate in %": "8.5",
    "Your name": "Nora Newcomer", "Password": "violet tram 27", "Password again": "violet tram 27",
}  # fmt: skip
NAME, CODE, PRICE, ON_HAND = "Honey", "HONEY-1", "8.00", 20
DATABASE = "store"
SOLD = """
    SELECT o.status, l.quantity, l.unit_price_amount, i.stock_level, i.reserved_quantity
    FROM orders AS o
    JOIN order_line_items AS l ON l.order_id = o.id
    JOIN products AS p ON p.id = l.product_id
    JOIN inventory AS i ON i.product_id = p.id
    WHERE p.name = %s
"""


def test_a_newcomer_sells_a_product_of_their_own_within_two_minutes(screen, tmp_path, timed):
    newcomer = Newcomer(screen, tmp_path / "profile")
    start = time.monotonic()
    newcomer.start()
    try:
        newcomer.make_the_store()
        newcomer.add_the_product()
        newcomer.sell_it()
        timed("the newcomer, from the first start to the first sale", start)
        seconds = time.monotonic() - start
        sold, rules = asked(tmp_path / "profile" / "embedded")
    finally:
        newcomer.close()
    assert sold == [("delivered", 1, Decimal(PRICE), ON_HAND - 1, 0)]
    assert rules == []
    assert seconds < BOUND


class Newcomer(Counter):
    """Looks at what is on the screen, and takes what is offered there."""

    def choose(self, name, role=Role.PUSH_BUTTON, **where):
        """Find a button by its name, read it, click it."""
        button = self.find(name, role, **where)
        time.sleep(READS)
        self.click(button)

    def fill_in(self, words):
        """Go on to each field by Tab, and type."""
        for name, typed in words.items():
            self.tab_to(name)
            time.sleep(READS / 2)
            self.write(typed)

    def make_the_store(self):
        self.choose("New store")
        self.until(lambda: self.has_keyboard("Name of the store"), "the form of a new store")
        self.fill_in(STORE)
        self.choose("Create the store")
        self.find("Pages", Role.PAGE_TAB_LIST)

    def add_the_product(self):
        self.choose("Add a product")
        self.until(lambda: self.has_keyboard("Name"), "the form of a new product")
        numbers = {"Price": PRICE, "On hand now": str(ON_HAND), "Barcode or code": CODE}
        self.fill_in({"Name": NAME, **numbers})
        self.tab_to("Category")
        self.write("Food")
        time.sleep(READS)
        self.press("ctrl+Return")
        self.choose("Save")
        self.find("Add a product, done", Role.PUSH_BUTTON)

    def sell_it(self):
        self.find("Enter its stock, done", Role.PUSH_BUTTON)
        self.choose("Make the first sale")
        self.until(lambda: self.has_keyboard("Float"), "the float")
        time.sleep(READS)
        self.write("100")
        self.press("Return")
        self.until(lambda: self.has_keyboard("Scan or type"), "the till")
        time.sleep(READS)
        self.write(NAME.lower())
        self.until(lambda: self.finds(NAME), "the product in the list")
        time.sleep(READS)
        self.press("Return")
        self.until(lambda: self.pieces(NAME), "the product in the sale")
        time.sleep(READS)
        self.pay_by_touch()


def asked(home):
    """Read what the store's own server has, and the rules that do not hold there."""
    server = Server(home)
    server.start()
    try:
        with psycopg.connect(server.dsn(DATABASE), autocommit=True) as connection:
            return connection.execute(SOLD, [NAME]).fetchall(), broken(connection)
    finally:
        server.stop()
