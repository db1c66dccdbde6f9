"""Define what people do in a store, as the database grants it, and how far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from storedesk.domain.staff import Group, Limit


class Duty(StrEnum):
    """Something that people do. Each hangs on one right: see `COMMANDS` and `TABLES`."""

    SELL = "sell"
    REFUND = "refund"
    REPRICE = "reprice"
    FIND = "find"
    """Pieces that stock says are not there."""
    SHIFT = "shift"
    CUSTOMERS = "customers"
    ORDERS = "orders"
    SHIP = "ship"
    STOCK = "stock"
    COUNT = "count"
    PRODUCTS = "products"
    SETTINGS = "settings"
    PEOPLE = "people"


COMMANDS: Mapping[Duty, str] = {
    Duty.SELL: "pay",
    Duty.REFUND: "return_order",
    Duty.REPRICE: "reprice_line",
    Duty.FIND: "quote",
    Duty.SHIFT: "open_shift",
    Duty.CUSTOMERS: "set_default_address",
    Duty.ORDERS: "place_order",
    Duty.SHIP: "ship_order",
    Duty.STOCK: "adjust_stock",
    Duty.COUNT: "post_count",
    Duty.PEOPLE: "create_staff",
}
"""The command whose grant allows it."""
TABLES: Mapping[Duty, str] = {
    Duty.PRODUCTS: "public.products",
    Duty.SETTINGS: "storedesk.store_settings",
}
"""The table that may be changed by whoever may do it."""
LIMITED: Mapping[Duty, tuple[Limit, ...]] = {
    Duty.REFUND: (Limit.REFUND, Limit.REFUND_DAY),
    Duty.FIND: (Limit.FOUND_PRODUCT, Limit.FOUND_DAY),
}
"""What goes only so far without a manager."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What one login may do, and which groups may do the rest."""

    may: frozenset[Duty]
    others: Mapping[Duty, Sequence[Group]]
    """The groups that may, in their order."""
    limits: Mapping[Limit, Decimal] = field(default_factory=dict)
    """How far without a manager; empty for a manager."""
