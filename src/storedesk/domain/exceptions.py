"""Define exceptions: what was written down for the manager, until somebody has looked at it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class ExceptionKind(StrEnum):
    """What is exceptional."""

    PRICE = "price"
    """A line was sold at another price than the list's."""
    FOUND = "found"
    """Pieces were sold that the count did not know of."""
    REFERENCE = "reference"
    """A card or PayPal payment that no slip proves."""
    REFUND = "refund"
    """Money went back, and nothing to the shelf."""
    SHIFT = "shift"
    """A shift was closed with a difference or a correction that no manager has seen."""
    ADDRESS = "address"
    """Where an order goes was changed after it was placed."""
    TRACKING = "tracking"
    """The tracking number of a shipment was corrected."""
    RECALL = "recall"
    """A shipment did not leave after all."""
    PAID_OUT = "paid_out"
    """Cash was taken out of a drawer beside sales."""
    NO_SALE = "no_sale"
    """A drawer was opened without a sale."""
    OPEN_RETURN = "open_return"
    """Goods came back without a receipt."""
    CARD_MONEY = "card_money"
    """A card was charged at the terminal, and no sale has the money: give it back there."""
    CARD_BY_HAND = "card_by_hand"
    """A person has said what became of a payment at the terminal, and not the terminal."""


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """An exception as the list shows it; what it has not is empty."""

    id: UUID
    kind: ExceptionKind
    at: datetime
    """UTC without zone."""
    who: str
    approver: str
    register: str
    order_id: UUID | None
    order: str
    """The number of the order."""
    product_id: UUID | None
    subject: str
    """The product; of a shift the number of its Z report, if it has one; of a return its number."""
    remark: str
    """The reason, the reference, or what was changed."""
    amount: Decimal | None
    """What the store gained by it, below 0 what it gave away."""
    pieces: int | None
    signed_by: str
    signed_at: datetime | None
    note: str

    @property
    def is_signed(self) -> bool:
        """Whether somebody has looked at it."""
        return self.signed_at is not None


@dataclass(frozen=True, slots=True)
class ExceptionCounts:
    """How many are to be signed off, were, and what those that are to be have given away."""

    waiting: int = 0
    signed: int = 0
    given_away: Decimal = Decimal(0)
