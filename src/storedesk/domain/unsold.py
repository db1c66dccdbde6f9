"""Explain why a product is not sold, by what the person may do about it."""

from collections.abc import Mapping
from types import MappingProxyType

from storedesk.domain.refusals.errors import Refused, StoreError

OFFERED = frozenset({"draft", "inactive"})
"""States from which a manager puts a product on sale there and then."""
_TO_STAFF: Mapping[str, str] = MappingProxyType(
    {
        "draft": "draft_not_sold",
        "inactive": "inactive_not_sold",
        "hidden": "hidden_not_sold",
        "deleted": "deleted_not_sold",
    }
)
_TO_MANAGERS: Mapping[str, str] = MappingProxyType(
    {
        "draft": "draft_to_sell",
        "inactive": "inactive_to_sell",
        "hidden": "hidden_to_sell",
        "deleted": "deleted_to_sell",
    }
)


def explained(refusal: StoreError, *, is_manager: bool) -> StoreError:
    """Return what somebody is told of a refusal: of a product_not_sold, what they can do about it.

    A code that is unknown to whoever may not see drafts may well be that of one.
    """
    if refusal.code == "product_not_sold":
        state = str(refusal.parameters.get("status"))
        code = (_TO_MANAGERS if is_manager else _TO_STAFF).get(state, refusal.code)
        return Refused(code, **refusal.parameters)
    if refusal.code == "product_deleted" and not is_manager:
        return Refused("deleted_not_sold", **refusal.parameters)
    return refusal


def is_offered(refusal: StoreError, *, is_manager: bool) -> bool:
    """Tell whether whoever was refused may put it on sale there and then."""
    state = str(refusal.parameters.get("status"))
    return refusal.code == "product_not_sold" and is_manager and state in OFFERED
