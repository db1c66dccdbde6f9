"""The rows of what is weighed, or priced at the till."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Numeric, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp


class ProductMeasureRow(Base):
    """How a product is sold that is not sold by the piece."""

    __tablename__ = "product_measures"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), primary_key=True
    )
    measure: Mapped[str] = mapped_column(String(10))


class TillMeasureRow(Base):
    """A package of a sale in progress: a line of its own on the screen."""

    __tablename__ = "till_measures"
    __table_args__ = (
        Index("ix_till_measures_cart_item", "cart_item_id"),
        Index(
            "ix_till_measures_requested_by", "requested_by",
            postgresql_where=text("requested_by IS NOT NULL"),
        ),
        Index(
            "ix_till_measures_approved_by", "approved_by",
            postgresql_where=text("approved_by IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )  # fmt: skip

    id: Mapped[MadeId]
    cart_item_id: Mapped[UUID] = mapped_column(ForeignKey("cart_items.id", ondelete="CASCADE"))
    source: Mapped[str] = mapped_column(String(12))
    weight: Mapped[Decimal | None] = mapped_column(Numeric(5, 3))
    kilo_price_amount: Mapped[Decimal | None]
    fixed_price_amount: Mapped[Decimal | None]
    list_price_amount: Mapped[Decimal | None]
    reason: Mapped[str | None] = mapped_column(String(255))
    requested_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    note: Mapped[str | None] = mapped_column(String(200))
    added_at: Mapped[Stamp]
    within_limit: Mapped[bool | None]


class LineMeasureRow(Base):
    """How a line was measured that was sold."""

    __tablename__ = "line_measures"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    order_line_item_id: Mapped[UUID] = mapped_column(
        ForeignKey("order_line_items.id", ondelete="RESTRICT"), primary_key=True
    )
    source: Mapped[str] = mapped_column(String(12))
    weight: Mapped[Decimal | None] = mapped_column(Numeric(5, 3))
    kilo_price_amount: Mapped[Decimal | None]
