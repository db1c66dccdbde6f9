"""Discounts at the till, by keys, on a real database."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.entry import Discount, Item, parse
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.discounts.discount_panel import DiscountPanel
from tests.conftest import PASSWORD
from tests.ui.till.test_real import appeared, real  # noqa: F401 - a fixture

KEY = Qt.Key


def prices(counter):
    return [(str(line.unit_price.amount), line.quantity) for line in counter.sale.lines]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/10%", Discount(Decimal(10), is_percent=True)),
        ("/2.50", Discount(Decimal("2.50"), is_percent=False)),
        ("/2,50", Discount(Decimal("2.50"), is_percent=False)),
        (" // 12,5 % ", Discount(Decimal("12.5"), is_percent=True, is_whole=True)),
        ("//5", Discount(Decimal(5), is_percent=False, is_whole=True)),
        ("/", Item("/")),
        ("/ABC", Item("/ABC")),
    ],
)
def test_the_grammar(text, meant):
    assert parse(text, most=999, has_discounts=True) == meant
    assert isinstance(parse(text, most=999), Item), "an order has none"


@pytest.mark.parametrize(
    ("text", "code"),
    [("/0%", "discount_percent"), ("/101%", "discount_percent"),
     ("/4006381333931", "amount_is_code"), ("/1.2.3", "amount_not_understood")],
)  # fmt: skip
def test_what_is_no_discount(text, code):
    with pytest.raises(Refused) as refusal:
        parse(text, most=999, has_discounts=True)
    assert refusal.value.code == code


async def test_a_line_gets_it_with_a_reason_by_its_number(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.enter("/10%")
    panel = counter.panel
    assert isinstance(panel, DiscountPanel)
    assert panel.reason.hasFocus()
    await counter.press(KEY.Key_Return)
    assert panel.problem.text() == Refused("reason_missing").sentence()
    await counter.enter("2")
    assert counter.panel is None
    assert prices(counter) == [("9.00", 1)]
    assert counter.view.entry.text() == ""
    assert counter.view.entry.hasFocus()


async def test_the_whole_sale_is_undone_whole(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    goods("CUP", price="4.00")
    counter = await real()
    await counter.scan("MUG", "CUP")
    await counter.enter("//1,40")
    await counter.enter("1")
    assert prices(counter) == [("9.00", 1), ("3.60", 1)]
    counter.clock.pass_()
    QTest.keyClick(counter.view.entry, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await counter.view.idle()
    assert prices(counter) == [("10.00", 1), ("4.00", 1)]
    assert "before the discount" in counter.view.note.text()


async def test_above_the_limit_a_manager_approves_beside_the_sale(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.enter("/25%")
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
    assert prices(counter) == [("7.50", 1)]


async def test_esc_gives_nothing_and_what_was_typed_stays(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.enter("/10%")
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None
    assert counter.view.entry.text() == "/10%"
    assert prices(counter) == [("10.00", 1)]


async def test_the_button_asks_how_much_and_a_tap_answers(real, goods):  # noqa: F811
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG")
    await counter.click(counter.view.discount)
    assert counter.panel.value.hasFocus()
    counter.panel.percents[0].click()
    counter.panel.likely.buttons[0].click()
    await counter.press(KEY.Key_Return)
    assert prices(counter) == [("9.50", 1)]


async def test_a_scan_that_begins_with_a_slash_is_a_code(real, goods):  # noqa: F811
    goods("/10%", price="3.00")
    goods("MUG", price="10.00")
    counter = await real()
    await counter.scan("MUG", "/10%")
    assert counter.panel is None
    assert prices(counter) == [("10.00", 1), ("3.00", 1)]
