"""Take, send and record the e-mails of the outbox, each in its own transaction."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import uuid4

from storedesk import api, forms
from storedesk.domain.customers import email_address
from storedesk.domain.outbox import Email, MailServerTrouble, MailSettings, Outcome, QueuedEmail
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.persistence.decode import emails
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import patiently

log = logging.getLogger(__name__)

BATCH = 10
"""E-mails that are taken at once: all have to be sent within the lease."""
SHARE_OF_LEASE = 3
"""The part of the lease after which no further e-mail of a batch is started."""


class EmailTransport(Protocol):
    """Sends e-mails: see adapters.mail.smtp.Mailbox."""

    def send(self, email: Email) -> None:
        """Send an e-mail."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


@dataclass(slots=True)
class Round:
    """The results of the e-mails that were due."""

    sent: int = 0
    delayed: int = 0
    failed: int = 0
    lost: int = 0
    """No longer held when the result was to be recorded."""
    trouble: MailServerTrouble | None = None
    """Why the mail server accepts nothing: whoever sends should wait a while."""


def send_due(
    database: Database,
    post_of: Callable[[MailSettings], EmailTransport],
    *,
    is_over: Callable[[], bool] = lambda: False,
) -> Round:
    """Send every e-mail that is due, and record the result of each.

    While the store is a demo, or no mail server is named, nothing is taken and no socket is opened.
    What was taken and not begun when `is_over` goes back as it was.
    """
    patiently(lambda: database.call(api.outbox.sweep_mails()), relieve=database.end_blockers)
    with database.reading() as session:
        settings = forms.mail_settings.settings(session)
    done = Round()
    if not settings.sends:
        return done
    carrier = _Carrier(database, post_of(settings), settings, is_over)
    try:
        while done.trouble is None and not is_over():
            taken = database.call(api.outbox.claim_mails(BATCH))
            if not taken:
                break
            carrier.carry(taken, done)
    finally:
        carrier.post.close()
    if done.trouble:
        log.error("NO MAIL IS SENT: %s", done.trouble)
    return done


class _Carrier:
    """Sends one batch of e-mails after the other."""

    def __init__(
        self,
        database: Database,
        post: EmailTransport,
        settings: MailSettings,
        is_over: Callable[[], bool],
    ) -> None:
        self.post = post
        self._database, self._settings, self._is_over = database, settings, is_over

    def carry(self, taken: Sequence[QueuedEmail], done: Round) -> None:
        latest = time.monotonic() + self._settings.lease_seconds / SHARE_OF_LEASE
        for mail in taken:
            if done.trouble or self._is_over() or time.monotonic() > latest:
                why = done.trouble.sentence() if done.trouble else None
                self._note(mail, Outcome.UNSENT, why, done)
            else:
                self._send(mail, done)

    def _send(self, mail: QueuedEmail, done: Round) -> None:
        from storedesk.documents import email_texts  # noqa: PLC0415 jinja2, at start-up, for no mail

        try:
            self.post.send(email_texts.email_of(mail, emails.news(mail), self._settings))
        except MailServerTrouble as trouble:
            done.trouble = trouble
            self._note(mail, Outcome.UNSENT, trouble.sentence(), done)
        except Unavailable as delay:
            log.warning("mail %s (%s) is put off: %s", mail.id, mail.type, delay)
            self._note(mail, Outcome.DELAYED, delay.sentence(), done)
        except Refused as refusal:
            log.warning("mail %s (%s) has failed: %s", mail.id, mail.type, refusal)
            self._note(mail, Outcome.FAILED, refusal.sentence(), done)
        else:
            log.info("mail %s (%s) is sent", mail.id, mail.type)
            self._note(mail, Outcome.SENT, None, done)

    def _note(self, mail: QueuedEmail, outcome: Outcome, why: str | None, done: Round) -> None:
        """Record the result of an e-mail; what cannot be recorded is found by the next sweep."""
        command = api.outbox.settle_mail(mail, outcome, why)
        settle = partial(self._database.call, command)
        if not patiently(settle, relieve=self._database.end_blockers):
            log.warning("mail %s (%s) was held too long: it is somebody else's", mail.id, mail.type)
            done.lost += 1
        elif outcome is not Outcome.UNSENT:
            setattr(done, outcome.value, getattr(done, outcome.value) + 1)


def send_trial(wanted: MailSettings, password: str | None, recipient: str) -> None:
    """Send an e-mail at once, with settings that may not be saved yet.

    Refused: mail_demo, mail_not_set_up, email_unreadable; and whatever the mail server says.
    """
    from storedesk.adapters.mail.smtp import Mailbox  # noqa: PLC0415 a tenth of a second of start-up
    from storedesk.documents.email_texts import trial_email  # noqa: PLC0415 likewise

    if wanted.is_demo:
        raise Refused("mail_demo")
    if not wanted.is_set_up:
        raise Refused("mail_not_set_up")
    address = email_address(recipient)
    if not address:
        raise Refused("email_unreadable")
    with Mailbox(wanted, password) as mailbox:
        mailbox.send(trial_email(uuid4(), address, wanted))
