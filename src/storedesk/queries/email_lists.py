"""Questions about mails: the list of the outbox, and what is in the way."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    any_,
    bindparam,
    case,
    exists,
    func,
    literal,
    select,
)
from sqlalchemy.orm import Session

from storedesk.domain.outbox import MailLine, MailStatus, MailType
from storedesk.persistence.engine.lists import as_written, in_order, key_vector, ordered
from storedesk.persistence.engine.search import mentions
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import CustomerRow, EmailRow, OrderRow, OvertakenEmailRow

Ts = TypeVarTuple("Ts")
KEY = EmailRow.id.expression
IS_OVERTAKEN = exists().where(OvertakenEmailRow.email_id == EmailRow.id)
STATUS: ColumnElement[str] = case(
    (and_(EmailRow.status == "failed", IS_OVERTAKEN), literal("overtaken", literal_execute=True)),
    else_=EmailRow.status,
).label("status")
"""How far a mail has come, as people are told: what was overtaken has not failed."""
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
"""E-mails that one command may try again."""


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
    query = _joined(select(EmailRow.id)).where(
        *is_wanted(search=search, status=status, is_whole=is_whole)
    )
    return key_vector(session, ordered(query, SORTS[sort], descending=descending))


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
    query = _lines(is_whole=is_whole).where(
        *is_wanted(is_whole=is_whole, search=search, status=status)
    )
    query = ordered(query, SORTS[sort], descending=descending).limit(as_written(limit))
    return [_line(*row) for row in session.execute(query)]


def mail_lines(session: Session, ids: Sequence[UUID], *, is_whole: bool = False) -> list[MailLine]:
    """Return mails in the order of `ids`; recipient, subject and error where `is_whole`."""
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
    if status == MailStatus.FAILED:
        conditions.append(~IS_OVERTAKEN)
    if search.strip():
        conditions.append(EmailRow.id.in_(_found_by(search, is_whole=is_whole)))
    return conditions


def failed_ids(session: Session, *, limit: int) -> list[UUID]:
    """Return the mails that failed, oldest first: `limit` at most."""
    is_failed = (EmailRow.status == "failed", ~IS_OVERTAKEN)
    query = select(EmailRow.id).where(*is_failed).order_by(EmailRow.created_at)
    return list(session.scalars(query.limit(limit)))


def counts(session: Session) -> dict[MailStatus, int]:
    """Count the mails in each state; those that are just being sent still wait."""
    return counts_of(*together(session, COUNTS))


def counts_of(rows: Sequence[Any]) -> dict[MailStatus, int]:
    """Make the counts of the rows of COUNTS."""
    found = {MailStatus(status): count for status, count in rows}
    waiting = sum(found.pop(state, 0) for state in (MailStatus.PENDING, MailStatus.PROCESSING))
    return found | {MailStatus.PENDING: waiting}


def failed_count(session: Session) -> int:
    """Count the mails that failed."""
    ((failed,),) = together(session, FAILED)
    return int(failed)


def trouble(session: Session) -> str:
    """Return what the mail server said last to a mail that waits; "" where there was nothing."""
    (found,) = together(session, TROUBLE)
    return found[0] if found else ""


def _trouble() -> Select[str | None]:
    return (
        select(EmailRow.last_error)
        .where(EmailRow.status == "pending", EmailRow.last_error.is_not(None))
        .order_by(EmailRow.updated_at.desc())
        .limit(as_written(1))
    )


COUNTS = Part(lambda: select(STATUS, func.count()).group_by(STATUS))
FAILED = Part(
    lambda: select(func.count()).where(EmailRow.status == literal("failed", Text()), ~IS_OVERTAKEN)
)
TROUBLE = Part(_trouble)


def _found_by(search: str, *, is_whole: bool) -> Select[UUID]:
    """Select the ids of the mails that have every word, as other searches have it."""
    places = [OrderRow.order_number, CustomerRow.first_name, CustomerRow.last_name]
    if is_whole:
        places += [EmailRow.recipient_email, EmailRow.subject]
    return _joined(select(EmailRow.id)).where(*mentions(search, *places))


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
            STATUS,
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
