"""Prices that are typed at the till, by keys, on a real database."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.entry import Discount, Item, SetQuantity, TypedPrice, parse
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.discounts.discount_panel import DiscountPanel, DiscountPart
from tests.conftest import PASSWORD
from tests.ui.till.test_discounts import prices
from tests.ui.till.test_real import appeared, real  # noqa: F401 - a fixture

KEY = Qt.Key


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/=12.50", TypedPrice(Decimal("12.50"))),
        (" / = 12,5 ", TypedPrice(Decimal("12.5"))),
        ("/=0", TypedPrice(Decimal(0))),
        ("*5", SetQuantity(5)),
        ("/=", Item("/=")),
        ("/=A", Item("/=A")),
        ("/2.50", Discount(Decimal("2.50"), is_percent=False)),
    ],
)
def test_the_grammar(text, meant):
    assert parse(text, most=999, has_discounts=True) == meant


def test_an_order_has_no_price_to_type():
    assert parse("/=12.50", most=999) == Item("/=12.50")


@pytest.mark.parametrize(
    ("text", "code"),
    [("/=4006381333931", "amount_is_code"), ("/=1.2.3", "amount_not_understood")],
)
def test_what_is_no_price(text, code):
    with pytest.raises(Refused) as refusal:
        parse(text, most=999, has_discounts=True)
    assert refusal.value.code == code


async def test_a_line_gets_it_with_a_reason_and_undo_takes_it_back(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG", "MUG")
    await counter.enter("/=9,50")
    panel = counter.panel
    assert isinstance(panel, DiscountPanel)
    assert panel.part.current() is DiscountPart.PRICE
    assert "$10.00" in panel.what.text()
    assert panel.percents[0].isHidden()
    assert panel.reason.hasFocus()
    await counter.press(KEY.Key_Return)
    assert panel.problem.text() == Refused("reason_missing").sentence()
    await counter.enter("2")
    assert counter.panel is None
    assert prices(counter) == [("9.50", 2)]
    assert counter.view.entry.text() == ""
    assert counter.view.entry.hasFocus()
    counter.clock.pass_()
    QTest.keyClick(counter.view.entry, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await counter.view.idle()
    assert prices(counter) == [("10.00", 2)]


@pytest.mark.parametrize("price", ["8.99", "10.01"])
async def test_beyond_the_limit_a_manager_approves_beside_the_sale(real, goods, price):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.enter(f"/={price}")
    await counter.type("1", counter.panel.reason)
    counter.clock.pass_()
    QTest.keyClick(counter.panel.reason, KEY.Key_Return)
    asked = await appeared(counter, ApprovalPanel)
    counter.clock.pass_()
    asked.login.show_value("cyd")
    asked.password.show_value(PASSWORD)
    asked.enter()
    await counter.view.idle()
    assert counter.panel is None
    assert prices(counter) == [(price, 1)]


async def test_a_line_with_a_discount_costs_what_is_typed(real, goods):  # noqa: F811
    goods("MUG", price="9.99")
    counter = await real()
    await counter.scan("MUG", "MUG", "MUG")
    await counter.enter("/1")
    await counter.enter("1")
    assert len(counter.sale.lines) == 2, "a discount that does not divide has two"
    await counter.enter("/=9.50")
    await counter.enter("1")
    assert prices(counter) == [("9.50", 1), ("9.66", 2)]


async def test_the_button_and_a_tap_ask_for_it(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.click(counter.view.discount)
    counter.panel.part.button(DiscountPart.PRICE).click()
    assert counter.panel.percents[0].isHidden()
    assert counter.panel.go.text().startswith("Set the price")
    await counter.enter("9.20")
    assert counter.panel.reason.hasFocus()
    counter.panel.likely.buttons[0].click()
    await counter.press(KEY.Key_Return)
    assert prices(counter) == [("9.20", 1)]


async def test_esc_sets_nothing_and_what_was_typed_stays(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.enter("/=9.50")
    await counter.press(KEY.Key_Escape)
    assert counter.view.entry.text() == "/=9.50"
    assert prices(counter) == [("10.00", 1)]


async def test_a_code_in_its_place_is_no_price(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.enter("/=4006381333931")
    assert counter.panel is None
    assert "looks like a barcode" in counter.view.problem.text()
    await counter.scan("/=9.50")
    assert counter.panel is None, "a scan is a code"


async def test_nothing_has_a_price_before_there_is_a_sale(real):  # noqa: F811
    counter = await real()
    await counter.enter("/=9.50")
    assert counter.panel is None
    assert counter.view.problem.text() == Refused("sale_empty").sentence()
