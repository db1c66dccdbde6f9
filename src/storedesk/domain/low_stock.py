"""Define the lines of the low-stock report."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from storedesk.domain.inventory import Stock

SOLD_DAYS = 30
"""How far back sales are looked at; what is to be ordered should last as long."""
SOON_DAYS = 7
"""What lasts no longer than this is running out."""


class Scarcity(StrEnum):
    """Which of the low products are listed."""

    ALL = "all"
    SOLD_OUT = "sold_out"
    RUNNING_OUT = "running_out"
    """Still there, but not for another week as it sells."""


@dataclass(frozen=True, slots=True)
class LowStockLine:
    """A product that has to be ordered again."""

    product_id: UUID
    product: str
    category: str
    code: str | None
    stock: Stock
    sold: int
    """Pieces that left for orders in the last SOLD_DAYS days."""

    @property
    def days_of_cover(self) -> int | None:
        """How many days what is available lasts as it has sold; None where nothing sold."""
        if not self.sold:
            return None
        return max(0, self.stock.available) * SOLD_DAYS // self.sold

    @property
    def suggested(self) -> int:
        """How many to order: what sells in SOLD_DAYS days, and then still the threshold is there.

        That is sold + threshold - available: never less than what is missing to the threshold.
        """
        return max(0, self.sold + self.stock.low_at - self.stock.available)
