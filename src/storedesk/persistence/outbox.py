"""The outbox: the calls by which mails are sent, and how the store sends them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    DateTime,
    Integer,
    Uuid,
    func,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.domain.outbox import (
    Letterhead,
    MailSettings,
    MailType,
    OldMails,
    Outcome,
    QueuedMail,
    Security,
)
from storedesk.domain.refusals.errors import Conflict
from storedesk.domain.values.addresses import town_line
from storedesk.persistence.decode.till import Answer, Document
from storedesk.persistence.engine.database import Command
from storedesk.persistence.rows import StoreSettingsRow
from storedesk.persistence.rows.instants import instant

# --- sending


def claim(most: int) -> Command[list[QueuedMail]]:
    """Take up to so many mails that are due."""
    return func.api.claim_mails(most, type_=Answer(_claimed))


def settle(mail: QueuedMail, outcome: Outcome, error: str | None = None) -> Command[bool]:
    """Say what became of a mail; false where it was held no longer."""
    return func.api.settle_mail(
        mail.id, literal(mail.token, DateTime()), outcome.value, error, type_=Boolean()
    )


def sweep() -> Command[int]:
    """Give back what was taken and never settled."""
    return func.api.sweep_mails(type_=Integer())


def _claimed(told: list[Document]) -> list[QueuedMail]:
    return [
        QueuedMail(
            id=UUID(mail["id"]),
            token=instant(mail["token"]),
            type=MailType(mail["type"]),
            recipient=mail["recipient"],
            subject=mail["subject"],
            payload=mail["payload"],
            queued_at=instant(mail["queued_at"]),
        )
        for mail in told
    ]


# --- what managers do


def retry(request: UUID, mails: Sequence[UUID]) -> Command[int]:
    """Have mails that failed tried again; answers how many are."""
    return func.api.retry_mails(request, literal(list(mails), ARRAY(Uuid())), type_=Integer())


def resend(request: UUID, mail: UUID) -> Command[UUID]:
    """Queue a mail once more that was sent."""
    return func.api.resend_mail(request, mail, type_=Uuid())


def old_mails(session: Session, before: datetime) -> OldMails:
    """Count the mails that have waited since before an instant, UTC without zone."""
    asked = func.api.old_mails(literal(before, DateTime()), type_=Answer(_old))
    found: OldMails = session.execute(select(asked)).scalar_one()
    return found


def give_up(request: UUID, before: datetime) -> Command[int]:
    """Give up the mails that have waited since before an instant; answers how many."""
    return func.api.give_up_mails(request, literal(before, DateTime()), type_=Integer())


def _old(told: Document) -> OldMails:
    oldest = told["oldest"]
    return OldMails(told["count"], instant(oldest) if oldest else None)


# --- the settings


def settings(session: Session) -> MailSettings:
    """Return how the store sends its mail."""
    row = session.scalars(select(StoreSettingsRow)).one()
    parts = (row.store_city, row.store_state, row.store_postal_code)
    city, state, code = ("" if part == "-" else part for part in parts)
    town = town_line(city=city, state=state, postal_code=code, country=row.store_country)
    street = "" if row.store_street == "-" else row.store_street
    return MailSettings(
        host=row.smtp_host or "",
        port=row.smtp_port,
        security=Security(row.smtp_security),
        user=row.smtp_user or "",
        sender=row.sender_email or "",
        sender_name=row.sender_name or "",
        reply_to=row.reply_email or "",
        letterhead=Letterhead(
            name=row.name,
            address=tuple(filter(None, (street, town))),
            phone=row.phone or "",
            web=row.web_address or "",
            email=row.reply_email or row.sender_email or "",
        ),
        language=row.language,
        time_zone=row.time_zone,
        is_demo=row.is_demo,
        lease_seconds=row.email_lease_seconds,
        version=row.version,
    )


def change_settings(session: Session, wanted: MailSettings) -> None:
    """Say how the store is to send its mail. Conflict: changed_meanwhile."""
    row = session.scalars(select(StoreSettingsRow)).one()
    if row.version != wanted.version:
        raise Conflict("changed_meanwhile")
    row.smtp_host = wanted.host or None
    row.smtp_port = wanted.port
    row.smtp_security = wanted.security.value
    row.smtp_user = wanted.user or None
    row.sender_email = wanted.sender or None
    row.sender_name = wanted.sender_name or None
    row.reply_email = wanted.reply_to or None
