"""Say to a manager what they approve when pieces are sold that the shelf count denies."""

from collections.abc import Sequence
from typing import Any

from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.till import Found, Sale
from storedesk.ui.approval import ApprovalRequest
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.labels import pieces

MOST_PRODUCTS = 4
"""Products that are named one by one."""


def shortage_approval(
    sale: Sale, found: Sequence[Found], context: PageContext, refusal: NotAllowed
) -> ApprovalRequest:
    """Say how many pieces of what are to be sold past the count, why, and who asks."""
    counted = _counted(refusal)
    names = {line.product_id: line.name for line in sale.lines}
    whole = sum(line.quantity for line in sale.lines)
    facts = [
        (names[one.product_id], pieces(counted[str(one.product_id)]))
        for one in found
        if str(one.product_id) in counted and one.product_id in names
    ]
    return ApprovalRequest(
        tr("Sell more than the shelf count"),
        [
            *(facts if len(facts) <= MOST_PRODUCTS else []),
            (tr("Why"), found[0].reason),
            (tr("Asked by"), context.me.name),
        ],
        (tr("Not counted"), pieces(sum(counted.values()) or whole)),
    )


def _counted(refusal: NotAllowed) -> dict[str, int]:
    """Return the pieces of each product as the database has counted them; a long list has none."""
    detail: Any = refusal.parameters["detail"]
    named = detail["found"]
    return {one["product_id"]: one["pieces"] for one in named} if isinstance(named, list) else {}
