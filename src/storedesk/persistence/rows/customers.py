"""The rows of customers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CHAR,
    BigInteger,
    Computed,
    FetchedValue,
    ForeignKey,
    Identity,
    Index,
    String,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp, VersionedBase


class CustomerRow(VersionedBase):
    """A customer. The password of their web shop account is never read here."""

    __tablename__ = "customers"
    __table_args__ = (
        Index("idx_customers_email", "email"),
        Index("idx_customers_verification_token", "verification_token"),
        Index("uq_customer_email_ci", text("lower(btrim(email))"), unique=True),
        Index(
            "ix_customers_name",
            text("storedesk.sort_key(last_name)"),
            text("storedesk.sort_key(first_name)"),
            "last_name",
            "first_name",
            "id",
        ),
        Index("ix_customers_created", "created_at", "id"),
        Index(
            "ix_customers_words",
            "first_name",
            "last_name",
            "email",
            postgresql_using="gin",
            postgresql_ops=dict.fromkeys(
                ("first_name", "last_name", "email"), "storedesk.gin_trgm_ops"
            ),
        ),
    )

    id: Mapped[MadeId]
    email: Mapped[str] = mapped_column(String(255), unique=True)
    password_hash: Mapped[str] = mapped_column(
        String(255), server_default=FetchedValue(), deferred=True, deferred_raiseload=True
    )
    first_name: Mapped[str] = mapped_column(String(100))
    last_name: Mapped[str] = mapped_column(String(100))
    registration_status: Mapped[str] = mapped_column(String(20), server_default="unverified")
    email_verified: Mapped[bool] = mapped_column(server_default=text("false"))
    verification_token: Mapped[str | None] = mapped_column(
        String(255), server_default=FetchedValue(), deferred=True, deferred_raiseload=True
    )
    verification_token_expires_at: Mapped[datetime | None] = mapped_column(
        server_default=FetchedValue(), deferred=True, deferred_raiseload=True
    )
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class AddressRow(Base):
    """An address of a customer."""

    __tablename__ = "customer_shipping_addresses"
    __table_args__ = (
        Index("idx_shipping_addresses_customer", "customer_id"),
        Index(
            "uq_address_default", "customer_id", unique=True, postgresql_where=text("is_default")
        ),
    )

    id: Mapped[MadeId]
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id", ondelete="CASCADE"))
    street: Mapped[str] = mapped_column(String(200))
    city: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(100))
    postal_code: Mapped[str] = mapped_column(String(20))
    country: Mapped[str] = mapped_column(CHAR(2))
    recipient_name: Mapped[str] = mapped_column(String(200))
    is_default: Mapped[bool] = mapped_column(server_default=text("false"))
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class PaymentMethodRow(Base):
    """How a customer likes to pay. The token is not for us to read."""

    __tablename__ = "saved_payment_methods"
    __table_args__ = (
        Index("idx_saved_payments_customer", "customer_id"),
        Index("idx_saved_payments_default", "customer_id", "is_default"),
        Index(
            "uq_payment_default", "customer_id", unique=True, postgresql_where=text("is_default")
        ),
    )

    id: Mapped[MadeId]
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id", ondelete="CASCADE"))
    payment_type: Mapped[str] = mapped_column(String(20))
    token: Mapped[str] = mapped_column(String(255), deferred=True, deferred_raiseload=True)
    last_four_digits: Mapped[str | None] = mapped_column(CHAR(4))
    card_brand: Mapped[str | None] = mapped_column(String(20))
    paypal_email: Mapped[str | None] = mapped_column(
        String(255), deferred=True, deferred_raiseload=True
    )
    expires_at: Mapped[str | None] = mapped_column(String(7))
    is_default: Mapped[bool] = mapped_column(server_default=text("false"))
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class CustomerDetailsRow(Base):
    """What the model has no place for about a customer."""

    __tablename__ = "customer_details"
    __table_args__ = (
        Index(
            "ix_customer_details_merged",
            "customer_id",
            postgresql_where=text("merged_into IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )

    customer_id: Mapped[UUID] = mapped_column(
        ForeignKey("customers.id", ondelete="CASCADE"), primary_key=True
    )
    phone: Mapped[str | None] = mapped_column(String(50))
    note: Mapped[str | None] = mapped_column(Text)
    marketing_consent_at: Mapped[datetime | None]
    merged_into: Mapped[UUID | None] = mapped_column(
        ForeignKey("customers.id"), server_default=FetchedValue()
    )


class CustomerHistoryRow(Base):
    """What a customer was called before: erasable."""

    __tablename__ = "customer_history"
    __table_args__ = (
        Index("ix_customer_history_customer", "customer_id"),
        {"schema": "storedesk"},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id", ondelete="CASCADE"))
    changed_at: Mapped[Stamp]
    changed_by: Mapped[UUID | None] = mapped_column(ForeignKey("storedesk.staff.id"))
    old: Mapped[dict[str, Any]]


class CustomerSearchRow(Base):
    """What a customer is found by; kept by the database, and asked of it by a function."""

    __tablename__ = "customer_search"
    __table_args__ = (
        Index(
            "ix_customer_search_words",
            "words",
            postgresql_using="gin",
            postgresql_ops={"words": "storedesk.gin_trgm_ops"},
        ),
        {"schema": "storedesk"},
    )

    customer_id: Mapped[UUID] = mapped_column(
        ForeignKey("customers.id", ondelete="CASCADE"), primary_key=True
    )
    words: Mapped[str] = mapped_column(Text)
    last_name: Mapped[str] = mapped_column(String(100))
    first_name: Mapped[str] = mapped_column(String(100))
    last_key: Mapped[str] = mapped_column(
        Text, Computed("storedesk.sort_key((last_name)::text)", persisted=True)
    )
    first_key: Mapped[str] = mapped_column(
        Text, Computed("storedesk.sort_key((first_name)::text)", persisted=True)
    )


class SecretRow(Base):
    """Secrets that sign links in e-mails to customers. No staff login reads it."""

    __tablename__ = "secrets"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    name: Mapped[str] = mapped_column(String(50), primary_key=True)
    secret: Mapped[bytes]
    made_at: Mapped[Stamp]
