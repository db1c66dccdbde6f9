"""Decode what api.me answers about whoever is signed in."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from storedesk.domain.bounds import Bound
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.inventory import Reason
from storedesk.domain.orders import OrderStatus
from storedesk.domain.sign_ins import PinCheck
from storedesk.domain.staff import Group, Limit, Me

K = TypeVar("K", bound=StrEnum)
V = TypeVar("V")


def me(document: Mapping[str, Any]) -> Me:
    """Return whoever a database of this version, of the one before or of the next speaks of.

    What the one before does not tell is left open, and what the next tells besides is left out.
    """
    signs = {one["code"]: one["sign"] for one in document["reasons"]}
    return Me(
        id=UUID(document["id"]),
        login=document["login"],
        name=document["name"],
        groups=frozenset(map(Group, document["groups"])),
        commands=frozenset(document["commands"]),
        limits={kind: Decimal(most) for kind, most in _known(Limit, document["limits"]).items()},
        reasons={Reason(code): sign for code, sign in signs.items() if code in set(Reason)},
        bounds=_known(Bound, document.get("bounds", {})),
        order_steps={
            command: frozenset(one for one in OrderStatus if one in states)
            for command, states in document.get("order_steps", {}).items()
        },
        product_steps={
            was: frozenset(one for one in ProductStatus if one in statuses)
            for was, statuses in _known(ProductStatus, document.get("product_steps", {})).items()
        },
        has_pin=document.get("has_pin", False),
        has_badge=document.get("has_badge", False),
        number=document.get("number", 0),
    )


def pin_check(document: Mapping[str, Any]) -> PinCheck:
    """Return what api.check_pin and api.check_badge answer."""
    return PinCheck(is_right=document["is_right"], left=document["left"])


def _known(kind: type[K], payload: Mapping[str, V]) -> dict[K, V]:
    return {one: payload[one] for one in kind if one in payload}
