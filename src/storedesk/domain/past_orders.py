"""Define an order of another program as it was imported."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PastOrderLine:
    """A line of such an order; its quantity is below nought for what came back."""

    code: str
    name: str
    """Of the product here that has the code; else what the file says; "" for nothing."""
    quantity: int
    unit_price: Decimal
    """As the file has it, with four decimals."""

    @property
    def amount(self) -> Decimal:
        """What it came to, not rounded."""
        return self.quantity * self.unit_price


@dataclass(frozen=True, slots=True)
class PastOrder:
    """An order with the number, the time and the customer's number that it had there."""

    number: str
    placed_at: datetime
    """UTC without zone."""
    customer: str
    country: str
    lines: tuple[PastOrderLine, ...]

    @property
    def amount(self) -> Decimal:
        """What all lines came to, not rounded; nothing is known of taxes."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def pieces(self) -> int:
        """How many pieces were sold, less those that came back."""
        return sum(line.quantity for line in self.lines)
