"""Deposits of orders: the calls of their commands."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.api.tenders import tender_documents
from storedesk.domain.fulfillment import OrderResult
from storedesk.domain.till import Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.decode import orders as answers
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def take_deposit(  # noqa: PLR0913 named by every caller
    request: UUID, *, order_id: UUID, seen: int, shift_id: UUID, amount: Money,
    tenders: Sequence[Tender],
) -> Command[OrderResult]:  # fmt: skip
    """Take a part of what is open of a pending order, in an open shift; it stays pending.

    Refused: tenders_differ, shift_closed, reference_used, and what tenders are refused for.

    Refuses: bad_amount, bad_tender, card_digits, cash_not_in_coins, change_only_from_cash,
    credit_at_till, deposit_too_large, payment_needs_shift, paypal_needs_proof, reference_needed,
    reference_twice, reference_used, tender_too_small, tenders_differ.
    """
    return func.api.take_deposit(
        request, order_id, seen, shift_id, amount.amount, tender_documents(tenders),
        type_=Answer(answers.step),
    )  # fmt: skip
