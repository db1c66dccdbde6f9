"""The rows of the till: baskets, shifts, cash and sales in progress."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, ForeignKey, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Currency, MadeId, Stamp


class CartRow(Base):
    """A basket."""

    __tablename__ = "carts"
    __table_args__ = (
        Index("idx_carts_customer", "customer_id"),
        Index("idx_carts_guest_session", "guest_session_id"),
        Index("idx_carts_last_activity", "last_activity_date"),
        Index(
            "uq_cart_customer",
            "customer_id",
            unique=True,
            postgresql_where=text("customer_id IS NOT NULL"),
        ),
        Index(
            "uq_cart_guest",
            "guest_session_id",
            unique=True,
            postgresql_where=text("guest_session_id IS NOT NULL"),
        ),
    )

    id: Mapped[MadeId]
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id", ondelete="CASCADE"))
    is_guest: Mapped[bool] = mapped_column(server_default=text("false"))
    guest_session_id: Mapped[str | None] = mapped_column(
        String(255), deferred=True, deferred_raiseload=True
    )
    total_price_amount: Mapped[Decimal] = mapped_column(server_default="0.00")
    total_price_currency: Mapped[Currency]
    last_activity_date: Mapped[Stamp]
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class CartItemRow(Base):
    """A line of a basket."""

    __tablename__ = "cart_items"
    __table_args__ = (
        Index("idx_cart_items_cart", "cart_id"),
        Index("idx_cart_items_product", "product_id"),
        Index("idx_cart_items_cart_product", "cart_id", "product_id", "variant_id"),
        Index(
            "uq_cart_line",
            "cart_id",
            "product_id",
            "variant_id",
            "unit_price_amount",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index(
            "idx_cart_items_variant", "variant_id", postgresql_where=text("variant_id IS NOT NULL")
        ),
    )

    id: Mapped[MadeId]
    cart_id: Mapped[UUID] = mapped_column(ForeignKey("carts.id", ondelete="CASCADE"))
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="RESTRICT"))
    variant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("product_variants.id", ondelete="RESTRICT")
    )
    product_name: Mapped[str] = mapped_column(String(200))
    variant_description: Mapped[str | None] = mapped_column(String(200))
    unit_price_amount: Mapped[Decimal]
    unit_price_currency: Mapped[Currency]
    quantity: Mapped[int]
    subtotal_amount: Mapped[Decimal]
    subtotal_currency: Mapped[Currency]
    added_at: Mapped[Stamp]
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class TillSessionRow(Base):
    """A shift at a register."""

    __tablename__ = "till_sessions"
    __table_args__ = (
        Index("ix_till_sessions_opened", "opened_at", "id"),
        Index("ix_till_sessions_unapproved", "closed_at", postgresql_where=text("unapproved")),
        Index(
            "uq_till_one_open",
            "register_id",
            unique=True,
            postgresql_where=text("status = 'open'"),
        ),
        Index(
            "uq_till_z_number",
            "register_id",
            "z_number",
            unique=True,
            postgresql_where=text("z_number IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    register_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.registers.id", ondelete="RESTRICT")
    )
    status: Mapped[str] = mapped_column(String(10), server_default="open")
    opened_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    opened_at: Mapped[Stamp]
    opening_float_amount: Mapped[Decimal]
    currency: Mapped[Currency]
    closed_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    closed_at: Mapped[datetime | None]
    expected_cash_amount: Mapped[Decimal | None]
    counted_cash_amount: Mapped[Decimal | None]
    difference_amount: Mapped[Decimal | None]
    difference_reason: Mapped[str | None] = mapped_column(String(500))
    z_number: Mapped[int | None]
    credit_owed_amount: Mapped[Decimal | None]
    opened_unattended: Mapped[bool] = mapped_column(server_default=text("false"))
    unapproved: Mapped[bool] = mapped_column(server_default=text("false"))
    version: Mapped[int] = mapped_column(server_default="1")


class PosSaleRow(Base):
    """An order that was handed over at a till."""

    __tablename__ = "pos_sales"
    __table_args__ = (
        Index("idx_pos_sales_session", "till_session_id"),
        {"schema": "storedesk"},
    )

    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="RESTRICT"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(12), server_default="sale")
    till_session_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    cashier_id: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    register_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.registers.id", ondelete="RESTRICT")
    )
    created_at: Mapped[Stamp]


class TillCartRow(Base):
    """A sale in progress; its lines are those of its basket."""

    __tablename__ = "till_carts"
    __table_args__ = (
        Index("ix_till_carts_register", "register_id"),
        {"schema": "storedesk"},
    )

    cart_id: Mapped[UUID] = mapped_column(
        ForeignKey("carts.id", ondelete="CASCADE"), primary_key=True
    )
    order_id: Mapped[UUID] = mapped_column(unique=True)
    register_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.registers.id", ondelete="RESTRICT")
    )
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    customer_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("customers.id", ondelete="RESTRICT")
    )
    label: Mapped[str | None] = mapped_column(String(100))
    parked_at: Mapped[datetime | None]
    quoted_total_amount: Mapped[Decimal | None]
    quoted_totals: Mapped[dict[str, Any] | None]
    quote_expires_at: Mapped[datetime | None]
    quoted_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    taken_amount: Mapped[Decimal] = mapped_column(server_default="0")


class SaleChangeRow(Base):
    """What a sale in progress was like before one of its changes."""

    __tablename__ = "sale_changes"
    __table_args__ = (
        Index("ix_sale_changes_cart", "cart_id", "id"),
        {"schema": "storedesk"},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    cart_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_carts.cart_id", ondelete="CASCADE")
    )
    product_id: Mapped[UUID | None]
    variant_id: Mapped[UUID | None]
    item: Mapped[dict[str, Any] | None]
    customer_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("customers.id", ondelete="RESTRICT")
    )
    together: Mapped[UUID | None]
    """Changes that are undone together have the same; None: it stands alone."""


class TillQuoteRow(Base):
    """Pieces that a live quote holds."""

    __tablename__ = "till_quotes"
    __table_args__ = (
        Index("idx_till_quotes_product", "product_id"),
        {"schema": "storedesk"},
    )

    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_carts.order_id", ondelete="CASCADE"), primary_key=True
    )
    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="RESTRICT"), primary_key=True
    )
    quantity: Mapped[int]
    found_quantity: Mapped[int] = mapped_column(server_default="0")
    found_reason: Mapped[str | None] = mapped_column(String(255))
    found_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    found_approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )


class TillTenderRow(Base):
    """What was handed over before all is paid."""

    __tablename__ = "till_tenders"
    __table_args__ = (
        Index("ix_till_tenders_order", "order_id"),
        Index(
            "ix_till_tenders_credit",
            "credit_account_id",
            postgresql_where=text("credit_account_id IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_carts.order_id", ondelete="RESTRICT")
    )
    method: Mapped[str] = mapped_column(String(20))
    amount: Mapped[Decimal]
    tendered_amount: Mapped[Decimal | None]
    card_scheme: Mapped[str | None] = mapped_column(String(30))
    card_last_four: Mapped[str | None] = mapped_column(CHAR(4))
    transaction_id: Mapped[str | None] = mapped_column(String(255))
    created_at: Mapped[Stamp]
    credit_account_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.credit_accounts.id", ondelete="RESTRICT")
    )
    paypal_email: Mapped[str | None] = mapped_column(String(255))
    created_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )


class TillOverrideRow(Base):
    """A line sold at another price than the list's."""

    __tablename__ = "till_overrides"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    cart_item_id: Mapped[UUID] = mapped_column(
        ForeignKey("cart_items.id", ondelete="CASCADE"), primary_key=True
    )
    list_price_amount: Mapped[Decimal]
    reason: Mapped[str] = mapped_column(String(255))
    requested_by: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    quantity: Mapped[int]
    within_limit: Mapped[bool | None]
