"""Fifteen customers in a row, served by scanner, by search, and by touch alone."""

import time
from collections import Counter

import pytest

from tests.screen.nodes import Role
from tests.screen.sales import baskets, expect_sold

pytestmark = pytest.mark.slow
CUSTOMERS = 15


@pytest.mark.parametrize(
    "manager", ["openbox", "xfwm4", "matchbox-window-manager"], indirect=True, scope="module"
)
def test_by_scanner(at_till, store, products, timed, manager):
    till, sold = at_till(), {}
    till.open_shift()
    start = time.monotonic()
    for bought in baskets(CUSTOMERS, products, seed=1):
        scan_all(till, bought)
        sold[till.pay()] = bought
    timed(f"{CUSTOMERS} sales by scanner, {manager}", start)
    expect_sold(store, products, sold)


def test_by_search(at_till, store, products, timed):
    """The first letters, a number of pieces before them, a look at the list, Enter."""
    till, sold = at_till(), {}
    till.open_shift()
    start = time.monotonic()
    for bought in baskets(CUSTOMERS, products, seed=2):
        for product, pieces in bought.items():
            till.write(
                f"{pieces}*{product.name[:3].lower()}" if pieces > 1 else product.name[:3].lower()
            )
            till.until(
                lambda product=product: till.finds(product.name), f"{product.name} in the list"
            )
            till.press("Return")
            till.until(lambda product=product: till.pieces(product.name), product.name)
        till.until(lambda bought=bought: lies(till, bought), "all that was typed in the sale")
        sold[till.pay()] = bought
    timed(f"{CUSTOMERS} sales by search", start)
    expect_sold(store, products, sold)


def test_by_touch_alone(at_till, store, products, timed):
    """In touch mode with clicks and nothing else: quick keys, the pay panel, the next one."""
    till, sold = at_till(), {}
    till.touch_mode()
    open_by_touch(till)
    start = time.monotonic()
    for bought in baskets(CUSTOMERS, products, seed=3):
        for product, pieces in bought.items():
            for _ in range(pieces):
                till.click(till.find(f"{product.name}, ${product.price}", Role.PUSH_BUTTON))
        till.until(lambda bought=bought: lies(till, bought), "all that was touched in the sale")
        sold[till.pay_by_touch()] = bought
    timed(f"{CUSTOMERS} sales by touch alone", start)
    expect_sold(store, products, sold)


def scan_all(till, bought):
    """Scan without waiting; scan again what the till has refused, as a cashier does.

    A busy computer holds the fingers up that type a code, so that it comes in two parts.
    """
    missing = bought
    while missing:
        for product, pieces in missing.items():
            for _ in range(pieces):
                till.scan(product.code)
        till.until(lambda: lies(till, bought) or till.refused(), "all that was scanned in the sale")
        if till.refused():
            till.until_calm()
            till.press("Escape")
        missing = bought - Counter({product: till.pieces(product.name) for product in bought})
    assert lies(till, bought), till.lines()


def open_by_touch(till):
    """Open the shift by the number pad."""
    till.click(till.find("Open the shift", Role.PUSH_BUTTON))
    for digit in "100":
        till.click(till.find(digit, Role.PUSH_BUTTON, inside="NumberPad"))
    till.click(till.find("Open the shift", Role.PUSH_BUTTON, inside="OpenShiftPanel"))
    till.until(lambda: not till.look(kind="OpenShiftPanel"), "the shift to be open")


def lies(till, bought):
    """Tell whether exactly this lies on the counter."""
    lines = sorted(till.lines())
    wanted = sorted(
        f"{pieces} × {product.name}, ${product.price * pieces}"
        for product, pieces in bought.items()
    )
    return lines == wanted
