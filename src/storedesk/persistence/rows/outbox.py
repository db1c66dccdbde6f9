"""The rows of the outbox."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp


class EmailRow(Base):
    """An e-mail to be sent, or sent. Its payload is for the mailer alone."""

    __tablename__ = "email_queue"
    __table_args__ = (
        Index("idx_email_queue_status", "status"),
        Index("idx_email_queue_reference", "reference_type", "reference_id"),
        Index("idx_email_queue_dedup", "email_type", "reference_type", "reference_id"),
        Index(
            "ix_email_waiting",
            "created_at",
            "id",
            postgresql_where=text("status = 'pending'"),
        ),
        Index("ix_email_created", "created_at", "id"),
        Index(
            "uq_email_order_once",
            "email_type",
            "reference_type",
            "reference_id",
            unique=True,
            postgresql_where=text(
                "email_type IN ('order_confirmation', 'order_shipped', 'order_cancelled')"
                " AND NOT (payload ? 'resend_of')"
            ),
        ),
    )

    id: Mapped[MadeId]
    email_type: Mapped[str] = mapped_column(String(50))
    recipient_email: Mapped[str] = mapped_column(
        String(255), deferred=True, deferred_raiseload=True
    )
    subject: Mapped[str] = mapped_column(String(255), deferred=True, deferred_raiseload=True)
    reference_type: Mapped[str] = mapped_column(String(50))
    reference_id: Mapped[UUID]
    payload: Mapped[dict[str, Any]] = mapped_column(deferred=True, deferred_raiseload=True)
    status: Mapped[str] = mapped_column(String(20), server_default="pending")
    retry_count: Mapped[int] = mapped_column(server_default="0")
    last_error: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_raiseload=True)
    sent_at: Mapped[datetime | None]
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class OvertakenEmailRow(Base):
    """An e-mail that nobody needs any more, although the queue has no better word than failed."""

    __tablename__ = "overtaken_emails"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    email_id: Mapped[UUID] = mapped_column(
        ForeignKey("email_queue.id", ondelete="CASCADE"), primary_key=True
    )
    why: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[Stamp]
