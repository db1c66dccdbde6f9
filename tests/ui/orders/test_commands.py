"""Taking orders further from the page: each asks what it needs, and loses nothing typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from storedesk.domain.orders import OrderCommand
from storedesk.domain.till import Method
from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.paper.strip import StripDialog
from storedesk.ui.orders.dialogs import AddressDialog, CancelDialog, TrackingDialog
from storedesk.ui.orders.payment import PayDialog
from storedesk.ui.orders.returns import ReturnDialog
from tests.ui.contexts import IN_2026

pytestmark = pytest.mark.usefixtures("invariants")
STATE = "SELECT status FROM orders WHERE id = %s"
PROOF = """
    SELECT transaction_id, till_session_id IS NOT NULL FROM storedesk.order_payments
    WHERE order_id = %s
"""


def offered(hands):
    buttons = hands.page.detail.commands.buttons
    return {action for action, button in buttons.items() if not button.isHidden()}


@pytest.mark.parametrize(
    ("login", "status", "wanted"),
    [
        (
            "cyd",
            "pending",
            {
                OrderCommand.CONFIRM,
                OrderCommand.CANCEL,
                OrderCommand.CHANGE_ADDRESS,
                OrderCommand.COLLECT,
                OrderCommand.DEPOSIT,
            },
        ),
        (
            "cyd",
            "confirmed",
            {
                OrderCommand.SHIP,
                OrderCommand.CANCEL,
                OrderCommand.CHANGE_ADDRESS,
                OrderCommand.COLLECT,
            },
        ),
        (
            "cyd",
            "shipped",
            {
                OrderCommand.CORRECT_TRACKING,
                OrderCommand.RECALL,
                OrderCommand.DELIVER,
                OrderCommand.TAKE_BACK,
            },
        ),
        ("cyd", "delivered", {OrderCommand.TAKE_BACK}),
        ("cyd", "cancelled", set()),
        (
            "bob",
            "confirmed",
            {OrderCommand.CHANGE_ADDRESS, OrderCommand.COLLECT, OrderCommand.CANCEL},
        ),
        ("ada", "confirmed", {OrderCommand.SHIP, OrderCommand.CHANGE_ADDRESS}),
        ("ada", "pending", {OrderCommand.CHANGE_ADDRESS}),
        ("eve", "confirmed", set()),
    ],
)
async def test_what_is_offered_is_lawful_and_allowed(
    hands_of, ordered, till, login, status, wanted
):
    hands = await hands_of(login, till=till)
    await hands.open(ordered(status=status))
    assert offered(hands) == wanted


async def test_a_payment_by_card_confirms_the_order(hands_of, ordered, store, till):
    key = ordered()
    hands = await hands_of("bob", till=till)
    await hands.open(key)
    hands.begin("confirm")
    dialog = await hands.dialog(PayDialog)
    QTest.keyClicks(dialog.focusWidget(), "TRX-000123")
    dialog.pay.last_four.input.setText("12")
    await hands.agree(dialog)
    assert (
        dialog.pay.last_four.problem.text() == "Type the last four digits of the card, or nothing."
    )
    dialog.pay.last_four.input.setText("4242")
    await hands.agree(dialog)
    await hands.idle()

    assert store.sql(STATE, key) == "confirmed"
    assert hands.page.note.text() == f"{ordered.number(key)} is paid and ready to ship."
    assert OrderCommand.CONFIRM not in offered(hands)
    assert store.rows(PROOF, key) == [("TRX-000123", True)]


@pytest.mark.parametrize(("method", "letters"), [(Method.CARD, "card"), (Method.PAYPAL, "paypal")])
async def test_what_is_no_reference_is_said_at_its_field(
    hands_of, ordered, store, till, method, letters
):
    first, key = ordered(), ordered()
    hands = await hands_of("bob", till=till)
    asked = (
        "Type the reference that the terminal or PayPal gave: at least five letters or digits,"
        " and not the last four of the card."
    )
    for order in (first, key):
        await hands.open(order)
        hands.begin("confirm")
        dialog = await hands.dialog(PayDialog)
        dialog.pay.choose(method)
        field = getattr(dialog.pay, f"{letters}_reference")
        assert dialog.focusWidget() is field.input
        for typed in ("", "0000"):
            field.input.setText("")
            QTest.keyClicks(field.input, typed)
            QTest.keyClick(field.input, Qt.Key.Key_Return)
            await dialog.idle()
            assert field.problem.text() == asked
            assert dialog.focusWidget() is field.input
        field.input.setText("")
        QTest.keyClicks(field.input, "slip 77-41")
        QTest.keyClick(field.input, Qt.Key.Key_Return)
        await dialog.idle()
    paid = f"The reference slip 77-41 already paid order {ordered.number(first)}."
    assert field.problem.text() == paid
    dialog.reject()
    await hands.idle()
    assert (store.sql(STATE, first), store.sql(STATE, key)) == ("confirmed", "pending")


@pytest.mark.parametrize(("login", "may"), [("bob", False), ("cyd", True)])
async def test_without_an_open_shift_only_a_manager_takes_a_payment(
    hands_of, ordered, store, login, may
):
    key = ordered()
    hands = await hands_of(login)
    await hands.open(key)
    hands.begin("confirm")
    dialog = await hands.dialog(PayDialog)
    assert not dialog.pay.tabs.button("cash").isEnabled()
    assert dialog.yes.isEnabled() == may
    why = "Take this payment at a till with an open shift, or have a manager take it."
    assert (dialog.problem.text() == why) == (not may)
    QTest.keyClicks(dialog.pay.card_reference.input, "TRX-000123")
    QTest.keyClick(dialog.pay.card_reference.input, Qt.Key.Key_Return)
    if not may:
        await dialog.idle()
        dialog.reject()
    await hands.idle()
    assert store.sql(STATE, key) == ("confirmed" if may else "pending")
    if may:
        assert store.rows(PROOF, key) == [("TRX-000123", False)]


async def test_cash_is_taken_at_the_open_till_and_change_is_told(hands_of, ordered, store, till):
    key = ordered()
    hands = await hands_of("bob", till=till)
    await hands.open(key)
    hands.begin("confirm")
    dialog = await hands.dialog(PayDialog)
    dialog.pay.choose(Method.CASH)
    dialog.pay.given.input.setText("1")
    await hands.agree(dialog)
    assert dialog.pay.given.problem.text() == "$1.00 is less than the $2.50 to pay."
    dialog.pay.given.input.setText("5")
    dialog.pay.given.input.textEdited.emit("5")
    assert dialog.pay.change.text() == "$2.50"
    await hands.agree(dialog)
    await hands.idle()

    assert store.sql(STATE, key) == "confirmed"
    assert hands.page.note.text().endswith("$2.50 change.")


async def test_cancelling_asks_why_and_gives_back(hands_of, ordered, store):
    key = ordered("MUG", "MUG", status="confirmed")
    hands = await hands_of("cyd")
    await hands.open(key)
    hands.begin("cancel")
    dialog = await hands.dialog(CancelDialog)
    await hands.agree(dialog)
    assert dialog.reason.problem.text()
    assert store.sql(STATE, key) == "confirmed"
    QTest.keyClicks(dialog.reason.input, "Ordered twice")
    QTest.keyClick(dialog.reason.input, Qt.Key.Key_Return)
    await dialog.idle()
    await hands.idle()

    assert store.sql(STATE, key) == "cancelled"
    assert hands.page.note.text() == f"{ordered.number(key)} is canceled. Refund: $5.00."
    assert store.sql("SELECT reserved_quantity FROM inventory") == 0
    await hands.open(key)
    assert hands.page.detail.reason.text() == "Canceled: Ordered twice"


async def test_cancel_against_ship_the_second_is_told_and_keeps_the_words(hands_of, ordered, store):
    key = ordered(status="confirmed")
    hands = await hands_of("cyd", format=IN_2026)
    await hands.open(key)
    hands.begin("cancel")
    dialog = await hands.dialog(CancelDialog)
    dialog.reason.show_value("Ordered twice")
    ordered.take("shipped", key, "2026-11-21 15:00", "VAN 0001")
    await hands.agree(dialog)

    number = ordered.number(key)
    assert dialog.problem.text() == (
        f"Order {number} is shipped and cannot become canceled. Shipped by Cyd, 21 Nov, 10:00."
    )
    assert dialog.reason.value() == "Ordered twice"
    assert not dialog.yes.isEnabled()
    dialog.reject()
    await hands.idle()
    assert store.sql(STATE, key) == "shipped"


async def test_an_order_changed_meanwhile_is_gone_on_with_after_a_look(hands_of, ordered, store):
    key = ordered(status="confirmed")
    hands = await hands_of("cyd")
    await hands.open(key)
    hands.begin("cancel")
    dialog = await hands.dialog(CancelDialog)
    dialog.reason.show_value("Ordered twice")
    store.sql("UPDATE orders SET shipping_street = '2 High Street' WHERE id = %s", key)
    await hands.agree(dialog)
    assert "press again" in dialog.problem.text()
    await hands.agree(dialog)
    await hands.idle()
    assert store.sql(STATE, key) == "cancelled"


async def test_a_tracking_number_is_put_right(hands_of, ordered, store):
    key = ordered(status="shipped", tracking="WRONG 1")
    hands = await hands_of("ada")
    await hands.open(key)
    hands.begin("correct_tracking")
    dialog = await hands.dialog(TrackingDialog)
    assert dialog.number.value() == "WRONG 1"
    dialog.number.show_value("x")
    await hands.agree(dialog)
    assert dialog.number.problem.text()
    dialog.number.show_value("1z 999 aa1 01 2345 6784")
    assert dialog.carrier.chip.text == "UPS"
    await hands.agree(dialog)
    await hands.idle()
    assert store.sql("SELECT tracking_number FROM orders") == "1Z999AA10123456784"


async def test_a_parcel_has_arrived(hands_of, ordered, store):
    key = ordered(status="shipped")
    hands = await hands_of("ada")
    await hands.open(key)
    hands.begin("deliver")
    await hands.idle()
    assert store.sql(STATE, key) == "delivered"


async def test_a_paid_order_is_collected_at_the_till(hands_of, ordered, store, till):
    key = ordered(status="confirmed")
    hands = await hands_of("bob", till=till)
    await hands.open(key)
    hands.begin("collect")
    question = await hands.dialog(Question)
    question.accept()
    question.answer = "yes"
    await hands.idle()
    assert store.sql(STATE, key) == "delivered"
    assert store.sql("SELECT kind FROM storedesk.pos_sales") == "collection"


async def test_an_unpaid_order_is_paid_and_collected_at_once(hands_of, ordered, store, till):
    key = ordered()
    hands = await hands_of("bob", till=till)
    await hands.open(key)
    hands.begin("collect")
    dialog = await hands.dialog(PayDialog)
    QTest.keyClicks(dialog.pay.card_reference.input, "TRX-000123")
    await hands.agree(dialog)
    await hands.idle()
    assert store.sql(STATE, key) == "delivered"


async def test_without_an_open_shift_nothing_is_collected(hands_of, ordered, till_of, store):
    key = ordered(status="confirmed")
    hands = await hands_of("bob", till=till_of())
    await hands.open(key)
    hands.begin("collect")
    await hands.idle()
    assert hands.page.problem.text()
    assert store.sql(STATE, key) == "confirmed"


async def test_another_address_for_one_order(hands_of, ordered, store):
    key = ordered(status="confirmed")
    hands = await hands_of("bob")
    await hands.open(key)
    hands.begin("change_address")
    dialog = await hands.dialog(AddressDialog)
    dialog.form.street.show_value("")
    await hands.agree(dialog)
    assert dialog.form.street.problem.text()
    dialog.form.street.show_value("2 High Street")
    await hands.agree(dialog)
    await hands.idle()
    assert store.sql("SELECT shipping_street FROM orders") == "2 High Street"
    assert "2 High Street" in hands.page.detail.address.text()


async def test_goods_come_back_in_part_one_of_them_damaged(hands_of, ordered, store):
    key = ordered("MUG", "MUG", "MUG", "CUP", status="delivered")
    hands = await hands_of("cyd")
    await hands.open(key)
    hands.begin("take_back")
    dialog = await hands.dialog(ReturnDialog)
    mug = hands.page.detail.order.lines[0]
    good, damaged = dialog.lines.fields[mug.id]
    await hands.agree(dialog)
    assert dialog.problem.text() == "Nothing is chosen. Choose what comes back."
    QTest.keyClicks(good, "1")
    QTest.keyClicks(damaged, "1")
    dialog.reason.show_value("Cracked on the way")
    await dialog.idle()
    assert "$5.00" in [
        label.text() for label in dialog.refund.facts.findChildren(type(hands.page.count))
    ]
    dialog.yes.click()
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()

    assert hands.page.note.text() == f"{ordered.number(key)} is returned. Refund: $5.00."
    assert store.sql("SELECT stock_level FROM inventory WHERE product_id = %s",
                     ordered.product("MUG")) == 998  # fmt: skip
    words = [event.words for event in hands.page.detail.timeline.events]
    assert "Returned: 1 × Mug, back on the shelf; 1 × Mug, damaged" in words
    assert hands.page.detail.order.lines[0].returnable == 1


@pytest.mark.parametrize("typed", ["4", "-1", "x", "5901234123457"])
async def test_more_than_was_sold_does_not_come_back(hands_of, ordered, store, typed):
    key = ordered("MUG", "MUG", "MUG", status="delivered")
    hands = await hands_of("cyd")
    await hands.open(key)
    hands.begin("take_back")
    dialog = await hands.dialog(ReturnDialog)
    good, _ = next(iter(dialog.lines.fields.values()))
    good.setMaxLength(20)
    QTest.keyClicks(good, typed)
    await dialog.idle()
    assert dialog.problem.text()
    await hands.agree(dialog)
    assert isinstance(dialog, QDialog)
    assert store.sql("SELECT count(*) FROM storedesk.order_returns") == 0
    dialog.reject()
    await hands.idle()
