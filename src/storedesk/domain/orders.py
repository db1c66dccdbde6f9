"""Orders: what was sold, as it was sold."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine, TaxMode


class OrderStatus(StrEnum):
    """Where an order is on its way."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class Deed(StrEnum):
    """What a person may do with an order."""

    CONFIRM = "confirm"
    SHIP = "ship"
    CORRECT_TRACKING = "correct_tracking"
    RECALL = "recall"
    DELIVER = "deliver"
    CANCEL = "cancel"
    COLLECT = "collect"
    TAKE_BACK = "take_back"
    CHANGE_ADDRESS = "change_address"


LAWFUL = {
    Deed.CONFIRM: {OrderStatus.PENDING},
    Deed.SHIP: {OrderStatus.CONFIRMED},
    Deed.CORRECT_TRACKING: {OrderStatus.SHIPPED},
    Deed.RECALL: {OrderStatus.SHIPPED},
    Deed.DELIVER: {OrderStatus.SHIPPED},
    Deed.CANCEL: {OrderStatus.PENDING, OrderStatus.CONFIRMED},
    Deed.COLLECT: {OrderStatus.PENDING, OrderStatus.CONFIRMED},
    Deed.TAKE_BACK: {OrderStatus.SHIPPED, OrderStatus.DELIVERED},
    Deed.CHANGE_ADDRESS: {OrderStatus.PENDING, OrderStatus.CONFIRMED},
}
"""The states in which a deed is lawful, as the commands have them: one test asks both."""

COMMANDS = {
    Deed.CONFIRM: "confirm_order",
    Deed.SHIP: "ship_order",
    Deed.CORRECT_TRACKING: "correct_tracking",
    Deed.RECALL: "recall_shipment",
    Deed.DELIVER: "deliver_order",
    Deed.CANCEL: "cancel_order",
    Deed.COLLECT: "collect_order",
    Deed.TAKE_BACK: "return_order",
    Deed.CHANGE_ADDRESS: "change_order_address",
}
"""The command of each deed: whoever may call it may do it."""


def may(deed: Deed, status: OrderStatus, commands: AbstractSet[str]) -> bool:
    """Tell whether a deed is lawful in a state, for someone with these commands (`Me.commands`).

    A cashier who cancels, or takes back late, may still need a manager's approval for it.
    """
    return status in LAWFUL[deed] and COMMANDS[deed] in commands


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
