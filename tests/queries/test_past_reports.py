"""Imported past sales are counted by the sales report, and marked, to the cent."""

from collections import defaultdict
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from psycopg.types.json import Jsonb

from storedesk import queries
from storedesk.domain.report_periods import Span, parts_of, window_of
from storedesk.domain.reports import GROUPINGS, PAST, SHIPPING, Asked, Figures, Grouping, Subject
from storedesk.persistence.engine.database import Database

pytestmark = pytest.mark.usefixtures("invariants")
LONDON = ZoneInfo("Europe/London")
MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))
"""On 29 March 2026 clocks in London go forward."""
LINES = (
    ("536365", "MUG", 6, "2.5550", "2026-03-01T00:00:00"),
    ("536365", "CUP", 3, "0.3333", "2026-03-01T00:00:00"),
    ("536366", "GONE", 1, "7.1250", "2026-03-29T01:30:00"),
    ("C536367", "MUG", -2, "2.5550", "2026-03-30T12:00:00"),
    ("536368", "MUG", 1, "9.0000", "2026-03-31T22:59:59"),
    ("536369", "MUG", 1, "100.0000", "2026-03-31T23:00:00"),  # April, by London's clock
)


@pytest.fixture
def ask(store):
    database = Database(store.dsn("eve"), pool_size=1)

    def ask(by, span=MARCH):
        starts = tuple(window_of(p, LONDON).begins for p in parts_of(span, by.step or "day"))
        asked = Asked(window_of(span, LONDON), by, starts if by.step else (), str(LONDON))
        with database.reading() as session:
            return queries.reports.sold(session, asked=asked, currency="USD")

    yield ask
    database.close()


@pytest.fixture
def bring(store):
    """Import lines, and end the import unless it is said not to."""

    def bring(lines, *, ended=True):
        def call(name, *values):
            holes = ", ".join(["%s"] * (len(values) + 1))
            return store.sql(f"SELECT api.{name}({holes})", uuid4(), *values, login="cyd")

        begun = call("begin_past_import", "old.csv")["import_id"]
        keys = ("number", "code", "quantity", "price", "sold_at")
        rows = [dict(zip(keys, line, strict=True)) for line in lines]
        call("add_past_sales", begun, Jsonb(rows))
        if ended:
            call("end_past_import", begun)
        return begun, call

    return bring


@pytest.fixture
def both(bring, ordered, tax):
    """Orders of our own in March, taxed, and imported ones."""
    tax("0.0825")
    ordered("MUG", "CUP", status="shipped", at="2026-03-29 12:00", shipping="3.99")
    ordered("JUG", status="shipped", at="2026-03-31 22:59")
    return bring(LINES)


def cents(amount):
    return Decimal(amount).quantize(Decimal("0.01"), ROUND_HALF_UP)


def by_hand(lines):
    sold = sum(Decimal(line[2]) * Decimal(line[3]) for line in lines if line[2] > 0)
    back = -sum(Decimal(line[2]) * Decimal(line[3]) for line in lines if line[2] < 0)
    return sold, back


def test_days_count_them_by_the_stores_clock_and_add_up_to_the_cent(both, ask):
    del both
    found = ask(Grouping.DAY)
    sold, back = by_hand(LINES[:5])
    total = found.total
    assert (total.past_sold, total.past_back) == (cents(sold), cents(back))
    assert (total.past_orders, total.orders) == (3, 5), "what came back alone is no order"
    days = defaultdict(list)
    for line in LINES[:5]:
        local = datetime.fromisoformat(line[4] + "+00:00").astimezone(LONDON)
        days[str(local.day - 1)].append(line)
    assert {key for key, one in found.rows.items() if one.past_sold or one.past_back} == set(days)
    for key, lines in days.items():
        sold, back = by_hand(lines)
        assert abs(found.rows[key].past_sold - sold) < Decimal("0.01")
        assert abs(found.rows[key].past_back - back) < Decimal("0.01")
    assert sum(found.rows.values(), Figures()) == total


def test_the_rest_of_the_report_is_what_it_was_without_them(both, ask, ordered):
    begun, call = both
    with_them = {
        by: ask(by).total for by in GROUPINGS[Subject.SALES] if by not in {"tender", "rate"}
    }
    call("undo_past_import", begun)
    for by, total in with_them.items():
        none = ask(by).total
        assert none.past_orders == none.past_sold == none.past_back == 0
        assert (total.paid - total.past_sold, total.refunded - total.past_back) == (
            none.paid, none.refunded,
        )  # fmt: skip
        assert (total.tax, total.orders) == (none.tax, none.orders + total.past_orders), by
        assert total == with_them[Grouping.DAY], by
    del ordered


def test_products_have_theirs_and_what_is_of_none_is_a_row(both, ask):
    del both
    for by in (Grouping.PRODUCT, Grouping.VARIANT, Grouping.CATEGORY):
        found = ask(by)
        assert sum(found.rows.values(), Figures(5, past_orders=3)) == found.total
        assert found.rows[PAST].past_sold == cents("7.125") or abs(
            found.rows[PAST].past_sold - Decimal("7.125")
        ) < Decimal("0.01")
        if by is Grouping.PRODUCT:
            named = {found.names.get(key, key): one for key, one in found.rows.items()}
            assert set(named) == {"Mug", "Cup", "Jug", SHIPPING, PAST}
            assert abs(named["Mug"].past_sold - (Decimal("15.33") + 9)) < Decimal("0.01")
            assert abs(named["Mug"].past_back - Decimal("5.11")) < Decimal("0.01")
            assert named["Mug"].pieces == 1 + 6 + 1


def test_nobody_is_known_to_have_sold_them(both, ask):
    del both
    for by in (Grouping.PERSON, Grouping.REGISTER):
        assert ask(by).rows[PAST].past_orders == 3


def test_taxes_and_tenders_have_none_of_them(both, store):
    del both
    database = Database(store.dsn("eve"), pool_size=1)
    with database.reading() as session:
        rates = queries.reports.by_rate(session, window=window_of(MARCH, LONDON))
    database.close()
    ours = store.sql("SELECT sum(total_amount - tax_amount) FROM orders")
    assert sum(row.sales for row in rates) == ours


def test_an_import_that_did_not_end_does_not_count(bring, ask):
    bring(LINES, ended=False)
    assert ask(Grouping.DAY).total == Figures()
