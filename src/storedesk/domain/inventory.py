"""Stock: how much of a product the store holds, all its variants together."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Operation(StrEnum):
    """What the ledger calls a movement. `reserve` and `release` count promises, the rest pieces."""

    SET = "set"
    ADJUST = "adjust"
    RESERVE = "reserve"
    RELEASE = "release"
    DEDUCT = "deduct"
    RESTOCK = "restock"


class Reason(StrEnum):
    """Why stock is put right by hand; the words the ledger keeps begin with one of these."""

    DAMAGED = "damaged"
    LOST = "lost"
    FOUND = "found"
    COUNTED = "counted"
    RETURNED = "returned"
    OWN_USE = "own use"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stock:
    """The three numbers kept for every product, in pieces."""

    on_hand: int
    reserved: int
    low_at: int

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
    order_number: str | None
