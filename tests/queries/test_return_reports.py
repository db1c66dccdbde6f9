"""What came back, and what was given away, against sums over the rows that are written here."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from storedesk import queries
from storedesk.domain.report_figures import DiscountFigures, ReturnFigures
from storedesk.domain.report_periods import Span, parts_of, window_of
from storedesk.domain.reports import GROUPINGS, NOBODY, SHIPPING, Asked, Figures, Grouping, Subject
from storedesk.persistence.engine.database import Database
from tests.keys import keys_in

pytestmark = pytest.mark.usefixtures("invariants")

NEW_YORK = ZoneInfo("America/New_York")
SPAN = Span(date(2026, 11, 1), date(2026, 11, 7))
INSIDE = "r.created_at >= '2026-11-01 04:00' AND r.created_at < '2026-11-08 05:00'"
"""SPAN in New York, whose clocks go back on its first day."""
READS = {
    Subject.SALES: queries.reports.sold,
    Subject.RETURNS: queries.return_reports.came_back,
    Subject.PROMOTIONS: queries.discount_reports.given_away,
    Subject.DISCOUNTS: queries.discount_reports.given_away,
}


def asked_of(about, by, span=SPAN, zone=NEW_YORK):
    starts = tuple(window_of(p, zone).begins for p in parts_of(span, by.step)) if by.step else ()
    return Asked(window_of(span, zone), by, starts, str(zone), about)


@pytest.fixture
def ask(store):
    """Ask as an auditor, on one connection for all questions."""
    database = Database(store.dsn("eve"), pool_size=1)

    def ask(question, **wanted):
        with database.reading() as session:
            return question(session, **wanted)

    yield ask
    database.close()


@pytest.fixture
def report(ask):
    def report(about, by, span=SPAN, zone=NEW_YORK):
        return ask(READS[about], asked=asked_of(about, by, span, zone), currency="USD")

    return report


@pytest.fixture
def orders_of(ask):
    def orders_of(about, by, key, span=SPAN, zone=NEW_YORK, **how):
        asked = asked_of(about, by, span, zone)
        found = keys_in(ask(queries.report_orders.order_keys, asked=asked, key=key, **how))
        first = ask(queries.report_orders.first_orders, asked=asked, key=key, limit=2, **how)
        assert [line.id for line in first] == found[:2]
        return found

    return orders_of


def stamp(store, table, key, **values):
    """Change what is written down, past its guards: when and where a return was taken."""
    settings = ", ".join(f"{name} = %s" for name in values)
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(
            f"UPDATE storedesk.{table} SET {settings} WHERE id = %s", [*values.values(), key]
        )


@pytest.fixture(params=["exclusive", "inclusive"])
def returns(request, tax, ordered, orders, store, till_of):
    """Returns of a week for several reasons, by two persons, with damaged pieces and shipping."""
    tax("0.08250", mode=request.param)
    till_of("T1", "bob").open()
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    for at, codes, back, reason, by, with_shipping in (
        ("2026-10-20 12:00", "MUG MUG CUP", 12, "Did not fit", "cyd", False),
        ("2026-11-01 03:30", "MUG CUP", 1, "did not fit", "bob", True),
        ("2026-11-01 05:30", "CUP JUG JUG", 2, "Broken", "cyd", False),
        ("2026-11-07 05:00", "JUG MUG", 23, "broken", "bob", True),
        ("2026-11-07 06:00", "JUG", 100, "Too late for this week", "cyd", False),
    ):
        order = ordered(*codes.split(), status="shipped", at=at, shipping="3.99")
        lines = [(one, 1, reason != "Broken") for one in orders.lines(order)]
        taken = orders.take_back(order, *lines, reason=reason, with_shipping=with_shipping)
        moment = datetime.fromisoformat(at) + timedelta(hours=back)
        if codes.startswith("MUG MUG"):
            moment = datetime.fromisoformat("2026-11-01 04:00")
        who = store.staff_id(by)
        where = shift if by == "bob" else None
        stamp(
            store, "order_returns", taken["return_id"],
            created_at=moment, created_by=who, till_session_id=where,
        )  # fmt: skip
    return request.param


def by_hand(store, key):
    """Sum up returns by a column of theirs."""
    found = store.rows(f"""
        SELECT {key}, count(*), sum(p.pieces), sum(p.damaged), sum(r.refund_amount),
            sum((SELECT sum(t.tax_amount) FROM storedesk.order_return_tax_lines AS t
                 WHERE t.return_id = r.id)), sum(r.shipping_amount)
        FROM storedesk.order_returns AS r
        LEFT JOIN storedesk.staff AS s ON s.id = r.created_by
        JOIN (
            SELECT return_id, sum(quantity) AS pieces,
                sum(CASE WHEN restocked THEN 0 ELSE quantity END) AS damaged
            FROM storedesk.order_return_lines GROUP BY 1
        ) AS p ON p.return_id = r.id
        WHERE {INSIDE} GROUP BY 1
    """)
    return {known: ReturnFigures(*figures) for known, *figures in found}


def test_reasons_and_persons_add_up_to_the_sales_reports_returns(returns, report, store):
    del returns
    reasons = report(Subject.RETURNS, Grouping.REASON)
    assert reasons.rows == by_hand(store, "lower(r.reason)")
    assert set(reasons.rows) == {"did not fit", "broken"}
    assert reasons.names == {"did not fit": "Did not fit", "broken": "Broken"}
    persons = report(Subject.RETURNS, Grouping.PERSON)
    named = {persons.names[key]: figures for key, figures in persons.rows.items()}
    assert named == by_hand(store, "s.display_name")
    registers = report(Subject.RETURNS, Grouping.REGISTER)
    assert registers.rows[NOBODY] == named["Cyd"]
    days = report(Subject.RETURNS, Grouping.DAY)
    assert days.rows["0"].returns == 3, "the first instant of the day is in it"
    sales = report(Subject.SALES, Grouping.DAY).total
    for one in (reasons, persons, registers, days):
        assert (one.total.refunded, one.total.main) == (sales.refunded, sales.returns)
        assert one.total.damaged == 2
        assert one.total.shipping == Decimal("7.98")
        assert one.total.tax > 0


@pytest.mark.parametrize("by", [Grouping.PRODUCT, Grouping.VARIANT, Grouping.CATEGORY])
def test_products_that_came_back_add_up_to_the_cent(by, returns, report, store):
    found = report(Subject.RETURNS, by)
    wanted = sum(by_hand(store, "0").values(), ReturnFigures())
    assert found.total == wanted
    assert sum(found.rows.values(), ReturnFigures(wanted.returns)) == wanted
    assert found.rows[SHIPPING].refunded == Decimal("7.98")
    if by is not Grouping.PRODUCT:
        return
    rate = Decimal("0.0825") if returns == "exclusive" else Decimal("0.0825") / Decimal("1.0825")
    for name, pieces, damaged, refunded, base in store.rows(f"""
        SELECT l.product_name, sum(b.quantity), count(*) FILTER (WHERE NOT b.restocked),
            sum(b.refund_amount), sum(b.quantity * l.unit_price_amount)
        FROM storedesk.order_return_lines AS b
        JOIN storedesk.order_returns AS r ON r.id = b.return_id
        JOIN order_line_items AS l ON l.id = b.order_line_item_id WHERE {INSIDE} GROUP BY 1
    """):
        [row] = [found.rows[key] for key, known in found.names.items() if known == name]
        assert (row.pieces, row.damaged, row.refunded) == (pieces, damaged, refunded)
        assert abs(row.tax - base * rate) < Decimal("0.04"), "each line was rounded once"


def test_a_row_of_returns_lists_the_orders_that_they_are_of(returns, report, orders_of, store):
    del returns
    columns = {"broken": "lower(r.reason)"}
    for key, column in columns.items():
        wanted = store.rows(
            f"SELECT DISTINCT o.created_at, o.id FROM orders AS o JOIN storedesk.order_returns AS r"
            f" ON r.order_id = o.id WHERE {column} = %s AND {INSIDE} ORDER BY 1",
            key,
        )
        found = orders_of(Subject.RETURNS, Grouping.REASON, key, descending=False)
        assert found == [one for _, one in wanted] != []
    for by in GROUPINGS[Subject.RETURNS]:
        everything = report(Subject.RETURNS, by)
        listed = set()
        for key, figures in everything.rows.items():
            orders = orders_of(Subject.RETURNS, by, key, sort="total")
            assert orders, (by, key)
            if figures.returns:
                assert len(orders) == figures.returns, (by, key)
            listed |= set(orders)
        assert len(listed) == everything.total.returns == 4, by


@pytest.fixture
def given(till_of, goods, tax):
    """Prices set by hand by two persons, for two reasons, one of them above the list."""
    tax("0.05")
    goods("MUG", price="10.00", on_hand=50)
    goods("CUP", price="4.00", on_hand=50)
    boss = till_of("T1", "cyd")
    boss.open()
    for code, pieces, price, why in (
        ("MUG", 3, "8.50", "Chipped"),
        ("MUG", 1, "9.99", "chipped"),
        ("CUP", 2, "4.25", "gift wrap"),
    ):
        boss.scan(code, pieces)
        line = boss.sale()["lines"][0]["id"]
        boss.call("reprice_line", boss.order, line, price, why, None)
        boss.quote()
        boss.pay()
        boss.order = uuid4()
    boss.sell("MUG")  # at its price


def test_what_was_given_away_is_list_price_less_price(given, report, orders_of, store):
    del given
    today = store.sql("SELECT core.now()").date()
    span, utc = Span(today - timedelta(days=1), today), ZoneInfo("UTC")
    rows = store.rows("""
        SELECT lower(d.reason), l.product_name, l.quantity, d.list_price_amount,
            l.unit_price_amount, l.order_id
        FROM storedesk.order_discounts AS d
        JOIN order_line_items AS l ON l.id = d.order_line_item_id
    """)

    def figures(chosen):
        return DiscountFigures(
            len(chosen), sum(row[2] for row in chosen), sum(row[2] * row[3] for row in chosen),
            sum(max(row[3] - row[4], 0) * row[2] for row in chosen),
            sum(max(row[4] - row[3], 0) * row[2] for row in chosen),
            len({row[5] for row in chosen}),
        )  # fmt: skip

    reasons = report(Subject.DISCOUNTS, Grouping.REASON, span, utc)
    assert reasons.rows == {
        why: figures([row for row in rows if row[0] == why]) for why in ("chipped", "gift wrap")
    }
    assert reasons.total == figures(rows)
    assert (reasons.total.given, reasons.total.raised) == (Decimal("4.51"), Decimal("0.50"))
    assert reasons.total.sold == Decimal("43.99")
    assert reasons.total.share == Decimal("0.0940")
    products = report(Subject.DISCOUNTS, Grouping.PRODUCT, span, utc)
    assert {products.names[key]: one for key, one in products.rows.items()} == {
        name: figures([row for row in rows if row[1] == name]) for name in ("Mug", "Cup")
    }
    sales = report(Subject.SALES, Grouping.DAY, span, utc).total
    for by in GROUPINGS[Subject.DISCOUNTS]:
        found = report(Subject.DISCOUNTS, by, span, utc)
        assert found.total == figures(rows), by
        assert found.total.given - found.total.raised == sales.discounts
        listed = [o for key in found.rows for o in orders_of(Subject.DISCOUNTS, by, key, span, utc)]
        assert sorted(listed) == sorted(row[5] for row in rows), by
    [(key, _)] = report(Subject.DISCOUNTS, Grouping.PERSON, span, utc).rows.items()
    assert UUID(key) == store.staff_id("cyd")


@pytest.fixture
def promoted(till_of, goods, store, orders):
    """A fifth off mugs and half a dollar off cups: three sales, of one of which a mug came back."""
    mug, cup = goods("MUG", price="10.00", on_hand=50), goods("CUP", price="4.00", on_hand=50)
    goods("JUG", price="7.00", on_hand=50)
    words = """
        SELECT api.make_promotion(
            %s, %s, %s, %s, current_date - 1, current_date + 1, '{}', %s, '{}'
        )
    """
    for name, kind, value, item in (
        ("Mug week", "percent", 20, mug), ("Cheap cups", "amount", "0.50", cup),
    ):  # fmt: skip
        store.sql(words, uuid4(), name, kind, value, [item], login="cyd")
    till = till_of("T1", "cyd")
    till.open()
    till.sell("MUG", "MUG", "MUG", "CUP")
    first = till.order
    till.sell("MUG", "JUG")
    till.order = uuid4()
    till.scan("MUG", 2)
    till.call("reprice_line", till.order, till.sale()["lines"][0]["id"], "5.00", "chipped", None)
    till.quote()
    till.pay()
    mugs = store.sql(
        "SELECT id FROM order_line_items WHERE order_id = %s AND product_name = 'Mug'", first
    )
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    orders.take_back(first, (mugs, 1, True), reason="Did not fit", shift=shift)
    return first


def test_what_promotions_gave_away_is_usual_price_less_price(promoted, report, orders_of, store):
    today = store.sql("SELECT core.now()").date()
    span, utc = Span(today - timedelta(days=1), today), ZoneInfo("UTC")
    found = report(Subject.PROMOTIONS, Grouping.PROMOTION, span, utc)
    named = {found.names[key]: one for key, one in found.rows.items()}
    amount = Decimal
    assert named == {
        "Mug week": DiscountFigures(
            2, 4, amount("40.00"), amount("8.00"), amount(0), 2, 1, amount("2.00")
        ),
        "Cheap cups": DiscountFigures(1, 1, amount("4.00"), amount("0.50"), amount(0), 1),
    }, "a price set by hand is no promotion's, nor is what has its usual price"
    assert (found.total.orders, found.total.given) == (2, amount("8.50")), "an order counts once"
    assert (named["Mug week"].left, named["Mug week"].sold) == (amount("6.00"), amount("32.00"))
    for by in GROUPINGS[Subject.PROMOTIONS]:
        grouped = report(Subject.PROMOTIONS, by, span, utc)
        assert grouped.total == found.total, by
        for name in ("lines", "pieces", "listed", "given", "pieces_back", "given_back"):
            rows = sum(getattr(one, name) for one in grouped.rows.values())
            assert rows == getattr(found.total, name), (by, name)
        for key, one in grouped.rows.items():
            listed = orders_of(Subject.PROMOTIONS, by, key, span, utc)
            assert len(listed) == one.orders, (by, key)
    by_hand = report(Subject.DISCOUNTS, Grouping.REASON, span, utc).total
    assert (by_hand.listed, by_hand.given) == (amount("16.00"), amount("6.00")), "of the sale price"
    [(mug, _)] = [one for one in found.names.items() if one[1] == "Mug week"]
    assert promoted in orders_of(Subject.PROMOTIONS, Grouping.PROMOTION, mug, span, utc)


def test_what_came_back_later_counts_when_it_came_back(promoted, report, orders_of, store):
    del promoted
    key = store.sql("SELECT id FROM storedesk.order_returns")
    today = store.sql("SELECT core.now()").date()
    stamp(store, "order_returns", key, created_at=datetime.combine(today, datetime.min.time())
          + timedelta(days=3))  # fmt: skip
    utc, later = ZoneInfo("UTC"), today + timedelta(days=3)
    sold = report(Subject.PROMOTIONS, Grouping.PROMOTION, Span(today, today), utc)
    assert (sold.total.given, sold.total.given_back) == (Decimal("8.50"), 0)
    back = report(Subject.PROMOTIONS, Grouping.PROMOTION, Span(later, later), utc)
    [(row, figures)] = back.rows.items()
    assert figures == back.total == DiscountFigures(pieces_back=1, given_back=Decimal("2.00"))
    assert back.names[row] == "Mug week"
    assert orders_of(Subject.PROMOTIONS, Grouping.PROMOTION, row, Span(later, later), utc) == []
    days = report(Subject.PROMOTIONS, Grouping.DAY, Span(today, later), utc)
    assert (days.rows["0"].left, days.rows["3"].left) == (Decimal("8.50"), Decimal("-2.00"))


def test_a_period_without_any_is_nought(report):
    for about, none in (
        (Subject.SALES, Figures()), (Subject.RETURNS, ReturnFigures()),
        (Subject.DISCOUNTS, DiscountFigures()), (Subject.PROMOTIONS, DiscountFigures()),
    ):  # fmt: skip
        for by in set(GROUPINGS[about]) - {Grouping.TENDER, Grouping.RATE}:
            found = report(about, by)
            assert (found.total, found.rows) == (none, {})


PLANS = "SELECT statement, generic_plans, custom_plans FROM pg_prepared_statements"


@pytest.mark.parametrize("about", [Subject.SALES, Subject.RETURNS, Subject.PROMOTIONS])
def test_it_is_planned_for_its_period_however_often_it_was_asked(about, ask, report):
    """What is planned for any period takes four times as long over a year."""
    for _ in range(12):
        report(about, Grouping.DAY)
    plans = ask(lambda session: session.execute(text(PLANS)).all())
    kept = {words: generic for words, generic, custom in plans if custom and "created_at" in words}
    assert kept
    assert set(kept.values()) == {0}
