"""Where the money of a return goes: the tenders that it came from, or a gift card."""

import re

import pytest
from PySide6.QtTest import QTest

from storedesk.documents.strip import Barcode
from storedesk.domain.credit import bare_code, check_symbol
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.ui.approval_dialog import ApprovalDialog
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.paper.strip import StripDialog
from storedesk.ui.orders.returns import ReturnDialog
from tests.tills import cash
from tests.ui.orders.test_approvals import managers_of

pytestmark = pytest.mark.usefixtures("invariants")
WRONG = "GC" + "3" * 17
WRONG += check_symbol(WRONG)
BACK = """
    SELECT p.method, p.transaction_id, p.amount::text
    FROM storedesk.order_payments AS p WHERE p.kind = 'refund'
"""
CODE = r"GC[2-9A-Z]{2}(?:-[2-9A-Z]{4}){4}"


def said(dialog):
    return [one.text() for one in dialog.refund.facts.findChildren(Label)]


@pytest.fixture
def returning(hands_of, ordered, store, till):
    """Somebody who takes back one mug of $2.50 at a till with a shift."""

    async def returning(login="cyd", count="1"):
        key = ordered("MUG", "MUG", "MUG", status="delivered")
        hands = await hands_of(login, till=till, approvers=managers_of(store))
        await hands.open(key)
        hands.begin("take_back")
        dialog = await hands.dialog(ReturnDialog)
        QTest.keyClicks(next(iter(dialog.lines.fields.values()))[0], count)
        dialog.reason.show_value("Did not fit")
        await dialog.idle()
        return key, hands, dialog

    return returning


async def test_it_goes_back_as_it_was_paid_unless_one_chooses(returning, store):
    _, hands, dialog = await returning()
    assert dialog.refund.as_paid.isChecked()
    assert dialog.refund.code.isHidden()
    assert dialog.refund.as_paid.remark == "Card"
    dialog.yes.click()
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()
    assert [row[0] for row in store.rows(BACK)] == ["credit_card"]


async def test_a_new_gift_card_gets_it_and_its_slip_comes_before_the_receipt(returning, store):
    key, hands, dialog = await returning()
    dialog.refund.credit.click()
    await dialog.idle()
    assert said(dialog) == ["New gift card", "$2.50", "Goes back", "$2.50"]
    dialog.yes.click()
    slip = await hands.dialog(StripDialog)
    [code] = re.findall(CODE, slip.strip.document.html)
    assert Barcode(bare_code(code)) in slip.strip.document.parts
    slip.reject()
    receipt = await hands.dialog(StripDialog)
    assert code not in receipt.strip.document.html
    number = store.sql("SELECT core.credit_number(serial) FROM storedesk.credit_accounts")
    assert number in receipt.strip.document.html
    receipt.reject()
    await hands.idle()
    assert store.rows(BACK) == [("store_credit", number, "2.50")]
    order = store.sql("SELECT order_number FROM orders WHERE id = %s", key)
    assert hands.page.note.text() == f"{order} is returned. $2.50 went to gift card {number}."


async def test_a_card_that_one_has_gets_it_and_what_is_on_it_then_is_said_before(
    returning, store, till
):
    card = till.call("issue_credit", till.store.sql("SELECT id FROM storedesk.till_sessions"),
                     "5.00", [cash("5.00")])  # fmt: skip
    _, hands, dialog = await returning()
    dialog.refund.credit.click()
    QTest.keyClicks(dialog.refund.code.input, card["code"].lower())
    await dialog.idle()
    name = f"Gift card {card['number']}"
    assert said(dialog) == [name, "$2.50", "Then on it", "$7.50", "Goes back", "$2.50"]
    dialog.yes.click()
    slip = await hands.dialog(StripDialog)
    assert "Topped up" in slip.strip.document.html
    assert not re.findall(CODE, slip.strip.document.html)
    slip.reject()
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()
    assert store.sql("SELECT balance_amount::text FROM storedesk.credit_accounts") == "7.50"


async def test_what_is_wrong_with_a_code_is_said_and_a_wrong_one_is_counted_once(returning, store):
    _, _, dialog = await returning()
    dialog.refund.credit.click()
    QTest.keyClicks(dialog.refund.code.input, WRONG[:-1] + ("2" if WRONG[-1] != "2" else "3"))
    await dialog.idle()
    dialog.yes.click()
    await dialog.idle()
    assert dialog.problem.text() == Refused("credit_code_typo").sentence()
    dialog.refund.code.input.clear()
    QTest.keyClicks(dialog.refund.code.input, WRONG)
    await dialog.idle()
    assert dialog.problem.text() == Refused("credit_code_wrong", left=9).sentence()
    dialog.refund.as_paid.click()
    dialog.refund.credit.click()
    await dialog.idle()
    assert store.sql("SELECT count(*) FROM storedesk.credit_tries") == 1
    assert dialog.refund.code.text() == WRONG
    assert store.rows(BACK) == []
    dialog.reject()


async def test_an_answer_that_was_lost_is_asked_for_again_with_the_code(
    returning, store, monkeypatch
):
    _, hands, dialog = await returning()
    dialog.refund.credit.click()
    await dialog.idle()
    desk, lost = hands.page.context.desk, []
    do = desk.do

    async def losing(service, **given):
        answer = await do(service, **given)
        if service.__name__ == "return_order" and not lost:
            lost.append(answer)
            raise Unavailable("perhaps_done")
        return answer

    monkeypatch.setattr(desk, "do", losing)
    await hands.agree(dialog)
    assert dialog.problem.text() == Unavailable("perhaps_done").sentence()
    dialog.refund.as_paid.click()  # it is sent as it was, whatever is chosen now
    dialog.reason.show_value("Something else")
    await dialog.idle()
    dialog.yes.click()
    slip = await hands.dialog(StripDialog)
    assert re.findall(CODE, slip.strip.document.html) == [lost[0].credit.code]
    slip.reject()
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()
    assert store.sql("SELECT count(*) FROM storedesk.order_returns") == 1
    assert [row[0] for row in store.rows(BACK)] == ["store_credit"]


async def test_a_manager_is_told_that_it_goes_to_a_gift_card(returning, store):
    store.sql("UPDATE storedesk.limits SET value = 1 WHERE kind = 'refund_amount'")
    _, hands, dialog = await returning("bob")
    dialog.refund.credit.click()
    await dialog.idle()
    assert "manager" in dialog.problem.text()
    dialog.yes.click()
    asked = await hands.dialog(ApprovalDialog)
    told = [one.text() for one in asked.form.facts.findChildren(Label)]
    assert told[told.index("Refunded to") + 1] == "Gift card"
    asked.reject()
    await dialog.idle()
    assert store.sql("SELECT count(*) FROM storedesk.credit_accounts") == 0
    dialog.reject()
