"""The outbox: e-mails taken, settled, tried again and given up."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    DateTime,
    Integer,
    Uuid,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.domain.outbox import (
    MailType,
    OldMails,
    Outcome,
    QueuedEmail,
)
from storedesk.persistence.decode.answer import Answer, Document
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command
from storedesk.persistence.rows.instants import instant


def claim_mails(most: int) -> Command[list[QueuedEmail]]:
    """Take up to so many mails that are due."""
    return func.api.claim_mails(most, type_=Answer(_claimed))


def settle_mail(mail: QueuedEmail, outcome: Outcome, error: str | None = None) -> Command[bool]:
    """Say what became of a mail; false where it was held no longer.

    Refuses: bad_outcome.
    """
    return func.api.settle_mail(
        mail.id, literal(mail.token, DateTime()), outcome.value, error, type_=Boolean()
    )


def sweep_mails() -> Command[int]:
    """Give back what was taken and never settled."""
    return func.api.sweep_mails(type_=Integer())


def _claimed(payload: list[Document]) -> list[QueuedEmail]:
    return [
        QueuedEmail(
            id=UUID(mail["id"]),
            token=instant(mail["token"]),
            type=MailType(mail["type"]),
            recipient=mail["recipient"],
            subject=mail["subject"],
            payload=mail["payload"],
            queued_at=instant(mail["queued_at"]),
        )
        for mail in payload
    ]


def retry_mails(request: UUID, ids: Sequence[UUID]) -> Command[int]:
    """Have mails that failed tried again from the start; answers how many are.

    Refuses: mail_not_failed.
    """
    return func.api.retry_mails(request, literal(list(ids), ARRAY(Uuid())), type_=Integer())


def resend_mail(request: UUID, mail: UUID) -> Command[UUID]:
    """Send a mail once more, with what is known of its order now.

    Refuses: mail_not_found, mail_not_sent, mail_nowhere, mail_overtaken.
    """
    return func.api.resend_mail(request, mail, type_=Uuid())


def old_mails(session: Session, before: datetime) -> OldMails:
    """Count the mails that have waited since before an instant, UTC without zone.

    Refuses: bad_instant.
    """
    asked = func.api.old_mails(literal(before, DateTime()), type_=Answer(_old))
    found: OldMails = session.execute(select(asked)).scalar_one()
    return found


def give_up_mails(request: UUID, before: datetime) -> Command[int]:
    """Give up the mails that have waited since before an instant; answers how many.

    Refuses: bad_instant.
    """
    return func.api.give_up_mails(request, literal(before, DateTime()), type_=Integer())


def _old(payload: Document) -> OldMails:
    oldest = payload["oldest"]
    return OldMails(payload["count"], instant(oldest) if oldest else None)
