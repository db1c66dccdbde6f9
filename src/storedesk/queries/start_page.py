"""What the start page shows: today against the same day a week before, and what waits."""

from datetime import datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    DateTime,
    Integer,
    Numeric,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    select,
)
from sqlalchemy.orm import Session, aliased

from storedesk.domain.catalog import sha256_of
from storedesk.domain.day import (
    BEST_DAYS,
    BestSeller,
    DayFigures,
    Sales,
    ShiftOfDay,
    Waiting,
    days_until,
)
from storedesk.domain.till import Method
from storedesk.persistence.engine.together import Part, together
from storedesk.persistence.rows import (
    ImageRow,
    OrderLineRow,
    OrderPaymentRow,
    OrderRow,
    OrderTaxLineRow,
    PosSaleRow,
    ProductRow,
    RegisterRow,
    ShipmentRecallRow,
    StaffRow,
    TillSessionPersonRow,
    TillSessionRow,
)
from storedesk.queries.count_lists import OPEN
from storedesk.queries.drawers import drawer_cash, drawer_columns
from storedesk.queries.email_lists import FAILED
from storedesk.queries.low_stock import LOW
from storedesk.queries.order_lists import TO_SHIP

BEST = 6
"""How many best sellers are shown."""
SHIFTS_SHOWN = 8
BEGINS, ENDS = (bindparam(name, None, type_=DateTime()) for name in ("begins", "ends"))
"""Today, from its first instant to that of tomorrow."""
INCLUDED_TAX = case(
    (
        OrderRow.tax_amount == literal(Decimal(0), Numeric()),
        func.coalesce(
            select(func.sum(OrderTaxLineRow.tax_amount))
            .where(OrderTaxLineRow.order_id == OrderRow.id)
            .correlate(OrderRow)
            .scalar_subquery(),
            literal(Decimal(0), Numeric()),
        ),
    ),
    else_=literal(Decimal(0), Numeric()),
)
"""The tax that prices include; where it is added to them, it is in the order."""
NET = OrderRow.total_amount - OrderRow.tax_amount - INCLUDED_TAX
IS_SOLD = OrderRow.status.not_in([literal("pending", Text()), literal("cancelled", Text())])
"""Paid, and not cancelled since."""


def day_figures(session: Session, *, zone: tzinfo, now: datetime) -> DayFigures:
    """Return what today came to, by the clock of a zone; `now` has a zone.

    An order counts on the day on which it was placed, once it is paid, unless it was cancelled.
    """
    days = days_until(now, zone)
    periods, hours, payments, best, shifts = together(
        session, PERIODS, HOURS, PAYMENTS, BEST_SELLERS, SHIFTS,
        starts=[one.begins for one in days],
        untils=[one.until for one in days],
        ends_of=[one.ends for one in days[:2]],
        starts_of=[one.begins for one in days[:2]],
        zone=str(zone), begins=days[0].begins, ends=days[0].ends,
        best_since=days[0].begins - timedelta(days=BEST_DAYS - 1),
    )  # fmt: skip
    by_hour: tuple[dict[int, Decimal], ...] = ({}, {})
    for day, hour, net in hours:
        by_hour[day - 1][hour] = net
    return DayFigures(
        until_now=tuple(Sales(*row) for _, *row in periods),
        hours=by_hour[0],
        hours_before=by_hour[1],
        taken={Method(method): paid for kind, method, _, paid in payments if kind == "payment"},
        refunded=sum((paid for kind, *_, paid in payments if kind == "refund"), Decimal(0)),
        refunds=sum(count for kind, _, count, _ in payments if kind == "refund"),
        best=tuple(_best(*row) for row in best),
        shifts=tuple(_shift_of_day(*row) for row in shifts),
    )


def waiting(session: Session) -> Waiting:
    """Return how much waits to be done."""
    found = together(session, TO_SHIP, TO_SHIP_TOTAL, RECALLED, LOW, OPEN, FAILED)
    (ship,), (total,), ((recalled, recalled_total),), (low,), (counts,), (failed,) = found
    return Waiting(
        to_ship=ship + recalled,
        to_ship_total=total + recalled_total,
        low=low,
        counts=counts,
        failed_emails=failed,
    )


def _best(key: Any, name: str, url: str | None, pieces: int, amount: Decimal) -> BestSeller:
    return BestSeller(key, name, sha256_of(url), pieces, amount)


def _shift_of_day(*row: Any) -> ShiftOfDay:
    drawer = drawer_cash(*row[-3:])
    return ShiftOfDay(*(*row[:-3], drawer))


def _days(starts: str, ends: str) -> Any:
    """Return days that are given as two arrays, numbered from 1."""
    columns = func.unnest(
        bindparam(starts, None, type_=ARRAY(DateTime())),
        bindparam(ends, None, type_=ARRAY(DateTime())),
    )
    return columns.table_valued(
        "begins", "ends", with_ordinality="day", name="days"
    ).render_derived()


def _sold_on(days: Any) -> ColumnElement[bool]:
    return and_(
        OrderRow.created_at >= cast(days.c.begins, DateTime()),
        OrderRow.created_at < cast(days.c.ends, DateTime()),
        IS_SOLD,
    )


def _sum(amount: Any) -> ColumnElement[Decimal]:
    return func.coalesce(func.sum(amount), literal(Decimal("0.00"), Numeric()))


def _periods() -> Select[*tuple[Any, ...]]:
    days = _days("starts", "untils")
    return (
        select(days.c.day, func.count(OrderRow.id), _sum(NET), _sum(OrderRow.total_amount))
        .select_from(days.outerjoin(OrderRow, _sold_on(days)))
        .group_by(days.c.day)
        .order_by(days.c.day)
    )


def _hours() -> Select[*tuple[Any, ...]]:
    days = _days("starts_of", "ends_of")
    zone = bindparam("zone", None, type_=Text())
    local = func.timezone(zone, func.timezone(literal("UTC", Text()), OrderRow.created_at))
    hour = cast(func.extract("hour", local), Integer())
    return (
        select(days.c.day, hour, _sum(NET))
        .select_from(days.join(OrderRow, _sold_on(days)))
        .group_by(days.c.day, hour)
        .order_by(days.c.day, hour)
    )


def _payments() -> Select[*tuple[Any, ...]]:
    row = OrderPaymentRow
    return (
        select(row.kind, row.method, func.count(), _sum(row.amount + row.rounding_amount))
        .where(row.created_at >= BEGINS, row.created_at < ENDS)
        .group_by(row.kind, row.method)
        .order_by(row.kind, func.sum(row.amount).desc(), row.method)
    )


def _best_sellers() -> Select[*tuple[Any, ...]]:
    since = bindparam("best_since", None, type_=DateTime())
    amount = func.sum(OrderLineRow.subtotal_amount)
    sold = (
        select(
            OrderLineRow.product_id,
            func.sum(OrderLineRow.quantity).label("pieces"),
            amount.label("amount"),
        )
        .join(OrderRow, OrderRow.id == OrderLineRow.order_id)
        .where(OrderRow.created_at >= since, OrderRow.created_at < ENDS, IS_SOLD)
        .group_by(OrderLineRow.product_id)
        .order_by(amount.desc(), OrderLineRow.product_id)
        .limit(BEST)
        .subquery("sold")
    )
    return (
        select(
            ProductRow.id,
            ProductRow.name,
            ImageRow.url,
            cast(sold.c.pieces, Integer()),
            sold.c.amount,
        )
        .join(sold, sold.c.product_id == ProductRow.id)
        .outerjoin(ImageRow, and_(ImageRow.product_id == ProductRow.id, ImageRow.is_primary))
        .order_by(sold.c.amount.desc(), ProductRow.id)
    )


def _shifts() -> Select[*tuple[Any, ...]]:
    """Select the open shifts, then those that were closed, the last one first."""
    row, closer, person = TillSessionRow, aliased(StaffRow), aliased(StaffRow)
    people = (
        select(func.string_agg(person.display_name, literal(", ", Text())))
        .join(TillSessionPersonRow, TillSessionPersonRow.staff_id == person.id)
        .where(
            TillSessionPersonRow.till_session_id == row.id, TillSessionPersonRow.left_at.is_(None)
        )
        .scalar_subquery()
    )
    sales = select(func.count()).where(PosSaleRow.till_session_id == row.id).scalar_subquery()
    paid = OrderPaymentRow.amount + OrderPaymentRow.rounding_amount
    moved = case((OrderPaymentRow.kind == literal("refund", Text()), -paid), else_=paid)
    in_shift = OrderPaymentRow.till_session_id == row.id
    taken = select(_sum(moved)).where(in_shift).scalar_subquery()
    return (
        select(
            row.id,
            RegisterRow.name,
            func.coalesce(people, closer.display_name, ""),
            row.opened_at,
            row.closed_at,
            sales,
            taken,
            row.difference_amount,
            *drawer_columns(),
        )
        .join(RegisterRow, RegisterRow.id == row.register_id)
        .outerjoin(closer, closer.id == row.closed_by)
        .order_by(row.closed_at.desc().nulls_first(), RegisterRow.name, row.id)
        .limit(SHIFTS_SHOWN)
    )


def _recalled() -> Select[*tuple[Any, ...]]:
    return (
        select(func.count(), _sum(OrderRow.total_amount))
        .select_from(ShipmentRecallRow)
        .join(OrderRow, OrderRow.id == ShipmentRecallRow.order_id)
        .where(ShipmentRecallRow.ended_at.is_(None))
    )


PERIODS, HOURS, PAYMENTS = Part(_periods), Part(_hours), Part(_payments)
BEST_SELLERS, SHIFTS, RECALLED = Part(_best_sellers), Part(_shifts), Part(_recalled)
TO_SHIP_TOTAL = Part(
    lambda: select(_sum(OrderRow.total_amount)).where(
        OrderRow.status == literal("confirmed", Text(), literal_execute=True)
    )
)
