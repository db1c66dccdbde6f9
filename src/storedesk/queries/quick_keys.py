"""What a till offers to be sold with one touch: as it is arranged, or the most sold first."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.orm import Session

from storedesk.domain.catalog import ProductLine, ProductStatus
from storedesk.domain.orders import OrderStatus
from storedesk.domain.quick_keys import QuickBoard
from storedesk.persistence.engine.moments import of_one_moment
from storedesk.persistence.rows import OrderLineRow, OrderRow, ProductRow, QuickKeyRow
from storedesk.queries.catalog_lists import first_products, is_wanted, product_lines

DAYS = 30
"""So far back it counts what was sold."""


@of_one_moment
def board(session: Session, *, category_id: UUID | None = None, limit: int = 24) -> QuickBoard:
    """Return the quick keys of a category, or of the first board, where it is None.

    Where nobody has arranged them, what is on sale in the category and below it, or anywhere: most
    sold of late first; where less was sold than `limit`, others follow by their names.
    """
    arranged = session.execute(_arranged(category_id)).all()
    if arranged:
        on_sale = [one.id for one in arranged if one.status == ProductStatus.ACTIVE]
        return QuickBoard(
            tuple(product_lines(session, on_sale)),
            tuple(one.id for one in arranged),
            tuple(one.id for one in arranged if one.id not in on_sale and not one.is_deleted),
        )
    return QuickBoard(tuple(_sold_most(session, category_id, limit)))


def _arranged(category_id: UUID | None) -> Any:
    """Select what a board is arranged as, and the states of that."""
    return (
        select(ProductRow.id, ProductRow.status, ProductRow.is_deleted)
        .join(QuickKeyRow, QuickKeyRow.product_id == ProductRow.id)
        .where(QuickKeyRow.category_id.is_not_distinct_from(category_id))
        .order_by(QuickKeyRow.place)
    )


def _sold_most(session: Session, category_id: UUID | None, limit: int) -> list[ProductLine]:
    wanted = {"status": ProductStatus.ACTIVE, "category_id": category_id}
    ids = session.scalars(_most_sold(*is_wanted(**wanted), limit=limit)).all()  # type: ignore[arg-type]
    sold = product_lines(session, ids)
    if len(sold) == limit:
        return sold
    named = first_products(session, **wanted, limit=limit)  # type: ignore[arg-type]
    return [*sold, *(one for one in named if one.id not in ids)][:limit]


def _most_sold(*conditions: ColumnElement[bool], limit: int) -> Any:
    since = func.timezone("UTC", func.now()) - literal(timedelta(days=DAYS))
    sold = (
        select(OrderLineRow.product_id, func.sum(OrderLineRow.quantity).label("pieces"))
        .join(OrderRow, OrderRow.id == OrderLineRow.order_id)
        .where(OrderRow.created_at >= since, OrderRow.status != OrderStatus.CANCELLED)
        .group_by(OrderLineRow.product_id)
        .subquery("sold")
    )
    return (
        select(ProductRow.id)
        .join(sold, sold.c.product_id == ProductRow.id)
        .where(*conditions)
        .order_by(sold.c.pieces.desc(), ProductRow.id)
        .limit(limit)
    )
