"""Stock counts: opened, counted, posted, canceled."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import (
    Uuid,
    literal,
)
from sqlalchemy.dialects.postgresql import ARRAY

from storedesk.api import codes
from storedesk.domain.counts import (
    Posted,
    Tally,
)
from storedesk.persistence.decode.answer import Answer, Document, nothing
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def open_count(
    request: UUID, *, count: UUID, name: str, products: Sequence[UUID] = ()
) -> Command[UUID]:
    """Begin a count of some products, or of whatever is scanned; the id is the caller's.

    Refuses: name_missing.
    """
    listed = literal(list(products), ARRAY(Uuid()))
    return func.api.open_count(request, count, name, listed, type_=Uuid())


def count_item(  # noqa: PLR0913 as the command has them
    request: UUID,
    count: UUID,
    *,
    product: UUID | None = None,
    code: str | None = None,
    quantity: int = 1,
    is_set: bool = False,
) -> Command[Tally]:
    """Count `quantity` more of a product, or of what a scan is of; with `is_set` so many in all.

    A code that nothing has is kept aside under the code itself.

    Refuses: count_not_found, count_over, scan_no_code.
    """
    code, forms = codes.asked(code)
    return func.api.count_item(
        request, count, product, code, quantity, is_set, forms, type_=Answer(tally)
    )


def take_back_count(request: UUID, count: UUID) -> Command[Tally | None]:
    """Take back what this person counted last; None where there is nothing.

    Refuses: count_not_found, count_over.
    """
    return func.api.take_back_count(request, count, type_=Answer(tally))


def recount_item(
    request: UUID, count: UUID, product: UUID | None = None, *, code: str | None = None
) -> Command[Tally]:
    """Forget what was counted of a product, or of a code put aside.

    Refuses: count_not_found, count_over.
    """
    return func.api.recount_item(request, count, product, code, type_=Answer(tally))


def post_count(
    request: UUID, count: UUID, *, carry: bool = False, approval: UUID | None = None
) -> Command[Posted]:
    """Apply what was counted to the stock, against the stock as it was when it was counted.

    With `carry` the lines that cannot be posted go on in a count of their own; without it they
    refuse it all (count_lines_refused). What is beyond the store's tolerance needs a manager, or
    their approval of what the refusal names: among it, as text, the most pieces that one product
    differs by and what all differ by in money.

    Refuses: approval_not_valid, count_beyond, count_empty, count_lines_refused, count_not_found,
    count_over.
    """
    return func.api.post_count(request, count, carry, approval, type_=Answer(posted))


def cancel_count(request: UUID, count: UUID) -> Command[None]:
    """End a count that comes to nothing.

    Refuses: count_not_found, count_over.
    """
    return func.api.cancel_count(request, count, type_=Answer(nothing))


def tally(payload: Document) -> Tally:
    """Read what a count says after an entry."""
    product = payload["product_id"]
    return Tally(
        product_id=UUID(product) if product else None,
        name=payload["name"],
        code=payload["code"],
        counted=payload["counted"],
        products=payload["products"],
        pieces=payload["pieces"],
    )


def posted(payload: Document) -> Posted:
    """Read what posting did."""
    carried = payload["carried"]
    return Posted(
        posted=payload["posted"],
        same=payload["same"],
        pieces=payload["pieces"],
        movements=tuple(map(UUID, payload["movements"])),
        carried=UUID(carried) if carried else None,
        left=payload["left"],
    )
