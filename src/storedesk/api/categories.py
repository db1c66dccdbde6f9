"""Moves in the tree of categories."""

from typing import Any
from uuid import UUID

from sqlalchemy import Integer
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def move_category(request: UUID, category_id: UUID, *, parent_id: UUID | None) -> Command[int]:
    """Move a category, with all below it, under another one; None is the top.

    Refuses: category_circle, category_not_found, category_too_deep.
    """
    return func.api.move_category(request, category_id, parent_id, type_=Integer())


def move_products(request: UUID, category_id: UUID, *, target_id: UUID) -> Command[int]:
    """Move all products of a category, deleted ones too, into another; answers with how many.

    Refused: category_not_shown, where some are on sale.

    Refuses: bad_step, category_not_found, category_not_shown, other_currency, still_reserved,
    variant_free.
    """
    return func.api.move_products(request, category_id, target_id, type_=Integer())


def tax_category(
    request: UUID, category_id: UUID, tax_class_id: UUID | None
) -> Command[dict[str, Any]]:
    """Give a category a tax class of its own; None takes it from the category above.

    Refuses: bad_step, category_circle, category_not_shown, category_too_deep, other_currency,
    still_reserved, variant_free.
    """
    return func.api.tax_category(request, category_id, tax_class_id, type_=JSONB())
