"""The rows of receipts that came out of a printer, gift receipts too, or were sent by e-mail."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
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


class GiftReceiptRow(Base):
    """A gift receipt of an order was printed."""

    __tablename__ = "gift_receipts"
    __table_args__ = (Index("ix_gift_receipts_order", "order_id"), {"schema": "storedesk"})

    id: Mapped[MadeId]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    register_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.registers.id", ondelete="RESTRICT")
    )
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]


class ReceiptMailRow(Base):
    """Somebody sent the receipt of an order by e-mail."""

    __tablename__ = "receipt_mails"
    __table_args__ = (
        Index("ix_receipt_mails_order", "order_id"),
        Index("ix_receipt_mails_person", "created_by", "created_at"),
        {"schema": "storedesk"},
    )

    email_id: Mapped[UUID] = mapped_column(
        ForeignKey("email_queue.id", ondelete="CASCADE"), primary_key=True
    )
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    is_typed: Mapped[bool]
    """Whether the address was typed for it."""
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
