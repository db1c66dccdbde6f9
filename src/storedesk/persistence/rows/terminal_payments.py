"""The rows of what card terminals were asked for."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CHAR, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Stamp


class TerminalPaymentRow(Base):
    """A payment that a card terminal was asked for, and what became of it."""

    __tablename__ = "terminal_payments"
    __table_args__ = (
        Index(
            "ix_terminal_payments_open",
            "order_id",
            unique=True,
            postgresql_where=text("state IN ('asked', 'unknown', 'returning')"),
        ),
        Index("ix_terminal_payments_order", "order_id"),
        Index(
            "ix_terminal_payments_loose",
            "id",
            postgresql_where=text(
                "state = 'approved' AND NOT is_attached OR is_by_hand OR returned_by IS NOT NULL"
            ),
        ),
        {"schema": "storedesk"},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID]
    register_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.registers.id", ondelete="RESTRICT")
    )
    terminal: Mapped[str] = mapped_column(String(20))
    amount: Mapped[Decimal]
    currency: Mapped[str] = mapped_column(CHAR(3))
    state: Mapped[str] = mapped_column(String(20), server_default="asked")
    is_attached: Mapped[bool] = mapped_column(server_default=text("false"))
    is_by_hand: Mapped[bool] = mapped_column(server_default=text("false"))
    reason: Mapped[str | None] = mapped_column(String(200))
    card_scheme: Mapped[str | None] = mapped_column(String(30))
    card_last_four: Mapped[str | None] = mapped_column(CHAR(4))
    transaction_id: Mapped[str | None] = mapped_column(String(255))
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
    settled_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    settled_at: Mapped[datetime | None]
    returned_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    return_reference: Mapped[str | None] = mapped_column(String(255))
    approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )


class DemoMarkRow(Base):
    """That a store was made as a demo."""

    __tablename__ = "demo_marks"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    id: Mapped[bool] = mapped_column(primary_key=True, server_default=text("true"))
    created_at: Mapped[Stamp]
