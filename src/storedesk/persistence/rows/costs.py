"""What products cost the store."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Stamp


class ProductCostRow(Base):
    """What a piece costs from a day of the store on; of one day the last row holds."""

    __tablename__ = "product_costs"
    __table_args__ = (
        Index("ix_product_costs_newest", "product_id", "variant_id", "valid_from", "seq"),
        Index(
            "ix_product_costs_variant", "variant_id",
            postgresql_where=text("variant_id IS NOT NULL"),
        ),
        {"schema": "storedesk"},
    )  # fmt: skip

    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"))
    variant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("product_variants.id", ondelete="CASCADE")
    )
    """None: of the product, and of each variant that has no cost of its own."""
    cost_amount: Mapped[Decimal | None]
    """In the store's currency; None: it is not known any more."""
    valid_from: Mapped[datetime]
    """When that day began."""
    source: Mapped[str] = mapped_column(String(10))
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
