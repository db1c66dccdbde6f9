"""The rows of fiscal records."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    CHAR,
    BigInteger,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Stamp

SCHEMA = {"schema": "storedesk"}


class FiscalStartRow(Base):
    """Since when there are fiscal records; one row."""

    __tablename__ = "fiscal_start"
    __table_args__ = (SCHEMA,)

    is_only: Mapped[bool] = mapped_column(primary_key=True, server_default=text("true"))
    since: Mapped[datetime]


class FiscalRecordRow(Base):
    """What a sale or a refund came to, chained to the record before. Only ever added to."""

    __tablename__ = "fiscal_records"
    __table_args__ = (
        Index("uq_fiscal_records_order", "order_id", unique=True,
              postgresql_where=text("kind IN ('sale', 'order')")),
        Index("uq_fiscal_records_return", "return_id", unique=True,
              postgresql_where=text("return_id IS NOT NULL")),
        Index("uq_fiscal_records_canceled", "order_id", unique=True,
              postgresql_where=text("kind = 'cancellation'")),
        Index("uq_fiscal_records_open_return", "open_return_id", unique=True,
              postgresql_where=text("open_return_id IS NOT NULL")),
        SCHEMA,
    )  # fmt: skip

    chain_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(12))
    order_id: Mapped[UUID | None] = mapped_column(ForeignKey("orders.id", ondelete="RESTRICT"))
    order_number: Mapped[str] = mapped_column(String(20))
    return_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.order_returns.id", ondelete="RESTRICT")
    )
    till_session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    booked_at: Mapped[datetime]
    currency: Mapped[str] = mapped_column(CHAR(3))
    rates: Mapped[list[list[str]]] = mapped_column(JSONB)
    total_amount: Mapped[Decimal]
    previous_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    open_return_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.open_returns.id", ondelete="RESTRICT")
    )


class FiscalSignatureRow(Base):
    """What a signer has said of a fiscal record. Only ever added to."""

    __tablename__ = "fiscal_signatures"
    __table_args__ = (
        ForeignKeyConstraint(
            ["chain_id", "number"],
            ["storedesk.fiscal_records.chain_id", "storedesk.fiscal_records.number"],
            ondelete="RESTRICT",
        ),
        SCHEMA,
    )

    chain_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    signer: Mapped[str] = mapped_column(String(20))
    serial: Mapped[str] = mapped_column(String(100))
    signature: Mapped[str] = mapped_column(String(2000))
    signed_at: Mapped[datetime]
    created_by: Mapped[UUID] = mapped_column(ForeignKey("storedesk.staff.id", ondelete="RESTRICT"))
    created_at: Mapped[Stamp]
