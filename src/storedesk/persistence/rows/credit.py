"""The rows of store credit: accounts, what went on and off them, and what was paid for that."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, ForeignKey, Identity, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp


class CreditAccountRow(Base):
    """A gift card, or what a customer was given instead of money.

    The hash of its code is read by nobody.
    """

    __tablename__ = "credit_accounts"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[MadeId]
    serial: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True, deferred=True)
    currency: Mapped[str] = mapped_column(CHAR(3))
    balance_amount: Mapped[Decimal] = mapped_column(server_default="0")
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]


class CreditEntryRow(Base):
    """What went on an account or off it."""

    __tablename__ = "credit_entries"
    __table_args__ = (
        Index("ix_credit_entries_account", "account_id", "seq"),
        Index(
            "ix_credit_entries_session",
            "till_session_id",
            postgresql_where=text("till_session_id IS NOT NULL"),
        ),
        Index(
            "ix_credit_entries_person",
            "created_by",
            "created_at",
            postgresql_where=text("kind IN ('issue', 'top_up')"),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    account_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.credit_accounts.id", ondelete="RESTRICT")
    )
    kind: Mapped[str] = mapped_column(String(10))
    amount: Mapped[Decimal]
    balance_amount: Mapped[Decimal]
    order_payment_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.order_payments.id", ondelete="RESTRICT"), unique=True
    )
    till_session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    """The order of writing."""
    open_return_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.open_returns.id", ondelete="RESTRICT"), unique=True
    )


class CreditPaymentRow(Base):
    """What was paid for issuing credit, or for topping it up."""

    __tablename__ = "credit_payments"
    __table_args__ = (
        Index("ix_credit_payments_entry", "entry_id"),
        Index("ix_credit_payments_session", "till_session_id"),
        Index(
            "ix_credit_payments_reference",
            "method",
            text("storedesk.reference_key(transaction_id)"),
            postgresql_where=text("transaction_id IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.credit_entries.id", ondelete="RESTRICT")
    )
    method: Mapped[str] = mapped_column(String(20))
    amount: Mapped[Decimal]
    tendered_amount: Mapped[Decimal | None]
    change_amount: Mapped[Decimal | None]
    card_scheme: Mapped[str | None] = mapped_column(String(30))
    card_last_four: Mapped[str | None] = mapped_column(CHAR(4))
    transaction_id: Mapped[str | None] = mapped_column(String(255))
    till_session_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]


class CreditTryRow(Base):
    """Somebody gave a code that no account has."""

    __tablename__ = "credit_tries"
    __table_args__ = (
        Index("ix_credit_tries_person", "staff_id", "created_at"),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
