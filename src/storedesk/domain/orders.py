"""Define orders as they were sold: states, commands, receipts."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from storedesk.domain.exchanges import Exchange
from storedesk.domain.fiscal import FiscalNote
from storedesk.domain.measures import LineMeasure
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine, TaxMode


class OrderStatus(StrEnum):
    """The state of an order."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


AT_COUNTER = (OrderStatus.PENDING, OrderStatus.CONFIRMED)
"""Of orders that are paid or handed over at a till."""


class OrderCommand(StrEnum):
    """What can be done with an order."""

    CONFIRM = "confirm"
    SHIP = "ship"
    CORRECT_TRACKING = "correct_tracking"
    RECALL = "recall"
    DELIVER = "deliver"
    CANCEL = "cancel"
    COLLECT = "collect"
    DEPOSIT = "deposit"
    TAKE_BACK = "take_back"
    CHANGE_ADDRESS = "change_address"


COMMANDS = {
    OrderCommand.CONFIRM: "confirm_order",
    OrderCommand.SHIP: "ship_order",
    OrderCommand.CORRECT_TRACKING: "correct_tracking",
    OrderCommand.RECALL: "recall_shipment",
    OrderCommand.DELIVER: "deliver_order",
    OrderCommand.CANCEL: "cancel_order",
    OrderCommand.COLLECT: "collect_order",
    OrderCommand.DEPOSIT: "take_deposit",
    OrderCommand.TAKE_BACK: "return_order",
    OrderCommand.CHANGE_ADDRESS: "change_order_address",
}
"""The name of each command in schema `api`: whoever may call that may do it."""


def is_order_number(code: str) -> bool:
    """Tell whether a code is the whole number of an order, as its barcode has it."""
    return re.fullmatch(r"ORD-\d{4}-\d{6,9}", code.strip().upper(), re.ASCII) is not None


DIGITS_OF_A_NUMBER = 6
"""How many digits at most are typed for the end of an order's number."""


def are_last_digits(typed: str) -> bool:
    """Tell whether what was typed may be the end of an order's number."""
    return typed.isascii() and typed.isdigit() and len(typed) <= DIGITS_OF_A_NUMBER


def is_number_of(typed: str, number: str) -> bool:
    """Tell whether what was typed is the number of an order, whole or by its last digits alone."""
    if are_last_digits(typed):
        return number.rpartition("-")[2] == f"{typed:0>{DIGITS_OF_A_NUMBER}}"
    return typed.upper() == number


OrderSteps = Mapping[str, AbstractSet[OrderStatus]]
"""From which states each command starts, by its name: as the database tells (`Me.order_steps`)."""


def starts(command: OrderCommand, status: OrderStatus, steps: OrderSteps) -> bool:
    """Tell whether a command starts from a state.

    From any, as far as a database of the version before tells: it refuses by itself.
    """
    return status in steps.get(COMMANDS[command], frozenset(OrderStatus))


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A line as sold: a snapshot, never the live product."""

    name: str
    description: str | None
    quantity: int
    unit_price: Money
    subtotal: Money
    note: str | None = None
    """What was special about it: "gift wrapped"."""
    usual_price: Money | None = None
    """What it cost without the promotion or the discount; None where there was none."""
    promotion: str | None = None
    """What that was called; None for a discount."""
    measure: LineMeasure | None = None
    """Of what was weighed, or priced at the till."""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as stored."""

    method: Method
    amount: Money
    tendered: Money | None
    change: Money | None
    detail: str | None
    """Card scheme and last four, or a reference; of a gift card its number."""
    left: Money | None = None
    """What stayed on the gift card."""
    at: datetime | None = None
    """When it was taken, UTC without zone; None in an e-mail that an earlier version queued."""
    by: str | None = None
    """Who took it; None in the web shop."""
    register: str | None = None
    """Where it was taken, if at a till."""


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
    """Those beside an exchange."""
    prints: int = 0
    """How often it was printed: the next one says REPRINT."""
    exchange: Exchange | None = None
    """What came back for it, and paid a part of it, or all."""
    fiscal: FiscalNote | None = None
    """None of what was booked before there were fiscal records, or by another program."""


@dataclass(frozen=True, slots=True)
class UnprintedReceipt:
    """A sale of this shift whose receipt never came out of a printer."""

    order_id: UUID
    order_number: str
    sold_at: datetime
    """UTC without zone."""
    total: Money


@dataclass(frozen=True, slots=True)
class MailedReceipt:
    """A receipt that goes out by e-mail, and can be called off for a moment."""

    mail: UUID
    recipient: str
    order_number: str
    kept: str = ""
    """Why it stays in the outbox: demo, or not_set_up; "" where it is sent."""
