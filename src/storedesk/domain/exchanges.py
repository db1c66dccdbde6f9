"""Define what comes back: lines, refunds, and exchanges, in which they pay for a sale."""

from dataclasses import dataclass
from uuid import UUID

from storedesk.domain.measures import LineMeasure
from storedesk.domain.methods import Method
from storedesk.domain.values.money import Money


@dataclass(frozen=True, slots=True)
class Refund:
    """The refund by one payment method."""

    method: Method
    amount: Money
    """What counts against the order; `given` is the money that changes hands."""
    rounding: Money
    detail: str | None
    """Card scheme and last four, or a reference; of store credit its number."""
    left: Money | None = None
    """What is on the account of store credit by then."""

    @property
    def given(self) -> Money:
        """Return what changes hands: cash is rounded to the smallest coin."""
        return self.amount + self.rounding


@dataclass(frozen=True, slots=True)
class ReturnedItem:
    """A line of a return, in the words in which it was sold."""

    name: str
    description: str | None
    quantity: int
    restocked: bool
    refund: Money
    measure: LineMeasure | None = None
    """Of what was weighed, or priced at the till."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What comes back for a sale: of one in progress it is chosen, of one that is paid booked."""

    return_id: UUID
    order_number: str
    """Of the order that it comes back of."""
    reason: str
    lines: tuple[ReturnedItem, ...]
    refund: Money
    """What it is worth."""
    credited: Money
    """So much of that as pays for the sale: no more than the sale costs."""
    refunds: tuple[Refund, ...]
    """What is over, as it was paid."""
    number: str | None = None
    """The account of credit by which it was booked; None before, and where nothing was credited."""

    @property
    def over(self) -> Money:
        """Return what goes back to the customer."""
        return self.refund - self.credited

    @property
    def cash(self) -> Money:
        """Return the cash that is handed over, in coins that there are."""
        given = [one.given for one in self.refunds if one.method is Method.CASH]
        return sum(given, self.refund - self.refund)
