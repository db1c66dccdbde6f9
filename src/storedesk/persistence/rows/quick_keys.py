"""The rows of quick keys."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId


class QuickKeyRow(Base):
    """A product on a board of quick keys: a category's, or the first one, which has none."""

    __tablename__ = "quick_keys"
    __table_args__ = (
        UniqueConstraint("category_id", "place", postgresql_nulls_not_distinct=True),
        UniqueConstraint("category_id", "product_id", postgresql_nulls_not_distinct=True),
        Index("ix_quick_keys_product", "product_id"),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    category_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("categories.id", ondelete="CASCADE")
    )
    place: Mapped[int]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"))
