"""The rows of seals over the journal, the stock ledger and the payments."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.dialects.postgresql import INT8MULTIRANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base


def _seal_number() -> Mapped[int]:
    number = ForeignKey(
        "storedesk.seals.number", ondelete="RESTRICT", deferrable=True, initially="DEFERRED"
    )
    return mapped_column(BigInteger, number, primary_key=True)


class SealRow(Base):
    """A seal: the hash of the one before and of all rows since. Only ever added to."""

    __tablename__ = "seals"
    __table_args__ = (Index("ix_seals_shift", "till_session_id"), {"schema": "storedesk"})

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    sealed_at: Mapped[datetime]
    till_session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("storedesk.till_sessions.id", ondelete="RESTRICT")
    )
    total_rows: Mapped[int] = mapped_column(BigInteger)
    transactions_until: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class SealMarkRow(Base):
    """How far a seal goes in one table, and which numbers below may still arrive."""

    __tablename__ = "seal_marks"
    __table_args__ = ({"schema": "storedesk"},)

    seal_number: Mapped[int] = _seal_number()
    source: Mapped[str] = mapped_column(String(30), primary_key=True)
    last_number: Mapped[int] = mapped_column(BigInteger)
    missing: Mapped[list[Range[int]]] = mapped_column(INT8MULTIRANGE)


class SealPageRow(Base):
    """Up to 2,000 rows of one table, as a seal has found them."""

    __tablename__ = "seal_pages"
    __table_args__ = (
        Index(
            "ix_seal_pages_late",
            "numbers",
            postgresql_using="gist",
            postgresql_where=text("is_late"),
        ),
        {"schema": "storedesk"},
    )

    seal_number: Mapped[int] = _seal_number()
    place: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(String(30))
    is_late: Mapped[bool]
    after_number: Mapped[int | None] = mapped_column(BigInteger)
    last_number: Mapped[int] = mapped_column(BigInteger)
    numbers: Mapped[list[Range[int]]] = mapped_column(INT8MULTIRANGE)
    prints: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
