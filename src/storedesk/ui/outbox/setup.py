"""Ask an admin for the mail server, and send a test e-mail."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk import api, forms
from storedesk.domain.customers import email_address
from storedesk.domain.outbox import MailSettings, Security
from storedesk.domain.refusals.errors import Refused
from storedesk.services import sending
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.dialogs.dialog import Choice, Dialog, ask
from storedesk.ui.kit.forms.form import (
    ChoiceField,
    Field,
    LineField,
    QuantityField,
    TextField,
    is_field_good,
)
from storedesk.ui.kit.looks.buttons import Kind, primary, secondary
from storedesk.ui.kit.looks.cards import hairline, row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.outbox.labels import emails_label

T = TypeVar("T")

PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}
LONGEST = 255
OLD = timedelta(days=1)
"""Age from which waiting e-mails are asked about when e-mail is set up."""


async def set_up_email(page: View, context: PageContext) -> None:
    """Ask for the mail server, and report the result on the page."""
    settings = await page.desk.read(forms.mail_settings.settings)
    dialog = EmailSetupDialog(page.window(), context, settings)
    if not await dialog.shown():
        return
    if dialog.is_kept:
        page.note.say(tr("E-mail is set up. Waiting e-mails are sent now."))
    else:
        words = tr(
            "This computer cannot store passwords. StoreDesk remembers this one until it is"
            " closed; to keep it, set STOREDESK_SMTP_PASSWORD.",
        )
        page.problem.say(words, Tone.WARN)
    page.reload()


async def in_own_thread(job: Callable[[], T]) -> T:
    """Run a job that may take long, such as talking to a mail server, on its own thread."""
    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
    try:
        return await asyncio.get_running_loop().run_in_executor(thread, job)
    finally:
        thread.shutdown(wait=False)


class SecretField(LineField[str]):
    """A password; an empty field keeps the known one."""

    def __init__(self, label: str, *, hint: str) -> None:
        super().__init__(label, optional=True, hint=hint)
        self.input.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        """Return what was typed."""
        return self.text()

    def show_value(self, value: str) -> None:
        """Show `value`."""
        self.input.setText(value)


class EmailSetupDialog(Dialog):
    """Edit server, encryption, user and sender; the password goes to the password store."""

    def __init__(self, parent: QWidget, context: PageContext, settings: MailSettings) -> None:
        super().__init__(parent, tr("Set up e-mail"), width=620)
        self._context, self._settings = context, settings
        self.is_kept = True
        """Whether the password is kept after the program ends."""
        self._make_fields()
        self.result_line = Banner(Tone.OK)
        self.remark = muted(wrap=True)
        self.trial = secondary(tr("Send a test e-mail"), icon="send")
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.go = primary(tr("Save"), icon="check")
        self._lay_out()
        self.about = {
            "mail_server_away": self.host.input,
            "mail_server_not_smtp": self.host.input,
            "mail_server_certificate": self.host.input,
            "mail_server_no_sign_in": self.user.input,
            "mail_server_password": self.password.input,
            "mail_server_sender": self.address.input,
            "mail_refused": self.trial_to.input,
        }
        self._show(settings)
        self.security.edited.connect(self._propose_port)
        self.trial.clicked.connect(lambda: self.start(self.try_out))
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(lambda: self.start(self.save))
        self.go.setDefault(True)
        self.host.input.setFocus()

    async def try_out(self) -> None:
        """Send a test e-mail with the typed settings, saved or not."""
        self.result_line.hide()
        wanted = self._wanted()
        if wanted is None or not is_field_good(self.trial_to, _needed_address):
            return
        to = self.trial_to.value()
        password: str | None = self.password.value()
        if not password:
            known = partial(self._context.mail_passwords.known, wanted)
            password = await in_own_thread(known)
        self.trial.setEnabled(False)
        self.trial.setText(tr("Sending…"))
        try:
            await in_own_thread(partial(sending.send_trial, wanted, password, to))
        finally:
            self.trial.setEnabled(True)
            self.trial.setText(tr("Send a test e-mail"))
        words = tr("The mail server accepted the e-mail to {to}. Check that it has arrived.")
        self.result_line.say(words.format(to=to))

    async def save(self) -> None:
        """Save the settings, without trying them."""
        wanted = self._wanted()
        if wanted is None:
            return
        if not self._settings.is_set_up and not await self._judge_old_ones():
            return
        typed = self.password.value()
        if wanted.user and typed:
            self.is_kept = await in_own_thread(
                partial(self._context.mail_passwords.keep, wanted, typed)
            )
        await self._context.desk.edit(forms.mail_settings.change_settings, wanted)
        self.accept()

    async def _judge_old_ones(self) -> bool:
        """Ask whether to send e-mails that have waited long; False if the person cancels."""
        before = (datetime.now(UTC) - OLD).replace(tzinfo=None)
        old = await self._context.desk.read(api.outbox.old_mails, before)
        if not old.oldest:
            return True
        words = tr(
            "{emails} waited while no mail server was set up, the oldest since {day}. Send them"
            " now, or mark them as failed; a manager can still send them later."
        ).format(
            emails=emails_label(old.count, self._context.format),
            day=self._context.format.date(old.oldest),
        )
        choices = (
            Choice("send", tr("Send them all")),
            Choice("give_up", tr("Mark as failed"), Kind.PRIMARY),
        )
        answer = await ask(self, tr("Old e-mails"), words, choices, default="give_up")
        if answer == "give_up":
            await self._context.desk.do(api.outbox.give_up_mails, before)
        return bool(answer)

    def _wanted(self) -> MailSettings | None:
        """Return the typed settings; None, with wrong fields marked, if any are wrong."""
        judges: list[tuple[Field[Any], Callable[[Any], object] | None]] = [
            (self.host, None), (self.port, None), (self.user, None), (self.writer, None),
            (self.address, _needed_address), (self.reply_to, email_address),
        ]  # fmt: skip
        wrong = [field for field, judge in judges if not is_field_good(field, judge)]
        if wrong:
            wrong[0].editor.setFocus()
            return None
        return replace(
            self._settings,
            host=self.host.value(),
            port=self.port.value(),
            security=Security(self.security.value()),
            user=self.user.value(),
            sender=email_address(self.address.value()),
            sender_name=self.writer.value(),
            reply_to=email_address(self.reply_to.value()),
        )

    def _propose_port(self) -> None:
        chosen = Security(self.security.value())
        if self.port.text().strip() in {"", *map(str, PORTS.values())}:
            self.port.show_value(PORTS[chosen])
        self._show_remark()

    def _show_remark(self) -> None:
        words = tr(
            "The password is kept in this computer's password store, never in the store's"
            " database. Where storedesk mailer sends the e-mails, set STOREDESK_SMTP_PASSWORD."
        )
        if self.security.value() == Security.NONE:
            words = tr(
                "Nothing is encrypted. Use this only for a mail server on this computer or in"
                " your own network; no password is sent to any other server."
            )
        self.remark.setText(words)

    def _show(self, settings: MailSettings) -> None:
        self.host.show_value(settings.host)
        self.port.show_value(settings.port)
        self.security.show_value(settings.security.value)
        self.user.show_value(settings.user)
        self.address.show_value(settings.sender)
        self.writer.show_value(settings.sender_name)
        self.reply_to.show_value(settings.reply_to)
        self.trial_to.show_value(settings.reply_to or settings.sender)
        self._show_remark()

    def _make_fields(self) -> None:
        self.host = TextField(tr("Mail server"), longest=LONGEST, hint="smtp.example.com")
        self.port = QuantityField(tr("Port"), largest=65535, width=90)
        self.security = ChoiceField(
            tr("Encryption"),
            [
                (Security.STARTTLS.value, tr("STARTTLS")),
                (Security.TLS.value, tr("TLS from the start")),
                (Security.NONE.value, tr("None")),
            ],
        )
        self.user = TextField(tr("User"), longest=LONGEST, optional=True)
        self.password = SecretField(tr("Password"), hint=self._password_hint())
        self.address = TextField(tr("Sender's address"), longest=LONGEST, hint="shop@example.com")
        name = self._settings.letterhead.name
        self.writer = TextField(tr("Sender's name"), longest=200, optional=True, hint=name)
        self.reply_to = TextField(tr("Reply to"), longest=LONGEST, optional=True)
        self.trial_to = TextField(tr("Send the test to"), longest=LONGEST)

    def _password_hint(self) -> str:
        return tr("unchanged") if self._settings.user else ""

    def _lay_out(self) -> None:
        rows = (
            (self.host, self.security, self.port),
            (self.user, self.password),
            (self.address, self.writer),
        )
        for fields in rows:
            line = row(*fields)
            line.setStretch(0, 1)
            line.setStretch(1, int(len(fields) == 2))  # noqa: PLR2004 - halves
            for field in fields:
                line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            self.lay_out(line)
        self.lay_out(self.reply_to, self.remark, hairline(), self.trial_to, self.result_line)
        self.buttons(self.trial, self.cancel, self.go)


def _needed_address(typed: str) -> None:
    if not email_address(typed):
        raise Refused("field_missing")
