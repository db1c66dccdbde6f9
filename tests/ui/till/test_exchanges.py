"""An exchange at the till, by keys, from what comes back to the receipt, on a real database."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk import api
from storedesk.documents import customer_display, receipts
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.checkout.exchange_panel import ExchangePanel
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from tests.conftest import PASSWORD
from tests.ui.till.test_real import real  # noqa: F401 - a fixture
from tests.ui.till.test_returns import NUMBER, find, sold  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
MOVED = """
    SELECT p.kind, p.method, p.amount::text FROM storedesk.order_payments AS p
    WHERE p.method = 'cash' ORDER BY p.seq OFFSET 1
"""


async def exchange(counter, number, *codes, reason="Wrong size"):
    """Choose what comes back of a receipt, and have it pay for the sale on the counter."""
    await find(counter, number)
    await counter.scan(*codes)
    await counter.press(KEY.Key_Return)
    await counter.type(reason, counter.panel.reason.input)
    await counter.press(KEY.Key_Down, KEY.Key_Down)
    assert counter.panel.choice.is_exchange


@pytest.fixture
def begun(sold, goods):  # noqa: F811
    """Bob's till with a mug of $20.00 that comes back, and nothing taken for it yet."""

    async def begun(*codes):
        goods("POT", price="32.50")
        goods("JUG", price="20.00")
        counter, number = await sold()
        await exchange(counter, number, *(codes or ("MUG",)))
        await counter.press(KEY.Key_Return)
        assert counter.panel is None
        return counter, number

    return begun


def cash(store):
    return store.rows(MOVED)


async def test_the_third_way_says_what_it_does(sold):  # noqa: F811
    counter, number = await sold()
    await exchange(counter, number, "MUG")
    panel = counter.panel
    assert panel.go.text() == "Exchange · $20.00"
    assert not panel.choice.code.isVisible()
    await counter.press(KEY.Key_Up)
    assert panel.choice.is_credit
    await counter.press(KEY.Key_Down, KEY.Key_Down)
    assert panel.choice.is_exchange, "there is nothing below"


async def test_the_same_price_changes_places_without_money(begun, store):
    counter, number = await begun()
    foot = counter.view.lines.exchange
    assert foot.isVisible()
    assert foot.title.text() == f"Exchange of {number}"
    assert foot.rows[0][1].text() == "1 × Mug  ·  to the shelf"
    assert foot.credit.text() == "\u2212$20.00"
    await counter.scan("JUG")
    assert counter.view.side.totals.word.text() == "To pay"
    assert counter.view.side.totals.total.text() == "$0.00"
    await counter.pay()
    assert isinstance(counter.panel, ExchangePanel)
    assert counter.panel.pay.text() == "Book the exchange"
    await counter.press(KEY.Key_Return)
    done = counter.view.side.done
    assert counter.panel is None, counter.panel.problem.text()
    assert f"Exchange of {number} · $20.00" in done.before.text()
    assert done.paid.isVisible()
    assert not done.change.isVisible()
    assert foot.isVisible()
    assert not foot.drop.isVisible()
    assert cash(store) == []
    assert store.sql("SELECT reason FROM storedesk.order_returns") == "Wrong size"


async def test_what_is_dearer_is_paid_and_the_receipt_says_all(begun, store):
    counter, number = await begun()
    await counter.scan("POT")
    assert counter.view.side.totals.total.text() == "$12.50"
    await counter.pay()
    panel = counter.panel
    assert isinstance(panel, PayPanel)
    assert not isinstance(panel, ExchangePanel)
    assert panel.sum.text() == "$12.50"
    await counter.enter("20")
    assert counter.view.side.done.change.amount.text() == "$7.50"
    assert "$20.00 given for $12.50" in counter.view.side.done.how.text()
    assert cash(store) == [("payment", "cash", "12.50")]
    order = store.sql("SELECT id FROM orders ORDER BY created_at DESC LIMIT 1")
    receipt = await counter.view.desk.read(api.receipts.receipt, order)
    html = receipts.html(receipt, counter.view.context.speech())
    for words in (f"Exchange of {number}", "\u2212\u2060$20.00", "$32.50", "$12.50", "$7.50"):
        assert words in html
    assert "left on it" not in html
    assert [one.amount.amount for one in receipt.payments] == [receipt.total.amount - 20]


async def test_what_is_cheaper_goes_back_as_it_was_paid(begun, store):
    counter, _ = await begun("MUG", "MUG")
    await counter.scan("CUP")
    assert counter.view.side.totals.word.text() == "Goes back"
    assert counter.view.side.totals.total.text() == "$35.00"
    await counter.pay()
    panel = counter.panel
    assert isinstance(panel, ExchangePanel)
    assert panel.pay.text() == "Give back $35.00"
    assert panel.change.amount.text() == "$35.00"
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None
    assert counter.view.lines.exchange.isVisible(), "Esc goes back to the sale, as it was"
    await counter.pay()
    await counter.click(counter.panel.pay)
    done = counter.view.side.done
    assert done.change.word.text() == "Hand over"
    assert done.change.amount.text() == "$35.00"
    assert cash(store) == [("refund", "cash", "35.00")]
    order = store.sql("SELECT id FROM orders ORDER BY created_at DESC LIMIT 1")
    receipt = await counter.view.desk.read(api.receipts.receipt, order)
    html = receipts.html(receipt, counter.view.context.speech())
    assert "Cash given back" in html
    assert "2 pieces" in html


async def test_it_is_dropped_by_key_and_by_button(begun, store):
    counter, number = await begun()
    await counter.scan("JUG")
    drop = counter.actions.named("till.drop_exchange")
    assert drop.keys == ("Ctrl+Shift+X",)
    QTest.keyClick(
        counter.view.entry, KEY.Key_X,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )  # fmt: skip
    await counter.view.idle()
    assert counter.sale.exchange is None
    assert not counter.view.lines.exchange.isVisible()
    assert counter.lines == [("Jug", 1)]
    assert counter.view.side.totals.word.text() == "Total"
    await exchange(counter, number, "MUG")
    await counter.press(KEY.Key_Return)
    assert counter.sale.exchange
    await counter.click(counter.view.lines.exchange.drop)
    assert counter.sale.exchange is None
    assert store.sql("SELECT count(*) FROM storedesk.till_exchanges") == 0


async def test_esc_asks_and_then_all_of_it_is_gone(begun, store):
    counter, _ = await begun()
    await counter.press(KEY.Key_Escape)
    assert counter.panel is not None, "an exchange alone is a sale in hand"
    await counter.press(KEY.Key_Escape)
    assert counter.view.lines.exchange.isVisible()
    await counter.press(KEY.Key_Escape)
    await counter.click(counter.panel.empty)
    assert counter.sale is None
    assert not counter.view.lines.exchange.isVisible()
    assert store.sql("SELECT count(*) FROM storedesk.till_exchanges") == 0
    assert store.sql("SELECT count(*) FROM storedesk.order_returns") == 0


async def test_without_anything_taken_there_is_nothing_to_book(begun):
    counter, _ = await begun()
    await counter.press(KEY.Key_F9)
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("sale_empty").sentence()


async def test_it_is_parked_and_recalled_with_the_sale(begun, real):  # noqa: F811
    counter, number = await begun()
    await counter.scan("CUP")
    await counter.press(KEY.Key_F4)
    await counter.enter("Ann", widget=counter.panel.label)
    assert counter.sale is None
    assert not counter.view.lines.exchange.isVisible()
    await counter.press(KEY.Key_F5, KEY.Key_Return)
    assert counter.view.lines.exchange.title.text() == f"Exchange of {number}"
    again = await real()
    assert again.view.lines.exchange.isVisible(), "after a crash it is there as well"


async def test_a_second_one_in_a_sale_is_refused_where_it_is_asked_for(begun):
    counter, number = await begun()
    await exchange(counter, number, "CUP")
    await counter.press(KEY.Key_Return)
    assert counter.panel.problem.text() == Refused("exchange_twice").sentence()
    assert counter.panel.reason.value() == "Wrong size"


async def test_beyond_the_limit_a_manager_approves_it_before_it_begins(sold, goods, store):  # noqa: F811
    store.sql("UPDATE storedesk.limits SET value = 10 WHERE kind = 'refund_amount'")
    goods("JUG", price="20.00")
    counter, number = await sold()
    await exchange(counter, number, "MUG")
    counter.panel.enter()
    while not isinstance(counter.panel, ApprovalPanel):
        await asyncio.sleep(0.01)
    asked = counter.panel
    asked.login.show_value("cyd")
    asked.password.show_value(PASSWORD)
    asked.enter()
    await counter.view.idle()
    assert counter.panel is None
    assert counter.sale.exchange.refund.amount == 20
    await counter.scan("JUG")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    assert counter.panel is None
    assert store.sql("SELECT count(*) FROM storedesk.exchanges") == 1


async def test_what_was_taken_in_an_exchange_comes_back_and_its_slip_is_shown(begun, store):
    counter, _ = await begun()
    await counter.scan("JUG")
    await counter.pay()
    await counter.press(KEY.Key_Return)
    second = store.sql(NUMBER)
    await counter.scan("CUP")
    await exchange(counter, second, "JUG")
    await counter.press(KEY.Key_Return)
    await counter.pay()
    assert isinstance(counter.panel, ExchangePanel)
    await counter.press(KEY.Key_Return)
    slip = counter.panel
    assert isinstance(slip, PrintPanel), "the account of the first has its code told"
    assert "$15.00" in slip.html


async def test_the_customer_sees_it(begun):
    counter, _ = await begun("MUG", "MUG")
    speech, mode = counter.view.context.speech(), counter.view.context.store.tax_mode
    await counter.scan("CUP")
    shown = customer_display.of_sale(counter.sale, mode, speech)
    assert ("Comes back", "\u2212\u2060$40.00") in [(one.word, one.amount) for one in shown.sums]
    assert (shown.word, shown.amount) == ("You get back", "$35.00")
    paid = []
    counter.view.checkout.paid.connect(lambda one, _: paid.append(one))
    await counter.pay()
    await counter.press(KEY.Key_Return)
    shown = customer_display.of_paid(counter.view.selling.sale, paid[0], speech, has_cash=False)
    assert (shown.word, shown.amount) == ("You get back", "$35.00")
    assert ("Comes back", "\u2212\u2060$40.00") in [(one.word, one.amount) for one in shown.sums]


async def test_the_customer_sees_what_is_still_to_pay(begun):
    counter, _ = await begun()
    speech, mode = counter.view.context.speech(), counter.view.context.store.tax_mode
    await counter.scan("POT")
    shown = customer_display.of_sale(counter.sale, mode, speech)
    assert (shown.word, shown.amount) == ("Still to pay", "$12.50")
