"""Discounts on a sale in progress."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import Uuid, literal

from storedesk.domain.till import Sale
from storedesk.domain.values.money import Money
from storedesk.persistence.decode import till
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def discount_sale(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    order_id: UUID,
    line_id: UUID | None,
    percent: Decimal | None,
    amount: Money | None,
    reason: str,
    approval: UUID | None = None,
) -> Command[Sale]:
    """Give a discount on a line, or on the whole sale (None): a percentage or an amount.

    Beyond the limit of who gives it, it needs a manager's approval of what the refusal names.

    Refuses: discount_limit, discount_percent, discount_range, line_count, line_not_found,
    notes_too_long, sale_empty, sale_not_found, sold_otherwise.
    """
    return func.api.discount_sale(
        request, order_id, literal(line_id, Uuid()), percent,
        None if amount is None else amount.amount, reason, approval, type_=Answer(till.sale),
    )  # fmt: skip
