"""Define stock: how much of a product the store holds, all its variants together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.refusals.errors import Refused


class Operation(StrEnum):
    """What the ledger calls a movement. `reserve` and `release` count promises, the rest pieces."""

    SET = "set"
    ADJUST = "adjust"
    RESERVE = "reserve"
    RELEASE = "release"
    DEDUCT = "deduct"
    RESTOCK = "restock"


BY_HAND = frozenset({Operation.SET, Operation.ADJUST, Operation.RESTOCK})
"""A change of stock by a person, without an order."""


class Reason(StrEnum):
    """Why stock is adjusted by hand; the words the ledger keeps begin with one of these."""

    DAMAGED = "damaged"
    LOST = "lost"
    EXPIRED = "expired"
    OWN_USE = "own use"
    FOUND = "found"
    RETURNED = "returned"
    DELIVERED = "delivered"
    COUNTED = "counted"
    OTHER = "other"


Signs = Mapping[Reason, int]
"""Reasons in the order of offering: -1 takes pieces away, 1 adds them, 0 does both."""


def fitting(signs: Signs, number: int) -> list[Reason]:
    """Return the reasons to add `number` pieces, or to take them away: all, as long as it is 0.

    Delivered pieces are received, not adjusted.
    """
    return [
        reason
        for reason, sign in signs.items()
        if reason is not Reason.DELIVERED and sign * number >= 0
    ]


def check_sign(signs: Signs, reason: Reason, number: int, word: Callable[[Reason], str]) -> None:
    """Refuse what core.check_reason will refuse of an adjustment: reason_takes, reason_adds."""
    sign = signs.get(reason, 0)
    if sign * number < 0:
        other = next((word(one) for one, its in signs.items() if its == -sign), "")
        code = "reason_takes" if sign < 0 else "reason_adds"
        known = {"name": "", "other": other, "instead": -number, "count": abs(number)}
        raise Refused(code, reason=word(reason), **known)


class LedgerKind(StrEnum):
    """Which lines of a ledger."""

    ALL = "all"
    BY_HAND = "by_hand"
    ORDERS = "orders"


TOGETHER = "all variants together"
"""Whose the stock of a product with variants is; translated where it is shown."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The three numbers kept for every product, in pieces."""

    on_hand: int
    reserved: int
    low_at: int
    of_variants: bool = False
    """The product has variants, and these are the numbers of all of them together."""

    @property
    def available(self) -> int:
        """What can still be promised to someone."""
        return self.on_hand - self.reserved

    @property
    def is_low(self) -> bool:
        """Whether it is time to order: available at or under the threshold."""
        return self.available <= self.low_at


@dataclass(frozen=True, slots=True)
class StockLine:
    """A product and its stock, as the inventory page lists them."""

    product_id: UUID
    product: str
    category: str
    code: str | None
    status: str
    stock: Stock
    updated_at: datetime
    """When the stock last moved, UTC without zone."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A line of a product's ledger, with the balances that it left behind."""

    id: UUID
    at: datetime
    operation: Operation
    adjustment: int
    on_hand: int
    reserved: int
    reason: str
    who: str | None
    order_id: UUID | None = None
    order_number: str | None = None
    is_undone: bool = False
    """It was taken back."""
    is_undoing: bool = False
    """It takes another one back."""

    @property
    def can_be_undone(self) -> bool:
        """Whether it was made by hand and not undone yet."""
        by_hand = self.operation in BY_HAND and self.order_id is None
        return by_hand and not self.is_undone and not self.is_undoing


@dataclass(frozen=True, slots=True)
class Moved:
    """What a command did to some products, in the order of the request; an undo, newest first."""

    movements: tuple[UUID, ...]
    """Their new ledger lines, by which the command can be undone."""
    on_hand: tuple[int, ...]
