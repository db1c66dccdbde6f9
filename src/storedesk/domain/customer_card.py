"""Define all that is shown about one customer: orders, payment methods, baskets, e-mails."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.customers import Address, Registration
from storedesk.domain.orders import OrderStatus
from storedesk.domain.values.money import Money


class CustomerEmailStatus(StrEnum):
    """The state of an e-mail."""

    PENDING = "pending"
    PROCESSING = "processing"
    SENT = "sent"
    FAILED = "failed"
    OVERTAKEN = "overtaken"
    """It is no longer needed."""


@dataclass(frozen=True, slots=True)
class PaymentMethod:
    """A saved payment method. What would charge it is not stored here."""

    id: UUID
    kind: str
    brand: str | None
    last_four: str | None
    expires: str | None
    """YYYY-MM, its last month."""
    is_default: bool

    def is_expired(self, today: date) -> bool:
        """Tell whether its last month is over."""
        return self.expires is not None and self.expires < f"{today:%Y-%m}"


@dataclass(frozen=True, slots=True)
class OrderGlance:
    """An order among others of its customer."""

    id: UUID
    number: str
    placed_at: datetime
    status: OrderStatus
    total: Money
    pieces: int


@dataclass(frozen=True, slots=True)
class BasketLine:
    """What lies in a basket."""

    name: str
    description: str | None
    quantity: int
    subtotal: Money


@dataclass(frozen=True, slots=True)
class OpenBasket:
    """Something begun and not bought: in the web shop, or at a register."""

    id: UUID
    register: str | None
    """None for the web shop's."""
    is_parked: bool
    touched_at: datetime
    total: Money
    lines: tuple[BasketLine, ...]


@dataclass(frozen=True, slots=True)
class CustomerEmail:
    """An e-mail to a customer, or about one of their orders."""

    id: UUID
    kind: str
    status: CustomerEmailStatus
    at: datetime
    """When it was sent, or else queued."""
    order_id: UUID | None
    order_number: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """All about one customer."""

    id: UUID
    version: int
    first_name: str
    last_name: str
    email: str | None
    phone: str | None
    note: str | None
    registration: Registration
    since: datetime
    order_count: int
    open_orders: int
    value: Money
    last_order_at: datetime | None
    orders: tuple[OrderGlance, ...]
    """The last ones."""
    addresses: tuple[Address, ...]
    methods: tuple[PaymentMethod, ...]
    baskets: tuple[OpenBasket, ...]
    mails: tuple[CustomerEmail, ...]
    """The last ones."""

    @property
    def name(self) -> str:
        """Return first and last name."""
        return f"{self.first_name} {self.last_name}".strip()
