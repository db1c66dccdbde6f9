"""Exchanges: what comes back pays for the sale in progress, and is booked with it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import literal
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.domain.fulfillment import ReturnedLine
from storedesk.domain.till import Sale
from storedesk.persistence.decode import till
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def begin_exchange(  # noqa: PLR0913 named by every caller
    request: UUID,
    *,
    register_id: UUID,
    order_id: UUID,
    return_id: UUID,
    returned_order_id: UUID,
    seen: int,
    lines: Sequence[ReturnedLine],
    reason: str,
    approval: UUID | None = None,
) -> Command[Sale]:
    """Choose what comes back for a sale; again with the same `return_id` it is chosen anew.

    Nothing is booked before the sale is paid. Beyond what a cashier may do alone it needs a
    manager's approval, as a return does.

    Refuses: already_returned, exchange_twice, line_not_found, line_twice, not_returnable,
    order_in_exchange, reason_missing, recalled_to_shelf, refund_too_large, register_busy,
    register_not_found, return_damaged, return_day, return_empty, return_large, return_late,
    return_of_shipping, return_too_many, return_without_shift, sale_elsewhere, shift_closed,
    shift_not_open.
    """
    return func.api.begin_exchange(
        request, register_id, order_id, return_id, returned_order_id, seen,
        _returned(lines), reason, approval, type_=Answer(till.sale),
    )  # fmt: skip


def _returned(lines: Sequence[ReturnedLine]) -> Any:
    back = [
        {"line": str(one.line_id), "quantity": one.quantity, "restocked": one.restocked}
        for one in lines
    ]
    return literal(back, JSONB)


def drop_exchange(request: UUID, *, order_id: UUID) -> Command[Sale]:
    """Drop what was to come back for a sale; its lines stay.

    Refuses: sale_not_found.
    """
    return func.api.drop_exchange(request, order_id, type_=Answer(till.sale))
