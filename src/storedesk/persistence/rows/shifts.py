"""The rows of a shift: its people, what happened at its drawer, and what was counted at its end."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, MadeId, Stamp


class TillSessionPersonRow(Base):
    """Somebody who works in a shift, or did."""

    __tablename__ = "till_session_people"
    __table_args__ = (
        Index(
            "uq_session_person_in_one",
            "staff_id",
            unique=True,
            postgresql_where=text("left_at IS NULL"),
        ),
        {"schema": "storedesk"},
    )

    till_session_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT"), primary_key=True
    )
    staff_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT"), primary_key=True
    )
    joined_at: Mapped[Stamp]
    left_at: Mapped[datetime | None]
    taken_in_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )


class TillSessionCountRow(Base):
    """One count of a drawer, and what was expected in it."""

    __tablename__ = "till_session_counts"
    __table_args__ = (
        Index("ix_session_counts_session", "till_session_id", "id"),
        {"schema": "storedesk"},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    till_session_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    counted_amount: Mapped[Decimal]
    expected_amount: Mapped[Decimal]
    is_correction: Mapped[bool]
    counted_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    counted_at: Mapped[Stamp]


class DrawerOpeningRow(Base):
    """The drawer of a shift was opened without a sale."""

    __tablename__ = "drawer_openings"
    __table_args__ = (
        Index("ix_drawer_openings_session", "till_session_id"),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    till_session_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    reason: Mapped[str] = mapped_column(String(255))
    approved_by: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.staff.id", ondelete="RESTRICT")
    )
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]


class CashMovementRow(Base):
    """Cash put into a drawer, or taken out, beside sales."""

    __tablename__ = "cash_movements"
    __table_args__ = (
        Index("ix_cash_movements_session", "till_session_id"),
        {"schema": "storedesk"},
    )

    id: Mapped[MadeId]
    till_session_id: Mapped[UUID] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    kind: Mapped[str] = mapped_column(String(10))
    amount: Mapped[Decimal]
    reason: Mapped[str] = mapped_column(String(255))
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
    credit_entry_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.credit_entries.id", ondelete="RESTRICT"), unique=True
    )
    """The entry of an account of credit that this cash was paid for."""
    open_return_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.open_returns.id", ondelete="RESTRICT"), unique=True
    )
    """What came back without a receipt that this cash went out for."""
