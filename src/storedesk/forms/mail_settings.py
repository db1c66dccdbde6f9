"""The outbox: the calls by which mails are sent, and how the store sends them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storedesk.domain.mail_texts import MailKind, MailText
from storedesk.domain.outbox import (
    EmailSender,
    MailSettings,
    MailStatus,
    Security,
)
from storedesk.domain.refusals.errors import Conflict
from storedesk.domain.store_carriers import from_document
from storedesk.domain.values.addresses import store_lines
from storedesk.persistence.engine.together import together
from storedesk.persistence.rows import StoreSettingsRow
from storedesk.queries.email_lists import COUNTS, TROUBLE, counts_of
from storedesk.queries.store_settings import SETTINGS

# --- sending


# --- what managers do


# --- the settings


def settings(session: Session) -> MailSettings:
    """Return how the store sends its mail."""
    return _settings(*together(session, SETTINGS))


def outbox(
    session: Session, *, with_trouble: bool
) -> tuple[MailSettings, str, dict[MailStatus, int]]:
    """Return how the store sends its mail, why nothing is sent, and how many are in each state.

    What the mail server said is only read by those who may.
    """
    parts = [SETTINGS, COUNTS, *[TROUBLE] * with_trouble]
    rows, counts, *said = together(session, *parts)
    trouble = said[0][0] if said and said[0] else ""
    return _settings(rows), trouble, counts_of(counts)


def _settings(rows: Sequence[Any]) -> MailSettings:
    (row,) = rows
    address = store_lines(
        street=row.store_street, city=row.store_city, state=row.store_state,
        postal_code=row.store_postal_code, country=row.store_country,
    )  # fmt: skip
    return MailSettings(
        host=row.smtp_host or "",
        port=row.smtp_port,
        security=Security(row.smtp_security),
        user=row.smtp_user or "",
        sender=row.sender_email or "",
        sender_name=row.sender_name or "",
        reply_to=row.reply_email or "",
        letterhead=EmailSender(
            name=row.name,
            address=address,
            phone=row.phone or "",
            web=row.web_address or "",
        ),
        texts=_texts(row),
        carriers=from_document(row.carriers),
        language=row.language,
        time_zone=row.time_zone,
        is_demo=row.is_demo,
        lease_seconds=row.email_lease_seconds,
        version=row.version,
    )


def _texts(row: Any) -> dict[MailKind, MailText]:
    """Return what the store itself writes in its e-mails."""
    texts = {
        kind: MailText(
            getattr(row, kind.subject_column) or "", getattr(row, kind.text_column) or ""
        )
        for kind in MailKind
    }
    return {kind: text for kind, text in texts.items() if text != MailText()}


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
