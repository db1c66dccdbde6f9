"""The rows of past sales: those of another program, with its own numbers."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Exact


class PastImportRow(Base):
    """An import of past sales."""

    __tablename__ = "past_imports"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[UUID] = mapped_column(primary_key=True)
    files: Mapped[str] = mapped_column(String(500))
    begun_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    begun_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class PastOrderRow(Base):
    """An order, an invoice or a receipt of another program."""

    __tablename__ = "past_orders"
    __table_args__ = (
        Index("ix_past_orders_import", "past_import_id"),
        Index("ix_past_orders_placed_at", "placed_at", "id"),
        {"schema": "storedesk"},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    past_import_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.past_imports.id", ondelete="CASCADE")
    )
    number: Mapped[str] = mapped_column(String(50), unique=True)
    placed_at: Mapped[datetime]
    customer: Mapped[str | None] = mapped_column(String(50))
    country: Mapped[str | None] = mapped_column(String(100))


class PastLineRow(Base):
    """A line of one; a quantity below nought was taken back."""

    __tablename__ = "past_lines"
    __table_args__ = (
        Index("ix_past_lines_order", "past_order_id"),
        Index("ix_past_lines_sold_at", "sold_at"),
        Index(
            "ix_past_lines_product", "product_id", "sold_at",
            postgresql_where=text("product_id IS NOT NULL"),
        ),
        Index(
            "ix_past_lines_variant", "variant_id", postgresql_where=text("variant_id IS NOT NULL")
        ),
        Index(
            "ix_past_lines_unmatched", text("upper(code)"),
            postgresql_where=text("product_id IS NULL"),
        ),
        {"schema": "storedesk"},
    )  # fmt: skip

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    past_order_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("storedesk.past_orders.id", ondelete="CASCADE")
    )
    sold_at: Mapped[datetime]
    code: Mapped[str] = mapped_column(String(50))
    name: Mapped[str | None] = mapped_column(String(200))
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("products.id", ondelete="SET NULL"))
    variant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("product_variants.id", ondelete="SET NULL")
    )
    quantity: Mapped[int]
    unit_price: Mapped[Decimal] = mapped_column(Exact(14, 4))
