"""Make up payment references and tracking numbers for the demo, no two alike."""

from dataclasses import dataclass, field
from itertools import count
from math import gcd

from storedesk.domain.values.codes import check_digit

SHIPPER = "94001900000207"
"""What a postal number begins with: the service, and a shipper whom nobody is."""


@dataclass(frozen=True, slots=True)
class Scatter:
    """Numbers from `first` on, `size` of them, in an order that looks like chance.

    A step that has no divisor in common with the size comes by every number before any twice.
    """

    first: int
    size: int
    step: int
    _next: "count[int]" = field(default_factory=count)

    def __post_init__(self) -> None:
        """Refuse a step that would come by the same numbers again and again."""
        if gcd(self.step, self.size) != 1:
            raise ValueError(f"{self.step} and {self.size} have a divisor in common")

    def take(self) -> int:
        """Return the next number; none is left when all were taken."""
        number = next(self._next)
        if number >= self.size:
            raise OverflowError(f"all {self.size} numbers are taken")
        return self.first + (number * self.step) % self.size


@dataclass(frozen=True, slots=True)
class References:
    """The references of one history's card terminal, PayPal and postal service."""

    _cards: Scatter = field(default_factory=lambda: Scatter(100_000, 900_000, 611_953))
    _paypal: Scatter = field(default_factory=lambda: Scatter(0, 2**48, 173_961_102_589_771))
    _tracking_numbers: Scatter = field(default_factory=lambda: Scatter(0, 10**7, 6_180_339))

    def card(self) -> str:
        """Return the reference of a payment by card."""
        return f"TRX-{self._cards.take()}"

    def paypal(self) -> str:
        """Return the reference of a payment by PayPal."""
        return f"PP-{self._paypal.take():012X}"

    def tracking_number(self) -> str:
        """Return a tracking number with its check digit."""
        digits = f"{SHIPPER}{self._tracking_numbers.take():07}"
        return f"{digits}{check_digit(digits)}"
