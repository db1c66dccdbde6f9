"""What staff can ask about stock counts, and do in them."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.domain.counts import (
    MOST_LISTED,
    CountLine,
    CountPart,
    Differences,
    ParkedCode,
    Posted,
    StockCount,
    Tally,
)
from storedesk.persistence import count_lines, counts
from storedesk.persistence.engine.database import Command, Session


def open_count(
    request: UUID, *, count: UUID, name: str, products: Sequence[UUID] = ()
) -> Command[UUID]:
    """Begin a count of some products, or of whatever is scanned; the id is the caller's."""
    return counts.open_count(request, count=count, name=name, products=products)


def count_code(request: UUID, count: UUID, code: str, quantity: int = 1) -> Command[Tally]:
    """Count so many more of what has a code; a code that nothing has is put aside."""
    return counts.count_item(
        request, count=count, product=None, code=code, quantity=quantity, is_set=False
    )


def count_product(
    request: UUID, count: UUID, product: UUID, quantity: int, *, is_set: bool
) -> Command[Tally]:
    """Count so many more of a product, or say how many there are in all."""
    return counts.count_item(
        request, count=count, product=product, code=None, quantity=quantity, is_set=is_set
    )


def take_back(request: UUID, count: UUID) -> Command[Tally | None]:
    """Take back what this person counted last; None where there is nothing."""
    return counts.take_back(request, count=count)


def recount(
    request: UUID, count: UUID, product: UUID | None = None, *, code: str | None = None
) -> Command[Tally]:
    """Forget what was counted of a product, or of a code put aside."""
    return counts.recount(request, count=count, product=product, code=code)


def post(
    request: UUID, count: UUID, *, carry: bool = False, approval: UUID | None = None
) -> Command[Posted]:
    """Apply what was counted to the stock, against the stock as it was when it was counted.

    With `carry` the lines that cannot be posted go on in a count of their own; without it they
    refuse it all (count_lines_refused). What is beyond the store's tolerance needs a manager, or
    their approval of what the refusal names: among it, as text, the most pieces that one product
    differs by and what all differ by in money. Refused: count_beyond, approval_not_valid.
    """
    return counts.post(request, count=count, carry=carry, approval=approval)


def cancel(request: UUID, count: UUID) -> Command[None]:
    """End a count that comes to nothing."""
    return counts.cancel(request, count=count)


def newest(session: Session, limit: int = 200) -> list[StockCount]:
    """Return the counts, the open ones first and then the newest."""
    return counts.counts(session, limit=limit)


def count_of(session: Session, count: UUID) -> StockCount | None:
    """Return one count."""
    return next(iter(counts.counts(session, limit=1, only=count)), None)


def line_keys(
    session: Session,
    *,
    count: UUID,
    part: CountPart = CountPart.ALL,
    sort: str = "last",
    descending: bool = True,
) -> bytes:
    """Return the ids of the products of a count, in order, 16 bytes each.

    Sorted by name, last, counted, difference or worth.
    """
    return count_lines.line_keys(session, count=count, part=part, sort=sort, descending=descending)


def first_lines(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    count: UUID,
    part: CountPart = CountPart.ALL,
    sort: str = "last",
    descending: bool = True,
    limit: int = 100,
) -> list[CountLine]:
    """Return the first lines of the list whose keys `line_keys` returns."""
    return count_lines.first_lines(
        session, count=count, part=part, sort=sort, descending=descending, limit=limit
    )


def lines(session: Session, count: UUID, ids: Sequence[UUID]) -> list[CountLine]:
    """Return the lines of a count about some products, in the order of `ids`."""
    return count_lines.lines(session, count, ids)


def differences(session: Session, count: UUID) -> Differences:
    """Say what posting a count would do."""
    return count_lines.differences(session, count)


def parked(session: Session, count: UUID, limit: int = 200) -> list[ParkedCode]:
    """Return the codes that nothing has, with how often they were counted."""
    return counts.parked(session, count, limit=limit)


def scope(
    session: Session, *, search: str = "", category_id: UUID | None = None, at_random: int = 0
) -> list[UUID]:
    """Return the products that a count is to list: all that match, or so many by chance."""
    return counts.scope(
        session, search=search, category_id=category_id, at_random=at_random, limit=MOST_LISTED
    )
