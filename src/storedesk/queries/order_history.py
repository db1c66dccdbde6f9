"""What happened to an order: steps, changes, money, goods, e-mails and stock.

Each is a part of the question about an order, and what makes values of its rows.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Select, select

from storedesk.domain.order_details import (
    GiftReceipt,
    MoneyMovement,
    OrderChange,
    OrderEmail,
    Reprint,
    Returned,
    StatusChange,
    StockMove,
)
from storedesk.domain.orders import OrderStatus
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.together import KEY, Part
from storedesk.persistence.rows import (
    EmailRow,
    GiftReceiptRow,
    LedgerRow,
    OrderChangeRow,
    OrderLineRow,
    OrderPaymentRow,
    OrderReturnLineRow,
    OrderReturnRow,
    OrderStepRow,
    ProductRow,
    ReceiptPrintRow,
    ShipmentRecallRow,
    StaffRow,
)
from storedesk.queries.email_lists import STATUS as SHOWN

Rows: TypeAlias = Sequence[Any]
"""The rows of a part."""


def _steps() -> Select[*tuple[Any, ...]]:
    return (
        select(OrderStepRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderStepRow.actor_id)
        .where(OrderStepRow.order_id == KEY)
        .order_by(OrderStepRow.order_version)
    )


def steps(rows: Rows) -> tuple[StatusChange, ...]:
    """List the steps that an order has taken."""
    return tuple(
        StatusChange(OrderStatus(row.to_status), row.created_at, who, row.note) for row, who in rows
    )


def _recalls() -> Select[*tuple[Any, ...]]:
    """Select whether its parcel did not leave after all, and waits to be shipped again."""
    return select(ShipmentRecallRow.id).where(
        ShipmentRecallRow.order_id == KEY, ShipmentRecallRow.ended_at.is_(None)
    )


def _changes() -> Select[*tuple[Any, ...]]:
    return (
        select(OrderChangeRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderChangeRow.actor_id)
        .where(OrderChangeRow.order_id == KEY, OrderChangeRow.what != "return")
        .order_by(OrderChangeRow.order_version)
    )


def changes(rows: Rows) -> tuple[OrderChange, ...]:
    """List what changed between its steps; a return has a row of its own."""
    return tuple(OrderChange(row.what, row.detail, row.created_at, who) for row, who in rows)


def _money() -> Select[*tuple[Any, ...]]:
    return (
        select(OrderPaymentRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderPaymentRow.created_by)
        .where(OrderPaymentRow.order_id == KEY)
        .order_by(OrderPaymentRow.created_at, OrderPaymentRow.id)
    )


def money_movements(rows: Rows) -> tuple[MoneyMovement, ...]:
    """List what was paid, and what went back."""
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
        for row, who in rows
    )


def _detail(row: Any) -> str | None:
    card = " ".join(part for part in (row.card_scheme, row.card_last_four) if part)
    return card or row.transaction_id


def _pieces() -> Select[*tuple[Any, ...]]:
    return (
        select(OrderReturnLineRow, OrderLineRow.product_name)
        .join(OrderLineRow, OrderLineRow.id == OrderReturnLineRow.order_line_item_id)
        .where(OrderLineRow.order_id == KEY)
        .order_by(OrderLineRow.created_at, OrderLineRow.id)
    )


def _returns() -> Select[*tuple[Any, ...]]:
    return (
        select(OrderReturnRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == OrderReturnRow.created_by)
        .where(OrderReturnRow.order_id == KEY)
        .order_by(OrderReturnRow.created_at, OrderReturnRow.id)
    )


def returns(rows: Rows, lines: Rows, currency: str) -> tuple[Returned, ...]:
    """List what came back, each time with its pieces."""
    pieces: dict[UUID, list[tuple[str, int, bool]]] = {}
    for line, name in lines:
        pieces.setdefault(line.return_id, []).append((name, line.quantity, line.restocked))
    return tuple(
        Returned(
            id=row.id,
            at=row.created_at,
            who=who,
            reason=row.reason,
            refund=Money(row.refund_amount or Decimal(0), currency),
            pieces=tuple(pieces.get(row.id, ())),
        )
        for row, who in rows
    )


def _mails() -> Select[*tuple[Any, ...]]:
    return (
        select(EmailRow, SHOWN)
        .where(EmailRow.reference_type == "order", EmailRow.reference_id == KEY)
        .order_by(EmailRow.created_at, EmailRow.id)
    )


def mails(rows: Rows) -> tuple[OrderEmail, ...]:
    """List the e-mails about it."""
    return tuple(
        OrderEmail(row.id, row.email_type, status, row.created_at, row.sent_at)
        for row, status in rows
    )


def _moves() -> Select[*tuple[Any, ...]]:
    return (
        select(LedgerRow, ProductRow.name, StaffRow.display_name)
        .join(ProductRow, ProductRow.id == LedgerRow.product_id)
        .outerjoin(StaffRow, StaffRow.id == LedgerRow.user_id)
        .where(LedgerRow.order_id == KEY)
        .order_by(LedgerRow.seq)
    )


def moves(rows: Rows) -> tuple[StockMove, ...]:
    """List what it did to the stock."""
    return tuple(
        StockMove(row.id, row.created_at, name, row.operation_type, row.adjustment, who)
        for row, name, who in rows
    )


def _reprints() -> Select[*tuple[Any, ...]]:
    return (
        select(ReceiptPrintRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == ReceiptPrintRow.created_by)
        .where(ReceiptPrintRow.order_id == KEY, ReceiptPrintRow.number > 1)
        .order_by(ReceiptPrintRow.number)
    )


def reprints(rows: Rows) -> tuple[Reprint, ...]:
    """List the receipts that were printed once more."""
    return tuple(Reprint(row.number, row.created_at, who) for row, who in rows)


def _gift_receipts() -> Select[*tuple[Any, ...]]:
    return (
        select(GiftReceiptRow, StaffRow.display_name)
        .outerjoin(StaffRow, StaffRow.id == GiftReceiptRow.created_by)
        .where(GiftReceiptRow.order_id == KEY)
        .order_by(GiftReceiptRow.created_at, GiftReceiptRow.id)
    )


def gift_receipts(rows: Rows) -> tuple[GiftReceipt, ...]:
    """List the gift receipts that were printed."""
    return tuple(GiftReceipt(row.created_at, who) for row, who in rows)


REPRINTS, GIFT_RECEIPTS = Part(_reprints), Part(_gift_receipts)
STEPS, RECALLS, CHANGES, MONEY = Part(_steps), Part(_recalls), Part(_changes), Part(_money)
PIECES, RETURNS, MAILS, MOVES = Part(_pieces), Part(_returns), Part(_mails), Part(_moves)
