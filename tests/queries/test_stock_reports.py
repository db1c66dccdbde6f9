"""Stock, its value and what did not sell, as of any day, against the ledger replayed here."""

from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from psycopg.types.json import Jsonb

from storedesk import queries
from storedesk.domain.report_periods import Span, window_of
from storedesk.domain.reports import Asked, Grouping, Subject
from storedesk.persistence.engine.database import Database
from tests.keys import keys_in

pytestmark = pytest.mark.usefixtures("invariants")
NEW_YORK = ZoneInfo("America/New_York")
DAYS = (date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 30))
"""On the first of them clocks in New York go back."""


@pytest.fixture
def ask(store):
    database = Database(store.dsn("eve"), pool_size=1)

    def ask(question, **wanted):
        with database.reading() as session:
            return question(session, **wanted)

    yield ask
    database.close()


def asked_of(by, span):
    return Asked(window_of(span, NEW_YORK), by, (), str(NEW_YORK), Subject.STOCK)


@pytest.fixture
def report(ask):
    def report(by, first, last=None):
        asked = asked_of(by, Span(first, last or first))
        return ask(queries.stock_reports.in_stock, asked=asked, currency="USD")

    return report


def past_guards(store, words, *values):
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(words, values)


@pytest.fixture
def moved(store, goods):
    """Two products whose stock and prices changed on several days; the clock of the day is UTC."""
    made = {code: goods(code, price="2.50", on_hand=20) for code in ("MUG", "CUP")}
    everything = "UPDATE inventory_audit_log SET created_at = '2026-10-01'"
    past_guards(store, everything)
    for at, code, by in (
        ("2026-11-02 04:59:59", "MUG", -3),  # the last second of 1 November there
        ("2026-11-02 05:00:00", "MUG", 7),
        ("2026-11-03 12:00:00", "CUP", -19),
    ):
        words = "SELECT api.adjust_stock(%s, %s, NULL, %s, %s)"
        store.sql(words, uuid4(), made[code], by, "lost" if by < 0 else "found", login="ada")
        words = "UPDATE inventory_audit_log SET created_at = %s WHERE created_at > '2026-11-30'"
        past_guards(store, words, at)
    for at, price in (("2026-11-02 04:59:59", "3.00"), ("2026-11-03 05:00:00", "4.00")):
        store.sql("UPDATE products SET price_amount = %s WHERE id = %s", price, made["MUG"])
        words = """
            UPDATE storedesk.audit_event SET created_at = %s
            WHERE action = 'price' AND entity = 'product' AND created_at > '2026-11-30'
        """
        past_guards(store, words, at)
    return made


def replayed(store, product, ends):
    """Return the stock of a product before an instant: what the last movement left."""
    rows = store.rows(
        "SELECT new_value FROM inventory_audit_log WHERE product_id = %s AND created_at < %s"
        " AND operation_type NOT IN ('reserve', 'release') ORDER BY seq",
        product,
        ends,
    )
    return rows[-1][0] if rows else 0


def test_stock_and_price_are_those_of_the_end_of_any_day(moved, report, store):
    prices = {DAYS[0]: "3.00", DAYS[1]: "3.00", DAYS[2]: "4.00", DAYS[3]: "4.00"}
    for day in DAYS:
        found = report(Grouping.PRODUCT, day)
        ends = window_of(Span(day, day), NEW_YORK).ends
        wanted = {
            str(moved[code]): (pieces, pieces * Decimal(price))
            for code, price in (("MUG", prices[day]), ("CUP", "2.50"))
            if (pieces := replayed(store, moved[code], ends))
        }
        assert {key: (one.pieces, one.value) for key, one in found.rows.items()} == wanted, day
        total = sum(value for _, value in wanted.values())
        for by in (Grouping.PRODUCT, Grouping.CATEGORY):
            assert report(by, day).total.value == total
            assert report(by, day).total.products == len(wanted)
    assert [report(Grouping.PRODUCT, day).rows[str(moved["MUG"])].pieces for day in DAYS] == [
        17, 24, 24, 24,
    ]  # fmt: skip
    assert report(Grouping.PRODUCT, date(2026, 9, 1)).rows == {}


def test_what_did_not_sell_says_when_it_last_did(moved, report, store, ordered, ask):
    ordered.products.update(moved)
    order = ordered("MUG", status="shipped", at="2026-10-20 12:00")
    ordered("CUP", status="cancelled", at="2026-11-01 12:00")
    october, november = (date(2026, 10, 1), date(2026, 10, 31)), (date(2026, 11, 1),)
    [(key, cup)] = report(Grouping.UNSOLD, *october).rows.items()
    assert (key, cup.last_sold) == (str(moved["CUP"]), None)
    rows = report(Grouping.UNSOLD, *november).rows
    assert rows[str(moved["MUG"])].last_sold == datetime.fromisoformat("2026-10-20 12:00")
    assert set(rows) == {str(one) for one in moved.values()}
    sold = report(Grouping.PRODUCT, *october).rows[str(moved["MUG"])].sold
    assert sold == 1
    asked = asked_of(Grouping.PRODUCT, Span(*october))
    keys = ask(queries.report_orders.order_keys, asked=asked, key=str(moved["MUG"]))
    assert keys_in(keys) == [order]

    words = "SELECT api.begin_past_import(%s, 'old.csv')"
    begun = store.sql(words, uuid4(), login="cyd")["import_id"]
    line = {"number": "7", "code": "CUP", "quantity": 1, "price": "1"}
    lines = Jsonb([line | {"sold_at": "2026-10-05T12:00:00"}])
    store.sql("SELECT api.add_past_sales(%s, %s, %s)", uuid4(), begun, lines, login="cyd")
    store.sql("SELECT api.end_past_import(%s, %s)", uuid4(), begun, login="cyd")
    assert report(Grouping.UNSOLD, *october).rows == {}, "imported sales are sales"
    cup = report(Grouping.UNSOLD, *november).rows[str(moved["CUP"])]
    assert cup.last_sold == datetime.fromisoformat("2026-10-05 12:00")
