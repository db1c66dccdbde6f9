"""What the start page says of a day, against sums that are written by hand."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from storedesk import queries
from storedesk.domain.day import WEEKS
from storedesk.domain.till import Method

pytestmark = pytest.mark.usefixtures("invariants")

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 25, 15, 30, tzinfo=NEW_YORK)
"""20:30 in UTC, a Wednesday; the day began at 05:00 in UTC."""


@pytest.fixture
def figures(ask):
    return lambda now=NOW, zone=NEW_YORK: ask(queries.start_page.day_figures, zone=zone, now=now)


def test_today_is_held_against_the_same_day_a_week_before_until_this_time(figures, ordered, store):
    ordered("MUG", "MUG", status="delivered", at="2026-11-25 14:10")
    ordered("CUP", status="confirmed", at="2026-11-25 05:00", shipping="4.00")  # the first instant
    ordered("CUP", status="confirmed", at="2026-11-25 04:59")  # the day before
    ordered("CUP", status="pending", at="2026-11-25 14:11")  # not paid
    ordered("CUP", status="cancelled", at="2026-11-25 14:12")
    ordered("MUG", status="confirmed", at="2026-11-18 20:29")
    ordered("CUP", status="confirmed", at="2026-11-18 20:30")  # later than now is today
    ordered("CUP", status="confirmed", at="2026-10-07 19:29")  # 15:29, before clocks went back

    found = figures()

    sums = """
        SELECT count(*), sum(total_amount - tax_amount), sum(total_amount) FROM orders
        WHERE created_at BETWEEN '2026-11-25 05:00' AND '2026-11-25 20:30'
          AND status IN ('confirmed', 'shipped', 'delivered')
    """
    assert [tuple(store.rows(sums)[0])] == [
        (found.today.orders, found.today.net, found.today.total)
    ]
    assert found.today.orders == 2
    assert [sales.orders for sales in found.until_now] == [2, 1, 0, 0, 0, 0, 0, 1]
    assert len(found.until_now) == WEEKS
    assert set(found.hours) == {0, 9}
    assert sum(found.hours.values()) == found.today.net
    assert set(found.hours_before) == {15}, "of the day before the whole day is shown"
    assert sum(found.hours_before.values()) > found.before.net


def test_what_was_sold_best_is_what_brought_most_in_seven_days(figures, ordered, store):
    ordered("MUG", "MUG", "CUP", status="delivered", at="2026-11-25 14:10")
    ordered("MUG", status="delivered", at="2026-11-19 05:00")  # the first instant of the first day
    ordered("CUP", status="delivered", at="2026-11-19 04:59")
    ordered("JUG", status="pending", at="2026-11-25 14:20")

    first, second = figures().best

    words = "SELECT min(unit_price_amount) FROM order_line_items WHERE product_name = %s"
    assert (first.name, first.pieces) == ("Mug", 3)
    assert first.amount == 3 * store.sql(words, "Mug")
    assert (second.name, second.pieces, second.amount) == ("Cup", 1, store.sql(words, "Cup"))
    assert first.product_id == store.sql("SELECT id FROM products WHERE name = 'Mug'")


def test_payments_and_refunds_count_on_the_day_on_which_they_are_made(
    till, goods, orders, ask, store
):
    product = goods("MUG", on_hand=20)
    till.sell("MUG")
    till.sell("MUG", "MUG")
    sent = orders.sent((product, 2))
    line = store.sql("SELECT id FROM order_line_items WHERE order_id = %s", sent)
    orders.take_back(sent, (line, 1))

    found = ask(queries.start_page.day_figures, zone=UTC, now=store_now(store))

    paid = """
        SELECT method, sum(amount + rounding_amount) FROM storedesk.order_payments
        WHERE kind = 'payment' GROUP BY method
    """
    refunds = "SELECT refund_amount FROM storedesk.order_returns"
    assert {method.value: amount for method, amount in found.taken.items()} == dict(
        store.rows(paid)
    )
    assert (found.refunds, found.refunded) == (1, store.sql(refunds))
    (shift,) = found.shifts
    assert (shift.register, shift.people, shift.sales) == ("Till 1", "Bob", 2)
    assert (shift.taken, shift.closed_at) == (found.taken[Method.CASH], None)


def test_what_waits_is_counted(ask, ordered, store):
    ordered("MUG", status="confirmed", at="2026-11-25 14:10")
    ordered("MUG", status="pending", at="2026-11-25 14:10")
    found = ask(queries.start_page.waiting)
    total = store.sql("SELECT sum(total_amount) FROM orders WHERE status = 'confirmed'")
    assert (found.to_ship, found.to_ship_total) == (1, total)
    assert (found.low, found.counts, found.failed_emails) == (0, 0, 0)


def store_now(store):
    return store.sql("SELECT core.now()").replace(tzinfo=UTC)


def test_a_store_that_has_sold_nothing_has_noughts(figures):
    found = figures()
    assert {sales.orders for sales in found.until_now} == {0}
    assert {sales.net for sales in found.until_now} == {Decimal(0)}
    assert (found.hours, found.taken, found.best, found.shifts) == ({}, {}, (), ())
