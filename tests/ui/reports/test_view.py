"""Reports as a manager asks for them, on a real store."""

import asyncio
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from psycopg.types.json import Jsonb
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storedesk.domain.report_periods import Against, ReportPeriod
from storedesk.domain.reports import GROUPINGS, Grouping, Subject
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.rest import Rest
from storedesk.ui.reports.view import ReportsView
from tests.orders import SHARED
from tests.ui.contexts import a_context

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 11, 28, 20, 42, tzinfo=UTC)


@pytest.fixture
def went():
    return []


@pytest.fixture
def opened(qtbot, signed_in, act, went):
    def opened(login="cyd", **how):
        desk, me = signed_in(login)
        form = Format("en_US", "America/New_York", lambda: NOW)
        context = a_context(desk, me, form, navigate=lambda *where, **_: went.append(where), **how)
        page = ReportsView(context)
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return opened


@pytest.fixture
def sold(ordered):
    """Two orders today, one a week ago, one four weeks ago, one last year."""
    ordered("MUG", "MUG", status="confirmed", at="2026-11-28 15:10")
    ordered("CUP", status="confirmed", at="2026-11-28 16:10")
    ordered("CUP", status="confirmed", at="2026-11-20 16:10")
    ordered("JUG", status="confirmed", at="2026-10-20 16:10")
    ordered("JUG", status="confirmed", at="2025-11-28 16:10")


@pytest.fixture
def page(sold, opened):
    """The page of a manager."""
    del sold
    return opened()


async def ask(page, *, by=None, period=None, against=None):
    for field, value in ((page.by, by), (page.question.period, period), (page.against, against)):
        if value is not None:
            field.setCurrentIndex(field.findData(value.value))
            field.activated.emit(field.currentIndex())
    await page.idle()


def shown(page):
    table = page.report.table
    return [table.rows.record(at) for at in range(table.rows.rowCount())]


async def test_four_weeks_are_shown_by_day_against_those_before(page, store):
    rows = shown(page)
    assert len(rows) == 28
    assert (rows[0].name, rows[-1].name) == ("Sun, 1 Nov 2026", "Sat, 28 Nov 2026")
    total = page.report.foot.record
    paid = store.sql("SELECT sum(total_amount) FROM orders WHERE created_at >= '2026-11-01 04:00'")
    before = store.sql(
        "SELECT sum(total_amount - tax_amount) FROM orders"
        " WHERE created_at BETWEEN '2026-10-04 04:00' AND '2026-10-31 19:42'"
    )
    assert (total.now.orders, total.now.paid, total.then.sales) == (3, paid, before)
    said = dict(page.report.foot.said())
    assert (said["Day"], said["Orders"], said["Pieces"]) == ("Total", "3", "4")
    assert page.chart.bars.bars[-1].is_running
    assert not page.chart.bars.bars[-2].is_running
    assert page.chart.then.text() == "4 Oct \N{EN DASH} 31 Oct 2026, until 15:42"


async def test_every_grouping_has_the_same_total(page):
    total = page.report.foot.record.now
    for by in GROUPINGS[Subject.SALES]:
        await ask(page, by=by)
        now = page.report.foot.record
        if by is Grouping.TENDER:
            assert (now.payments, now.paid) == (total.orders, total.paid)
        elif by is Grouping.RATE:
            assert (now.net, now.tax_left) == (total.net, total.tax_left)
        else:
            assert now.now == total, by


async def test_a_row_and_a_bar_open_their_orders_and_escape_leads_back(page, went, store):
    await ask(page, by=Grouping.PRODUCT)
    cup = next(row for row in shown(page) if row.name == "Cup")
    page.open_row(cup)
    await page.idle()
    orders = page.orders.table
    assert page.parts.currentWidget() is page.orders
    assert page.orders.title.text() == "Orders: Cup"
    assert orders.rows.rowCount() == 2
    orders.selectRow(0)
    QTest.keyClick(orders, KEY.Key_Return)
    newest = store.sql("SELECT id FROM orders WHERE created_at = '2026-11-28 16:10'")
    assert went == [("orders", newest)]
    page.activateWindow()
    QTest.keyClick(page, KEY.Key_Escape)
    assert page.parts.currentIndex() == 0

    await ask(page, by=Grouping.DAY)
    bars = page.chart.bars
    bars.setFocus()
    QTest.keyClick(bars, KEY.Key_End)
    QTest.keyClick(bars, KEY.Key_Return)
    await page.idle()
    assert page.orders.table.rows.rowCount() == 2


async def test_returns_and_discounts_are_reports_of_their_own(page, orders, store):
    order = store.sql("SELECT id FROM orders WHERE created_at = '2026-11-28 15:10'")
    orders.step("ship_order", order, "1Z999AA10123456784", SHARED)
    orders.take_back(order, (orders.lines(order)[0], 1, False), reason="Chipped")
    moment = "UPDATE storedesk.order_returns SET created_at = '2026-11-28 17:00'"
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(moment)
        line.execute("UPDATE inventory_audit_log SET created_at = '2026-10-01'")
    page.activateWindow()
    page.report.table.setFocus()
    QTest.keyClick(page, KEY.Key_R, CTRL)
    await page.idle()
    assert (page.subject(), page.grouping()) == (Subject.RETURNS, Grouping.REASON)
    assert QApplication.focusWidget() is page.report.table, "keys go on in the table"
    [row] = shown(page)
    assert (row.name, row.now.pieces, row.now.damaged) == ("Chipped", 1, 1)
    assert dict(page.report.foot.said())["Refunded"] == "$2.50"
    assert page.chart.heading.text() == "Returns without tax"
    page.open_row(row)
    await page.idle()
    assert page.orders.table.rows.record(0).id == order
    for by in GROUPINGS[Subject.RETURNS]:
        await ask(page, by=by)
        assert page.report.foot.record.now.refunded == Decimal("2.50")
    for about in (Subject.PROMOTIONS, Subject.DISCOUNTS):
        page.turn()
        await page.idle()
        assert page.subject() is about
        assert page.report.table.empty.isVisibleTo(page)
    page.turn()
    await page.idle()
    assert (page.subject(), page.grouping()) == (Subject.STOCK, Grouping.CATEGORY)
    value = (
        "SELECT sum(stock_level * price_amount) FROM inventory JOIN products p ON p.id = product_id"
    )
    assert page.report.foot.record.now.value == store.sql(value)
    await ask(page, by=Grouping.UNSOLD)
    assert "Last sold" in [column.heading for column in page.report.table.chosen_columns()]
    page.turn()
    await page.idle()
    assert (page.subject(), page.grouping()) == (Subject.SALES, Grouping.DAY)
    page.turn()
    assert page.grouping() is GROUPINGS[Subject.RETURNS][-1], "each is grouped as it was"


PROMOTED = """
    INSERT INTO storedesk.order_promotions (order_line_item_id, promotion_id, name,
        usual_price_amount)
    SELECT l.id, %s, 'Mug week', l.unit_price_amount + 0.75
    FROM order_line_items AS l JOIN orders AS o ON o.id = l.order_id
    WHERE o.created_at = '2026-11-28 15:10'
"""


async def test_a_promotion_says_what_it_cost_and_which_orders_it_was(page, store):
    mug = store.sql("SELECT id FROM products WHERE name = 'Mug'")
    words = """
        SELECT api.make_promotion(
            gen_random_uuid(), 'Mug week', 'amount', 0.75, current_date, current_date, '{}',
            %s, '{}'
        ) ->> 'promotion_id'
    """
    store.sql(PROMOTED, store.sql(words, [mug], login="cyd"))
    pieces = store.sql("SELECT sum(quantity) FROM order_line_items WHERE product_id = %s", mug)
    page.activateWindow()
    for _ in range(2):
        QTest.keyClick(page, KEY.Key_R, CTRL)
        await page.idle()
    assert (page.subject(), page.grouping()) == (Subject.PROMOTIONS, Grouping.PROMOTION)
    [row] = shown(page)
    given = pieces * Decimal("0.75")
    assert (row.name, row.now.orders, row.now.pieces, row.now.given) == (
        "Mug week",
        1,
        pieces,
        given,
    )
    assert page.chart.heading.text() == "Given away"
    assert dict(page.report.foot.said())["Left given away"] == f"${given}"
    table = page.report.on_paper("days")
    assert table.title == "Promotions: Promotion"
    assert [row[0] for row in table.rows] == ["Mug week"]
    assert f"${given}" in table.total
    page.report.table.selectRow(0)
    QTest.keyClick(page.report.table, KEY.Key_Return)
    await page.idle()
    order = store.sql("SELECT id FROM orders WHERE created_at = '2026-11-28 15:10'")
    assert [page.orders.table.rows.record(0).id] == [order]
    assert page.orders.table.rows.rowCount() == 1
    for by in GROUPINGS[Subject.PROMOTIONS]:
        await ask(page, by=by)
        assert page.report.foot.record.now.given == given


async def test_imported_past_sales_are_marked(page, store):
    assert page.chart.past.text() == ""
    assert dict(page.report.foot.said()).get("Imported") is None
    begun = store.sql("SELECT api.begin_past_import(gen_random_uuid(), 'old.csv')", login="cyd")
    line = {"number": "77", "code": "MUG", "quantity": 2, "price": "4.505"}
    lines = Jsonb([line | {"sold_at": "2026-11-27T15:00:00"}])
    words = "SELECT api.add_past_sales(gen_random_uuid(), %s, %s)"
    store.sql(words, begun["import_id"], lines, login="cyd")
    words = "SELECT api.end_past_import(gen_random_uuid(), %s)"
    store.sql(words, begun["import_id"], login="cyd")
    before = page.report.foot.record.now
    page.ask()
    await page.idle()
    now = page.report.foot.record.now
    assert (now.sales - before.sales, now.past_orders) == (Decimal("9.01"), 1)
    assert page.chart.past.text() == "$9.01 of it imported"
    assert dict(page.report.foot.said())["Imported"] == "$9.01"
    page.open_row(shown(page)[-2])
    await page.idle()
    assert page.orders.past.text() == "1 imported order is not listed"
    page.close_row()
    await ask(page, by=Grouping.PERSON)
    assert {row.name for row in shown(page)} == {"Not at a till", "Imported past sales"}


async def test_a_tax_rate_opens_its_orders(page):
    await ask(page, by=Grouping.RATE)
    for row in shown(page):
        page.open_row(row)
        await page.idle()
        assert page.orders.table.rows.rowCount() == 3
        page.close_row()


async def test_own_days_are_typed_and_what_is_no_day_stays_with_a_sentence(page):
    first = page.question.first
    first.setFocus()
    first.selectAll()
    QTest.keyClicks(first, "nonsense")
    QTest.keyClick(first, KEY.Key_Return)
    assert page.problem.text() == "Type both days, such as 28 Nov 2026."
    assert first.text() == "nonsense"
    first.selectAll()
    QTest.keyClicks(first, "2026-12-01")
    QTest.keyClick(first, KEY.Key_Return)
    assert page.problem.text() == "The first day is after the last one."
    first.selectAll()
    QTest.keyClicks(first, "10/20/2026")
    QTest.keyClick(first, KEY.Key_Return)
    await page.idle()
    assert page.question.named() is ReportPeriod.OWN
    assert len(shown(page)) == 40
    assert page.report.foot.record.now.orders == 4
    assert first.text() == "20 Oct 2026"


async def test_keys_go_to_the_period_before_and_after(page):
    await ask(page, period=ReportPeriod.THIS_MONTH)
    page.activateWindow()
    QTest.keyClick(page, KEY.Key_PageUp, CTRL)
    await page.idle()
    assert page.report.foot.record.now.orders == 1
    assert page.question.last.text() == "31 Oct 2026"
    QTest.keyClick(page, KEY.Key_PageDown, CTRL)
    await page.idle()
    assert page.question.last.text() == "30 Nov 2026"


async def test_no_choice_is_cut_at_any_width(page):
    for width in range(720, 1200, 40):
        page.resize(width, 700)
        QApplication.processEvents()
        for field in (page.question.period, page.against, page.by):
            for at in range(field.count()):
                field.setCurrentIndex(at)
                assert not field.is_cut(), (width, field.currentText())


async def test_a_year_before_and_nothing_are_compared(page):
    await ask(page, period=ReportPeriod.TODAY, against=Against.YEAR, by=Grouping.HOUR)
    assert page.report.foot.record.then.orders == 1
    assert [row.name for row in shown(page)] == ["10:00", "11:00"]
    await ask(page, against=Against.NOTHING)
    assert page.report.foot.record.then is None
    assert page.chart.then.text() == ""


def test_nothing_sold_is_said(opened):
    page = opened()
    assert page.report.table.empty.isVisibleTo(page)
    assert page.chart.isHidden()
    assert page.report.foot.record is None


def test_an_auditor_reads_them_too(sold, opened):
    del sold
    assert opened("eve").report.foot.record.now.orders == 3


async def test_the_table_is_exported_as_it_is_shown(page, tmp_path):
    await ask(page, by=Grouping.PRODUCT)
    path = tmp_path / "sales.csv"
    assert await page.report.export(page).write(path, lambda *_: None) == 3
    heads, *rows = path.read_text(encoding="utf-8-sig").splitlines()
    assert heads.split(",")[:3] == ["Product", "Pieces", "Sales without tax (USD)"]
    amounts = [Decimal(row.split(",")[2]) for row in rows]
    assert sum(amounts) == page.report.foot.record.now.sales


async def test_it_is_printed_with_its_days_and_total(page):
    await ask(page, by=Grouping.PRODUCT)
    paper = page.report.on_paper("1 Nov")
    assert [row[0] for row in paper.rows] == [row.name for row in shown(page)]
    assert paper.total[0] == "Total"
    assert paper.title == "Sales: Product"


async def test_a_question_that_nobody_waits_for_is_called_off(page, monkeypatch):
    asked, canceled = [], []

    async def slow(*_, **__):
        asked.append(True)
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            canceled.append(True)
            raise

    monkeypatch.setattr(page.desk, "read", slow)
    page.question.go(-1)
    while len(asked) < 2:
        await asyncio.sleep(0)
    page.hide()
    while len(canceled) < 2:  # both periods
        await asyncio.sleep(0)
    monkeypatch.undo()
    page.show()
    await page.idle()
    assert page.report.foot.record.now.orders == 1


async def test_what_is_sold_meanwhile_is_read_after_a_rest(page, ordered):
    page._rest = Rest(page, 10, page.changed)
    page._rest.begin()
    ordered("MUG", status="confirmed", at="2026-11-28 17:10")
    page.hear("orders", frozenset())
    assert page.report.foot.record.now.orders == 3, "not at once"
    for _ in range(200):
        await asyncio.sleep(0.01)
        if page.report.foot.record.now.orders == 4:
            break
    await page.idle()
    assert page.report.foot.record.now.orders == 4
    page._rest.stop()


async def test_days_that_a_report_missed_are_summed_behind_it(page, store):
    known = "SELECT count(*) FROM storedesk.known_spans WHERE months = 0"
    async with asyncio.timeout(60):  # who writes in another store on the server may hold it up
        while store.sql(known) <= 300:
            page.reload()
            await page.idle()
            await asyncio.sleep(0.02)


COST_OF_MUGS = """
    INSERT INTO storedesk.product_costs (
        product_id, cost_amount, valid_from, source, created_by, created_at
    )
    SELECT p.id, 0.50, '2026-11-01 04:00', 'typed', s.id, '2026-11-01 04:00'
    FROM products AS p CROSS JOIN LATERAL (SELECT id FROM storedesk.staff LIMIT 1) AS s
    WHERE p.name = 'Mug'
"""


@pytest.fixture
def page_with_costs(sold, store, opened):
    del sold
    store.sql(COST_OF_MUGS)
    page = opened()
    page.resize(1900, 900)
    return page


async def test_cost_and_margin_are_columns_that_are_empty_without_a_cost(page_with_costs):
    page = page_with_costs
    await ask(page, by=Grouping.PRODUCT)
    said = dict(page.report.foot.said())
    told = {row.name: row.now.goods for row in shown(page)}
    assert told["Mug"].cost == 1
    assert (said["Cost"], said["Margin"]) == ("$1.00", f"${told['Mug'].costed - 1}")
    assert said["Margin %"] == Format("en_US", "UTC", lambda: NOW).percent(told["Mug"].share)
    columns = {column.sort: column for column in page.report.table.columns}
    cup = next(row for row in shown(page) if row.name == "Cup")
    empty = [columns[name].value(cup) for name in ("cost", "margin", "margin_share")]
    assert empty == ["", "", ""]
    assert told["Cup"].uncosted == cup.now.net > 0
    paper = page.report.on_paper("")
    assert {"Cost", "Margin", "Margin %", "Without cost"} <= set(paper.heads)
