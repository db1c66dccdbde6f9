"""Orders: what was sold, as it was sold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.money import Money
from storedesk.domain.tax import TaxLine, TaxMode
from storedesk.domain.till import Method


class OrderStatus(StrEnum):
    """Where an order is on its way."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A line as sold: a snapshot, never the live product."""

    name: str
    description: str | None
    quantity: int
    unit_price: Money
    subtotal: Money


@dataclass(frozen=True, slots=True)
class Payment:
    """A tender as booked."""

    method: Method
    amount: Money
    tendered: Money | None
    change: Money | None
    detail: str | None
    """Card scheme and last four, or a reference."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that a receipt prints, from the order's snapshots."""

    order_id: UUID
    order_number: str
    sold_at: datetime
    """UTC without zone."""
    time_zone: str
    register: str | None
    cashier: str | None
    customer: str | None
    store_name: str
    store_address: tuple[str, ...]
    store_tax_id: str | None
    lines: tuple[ReceiptLine, ...]
    subtotal: Money
    shipping: Money
    tax: Money
    total: Money
    tax_mode: TaxMode
    tax_lines: tuple[TaxLine, ...]
    payments: tuple[Payment, ...]
