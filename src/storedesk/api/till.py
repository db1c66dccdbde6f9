"""Sales in progress: the calls of the till's commands, and the questions about them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session

from storedesk.api import codes
from storedesk.api.tenders import tender_documents
from storedesk.domain.till import (
    Found,
    FoundItem,
    FoundProduct,
    Paid,
    ParkedSale,
    Quote,
    Sale,
    Tender,
    Undone,
)
from storedesk.domain.values.money import Money
from storedesk.persistence.decode import items, till
from storedesk.persistence.decode.answer import Answer, nothing
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command
from storedesk.persistence.engine.together import Part


def scan(
    request: UUID, *, register_id: UUID, order_id: UUID, code: str, quantity: int = 1
) -> Command[Sale]:
    """Add an article by what was scanned or typed; `order_id` is made by the till with the first.

    What is weighed, or priced at the till, is one package: `quantity` is one.

    Refuses: approval_needed, bad_weight, choose_variant, costs_nothing, label_currency,
    label_misread, label_price_odd, label_unknown, line_count, not_by_weight, open_price_beyond,
    price_needed, register_busy, register_not_found, sale_elsewhere, sold_otherwise, unknown_code,
    weighed_alone, weight_needed.
    """
    code, forms, weight, price, currency = codes.measured(code)
    return func.api.scan(
        request, register_id, order_id, code, quantity, forms, weight, price, currency,
        type_=Answer(till.sale),
    )  # fmt: skip


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
    weight: Decimal | None = None,
) -> Command[Sale]:
    """Add an article that a search has found.

    Of what is sold by weight it is one package of so many kilograms; where the price is asked,
    `price` is that of the package, beyond a person's limits with a manager's approval.

    Another price a piece than the list's needs a reason; of a cashier also a manager's approval of
    what the refusal names: all the pieces that the line then has, at that price.

    Refuses: approval_needed, bad_weight, choose_variant, costs_nothing, line_count, not_by_weight,
    open_price_beyond, price_needed, register_busy, register_not_found, sale_elsewhere,
    sold_otherwise, weighed_alone, weight_needed.
    """
    return func.api.add_item(
        request, register_id, order_id, product_id, variant_id, quantity,
        None if price is None else price.amount, reason, approval, weight,
        type_=Answer(till.sale),
    )  # fmt: skip


def change_line(request: UUID, *, order_id: UUID, line_id: UUID, quantity: int) -> Command[Sale]:
    """Set how many pieces a line has; nought removes it.

    More pieces than were allowed at a price set by hand go to a line of their own.

    Refuses: choose_variant, line_count, line_not_found, sale_not_found, sold_otherwise,
    weighed_alone.
    """
    return func.api.change_line(request, order_id, line_id, quantity, type_=Answer(till.sale))


def reprice_line(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    order_id: UUID,
    line_id: UUID,
    price: Money,
    reason: str,
    approval: UUID | None = None,
) -> Command[Sale]:
    """Set the price of a line by hand; see `add_item` for what that needs.

    Refuses: approval_needed, line_count, line_not_found, notes_too_long, sale_not_found,
    sold_otherwise.
    """
    return func.api.reprice_line(
        request, order_id, line_id, price.amount, reason, approval, type_=Answer(till.sale)
    )


def attach_customer(
    request: UUID, *, register_id: UUID, order_id: UUID, customer_id: UUID | None
) -> Command[Sale]:
    """Note whom a sale is for; None for nobody in particular.

    Refuses: customer_not_found, register_busy, register_not_found, sale_elsewhere.
    """
    return func.api.attach_customer(
        request, register_id, order_id, customer_id, type_=Answer(till.sale)
    )


def park(request: UUID, *, order_id: UUID, label: str) -> Command[None]:
    """Put a sale aside, for any register to go on with.

    Refuses: sale_empty, sale_not_found.
    """
    return func.api.park(request, order_id, label, type_=Answer(nothing))


def recall(request: UUID, *, order_id: UUID, register_id: UUID) -> Command[Sale]:
    """Go on with a parked sale.

    Refuses: already_recalled, register_busy, register_not_found, sale_not_found.
    """
    return func.api.recall(request, order_id, register_id, type_=Answer(till.sale))


def discard_sale(request: UUID, *, order_id: UUID) -> Command[None]:
    """Throw a sale away.

    Refuses: card_money_in_sale.
    """
    return func.api.discard_sale(request, order_id, type_=Answer(nothing))


def note_line(request: UUID, *, order_id: UUID, line_id: UUID, note: str) -> Command[Sale]:
    """Note what is special about a line; "" for nothing. It stays with the line on its order.

    Refuses: line_not_found, sale_not_found.
    """
    return func.api.note_line(request, order_id, line_id, note, type_=Answer(till.sale))


def undo_change(request: UUID, *, order_id: UUID) -> Command[Undone]:
    """Undo what was done last to a sale, at whichever register and by whomever.

    Refuses: nothing_to_undo, sale_not_found, sale_quoted.
    """
    return func.api.undo_change(request, order_id, type_=Answer(till.undone))


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

    Refuses: already_returned, exchange_changed, found_of_day, found_of_product, line_count,
    line_not_found, line_twice, not_returnable, notes_too_long, order_in_exchange,
    recalled_to_shelf, refund_too_large, return_damaged, return_day, return_empty, return_large,
    return_late, return_of_shipping, return_too_many, return_without_shift, sale_elsewhere,
    sale_empty, sale_not_found, shift_not_open, sold_otherwise.
    """
    in_hand = [{"product_id": str(one.product_id), "reason": one.reason} for one in found]
    return func.api.quote(
        request, order_id, shown_total.amount, literal(in_hand, JSONB), approval,
        type_=Answer(till.quote),
    )  # fmt: skip


def release_quote(request: UUID, *, order_id: UUID) -> Command[Sale]:
    """Go back to the sale: nothing is held any more.

    Refuses: sale_not_found.
    """
    return func.api.release_quote(request, order_id, type_=Answer(till.sale))


def pay(
    request: UUID,
    *,
    order_id: UUID,
    tenders: Sequence[Tender],
    shift_id: UUID | None = None,
    email_receipt: bool = False,
) -> Command[Paid]:
    """Book a sale: placed, paid and handed over at once.

    Refuses: already_returned, bad_tender, card_digits, card_money_left_out, cash_needs_shift,
    change_only_from_cash, credit_changed, exchange_changed, found_of_day, found_of_product,
    line_count, line_not_found, line_twice, not_returnable, notes_too_long, order_in_exchange,
    paypal_needs_proof, quote_expired, recalled_to_shelf, refund_too_large, register_not_found,
    return_damaged, return_day, return_empty, return_large, return_late, return_of_shipping,
    return_too_many, return_without_shift, sale_elsewhere, sale_empty, sale_not_found,
    shift_not_open, sold_otherwise, tender_left_out, tender_too_small, tenders_differ,
    terminal_open.
    """
    given = tender_documents(tenders)
    return func.api.pay(request, order_id, given, shift_id, email_receipt, type_=Answer(till.paid))


def approve(request: UUID, *, action: str, detail: Mapping[str, Any]) -> Command[None]:
    """Allow, as a manager, one thing, once, within two minutes; the request is the approval.

    Refuses: not_a_manager, not_of_shift.
    """
    return func.api.approve(request, action, literal(dict(detail), JSONB), type_=Answer(nothing))


def current_sale(session: Session, register_id: UUID) -> Sale | None:
    """Return the sale that a register is busy with."""
    return session.scalar(select(func.api.current_sale(register_id, type_=Answer(till.sale))))


def parked_sales(session: Session) -> tuple[ParkedSale, ...]:
    """Return the sales that are put aside, the newest first."""
    return session.scalar(select(func.api.parked_sales(type_=Answer(till.parked)))) or ()


PARKED = Part(lambda: select(func.api.parked_sales(type_=Answer(till.parked))))
"""The sales that are put aside."""


def arrange_quick_keys(
    request: UUID, *, board: UUID | None, products: Sequence[UUID], seen: Sequence[UUID]
) -> Command[None]:
    """Arrange the quick keys of a category, or of the first board (None); none: what sold most.

    `seen` is what the shop had arranged there when that was begun.

    Refuses: category_not_found, changed_meanwhile, product_not_found.
    """
    return func.api.arrange_quick_keys(
        request, literal(board, Uuid()), literal(list(products), ARRAY(Uuid())),
        literal(list(seen), ARRAY(Uuid())), type_=Answer(nothing),
    )  # fmt: skip


def find_items(session: Session, text: str, limit: int = 30) -> tuple[FoundProduct, ...]:
    """Return what fits a text, the best first: what has exactly that code, then what has its words.

    Words may stand in any order over name, variant, code and category; if nothing has them all,
    those that are nearly there. Of a product with variants there are those that fit. What is not
    sold is never among them. Up to `limit` products, of which there are at most 100.
    """
    _, forms = codes.asked(text)
    found = func.api.find_items(text, limit, forms, type_=Answer(items.found))
    return session.scalar(select(found)) or ()


def put_on_sale(request: UUID, *, code: str) -> Command[UUID]:
    """Put what has a code on sale: a draft, or what is not sold any more; answers with its product.

    Refuses: bad_step, category_not_shown, other_currency, product_deleted, still_reserved,
    unknown_code, variant_free.
    """
    code, forms = codes.asked(code)
    product = Answer(lambda payload: UUID(payload["product_id"]))
    return func.api.put_on_sale(request, code, forms, type_=product)


def item_by_code(session: Session, code: str) -> FoundItem | None:
    """Return the article that a scan is of, or a code, for its price.

    Refuses: product_not_sold.
    """
    code, forms = codes.asked(code)
    found = func.api.item_by_code(code, forms, type_=Answer(items.item))
    return session.scalar(select(found))
