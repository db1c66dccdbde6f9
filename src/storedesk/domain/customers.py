"""Customers: whom a sale may be for."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer as lists and the till show them."""

    id: UUID
    name: str
    email: str | None
    """None for someone who left no address."""
    orders: int
    place: str | None = None
    """Postal code and city of the default address."""
