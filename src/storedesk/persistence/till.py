"""Sales in progress: the calls of the till's commands, and the questions about them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.domain.till import Found, FoundItem, Paid, ParkedSale, Quote, Register, Sale, Tender
from storedesk.persistence.decode import till
from storedesk.persistence.decode.till import Answer
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.lists import by_text
from storedesk.persistence.rows import RegisterRow


def scan(
    request: UUID, *, register_id: UUID, order_id: UUID, code: str, quantity: int
) -> Command[Sale]:
    """Add by an exact code."""
    return func.api.scan(request, register_id, order_id, code, quantity, type_=Answer(till.sale))


def add_item(  # noqa: PLR0913 as the command has them
    request: UUID,
    *,
    register_id: UUID,
    order_id: UUID,
    product_id: UUID,
    variant_id: UUID | None,
    quantity: int,
    price: Decimal | None,
    reason: str | None,
    approval: UUID | None,
) -> Command[Sale]:
    """Add what a search has found; a price of one's own needs a reason and perhaps an approval."""
    return func.api.add_item(
        request, register_id, order_id, product_id, variant_id, quantity, price, reason, approval,
        type_=Answer(till.sale),
    )  # fmt: skip


def change_line(request: UUID, *, order_id: UUID, line_id: UUID, quantity: int) -> Command[Sale]:
    """Set how many pieces a line has; nought removes it."""
    return func.api.change_line(request, order_id, line_id, quantity, type_=Answer(till.sale))


def reprice_line(  # noqa: PLR0913 as the command has them
    request: UUID,
    *,
    order_id: UUID,
    line_id: UUID,
    price: Decimal,
    reason: str,
    approval: UUID | None,
) -> Command[Sale]:
    """Set the price of a line by hand."""
    return func.api.reprice_line(
        request, order_id, line_id, price, reason, approval, type_=Answer(till.sale)
    )


def attach_customer(
    request: UUID, *, register_id: UUID, order_id: UUID, customer_id: UUID | None
) -> Command[Sale]:
    """Note whom a sale is for."""
    return func.api.attach_customer(
        request, register_id, order_id, customer_id, type_=Answer(till.sale)
    )


def park(request: UUID, *, order_id: UUID, label: str) -> Command[None]:
    """Put a sale aside."""
    return func.api.park(request, order_id, label, type_=Answer(till.nothing))


def recall(request: UUID, *, order_id: UUID, register_id: UUID) -> Command[Sale]:
    """Go on with a parked sale."""
    return func.api.recall(request, order_id, register_id, type_=Answer(till.sale))


def discard(request: UUID, *, order_id: UUID) -> Command[None]:
    """Throw a sale away."""
    return func.api.discard_sale(request, order_id, type_=Answer(till.nothing))


def quote(
    request: UUID,
    *,
    order_id: UUID,
    shown_total: Decimal,
    found: Sequence[Found],
    approval: UUID | None,
) -> Command[Quote]:
    """Hold a sale's prices and pieces, or say what stands in the way."""
    in_hand = [{"product_id": str(one.product_id), "reason": one.reason} for one in found]
    return func.api.quote(
        request, order_id, shown_total, literal(in_hand, JSONB), approval,
        type_=Answer(till.quote),
    )  # fmt: skip


def release_quote(request: UUID, *, order_id: UUID) -> Command[Sale]:
    """Go back to the sale."""
    return func.api.release_quote(request, order_id, type_=Answer(till.sale))


def pay(
    request: UUID,
    *,
    order_id: UUID,
    tenders: Sequence[Tender],
    shift_id: UUID | None,
    email_receipt: bool,
) -> Command[Paid]:
    """Book a sale."""
    given = tender_documents(tenders)
    return func.api.pay(request, order_id, given, shift_id, email_receipt, type_=Answer(till.paid))


def approve(request: UUID, *, action: str, detail: dict[str, Any]) -> Command[None]:
    """Allow one thing, once, within two minutes; the request's id is the approval."""
    return func.api.approve(request, action, literal(detail, JSONB), type_=Answer(till.nothing))


def current_sale(session: Session, register_id: UUID) -> Sale | None:
    """Return the sale that a register is busy with."""
    return session.scalar(select(func.api.current_sale(register_id, type_=Answer(till.sale))))


def parked_sales(session: Session) -> tuple[ParkedSale, ...]:
    """Return the sales that are put aside, the newest first."""
    return session.scalar(select(func.api.parked_sales(type_=Answer(till.parked)))) or ()


def find_items(session: Session, text: str, *, limit: int) -> tuple[FoundItem, ...]:
    """Return the items that fit a text: one with exactly that code, or those with its words."""
    found = func.api.find_items(text, limit, type_=Answer(till.items))
    return session.scalar(select(found)) or ()


def put_on_sale(request: UUID, *, code: str) -> Command[UUID]:
    """Put what has a code on sale; answers with its product."""
    return func.api.put_on_sale(request, code, type_=Answer(lambda told: UUID(told["product_id"])))


def item_by_code(session: Session, code: str) -> FoundItem | None:
    """Return the item with a code. Refused: product_not_sold."""
    return session.scalar(select(func.api.item_by_code(code, type_=Answer(till.item))))


def registers(session: Session) -> tuple[Register, ...]:
    """Return the tills in use, by their code."""
    rows = session.scalars(
        select(RegisterRow).where(RegisterRow.is_active).order_by(*by_text(RegisterRow.code))
    )
    return tuple(Register(row.id, row.code, row.name) for row in rows)


def tender_documents(tenders: Sequence[Tender]) -> Any:
    """Write what a customer pays with as commands read it."""
    return literal([_tender(one) for one in tenders], JSONB)


def _tender(tender: Tender) -> dict[str, Any]:
    return {
        "id": str(tender.id),
        "method": tender.method.value,
        "amount": str(tender.amount.amount),
        "tendered": None if tender.tendered is None else str(tender.tendered.amount),
        "card_brand": tender.card_brand,
        "last_four": tender.last_four,
        "reference": tender.reference,
        "paypal_email": tender.paypal_email,
    }
