"""What should be in the drawers of open shifts by their ledgers, where they have bounds."""

from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Numeric, Text, and_, case, func, literal, or_, select
from sqlalchemy.orm import aliased

from storedesk.domain.shifts import DrawerCash
from storedesk.persistence.rows import (
    CashMovementRow,
    OrderPaymentRow,
    RegisterRow,
    TillCartRow,
    TillSessionRow,
    TillTenderRow,
)

IS_BOUNDED = or_(
    RegisterRow.least_cash_amount.is_not(None), RegisterRow.most_cash_amount.is_not(None)
)


def _text(words: str) -> ColumnElement[str]:
    return literal(words, Text(), literal_execute=True)


def _sum(amount: Any, *conditions: ColumnElement[bool]) -> ColumnElement[Decimal]:
    none = literal(Decimal(0), Numeric(), literal_execute=True)
    total = select(func.coalesce(func.sum(amount), none)).where(*conditions)
    return total.correlate(TillSessionRow).scalar_subquery()


def drawer_columns() -> tuple[ColumnElement[Any], ...]:
    """Select for `drawer_cash`, of a shift joined with its register: cash, least and most.

    The cash is summed up only where the shift is open and its drawer has bounds; else it is null.
    """
    paid, moved = OrderPaymentRow, CashMovementRow
    took = paid.amount + paid.rounding_amount
    payments = _sum(
        case((paid.kind == _text("payment"), took), else_=-took),
        paid.till_session_id == TillSessionRow.id,
        paid.method == _text("cash"),
    )
    movements = _sum(
        case((moved.kind == _text("paid_in"), moved.amount), else_=-moved.amount),
        moved.till_session_id == TillSessionRow.id,
    )
    held, of_sale, at = TillTenderRow, TillCartRow, aliased(RegisterRow)
    in_sales = _sum(
        held.amount,
        held.method == _text("cash"),
        held.order_id == of_sale.order_id,
        of_sale.register_id == at.id,
        func.coalesce(at.drawer_of, at.id) == TillSessionRow.register_id,
    )
    cash = TillSessionRow.opening_float_amount + payments + movements + in_sales
    is_open = TillSessionRow.status == _text("open")
    return (
        case((and_(is_open, IS_BOUNDED), cash)),
        RegisterRow.least_cash_amount.expression,
        RegisterRow.most_cash_amount.expression,
    )


def drawer_cash(
    cash: Decimal | None, least: Decimal | None, most: Decimal | None
) -> DrawerCash | None:
    """Make what drawer_columns has selected; None where it has not looked."""
    return None if cash is None else DrawerCash(cash, least, most)
