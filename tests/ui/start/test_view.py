"""The start page of a manager and of a clerk, on a real store."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk import queries
from storedesk.documents.amounts import MINUS
from storedesk.domain.day import DayFigures, Sales
from storedesk.domain.till import Method
from storedesk.ui.kit.base.rest import Rest
from storedesk.ui.kit.charts.hour_bars import NONE
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.start import view
from storedesk.ui.start.labels import compared, waited
from storedesk.ui.start.view import StartView
from tests.ui.contexts import a_context

KEY = Qt.Key
HALF_PAST_THREE = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
DAY = DayFigures(
    until_now=(
        Sales(58, Decimal("3325.25"), Decimal("3476.51")),
        Sales(61, Decimal("3186.35"), Decimal("3300.00")),
        *[Sales()] * 6,
    ),
    hours={9: Decimal("214.50"), 14: Decimal("689.40"), 15: Decimal("402.15")},
    hours_before={9: Decimal("240.00"), 17: Decimal("380.00")},
    taken={Method.CARD: Decimal("2280.34"), Method.CASH: Decimal("1048.83")},
    refunded=Decimal("30.00"),
    refunds=1,
)


@pytest.fixture
def went():
    return []


@pytest.fixture
def open_page(qtbot, signed_in, us, act, went, monkeypatch):
    """The page as somebody opens it; where they went from it is noted."""
    monkeypatch.setattr(view, "REST_MS", 50)

    def navigate(page, record=None, *, words="", tab=""):
        went.append((page, record, words or tab))

    def open_page(login):
        desk, me = signed_in(login)
        page = StartView(a_context(desk, me, us, navigate=navigate))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page


@pytest.fixture
def page(open_page):
    """The page of a manager."""
    return open_page("cyd")


def rows(card):
    return [row.name for row in card.list.rows.records]


def words_of(layout):
    labels = (layout.itemAt(at).widget() for at in range(layout.count()))
    return [label.text() for label in labels if isinstance(label, Label)]


def test_a_manager_sees_the_day_and_what_waits(open_page, ordered, store):
    order = ordered("MUG", "MUG", status="confirmed", at=f"{ago(store, hours=1)}")
    page = open_page("cyd")
    day = page.day
    net = store.sql("SELECT sum(total_amount - tax_amount) FROM orders")
    assert page.header.heading.text()
    assert day.sales.figure.value in {page.context.format.sum(net, "USD"), "$0.00"}
    assert rows(day.best) == ["Mug"]
    assert rows(page.ship) == [ordered.number(order).rsplit("-", 1)[-1]]
    assert (page.ship.count.text(), page.low.nothing.isHidden()) == ("1", False)


def test_a_clerk_sees_what_waits_and_no_sales(open_page, ordered):
    ordered("MUG", status="confirmed")
    page = open_page("ada")
    assert page.day is None
    assert len(rows(page.ship)) == 1
    assert not any("$" in card.count.text() for card in (page.ship, page.low))


def test_rows_are_opened_by_keys_and_links_open_all(open_page, ordered, went):
    first = ordered("MUG", status="confirmed", at="2026-11-20 12:00")
    second = ordered("MUG", status="confirmed", at="2026-11-21 12:00")
    page = open_page("cyd")
    page.ship.list.setFocus()
    QTest.keyClick(page.ship.list, KEY.Key_Return)
    QTest.keyClick(page.ship.list, KEY.Key_Down)
    QTest.keyClick(page.ship.list, KEY.Key_Return)
    QTest.keyClick(page.ship.list, KEY.Key_Down)
    QTest.keyClick(page.ship.list, KEY.Key_Enter)
    page.ship.all.click()
    page.low.all.click()
    QTest.keyClick(page.day.sales, KEY.Key_Return)
    assert went == [
        ("orders", first, ""), ("orders", second, ""), ("orders", second, ""),
        ("orders", None, "confirmed"), ("low_stock", None, ""), ("orders", None, "all"),
    ]  # fmt: skip


def test_a_clerk_is_led_to_the_low_tab_of_the_inventory(open_page, went):
    open_page("ada").low.all.click()
    assert went == [("inventory", None, "low")]


async def test_a_busy_shop_does_not_have_the_page_read_all_the_time(page, monkeypatch):
    await page.idle()
    read, asked = page.desk.read, []

    async def counted(question, *given, **named):
        asked.append(question)
        return await read(question, *given, **named)

    monkeypatch.setattr(page.desk, "read", counted, raising=False)
    page._rest = Rest(page, 60_000, page.changed)
    page._rest.begin()
    for _ in range(20):
        page.hear("orders", None)
    assert asked == []
    page._rest._end()
    await page.idle()
    assert asked.count(queries.start_page.day_figures) == 1
    page._rest._end()
    await page.idle()
    assert asked.count(queries.start_page.day_figures) == 1


def test_a_day_is_drawn_and_told(page):
    page.day.show_day(DAY, HALF_PAST_THREE)
    sales, orders = page.day.sales.figure, page.day.orders.figure
    assert (sales.value, sales.change, sales.ink) == ("$3,325.25", "+4.4%", "ok")
    assert sales.note == "$3,186.35 a week ago"
    assert (orders.value, orders.change, orders.ink) == ("58", f"{MINUS}4.9%", "bad")
    assert page.day.average.figure.value == "$57.33"
    assert page.day.refunds.figure.note == "1 refund today"
    bars = page.day.hours.bars
    assert bars.shown.hours == tuple(range(9, 18))
    assert "14:00: $689.40, a week ago $0.00" in bars.accessibleDescription()
    assert page.day.hours.taken.text() == "Taken $3,329.17 with tax"
    assert words_of(page.day.hours._legend) == ["Card", "$2,280.34", "Cash", "$1,048.83"]


@pytest.mark.parametrize("width", [848, 1190, 1744])
def test_the_cards_of_a_row_are_equally_wide(page, qapp, width):
    page.day.show_day(DAY, HALF_PAST_THREE)
    page.resize(width, 700)
    qapp.processEvents()
    for cards in (page.day.figures, (page.day.shifts, page.ship, page.low)):
        wide = [card.width() for card in cards]
        assert max(wide) - min(wide) <= 1, wide
    assert all(card.width() >= card.minimumSizeHint().width() for card in page.day.figures)


def test_hours_are_chosen_by_keys_and_told_beside_the_heading(page):
    page.day.show_day(DAY, HALF_PAST_THREE)
    hours, bars = page.day.hours, page.day.hours.bars
    bars.setFocus()
    QTest.keyClick(bars, KEY.Key_Left)
    assert hours.spoken.text() == "15:00: $402.15, a week ago $0.00"
    QTest.keyClick(bars, KEY.Key_Left)
    assert bars.chosen == 14
    for _ in range(20):
        QTest.keyClick(bars, KEY.Key_Right)
    assert hours.spoken.text() == "17:00: $0.00, a week ago $380.00"
    QTest.keyClick(bars, KEY.Key_Escape)
    assert (bars.chosen, hours.spoken.text()) == (NONE, "")


@pytest.mark.parametrize(
    ("now", "before", "change", "ink", "note"),
    [
        ("11", "10", "+10%", "ok", "10 a week ago"),
        ("9.996", "10", "±0%", "muted", "10 a week ago"),
        ("5", "10", f"{MINUS}50%", "bad", "10 a week ago"),
        ("5", "0", "", "muted", "nothing a week ago"),
    ],
)
def test_a_figure_says_how_it_compares(us, now, before, change, ink, note):
    found = compared((Decimal(now), Decimal(before)), str, us)
    assert (found.change, found.ink, found.note) == (change, ink, note)


@pytest.mark.parametrize(
    ("gone", "words", "ink"),
    [
        (timedelta(minutes=-3), "0 min", "muted"), (timedelta(minutes=119), "119 min", "muted"),
        (timedelta(hours=2), "2 h", "muted"), (timedelta(hours=20), "20 h", "warn"),
        (timedelta(hours=47), "47 h", "warn"), (timedelta(days=2), "2 days", "warn"),
    ],
)  # fmt: skip
def test_how_long_an_order_waits_is_said_in_its_largest_unit(gone, words, ink):
    now = HALF_PAST_THREE
    assert waited(now - gone, now) == (words, ink)


def ago(store, hours):
    return store.sql("SELECT core.now() - make_interval(hours => %s)", hours)
