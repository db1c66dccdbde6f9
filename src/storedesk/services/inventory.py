"""What staff can ask about stock, and do to it."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.domain.inventory import Movement, Reason, StockLine
from storedesk.persistence import inventory
from storedesk.persistence.database import Command, Session


def adjust(  # noqa: PLR0913 named by every caller
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
    words = f"{reason.value}: {note.strip()}" if note and note.strip() else reason.value
    return inventory.adjust_stock(
        request, product_id=product_id, variant_id=variant_id, by=by, reason=words
    )


def set_threshold(request: UUID, product_id: UUID, *, low_at: int) -> Command[int]:
    """Set at how many available pieces a product counts as low: 0 to 1,000,000. Answers with it."""
    return inventory.set_threshold(request, product_id=product_id, low_at=low_at)


def stock_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    only_low: bool = False,
    category_id: UUID | None = None,
    sort: str = "name",
    descending: bool = False,
) -> bytes:
    """Return the ids of all products that match, in order, 16 bytes each.

    Sorted by name, on_hand, reserved, available, low_first or updated.
    """
    return inventory.stock_keys(
        session,
        search=search,
        only_low=only_low,
        category_id=category_id,
        sort=sort,
        descending=descending,
    )


def first_stock(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    only_low: bool = False,
    category_id: UUID | None = None,
    sort: str = "name",
    descending: bool = False,
    limit: int = 200,
) -> list[StockLine]:
    """Return the first products of the list whose keys `stock_keys` returns."""
    return inventory.first_stock(
        session,
        search=search,
        only_low=only_low,
        category_id=category_id,
        sort=sort,
        descending=descending,
        limit=limit,
    )


def stock_lines(session: Session, ids: Sequence[UUID]) -> list[StockLine]:
    """Return products and their stock in the order of `ids`."""
    return inventory.stock_lines(session, ids)


def ledger(session: Session, product_id: UUID, limit: int = 200) -> list[Movement]:
    """Return a product's movements, newest first, with the balances that each left behind."""
    return inventory.ledger(session, product_id, limit=limit)


def low_stock_count(session: Session) -> int:
    """Count the products on sale of which it is time to order more."""
    return inventory.low_stock_count(session)
