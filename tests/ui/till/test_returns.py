"""Goods that come back at the till, by keys, at the real page on a real database."""

import asyncio
import random
import re
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.returns.find_receipt import FindReceiptPanel
from storedesk.ui.till.returns.given_back import GivenBackPanel
from storedesk.ui.till.returns.return_panel import ReturnPanel
from tests.conftest import PASSWORD
from tests.ui.till.test_real import real, stock  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
CODE = r"GC[2-9A-Z]{2}(?:-[2-9A-Z]{4}){4}"
NUMBER = "SELECT order_number FROM orders ORDER BY created_at DESC LIMIT 1"
BACK = """
    SELECT p.method, p.amount::text FROM storedesk.order_payments AS p
    WHERE p.kind = 'refund' ORDER BY p.seq
"""


async def sell(counter, *codes, given=""):
    await counter.scan(*codes)
    await counter.pay()
    await counter.enter(given)


async def find(counter, words):
    await counter.press(KEY.Key_F6)
    assert isinstance(counter.panel, FindReceiptPanel), counter.view.problem.text()
    await counter.enter(words)


async def give_back(counter, reason="Too small"):
    """Go on to the money, say why, and give it back."""
    await counter.press(KEY.Key_Return)
    assert counter.panel.is_about_money
    await counter.enter(reason)


@pytest.fixture
def sold(real, goods, store):  # noqa: F811
    """Bob's till, at which two mugs of $20.00 and a cup of $5.00 were sold for cash."""

    async def sold():
        goods("MUG", price="20.00")
        goods("CUP", price="5.00")
        counter = await real()
        await sell(counter, "MUG", "MUG", "CUP")
        return counter, store.sql(NUMBER)

    return sold


@pytest.mark.parametrize("pause", [True, False])
async def test_a_number_is_that_of_the_receipt_before_that_of_an_article(real, goods, store, pause):  # noqa: F811
    goods("MUG", price="20.00")
    goods("50000001", price="5.00", name="Jug")
    counter = await real()
    await sell(counter, "MUG")
    first = store.sql(NUMBER)
    await sell(counter, "50000001")
    await counter.press(KEY.Key_F6)
    await counter.type("000001", counter.panel.field)
    if pause:  # the list has both
        counter.panel.finder.want("000001", now=True)
        await counter.panel.jobs.idle()
        assert [line.number[-6:] for line in counter.panel.list.rows.records] == [
            "000001",
            "000002",
        ]
    await counter.press(KEY.Key_Return)
    await counter.view.idle()
    assert counter.panel.title.text() == f"Return of {first}"


async def test_by_keys_from_the_receipt_to_the_cash_that_is_handed_over(sold, store):
    store.sql("UPDATE storedesk.limits SET value = 50 WHERE kind = 'refund_damaged_day_amount'")
    counter, number = await sold()
    await find(counter, number.rpartition("-")[2])
    panel = counter.panel
    assert isinstance(panel, ReturnPanel)
    assert panel.title.text() == f"Return of {number}"
    assert panel.go.text() == "Continue", "no amount until lines are chosen"
    await counter.press(KEY.Key_Space)
    await counter.press(KEY.Key_Plus)
    await counter.press(KEY.Key_Minus)
    await counter.press(KEY.Key_Down, KEY.Key_Space, KEY.Key_Right)
    assert [(one.count, one.restocked) for one in panel.draft.lines] == [(1, True), (1, False)]
    assert panel.go.text() == "Continue · $25.00"
    await give_back(counter)
    done = counter.panel
    assert isinstance(done, GivenBackPanel)
    assert done.cash.amount.text() == "$25.00"
    assert done.slip.isHidden()
    assert store.rows(BACK) == [("cash", "25.00")]
    rows = "SELECT quantity, restocked, refund_amount::text FROM storedesk.order_return_lines"
    assert sorted(store.rows(rows)) == [(1, False, "5.00"), (1, True, "20.00")]
    assert store.sql("SELECT reason FROM storedesk.order_returns") == "Too small"
    await counter.press(KEY.Key_Return)
    assert counter.panel is None


async def test_the_sale_on_the_counter_stays_and_the_next_scan_goes_to_it(sold):
    counter, number = await sold()
    await counter.scan("CUP")
    assert counter.lines == [("Cup", 1)]
    await find(counter, number)
    await counter.scan("MUG", "mug")
    assert counter.panel.draft.lines[0].count == 2
    await give_back(counter)
    assert counter.lines == [("Cup", 1)]
    await counter.scan("MUG")
    assert counter.panel is None
    assert counter.lines == [("Cup", 1), ("Mug", 1)]


async def test_words_find_the_sale_and_article_codes_too(sold):
    counter, number = await sold()
    await counter.press(KEY.Key_F6)
    await counter.scan("CUP")
    assert isinstance(counter.panel, FindReceiptPanel)
    assert [one.number for one in counter.panel.list.rows.records] == [number]
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, ReturnPanel)


async def test_what_is_typed_ticks_a_line_and_a_number_sets_its_pieces(sold):
    counter, number = await sold()
    await find(counter, number)
    panel = counter.panel
    await counter.enter("cup")
    assert [one.count for one in panel.draft.lines] == [0, 1]
    await counter.press(KEY.Key_Up)
    await counter.enter("*2")
    assert [one.count for one in panel.draft.lines] == [2, 1]
    await counter.press(KEY.Key_Delete)
    assert [one.count for one in panel.draft.lines] == [0, 1]
    await counter.enter("*3")
    assert panel.problem.text() == Refused("return_too_many", name="Mug", left=2).sentence()
    assert panel.entry.text() == "*3", "what was typed stays"


async def test_refusals_are_said_where_they_happen(sold):
    counter, number = await sold()
    await find(counter, "nothing like it")
    await counter.press(KEY.Key_Return)
    text = Refused("receipt_unknown", typed="nothing like it").sentence()
    assert counter.panel.problem.text() == text
    counter.panel.field.clear()
    await counter.enter(number)
    panel = counter.panel
    await counter.press(KEY.Key_Return)
    assert panel.problem.text() == Refused("return_empty").sentence()
    await counter.scan("NOPE")
    assert panel.problem.text() == Refused("not_on_receipt", code="NOPE").sentence()
    await counter.scan("CUP", "CUP")
    assert panel.problem.text() == Refused("return_too_many", name="Cup", left=1).sentence()
    await counter.press(KEY.Key_Return, KEY.Key_Return)
    assert panel.reason.problem.text(), "a return has a reason"
    await counter.press(KEY.Key_Escape)
    assert not panel.is_about_money
    assert panel.draft.pieces == 1
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None


async def test_a_receipt_of_which_all_came_back_says_so(sold):
    counter, number = await sold()
    await find(counter, number)
    await counter.scan("MUG", "MUG", "CUP")
    await give_back(counter)
    await counter.press(KEY.Key_Return)
    await find(counter, number)
    assert counter.panel.problem.text() == Refused("returned_whole", number=number).sentence()


async def test_without_a_shift_nothing_is_given_back(sold):
    counter, _ = await sold()
    counter.view.shifts.show(None)
    await counter.press(KEY.Key_F6)
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("shift_not_open").sentence()


async def test_a_new_gift_card_gets_it_and_no_scan_closes_its_slip(sold, store):
    counter, number = await sold()
    await find(counter, number)
    await counter.scan("MUG")
    await counter.press(KEY.Key_Return)
    panel = counter.panel
    await counter.type("Wrong color", panel.reason.input)
    await counter.press(KEY.Key_Down)
    assert panel.choice.is_credit
    await counter.press(KEY.Key_Return)
    slip = counter.panel
    assert isinstance(slip, PrintPanel)
    [code] = re.findall(CODE, slip.html)
    await counter.scan("CUP")
    assert counter.panel is slip
    assert counter.lines == [("Cup", 1)]
    await counter.press(KEY.Key_Escape)
    assert isinstance(counter.panel, GivenBackPanel)
    assert counter.panel.cash.isHidden()
    assert store.rows(BACK) == [("store_credit", "20.00")]
    await counter.press(KEY.Key_Return)
    await find(counter, number)
    await counter.scan("CUP", code)
    await give_back(counter, "Not needed")
    assert isinstance(counter.panel, GivenBackPanel), counter.panel.problem.text()
    assert store.sql("SELECT balance_amount::text FROM storedesk.credit_accounts") == "25.00"


async def test_an_answer_that_was_lost_is_asked_for_again(sold, store, monkeypatch):
    counter, number = await sold()
    await find(counter, number)
    await counter.scan("MUG")
    await counter.press(KEY.Key_Return)
    panel, desk, lost = counter.panel, counter.view.context.desk, []
    do = desk.do

    async def losing(service, **given):
        answer = await do(service, **given)
        if service.__name__ == "return_order" and not lost:
            lost.append(answer)
            raise Unavailable("perhaps_done")
        return answer

    monkeypatch.setattr(desk, "do", losing)
    await counter.enter("Too small")
    assert panel.problem.text() == Unavailable("perhaps_done").sentence()
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, GivenBackPanel)
    assert store.rows(BACK) == [("cash", "20.00")]


async def test_beyond_the_limit_a_manager_approves_it_in_the_column(sold, store):
    store.sql("UPDATE storedesk.limits SET value = 10 WHERE kind = 'refund_amount'")
    counter, number = await sold()
    await find(counter, number)
    await counter.scan("MUG")
    await counter.press(KEY.Key_Return)
    assert "manager" in counter.panel.problem.text(), "it is said before it is done"
    counter.panel.reason.show_value("Too small")
    counter.panel.enter()
    while not isinstance(counter.panel, ApprovalPanel):
        await asyncio.sleep(0.01)
    asked = counter.panel
    asked.login.show_value("cyd")
    asked.password.show_value(PASSWORD)
    asked.enter()
    await counter.view.idle()
    assert isinstance(counter.panel, GivenBackPanel)
    assert store.rows(BACK) == [("cash", "20.00")]


async def test_two_tills_take_back_the_same_line_and_the_second_is_told(sold, store, till_of):
    counter, number = await sold()
    await find(counter, number)
    await counter.scan("MUG", "MUG", "CUP")
    panel, order = counter.panel, counter.panel.draft.order
    other = till_of("T2", "cyd")
    other.open()
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE register_id = %s",
                      other.register)  # fmt: skip
    line = {"line": str(order.lines[0].id), "quantity": 2, "restocked": True}
    other.call("return_order", uuid4(), order.id, order.version, [line], "first", shift)
    await give_back(counter)
    assert counter.panel is panel
    assert not panel.is_about_money, "one sees what is left"
    assert [one.count for one in panel.draft.lines] == [0, 1]
    assert panel.problem.text()
    await give_back(counter, "")
    assert isinstance(counter.panel, GivenBackPanel)
    assert counter.panel.cash.amount.text() == "$5.00"


@pytest.mark.parametrize("seed", range(3))
async def test_parts_in_any_order_are_what_was_said_and_add_up_to_the_whole(
    real, goods, store, seed  # noqa: F811
):  # fmt: skip
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    store.sql("UPDATE storedesk.limits SET value = 100000 WHERE kind LIKE 'refund%'")
    chance = random.Random(seed)
    for at in range(3):
        goods(f"G{at}", price=str(Decimal(chance.randrange(101, 999)) / 100))
    counter = await real()
    await sell(counter, *(f"G{at}" for at in range(3) for _ in range(chance.randrange(1, 4))))
    number, paid = store.sql(NUMBER), store.sql("SELECT total_amount FROM orders")
    given = Decimal(0)
    left = store.sql("SELECT sum(quantity) FROM order_line_items")
    while left:
        await find(counter, number)
        panel = counter.panel
        for _ in range(chance.randrange(1, left + 1)):
            free = [one for one in panel.draft.lines if one.count < one.sold.returnable]
            panel._change(partial(panel.draft.add, [chance.choice(free)]))
        left -= panel.draft.pieces
        await counter.view.idle()
        said = Decimal(panel.go.text().rpartition("$")[2])
        await give_back(counter)
        done = counter.panel
        assert isinstance(done, GivenBackPanel), done.problem.text()
        assert Decimal(done.cash.amount.text().removeprefix("$")) == said
        given += said
        await counter.press(KEY.Key_Return)
    assert store.sql("SELECT sum(refund_amount) FROM storedesk.order_returns") == paid
    rounded = "SELECT sum(amount + rounding_amount) FROM storedesk.order_payments WHERE kind = %s"
    assert store.sql(rounded, "payment") == store.sql(rounded, "refund") == given
