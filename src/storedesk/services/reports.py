"""What staff can ask of reports, which only read."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.domain.low_stock import LowStockLine, Scarcity
from storedesk.persistence import reports
from storedesk.persistence.engine.database import Session


def low_stock_count(session: Session) -> int:
    """Count the products on sale of which it is time to order more.

    What was never stocked and never sold is not among them.
    """
    return reports.low_stock_count(session)


def low_stock_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    scarcity: Scarcity = Scarcity.ALL,
    category_id: UUID | None = None,
    sort: str = "worst",
    descending: bool = False,
) -> bytes:
    """Return the ids of all products of which it is time to order more, 16 bytes each.

    Sorted by worst, name, category, available, low_at, sold, cover or suggested. Worst first is by
    the share of the threshold that is still available, then by what sells most.
    """
    return reports.low_stock_keys(
        session,
        search=search,
        scarcity=scarcity,
        category_id=category_id,
        sort=sort,
        descending=descending,
    )


def first_low_stock(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    scarcity: Scarcity = Scarcity.ALL,
    category_id: UUID | None = None,
    sort: str = "worst",
    descending: bool = False,
    limit: int = 100,
) -> list[LowStockLine]:
    """Return the first products of the list whose keys `low_stock_keys` returns."""
    return reports.first_low_stock(
        session,
        search=search,
        scarcity=scarcity,
        category_id=category_id,
        sort=sort,
        descending=descending,
        limit=limit,
    )


def low_stock_lines(session: Session, ids: Sequence[UUID]) -> list[LowStockLine]:
    """Return products as the report shows them, in the order of `ids`."""
    return reports.low_stock_lines(session, ids)
