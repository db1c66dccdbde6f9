"""The rows of what is noted for lines, of sales in progress and of orders."""

from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base


class TillNoteRow(Base):
    """What a cashier noted for a line of a sale in progress."""

    __tablename__ = "till_notes"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    cart_item_id: Mapped[UUID] = mapped_column(
        ForeignKey("cart_items.id", ondelete="CASCADE"), primary_key=True
    )
    note: Mapped[str] = mapped_column(String(200))


class LineNoteRow(Base):
    """What was noted for a line that was sold."""

    __tablename__ = "line_notes"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    order_line_item_id: Mapped[UUID] = mapped_column(
        ForeignKey("order_line_items.id", ondelete="RESTRICT"), primary_key=True
    )
    note: Mapped[str] = mapped_column(String(200))
