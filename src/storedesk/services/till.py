"""What cashiers do at the till, and ask of it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from storedesk.domain.orders import Receipt
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.till import Found, FoundItem, Paid, ParkedSale, Quote, Register, Sale, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence import orders, till
from storedesk.persistence.engine.database import Command, Session


def scan(
    request: UUID, *, register_id: UUID, order_id: UUID, code: str, quantity: int = 1
) -> Command[Sale]:
    """Add an article by its exact code; `order_id` is made by the till with the first one."""
    return till.scan(
        request, register_id=register_id, order_id=order_id, code=code, quantity=quantity
    )


def add_item(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    register_id: UUID,
    order_id: UUID,
    product_id: UUID,
    variant_id: UUID | None = None,
    quantity: int = 1,
    price: Money | None = None,
    reason: str | None = None,
    approval: UUID | None = None,
) -> Command[Sale]:
    """Add an article that a search has found.

    Another price a piece than the list's needs a reason; of a cashier also a manager's approval of
    what the refusal names: all the pieces that the line then has, at that price.
    """
    return till.add_item(
        request,
        register_id=register_id,
        order_id=order_id,
        product_id=product_id,
        variant_id=variant_id,
        quantity=quantity,
        price=None if price is None else price.amount,
        reason=reason,
        approval=approval,
    )


def change_line(request: UUID, *, order_id: UUID, line_id: UUID, quantity: int) -> Command[Sale]:
    """Set how many pieces a line has; nought removes it.

    More pieces than were allowed at a price set by hand go to a line of their own.
    """
    return till.change_line(request, order_id=order_id, line_id=line_id, quantity=quantity)


def reprice_line(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    order_id: UUID,
    line_id: UUID,
    price: Money,
    reason: str,
    approval: UUID | None = None,
) -> Command[Sale]:
    """Set the price of a line by hand; see `add_item` for what that needs."""
    return till.reprice_line(
        request,
        order_id=order_id,
        line_id=line_id,
        price=price.amount,
        reason=reason,
        approval=approval,
    )


def attach_customer(
    request: UUID, *, register_id: UUID, order_id: UUID, customer_id: UUID | None
) -> Command[Sale]:
    """Note whom a sale is for; None for nobody in particular."""
    return till.attach_customer(
        request, register_id=register_id, order_id=order_id, customer_id=customer_id
    )


def park(request: UUID, *, order_id: UUID, label: str) -> Command[None]:
    """Put a sale aside, for any register to go on with."""
    return till.park(request, order_id=order_id, label=label)


def recall(request: UUID, *, order_id: UUID, register_id: UUID) -> Command[Sale]:
    """Go on with a parked sale."""
    return till.recall(request, order_id=order_id, register_id=register_id)


def discard(request: UUID, *, order_id: UUID) -> Command[None]:
    """Throw a sale away."""
    return till.discard(request, order_id=order_id)


def quote(
    request: UUID,
    *,
    order_id: UUID,
    shown_total: Money,
    found: Sequence[Found] = (),
    approval: UUID | None = None,
) -> Command[Quote]:
    """Hold prices and pieces for 15 minutes, or say what stands in the way.

    More pieces `found` than a person may find in a day need a manager's approval of what the
    refusal names: found_of_product, found_of_day.
    """
    return till.quote(
        request,
        order_id=order_id,
        shown_total=shown_total.amount,
        found=found,
        approval=approval,
    )


def release_quote(request: UUID, *, order_id: UUID) -> Command[Sale]:
    """Go back to the sale: nothing is held any more."""
    return till.release_quote(request, order_id=order_id)


def pay(
    request: UUID,
    *,
    order_id: UUID,
    tenders: Sequence[Tender],
    shift_id: UUID | None = None,
    email_receipt: bool = False,
) -> Command[Paid]:
    """Book a sale: placed, paid and handed over at once."""
    return till.pay(
        request,
        order_id=order_id,
        tenders=tenders,
        shift_id=shift_id,
        email_receipt=email_receipt,
    )


def approve(request: UUID, *, action: str, detail: Mapping[str, Any]) -> Command[None]:
    """Allow, as a manager, one thing, once, within two minutes; the request is the approval."""
    return till.approve(request, action=action, detail=dict(detail))


def current_sale(session: Session, register_id: UUID) -> Sale | None:
    """Return the sale that a register is busy with."""
    return till.current_sale(session, register_id)


def parked_sales(session: Session) -> tuple[ParkedSale, ...]:
    """Return the sales that are put aside, the newest first."""
    return till.parked_sales(session)


def find_items(session: Session, text: str, limit: int = 30) -> tuple[FoundItem, ...]:
    """Return what fits a text: the article with exactly that code, or those that have its words.

    Words may stand in any order over name, variant, code and category; if nothing has them all,
    those that are nearly there. What is not sold is never among them.
    """
    return till.find_items(session, text, limit=limit)


def item_by_code(session: Session, code: str) -> FoundItem | None:
    """Return the article with a code, for its price. Refused: product_not_sold."""
    return till.item_by_code(session, code)


def put_on_sale(request: UUID, *, code: str) -> Command[UUID]:
    """Put what has a code on sale: a draft, or what is not sold any more; answers with its product.

    Refused: product_deleted, category_not_shown. Not found: unknown_code.
    """
    return till.put_on_sale(request, code=code)


def receipt(session: Session, order_id: UUID) -> Receipt:
    """Return an order as its receipt says it, from its snapshots. Not found: order_not_found."""
    found = orders.receipt(session, order_id)
    if found is None:
        raise NotFound("order_not_found")
    return found


def last_receipt(session: Session, register_id: UUID) -> Receipt | None:
    """Return the receipt of the last sale at a register."""
    return orders.last_receipt(session, register_id)


def registers(session: Session) -> tuple[Register, ...]:
    """Return the tills of the store, by their code."""
    return till.registers(session)
