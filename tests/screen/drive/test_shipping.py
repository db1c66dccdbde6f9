"""Ten parcels are packed and shipped at the bench, with the numbers of their carriers."""

import time

import pytest

from tests.screen.nodes import Role

pytestmark = pytest.mark.slow
PARCELS = 10
SENT = "SELECT order_number, status, tracking_number FROM orders ORDER BY order_number"
SHELVES = "SELECT stock_level, reserved_quantity FROM inventory WHERE product_id = %s"


def test_ten_parcels_are_packed_and_shipped(at_till, store, products, orders, timed):
    """The slip, each piece, the carrier's label are scanned; Enter ships."""
    asked = [
        (products[at % len(products)], products[(at + 3) % len(products)]) for at in range(PARCELS)
    ]
    numbers = [
        orders.column(orders.paid((one.id, 1), (other.id, 2)), "order_number")
        for one, other in asked
    ]
    bench = at_till("ada")
    bench.go("Orders")
    start = time.monotonic()
    bench.press("F8")
    for number, (one, other) in zip(numbers, asked, strict=True):
        bench.until(lambda: waits(bench, "order's number"), "the bench to wait for a slip")
        bench.scan(number)
        bench.until(lambda number=number: shows(bench, number), number)
        for product in (one, other, other):
            bench.scan(product.code)
        tracking = tracking_of(number)
        bench.scan(tracking)
        bench.until(lambda sent=tracking: bench.find("Scan or type").value == sent, tracking)
        bench.glance()
        bench.press("Return")
        bench.until(lambda number=number: is_sent(bench, number), f"{number} to be shipped")
    timed(f"{PARCELS} parcels", start)
    wanted = [(number, "shipped", tracking_of(number)) for number in numbers]
    assert store.rows(SENT) == wanted
    for product in products:
        assert store.rows(SHELVES, product.id) == [(200 - 3, 0)], product.name
    assert store.broken() == []


def tracking_of(number):
    """Make a number as UPS has them, with its check digit, another for each order."""
    body = f"999AA101{number[-7:].replace('-', '0')}"
    values = [int(one) if one.isdigit() else (ord(one) - 63) % 10 for one in body]
    digit = -(sum(values[::2]) + 2 * sum(values[1::2])) % 10
    return f"1Z{body}{digit}"


def waits(bench, words):
    field = bench.find("Scan or type", Role.TEXT)
    return words in field.description


def shows(bench, number):
    return bool(bench.see().all(Role.LABEL, number)) and waits(bench, "carrier's label")


def is_sent(bench, number):
    table = bench.look("Shipped here")
    return table is not None and any(number in cell.name for cell in table.walk())
