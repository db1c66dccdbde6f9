"""Cost and margin of what was sold, against sums over the rows that are written here."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from storedesk import queries
from storedesk.domain.costs import CostFigures
from storedesk.domain.report_periods import PeriodStep, Span, parts_of, window_of
from storedesk.domain.reports import GROUPINGS, SHIPPING, Asked, Figures, Grouping, Subject

pytestmark = pytest.mark.usefixtures("invariants")

NEW_YORK = ZoneInfo("America/New_York")
SPAN = Span(date(2026, 10, 30), date(2026, 11, 3))
BY = [one for one in GROUPINGS[Subject.SALES] if one not in {Grouping.TENDER, Grouping.RATE}]
COSTS = (
    ("MUG", "1.00", "2026-10-30 04:00"),
    ("CUP", "9.99", "2026-11-01 04:00"),  # changed on the same day
    ("CUP", "0.73", "2026-11-01 04:00"),
    ("MUG", "1.15", "2026-11-02 05:00"),
    ("MUG", None, "2026-11-03 05:00"),
)
"""When their days began in New York; of jugs no cost is known."""
LINES = """
    SELECT l.id, l.quantity, l.subtotal_amount, o.created_at, c.cost_amount, coalesce((
        SELECT t.rate FROM storedesk.order_line_taxes AS t WHERE t.order_line_item_id = l.id
    ), 0)
    FROM order_line_items AS l JOIN orders AS o ON o.id = l.order_id
    LEFT JOIN LATERAL (
        SELECT c.cost_amount FROM storedesk.product_costs AS c
        WHERE c.product_id = l.product_id AND c.valid_from <= o.created_at
        ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
    ) AS c ON true
    WHERE o.status = 'shipped'
"""
MUGS = "SELECT id FROM order_line_items WHERE order_id = %s AND product_name = 'Mug'"
BACK = """
    SELECT r.created_at, b.order_line_item_id, b.quantity, b.restocked, b.refund_amount
    FROM storedesk.order_returns AS r JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
"""


def write_cost(store, product, cost, since, variant=None):
    words = """
        INSERT INTO storedesk.product_costs (
            product_id, variant_id, cost_amount, valid_from, source, created_by, created_at
        )
        SELECT %s, %s, %s, %s, 'typed', s.id, %s FROM storedesk.staff AS s LIMIT 1
    """
    store.sql(words, product, variant, cost, since, since)


def move(store, of_return, at):
    """Have a return taken at another time: what is written down is guarded, so past the guard."""
    words = "UPDATE storedesk.order_returns SET created_at = %s WHERE id = %s"
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(words, [at, of_return])


@pytest.fixture
def add_variant(store):
    def add_variant(product, sku, size):
        words = """
            INSERT INTO product_variants (product_id, sku, size) VALUES (%s, %s, %s) RETURNING id
        """
        return store.sql(words, product, sku, size)

    return add_variant


@pytest.fixture
def report(ask):
    def report(by, span=SPAN):
        starts = (
            tuple(window_of(p, NEW_YORK).begins for p in parts_of(span, by.step)) if by.step else ()
        )
        asked = Asked(window_of(span, NEW_YORK), by, starts, str(NEW_YORK))
        return ask(queries.cost_figures.sold, asked=asked, currency="USD")

    return report


@pytest.fixture
def sales(tax, ordered, orders, store):
    """Sell at 8.25 % while costs change, and take back good and damaged pieces."""

    def sales(mode):
        tax("0.08250", mode=mode)
        for at, *codes in (
            ("2026-10-30 03:59", "MUG"),  # 23:59 the day before
            ("2026-10-30 04:00", "MUG", "CUP", "CUP"),
            ("2026-11-01 03:59", "JUG", "CUP"),
            ("2026-11-01 05:30", "MUG", "MUG", "CUP"),
            ("2026-11-02 04:59", "JUG", "MUG"),  # 23:59 of the longer day
            ("2026-11-02 05:00", "CUP", "MUG"),
            ("2026-11-03 06:00", "MUG", "MUG"),
            ("2026-11-04 05:00", "JUG"),
        ):
            order = ordered(*codes, status="shipped", at=at, shipping="3.99")
            if "MUG" in codes:
                line = store.sql(MUGS, order)
                good = "JUG" not in codes
                back = orders.take_back(order, (line, 1, good), with_shipping="CUP" in codes)
                move(store, back["return_id"], datetime.fromisoformat(at) + timedelta(hours=30))
        for code, cost, since in COSTS:
            words = "SELECT id FROM products WHERE upper(name) = %s"
            write_cost(store, store.sql(words, code), cost, since)

    return sales


def local_day(when):
    return when.replace(tzinfo=UTC).astimezone(NEW_YORK).date()


def cents(value):
    whole = Decimal(value.numerator) / Decimal(value.denominator)
    return whole.quantize(Decimal("0.01"), ROUND_HALF_UP)


def inside(when):
    return SPAN.first <= local_day(when) <= SPAN.last


def by_hand(store, mode):
    """Return the costs of each day, and what in all days was sold with a cost and without."""
    costs, exact = (
        defaultdict(Decimal),
        {True: [Fraction(0), Fraction(0)], False: [Fraction(0), Fraction(0)]},
    )
    lines = {line: rest for line, *rest in store.rows(LINES)}
    part = {"inclusive": lambda rate: 1 / (1 + Fraction(rate)), "exclusive": lambda _: Fraction(1)}[
        mode
    ]
    for quantity, amount, at, cost, rate in lines.values():
        if inside(at):
            exact[True][cost is None] += Fraction(amount) * part(rate)
            costs[local_day(at)] += quantity * (cost or 0)
    for at, line, quantity, restocked, refund in store.rows(BACK):
        sold, amount, _, cost, rate = lines[line]
        if inside(at):
            net = (
                Fraction(refund) * part(rate)
                if mode == "inclusive"
                else Fraction(amount) * quantity / sold
            )
            exact[False][cost is None] += net
            costs[local_day(at)] -= quantity * (cost or 0) if restocked else 0
    return dict(costs), exact


def goods_net(store):
    """Return what was sold and came back in whole cents, without tax and shipping."""
    went, came = Decimal(0), Decimal(0)
    words = """
        SELECT o.created_at, o.total_amount - o.shipping_cost_amount - coalesce((
            SELECT sum(t.tax_amount) FROM storedesk.order_tax_lines AS t WHERE t.order_id = o.id
        ), 0) FROM orders AS o WHERE o.status = 'shipped'
    """
    for at, net in store.rows(words):
        went += net if inside(at) else 0
    words = """
        SELECT r.created_at, r.refund_amount - r.shipping_amount - coalesce((
            SELECT sum(t.tax_amount) FROM storedesk.order_return_tax_lines AS t
            WHERE t.return_id = r.id
        ), 0) FROM storedesk.order_returns AS r
    """
    for at, net in store.rows(words):
        came += net if inside(at) else 0
    return went, came


@pytest.mark.parametrize("mode", ["exclusive", "inclusive"])
def test_margin_is_net_less_the_cost_of_the_day_of_sale_to_the_cent(mode, sales, report, store):
    sales(mode)
    costs, exact = by_hand(store, mode)
    nets = goods_net(store)
    parts = [
        [cents(Fraction(net) * one / sum(kinds)) for one in kinds]
        for net, kinds in zip(nets, (exact[True], exact[False]), strict=True)
    ]
    if mode == "exclusive":
        assert [sum(kinds) for kinds in exact.values()] == [Fraction(one) for one in nets]
    wanted = CostFigures(sum(costs.values()), parts[0][0] - parts[1][0], parts[0][1] - parts[1][1])
    assert wanted.cost > 0 < wanted.uncosted
    for by in BY:
        found = report(by)
        assert found.total.goods == wanted, by
        assert sum((one.goods for one in found.rows.values()), CostFigures()) == wanted
    days = [part.first for part in parts_of(SPAN, PeriodStep.DAY)]
    found = report(Grouping.DAY)
    for key, one in found.rows.items():
        assert one.goods.cost == costs.get(days[int(key)], 0)
    rest = found.total.net - wanted.costed - wanted.uncosted
    shipped = store.sql(
        "SELECT sum(shipping_cost_amount) FROM orders WHERE status = 'shipped'"
        " AND created_at >= '2026-10-30 04:00' AND created_at < '2026-11-04 05:00'"
    )
    assert 0 < rest <= shipped, "what has neither a cost nor none is shipping"


def test_products_without_a_cost_are_counted_apart(sales, report):
    sales("inclusive")
    found = report(Grouping.PRODUCT)
    named = {found.names.get(key, key): one for key, one in found.rows.items()}
    jug, mug, cup = named["Jug"], named["Mug"], named["Cup"]
    assert (jug.goods.cost, jug.goods.costed, jug.goods.share) == (0, 0, None)
    assert jug.goods.uncosted == jug.net > 0
    assert 0 < mug.goods.uncosted < mug.net, "its cost was taken back on the last day"
    assert cup.goods.cost == Decimal("1.46"), (
        "two of them on days with a cost, the newest of its day"
    )
    assert named[SHIPPING].goods == CostFigures()


def test_a_variants_own_cost_stands_before_its_products(
    tax, goods, add_variant, orders, report, store
):
    tax("0")
    mug = goods("MUG", price="5.00", on_hand=50)
    small, large = (add_variant(mug, f"MUG-{size}", size=size) for size in "SL")
    today = store.sql("SELECT core.day_start(core.now())")
    write_cost(store, mug, "2.00", today)
    write_cost(store, mug, "1.50", today, small)
    orders.paid((mug, 2, None, small), (mug, 1, None, large))
    day = local_day(store.sql("SELECT core.now()"))
    span = Span(day - timedelta(days=1), day)
    found = report(Grouping.VARIANT, span)
    assert found.total.goods == CostFigures(Decimal("5.00"), found.total.net, Decimal("0.00"))
    assert sorted(one.goods.cost for one in found.rows.values()) == [2, 3]
    assert found.total.goods.share == ((found.total.net - 5) / found.total.net).quantize(
        Decimal("0.001")
    )


def test_without_any_cost_the_report_is_what_it_was(sales, ask, report, store):
    sales("exclusive")
    with store.connect() as line:
        line.execute("DELETE FROM storedesk.product_costs")
    asked = Asked(window_of(SPAN, NEW_YORK), Grouping.PRODUCT, (), str(NEW_YORK))
    assert report(Grouping.PRODUCT) == ask(queries.reports.sold, asked=asked, currency="USD")
    assert isinstance(report(Grouping.PRODUCT).total, Figures)


def test_stock_is_worth_the_costs_of_any_day(goods, add_variant, ask, store):
    for code, on_hand in (("MUG", 10), ("CUP", 4), ("JUG", 3)):
        goods(code, price="2.50", on_hand=on_hand)
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute("UPDATE inventory_audit_log SET created_at = '2026-10-01'")
    keys = {name.upper(): key for name, key in store.rows("SELECT name, id FROM products")}
    for code, cost, since in COSTS:
        write_cost(store, keys[code], cost, since)
    write_cost(
        store, keys["JUG"], "1.00", "2026-10-30 04:00", add_variant(keys["JUG"], "J", size="S")
    )

    def stock(day, by=Grouping.PRODUCT):
        asked = Asked(window_of(Span(day, day), NEW_YORK), by, (), str(NEW_YORK), Subject.STOCK)
        return ask(queries.stock_reports.in_stock, asked=asked, currency="USD").total

    assert [
        (one.cost, one.uncosted) for one in map(stock, (date(2026, 11, day) for day in range(1, 4)))
    ] == [
        (10 * Decimal("1.00") + 4 * Decimal("0.73"), 3),
        (10 * Decimal("1.15") + 4 * Decimal("0.73"), 3),
        (4 * Decimal("0.73"), 13),
    ]
    assert stock(date(2026, 10, 29)).uncosted == 17
    for by in (Grouping.CATEGORY, Grouping.UNSOLD):
        assert stock(date(2026, 11, 2), by) == stock(date(2026, 11, 2))
