"""What is taken for parts of a sale before the rest: the calls of its commands."""

from uuid import UUID

from sqlalchemy import literal
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.api.tenders import tender_document
from storedesk.domain.till import Tender
from storedesk.persistence.decode import till
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def take_tender(request: UUID, *, order_id: UUID, tender: Tender) -> Command[tuple[Tender, ...]]:
    """Take a part of a quoted sale; answers all parts that were taken. Its id is the request's.

    Refuses: bad_tender, card_digits, cash_not_in_coins, change_only_from_cash,
    paypal_needs_proof, quote_expired, register_not_found, sale_not_found, tenders_differ,
    terminal_open.
    """
    return func.api.take_tender(
        request, order_id, literal(tender_document(tender), JSONB), type_=Answer(till.taken)
    )


def give_tender_back(
    request: UUID, *, order_id: UUID, tender_id: UUID
) -> Command[tuple[Tender, ...]]:
    """Give back what was taken for a part of a sale; answers the parts that are left.

    Refuses: bad_tender, register_not_found, sale_not_found.
    """
    return func.api.give_tender_back(request, order_id, tender_id, type_=Answer(till.taken))
