"""Define stock counts, in which several people count while the tills sell."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.values.money import Money


class CountStatus(StrEnum):
    """The status of a count."""

    OPEN = "open"
    POSTED = "posted"
    CANCELLED = "cancelled"


class CountPart(StrEnum):
    """Which lines of a count."""

    ALL = "all"
    TO_COUNT = "to_count"
    DIFFERENCES = "differences"


class Trouble(StrEnum):
    """Why a line cannot be posted."""

    PROMISED = "promised"
    """More is promised to customers than was counted."""
    OVERTAKEN = "overtaken"
    """Its stock was set, or posted from another count, after it was counted."""
    DELETED = "deleted"
    """It was deleted after it was counted."""


@dataclass(frozen=True, slots=True)
class StockCount:
    """A count as the list of counts shows it."""

    id: UUID
    name: str
    status: CountStatus
    created_by: str | None
    created_at: datetime
    posted_by: str | None
    posted_at: datetime | None
    listed: int
    """Products that are to be counted; 0 where it is whatever is scanned."""
    left: int
    """Those of them that nobody has counted yet."""
    counted: int
    pieces: int
    is_carried: bool
    """It goes on with what another count could not post."""


@dataclass(frozen=True, slots=True)
class CountLine:
    """A product of a count: what was counted, against the stock as it was then."""

    product_id: UUID
    product: str
    category: str
    code: str | None
    price: Money
    counted: int | None
    """None: nobody has counted it; that is not nought."""
    stock_then: int | None
    on_hand: int
    reserved: int
    who: str
    """Everybody who counted pieces of it."""
    trouble: Trouble | None
    of_variants: bool = False
    """The product has variants: all of them are counted together."""

    @property
    def difference(self) -> int | None:
        """How many pieces posting adds or takes; None where it was not counted."""
        if self.counted is None or self.stock_then is None:
            return None
        return self.counted - self.stock_then

    @property
    def worth(self) -> Money | None:
        """What the difference is worth, at the selling price."""
        return None if self.difference is None else self.price * self.difference


@dataclass(frozen=True, slots=True)
class Differences:
    """What posting would do, all lines together."""

    products: int
    more: int
    fewer: int
    worth: Money
    """At selling prices, with its sign."""
    refused: int
    """Lines that cannot be posted as they stand."""


@dataclass(frozen=True, slots=True)
class ParkedCode:
    """A code that no product has, counted and kept for later."""

    code: str
    quantity: int
    who: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What a count says after an entry: of which product or code, and of all together."""

    product_id: UUID | None
    """None: nothing has this code, and it was put aside."""
    name: str | None
    code: str | None
    counted: int | None
    products: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Posted:
    """The result of posting a count."""

    posted: int
    """Products whose stock was put right."""
    same: int
    pieces: int
    movements: tuple[UUID, ...]
    carried: UUID | None
    """The count in which the lines that could not be posted go on."""
    left: int
