"""A code that nothing has: managers say there and then which product it is."""

import pytest
from PySide6.QtCore import Qt

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import Group, Me
from storedesk.ui.till.new_code import NewCodePanel
from tests.bounds import BOUNDS
from tests.steps import STEPS
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import MAYA, till_context

KEY = Qt.Key
CODE = "9506000134376"


@pytest.fixture
def boss(qtbot):
    """A manager's till."""
    groups = frozenset({Group.CASHIER, Group.MANAGER})
    me = Me(MAYA.id, "maya", "Maya Okafor", groups, frozenset(), bounds=BOUNDS, **STEPS)
    return Counter(qtbot, context=till_context(me=me))


async def search(boss, words):
    await boss.type(words, boss.panel.field)
    boss.panel.finder.want(words, now=True)
    await boss.panel.jobs.idle()


async def test_a_manager_gives_a_code_to_a_product_and_it_is_added(boss):
    await boss.come()
    boss.view.entry.setText("3*")
    await boss.scan(f"]C101{CODE.zfill(14)}10A7")
    assert isinstance(boss.panel, NewCodePanel)
    await search(boss, "enamel mug")
    await boss.press(KEY.Key_Return)
    assert boss.panel is None
    assert boss.lines == [("Enamel mug", 3)]
    await boss.scan(CODE)
    assert boss.lines == [("Enamel mug", 4)]


async def test_a_code_that_another_till_gave_meanwhile_is_refused_in_the_panel(boss):
    await boss.come()
    await boss.scan(CODE)
    refusal = Refused("code_taken", code=CODE, name="Brush")
    boss.shop.fails["give_code"] = [refusal]
    await search(boss, "enamel mug")
    await boss.press(KEY.Key_Return)
    assert boss.panel.problem.text() == refusal.sentence()
    assert boss.panel.field.text() == "enamel mug"
    assert boss.lines == []


async def test_the_next_scan_ends_it_and_another_unknown_code_takes_its_place(boss):
    await boss.come()
    await boss.scan(CODE)
    await boss.scan("MUG-SAGE")
    assert boss.panel is None
    assert boss.lines == [("Enamel mug", 1)]
    await boss.scan(CODE)
    await boss.scan("9506000134352")
    await search(boss, "enamel mug")
    await boss.press(KEY.Key_Return)
    assert "9506000134352" in boss.shop.goods
    assert CODE not in boss.shop.goods


async def test_of_two_unknown_codes_scanned_at_once_neither_is_lost_from_sight(boss):
    await boss.come()
    await boss.scan(CODE, "9506000134352")
    assert boss.panel.field.hasFocus()
    assert "9506000134352" in boss.panel.problem.text()


async def test_nothing_is_given_while_nothing_is_chosen(boss):
    await boss.come()
    await boss.scan(CODE)
    await boss.press(KEY.Key_Return)
    assert boss.panel.problem.text() == "Type a few letters of the product's name."
    assert boss.panel.field.hasFocus()
    await search(boss, "no such thing")
    assert boss.panel.none.isVisible()
    await boss.press(KEY.Key_Return)
    assert "give_code" not in boss.shop.asked
    await boss.press(KEY.Key_Escape)
    assert boss.panel is None


@pytest.mark.parametrize("code", ["9506000134377", "950600013437"])
async def test_a_code_that_was_probably_misread_is_given_to_nothing(boss, code):
    await boss.come()
    await boss.scan(code)
    assert boss.panel is None
    assert code in boss.view.problem.text()


async def test_a_cashier_is_told_that_nothing_has_it(counter):
    await counter.come()
    await counter.scan(CODE)
    assert counter.panel is None
    assert CODE in counter.view.problem.text()
