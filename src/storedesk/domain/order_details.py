"""Define orders for the orders page: a line of the list, and one with all its details."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from storedesk.domain.fulfillment import ShippingAddress
from storedesk.domain.measures import LineMeasure
from storedesk.domain.orders import OrderCommand, OrderStatus, OrderSteps, starts
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order as lists show it."""

    id: UUID
    number: str
    customer: str
    placed_at: datetime
    """UTC without zone."""
    status: OrderStatus
    pieces: int
    total: Money
    town: str
    """Where it goes; nothing for what is sold over the counter."""
    is_sale: bool
    """Sold at a till, over the counter."""
    tracking: str | None = None
    is_recalled: bool = False
    """Shipped, but did not leave after all."""


@dataclass(frozen=True, slots=True)
class OrderCustomer:
    """The customer of an order."""

    id: UUID
    name: str
    email: str | None
    """None for someone who left no address."""
    is_walk_in: bool = False


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line as it was sold, and how many of it came back."""

    id: UUID
    product_id: UUID
    variant_id: UUID | None
    name: str
    description: str | None
    quantity: int
    unit_price: Money
    subtotal: Money
    returned: int = 0
    list_price: Money | None = None
    """Where it was sold for another price than the list's."""
    discount_reason: str | None = None
    note: str | None = None
    """What was special about it: "gift wrapped"."""
    measure: LineMeasure | None = None
    """Of what was weighed, or priced at the till."""

    @property
    def returnable(self) -> int:
        """How many of it can still come back."""
        return self.quantity - self.returned


@dataclass(frozen=True, slots=True)
class Reprint:
    """A receipt that was printed once more, and the how many-th it was."""

    number: int
    at: datetime
    who: str | None


@dataclass(frozen=True, slots=True)
class GiftReceipt:
    """A receipt without prices that was printed."""

    at: datetime
    who: str | None


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A change from one status to the next."""

    becomes: OrderStatus
    at: datetime
    who: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OrderChange:
    """A change between two statuses: tracking number, address, a recalled shipment, a deposit."""

    what: str
    """"tracking", "address", "recall" or "deposit"; a return has a row of its own."""
    detail: str
    """The old and new number, an address's fields, why it was recalled, or how much was paid."""
    at: datetime
    who: str | None


@dataclass(frozen=True, slots=True)
class MoneyMovement:
    """A payment or, if `is_refund`, a refund."""

    id: UUID
    is_refund: bool
    method: Method
    amount: Money
    detail: str | None
    """Card scheme and last four, or a reference."""
    at: datetime
    who: str | None


@dataclass(frozen=True, slots=True)
class Returned:
    """A return: what came back together."""

    id: UUID
    at: datetime
    who: str | None
    reason: str
    refund: Money
    pieces: tuple[tuple[str, int, bool], ...]
    """Name, how many, and whether they went back to the shelf."""


@dataclass(frozen=True, slots=True)
class OrderEmail:
    """An e-mail about an order."""

    id: UUID
    kind: str
    status: str
    at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class StockMove:
    """What an order did to the stock of a product."""

    id: UUID
    at: datetime
    product: str
    operation: str
    by: int
    who: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order with all that its page shows."""

    id: UUID
    number: str
    status: OrderStatus
    version: int
    """Sent back with every command: another one means that someone was first."""
    placed_at: datetime
    customer: OrderCustomer
    destination: ShippingAddress
    lines: tuple[SoldLine, ...]
    subtotal: Money
    shipping: Money
    tax: Money
    total: Money
    tax_lines: tuple[TaxLine, ...]
    payment_type: Method
    tracking: str | None
    carrier: str = ""
    """As it was noted with the shipment; "" where it was not."""
    cancellation_reason: str | None
    sold_as: str | None
    """"sale" or "collection" where it went over the counter."""
    is_recalled: bool
    """Shipped, but did not leave after all: it waits to be shipped again."""
    steps: tuple[StatusChange, ...]
    changes: tuple[OrderChange, ...]
    money_movements: tuple[MoneyMovement, ...]
    returns: tuple[Returned, ...]
    mails: tuple[OrderEmail, ...]
    moves: tuple[StockMove, ...]
    reprints: tuple[Reprint, ...] = ()
    gift_receipts: tuple[GiftReceipt, ...] = ()

    @property
    def pieces(self) -> int:
        """How many things were ordered."""
        return sum(line.quantity for line in self.lines)

    @property
    def paid(self) -> Money:
        """What was paid and not refunded."""
        nothing = self.total - self.total
        paid = sum((one.amount for one in self.money_movements if not one.is_refund), nothing)
        return paid - sum((one.amount for one in self.money_movements if one.is_refund), nothing)

    @property
    def open(self) -> Money:
        """What is still to pay."""
        return self.total - self.paid

    @property
    def is_to_ship(self) -> bool:
        """Whether it waits to be shipped, for the first time or again."""
        return self.status is OrderStatus.CONFIRMED or self.is_recalled

    @property
    def is_returnable(self) -> bool:
        """Whether something of it can still come back."""
        return any(line.returnable for line in self.lines)


@dataclass(frozen=True, slots=True)
class Pick:
    """A product to fetch for one or several orders."""

    category: str
    name: str
    description: str | None
    code: str | None
    quantity: int
    orders: tuple[tuple[str, int], ...]
    """For which orders, and how many for each."""


@dataclass(frozen=True, slots=True)
class OrderToShip:
    """The part of an order that is needed to ship it."""

    id: UUID
    number: str
    version: int
    status: OrderStatus
    customer: str


def lawful(order: Order, steps: OrderSteps) -> frozenset[OrderCommand]:
    """Return what can be done to `order` as it is."""
    commands = frozenset(
        command for command in OrderCommand if starts(command, order.status, steps)
    )
    if order.is_recalled:
        commands = commands - {OrderCommand.DELIVER, OrderCommand.RECALL} | {OrderCommand.SHIP}
    return commands if order.is_returnable else commands - {OrderCommand.TAKE_BACK}


def no_return(order: Order, steps: OrderSteps) -> Refused | None:
    """Say why nothing of an order can come back: not_returnable, returned_whole; None if it can."""
    if not starts(OrderCommand.TAKE_BACK, order.status, steps):
        return Refused("not_returnable", number=order.number, was=order.status.value)
    return None if order.is_returnable else Refused("returned_whole", number=order.number)
