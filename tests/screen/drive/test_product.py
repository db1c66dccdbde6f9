"""A product is made from nothing, with price, code and stock, and is sold at once."""

import time
from decimal import Decimal

import pytest

from tests.screen.nodes import Role

pytestmark = pytest.mark.slow
NAME, CODE, PRICE, ON_HAND = "Lighthouse lamp", "73000019", "24.50", 12
MADE = """
    SELECT p.name, p.status, p.price_amount, b.barcode, i.stock_level, i.reserved_quantity
    FROM products AS p
    JOIN storedesk.product_barcodes AS b ON b.product_id = p.id
    JOIN inventory AS i ON i.product_id = p.id
"""
SOLD = """
    SELECT o.status, l.quantity, o.total_amount FROM orders AS o
    JOIN order_line_items AS l ON l.order_id = o.id
"""


def test_a_product_from_nothing_is_sold(at_till, store, timed):
    manager = at_till("cyd")
    start = time.monotonic()
    make_product(manager)
    manager.go("Till")
    manager.open_shift()
    manager.scan(CODE)
    manager.until(lambda: manager.pieces(NAME), "the product in the sale")
    manager.pay()
    timed("a product from nothing, sold", start)
    row = (NAME, "active", Decimal(PRICE), CODE, ON_HAND - 1, 0)
    assert store.rows(MADE) == [row]
    assert store.rows(SOLD) == [("delivered", 1, Decimal(PRICE))]
    assert store.broken() == []


def make_product(manager):
    """Fill the form of a new product by keys alone."""
    manager.go("Products")
    manager.press("ctrl+n")
    manager.until(lambda: manager.has_keyboard("Name"), "the form of a new product")
    manager.write(NAME)
    fill(manager, {"Price": PRICE, "On hand now": str(ON_HAND), "Barcode or code": CODE})
    choose_category(manager, "Lamps")
    manager.press("ctrl+s")
    manager.until(lambda: manager.see().first(is_saved), "the product in the list")


def fill(manager, words):
    """Go by Tab to each field, and type into it."""
    for name, typed in words.items():
        manager.tab_to(name)
        manager.write(typed)


def choose_category(manager, name):
    """Make a category from the list of categories."""
    manager.tab_to("Category")
    manager.write(name)
    manager.press("ctrl+Return")
    manager.until(lambda: manager.look(f"Category: {name}", Role.COMBO_BOX), name)


def is_saved(node):
    return node.role is Role.TABLE_CELL and NAME in node.name
