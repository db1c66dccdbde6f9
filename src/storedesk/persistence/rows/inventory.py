"""The rows of stock: numbers, ledger, purchases and counts."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Computed,
    Double,
    ForeignKey,
    Identity,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp, VersionedBase


class InventoryRow(Base):
    """The stock of one product, to be read: only commands write it."""

    __tablename__ = "inventory"
    __table_args__ = (
        Index("idx_inventory_product", "product_id"),
        Index("idx_inventory_low_stock", "stock_level", "low_stock_threshold"),
        Index("ix_inventory_available", text("(stock_level - reserved_quantity)"), "product_id"),
    )

    id: Mapped[MadeId]
    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), unique=True
    )
    stock_level: Mapped[int] = mapped_column(server_default="0")
    reserved_quantity: Mapped[int] = mapped_column(server_default="0")
    low_stock_threshold: Mapped[int] = mapped_column(server_default="10")
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class LowStockRow(Base):
    """A product that is low, kept by the server; `share` of its reorder point is available."""

    __tablename__ = "low_stock"
    __table_args__ = (
        Index("ix_low_stock_available", "available", "name_key", "name", "product_id"),
        Index(
            "ix_low_stock_share",
            "share",
            "name_key",
            "name",
            "product_id",
            postgresql_where=text("on_sale AND was_stocked"),
        ),
        {"schema": "storedesk"},
    )

    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("inventory.product_id", ondelete="CASCADE"), primary_key=True
    )
    available: Mapped[int]
    share: Mapped[float] = mapped_column(Double)
    on_sale: Mapped[bool]
    was_stocked: Mapped[bool]
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(
        Text, Computed("storedesk.sort_key((name)::text)", persisted=True)
    )


class LedgerRow(Base):
    """A movement of stock. Only ever added to; `seq` is the order of writing."""

    __tablename__ = "inventory_audit_log"
    __table_args__ = (
        Index("idx_inventory_audit_inventory", "inventory_id"),
        Index("idx_inventory_audit_product", "product_id"),
        Index("idx_inventory_audit_created", "created_at"),
        Index("idx_inventory_audit_user", "user_id"),
        Index(
            "uq_audit_order_op",
            "order_id",
            "product_id",
            text("storedesk.movement_key(operation_type::text, id)"),
            unique=True,
            postgresql_where=text("order_id IS NOT NULL"),
        ),
        Index("ix_audit_product_seq", "product_id", "seq"),
        Index("uq_audit_seq", "seq", unique=True),
        Index(
            "ix_audit_deducted",
            "created_at",
            postgresql_include=["product_id", "adjustment"],
            postgresql_where=text("operation_type = 'deduct'"),
        ),
    )

    id: Mapped[MadeId]
    inventory_id: Mapped[UUID] = mapped_column(ForeignKey("inventory.id", ondelete="CASCADE"))
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"))
    previous_value: Mapped[int]
    new_value: Mapped[int]
    adjustment: Mapped[int]
    reason: Mapped[str] = mapped_column(String(255))
    operation_type: Mapped[str] = mapped_column(String(50))
    user_id: Mapped[UUID | None]
    order_id: Mapped[UUID | None]
    created_at: Mapped[Stamp]
    seq: Mapped[int] = mapped_column(BigInteger, Identity())


class StockUndoRow(Base):
    """A movement that was taken back, and the one that compensates it."""

    __tablename__ = "stock_undos"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    movement_id: Mapped[UUID] = mapped_column(
        ForeignKey("inventory_audit_log.id", ondelete="RESTRICT"), primary_key=True
    )
    undone_by: Mapped[UUID] = mapped_column(
        ForeignKey("inventory_audit_log.id", ondelete="RESTRICT"), unique=True
    )


class StockReasonRow(Base):
    """Why stock is put right by hand, and whether that adds pieces or takes them away."""

    __tablename__ = "stock_reasons"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    sign: Mapped[int]
    place: Mapped[int] = mapped_column(unique=True)


class SupplierRow(VersionedBase):
    """A supplier of products."""

    __tablename__ = "suppliers"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[MadeId]
    name: Mapped[str] = mapped_column(String(200), unique=True)
    email: Mapped[str | None] = mapped_column(String(255))
    phone: Mapped[str | None] = mapped_column(String(50))
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class PurchaseOrderRow(Base):
    """A purchase order to a supplier."""

    __tablename__ = "purchase_orders"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[MadeId]
    supplier_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.suppliers.id", ondelete="RESTRICT")
    )
    status: Mapped[str] = mapped_column(String(20), server_default="draft")
    version: Mapped[int] = mapped_column(server_default="1")
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("storedesk.staff.id"))
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class PurchaseOrderLineRow(Base):
    """A line of a purchase order."""

    __tablename__ = "purchase_order_lines"
    __table_args__ = (
        UniqueConstraint(
            "purchase_order_id", "product_id", "variant_id", postgresql_nulls_not_distinct=True
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    purchase_order_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.purchase_orders.id", ondelete="RESTRICT")
    )
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="RESTRICT"))
    variant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("product_variants.id", ondelete="RESTRICT")
    )
    ordered_quantity: Mapped[int]
    received_quantity: Mapped[int] = mapped_column(server_default="0")
    unit_cost_amount: Mapped[Decimal]


class StockCountRow(Base):
    """A count of shelves."""

    __tablename__ = "stock_counts"
    __table_args__ = (Index("ix_stock_counts_created", "created_at"), {"schema": "storedesk"})

    id: Mapped[MadeId]
    name: Mapped[str] = mapped_column(String(100), server_default="Count")
    carried_from: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.stock_counts.id", ondelete="RESTRICT")
    )
    status: Mapped[str] = mapped_column(String(10), server_default="open")
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("storedesk.staff.id"))
    posted_by: Mapped[UUID | None] = mapped_column(ForeignKey("storedesk.staff.id"))
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[Stamp]
    posted_at: Mapped[datetime | None]


class StockCountLineRow(Base):
    """A product that was counted."""

    __tablename__ = "stock_count_lines"
    __table_args__ = (
        UniqueConstraint(
            "stock_count_id", "product_id", "variant_id", postgresql_nulls_not_distinct=True
        ),
        Index("ix_count_lines_product", "product_id"),
        Index(
            "uq_count_line_posted",
            "posted_audit_id",
            unique=True,
            postgresql_where=text("posted_audit_id IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    stock_count_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.stock_counts.id", ondelete="RESTRICT")
    )
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="RESTRICT"))
    variant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("product_variants.id", ondelete="RESTRICT")
    )
    stock_at_count: Mapped[int]
    counted_quantity: Mapped[int]
    posted_audit_id: Mapped[UUID | None]
    seen_seq: Mapped[int] = mapped_column(BigInteger, server_default="0")


class StockCountProductRow(Base):
    """A product that is to be counted."""

    __tablename__ = "stock_count_products"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    stock_count_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.stock_counts.id", ondelete="RESTRICT"), primary_key=True
    )
    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="RESTRICT"), primary_key=True
    )


class StockCountEntryRow(Base):
    """What somebody counted at one go: of a product, or of a code that nothing has."""

    __tablename__ = "stock_count_entries"
    __table_args__ = (
        Index("ix_count_entries_product", "stock_count_id", "product_id", "seq"),
        Index("ix_count_entries_person", "stock_count_id", "counted_by", "seq"),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    stock_count_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.stock_counts.id", ondelete="RESTRICT")
    )
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("products.id", ondelete="RESTRICT"))
    code: Mapped[str | None] = mapped_column(String(100))
    quantity: Mapped[int]
    is_set: Mapped[bool]
    stock_then: Mapped[int | None]
    seq_then: Mapped[int | None] = mapped_column(BigInteger)
    counted_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id"))
    created_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]
