"""Questions about the ledger of a product: every movement, with the balances it left behind."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    any_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from storedesk.domain.inventory import (
    BY_HAND,
    LedgerKind,
    Movement,
    Operation,
)
from storedesk.persistence.engine.lists import as_written, in_order, key_vector
from storedesk.persistence.rows import LedgerRow, OrderRow, StaffRow, StockUndoRow


def movement_keys(
    session: Session,
    *,
    product_id: UUID,
    kind: LedgerKind = LedgerKind.ALL,
    sort: str = "when",
    descending: bool = True,
) -> bytes:
    """Return the ids of a product's movements in the order of writing, 16 bytes each."""
    del sort  # there is one order
    query = select(LedgerRow.id).where(LedgerRow.product_id == product_id, *_is_of(kind))
    seq = LedgerRow.seq.expression
    return key_vector(session, query.order_by(seq.desc() if descending else seq))


def first_movements(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    product_id: UUID,
    kind: LedgerKind = LedgerKind.ALL,
    sort: str = "when",
    descending: bool = True,
    limit: int = 100,
) -> list[Movement]:
    """Return the first movements of the list whose keys `movement_keys` returns."""
    del sort
    chosen = select(LedgerRow.id).where(LedgerRow.product_id == product_id, *_is_of(kind))
    seq = LedgerRow.seq.expression
    chosen = chosen.order_by(seq.desc() if descending else seq).limit(as_written(limit))
    ids = session.scalars(chosen).all()
    return movements(session, ids)


def movements(session: Session, ids: Sequence[UUID]) -> list[Movement]:
    """Return movements of one product in the order of `ids`, with the balances that each left."""
    product = (
        select(LedgerRow.product_id)
        .where(LedgerRow.id == any_(bindparam("ids")))
        .limit(as_written(1))
        .scalar_subquery()
    )
    lines = _balanced(product)
    query = _movement_query(lines).where(lines.c.id == any_(bindparam("ids")))
    rows = session.execute(query, {"ids": list(ids)})
    return in_order(ids, {row[0]: _movement(*row) for row in rows})


def _is_of(kind: LedgerKind) -> list[ColumnElement[bool]]:
    match kind:
        case LedgerKind.ALL:
            return []
        case LedgerKind.BY_HAND:
            by_hand = LedgerRow.operation_type.in_(sorted(BY_HAND))
            return [by_hand, LedgerRow.order_id.is_(None)]
        case LedgerKind.ORDERS:
            promises = LedgerRow.operation_type.not_in(sorted(BY_HAND))
            return [or_(promises, LedgerRow.order_id.is_not(None))]


def _balanced(product: Any) -> Subquery:
    """Select a product's whole ledger with its running sums."""
    moved = LedgerRow.adjustment
    operation = LedgerRow.operation_type
    pieces = case((operation.in_(["reserve", "release"]), 0), else_=moved)
    promised = case((operation.in_(["reserve", "release", "deduct"]), moved), else_=0)
    return (
        select(
            LedgerRow,
            func.sum(pieces).over(order_by=LedgerRow.seq).label("on_hand"),
            func.sum(promised).over(order_by=LedgerRow.seq).label("reserved"),
        )
        .where(LedgerRow.product_id == product)
        .subquery("lines")
    )


def _movement_query(lines: Subquery) -> Select[*tuple[Any, ...]]:
    return (
        select(
            lines.c.id,
            lines.c.created_at,
            lines.c.operation_type,
            lines.c.adjustment,
            lines.c.on_hand,
            lines.c.reserved,
            lines.c.reason,
            StaffRow.display_name,
            lines.c.order_id,
            OrderRow.order_number,
            exists().where(StockUndoRow.movement_id == lines.c.id),
            exists().where(StockUndoRow.undone_by == lines.c.id),
        )
        .select_from(lines)
        .outerjoin(StaffRow, StaffRow.id == lines.c.user_id)
        .outerjoin(OrderRow, OrderRow.id == lines.c.order_id)
    )


def _movement(key: UUID, at: Any, operation: str, *rest: Any) -> Movement:
    return Movement(key, at, Operation(operation), *rest)
