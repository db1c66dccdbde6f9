"""Read orders directly from the tables, to check what the window did."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storedesk.persistence.rows import (
    EmailRow,
    OrderPaymentRow,
    OrderReturnLineRow,
    OrderReturnRow,
    OrderRow,
)


@dataclass(frozen=True, slots=True)
class BookedOrder:
    """An order as it is stored."""

    status: str
    total: Decimal
    tracking: str | None
    paid: Decimal
    refunded: Decimal
    returned: int
    """Pieces that came back."""
    mails: frozenset[str]
    """Types of the mails about it, sent or not."""


def order(session: Session, number: str) -> BookedOrder | None:
    """Return an order by its number."""
    row = session.scalar(select(OrderRow).where(OrderRow.order_number == number))
    if row is None:
        return None
    returned = (
        select(func.coalesce(func.sum(OrderReturnLineRow.quantity), 0))
        .join(OrderReturnRow, OrderReturnRow.id == OrderReturnLineRow.return_id)
        .where(OrderReturnRow.order_id == row.id)
    )
    mails = session.scalars(select(EmailRow.email_type).where(EmailRow.reference_id == row.id))
    return BookedOrder(
        status=row.status,
        total=row.total_amount,
        tracking=row.tracking_number,
        paid=_moved(session, row.id, "payment"),
        refunded=_moved(session, row.id, "refund"),
        returned=session.scalar(returned) or 0,
        mails=frozenset(mails),
    )


def _moved(session: Session, order_id: UUID, kind: str) -> Decimal:
    amounts = select(func.sum(OrderPaymentRow.amount)).where(
        OrderPaymentRow.order_id == order_id, OrderPaymentRow.kind == kind
    )
    return session.scalar(amounts) or Decimal(0)
