"""What received pieces cost, as managers type it; clerks are not asked."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from storedesk.ui.inventory.labels import StockCommand
from storedesk.ui.inventory.view import InventoryView
from tests.ui.contexts import a_context

COSTS = "SELECT cost_amount, source FROM storedesk.product_costs ORDER BY seq"


@pytest.fixture
def receiving(qtbot, signed_in, us, act, add_product):
    """The page with a product chosen that is to be received."""

    def receiving(login, *others):
        for name in ("Mug", *others):
            add_product(name, on_hand=5)
        desk, me = signed_in(login)
        page = InventoryView(a_context(desk, me, us))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        act(page, lambda: page.table.selectRow(0))
        act(page, lambda: page.stock_form.begin(StockCommand.RECEIVE, 4))
        return page

    return receiving


def test_a_manager_receives_with_a_cost_or_without(receiving, act, qtbot, store):
    page = receiving("cyd")
    form = page.stock_form
    assert form.cost.isVisible()
    form.cost.input.setText("-1")
    act(page, lambda: qtbot.keyClick(form.cost.input, Qt.Key.Key_Return))
    assert form.cost.problem.text() == "Type an amount in digits, with nothing else."
    assert (form.cost.text(), form.number.text()) == ("-1", "4")
    form.cost.input.setText("1.75")
    act(page, lambda: qtbot.keyClick(form.cost.input, Qt.Key.Key_Return))
    assert store.rows(COSTS) == [(Decimal("1.75"), "received")]
    act(page, lambda: form.begin(StockCommand.RECEIVE, 1))
    assert form.cost.text() == ""
    act(page, lambda: qtbot.keyClick(form.number.input, Qt.Key.Key_Return))
    assert store.sql("SELECT stock_level FROM inventory") == 10
    assert len(store.rows(COSTS)) == 1
    act(page, lambda: form.begin(StockCommand.SET))
    assert not form.cost.isVisible()


def test_a_clerk_is_not_asked_what_goods_cost(receiving, act, qtbot, store):
    page = receiving("ada")
    assert not page.stock_form.cost.isVisible()
    act(page, lambda: qtbot.keyClick(page.stock_form.number.input, Qt.Key.Key_Return))
    assert store.sql("SELECT stock_level FROM inventory") == 9
    assert store.rows(COSTS) == []
