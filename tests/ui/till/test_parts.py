"""A sale that is paid by several tenders, at the real page on a real database, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from storedesk.domain.refusals.errors import Unavailable
from storedesk.domain.till import Method
from storedesk.ui.till.checkout.pay_panel import PayPanel
from tests.ui.till.test_real import real  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
PAID = "SELECT p.method, p.amount::text FROM storedesk.order_payments p ORDER BY p.amount"
KEPT = "SELECT t.method, t.amount::text FROM storedesk.till_tenders t ORDER BY t.created_at"


@pytest.fixture
def paying(real, goods):  # noqa: F811
    """Bob's till with a mug of $23.97 on it, and its pay panel."""

    async def paying(price="23.97"):
        goods("MUG", price=price)
        counter = await real()
        await counter.scan("MUG")
        await counter.pay()
        return counter

    return paying


async def enter(counter, text):
    await counter.enter(text, widget=counter.panel.amount.field)
    await counter.view.idle()


async def test_two_tenders_typed_in_a_row_pay_the_sale(paying, store):
    counter = await paying("25.00")
    await counter.type("15c 10d", counter.panel.amount.field)
    assert counter.panel.pay.text() == "Take 15c + 10d"
    await counter.press(KEY.Key_Return, widget=counter.panel.amount.field)
    await counter.view.idle()
    assert store.rows(PAID) == [("credit_card", "10.00"), ("cash", "15.00")]
    done = counter.view.side.done
    assert done.before.text() == "Cash · $15.00"
    assert done.how.text() == "Card · $10.00"
    assert counter.panel is None


async def test_three_tenders_and_the_last_is_cash_with_change(paying, store):
    counter = await paying()
    await enter(counter, "5d 8d 20c")
    assert store.rows(PAID) == [
        ("credit_card", "5.00"), ("credit_card", "8.00"), ("cash", "10.97"),
    ]  # fmt: skip
    assert counter.view.side.done.change.amount.text() == "$9.03"


async def test_a_part_is_shown_and_the_rest_waits_for_its_way(paying, store):
    counter = await paying()
    await enter(counter, "15c")
    panel = counter.panel
    assert store.rows(KEPT) == [("cash", "15.00")]
    assert (panel.title.text(), panel.sum.text()) == ("Still to pay", "$8.97")
    assert counter.sale.taken is None or str(counter.sale.taken.amount) == "15.00"
    await enter(counter, "d")
    assert store.rows(PAID) == [("credit_card", "8.97"), ("cash", "15.00")]


async def test_the_rest_is_meant_where_the_last_letter_stands_alone(paying, store):
    counter = await paying()
    await enter(counter, "15c d")
    assert store.rows(PAID) == [("credit_card", "8.97"), ("cash", "15.00")]


async def test_a_minus_gives_the_last_part_back_and_says_what_to_do(paying, store):
    counter = await paying()
    await enter(counter, "15c")
    await counter.type("-", counter.panel.amount.field)
    await counter.view.idle()
    assert store.rows(KEPT) == []
    assert counter.panel.problem.text() == "Hand $15.00 back."
    assert counter.panel.sum.text() == "$23.97"


async def test_its_button_gives_a_part_back_as_well(paying, store):
    counter = await paying()
    await enter(counter, "15c")
    buttons = counter.panel.taken_parts.findChildren(QAbstractButton)
    [back] = [one for one in buttons if one.accessibleName() == "Give back: Cash"]
    counter.clock.pass_()
    back.click()
    await counter.view.idle()
    assert store.rows(KEPT) == []


async def test_what_was_taken_is_there_again_after_going_back(paying):
    counter = await paying()
    await enter(counter, "15c")
    await counter.press(KEY.Key_Escape, widget=counter.panel.amount.field)
    assert counter.panel is None
    assert str(counter.sale.taken.amount) == "15.00"
    await counter.pay()
    assert counter.panel.sum.text() == "$8.97"
    await enter(counter, "10c")
    assert counter.view.side.done.change.amount.text() == "$1.03"


async def test_an_unfinished_sale_with_money_in_it_is_not_emptied(paying):
    counter = await paying()
    await enter(counter, "15c")
    await counter.press(KEY.Key_Escape, widget=counter.panel.amount.field)
    await counter.press(KEY.Key_Delete)
    assert "15.00 USD were taken for this sale already" in counter.view.problem.text()
    assert counter.lines == [("Mug", 1)]


async def test_more_parts_than_there_is_to_pay_are_refused_and_stay(paying, store):
    counter = await paying()
    await enter(counter, "30c 10d")
    assert "nothing is left" in counter.panel.problem.text()
    assert counter.panel.amount.field.text() == "30.00 10d"
    assert store.rows(KEPT) == []


async def test_a_gift_card_may_come_last(paying):
    counter = await paying()
    await enter(counter, "15c g")
    assert counter.panel.method is Method.CREDIT
    assert counter.panel.focusWidget() is counter.panel.code.field


async def test_a_lost_answer_is_not_taken_twice(paying, store, monkeypatch):
    counter = await paying()
    desk, do = counter.view.context.desk, counter.view.context.desk.do

    async def losing(service, **given):
        answer = await do(service, **given)
        if service.__name__ == "take_tender":
            raise Unavailable("perhaps_done")
        return answer

    monkeypatch.setattr(desk, "do", losing)
    await enter(counter, "15c")
    assert counter.panel is None
    assert "not known whether this part was kept" in counter.view.problem.text()
    monkeypatch.setattr(desk, "do", do)
    await counter.pay()
    assert isinstance(counter.panel, PayPanel)
    assert counter.panel.sum.text() == "$8.97"
    await enter(counter, "d")
    assert store.rows(PAID) == [("credit_card", "8.97"), ("cash", "15.00")]
