"""Define what was sold of one product of late, and how much of it was imported."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

NONE = Decimal(0)
SALES_DAYS = (7, 30, 90, 365)
"""The last days of the store's calendar that are told, today among them."""


@dataclass(frozen=True, slots=True)
class ProductSold:
    """Pieces that were sold less those that came back; amounts as prices are written."""

    pieces: int = 0
    amount: Decimal = NONE
    past_pieces: int = 0
    """Of the pieces, those of imported past sales."""
    past_amount: Decimal = NONE

    def __add__(self, other: "ProductSold") -> "ProductSold":
        return ProductSold(
            self.pieces + other.pieces, self.amount + other.amount,
            self.past_pieces + other.past_pieces, self.past_amount + other.past_amount,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProductSales:
    """What was sold of a product: in the last days, and at all."""

    last: Mapping[int, ProductSold]
    """By SALES_DAYS."""
    ever: ProductSold
    last_sold: datetime | None
    """UTC without zone; None if none was ever sold."""
