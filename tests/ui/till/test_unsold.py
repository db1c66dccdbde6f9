"""What is scanned and not on sale: told to each as they can act on it."""

import pytest
from PySide6.QtCore import Qt

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import Group, Me
from storedesk.ui.till.price_check import PricePanel
from storedesk.ui.till.unsold import UnsoldPanel
from tests.bounds import BOUNDS
from tests.steps import STEPS
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import MAYA, till_context

KEY = Qt.Key
TO_STAFF = {
    "draft": "Enamel mug is not on sale yet. Ask a manager.",
    "inactive": "Enamel mug is not sold any more. Ask a manager.",
    "hidden": "Enamel mug is not sold: its category is hidden. Ask a manager.",
    "deleted": "Enamel mug was deleted. Ask a manager.",
}
TO_MANAGERS = {
    "hidden": "Enamel mug is not sold: its category is hidden. Show the category on the"
    " Products page.",
    "deleted": "Enamel mug was deleted. Restore it on the Products page.",
}


def unsold(counter, status):
    mug = counter.shop.goods["MUG-SAGE"]
    mug.is_sellable, mug.status = False, status


@pytest.fixture
def boss(qtbot):
    """A manager's till."""
    groups = frozenset({Group.CASHIER, Group.MANAGER})
    me = Me(MAYA.id, "maya", "Maya Okafor", groups, frozenset(), bounds=BOUNDS, **STEPS)
    return Counter(qtbot, context=till_context(me=me))


@pytest.mark.parametrize("status", TO_STAFF)
async def test_a_cashier_is_told_why_and_whom_to_ask(counter, status):
    await counter.come()
    unsold(counter, status)
    await counter.scan("MUG-SAGE")
    assert counter.view.problem.text().endswith(TO_STAFF[status])
    assert counter.panel is None
    assert counter.lines == []


@pytest.mark.parametrize("status", TO_STAFF)
async def test_the_price_check_says_the_same(counter, status):
    await counter.come()
    unsold(counter, status)
    await counter.press(KEY.Key_F8)
    await counter.scan("MUG-SAGE")
    assert counter.panel.problem.text() == TO_STAFF[status]
    assert counter.panel.price.text() == ""


@pytest.mark.parametrize("status", ["draft", "inactive"])
async def test_a_manager_puts_it_on_sale_with_enter_and_it_is_added(boss, status):
    await boss.come()
    unsold(boss, status)
    await boss.enter("3*MUG-SAGE")
    assert isinstance(boss.panel, UnsoldPanel)
    assert boss.panel.title.text() == (
        "Not on sale yet" if status == "draft" else "Not sold any more"
    )
    await boss.press(KEY.Key_Return)
    assert boss.panel is None
    assert boss.lines == [("Enamel mug", 3)]
    assert boss.view.entry.text() == ""
    assert boss.view.entry.hasFocus()


async def test_a_manager_who_thinks_better_of_it_leaves_it_as_it_is(boss):
    await boss.come()
    unsold(boss, "draft")
    await boss.scan("MUG-SAGE")
    await boss.press(KEY.Key_Escape)
    assert boss.panel is None
    assert boss.lines == []
    assert "put_on_sale" not in boss.shop.asked


async def test_what_stands_in_the_way_of_a_sale_is_said_in_the_panel(boss):
    await boss.come()
    unsold(boss, "draft")
    await boss.scan("MUG-SAGE")
    refusal = Refused("category_not_shown", name="Enamel mug")
    boss.shop.fails["put_on_sale"] = [refusal]
    await boss.press(KEY.Key_Return)
    assert boss.panel.problem.text() == refusal.sentence()
    await boss.press(KEY.Key_Return)
    assert boss.lines == [("Enamel mug", 1)]


@pytest.mark.parametrize("status", TO_MANAGERS)
async def test_a_manager_is_told_where_the_rest_is_put_right(boss, status):
    await boss.come()
    unsold(boss, status)
    await boss.scan("MUG-SAGE")
    assert boss.panel is None
    assert boss.view.problem.text().endswith(TO_MANAGERS[status])


async def test_a_scan_meanwhile_is_sold_and_one_that_is_refused_is_said(boss):
    await boss.come()
    unsold(boss, "draft")
    await boss.scan("MUG-SAGE", "PEGS", "NOPE")
    assert boss.lines == [("Clothes pegs", 1)]
    assert isinstance(boss.panel, UnsoldPanel)
    assert "NOPE" in boss.panel.problem.text()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("draft", "Enamel mug is a draft. Press Enter again to put it on sale."),
        ("inactive", "Enamel mug is not sold any more. Press Enter again to put it on sale."),
    ],
)
async def test_in_the_price_check_another_enter_puts_it_on_sale(boss, status, words):
    await boss.come()
    unsold(boss, status)
    await boss.press(KEY.Key_F8)
    await boss.scan("MUG-SAGE")
    assert isinstance(boss.panel, PricePanel)
    assert boss.panel.problem.text() == words
    await boss.press(KEY.Key_Return)
    assert boss.panel.price.text() == "$5.50"
    assert boss.panel.problem.text() == ""


async def test_in_the_price_check_enter_over_other_words_only_looks(boss):
    await boss.come()
    unsold(boss, "draft")
    await boss.press(KEY.Key_F8)
    await boss.scan("MUG-SAGE")
    await boss.enter("PEGS", widget=boss.panel.field)
    assert boss.panel.price.text() == "$2.30"
    assert "put_on_sale" not in boss.shop.asked
