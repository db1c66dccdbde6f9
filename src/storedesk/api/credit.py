"""Store credit: the calls that issue a gift card, top it up, look at it, and pay a sale with it."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.api.tenders import tender_documents
from storedesk.domain.credit import Credit, IssuedCredit, TakenCredit, WrongCode
from storedesk.domain.till import Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.decode import credit
from storedesk.persistence.decode.answer import Answer, nothing
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def issue_credit(
    request: UUID,
    *,
    shift_id: UUID,
    amount: Money,
    tenders: Sequence[Tender],
    approval: UUID | None = None,
) -> Command[IssuedCredit]:
    """Issue a gift card, paid at once; its code is told this once.

    Beyond one's limit of a business day it needs an approval of the action "issue_credit" and what
    the refusal names: credit_of_day.

    Refuses: approval_not_valid, bad_tender, card_digits, change_only_from_cash, credit_for_credit,
    credit_in_coins, credit_of_day, payment_needs_shift, paypal_needs_proof, reference_needed,
    reference_twice, reference_used, tender_too_small, tenders_differ.
    """
    given = tender_documents(tenders)
    return func.api.issue_credit(
        request, shift_id, amount.amount, given, approval, type_=Answer(credit.issued)
    )


def top_up_credit(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    shift_id: UUID,
    code: str,
    amount: Money,
    tenders: Sequence[Tender],
    approval: UUID | None = None,
) -> Command[IssuedCredit | WrongCode]:
    """Put more on a gift card, paid at once; limited as `issue_credit`.

    Refuses: bad_tender, card_digits, change_only_from_cash, credit_code_typo, credit_for_credit,
    credit_in_coins, credit_of_day, payment_needs_shift, paypal_needs_proof, reference_needed,
    reference_twice, reference_used, tender_too_small, tenders_differ.
    """
    given = tender_documents(tenders)
    return func.api.top_up_credit(
        request, shift_id, code, amount.amount, given, approval, type_=Answer(credit.topped_up)
    )


def credit_balance(request: UUID, *, code: str) -> Command[Credit | WrongCode]:
    """Say what is on a gift card; a wrong code is counted.

    Refuses: credit_code_typo.
    """
    return func.api.credit_balance(request, code, type_=Answer(credit.balance))


def take_credit(
    request: UUID, *, order_id: UUID, code: str, most: Money | None = None
) -> Command[TakenCredit | WrongCode]:
    """Take credit for a quoted sale: up to `most`, to what is on it, and to what is still to pay.

    It is held for the sale, and spent when that is paid with the tender that is answered.

    Refuses: credit_code_typo, credit_empty, credit_enough, credit_in_use, credit_twice,
    quote_expired, sale_not_found.
    """
    return func.api.take_credit(
        request, order_id, code, most.amount if most else None, type_=Answer(credit.taken)
    )


def give_credit_back(request: UUID, *, order_id: UUID, tender: UUID) -> Command[None]:
    """Give credit back that was taken for a sale which is not paid yet.

    Refuses: sale_not_found.
    """
    return func.api.give_credit_back(request, order_id, tender, type_=Answer(nothing))
