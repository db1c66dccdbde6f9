"""The rows of staff, and of what they asked for."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp


class StaffRow(Base):
    """A person or a service: whoever signs in as `login`."""

    __tablename__ = "staff"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[MadeId]
    login: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int] = mapped_column(Identity(always=True, maxvalue=7999), unique=True)
    display_name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(10), server_default="person")
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class RequestRow(Base):
    """A command that was asked for, and what it answered."""

    __tablename__ = "requests"
    __table_args__ = (
        Index("ix_requests_created", "created_at"),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    command: Mapped[str] = mapped_column(String(50))
    fingerprint: Mapped[bytes]
    result: Mapped[dict[str, Any] | None]
    created_at: Mapped[Stamp]


class ApprovalRow(Base):
    """A manager's word for one command: one use, two minutes."""

    __tablename__ = "approvals"
    __table_args__ = (
        Index("ix_approvals_request", "request_id"),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID]
    action: Mapped[str] = mapped_column(String(50))
    detail: Mapped[dict[str, Any]]
    approved_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
    used_at: Mapped[datetime | None]


class SignInRow(Base):
    """That somebody came to a workstation or left it. Only ever added to."""

    __tablename__ = "sign_ins"
    __table_args__ = (
        Index("ix_sign_ins_staff", "staff_id", "seq"),
        Index("ix_sign_ins_sign_in", "sign_in_id"),
        Index("ix_sign_ins_created", "created_at"),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    sign_in_id: Mapped[UUID | None]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    register_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.registers.id", ondelete="RESTRICT")
    )
    workstation: Mapped[str | None] = mapped_column(String(100))
    address: Mapped[str | None] = mapped_column(String(50))
    program: Mapped[str | None] = mapped_column(String(50))
    created_at: Mapped[Stamp]


class AuditEventRow(Base):
    """Who changed what, beyond stock. Only ever added to."""

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_entity", "entity", "entity_id"),
        Index(
            "ix_audit_event_found",
            text("(new ->> 'found_by')"),
            "created_at",
            postgresql_where=text("action = 'found_at_till'"),
        ),
        Index(
            "ix_audit_event_exceptions",
            text("(md5('found ' || id::text)::uuid)"),
            postgresql_where=text("action = 'found_at_till' AND entity = 'product'"),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    created_at: Mapped[Stamp]
    login: Mapped[str] = mapped_column(server_default=text("SESSION_USER"))
    workstation: Mapped[str | None] = mapped_column(String(100))
    action: Mapped[str] = mapped_column(String(50))
    entity: Mapped[str] = mapped_column(String(50))
    entity_id: Mapped[UUID | None]
    old: Mapped[dict[str, Any] | None]
    new: Mapped[dict[str, Any] | None]


class BlockerRow(Base):
    """A session that kept others waiting, as it was found."""

    __tablename__ = "blockers"
    __table_args__ = (
        Index("ix_blockers_login", "login", "found_at"),
        {"schema": "storedesk"},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    found_at: Mapped[Stamp]
    found_by: Mapped[str] = mapped_column(server_default=text("SESSION_USER"))
    login: Mapped[str]
    pid: Mapped[int]
    session_started: Mapped[datetime]
    transaction_started: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(20))
    is_ended: Mapped[bool]


class LoginPauseRow(Base):
    """A login that gets no new connection for a while."""

    __tablename__ = "login_pauses"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    login: Mapped[str] = mapped_column(primary_key=True)
    paused_at: Mapped[datetime]
    paused_until: Mapped[datetime]
    connection_limit: Mapped[int]
