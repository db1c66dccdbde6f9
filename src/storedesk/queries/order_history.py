"""Questions about what happened to an order: steps, changes, money, goods, e-mails and stock."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from storedesk.domain.order_details import (
    MoneyMovement,
    OrderChange,
    OrderEmail,
    Returned,
    StatusChange,
    StockMove,
)
from storedesk.domain.orders import OrderStatus
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.persistence.rows import (
    EmailRow,
    LedgerRow,
    OrderChangeRow,
    OrderLineRow,
    OrderPaymentRow,
    OrderReturnLineRow,
    OrderReturnRow,
    OrderStepRow,
    ProductRow,
    ShipmentRecallRow,
    StaffRow,
)
from storedesk.queries.email_lists import STATUS as SHOWN


def steps(session: Session, order_id: UUID) -> tuple[StatusChange, ...]:
    """List the steps that an order has taken."""
    query = (
        select(OrderStepRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderStepRow.actor_id)
        .where(OrderStepRow.order_id == order_id)
        .order_by(OrderStepRow.order_version)
    )
    return tuple(
        StatusChange(OrderStatus(row.to_status), row.created_at, who, row.note)
        for row, who in session.execute(query)
    )


def is_recalled(session: Session, order_id: UUID) -> bool:
    """Tell whether its parcel did not leave after all, and waits to be shipped again."""
    query = select(ShipmentRecallRow.id).where(
        ShipmentRecallRow.order_id == order_id, ShipmentRecallRow.ended_at.is_(None)
    )
    return session.scalar(query) is not None


def changes(session: Session, order_id: UUID) -> tuple[OrderChange, ...]:
    """List what changed between its steps; a return has a row of its own."""
    query = (
        select(OrderChangeRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderChangeRow.actor_id)
        .where(OrderChangeRow.order_id == order_id, OrderChangeRow.what != "return")
        .order_by(OrderChangeRow.order_version)
    )
    return tuple(
        OrderChange(row.what, row.detail, row.created_at, who)
        for row, who in session.execute(query)
    )


def money_movements(session: Session, order_id: UUID) -> tuple[MoneyMovement, ...]:
    """List what was paid, and what went back."""
    query = (
        select(OrderPaymentRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderPaymentRow.created_by)
        .where(OrderPaymentRow.order_id == order_id)
        .order_by(OrderPaymentRow.created_at, OrderPaymentRow.id)
    )
    return tuple(
        MoneyMovement(
            id=row.id,
            is_refund=row.kind == "refund",
            method=Method(row.method),
            amount=Money(row.amount, row.currency),
            detail=_detail(row),
            at=row.created_at,
            who=who,
        )
        for row, who in session.execute(query)
    )


def _detail(row: OrderPaymentRow) -> str | None:
    card = " ".join(part for part in (row.card_scheme, row.card_last_four) if part)
    return card or row.transaction_id


def returns(session: Session, order_id: UUID, currency: str) -> tuple[Returned, ...]:
    """List what came back."""
    pieces: dict[UUID, list[tuple[str, int, bool]]] = {}
    lines = (
        select(OrderReturnLineRow, OrderLineRow.product_name)
        .join(OrderLineRow, OrderLineRow.id == OrderReturnLineRow.order_line_item_id)
        .where(OrderLineRow.order_id == order_id)
        .order_by(OrderLineRow.created_at, OrderLineRow.id)
    )
    for line, name in session.execute(lines):
        pieces.setdefault(line.return_id, []).append((name, line.quantity, line.restocked))
    query = (
        select(OrderReturnRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderReturnRow.created_by)
        .where(OrderReturnRow.order_id == order_id)
        .order_by(OrderReturnRow.created_at, OrderReturnRow.id)
    )
    return tuple(
        Returned(
            id=row.id,
            at=row.created_at,
            who=who,
            reason=row.reason,
            refund=Money(row.refund_amount or Decimal(0), currency),
            pieces=tuple(pieces.get(row.id, ())),
        )
        for row, who in session.execute(query)
    )


def mails(session: Session, order_id: UUID) -> tuple[OrderEmail, ...]:
    """List the e-mails about it."""
    query = (
        select(EmailRow, SHOWN)
        .where(EmailRow.reference_type == "order", EmailRow.reference_id == order_id)
        .order_by(EmailRow.created_at, EmailRow.id)
    )
    return tuple(
        OrderEmail(row.id, row.email_type, status, row.created_at, row.sent_at)
        for row, status in session.execute(query)
    )


def moves(session: Session, order_id: UUID) -> tuple[StockMove, ...]:
    """List what it did to the stock."""
    query = (
        select(LedgerRow, ProductRow.name, StaffRow.display_name)
        .join(ProductRow, ProductRow.id == LedgerRow.product_id)
        .outerjoin(StaffRow, StaffRow.id == LedgerRow.user_id)
        .where(LedgerRow.order_id == order_id)
        .order_by(LedgerRow.seq)
    )
    return tuple(
        StockMove(row.id, row.created_at, name, row.operation_type, row.adjustment, who)
        for row, name, who in session.execute(query)
    )
