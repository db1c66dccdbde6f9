"""Define what is asked and answered when an order is placed, shipped or returned."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from storedesk.domain.credit_slips import CreditSlip
from storedesk.domain.exchanges import Refund, ReturnedItem
from storedesk.domain.fiscal import FiscalNote
from storedesk.domain.orders import OrderStatus, Receipt
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.domain.till import Shortage
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine


@dataclass(frozen=True, slots=True)
class ShippingAddress:
    """Where an order is shipped: a snapshot, independent of the customer's addresses."""

    recipient: str
    street: str
    city: str
    state: str
    """Empty where addresses have none."""
    postal_code: str
    country: str
    """ISO 3166, two capitals."""


@dataclass(frozen=True, slots=True)
class OrderedLine:
    """A line of an order to be placed, at the price that was shown."""

    product_id: UUID
    variant_id: UUID | None
    quantity: int
    price: Money


@dataclass(frozen=True, slots=True)
class NewPrice:
    """A price that is no longer the one that was shown."""

    name: str
    product_id: UUID
    variant_id: UUID | None
    old: Money
    new: Money


@dataclass(frozen=True, slots=True)
class OrderResult:
    """An order after something was done with it."""

    order_id: UUID
    order_number: str
    status: OrderStatus
    version: int
    change: Money
    """Cash to hand back of what was paid with."""
    refunded: Money
    refunds: tuple[Refund, ...]
    credit: CreditSlip | None = None
    """The store credit that was given for a return."""


@dataclass(frozen=True, slots=True)
class Placing:
    """The answer to placing an order: placed, or what stands in the way. Then nothing is done.

    With neither changes nor shortages, only the total differs from the one that was shown.
    """

    step: OrderResult | None
    """The order, or None if it was not placed."""
    changes: tuple[NewPrice, ...]
    shortages: tuple[Shortage, ...]
    subtotal: Money
    shipping: Money
    tax: Money
    total: Money
    tax_lines: tuple[TaxLine, ...]

    @property
    def is_placed(self) -> bool:
        """Tell whether the order is placed."""
        return self.step is not None


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """Pieces of an order's line that come back; what is damaged is not restocked."""

    line_id: UUID
    quantity: int
    restocked: bool


@dataclass(frozen=True, slots=True)
class ReturnPreview:
    """What a return would refund."""

    refund: Money
    """The whole amount, with tax and shipping."""
    tax: Money
    """Of exclusive prices, the tax in the refund."""
    shipping: Money
    refunds: tuple[Refund, ...]
    beyond: NotAllowed | None
    """Why this needs a manager; None if it does not."""


@dataclass(frozen=True, slots=True)
class ReturnReceipt:
    """All that the receipt of a return prints."""

    return_id: UUID
    returned_at: datetime
    """UTC without zone."""
    reason: str
    by: str | None
    register: str | None
    lines: tuple[ReturnedItem, ...]
    shipping: Money
    refund: Money
    tax_lines: tuple[TaxLine, ...]
    """The tax in the refund."""
    refunds: tuple[Refund, ...]
    order: Receipt
    fiscal: FiscalNote | None = None
    paid_for: str | None = None
    """The number of the sale that it paid for in an exchange."""
    credited: str | None = None
    """The account of credit by which it did."""
