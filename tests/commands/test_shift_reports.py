"""Every figure of an X or Z report, and of a day, against sums that are written apart from them."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import psycopg
import pytest

from tests.tills import card, cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

LEFT = """
    -- what is left of the orders sold in a shift, without what came back in some shifts: by rate
    SELECT t.name, t.rate, sum(t.base)::text AS base,
           sum(round(t.base * t.rate / CASE WHEN %s = 'inclusive' THEN 1 + t.rate ELSE 1 END, 2))::text AS tax
    FROM (
        SELECT o.order_id, x.name, x.rate, sum(l.unit_price_amount * (l.quantity - coalesce((
            SELECT sum(b.quantity) FROM storedesk.order_return_lines AS b
            JOIN storedesk.order_returns AS r ON r.id = b.return_id
            WHERE b.order_line_item_id = l.id AND r.till_session_id = ANY (%s::uuid[])
        ), 0))) AS base
        FROM storedesk.pos_sales AS o
        JOIN order_line_items AS l ON l.order_id = o.order_id
        JOIN storedesk.order_line_taxes AS x ON x.order_line_item_id = l.id
        WHERE o.till_session_id = %s
        GROUP BY o.order_id, x.name, x.rate
    ) AS t
    GROUP BY t.name, t.rate
"""  # noqa: E501 - SQL
PAID = """
    SELECT coalesce(sum(p.amount) FILTER (WHERE p.kind = %s), 0)::text
    FROM storedesk.order_payments AS p WHERE p.till_session_id = %s
"""


class Sums:
    """Sums of what is stored, written apart from the report's."""

    def __init__(self, store, mode):
        self.store, self.mode = store, mode

    def left(self, sold, *back):
        rows = self.store.rows(LEFT, self.mode, list(back), sold)
        return {(name, rate): (Decimal(base), Decimal(tax)) for name, rate, base, tax in rows}

    def paid(self, shift, kind):
        return Decimal(self.store.sql(PAID, kind, shift))


def minus(some, others):
    """Return by rate what is in `some` and not in `others`."""
    zero = (Decimal(0), Decimal(0))
    found = {
        key: tuple(a - b for a, b in zip(some.get(key, zero), others.get(key, zero), strict=True))
        for key in {*some, *others}
    }
    return {key: amounts for key, amounts in found.items() if any(amounts)}


def by_rate(report):
    return {
        (one["name"], Decimal(one["rate"])): (Decimal(one["base"]), Decimal(one["tax"]))
        for one in report["taxes"]
        if Decimal(one["base"]) or Decimal(one["tax"])
    }


@pytest.fixture
def rates(store, tax):
    """Tax at two rates: BOOK by the low one."""

    def rates(mode, book):
        tax("0.19", name="VAT", mode=mode)
        words = """
            WITH low AS (INSERT INTO storedesk.tax_classes (name) VALUES ('Stored') RETURNING id),
            rated AS (INSERT INTO storedesk.tax_rates SELECT id, '2020-01-01', 'Low', 0.07 FROM low)
            INSERT INTO storedesk.product_tax (product_id, tax_class_id) SELECT %s, id FROM low
        """
        store.sql(words, book)

    return rates


def sell(boss, *codes, by_card=None, price=None):
    boss.order = uuid4()
    for code in codes:
        sale = boss.scan(code)
    if price:
        boss.call("reprice_line", boss.order, sale["lines"][0]["id"], price, "chipped", None)
    assert boss.quote()["is_held"]
    total = Decimal(boss.sale()["total"])
    tenders = [charged(str(by_card)), cash(str(total - by_card))] if by_card else []
    return boss.pay(*tenders)["order_id"]


def bring_back(boss, store, order, shift, pieces=1):
    line, seen = store.rows(
        "SELECT l.id, o.version FROM order_line_items AS l JOIN orders AS o ON o.id = l.order_id"
        " WHERE o.id = %s ORDER BY l.product_name LIMIT 1", order,
    )[0]  # fmt: skip
    back = [{"line": str(line), "quantity": pieces, "restocked": True}]
    boss.call("return_order", uuid4(), order, seen, back, "too small", shift)


@pytest.fixture(params=["exclusive", "inclusive"])
def played(request, store, till_of, goods, rates):
    """Two shifts of one day: sales at two rates, by cash and card, a price by hand, returns."""
    book = goods("BOOK", price="12.99", on_hand=50)
    goods("MUG", price="7.77", on_hand=50)
    goods("CUP", price="3.33", on_hand=50)
    rates(request.param, book)
    boss = till_of("T1", "cyd")
    first = boss.open("100")["id"]
    orders = [
        sell(boss, "BOOK", "BOOK", "MUG"),
        sell(boss, "MUG", "CUP", "CUP", "CUP"),
        sell(boss, "MUG", "MUG", price="5.55"),
        sell(boss, "BOOK", "CUP", by_card=Decimal("4.00")),
    ]
    bring_back(boss, store, orders[0], first)
    bring_back(boss, store, orders[1], first, pieces=2)
    boss.call("move_cash", first, "paid_out", "5.00", "milk")
    boss.call("close_shift", first, boss.expected(first))
    second = boss.open("80")["id"]
    orders.append(sell(boss, "CUP"))
    bring_back(boss, store, orders[0], second)
    boss.call("move_cash", second, "paid_in", "20.00", "coins")
    return Sums(store, request.param), boss, (first, second), orders


def test_every_figure_is_what_is_stored(played, store):
    books, boss, (first, second), orders = played
    one, two = (boss.ask("shift_report", shift) for shift in (first, second))
    of_first = books.left(first, first)
    late = minus(books.left(first, first, second), of_first)
    of_second = minus(books.left(second, second), minus({}, late))
    for shift, report, taxes in ((first, one, of_first), (second, two, of_second)):
        assert by_rate(report) == taxes
        taxed = sum(tax for _, tax in taxes.values())
        base = sum(base for base, _ in taxes.values())
        net = base if books.mode == "exclusive" else base - taxed
        assert Decimal(report["net"]) == net
        assert Decimal(report["gross"]) == books.paid(shift, "payment")
        assert Decimal(report["returned"]) == books.paid(shift, "refund")
        assert Decimal(report["gross"]) - Decimal(report["returned"]) == net + taxed
    assert (one["sales"], two["sales"], one["returns"], two["returns"]) == (4, 1, 2, 1)
    assert (one["discounts"], one["discounted"]) == (1, "4.44")
    numbers = [store.sql("SELECT order_number FROM orders WHERE id = %s", o) for o in orders]
    assert (one["first_order"], one["last_order"]) == (numbers[0], numbers[3])
    assert (two["first_order"], two["last_order"]) == (numbers[4], numbers[4])
    assert (one["paid_out"], two["paid_in"]) == ("5.00", "20.00")
    assert one["worked"] == ["Cyd"]
    (by_card,) = (t for t in one["tenders"] if t["method"] == "credit_card")
    assert (by_card["taken"], by_card["count"]) == ("4.00", 1)
    (by_cash,) = (t for t in one["tenders"] if t["method"] == "cash")
    assert (by_cash["count"], by_cash["refunds"]) == (4, 2)


def test_a_day_is_the_sum_of_its_shifts(played, store):
    _, boss, (first, second), _ = played
    today = store.sql("SELECT core.business_day(core.now())")
    day = boss.ask("day_report", today)
    shifts = [boss.ask("shift_report", shift) for shift in (first, second)]
    assert day["shifts"] == shifts
    for figure in ("gross", "returned", "net", "discounted", "paid_in", "paid_out"):
        assert Decimal(day[figure]) == sum(Decimal(one[figure]) for one in shifts), figure
    for figure in ("sales", "returns", "discounts"):
        assert day[figure] == sum(one[figure] for one in shifts), figure
    taken = sum(Decimal(t["taken"]) for one in shifts for t in one["tenders"])
    assert sum(Decimal(t["taken"]) for t in day["tenders"]) == taken
    taxed = sum(Decimal(t["tax"]) for one in shifts for t in one["taxes"])
    assert sum(Decimal(t["tax"]) for t in day["taxes"]) == taxed
    assert (day["first_order"], day["last_order"]) == (
        shifts[0]["first_order"], shifts[1]["last_order"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "opened", "day"),
    [
        ("Europe/Berlin", "2026-03-28 22:59:59", date(2026, 3, 28)),
        ("Europe/Berlin", "2026-03-28 23:00:00", date(2026, 3, 29)),  # the clock springs that night
        ("Europe/Berlin", "2026-03-29 21:59:59", date(2026, 3, 29)),
        ("Europe/Berlin", "2026-03-29 22:00:00", date(2026, 3, 30)),
        ("America/New_York", "2026-12-01 04:59:59", date(2026, 11, 30)),
        ("Asia/Tokyo", "2026-12-01 15:00:00", date(2026, 12, 2)),
    ],
)
def test_a_shift_is_of_the_day_on_which_it_was_opened(store, till_of, zone, opened, day):
    boss = till_of("T1", "cyd")
    shift = boss.open()["id"]
    store.sql("UPDATE storedesk.store_settings SET time_zone = %s", zone)
    store.sql("UPDATE storedesk.till_session_people SET joined_at = %s", opened)
    store.sql("UPDATE storedesk.till_sessions SET opened_at = %s", opened)
    listed = {
        n: [one["shift"]["id"] for one in boss.ask("day_report", date.fromordinal(n))["shifts"]]
        for n in range(day.toordinal() - 1, day.toordinal() + 2)
    }
    assert [n for n, found in listed.items() if found == [shift]] == [day.toordinal()]
    assert sum(map(len, listed.values())) == 1


def test_a_day_without_a_shift_is_nothing_at_all(till_of):
    day = till_of("T1", "cyd").ask("day_report", date(2020, 2, 2))
    assert (day["shifts"], day["taxes"], day["tenders"], day["net"], day["first_order"]) == (
        [], [], [], "0.00", None,
    )  # fmt: skip


@pytest.mark.parametrize("day", ["infinity", "9999-12-31", None])
def test_a_day_that_no_store_means_is_refused(till_of, refused, day):
    with refused("bad_instant"):
        till_of("T1", "cyd").ask("day_report", day)


@pytest.mark.parametrize(("login", "may"), [("cyd", True), ("eve", True), ("bob", False),
                                            ("ada", False), ("dee", False)])  # fmt: skip
def test_managers_and_auditors_read_a_day(store, login, may):
    asked = "SELECT api.day_report('2026-01-01')"
    if may:
        assert store.sql(asked, login=login)["shifts"] == []
    else:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            store.sql(asked, login=login)


def test_an_auditor_reads_the_report_of_a_shift(till, store, goods):
    goods("MUG", price="10.00")
    till.scan("MUG")
    till.quote()
    till.pay(card("10.00"))
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    assert store.sql("SELECT api.shift_report(%s)", shift, login="eve")["gross"] == "10.00"
