"""What staff can ask of the outbox, and do to it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from storedesk.domain.customers import email_address
from storedesk.domain.outbox import MailLine, MailSettings, MailStatus, OldMails
from storedesk.domain.refusals.errors import Refused
from storedesk.persistence import emails, outbox
from storedesk.persistence.engine.database import Command, Session

MOST_AT_ONCE = 1_000


def mail_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: str | None = None,
    sort: str = "created",
    descending: bool = False,
    is_whole: bool = False,
) -> bytes:
    """Return the ids of all mails that match, in order, 16 bytes each.

    `status` is pending (with those that are just being sent), sent, failed, or None for all. With
    `is_whole` recipients and subjects are searched, which are a manager's to read. Sorted by
    created, changed, type or status.
    """
    return emails.mail_keys(
        session, search=search, status=status, sort=sort, descending=descending, is_whole=is_whole
    )


def first_mails(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: str | None = None,
    sort: str = "created",
    descending: bool = False,
    is_whole: bool = False,
    limit: int = 200,
) -> list[MailLine]:
    """Return the first mails of the list whose keys `mail_keys` returns."""
    return emails.first_mails(
        session,
        search=search,
        status=status,
        sort=sort,
        descending=descending,
        is_whole=is_whole,
        limit=limit,
    )


def mail_lines(session: Session, ids: Sequence[UUID], *, is_whole: bool = False) -> list[MailLine]:
    """Return mails in the order of `ids`; recipient, subject and error where `is_whole`."""
    return emails.mail_lines(session, ids, is_whole=is_whole)


def counts(session: Session) -> dict[MailStatus, int]:
    """Count the mails in each state; those that are just being sent still wait."""
    return emails.counts(session)


def failed_count(session: Session) -> int:
    """Count the mails that failed."""
    return emails.failed_count(session)


def failed_ids(session: Session) -> list[UUID]:
    """Return the mails that failed, oldest first, as many as can be tried again at once."""
    return emails.failed_ids(session, limit=MOST_AT_ONCE)


def trouble(session: Session) -> str:
    """Return what the mail server said last to a mail that waits; "" where there was nothing."""
    return emails.trouble(session)


def settings(session: Session) -> MailSettings:
    """Return how the store sends its mail."""
    return outbox.settings(session)


def change_settings(session: Session, wanted: MailSettings) -> None:
    """Say how the store is to send its mail. Conflict: changed_meanwhile."""
    outbox.change_settings(session, wanted)


def retry(request: UUID, ids: Sequence[UUID]) -> Command[int]:
    """Have mails that failed tried again from the start; answers how many are."""
    return outbox.retry(request, ids)


def old_mails(session: Session, before: datetime) -> OldMails:
    """Count the mails that have waited since before an instant, UTC without zone."""
    return outbox.old_mails(session, before)


def give_up(request: UUID, before: datetime) -> Command[int]:
    """Give up the mails that have waited since before an instant; answers how many."""
    return outbox.give_up(request, before)


def resend(request: UUID, mail: UUID) -> Command[UUID]:
    """Send a mail once more, with what is known of its order now."""
    return outbox.resend(request, mail)


def send_trial(wanted: MailSettings, password: str | None, recipient: str) -> None:
    """Send a mail at once by settings that need not be saved yet.

    Refused: mail_demo, mail_not_set_up, email_unreadable; and whatever the mail server says.
    """
    from storedesk.adapters.mail.smtp import Mailbox  # noqa: PLC0415 a tenth of a second of start-up
    from storedesk.documents.email_texts import trial_letter  # noqa: PLC0415 likewise

    if wanted.is_demo:
        raise Refused("mail_demo")
    if not wanted.is_set_up:
        raise Refused("mail_not_set_up")
    address = email_address(recipient)
    if not address:
        raise Refused("email_unreadable")
    with Mailbox(wanted, password) as mailbox:
        mailbox.send(trial_letter(uuid4(), address, wanted))
