"""The rows of orders, their lines, and what they are found by."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CHAR, Computed, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Currency, MadeId, Stamp


class OrderRow(Base):
    """An order. Only commands write it."""

    __tablename__ = "orders"
    __table_args__ = (
        Index("idx_orders_order_number", "order_number"),
        Index("idx_orders_customer", "customer_id"),
        Index("idx_orders_status", "status"),
        Index("idx_orders_created", "created_at"),
        Index("idx_orders_customer_status", "customer_id", "status"),
        Index("ix_orders_placed", "created_at", "id"),
        Index("ix_orders_queue", "status", "created_at", "id"),
        Index("ix_orders_total", "total_amount", "id"),
        Index(
            "ix_orders_tracking",
            text("upper(translate(tracking_number, ' ._-', ''))"),
            postgresql_where=text("tracking_number IS NOT NULL"),
        ),
    )

    id: Mapped[MadeId]
    order_number: Mapped[str] = mapped_column(String(20), unique=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id", ondelete="RESTRICT"))
    status: Mapped[str] = mapped_column(String(20), server_default="pending")
    subtotal_amount: Mapped[Decimal]
    subtotal_currency: Mapped[Currency]
    shipping_cost_amount: Mapped[Decimal]
    shipping_cost_currency: Mapped[Currency]
    tax_amount: Mapped[Decimal] = mapped_column(server_default="0.00")
    tax_currency: Mapped[Currency]
    total_amount: Mapped[Decimal]
    total_currency: Mapped[Currency]
    shipping_street: Mapped[str] = mapped_column(String(200))
    shipping_city: Mapped[str] = mapped_column(String(100))
    shipping_state: Mapped[str] = mapped_column(String(100))
    shipping_postal_code: Mapped[str] = mapped_column(String(20))
    shipping_country: Mapped[str] = mapped_column(CHAR(2))
    shipping_recipient_name: Mapped[str] = mapped_column(String(200))
    payment_type: Mapped[str] = mapped_column(String(20))
    payment_last_four_digits: Mapped[str | None] = mapped_column(CHAR(4))
    payment_card_brand: Mapped[str | None] = mapped_column(String(20))
    payment_paypal_email: Mapped[str | None] = mapped_column(String(255))
    payment_transaction_id: Mapped[str | None] = mapped_column(String(255))
    tracking_number: Mapped[str | None] = mapped_column(String(100))
    cancellation_reason: Mapped[str | None] = mapped_column(String(500))
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class OrderLineRow(Base):
    """A line of an order, as it was sold. Never changed."""

    __tablename__ = "order_line_items"
    __table_args__ = (
        Index("idx_order_line_items_order", "order_id"),
        Index("idx_order_line_items_product", "product_id"),
    )

    id: Mapped[MadeId]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"))
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="RESTRICT"))
    variant_id: Mapped[UUID | None]
    product_name: Mapped[str] = mapped_column(String(200))
    variant_description: Mapped[str | None] = mapped_column(String(200))
    unit_price_amount: Mapped[Decimal]
    unit_price_currency: Mapped[Currency]
    quantity: Mapped[int]
    subtotal_amount: Mapped[Decimal]
    subtotal_currency: Mapped[Currency]
    created_at: Mapped[Stamp]


class OrderNumberRow(Base):
    """The last order number of a year."""

    __tablename__ = "order_number_sequence"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last_sequence: Mapped[int] = mapped_column(server_default="0")


class OrderStepRow(Base):
    """A step of an order from one state to the next."""

    __tablename__ = "order_status_history"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 as SQLAlchemy has it

    id: Mapped[UUID] = mapped_column(server_default=text("gen_random_uuid()"))
    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="RESTRICT"), primary_key=True
    )
    order_version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    from_status: Mapped[str | None] = mapped_column(String(20))
    to_status: Mapped[str] = mapped_column(String(20))
    actor_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    mailable: Mapped[bool] = mapped_column(server_default=text("true"))
    note: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[Stamp]


class OrderSearchRow(Base):
    """The words by which an order is found, kept by the server."""

    __tablename__ = "order_search"
    __table_args__ = (
        Index(
            "ix_order_search_words",
            "words",
            postgresql_using="gin",
            postgresql_ops={"words": "storedesk.gin_trgm_ops"},
        ),
        {"schema": "storedesk"},
    )

    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True
    )
    customer_words: Mapped[str] = mapped_column(Text)
    order_words: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text, Computed("customer_words || order_words"))


class OrderChangeRow(Base):
    """What changed about an order between two of its steps: tracking number, address, a return."""

    __tablename__ = "order_changes"
    __table_args__ = (
        UniqueConstraint("order_id", "order_version"),
        Index(
            "ix_order_changes_exceptions",
            "created_at",
            postgresql_where=text("what IN ('address', 'tracking', 'recall')"),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    order_version: Mapped[int]
    what: Mapped[str] = mapped_column(String(20))
    detail: Mapped[str] = mapped_column(String(500))
    actor_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    created_at: Mapped[Stamp]


class ShipmentCarrierRow(Base):
    """The carrier of a shipment, where somebody saw or chose it."""

    __tablename__ = "shipment_carriers"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="RESTRICT"), primary_key=True
    )
    carrier: Mapped[str] = mapped_column(String(100))


class ShipmentRecallRow(Base):
    """A parcel that did not leave after all; open until it does, or its customer gives it up."""

    __tablename__ = "shipment_recalls"
    __table_args__ = (
        Index(
            "uq_shipment_recalls_open", "order_id", unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_shipment_recalls_order", "order_id"),
        {"schema": "storedesk"},
    )  # fmt: skip

    id: Mapped[MadeId]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    reason: Mapped[str] = mapped_column(String(500))
    actor_id: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[datetime]
    ended_as: Mapped[str | None] = mapped_column(String(20))
    ended_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    ended_at: Mapped[datetime | None]
