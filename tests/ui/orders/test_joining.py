"""An order is paid, handed over or taken back in a shift that is others': they let one in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.till import Method
from storedesk.ui.approval_dialog import ApprovalDialog
from storedesk.ui.joining import JoinDialog
from storedesk.ui.kit.paper.strip import StripDialog
from storedesk.ui.orders.dialogs import CancelDialog
from storedesk.ui.orders.payment import PayDialog, PayNow
from storedesk.ui.orders.returns import ReturnDialog
from tests.conftest import PASSWORD
from tests.ui.asking import managers_of
from tests.ui.orders.shelf import all_to_shelf

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
PEOPLE = """
    SELECT s.display_name FROM storedesk.till_session_people AS p
    JOIN storedesk.staff AS s ON s.id = p.staff_id WHERE p.left_at IS NULL ORDER BY p.joined_at
"""


@pytest.fixture
def flo(hands_of, till, store, hire):
    """Flo at Bob's till, in nobody's shift."""
    hire("flo")
    return lambda **how: hands_of("flo", till=till, approvers=managers_of(store), **how)


@pytest.fixture
def sent(ordered, store):
    """Have a mug sent that a cashier may still take back, on any day."""
    yesterday = str(store.sql("SELECT core.now() - interval '1 day'"))
    return lambda: ordered("MUG", status="shipped", at=yesterday)


async def let_in(hands, dialog):
    """Be let in by Bob, who types his password; wait for what follows."""
    asked = await hands.dialog(JoinDialog)
    assert asked.form.who.input.currentText() == "Bob"
    assert asked.focusWidget() is asked.form.password.input
    QTest.keyClicks(asked.form.password.input, PASSWORD)
    QTest.keyClick(asked.form.password.input, KEY.Key_Return)
    await asked.idle()
    await dialog.idle()


async def test_a_return_goes_on_where_it_was_once_one_is_let_in(flo, sent, store):
    key = sent()
    hands = await flo()
    await hands.open(key)
    hands.begin("take_back")
    dialog = await hands.dialog(ReturnDialog)
    all_to_shelf(dialog.lines)
    await dialog.idle()
    QTest.keyClicks(dialog.reason.input, "Too small")
    dialog.yes.click()
    asked = await hands.dialog(JoinDialog)
    QTest.keyClicks(asked.form.password.input, "wrong")
    QTest.keyClick(asked.form.password.input, KEY.Key_Return)
    await asked.idle()
    assert asked.problem.text() == "The login or the password is wrong. Type both again."
    assert dialog.reason.value() == "Too small"
    asked.form.password.input.clear()
    await let_in(hands, dialog)
    receipt = await hands.dialog(StripDialog)
    receipt.reject()
    await hands.idle()

    assert [row[0] for row in store.rows(PEOPLE)] == ["Bob", "Flo"]
    assert store.rows("SELECT reason FROM storedesk.order_returns") == [("Too small",)]


async def test_who_is_not_let_in_keeps_what_was_typed(flo, sent, store):
    key = sent()
    hands = await flo()
    await hands.open(key)
    hands.begin("take_back")
    dialog = await hands.dialog(ReturnDialog)
    all_to_shelf(dialog.lines)
    await dialog.idle()
    QTest.keyClicks(dialog.reason.input, "Too small")
    dialog.yes.click()
    asked = await hands.dialog(JoinDialog)
    QTest.keyClick(asked, KEY.Key_Escape)
    await dialog.idle()
    assert dialog.isVisible()
    assert dialog.problem.text().startswith("You are not in this shift. Bob, or a manager")
    assert dialog.reason.value() == "Too small"
    dialog.reject()
    await hands.idle()
    assert store.sql("SELECT count(*) FROM storedesk.order_returns") == 0


async def test_an_order_is_paid_in_cash_once_one_is_let_in(flo, ordered, store):
    key = ordered("MUG", status="pending")
    hands = await flo()
    await hands.open(key)
    hands.begin("confirm")
    dialog = await hands.dialog(PayDialog)
    dialog.pay.choose(Method.CASH)
    dialog.pay.given.show_value(20)
    dialog.yes.click()
    await let_in(hands, dialog)
    await hands.idle()

    assert store.sql("SELECT status FROM orders WHERE id = %s", key) == "confirmed"
    assert store.sql("SELECT tendered_amount FROM storedesk.order_payments") == 20


@pytest.mark.parametrize("status", ["pending", "confirmed"])
async def test_an_order_is_handed_over_once_one_is_let_in(flo, ordered, store, status):
    key = ordered("MUG", status=status)
    hands = await flo()
    await hands.open(key)
    hands.begin("collect")
    dialog = await hands.dialog()
    if status == "pending":
        dialog.pay.choose(Method.CASH)
        dialog.yes.click()
    else:
        QTest.keyClick(dialog, KEY.Key_Return)
    await let_in(hands, dialog)
    await hands.idle()

    assert store.sql("SELECT status FROM orders WHERE id = %s", key) == "delivered"


async def test_an_order_by_telephone_is_paid_once_one_is_let_in(flo, goods, store, customer):
    goods("MUG", price="5.00")
    words = """
        INSERT INTO customer_shipping_addresses (
            customer_id, street, city, state, postal_code, country, recipient_name, is_default
        ) VALUES (%s, '1 Main Street', 'Town', 'NY', '10001', 'US', 'Ann Other', true)
    """
    store.sql(words, customer())
    hands = await flo()
    hands.begin("new")
    await hands.idle()
    await hands.scan("MUG")
    buyer = hands.page.new_order.customer_card
    buyer.field.setText("ann")
    buyer.finder.want("ann", now=True)
    await hands.idle()
    await hands.press(KEY.Key_Return, buyer.field)
    hands.begin("pay_new")
    dialog = await hands.dialog(PayNow)
    dialog.pay.choose(Method.CASH)
    dialog.yes.click()
    await let_in(hands, dialog)
    await hands.idle()

    assert store.sql("SELECT status FROM orders") == "confirmed"


async def test_cancelling_what_is_paid_asks_for_a_place_in_the_shift_and_then_for_a_manager(
    flo, ordered, store
):
    key = ordered("MUG", status="confirmed")
    hands = await flo()
    await hands.open(key)
    hands.begin("cancel")
    dialog = await hands.dialog(CancelDialog)
    QTest.keyClicks(dialog.reason.input, "Ordered twice")
    QTest.keyClick(dialog.reason.input, KEY.Key_Return)
    asked = await hands.dialog(JoinDialog)
    QTest.keyClicks(asked.form.password.input, PASSWORD)
    QTest.keyClick(asked.form.password.input, KEY.Key_Return)
    await asked.idle()
    manager = await hands.dialog(ApprovalDialog)
    manager.login.show_value("cyd")
    manager.password.show_value(PASSWORD)
    manager.press()
    await manager.idle()
    await dialog.idle()
    await hands.idle()

    assert store.sql("SELECT status FROM orders WHERE id = %s", key) == "cancelled"
