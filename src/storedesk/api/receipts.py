"""Receipts of orders, as they are printed once more."""

from uuid import UUID

from sqlalchemy import BindParameter, Uuid, bindparam, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.domain.orders import MailedReceipt, Receipt, UnprintedReceipt
from storedesk.domain.refusals.errors import NotFound
from storedesk.persistence.decode import receipts
from storedesk.persistence.decode.answer import Answer, Document
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.together import Part

MOST_UNPRINTED = 100


def receipt(session: Session, order_id: UUID) -> Receipt:
    """Return an order as its receipt says it, from its snapshots.

    Refuses: order_not_found.
    """
    asked = func.api.receipt(order_id, type_=Answer(receipts.receipt))
    found: Receipt | None = session.scalar(select(asked))
    if found is None:
        raise NotFound("order_not_found")
    return found


def last_receipt(session: Session, register_id: UUID) -> Receipt | None:
    """Return the receipt of the last sale at a register."""
    return session.scalar(
        select(func.api.last_receipt(register_id, type_=Answer(receipts.receipt)))
    )


REGISTER: BindParameter[UUID] = bindparam("register", None, type_=Uuid())
LAST = Part(lambda: select(func.api.last_receipt(REGISTER, type_=Answer(receipts.receipt))))
"""The receipt of the last sale at `register`."""


def note_receipt_print(
    request: UUID, *, order_id: UUID, register_id: UUID
) -> Command[dict[str, int]]:
    """Write down that a receipt came out of the printer; answer {number}, 1 for the first.

    Refuses: order_not_found, register_not_found.
    """
    return func.api.note_receipt_print(request, order_id, register_id, type_=JSONB())


def note_gift_receipt(
    request: UUID, *, order_id: UUID, register_id: UUID
) -> Command[dict[str, int]]:
    """Write down that a gift receipt was printed; answer {number}, how many there are of the order.

    Refuses: order_not_found, register_not_found.
    """
    return func.api.note_gift_receipt(request, order_id, register_id, type_=JSONB())


def mail_receipt(
    request: UUID, *, order_id: UUID, recipient: str | None = None
) -> Command[MailedReceipt]:
    """Send a receipt by e-mail, to `recipient` or to its order's customer.

    Refuses: order_not_found, receipt_not_due, receipt_to_nobody, email_unreadable,
    receipt_mail_waiting, receipt_mails_many.
    """
    return func.api.mail_receipt(request, order_id, recipient, type_=Answer(_mailed))


def call_off_receipt(request: UUID, *, mail: UUID) -> Command[dict[str, str]]:
    """Call off a receipt that was sent by e-mail, while it waits.

    Refuses: mail_not_found, mail_on_its_way.
    """
    return func.api.call_off_receipt(request, mail, type_=JSONB())


def _mailed(payload: Document) -> MailedReceipt:
    return MailedReceipt(
        mail=UUID(payload["mail"]),
        recipient=payload["recipient"],
        order_number=payload["order_number"],
        kept=payload["kept"] or "",
    )


def unprinted_receipts(
    session: Session, register_id: UUID, *, most: int = MOST_UNPRINTED
) -> tuple[UnprintedReceipt, ...]:
    """List the sales of a register's open shift that have no receipt yet, the newest first."""
    asked = func.api.unprinted_receipts(register_id, most, type_=Answer(receipts.unprinted))
    return session.scalar(select(asked)) or ()
