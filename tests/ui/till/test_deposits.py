"""Orders at the till, by keys, at the real page on a real database: deposit, rest, hand over."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.receipt_printers import Link, ReceiptPrinter
from storedesk.ui.kit.paper.print_service import RECEIPT_SERVICE
from storedesk.ui.till.collecting.find_order import FindOrderPanel
from storedesk.ui.till.collecting.order_panel import OrderPanel
from storedesk.ui.till.collecting.order_pay_panel import OrderPayPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from tests.tills import cash
from tests.ui.till.test_real import real, stock  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("invariants")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ordered(real, goods, orders):  # noqa: F811
    """Bob's till, and an order of four mugs of $2.50 that is not paid."""

    async def ordered():
        mug = goods("MUG", on_hand=10)
        order = orders.placed((mug, 4), by="bob")
        return await real(), order, orders.column(order, "order_number"), mug

    return ordered


def words(panel):
    return [label.text() for label in panel.facts.findChildren(type(panel.remark)) if label.text()]


async def press_order(counter):
    """Press the key that its button names."""
    QTest.keyClick(counter.view.entry, KEY.Key_O, CTRL)
    await counter.view.idle()


async def test_from_the_scan_to_the_hand_over(ordered, orders, store):
    counter, order, number, mug = await ordered()

    await counter.scan(number)
    panel = counter.panel
    assert isinstance(panel, OrderPanel), counter.view.problem.text()
    assert panel.title.text() == number
    assert panel.go.text() == "Pay $10.00"
    assert [line.quantity for line in panel.list.rows.records] == [4]

    await counter.type("3", panel.deposit.field)
    assert panel.go.text() == "Deposit $3.00"
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, OrderPayPanel)
    assert counter.panel.title.text() == "Deposit"
    await counter.enter("5")
    panel = counter.panel
    assert isinstance(panel, OrderPanel)
    assert panel.change.amount.text() == "$2.00"
    assert panel.problem.text() == "Deposit of $3.00 taken."
    assert panel.go.text() == "Pay $7.00"
    assert orders.column(order, "status") == "pending"

    await counter.press(KEY.Key_Return)
    await counter.enter("7")
    panel = counter.panel
    assert orders.column(order, "status") == "confirmed"
    assert panel.go.text() == "Hand over the goods"
    assert panel.deposit.isHidden()

    await counter.press(KEY.Key_Return)
    assert counter.panel is None
    assert counter.view.note.text() == f"{number} is handed over."
    assert orders.column(order, "status") == "delivered"
    assert stock(store, mug) == (6, 0)


async def test_the_number_is_typed_where_products_are(ordered):
    counter, _, number, _ = await ordered()
    await counter.enter(number)
    assert isinstance(counter.panel, OrderPanel), counter.view.problem.text()
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None


@pytest.mark.parametrize("by", ["number", "name", "telephone"])
async def test_words_find_it(ordered, orders, store, by):
    counter, _, number, _ = await ordered()
    store.sql(
        "INSERT INTO storedesk.customer_details (customer_id, phone) VALUES (%s, '0171 4455667')"
        " ON CONFLICT (customer_id) DO UPDATE SET phone = excluded.phone",
        orders.customer,
    )
    name = store.sql("SELECT last_name FROM customers WHERE id = %s", orders.customer)
    await press_order(counter)
    assert isinstance(counter.panel, FindOrderPanel)
    await counter.enter({"number": number[-3:], "name": name, "telephone": "4455667"}[by])
    if not isinstance(counter.panel, OrderPanel):
        await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, OrderPanel)
    assert counter.panel.order.number == number


async def test_what_nobody_ordered_is_said_in_place(ordered):
    counter, *_ = await ordered()
    await press_order(counter)
    await counter.enter("nobody here")
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, FindOrderPanel)
    assert "nobody here" in counter.panel.problem.text()
    assert counter.panel.field.text() == "nobody here"


async def test_too_large_a_deposit_stays_where_it_was_typed(ordered):
    counter, _, number, _ = await ordered()
    await counter.scan(number)
    panel = counter.panel
    for typed in ("12", "0", "x"):
        panel.deposit.field.clear()
        await counter.enter(typed, panel.deposit.field)
        assert counter.panel is panel
        assert panel.problem.text()
        assert panel.deposit.field.text() == typed


async def test_escape_leads_from_the_money_to_the_order(ordered, orders):
    counter, order, number, _ = await ordered()
    await counter.scan(number)
    panel = counter.panel
    await counter.type("3", panel.deposit.field)
    await counter.press(KEY.Key_Return, KEY.Key_Escape)
    assert counter.panel is panel
    assert panel.deposit.field.text() == "3"
    assert orders.money(order) == []


async def test_a_card_needs_the_reference_of_its_terminal(ordered, orders):
    counter, order, number, _ = await ordered()
    await counter.scan(number)
    await counter.press(KEY.Key_Return)
    pay = counter.panel
    pay.choose(next(one for one in pay.tabs.tabs if one.value == "credit_card"))
    await counter.press(KEY.Key_Return)
    assert counter.panel is pay
    assert pay.problem.text()
    await counter.type("AUTH-55120", pay.card.fields["reference"])
    await counter.press(KEY.Key_Return)
    assert orders.column(order, "status") == "confirmed"
    assert orders.column(order, "payment_transaction_id") == "AUTH-55120"


async def test_beside_a_sale_no_order_is_taken(ordered):
    counter, _, number, _ = await ordered()
    await counter.scan("MUG")
    await counter.scan(number)
    assert counter.panel is None
    assert "park" in counter.view.problem.text()
    assert counter.lines == [("Mug", 1)]


async def test_what_has_left_is_said(ordered, orders):
    counter, order, number, _ = await ordered()
    orders.step("cancel_order", order, "no longer wanted", by="cyd")
    await counter.scan(number)
    assert isinstance(counter.panel, FindOrderPanel)
    assert number in counter.panel.problem.text()


async def test_two_tills_one_of_them_is_told(ordered, orders):
    counter, order, number, _ = await ordered()
    await counter.scan(number)
    await counter.press(KEY.Key_Return)
    orders.pay(order)
    await counter.enter("10")
    panel = counter.panel
    assert isinstance(panel, OrderPanel)
    assert panel.problem.text()
    assert panel.go.text() == "Hand over the goods"
    assert len(orders.money(order)) == 1


async def test_the_receipt_of_a_deposit_says_what_is_open(ordered):
    counter, _, number, _ = await ordered()
    await counter.scan(number)
    await counter.type("3", counter.panel.deposit.field)
    await counter.press(KEY.Key_Return)
    await counter.enter("3")
    await counter.click(counter.panel.receipt)
    paper = counter.panel
    assert isinstance(paper, PrintPanel)
    for said in (f"Deposit for {number}", "Still open", "$7.00", "This is a deposit"):
        assert said in paper.html
    await counter.press(KEY.Key_Escape)
    assert isinstance(counter.panel, OrderPanel)


async def test_customers_see_the_order(ordered):
    counter, _, number, _ = await ordered()
    shown = []
    counter.context.display.show_order = shown.append
    await counter.scan(number)
    assert [one.number for one in shown] == [number]


async def test_from_the_orders_page(ordered):
    counter, order, number, _ = await ordered()
    counter.view.show_record(order)
    await counter.view.idle()
    assert counter.panel.order.number == number


async def test_the_newest_orders_are_listed_before_anything_is_typed(ordered, orders):
    counter, _, number, mug = await ordered()
    orders.placed((mug, 1), by="bob")
    newest = orders.column(orders.placed((mug, 1), by="bob"), "order_number")
    await press_order(counter)
    panel = counter.panel
    await panel.jobs.idle()
    assert [one.number for one in panel.list.rows.records][::2] == [newest, number]
    await counter.press(KEY.Key_Return)
    assert counter.panel is panel  # nothing was chosen
    await counter.press(KEY.Key_Down)
    await counter.press(KEY.Key_Return)
    assert counter.panel.order.number == newest


@pytest.mark.parametrize("typed", ["10g", "4g", "4g 6c"])
async def test_an_amount_by_gift_card_is_never_booked_as_cash(ordered, orders, typed):
    counter, order, number, _ = await ordered()
    await counter.scan(number)
    await counter.press(KEY.Key_Return)
    counter.clock.pass_()
    await counter.enter(typed)
    assert orders.money(order) == []
    assert counter.panel.amount.field.text() == typed
    assert "gift card" in counter.panel.problem.text().lower()


async def test_after_an_order_that_has_left_another_one_is_found(ordered, orders):
    counter, order, _, mug = await ordered()
    other = orders.column(orders.placed((mug, 1), by="bob"), "order_number")
    orders.step("cancel_order", order, "no longer wanted", by="cyd")
    counter.view.show_record(order)
    await counter.view.idle()
    counter.panel.field.setText("")
    await counter.enter(other)
    assert isinstance(counter.panel, OrderPanel)
    assert counter.panel.order.number == other


async def test_its_receipt_comes_out_and_counts_whatever_is_done_meanwhile(
    ordered, store, monkeypatch
):
    counter, _, number, _ = await ordered()
    jobs, go = [], asyncio.Event()

    async def printed(job):
        jobs.append(job)
        await go.wait()

    monkeypatch.setattr(RECEIPT_SERVICE, "print", printed)
    device = ReceiptPrinter(link=Link.NETWORK, address="printer.shop")
    for context in (counter.view.context, counter.context):
        context.printer, context.device, context.prints_receipts = "", device, True
    await counter.scan(number)
    await counter.press(KEY.Key_Return)
    QTest.keyClicks(counter.panel.amount.field, "10")
    press(counter)
    await until(lambda: jobs)
    press(counter)
    await until(lambda: counter.panel is None)
    go.set()
    await counter.view.idle()
    assert store.rows("SELECT number FROM storedesk.receipt_prints") == [(1,)]


async def test_the_receipt_of_a_deposit_says_who_took_it(ordered, orders, store):
    counter, order, number, _ = await ordered()
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")
    orders.step("take_deposit", order, shift, "1.00", [cash("1.00")], by="cyd")
    await counter.scan(number)
    await counter.click(counter.panel.receipt)
    assert "Till 1 · served by Cyd" in counter.panel.html


async def test_the_customer_display_forgets_an_order_while_another_is_looked_up(ordered, orders):
    counter, _, number, mug = await ordered()
    gone = orders.placed((mug, 1), by="bob")
    other = orders.column(gone, "order_number")
    orders.step("cancel_order", gone, "no longer wanted", by="cyd")
    shown, display = [], counter.view.context.display
    display.show_order = lambda order: shown.append(order.number)
    display.rest = lambda: shown.append("rest")
    await counter.scan(number)
    await counter.view.idle()
    await counter.scan(other)
    await counter.view.idle()
    assert shown == [number, "rest"]


def press(counter):
    counter.clock.pass_()
    QTest.keyClick(counter._focus(), KEY.Key_Return)


async def until(is_so):
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.01)
