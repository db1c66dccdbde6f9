"""The rows of what belongs to an order beside the model: money, tax and returns."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    CHAR,
    BigInteger,
    ForeignKey,
    Identity,
    Index,
    Numeric,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Currency, MadeId, Stamp


class OrderPaymentRow(Base):
    """A payment of an order, or a refund."""

    __tablename__ = "order_payments"
    __table_args__ = (
        Index("idx_order_payments_order", "order_id"),
        Index("idx_order_payments_session", "till_session_id"),
        Index(
            "uq_order_payments_txn",
            "method",
            "transaction_id",
            unique=True,
            postgresql_where=text(
                "transaction_id IS NOT NULL AND till_session_id IS NULL AND kind = 'payment'"
            ),
        ),
        Index(
            "ix_order_payments_reference",
            "method",
            text("storedesk.reference_key(transaction_id)"),
            postgresql_where=text("kind = 'payment' AND transaction_id IS NOT NULL"),
        ),
        Index(
            "ix_order_payments_unproved",
            "created_at",
            postgresql_where=text(
                "kind = 'payment' AND method <> 'cash' AND till_session_id IS NOT NULL"
                " AND NOT storedesk.is_reference(transaction_id, card_last_four::text)"
            ),
        ),
        Index("uq_order_payments_seq", "seq", unique=True),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    kind: Mapped[str] = mapped_column(String(10))
    card_scheme: Mapped[str | None] = mapped_column(String(30))
    card_last_four: Mapped[str | None] = mapped_column(CHAR(4))
    method: Mapped[str] = mapped_column(String(20))
    amount: Mapped[Decimal]
    rounding_amount: Mapped[Decimal] = mapped_column(server_default="0")
    currency: Mapped[Currency]
    excess_amount: Mapped[Decimal] = mapped_column(server_default="0")
    tendered_amount: Mapped[Decimal | None]
    change_amount: Mapped[Decimal | None]
    transaction_id: Mapped[str | None] = mapped_column(String(255))
    return_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.order_returns.id", ondelete="RESTRICT")
    )
    till_session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    created_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    created_at: Mapped[Stamp]
    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    """The order of writing."""


class OrderReturnRow(Base):
    """A return."""

    __tablename__ = "order_returns"
    __table_args__ = (
        Index("idx_order_returns_order", "order_id"),
        Index("ix_order_returns_person", "created_by", "created_at"),
        Index("ix_order_returns_created_at", "created_at"),
        Index(
            "ix_order_returns_session",
            "till_session_id",
            postgresql_where=text("till_session_id IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    reason: Mapped[str] = mapped_column(String(500))
    refund_amount: Mapped[Decimal]
    shipping_amount: Mapped[Decimal] = mapped_column(server_default="0")
    till_session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    created_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    created_at: Mapped[Stamp]


class OrderReturnLineRow(Base):
    """How many of a line came back."""

    __tablename__ = "order_return_lines"
    __table_args__ = (
        UniqueConstraint(
            "return_id", "order_line_item_id", "restocked", name="uq_order_return_lines"
        ),
        Index("idx_order_return_lines_line", "order_line_item_id"),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    return_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.order_returns.id", ondelete="RESTRICT")
    )
    order_line_item_id: Mapped[UUID] = mapped_column(
        ForeignKey("order_line_items.id", ondelete="RESTRICT")
    )
    quantity: Mapped[int]
    restocked: Mapped[bool]
    refund_amount: Mapped[Decimal]


class OrderTaxLineRow(Base):
    """An order's tax at one rate."""

    __tablename__ = "order_tax_lines"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="RESTRICT"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    rate: Mapped[Decimal] = mapped_column(Numeric(7, 5), primary_key=True)
    base_amount: Mapped[Decimal]
    tax_amount: Mapped[Decimal]


class OrderDiscountRow(Base):
    """Why a line was not sold at the list's price."""

    __tablename__ = "order_discounts"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    order_line_item_id: Mapped[UUID] = mapped_column(
        ForeignKey("order_line_items.id", ondelete="RESTRICT"), primary_key=True
    )
    list_price_amount: Mapped[Decimal]
    reason: Mapped[str] = mapped_column(String(255))
    requested_by: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    within_limit: Mapped[bool] = mapped_column(server_default=text("false"))
    """Whether its giver may give so much alone."""


class ImportedOrderRow(Base):
    """An order that was sold elsewhere, under another number."""

    __tablename__ = "imported_orders"
    __table_args__ = (
        UniqueConstraint("source", "reference"),
        {"schema": "storedesk"},
    )

    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="RESTRICT"), primary_key=True
    )
    source: Mapped[str] = mapped_column(String(100))
    reference: Mapped[str] = mapped_column(String(100))


class OrderLineTaxRow(Base):
    """The rate at which a line was taxed when it was sold."""

    __tablename__ = "order_line_taxes"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    order_line_item_id: Mapped[UUID] = mapped_column(
        ForeignKey("order_line_items.id", ondelete="RESTRICT"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(100))
    rate: Mapped[Decimal] = mapped_column(Numeric(7, 5))


class OrderReturnTaxLineRow(Base):
    """The tax in what went back, at one rate."""

    __tablename__ = "order_return_tax_lines"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    return_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.order_returns.id", ondelete="RESTRICT"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    rate: Mapped[Decimal] = mapped_column(Numeric(7, 5), primary_key=True)
    base_amount: Mapped[Decimal]
    tax_amount: Mapped[Decimal]
