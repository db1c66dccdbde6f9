"""The rows of returns without a receipt."""

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

from storedesk.persistence.rows.base import Base, MadeId, Stamp

SCHEMA = {"schema": "storedesk"}


class OpenReturnRow(Base):
    """Goods that came back without a receipt. Only ever added to."""

    __tablename__ = "open_returns"
    __table_args__ = (
        Index("ix_open_returns_session", "till_session_id"),
        Index("ix_open_returns_person", "created_by", "created_at"),
        Index("ix_open_returns_at", "created_at"),
        SCHEMA,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    serial: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    reason: Mapped[str] = mapped_column(String(500))
    value_amount: Mapped[Decimal]
    rounding_amount: Mapped[Decimal] = mapped_column(server_default=text("0"))
    currency: Mapped[str] = mapped_column(CHAR(3))
    in_cash: Mapped[bool]
    till_session_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    cash_approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]


class OpenReturnLineRow(Base):
    """An item of it, in one condition, with what a piece is worth."""

    __tablename__ = "open_return_lines"
    __table_args__ = (UniqueConstraint("open_return_id", "place"), SCHEMA)

    id: Mapped[MadeId]
    open_return_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.open_returns.id", ondelete="RESTRICT")
    )
    place: Mapped[int]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="RESTRICT"))
    variant_id: Mapped[UUID | None]
    product_name: Mapped[str] = mapped_column(String(200))
    variant_description: Mapped[str | None] = mapped_column(String(200))
    quantity: Mapped[int]
    restocked: Mapped[bool]
    unit_value_amount: Mapped[Decimal]
    value_amount: Mapped[Decimal]
    lowest_line_id: Mapped[UUID] = mapped_column(
        ForeignKey("order_line_items.id", ondelete="RESTRICT")
    )
    """The line of the sale by which it was sold for the least."""


class OpenReturnTaxRow(Base):
    """The tax in what went back, by rate."""

    __tablename__ = "open_return_tax_lines"
    __table_args__ = (SCHEMA,)

    open_return_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.open_returns.id", ondelete="RESTRICT"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    rate: Mapped[Decimal] = mapped_column(Numeric(7, 5), primary_key=True)
    base_amount: Mapped[Decimal]
    tax_amount: Mapped[Decimal]
