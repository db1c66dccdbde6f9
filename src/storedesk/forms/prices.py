"""Prices that are typed straight into the list of products."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from storedesk.domain.refusals.errors import Conflict, NotFound, Refused
from storedesk.persistence.rows import ProductRow


def change_price(session: Session, product_id: UUID, *, shown: Decimal, wanted: Decimal) -> None:
    """Set a product's price, in the store's currency; what else was edited meanwhile stays.

    Refused: product_deleted, and what the table's rules say (variant_free). Conflict: price_changed
    (`now`, `wanted`) where it no longer costs what was shown.
    """
    row = session.scalar(
        select(ProductRow).where(ProductRow.id == product_id).with_for_update(key_share=True)
    )
    if row is None:
        raise NotFound("product_not_found")
    if row.is_deleted:
        raise Refused("product_deleted", name=row.name)
    if row.price_amount not in {shown, wanted}:
        raise Conflict("price_changed", now=row.price_amount, wanted=wanted)
    row.price_amount = wanted
