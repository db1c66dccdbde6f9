"""The rows of receipts that came out of a printer."""

from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp


class ReceiptPrintRow(Base):
    """The receipt of an order was printed; the first is its receipt, later ones say REPRINT."""

    __tablename__ = "receipt_prints"
    __table_args__ = (UniqueConstraint("order_id", "number"), {"schema": "storedesk"})

    id: Mapped[MadeId]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    number: Mapped[int]
    register_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.registers.id", ondelete="RESTRICT")
    )
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
