"""A manager allows what a cashier may not do alone, where the cashier stands: by keys."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from storedesk.domain.orders import OrderCommand
from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.approval import Approvers, KnownApprover
from storedesk.ui.approval_dialog import ApprovalDialog
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper
from storedesk.ui.kit.paper.strip import StripDialog
from storedesk.ui.orders.dialogs import CancelDialog
from storedesk.ui.orders.returns import ReturnDialog
from tests.conftest import PASSWORD
from tests.ui.asking import managers_of

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
STATE = "SELECT status FROM orders WHERE id = %s"
USED = """
    SELECT s.display_name, a.action FROM storedesk.approvals AS a
    JOIN storedesk.staff AS s ON s.id = a.approved_by WHERE a.used_at IS NOT NULL
"""
LONG_AGO = str(datetime.now(UTC).replace(tzinfo=None) - timedelta(days=180))
WITHIN_THE_DAYS = str(datetime.now(UTC).replace(tzinfo=None) - timedelta(days=1))


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def type_in(field, text):
    field.input.selectAll()
    QTest.keyClicks(field.input, text)


async def enter(dialog, field):
    QTest.keyClick(field.input, KEY.Key_Return)
    await dialog.idle()


@pytest.fixture
def cancel_approval(hands_of, ordered, store):
    """A cashier who wants to cancel what is paid, up to the moment in which a manager is needed."""

    async def cancel_approval(approvers=None):
        key = ordered("MUG", "MUG", status="confirmed")
        hands = await hands_of("bob", approvers=approvers or managers_of(store))
        await hands.open(key)
        hands.begin("cancel")
        dialog = await hands.dialog(CancelDialog)
        QTest.keyClicks(dialog.reason.input, "Ordered twice")
        QTest.keyClick(dialog.reason.input, KEY.Key_Return)
        return key, hands, dialog, await hands.dialog(ApprovalDialog)

    return cancel_approval


async def test_a_paid_order_is_cancelled_by_a_cashier_with_a_managers_word(cancel_approval, store):
    key, hands, _, asked = await cancel_approval()
    shown = words(asked)
    assert "To ship → Canceled" in shown
    assert {"Ordered twice", "Bob", "$5.00"} <= set(shown)
    type_in(asked.login, "cyd")
    await enter(asked, asked.login)  # goes on to the password
    assert asked.login.problem.isHidden()
    assert asked.password.problem.isHidden()
    type_in(asked.password, PASSWORD)
    await enter(asked, asked.password)
    await hands.idle()

    assert store.sql(STATE, key) == "cancelled"
    assert store.rows(USED) == [("Cyd", "cancel_order")]
    by = "SELECT s.display_name FROM storedesk.order_status_history h JOIN storedesk.staff s"
    assert store.sql(f"{by} ON s.id = h.actor_id WHERE h.to_status = 'cancelled'") == "Bob"
    assert hands.page.note.text().endswith("is canceled. Refund: $5.00.")


async def test_a_wrong_password_and_a_person_who_is_no_manager_are_told_and_nothing_is_lost(
    cancel_approval, store
):
    key, hands, dialog, asked = await cancel_approval()
    type_in(asked.login, "cyd")
    type_in(asked.password, "not this")
    await enter(asked, asked.password)
    assert asked.problem.text() == "The login or the password is wrong. Type both again."
    assert (asked.login.text(), asked.password.text()) == ("cyd", "not this")
    type_in(asked.login, "eve")
    type_in(asked.password, PASSWORD)
    await enter(asked, asked.password)
    assert asked.problem.text() == "Only a manager can allow this. Use a manager's login."
    assert asked.login.text() == "eve"
    assert store.sql(STATE, key) == "confirmed"
    assert dialog.reason.value() == "Ordered twice"

    type_in(asked.login, "cyd")
    await enter(asked, asked.login)
    await hands.idle()
    assert store.sql(STATE, key) == "cancelled"


async def test_what_is_missing_is_marked(cancel_approval):
    _, hands, dialog, asked = await cancel_approval()
    asked.yes.click()
    assert asked.login.problem.text() == "This is needed."
    assert asked.password.problem.text() == "This is needed."
    asked.reject()
    await dialog.idle()
    dialog.reject()
    await hands.idle()


async def test_a_line_that_is_lost_keeps_the_dialog_and_the_next_try_goes_through(
    cancel_approval, store
):
    real, lost = managers_of(store), [Unavailable("unavailable")]

    async def approve(*given, **more):
        if lost:
            raise lost.pop()
        await real.approve(*given, **more)

    key, hands, _, asked = await cancel_approval(Approvers(approve))
    type_in(asked.login, "cyd")
    type_in(asked.password, PASSWORD)
    await enter(asked, asked.password)
    assert asked.problem.text() == "The store's database does not answer."
    await enter(asked, asked.password)
    await hands.idle()
    assert store.sql(STATE, key) == "cancelled"


async def test_without_a_managers_word_nothing_is_done_and_the_reason_stays(cancel_approval, store):
    key, hands, dialog, asked = await cancel_approval()
    QTest.keyClick(asked, KEY.Key_Escape)
    await dialog.idle()
    assert dialog.isVisible()
    assert dialog.reason.value() == "Ordered twice"
    assert dialog.problem.text() == "A manager must approve this."
    assert dialog.yes.isEnabled()
    dialog.reject()
    await hands.idle()
    assert store.sql(STATE, key) == "confirmed"


async def test_an_order_that_left_meanwhile_is_told_in_the_first_dialog(
    cancel_approval, ordered, store
):
    key, hands, dialog, asked = await cancel_approval()
    ordered.take("shipped", key, "2026-11-21 15:00", "VAN 0001")
    type_in(asked.login, "cyd")
    type_in(asked.password, PASSWORD)
    await enter(asked, asked.password)
    await dialog.idle()
    assert "cannot become canceled" in dialog.problem.text()
    assert store.rows(USED) == []
    dialog.reject()
    await hands.idle()


async def test_people_who_stand_on_the_sign_in_page_are_a_click_away(cancel_approval, store):
    known = [KnownApprover("Cyd", "cyd", PASSWORD)]
    key, hands, _, asked = await cancel_approval(managers_of(store, known))
    asked.form.fill(known[0])
    QTest.keyClick(asked, KEY.Key_Return)
    await asked.idle()
    await hands.idle()
    assert store.sql(STATE, key) == "cancelled"


@pytest.fixture
def returning(hands_of, ordered, store, till):
    """Somebody who takes back one of three mugs that left months ago, at a till with a shift."""

    async def returning(login="bob", at=LONG_AGO, *, damaged=False, **given):
        key = ordered("MUG", "MUG", "MUG", status="delivered", at=at, **given)
        hands = await hands_of(login, till=till, approvers=managers_of(store))
        await hands.open(key)
        hands.begin("take_back")
        dialog = await hands.dialog(ReturnDialog)
        QTest.keyClicks(next(iter(dialog.lines.fields.values()))[damaged], "1")
        dialog.reason.show_value("Did not fit")
        await dialog.idle()
        return key, hands, dialog

    return returning


async def test_a_late_return_is_taken_with_a_managers_word_and_its_receipt_is_offered(
    returning, store, tmp_path, monkeypatch
):
    _, hands, dialog = await returning()
    why = "The 30 days for returns are over, so this needs a manager."
    assert dialog.problem.text() == f"{why} You are asked for one next."
    dialog.yes.click()
    asked = await hands.dialog(ApprovalDialog)
    assert {why, "1 × Mug", "Did not fit", "$2.50"} <= set(words(asked))
    type_in(asked.login, "cyd")
    type_in(asked.password, PASSWORD)
    await enter(asked, asked.password)
    paper = await hands.dialog(StripDialog)

    assert store.rows(USED) == [("Cyd", "return_order")]
    told = paper.strip.preview.accessibleDescription()
    assert "Return of ORD-" in told
    assert "Till 1 · taken back by Bob" in told
    assert "$2.50" in told
    printed = []

    async def to_printer(html, *_, printer, **_more):
        printed.append((html, printer))

    monkeypatch.setattr("storedesk.ui.kit.paper.receipt_paper.to_printer", to_printer)
    QTest.keyClick(paper, KEY.Key_Return)
    await paper.idle()
    assert printed == [(ReceiptPaper().html(paper.strip.document), "")]
    assert paper.problem.text() == "Sent to the printer."

    async def choose(*_, name, **__):
        return tmp_path / name

    monkeypatch.setattr("storedesk.ui.kit.paper.strip.choose_file", choose)
    paper.save.click()
    await paper.idle()
    [made] = tmp_path.iterdir()
    assert made.name.endswith("-return.pdf")
    assert made.read_bytes().startswith(b"%PDF")
    QTest.keyClick(paper, KEY.Key_Escape)
    await hands.idle()
    assert hands.page.note.text().endswith("Refund: $2.50.")


async def test_a_return_changed_while_the_manager_comes_shows_what_it_comes_to_now(
    returning, store
):
    """Half of the refund is approved, the other half is not: the figures are shown anew."""
    key, hands, dialog = await returning()
    dialog.yes.click()
    asked = await hands.dialog(ApprovalDialog)
    real = asked.form._approval.approvers.approve

    async def approve(login, password, approval, *, action, detail):
        await real(login, password, approval, action=action, detail=detail | {"refund": "1.00"})

    asked.form._approval.approvers = Approvers(approve)
    type_in(asked.login, "cyd")
    type_in(asked.password, PASSWORD)
    await enter(asked, asked.password)
    assert asked.isVisible()
    assert "for something else" in asked.problem.text()
    assert (asked.login.text(), asked.password.text()) == ("cyd", PASSWORD)
    assert store.sql("SELECT count(*) FROM storedesk.order_returns") == 0
    asked.form._approval.approvers = Approvers(real)
    await enter(asked, asked.password)
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()
    assert store.sql("SELECT count(*) FROM storedesk.order_returns WHERE order_id = %s", key) == 1


@pytest.mark.parametrize(("most", "is_asked"), [("2.49", True), ("2.50", False)])
async def test_beyond_a_cashiers_limit_a_manager_is_asked_and_told_which(
    returning, store, most, is_asked
):
    store.sql("UPDATE storedesk.limits SET value = %s WHERE kind = 'refund_amount'", most)
    _, hands, dialog = await returning(at=WITHIN_THE_DAYS)
    dialog.yes.click()
    if is_asked:
        asked = await hands.dialog(ApprovalDialog)
        assert "Refunding more than $2.49 at once needs a manager." in words(asked)
        type_in(asked.login, "cyd")
        type_in(asked.password, PASSWORD)
        await enter(asked, asked.password)
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()
    assert store.rows(USED) == [("Cyd", "return_order")] * is_asked


async def test_pieces_that_stay_off_the_shelf_are_a_managers_to_allow(returning):
    _, hands, dialog = await returning(at=WITHIN_THE_DAYS, damaged=True)
    assert "more than $0.00 a day for pieces that do not go back" in dialog.problem.text()
    dialog.yes.click()
    asked = await hands.dialog(ApprovalDialog)
    assert {"damaged", "1 × Mug"} <= set(words(asked))
    asked.reject()
    await dialog.idle()
    dialog.reject()
    await hands.idle()


async def test_within_the_days_nobody_is_asked(returning, store):
    _, hands, dialog = await returning(at=WITHIN_THE_DAYS)
    dialog.yes.click()
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()
    assert store.sql("SELECT count(*) FROM storedesk.approvals") == 0


async def test_the_receipt_is_printed_again_from_the_timeline_and_by_key(returning):
    key, hands, dialog = await returning("cyd")
    dialog.yes.click()
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()
    await hands.open(key)
    [event] = [one for one in hands.page.detail.timeline.events if one.receipt]
    hands.page.detail.timeline.receipt_wanted.emit(event.receipt)
    paper = await hands.dialog(StripDialog)
    assert "Did not fit" in paper.strip.preview.accessibleDescription()
    paper.reject()
    await hands.idle()
    hands.begin("return_receipt")
    (await hands.dialog(StripDialog)).reject()
    await hands.idle()


async def test_without_a_return_there_is_no_receipt_of_one(hands_of, ordered):
    hands = await hands_of("cyd")
    await hands.open(ordered(status="delivered"))
    action = hands.actions.named("orders.return_receipt")
    assert not action.enabled()
    assert OrderCommand.TAKE_BACK in {
        action
        for action, button in hands.page.detail.commands.buttons.items()
        if not button.isHidden()
    }
