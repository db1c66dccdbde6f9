"""What staff can ask about stock, and do to it."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.domain.inventory import LedgerKind, Moved, Movement, Reason, StockLine
from storedesk.persistence import inventory, ledger
from storedesk.persistence.engine.database import Command, Session


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
    return inventory.adjust_stock(
        request,
        product_id=product_id,
        variant_id=variant_id,
        by=by,
        reason=_words(reason, note or ""),
    )


def set_threshold(request: UUID, product_id: UUID, *, low_at: int) -> Command[int]:
    """Set at how many available pieces a product counts as low: 0 to 1,000,000. Answers with it."""
    return inventory.set_threshold(request, product_id=product_id, low_at=low_at)


def adjust_all(
    request: UUID,
    products: Sequence[UUID],
    *,
    by: Sequence[int],
    reason: Reason,
    note: str = "",
) -> Command[Moved]:
    """Adjust several products, each by its number: all of them, or none."""
    return inventory.adjust_stocks(
        request, products=products, numbers=by, reason=_words(reason, note)
    )


def restock(
    request: UUID, products: Sequence[UUID], *, by: Sequence[int], note: str = ""
) -> Command[Moved]:
    """Take in so many pieces of each product that somebody delivered."""
    return inventory.restock(
        request, products=products, numbers=by, reason=_words(Reason.DELIVERED, note)
    )


def set_stock(  # noqa: PLR0913 named by every caller
    request: UUID,
    products: Sequence[UUID],
    *,
    seen: Sequence[int],
    to: Sequence[int],
    reason: Reason = Reason.COUNTED,
    note: str = "",
) -> Command[Moved]:
    """Set the stock of each product, provided it still is what the person saw (stock_moved)."""
    return inventory.set_stocks(
        request, products=products, seen=seen, numbers=to, reason=_words(reason, note)
    )


def set_thresholds(request: UUID, products: Sequence[UUID], *, low_at: int) -> Command[int]:
    """Set at how many available pieces each product counts as low; answers with how many."""
    return inventory.set_thresholds(request, products=products, numbers=[low_at] * len(products))


def undo(request: UUID, movements: Sequence[UUID]) -> Command[Moved]:
    """Take back what was put right by hand, each movement by one that compensates it."""
    return inventory.undo_stock(request, movements=movements)


def _words(reason: Reason, note: str) -> str:
    return f"{reason.value}: {note.strip()}" if note.strip() else reason.value


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


def stock_item(session: Session, code: str) -> UUID | None:
    """Return the product that a code is of, whether it is on sale or not; None for an unknown one.

    To a cashier only what is on sale is there. Refused: product_deleted, product_not_sold.
    """
    return inventory.stock_item(session, code)


def movement_keys(
    session: Session,
    *,
    product_id: UUID,
    kind: LedgerKind = LedgerKind.ALL,
    sort: str = "when",
    descending: bool = True,
) -> bytes:
    """Return the ids of a product's movements in the order of writing, 16 bytes each."""
    del sort  # there is one order
    return ledger.movement_keys(session, product_id=product_id, kind=kind, descending=descending)


def first_movements(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    product_id: UUID,
    kind: LedgerKind = LedgerKind.ALL,
    sort: str = "when",
    descending: bool = True,
    limit: int = 100,
) -> list[Movement]:
    """Return the first movements of the list whose keys `movement_keys` returns."""
    del sort
    return ledger.first_movements(
        session, product_id=product_id, kind=kind, descending=descending, limit=limit
    )


def movements(session: Session, ids: Sequence[UUID]) -> list[Movement]:
    """Return movements of one product in the order of `ids`, with the balances that each left."""
    return ledger.movements(session, ids)
