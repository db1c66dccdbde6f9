"""A shift that is others': the till says so, and one field lets somebody in."""

import pytest
from PySide6.QtCore import Qt

from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.staff import Group, Me
from storedesk.ui.approval import KnownApprover
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.shifts.close_shift import CloseShiftPanel
from storedesk.ui.till.shifts.joining import JoinPanel
from tests.bounds import BOUNDS
from tests.steps import STEPS
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import ANA, MAYA, ShiftPerson, till_context, uuid4

KEY = Qt.Key
BEN = ShiftPerson(uuid4(), "Ben Ito", "ben")


@pytest.fixture
def outside(counter):
    """Maya at a till whose shift is Ana's and Ben's."""
    counter.shop.shift_of(ANA, BEN)
    return counter


def manager(qtbot, **more):
    groups = frozenset({Group.CASHIER, Group.MANAGER})
    me = Me(MAYA.id, "maya", "Maya Okafor", groups, frozenset(), bounds=BOUNDS, **STEPS)
    made = Counter(qtbot, context=till_context(me=me), **more)
    made.shop.shift_of(ANA)
    return made


async def test_the_till_says_whose_shift_it_is(outside):
    told = []
    outside.view.shift_changed.connect(told.append)
    await outside.come()

    assert outside.view.empty.title.text() == "This shift is not yours"
    assert "In this shift: Ana Lima, Ben Ito." in outside.view.empty.hint.text()
    assert outside.view.open_shift.text() == "Join the shift"
    assert told[-1].names == "Ana Lima, Ben Ito"


async def test_ringing_up_goes_on_and_paying_asks_to_join_first(outside):
    await outside.come()
    await outside.scan("PEGS", "SOAP-OAT")
    await outside.pay()

    assert isinstance(outside.panel, JoinPanel)
    assert outside.panel.form.who.input.currentText() == "Ana Lima"
    assert outside.panel.form.password.input.hasFocus()
    assert "quote" not in outside.shop.asked

    await outside.enter("right")

    assert outside.shop.shift.has(MAYA.id)
    assert isinstance(outside.panel, PayPanel)
    await outside.press(KEY.Key_Return)
    assert len(outside.shop.orders) == 1
    assert outside.panel is None


async def test_a_wrong_password_is_said_and_the_right_one_goes_on(outside):
    await outside.come()
    await outside.scan("PEGS")
    await outside.pay()

    await outside.enter("wrong")

    field = outside.panel.form.password.input
    assert outside.panel.problem.text() == NotAllowed("wrong_password").sentence()
    assert field.hasFocus()
    assert field.selectedText() == field.text()
    assert not outside.shop.shift.has(MAYA.id)
    await outside.enter("right")
    assert isinstance(outside.panel, PayPanel)


async def test_up_and_down_choose_who_lets_one_in_and_a_login_may_be_typed(outside):
    await outside.come()
    await outside.press(KEY.Key_F7)
    who = outside.panel.form.who
    assert who.value() == "ana"
    await outside.press(KEY.Key_Down, KEY.Key_Down)
    assert who.value() == "ben"
    await outside.press(KEY.Key_Up)
    assert who.value() == "ana"

    await outside.press(KEY.Key_Backtab)
    assert who.input.hasFocus()
    await outside.type("boss", who.input)
    await outside.press(KEY.Key_Tab)
    assert who.value() == "boss"
    await outside.enter("right")
    assert outside.shop.shift.has(MAYA.id)
    assert outside.panel is None
    assert outside.view.entry.hasFocus()


async def test_somebody_who_is_not_of_the_shift_cannot_let_one_in(outside):
    await outside.come()
    await outside.press(KEY.Key_F7)
    outside.panel.form.who.show_value("zoe")
    await outside.enter("right")
    assert outside.panel.problem.text() == NotAllowed("not_of_shift").sentence()
    assert outside.panel.form.who.input.hasFocus()


@pytest.mark.parametrize("empty", ["who", "password"])
async def test_what_is_missing_is_marked_and_gets_the_keyboard(outside, empty):
    await outside.come()
    await outside.press(KEY.Key_F7)
    form = outside.panel.form
    if empty == "who":
        form.who.show_value("")
        form.password.show_value("right")
    await outside.press(KEY.Key_Return)
    field = getattr(form, empty)
    assert field.problem.text() == "This is needed."
    assert field.input.hasFocus()
    assert "approve" not in outside.shop.asked


async def test_esc_leaves_the_sale_as_it_was(outside):
    await outside.come()
    await outside.scan("PEGS")
    await outside.pay()
    await outside.press(KEY.Key_Escape)
    assert outside.panel is None
    assert outside.lines == [("Clothes pegs", 1)]
    assert outside.view.entry.hasFocus()


async def test_a_scan_meanwhile_goes_to_the_sale_and_what_is_typed_stays(outside):
    await outside.come()
    await outside.scan("PEGS")
    await outside.pay()
    await outside.type("rig", outside.panel.form.password.input)
    await outside.scan("SOAP-OAT")
    assert outside.lines == [("Clothes pegs", 1), ("Oat soap", 1)]
    assert outside.panel.form.password.text() == "rig"
    await outside.enter("ht", widget=outside.panel.form.password.input)
    assert isinstance(outside.panel, PayPanel)


async def test_a_tender_that_was_entered_is_taken_once_the_shift_is_ones_own(counter):
    await counter.come()
    await counter.scan("PEGS")
    await counter.pay()
    counter.shop.shift_of(ANA)
    detail = {"shift_id": str(counter.shop.shift.id), "requested_by": str(MAYA.id)}
    refusal = NotAllowed("shift_of_others", action="join_shift", detail=detail, people="Ana Lima")
    counter.shop.fails["pay"] = [refusal]
    await counter.enter("20")
    assert isinstance(counter.panel, JoinPanel)

    await counter.enter("right")

    [order] = counter.shop.orders.values()
    assert order.payments[0].tendered.amount == 20
    assert counter.panel is None


async def test_a_shift_that_became_others_while_nobody_looked_is_asked_for(counter):
    await counter.come()
    await counter.scan("PEGS")
    counter.shop.shift_of(ANA)
    await counter.pay()
    assert isinstance(counter.panel, JoinPanel)
    await counter.enter("right")
    assert isinstance(counter.panel, PayPanel)


async def test_a_manager_joins_with_enter_alone(qtbot):
    boss = await manager(qtbot).come()
    await boss.scan("PEGS")
    await boss.pay()
    assert not boss.panel.form.password.isVisible()
    await boss.press(KEY.Key_Return)
    assert boss.shop.shift.has(MAYA.id)
    assert "approve" not in boss.shop.asked
    assert isinstance(boss.panel, PayPanel)


async def test_a_manager_closes_what_is_others_without_joining_it(qtbot):
    boss = await manager(qtbot).come()
    await boss.press(KEY.Key_F7)
    assert boss.panel.close_shift.isVisible()
    await boss.press(KEY.Key_F7)
    assert isinstance(boss.panel, CloseShiftPanel)


async def test_a_cashier_closes_only_what_is_theirs(outside):
    await outside.come()
    await outside.press(KEY.Key_F7)
    assert isinstance(outside.panel, JoinPanel)
    assert not outside.panel.close_shift.isVisible()
    await outside.press(KEY.Key_F7)
    assert isinstance(outside.panel, JoinPanel)


async def test_who_opened_a_shift_comes_back_with_enter_alone(counter):
    counter.shop.shift_of(MAYA)
    counter.shop.leave(MAYA)
    await counter.come()
    assert counter.view.empty.title.text() == "You have left this shift"
    await counter.press(KEY.Key_F7)
    assert not counter.panel.form.password.isVisible()
    await counter.press(KEY.Key_Return)
    assert counter.shop.shift.has(MAYA.id)


async def test_a_demos_manager_is_there_to_be_chosen(qtbot):
    counter = Counter(qtbot, known=[KnownApprover("Rosa Diaz", "boss", "right")])
    counter.shop.shift_of(ANA)
    await counter.come()
    await counter.press(KEY.Key_F7, KEY.Key_Down)
    assert counter.panel.form.who.input.currentText() == "Rosa Diaz"
    await counter.press(KEY.Key_Return)
    assert counter.shop.shift.has(MAYA.id)


async def test_the_tab_key_stays_among_the_fields(outside):
    await outside.come()
    await outside.press(KEY.Key_F7)
    form = outside.panel.form
    for field in (form.who, form.password, form.who):
        await outside.press(KEY.Key_Tab)
        assert field.input.hasFocus()
