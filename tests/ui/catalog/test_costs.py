"""Cost and margin on the products page: typed by managers, read by auditors, by nobody else."""

from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.documents.amounts import MINUS, bare
from storedesk.ui.catalog.cost_field import CostField
from storedesk.ui.catalog.view import ProductsView
from tests.ui.contexts import a_context

pytestmark = pytest.mark.usefixtures("invariants")
CTRL = Qt.KeyboardModifier.ControlModifier
COSTS = "SELECT cost_amount, source FROM storedesk.product_costs ORDER BY seq"


async def type_cost(one, words):
    one.fields.cost.input.setFocus()
    one.fields.cost.input.selectAll()
    QTest.keyClick(one.fields.cost.input, Qt.Key.Key_Delete)
    QTest.keyClicks(one.fields.cost.input, words)


async def save(one):
    await one.press_key(Qt.Key.Key_S, CTRL)
    await one.settle()


async def test_the_margin_stands_beside_the_cost_as_it_is_typed(
    counter, add_product, store, tax, us
):
    tax("0.2")
    mug = add_product("Mug", price="12.00")
    one = await counter()
    await one.choose("Mug")
    assert one.fields.cost.text() == one.fields.cost.margin.text() == ""
    await type_cost(one, "4.50")
    assert one.fields.cost.margin.text() == "Margin 62.5%: $7.50 a piece, without tax"
    await type_cost(one, "13.20")
    loss = bare(us.sum(Decimal("-1.20"), "USD"))
    assert one.fields.cost.margin.text() == f"Margin {MINUS}10%: {loss} a piece, without tax"
    await save(one)
    assert store.rows(COSTS) == [(Decimal("13.20"), "typed")]
    await type_cost(one, "")
    assert one.fields.cost.margin.text() == ""
    await save(one)
    assert store.rows(COSTS)[-1] == (None, "typed"), "it is not known any more"
    assert store.sql("SELECT price_amount FROM products WHERE id = %s", mug) == 12


def test_the_margin_of_a_price_with_tax_is_without_it(qtbot, us):
    field = CostField(us, lambda: True)
    qtbot.addWidget(field)
    field.show_cost(Decimal("4.50"))
    field.show_margin(Decimal("12.00"), Decimal("0.2"), "USD")
    assert field.margin.text() == "Margin 55%: $5.50 a piece, without tax"
    field.show_margin(None, Decimal("0.2"), "USD")
    assert field.margin.text() == ""


async def test_a_cost_that_cannot_be_one_is_said_and_stays_typed(counter, add_product, store):
    add_product("Mug")
    one = await counter()
    await one.choose("Mug")
    await type_cost(one, "1.234")
    await save(one)
    assert one.fields.cost.problem.text() == "1.234 has more than two decimals."
    assert one.fields.cost.text() == "1.234"
    assert store.rows(COSTS) == []


async def test_a_new_product_begins_with_its_cost(counter, add_product, store):
    add_product("Mug")
    one = await counter()
    await one.press_key(Qt.Key.Key_N, CTRL)
    await one.settle()
    for field, words in ((one.fields.name, "Cup"), (one.fields.price, "9")):
        field.input.setFocus()
        QTest.keyClicks(field.input, words)
    await type_cost(one, "3.15")
    await save(one)
    assert store.rows(COSTS) == [(Decimal("3.15"), "typed")]


@pytest.mark.parametrize(("login", "facts"), [("eve", ["$1.20", "52%"]), ("ada", []), ("bob", [])])
def test_only_who_may_see_costs_is_shown_them(
    login, facts, qtbot, signed_in, us, act, add_product, store, tax
):
    tax("0")
    mug = add_product("Mug", price="2.50")
    store.sql("SELECT api.set_cost(%s, %s, NULL, 1.20)", uuid4(), mug, login="cyd")
    desk, me = signed_in(login)
    page = ProductsView(a_context(desk, me, us))
    qtbot.addWidget(page)
    act(page, page.show)
    act(page, lambda: page.table.selectRow(0))
    assert page.detail.product.name == "Mug"
    shown = dict(page.detail._all_facts(page.detail.product))
    assert [shown[name] for name in ("Cost", "Margin") if name in shown] == facts
