"""What sales come to in a period, against sums over the rows that are written here in Python."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from storedesk import queries
from storedesk.domain.report_periods import PeriodStep, Span, parts_of, window_of, window_until
from storedesk.domain.reports import GROUPINGS, SHIPPING, Asked, Figures, Grouping, Subject
from tests.tills import cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

NEW_YORK = ZoneInfo("America/New_York")
WEEK_OF_THE_CLOCK = Span(date(2026, 10, 30), date(2026, 11, 3))
"""On 1 November 2026 clocks in New York go back: that day has 25 hours."""
MODES = ("exclusive", "inclusive")


@pytest.fixture
def report(ask):
    def report(by, span, zone=NEW_YORK, **how):
        starts = (
            tuple(window_of(p, zone).begins for p in parts_of(span, by.step)) if by.step else ()
        )
        asked = Asked(window_of(span, zone), by, starts, str(zone))
        return ask(queries.reports.sold, asked=asked, currency="USD", **how)

    return report


@pytest.fixture(params=MODES)
def week(request, tax, ordered, orders, store):
    """Orders around the end of summer time, taxed, with partial returns; and their tax mode."""
    tax("0.08250", mode=request.param)
    for at, *codes in (
        ("2026-10-30 03:59", "MUG"),  # 23:59 the day before
        ("2026-10-30 04:00", "MUG", "CUP", "CUP"),
        ("2026-11-01 03:59", "JUG"),
        ("2026-11-01 05:30", "MUG", "MUG"),  # 01:30, for the first time
        ("2026-11-01 06:30", "CUP"),  # 01:30 again
        ("2026-11-02 04:59", "JUG", "MUG"),  # 23:59 of the longer day
        ("2026-11-02 05:00", "CUP"),
        ("2026-11-04 04:59", "JUG"),
        ("2026-11-04 05:00", "JUG"),
    ):
        order = ordered(*codes, status="shipped", at=at, shipping="3.99")
        line = orders.lines(order)[0]
        if "MUG" in codes:
            back = orders.take_back(order, (line, 1), with_shipping="CUP" in codes)
            move(store, back["return_id"], datetime.fromisoformat(at) + timedelta(hours=30))
    ordered("MUG", status="pending", at="2026-11-01 12:00")
    ordered("MUG", status="cancelled", at="2026-11-01 12:00")
    return request.param


def move(store, of_return, at):
    """Have a return taken at another time: what is written down is guarded, so past the guard."""
    words = "UPDATE storedesk.order_returns SET created_at = %s WHERE id = %s"
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(words, [at, of_return])


def local(when, zone=NEW_YORK):
    return when.replace(tzinfo=UTC).astimezone(zone)


def sums(store, key, table):
    return dict(store.rows(f"SELECT {key}, sum(tax_amount) FROM storedesk.{table} GROUP BY 1"))


def by_hand(store, key, span=None, zone=NEW_YORK):
    """Add up orders and returns by `key`, which is given the local instant."""
    found = defaultdict(Figures)
    taxes = sums(store, "order_id", "order_tax_lines")
    back = sums(store, "return_id", "order_return_tax_lines")

    def inside(when):
        return span is None or span.first <= local(when, zone).date() <= span.last

    pieces = dict(store.rows("SELECT order_id, sum(quantity) FROM order_line_items GROUP BY 1"))
    for order, status, at, total in store.rows(
        "SELECT id, status, created_at, total_amount FROM orders"
    ):
        if status in {"confirmed", "shipped", "delivered"} and inside(at):
            found[key(local(at, zone))] += Figures(
                1, int(pieces[order]), total, taxes.get(order, Decimal(0))
            )
    for one, at, refund in store.rows(
        "SELECT id, created_at, refund_amount FROM storedesk.order_returns"
    ):
        if inside(at):
            found[key(local(at, zone))] += Figures(
                refunded=refund, refunded_tax=back.get(one, Decimal(0))
            )
    return dict(found)


def test_days_are_those_of_the_stores_clocks_and_add_up(week, report, store):
    del week
    span = WEEK_OF_THE_CLOCK
    found = report(Grouping.DAY, span)
    days = [part.first for part in parts_of(span, PeriodStep.DAY)]
    wanted = by_hand(store, lambda at: at.date(), span)
    assert {days[int(key)]: figures for key, figures in found.rows.items()} == wanted
    assert found.total == sum(wanted.values(), Figures())
    assert found.rows["2"].orders == 3, "the hour that comes twice is in its day twice"
    assert found.total.refunded_tax > 0


@pytest.mark.parametrize(
    ("by", "key"),
    [
        (Grouping.WEEK, lambda at: str((at.date() - date(2026, 10, 26)).days // 7)),
        (Grouping.MONTH, lambda at: str(at.month - 10)),
        (Grouping.HOUR, lambda at: str(at.hour)),
    ],
)
def test_weeks_months_and_hours_add_up_too(by, key, week, report, store):
    del week
    found = report(by, WEEK_OF_THE_CLOCK)
    assert found.rows == by_hand(store, key, WEEK_OF_THE_CLOCK)


def test_days_of_another_zone_are_other_days(week, report, store):
    del week
    zone = ZoneInfo("Pacific/Auckland")
    span = Span(date(2026, 10, 30), date(2026, 11, 3))
    days = [part.first for part in parts_of(span, PeriodStep.DAY)]
    found = report(Grouping.DAY, span, zone)
    wanted = by_hand(store, lambda at: at.date(), span, zone)
    assert {days[int(key)]: one for key, one in found.rows.items()} == wanted


@pytest.mark.parametrize("by", [Grouping.PRODUCT, Grouping.VARIANT, Grouping.CATEGORY])
def test_products_add_up_to_the_orders_to_the_cent(by, week, report, store):
    span = WEEK_OF_THE_CLOCK
    found = report(by, span)
    wanted = sum(by_hand(store, lambda at: 0, span).values(), Figures())
    assert found.total == wanted
    rows = sum(found.rows.values(), Figures(orders=wanted.orders))
    assert rows == wanted
    if by is Grouping.PRODUCT:
        named = {found.names.get(key, key): one for key, one in found.rows.items()}
        assert set(named) == {"Mug", "Cup", "Jug", SHIPPING}
        for name, tax in exact_taxes(store, span, week).items():
            assert abs(Fraction(named[name].tax) - tax) < Fraction(2, 100)


def exact_taxes(store, span, mode):
    """Return the tax of each product in fractions of a cent."""
    found = defaultdict(Fraction)
    rate = Fraction("0.0825")
    for name, amount, at in store.rows(
        "SELECT l.product_name, l.subtotal_amount, o.created_at FROM order_line_items AS l"
        " JOIN orders AS o ON o.id = l.order_id WHERE o.status = 'shipped'"
    ):
        if span.first <= local(at).date() <= span.last:
            part = rate / (1 + rate) if mode == "inclusive" else rate
            found[name] += Fraction(amount) * part
    return found


def test_tax_by_rate_adds_up_to_the_total_and_to_the_rows(week, report, ask, store):
    span = WEEK_OF_THE_CLOCK
    vat, rest = ask(queries.reports.by_rate, window=window_of(span, NEW_YORK))
    total = report(Grouping.DAY, span).total
    assert (vat.name, vat.rate, rest.rate) == ("VAT", Decimal("0.08250"), None)
    base, tax = store.rows(
        "SELECT sum(t.base_amount), sum(t.tax_amount) FROM storedesk.order_tax_lines AS t"
        " JOIN orders AS o ON o.id = t.order_id WHERE o.status = 'shipped'"
        " AND o.created_at >= '2026-10-30 04:00' AND o.created_at < '2026-11-04 05:00'"
    )[0]
    assert (vat.tax, vat.sales) == (tax, base - tax if week == "inclusive" else base)
    assert vat.tax_back == total.refunded_tax > 0
    shipping = store.sql(
        "SELECT sum(shipping_cost_amount) FROM orders WHERE status = 'shipped'"
        " AND created_at >= '2026-10-30 04:00' AND created_at < '2026-11-04 05:00'"
    )
    assert (rest.sales, rest.tax) == (shipping, 0)
    assert (vat.net + rest.net, vat.tax_left) == (total.net, total.tax_left)


def test_today_is_what_the_start_page_says(week, ask, store):
    del week
    now = datetime(2026, 11, 1, 23, 30, tzinfo=NEW_YORK)
    start = ask(queries.start_page.day_figures, zone=NEW_YORK, now=now)
    today = Span(now.date(), now.date())
    window = window_until(today, NEW_YORK, now)
    asked = Asked(window, Grouping.DAY, (window.begins,), str(NEW_YORK))
    found = ask(queries.reports.sold, asked=asked, currency="USD").total
    assert (found.orders, found.sales, found.paid) == (
        start.today.orders, start.today.net, start.today.total,
    )  # fmt: skip
    assert found.tax == store.sql(
        "SELECT sum(t.tax_amount) FROM storedesk.order_tax_lines AS t JOIN orders AS o"
        " ON o.id = t.order_id WHERE o.created_at >= '2026-11-01 04:00'"
        " AND o.created_at < '2026-11-02 04:30' AND o.status = 'shipped'"
    )


@pytest.mark.parametrize("mode", MODES)
def test_tills_persons_and_tenders_with_coins(
    mode, tax, till_of, goods, store, report, ask, orders
):
    tax("0.08250", mode=mode)
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    goods("MUG", price="2.51", on_hand=50)
    first, second = till_of("T1", "bob"), till_of("T2", "cyd")
    for till in (first, second):
        till.open()
        till.sell("MUG", "MUG")
    first.sell("MUG")
    orders.paid((goods("CUP", on_hand=9), 1))  # at no till
    today = local(store.sql("SELECT core.now()"), UTC).date()
    span = Span(today - timedelta(days=1), today)

    persons = report(Grouping.PERSON, span, UTC)
    named = {persons.names.get(key, key): one for key, one in persons.rows.items()}
    assert {name: one.orders for name, one in named.items()} == {"Bob": 2, "Cyd": 1, "": 1}
    registers = report(Grouping.REGISTER, span, UTC)
    paid = dict(
        store.rows(
            "SELECT g.name, sum(o.total_amount) FROM orders AS o JOIN storedesk.pos_sales AS p"
            " ON p.order_id = o.id JOIN storedesk.registers AS g ON g.id = p.register_id GROUP BY 1"
        )
    )
    assert {registers.names[k]: one.paid for k, one in registers.rows.items() if k} == paid
    assert registers.total == persons.total == sum(by_hand(store, lambda at: 0).values(), Figures())

    tenders = ask(queries.reports.by_tender, window=window_of(span, UTC))
    taken = {row.method: (row.payments, row.paid, row.rounding) for row in tenders}
    assert taken == {
        method: tuple(rest)
        for method, *rest in store.rows(
            "SELECT method, count(*), sum(amount + rounding_amount), sum(rounding_amount)"
            " FROM storedesk.order_payments WHERE kind = 'payment' GROUP BY 1"
        )
    }
    assert taken["cash"][2] != 0, "coins were rounded"


def test_discounts_are_list_price_less_price(till_of, goods, report, store):
    goods("MUG", price="10.00", on_hand=50)
    boss = till_of("T1", "cyd")
    boss.open()
    boss.scan("MUG", 3)
    line = boss.sale()["lines"][0]["id"]
    boss.call("reprice_line", boss.order, line, "8.50", "chipped", None)
    boss.quote()
    boss.pay()
    today = local(store.sql("SELECT core.now()"), UTC).date()
    for by in (Grouping.DAY, Grouping.PRODUCT):
        assert report(by, Span(today, today), UTC).total.discounts == Decimal("4.50")


def test_orders_of_another_program_have_their_tax_by_their_lines(tax, ordered, store, report):
    tax("0.05")
    ordered("MUG", "CUP", status="confirmed", at="2026-11-01 12:00")
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute("DELETE FROM storedesk.order_tax_lines")
        line.execute("DELETE FROM storedesk.order_line_taxes")
        line.execute("DELETE FROM storedesk.fiscal_records")
        line.execute("UPDATE storedesk.fiscal_start SET since = '2100-01-01'")
    found = report(Grouping.PRODUCT, WEEK_OF_THE_CLOCK)
    assert found.total.tax == Decimal("0.25")
    assert sorted(one.tax for one in found.rows.values()) == [Decimal("0.12"), Decimal("0.13")]


def test_a_period_without_sales_is_nought(report):
    for by in (one for one in GROUPINGS[Subject.SALES] if one not in {"tender", "rate"}):
        found = report(by, WEEK_OF_THE_CLOCK)
        assert (found.total, found.rows) == (Figures(), {})


def test_cards_and_cash_are_not_mixed_up(till, goods, ask, store):
    goods("MUG", price="4.00", on_hand=50)
    till.scan("MUG", 2)
    till.quote()
    total = Decimal(till.sale()["total"])
    till.pay(charged("3.00"), cash(str(total - 3)))
    today = local(store.sql("SELECT core.now()"), UTC).date()
    rows = ask(queries.reports.by_tender, window=window_of(Span(today, today), UTC))
    assert {row.method: row.left for row in rows} == {
        "credit_card": Decimal("3.00"), "cash": total - 3,
    }  # fmt: skip
