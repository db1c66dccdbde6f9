"""Days that are over are summed once: reports of them are those of their rows, to the cent."""

import threading
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest
from psycopg.types.json import Jsonb

from storedesk import queries
from storedesk.domain.report_periods import ReportWindow, Span, parts_of, window_of
from storedesk.domain.reports import Asked, Grouping
from storedesk.persistence.engine.database import Database
from storedesk.queries import day_sums

pytestmark = pytest.mark.usefixtures("invariants")
PATIENCE = 60
"""Seconds."""
NEW_YORK = ZoneInfo("America/New_York")
AUTUMN = Span(date(2026, 10, 25), date(2026, 11, 30))
"""On 1 November 2026 clocks in New York go back."""
BY = (
    Grouping.CATEGORY, Grouping.PRODUCT, Grouping.VARIANT, Grouping.DAY, Grouping.WEEK,
    Grouping.MONTH, Grouping.HOUR, Grouping.PERSON, Grouping.REGISTER,
)  # fmt: skip
COSTS = (
    ("MUG", "1.00", "2026-10-25 04:00"),
    ("CUP", "9.99", "2026-11-01 04:00"),  # changed on the same day
    ("CUP", "0.73", "2026-11-01 04:00"),
    ("MUG", None, "2026-11-02 05:00"),
)
"""When their days began in New York; of jugs no cost is known."""
KNOWN = "SELECT count(*) FROM storedesk.known_spans WHERE months = 0"
PAST = (
    ("536365", "MUG", 6, "2.5550", "2026-10-28T00:00:00"),
    ("536366", "NEW", 3, "0.3333", "2026-11-01T05:30:00"),
    ("C536367", "CUP", -2, "1.1111", "2026-11-03T12:00:00"),
)


@pytest.fixture
def database(store):
    database = Database(store.dsn("eve"), pool_size=2)
    yield database
    database.close()


@pytest.fixture
def new_york(store):
    store.sql("UPDATE storedesk.store_settings SET time_zone = %s", str(NEW_YORK))


@pytest.fixture
def summed(store):
    """Sum all days up that are over, as somebody who may only read; answer how many are known.

    Whoever writes in another store on the server may hold it up for a moment.
    """

    def summed(*, waits=True):
        until = time.monotonic() + (PATIENCE if waits else 0)
        while not store.sql("SELECT api.sum_days()", login="eve")["is_done"]:
            if time.monotonic() > until:
                break
            time.sleep(0.02)
        return store.sql(KNOWN)

    return summed


@contextmanager
def no_sums():
    """Have reports add up all rows."""
    kept = day_sums.cover
    day_sums.cover = lambda window, _, **how: kept(window, (), **how)
    try:
        yield
    finally:
        day_sums.cover = kept


def asked(by, span=AUTUMN, zone=NEW_YORK):
    starts = tuple(window_of(p, zone).begins for p in parts_of(span, by.step)) if by.step else ()
    return Asked(window_of(span, zone), by, starts, str(zone))


def both_ways(session, span=AUTUMN, zone=NEW_YORK):
    """Return all reports with the sums of days, after they were compared with those of the rows."""
    found = {}
    for by in BY:
        one = asked(by, span, zone)
        found[by] = queries.cost_figures.sold(session, asked=one, currency="USD")
        counts = [(one.orders, one.past_orders) for one in found[by].rows.values()]
        assert {type(one) for pair in counts for one in pair} <= {int}, by
        with no_sums():
            assert found[by] == queries.cost_figures.sold(session, asked=one, currency="USD"), by
    return found


@pytest.fixture
def compared(database):
    def compared(span=AUTUMN, zone=NEW_YORK):
        with database.reading_as_one() as session:
            return both_ways(session, span, zone)

    return compared


def move(store, of_return, at):
    """Have a return taken at another time: what is written down is guarded, so past the guard."""
    words = "UPDATE storedesk.order_returns SET created_at = %s WHERE id = %s"
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(words, [at, of_return])


def add_variant(store, product):
    words = """
        INSERT INTO product_variants (product_id, sku, size, color)
        VALUES (%s, 'MUG-L', 'Large', 'Blue') RETURNING id
    """
    return store.sql(words, product)


@pytest.fixture(params=["exclusive", "inclusive"])
def autumn(request, tax, ordered, orders, new_york, store):
    """Orders around the end of summer time, taxed, with returns and prices set by hand."""
    del new_york
    tax("0.08250", mode=request.param)
    for at, *codes in (
        ("2026-10-25 04:00", "MUG"),  # 00:00
        ("2026-11-01 03:59", "JUG", "JUG", "MUG"),
        ("2026-11-01 05:30", "MUG", "MUG"),  # 01:30, for the first time
        ("2026-11-01 06:30", "CUP"),  # 01:30 again
        ("2026-11-02 04:59", "JUG", "MUG"),  # 23:59 of the longer day
        ("2026-11-02 05:00", "CUP"),
        ("2026-11-20 12:00", "MUG", "CUP", "JUG"),
    ):
        order = ordered(*codes, status="shipped", at=at, shipping="3.99")
        if "MUG" in codes:
            line = orders.lines(order)[0]
            back = orders.take_back(order, (line, 1), with_shipping="CUP" in codes)
            move(store, back["return_id"], datetime.fromisoformat(at) + timedelta(hours=30))
    lower = """
        INSERT INTO storedesk.order_discounts (order_line_item_id, list_price_amount, reason,
            requested_by)
        SELECT id, unit_price_amount + 1.11, 'damaged', %s FROM order_line_items
        WHERE product_id = %s
    """
    store.sql(lower, store.staff_id("cyd"), ordered.product("CUP"))
    for code, cost, since in COSTS:
        write_cost(store, ordered.product(code), cost, since)
    return ordered


def write_cost(store, product, cost, since):
    """Write down a cost that holds from an instant on, as if it had been written then."""
    words = """
        INSERT INTO storedesk.product_costs (
            product_id, cost_amount, valid_from, source, created_by, created_at
        ) VALUES (%s, %s, %s, 'typed', %s, %s)
    """
    store.sql(words, product, cost, since, store.staff_id("cyd"), since)


def test_summed_days_are_their_rows_through_all_that_changes_them(autumn, compared, summed, store):
    first = compared()
    known = summed()
    assert known > 30
    assert compared() == first
    months = "SELECT count(*) FROM storedesk.known_spans WHERE months = 1"
    assert store.sql(months) == 1, "November, but not a part of October"

    pending = autumn("MUG", "JUG", at="2026-11-05 12:00")
    autumn.take("confirmed", pending, datetime.fromisoformat("2026-11-30 12:00"), None)
    assert store.sql(KNOWN) < known, "a day whose order was paid later is not known"
    assert store.sql(months) == 0, "nor is its month"
    paid = compared()
    assert paid[Grouping.PRODUCT].total.orders == first[Grouping.PRODUCT].total.orders + 1
    assert summed() == known
    assert compared() == paid

    autumn.step("cancel", pending, "'changed her mind'", "2026-11-30 13:00")
    assert store.sql(KNOWN) < known
    assert compared() == first
    assert summed() == known
    assert compared() == first


def test_products_have_the_category_and_the_name_of_today(autumn, compared, summed, store):
    known = summed()
    was = compared()[Grouping.CATEGORY]
    category = store.sql("INSERT INTO categories (name) VALUES ('Others') RETURNING id")
    words = "UPDATE products SET category_id = %s, name = 'Tankard' WHERE id = %s"
    store.sql(words, category, autumn.product("MUG"))
    found = compared()
    assert store.sql(KNOWN) == known, "nothing has to be summed again"
    assert "Others" in found[Grouping.CATEGORY].names.values()
    assert "Tankard" in found[Grouping.PRODUCT].names.values()
    assert found[Grouping.CATEGORY].total == was.total


def test_an_import_of_past_sales_and_its_undo_mark_their_days(
    autumn, compared, summed, store, goods
):
    known, first = summed(), compared()

    def call(name, *values):
        holes = ", ".join(["%s"] * (len(values) + 1))
        return store.sql(f"SELECT api.{name}({holes})", uuid4(), *values, login="cyd")

    begun = call("begin_past_import", "old.csv")["import_id"]
    keys = ("number", "code", "quantity", "price", "sold_at")
    call("add_past_sales", begun, Jsonb([dict(zip(keys, line, strict=True)) for line in PAST]))
    assert compared() == first, "what has not ended does not count"
    call("end_past_import", begun)
    assert store.sql(KNOWN) < known
    with_past = compared()
    assert with_past[Grouping.PRODUCT].total.past_orders == 2
    assert summed() == known
    assert compared() == with_past

    goods("NEW")
    assert store.sql(KNOWN) < known, "a code that is new takes past lines"
    taken = compared()
    assert "New" in taken[Grouping.PRODUCT].names.values()
    assert summed() == known
    assert compared() == taken

    call("undo_past_import", begun)
    assert store.sql(KNOWN) < known
    assert compared() == first
    summed()
    assert compared() == first
    del autumn


UNMARKED = """
    SELECT count(*) FROM generate_series(
        %s::date, (SELECT to_timestamp(d.last_value)::date FROM storedesk.days_until AS d), '1 day'
    ) AS d (day)
    WHERE d.day::date NOT IN (SELECT c.day FROM storedesk.day_changes AS c)
"""
"""The days from one on that nothing has marked."""


def test_a_cost_that_holds_from_a_day_that_is_over_marks_its_days(autumn, compared, summed, store):
    """As where a clock was set back, or a command has ended after its day."""
    known = summed()
    first = compared()[Grouping.PRODUCT].total.goods
    assert first.cost > 0 < first.uncosted
    write_cost(store, autumn.product("JUG"), "0.40", "2026-11-02 05:00")
    assert 0 < store.sql(KNOWN) < known, "days before that day are known"
    assert store.sql(UNMARKED, "2026-11-02") == 0
    assert compared()[Grouping.PRODUCT].total.goods.cost == first.cost + Decimal("0.40")
    assert summed() == known
    assert compared()[Grouping.PRODUCT].total.goods.cost == first.cost + Decimal("0.40")
    today = store.sql("SELECT core.day_start(core.now())")
    write_cost(store, autumn.product("JUG"), "0.50", today)
    assert store.sql(KNOWN) == known, "one that holds from today on marks nothing"


CHECK = "SELECT begins || ' ' || months FROM core.wrong_sums(%s, %s)"
WHERE = "WHERE begins = '2026-11-01 04:00'"
TAMPERED = {
    "a total": f"UPDATE storedesk.day_totals SET paid = paid + 0.01 {WHERE}",
    "returns": f"UPDATE storedesk.day_totals SET returns = returns + 1 {WHERE}",
    "a line": f"UPDATE storedesk.day_lines SET amount = amount + 0.01 {WHERE} AND place = 1",
    "a cost": f"UPDATE storedesk.day_lines SET cost = coalesce(cost, 0) + 1 {WHERE} AND place = 1",
    "no lines": f"DELETE FROM storedesk.day_lines {WHERE}",
    "an hour": f"UPDATE storedesk.day_parts SET orders = 9 {WHERE} AND part = 'quarter'",
    "a person": f"UPDATE storedesk.day_parts SET key = 'past' {WHERE} AND part = 'person'",
    "goods": f"UPDATE storedesk.day_costs SET costed = 1 {WHERE} AND part = 'day'",
}
"""How sums of 1 November are made wrong."""


@pytest.mark.parametrize("autumn", ["exclusive"], indirect=True)
def test_sums_that_are_not_those_of_their_rows_break_a_rule(autumn, summed, store):
    del autumn
    known = summed()
    turns = -(-known // 14)
    assert [store.rows(CHECK, turn, 14) for turn in range(turns)] == [[]] * turns
    for what, words in TAMPERED.items():
        with store.connect() as line, line.transaction(force_rollback=True):
            assert line.execute(words).rowcount > 0, what
            found = [one for turn in range(turns) for one in line.execute(CHECK, [turn, 14])]
            assert [one for one in found if one.endswith(" 0")] == ["2026-11-01 0"], what
    month = "UPDATE storedesk.month_lines SET pieces = pieces + 1 WHERE months = 1 AND place = 1"
    spans = store.sql("SELECT count(*) FROM storedesk.known_spans WHERE months > 0")
    with store.connect() as line, line.transaction(force_rollback=True):
        assert line.execute(month).rowcount > 0
        found = {one for turn in range(spans) for one in line.execute(CHECK, [turn, 14])}
        assert found == {"2026-11-01 1"}
    newest = "UPDATE storedesk.day_totals SET orders = orders + %s WHERE begins >= '2026-11-30'"
    store.sql(newest, 1)
    assert store.rows("SELECT name FROM api.check()", login="cyd") == [("S63",)]
    store.sql(newest, -1)


def test_another_time_zone_has_other_days(autumn, compared, summed, store):
    summed()
    for zone in ("Asia/Kolkata", "Pacific/Kiritimati"):
        with store.connect() as line, line.transaction():  # past the guard: orders have fixed it
            line.execute("SET LOCAL session_replication_role = replica")
            line.execute("UPDATE storedesk.store_settings SET time_zone = %s", [zone])
        found = compared(zone=ZoneInfo(zone))
        assert summed() > 30
        assert compared(zone=ZoneInfo(zone)) == found
        begins = store.rows("SELECT begins FROM storedesk.known_spans WHERE months = 0")
        local = {one.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).hour for (one,) in begins}
        assert local == {0}
    del autumn


def test_variants_keep_the_names_that_were_sold(autumn, compared, summed, store):
    variant = add_variant(store, autumn.product("MUG"))
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(
            "UPDATE order_line_items SET variant_id = %s, variant_description = 'Small, Red'"
            " WHERE product_id = %s AND order_id IN"
            " (SELECT id FROM orders WHERE created_at < '2026-11-01 05:00')",
            [variant, autumn.product("MUG")],
        )
    first = compared()
    summed()
    found = compared()
    assert found == first
    assert "Mug, Small, Red" in found[Grouping.VARIANT].names.values()


def test_a_sale_of_today_marks_nothing_and_one_of_before_its_day(ordered, summed, store, new_york):
    del new_york
    ordered("MUG", status="confirmed", at="2026-11-20 12:00")
    summed()
    changes = "SELECT count(*) FROM storedesk.day_changes"
    now = datetime.now(UTC).replace(tzinfo=None)
    ordered("MUG", status="confirmed", at=now.isoformat(" "))
    assert store.sql(changes) == 0
    ordered("MUG", status="pending", at="2026-11-21 12:00")
    assert store.sql(changes) == 0, "it does not count yet"
    ordered("MUG", status="confirmed", at="2026-11-21 12:00")
    assert store.rows("SELECT day FROM storedesk.day_changes") == [(date(2026, 11, 21),)]


@pytest.fixture
def other(store):
    with psycopg.connect(store.dsn(), autocommit=True) as line:
        yield line


PLACE = "SELECT core.place(%s, %s, %s, %s, %s)"
PAY = "SELECT core.confirm(%s, %s, %s, %s, seen => (SELECT version FROM orders WHERE id = %s))"


@pytest.fixture
def paid_on(store, ordered):
    """Place and pay an order on a line, at an instant, in a transaction that stays open."""
    mug, buyer, actor = ordered.product("MUG"), ordered.customer("Ann Other"), store.staff_id("cyd")

    def paid_on(line, at):
        order = uuid4()
        pieces = Jsonb([{"product": str(mug), "quantity": 1}])
        line.execute(PLACE, [order, buyer, pieces, actor, at])
        tender = {
            "id": str(uuid4()), "method": "credit_card", "amount": "2.50", "last_four": "4242",
            "card_brand": "visa", "reference": f"ch_{order.hex}",
        }  # fmt: skip
        line.execute(PAY, [order, Jsonb([tender]), actor, at, order])

    return paid_on


@pytest.mark.parametrize("isolation", ["READ COMMITTED", "REPEATABLE READ"])
def test_a_day_waits_for_transactions_that_began_to_write_on_it(
    isolation, paid_on, other, compared, summed, store, new_york
):
    del new_york
    paid_on(other, "2026-11-20 12:00")
    with psycopg.connect(store.dsn()) as late:
        late.execute(f"SET TRANSACTION ISOLATION LEVEL {isolation}")
        paid_on(late, "2026-11-20 13:00")
        assert summed(waits=False) == 0, "it may have written without a mark"
        assert compared()[Grouping.DAY].total.orders == 1
    assert summed() > 0
    assert compared()[Grouping.DAY].total.orders == 2


def test_who_sees_an_older_state_marks_the_days_that_were_announced_since(
    paid_on, compared, summed, store, new_york
):
    del new_york
    with psycopg.connect(store.dsn(), autocommit=True) as other:
        paid_on(other, "2026-11-20 12:00")
    with psycopg.connect(store.dsn()) as late:
        late.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        late.execute("SELECT count(*) FROM orders")
        known = summed()
        assert known > 0
        paid_on(late, "2026-11-20 13:00")
        assert summed() == known
        assert compared()[Grouping.DAY].total.orders == 1
    assert store.sql(KNOWN) < known
    assert compared()[Grouping.DAY].total.orders == 2
    assert summed() == known
    assert compared()[Grouping.DAY].total.orders == 2


def test_a_clock_that_was_set_back_marks_what_it_sells(paid_on, compared, summed, store, new_york):
    """Days are known by their instants, not by what the clock says now."""
    del new_york
    with psycopg.connect(store.dsn(), autocommit=True) as other:
        paid_on(other, "2026-11-20 12:00")
        summed()
        ahead = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
        store.sql("SELECT setval('storedesk.days_until', %s)", int(ahead.timestamp()) + 86400)
        paid_on(other, ahead)
    assert store.sql("SELECT count(*) FROM storedesk.day_changes") == 1
    compared()


def test_a_store_that_was_copied_without_its_sequences_knows_no_day(
    paid_on, compared, summed, store, new_york
):
    del new_york
    with psycopg.connect(store.dsn(), autocommit=True) as other:
        paid_on(other, "2026-11-20 12:00")
        known = summed()
        store.sql("ALTER SEQUENCE storedesk.days_until RESTART")
        assert store.sql(KNOWN) == 0
        paid_on(other, "2026-11-20 13:00")
    assert compared()[Grouping.DAY].total.orders == 2
    assert summed() == known
    assert compared()[Grouping.DAY].total.orders == 2


def test_a_day_that_changes_while_it_is_asked_is_asked_again(
    paid_on, other, summed, new_york, monkeypatch, database
):
    del new_york
    paid_on(other, "2026-11-20 12:00")
    assert summed() > 0
    kept, asks = day_sums.cover, []

    def cover(window, known, **more):
        if not asks:
            paid_on(other, "2026-11-20 13:00")
        asks.append(known)
        return kept(window, known, **more)

    monkeypatch.setattr(day_sums, "cover", cover)
    with database.reading() as session:
        one = asked(Grouping.PRODUCT)
        found = queries.reports.sold(session, asked=one, currency="USD")
    assert (found.total.orders, found.total.pieces) == (2, 2)
    assert len(asks) == 2


def test_reports_are_right_while_others_write_and_sum(paid_on, database, store, new_york):
    """Three write on days that are over, two sum, and every report is that of the rows."""
    del new_york
    stop, failed = threading.Event(), []
    days = [f"2026-11-{day:02} 12:00" for day in (5, 6, 7, 20)]

    def repeat(work, login=None):
        try:
            with psycopg.connect(store.dsn(login), autocommit=True) as line:
                while not stop.is_set():
                    work(line)
        except psycopg.Error as error:
            failed.append(error)

    def write(line):
        for day in days:
            with line.transaction():
                paid_on(line, day)

    def sum_up(line):
        line.execute("SELECT api.sum_days()")

    works = [(write,)] * 2 + [(sum_up, "eve")] * 2
    threads = [threading.Thread(target=repeat, args=one) for one in works]
    for one in threads:
        one.start()
    seen = []
    try:
        for _ in range(8):
            with database.reading_as_one() as session:
                seen.append(both_ways(session)[Grouping.PRODUCT].total.orders)
    finally:
        stop.set()
        for one in threads:
            one.join()
    assert not failed
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]


@pytest.mark.parametrize("login", ["ada", "bob", "dee"])
def test_who_may_not_read_reports_sums_nothing(login, store):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        store.sql("SELECT api.sum_days()", login=login)


def day(number):
    return datetime(2026, 11, number, tzinfo=UTC).replace(tzinfo=None)


def test_a_window_is_covered_once_with_few_gaps():
    window = ReportWindow(day(1), day(29))
    for known in (
        [],
        [(0, day(1), day(29))],
        [(0, day(2), day(5)), (0, day(6), day(28)), (1, day(3), day(4)), (3, day(7), day(20)),
         (1, day(8), day(9)), (1, day(20), day(21))],
        [(0, day(n), day(n + 1)) for n in range(2, 20, 2)],
    ):  # fmt: skip
        over = ReportWindow(day(2), day(28))
        found = day_sums.cover(window, known, over=over)
        parts = [*found.days, *found.gaps, *(one.window for one in found.months)]
        parts.sort(key=lambda part: part.begins)
        edges = [window.begins, *(part.ends for part in parts)]
        assert [part.begins for part in parts] == edges[:-1]
        assert edges[-1] == window.ends
        assert len(found.gaps) <= day_sums.MOST_GAPS
        assert {(0, span.begins, span.ends) for span in found.summed} <= set(known)
        missed = [gap for gap in found.gaps if gap.begins < day(28) and gap.ends > day(2)]
        assert found.misses_days == bool(missed)
    assert [one.months for one in day_sums.cover(window, known).months] == []
