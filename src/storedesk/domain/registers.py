"""Define the registers of the store as the settings keep them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A register, in use or not, and whose drawer it has."""

    id: UUID
    code: str
    name: str
    is_active: bool
    drawer_of: UUID | None
    """The register whose drawer it uses; None where it has its own."""
    least_cash: Decimal | None = None
    """What should be in its drawer at least while its shift is open; None for no bound."""
    most_cash: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """What somebody changed about a register: one of its columns, or that it was added."""

    when: datetime
    """UTC without zone."""
    who: str
    register: str
    """Its name then."""
    column: str
    """"" where the register was added."""
    old: Any
    new: Any
