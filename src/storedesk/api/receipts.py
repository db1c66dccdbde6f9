"""Receipts of orders, as they are printed once more."""

from uuid import UUID

from sqlalchemy import BindParameter, Uuid, bindparam, func, select
from sqlalchemy.orm import Session

from storedesk.domain.orders import Receipt
from storedesk.domain.refusals.errors import NotFound
from storedesk.persistence.decode import till
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.together import Part


def receipt(session: Session, order_id: UUID) -> Receipt:
    """Return an order as its receipt says it, from its snapshots.

    Refuses: order_not_found.
    """
    asked = func.api.receipt(order_id, type_=Answer(till.receipt))
    found: Receipt | None = session.scalar(select(asked))
    if found is None:
        raise NotFound("order_not_found")
    return found


def last_receipt(session: Session, register_id: UUID) -> Receipt | None:
    """Return the receipt of the last sale at a register."""
    return session.scalar(select(func.api.last_receipt(register_id, type_=Answer(till.receipt))))


REGISTER: BindParameter[UUID] = bindparam("register", None, type_=Uuid())
LAST = Part(lambda: select(func.api.last_receipt(REGISTER, type_=Answer(till.receipt))))
"""The receipt of the last sale at `register`."""
