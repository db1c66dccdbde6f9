"""The page on a real database, as a cashier: what is seen is what is in the books."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from storedesk import api, queries
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.quote_changes import QuoteChangesPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.shifts.open_drawer import OpenDrawerPanel
from tests.conftest import PASSWORD
from tests.ui.asking import managers_of
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import EVIL, till_context

pytestmark = pytest.mark.usefixtures("invariants")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def real(qtbot, store, desk_of):
    """Bob's till on the real store, its shift open."""
    store.sql("INSERT INTO storedesk.registers (code, name) VALUES ('R1', 'Till 1')")
    desk = desk_of("bob")

    async def real():
        [register, *_] = [
            r for r in await desk.read(queries.store_settings.registers) if r.code == "R1"
        ]
        me, settings = (
            await desk.read(api.staff.me),
            await desk.read(queries.store_settings.settings),
        )
        known = {"me": me, "store": settings, "approvers": managers_of(store)}
        counter = Counter(qtbot, desk, till_context(register=register, **known))
        await counter.come()
        if counter.view.checkout.shift is None:
            await counter.press(KEY.Key_F7)
            await counter.enter("100")
        return counter

    return real


def stock(store, product):
    return store.sql("SELECT stock_level FROM inventory WHERE product_id = %s", product), store.sql(
        "SELECT reserved_quantity FROM inventory WHERE product_id = %s", product
    )


async def test_goods_are_sold_for_cash_and_the_books_say_so(real, store, goods):
    mug = goods("MUG", price="5.50", name=EVIL)
    counter = await real()
    await counter.scan("mug", "MUG", "NOPE")
    assert counter.lines == [(EVIL, 2)]
    assert "NOPE" in counter.view.problem.text()
    await counter.press(KEY.Key_Escape, KEY.Key_Escape, KEY.Key_Escape)
    await counter.type("img")
    await counter.press(KEY.Key_Return)
    assert counter.lines == [(EVIL, 3)]
    await counter.pay()
    assert isinstance(counter.panel, PayPanel)
    await counter.enter("20")
    assert counter.view.side.done.change.amount.text() == "$3.50"
    assert stock(store, mug) == (7, 0)
    assert store.sql("SELECT status FROM orders") == "delivered"
    await counter.press(KEY.Key_F10)
    assert isinstance(counter.panel, PrintPanel)
    assert "<img" not in counter.panel.html


async def test_a_parked_sale_is_there_after_the_program_was_killed(real, goods):
    goods("MUG")
    goods("CUP")
    first = await real()
    await first.scan("MUG")
    await first.press(KEY.Key_F4)
    await first.enter("Green scarf", widget=first.panel.label)
    await first.scan("CUP")
    second = await real()
    assert second.lines == [("Cup", 1)]
    assert [card.sale.label for card in second.view.side.cards] == ["Green scarf"]
    await second.press(KEY.Key_F4)
    await second.enter("Cup", widget=second.panel.label)
    await second.press(KEY.Key_F5, KEY.Key_Down, KEY.Key_Return)
    assert second.lines == [("Mug", 1)]


async def test_the_piece_in_the_customers_hand_is_sold_past_the_count(real, store, goods):
    mug = goods("MUG", on_hand=1)
    counter = await real()
    await counter.scan("MUG", "MUG")
    assert counter.sale.lines[0].missing == 1
    await counter.pay()
    assert isinstance(counter.panel, QuoteChangesPanel)
    await counter.press(KEY.Key_Return)
    await counter.press(KEY.Key_Return)
    assert stock(store, mug) == (0, 0)


async def appeared(counter, kind):
    """Wait for a dialog of this kind, which keeps the page busy while it is open."""
    while not (found := counter.view.window().findChildren(kind)):
        await asyncio.sleep(0.01)
    return found[-1]


@pytest.fixture
def short(real, goods):
    """A sale of six mugs of which there are none: one more than a cashier finds alone."""

    async def short():
        goods("MUG", price="1.00", on_hand=0)
        counter = await real()
        await counter.scan("MUG")
        await counter.enter("*6")
        await counter.pay()
        assert isinstance(counter.panel, QuoteChangesPanel)
        counter.clock.pass_()
        QTest.keyClick(counter.panel.reason, KEY.Key_Return)
        return counter, await appeared(counter, ApprovalPanel)

    return short


async def test_more_pieces_than_one_may_find_are_sold_with_a_managers_word(short, store):
    counter, asked = await short()
    told = {label.text() for label in asked.findChildren(QLabel)}
    why = "Selling more than 5 pieces of Mug a day past its shelf count needs a manager."
    assert {why, "Mug", "6 pieces", "in the customer's hand", "Bob"} <= told

    counter.clock.pass_()
    QTest.keyClicks(asked.login.input, "cyd")
    QTest.keyClick(asked.login.input, KEY.Key_Return)
    QTest.keyClicks(asked.password.input, PASSWORD)
    QTest.keyClick(asked.password.input, KEY.Key_Return)
    await counter.view.idle()
    assert isinstance(counter.panel, PayPanel)
    await counter.press(KEY.Key_Return)

    assert store.sql("SELECT status FROM orders") == "delivered"
    noted = "SELECT new ->> 'approved_by' FROM storedesk.audit_event WHERE action = 'found_at_till'"
    assert store.sql(noted) == str(store.staff_id("cyd"))


async def test_without_a_managers_word_nothing_is_quoted_and_the_reason_stays(short, store):
    counter, asked = await short()
    QTest.keyClick(asked, KEY.Key_Escape)
    await counter.view.idle()

    assert isinstance(counter.panel, QuoteChangesPanel)
    assert counter.panel.problem.text().startswith("Selling more than 5 pieces of Mug a day")
    assert counter.panel.reason.text() == "in the customer's hand"
    assert store.sql("SELECT count(*) FROM storedesk.till_quotes") == 0
    await counter.press(KEY.Key_Escape)
    await counter.enter("*5")
    await counter.pay()
    await counter.press(KEY.Key_Return, KEY.Key_Return)
    assert store.sql("SELECT total_amount FROM orders") == 5


@pytest.fixture
def beyond(real, store):
    """Ask to open the drawer once more than a cashier may without a manager."""

    async def beyond():
        store.sql("UPDATE storedesk.limits SET value = 0 WHERE kind = 'drawer_shift_times'")
        counter = await real()
        await counter.press(KEY.Key_F11)
        counter.panel.reason.setText("a note")
        counter.clock.pass_()
        QTest.keyClick(counter.panel.reason, KEY.Key_Return)
        return counter, await appeared(counter, ApprovalPanel)

    return beyond


OPENINGS = """
    SELECT d.reason, s.display_name FROM storedesk.drawer_openings AS d
    LEFT JOIN storedesk.staff AS s ON s.id = d.approved_by
"""


async def test_beyond_the_limit_the_drawer_is_opened_with_a_managers_word(beyond, store):
    counter, asked = await beyond()
    told = {label.text() for label in asked.findChildren(QLabel)}
    assert {"Open the drawer without a sale", "a note", "Bob", "0"} <= told
    counter.clock.pass_()
    asked.login.show_value("cyd")
    asked.password.show_value(PASSWORD)
    asked.enter()
    await counter.view.idle()
    assert counter.panel is None
    assert counter.view.note.text() == "The opening is written down."
    assert store.rows(OPENINGS) == [("a note", "Cyd")]


async def test_without_a_managers_word_the_drawer_stays_shut_and_the_reason_typed(beyond, store):
    counter, asked = await beyond()
    QTest.keyClick(asked, KEY.Key_Escape)
    await counter.view.idle()
    assert isinstance(counter.panel, OpenDrawerPanel)
    assert counter.panel.problem.text().startswith("Opening the drawer more than 0 times")
    assert counter.panel.reason.text() == "a note"
    assert store.rows(OPENINGS) == []


async def test_a_price_that_rose_meanwhile_is_shown_before_it_is_paid(real, store, goods):
    mug = goods("MUG", price="5.00")
    counter = await real()
    await counter.scan("MUG")
    store.sql("UPDATE products SET price_amount = 6 WHERE id = %s", mug)
    await counter.pay()
    assert isinstance(counter.panel, QuoteChangesPanel)
    await counter.press(KEY.Key_Return)
    assert counter.panel.sum.text() == "$6.00"
    await counter.press(KEY.Key_Return)
    assert store.sql("SELECT total_amount FROM orders") == 6


async def test_a_shift_is_closed_with_its_difference(real, goods):
    goods("MUG", price="5.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    await counter.press(KEY.Key_F7)
    await counter.enter("104", widget=counter.panel.counter.box.field)
    await counter.enter("A coin is missing", widget=counter.panel.reason)
    assert isinstance(counter.panel, PrintPanel)
    assert "A coin is missing" in counter.panel.html
    assert "Z report 1" in counter.panel.html


async def test_cards_paypal_customers_and_going_back(real, store, goods):
    goods("MUG", price="5.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.pay()
    await counter.press(KEY.Key_Escape)
    assert store.sql("SELECT count(*) FROM storedesk.till_quotes") == 0
    await counter.pay()
    await counter.enter("d")
    assert store.sql("SELECT payment_type FROM orders") == "credit_card"
    await counter.scan("MUG")
    await counter.pay()
    await counter.enter("p")
    await counter.enter("amy@example.com", widget=counter.panel.paypal.fields["email"])
    assert store.sql("SELECT count(*) FROM orders") == 2


async def test_what_a_cashier_undoes_another_window_sees_and_undoes_on(real, store, goods):
    goods("MUG", price="5.50")
    goods("CUP")
    first = await real()
    await first.scan("MUG", "CUP", "MUG")
    await first.press(KEY.Key_Delete)
    QTest.keyClick(first.view.entry, KEY.Key_Z, CTRL)
    await first.view.idle()
    assert first.view.note.text() == "Undone: 2 × Mug is back."

    second = await real()
    assert second.lines == [("Mug", 2), ("Cup", 1)]
    QTest.keyClick(second.view.entry, KEY.Key_Z, CTRL)
    await second.view.idle()
    assert second.lines == [("Mug", 1), ("Cup", 1)]
    await second.pay()
    await second.press(KEY.Key_Return)
    assert store.sql("SELECT sum(quantity) FROM order_line_items") == 2


async def test_a_cashier_writes_down_a_customer_once_and_sells_to_them(real, store, goods):
    goods("MUG")
    counter = await real()
    for _ in range(2):
        await counter.scan("MUG")
        await counter.press(KEY.Key_F3)
        await counter.enter("Greta Holm g@holm.example", widget=counter.panel.field)
        QTest.keyClick(counter.panel.field, KEY.Key_N, CTRL)
        await counter.press(KEY.Key_Return, widget=counter.panel.fields["email"].input)
        if counter.panel:  # she was there already
            assert counter.panel.list.current().name == "Greta Holm"
            await counter.press(KEY.Key_Return)
        assert counter.view.chip.customer.name == "Greta Holm"
        await counter.pay()
        await counter.press(KEY.Key_Return)

    words = "SELECT count(*), count(DISTINCT o.customer_id), min(c.email) FROM orders AS o"
    assert store.rows(f"{words} JOIN customers AS c ON c.id = o.customer_id") == [
        (2, 1, "g@holm.example")
    ]


async def test_what_is_noted_is_on_the_receipt_and_on_the_order(real, store, goods):
    goods("MUG")
    goods("CUP")
    counter = await real()
    await counter.scan("MUG", "CUP")
    await counter.press(KEY.Key_Up)
    QTest.keyClick(counter.view.entry, KEY.Key_T, CTRL)
    await counter.view.idle()
    await counter.enter(EVIL, widget=counter.panel.field)
    assert [line.note for line in counter.sale.lines] == [EVIL, None]
    await counter.pay()
    await counter.press(KEY.Key_Return)

    await counter.press(KEY.Key_F10)
    assert "<img" not in counter.panel.html
    assert EVIL in counter.panel.preview.accessibleDescription()
    order = store.sql("SELECT id FROM orders")
    told = await counter.view.desk.read(queries.order_details.order, order)
    assert [(line.name, line.note) for line in told.lines] == [("Mug", EVIL), ("Cup", None)]
