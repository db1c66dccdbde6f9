"""Setting up e-mail: what is typed, tried and saved, and where the password goes."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from storedesk import forms
from storedesk.adapters.mail.passwords import MailPasswords
from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.outbox.settings import EmailSettingsView
from storedesk.ui.outbox.setup import EmailSetupDialog
from tests.outbox.test_line import SECRET, USER
from tests.ui.contexts import a_context


@pytest.fixture
def page(qtbot, signed_in, us, act, keeper):
    """Dee's page: an admin, who reads no mails."""
    desk, me = signed_in("dee")
    page = EmailSettingsView(a_context(desk, me, us, mail_passwords=MailPasswords(lambda: keeper)))
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    return page


@pytest.fixture
def setting_up(page, qtbot):
    """Open the dialog, do something in it, and wait until it has gone or has had its say."""

    async def setting_up(action, *, closes=True):
        qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        dialog = None
        while not isinstance(dialog, EmailSetupDialog):
            await asyncio.sleep(0.01)
            dialog = covering()
        action(dialog)
        if not closes:
            await dialog.idle()
            said = (dialog.result_line.text(), dialog.problem.text(), dialog.host.problem.text(),
                    dialog.address.problem.text())  # fmt: skip
            dialog.reject()
            await page.idle()
            return said
        await page.idle()
        return None

    return setting_up


def fill(qtbot, dialog, server, *, user="", password="", sender="shop@shop.example"):
    qtbot.keyClicks(dialog.host.input, server.host)
    dialog.security.input.setCurrentIndex(2)
    dialog.security.input.activated.emit(2)
    dialog.port.input.clear()
    qtbot.keyClicks(dialog.port.input, str(server.port))
    qtbot.keyClicks(dialog.user.input, user)
    qtbot.keyClicks(dialog.password.input, password)
    qtbot.keyClicks(dialog.address.input, sender)


async def test_an_admin_sets_it_up_by_keys_and_the_password_stays_here(
    setting_up, page, qtbot, mail_server, store, keeper
):
    server = mail_server()

    def action(dialog):
        fill(qtbot, dialog, server, user=USER, password="s3cret-of-the-shop")
        qtbot.keyClick(dialog.address.input, Qt.Key.Key_Return)

    await setting_up(action)

    words = "SELECT smtp_host, smtp_port, smtp_security, smtp_user, sender_email"
    assert store.rows(f"{words} FROM storedesk.store_settings") == [
        ("127.0.0.1", server.port, "none", USER, "shop@shop.example")
    ]
    assert keeper.kept == {("mail 127.0.0.1", USER): "s3cret-of-the-shop"}
    everything = "SELECT string_agg(a::text, '') FROM storedesk.audit_event AS a"
    assert "s3cret-of-the-shop" not in store.sql(everything)
    assert "smtp_host" in store.sql(everything)
    assert page.note.text() == "E-mail is set up. Waiting e-mails are sent now."
    assert page.state.isHidden()
    assert server.connections == 0  # nothing was tried


async def test_where_no_password_is_kept_it_is_said(setting_up, page, qtbot, mail_server, keeper):
    keeper.remember = lambda *_: False

    def action(dialog):
        fill(qtbot, dialog, mail_server(), user=USER, password="s3cret")
        qtbot.keyClick(dialog.address.input, Qt.Key.Key_Return)

    await setting_up(action)

    assert page.problem.text().startswith("This computer cannot store passwords")


async def test_a_test_mail_shows_that_it_works(setting_up, qtbot, mail_server, store):
    server = mail_server(login=(USER, "s3cret"))

    def action(dialog):
        fill(qtbot, dialog, server, user=USER, password="s3cret")
        qtbot.keyClicks(dialog.trial_to.input, "boss@shop.example")
        qtbot.mouseClick(dialog.trial, Qt.MouseButton.LeftButton)

    said = await setting_up(action, closes=False)

    assert said[:2] == (
        "The mail server accepted the e-mail to boss@shop.example. Check that it has arrived.", ""
    )  # fmt: skip
    (message,) = server.messages
    assert message["To"] == "boss@shop.example"
    assert store.sql("SELECT smtp_host FROM storedesk.store_settings") is None  # nothing is saved


async def test_a_test_mail_that_is_refused_says_why(setting_up, qtbot, mail_server):
    server = mail_server(login=(USER, SECRET))

    def action(dialog):
        fill(qtbot, dialog, server, user=USER, password="wrong")
        qtbot.keyClicks(dialog.trial_to.input, "boss@shop.example")
        qtbot.mouseClick(dialog.trial, Qt.MouseButton.LeftButton)

    _, problem, *_ = await setting_up(action, closes=False)

    assert problem.startswith("The mail server does not accept this user and password: 535")
    assert "wrong" not in problem


async def test_what_is_missing_is_marked_where_it_stands(setting_up, qtbot, store):
    def action(dialog):
        qtbot.keyClicks(dialog.address.input, "nonsense")
        qtbot.keyClick(dialog.address.input, Qt.Key.Key_Return)

    *_, host, address = await setting_up(action, closes=False)

    assert host == "This is needed."
    assert address.startswith("This is not an e-mail address")
    assert store.sql("SELECT version FROM storedesk.store_settings") == 1


async def test_what_somebody_else_has_just_changed_is_not_written_over(
    setting_up, qtbot, mail_server, store
):
    server = mail_server()

    def action(dialog):
        fill(qtbot, dialog, server)
        store.sql("UPDATE storedesk.store_settings SET name = 'Another'")
        qtbot.keyClick(dialog.address.input, Qt.Key.Key_Return)

    _, problem, *_ = await setting_up(action, closes=False)

    assert problem == "Someone else has just changed this. Look at it again."
    assert store.sql("SELECT smtp_host FROM storedesk.store_settings") is None


def test_a_password_is_known_until_the_end_where_nobody_keeps_it(desk_of, monkeypatch):
    monkeypatch.delenv("STOREDESK_SMTP_PASSWORD", raising=False)
    settings = asyncio.run(desk_of("dee").read(forms.mail_settings.settings))
    settings = replace(settings, host="mail.example", user=USER)
    passwords = MailPasswords(lambda: None)
    assert passwords.known(settings) is None
    assert not passwords.keep(settings, "s3cret")
    assert passwords.known(settings) == "s3cret"
    assert passwords.known(replace(settings, host="other.example")) is None
    assert passwords.known(replace(settings, user="")) is None
    monkeypatch.setenv("STOREDESK_SMTP_PASSWORD", "of the environment")
    assert passwords.known(settings) == "of the environment"


@pytest.mark.parametrize(("answer", "states"), [("Mark as failed", ["failed", "pending"]),
                                                ("Send them all", ["pending", "pending"]),
                                                ("", ["pending", "pending"])])  # fmt: skip
async def test_mails_that_have_waited_for_long_are_asked_about_when_mail_is_set_up(
    answer, states, setting_up, qtbot, mail_server, store, order, confirm
):
    server, said, replies = mail_server(), [], []
    confirm(order())
    store.sql("UPDATE email_queue SET created_at = created_at - interval '40 days'")
    confirm(order("bea@example.com"))

    def action(dialog):
        fill(qtbot, dialog, server)
        qtbot.keyClick(dialog.address.input, Qt.Key.Key_Return)
        replies.append(asyncio.ensure_future(reply(dialog)))

    async def reply(dialog):
        question = None
        while not isinstance(question, Question):
            await asyncio.sleep(0.01)
            question = covering()
        said.extend(label.text() for label in question.findChildren(Label))
        if answer:
            next(one for one in question.findChildren(Button) if one.label == answer).click()
            return
        question.reject()
        await dialog.idle()
        dialog.reject()

    await setting_up(action)
    await asyncio.gather(*replies)

    assert any(
        words.startswith("1 e-mail waited while no mail server was set up") for words in said
    )
    found = store.rows("SELECT status FROM email_queue ORDER BY created_at")
    assert [state for (state,) in found] == states
    assert store.sql("SELECT smtp_host FROM storedesk.store_settings") == (
        "127.0.0.1" if answer else None
    )
