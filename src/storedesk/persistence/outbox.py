"""The outbox: the calls by which mails are sent, and the questions about them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    DateTime,
    Integer,
    Select,
    Uuid,
    any_,
    bindparam,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.domain.addresses import town_line
from storedesk.domain.errors import Conflict
from storedesk.domain.outbox import (
    Letterhead,
    MailLine,
    MailSettings,
    MailStatus,
    MailType,
    Outcome,
    QueuedMail,
    Security,
)
from storedesk.persistence.answers import Answer, Document
from storedesk.persistence.choosing import as_written, in_order, key_vector, ordered
from storedesk.persistence.database import Command
from storedesk.persistence.rows import CustomerRow, EmailRow, OrderRow, StoreSettingsRow

Ts = TypeVarTuple("Ts")
KEY = EmailRow.id.expression
SORTS: Mapping[str, tuple[ColumnElement[Any], ...]] = MappingProxyType(
    {
        "created": (EmailRow.created_at.expression, KEY),
        "changed": (EmailRow.updated_at.expression, KEY),
        "type": (EmailRow.email_type.expression, EmailRow.created_at.expression, KEY),
        "status": (EmailRow.status.expression, EmailRow.created_at.expression, KEY),
    }
)
"""What the list may be sorted by; every order ends with a key."""
WAITING = ("pending", "processing")


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
            token=datetime.fromisoformat(mail["token"]),
            type=MailType(mail["type"]),
            recipient=mail["recipient"],
            subject=mail["subject"],
            payload=mail["payload"],
            queued_at=datetime.fromisoformat(mail["queued_at"]),
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


# --- the list


def mail_keys(session: Session, *, sort: str, descending: bool, **narrowed: Any) -> bytes:
    """Return the ids of all mails that match, in order, 16 bytes each; see `is_wanted`."""
    query = _joined(select(EmailRow.id)).where(*is_wanted(**narrowed))
    return key_vector(session, ordered(query, SORTS[sort], descending=descending))


def first_mails(
    session: Session, *, sort: str, descending: bool, limit: int, is_whole: bool, **narrowed: Any
) -> list[MailLine]:
    """Return the first mails of a list; see `is_wanted`."""
    query = _lines(is_whole=is_whole).where(*is_wanted(is_whole=is_whole, **narrowed))
    query = ordered(query, SORTS[sort], descending=descending).limit(as_written(limit))
    return [_line(*row) for row in session.execute(query)]


def mail_lines(session: Session, ids: Sequence[UUID], *, is_whole: bool) -> list[MailLine]:
    """Return mails in the order of `ids`."""
    query = _lines(is_whole=is_whole).where(EmailRow.id == any_(bindparam("ids")))
    rows = session.execute(query, {"ids": list(ids)})
    return in_order(ids, {row[0]: _line(*row) for row in rows})


def is_wanted(
    *, search: str = "", status: str | None = None, is_whole: bool = False
) -> list[ColumnElement[bool]]:
    """Say what a mail must be: waiting, sent or failed, and with every word of `search`.

    `is_whole` looks into recipient and subject too, which are not everybody's to read.
    """
    conditions: list[ColumnElement[bool]] = []
    if status == MailStatus.PENDING:
        conditions.append(EmailRow.status.in_(WAITING))
    elif status is not None:
        conditions.append(EmailRow.status == status)
    for word in search.split():
        places = [OrderRow.order_number, CustomerRow.first_name, CustomerRow.last_name]
        if is_whole:
            places += [EmailRow.recipient_email, EmailRow.subject]
        conditions.append(or_(*(place.icontains(word, autoescape=True) for place in places)))
    return conditions


def failed_ids(session: Session, *, limit: int) -> list[UUID]:
    """Return the mails that failed, oldest first."""
    query = select(EmailRow.id).where(EmailRow.status == "failed").order_by(EmailRow.created_at)
    return list(session.scalars(query.limit(limit)))


def counts(session: Session) -> dict[MailStatus, int]:
    """Count the mails in each state; those that are just being sent still wait."""
    query = select(EmailRow.status, func.count()).group_by(EmailRow.status)
    found = {MailStatus(status): count for status, count in session.execute(query)}
    waiting = sum(found.pop(state, 0) for state in (MailStatus.PENDING, MailStatus.PROCESSING))
    return found | {MailStatus.PENDING: waiting}


def failed_count(session: Session) -> int:
    """Count the mails that failed."""
    query = select(func.count()).select_from(EmailRow).where(EmailRow.status == "failed")
    return session.scalar(query) or 0


def trouble(session: Session) -> str:
    """Return what a mail server said last to a mail that waits; "" where none was refused."""
    query = (
        select(EmailRow.last_error)
        .where(EmailRow.status == "pending", EmailRow.last_error.is_not(None))
        .order_by(EmailRow.updated_at.desc())
        .limit(1)
    )
    return session.scalar(query) or ""


def _joined(query: Select[*Ts]) -> Select[*Ts]:
    """Join what a mail is about."""
    is_order = (EmailRow.reference_type == "order") & (OrderRow.id == EmailRow.reference_id)
    return (
        query.select_from(EmailRow)
        .outerjoin(OrderRow, is_order)
        .outerjoin(
            CustomerRow,
            CustomerRow.id == func.coalesce(OrderRow.customer_id, EmailRow.reference_id),
        )
    )


def _lines(*, is_whole: bool) -> Select[*tuple[Any, ...]]:
    secret = (EmailRow.recipient_email, EmailRow.subject, EmailRow.last_error)
    return _joined(
        select(
            EmailRow.id,
            EmailRow.email_type,
            EmailRow.status,
            EmailRow.reference_type,
            EmailRow.reference_id,
            OrderRow.order_number,
            CustomerRow.first_name,
            CustomerRow.last_name,
            EmailRow.retry_count,
            EmailRow.created_at,
            EmailRow.updated_at,
            EmailRow.sent_at,
            *(secret if is_whole else ()),
        )
    )


def _line(  # noqa: PLR0913, PLR0917 - the columns of _lines
    key: UUID,
    kind: str,
    status: str,
    reference_type: str,
    reference_id: UUID,
    number: str | None,
    first_name: str | None,
    last_name: str | None,
    tries: int,
    created_at: datetime,
    updated_at: datetime,
    sent_at: datetime | None,
    recipient: str = "",
    subject: str = "",
    error: str | None = None,
) -> MailLine:
    name = f"{first_name or ''} {last_name or ''}".strip()
    return MailLine(
        id=key,
        type=MailType(kind),
        status=MailStatus(status),
        reference_type=reference_type,
        reference_id=reference_id,
        number=number or "",
        customer=name,
        tries=tries,
        created_at=created_at,
        updated_at=updated_at,
        sent_at=sent_at,
        recipient=recipient,
        subject=subject,
        error=error or "",
    )
