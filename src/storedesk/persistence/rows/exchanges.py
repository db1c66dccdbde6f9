"""The rows of exchanges: what comes back for a sale in progress, and what came back for one."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Stamp


class TillExchangeRow(Base):
    """What comes back for a sale in progress; it is booked when that is paid."""

    __tablename__ = "till_exchanges"
    __table_args__ = (
        Index("ix_till_exchanges_returned", "returned_order_id"),
        {"schema": "storedesk"},
    )

    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_carts.order_id", ondelete="CASCADE"), primary_key=True
    )
    return_id: Mapped[UUID] = mapped_column(unique=True)
    returned_order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSONB())
    reason: Mapped[str] = mapped_column(String(500))
    refund_amount: Mapped[Decimal]
    chosen_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    created_at: Mapped[Stamp]


class ExchangeRow(Base):
    """A return whose money paid for a sale, as much of it as that cost."""

    __tablename__ = "exchanges"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    return_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.order_returns.id", ondelete="RESTRICT"), primary_key=True
    )
    order_id: Mapped[UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="RESTRICT"), unique=True
    )
    credit_account_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.credit_accounts.id", ondelete="RESTRICT"), unique=True
    )
    credited_amount: Mapped[Decimal]
