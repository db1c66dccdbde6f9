"""Returns without a receipt: what they are worth, taking them, and their receipts."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.domain.credit import WrongCode
from storedesk.domain.open_returns import (
    OpenReturnPreview,
    OpenReturnReceipt,
    OpenReturnResult,
    SaleOfItem,
    WantedItem,
)
from storedesk.domain.refusals.errors import NotFound
from storedesk.persistence.decode import open_returns as answers
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command

MOST_SALES = 30


def take_open_return(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    open_return_id: UUID,
    shift_id: UUID,
    lines: Sequence[WantedItem],
    reason: str,
    in_cash: bool = False,
    approval: UUID | None = None,
    cash_approval: UUID | None = None,
    credit_code: str | None = None,
) -> Command[OpenReturnResult | WrongCode]:
    """Take goods back without a receipt; who is no manager needs an approval.

    The money becomes store credit: on the gift card with that code, or on a new one, whose code is
    answered this once. Nothing is taken back for a code that no card has. With `in_cash` it goes
    out of the drawer, by a second approval.

    Refuses: already_returned, approval_not_valid, bad_amount, bad_quantity, credit_code_typo,
    line_twice, open_return_approval, open_return_cash, open_return_too_dear, open_return_unsold,
    product_not_found, reason_missing, return_empty, shift_closed, shift_of_others.
    """
    return func.api.take_open_return(
        request, open_return_id, shift_id, _wanted(lines), reason, in_cash, approval, cash_approval,
        credit_code, type_=Answer(answers.taken),
    )  # fmt: skip


def open_return_preview(session: Session, lines: Sequence[WantedItem]) -> OpenReturnPreview:
    """Say what goods without a receipt are worth, and which sale says so.

    Refuses: bad_amount, bad_quantity, line_twice, open_return_too_dear, open_return_unsold,
    product_not_found, return_empty.
    """
    asked: Command[OpenReturnPreview] = func.api.open_return_preview(
        _wanted(lines), type_=Answer(answers.preview)
    )
    return session.scalars(select(asked.function)).one()


def sales_of_item(
    session: Session, product_id: UUID, variant_id: UUID | None, *, most: int = MOST_SALES
) -> tuple[SaleOfItem, ...]:
    """List the sales of the last 90 days by which an item can still come back, newest first."""
    asked = func.api.sales_of_item(product_id, variant_id, most, type_=Answer(answers.sales))
    return session.scalar(select(asked)) or ()


def open_return_receipt(session: Session, open_return_id: UUID) -> OpenReturnReceipt:
    """Return a return without a receipt as its receipt says it.

    Refuses: return_not_found.
    """
    asked = func.api.open_return_receipt(open_return_id, type_=Answer(answers.receipt))
    found: OpenReturnReceipt | None = session.scalar(select(asked))
    if found is None:
        raise NotFound("return_not_found")
    return found


def _wanted(lines: Sequence[WantedItem]) -> Any:
    back = [
        {
            "product": str(one.product_id),
            "variant": str(one.variant_id) if one.variant_id else None,
            "quantity": one.quantity,
            "restocked": one.restocked,
            "value": str(one.value.amount) if one.value else None,
        }
        for one in lines
    ]
    return literal(back, JSONB)
