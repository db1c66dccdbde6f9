"""Name how a store taxes, and what it took: core.totals in the database calculates it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class TaxMode(StrEnum):
    """Whether prices are without tax or include it."""

    EXCLUSIVE = "exclusive"
    INCLUSIVE = "inclusive"


@dataclass(frozen=True, slots=True)
class TaxLine:
    """The tax of all lines with one rate; `base` includes the tax where prices do."""

    name: str
    rate: Decimal
    base: Decimal
    tax: Decimal
