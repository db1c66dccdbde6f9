"""What is sold by weight, at the till: by the label of a scale, and with the weight typed."""

import json
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel
from storedesk.ui.till.weight_panel import WeightPanel
from tests.ui.till.test_real import PASSWORD, appeared, real  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
RULES = [{"prefix": "20", "value": "weight", "digits": 5, "checked": False}]


@pytest.fixture
def cheese(store, goods):
    store.sql("UPDATE storedesk.store_settings SET scale_codes = %s", json.dumps(RULES))
    product = goods("12345", price="12.99", name="Cheese")
    how = "SELECT api.measure_product(%s, %s, 'kilogram')"
    store.sql(how, uuid4(), product, login="cyd")
    return product


@pytest.mark.usefixtures("cheese")
async def test_two_scans_of_a_label_are_two_lines_and_the_receipt_has_the_weight(real):  # noqa: F811
    counter = await real()
    await counter.scan("2012345003507", "2012345003507")
    assert counter.lines == [("Cheese", 1), ("Cheese", 1)]
    assert counter.sale.total.amount == Decimal("9.10")
    await counter.pay()
    await counter.enter("20")
    await counter.press(KEY.Key_F10)
    assert isinstance(counter.panel, PrintPanel)
    assert counter.panel.html.count("0.350 kg × $12.99") == 2


@pytest.mark.parametrize("typed", ["0.345", "0,345"])
@pytest.mark.usefixtures("cheese")
async def test_a_plain_code_asks_for_the_weight_in_place(real, typed):  # noqa: F811
    counter = await real()
    await counter.type("12345")
    await counter.press(KEY.Key_Return)
    assert isinstance(counter.panel, WeightPanel)
    assert counter.panel.field.hasFocus()
    await counter.enter("0")
    assert isinstance(counter.panel, WeightPanel)
    assert counter.panel.problem.isVisible()
    counter.panel.field.clear()
    await counter.enter(typed)
    assert counter.panel is None
    assert [str(line.subtotal.amount) for line in counter.sale.lines] == ["4.48"]


@pytest.fixture
def flowers(store, goods):
    product = goods("FLOWERS", price="5.00", name="Flowers")
    how = "SELECT api.measure_product(%s, %s, 'open_price')"
    store.sql(how, uuid4(), product, login="cyd")
    return product


async def beyond(counter, typed=""):
    """Give this price, and wait until a manager is asked."""
    counter.clock.pass_()
    QTest.keyClicks(counter.panel.field, typed)
    QTest.keyClick(counter.panel.field, KEY.Key_Return)
    return await appeared(counter, ApprovalPanel)


@pytest.mark.usefixtures("flowers")
async def test_a_price_is_typed_and_beyond_the_limit_a_manager_approves_it_in_place(real, store):  # noqa: F811
    counter = await real()
    await counter.type("FLOWERS")
    await counter.press(KEY.Key_Return)
    await counter.enter("100")
    assert counter.panel is None
    assert counter.sale.total.amount == Decimal("100.00")
    await counter.type("FLOWERS")
    await counter.press(KEY.Key_Return)
    asked = await beyond(counter, "100.01")
    told = {label.text() for label in asked.findChildren(QLabel)}
    assert {"Sell at this price", "Flowers", "$0.10 to $100.00", "$100.01", "Bob"} <= told
    QTest.keyClick(asked, KEY.Key_Escape)
    await counter.view.idle()
    assert isinstance(counter.panel, WeightPanel)
    assert counter.panel.field.text() == "100.01"
    words = "Flowers is sold from $0.10 to $100.00 without a manager."
    assert counter.panel.problem.text() == words
    asked = await beyond(counter)
    asked.login.show_value("cyd")
    asked.password.show_value(PASSWORD)
    counter.clock.pass_()
    asked.yes.click()
    await counter.view.idle()
    assert counter.panel is None
    assert counter.sale.total.amount == Decimal("200.01")
    who = """
        SELECT new ->> 'approved_by' = (SELECT id::text FROM storedesk.staff WHERE login ~ 'cyd')
        FROM storedesk.audit_event WHERE action = 'open_price' ORDER BY id DESC LIMIT 1
    """
    assert store.sql(who) is True


@pytest.mark.usefixtures("cheese")
async def test_three_of_what_is_weighed_are_refused_and_not_made_one(real):  # noqa: F811
    counter = await real()
    await counter.type("3*12345")
    await counter.press(Qt.Key.Key_Return)
    assert counter.panel is None
    assert counter.lines == []
    assert counter.view.problem.text() == Refused("weighed_alone").sentence()


@pytest.mark.usefixtures("cheese", "flowers")
async def test_a_second_one_is_missed_and_said_not_asked_in_the_panel_of_the_first(real):  # noqa: F811
    counter = await real()
    await counter.scan("12345", "FLOWERS")
    assert counter.panel.accessibleName() == "Weight in kg"
    assert "FLOWERS" in counter.panel.problem.text()
    assert "Type the price" not in counter.panel.problem.text()
