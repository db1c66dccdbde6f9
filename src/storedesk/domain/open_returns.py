"""Define returns without a receipt: goods that nobody can say of which sale they are."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from storedesk.domain.credit_slips import CreditSlip
from storedesk.domain.exchanges import Refund
from storedesk.domain.fiscal import FiscalNote
from storedesk.domain.shifts import CashLevel
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine, TaxMode

DAYS = 90
"""How many days a sale may lie back: core.open_return_days."""


@dataclass(frozen=True, slots=True)
class WantedItem:
    """An item that comes back, in one condition."""

    product_id: UUID
    variant_id: UUID | None
    quantity: int
    restocked: bool
    """Back to the shelf; else it is damaged."""
    value: Money | None = None
    """What a piece is worth, as prices have it; None for the lowest price."""


@dataclass(frozen=True, slots=True)
class SoldItem:
    """An item that was sold in the last 90 days, on sale still or not."""

    product_id: UUID
    variant_id: UUID | None
    name: str
    description: str | None
    lowest: Money
    """The lowest price of those days."""


@dataclass(frozen=True, slots=True)
class ValuedItem:
    """An item that comes back, what it is worth, and which sale says so."""

    product_id: UUID
    variant_id: UUID | None
    name: str
    description: str | None
    quantity: int
    restocked: bool
    value: Money
    """Of a piece."""
    amount: Money
    """Of all pieces."""
    lowest: Money
    """The lowest price at which it was sold in the last 90 days."""
    sold_at: datetime
    """When that was, UTC without zone."""
    number: str
    """The order by which that was."""


@dataclass(frozen=True, slots=True)
class OpenReturnPreview:
    """What a return without a receipt would be worth."""

    lines: tuple[ValuedItem, ...]
    subtotal: Money
    tax: Money
    """What is added to it; nothing where prices include the tax."""
    total: Money
    cash: Money
    """The total in coins of the store."""


@dataclass(frozen=True, slots=True)
class OpenReturnResult:
    """A return without a receipt that was taken."""

    return_id: UUID
    number: str
    at: datetime
    """UTC without zone."""
    refunded: Money
    method: Method
    cash: Money | None
    """What is handed over; None where it went to store credit."""
    credit: CreditSlip | None
    cash_level: CashLevel | None

    @property
    def refund(self) -> Refund:
        """Return where the money went."""
        nothing, detail = self.refunded - self.refunded, None
        if self.credit is not None:
            detail = self.credit.number
        rounding = nothing if self.cash is None else self.cash - self.refunded
        return Refund(self.method, self.refunded, rounding, detail)


@dataclass(frozen=True, slots=True)
class SaleOfItem:
    """A sale of the last 90 days by which pieces of an item can still come back."""

    order_id: UUID
    order_number: str
    sold_at: datetime
    """UTC without zone."""
    customer: str | None
    total: Money
    left: int
    """How many pieces can come back."""
    price: Money


@dataclass(frozen=True, slots=True)
class OpenReturnReceipt:
    """All that the receipt of a return without a receipt prints."""

    return_id: UUID
    number: str
    returned_at: datetime
    """UTC without zone."""
    time_zone: str
    reason: str
    register: str
    by: str
    store_name: str
    store_address: tuple[str, ...]
    store_tax_id: str | None
    lines: tuple[tuple[str, str | None, int, Money], ...]
    """Name, description, pieces, and what they are worth."""
    refund: Money
    tax_mode: TaxMode
    tax_lines: tuple[TaxLine, ...]
    method: Method
    cash: Money | None
    account: str | None
    """The number of the account of store credit, and what was on it then."""
    left: Money | None
    fiscal: FiscalNote | None
