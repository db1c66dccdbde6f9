"""The rows of the store itself: its settings, registers and taxes."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CHAR, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Currency, Exact, MadeId, Stamp, VersionedBase


class StoreSettingsRow(VersionedBase):
    """The store: one row."""

    __tablename__ = "store_settings"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[bool] = mapped_column(primary_key=True, server_default=text("true"))
    name: Mapped[str] = mapped_column(String(200), server_default="(not set)")
    phone: Mapped[str | None] = mapped_column(String(50))
    tax_id: Mapped[str | None] = mapped_column(String(50))
    web_address: Mapped[str | None] = mapped_column(String(500))
    logo_sha256: Mapped[str | None] = mapped_column(
        ForeignKey("storedesk.store_logos.sha256", ondelete="RESTRICT")
    )
    tax_mode: Mapped[str] = mapped_column(String(10), server_default="exclusive")
    first_tender: Mapped[str] = mapped_column(String(20), server_default="cash")
    receipt_header: Mapped[str | None] = mapped_column(String(500))
    receipt_footer: Mapped[str | None] = mapped_column(String(500))
    receipt_mail_subject: Mapped[str | None] = mapped_column(String(150))
    receipt_mail_text: Mapped[str | None] = mapped_column(String(2000))
    confirmation_mail_subject: Mapped[str | None] = mapped_column(String(150))
    confirmation_mail_text: Mapped[str | None] = mapped_column(String(2000))
    shipped_mail_subject: Mapped[str | None] = mapped_column(String(150))
    shipped_mail_text: Mapped[str | None] = mapped_column(String(2000))
    canceled_mail_subject: Mapped[str | None] = mapped_column(String(150))
    canceled_mail_text: Mapped[str | None] = mapped_column(String(2000))
    verification_mail_subject: Mapped[str | None] = mapped_column(String(150))
    verification_mail_text: Mapped[str | None] = mapped_column(String(2000))
    password_mail_subject: Mapped[str | None] = mapped_column(String(150))
    password_mail_text: Mapped[str | None] = mapped_column(String(2000))
    carriers: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB)
    scale_codes: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB)
    cash_letter: Mapped[str | None] = mapped_column(String(10))
    card_letter: Mapped[str | None] = mapped_column(String(10))
    paypal_letter: Mapped[str | None] = mapped_column(String(10))
    gift_letter: Mapped[str | None] = mapped_column(String(10))
    largest_note_amount: Mapped[Decimal] = mapped_column(server_default="100")
    pending_order_days: Mapped[int] = mapped_column(server_default="7")
    return_days: Mapped[int] = mapped_column(server_default="30")
    pack_by_scan: Mapped[bool] = mapped_column(server_default=text("true"))
    idle_basket_days: Mapped[int] = mapped_column(server_default="7")
    currency: Mapped[Currency]
    time_zone: Mapped[str] = mapped_column(String(64), server_default="UTC")
    walk_in_customer_id: Mapped[UUID] = mapped_column(
        ForeignKey("customers.id", ondelete="RESTRICT")
    )
    store_street: Mapped[str] = mapped_column(String(200), server_default="-")
    store_city: Mapped[str] = mapped_column(String(100), server_default="-")
    store_state: Mapped[str] = mapped_column(String(100), server_default="")
    store_postal_code: Mapped[str] = mapped_column(String(20), server_default="-")
    store_country: Mapped[str] = mapped_column(CHAR(2), server_default="US")
    cash_rounding: Mapped[Decimal] = mapped_column(Exact(4, 2), server_default="0.01")
    email_max_attempts: Mapped[int] = mapped_column(server_default="6")
    email_lease_seconds: Mapped[int] = mapped_column(server_default="300")
    email_backoff_seconds: Mapped[int] = mapped_column(server_default="60")
    smtp_host: Mapped[str | None] = mapped_column(String(255))
    smtp_port: Mapped[int] = mapped_column(server_default="587")
    smtp_security: Mapped[str] = mapped_column(String(10), server_default="starttls")
    smtp_user: Mapped[str | None] = mapped_column(String(255))
    sender_email: Mapped[str | None] = mapped_column(String(255))
    sender_name: Mapped[str | None] = mapped_column(String(200))
    reply_email: Mapped[str | None] = mapped_column(String(255))
    language: Mapped[str] = mapped_column(String(10), server_default="en")
    count_tolerance_pieces: Mapped[int] = mapped_column(server_default="5")
    count_tolerance_amount: Mapped[Decimal] = mapped_column(server_default="50.00")
    new_products_on_sale: Mapped[bool] = mapped_column(server_default=text("true"))
    backup_time: Mapped[str | None] = mapped_column(String(5))
    backup_folder: Mapped[str | None] = mapped_column(String(1000))
    backups_kept: Mapped[int] = mapped_column(server_default="14")
    shift_tolerance_amount: Mapped[Decimal] = mapped_column(server_default="0.00")
    replica_address: Mapped[str | None] = mapped_column(String(261))
    is_demo: Mapped[bool] = mapped_column(server_default=text("false"))
    made_at: Mapped[Stamp]


class StoreLogoRow(Base):
    """The logo on papers, as PNG: for whole pages, and in black and white for rolls."""

    __tablename__ = "store_logos"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    sha256: Mapped[str] = mapped_column(CHAR(64), primary_key=True)
    page: Mapped[bytes]
    strip: Mapped[bytes]
    created_at: Mapped[Stamp]


class ClockRow(Base):
    """What was seen of the server's clock: one row."""

    __tablename__ = "clock"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[bool] = mapped_column(primary_key=True, server_default=text("true"))
    believed_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    doubted_since: Mapped[datetime | None]
    days_seen: Mapped[int] = mapped_column(server_default="0")


class LimitRow(Base):
    """How far people of a group go without a manager."""

    __tablename__ = "limits"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    group_name: Mapped[str] = mapped_column(String(20), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[Decimal]


class RegisterRow(Base):
    """A till, as a piece of furniture."""

    __tablename__ = "registers"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[MadeId]
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    drawer_of: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.registers.id", ondelete="RESTRICT")
    )
    least_cash_amount: Mapped[Decimal | None]
    most_cash_amount: Mapped[Decimal | None]


class ExceptionSignoffRow(Base):
    """What a manager has looked at, of all that was written down for managers."""

    __tablename__ = "exception_signoffs"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    note: Mapped[str | None] = mapped_column(String(500))
    signed_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    signed_at: Mapped[Stamp]


class TaxClassRow(Base):
    """A group of products that are taxed alike."""

    __tablename__ = "tax_classes"
    __table_args__ = (
        Index(
            "uq_tax_class_default", "is_default", unique=True, postgresql_where=text("is_default")
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    name: Mapped[str] = mapped_column(String(100), unique=True)
    is_default: Mapped[bool] = mapped_column(server_default=text("false"))


class TaxRateRow(Base):
    """The rates of a tax class from a day on."""

    __tablename__ = "tax_rates"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    tax_class_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.tax_classes.id", ondelete="RESTRICT"), primary_key=True
    )
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    rate: Mapped[Decimal] = mapped_column(Exact(7, 5))


class CategoryTaxRow(Base):
    """The tax class of a category."""

    __tablename__ = "category_tax"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    category_id: Mapped[UUID] = mapped_column(
        ForeignKey("categories.id", ondelete="CASCADE"), primary_key=True
    )
    tax_class_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.tax_classes.id", ondelete="RESTRICT")
    )


class ProductTaxRow(Base):
    """The tax class of a product, where it is not its category's."""

    __tablename__ = "product_tax"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), primary_key=True
    )
    tax_class_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.tax_classes.id", ondelete="RESTRICT")
    )
