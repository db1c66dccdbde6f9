"""Goods come back without a receipt, by keys, at the real page on a real database."""

import asyncio
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.ui.kit.looks.sizes import FINGER, SIZES
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.open_returns.open_return_panel import OpenReturnPanel
from storedesk.ui.till.open_returns.sales_of_item import SalesOfItemPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.returns.find_receipt import FindReceiptPanel
from storedesk.ui.till.returns.given_back import GivenBackPanel
from storedesk.ui.till.returns.return_panel import ReturnPanel
from tests.conftest import PASSWORD
from tests.ui.till.test_real import real  # noqa: F401 - a fixture
from tests.ui.till.test_returns import CODE, NUMBER, sell

pytestmark = pytest.mark.usefixtures("invariants")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TAKEN = "SELECT value_amount::text, in_cash, reason FROM storedesk.open_returns"


def new(counter):
    """Press Ctrl+N where the keyboard is."""
    counter.clock.pass_()
    QTest.keyClick(counter.view.window().focusWidget(), KEY.Key_N, CTRL)


async def without(counter):
    await counter.press(KEY.Key_F6)
    assert isinstance(counter.panel, FindReceiptPanel), counter.view.problem.text()
    new(counter)
    await counter.view.idle()
    assert isinstance(counter.panel, OpenReturnPanel)
    return counter.panel


async def take(counter, *codes):
    """Scan articles, which are of none of the sales that are offered."""
    for code in codes:
        await counter.scan(code)
        if isinstance(counter.panel, SalesOfItemPanel):
            new(counter)
            await counter.view.idle()
    assert isinstance(counter.panel, OpenReturnPanel)


async def approve(counter):
    """Approve what is asked next, as a manager."""
    while not isinstance(counter.panel, ApprovalPanel):
        await asyncio.sleep(0.01)
    asked = counter.panel
    asked.login.show_value("cyd")
    asked.password.show_value(PASSWORD)
    asked.enter()
    while counter.panel is asked:
        await asyncio.sleep(0.01)


async def give(counter, reason="No receipt", approvals=1):
    panel = counter.panel
    if not panel.is_about_money:
        await counter.press(KEY.Key_Return)
    assert panel.is_about_money, panel.problem.text()
    panel.reason.show_value(reason)
    panel.enter()
    for _ in range(approvals):
        await approve(counter)
    await counter.view.idle()


@pytest.fixture
def sold(real, goods):  # noqa: F811
    """Bob's till, at which a mug of $20.00 and a cup of $5.00 were sold for cash."""

    async def sold():
        goods("MUG", price="20.00")
        goods("CUP", price="5.00")
        counter = await real()
        await sell(counter, "MUG", "CUP")
        return counter

    return sold


async def test_by_keys_to_a_new_gift_card_with_its_slip(sold, store):
    counter = await sold()
    panel = await without(counter)
    assert panel.go.text() == "Continue", "no amount until lines are chosen"
    await take(counter, "MUG", "CUP")
    await counter.press(KEY.Key_Plus, KEY.Key_Right)
    lines = [(one.item.name, one.count, one.restocked) for one in panel.draft.lines]
    assert lines == [("Mug", 1, True), ("Cup", 2, False)]
    assert panel.go.text() == "Continue · $30.00"
    await give(counter)
    slip = counter.panel
    assert isinstance(slip, PrintPanel)
    assert re.findall(CODE, slip.html)
    await counter.press(KEY.Key_Escape)
    assert isinstance(counter.panel, GivenBackPanel)
    assert counter.panel.cash.isHidden()
    assert store.rows(TAKEN) == [("30.00", False, "No receipt")]
    rows = "SELECT quantity, restocked FROM storedesk.open_return_lines ORDER BY place"
    assert store.rows(rows) == [(1, True), (2, False)]
    await counter.click(counter.panel.receipt)
    assert "Return without a receipt" in counter.panel.html


async def test_cash_needs_two_approvals_and_is_handed_over(sold, store):
    counter = await sold()
    panel = await without(counter)
    await take(counter, "MUG")
    await counter.press(KEY.Key_Return, KEY.Key_Down)
    assert panel.choice.is_cash
    await give(counter, approvals=2)
    assert isinstance(counter.panel, GivenBackPanel)
    assert counter.panel.cash.amount.text() == "$20.00"
    assert store.rows(TAKEN) == [("20.00", True, "No receipt")]
    moved = "SELECT kind, amount::text FROM storedesk.cash_movements"
    assert store.rows(moved) == [("paid_out", "20.00")]


async def test_a_second_approval_that_is_not_given_takes_nothing(sold, store):
    counter = await sold()
    panel = await without(counter)
    await take(counter, "MUG")
    await counter.press(KEY.Key_Return, KEY.Key_Down)
    panel.reason.show_value("x")
    panel.enter()
    await approve(counter)
    while not isinstance(counter.panel, ApprovalPanel):
        await asyncio.sleep(0.01)
    await counter.press(KEY.Key_Escape)
    assert counter.panel is panel
    assert panel.problem.text() == Refused("open_return_cash").sentence()
    assert panel.reason.text() == "x"
    assert store.rows(TAKEN) == []


async def test_a_sale_that_is_offered_goes_on_as_the_ordinary_return(sold, store):
    counter = await sold()
    panel = await without(counter)
    await counter.scan("MUG")
    offered = counter.panel
    assert isinstance(offered, SalesOfItemPanel)
    [sale] = offered.list.rows.records
    assert sale.order_number == store.sql(NUMBER)
    await counter.press(KEY.Key_Escape)
    assert counter.panel is panel
    assert panel.draft.lines == []
    await take(counter, "CUP")
    await counter.scan("MUG")
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, ReturnPanel), counter.panel.problem.text()
    assert counter.panel.draft.order.number == sale.order_number
    await counter.press(KEY.Key_Escape)
    again = await without(counter)
    assert [one.item.name for one in again.draft.lines] == ["Cup"], "nothing chosen is lost"


async def test_less_may_be_given_and_never_more(sold):
    counter = await sold()
    panel = await without(counter)
    await take(counter, "CUP")
    field = panel.lines.controls.value
    assert field.text() == "5.00"
    await counter.press(KEY.Key_Tab)
    assert field.input.hasFocus()
    field.input.selectAll()
    await counter.enter("5.01")
    assert field.input.hasFocus()
    assert "$5.00" in field.problem.text()
    assert not panel.is_about_money
    field.input.selectAll()
    await counter.enter("4.99")
    assert panel.entry.hasFocus()
    assert panel.go.text() == "Continue · $4.99"


async def test_words_find_an_article_and_one_that_was_not_sold_is_said(sold, goods):
    goods("NEW")
    counter = await sold()
    panel = await without(counter)
    await counter.type("cu", panel.entry)
    await asyncio.sleep(0.4)
    await counter.view.idle()
    assert [one.name for one in panel.lines.found.rows.records] == ["Cup"]
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, SalesOfItemPanel)
    await counter.press(KEY.Key_Escape)
    await counter.scan("NEW")
    wanted = Refused("open_return_unsold", name="NEW", days=90).sentence()
    assert panel.problem.text() == wanted
    await counter.press(KEY.Key_Return)
    assert panel.problem.text() == Refused("return_empty").sentence()


async def test_two_conditions_of_one_item_are_two_lines(sold):
    counter = await sold()
    panel = await without(counter)
    await take(counter, "CUP")
    await counter.press(KEY.Key_Right)
    await take(counter, "CUP", "CUP")
    lines = [(one.count, one.restocked) for one in panel.draft.lines]
    assert lines == [(1, False), (2, True)]
    await counter.press(KEY.Key_Right)
    assert [(one.count, one.restocked) for one in panel.draft.lines] == [(3, False)]
    await counter.press(KEY.Key_Delete)
    assert panel.draft.lines == []


async def test_an_answer_that_was_lost_is_asked_for_again(sold, store, monkeypatch):
    counter = await sold()
    panel = await without(counter)
    await take(counter, "MUG")
    desk, lost = counter.view.context.desk, []
    do = desk.do

    async def losing(service, **given):
        answer = await do(service, **given)
        if service.__name__ == "take_open_return" and not lost:
            lost.append(answer)
            raise Unavailable("perhaps_done")
        return answer

    monkeypatch.setattr(desk, "do", losing)
    await counter.press(KEY.Key_Return)
    panel.reason.show_value("x")
    panel.enter()
    while not isinstance(counter.panel, ApprovalPanel):
        await asyncio.sleep(0.01)
    asked = counter.panel
    asked.login.show_value("cyd")
    asked.password.show_value(PASSWORD)
    asked.enter()
    await counter.view.idle()
    assert asked.problem.text() == Unavailable("perhaps_done").sentence()
    asked.enter()
    await counter.view.idle()
    assert lost[0].credit.code in counter.panel.html
    assert store.sql("SELECT count(*) FROM storedesk.open_returns") == 1


async def test_a_gift_card_that_is_scanned_gets_it(sold, store):
    counter = await sold()
    await without(counter)
    await take(counter, "MUG")
    await give(counter)
    [code] = re.findall(CODE, counter.panel.html)
    await counter.press(KEY.Key_Escape, KEY.Key_Return)
    panel = await without(counter)
    await take(counter, "CUP")
    await counter.scan(code)
    await give(counter)
    assert isinstance(counter.panel, GivenBackPanel), panel.problem.text()
    assert store.sql("SELECT balance_amount::text FROM storedesk.credit_accounts") == "25.00"


@pytest.fixture
def fingers():
    SIZES.choose(percent=100, is_touch=True)
    yield
    SIZES.choose(percent=100, is_touch=False)


@pytest.mark.usefixtures("fingers")
async def test_its_buttons_are_large_enough_for_fingers(sold):
    counter = await sold()
    await counter.press(KEY.Key_F6)
    button = counter.panel.without
    assert button.height() >= FINGER
    await counter.click(button)
    assert isinstance(counter.panel, OpenReturnPanel)
    await counter.scan("MUG")
    assert counter.panel.none.height() >= FINGER
    await counter.click(counter.panel.none)
    controls = counter.panel.lines.controls
    for one in (controls.pieces.minus, controls.pieces.plus):
        assert one.height() >= FINGER
    assert len(counter.panel.draft.lines) == 1
