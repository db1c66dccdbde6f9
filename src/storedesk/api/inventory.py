"""Stock by hand: adjusted, received, set, and undone."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Numeric, Uuid, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.api import codes
from storedesk.domain.inventory import Moved, Reason
from storedesk.persistence.decode.answer import Answer, Document
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def adjust_stock(  # noqa: PLR0913 named by every caller
    request: UUID,
    product_id: UUID,
    *,
    by: int,
    reason: Reason,
    note: str | None = None,
    variant_id: UUID | None = None,
) -> Command[int]:
    """Add pieces or take some away; answers with what is then on hand.

    The ledger keeps the reason, and the note behind it.
    """
    return func.api.adjust_stock(
        request, product_id, variant_id, by, _reason(reason, note or ""), type_=Integer()
    )


def set_threshold(request: UUID, product_id: UUID, *, low_at: int) -> Command[int]:
    """Set at how many available pieces a product counts as low: 0 to 1,000,000. Answers with it."""
    return func.api.set_threshold(request, product_id, low_at, type_=Integer())


def adjust_stocks(
    request: UUID,
    products: Sequence[UUID],
    *,
    by: Sequence[int],
    reason: Reason,
    note: str = "",
) -> Command[Moved]:
    """Adjust several products, each by its number: all of them, or none.

    Refuses: lists_differ, not_enough_of.
    """
    return func.api.adjust_stocks(
        request, _ids(products), _numbers(by), _reason(reason, note), type_=Answer(moved)
    )


def restock(
    request: UUID,
    products: Sequence[UUID],
    *,
    by: Sequence[int],
    note: str = "",
    cost: Decimal | None = None,
) -> Command[Moved]:
    """Take in so many pieces of each product that somebody delivered.

    `cost` is what a piece of each costs from today on; None leaves that as it is.

    Refuses: cost_not_yours, lists_differ, not_enough_of.
    """
    costs = literal([cost] * len(products), ARRAY(Numeric()))
    reason = _reason(Reason.DELIVERED, note)
    return func.api.restock(
        request, _ids(products), _numbers(by), reason, costs, type_=Answer(moved)
    )


def set_stocks(  # noqa: PLR0913 named by every caller
    request: UUID,
    products: Sequence[UUID],
    *,
    seen: Sequence[int],
    to: Sequence[int],
    reason: Reason = Reason.COUNTED,
    note: str = "",
) -> Command[Moved]:
    """Set the stock of each product, provided it still is what the person saw (stock_moved).

    Refuses: lists_differ, not_enough_of, stock_moved.
    """
    return func.api.set_stocks(
        request,
        _ids(products),
        _numbers(seen),
        _numbers(to),
        _reason(reason, note),
        type_=Answer(moved),
    )


def set_thresholds(request: UUID, products: Sequence[UUID], *, low_at: int) -> Command[int]:
    """Set at how many available pieces each product counts as low; answers with how many.

    Refuses: lists_differ.
    """
    return func.api.set_thresholds(
        request, _ids(products), _numbers([low_at] * len(products)), type_=Integer()
    )


def undo_stock(request: UUID, movements: Sequence[UUID]) -> Command[Moved]:
    """Take back what was put right by hand, each movement by one that compensates it.

    Refuses: movement_not_found, not_enough_of, undo_not_by_hand, undone_before, undone_too_late.
    """
    return func.api.undo_stock(request, _ids(movements), type_=Answer(moved))


def stock_item(session: Session, code: str) -> UUID | None:
    """Return the product that a scan or a code is of, on sale or not; None for an unknown one.

    To a cashier only what is on sale is there.

    Refuses: product_deleted, product_not_sold.
    """
    code, forms = codes.asked(code)
    product = Answer(lambda payload: UUID(payload["product_id"]))
    return session.scalar(select(func.api.stock_item(code, forms, type_=product)))


def set_stock(  # noqa: PLR0913 as the command has them
    request: UUID,
    product_id: UUID,
    *,
    seen: int,
    value: int,
    reason: str,
    variant_id: UUID | None = None,
) -> Command[int]:
    """Set the stock of one product, provided it still is what was seen (stock_moved)."""
    return func.api.set_stock(request, product_id, variant_id, seen, value, reason, type_=Integer())


def moved(payload: Document) -> Moved:
    """Read what a command did to some products."""
    return Moved(tuple(map(UUID, payload["movements"])), tuple(payload["on_hand"]))


def _reason(reason: Reason, note: str) -> str:
    return f"{reason.value}: {note.strip()}" if note.strip() else reason.value


def _ids(ids: Sequence[UUID]) -> ColumnElement[Any]:
    return literal(list(ids), ARRAY(Uuid()))


def _numbers(numbers: Sequence[int]) -> ColumnElement[Any]:
    return literal(list(numbers), ARRAY(Integer()))
