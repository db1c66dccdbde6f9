"""The rows of promotions."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp


class PromotionRow(Base):
    """Lower prices for some days of the store's calendar."""

    __tablename__ = "promotions"
    __table_args__ = (
        UniqueConstraint("id", "first_day", "last_day", name="uq_promotion_days"),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    name: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(10))
    value: Mapped[Decimal]
    digits: Mapped[int]
    first_day: Mapped[date]
    last_day: Mapped[date]
    ended_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class PromotionItemRow(Base):
    """A category, a product or a variant that a promotion is for."""

    __tablename__ = "promotion_items"
    __table_args__ = (
        ForeignKeyConstraint(
            ["promotion_id", "first_day", "last_day"],
            [
                "storedesk.promotions.id",
                "storedesk.promotions.first_day",
                "storedesk.promotions.last_day",
            ],
            name="fk_promotion_items_days",
            onupdate="CASCADE",
            ondelete="RESTRICT",
        ),
        Index("ix_promotion_items_item", "item_id", "last_day"),
        Index("ix_promotion_items_last_day", "last_day"),
        Index(
            "ix_promotion_items_category", "category_id",
            postgresql_where=text("category_id IS NOT NULL"),
        ),
        Index(
            "ix_promotion_items_product", "product_id",
            postgresql_where=text("product_id IS NOT NULL"),
        ),
        Index(
            "ix_promotion_items_variant", "variant_id",
            postgresql_where=text("variant_id IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )  # fmt: skip

    promotion_id: Mapped[UUID] = mapped_column(primary_key=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
    category_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("categories.id", ondelete="CASCADE")
    )
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"))
    variant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("product_variants.id", ondelete="CASCADE")
    )
    item_id: Mapped[UUID] = mapped_column(
        Computed("COALESCE(category_id, product_id, variant_id)", persisted=True), primary_key=True
    )


class OrderPromotionRow(Base):
    """A line that was sold at the price of a promotion, as the promotion then was called."""

    __tablename__ = "order_promotions"
    __table_args__ = (
        Index("ix_order_promotions_promotion", "promotion_id"),
        {"schema": "storedesk"},
    )

    order_line_item_id: Mapped[UUID] = mapped_column(
        ForeignKey("order_line_items.id", ondelete="RESTRICT"), primary_key=True
    )
    promotion_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.promotions.id", ondelete="RESTRICT")
    )
    name: Mapped[str] = mapped_column(String(100))
    usual_price_amount: Mapped[Decimal]
