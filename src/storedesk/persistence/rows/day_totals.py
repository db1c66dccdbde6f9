"""The rows of the sums of days that are over, which sales reports read."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Numeric,
    String,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base


class DayTotalsRow(Base):
    """What a day that is over came to."""

    __tablename__ = "day_totals"
    __table_args__ = (
        ExcludeConstraint(
            (func.tsrange(text("begins"), text("ends")), "&&"), name="ex_day_totals_once"
        ),
        {"schema": "storedesk"},
    )

    begins: Mapped[datetime] = mapped_column(primary_key=True)
    ends: Mapped[datetime]
    summed_at: Mapped[datetime]
    orders: Mapped[int]
    pieces: Mapped[int] = mapped_column(BigInteger)
    discounts: Mapped[Decimal] = mapped_column(Numeric())
    paid: Mapped[Decimal] = mapped_column(Numeric())
    added_tax: Mapped[Decimal] = mapped_column(Numeric())
    shipping: Mapped[Decimal] = mapped_column(Numeric())
    included_tax: Mapped[Decimal] = mapped_column(Numeric())
    returns: Mapped[int]
    refunded: Mapped[Decimal] = mapped_column(Numeric())
    shipping_back: Mapped[Decimal] = mapped_column(Numeric())
    added_back: Mapped[Decimal] = mapped_column(Numeric())
    included_back: Mapped[Decimal] = mapped_column(Numeric())
    past_orders: Mapped[int]
    past_pieces: Mapped[int] = mapped_column(BigInteger)
    past_sold: Mapped[Decimal] = mapped_column(Numeric())
    past_back: Mapped[Decimal] = mapped_column(Numeric())


class CostColumns:
    """What goods were sold for, what they cost, and the same of what came back.

    Without the tax that was added; what is inside are orders to which none was added.
    """

    inside: Mapped[Decimal | None] = mapped_column(Numeric())
    cost: Mapped[Decimal | None] = mapped_column(Numeric())
    costed: Mapped[Decimal | None] = mapped_column(Numeric())
    costed_inside: Mapped[Decimal | None] = mapped_column(Numeric())
    back: Mapped[Decimal | None] = mapped_column(Numeric())
    back_inside: Mapped[Decimal | None] = mapped_column(Numeric())
    cost_back: Mapped[Decimal | None] = mapped_column(Numeric())
    costed_back: Mapped[Decimal | None] = mapped_column(Numeric())
    costed_back_inside: Mapped[Decimal | None] = mapped_column(Numeric())


class LineSumColumns(CostColumns):
    """The columns of what a product or variant at one rate of tax came to."""

    place: Mapped[int] = mapped_column(primary_key=True)
    is_past: Mapped[bool]
    product_id: Mapped[UUID | None]
    variant_id: Mapped[UUID | None]
    rate: Mapped[Decimal | None] = mapped_column(Numeric(7, 5))
    words: Mapped[str | None] = mapped_column(String(200))
    pieces: Mapped[int | None] = mapped_column(BigInteger)
    amount: Mapped[Decimal | None] = mapped_column(Numeric())
    discount: Mapped[Decimal | None] = mapped_column(Numeric())
    foreign_tax: Mapped[Decimal | None] = mapped_column(Numeric())
    refunded: Mapped[Decimal | None] = mapped_column(Numeric())
    added_back: Mapped[Decimal | None] = mapped_column(Numeric())
    taxed_back: Mapped[Decimal | None] = mapped_column(Numeric())


class DayLinesRow(LineSumColumns, Base):
    """What one product or variant at one rate of tax came to on such a day."""

    __tablename__ = "day_lines"
    __table_args__ = ({"schema": "storedesk"},)

    begins: Mapped[datetime] = mapped_column(
        ForeignKey("storedesk.day_totals.begins", ondelete="CASCADE"), primary_key=True
    )


class PartColumns:
    """Of which part of a day a sum is: a quarter of an hour, a person or a register."""

    begins: Mapped[datetime] = mapped_column(
        ForeignKey("storedesk.day_totals.begins", ondelete="CASCADE"), primary_key=True
    )
    place: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(String(8))
    quarter: Mapped[datetime | None]
    key: Mapped[str | None] = mapped_column(String(36))


class DayPartRow(PartColumns, Base):
    """What was sold and came back in a part of such a day."""

    __tablename__ = "day_parts"
    __table_args__ = ({"schema": "storedesk"},)

    orders: Mapped[int] = mapped_column(BigInteger)
    paid: Mapped[Decimal] = mapped_column(Numeric())
    added_tax: Mapped[Decimal] = mapped_column(Numeric())
    included_tax: Mapped[Decimal] = mapped_column(Numeric())
    pieces: Mapped[int] = mapped_column(BigInteger)
    discounts: Mapped[Decimal] = mapped_column(Numeric())
    returns: Mapped[int] = mapped_column(BigInteger)
    refunded: Mapped[Decimal] = mapped_column(Numeric())
    added_back: Mapped[Decimal] = mapped_column(Numeric())
    included_back: Mapped[Decimal] = mapped_column(Numeric())
    past_orders: Mapped[int] = mapped_column(BigInteger)
    past_pieces: Mapped[int] = mapped_column(BigInteger)
    past_sold: Mapped[Decimal] = mapped_column(Numeric())
    past_back: Mapped[Decimal] = mapped_column(Numeric())


class DayCostsRow(PartColumns, CostColumns, Base):
    """What goods cost at a rate of tax, on such a day or in a part of it."""

    __tablename__ = "day_costs"
    __table_args__ = ({"schema": "storedesk"},)

    rate: Mapped[Decimal | None] = mapped_column(Numeric(7, 5))
    amount: Mapped[Decimal | None] = mapped_column(Numeric())


class MonthSumsRow(Base):
    """A month, a quarter or a year of which all days are summed and added up."""

    __tablename__ = "month_sums"
    __table_args__ = ({"schema": "storedesk"},)

    months: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    begins: Mapped[datetime] = mapped_column(primary_key=True)
    ends: Mapped[datetime]


class MonthLinesRow(LineSumColumns, Base):
    """What one product or variant at one rate of tax came to in it."""

    __tablename__ = "month_lines"
    __table_args__ = (
        ForeignKeyConstraint(
            ["months", "begins"],
            ["storedesk.month_sums.months", "storedesk.month_sums.begins"],
            ondelete="CASCADE",
        ),
        {"schema": "storedesk"},
    )

    months: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    begins: Mapped[datetime] = mapped_column(primary_key=True)


class DayChangeRow(Base):
    """A day, by UTC, of which a row was changed after it was over."""

    __tablename__ = "day_changes"
    __table_args__ = (Index("ix_day_changes_day", "day"), {"schema": "storedesk"})

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    day: Mapped[date]


class DayStateRow(Base):
    """How far days are summed. There is one row at most."""

    __tablename__ = "day_state"
    __table_args__ = ({"schema": "storedesk"},)

    id: Mapped[bool] = mapped_column(primary_key=True, server_default=text("true"))
    announced: Mapped[datetime]
    numbered: Mapped[int | None] = mapped_column(BigInteger)
    settled: Mapped[datetime | None]
