"""The rows of stock that an import sets, a batch at a time."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base

NO_PRODUCT = "00000000-0000-0000-0000-000000000000"


class StockImportRow(Base):
    """An import that has stock to set; it goes when it ends."""

    __tablename__ = "stock_imports"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[UUID] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    reason: Mapped[str] = mapped_column(String(255))
    waiting: Mapped[int]
    done_to: Mapped[UUID] = mapped_column(server_default=text(f"'{NO_PRODUCT}'"))
    begun_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id"))
    begun_at: Mapped[datetime]


class StockImportLineRow(Base):
    """A product whose stock is to be set, or was left as it is; a line goes when it is set."""

    __tablename__ = "stock_import_lines"
    __table_args__ = (
        Index("ix_stock_import_lines_product", "product_id"),
        {"schema": "storedesk"},
    )

    stock_import_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.stock_imports.id", ondelete="CASCADE"), primary_key=True
    )
    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), primary_key=True
    )
    seen: Mapped[int]
    level: Mapped[int]
    trouble: Mapped[str | None] = mapped_column(String(10))
