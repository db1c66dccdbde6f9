"""The orders page as staff use it: keys on the real widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from storedesk.domain.orders import OrderCommand
from storedesk.ui.orders.view import OrdersView
from tests.ui.contexts import a_context

KEY = Qt.Key


@pytest.fixture
def open_page(qtbot, signed_in, us, act):
    def open_page(login="cyd", **given):
        desk, me = signed_in(login)
        visited = []
        context = a_context(
            desk, me, us,
            navigate=lambda page, record=None, *, words="": visited.append((page, record)), **given,
        )  # fmt: skip
        page = OrdersView(context)
        page.visited = visited
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page


def rows(page):
    return [page.table.rows.record(row).id for row in range(page.table.rows.rowCount())]


def shown(page):
    return [(event.words, event.remark) for event in page.detail.timeline.events]


def test_it_opens_on_what_is_to_ship_the_oldest_first(open_page, ordered):
    new = ordered(status="confirmed", at="2026-11-20 10:00")
    old = ordered(status="confirmed", at="2026-11-19 10:00")
    ordered(status="pending")
    ordered(status="shipped")

    page = open_page()

    assert rows(page) == [old, new]
    counts = [page.tabs.button(key).count for key in ("confirmed", "pending", "delivered")]
    assert counts == ["2", "1", "0"]


def test_a_queue_of_the_past_begins_with_the_newest(open_page, ordered, act):
    old = ordered(status="shipped", at="2026-11-19 10:00")
    new = ordered(status="shipped", at="2026-11-20 10:00")
    page = open_page()

    act(page, page.tabs.button("shipped").click)

    assert rows(page) == [new, old]


def search(page, act, qtbot, words):
    act(page, lambda: (page.search.clear(), qtbot.keyClicks(page.search, words),
                       qtbot.keyClick(page.search, KEY.Key_Return)))  # fmt: skip


def test_a_search_finds_orders_in_every_queue_and_goes_back_to_the_open_one(
    open_page, ordered, act, qtbot
):
    waiting = ordered(status="confirmed", at="2026-11-19 10:00")
    sent = ordered(status="shipped", at="2026-11-20 10:00")
    page = open_page()
    assert (page.tabs.current(), rows(page)) == ("confirmed", [waiting])

    search(page, act, qtbot, ordered.number(sent)[-6:])
    assert rows(page) == [sent]
    assert page.tabs.current() == "all"
    column = next(at for at, one in enumerate(page.table.columns) if one.heading == "Status")
    shown = page.table.columns[column].value(page.table.rows.record(0))
    assert shown.text == "Shipped"

    act(page, lambda: qtbot.keyClick(page.search, KEY.Key_Escape))
    assert (page.tabs.current(), rows(page)) == ("confirmed", [waiting])


def test_a_queue_chosen_while_searching_narrows_and_says_where_else_it_is(
    open_page, ordered, act, qtbot
):
    sent = ordered(status="shipped")
    ordered(status="confirmed")
    page = open_page()
    number = ordered.number(sent)
    search(page, act, qtbot, number)

    act(page, page.tabs.button("confirmed").click)
    assert rows(page) == []
    assert page.table.empty.title.text() == f"Nothing here matches \u201c{number}\u201d"
    assert f"{number} (Shipped)" in page.table.empty.hint.text()

    search(page, act, qtbot, "nobody at all")
    assert page.tabs.current() == "confirmed", "a person chose it"
    assert page.table.empty.title.text() == "Nothing matches \u201cnobody at all\u201d"
    act(page, lambda: qtbot.keyClick(page.search, KEY.Key_Escape))
    assert page.tabs.current() == "confirmed"


def test_an_order_that_is_shown_stays_in_sight_when_the_search_is_taken_back(
    open_page, ordered, act, qtbot
):
    sent = ordered(status="shipped")
    page = open_page()
    search(page, act, qtbot, ordered.number(sent))

    act(page, lambda: page.show_record(sent))
    act(page, page.search.returnPressed.emit)

    assert page.tabs.current() == "all"
    assert page.table.chosen().id == sent


def test_any_words_find_orders(open_page, ordered, act, qtbot):
    mine = ordered("TEAPOT", status="confirmed", customer="Grace Hopper")
    ordered("MUG", status="confirmed")
    page = open_page()

    act(page, lambda: (qtbot.keyClicks(page.search, "pot grace"),
                       qtbot.keyClick(page.search, KEY.Key_Return)))  # fmt: skip

    assert rows(page) == [mine]
    assert page.count.text() == "1 order"


def test_the_detail_tells_all_of_an_order(open_page, ordered, act):
    key = ordered("MUG", "MUG", "CUP", status="shipped", tracking="1Z999AA10123456784")
    page = open_page()

    act(page, lambda: page.show_record(key))

    detail = page.detail
    assert detail.number.text() == ordered.number(key)
    assert [line.name for line in detail.lines.records.records] == ["Mug", "Cup"]
    assert detail.carrier.text == "UPS"
    assert detail.address.text() == "Ann Other\n1 Main Street\nTown, NY 10001"
    assert [words for words, _ in shown(page)] == [
        "Placed", "Paid and confirmed", "E-mail: order confirmation", "Shipped",
        "E-mail: on its way",
    ]  # fmt: skip
    assert shown(page)[3][1].endswith(" · Cyd")
    assert not detail._stock.isHidden()


def test_the_detail_tells_what_was_noted_for_a_line(open_page, ordered, act, store):
    key = ordered("MUG", "CUP", status="confirmed")
    store.sql(
        "INSERT INTO storedesk.line_notes (order_line_item_id, note)"
        " SELECT id, 'engraving: Anna' FROM order_line_items WHERE product_name = 'Mug'"
    )
    page = open_page()

    act(page, lambda: page.show_record(key))

    below = [page.detail._item_cell(one).second for one in page.detail.lines.records.records]
    assert below == ["engraving: Anna", ""]


def test_a_tracking_number_is_copied_and_followed(open_page, ordered, act):
    opened = []
    key = ordered(status="shipped", tracking="1Z999AA10123456784")
    page = open_page(open_link=opened.append)
    act(page, lambda: page.show_record(key))

    page.detail.copy.click()
    act(page, page.detail.follow.click)

    assert QApplication.clipboard().text() == "1Z999AA10123456784"
    assert opened == ["https://www.ups.com/track?tracknum=1Z999AA10123456784"]


def test_a_customers_name_leads_to_the_customer(open_page, ordered, act):
    key = ordered()
    page = open_page()
    act(page, lambda: page.show_record(key))

    page.detail.customer.click()

    assert page.visited == [("customers", ordered.customer("Ann Other"))]


def test_an_auditor_sees_the_stock_and_a_cashier_does_not(open_page, ordered, act):
    key = ordered(status="confirmed")
    for login, is_hidden in (("eve", False), ("bob", True)):
        page = open_page(login)
        act(page, lambda page=page: page.show_record(key))
        assert page.detail._stock.isHidden() is is_hidden


def test_an_order_that_changes_is_shown_anew_and_its_row_stays(open_page, ordered, act):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (18, 19, 20)]
    page = open_page()
    act(page, lambda: page.table.selectRow(1))
    ordered.step("ship", keys[0], "'1Z999AA10123456784'", "2026-11-21 10:00")

    act(page, page.changed)

    assert rows(page) == keys[1:]
    assert page.table.chosen().id == keys[1] == page.detail.order.id


def test_an_empty_queue_says_what_to_do(open_page):
    page = open_page()
    assert page.table.empty.title.text() == "There are no orders yet"
    assert page.detail.empty.isVisible()


def test_names_are_shown_as_they_are(open_page, ordered, act):
    key = ordered("<b>MUG</b>", address={"recipient": "<img src=x> & Co"})
    page = open_page()
    act(page, lambda: page.show_record(key))

    assert page.detail.address.text().startswith("<img src=x> & Co\n")
    assert page.detail.address.textFormat() is Qt.TextFormat.PlainText


def test_nobody_is_offered_what_is_not_theirs(open_page, ordered, act):
    key = ordered()
    page = open_page("eve")
    act(page, lambda: page.show_record(key))

    assert all(page.detail.commands.buttons[action].isHidden() for action in OrderCommand)
