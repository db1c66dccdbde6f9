"""Kill -9 of the real program at each named point: all or nothing, and the same sale again."""

import time

import pytest

from tests.endurance.windows import Window

pytestmark = pytest.mark.usefixtures("invariants")
NUMBERS = "LOCK TABLE order_number_sequence IN SHARE MODE"
WAITS = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
GIVEN_UP = 4.0
"""Seconds after which the server has noticed that nobody waits for its answer any more."""


@pytest.fixture
def scanned(at_till, goods):
    """Bob's till with two mugs on the counter: the window, its cable, and the mugs' product."""

    def scanned():
        mug = goods("MUG-1", name="Mug")
        window, cable = at_till()
        window.scan("MUG-1", "MUG-1")
        window.lies(("Mug", 2))
        return window, cable, mug

    return scanned


def is_unpaid_again(shop, window: Window, mug) -> None:
    """Start the program again: the same sale is there, nothing was booked; then it is paid."""
    window.start()
    window.lies(("Mug", 2))
    assert shop.orders() == []
    assert shop.stock(mug) == (10, 0)
    window.quote()
    window.pay()
    is_booked_once(shop, mug)


def is_told_as_booked(shop, window: Window, mug) -> None:
    """Start the program again: the counter is empty, and the order is told of and printable."""
    seen = window.start().until(lambda seen: "was booked at" in seen["warning"], "the order")
    [number] = shop.orders()
    assert number in seen["warning"]
    assert seen["lines"] == []
    window.press("F10")
    words = window.panel("ReceiptPanel")["panel_words"]
    assert number in words
    is_booked_once(shop, mug)


def is_booked_once(shop, mug) -> None:
    assert len(shop.orders()) == 1
    assert shop.stock(mug) == (8, 0)
    assert shop.payments_asked() == 1


@pytest.mark.slow
def test_after_a_scan_the_same_sale_is_on_the_screen_again(shop, scanned):
    window, _, mug = scanned()
    window.kill()
    is_unpaid_again(shop, window, mug)


@pytest.mark.slow
def test_after_the_quote_the_same_sale_is_on_the_screen_again(shop, scanned):
    window, _, mug = scanned()
    window.quote()
    window.kill()
    is_unpaid_again(shop, window, mug)


@pytest.mark.slow
def test_before_pay_is_sent_the_same_sale_is_on_the_screen_again(shop, scanned):
    window, cable, mug = scanned()
    window.quote()
    trap = cable.trap("api.pay", "hold request")
    window.press("Return")
    trap.wait()
    window.kill()
    is_unpaid_again(shop, window, mug)


def test_before_the_answer_to_pay_the_order_is_booked_once_and_told(shop, scanned):
    window, cable, mug = scanned()
    window.quote()
    trap = cable.trap("api.pay", "hold answer")
    window.press("Return")
    trap.wait()
    window.kill()
    is_told_as_booked(shop, window, mug)


@pytest.mark.slow
@pytest.mark.parametrize("waits", [0.0, GIVEN_UP])
def test_while_pay_waits_for_its_number_it_is_all_or_nothing(shop, scanned, waits):
    window, _, mug = scanned()
    window.quote()
    with shop.connect() as other, other.transaction():
        other.execute(NUMBERS)
        window.press("Return")
        end = time.monotonic() + 10
        while not shop.sql(WAITS):
            assert time.monotonic() < end, "nobody waits for a number"
        window.kill()
        time.sleep(waits)
    while shop.sql("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%%api.pay%%'"
                   " AND state = 'active' AND pid <> pg_backend_pid()"):  # fmt: skip
        time.sleep(0.02)
    is_over = is_told_as_booked if shop.orders() else is_unpaid_again
    is_over(shop, window, mug)


@pytest.mark.slow
def test_after_the_answer_and_before_the_receipt_the_order_is_told(shop, scanned):
    window, cable, mug = scanned()
    window.quote()
    trap = cable.trap("api.receipt", "hold request")
    window.press("Return")
    trap.wait()
    window.kill()
    is_told_as_booked(shop, window, mug)
