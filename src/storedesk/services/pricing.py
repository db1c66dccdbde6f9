"""What managers can do to prices without opening a product."""

from decimal import Decimal
from uuid import UUID

from storedesk.persistence import pricing
from storedesk.persistence.engine.database import Session


def change_price(session: Session, product_id: UUID, *, shown: Decimal, wanted: Decimal) -> None:
    """Set a product's price, in the store's currency; what else was edited meanwhile stays.

    Refused: product_deleted, and what the table's rules say (variant_free). Conflict: price_changed
    (`now`, `wanted`) where it no longer costs what was shown.
    """
    pricing.change_price(session, product_id, shown=shown, wanted=wanted)
