"""The receipt goes out by e-mail, from where the change is shown and from the last receipt."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.ui.till.receipts.mail_panel import MailPanel
from storedesk.ui.till.receipts.print_panel import ReceiptPanel

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


async def control(counter, key):
    counter.clock.pass_()
    QTest.keyClick(counter._focus(), key, CONTROL)
    await counter.view.idle()


async def sold(counter, person=None):
    await counter.come()
    await counter.scan("PEGS")
    if person is not None:
        counter.view.selling.attach(counter.shop.people[person].id)
        await counter.view.idle()
    await counter.pay()
    await counter.press(KEY.Key_Return)


def addresses(counter):
    return [address for _, address in counter.shop.mails.values()]


def known(counter):
    """Tell which of the people has an e-mail address."""
    return next(n for n, one in enumerate(counter.shop.people) if one.email)


async def test_one_key_sends_it_to_the_customer_and_another_calls_it_off(counter):
    await sold(counter, known(counter))
    await control(counter, KEY.Key_M)
    email = counter.shop.people[known(counter)].email
    assert addresses(counter) == [email]
    note = counter.view.receipts.mailed
    assert note.text() == f"The receipt ORD-2026-000001 goes to {email}."
    assert counter.panel is None
    await control(counter, KEY.Key_Z)
    assert addresses(counter) == []
    assert note.text() == f"The e-mail to {email} is called off."
    assert note.undo.isHidden()


async def test_the_buttons_do_the_same(counter):
    await sold(counter, known(counter))
    await counter.click(counter.view.side.done.mail)
    assert len(addresses(counter)) == 1
    await counter.click(counter.view.receipts.mailed.undo)
    assert addresses(counter) == []


async def test_what_is_under_way_stays_sent_and_says_so(counter):
    await sold(counter, known(counter))
    await control(counter, KEY.Key_M)
    counter.shop.gone |= set(counter.shop.mails)
    await control(counter, KEY.Key_Z)
    assert "on its way already" in counter.view.problem.text()
    assert len(addresses(counter)) == 1


async def test_undo_belongs_to_the_next_sale_once_that_has_begun(counter):
    await sold(counter, known(counter))
    await control(counter, KEY.Key_M)
    await counter.scan("SOAP-OAT")
    await control(counter, KEY.Key_Z)
    assert len(addresses(counter)) == 1
    assert counter.lines == []


async def test_of_a_walk_in_the_address_is_asked_and_what_was_typed_stays(counter):
    await sold(counter)
    await control(counter, KEY.Key_M)
    assert isinstance(counter.panel, MailPanel)
    field = counter.panel.field
    await counter.enter("eve@", field.input)
    assert "not an e-mail address" in field.problem.text()
    assert field.input.text() == "eve@"
    await counter.enter("example.com", field.input)
    assert counter.panel is None
    assert addresses(counter) == ["eve@example.com"]
    assert counter.view.entry.hasFocus()
    await control(counter, KEY.Key_M)
    await counter.enter("eve@example.com", counter.panel.field.input)
    assert "on its way to eve@example.com already" in counter.panel.problem.text()
    assert counter.panel.field.input.text() == "eve@example.com"
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None


async def test_beside_the_last_receipt_it_goes_back_to_that(counter):
    await sold(counter)
    await counter.press(KEY.Key_F10)
    receipt = counter.panel
    assert isinstance(receipt, ReceiptPanel)
    await counter.click(receipt.mail)
    assert isinstance(counter.panel, MailPanel)
    await counter.press(KEY.Key_Escape)
    assert counter.panel is receipt
    await control(counter, KEY.Key_M)
    await counter.enter("eve@example.com", counter.panel.field.input)
    assert counter.panel is receipt
    await control(counter, KEY.Key_Z)
    assert addresses(counter) == []


async def test_it_is_another_key_while_money_is_taken(counter):
    await counter.come()
    await control(counter, KEY.Key_M)
    assert counter.view.problem.text() == "Nothing was sold at this till yet."
    await counter.scan("PEGS")
    await counter.pay()
    panel = counter.panel
    await control(counter, KEY.Key_M)
    assert counter.panel is panel
